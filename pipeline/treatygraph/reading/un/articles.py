"""Which articles of the treaty reported on a heading names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from treatygraph.ontology import Treaty, load_treaties, load_treaty
from treatygraph.reading.un.romans import ROMANS

_WORD = r"(?:[Aa]rticles?|[Aa]rts?\.?|ARTICLES?)"
_NUMBER = r"\d{1,3}(?:\s?(?:bis|ter)\b)?"
# What may follow a number inside an enumeration: "28 (2)", "37 (a) to (d)", "1 (Purpose)", "2, paragraph 1", and of
# "18, paras. 1 and 2, 9–11" the paragraphs alone.
_DETAIL = (
    r"(?:\s?\([^()]{1,60}\)(?:\s?(?:[-–,]|to|and)\s?\([a-z\d]{1,3}\))*"
    r"|,?\s(?:paragraphs|paras\.?)\s\d+(?:\s?[–-]\s?\d+|\s(?:and|to)\s\d+)?|,?\s(?:paragraph|para\.?)\s[\d–\-]+)*"
)
_JOIN = r"\s*(?:,\s*and\b|,\s*&|,|;|\band\b|&|\bto\b|\bthrough\b|[-–])\s*"
# An enumeration of articles, as printed after the word: "2, para. 1, 7 and 9 (a) to (c)".
ENUMERATION = rf"{_NUMBER}{_DETAIL}(?:{_JOIN}(?:{_WORD}\s*)?{_NUMBER}{_DETAIL}(?!\s?(?:per cent|%)))*"
_OF_TREATY = r"\s+of\s+the\s+(?:\w+\s+)?(?:Convention|Covenant)\b"

# "Articles 17, 18 and 20", "Article 13: Access to justice", "Article 5 – Equality", "IV. Article 8"
_LEADING = re.compile(rf"^(?:the\s+)?{_WORD}\s*(?P<list>{ENUMERATION})", re.IGNORECASE)
# "Article 3: General principles and article 4: General obligations", "Article 20 Personal mobility Article 26 Health"
_FURTHER = re.compile(
    rf"(?:\band|[&/;,:–-])\s+{_WORD}\s*(?P<list>{ENUMERATION})(?=\s*(?:[:–.(-]|$))"
    rf"|(?<!\bof)(?<!\bto)(?<!\bin)(?<!\bunder)(?<!\bwith)(?<!\bby)(?<!\bon)(?<!\bsee)(?<!\bthe)\s"
    rf"A(?:rticles?|RTICLES?)\s+(?P<stacked>{ENUMERATION})(?=\s*(?:[:–.(-]|\s[A-Z]|$))"
)
# "Awareness-raising (art. 8)", "General provisions of the Convention (arts. 1–4)"
_BRACKET = re.compile(rf"[(\[]\s*{_WORD}\s*(?P<list>{ENUMERATION})(?P<rest>[^()]{{0,60}})[)\]]")
# "Special rights: Article 5 and Articles 8–30", "General provisions of the Convention. Articles 1 to 4"
_CLOSING = re.compile(rf"(?:[:–.,;/-]\s*|\s[–-]){_WORD}\s*(?P<list>{ENUMERATION})(?:{_OF_TREATY})?[\s.]*$")
# "B. Implementation of article 9", "Information on articles 1 to 4 of the Convention", "State party's response to
# Article 5 – Equality", "Re article 10"
_INSIDE = re.compile(
    r"(?P<lead>\b(?:implement(?:ation|ing)(?:\s+of)?|(?:information|report(?:ing)?)\s+(?:on|about|concerning|regarding"
    r"|relat(?:ing|ed)\s+to)|compliance\s+with|(?:responses?|repl(?:y|ies)|answers?|comments?)\s+(?:to|on|under"
    r"|concerning|regarding))"
    r"|^(?:ad|re|concerning|regarding|on|under|as\s+regards|with\s+(?:regard|respect|reference)\s+to|relat(?:ing|ed)\s+to"
    r"|in\s+relation\s+to|in\s+respect\s+of|pursuant\s+to))?"
    rf"(?:\s+(?:the|provisions\s+of))*[\s:]*(?P<whole>\b{_WORD}\s*(?P<list>{ENUMERATION})(?P<treaty>{_OF_TREATY})?)",
    re.IGNORECASE,
)
# "Article 5 of the Constitution", "article 132 of the Criminal Code": another text's article.
_OTHER = re.compile(
    r"\s*(?:,\s*[^,]{1,40},)?\s*(?:of|to|from)\s+(?:the\s+)?(?P<text>(?:[\w’'-]+\s*){1,6})", re.IGNORECASE
)
_PROTOCOL = re.compile(r"\bProtocols?\b", re.IGNORECASE)
# "Constitution, article 12", "Labour Code (art. 25)", "ILO Convention No. 111 (art. 1)"; titles have "the law" too.
_LAW = re.compile(
    r"(?:\b(?:Constitution|Code|Act|Decree|Ordinance|Statute|Charter|Regulations|Directive)"
    r"|\bConvention\s+(?:No\.\s?)?\d+)(?:\s[\d/.-]+|\s\([^()]*\))?[\s,.:(\[–-]*$"
)
# "Measures relating to the implementation of the Convention under articles 1 to 16"
_OF_THE_WHOLE = re.compile(r"\b(?:Convention|Covenant)\b.{0,40}\b(?:under|in|regarding|concerning|:)\s*$")
_ITEM = re.compile(r"(?P<number>\d{1,3})(?:\s?(?P<bis>bis|ter)\b)?|(?P<range>\bto\b|\bthrough\b|[-–])")
_BRACKETED = re.compile(rf"\([^()]*\)(?:\s?(?:[-–,]|to|and)\s?\([^()]*\))*|{_DETAIL.removesuffix('*')}")
# Hyphens and dashes of every kind, and the minus sign of one report's "arts. 1−4".
_DASHES = re.compile("[\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EM DASH}\N{HORIZONTAL BAR}\N{MINUS SIGN}]")
# "Article (5): Equality", "Article No. 5"
_DRESSED = re.compile(rf"(?P<word>\b{_WORD})\s*(?:Nos?\.?\s*(?=\d)|\((?P<number>\d{{1,3}})\))", re.IGNORECASE)
_ROMAN = re.compile(rf"(?P<word>\b{_WORD})\s+(?P<roman>[IVXL]{{1,7}})\b(?!\.\w)")
# "Part II: Articles 7–9", "Part I", "Part III of the Convention: human rights of all migrant workers"
_PART = re.compile(rf"Part\s+(?P<part>[IVX]{{1,4}})(?:{_OF_TREATY}.*|\s*[.:]?)$", re.IGNORECASE)
# "Article 10 is", "Articles 4 and 5 of the Law provide", "Article 7 guarantees", but "Article 10 of the Convention".
_GOES_ON = re.compile(rf"(?!{_OF_TREATY}\s*(?:[:–.(-]|$)),?\s+(?!(?:and|or|bis|ter|to)\b)[a-z]")
_CLOSES = re.compile(
    r"(?:Follow-up|Dissemination|Conclusions?|Concluding|Final|Closing|Next|Preparation of the next"
    r"|(?:Cooperation and )?technical assistance)\b",
    re.IGNORECASE,
)
_LED = 20  # characters that may stand before such words: "The State party's"
_LAST_ARTICLE = 100  # of a treaty whose articles are not known


def find_articles(heading: str, inherited: tuple[str, ...] = (), *, treaty: str | None = None) -> tuple[str, ...]:
    """The articles that a heading (without its label) names, in order; empty where it names none.

    `inherited` are those in force above the heading: an article named in passing ("… in articles 3 and 4 of the
    Convention") counts only where nothing is inherited or it narrows what is. `treaty` is the abbreviation of the
    treaty reported on: a number that it does not reach belongs to another text, and "Part I" are its articles.
    """
    heading = _even(heading)
    named = _leading(heading) or _bracketed(heading) or _closing(heading) or _inside(heading, inherited)
    known = load_treaty(treaty) if treaty else None
    last = last_article(known)
    named = tuple(a for a in named if int(re.match(r"\d+", a)[0]) <= last)  # type: ignore[index]
    return named or (_part(heading, known) if known else ())


def names_articles(heading: str) -> bool:
    """Whether a heading is about articles: it begins or ends with them, or gives them in brackets."""
    heading = _even(heading)
    return bool(_leading(heading) or _bracketed(heading) or _closing(heading) or _led(heading))


def is_sentence(line: str) -> bool:
    """Whether a line that begins with articles goes on as a sentence: "Article 10 is implemented by …"."""
    line = _even(line)
    match = _LEADING.match(line)
    return bool(match) and bool(_GOES_ON.match(line, match.end())) if match else False


def is_closing(heading: str) -> bool:
    """Whether a heading closes a report or a Committee's paper; it stands under no article of those before it."""
    return bool(_CLOSES.match(heading))


def names_part(heading: str) -> bool:
    """Whether a heading is "Part I" and no more: a part of the treaty, or one of the report."""
    return bool(_PART.match(_even(heading))) and not re.search(r"\bof\s+the\b", heading)


def last_article(treaty: Treaty | None) -> int:
    """The number of the treaty's last article; a number beyond any where its articles are not known."""
    numbers = (re.match(r"\d+", article.number) for article in treaty.articles) if treaty else iter(())
    return max((int(match[0]) for match in numbers if match), default=_LAST_ARTICLE)


def _even(heading: str) -> str:
    """A heading with one kind of dash, and its articles' numbers in plain digits: "Article (5)", "Article XII"."""
    heading = _DASHES.sub("–", heading)
    heading = _DRESSED.sub(lambda match: f"{match['word']} {match['number'] or ''}", heading)
    return _ROMAN.sub(_in_digits, heading)


def _in_digits(match: re.Match[str]) -> str:
    roman = match["roman"]
    return f"{match['word']} {ROMANS.index(roman) + 1}" if roman in ROMANS else match[0]


def _leading(heading: str) -> tuple[str, ...]:
    match = _LEADING.match(heading)
    if not match or _is_of_other_text(heading[match.end() :]):
        return ()
    named = list(expand(match["list"]))
    for further in _FURTHER.finditer(heading, match.end()):
        named.extend(expand(further["list"] or further["stacked"]))
    return tuple(dict.fromkeys(named))


def _bracketed(heading: str) -> tuple[str, ...]:
    found: list[str] = []
    for match in _BRACKET.finditer(heading):
        if not _is_of_other_text(match["rest"]) and not _is_of_another(heading[: match.start()]):
            found.extend(a for a in expand(match["list"]) if a not in found)
    return tuple(found)


def _closing(heading: str) -> tuple[str, ...]:
    match = _CLOSING.search(heading)
    return expand(match["list"]) if match and not _is_of_another(heading[: match.start()]) else ()


def _inside(heading: str, inherited: tuple[str, ...]) -> tuple[str, ...]:
    for match in _INSIDE.finditer(heading):
        rest, before = heading[match.end() :], heading[: match.start("whole")]
        if _is_of_another(before):
            continue
        whole = not match["lead"] and not inherited and bool(_OF_THE_WHOLE.search(before))
        if not match["treaty"] and not whole and (not match["lead"] or _is_of_other_text(rest)):
            continue
        named = expand(match["list"])
        if match["lead"] or not inherited or set(named) <= set(inherited):
            return named
    return ()


def _led(heading: str) -> tuple[str, ...]:
    """The articles after the words that a heading begins with: "State party's response to Article 5 – Equality"."""
    match = next((m for m in _INSIDE.finditer(heading) if m["lead"]), None)
    if not match or match.start() > _LED or _is_of_other_text(heading[match.end() :]):
        return ()
    return expand(match["list"]) if not _is_of_another(heading[: match.start()]) else ()


def _part(heading: str, treaty: Treaty) -> tuple[str, ...]:
    match = _PART.match(heading)
    return tuple(a.number for a in treaty.articles if a.part == match["part"].upper()) if match else ()


def _is_of_other_text(rest: str) -> bool:
    match = _OTHER.match(rest)
    return bool(match) and not _treaty().search(match["text"]) if match else False


def _is_of_another(before: str) -> bool:
    """Whether what stands before the articles says that they are a protocol's or a law's, not the treaty's."""
    return bool(_PROTOCOL.search(before) or _LAW.search(before))


@cache
def _treaty() -> re.Pattern[str]:
    """What a treaty is called in a heading: "article 9 of the Covenant", "of CEDAW"."""
    short = [name for treaty in load_treaties() for name in (treaty.abbreviation, *treaty.aliases)]
    return re.compile(rf"\b(?:Convention|Covenant|Treaty|{'|'.join(map(re.escape, short))})\b")


def expand(enumeration: str) -> tuple[str, ...]:
    """The numbers of an enumeration: "5–7 and 9" gives 5, 6, 7, 9; "16 bis" stays "16bis"."""
    found: list[str] = []
    ranging = False
    for item in _items(enumeration):
        if item["range"]:
            ranging = bool(found)
            continue
        number = item["number"]
        if ranging and found[-1].isdigit() and 0 < int(number) - int(found[-1]) < 100:
            found.extend(str(n) for n in range(int(found[-1]) + 1, int(number)))
        ranging = False
        found.append(number + (item["bis"] or ""))
    return tuple(dict.fromkeys(found))


def _items(enumeration: str) -> Iterator[re.Match[str]]:
    return _ITEM.finditer(_BRACKETED.sub(" ", _DASHES.sub("–", enumeration)))
