"""The cover of a UN document: symbol, dates, committee, title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from treatygraph.reading.page.hyphens import Hyphens
from treatygraph.reading.page.page import PageLine
from treatygraph.reading.page.texts import join_text
from treatygraph.reading.un.dates import find_date
from treatygraph.reading.un.sittings import read_cover_sittings
from treatygraph.reading.un.symbols import find_symbol, state_in, state_of, symbol_data
from treatygraph.report import Sitting

_JOB = re.compile(r"\bGE\.\s?(\d\d-\d{4,6})")
RECEIVED = re.compile(r"\[(?:Date received:?\s*)?[^\]]*\d{4}\s*\]|Date received:?.*")
COMMITTEE = re.compile(r"(?:Committee (?:on|against|for)\b|Human Rights Committee|Human Rights Council)")
_RIGHT_COLUMN = 0.6  # of the page's width: distribution, date and languages stand to the right


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover says; None and "" for what it does not. Dates are ISO 8601, the language ISO 639-1.

    `state` is the code of the State that stands on a line of its own, or is the only one that the title names.
    """

    symbol: str | None = None
    title: str = ""
    committee: str | None = None
    date: str | None = None
    received: str | None = None
    language: str | None = None
    job_number: str | None = None
    state: str | None = None
    sittings: tuple[Sitting, ...] = ()


def read_cover(lines: Sequence[PageLine], width: float) -> Cover:
    """The facts on a cover's lines, its edges too; `width` is the page's in points."""
    symbol = next((s for line in lines if (s := find_symbol(line.text))), None)
    job = next((m[1] for line in lines if (m := _JOB.search(line.text))), None)
    received_at = next((k for k, line in enumerate(lines) if RECEIVED.match(line.text)), None)
    committee_at = next((k for k, line in enumerate(lines) if line.bold and COMMITTEE.match(line.text)), None)
    right = [text for line in lines if (text := _right_column(line, width))]
    committee = None
    title = ""
    if committee_at is not None:
        end = _same_style_end(lines, committee_at)
        hyphens = Hyphens([line.text for line in lines])
        committee = join_text(lines[committee_at:end], hyphens)
        title = _read_title(lines[end:received_at], hyphens)
    return Cover(
        symbol=symbol,
        title=title,
        committee=committee,
        date=next((date for text in right if (date := find_date(text))), None),
        received=find_date(lines[received_at].text) if received_at is not None else None,
        language=_read_language(right),
        job_number=f"GE.{job}" if job else None,
        state=next((code for line in lines if (code := state_of(line.text))), None) or state_in(title),
        sittings=read_cover_sittings([_left_column(line, width) for line in lines]),
    )


def _right_column(line: PageLine, width: float) -> str:
    for start, end in line.pieces:
        if line.edges[start] > _RIGHT_COLUMN * width:
            return line.text[start:end]
    return ""


def _left_column(line: PageLine, width: float) -> str:
    return line.text.removesuffix(_right_column(line, width)).rstrip()


def _same_style_end(lines: Sequence[PageLine], first: int) -> int:
    """Where the block of lines of one style that begins at `first` ends."""
    end = first + 1
    while (
        end < len(lines)
        and abs(lines[end].size - lines[first].size) < 0.6
        and lines[end].bold
        and lines[end].base - lines[end - 1].base < 1.4 * lines[first].size
    ):
        end += 1
    return end


def _read_title(lines: Sequence[PageLine], hyphens: Hyphens) -> str:
    """The bold blocks of a cover, joined by colons: what is considered, whose reports, the State."""
    lines = [line for line in lines if len(line.text) > 1 or line.size > 11]  # a note mark's raised comma
    blocks: list[str] = []
    k = 0
    while k < len(lines):
        if not (lines[k].bold or lines[k].bold_lead > 3) or lines[k].size < 11:
            k += 1
            continue
        end = _same_style_end(lines, k)
        text = join_text(lines[k:end], hyphens)
        blocks.append(re.sub(r"[\s,]*\*+(?:[\s,]*\*+)*", "", text).strip())
        k = end
    return ": ".join(block for block in blocks if block)


def _read_language(right: Sequence[str]) -> str | None:
    """The language of this edition: the name that stands alone, or else the original's."""
    names: dict[str, str] = symbol_data()["language"]
    alone = next((names[text] for text in right if text in names), None)
    if alone:
        return alone
    original = next((m[1] for text in right if (m := re.match(r"Original\s?:\s*(\w+)", text))), None)
    return names.get(original or "")
