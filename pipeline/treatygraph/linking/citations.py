"""Which law is cited under which article of the treaty reported on, how firmly, and in which words.

The pipeline reads this off the heading a unit stands under, the treaty and articles its sentences name, and
the instruments and provisions it mentions. A citation repeats what the State says; it is no finding of law.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from treatygraph.linking.joining import joining_acts, names_joining_act
from treatygraph.linking.segments import Segment, split_bare_list, split_segments
from treatygraph.ontology import Treaty, load_treaty
from treatygraph.report import WHOLE_TREATY, Annotated, Citation, Entity, Mention, Strength, Target, Unit

# So many mentions of an article in one sentence or paragraph are evidence for a law beside them; seldom are there two.
_MOST_NAMED = 20


def find_citations(annotated: Annotated) -> tuple[Citation, ...]:
    """Find the citations of a report, in the order of its units; none for a report under no core treaty.

    The strengths: *explicit*, one sentence names the treaty or an article and the target, or introduces the
    list in which the target stands; *paragraph*, another sentence of the paragraph names the article
    (in a bare list, of the same item); *section*, the heading names it and no other; *shared*, the heading names
    several; *note*, the law is named in a note to a paragraph that stands under the articles, or names them. The treaty
    reported on is never a
    target, and the law by which the State joined it is no explicit or paragraph one.
    """
    report = annotated.report
    treaty = load_treaty(report.treaty) if report.treaty else None
    if treaty is None:
        return ()
    entities = {entity.id: entity for entity in annotated.entities}
    joining = joining_acts(annotated.relations, treaty)
    mentions: dict[str, list[Mention]] = {}
    for mention in annotated.mentions:
        mentions.setdefault(mention.unit, []).append(mention)
    return tuple(
        citation
        for unit in report.units
        for citation in (
            _cite_in_note(unit, mentions, entities, treaty)
            if unit.kind == "note"
            else _cite_in_unit(unit, mentions.get(unit.id, []), entities, joining, treaty)
        )
    )


def denoted(mention: Mention) -> tuple[Target, ...]:
    """List what a resolved instrument or provision mention denotes: one target, or one a provision."""
    if mention.entity is None or mention.type not in ("instrument", "provision"):
        return ()
    return tuple(Target(mention.entity, path) for path in mention.targets) or (Target(mention.entity),)


def without_covered(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Leave out of a unit's mentions the instruments that are the tail of a provision: "article 6 of the *Code*"."""
    found = [mention for mention in mentions if mention.type in ("instrument", "provision")]
    provisions = [mention for mention in found if mention.type == "provision"]
    tails = {(p.instrument, p.entity) for p in provisions if p.instrument}
    starts = [p.start for p in provisions]

    def is_tail(mention: Mention) -> bool:
        if ((mention.start, mention.end), mention.entity) in tails:
            return True
        place = bisect(starts, mention.start) - 1
        return place >= 0 and mention.end <= provisions[place].end and provisions[place].entity == mention.entity

    return tuple(mention for mention in found if mention.type == "provision" or not is_tail(mention))


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
    starts = [segment.start for segment in segments]
    items = split_bare_list(unit.text)
    named = [
        (bisect(starts, mention.start) - 1, bisect(items, mention.start), element, mention)
        for mention in naming
        for element in elements_named(mention, treaty)
    ]
    in_sentence = _grouped((place, element, (place, mention)) for place, _, element, mention in named)
    in_item = _grouped((item, element, (place, mention)) for place, item, element, mention in named)
    for target, spans in cited.items():
        carrying = [span for span in spans if target.entity not in joining and not names_joining_act(unit, span)]
        scopes = [_scopes(bisect(starts, span.start) - 1, segments) for span in carrying]
        explicit = [
            (element, (span, mention))
            for span, around in zip(carrying, scopes, strict=True)
            for scope in around
            for element, (_, mention) in in_sentence.get(scope, ())
        ]
        yield from _merge_links(unit.id, "explicit", target, explicit)
        stated = {element for element, _ in explicit}
        nearby = [
            (element, (span, mention))
            for span, around in zip(carrying, scopes, strict=True)
            for element, (place, mention) in in_item.get(bisect(items, span.start), ())
            if place not in around and element != WHOLE_TREATY and element not in stated
        ]
        yield from _merge_links(unit.id, "paragraph", target, nearby)
        if unit.convention_articles:
            count = len(unit.convention_articles)
            strength: Strength = "section" if count == 1 else "shared"
            yield Citation(unit.id, strength, target, unit.convention_articles, tuple(spans), count)


def _cite_in_note(
    unit: Unit, mentions: Mapping[str, Sequence[Mention]], entities: Mapping[str, Entity], treaty: Treaty
) -> Iterator[Citation]:
    """Cite what a note names under the articles of the heading, and those that its paragraph names, or itself."""
    cited: dict[Target, list[Mention]] = {}
    named = [*unit.convention_articles]
    own = without_covered(mentions.get(unit.id, ()))
    paragraph = mentions.get(unit.noted[0], ()) if unit.noted else ()
    for mention in (*without_covered(paragraph), *own):
        if mention.entity == treaty.abbreviation:
            named.extend(element for element in elements_named(mention, treaty) if element != WHOLE_TREATY)
    for mention in own:
        if mention.entity != treaty.abbreviation and mention.entity in entities:
            for target in denoted(mention):
                cited.setdefault(target, []).append(mention)
    elements = tuple(dict.fromkeys(named))
    for target, spans in cited.items() if elements else ():
        yield Citation(unit.id, "note", target, elements, tuple(spans))


def elements_named(mention: Mention, treaty: Treaty) -> tuple[str, ...]:
    """Tell what of the treaty a mention of it names: articles, by number, or the treaty as a whole.

    An article that the treaty does not have is none of it: "article 156" taken for one of a treaty of 50.
    """
    named = [path[0].removeprefix("art:") for path in mention.targets if path[0].startswith("art:")]
    if not named:
        return (WHOLE_TREATY,)
    return tuple(dict.fromkeys(number for number in named if treaty.may_have(number)))


def _scopes(place: int, segments: Sequence[Segment]) -> tuple[int, ...]:
    """The sentence at a place and those that introduce the list it stands in."""
    return (place, *segments[place].introduced_by)


def _grouped(
    named: Iterable[tuple[int, str, tuple[int, Mention]]],
) -> dict[int, list[tuple[str, tuple[int, Mention]]]]:
    """What names the treaty or an article by the sentence or item that holds it, the first mentions of an article."""
    groups: dict[int, list[tuple[str, tuple[int, Mention]]]] = {}
    count: Counter[tuple[int, str]] = Counter()
    for group, element, mention in named:
        count[group, element] += 1
        if count[group, element] <= _MOST_NAMED:
            groups.setdefault(group, []).append((element, mention))
    return groups


def _merge_links(
    unit: str, strength: Strength, target: Target, links: Sequence[tuple[str, tuple[Mention, ...]]]
) -> Iterator[Citation]:
    """Make one citation of all links of one strength to one target."""
    if links:
        elements = tuple(dict.fromkeys(element for element, _ in links))
        evidence = {(m.start, m.end, m.type): m for _, mentions in links for m in mentions}
        yield Citation(unit, strength, target, elements, tuple(evidence[key] for key in sorted(evidence)))
