"""What a person wants to know of a built report at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treatygraph.corpus.doubts import find_doubts
from treatygraph.ontology import load_treaty, organizations
from treatygraph.report import (
    MENTION_TYPES,
    WHOLE_TREATY,
    Annotated,
    Citation,
    DocumentKind,
    MentionType,
    Report,
)


@dataclass(frozen=True, slots=True)
class ArticleCount:
    """How many national laws the State says carry these articles of the treaty out, and how many it cites there.

    `laws` counts those in force that are claimed (`implementedBy`), `cited` all national ones in the wide layer.
    Articles with the same laws share a line, as those of one heading do; `topic` says what a lone article is about.
    """

    numbers: tuple[str, ...]
    topic: str
    laws: int
    cited: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of a built report.

    `mentions` counts spans by type; `instruments` and `agencies` count what they denote, `national` those instruments
    that are the State's own. `articles` has the treaty articles with national law, those with most claimed laws first.
    `left_out` counts the printed lines that are no text (headers, footers, numbers of pages); `notes` are sentences
    about the quality of the reading and about the party. `points_at` counts the paragraphs that point at one of another
    document, by its symbol.
    """

    symbol: str
    state: str | None
    treaty: str | None
    treaty_title: str | None
    pages: int | None
    paragraphs: int
    tables: int
    left_out: int
    mentions: dict[MentionType, int]
    instruments: int
    national: int
    agencies: int
    relations: int
    citations: int
    articles: tuple[ArticleCount, ...]
    notes: tuple[str, ...]
    kind: DocumentKind | None = None
    points_at: tuple[tuple[str, int], ...] = ()


def summarise(annotated: Annotated) -> Summary:
    """Count what a report's build found."""
    report = annotated.report
    citations = annotated.citations or ()
    kinds = Counter(unit.kind for unit in report.units)
    mentions = Counter(mention.type for mention in annotated.mentions)
    instruments = [entity for entity in annotated.entities if entity.type == "instrument"]
    treaty = load_treaty(report.treaty) if report.treaty else None
    return Summary(
        symbol=report.symbol,
        state=report.state,
        treaty=report.treaty,
        treaty_title=treaty.title if treaty else None,
        pages=report.source.pages,
        paragraphs=kinds["paragraph"],
        tables=kinds["table"],
        left_out=report.quality.furniture_lines,
        mentions={kind: mentions[kind] for kind in MENTION_TYPES},
        instruments=len(instruments),
        national=sum(entity.level == "national" for entity in instruments),
        agencies=len(annotated.entities) - len(instruments),
        relations=len(annotated.relations),
        citations=len(citations),
        articles=_count_laws(annotated, citations),
        notes=(*note_quality(report), *_note_kind(report), *_note_party(report)),
        kind=report.kind,
        points_at=_count_pointers(annotated),
    )


def _count_pointers(annotated: Annotated) -> tuple[tuple[str, int], ...]:
    joints = annotated.dialogue.joints if annotated.dialogue else ()
    pointing = {(joint.document, joint.unit) for joint in joints if joint.document}
    counts = Counter(document for document, _ in pointing if document != annotated.report.symbol)
    return tuple(sorted(counts.items()))


def _count_laws(annotated: Annotated, citations: Sequence[Citation]) -> tuple[ArticleCount, ...]:
    """Count the laws, most claimed first; articles with the very same laws together."""
    treaty = load_treaty(annotated.report.treaty or "")
    national = {entity.id for entity in annotated.entities if entity.level == "national"}
    claimed: dict[str, set[str]] = {}
    cited: dict[str, set[str]] = {}
    for citation in citations:
        law = citation.target.entity
        if law in national:
            for element in citation.elements:
                cited.setdefault(element, set()).add(law)
            for element in citation.claimed if citation.claim == "implementedBy" else ():
                claimed.setdefault(element, set()).add(law)
    cited.pop(WHOLE_TREATY, None)
    sharing: dict[tuple[frozenset[str], frozenset[str]], list[str]] = {}
    for number in sorted(cited, key=lambda number: (len(number), number)):
        sharing.setdefault((frozenset(claimed.get(number, ())), frozenset(cited[number])), []).append(number)
    counts = []
    for (laws, wide), numbers in sharing.items():
        article = treaty.article(numbers[0]) if treaty and len(numbers) == 1 else None
        counts.append(ArticleCount(tuple(numbers), (article.topic if article else None) or "", len(laws), len(wide)))
    return tuple(sorted(counts, key=lambda count: (-count.laws, -count.cited)))


def note_quality(report: Report) -> list[str]:
    """Tell what a person should know of the reading, a sentence each; nothing where it is clean."""
    return [doubt.said for doubt in find_doubts(report)]


def _note_kind(report: Report) -> Iterator[str]:
    """Tell that the kind of document is not known."""
    if report.kind is None:
        yield (
            "Neither the symbol nor the title tells what kind of document it is; it is read as one in which the State "
            "speaks."
        )


def _note_party(report: Report) -> Iterator[str]:
    """Tell what follows from the party that reports, where it is no State or not known."""
    if report.treaty is None:
        yield "The symbol names no treaty that is known, so no law is linked to an article."
    if report.state is None:
        yield "The symbol names no State that is known, so no law is anybody's own."
    elif organization := organizations().get(report.state):
        yield (
            f"The party is no State but an organization of States, the {organization}: its directives, numbered "
            "regulations and decisions count as international law here, and under no article as national law."
        )
