"""Which of the articles that a citation stands under are firm: what a claim may be made of.

Words that name an article only to send the reader elsewhere, to count the treaty's articles or to tell the plan of the
report make nothing firm (`references`); nor does an article in one item of a list for the law in another. Under a
heading the paragraph's own subject decides (`narrowing`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from treatygraph.linking.citations import elements_named
from treatygraph.linking.narrowing import (
    LEAD,
    judge_subject,
    lead,
    load_profiles,
    named_articles,
    narrow,
    passage_of,
    places_under_headings,
    score_articles,
)
from treatygraph.linking.references import in_other_item, refusal
from treatygraph.linking.segments import split_segments
from treatygraph.ontology import Treaty
from treatygraph.report import Citation, Mention, Report, Unit


class Placing:
    """Of the units of a report, which articles are firm for what they cite."""

    def __init__(self, report: Report, treaty: Treaty) -> None:
        self.report = report
        self.treaty = treaty
        self.profiles = load_profiles(treaty.abbreviation)
        self._places = places_under_headings(report.units)

    def of(self, unit: Unit, mentions: Sequence[Mention]) -> Placed:
        """What is firm in one unit; `mentions` are all of it."""
        return Placed(self, unit, mentions, self._places.get(unit.id))


class Placed:
    """What is firm in one unit. The subject of the unit is asked for once, and only where a heading names articles."""

    def __init__(self, placing: Placing, unit: Unit, mentions: Sequence[Mention], place: float | None) -> None:
        self._unit, self._treaty, self._profiles = unit, placing.treaty, placing.profiles
        named = named_articles(unit, mentions, placing.treaty)
        self._passage = passage_of(placing.report, unit, named, place)
        self._likely, self._margin = self._subject()
        self._segments = split_segments(unit.text)
        self._segment_starts = [segment.start for segment in self._segments]
        self._earnest: dict[int, tuple[int, tuple[str, ...]]] = {}
        self._scores: Mapping[str, float] | None = None

    def place(self, citation: Citation) -> Citation:
        """The citation with its likely articles and those that are firm, as `claimed`; in a note none is."""
        if citation.strength == "note":
            return citation
        if citation.strength in ("section", "shared"):
            return replace(citation, likely=self._likely, margin=self._margin, claimed=self._likely or ())
        named = self._named_by(citation)
        if citation.strength == "paragraph":
            named = tuple(number for number in named if self._tells_of(number))
        return replace(citation, claimed=named)

    def _subject(self) -> tuple[tuple[str, ...] | None, float | None]:
        articles = self._unit.convention_articles
        if not articles or self._unit.kind == "note":
            return None, None
        if len(articles) == 1:
            firmness, against = judge_subject(self._passage, self._profiles)
            return (articles if firmness == "firm" else ()), round(-against, 3)
        found = narrow(self._passage, self._profiles)
        return (found.articles if found.decided else None), round(found.margin, 3)

    def _named_by(self, citation: Citation) -> tuple[str, ...]:
        """The elements that a sentence of the paragraph names, in earnest and not in another item of a list."""
        cited = {self._segment(m) for m in citation.evidence if m.entity == citation.target.entity}
        naming = [m for m in citation.evidence if m.entity == self._treaty.abbreviation]
        firm: set[str] = set()
        for mention in naming:
            segment, elements = self._names(mention)
            if not firm.issuperset(elements):
                firm.update(elements if any(not in_other_item(self._segments, segment, law) for law in cited) else ())
        return tuple(element for element in citation.elements if element in firm)

    def _names(self, mention: Mention) -> tuple[int, tuple[str, ...]]:
        """Where words name which elements, in earnest; asked once, however much law stands beside them."""
        if mention.start not in self._earnest:
            elements = (
                elements_named(mention, self._treaty) if refusal(self._unit, mention, self._treaty) is None else ()
            )
            self._earnest[mention.start] = self._segment(mention), elements
        return self._earnest[mention.start]

    def _segment(self, mention: Mention) -> int:
        return bisect_right(self._segment_starts, mention.start) - 1

    def _tells_of(self, number: str) -> bool:
        """Whether no other article's topic leads that of the one that another sentence of the paragraph names."""
        if self._scores is None:
            self._scores = score_articles(replace(self._passage, headings=(), place=None), self._profiles)
        other = max((score for article, score in self._scores.items() if article != number), default=0.0)
        return lead(other, self._scores.get(number, 0.0)) < LEAD
