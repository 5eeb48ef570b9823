"""How well a built report agrees with a hand-annotated one.

Both are folders of `paragraphs.jsonl`, `mentions.jsonl`, `entities.jsonl` and `relations.jsonl`. The two texts of a
paragraph may differ in white space and soft hyphens; spans are compared without them. A gold paragraph may hold
`sha256` (of its text without white space) in place of `text`: its mentions are then looked for in the built text,
and one that is not found there counts as missed.

Mentions are scored exactly (both ends agree) and relaxed (they overlap), one to one. Entities are scored by B³
(Bagga and Baldwin 1998, "Algorithms for Scoring Coreference Chains") over the mentions that both sides have; gold
and built entities are then matched one to one by the mentions that they share, so that ids need not agree; those
that share none are matched where just one built entity bears one of the names.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from treatygraph.errors import TreatygraphError
from treatygraph.evaluation.annotations import Placed, Record, read_annotations, squeeze
from treatygraph.folders import list_folders
from treatygraph.report import MENTION_TYPES, MentionType

Pairs = dict[int, int]

ATTRIBUTES = ("kind", "level", "number", "date")
# The relations that the guidelines annotate; others may be extracted and are not scored.
SCORED_RELATIONS = frozenset(("issuedBy", "approves", "amends", "ratifiedBy", "signedBy", "accededBy", "partyTo"))


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision and recall, each between 0 and 1. `gold` and `system` count what was compared, where countable."""

    precision: float
    recall: float
    gold: int | None = None
    system: int | None = None

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def as_record(self) -> Record:
        """The figures under the short names of the JSON report."""
        record: Record = {"p": self.precision, "r": self.recall, "f1": self.f1}
        if self.gold is not None:
            record |= {"n_gold": self.gold, "n_sys": self.system}
        return record


