"""What a person judged: `review.csv` beside the reports, and how it is carried out.

A row says of a link (a law cited under an article), of a claim (what the State says of the two) or of a mention that it
is right or wrong, or gives the article that it is of. A wrong link is not in the graph, a corrected one is under its
article, and each keeps who decided. Nothing is changed where no row says so.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Final, TypeAlias, cast, get_args

from treatygraph.corpus.records import occurrence
from treatygraph.csv_rows import CsvRow, read_rows, read_text
from treatygraph.errors import ReadingError
from treatygraph.graph.judgements import is_called
from treatygraph.ontology import load_treaty
from treatygraph.reading.un.symbols import parse_symbol
from treatygraph.report import Annotated, Citation, Entity, Judged, Judgement, Verdict

REVIEW_FILE: Final = "review.csv"

COLUMNS: Final = (
    *("report", "paragraph", "judged", "law", "article", "words", "nth", "verdict", "instead", "remark", "by"),
)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row: the report's symbol, what is judged, and the line on which it begins."""

    report: str
    judgement: Judgement
    line: int


# The judgements of each report, by its symbol, in the order of the rows.
Review: TypeAlias = Mapping[str, tuple[Judgement, ...]]


def read_review(output: Path) -> tuple[ReviewRow, ...]:
    """Read the rows that lie in an output folder; none where there is no such file.

    Raises:
        ReadingError: the file is there and a row of it is not what it should be.
    """
    path = output / REVIEW_FILE
    return parse_review(read_text(path), path) if path.exists() else ()


def parse_review(content: str, path: Path) -> tuple[ReviewRow, ...]:
    """Read the rows of the file, in their order; `path` is for what is said of a row that is wrong.

    Raises:
        ReadingError: it is no CSV or a column is missing; a row judges nothing, or not what it may; two rows judge one
            thing.
    """
    lines: dict[tuple[object, ...], int] = {}
    rows = []
    for row in read_rows(content, path, COLUMNS):
        found = _read_row(row)
        judgement = found.judgement
        of = (judgement.law, judgement.article, judgement.words, judgement.nth)
        key = (found.report, judgement.unit, judgement.judged, *of)
        if (before := lines.setdefault(key, row.line)) != row.line:
            raise ReadingError(f"{row.place}: line {before} judges the same {judgement.judged}; keep one of the two.")
        rows.append(found)
    return tuple(rows)


def by_report(rows: Iterable[ReviewRow]) -> Review:
    """Gather the judgements of each report."""
    review: dict[str, tuple[Judgement, ...]] = {}
    for row in rows:
        review[row.report] = (*review.get(row.report, ()), row.judgement)
    return review


def reviewed_key(key: str, judgements: Sequence[Judgement]) -> str:
    """The key by which a build knows a report, with what is judged of it; the same where nothing is."""
    if not (key and judgements):
        return key
    return hashlib.sha256(repr((key, [astuple(judgement) for judgement in judgements])).encode()).hexdigest()


def judge_mentions(annotated: Annotated, judgements: Iterable[Judgement]) -> Annotated:
    """Carry out what is judged of the mentions of a report that is not resolved yet: those that are wrong are none."""
    units = {unit.id: unit.text for unit in annotated.report.units}
    met: list[Judgement] = []
    wrong: set[tuple[str, int, int]] = set()
    for judgement in judgements:
        if judgement.judged != "mention":
            continue
        spans = {
            (mention.unit, mention.start, mention.end)
            for mention in annotated.mentions
            if (mention.unit, mention.text) == (judgement.unit, judgement.words)
            and occurrence(units[mention.unit], mention.text, mention.start) == judgement.nth
        }
        if spans:
            met.append(judgement)
            wrong |= spans if judgement.verdict == "wrong" else set()
    if not met:
        return annotated
    kept = tuple(mention for mention in annotated.mentions if (mention.unit, mention.start, mention.end) not in wrong)
    return replace(annotated, mentions=kept, judgements=(*annotated.judgements, *met))


def judge_citations(annotated: Annotated, judgements: Iterable[Judgement]) -> Annotated:
    """Carry out what is judged of links and claims of a linked report, and not carried out in it yet."""
    entities = {entity.id: entity for entity in annotated.entities}
    citations = [*(annotated.citations or ())]
    met: list[Judgement] = []
    for judgement in judgements:
        if judgement.judged == "mention" or judgement in annotated.judgements:
            continue
        places = [k for k, found in enumerate(citations) if _is_of(judgement, found, entities[found.target.entity])]
        for place in places:
            citations[place] = _judged(citations[place], judgement)
        if places:
            met.append(judgement)
            citations = [citation for citation in citations if citation.elements]
    if not met:
        return annotated
    return replace(annotated, citations=tuple(citations), judgements=(*annotated.judgements, *met))


