"""Which law is cited under which article of the treaty reported on, how firmly, and in which words.

The pipeline reads this off the heading a unit stands under, the treaty and articles its sentences name, and
the instruments and provisions it mentions. A citation repeats what the State says; it is no finding of law.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from treatygraph.linking.joining import names_joining_act
from treatygraph.linking.segments import Segment, split_bare_list, split_segments
from treatygraph.ontology import Treaty, load_treaty
from treatygraph.report import WHOLE_TREATY, Annotated, Citation, Entity, Mention, Strength, Target, Unit


def link(annotated: Annotated) -> Annotated:
    """Add the citations to a resolved report; one that has them already is returned as it is."""
    return annotated if annotated.citations is not None else replace(annotated, citations=find_citations(annotated))


def find_citations(annotated: Annotated) -> tuple[Citation, ...]:
    """Find the citations of a report, in the order of its units; none for a report under no core treaty.

    The strengths: *explicit*, one sentence names the treaty or an article and the target, or introduces the
    list in which the target stands; *paragraph*, another sentence of the paragraph names the article
    (in a bare list, of the same item); *section*, the heading names it. The treaty reported on is never a
    target, and the law by which the State joined it is no explicit or paragraph one.
    """
    report = annotated.report
    treaty = load_treaty(report.treaty) if report.treaty else None
    if treaty is None:
        return ()
    entities = {entity.id: entity for entity in annotated.entities}
    joining = frozenset(
        r.subject for r in annotated.relations if (r.predicate, r.object) == ("approves", treaty.abbreviation)
    )
    mentions: dict[str, list[Mention]] = {}
    for mention in annotated.mentions:
        mentions.setdefault(mention.unit, []).append(mention)
    return tuple(
        citation
        for unit in report.units
        for citation in _cite_in_unit(unit, mentions.get(unit.id, []), entities, joining, treaty)
    )


def denoted(mention: Mention) -> tuple[Target, ...]:
    """List what a resolved instrument or provision mention denotes: one target, or one a provision."""
    if mention.entity is None or mention.type not in ("instrument", "provision"):
        return ()
    return tuple(Target(mention.entity, path) for path in mention.targets) or (Target(mention.entity),)


def without_covered(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Leave out the instrument mentions that are the tail of a provision: "article 6 of the *Convention*"."""
    found = [mention for mention in mentions if mention.type in ("instrument", "provision")]
    provisions = [mention for mention in found if mention.type == "provision"]
    tails = {(p.instrument, p.entity) for p in provisions if p.instrument}
    return tuple(
        mention
        for mention in found
        if mention.type == "provision"
        or not (
            ((mention.start, mention.end), mention.entity) in tails
            or any(p.start <= mention.start and mention.end <= p.end and p.entity == mention.entity for p in provisions)
        )
    )


def _cite_in_unit(
    unit: Unit, mentions: Sequence[Mention], entities: dict[str, Entity], joining: frozenset[str], treaty: Treaty
) -> Iterator[Citation]:
    cited: dict[Target, list[Mention]] = {}
    naming: list[Mention] = []
    for mention in without_covered(mentions):
        if mention.entity == treaty.abbreviation:
            naming.append(mention)
        elif mention.entity in entities:
            for target in denoted(mention):
                cited.setdefault(target, []).append(mention)
    if not cited or not (naming or unit.convention_articles):
        return
    segments = split_segments(unit.text)
    named = [(_segment_of(mention, segments), mention) for mention in naming]
    items = split_bare_list(unit.text)
    for target, spans in cited.items():
        carrying = [span for span in spans if target.entity not in joining and not names_joining_act(unit, span)]
        explicit = [
            (element, (span, mention))
            for span in carrying
            for scope in _scopes(span, segments)
            for place, mention in named
            if place == scope
            for element in _elements(mention, treaty)
        ]
        yield from _merge_links(unit.id, "explicit", target, explicit)
        stated = {element for element, _ in explicit}
        nearby = [
            (element, (span, mention))
            for span in carrying
            for place, mention in named
            if place not in _scopes(span, segments) and bisect(items, span.start) == bisect(items, mention.start)
            for element in _elements(mention, treaty)
            if element != WHOLE_TREATY and element not in stated
        ]
        yield from _merge_links(unit.id, "paragraph", target, nearby)
        if unit.convention_articles:
            count = len(unit.convention_articles)
            yield Citation(unit.id, "section", target, unit.convention_articles, tuple(spans), count)


def _elements(mention: Mention, treaty: Treaty) -> tuple[str, ...]:
    """Tell what of the treaty a mention of it names: articles, by number, or the treaty as a whole.

    An article that the treaty does not have is none of it: "article 156" taken for one of a treaty of 50.
    """
    named = [path[0].removeprefix("art:") for path in mention.targets if path[0].startswith("art:")]
    if not named:
        return (WHOLE_TREATY,)
    return tuple(dict.fromkeys(number for number in named if treaty.may_have(number)))


def _segment_of(mention: Mention, segments: Sequence[Segment]) -> int:
    return next(n for n, segment in enumerate(segments) if segment.start <= mention.start < segment.end)


def _scopes(span: Mention, segments: Sequence[Segment]) -> tuple[int, ...]:
    """Place a mention in its sentence and in the sentences that introduce the list it stands in."""
    place = _segment_of(span, segments)
    return (place, *segments[place].introduced_by)


def _merge_links(
    unit: str, strength: Strength, target: Target, links: Sequence[tuple[str, tuple[Mention, ...]]]
) -> Iterator[Citation]:
    """Make one citation of all links of one strength to one target."""
    if links:
        elements = tuple(dict.fromkeys(element for element, _ in links))
        evidence = {(m.start, m.end, m.type): m for _, mentions in links for m in mentions}
        yield Citation(unit, strength, target, elements, tuple(evidence[key] for key in sorted(evidence)))
