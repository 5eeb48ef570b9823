"""The stance of a citation: the table of rules, and what holds of a law that is cited several times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from treatygraph.linking.stance.asides import LABELS, PASSING
from treatygraph.linking.stance.changes import AMENDED, CHANGING, REPEALED
from treatygraph.linking.stance.clauses import Clause, Clauses
from treatygraph.linking.stance.gaps import GAP
from treatygraph.linking.stance.handling import HANDLED
from treatygraph.linking.stance.kept import KEPT
from treatygraph.linking.stance.plans import PLANNED
from treatygraph.linking.stance.practice import (
    HAMPERED,
    NOT_APPLIED,
    NOT_JOINED,
    ON_THE_TABLE,
    SPOKEN_OF,
    TO_BE_JOINED,
)
from treatygraph.linking.stance.regions import is_subnational
from treatygraph.linking.stance.roles import Rule, StanceLabel
from treatygraph.linking.stance.treatment import TREATMENT
from treatygraph.linking.stance.unmade import UNMADE
from treatygraph.report import Entity, Mention, Relation, Unit

# In this order: a law that changes another is in force; what is only planned is neither lacking nor repealed yet.
RULES: tuple[Rule, ...] = (
    *CHANGING,
    *NOT_JOINED,
    *KEPT,
    *UNMADE,
    *TO_BE_JOINED,
    *ON_THE_TABLE,
    *PLANNED,
    *LABELS,
    *NOT_APPLIED,
    *HAMPERED,
    *GAP,
    *TREATMENT,
    *REPEALED,
    *AMENDED,
    *HANDLED,
    *SPOKEN_OF,
    *PASSING,
)

OTHERWISE = "nothing else is said"
OTHER_STATE = "another State's law"

# Kinds that a State makes for itself; a "convention" or "programme" with a State's adjective may be no State's law.
_LAWS = frozenset({"constitution", "code", "act", "decree", "regulation"})
# What a unit says of a law over all its mentions: that it is gone outweighs what it once said; that it does
# something outweighs that it is to be changed or lacks something else; all outweigh that it is named in passing.
_STRONGEST: tuple[StanceLabel, ...] = ("other-state", "repealed", "effect", "amended", "gap", "planned", "passing")
_ABSENT = frozenset(rule.name for rule in RULES if rule.absent)


@dataclass(frozen=True, slots=True)
class Stance:
    """What a citation says of its law.

    `subnational` marks a law of a province, region, entity or municipality; `rule` is the name of the rule that
    decided, `OTHERWISE` where none did.
    """

    label: StanceLabel
    subnational: bool
    rule: str


def stance(
    unit: Unit,
    mention: Mention,
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
    relations: Sequence[Relation] = (),
    state: str | None = None,
) -> Stance:
    """Tell what a citation says of the law it names: that it has effect, lacks something, was repealed, ….

    Args:
        unit: the paragraph or table.
        mention: the citation, an instrument or provision mention of the unit.
        mentions: all the mentions of the unit.
        entities: what mentions denote, by id.
        relations: what the report's sentences say of instruments; those of other units are passed over.
        state: the State that reports, alpha-3; without it no law is another State's.

    Returns:
        The label of the first rule that holds, `effect` where none does.
    """
    return stance_in(Clauses(unit, mentions), mention, entities, relations, state)


def stance_in(
    clauses: Clauses,
    mention: Mention,
    entities: Mapping[str, Entity],
    relations: Sequence[Relation] = (),
    state: str | None = None,
) -> Stance:
    """As `stance`, for a unit of which several citations are asked."""
    clause, unit = clauses.of(mention), clauses.unit
    entity = entities.get(mention.entity or "")
    issuer = entities.get(entity.issuer or "") if entity is not None else None
    subnational = is_subnational(unit, clause.printed, clause.own, entity, issuer, state)
    label, rule = _decide(clause, entity, state)
    if label in ("effect", "passing") and _is_repealed(unit, mention, relations):
        label, rule = "repealed", "another is found to repeal it"
    return Stance(label, subnational, rule)


def strongest(stances: Iterable[Stance]) -> Stance:
    """What a unit says of a law that it cites several times: the stronger claim holds.

    "The Act stipulates that centres must not discriminate against the persons covered by this Act" has effect. What
    is not there yet has none because it is named once more: "a Building Code will be enacted. The Building Code …".

    Raises:
        ValueError: there is no stance.
    """
    found = list(stances)
    if any(each.rule in _ABSENT for each in found):
        found = [each for each in found if each.rule != OTHERWISE]
    return min(found, key=lambda each: _STRONGEST.index(each.label))


def _decide(clause: Clause, entity: Entity | None, state: str | None) -> tuple[StanceLabel, str]:
    if entity is not None and entity.kind in _LAWS and state is not None and entity.state not in (None, state):
        return "other-state", OTHER_STATE
    for rule in RULES:
        if rule.decides(clause):
            return rule.verdict, rule.name
    return "effect", OTHERWISE


def _is_repealed(unit: Unit, mention: Mention, relations: Sequence[Relation]) -> bool:
    """Whether a sentence of the unit is read elsewhere as saying that a law repeals what this mention names."""
    return any(
        r.predicate == "repeals"
        and r.object == mention.entity
        and ("instrument", mention.start, mention.end) in r.evidence
        for r in relations
        if r.unit == unit.id
    )
