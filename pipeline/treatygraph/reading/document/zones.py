"""The parts of a report: cover, contents, abbreviations, body, references, signatures, annexes, endnotes."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from treatygraph.reading.document import abbreviations
from treatygraph.reading.document.cover import RECEIVED
from treatygraph.reading.document.headings import Heading, split_label
from treatygraph.reading.page.page import PageLine, RawTable
from treatygraph.reading.un.articles import names_articles
from treatygraph.reading.un.replies import find_reply

REFERENCES, SIGNATURES = "references", "signatures"
LIST_ZONES = ("abbreviations", "lists")  # no paragraphs: they are read into other parts of a report
_ANNEX = re.compile(r"(?:Annex|Appendix|ANNEX|APPENDIX)(?:es|ES)?\b[\s.:]*(?P<number>[IVX]{1,5}\b|\d{1,2}\b|[A-Z]\b)?")
_LISTS = re.compile(r"List of (?:tables?|figures?|charts?|graphs?|boxes)(?:(?:,| and) \w+)*", re.IGNORECASE)
_LIST_ITEMS = 60  # of a list of abbreviations tell where its column stands
_PROSE = 60  # characters of a line that is no short form
_REFERENCES = re.compile(
    r"(?:List of )?(?:Bibliograph(?:y|ies)|(?:Bibliographic(?:al)? )?references|Sources|Works cited|Sources consulted)"
    r"|List of (?:annexes|appendices|attachments|enclosures)",
    re.IGNORECASE,
)
# "(Signed) Askar Nurmagambetov", "Done at Astana on 5 May 2013", "Astana, 5 May 2013"
_SIGNATURE = re.compile(
    r"[\[(]Signed[\])].*|Signed:.*|Done (?:at|in) [A-Z].{2,60}"
    r"|[A-Z][\w’-]+(?: [A-Z][\w’-]+)*, (?:the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]+,? (?:19|20)\d\d\.?"
)
_APART = 1.4  # em from the line above
_OPENS = re.compile(r"(?:Introduction|Preface|Foreword|Preamble|Background)\b", re.IGNORECASE)
_NOTES = re.compile(r"(?:End)?[Nn]otes|NOTES")


def cover_end(lines: Sequence[PageLine]) -> int:
    """How many of the first page's lines are its cover; 0 where the page has none.

    A cover has the United Nations' masthead; the report may begin under it with "1." or a heading.
    """
    masthead = any(re.match(r"United Nations\b|Distr\.", line.text) or "Distr.:" in line.text for line in lines)
    if not masthead:
        return 0
    for k, line in enumerate(lines):
        if re.match(r"1\.\s*(?:[^\s\d]|$)|1\.\s+\d", line.text) and not line.bold:
            return _first_heading(lines, k)
    return len(lines)


def _first_heading(lines: Sequence[PageLine], end: int) -> int:
    """Where the headings begin that stand on a cover between the title and the report's first paragraph, at `end`.

    All that follows the date of receipt is the report's; without it, what bears a label, names articles, or answers
    a question: "I. Introduction" after "Concluding observations on the initial report of Kenya".
    """
    received = next((k for k in range(end - 1, -1, -1) if RECEIVED.match(lines[k].text)), None)
    if received is not None:
        return received + 1
    first = end
    while first > 1 and lines[first - 1].bold:
        top = first - 1
        while top > 1 and _goes_on(lines[top - 1], lines[top]):
            top -= 1
        text = " ".join(line.text for line in lines[top:first])
        if not (split_label(text, lines[top])[0] or names_articles(text) or find_reply(text) or _OPENS.match(text)):
            break
        first = top
    return first


def _goes_on(above: PageLine, line: PageLine) -> bool:
    """Whether two bold lines are of one block."""
    return above.bold and abs(above.size - line.size) < 0.6 and line.base - above.base < _APART * line.size


def find_annexes(items: Sequence[PageLine | RawTable], after: int) -> list[tuple[int, str]]:
    """Where annexes begin after item `after`, with their names: "annex-1"; lists of references: "references"."""
    found: list[tuple[int, str]] = []
    for k, item in enumerate(items[after:], after):
        if isinstance(item, RawTable) or not item.bold:
            continue
        match = _ANNEX.fullmatch(item.text) or (_ANNEX.match(item.text) if item.size > 11 else None)
        if match:
            annexes = sum(name != REFERENCES for _, name in found)
            found.append((k, f"annex-{match['number'] or annexes + 1}".lower()))
        elif _REFERENCES.fullmatch(item.text) and REFERENCES not in (name for _, name in found):
            found.append((k, REFERENCES))
    return found


def find_signature(items: Sequence[PageLine | RawTable], after: int, before: int) -> int | None:
    """Where a report is signed, from item `after` on: place and date or "(Signed)" on a line that stands apart."""
    for k, item in enumerate(items[after:before], after):
        if isinstance(item, RawTable) or item.bold or not _SIGNATURE.fullmatch(item.text):
            continue
        above = items[k - 1] if k else None
        if not isinstance(above, PageLine) or above.page != item.page or item.base - above.base > _APART * item.size:
            return k
    return None


def find_endnotes(lines: Sequence[PageLine]) -> int | None:
    """Where on a page the list of endnotes begins: its heading "Notes" with a note under it."""
    for k, line in enumerate(lines[:-1]):
        noted = any(mark.at == 0 for mark in lines[k + 1].marks) or re.match(r"\d{1,3}\s", lines[k + 1].text)
        if _NOTES.fullmatch(line.text) and (line.bold or line.italic) and noted:
            return k
    return None


def name_zones(
    items: Sequence[PageLine | RawTable],
    starts: Collection[int],
    headings: Mapping[int, Heading],
    annexes: Sequence[tuple[int, str]],
    signature: int | None = None,
) -> list[str]:
    """The zone of each item: "body", "abbreviations", "lists" (of tables and figures), an annex's name or another.

    A list of abbreviations ends at a heading of its own size, a numbered paragraph, or prose at the margin;
    "references" end with the next heading of their size, "signatures" with the next heading.
    """
    zones: list[str] = []
    zone = "body"
    begins = dict(annexes)
    list_size, column = 0.0, None
    for k, _ in enumerate(items):
        heading = headings.get(k)
        if k in begins:
            zone, list_size = begins[k], heading.size if heading else 0.0
        elif k == signature:
            zone = SIGNATURES
        elif heading and (zone == SIGNATURES or (zone == REFERENCES and heading.size >= list_size)):
            zone = "body"
        elif heading and abbreviations.HEADING.fullmatch(heading.text):
            zone, list_size = "abbreviations", heading.size
            column = abbreviations.find_column(items[k : k + _LIST_ITEMS])
        elif heading and _LISTS.fullmatch(heading.text):
            zone, list_size = "lists", heading.size
        elif zone in LIST_ZONES:
            prose = zone == "abbreviations" and not heading and _is_prose(items, k, column)
            if prose or k in starts or (heading and heading.size >= list_size - 2.5):
                zone = "body"
        zones.append(zone)
    return zones


def _is_prose(items: Sequence[PageLine | RawTable], k: int, column: float | None) -> bool:
    """Whether a paragraph begins among abbreviations: set apart, two lines at one margin, the first filled.

    A preamble once stood under such a list: "Upon the Article 35, paragraph 1 of the Convention … adopted the
    following".
    """
    above, line, below = items[k - 1], items[k], items[k + 1] if k + 1 < len(items) else None
    if not (isinstance(above, PageLine) and isinstance(line, PageLine) and isinstance(below, PageLine)):
        return False
    apart = above.page != line.page or line.base - above.base > 1.4 * line.size
    joined = below.page == line.page and below.base - line.base < 1.4 * line.size
    aligned = abs(line.x0 - below.x0) < 2 and (column is None or line.x0 < column - 10)
    long = len(line.text) > _PROSE and not line.bold
    return apart and joined and aligned and long and not any(abbreviations.is_entry(x, column) for x in (line, below))
