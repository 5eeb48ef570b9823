"""The numbered paragraphs: which lines begin one."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from treatygraph.reading.page.page import PageLine

_NUMBER = re.compile(r"(\d{1,4})\.(?:\s*(?=[^\s\d])|\s+(?=\d)|$)")
_LOOSE_NUMBER = re.compile(r"[(§]?(\d{1,4})\s?[.,;:)]?(?:\s+(?=[“\"(]?[A-Z•])|$)")
_INSERTED = re.compile(r"(\d{1,4})\s?(bis|ter|[A-Za-z])\.\s+(?=[“\"(]?[A-Z])")
_LONG = 40  # characters: shorter lines tell nothing of a margin
_FEW = 5  # with fewer paragraphs the numbers may be written in another way
_NEAR = 14.0  # points from the margin within which a paragraph's number stands
_INDENTED = 40.0  # points from the margin where a number may still stand that is missing at the margin
_ALIGNED = 2.0  # points from the edge of a page's own text
_FAR_GAP = 80  # numbers that may be missing in a row: about ten pages
_GAP_COST = 1.6
_START_COST = 2.0
_BOLD_COST = 0.3  # of a line that may be a numbered heading


class Margins(NamedTuple):
    """The text column's left edge on even and odd pages (old layouts have two), and its right edge."""

    even: float
    odd: float
    right: float = 0.0

    def of(self, page: int) -> float:
        """The left edge on this page."""
        return self.odd if page % 2 else self.even


