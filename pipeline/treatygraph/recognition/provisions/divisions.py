"""Divisions of instruments as they are printed: numbers in a row, and the divisions within, beside and around them.

    "35(2), 39 and 40"    sec:35 subsec:2 | sec:39 | sec:40
    "8 (2) and (3)"       art:8 par:2 | art:8 par:3
    "4.1.56-4.1.58"       three targets, the ends and what is between them
    "article 5, paragraph 1", "subparagraph (b) of article 5", "2nd part of the Article 78"
    "Clause 3 of Article 4 and Clause 1 of Article 8"    art:4 par:3 | art:8 par:1

A `Reading` starts at a division word and grows to the right: numbers, then divisions within, beside and around.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from treatygraph.recognition.grammar.found import Found
from treatygraph.recognition.provisions.numbers import (
    LONGEST_RANGE,
    SEPARATOR,
    between,
    bracket_at,
    brackets,
    level,
    read_item,
)
from treatygraph.recognition.provisions.units import (
    RANK,
    SENTENCE,
    STEP,
    is_plural,
    ladder,
    ordinal_at,
    ordinal_before,
    ordinal_value,
    unit_at,
)
from treatygraph.report import Path

_GLOSS_LENGTH = 160  # code points in a gloss: "125 (Abduction)"
# "Article 3 (1 and 2)"
# "art. 18 (2–4)"
_BRACKET_ROW = re.compile(r"\s?\(\s?(?P<steps>\d{1,2}(?:\s?(?:,|and|&|–)\s?\d{1,2})+)\s?\)")
_LABEL = re.compile(r"\s?(?:(?:[Nn]os?\.?|[Nn]umbers?|[Nn][°º]|№|from(?=\s\d{1,3}\s?(?:to|–|-)))\s?(?=\d))?")
# "articles 11 up to and including 13"
_TO = re.compile(r"\s?(?:–|—|-|‑|−|\b(?:(?:up\s)?to(?:\sand\sincluding)?|through|until)\b)\s?")
_GLOSS = re.compile(rf"\s\(([^()]{{1,{_GLOSS_LENGTH}}})\)")
_CHILD = re.compile(r"(?:\s?,\s?(?:in\s)?(?:the\s)?|\s?\(|\s)")
_CHILD_AFTER = re.compile(r"\s?,?\s?(?:para|sub|\()")
# "article 7, concerning shared lifts, in section 2", "chapter II on associations of book VI"
ET_SEQ = r"(?:et\sseqq?\b\.?|ff?\b\.?|and\sfollowing\b)"
_PARENT = re.compile(
    rf"(?:\s{ET_SEQ})?"
    r"(?:,\s(?:on|concerning|regarding|relating\sto|entitled)\s[^,;.()]{1,80})?,?\s(?:of|in|to|under)\s(?:the\s)?"
)
_LARGE_PARENT = re.compile(r"\s(?:on|concerning|regarding)\s[^,;.()]{1,60}?\sof\s(?:the\s)?(?=(?:book|title|part)\s)")
_SAME = re.compile(
    r",?\s(?:of|in)\s(?:that|this|the\ssame|the\ssaid|the\saforementioned|the\sabove|the)\s(?:article|section)\b(?!\s?\d)"
)
_COMMA = re.compile(r",?\s(?:the\s)?")
_SIBLING = re.compile(r",?\s(?:and|or|as\swell\sas)\s(?:in\s|of\s)?(?:the\s)?|,\s")
# "Article 7, XXXI, of the Federal Constitution": an item that has no word.
_ROMAN_ITEM = re.compile(r",\s(?P<value>[IVXLC]+(?:\s?-\s?[A-Z])?)(?=,?\sof\s|[,;)])")
_NUMBERED = re.compile(r"\s[Nn]o\.\s?(?P<value>\d{1,2}[a-z]?)(?![\w/])(?!\sof\s\d)")
_MONTH_OR_COUNT = re.compile(
    r"\s(?:per\scent|%|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)|%"
)
# "article 7, 12 persons": a noun after the second number; but "article 7, 12 provide"
_LOWER_NOUN = re.compile(
    r"\s(?!(?:of|and|or|to|in|on|under|which|is|are|was|were|has|have|states?|provides?|et|bis|ter|that|the|shall|may|with"
    r"|as|at|by|for|from|above|below|thereof|respectively|also|not|stipulates?|prohibits?|guarantees?|recognizes?)\b)"
    r"[a-z]{3,}"
)
# "articles 12, 14, 25, |under f|, and 29 of the Convention"
_UNDER = re.compile(r",? under (?P<value>[a-z])(?=,|\s(?:of|and|or)\b|[;.)])")
# "Paragraph 1, |Clause 22|": a clause of the paragraph; but "clause 1, clause 2"
_ENDS_PARAGRAPH = re.compile(r"(?:\bpara(?:graph)?s?\.?|§)[^A-Za-z]*\Z", re.IGNORECASE)
_CLAUSES = ("clause", "clauses", "cl.", "cls.")
_MOST_JOINS = 8  # divisions joined in one citation: "article 5, paragraph 1, and article 6, paragraph 2, …"


@dataclass(slots=True)
class Reading:
    """What a scan has read so far; it grows in place and then becomes a `Found`.

    `step` is the unit read last, `after_gloss` where the words in brackets behind the last number end, `named`
    whether words for an instrument follow that no finder marked, `collection` whether what follows shows that
    the division is none ("Chapter 63 of the Laws of Kenya"), `outward` whether the divisions around come after it.
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
    outward: bool = False
    rule: str = "divisions"