@dataclass(frozen=True, slots=True)
class Miss:
    """A mention that the two sides disagree on: `missed` has no built words, `spurious` no gold words."""

    type: MentionType
    kind: Literal["missed", "spurious", "span"]
    paragraph: str
    gold: str | None
    system: str | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures for one report.

    `text_equal` and `articles_equal` are the shares of gold units whose text and Convention articles agree.
    `back_references` counts the gold's, `resolved` is the share that denote the right instrument. `links` are pairs of
    a Convention article and an instrument cited under it, `provision_links` of an article and a provision,
    `national_links` those to national instruments.
    """

    gold_units: int
    system_units: int
    text_equal: float
    articles_equal: float
    exact: Mapping[str, Agreement]
    relaxed: Mapping[str, Agreement]
    date_values: Agreement
    b_cubed: Mapping[str, Agreement]
    back_references: int
    resolved: float
    targets: Agreement
    links: Agreement
    provision_links: Agreement
    national_links: Agreement
    relations: Agreement
    attributes: Mapping[str, float]
    misses: tuple[Miss, ...]

    def figures(self) -> dict[str, float]:
        """The figures of the table that `evaluate` shows, by name."""
        return {
            "text equal": self.text_equal,
            "articles equal": self.articles_equal,
            **{f"{kind}, exact F1": agreement.f1 for kind, agreement in self.exact.items()},
            **{f"{kind}, relaxed F1": agreement.f1 for kind, agreement in self.relaxed.items()},
            "date values F1": self.date_values.f1,
            "provision targets F1": self.targets.f1,
            **{f"{kind} B³ F1": agreement.f1 for kind, agreement in self.b_cubed.items()},
            "back-references": self.resolved,
            "article links F1": self.links.f1,
            "national links F1": self.national_links.f1,
            "provision links F1": self.provision_links.f1,
            "relations F1": self.relations.f1,
            **{f"{name} of instruments": share for name, share in self.attributes.items()},
        }

    def as_record(self) -> Record:
        """Everything but the misses, ready for JSON."""
        types: dict[str, Record] = {
            t: {"exact": self.exact[t].as_record(), "relaxed": self.relaxed[t].as_record()} for t in MENTION_TYPES
        }
        types["date"]["value"] = self.date_values.as_record()
        for t, agreement in self.b_cubed.items():
            types[t]["b_cubed"] = agreement.as_record()
        types["provision"]["target"] = self.targets.as_record()
        return {
            "paragraphs": {
                "gold": self.gold_units,
                "system": self.system_units,
                "text_equal": self.text_equal,
                "articles_equal": self.articles_equal,
            },
            **types,
            "anaphora": {"n": self.back_references, "resolved": self.resolved},
            "links": self.links.as_record(),
            "provision_links": self.provision_links.as_record(),
            "national_links": self.national_links.as_record(),
            "relations": self.relations.as_record(),
            "attributes": dict(self.attributes),
        }


def evaluate(gold_folder: Path, system_folder: Path) -> Evaluation:
    """Score a built report against a gold one.

    Raises:
        TreatygraphError: a folder holds no paragraphs, or a line of a file is not JSON.
    """
    system = read_annotations(system_folder)
    gold = read_annotations(gold_folder, texts_of=system)
    compared = [pair_type(t, gold.of_type(t), system.of_type(t, within=gold.units)) for t in MENTION_TYPES]
    by_type = {comparison.type: comparison for comparison in compared}
    instruments, agencies, dates = by_type["instrument"], by_type["agency"], by_type["date"]

    counterpart = instruments.match_entities(gold.entities, system.entities)
    to_gold = {s: g for g, s in counterpart.items()}
    agency_to_gold = {s: g for g, s in agencies.match_entities(gold.entities, system.entities).items()}
    named_by = [m for c in (instruments, by_type["provision"]) for m in c.system]

    def renamed(entity: Any) -> Any:
        return to_gold.get(entity, f"?{entity}")

    gold_links, gold_deep = _links(instruments.gold + by_type["provision"].gold, gold.units, lambda entity: entity)
    system_links, system_deep = _links(named_by, system.units, renamed)
    national = {e for e, record in gold.entities.items() if record.get("level") == "national"}
    system_national = {renamed(e) for e, record in system.entities.items() if record.get("level") == "national"}

    return Evaluation(
        gold_units=len(gold.units),
        system_units=len(system.units),
        text_equal=_share(_same_text(unit, system.units.get(i)) for i, unit in gold.units.items()),
        articles_equal=_share(_same_articles(unit, system.units.get(i)) for i, unit in gold.units.items()),
        exact={c.type: c.agreement(c.same_span) for c in compared},
        relaxed={c.type: c.agreement(lambda g, s: True) for c in compared},
        date_values=dates.agreement(lambda g, s: g.record.get("value") == s.record.get("value")),
        b_cubed={"instrument": instruments.b_cubed(), "agency": agencies.b_cubed()},
        back_references=len(instruments.back_references()),
        resolved=instruments.resolved(counterpart),
        targets=_agree(
            [(m.unit, m.entity, path) for m in by_type["provision"].gold for path in m.targets],
            [(m.unit, renamed(m.entity), path) for m in by_type["provision"].system for path in m.targets],
        ),
        links=_agree(gold_links, system_links),
        provision_links=_agree(gold_deep, system_deep),
        national_links=_agree(
            {link for link in gold_links if link[1] in national},
            {link for link in system_links if link[1] in system_national},
        ),
        relations=_agree(
            _relations(gold.relations, lambda entity: entity),
            _relations(
                (row for row in system.relations if str(row.get("paragraph")) in gold.units),
                lambda entity: to_gold.get(entity) or agency_to_gold.get(entity) or entity,
            ),
        ),
        attributes=_attributes(counterpart, gold.entities, system.entities),
        misses=tuple(miss for comparison in compared for miss in comparison.misses()),
    )


def evaluate_all(gold: Path, system: Path) -> dict[str, Evaluation]:
    """Score one report, or each report of a folder of gold that stands in a folder of built reports, by name.

    Raises:
        TreatygraphError: nothing in the two folders can be compared.
    """
    if (gold / "paragraphs.jsonl").is_file():
        built = system if (system / "paragraphs.jsonl").is_file() else system / gold.resolve().name
        return {gold.resolve().name: evaluate(gold, built)}
    folders = list_folders(gold, "paragraphs.jsonl")
    common = [folder for folder in folders if (system / folder.name / "paragraphs.jsonl").is_file()]
    if not common:
        raise TreatygraphError(
            f"{system}: no report of {gold} was built here; run treatygraph build on the reports first."
        )
    return {folder.name: evaluate(folder, system / folder.name) for folder in common}


@dataclass(frozen=True, slots=True)
class Compared:
    """Gold and built mentions of one type, and which place in `gold` is paired with which in `system`."""

    type: MentionType
    gold: list[Placed]
    system: list[Placed]
    pairs: Pairs

    @staticmethod
    def same_span(gold: Placed, system: Placed) -> bool:
        """Whether both ends agree."""
        return gold.span == system.span

    def agreement(self, agrees: Callable[[Placed, Placed], bool]) -> Agreement:
        """Precision and recall, where a pair is right that `agrees`."""
        right = sum(agrees(self.gold[i], self.system[j]) for i, j in self.pairs.items())
        return _ratio(right, len(self.gold), len(self.system))

    def match_entities(self, gold: Mapping[Any, Record], system: Mapping[Any, Record]) -> dict[Any, Any]:
        """Gold entity → built entity, one to one, by the number of mentions that they share, then by name."""
        matched = self._match_by_mentions()
        taken = set(matched.values())
        free = [(s, _names(x)) for s, x in system.items() if x.get("type") == self.type and s not in taken]
        for g, entity in gold.items():
            if entity.get("type") != self.type or g in matched:
                continue
            named = [s for s, names in free if names & _names(entity) and s not in taken]
            if len(named) == 1:
                matched[g] = named[0]
                taken.add(named[0])
        return matched

    def _match_by_mentions(self) -> dict[Any, Any]:
        votes = Counter(
            (self.gold[i].entity, self.system[j].entity)
            for i, j in self.pairs.items()
            if self.gold[i].entity and self.system[j].entity
        )
        matched: dict[Any, Any] = {}
        for (gold, system), _ in votes.most_common():
            if gold not in matched and system not in matched.values():
                matched[gold] = system
        return matched

    def b_cubed(self) -> Agreement:
        """B³ over the pairs."""
        items = [(self.gold[i].entity, self.system[j].entity) for i, j in self.pairs.items()]
        if not items:
            return Agreement(0.0, 0.0)
        gold_size, system_size = Counter(g for g, _ in items), Counter(s for _, s in items)
        both = Counter(items)
        return Agreement(
            sum(both[item] / system_size[item[1]] for item in items) / len(items),
            sum(both[item] / gold_size[item[0]] for item in items) / len(items),
        )

    def back_references(self) -> list[int]:
        """The places in `gold` of what refers back."""
        return [i for i, mention in enumerate(self.gold) if mention.record.get("anaphor")]

    def resolved(self, counterpart: Mapping[Any, Any]) -> float:
        """The share of the gold's back-references that denote the right instrument."""
        references = self.back_references()
        right = [
            i
            for i in references
            if i in self.pairs and counterpart.get(self.gold[i].entity) == self.system[self.pairs[i]].entity
        ]
        return len(right) / max(1, len(references))

    def misses(self) -> Iterable[Miss]:
        """What the two sides disagree on."""
        taken = set(self.pairs.values())
        for i, gold in enumerate(self.gold):
            if i not in self.pairs:
                yield Miss(self.type, "missed", gold.unit, gold.text, None)
        for j, system in enumerate(self.system):
            if j not in taken:
                yield Miss(self.type, "spurious", system.unit, None, system.text)
        for i, j in self.pairs.items():
            if not self.same_span(self.gold[i], self.system[j]):
                yield Miss(self.type, "span", self.gold[i].unit, self.gold[i].text, self.system[j].text)


