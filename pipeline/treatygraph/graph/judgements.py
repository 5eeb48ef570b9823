"""What a person judged of a report's links, claims and mentions, also of those that are not in the graph for it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from pyoxigraph import NamedNode, Triple

from treatygraph.graph import vocabulary as v
from treatygraph.graph.description import Fact, describe, text
from treatygraph.graph.iris import entity_iri, local_name, provision_name, safe
from treatygraph.graph.register import Register, treaty_of
from treatygraph.report import Annotated, Citation, Entity, Judgement, Path


def judgement_iri(judgement: Judgement, register: Register) -> NamedNode:
    """Name a judgement by its unit and by what is judged: no two of one file judge the same."""
    told = (judgement.law, judgement.article, judgement.words, judgement.nth)
    digest = sha256(repr(told).encode()).hexdigest()[:8]
    return v.term(f"jdg:{local_name(register.units[judgement.unit])}--{judgement.judged}--{digest}")


def describe_judgements(annotated: Annotated, register: Register) -> Iterator[Triple]:
    """Describe each judgement that was carried out: of what, the verdict, the article instead, who and why."""
    laws = {
        judgement: register.entity(citation.target.entity, _path_judged(judgement, citation))
        for citation in annotated.citations or ()
        for judgement in citation.review
    }
    for judgement in annotated.judgements:
        law = laws.get(judgement) or _find_law(judgement, register)
        article = treaty_of(register, judgement.article) if judgement.article else None
        facts: list[Fact] = [
            (v.IN_UNIT, register.units[judgement.unit]),
            (v.JUDGES, v.term(f"judged:{judgement.judged}")),
            (v.VERDICT, v.term(f"verdict:{judgement.verdict}")),
            (v.JUDGED_LAW, law),
            (v.JUDGED_ARTICLE, article),
            *((v.ARTICLE_INSTEAD, treaty_of(register, instead)) for instead in judgement.instead),
            (v.QUOTE, text(judgement.words, annotated.report.language)),
            (v.DECIDED_BY, text(judgement.by)),
            (v.RDFS_COMMENT, text(judgement.remark)),
        ]
        yield from describe(judgement_iri(judgement, register), (v.JUDGEMENT, v.PROV_ENTITY), facts)


def _path_judged(judgement: Judgement, citation: Citation) -> Path:
    """The division that is judged; the law as a whole where none is told."""
    return citation.target.path if "__" in judgement.law else ()


def _find_law(judgement: Judgement, register: Register) -> NamedNode | None:
    """The law that a judgement of a link that is no more calls by its id or name."""
    for entity in register.entities.values():
        if is_called(judgement.law.partition("__")[0], entity):
            return entity_iri(entity)
    return None


def is_called(law: str, entity: Entity, path: Path = ()) -> bool:
    """Tell whether a judgement calls this law so, or this division of it: by an id that it has or had, or a name."""
    name = law.removeprefix("ins:").removeprefix("tre:")
    ids = {called for called in (entity.id, entity.local, *entity.former) if called}
    names = {called.casefold() for called in (entity.name, *entity.aliases)}
    divisions = {provision_name(safe(called), path) for called in ids}
    return name in ids or name in divisions or name.casefold() in names
