"""How a report, an entity, a network and an answer show themselves in a notebook: small pieces of HTML.

Words of a report are escaped; nothing is fetched. An IRI shows its last segment and keeps the whole as its title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from treatygraph.export.network import Network
    from treatygraph.query.answers import Answer
    from treatygraph.report import Annotated, Entity, Report

_MOST_ROWS = 60
_MOST_NAMES = 12


def report_card(report: Report) -> str:
    """Symbol, title, State, treaty and size of a report, and what is to be known of its reading."""
    from treatygraph.graph.states import state_names
    from treatygraph.ontology import load_treaty

    treaty = load_treaty(report.treaty) if report.treaty else None
    quality = report.quality
    doubts = [
        f"paragraphs missing: {', '.join(map(str, quality.number_gaps))}" if quality.number_gaps else "",
        f"pages without text: {', '.join(map(str, quality.pages_without_text))}" if quality.pages_without_text else "",
        f"recognised pages: {', '.join(map(str, quality.ocr_pages))}" if quality.ocr_pages else "",
        *quality.contents_mismatches,
        *quality.warnings,
    ]
    paragraphs = sum(unit.kind == "paragraph" for unit in report.units)
    tables = sum(unit.table is not None for unit in report.units)
    return _card(
        f"{report.symbol} {report.title}",
        [
            ("State", state_names().get(report.state or "", report.state)),
            ("treaty", treaty.title if treaty else report.treaty),
            ("submitted", report.received or report.date),
            ("pages", report.source.pages),
            ("paragraphs", paragraphs),
            ("tables", tables or None),
            ("doubts", "; ".join(doubt for doubt in doubts if doubt)),
        ],
    )


def annotated_card(annotated: Annotated) -> str:
    """The report's card with the numbers of mentions and of what they denote."""
    mentions = Counter(mention.type for mention in annotated.mentions)
    entities = Counter(entity.type for entity in annotated.entities)
    predicates = Counter(relation.predicate for relation in annotated.relations)
    found = [
        ("instruments", f"{mentions['instrument']:,} mentions of {entities['instrument']:,}"),
        ("provisions", f"{mentions['provision']:,}"),
        ("dates", f"{mentions['date']:,}"),
        ("agencies", f"{mentions['agency']:,} mentions of {entities['agency']:,}"),
        ("relations", ", ".join(f"{name} {count}" for name, count in sorted(predicates.items()))),
    ]
    return report_card(annotated.report) + _card("", found)


def entity_card(entity: Entity) -> str:
    """An instrument or an agency under all its names."""
    names = list(entity.aliases[:_MOST_NAMES])
    if len(entity.aliases) > _MOST_NAMES:
        names.append(f"{len(entity.aliases) - _MOST_NAMES} more")
    return _card(
        entity.name,
        [
            (entity.type, f"{entity.kind}, {entity.level}"),
            ("State", entity.state),
            ("number", entity.number),
            ("date", entity.date),
            ("issued by", entity.issuer),
            ("version of", entity.member_of),
            ("also named", "; ".join(names)),
            ("id", entity.id),
        ],
    )


def network_card(network: Network) -> str:
    """A network's size, and its heaviest edges."""
    labels = {node.id: node.label for node in network.nodes}
    heaviest = sorted(network.edges, key=lambda edge: (-edge.weight, edge.id))[:10]
    head = _card(network.title, [("nodes", f"{len(network.nodes):,}"), ("edges", f"{len(network.edges):,}")])
    rows = [(labels[edge.source], labels[edge.target], edge.weight) for edge in heaviest]
    return head + _table(("from", "to", "paragraphs"), rows) if rows else head


def answer_card(answer: Answer) -> str:
    """The question and the first rows of its answer."""
    more = len(answer.rows) - _MOST_ROWS
    rest = f"<p>{more:,} more rows</p>" if more > 0 else ""
    number = f"{len(answer.rows):,} row{'' if len(answer.rows) == 1 else 's'}"
    question = f"<p><b>{escape(answer.question or answer.name)}</b> ({number})</p>"
    return question + _table(answer.columns, answer.rows[:_MOST_ROWS]) + rest


def _card(title: str, facts: Iterable[tuple[str, object]]) -> str:
    rows = "".join(
        f'<tr><th style="text-align:left">{escape(name)}</th><td style="text-align:left">{escape(str(value))}</td></tr>'
        for name, value in facts
        if value not in (None, "")
    )
    head = f"<p><b>{escape(title.strip())}</b></p>" if title.strip() else ""
    return f"{head}<table>{rows}</table>"


def _table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    head = "".join(f'<th style="text-align:left">{escape(column)}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: object) -> str:
    from treatygraph.query.answers import Iri

    if isinstance(value, Iri):
        short = value.rstrip("/#").rsplit("/", 1)[-1]
        return f'<td style="text-align:left" title="{escape(value)}"><code>{escape(short)}</code></td>'
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f'<td style="text-align:right">{value:,}</td>' if abs(value) >= 10_000 else f"<td>{value}</td>"
    return f'<td style="text-align:left">{"" if value is None else escape(str(value))}</td>'
