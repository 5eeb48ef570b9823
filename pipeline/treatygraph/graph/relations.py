"""What the report states about instruments, agencies and States beside the citations, with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode, Triple

from treatygraph.graph import vocabulary as v
from treatygraph.graph.description import Fact, bounds, decimal, describe, edtf, full_date, integer, text, year
from treatygraph.graph.iris import local_name, safe, state_iri
from treatygraph.graph.register import Register
from treatygraph.linking.joining import names_joining_act
from treatygraph.report import Annotated, Mention, Relation

_DIRECT = {
    "issuedBy": v.ELI_PASSED_BY,
    "amends": v.ELI_AMENDS,
    "repeals": v.ELI_REPEALS,
    "renamed": v.RENAMED_TO,
    "implements": v.ELI_APPLIES,  # eli:implements is deprecated in its favour
}
_ACTIONS = {
    "signedBy": "signature",
    "ratifiedBy": "ratification",
    "accededBy": "accession",
    "succeededBy": "succession",
    "partyTo": "party",
    "reservationWithdrawnBy": "reservation-withdrawal",
}
# A State that has only signed a treaty is not a party to it.
_JOINED = frozenset({"ratification", "accession", "succession", "party"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A direct triple that one unit states, and the mentions that say it."""

    subject: NamedNode
    predicate: NamedNode
    object: NamedNode
    unit: str
    evidence: tuple[NamedNode, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Action:
    """Signature, ratification, withdrawal of a reservation, … by a State, as units state it."""

    iri: NamedNode
    kind: str
    state: NamedNode
    treaty: NamedNode
    date: str | None
    domestic_act: NamedNode | None
    units: tuple[str, ...]
    evidence: tuple[NamedNode, ...]


def find_statements(annotated: Annotated, register: Register) -> tuple[Statement, ...]:
    """Turn relations into direct triples with evidence; unknown predicates and entities are left out."""
    found: dict[tuple[str, NamedNode, NamedNode, NamedNode], Statement] = {}
    for statement in _read_statements(annotated, register):
        key = (statement.unit, statement.subject, statement.predicate, statement.object)
        if (known := found.get(key)) is not None:
            statement = replace(known, evidence=tuple(dict.fromkeys(known.evidence + statement.evidence)))
        found[key] = statement
    return tuple(found.values())


def find_actions(annotated: Annotated, register: Register) -> tuple[Action, ...]:
    """Collect the treaty actions of all units, one for each State, treaty and kind, and article of a reservation.

    Each is a claim of this report: two reports that date one ratification differently are two claims of it.
    """
    found: dict[NamedNode, Action] = {}
    acts = _joining_acts(annotated)
    for relation in annotated.relations:
        treaty = register.entity(relation.subject)
        kind = _ACTIONS.get(relation.predicate)
        if treaty is None or kind is None:
            continue
        article = "".join(f"_{safe(step)}" for step in relation.object_path)
        iri = v.term(f"evt:{register.name}__{relation.object}_{local_name(treaty)}_{kind}{article}")
        act = acts.get((relation.unit, relation.subject))
        evidence = _evidence(relation, register)
        if act is not None:
            evidence = (*evidence, register.mention(act))
        known = found.get(iri)
        found[iri] = Action(
            iri=iri,
            kind=kind,
            state=state_iri(relation.object),
            treaty=treaty,
            date=(known and known.date) or relation.date,
            domestic_act=(known and known.domestic_act)
            or (register.entity(act.entity) if act and act.entity else None),
            units=tuple(dict.fromkeys((*(known.units if known else ()), relation.unit))),
            evidence=tuple(dict.fromkeys((*(known.evidence if known else ()), *evidence))),
        )
    return tuple(found.values())


def describe_statements(statements: tuple[Statement, ...], register: Register) -> Iterator[Triple]:
    """Describe the evidence of each statement."""
    for statement in statements:
        names = (statement.subject, statement.predicate, statement.object)
        local = "--".join(local_name(name).rpartition("#")[2] for name in names)
        unit = register.units[statement.unit]
        facts: list[Fact] = [
            (v.RDF_SUBJECT, statement.subject),
            (v.RDF_PREDICATE, statement.predicate),
            (v.RDF_OBJECT, statement.object),
            (v.IN_UNIT, unit),
            *((v.EVIDENCE, mention) for mention in statement.evidence),
            (v.RULE, text(statement.rule)),
            (v.CONFIDENCE, decimal(statement.confidence)),
        ]
        iri = v.term(f"asr:{local_name(unit)}--{local}")
        yield from describe(iri, (v.ASSERTION, v.RDF_STATEMENT, v.PROV_ENTITY), facts)


def describe_actions(actions: tuple[Action, ...], register: Register) -> Iterator[Triple]:
    """Describe the treaty actions."""
    for action in actions:
        span = bounds(action.date)
        facts: list[Fact] = [
            (v.ACTION_TYPE, v.term(f"ta:{action.kind}")),
            (v.STATE, action.state),
            (v.TREATY_OF, action.treaty),
            (v.ACTION_DATE, full_date(action.date)),
            (v.YEAR, integer(year(action.date))),
            (v.EDTF, edtf(action.date)),
            (v.EARLIEST, full_date(span[0]) if span else None),
            (v.LATEST, full_date(span[1]) if span else None),
            (v.DOMESTIC_ACT, action.domestic_act),
            *((v.IN_UNIT, register.units[unit]) for unit in action.units),
            *((v.EVIDENCE, mention) for mention in action.evidence),
        ]
        yield from describe(action.iri, (v.TREATY_ACTION,), facts)


def _read_statements(annotated: Annotated, register: Register) -> Iterator[Statement]:
    acts = _joining_acts(annotated)
    for relation in annotated.relations:
        evidence = _evidence(relation, register)
        for subject, predicate, value in _direct(relation, register):
            yield _state(relation, subject, predicate, value, evidence)
        act = acts.get((relation.unit, relation.subject))
        if act is not None and relation.predicate in _ACTIONS:
            law = register.entity(act.entity or "")
            treaty = register.entity(relation.subject)
            if law is not None and treaty is not None:
                yield _state(relation, law, v.RATIFIES, treaty, (*evidence, register.mention(act)))


def _state(
    relation: Relation,
    subject: NamedNode,
    predicate: NamedNode,
    value: NamedNode,
    evidence: tuple[NamedNode, ...],
) -> Statement:
    return Statement(subject, predicate, value, relation.unit, evidence, relation.rule, relation.confidence)


def _direct(relation: Relation, register: Register) -> Iterator[tuple[NamedNode, NamedNode, NamedNode]]:
    """Yield the direct triples of a relation.

    "ratified by" a law is an approval of the treaty by the law, so `approves` with a treaty is `tg:ratifies`.
    """
    subject = register.entity(relation.subject)
    if subject is None:
        return
    if relation.predicate in _ACTIONS:
        if _ACTIONS[relation.predicate] in _JOINED:
            yield state_iri(relation.object), v.PARTY_TO, subject
        return
    predicate = _DIRECT.get(relation.predicate)
    if relation.predicate == "approves":
        approved = register.entities.get(relation.object)
        predicate = v.RATIFIES if approved is not None and approved.level == "international" else v.APPROVES
    value = register.entity(relation.object)
    if predicate is not None and value is not None:
        yield subject, predicate, value
        division = register.entity(relation.object, relation.object_path)
        if division is not None and division != value:
            yield subject, predicate, division


def _evidence(relation: Relation, register: Register) -> tuple[NamedNode, ...]:
    return tuple(register.mentions[relation.unit, kind, start, end] for kind, start, end in relation.evidence)


def _joining_acts(annotated: Annotated) -> dict[tuple[str, str], Mention]:
    """Find the national act by which a unit says that a treaty was joined, by unit and treaty.

    It is a law that approves the treaty by a relation, or else one that stands as the means of ratification
    after the treaty: "… the International Convention …, … ratified by Kazakhstan pursuant to the Act of 15
    December 2008".
    """
    units = {unit.id: unit for unit in annotated.report.units}
    entities = {entity.id: entity for entity in annotated.entities}
    joined = {(r.unit, r.subject) for r in annotated.relations if _ACTIONS.get(r.predicate) in _JOINED}
    approved = {(r.unit, r.subject): r.object for r in annotated.relations if r.predicate == "approves"}
    acts: dict[tuple[str, str], Mention] = {}
    last: dict[str, str] = {}
    for mention in annotated.mentions:
        entity = entities.get(mention.entity or "")
        if mention.type != "instrument" or entity is None:
            continue
        if (mention.unit, entity.id) in joined:
            last[mention.unit] = entity.id
        elif entity.level == "national":
            treaty = approved.get((mention.unit, entity.id))
            if (mention.unit, treaty) not in joined and names_joining_act(units[mention.unit], mention):
                treaty = last.get(mention.unit)
            if treaty is not None and (mention.unit, treaty) in joined:
                acts.setdefault((mention.unit, treaty), mention)
    return acts
