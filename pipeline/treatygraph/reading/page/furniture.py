"""Page furniture: running headers and footers, page numbers, job numbers, the text of charts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from treatygraph.reading.page.page import HorizontalRule, PageLine

_EDGE_LINES = 3  # lines at the top and at the foot of a page that may be furniture
_SHARE = 0.3  # of the pages must repeat a line before it is furniture
# What UN documents print at a page's edge: the symbol, the job number, the page number, in any order.
_SYMBOL = r"[A-Z]{1,6}(?:/[A-Z0-9.\[\]()-]+){2,}\*{0,3}"
_JOB = r"GE\.\s?\d\d-\d{4,6}(?:\s?\([A-Z]{1,3}\))?(?:\s\d{6}){0,2}"
_PAGE = r"[Pp]age\s\d{1,3}|\d{1,3}\s?/\s?\d{1,3}"
_UN_EDGE = re.compile(
    rf"(?:\d{{1,3}}\s+)?(?:{_SYMBOL}|{_JOB}|{_PAGE}|\*\d{{7}}\*)(?:\s+(?:{_SYMBOL}|{_JOB}|{_PAGE}|\d{{1,3}}))*"
)
_RULED = 2.0  # em: the rules over and under a table's head stand nearer to it
_THICK = 1.6  # times as thick as the rule over the head
_ARTIFACT_LIMIT = 0.3  # a file that marks more of its lines as artifacts marks them wrongly


def split_furniture(
    pages: Sequence[Sequence[PageLine]], rules: Mapping[int, Sequence[HorizontalRule]] | None = None
) -> tuple[list[list[PageLine]], list[PageLine]]:
    """The pages' lines without furniture, and the furniture.

    A line is furniture if the file says so (`/Artifact`: Word marks headers, footers and charts), if it stands
    at a page's edge and looks like a UN document's symbol, job or page number, or if it stands at an edge and
    comes back, its digits aside, at the same height on three pages in ten. Repetition alone has to be that
    frequent: three notes "United Nations, Treaty Series, vol. 1465" stood at one height once. A table's head that
    each page repeats, between a thin rule and a thick one (`rules`, by page number), is none.
    """
    repeated = _count_repeated(pages)
    needed = max(3.0, len(pages) * _SHARE)
    artifacts = sum(line.artifact for lines in pages for line in lines)
    trusted = artifacts <= _ARTIFACT_LIMIT * sum(len(lines) for lines in pages)

    anywhere: Counter[str] = Counter()
    for (text, _), count in repeated.items():
        anywhere[text] += count

    def is_edge(line: PageLine) -> bool:
        if line.artifact or line.text == str(line.page):
            return True
        if _near(repeated, line) >= needed and not _is_head(line, (rules or {}).get(line.page, ())):
            return True
        if any(mark.at == 0 for mark in line.marks):
            return False  # two notes of one page once said "CRPD/C/AND/RQ/1." both
        # A footnote's last line can be a symbol too ("A/RES/61/106"); the report's own comes back.
        return bool(_UN_EDGE.fullmatch(line.text)) and ("GE." in line.text or anywhere[_key(line)[0]] > 1)

    kept: list[list[PageLine]] = []
    furniture: list[PageLine] = []
    for lines in pages:
        first = next((k for k, line in enumerate(lines[:_EDGE_LINES]) if not is_edge(line)), _EDGE_LINES)
        foot = lines[first:][-_EDGE_LINES:]
        below = next((k for k, line in enumerate(reversed(foot)) if not is_edge(line)), len(foot))
        last = len(lines) - below
        rest = [line for line in lines[first:last] if not (line.artifact and trusted)]
        kept.append(rest)
        furniture.extend(line for k, line in enumerate(lines) if not first <= k < last or (line.artifact and trusted))
    return kept, furniture


def _is_head(line: PageLine, rules: Sequence[HorizontalRule]) -> bool:
    """Whether a line of several cells stands between a thin rule and a thick one."""
    if len(line.pieces) < 2:
        return False
    near = [rule for rule in rules if rule.x0 < line.x0 + 2 and rule.x1 > line.x0]
    thin = [rule.thickness for rule in near if 0 < line.base - rule.y < _RULED * line.size]
    thick = [rule.thickness for rule in near if 0 < rule.y - line.base < _RULED * line.size]
    return bool(thin and thick) and max(thick) > _THICK * min(thin)


def is_running_line(text: str) -> bool:
    """Whether a line alone is a UN document's header or footer: its symbol, job number or page number."""
    return bool(_UN_EDGE.fullmatch(text))


def _key(line: PageLine) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.base / 4)


def _count_repeated(pages: Sequence[Sequence[PageLine]]) -> Counter[tuple[str, int]]:
    count: Counter[tuple[str, int]] = Counter()
    for lines in pages:
        count.update({_key(line) for line in (*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:])})
    return count


def _near(repeated: Counter[tuple[str, int]], line: PageLine) -> int:
    text, height = _key(line)
    return max(repeated[text, h] for h in (height - 1, height, height + 1))