def read_numbers(text: str, at: int, start: int, step: str, *, plural: bool, child: bool = False) -> Reading | None:
    """The numbers after a division word, with what stands in brackets behind each."""
    label = _LABEL.match(text, at)
    at = label.end() if label else at
    if step in ("par", "subpar", "subsec") and (row := _BRACKET_ROW.match(text, at)):
        reading = Reading(start, row.end(), [(f"{step}:{value}",) for value in _row(row)], step, plural)
        _gloss(text, reading)
        return reading
    first = read_item(text, at, step)
    if first is None:
        return None
    path, end = first
    reading = Reading(start, end, [path], step, plural)
    if row := _BRACKET_ROW.match(text, end):
        rungs = ladder(step)
        below = rungs[min(len(path) - 1, len(rungs) - 1)]
        reading.paths = [(*path, f"{below}:{value}") for value in _row(row)]
        reading.end = row.end()
    _gloss(text, reading)
    while _next_number(text, reading, child=child):
        pass
    return reading


def _row(match: re.Match[str]) -> list[str]:
    values: list[int] = []
    for joint, value in re.findall(r"(\D*)(\d+)", match["steps"]):
        values += range(values[-1] + 1 if "–" in joint else int(value), int(value) + 1)
    return [str(value) for value in values]


def _gloss(text: str, reading: Reading) -> None:
    """Note the words in brackets after the last number: "125 (Abduction)"."""
    match = _GLOSS.match(text, reading.end)
    reading.after_gloss = match.end() if match else reading.end
    reading.glosses += [None] * (len(reading.paths) - len(reading.glosses) - 1)
    reading.glosses.append(match[1] if match else None)


def _next_number(text: str, reading: Reading, *, child: bool) -> bool:
    """Read one more number of an enumeration or range into `reading`."""
    last = reading.paths[-1]
    if beside := bracket_at(text, reading.end):
        path = (*last[:-1], f"{last[-1].split(':')[0]}:{beside[0]}")
        path, reading.end = brackets(text, beside[1], path, len(path) - 1)
        reading.paths.append(path)
        _gloss(text, reading)
        return True
    for at in dict.fromkeys((reading.end, reading.after_gloss)):
        to = _TO.match(text, at)
        separator = to or SEPARATOR.match(text, at)
        found = separator and _joined(text, reading, separator, child=child)
        if not found:
            continue
        path, reading.end = found
        reading.paths += between(last, path) if to else []
        reading.paths.append(path)
        _gloss(text, reading)
        return True
    return False


def _joined(text: str, reading: Reading, separator: re.Match[str], *, child: bool) -> tuple[Path, int] | None:
    """The number or bracket after a comma, "and" or "to" that goes on with the row."""
    last = reading.paths[-1]
    bracket = bracket_at(text, separator.end())
    if bracket is not None:
        value, end = bracket
        depth = level(last, value)
        # "Sections (27) and (28)", "subsections (6), (7), and (8)"
        row = len(last) == 1 and text[reading.end - 1] == ")" and last[0][-1].isdigit() == value[0].isdigit()
        if depth == 0 and not row:
            return None
        path = (*last[:depth], f"{last[depth].split(':')[0]}:{value}")
        return brackets(text, end, path, len(path) - 1)
    if not separator[0].strip():
        return None
    item = read_item(text, separator.end(), reading.step)
    return item if item is not None and _continues(text, separator, item, reading, child=child) else None


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


def read_ordinal(text: str, anchor: re.Match[str], step: str) -> Reading | None:
    """Read a number that stands before its division word: "2nd part", "single article"."""
    match = ordinal_before(text, anchor.start())
    if match is None:
        return None
    return Reading(match.start(), anchor.end(), [(f"{step}:{ordinal_value(match)}",)], step, plural=False)


