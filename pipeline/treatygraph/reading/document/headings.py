"""Headings: which lines are one, and its label."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from treatygraph.reading.document.numbering import Margins
from treatygraph.reading.page.hyphens import Hyphens
from treatygraph.reading.page.page import PageLine
from treatygraph.reading.page.texts import join_text
from treatygraph.reading.un.articles import is_sentence, names_articles
from treatygraph.reading.un.replies import find_reply

LABEL = re.compile(
    r"(?:(?P<roman>[IVXLC]{1,7})|(?P<letter>[A-Z])|(?P<number>\d{1,2})|(?P<decimal>\d{1,2}(?:\.\d{1,2})+)"
    r"|\(?(?P<item>[ivx]{1,5}|[a-z])\))(?:\s?\.)?\s+(?=\S)"
)
_DOTTED = re.compile(r"[IVXLC]{1,7}\.|[A-Z]\.|\d{1,2}\.|\d{1,2}(?:\.\d{1,2})+\.?|\(?(?:[ivx]{1,5}|[a-z])\)|[a-z]\.")
_QUESTION = re.compile(r"\d{1,2}\.\s")
_ITEM = re.compile(r"\([a-z]\)\s")
_ARTICLE = re.compile(r"(?:Articles?|ARTICLES?|Art\.)\s?\d")
_ANNEX = re.compile(
    r"(?:Annex(?:es)?|Appendix|Appendices|ANNEX(?:ES)?|APPENDIX)\b[\s.:]*(?P<number>[IVX]{1,5}\b|\d{1,2}\b|[A-Z]\b)?"
)
# "The State party should repeal the Act.", "The Committee recommends that the State party:".
_STATEMENT = re.compile(
    r"(?:The Committee|The State [Pp]arty|It)\s(?:also\s|further\s)?"
    r"(?:recommends|urges|should|calls|encourages|requests)\b"
    r"|.*[.:;]\Z",
    re.DOTALL,
)
_LEADING = 1.4  # em: lines of one heading stand closer than this, other text stands further away
_INDENT = 4.0  # points right of the margin that a heading may begin
_CENTRED = 30.0  # points that a centred line stays away from the margins
_LONGEST, _LONGEST_PLAIN = 400, 150  # characters
_LONGEST_NUMBERED = 800  # characters of a question, bold with its number, that a reply answers
_FULL_LINE = 60  # characters


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's lines `first` to `last` among the items of the text, its label and its text without it."""

    first: int
    last: int
    label: str
    text: str
    size: float
    bold: bool
    page: int
    annex: str | None = None
    reply_to: str | None = None


def find_headings(
    items: Sequence[PageLine | None],
    starts: Collection[int],
    margins: Margins,
    hyphens: Hyphens,
    body: float,
    listed: Collection[str] = (),
) -> dict[int, Heading]:
    """The headings among the items of the text, by their first line.

    Items that are no lines (tables) are None; `body` is the text's size in points, `starts` are the lines that
    begin a numbered paragraph, `listed` the headings that the contents pages name (`plain`). A heading is bold
    or italic, not indented, and set apart from the text above it; bold words within a paragraph are not.
    """
    found: dict[int, Heading] = {}
    k = 0
    listing = False  # italic items of a list that a colon has opened
    while k < len(items):
        line = items[k]
        if line is None or k in starts or not line.text:
            listing = listing and k not in starts
            k += 1
            continue
        last = _block_end(items, k, starts)
        text = join_text([item for item in items[k : last + 1] if item], hyphens)
        listing = _is_listing(listing, items, k, last, starts)
        follows = any(heading.last == k - 1 for heading in found.values())
        if (
            not listing
            and (follows or not _goes_on(items, k))
            and _is_heading(items, k, last, starts, margins, body, text, listed)
        ):
            label, rest = split_label(text, line)
            annex = _ANNEX.match(text)
            found[k] = Heading(
                k,
                last,
                label,
                rest,
                line.size,
                line.bold,
                line.page,
                (annex["number"] or "") if annex and not label else None,
                find_reply(rest),
            )
            k = last + 1
        else:
            k += 1
    return found


def _is_listing(
    listing: bool, items: Sequence[PageLine | None], first: int, last: int, starts: Collection[int]
) -> bool:
    """Whether a block that no number opens is an item of a list: "The system consists of:", "Pensions", …

    Such items are italic, or bold with a letter and text under them: "The judiciary consists of:", "(a) Courts".
    `listing` says that a list stands open; another bold line ends it, and so does one that leads a paragraph.
    """
    line, above = items[first], items[first - 1] if first else None
    below = items[last + 1] if last + 1 < len(items) else None
    assert line is not None
    lettered = line.bold and _ITEM.match(line.text) is not None and below is not None and not below.bold
    if (line.bold and not lettered) or last + 1 in starts:
        return False
    opens = above is not None and not above.bold and not above.italic and above.text.endswith(":")
    return listing or ((line.italic or lettered) and opens)


def without_statements(headings: dict[int, Heading]) -> dict[int, Heading]:
    """The headings without what a Committee says: older concluding observations print what it asks in bold type.

    It stands below the concern, under the concern's number.
    """
    return {first: heading for first, heading in headings.items() if not _STATEMENT.match(heading.text)}


