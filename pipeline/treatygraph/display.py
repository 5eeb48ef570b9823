"""How a value shows itself in a notebook: facts and rows in, small pieces of HTML out. It knows no value.

Words of a report are escaped; nothing is fetched. An IRI shows its last segment and keeps the whole as its title.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TypeAlias

from treatygraph.ontology import load_treaty, state_names

MOST_ROWS = 60

# What a value says of itself: a name and what stands behind it; None and "" are not shown.
Fact: TypeAlias = tuple[str, object]


class Reference(str):
    """An IRI, which is shown by its last segment."""

    __slots__ = ()


def card(title: str, facts: Iterable[Fact]) -> str:
    """A title and a table of facts."""
    rows = "".join(
        f'<tr><th style="text-align:left">{escape(name)}</th><td style="text-align:left">{escape(str(value))}</td></tr>'
        for name, value in facts
        if value not in (None, "")
    )
    head = f"<p><b>{escape(title.strip())}</b></p>" if title.strip() else ""
    return f"{head}<table>{rows}</table>"


def table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Columns and rows."""
    head = "".join(f'<th style="text-align:left">{escape(column)}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def long_table(question: str, columns: Iterable[str], rows: Sequence[Iterable[object]]) -> str:
    """A question over the first `MOST_ROWS` rows of its answer, and how many there are."""
    more = len(rows) - MOST_ROWS
    rest = f"<p>{more:,} more rows</p>" if more > 0 else ""
    number = f"{len(rows):,} row{'' if len(rows) == 1 else 's'}"
    return f"<p><b>{escape(question)}</b> ({number})</p>{table(columns, rows[:MOST_ROWS])}{rest}"


def named_state(code: str | None) -> str | None:
    """The name behind a State's code, or the code itself."""
    return state_names().get(code, code) if code else None


def named_treaty(abbreviation: str | None) -> str | None:
    """The title of a treaty, or its abbreviation."""
    treaty = load_treaty(abbreviation) if abbreviation else None
    return treaty.title if treaty else abbreviation


def _cell(value: object) -> str:
    if isinstance(value, Reference):
        short = value.rstrip("/#").rsplit("/", 1)[-1]
        return f'<td style="text-align:left" title="{escape(value)}"><code>{escape(short)}</code></td>'
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f'<td style="text-align:right">{value:,}</td>' if abs(value) >= 10_000 else f"<td>{value}</td>"
    return f'<td style="text-align:left">{"" if value is None else escape(str(value))}</td>'
