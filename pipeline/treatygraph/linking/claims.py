"""What the State claims: of the articles a law is cited under, those for which the report says something of it.

A citation places a law under articles, completely and literally; most say no more. A *claim* needs the State for
speaker, words that say what became of the law, and an article that is firm: named by the sentence or the paragraph,
the only one of the heading where the paragraph is about it, or one that the paragraph was narrowed to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from treatygraph.linking.firmness import Placing
from treatygraph.linking.joining import joining_acts, names_joining_act
from treatygraph.linking.listed import is_listed_beside
from treatygraph.linking.speaker import Voices
from treatygraph.linking.stance import Clauses, Stance, stance_in, strongest
from treatygraph.linking.states_own import is_states_own
from treatygraph.ontology import Treaty
from treatygraph.report import WHOLE_TREATY, Annotated, Citation, ClaimKind, Entity, Mention, Relation, Target, Unit

# What is said of a national instrument in force, by stance; nothing where it is named in passing or another State's.
_SAID: Mapping[str, ClaimKind] = {
    "effect": "implementedBy",
    "amended": "implementedBy",
    "planned": "plannedBy",
    "gap": "gapIn",
    "repealed": "formerlyImplementedBy",
}


def decide_claims(annotated: Annotated, citations: Iterable[Citation], treaty: Treaty) -> Iterator[Citation]:
    """Add to citations, which stand in the order of their units, their stance, their speaker and what is claimed.

    Args:
        annotated: the resolved report.
        citations: its citations, as `find_citations` found them.
        treaty: the treaty reported on.
    """
    report = annotated.report
    entities = {entity.id: entity for entity in annotated.entities}
    repeals: dict[tuple[str, str | None], list[Relation]] = {}
    for relation in annotated.relations:
        if relation.predicate == "repeals":
            repeals.setdefault((relation.unit, relation.object), []).append(relation)
    joining = joining_acts(annotated.relations, treaty)
    repealed = {r.object for r in annotated.relations if r.predicate == "repeals" and not r.object_path}
    mentions: dict[str, list[Mention]] = {}
    for mention in annotated.mentions:
        mentions.setdefault(mention.unit, []).append(mention)
    units = {unit.id: unit for unit in report.units}
    voices, placing = Voices(report), Placing(report, treaty)
    for unit_id, cited in groupby(citations, key=lambda citation: citation.unit):
        unit, here = units[unit_id], mentions.get(unit_id, [])
        placed, clauses = placing.of(unit, here), Clauses(unit, here)
        stances: dict[Target, Stance] = {}
        for citation in cited:
            target = citation.target
            named = [mention for mention in citation.evidence if mention.entity == target.entity]
            if target not in stances:
                said_repealed = repeals.get((unit_id, target.entity), ())
                found = (stance_in(clauses, m, entities, said_repealed, report.state) for m in named)
                stances[target] = strongest(found)
            said = stances[target]
            place = placed.place(citation)
            joins = target.entity in joining or all(names_joining_act(unit, mention) for mention in named)
            if joins or _says_nothing(unit, citation, entities[target.entity], here, treaty):
                place = replace(place, claimed=())  # how the State joined the treaty, not how it carries it out
            yield _claim(
                replace(
                    place,
                    stance=said.label,
                    stance_rule=said.rule,
                    subnational=said.subnational,
                    speaker=voices.speaker(unit, named),
                ),
                entities[target.entity],
                report.state,
                repealed,
            )


def _says_nothing(unit: Unit, citation: Citation, entity: Entity, here: Sequence[Mention], treaty: Treaty) -> bool:
    """Whether the words say nothing of a law and the treaty.

    "The strategy" of which no name is told: of what is it said? "Has ratified the Covenant and the Convention" says of
    neither treaty that it supports the other.
    """
    named = [mention for mention in citation.evidence if mention.entity == entity.id]
    if all(mention.resolved_by == "unresolved" for mention in named):
        return True
    if citation.elements != (WHOLE_TREATY,) or entity.level != "international":
        return False
    beside = [mention for mention in citation.evidence if mention.entity == treaty.abbreviation]
    return any(is_listed_beside(unit, one, other, here) for one in named for other in beside)


def claim_of(citation: Citation, entity: Entity, state: str | None, repealed: Collection[str]) -> ClaimKind | None:
    """Tell what the State claims of an instrument by a citation; None where it is none of its claims.

    A law that the same report says was repealed is in force no more, whatever the paragraph says; a bill is planned.
    A treaty that the State means to join supports nothing yet.
    Principles of an international body, an act of the European Union or a judgment are no law that the State made.
    """
    if citation.speaker != "state":
        return None
    if entity.level == "international":
        return "supportedBy" if citation.stance in ("effect", "amended") else None
    if entity.state is not None and state is not None and entity.state != state:
        return None
    if not is_states_own(entity):
        return None
    said = _SAID.get(citation.stance)
    if said == "formerlyImplementedBy" and (citation.target.path or entity.kind == "bill"):
        return None  # an article is repealed and its law goes on; a bill was never in force
    if said == "implementedBy" and entity.kind == "bill":
        return "plannedBy"
    if said == "implementedBy" and entity.id in repealed:
        return "formerlyImplementedBy"
    return said


def _claim(citation: Citation, entity: Entity, state: str | None, repealed: Collection[str]) -> Citation:
    claim = claim_of(citation, entity, state, repealed) if citation.claimed else None
    return replace(citation, claim=claim, claimed=citation.claimed if claim else ())
