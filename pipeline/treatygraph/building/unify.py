"""One law, one IRI: the reports in a folder brought to name what is one by one id.

Each report is first built alone. Here their entities are settled together, after the lock that earlier builds left,
and the reports whose ids change are written anew from their records. Doing it again changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from treatygraph.building.folder import write_sealed
from treatygraph.building.made import read_made
from treatygraph.building.printing import keep_pages
from treatygraph.building.swap import discard, hidden, make_folder, place, saying, write_file
from treatygraph.corpus.lock import (
    DECISIONS_FILE,
    LOCK_FILE,
    Locked,
    check_known,
    read_decisions,
    read_lock,
    write_decisions,
    write_lock,
)
from treatygraph.corpus.records import read_entities, read_records
from treatygraph.corpus.review import Review, judge_citations
from treatygraph.corpus.settling import Named, Settlement, read_names, settle
from treatygraph.folders import list_folders
from treatygraph.graph.names import abstract_name
from treatygraph.linking import link
from treatygraph.report import Annotated, Citation, Entity, InstrumentName, Judgement, Mention, Relation
from treatygraph.resolution.subjects import dates_agree, same_number

Renaming = dict[str, Entity]
Task = tuple[Path, Path, Renaming, tuple[Judgement, ...]]


@dataclass(frozen=True, slots=True)
class Unified:
    """What became of a folder of reports.

    How many entities there are, how many stand in several reports, how many pairs a person may settle, and the
    folders that were written anew.
    """

    entities: int
    shared: int
    undecided: int
    rewritten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Local:
    """A report's folder, its entities as its records have them, and as the report alone gives them."""

    folder: Path
    entities: tuple[Entity, ...]
    local: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who is who in all reports of a folder, by symbol, and which folder is written as it says already.

    `former` are the ids of the entities that each one took the place of, by its own id.
    """

    reports: Mapping[str, _Local]
    settlement: Settlement
    former: Mapping[str, tuple[str, ...]]
    written: Path | None = None


def agree(
    output: Path,
    names: dict[str, InstrumentName],
    annotated: Annotated | None = None,
    folder: Path | None = None,
    locked: Mapping[str, Locked] | None = None,
) -> Agreement:
    """Settle the entities of all reports in a folder, and write the lock and the list for a person.

    `annotated` is a report that is about to be written into `folder`, settled with the others. `names` are names that
    were read before, in the end all that the lock holds. `locked` is the lock, where it was read already. The lock
    is written before the reports: where the run is ended among them, the next one settles the same.

    Raises:
        ReadingError: the lock, the list or a report cannot be read.
        WritingError: lock or list cannot be written.
    """
    reports = {
        symbol: _Local(found, entities, _localise(entities))
        for found in list_folders(output)
        if found != folder
        for symbol, entities in (read_entities(found),)
    }
    if annotated is not None and folder is not None:
        reports[annotated.report.symbol] = _Local(folder, annotated.entities, _localise(annotated.entities))
    decisions = read_decisions(output)
    settlement = settle(
        [Named(symbol, report.local) for symbol, report in sorted(reports.items())],
        read_lock(output) if locked is None else locked,
        decisions,
        names,
    )
    check_known(output, decisions, settlement.locked)
    held = read_names(settlement.locked, names)
    names.clear()
    names.update(held)
    write_file(output / LOCK_FILE, write_lock(settlement.locked))
    if settlement.rows or (output / DECISIONS_FILE).exists():
        write_file(output / DECISIONS_FILE, write_decisions(settlement.rows))
    return Agreement(reports, settlement, _former(settlement.locked), folder)


def _former(locked: Mapping[str, Locked]) -> dict[str, tuple[str, ...]]:
    former: dict[str, tuple[str, ...]] = {}
    for name in sorted(locked):
        if (kept := locked[name].replaced_by) is not None:
            former[kept] = (*former.get(kept, ()), name)
    return former


def apply_to(annotated: Annotated, agreement: Agreement) -> Annotated:
    """Name the entities of one report as all reports do."""
    renaming = _rename_entities(annotated.report.symbol, agreement)
    return annotated if renaming is None else rename(annotated, renaming)


def unify(
    output: Path,
    run: Callable[[Sequence[Task]], Iterator[Path]] | None = None,
    agreement: Agreement | None = None,
    review: Review | None = None,
) -> Unified:
    """Bring the reports in a folder to name what is one by one id, after their `agreement`, or one found here.

    What `review` judges of a report that is written anew, and calls by a name that it has now, is carried out.

    `run` writes the reports that change, `rewrite` for each task, in the order of the tasks; it may do so in several
    processes.

    Raises:
        ReadingError: the lock, the list or a report cannot be read.
        WritingError: something cannot be written.
    """
    found = agreement or agree(output, {})
    tasks = [
        (report.folder, hidden(report.folder), renaming, (review or {}).get(symbol, ()))
        for symbol, report in sorted(found.reports.items())
        if report.folder != found.written and (renaming := _rename_entities(symbol, found)) is not None
    ]
    try:
        for (folder, *_), fresh in zip(tasks, (run or _rewrite_here)(tasks), strict=True):
            with saying(folder):
                discard(place(fresh, folder))
    finally:
        for _, fresh, *_ in tasks:
            discard(fresh)
    used = Counter(name for ids in found.settlement.ids.values() for name in set(ids.values()))
    return Unified(
        entities=len(used),
        shared=sum(count > 1 for count in used.values()),
        undecided=sum(row.decision == "" for row in found.settlement.rows),
        rewritten=tuple(folder.name for folder, *_ in tasks),
    )


def _rewrite_here(tasks: Sequence[Task]) -> Iterator[Path]:
    return (rewrite(*task) for task in tasks)


def rewrite(folder: Path, fresh: Path, renaming: Renaming, judgements: Sequence[Judgement] = ()) -> Path:
    """Write a report anew into `fresh`, with other entities; `renaming` holds each under the id that it has now."""
    made = read_made(folder)
    annotated = judge_citations(rename(read_records(folder), renaming), judgements)
    docbin = (folder / "mentions.spacy").is_file()
    with saying(folder):
        make_folder(fresh)
        keep_pages(folder, fresh)
        write_sealed(annotated, fresh, made.key if made else "", docbin=docbin)
    return fresh


def rename(annotated: Annotated, renaming: Mapping[str, Entity]) -> Annotated:
    """Put entities in the place of those with the ids in `renaming`, in mentions, entities, relations and citations.

    Where a person found two entities of the report to be one, what each of them is cited for is linked anew; what was
    judged of it is then to be carried out again.
    """

    def name(old: str) -> str:
        return renaming[old].id if old in renaming else old

    def mention(found: Mention) -> Mention:
        return replace(found, entity=name(found.entity)) if found.entity else found

    def relation(stated: Relation) -> Relation:
        return replace(stated, subject=name(stated.subject), object=name(stated.object))

    def citation(linked: Citation) -> Citation:
        target = replace(linked.target, entity=name(linked.target.entity))
        return replace(linked, target=target, evidence=tuple(map(mention, linked.evidence)))

    entities = {renaming.get(entity.id, entity).id: renaming.get(entity.id, entity) for entity in annotated.entities}
    merged = len(entities) < len(annotated.entities)
    renamed = replace(
        annotated,
        mentions=tuple(map(mention, annotated.mentions)),
        entities=tuple(sorted(entities.values(), key=lambda entity: (entity.type, entity.id))),
        relations=tuple(map(relation, annotated.relations)),
        citations=None if merged or annotated.citations is None else tuple(map(citation, annotated.citations)),
        judgements=tuple(j for j in annotated.judgements if j.judged == "mention" or not merged),
    )
    return link(renamed)


def _localise(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Take back what an earlier build settled: each entity under the id that its report alone gives it."""
    local = {entity.id: entity.local for entity in entities if entity.local}

    def alone(entity: Entity) -> Entity:
        settled = entity.local or entity.label or entity.work or entity.work_name or entity.former
        if not settled and (entity.issuer is None or entity.issuer not in local):
            return entity
        issuer = local.get(entity.issuer, entity.issuer) if entity.issuer else None
        unsettled = replace(entity, local=None, label=None, work=None, work_name=None, former=())
        return replace(unsettled, id=local.get(entity.id, entity.id), issuer=issuer)

    return tuple(map(alone, entities))


