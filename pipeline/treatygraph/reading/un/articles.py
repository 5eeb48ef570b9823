"""Which articles of the treaty reported on a heading names."""

from __future__ import annotations

import re
from functools import cache

from treatygraph.ontology import load_treaties

_WORD = r"(?:[Aa]rticles?|[Aa]rts?\.?|ARTICLES?)"
_NUMBER = r"\d{1,3}(?:\s?(?:bis|ter)\b)?"
# What may follow a number inside an enumeration: "28 (2)", "37 (a) to (d)", "1 (Purpose)", "2, paragraph 1".
_DETAIL = r"(?:\s?\([^()]{1,60}\)(?:\s?(?:[-–,]|to|and)\s?\([a-z\d]{1,3}\))*|,?\s(?:paragraphs?|paras?\.?)\s[\d–\-]+)*"
_JOIN = r"\s*(?:,\s*and\b|,\s*&|,|;|\band\b|&|\bto\b|\bthrough\b|[-–—])\s*"
_LIST = rf"{_NUMBER}{_DETAIL}(?:{_JOIN}(?:{_WORD}\s*)?{_NUMBER}{_DETAIL}(?!\s?(?:per cent|%)))*"

# "Articles 17, 18 and 20", "Article 13: Access to justice", "Article 5 – Equality", "IV. Article 8"
_LEADING = re.compile(rf"^(?:the\s+)?{_WORD}\s*(?P<list>{_LIST})", re.IGNORECASE)
# "Awareness-raising (art. 8)", "General provisions of the Convention (arts. 1–4)"
_BRACKET = re.compile(rf"\(\s*{_WORD}\s*(?P<list>{_LIST})(?P<rest>[^()]{{0,60}})\)")
# "Special rights: Article 5 and Articles 8–30"
_CLOSING = re.compile(rf"[:–—-]\s+{_WORD}\s*(?P<list>{_LIST})$")
# "B. Implementation of article 9", "Information on articles 1 to 4 of the Convention"
_INSIDE = re.compile(
    rf"\b(?P<lead>implementation of|implementing|information on|information relating to|compliance with)?"
    rf"\s*(?P<whole>\b{_WORD}\s*(?P<list>{_LIST})(?P<treaty>\s+of\s+the\s+(?:\w+\s+)?(?:Convention|Covenant)\b)?)",
    re.IGNORECASE,
)
# "Article 5 of the Constitution", "article 132 of the Criminal Code": another text's article.
_OTHER = re.compile(
    r"\s*(?:,\s*[^,]{1,40},)?\s*(?:of|to|from)\s+(?:the\s+)?(?P<text>(?:[\w’'-]+\s*){1,6})", re.IGNORECASE
)
_ITEM = re.compile(r"(?P<number>\d{1,3})(?:\s?(?P<bis>bis|ter)\b)?|(?P<range>\bto\b|\bthrough\b|[-–—])")
_BRACKETED = re.compile(r"\([^()]*\)(?:\s?(?:[-–,]|to|and)\s?\([^()]*\))*|,?\s(?:paragraphs?|paras?\.?)\s[\d–\-]+")


def find_articles(heading: str, inherited: tuple[str, ...] = (), *, last: int = 100) -> tuple[str, ...]:
    """The articles that a heading (without its label) names, in order; empty where it names none.

    `inherited` are those in force above the heading: an article named in passing ("… in articles 3 and 4 of the
    Convention") counts only where nothing is inherited or it narrows what is. `last` is the number of the
    treaty's last article; a higher number belongs to another text.
    """
    named = _leading(heading) or _bracketed(heading) or _closing(heading)
    if not named:
        named = _inside(heading, inherited)
    return tuple(a for a in named if int(re.match(r"\d+", a)[0]) <= last)  # type: ignore[index]


def names_articles(heading: str) -> bool:
    """Whether a heading is about articles: it begins or ends with them, or gives them in brackets."""
    return bool(_leading(heading) or _bracketed(heading) or _closing(heading))


def _leading(heading: str) -> tuple[str, ...]:
    match = _LEADING.match(heading)
    if not match or _is_of_other_text(heading[match.end() :]):
        return ()
    return expand(match["list"])


def _bracketed(heading: str) -> tuple[str, ...]:
    found: list[str] = []
    for match in _BRACKET.finditer(heading):
        if not _is_of_other_text(match["rest"]):
            found.extend(a for a in expand(match["list"]) if a not in found)
    return tuple(found)


def _closing(heading: str) -> tuple[str, ...]:
    match = _CLOSING.search(heading)
    return expand(match["list"]) if match else ()


def _inside(heading: str, inherited: tuple[str, ...]) -> tuple[str, ...]:
    for match in _INSIDE.finditer(heading):
        rest = heading[match.end() :]
        if not match["treaty"] and (not match["lead"] or _is_of_other_text(rest)):
            continue
        named = expand(match["list"])
        if match["lead"] or not inherited or set(named) <= set(inherited):
            return named
    return ()


def _is_of_other_text(rest: str) -> bool:
    match = _OTHER.match(rest)
    return bool(match) and not _treaty().search(match["text"]) if match else False


@cache
def _treaty() -> re.Pattern[str]:
    """What a treaty is called in a heading: "article 9 of the Covenant", "of CEDAW"."""
    short = [name for treaty in load_treaties() for name in (treaty.abbreviation, *treaty.aliases)]
    return re.compile(rf"\b(?:Convention|Covenant|Treaty|{'|'.join(map(re.escape, short))})\b")


def expand(enumeration: str) -> tuple[str, ...]:
    """The numbers of an enumeration: "5–7 and 9" gives 5, 6, 7, 9; "16 bis" stays "16bis"."""
    plain = _BRACKETED.sub(" ", enumeration)
    found: list[str] = []
    ranging = False
    for item in _ITEM.finditer(plain):
        if item["range"]:
            ranging = bool(found)
            continue
        number = item["number"]
        if ranging and found[-1].isdigit() and 0 < int(number) - int(found[-1]) < 100:
            found.extend(str(n) for n in range(int(found[-1]) + 1, int(number)))
        ranging = False
        found.append(number + (item["bis"] or ""))
    return tuple(dict.fromkeys(found))