def _names(entity: Record) -> set[str]:
    """An entity's names as they are compared: in lower case, an office under its ministry's name."""
    names = [entity.get("name"), *(entity.get("aliases") or [])]
    return {name.lower().replace("minister of", "ministry of").removeprefix("the ") for name in names if name}


def pair_type(mention_type: MentionType, gold: list[Placed], system: list[Placed]) -> Compared:
    """Pair the mentions of one type that overlap, one to one."""
    return Compared(mention_type, gold, system, _align(gold, system))


def _align(gold: Sequence[Placed], system: Sequence[Placed]) -> Pairs:
    """Pair mentions that overlap, the largest share of overlap first; of equal shares, the last."""
    places = defaultdict(list)
    for j, mention in enumerate(system):
        places[mention.unit].append(j)
    candidates = []
    for i, mention in enumerate(gold):
        for j in places[mention.unit]:
            (start, end), (other_start, other_end) = mention.span, system[j].span
            overlap = min(end, other_end) - max(start, other_start)
            if overlap > 0:
                candidates.append((overlap / (max(end, other_end) - min(start, other_start)), i, j))
    pairs: Pairs = {}
    taken = set()
    for _, i, j in sorted(candidates, reverse=True):
        if i not in pairs and j not in taken:
            taken.add(j)
            pairs[i] = j
    return pairs


