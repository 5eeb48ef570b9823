"""Recognition: a report goes in, the same report with its mentions comes out.

Each finder is a spaCy component (`nlp.add_pipe("treatygraph_dates")`) that writes one span group on the `Doc`
of one unit; `displacy.render(doc, style="span", options={"spans_key": "instruments"})` shows it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from treatygraph.rates import rate
from treatygraph.recognition.agencies.find import find_agencies, heads_named
from treatygraph.recognition.aliases import (
    NAMED,
    define_aliases,
    find_aliases,
    implied_aliases,
    treaty_acronyms,
    unique_aliases,
)
from treatygraph.recognition.cells import Stretch, stretches_of, with_dates_of_rows, with_laws_of_rows
from treatygraph.recognition.dates import dates_in
from treatygraph.recognition.grammar.blanks import even_blanks
from treatygraph.recognition.grammar.found import (
    GROUPS,
    NO_CONTEXT,
    Alias,
    Context,
    Found,
    context_of,
    found_in,
    set_context,
    show_found,
    text_of,
    tokens_of,
    write_found,
)
from treatygraph.recognition.grammar.lexicon import kinds
from treatygraph.recognition.grammar.spans import Ranges
from treatygraph.recognition.grammar.states import state_code
from treatygraph.recognition.grammar.tokens import citation_tokenizer, make_doc
from treatygraph.recognition.grounds import with_grounds_apart
from treatygraph.recognition.instruments.find import find_instruments, kinds_named
from treatygraph.recognition.instruments.names import read_name
from treatygraph.recognition.notes import find_chapter, find_same, repeated_begin
from treatygraph.recognition.provisions.find import find_provisions
from treatygraph.report import Annotated, Mention, MentionType, Report, Unit

_NEAR = 3  # units over which "the Service" may refer back to a body named before


def _note_dates(doc: Doc) -> None:
    write_found(doc, "date", dates_in(text_of(doc), tokens_of(doc)))


def _note_dates_in_any_tokens(doc: Doc) -> None:
    write_found(doc, "date", dates_in(text_of(doc)))


def _note_agencies(doc: Doc) -> None:
    write_found(doc, "agency", find_agencies(doc, context_of(doc)))


def _note_instruments(doc: Doc) -> None:
    """Writes the instruments, and drops the agencies that are no mentions of their own.

    Those stand inside a title, are parties of a case, or end with an instrument's head ("Administration of Justice
    Act").
    """
    instruments = find_instruments(doc, context_of(doc))
    agencies = found_in(doc, "agency")
    outside = _without_parts_of_names(agencies, instruments, text_of(doc))
    if len(outside) < len(agencies):
        write_found(doc, "agency", outside)
    write_found(doc, "instrument", instruments)


def _without_parts_of_names(agencies: list[Found], instruments: list[Found], text: str) -> list[Found]:
    names = Ranges((find.start, find.end) for find in instruments)
    titles = Ranges(find.title for find in instruments if find.title)
    parties = Ranges((find.start, find.end) for find in instruments if find.rule == "case")
    issuers = Ranges((find.start + 1, find.title[0]) for find in instruments if find.title and find.rule == "title")

    def stands_alone(agency: Found) -> bool:
        if titles.holding(agency.start, agency.end) or parties.holding(agency.start, agency.end):
            return False
        if issuers.holding(agency.start, agency.end):  # "Regulation of the |Minister of Social Policy| on funds"
            return True
        last = text[agency.start : agency.end].rsplit(" ", 1)[-1].lower()
        return last not in kinds() or not names.overlapping(agency.start, agency.end)

    return [agency for agency in agencies if stands_alone(agency)]


def _note_aliases(doc: Doc) -> None:
    """Adds the uses of the report's short names; on a doc without a report, of the doc's own."""
    context = context_of(doc)
    if context is NO_CONTEXT:
        context = Context(aliases=unique_aliases(define_aliases(doc)))
    for kind in NAMED:
        if more := find_aliases(doc, context, kind):
            new = Ranges((find.start, find.end) for find in more)
            kept = [find for find in found_in(doc, kind) if not new.overlapping(find.start, find.end)]
            write_found(doc, kind, sorted([*kept, *more], key=lambda find: find.start))


def _note_provisions(doc: Doc) -> None:
    write_found(doc, "provision", find_provisions(doc, found_in(doc, "instrument"), context_of(doc)))


def _component(note: Callable[[Doc], None], *kinds: MentionType) -> Callable[[Doc], Doc]:
    """A finder as a spaCy component: what it notes on a doc is shown as span groups."""

    def component(doc: Doc) -> Doc:
        note(doc)
        for kind in kinds:
            show_found(doc, kind)
        return doc

    return component


_dates = _component(_note_dates_in_any_tokens, "date")
_agencies = _component(_note_agencies, "agency")
_instruments = _component(_note_instruments, "agency", "instrument")
_aliases = _component(_note_aliases, *NAMED)
_provisions = _component(_note_provisions, "provision")

# Finders of names look at one unit; then the short names that the report defines are known, and the finders that
# join what was found run. Provisions come last: they end at the instrument they belong to.
_NAMING = (_note_dates, _note_agencies, _note_instruments)
_JOINING = (_note_aliases, _note_provisions)
_COMPONENTS = {
    "treatygraph_dates": _dates,
    "treatygraph_agencies": _agencies,
    "treatygraph_instruments": _instruments,
    "treatygraph_aliases": _aliases,
    "treatygraph_provisions": _provisions,
}
for _name, _func in _COMPONENTS.items():
    Language.component(_name, func=_func)


def make_nlp() -> Language:
    """A blank English pipeline with the citation tokenizer and every component of this package, in order."""
    nlp = spacy.blank("en")
    nlp.tokenizer = citation_tokenizer(nlp.vocab)
    for name in _COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def recognise(report: Report) -> Annotated:
    """Find the dates, agencies, instruments and provisions that each unit of the report names.

    Mentions come sorted by unit order, start, -end and type; two mentions of one type never overlap.
    """
    evened = {unit.id: even_blanks(unit.text) for unit in report.units if unit.table is None}
    places = {unit: where for unit, (_, where) in evened.items() if where is not None}
    if not places:  # so it is with every report that was read from a file
        return Annotated(report=report, mentions=tuple(_mentions(report)))
    texts = {unit.id: unit.text for unit in report.units}
    units = tuple(replace(unit, text=evened[unit.id][0]) if unit.id in places else unit for unit in report.units)
    found = _mentions(replace(report, units=units))
    put_back = (_put_back(m, texts[m.unit], places[m.unit]) if m.unit in places else m for m in found)
    return Annotated(report=report, mentions=tuple(put_back))


def _put_back(mention: Mention, text: str, places: Sequence[int]) -> Mention:
    """The mention where it stands in the text as it was, before its blanks were made even."""
    start, end = places[mention.start], places[mention.end - 1] + 1
    law = mention.instrument and (places[mention.instrument[0]], places[mention.instrument[1] - 1] + 1)
    return replace(mention, start=start, end=end, text=text[start:end], instrument=law)


def _mentions(report: Report) -> list[Mention]:
    context = Context(state=report.state, treaty=report.treaty)
    repeated = repeated_begin(report.units)
    read = [(unit, stretches_of(unit, repeated)) for unit in report.units]
    docs: list[Doc] = []
    bodies: deque[frozenset[str]] = deque(maxlen=_NEAR)
    for unit, stretches in read:
        here: frozenset[str] = frozenset()
        named: frozenset[str] = frozenset()
        for stretch in stretches:
            doc = make_doc(stretch.read)
            set_context(doc, replace(context, recent=context.recent | here) if here else context, stretch.read)
            docs.append(_noted(doc, _NAMING))
            here |= kinds_named(doc)
            named |= heads_named(doc)
        if unit.kind != "note":  # the text goes on from its paragraph
            bodies.append(named)
            context = replace(context, recent=here, bodies=frozenset().union(*bodies))
    defined = chain(_listed(report), *map(define_aliases, docs), implied_aliases(docs), treaty_acronyms())
    context = replace(context, aliases=unique_aliases(defined), recent=frozenset(), bodies=frozenset())
    mentions: list[Mention] = []
    note_before: list[Mention] = []
    named_docs = iter(docs)
    for unit, stretches in read:
        found: list[Mention] = []
        for stretch, doc in zip(stretches, named_docs, strict=False):
            set_context(doc, context, stretch.read)
            found += mentions_of(unit, _noted(doc, _JOINING), stretch)
        found = with_dates_of_rows(unit, with_laws_of_rows(unit, with_grounds_apart(report, unit, found)))
        if unit.kind == "note":
            found = note_before = [*find_same(unit, note_before), *(found or find_chapter(unit, repeated))]
        mentions += found
    return mentions


def _noted(doc: Doc, finders: tuple[Callable[[Doc], None], ...]) -> Doc:
    for note in finders:
        note(doc)
    return doc


def _listed(report: Report) -> Iterator[Alias]:
    """The report's own list of abbreviations, where the long form is the name of an instrument or an agency."""
    for abbreviation in report.abbreviations:
        if state_code(abbreviation.long):
            continue  # "FBiH – Federation of Bosnia and Herzegovina"
        doc = _noted(make_doc(abbreviation.long), _NAMING)
        for kind in NAMED:
            if any(find.start <= 4 and find.end == len(abbreviation.long) for find in found_in(doc, kind)):
                yield Alias(abbreviation.short, abbreviation.long, kind)


def mentions_of(unit: Unit, doc: Doc, stretch: Stretch) -> list[Mention]:
    """The finds on the doc of a stretch of a unit as mentions, sorted by start, -end and type."""
    at = stretch.offset
    mentions = [
        Mention(
            unit=unit.id,
            type=kind,
            start=(start := max(find.start + at, stretch.start)),
            end=find.end + at,
            text=(text := unit.text[start : find.end + at]),
            rule=find.rule,
            confidence=rate(kind, find.rule, find.confidence),
            anaphor=find.anaphor,
            value=find.value,
            targets=find.targets,
            glosses=find.glosses,
            name=(find.name or read_name(text, anaphor=find.anaphor)) if kind == "instrument" else None,
            instrument=(find.instrument[0] + at, find.instrument[1] + at) if find.instrument else None,
            shared_head=find.shared_head,
        )
        for kind in GROUPS
        for find in found_in(doc, kind)
    ]
    return sorted(mentions, key=lambda m: (m.start, -m.end, m.type))