# "articles 12, paragraph |2|, and 14": one paragraph, and the next article
_ONE = re.compile(r"\s*\(?\d+[a-z]?\)?(?=, (?:and|or) \d)")


def extend(text: str, reading: Reading, article: Path) -> None:
    """Add the divisions that a comma, "and" or "of" joins: children, siblings and the divisions around."""
    adders = (_add_sentence, _add_child, _add_ordinal, _add_numbered, _add_item, _add_under, _add_sibling, _add_parent)
    for _ in range(_MOST_JOINS):
        if same := _SAME.match(text, reading.end):
            if article and reading.paths[0][0] != article[0]:
                reading.paths = [(*article, *path) for path in reading.paths]
                reading.end = same.end()
            return
        if not any(add(text, reading) for add in adders):
            return


def _add_sentence(text: str, reading: Reading) -> bool:
    """Take in a sentence of a paragraph, to which no path goes down."""
    match = SENTENCE.match(text, reading.end)
    if match is not None:
        reading.end = reading.after_gloss = match.end()
    return match is not None


def _add_ordinal(text: str, reading: Reading) -> bool:
    """Add a child that is counted in words: "article 13, first paragraph", "article 1, sole paragraph"."""
    comma = _COMMA.match(text, reading.end)
    first = ordinal_at(text, comma.end()) if comma else None
    unit = unit_at(text, first.end()) if first else None
    step = STEP[unit[0].lower()] if unit else ""
    if first is None or unit is None or RANK[step] <= max(RANK[reading.step], RANK["art"]):
        return False
    *before, last = reading.paths
    reading.paths = [*before, (*last, f"{step}:{ordinal_value(first)}")]
    reading.end = reading.after_gloss = unit.end()
    reading.step = step
    return True


def _add_numbered(text: str, reading: Reading) -> bool:
    """Add an item told by "no.": "section 2 no. 3", "section 3 subs. 1 no. 2"."""
    match = _NUMBERED.match(text, reading.end) if reading.step in ("art", "sec", "subsec", "par") else None
    if match is None:
        return False
    *before, last = reading.paths
    reading.paths = [*before, (*last, f"subpar:{match['value']}")]
    reading.end = reading.after_gloss = match.end()
    reading.step = "subpar"
    return True


def _add_item(text: str, reading: Reading) -> bool:
    match = _ROMAN_ITEM.match(text, reading.end) if reading.step == "art" and not reading.plural else None
    if match is None or not reading.paths[-1][-1][4:5].isdigit():
        return False
    *before, last = reading.paths
    reading.paths = [*before, (*last, f"subpar:{match['value']}")]
    reading.end = reading.after_gloss = match.end()
    reading.step = "subpar"
    return True


def _add_under(text: str, reading: Reading) -> bool:
    """Add a letter told by "under": "article 25, under f"."""
    match = _UNDER.match(text, reading.end) if reading.step in ("art", "sec", "par") else None
    if match is None:
        return False
    *before, last = reading.paths
    reading.paths = [*before, (*last, f"subpar:{match['value']}")]
    reading.end = reading.after_gloss = match.end()
    reading.step = "subpar"
    return True


def _add_child(text: str, reading: Reading) -> bool:
    for at in dict.fromkeys((reading.end, reading.after_gloss)):
        comma = _CHILD.match(text, at)
        unit = comma and unit_at(text, comma.end())
        if not comma or not unit:
            continue
        form = unit[0].lower()
        # "art. 5, § 3": a paragraph of the article
        step = "par" if "§" in form and reading.step == "art" else STEP[form]
        if form in _CLAUSES and _ENDS_PARAGRAPH.search(text, reading.start, reading.end):
            step = "subpar"
        if any(part.startswith(step + ":") for part in reading.paths[-1]):
            continue  # "art. 6, para. 2, art. 8, para. 8": a citation beside, not within
        if step == reading.step or (step in ("art", "annex") and not _is_large(reading, step) and "," not in comma[0]):
            continue
        single = _ONE.match(text, unit.end()) if reading.plural and not is_plural(form) else None
        row = text[: single.end()] if single else text
        inner = read_numbers(row, unit.end(), unit.start(), step, plural=is_plural(form), child=True)
        if inner is None:
            continue
        close = comma[0].endswith("(")
        if (close and text[inner.end : inner.end + 1] != ")") or not _nest(reading, inner):
            continue
        reading.end = reading.after_gloss = inner.end + close
        return True
    return False


def _is_large(reading: Reading, step: str) -> bool:
    """Whether an article may follow without a comma: "chapter II article 5", "Point a Clause 1 Article 5"."""
    around = RANK[reading.paths[-1][0].split(":")[0]] > RANK["art"]
    return step == "art" and (around or RANK[reading.step] < RANK["art"]) and reading.step != "annex"


