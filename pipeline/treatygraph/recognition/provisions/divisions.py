"""Divisions of instruments as they are printed: units, numbers in any form, what stands in brackets behind them.

    "41.2(c)"             art:41 par:2 subpar:c
    "35(2), 39 and 40"    sec:35 subsec:2 | sec:39 | sec:40
    "8 (2) and (3)"       art:8 par:2 | art:8 par:3
    "4.1.56-4.1.58"       three targets, the ends and what is between them
    "article 5, paragraph 1", "subparagraph (b) of article 5", "2nd part of the Article 78"

A `Reading` starts at a division word and grows to the right: numbers, then divisions within, beside and around.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from treatygraph.recognition.grammar.found import Found
from treatygraph.recognition.grammar.lexicon import read_lexicon, words
from treatygraph.report import Path

_LEXICON = read_lexicon("divisions")
STEP = {form: step for step, forms in _LEXICON["units"].items() for form in forms}
_RANK = {"book": 0, "title": 1, "annex": 1, "part": 2, "ch": 3, "sec": 4, "art": 4, "rule": 4, "prin": 4}
_RANK |= {"subsec": 5, "par": 6, "subpar": 7}
_LONGEST_RANGE = 400  # targets of one range: "articles 1 to 400"; more is no citation
_GLOSS_LENGTH = 160  # code points in a gloss: "125 (Abduction)"


def _any(forms: Sequence[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


def _cased(forms: Sequence[str]) -> list[str]:
    """The forms as they may be printed: "article", "Article", "ARTICLE"."""
    return sorted({case for form in forms for case in (form, form.capitalize(), form.upper()) if case != "S."})


_UNIT = re.compile(rf"(?:{_any(_cased([*STEP]))})")
_ORDINAL_WORDS: list[str] = _LEXICON["ordinals"]["words"]
_ORDINALS = [*_ORDINAL_WORDS, *_LEXICON["ordinals"]["unnumbered"]]
_NUMERALS: list[str] = _LEXICON["ordinals"]["numerals"]
_ORDINAL = re.compile(rf"(?:(?<!\w)(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|\b(?P<word>{_any(_cased(_ORDINALS))}))\s\Z")
_ROMAN = re.compile(r"[IVXLC]+")
# I to XCIX: "subsections I-IX"
_TENS, _ONES = ["", *"X XX XXX XL L LX LXX LXXX XC".split()], ["", *"I II III IV V VI VII VIII IX".split()]  # noqa: SIM905
_ROMANS = [tens + ones for tens in _TENS for ones in _ONES][1:]
_INSERTED = _any(_LEXICON["ordinals"]["inserted"])
# A division's own number, each branch beside what it matches.
_NUMBER = re.compile(
    rf"""(?:
      (?P<plain>\d{{1,4}}(?:\.\d{{1,3}}){{0,3}}(?![.,]?\d)        # 53.5
        (?:-(?:\d{{1,3}}(?![\w.])|[A-Z](?![\w-])))?                # 74-1, 156-A
        (?:[⁰¹²³⁴-⁹]{{1,2}}|[A-Za-z]{{1,2}}(?!\w)|\s?(?:{_INSERTED})\b)?)  # 308¹, 137d, 7 bis
    | (?P<roman>[IVXLC]+(?:-[A-Z]|[A-Z]|\s(?:{_INSERTED})\b)?)(?![\w’'])  # IX, VII bis
    | (?P<word>{_any(_cased(_NUMERALS))})(?!\w)                    # Chapter Four
    | “?(?P<letter>[A-Za-z])”?(?![\w’'-])                          # letter b
    )""",
    re.VERBOSE,
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# "Article 3 (1 and 2)"
_BRACKET_ROW = re.compile(r"\s?\(\s?(?P<steps>\d{1,2}(?:\s?(?:,|and|&)\s?\d{1,2})+)\s?\)")
# "Article 3.161 of the Civil Code": book 3, article 161; no article has so many paragraphs.
_CIVIL_CODE = re.compile(r"\d\.[1-9]\d\d")
_BRACKET = re.compile(r"\s?\(\s?(?P<step>\d{1,3}|[a-z]|([a-z])\2|[ivxl]{2,5}|[A-Z]|[IVX]{2,4})\s?\)")
_LABEL = re.compile(r"\s?(?:(?:[Nn]os?\.?|[Nn]umbers?|[Nn][°º]|№)\s?(?=\d))?")
_SEPARATOR = re.compile(
    r"\s?(?:,\s?(?:and/or|and|or|as well as)\b|,|;|(?:\band/or|\band|\bor|&|\bas well as)(?=\s)|&(?=\d))\s?(?:the\s)?"
)
_TO = re.compile(r"\s?(?:–|—|-|‑|−|\b(?:to|through|until)\b)\s?")
_GLOSS = re.compile(rf"\s\(([^()]{{1,{_GLOSS_LENGTH}}})\)")
_LETTER_END = re.compile(r"[”)]?(?:[,.;:)]|\sof\s|\sand\s|$)")
_CHILD = re.compile(r"(?:\s?,\s?(?:in\s)?(?:the\s)?|\s?\(|\s)")
_CHILD_AFTER = re.compile(r"\s?,?\s?(?:para|sub|\()")
_PARENT = re.compile(r",?\s(?:of|in|to|under)\s(?:the\s)?")
_SAME = re.compile(
    r",?\s(?:of|in)\s(?:that|this|the\ssame|the\ssaid|the\saforementioned|the\sabove|the)\s(?:article|section)\b(?!\s?\d)"
)
_SIBLING = re.compile(r",?\s(?:and|or|as\swell\sas)\s(?:in\s|of\s)?(?:the\s)?|,\s")
_MONTH_OR_COUNT = re.compile(
    r"\s(?:per\scent|%|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)|%"
)
# "article 7, 12 persons": a noun after the second number; but "article 7, 12 provide"
_LOWER_NOUN = re.compile(
    r"\s(?!(?:of|and|or|to|in|on|under|which|is|are|was|were|has|have|states?|provides?|et|bis|ter|that|the|shall|may|with"
    r"|as|at|by|for|from|above|below|thereof|respectively|also|not|stipulates?|prohibits?|guarantees?|recognizes?)\b)"
    r"[a-z]{3,}"
)
_ORDINAL_AHEAD = re.compile(rf"(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{_any(_ORDINALS)}))\s")
_ORDINAL_REACH = 16
_MOST_JOINS = 8  # divisions joined in one citation: "article 5, paragraph 1, and article 6, paragraph 2, …"


@dataclass(slots=True)
class Reading:
    """What a scan has read so far; it grows in place and then becomes a `Found`.

    `step` is the unit read last, `after_gloss` where the words in brackets behind the last number end, `named`
    whether words for an instrument follow that no finder marked, `collection` whether what follows shows that
    the division is none ("Chapter 63 of the Laws of Kenya").
    """

    start: int
    end: int
    paths: list[Path]
    step: str
    plural: bool
    glosses: list[str | None] = field(default_factory=list)
    after_gloss: int = 0
    instrument: Found | None = None
    named: bool = False
    collection: bool = False
    rule: str = "divisions"


def unit_at(text: str, at: int) -> re.Match[str] | None:
    """The division word that begins at `at`."""
    match = _UNIT.match(text, at)
    if match is None:
        return None
    after = text[match.end() : match.end() + 1]
    return None if match[0][-1] not in ".§" and after and (after.isalnum() or after in "-’'") else match


def read_numbers(text: str, at: int, start: int, step: str, *, plural: bool, child: bool = False) -> Reading | None:
    """The numbers after a division word, with what stands in brackets behind each."""
    label = _LABEL.match(text, at)
    at = label.end() if label else at
    if step in ("par", "subpar", "subsec") and (row := _BRACKET_ROW.match(text, at)):
        reading = Reading(start, row.end(), [(f"{step}:{value}",) for value in _row(row)], step, plural)
        _gloss(text, reading)
        return reading
    first = _item(text, at, step)
    if first is None:
        return None
    path, end = first
    reading = Reading(start, end, [path], step, plural)
    if row := _BRACKET_ROW.match(text, end):
        ladder = _ladder(step)
        below = ladder[min(len(path) - 1, len(ladder) - 1)]
        reading.paths = [(*path, f"{below}:{value}") for value in _row(row)]
        reading.end = row.end()
    _gloss(text, reading)
    while _next_number(text, reading, child=child):
        pass
    return reading


def _row(match: re.Match[str]) -> list[str]:
    return re.findall(r"\d+", match["steps"])


def _gloss(text: str, reading: Reading) -> None:
    """Note the words in brackets after the last number: "125 (Abduction)"."""
    match = _GLOSS.match(text, reading.end)
    reading.after_gloss = match.end() if match else reading.end
    reading.glosses += [None] * (len(reading.paths) - len(reading.glosses) - 1)
    reading.glosses.append(match[1] if match else None)


def _next_number(text: str, reading: Reading, *, child: bool) -> bool:
    """Read one more number of an enumeration or range into `reading`."""
    last = reading.paths[-1]
    if beside := _bracket(text, reading.end):
        path = (*last[:-1], f"{last[-1].split(':')[0]}:{beside[0]}")
        path, reading.end = _brackets(text, beside[1], path, len(path) - 1)
        reading.paths.append(path)
        _gloss(text, reading)
        return True
    for at in dict.fromkeys((reading.end, reading.after_gloss)):
        to = _TO.match(text, at)
        separator = to or _SEPARATOR.match(text, at)
        if separator is None:
            continue
        bracket = _bracket(text, separator.end())
        if bracket is not None:
            value, end = bracket
            depth = _level(last, value)
            # "Sections (27) and (28)", "subsections (6), (7), and (8)"
            row = len(last) == 1 and text[reading.end - 1] == ")" and last[0][-1].isdigit() == value.isdigit()
            if depth == 0 and not row:
                continue
            path = (*last[:depth], f"{last[depth].split(':')[0]}:{value}")
            reading.end = end
            path, reading.end = _brackets(text, end, path, len(path) - 1)
        else:
            if not separator[0].strip() and not to:
                continue
            item = _item(text, separator.end(), reading.step)
            if item is None or not _continues(text, separator, item, reading, child=child):
                continue
            path, reading.end = item
        reading.paths += _between(last, path) if to else []
        reading.paths.append(path)
        _gloss(text, reading)
        return True
    return False


def _continues(text: str, separator: re.Match[str], item: tuple[Path, int], reading: Reading, *, child: bool) -> bool:
    """Whether a number after a comma or "and" goes on with an enumeration."""
    path, end = item
    number, first = path[0].split(":")[1], reading.paths[0][0].split(":")[1]
    if number[:1].isdigit() != first[:1].isdigit():
        return False
    if number.isdigit() and len(number) == 4 and number[:2] in ("19", "20") and len(first) < 4:
        return False  # "article 5, 2010"
    if _MONTH_OR_COUNT.match(text, end) or text[separator.end()] in "“":
        return False
    if not reading.plural and _LOWER_NOUN.match(text, end):
        return False  # "article 7, 12 persons"
    # "article 5, paragraph 1, and 6, paragraph 2": the number belongs a level higher
    return not (child and _CHILD_AFTER.match(text, end))


def _between(first: Path, last: Path) -> list[Path]:
    """The paths between the two ends of a range; none where the ends are not of one row."""
    if len(first) != len(last) or first[:-1] != last[:-1]:
        return []
    step, a = first[-1].split(":")
    b = last[-1].split(":")[1]
    if a.isdecimal() and b.isdecimal() and a.isascii() and b.isascii():
        if not int(a) < int(b) <= int(a) + _LONGEST_RANGE:
            return []
        return [(*first[:-1], f"{step}:{number}") for number in range(int(a) + 1, int(b))]
    if _ROMAN.fullmatch(a) and _ROMAN.fullmatch(b) and (a == "I" or len(a + b) > 2):
        low, high = _roman_value(a), _roman_value(b)
        return [
            (*first[:-1], f"{step}:{_ROMANS[number - 1]}") for number in range(low + 1, min(high, len(_ROMANS) + 1))
        ]
    if len(a) == len(b) == 1 and a.isalpha() and b.isalpha() and a.isascii() and b.isascii():
        return [(*first[:-1], f"{step}:{chr(code)}") for code in range(ord(a) + 1, ord(b))]
    return []


def _roman_value(number: str) -> int:
    return _ROMANS.index(number) + 1 if number in _ROMANS else len(_ROMANS) + 1


def _item(text: str, at: int, step: str) -> tuple[Path, int] | None:  # noqa: C901
    """One number with its brackets as a path, and where it ends: "35(2)", "53.5", "(c)", "IX", "7 bis"."""
    below = step in ("par", "subpar", "subsec")
    # "paragraph (c)", and "Section (24)" where a report sets every number in brackets
    if (bracket := _bracket(text, at)) and (below or (step in ("art", "sec", "rule") and bracket[0].isdigit())):
        value, end = bracket
        return _brackets(text, end, (f"{step}:{value}",), 0)
    match = _NUMBER.match(text, at)
    if match is None:
        return None
    end = match.end()
    if plain := match["plain"]:
        if "-" in plain and (split := plain.index("-")) and not _is_inserted(plain, step):
            plain, end = plain[:split], at + split
        value = "".join(plain.split())
        if value[-1] in "⁰¹²³⁴⁵⁶⁷⁸⁹":  # "Article 308¹", inserted after article 308
            number = value.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹")
            value = f"{number}-{value[len(number) :].translate(_RAISED)}"
    elif match["roman"]:
        value = "".join(match["roman"].split())
    elif match["word"]:
        if step not in ("ch", "part", "book", "title", "art") or not match["word"][0].isupper():
            return None
        value = str(_NUMERALS.index(match["word"].lower()) + 1)
    else:
        value = match["letter"]
        if step not in ("subpar", "annex", "part", "par") or (value.islower() and not _LETTER_END.match(text, end)):
            return None
    path: Path = (f"{step}:{value}",)
    if "." in value and not _CIVIL_CODE.fullmatch(value):
        first, *rest = value.split(".")
        ladder = _ladder(step)
        path = (f"{step}:{first}", *(f"{ladder[min(k, len(ladder) - 1)]}:{part}" for k, part in enumerate(rest)))
    return _brackets(text, end, path, len(path) - 1)


def _is_inserted(number: str, step: str) -> bool:
    """Whether "74-1" or "156-A" is one number rather than a range, as is "Sec. 5-101" of a code of many titles."""
    first, last = number.split("-", 1)
    if step == "sec" and len(first) <= 2 and len(last) == 3:
        return True
    return last.isalpha() or (last.isdigit() and first.isdigit() and int(last) <= int(first))


def _ladder(step: str) -> list[str]:
    ladders: dict[str, list[str]] = _LEXICON["ladders"]
    return ladders.get(step, ladders["other"])


def _bracket(text: str, at: int) -> tuple[str, int] | None:
    match = _BRACKET.match(text, at)
    return (match["step"], match.end()) if match else None


def _brackets(text: str, end: int, path: Path, depth: int) -> tuple[Path, int]:
    """Read "(1) (a)" after a number: each bracket is one rung further down the ladder of the division."""
    ladder = _ladder(path[0].split(":")[0])
    while bracket := _bracket(text, end):
        before = path[-1].split(":")[1]
        if _follows(before, bracket[0]) or _opens_row(text, before, bracket):
            break
        value, end = bracket
        depth = max(depth, 1) if value.isalpha() and not path[0].startswith("par:") else depth
        path = (*path, f"{ladder[min(depth, len(ladder) - 1)]}:{value}")
        depth += 1
    return path, end


def _follows(letter: str, following: str) -> bool:
    """Whether two brackets stand side by side and not one within the other: "100 (2) (e) (f)", but "(h) (i)"."""
    return len(letter) == len(following) == 1 and "a" <= letter < following == chr(ord(letter) + 1) != "i"


def _opens_row(text: str, number: str, bracket: tuple[str, int]) -> bool:
    """Whether a bracket is the second of a row: "17 (1) (2) and (3)"; "129 (2)(2)" is not."""
    value, end = bracket
    if not (number.isdigit() and value.isdigit() and int(value) == int(number) + 1):
        return False
    separator = _SEPARATOR.match(text, end)
    third = _bracket(text, separator.end()) if separator else None
    return third is not None and third[0] == str(int(value) + 1)


def _level(path: Path, value: str) -> int:
    """The step of a path that "(3)" in "8 (2) and (3)" stands beside; 0 for none."""
    for depth in range(len(path) - 1, 0, -1):
        if path[depth].split(":")[1].isdigit() == value.isdigit():
            return depth
    return 0


def read_ordinal(text: str, anchor: re.Match[str], step: str) -> Reading | None:
    """Read a number that stands before its division word: "2nd part", "single article"."""
    match = _ORDINAL.search(text, max(0, anchor.start() - _ORDINAL_REACH), anchor.start())
    if match is None:
        return None
    return Reading(match.start(), anchor.end(), [(f"{step}:{_ordinal_value(match)}",)], step, plural=False)


def _ordinal_value(match: re.Match[str]) -> str:
    if match["digits"]:
        return match["digits"]
    word = match["word"].lower()
    return str(_ORDINAL_WORDS.index(word) + 1) if word in _ORDINAL_WORDS else word


def extend(text: str, reading: Reading, article: Path) -> None:
    """Add the divisions that a comma, "and" or "of" joins: children, siblings and the divisions around."""
    for _ in range(_MOST_JOINS):
        if same := _SAME.match(text, reading.end):
            if article and reading.paths[0][0] != article[0]:
                reading.paths = [(*article, *path) for path in reading.paths]
                reading.end = same.end()
            return
        if not (_add_child(text, reading) or _add_sibling(text, reading) or _add_parent(text, reading)):
            return


def _add_child(text: str, reading: Reading) -> bool:
    for at in dict.fromkeys((reading.end, reading.after_gloss)):
        comma = _CHILD.match(text, at)
        unit = comma and unit_at(text, comma.end())
        if not comma or not unit:
            continue
        form = unit[0].lower()
        step = STEP[form]
        if any(part.startswith(step + ":") for part in reading.paths[-1]):
            continue  # "art. 6, para. 2, art. 8, para. 8": a citation beside, not within
        if step == reading.step or (step in ("art", "annex") and reading.step != "title" and "," not in comma[0]):
            continue
        plural = form.endswith("s") or form in words("divisions", "marks", "any_number")
        inner = read_numbers(text, unit.end(), unit.start(), step, plural=plural, child=True)
        if inner is None:
            continue
        close = comma[0].endswith("(")
        if close and text[inner.end : inner.end + 1] != ")":
            continue
        if _RANK[step] < _RANK[reading.step] and step != "part":  # "article 5, chapter II"
            if _RANK[reading.step] < _RANK["art"]:
                continue
            reading.paths = [(*inner.paths[-1], *path) for path in reading.paths]
        else:
            *before, last = reading.paths
            reading.paths = [*before, *((*last, *path) for path in inner.paths)]
            reading.step = step
        reading.end = reading.after_gloss = inner.end + close
        return True
    return False


def _add_sibling(text: str, reading: Reading) -> bool:
    outer = reading.paths[-1][0].split(":")[0]
    joint = _SIBLING.match(text, reading.end)
    if joint is None:
        return False
    unit = unit_at(text, joint.end())
    if unit is not None and STEP[unit[0].lower()] == outer:
        inner = read_numbers(text, unit.end(), unit.start(), outer, plural=True)
    elif reading.step != outer and unit is None:  # "article 5, paragraph 1, and 6, paragraph 2"
        inner = read_numbers(text, joint.end(), joint.end(), outer, plural=False)
        if inner is not None and not _CHILD_AFTER.match(text, inner.end):
            return False
    elif unit is not None and STEP[unit[0].lower()] == reading.step:  # "article 5, paragraph 1 and paragraph 3"
        inner = read_numbers(text, unit.end(), unit.start(), reading.step, plural=True)
        if inner is not None:
            depth = next(k for k, part in enumerate(reading.paths[-1]) if part.startswith(reading.step + ":"))
            inner.paths = [(*reading.paths[-1][:depth], *path) for path in inner.paths]
    else:
        return False
    if inner is None:
        return False
    reading.paths += inner.paths
    reading.end, reading.after_gloss = inner.end, inner.after_gloss
    if unit is None or STEP[unit[0].lower()] == outer:
        reading.step = outer
    return True


def _add_parent(text: str, reading: Reading) -> bool:
    of = _PARENT.match(text, reading.end)
    if of is None:
        return False
    at = of.end()
    first = _ORDINAL_AHEAD.match(text, at)
    unit = unit_at(text, first.end() if first else at)
    if unit is None:
        return False
    step = STEP[unit[0].lower()]
    if any(part.startswith(step + ":") for part in reading.paths[0]):
        return False
    if first:
        outer = Reading(at, unit.end(), [(f"{step}:{_ordinal_value(first)}",)], step, plural=False)
    else:
        found = read_numbers(text, unit.end(), unit.start(), step, plural=False)
        if found is None:
            return False
        outer = found
    around = outer.paths if len(outer.paths) * len(reading.paths) <= _LONGEST_RANGE else outer.paths[-1:]
    reading.paths = [(*path, *inner) for path in around for inner in reading.paths]
    reading.end, reading.after_gloss = outer.end, outer.after_gloss or outer.end
    return True
