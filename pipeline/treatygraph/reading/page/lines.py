"""From the glyphs of a page to its printed lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from treatygraph.reading.page.page import GlyphRun, Mark, PageGlyphs, PageLine

# A gap wider than this share of an em is a blank: TeX files have no blank glyphs, and a third of an em (the
# usual default) glues their words.
_BLANK = 0.13
_DOUBTFUL = 0.25  # em: a wider gap is a blank, however far the line's letters stand apart
_FEW_GAPS = 10  # too few to say how far a line's letters stand apart
_WIDE = 1.2  # em: a gap between the cells of a row, or a tab after a number
_SMALLER = 0.85  # raised marks are set in 6.5 pt over 10 pt text
_RAISED = 0.12  # em over the baseline
_LOOSE = 0.3  # em: in letter-spaced text a hyphen or stop stands this far from its word without a blank
_TIGHT = frozenset("-.,;:)")
_CLOSING = frozenset(".,;:)]”")
_MARK = re.compile(r"[\d*†‡§]+(?:[,;]\s?[\d*†‡§]+)*[,;]?")
# "an area of 2,797 km²" is often set with a raised digit; it is no footnote.
_SQUARED = re.compile(r"(?:^|[\d\s(/])(?:k|c|m|d)?m$")


class _Row:
    __slots__ = ("base", "runs", "size")

    def __init__(self, run: GlyphRun) -> None:
        self.base, self.size, self.runs = run.base, run.size, [run]


def set_lines(page: PageGlyphs) -> list[PageLine]:
    """Set a page's glyphs in lines, top to bottom.

    Raised digits and asterisks become marks; other raised letters ("14th") stay in the text. Text struck
    twice (fake bold, shadows) is read once.
    """
    rows = _attach_raised(_group_by_baseline(run for run in page.runs if run.text.strip()))
    lines = (_set_line(row, page.number) for row in rows)
    return [line for line in lines if line is not None]


def _group_by_baseline(runs: Iterable[GlyphRun]) -> list[_Row]:
    rows: list[_Row] = []
    for run in sorted(runs, key=lambda r: (r.base, r.lefts[0])):
        for row in reversed(rows[-8:]):
            small, large = min(run.size, row.size), max(run.size, row.size)
            # Lines of one size may wobble (recognised text); another size has to stand on the baseline.
            slack = 0.3 * small if small > _SMALLER * large else 0.1 * large
            if abs(row.base - run.base) <= slack:
                row.runs.append(run)
                if run.size > row.size:
                    row.base, row.size = run.base, run.size
                break
        else:
            rows.append(_Row(run))
    return rows


def _attach_raised(rows: list[_Row]) -> list[_Row]:
    """Put raised and lowered small runs on the line they touch.

    Touching matters: the date on a cover stands a few points over the Convention's title, in another column.
    """
    for k, row in enumerate(rows):
        for host in (*rows[k + 1 : k + 4], *rows[max(0, k - 2) : k]):
            if row.size >= _SMALLER * host.size or not host.runs:
                continue
            if not -0.65 * host.size < row.base - host.base < 0.35 * host.size:
                continue
            stay: list[GlyphRun] = []
            for run in row.runs:
                (host.runs if _touches(run, host) else stay).append(run)
            row.runs = stay
    return [row for row in rows if row.runs]


def _touches(run: GlyphRun, host: _Row) -> bool:
    # A mark before a footnote's text has a tab after it, a mark behind a word touches it.
    left, right = run.lefts[0], max(run.rights)
    inside = min(r.lefts[0] for r in host.runs) < left and max(r.lefts[0] for r in host.runs) > right
    if inside and _MARK.fullmatch(run.text.strip()):
        return True  # in a wide gap of a justified line
    mark = _MARK.fullmatch(run.text.strip()) is not None
    return any(
        left < max(other.rights) + 0.6 * host.size and right > other.lefts[0] - 1.2 * host.size
        for other in host.runs
        # "within the community.⁴⁸ ⁴⁹": the second mark stands at the first.
        if other.size > run.size / _SMALLER or (mark and _MARK.fullmatch(other.text.strip()))
    )


def _drop_doubles(runs: list[GlyphRun]) -> list[GlyphRun]:
    kept: list[GlyphRun] = []
    for run in runs:
        text = run.text.strip()
        if not any(
            text == other.text.strip()
            and abs(run.lefts[0] - other.lefts[0]) < 0.15 * run.size
            and abs(run.base - other.base) < 0.15 * run.size
            for other in kept[-4:]
        ):
            kept.append(run)
    return kept


def _set_line(row: _Row, page: int) -> PageLine | None:  # noqa: C901
    runs = _drop_doubles(sorted(row.runs, key=lambda r: r.lefts[0]))
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[run.size] += len(run.text)
    size = max(sizes, key=lambda s: (sizes[s], s))
    base = next(run.base for run in runs if run.size == size)
    letters: list[str] = []
    edges: list[float] = []
    gaps: list[int] = []
    marks: list[Mark] = []
    styled = [0, 0, 0, 0]  # letters that are bold, italic, artifact; all
    bold_lead, leading = 0, True
    right = 0.0
    spacing: float | None = None
    blank = after_mark = False
    for k, run in enumerate(runs):
        if after_mark and run.text.strip() == "," and any(_is_mark(r, size, base) for r in runs[k + 1 : k + 2]):
            continue  # "at law.³¹, ³²": a comma between two marks
        label = run.text.strip() if _is_raised(run, size, base) else ""
        if label in (",", ";"):
            right = max(right, max(run.rights))
            continue
        if (
            label
            and (_MARK.fullmatch(label) or (letters and _is_letter_mark(run, label)))
            and not _SQUARED.search("".join(letters[-4:]))
        ):
            marks.extend(Mark(len(letters), part) for part in re.split(r"[,;]\s*", label) if part)
            right = max(right, max(run.rights))
            after_mark = True
            continue
        for letter, left, end in zip(run.text, run.lefts, run.rights, strict=True):
            if letter == " ":
                blank = True
                continue
            if letters:
                gap = left - right
                # "Convention ¹, and": the blank before the mark goes with it.
                apart = blank or (gap > _BLANK * size and (letter not in _TIGHT or gap > _LOOSE * size))
                if apart and not blank and gap < _DOUBTFUL * size:
                    spacing = _letter_spacing(runs) if spacing is None else spacing
                    apart = gap > _BLANK * size + spacing
                if apart and not (after_mark and letter in _CLOSING):
                    if letters[-1] != " ":
                        letters.append(" ")
                        edges.append(right)
                    if gap > _WIDE * size:
                        gaps.append(len(letters))
            blank = after_mark = False
            letters.append(letter)
            edges.append(left)
            right = end if end > left else left
        count = len(run.text) - run.text.count(" ")
        styled[0] += count * run.bold
        styled[1] += count * run.italic
        styled[2] += count * run.artifact
        styled[3] += count
        leading = leading and run.bold
        bold_lead = len(letters) if leading else bold_lead
    if not letters:
        edges = [min(run.lefts[0] for run in runs)]
        return PageLine("", tuple(edges), page, base, size, marks=tuple(marks)) if marks else None
    edges.append(max(right, edges[-1]))
    return PageLine(
        text="".join(letters),
        edges=tuple(edges),
        page=page,
        base=base,
        size=size,
        bold=styled[0] > 0.6 * styled[3],
        italic=styled[1] > 0.9 * styled[3],
        gaps=tuple(gaps),
        marks=tuple(marks),
        artifact=styled[2] > 0.5 * styled[3],
        bold_lead=bold_lead,
    )


def _letter_spacing(runs: Sequence[GlyphRun]) -> float:
    """How far the letters of a line's words stand apart, in points: the middle gap inside its runs.

    A line set loosely has its widest gaps, up to a seventh of an em, where two runs meet inside a word: "including",
    written as "incl" and "uding", is no two words.
    """
    gaps = [
        run.lefts[k + 1] - run.rights[k]
        for run in runs
        for k in range(len(run.text) - 1)
        if run.text[k] != " " and run.text[k + 1] != " "
    ]
    return max(0.0, sorted(gaps)[len(gaps) // 2]) if len(gaps) > _FEW_GAPS else 0.0


def _is_raised(run: GlyphRun, size: float, base: float) -> bool:
    return run.size < _SMALLER * size and run.base < base - _RAISED * size


def _is_letter_mark(run: GlyphRun, label: str) -> bool:
    """Whether a raised run is the mark of a table's own note: UN tables have them as one letter in italics."""
    return run.italic and len(label) == 1 and "a" <= label <= "z"


def _is_mark(run: GlyphRun, size: float, base: float) -> bool:
    return _is_raised(run, size, base) and _MARK.fullmatch(run.text.strip()) is not None