def _nest(reading: Reading, inner: Reading) -> bool:
    """Put a division after a comma within the last one, or around it: "article 5, chapter II"."""
    outermost = reading.paths[-1][0].split(":")[0]
    # "Book II, Section III, Title XV": a row that opens with a book or a title is printed from outside in
    # "article 40, paragraph 4, sub-section I": nothing below an article stands around it
    if (
        RANK[inner.step] < RANK[reading.step]
        and not RANK[outermost] <= RANK["art"] < RANK[inner.step]
        and inner.step != "part"
        and (RANK[outermost] >= RANK["art"] or reading.outward)
    ):
        reading.outward = True
        reading.paths = [(*inner.paths[-1], *path) for path in reading.paths]
        return True
    if RANK[inner.step] < RANK[reading.step] < RANK["art"] and inner.step != "part":
        return False
    *before, last = reading.paths
    reading.paths = [*before, *((*last, *path) for path in inner.paths)]
    reading.step = inner.step
    return True


def _add_sibling(text: str, reading: Reading) -> bool:
    """Add a division beside: "and article 7", "and 6, paragraph 2", "and clause 1 of article 8"."""
    outer = reading.paths[-1][0].split(":")[0]
    joint = _SIBLING.match(text, reading.end)
    if joint is None:
        return False
    unit = unit_at(text, joint.end())
    if unit is None:
        inner = read_numbers(text, joint.end(), joint.end(), outer, plural=False) if reading.step != outer else None
        if inner is None or not (_CHILD_AFTER.match(text, inner.end) or _goes_on(reading, joint, inner)):
            return False
    else:
        found = _beside(text, reading, unit)
        if found is None:
            return False
        inner = found
    reading.paths += inner.paths
    reading.end, reading.after_gloss = inner.end, inner.after_gloss
    if unit is None or STEP[unit[0].lower()] == outer:
        reading.step = outer
    return True


def _goes_on(reading: Reading, joint: re.Match[str], inner: Reading) -> bool:
    """Whether a number behind ", and" goes on with the articles of a plural: "articles 12, paragraph 2, and 14"."""
    numbers = [re.match(r"\w+:(\d+)", path[0]) for path in (reading.paths[-1], inner.paths[0])]
    if not reading.plural or not joint[0].startswith(",") or reading.paths[-1][-1] == reading.paths[-1][0]:
        return False
    return all(numbers) and int(numbers[0][1]) < int(numbers[1][1])  # type: ignore[index]


def _beside(text: str, reading: Reading, unit: re.Match[str]) -> Reading | None:
    """A division whose word the last path has, with its own article or under the one of that path."""
    step = STEP[unit[0].lower()]
    depth = next((k for k, part in enumerate(reading.paths[-1]) if part.startswith(step + ":")), None)
    inner = read_numbers(text, unit.end(), unit.start(), step, plural=True) if depth is not None else None
    if inner is None or not depth:
        return inner
    while _add_parent(text, inner):
        pass
    if len(inner.paths[0]) == 1 or inner.paths[0][0].startswith(step + ":"):
        if step != reading.step:
            return None
        inner.paths = [(*reading.paths[-1][:depth], *path) for path in inner.paths]
    return inner


def _add_parent(text: str, reading: Reading) -> bool:
    for at in dict.fromkeys((reading.end, reading.after_gloss or reading.end)):
        of = _PARENT.match(text, at) or (RANK[reading.step] < RANK["art"] and _LARGE_PARENT.match(text, at)) or None
        outer = _parent_at(text, reading, of.end()) if of else None
        if of and outer and RANK[reading.step] < RANK["art"] <= RANK[outer.step] and " in " in of[0]:
            return False  # "the reference to |Part III in section 31| is an error": no part is in a section
        if outer is not None:
            around = outer.paths if len(outer.paths) * len(reading.paths) <= LONGEST_RANGE else outer.paths[-1:]
            reading.paths = [(*path, *inner) for path in around for inner in reading.paths]
            reading.end, reading.after_gloss = outer.end, outer.after_gloss or outer.end
            return True
    return False


def _parent_at(text: str, reading: Reading, at: int) -> Reading | None:
    """The division around, which begins at `at`."""
    first = ordinal_at(text, at)
    unit = unit_at(text, first.end() if first else at)
    if unit is None:
        return None
    step = STEP[unit[0].lower()]
    if any(part.startswith(step + ":") for part in reading.paths[0]):
        return None
    if first:
        return Reading(at, unit.end(), [(f"{step}:{ordinal_value(first)}",)], step, plural=False)
    return read_numbers(text, unit.end(), unit.start(), step, plural=False)
