"""A small report with all kinds of ties, words that have broken a format before, and what a reader should find."""

from __future__ import annotations

import json
from typing import Any

from treatygraph.export import Network
from treatygraph.export.networks.characters import make_legible
from treatygraph.report import Annotated, Entity, Line, Mention, Relation, Report, Source, Unit

IRI = "https://example.org/law?a=1&b=%3C#c"
HOSTILE = "Act \"No. 1\" <b>&amp; \\N 'قانون' 🏛,\t]]>\x0b\ud800 https://example.org/?a=1&b#c"
LIST = ("a|b; c, d", '"quoted" \\ and, [more]', HOSTILE, "two\r\nlines")

PARAGRAPHS = {
    "7": (("2", "10"), 3, "The Prisons Act and the draft Code apply. The Prisons Act is in force."),
    "8": (("2",), 4, "Section 5 of the Prisons Act applies."),
    "9": ((), 5, "Article 10 of the Convention is given effect by the Prisons Act."),
    "10": (("16",), 6, "Kazakhstan joined the Slavery Convention."),
    "11": ((), 7, "The Senate approved the Prisons Act by Decree No. 4. The Police Decree amends section 5 of it."),
}
ENTITIES = (
    Entity("KAZ_act_prisons", "instrument", "Prisons Act", "act", "national", date="2001-05-03", state="KAZ"),
    Entity("KAZ_bill_code", "instrument", "draft Code", "bill", "national", state="KAZ"),
    Entity("INT_treaty_slavery", "instrument", "Slavery Convention", "treaty", "international", date="1926"),
    Entity("KAZ_act_uncited", "instrument", "Act on Roads", "act", "national", state="KAZ"),
    Entity("CED", "instrument", "Convention", "treaty", "international"),
    Entity("KAZ_decree_4", "instrument", "Decree No. 4", "decree", "national", number="4", state="KAZ"),
    Entity("KAZ_decree_police", "instrument", "Police Decree", "decree", "national", state="KAZ"),
    Entity("KAZ_senate", "agency", "Senate", "legislature", "national", state="KAZ"),
    Entity("KAZ_police", "agency", "Police", "body", "national", state="KAZ"),
)
RELATIONS = (
    Relation("11", "KAZ_decree_4", "approves", "KAZ_act_prisons", evidence=(("instrument", 39, 51),), confidence=0.9),
    Relation("11", "KAZ_decree_police", "amends", "KAZ_act_prisons", object_path=("sec:5",), confidence=0.8),
    Relation("11", "KAZ_decree_police", "issuedBy", "KAZ_police", confidence=0.9),
    Relation("11", "KAZ_decree_4", "amends", "KAZ_act_unknown"),
)


def mention(unit: str, words: str, entity: str, kind: str = "instrument", nth: int = 1, **more: object) -> Mention:
    text, start = PARAGRAPHS[unit][2], -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Mention(unit, kind, start, start + len(words), words, rule="by hand", entity=entity, **more)  # type: ignore[arg-type]


def small_report(symbol: str = "CED/C/KAZ/9") -> Annotated:
    units = tuple(
        Unit(
            name,
            "paragraph",
            text,
            convention_articles=articles,
            lines=(Line(0, len(text), page, 0.0, 10.0, tuple(map(float, range(len(text) + 1)))),),
        )
        for name, (articles, page, text) in PARAGRAPHS.items()
    )
    report = Report(symbol, "KAZ", "CED", "", units, Source("a.pdf", "0", "application/pdf"))
    mentions = (
        mention("7", "Prisons Act", "KAZ_act_prisons"),
        mention("7", "draft Code", "KAZ_bill_code"),
        mention("7", "Prisons Act", "KAZ_act_prisons", nth=2),
        mention("8", "Section 5 of the Prisons Act", "KAZ_act_prisons", "provision", targets=(("sec:5",),)),
        mention("9", "Article 10 of the Convention", "CED", "provision", targets=(("art:10",),)),
        mention("9", "Prisons Act", "KAZ_act_prisons"),
        mention("10", "Slavery Convention", "INT_treaty_slavery"),
        mention("11", "Senate", "KAZ_senate", "agency", confidence=0.7),
        mention("11", "Prisons Act", "KAZ_act_prisons"),
        mention("11", "Decree No. 4", "KAZ_decree_4"),
        mention("11", "Police Decree", "KAZ_decree_police"),
        mention("11", "Police", "KAZ_police", "agency"),
    )
    return Annotated(report, mentions, ENTITIES, RELATIONS)


def expected(network: Network) -> dict[str, dict[str, dict[str, Any]]]:
    """What a reader should find: nodes and edges by id, with lists as lists and U+FFFD for what XML cannot hold."""
    legible = make_legible(network).network

    def plain(attributes: dict[str, Any]) -> dict[str, Any]:
        return {name: list(v) if isinstance(v, tuple) else v for name, v in attributes.items()}

    return {
        "nodes": {node.id: {"label": node.label, **plain(node.attributes)} for node in legible.nodes},
        "edges": {
            edge.id: {"source": edge.source, "target": edge.target, "weight": edge.weight, **plain(edge.attributes)}
            for edge in legible.edges
        },
    }


def revive_lists(read: dict[str, dict[str, dict[str, Any]]]) -> dict[str, dict[str, dict[str, Any]]]:
    """Parse the lists that a format without lists holds as JSON arrays."""
    names = ("aliases", "claims", "stances", "provisions", "paragraphs", "pages", "reports", "states")
    return {
        part: {
            key: {name: json.loads(v) if name in names else v for name, v in values.items()}
            for key, values in items.items()
        }
        for part, items in read.items()
    }
