"""The numbers of divisions in any form, and what stands in brackets behind them.

"53.5"  "74-1"  "225-4-1"  "308¹"  "15/1"  "185b"  "10 a"  "12-bis"  "L.241-3"  "IX"  "Four"  "b"
"35(2)" of a section: sec:35 subsec:2;  "41.2(c)" of an article: art:41 par:2 subpar:c
"""

from __future__ import annotations

import re

from treatygraph.recognition.provisions.units import INSERTED, NUMERALS, any_of, cased, ladder
from treatygraph.report import Path

LONGEST_RANGE = 400  # targets of one range: "articles 1 to 400"; more is no citation
_ROMAN = re.compile(r"[IVXLC]+")
# I to XCIX: "subsections I-IX"
_TENS, _ONES = ["", *"X XX XXX XL L LX LXX LXXX XC".split()], ["", *"I II III IV V VI VII VIII IX".split()]  # noqa: SIM905
_ROMANS = [tens + ones for tens in _TENS for ones in _ONES][1:]
# A division's own number, each branch beside what it matches. A comma and three digits make a thousand: "12,990".
_NUMBER = re.compile(
    rf"""(?:
      (?P<plain>\d{{1,4}}(?:\.\d{{1,3}}){{0,3}}(?!\.?\d|(?<!\d\d\d),\d\d\d(?!\d))     # 53.5
        (?:(?:-\d{{1,4}}){{2,3}}(?!\w|\.\w)                       # 225-4-1
          |-(?:\d{{1,4}}(?!\w|\.\w)|[A-Z](?![\w-])))?             # 74-1, 156-A
        (?:[⁰¹²³⁴-⁹]{{1,2}}|/(?:\d{{1,2}}|[a-z])(?![\w/])                    # 308¹, 15/1
          |(?!of\b|in\b|or\b|to\b|is\b|on\b)[A-Za-z]{{1,2}}(?!\w)      # 137d, not "4.67of the Code"
          |[\s-]?(?:{INSERTED})\b                                 # 7 bis, 12-bis
          |\.[a-z](?=\s(?:of|and)\s|[,;)])                       # 135.a
          |\s[A-Za-z](?=\s(?:of|and|or)\s|[,;)]))?)                # 10 a
    | (?P<lettered>(?:[LRDA]\.\s?|[A-HJ-UWYZ][A-Z]?\.?)\d{{1,4}}(?:[-.]\d{{1,4}}){{0,3}}(?!\w))  # L.241-3, L5
    | (?P<roman>[IVXLC]+(?:-[A-Z]|[A-Z]|\s(?:{INSERTED})\b)?)(?![\w’'])  # IX, VII bis
    | (?P<word>{any_of(cased(NUMERALS))})(?!\w)                    # Chapter Four
    | “?(?P<letter>[A-Za-z]|[ivx]{{2,5}})”?(?![\w’'-])             # letter b, item iv
    )""",
    re.VERBOSE,
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# "Article 3.161 of the Civil Code": book 3, article 161; no article has so many paragraphs.
_POINTED = re.compile(r"\.(?=[a-z]$)")  # "Article 135.a", inserted after article 135
_STROKE = re.compile(r"/(?=\d)")
_CIVIL_CODE = re.compile(r"\d\.[1-9]\d\d")
_BRACKET = re.compile(
    r"\s?\(\s?(?P<step>\d{1,3}(?:/?[a-z])?|\d{1,3}-\d{1,2}|[a-z]|([a-z])\2|[ivxl]{2,5}|[A-Z]|[IVX]{2,4})\s?\)"
)
_LETTER_END = re.compile(r"[”)]?(?:[,.;:)]|\s(?:of|and|or|to)\s|\s(?:[Cc]lause|[Pp]ara|[Aa]rt|[Ss]ec)|$)")
# "letter a) of article 5": the bracket is the letter's.
_CLOSED_LETTER = re.compile(r"\)(?=\s(?:of|and|or|in)\s|,\s)")
# "paragraph 2 c)": letter c of paragraph 2
_LETTER_BESIDE = re.compile(r"(?P<number>\d{1,3})\s(?P<letter>[a-z])")
_NAMED = re.compile(r",?\s(?:of|and)\s")  # after a number that is a word: "article one of the Constitution"
SEPARATOR = re.compile(
    r"\s?(?:,\s?(?:and/or|and|or|as well as)\b|,|;|(?:\band/or|\band|\bor|&|\bas well as)(?=\s)|&(?=\d))"
    r"(?:\salso\b)?\s?(?:the\s)?"
)
_ENDS = re.compile(r"(?P<stem>.*?)(?P<number>\d+)")
_WITH_INSERTED = re.compile(rf"(\d+)(?:{INSERTED})")
_SUFFIXED = re.compile(r"(?P<number>\d+)(?P<letter>[A-Za-z])")


def read_item(text: str, at: int, step: str) -> tuple[Path, int] | None:
    """One number with its brackets as a path, and where it ends: "35(2)", "53.5", "(c)", "IX", "7 bis"."""
    below = step in ("par", "subpar", "subsec")
    # "paragraph (c)", and "Section (24)" where a report sets every number in brackets
    if (bracket := bracket_at(text, at)) and (below or (step in ("art", "sec", "rule") and bracket[0][0].isdigit())):
        value, end = bracket
        return brackets(text, end, _with_letter(step, value), 0)
    match = _NUMBER.match(text, at)
    if match is None:
        return None
    if match["plain"]:
        value, end = _plain(match, step)
    else:
        value, end = _unnumbered(text, match, step), match.end()
    if not value:
        return None
    if (
        below
        and (lettered := _LETTER_BESIDE.fullmatch(match[0]))
        and text.startswith(")", end)
        and not _is_open(text, at)
    ):
        return (f"{step}:{lettered['number']}", f"{ladder(step)[-1]}:{lettered['letter']}"), end + 1
    if match["letter"] and (closed := _CLOSED_LETTER.match(text, end)) and not _is_open(text, at):
        end = closed.end()
    path = _with_letter(step, value)
    if match["plain"] and "." in value and not _CIVIL_CODE.fullmatch(value):
        first, *rest = value.split(".")
        rungs = ladder(step)
        path = (f"{step}:{first}", *(f"{rungs[min(k, len(rungs) - 1)]}:{part}" for k, part in enumerate(rest)))
    return brackets(text, end, path, len(path) - 1)


def _with_letter(step: str, value: str) -> Path:
    """A number as a path; a letter behind a stroke is a division of it: "article 7/b"."""
    number, stroke, letter = value.partition("/")
    return (f"{step}:{number}", f"{ladder(step)[1]}:{letter}") if stroke else (f"{step}:{number}",)


def _plain(match: re.Match[str], step: str) -> tuple[str, int]:
    """A number in digits as a path gives it, and where it ends: before the hyphen if that makes a range."""
    plain, end = match["plain"], match.end()
    if plain.count("-") == 1 and not _is_inserted(plain, step):
        split = plain.index("-")
        plain, end = plain[:split], match.start() + split
    value = re.sub("quarter$", "quater", "".join(plain.split()))
    if value[-1] in "⁰¹²³⁴⁵⁶⁷⁸⁹":  # "Article 308¹", inserted after article 308
        number = value.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return f"{number}-{value[len(number) :].translate(_RAISED)}", end
    value = _POINTED.sub("", value)
    stem, hyphen, tail = value.rpartition("-")
    return (stem + tail if hyphen and tail.isalpha() and len(tail) > 1 else _STROKE.sub("-", value)), end


def _unnumbered(text: str, match: re.Match[str], step: str) -> str:
    """A number that does not begin with a digit; "" where it is none."""
    if match["lettered"]:
        return "".join(match["lettered"].split()) if step in ("art", "sec") else ""
    if match["roman"]:
        return "".join(match["roman"].split())
    if word := match["word"]:
        large = step in ("ch", "part", "book", "title", "art", "sec")
        known = large and (word[0].isupper() or _NAMED.match(text, match.end()))
        return str(NUMERALS.index(word.lower()) + 1) if known else ""
    letter = match["letter"]
    if step not in ("subpar", "annex", "part", "par") or (len(letter) > 1 and step in ("annex", "part")):
        return ""
    return "" if letter.islower() and not _LETTER_END.match(text, match.end()) else letter


def _is_open(text: str, at: int) -> bool:
    """Whether a bracket is open before `at`."""
    return text.rfind("(", max(0, at - 80), at) > text.rfind(")", max(0, at - 80), at)


def _is_inserted(number: str, step: str) -> bool:
    """Whether "74-1" or "156-A" is one number rather than a range, as is "Sec. 5-101" of a code of many titles."""
    first, last = number.split("-", 1)
    if step == "sec" and len(first) <= 2 and len(last) >= 3:
        return True
    return not last.isdigit() or (first.isdigit() and int(last) <= int(first))


def bracket_at(text: str, at: int) -> tuple[str, int] | None:
    """What stands in the bracket that opens at `at`, and where it ends."""
    match = _BRACKET.match(text, at)
    if match is None:
        return None
    number, _, inserted = match["step"].partition("-")
    # "article 47 (17-1)" was put in behind 17; "(3-5)" is a range
    return None if inserted and int(inserted) >= int(number) else (match["step"], match.end())


def brackets(text: str, end: int, path: Path, depth: int) -> tuple[Path, int]:
    """Read "(1) (a)" after a number: each bracket is one rung further down the ladder of the division."""
    rungs = ladder(path[0].split(":")[0])
    while bracket := bracket_at(text, end):
        before = path[-1].split(":")[1]
        if _follows(before, bracket[0]) or _opens_row(text, before, bracket):
            break
        value, end = bracket
        depth = max(depth, 1) if value.isalpha() and not path[0].startswith(("par:", "subsec:")) else depth
        path = (*path, f"{rungs[min(depth, len(rungs) - 1)]}:{value}")
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
    separator = SEPARATOR.match(text, end)
    third = bracket_at(text, separator.end()) if separator else None
    return third is not None and third[0] == str(int(value) + 1)


def level(path: Path, value: str) -> int:
    """The step of a path that "(3)" in "8 (2) and (3)" stands beside; 0 for none."""
    for depth in range(len(path) - 1, 0, -1):
        if path[depth].split(":")[1][0].isdigit() == value[0].isdigit():
            return depth
    return 0


def between(first: Path, last: Path) -> list[Path]:
    """The paths between the two ends of a range; none where the ends are not of one row.

    >>> between(("sec:12A",), ("sec:12D",))
    [('sec:12B',), ('sec:12C',)]
    """
    if len(first) != len(last) or first[:-1] != last[:-1]:
        return []
    step, a = first[-1].split(":")
    return [(*first[:-1], f"{step}:{value}") for value in _values(a, last[-1].split(":")[1])]


def _values(a: str, b: str) -> list[str]:
    """What is between two numbers of one form: "5" and "7", "L.114-1" and "L.114-4", "I" and "IV", "12A" and "12D"."""
    low, high = _ENDS.fullmatch(a), _ENDS.fullmatch(b)
    if low and high and low["stem"] == high["stem"] and (a + b).isascii():
        first, last = int(low["number"]), int(high["number"])
        return [f"{low['stem']}{n}" for n in range(first + 1, last)] if first < last <= first + LONGEST_RANGE else []
    if _ROMAN.fullmatch(a) and _ROMAN.fullmatch(b) and (a == "I" or len(a + b) > 2):
        first, last = _roman_value(a), _roman_value(b)
        return _ROMANS[first : min(last, len(_ROMANS) + 1) - 1]
    if a.isdigit() and (inserted := _WITH_INSERTED.fullmatch(b)):  # "443 to 453 bis"
        first, last = int(a), int(inserted[1])
        return [str(n) for n in range(first + 1, last + 1)] if first < last <= first + LONGEST_RANGE else []
    low, high = _SUFFIXED.fullmatch(a), _SUFFIXED.fullmatch(b)
    if low and high and low["number"] == high["number"]:
        return [low["number"] + letter for letter in _letters(low["letter"], high["letter"])]
    return _letters(a, b) if len(a) == len(b) == 1 and (a + b).isalpha() and (a + b).isascii() else []


def _letters(a: str, b: str) -> list[str]:
    return [chr(code) for code in range(ord(a) + 1, ord(b))]


def _roman_value(number: str) -> int:
    return _ROMANS.index(number) + 1 if number in _ROMANS else len(_ROMANS) + 1