def _rename_entities(symbol: str, agreement: Agreement) -> Renaming | None:
    """Find what becomes of a report's entities, by the ids they have in its records; None where nothing changes."""
    report, settlement = agreement.reports[symbol], agreement.settlement
    renaming: Renaming = {}
    holders: dict[str, list[str]] = {}
    for entity, local in zip(report.entities, report.local, strict=True):
        settled = _settle(local, settlement.ids[symbol], settlement.locked, agreement.former)
        same = holders.setdefault(settled.id, [])
        same.append(entity.id)
        if len(same) > 1:  # a person found two of one report to be one
            first = renaming[same[0]]
            names = dict.fromkeys((*first.aliases, settled.name, *settled.aliases))
            settled = replace(first, aliases=tuple(name for name in names if name != first.name))
        renaming |= dict.fromkeys(same, settled)
    return None if all(renaming[entity.id] == entity for entity in report.entities) else renaming


def _settle(
    local: Entity, ids: Mapping[str, str], locked: Mapping[str, Locked], former: Mapping[str, tuple[str, ...]]
) -> Entity:
    """Write an entity as all reports know it.

    What the report says of it stays, but for the kind, the number and the date, of which a graph states one only: a
    number or date other than the first report's is left to the words that give it. Andorra dates a protocol "of
    19 December 2011", Slovenia lists it with the day of its ratification, "(20 March 2018)"; Moldova's Civil Code is
    "No. 1107 of 06.06.2002" in one report and "no. 1107/2002" in the next.
    """
    known = locked[ids[local.id]]
    agreed = not (local.date and known.date) or dates_agree(local.date, known.date)
    numbered = not (local.number and known.number) or same_number(local.number, known.number)
    work = locked.get(ids.get(local.member_of or "", ""))
    return replace(
        local,
        id=known.id,
        kind=known.kind,
        number=known.number if local.number and numbered else None,
        date=local.date if agreed else None,
        issuer=ids.get(local.issuer, local.issuer) if local.issuer else None,
        local=local.id if local.id != known.id else None,
        label=known.label if known.label != local.name else None,
        work=work.id if work and work.id != local.member_of else None,
        work_name=work.label if work and work.label != abstract_name(local) else None,
        former=former.get(known.id, ()),
    )