def _articles_judged(judgement: Judgement, citation: Citation) -> tuple[str, ...]:
    return citation.elements if judgement.judged == "link" else citation.claimed


def _is_of(judgement: Judgement, citation: Citation, entity: Entity) -> bool:
    if citation.unit != judgement.unit:
        return False
    judged = _articles_judged(judgement, citation)
    if not judged or (judgement.article and judgement.article not in judged):
        return False
    return is_called(judgement.law, entity, citation.target.path)


def _judged(citation: Citation, judgement: Judgement) -> Citation:
    """A citation under the articles that a person finds it to be of, perhaps under none."""
    judged = _articles_judged(judgement, citation)
    away = (judgement.article,) if judgement.article else judged
    mended = replace(citation, review=(*citation.review, judgement))
    if judgement.verdict == "right":
        return mended

    def corrected(articles: Sequence[str]) -> tuple[str, ...]:
        """Others in the place of those judged; nothing is added to what had none of them."""
        put: Iterator[str] = (new for old in articles for new in (judgement.instead if old in away else (old,)))
        return tuple(dict.fromkeys(put))

    claimed = corrected(citation.claimed)
    elements = corrected(citation.elements) if judgement.judged == "link" else citation.elements
    elements = tuple(dict.fromkeys((*elements, *claimed)))
    likely = None if citation.likely is None else corrected(citation.likely)
    return replace(mended, elements=elements, likely=likely, claimed=claimed, claim=citation.claim if claimed else None)


def _read_row(row: CsvRow) -> ReviewRow:
    cells = row.cells
    for name in ("report", "paragraph", "by"):
        if not cells[name]:
            raise ReadingError(f"{row.place}: {name} is empty; {_WANTED[name]}.")
    judged = _one_of(row, "judged", get_args(Judged))
    verdict = _one_of(row, "verdict", get_args(Verdict))
    needed = "words" if judged == "mention" else "law"
    if not cells[needed]:
        raise ReadingError(f"{row.place}: {needed} is empty; {_WANTED[needed]}.")
    instead = tuple(dict.fromkeys(re.split(r"[\s;,]+", cells["instead"]))) if cells["instead"] else ()
    if (verdict == "another") != bool(instead) or (judged == "mention" and instead):
        raise ReadingError(
            f"{row.place}: the verdict another and the articles in the column instead go together, of a link or claim; "
            "write both or neither."
        )
    _check_articles(row, (*instead, *((cells["article"],) if cells["article"] else ())))
    if cells["nth"] and not re.fullmatch(r"[1-9]\d{0,5}", cells["nth"]):
        raise ReadingError(
            f"{row.place}: nth is {cells['nth']!r}; write 1 for the first time that the words stand there."
        )
    judgement = Judgement(
        unit=cells["paragraph"],
        judged=cast("Judged", judged),
        verdict=cast("Verdict", verdict),
        by=cells["by"],
        law=cells["law"],
        article=cells["article"],
        instead=instead,
        words=re.sub(r"^'(?=[=+\-@])", "", cells["words"]),  # so the page keeps a spreadsheet from running them
        nth=int(cells["nth"] or 1),
        remark=cells["remark"],
    )
    return ReviewRow(cells["report"], judgement, row.line)


_WANTED = {
    "report": "write the symbol of the report, such as CED/C/KAZ/1",
    "paragraph": "write the number of the paragraph, such as 57",
    "by": "write who decided",
    "words": "write the words of the mention",
    "law": "write the id of the law in entities.jsonl, or its name",
}


def _one_of(row: CsvRow, name: str, known: Sequence[str]) -> str:
    given = row.cells[name].casefold()
    if given not in known:
        raise ReadingError(f"{row.place}: {name} is {row.cells[name]!r}; write one of {', '.join(known)}.")
    return given


def _check_articles(row: CsvRow, articles: Iterable[str]) -> None:
    abbreviation = parse_symbol(row.cells["report"]).treaty
    treaty = load_treaty(abbreviation) if abbreviation else None
    for article in articles:
        if treaty is not None and not treaty.may_have(article):
            raise ReadingError(f"{row.place}: {treaty.abbreviation} has no article {article}; correct its number.")