def plain(heading: str) -> str:
    """A heading's letters and digits alone, for comparing it with the contents pages."""
    return re.sub(r"[\W_]+", "", heading).casefold()


def split_label(text: str, line: PageLine) -> tuple[str, str]:
    """A heading's label ("IV.", "(a)") and the rest; "1 January" and "A new law" have no label."""
    match = LABEL.match(text)
    if not match:
        return "", text
    label = match[0].strip().replace(" .", ".")
    tabbed = any(abs(gap - match.end()) <= 1 for gap in line.gaps)
    if not (_DOTTED.fullmatch(label) or tabbed):
        return "", text
    return label, text[match.end() :]


def _block_end(items: Sequence[PageLine | None], first: int, starts: Collection[int]) -> int:
    """The last line of the block of one style that begins at `first`."""
    line = items[first]
    assert line is not None
    last = first
    while last + 1 < len(items):
        above, below = items[last], items[last + 1]
        if (
            above is None
            or below is None
            or last + 1 in starts
            or below.page != above.page
            or (below.bold, below.italic) != (line.bold, line.italic)
            or abs(below.size - line.size) > 0.6
            or not 0 < below.base - above.base < _LEADING * line.size
            or (_DOTTED.match(below.text) and below.x0 < line.x0 + 3 and split_label(below.text, below)[0])
        ):
            break
        last += 1
    return last


def _is_heading(
    items: Sequence[PageLine | None],
    first: int,
    last: int,
    starts: Collection[int],
    margins: Margins,
    body: float,
    text: str,
    listed: Collection[str],
) -> bool:
    line, end = items[first], items[last]
    assert line is not None
    assert end is not None
    if (
        len(text) > (_LONGEST_NUMBERED if line.bold and _QUESTION.match(text) else _LONGEST)
        or (line.x0 > margins.of(line.page) + _INDENT and not _is_centred(line, margins))
        or not re.search(r"[^\W\d_]{2}|^[IVX]+\.?$", text)
    ):
        return False
    below = items[last + 1] if last + 1 < len(items) else None
    leads = below is None or last + 1 in starts or below.bold or below.italic
    set_off = _is_set_off(items, first, line)
    if plain(split_label(text, line)[1]) in listed and set_off and len(text) > 4:
        return True
    if line.bold:
        if not leads and _is_quoted_title(first, line, body, starts) and not split_label(text, line)[0]:
            return False
        return set_off and not (text.endswith((":", ",", ";")) and not leads)
    named = (_ARTICLE.match(text) and names_articles(text) and not is_sentence(text)) or (
        text[0].isupper() and find_reply(text)
    )
    if named and leads and len(text) < _LONGEST_PLAIN:
        return set_off and not text.endswith((".", ",", ";", ":"))  # neither bold nor italic in some reports
    if line.italic:
        return set_off and leads and last - first < 3 and not text.endswith((".", ",", ";", ":")) and below is not None
    return False


def _goes_on(items: Sequence[PageLine | None], first: int) -> bool:
    """Whether bold text that is no heading goes on over a page's end: Committees print recommendations in bold.

    "… ensure that Afro-Brazilians, Indigenous" and, on the next page, "Peoples, Quilombolas and non-citizens are".
    """
    line, above = items[first], items[first - 1] if first else None
    return (
        line is not None
        and above is not None
        and above.page != line.page
        and above.bold
        and line.bold
        and abs(above.size - line.size) < 0.6
        and above.text[-1:] not in ".:;!?”"
        and len(above.text) > _FULL_LINE
    )


def _is_centred(line: PageLine, margins: Margins) -> bool:
    """Whether a line stands in the middle of the column, as the headings of documents before 2009 do."""
    left = margins.of(line.page)
    middle = (left + margins.right) / 2
    return (
        line.x0 > left + _CENTRED and line.x1 < margins.right - _CENTRED and abs((line.x0 + line.x1) / 2 - middle) < 6
    )


def _is_quoted_title(first: int, line: PageLine, body: float, starts: Collection[int]) -> bool:
    """Whether a bold line in the text's size can be the title of a quoted law: numbered paragraphs follow later.

    "Equality" once stood bold above the quoted section of a constitution within paragraph 28.
    """
    return abs(line.size - body) < 0.6 and any(start > first for start in starts)


def _is_set_off(items: Sequence[PageLine | None], first: int, line: PageLine) -> bool:
    """Whether the line stands further from the line above than lines of one paragraph do.

    At a page's top there is no line above; the text before must then have ended its sentence.
    """
    above = items[first - 1] if first else None
    if above is None:
        return True
    if above.page != line.page and line.bold and line.size > above.size + 0.6:
        return True
    if above.page == line.page:
        return line.base - above.base > _LEADING * max(line.size, 0.85 * above.size) or line.base < above.base
    return not line.text[:1].islower() and (
        above.bold
        or above.italic
        or above.text[-1:] in '.:;!?”")]’»…'
        or bool(_DOTTED.match(line.text) or _ARTICLE.match(line.text))
    )
