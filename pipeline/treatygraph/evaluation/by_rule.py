"""How often each rule is right in a report that was annotated by hand.

A rule that finds mentions is right where both ends of the mention agree with gold; one that says what a mention
denotes, where gold has that mention and what it denotes there is the counterpart; one that finds relations, where gold
states the relation in the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from treatygraph.evaluation.annotations import Record, read_annotations
from treatygraph.evaluation.scores import SCORED_RELATIONS, Compared, pair_type
from treatygraph.report import MENTION_TYPES, MentionType

_DENOTING: tuple[MentionType, ...] = ("instrument", "provision", "agency")


@dataclass(frozen=True, slots=True)
class Decision:
    """What one rule decided once. `sort` is what it decides about, as in `decisions`; `right` is None without gold."""

    sort: str
    rule: str
    right: bool | None = None


def decisions(mentions: Iterable[Record], relations: Iterable[Record]) -> Iterator[Decision]:
    """Every decision of a built report by its records, whose rightness is not known.

    The sorts are a mention's type ("instrument"), "instrument denotes" and the like, and a relation's predicate.
    """
    for mention in mentions:
        yield Decision(mention["type"], mention["rule"])
        if mention.get("resolved_by"):
            yield Decision(f"{mention['type']} denotes", mention["resolved_by"])
    for relation in relations:
        yield Decision(relation["predicate"], relation["rule"])


def judge(gold_folder: Path, system_folder: Path) -> tuple[Decision, ...]:
    """The decisions of a built report in the paragraphs that gold has, each right or not.

    Raises:
        TreatygraphError: a folder holds no paragraphs, or a line of a file is not JSON.
    """
    system = read_annotations(system_folder)
    gold = read_annotations(gold_folder, texts_of=system)
    compared = {t: pair_type(t, gold.of_type(t), system.of_type(t, within=gold.units)) for t in MENTION_TYPES}
    instruments = compared["instrument"].match_entities(gold.entities, system.entities)
    agencies = compared["agency"].match_entities(gold.entities, system.entities)
    judged: list[Decision] = []
    for kind in MENTION_TYPES:
        judged += _found(compared[kind])
    for kind in _DENOTING:
        judged += _denoted(compared[kind], agencies if kind == "agency" else instruments)
    to_gold = {s: g for g, s in (*agencies.items(), *instruments.items())}
    stated = {(row["subject"], row["predicate"], row["object"]) for row in gold.relations}
    for row in system.relations:
        if str(row.get("paragraph")) in gold.units and row["predicate"] in SCORED_RELATIONS:
            ends = to_gold.get(row["subject"]), row["predicate"], to_gold.get(row["object"], row["object"])
            judged.append(Decision(row["predicate"], row["rule"], ends in stated))
    return tuple(judged)


def _found(compared: Compared) -> Iterator[Decision]:
    exact = {j for i, j in compared.pairs.items() if compared.same_span(compared.gold[i], compared.system[j])}
    for j, mention in enumerate(compared.system):
        yield Decision(compared.type, mention.record["rule"], j in exact)


def _denoted(compared: Compared, counterpart: dict[Any, Any]) -> Iterator[Decision]:
    for i, j in compared.pairs.items():
        gold, system = compared.gold[i], compared.system[j]
        if gold.entity and system.record.get("resolved_by"):
            right = counterpart.get(gold.entity) == system.entity
            yield Decision(f"{compared.type} denotes", system.record["resolved_by"], right)
