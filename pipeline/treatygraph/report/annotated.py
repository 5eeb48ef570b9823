"""A report with all that was found in it: the value that flows from stage to stage."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from treatygraph.display import Fact, card
from treatygraph.report.cited import Citation
from treatygraph.report.dialogue import Dialogue
from treatygraph.report.found import Entity, Mention, Relation
from treatygraph.report.judged import Judgement
from treatygraph.report.text import Report
from treatygraph.report.unread import Unread


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report with what was found in it. Mentions are sorted by unit order, start, -end, type.

    `citations` are in the order of the units; None before `link` looked for them.
    `judgements` are those of a person that were carried out here, also of what is not in the graph for them.
    `dialogue` is what the document says between State and Committee; None before `converse` was asked.
    `unread` are the words that no rule read, in reading order, where `resolution.unread` was asked for them.
    """

    report: Report
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    citations: tuple[Citation, ...] | None = None
    judgements: tuple[Judgement, ...] = ()
    dialogue: Dialogue | None = None
    unread: tuple[Unread, ...] = ()

    def facts(self) -> tuple[Fact, ...]:
        """How much was found, and of what."""
        mentions = Counter(mention.type for mention in self.mentions)
        entities = Counter(entity.type for entity in self.entities)
        predicates = Counter(relation.predicate for relation in self.relations)
        return (
            ("instruments", f"{mentions['instrument']:,} mentions of {entities['instrument']:,}"),
            ("provisions", f"{mentions['provision']:,}"),
            ("dates", f"{mentions['date']:,}"),
            ("agencies", f"{mentions['agency']:,} mentions of {entities['agency']:,}"),
            ("relations", ", ".join(f"{name} {count}" for name, count in sorted(predicates.items()))),
        )

    def __repr__(self) -> str:
        """One line."""
        linked = "not linked" if self.citations is None else f"{len(self.citations)} citations"
        return (
            f"<Annotated {self.report.symbol}: {len(self.mentions)} mentions, {len(self.entities)} entities, "
            f"{len(self.relations)} relations, {linked}>"
        )

    def _repr_html_(self) -> str:
        return self.report._repr_html_() + card("", self.facts())