def find_margins(lines: Iterable[PageLine], body: float) -> Margins:
    """The most frequent left edge of lines in body size, pages by parity; a tenth of the lines end further right."""
    count: dict[int, Counter[int]] = {0: Counter(), 1: Counter()}
    ends: list[float] = []
    for line in lines:
        if abs(line.size - body) < 0.6 and not line.bold:
            count[line.page % 2][round(line.x0)] += 1
            ends.append(line.x1)
    found = {side: min(edges, key=lambda x: (-edges[x], x)) if edges else None for side, edges in count.items()}
    even = found[0] if found[0] is not None else found[1] or 0
    right = sorted(ends)[len(ends) * 9 // 10] if ends else 0.0
    return Margins(float(even), float(found[1] if found[1] is not None else even), right)


def read_number(text: str, *, loose: bool = False) -> tuple[int, int] | None:
    """The paragraph number that a line begins with ("12."), and where the text after it starts.

    `loose` also reads "12 ", "12)", "(12)" and what recognition of a scan makes of a stop ("12,").
    """
    match = (_LOOSE_NUMBER if loose else _NUMBER).match(text)
    return (int(match[1]), match.end()) if match else None


def _fill_gaps(lines: Sequence[PageLine | None], margins: Margins, starts: Mapping[int, int]) -> dict[int, int]:
    """Add missing numbers that stand between their neighbours away from the margin, or without a stop behind them.

    "217. Furthermore, …" was once indented like the quotation above it, "406 Maldonado City Council …" lost its
    stop, ".133 In reinforcement …" had it in front; where the number is the one that is missing, such a line is the
    paragraph. On a page that is turned for its tables the text has a margin of its own.
    """
    filled = dict(starts)
    places = [(-1, 0), *starts.items(), _after_last(lines, starts)]
    edges: dict[int, float] | None = None
    for (above, number), (below, following) in itertools.pairwise(places):
        at = above
        for wanted in range(number + 1, following):
            edges = _page_edges(lines) if edges is None else edges
            pattern = re.compile(rf"\.?{wanted}\.?\s+(?=[“\"(]?[A-Z])|{wanted}\.(?:$|(?=[A-Z]))")
            for k in range(at + 1, below):
                line = lines[k]
                if line is None or line.bold or not pattern.match(line.text):
                    continue
                aside = abs(line.x0 - margins.of(line.page)), abs(line.x0 - edges.get(line.page, -_INDENTED))
                placed = (aside[0] < _INDENTED or aside[1] < _ALIGNED) and _begins_paragraph(lines, k)
                if (placed and below < len(lines)) or _is_cut_off(lines, k):
                    filled[k] = wanted
                    at = k
                    break
    return dict(sorted(filled.items()))


def _after_last(lines: Sequence[PageLine | None], starts: Mapping[int, int]) -> tuple[int, int]:
    """The end of the text as the place of a paragraph, so that one more number is looked for before it."""
    return len(lines), max(starts.values(), default=-1) + 2


def _page_edges(lines: Sequence[PageLine | None]) -> dict[int, float]:
    """The left edge of most long lines of each page."""
    count: dict[int, Counter[float]] = {}
    for line in lines:
        if line is not None and not line.bold and len(line.text) > _LONG:
            count.setdefault(line.page, Counter())[round(line.x0, 1)] += 1
    return {page: min(edges, key=lambda x: (-edges[x], x)) for page, edges in count.items()}


def _is_cut_off(lines: Sequence[PageLine | None], k: int) -> bool:
    """Whether a line was cut off the printed line before it (`cut_glued`)."""
    line, above = lines[k], lines[k - 1] if k else None
    return line is not None and above is not None and (line.page, line.base) == (above.page, above.base) != (0, 0.0)


def cut_glued(lines: Sequence[PageLine | None], chain: Chain) -> dict[int, int]:
    """Where a missing number is glued to the sentence before it: line index → the place in its text.

    "… by region and disability.172." stood once at a line's end, its table below.
    """
    cuts: dict[int, int] = {}
    places = [(-1, 0), *chain.starts.items(), _after_last(lines, chain.starts)]
    for (above, number), (below, following) in itertools.pairwise(places):
        for wanted in range(number + 1, following):
            pattern = re.compile(rf"(?<=[.;:!?)”])(?<!No\.)(?<!art\.)\s?(?={wanted}\.(?:\s*$|\s*[“\"(]?[A-Z]))")
            for k in range(max(above, 0), below):
                line = lines[k]
                match = pattern.search(line.text) if line is not None and k not in cuts else None
                if match and match.start():
                    cuts[k] = match.end()
                    above = k
                    break
    return cuts


def find_inserted(lines: Sequence[PageLine | None], margins: Margins, starts: Mapping[int, int]) -> dict[int, str]:
    """Paragraphs put in after the numbers were given, with their ids: "57A. Since then …", "12 bis. The Act …"."""
    found: dict[int, str] = {}
    first, last = min(starts, default=0), max(starts, default=-1)
    number = 0
    for k in range(first, last + 1):
        number = starts.get(k, number)
        line = lines[k]
        match = _INSERTED.match(line.text) if line is not None and k not in starts else None
        if line is None or match is None or int(match[1]) != number or line.bold:
            continue
        if abs(line.x0 - margins.of(line.page)) < _NEAR and _begins_paragraph(lines, k):
            found[k] = match[1] + match[2]
    return found


def _begins_paragraph(lines: Sequence[PageLine | None], k: int) -> bool:
    """Whether more space than a line's leading stands above a line, or a page's end."""
    line, above = lines[k], lines[k - 1] if k else None
    assert line is not None
    return above is None or above.page != line.page or line.base - above.base > 1.25 * line.size


def text_start(text: str) -> int:
    """Where the text of a numbered paragraph's first line begins, after its number with or without a stop."""
    match = _INSERTED.match(text) or re.match(r"[(§.]?\d{1,4}\s?[.,;:)]?(?:\s+\.(?=\s))?\s*", text)
    return match.end() if match else 0


class Chain(NamedTuple):
    """Where the numbered paragraphs begin: line index → number; and the numbers missing between."""

    starts: Mapping[int, int]
    missing: tuple[int, ...]


def take_the_later(lines: Sequence[PageLine | None], chain: Chain, margins: Margins, fewest: int) -> Chain:
    """The chain with its beginning where the numbers begin anew, if the new ones lead to the rest of it.

    Statistics with paragraphs 1 to 24 once stood before an introduction that begins with 1 and goes on to 414. Runs
    shorter than `fewest` are lists.
    """
    for (above, number), (below, following) in itertools.pairwise(chain.starts.items()):
        if number < fewest or following != number + 1 or below - above < number:
            continue
        inner = _find_chain(lines[above + 1 : below], margins, loose=False)
        if not inner.missing and [*inner.starts.values()] == list(range(1, number + 1)):
            later = {above + 1 + k: n for k, n in inner.starts.items()}
            later.update({k: n for k, n in chain.starts.items() if k >= below})
            return Chain(later, tuple(n for n in chain.missing if n > number))
    return chain


def find_chain(lines: Sequence[PageLine | None], margins: Margins) -> Chain:
    """The longest run of numbers 1, 2, 3, … that begin lines at the margin.

    Items that are no lines (tables) are None. A number may be missing (a lost page): the run goes on, at a
    cost, so that a list's "5." never wins against the paragraph numbered 5 that continues the run. Where
    almost no line begins with "1.", "2.", other ways of writing the number are tried.
    """
    chain = _find_chain(lines, margins, loose=False)
    if len(chain.starts) < _FEW:
        other = _find_chain(lines, margins, loose=True)
        if len(other.starts) > max(_FEW, 2 * len(chain.starts)):
            return other
    return chain


def _find_chain(lines: Sequence[PageLine | None], margins: Margins, *, loose: bool) -> Chain:
    best: dict[int, tuple[float, int, int | None]] = {}  # number → score, line index, line index before
    before: dict[int, tuple[int, int | None]] = {}
    for k, line in enumerate(lines):
        read = read_number(line.text, loose=loose) if line else None
        if line is None or read is None:
            continue
        offset = abs(line.x0 - margins.of(line.page))
        if offset > _NEAR or (line.bold and line.x0 < margins.of(line.page) - 4):
            continue
        number, text_at = read
        weight = (
            (1.0 if offset < 4 else 0.6) + (0.2 if text_at in line.gaps else 0.0) - (_BOLD_COST if line.bold else 0.0)
        )
        score, previous = weight - (0.0 if number == 1 else _START_COST), None
        for distance in range(1, _FAR_GAP):
            chain = best.get(number - distance)
            cost = 0.0 if distance == 1 else _GAP_COST + 0.02 * distance
            if chain and chain[0] + weight - cost > score:
                score, previous = chain[0] + weight - cost, chain[1]
        before[k] = (number, previous)
        if number not in best or score > best[number][0]:
            best[number] = (score, k, previous)
    if not best:
        return Chain({}, ())
    at: int | None = max(best.values(), key=lambda chain: (chain[0], -chain[1]))[1]
    starts: dict[int, int] = {}
    while at is not None:
        number, previous = before[at]
        starts[at] = number
        at = previous
    starts = _fill_gaps(lines, margins, dict(sorted(starts.items())))
    numbers = list(starts.values())
    missing = [n for a, b in zip([0, *numbers], numbers, strict=False) for n in range(a + 1, b)]
    return Chain(starts, tuple(missing))
