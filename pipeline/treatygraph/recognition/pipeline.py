"""Recognition: a report goes in, the same report with its mentions comes out.

Each finder is a spaCy component (`nlp.add_pipe("treatygraph_dates")`) that writes one span group on the `Doc`
of one unit; `displacy.render(doc, style="span", options={"spans_key": "instruments"})` shows it.
"""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from treatygraph.recognition.found import (
    GROUPS,
    Context,
    context_of,
    found_in,
    set_context,
    write_found,
)
from treatygraph.recognition.instruments import find_instruments
from treatygraph.recognition.tokens import citation_tokenizer
from treatygraph.report import Annotated, Mention, Report, Unit

# A finder becomes a component in three lines, and its name takes its place in `COMPONENTS`:
#
#     @Language.component("treatygraph_dates")
#     def _dates(doc: Doc) -> Doc:
#         return write_found(doc, "date", find_dates(doc))
#
# Provisions come last: they end at the instrument they belong to.
COMPONENTS: tuple[str, ...] = ("treatygraph_instruments",)


@Language.component("treatygraph_instruments")
def _instruments(doc: Doc) -> Doc:
    return write_found(doc, "instrument", find_instruments(doc, context_of(doc)))


def make_nlp() -> Language:
    """A blank English pipeline with the citation tokenizer and every component of this package, in order."""
    nlp = spacy.blank("en")
    nlp.tokenizer = citation_tokenizer(nlp.vocab)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


@lru_cache(maxsize=1)
def _shared_nlp() -> Language:
    return make_nlp()


def recognise(report: Report) -> Annotated:
    """Find the dates, agencies, instruments and provisions that each unit of the report names.

    Mentions come sorted by unit order, start, -end and type; two mentions of one type never overlap.
    """
    nlp = _shared_nlp()
    context = Context(state=report.state, treaty=report.treaty)
    mentions: list[Mention] = []
    for unit in report.units:
        doc = nlp.make_doc(unit.text)
        set_context(doc, context)
        mentions += mentions_of(unit, nlp(doc))
    return Annotated(report=report, mentions=tuple(mentions))


def mentions_of(unit: Unit, doc: Doc) -> list[Mention]:
    """The finds on a unit's doc as mentions, sorted by start, -end and type."""
    mentions = [
        Mention(
            unit=unit.id,
            type=kind,
            start=find.start,
            end=find.end,
            text=unit.text[find.start : find.end],
            rule=find.rule,
            confidence=find.confidence,
            anaphor=find.anaphor,
            value=find.value,
            targets=find.targets,
            glosses=find.glosses,
            name=find.name,
            instrument=find.instrument,
            shared_head=find.shared_head,
        )
        for kind in GROUPS
        for find in found_in(doc, kind)
    ]
    return sorted(mentions, key=lambda m: (m.start, -m.end, m.type))
