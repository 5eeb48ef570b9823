"""The contents pages: cut out of the text, and kept as a check of the headings found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from treatygraph.reading.document.headings import plain, split_label
from treatygraph.reading.page.page import PageLine
from treatygraph.reading.un.articles import find_articles

_TITLE = re.compile(r"(?:Table of )?[Cc]ontents?|CONTENTS")
# Dot leaders: "....", ". . . .", "……"
_LEADER = re.compile(r"\s*(?:(?:\.\s?){4,}|…{2,}[.…\s]*)\s*")
_NUMBERS = re.compile(r"\s*(?:(?P<first>\d{1,4})(?:\s?[–-]\s?(?P<last>\d{1,4}))?\s+)?(?P<page>\d{1,3})?$")
_LAST_PAGE = 12  # contents stand on the first pages
_HEADER = re.compile(r"(?:Paragraphs?|Page|Chapter|Section|Annex(?:es)?\W*|Appendi\w+\W*)(?:\s+(?:Paragraphs?|Page))*")
_LIST = re.compile(
    r"(?:List of )?(?:Tables?|Figures?|Charts?|Graphs?|Annex(?:es)?|Appendix|Appendices)\b", re.IGNORECASE
)
# A line of its own among the headings: "List of tables ….. 4".
_LIST_ALONE = re.compile(r"List of \w+(?:(?:,| and) \w+)*", re.IGNORECASE)
_LIST_OF = plain("List of ")


class Entry(NamedTuple):
    """A line of the contents: the heading, the paragraphs under it (None where not given) and its page."""

    label: str
    heading: str
    first: int | None
    last: int | None
    page: int | None


class Contents(NamedTuple):
    """The contents pages' lines (page number → how many lines from its top) and what they list."""

    cut: dict[int, int]
    entries: tuple[Entry, ...]


def find_contents(pages: Sequence[Sequence[PageLine]]) -> Contents:
    """The contents of a report, from the line "Contents" on for as long as pages have dot leaders.

    Without the word, a page with five dot leaders counts. `cut` says how many lines of each page (by its place
    in `pages`) belong to the contents.
    """
    cut: dict[int, int] = {}
    lines: list[PageLine] = []
    begun = False
    for k, page in enumerate(pages[:_LAST_PAGE]):
        title = next((i for i, line in enumerate(page) if _TITLE.fullmatch(line.text)), None)
        leaders = [i for i, line in enumerate(page) if _has_leader(line)]
        if not begun and (title is None or not leaders) and len(leaders) < 5:
            continue
        if begun and not leaders:
            break
        begun = True
        start = (title if title is not None else -1) + 1
        end = leaders[-1] + 1
        lines.extend(page[start:end])
        while end < len(page) and not page[end].bold:
            end += 1  # "Annexes" and what they are, without leaders
        cut[k] = end
    return Contents(cut, tuple(_read_entries(lines)))


def _has_leader(line: PageLine) -> bool:
    match = _LEADER.search(line.text)
    return bool(match) and bool(re.search(r"\d\s*$|\.\s*$|…\s*$", line.text))


def _read_entries(lines: Sequence[PageLine]) -> list[Entry]:
    entries: list[Entry] = []
    before = ""
    label_line: PageLine | None = None
    for line in lines:
        if _HEADER.fullmatch(line.text):
            continue
        leader = _LEADER.search(line.text)
        text = line.text[: leader.start()] if leader else line.text
        numbers = _NUMBERS.fullmatch(line.text[leader.end() :]) if leader else None
        if not leader:  # a long heading goes on in the next line, or fills its line to the number
            numbers = _NUMBERS.search(line.text) if line.gaps and line.text[-1:].isdigit() else None
            text = line.text[: numbers.start()] if numbers else text
        heading = f"{before} {text}".strip() if before else text.strip()
        if label_line is None:
            label_line = line
        if not numbers or not numbers["page"]:
            before = heading if not leader else ""
            label_line = label_line if before else None
            continue
        if _LIST.match(heading) and not _LIST_ALONE.fullmatch(heading.rstrip(" .…")):
            break  # "Tables 1. Persons with disabilities …": what follows are no headings
        label, rest = split_label(heading, label_line)
        first = int(numbers["first"]) if numbers["first"] else None
        last = int(numbers["last"]) if numbers["last"] else first
        entries.append(Entry(label, rest.strip(" .…-–"), first, last, int(numbers["page"])))
        before, label_line = "", None
    return entries


class Found(NamedTuple):
    """A heading as it was found: its text, page, and the first and last paragraph under it.

    `last` counts the paragraphs under sub-headings, `own_last` does not.
    """

    heading: str
    page: int | None
    first: int | None
    last: int | None
    own_last: int | None


def compare(entries: Sequence[Entry], found: Sequence[Found]) -> tuple[str, ...]:
    """One sentence for each line of the contents that does not agree with the headings found.

    A heading agrees if it is there and the paragraphs under it are those that the contents give (with or without
    its sub-headings'), or, where they give none, if it stands on the page given. Headings are compared by their
    letters and digits; contents may shorten them ("Article 25" for "Article 25: Health").
    """
    matches: list[int | None] = []
    at = 0
    for entry in entries:
        match = _find(entry, found, at)
        matches.append(match)
        at = match + 1 if match is not None else at
    mismatches: list[str] = []
    for k, (entry, match) in enumerate(zip(entries, matches, strict=True)):
        name = f"{entry.label} {entry.heading}".strip()
        if match is None:
            mismatches.append(f"{name}: not found")
            continue
        here = found[match]
        if entry.first is not None:
            until = next((m for m in matches[k + 1 :] if m is not None and m > match), len(found))
            flat = max((f.own_last for f in found[match:until] if f.own_last is not None), default=None)
            if entry.first != here.first or entry.last not in (here.last, flat):
                mismatches.append(
                    f"{name}: paragraphs {_range(entry.first, entry.last)} in the contents, "
                    f"{_range(here.first, here.last)} in the text"
                )
        elif entry.page is not None and here.page is not None and entry.page != here.page:
            mismatches.append(f"{name}: page {entry.page} in the contents, {here.page} in the text")
    return tuple(mismatches)


def _find(entry: Entry, found: Sequence[Found], at: int) -> int | None:
    """The heading that an entry names, the next one if several do.

    Contents and text may differ: "(arts. 31 to 33)" and "(arts. 31-33)", "Special" and "Specific situation".
    """
    wanted = plain(entry.heading)
    articles = find_articles(entry.heading)
    order: list[int] = [*range(at, len(found)), *range(at)]
    same = next((k for k in order if _agrees(plain(found[k].heading), wanted)), None)
    if same is not None:
        return same
    for k in order:
        both = bool(articles) and articles == find_articles(found[k].heading)
        likeness = SequenceMatcher(None, plain(found[k].heading), wanted).ratio()
        if likeness > (0.5 if both else 0.85):
            return k
    return None


def _agrees(found: str, wanted: str) -> bool:
    """Whether two headings have the same letters, or one begins with all of the other ("Article 25").

    "Abbreviations" in the contents and "List of Abbreviations" in the text are the same too.
    """
    found, wanted = found.removeprefix(_LIST_OF), wanted.removeprefix(_LIST_OF)
    longer, shorter = (found, wanted) if len(found) > len(wanted) else (wanted, found)
    if len(shorter) < 7 or not longer.startswith(shorter):
        return found == wanted
    return found == wanted or not (shorter[-1].isdigit() and longer[len(shorter)].isdigit())


def _range(first: int | None, last: int | None) -> str:
    if first is None:
        return "none"
    return str(first) if first == last else f"{first}–{last}"
