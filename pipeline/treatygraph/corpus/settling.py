"""Giving entities their IRIs: those of all reports together, after what earlier builds settled.

Entities that tell most are placed first: a dated act before the same act without its date. An entity takes the id of
the one entity that it is; where several are, or one only may be, it stays apart and the pairs are left for a person.
Entities of one report are never made one here: the report keeps them apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from treatygraph.corpus.identity import (
    ONE_NUMBER,
    Particulars,
    abstract_work,
    compare,
    contradiction,
    may_be_one,
    of_whole_or_part,
    read_particulars,
    resemblance,
)
from treatygraph.corpus.lock import Locked, Pair, Row, make_pair
from treatygraph.corpus.slips import may_be_slip
from treatygraph.graph.iris import document_name
from treatygraph.recognition.instruments.names import read_name
from treatygraph.report import Entity, InstrumentName
from treatygraph.resolution.subjects import read_number, telling_words

# An entity is listed with no more than so many that it may be.
_MOST_DOUBTS = 3
_MOST_WORDS = "the titles share most words that tell, but one report has both"


@dataclass(frozen=True, slots=True)
class Named:
    """The entities of one report under the ids that the report alone gives them."""

    symbol: str
    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Settlement:
    """Who is who in a corpus: for each symbol the id of each local id, all entities, and the pairs that may be one."""

    ids: dict[str, dict[str, str]]
    locked: dict[str, Locked]
    rows: tuple[Row, ...]


def settle(
    reports: Sequence[Named],
    locked: Mapping[str, Locked],
    decisions: Sequence[Row],
    names: dict[str, InstrumentName] | None = None,
) -> Settlement:
    """Find which entities of the reports are one, and the id of each.

    `locked` are the entities that have their IRIs; they keep them. The order of `reports` is no matter. `names` are
    names that were read before; those read now are added, for the next time.
    """
    register = _Register(locked, decisions, {} if names is None else names)
    symbols = sorted(reports, key=lambda report: report.symbol)
    for report in symbols:
        register.forget(report.symbol)
    for kind in ("agency", "instrument"):
        waiting = []
        for report in symbols:
            entities = [entity for entity in report.entities if entity.type == kind]
            unsure = of_whole_or_part(entities)
            for entity, is_work in (*((entity, False) for entity in entities), *_works(entities)):
                if not register.keep(report.symbol, entity, is_work):
                    particulars = register.read(report.symbol, entity, is_work)
                    waiting.append((particulars, report.symbol, entity, entity.id in unsure))
        waiting.sort(key=lambda item: (-item[0].exactness, item[0].abstract, item[1], item[2].id))
        for particulars, symbol, entity, alone in waiting:
            register.place(symbol, entity, particulars, alone=alone)
    return register.settlement()


def read_names(locked: Mapping[str, Locked], known: Mapping[str, InstrumentName]) -> dict[str, InstrumentName]:
    """Read all names that the instruments of the lock have, in order; those that are `known` are not read again."""
    texts = {text for entity in locked.values() if entity.type == "instrument" for text in entity.names}
    return {text: known[text] if text in known else read_name(text) for text in sorted(texts)}


def _works(entities: Iterable[Entity]) -> Iterator[tuple[Entity, bool]]:
    """Make the works that dated codes are versions of, each once, unless the report names them as such."""
    known = {entity.id for entity in entities}
    for entity in entities:
        work = abstract_work(entity)
        if work is not None and work.id not in known:
            known.add(work.id)
            yield work, True


class _Register:
    """The entities that have ids, found by what they share with another."""

    def __init__(
        self, locked: Mapping[str, Locked], decisions: Sequence[Row], names: dict[str, InstrumentName]
    ) -> None:
        self._names = names
        self.locked = {name: _copy(entity) for name, entity in locked.items()}
        self.decisions = {row.pair: row for row in decisions if row.decision}
        self.ids: dict[str, dict[str, str]] = {}
        self._alone: set[str] = set()
        self._before: dict[tuple[str, str], str] = {}
        self._particulars: dict[str, Particulars] = {}
        self._index: dict[tuple[str, ...], dict[str, None]] = {}
        for name, entity in self.locked.items():
            self._enter(name)
            for symbol, locals_ in entity.reports.items():
                self._before.update({(symbol, local): name for local in locals_})
        for row in sorted(decisions, key=lambda row: row.pair):
            if row.decision == "same":
                self._replace(row)

    def forget(self, symbol: str) -> None:
        """Take a report that is settled anew out of all entities."""
        self.ids[symbol] = {}
        for entity in self.locked.values():
            entity.reports.pop(symbol, None)

    def read(self, symbol: str, entity: Entity, is_work: bool) -> Particulars:
        """Read what identifies an entity of a report, its issuer by the id that all reports share.

        A code without a date is the work whose versions have dates, whoever names it; a constitution without a date is
        the one with a date.
        """
        issuer = self.ids[symbol].get(entity.issuer or "", entity.issuer)
        abstract = is_work or (entity.kind == "code" and entity.date is None)
        return read_particulars(entity, issuer=issuer, abstract=abstract, read=self._read_name)

    def keep(self, symbol: str, entity: Entity, is_work: bool) -> bool:
        """Give an entity the id that an earlier build gave it, unless it now means something else."""
        name = self._before.get((symbol, entity.id))
        if name is None:
            return False
        name = self._current(name)
        particulars = self.read(symbol, entity, is_work)
        if contradiction(self._particulars[name], particulars) is not None:
            return False
        self._take(symbol, entity, name, particulars)
        return True

    def place(self, symbol: str, entity: Entity, particulars: Particulars, *, alone: bool = False) -> None:
        """Give an entity the id of the one entity that it is, or a new one; a new one that stays its own if `alone`."""
        taken = set(self.ids[symbol].values())
        if particulars.abstract and particulars.group == "constitution" and entity.id in taken:
            return  # the dated constitution has the id of the one that an earlier report named without a date
        same = [name for name in self._candidates(particulars) if self._may_be(entity, particulars, name, taken)]
        name = same[0] if len(same) == 1 and not alone else self._mint(symbol, entity, particulars)
        if alone:
            self._alone.add(name)
        self._take(symbol, entity, name, particulars)

    def settlement(self) -> Settlement:
        """Sum up, with the pairs that a person may settle and those that one has settled."""
        rows = {pair: self._row(pair, reason) for pair, reason in self._doubts()}
        rows |= self.decisions
        return Settlement(self.ids, self.locked, tuple(rows[pair] for pair in sorted(rows)))

    def _may_be(self, entity: Entity, particulars: Particulars, name: str, taken: set[str]) -> bool:
        decided = self.decisions.get(make_pair(name, entity.id))
        if name in taken or name in self._alone or (decided is not None and decided.decision == "different"):
            return False
        return compare(self._particulars[name], particulars)[0] == "same"

    def _doubts(self) -> Iterator[tuple[Pair, str]]:
        """Find the pairs of instruments that may be one, the likest first, and of one instrument only a few.

        Two that one report names are kept apart by it; they are listed where all else says that they are one, where
        they have one number and date but other issuers or titles, or where their titles share most words that tell.
        """
        found: list[tuple[float, Pair, str]] = []
        for name, entity in self.locked.items():
            if entity.type == "agency" or not entity.reports or not entity.named:
                continue
            for other in self._candidates(self._particulars[name]):
                if other <= name or not self.locked[other].reports or (name, other) in self.decisions:
                    continue
                one, two = self._particulars[name], self._particulars[other]
                verdict, reason = compare(one, two)
                together = entity.reports.keys() & self.locked[other].reports.keys()
                if verdict == "same" or (verdict == "undecided" and (not together or reason.startswith(ONE_NUMBER))):
                    reason = f"{reason}, but one report has both" if together else reason
                    found.append((-resemblance(one, two), (name, other), reason))
                elif together and (slip := may_be_slip(one, two)) is not None:
                    found.append((-resemblance(one, two), (name, other), f"{slip}, but one report has both"))
                elif together and may_be_one(one, two):
                    found.append((-resemblance(one, two), (name, other), _MOST_WORDS))
        listed: Counter[str] = Counter()
        for _, pair, reason in sorted(found):
            if max(listed[pair[0]], listed[pair[1]]) < _MOST_DOUBTS:
                listed.update(pair)
                yield pair, reason

    def _candidates(self, particulars: Particulars) -> Iterator[str]:
        seen: dict[str, None] = {}
        for key in _keys(particulars):
            seen.update(self._index.get(key, {}))
        for name in sorted(seen):
            if self.locked[name].replaced_by is None:
                yield name

    def _mint(self, symbol: str, entity: Entity, particulars: Particulars) -> str:
        """Find a free id: the report's own, unless another entity has it.

        What a report refers to without saying which it means ("KAZ_act_unresolved") takes the report's name.
        """
        base = entity.id
        if base in self.locked and not particulars.named:
            base = f"{base}_{document_name(symbol)}"
        name, count = base, 1
        while name in self.locked:
            count += 1
            name = f"{base}-{count}"
        return name

    def _take(self, symbol: str, entity: Entity, name: str, particulars: Particulars) -> None:
        known = self.locked.get(name)
        before = None if known is None else (len(known.names), known.number, known.date, known.issuer)
        if known is None:
            known = self.locked[name] = Locked(
                id=name,
                type=entity.type,
                owner=particulars.owner,
                kind=entity.kind,
                label=entity.name,
                names=[entity.name],
                title=entity.title,
                amending=entity.amending,
                abstract=particulars.abstract,
                named=particulars.named,
                part=particulars.part,
            )
        known.names += [text for text in (entity.name, *entity.aliases) if text not in known.names]
        known.number = known.number or entity.number
        if entity.date and (known.date is None or ("/" not in entity.date and len(entity.date) > len(known.date))):
            known.date = entity.date
        known.issuer = known.issuer or particulars.issuer
        known.reports.setdefault(symbol, []).append(entity.id)
        self.ids[symbol][entity.id] = name
        if before != (len(known.names), known.number, known.date, known.issuer):
            self._enter(name)

    def _enter(self, name: str) -> None:
        entity = self.locked[name]
        known = entity.as_entity()
        self._particulars[name] = read_particulars(known, abstract=entity.abstract, read=self._read_name)
        for key in _keys(self._particulars[name]):
            self._index.setdefault(key, {})[name] = None

    def _read_name(self, text: str) -> InstrumentName:
        name = self._names.get(text)
        if name is None:
            name = self._names[text] = read_name(text)
        return name

    def _replace(self, row: Row) -> None:
        """Let the first entity take the place of the second, as a person decided."""
        if row.first not in self.locked or row.second not in self.locked:
            return
        first, second = self._current(row.first), self._current(row.second)
        if first != second:
            self.locked[second].replaced_by = first
            kept = self.locked[first]
            kept.names += [text for text in self.locked[second].names if text not in kept.names]
            kept.number, kept.date = kept.number or self.locked[second].number, kept.date or self.locked[second].date
            self._enter(first)

    def _current(self, name: str) -> str:
        while (following := self.locked[name].replaced_by) is not None:
            name = following
        return name

    def _row(self, pair: Pair, reason: str) -> Row:
        first, second = (self.locked[name] for name in pair)
        return Row(
            "",
            *pair,
            reason=reason,
            first_name=first.label,
            second_name=second.label,
            first_reports=" ".join(sorted(first.reports)),
            second_reports=" ".join(sorted(second.reports)),
        )


def _keys(particulars: Particulars) -> Iterator[tuple[str, ...]]:
    """The keys under which what may be the same is found: one that two entities share, they have both."""
    owner, kind = particulars.owner, particulars.type
    if particulars.type == "agency":
        for title in particulars.titles:
            yield (owner, kind, *sorted(title))
        return
    if particulars.known:
        yield (owner, "known", particulars.known)
    if particulars.number:
        yield (owner, "number", read_number(particulars.number).core)
    if particulars.date and "/" not in particulars.date:
        yield (owner, "date", particulars.date)
    if particulars.group == "constitution":
        yield (owner, "constitution")
    for title in particulars.titles:
        for word in telling_words(title):
            yield (owner, "word", word)


def _copy(entity: Locked) -> Locked:
    reports = {symbol: list(ids) for symbol, ids in entity.reports.items()}
    return replace(entity, names=list(entity.names), reports=reports)