def _links(
    mentions: Iterable[Placed], units: Mapping[str, Record], named: Callable[[Any], Any]
) -> tuple[set[tuple[str, Any]], set[tuple[str, Any, tuple[str, ...]]]]:
    """(Convention article, instrument) pairs, and the same with the path of the provision."""
    shallow, deep = set(), set()
    for mention in mentions:
        if not mention.entity:
            continue
        for article in units[mention.unit].get("convention_articles") or []:
            entity = named(mention.entity)
            shallow.add((str(article), entity))
            deep |= {(str(article), entity, path) for path in mention.targets}
    return shallow, deep


def _relations(rows: Iterable[Record], named: Callable[[Any], Any]) -> set[tuple[Any, str, Any]]:
    return {
        (named(row["subject"]), row["predicate"], named(row["object"]))
        for row in rows
        if row["predicate"] in SCORED_RELATIONS
    }


def _attributes(
    counterpart: Mapping[Any, Any], gold: Mapping[Any, Record], system: Mapping[Any, Record]
) -> dict[str, float]:
    """The share of what gold says of its instruments that the matched ones say too; more is no fault."""
    shares = {}
    for name in ATTRIBUTES:
        said = [(gold.get(g, {}).get(name), system.get(s, {}).get(name)) for g, s in counterpart.items()]
        said = [(want, got) for want, got in said if want is not None]
        shares[name] = sum(want == got for want, got in said) / max(1, len(said))
    return shares


def _agree(gold: Iterable[Hashable], system: Iterable[Hashable]) -> Agreement:
    wanted, found = Counter(gold), Counter(system)
    return _ratio((wanted & found).total(), wanted.total(), found.total())


def _ratio(right: int, gold: int, system: int) -> Agreement:
    """Where gold has nothing, recall is 1, and precision is 1 only if nothing was found."""
    precision = right / system if system else float(not gold)
    return Agreement(precision, right / gold if gold else 1.0, gold, system)


def _share(agree: Iterable[bool]) -> float:
    answers = list(agree)
    return answers.count(True) / len(answers)


def _same_text(gold: Record, system: Record | None) -> bool:
    return (gold.get("sha256") or _digest(gold["text"])) == _digest((system or {}).get("text", ""))


def _digest(text: str) -> str:
    return hashlib.sha256(squeeze(text).letters.encode()).hexdigest()


def _same_articles(gold: Record, system: Record | None) -> bool:
    articles = [[str(a) for a in (unit or {}).get("convention_articles") or []] for unit in (gold, system)]
    return articles[0] == articles[1]
