"""Built reports as training data for spaCy."""

from __future__ import annotations

from treatygraph.recognition import make_nlp
from treatygraph.recognition.grammar.found import GROUPS
from treatygraph.report import MENTION_TYPES, Annotated


def to_docbin(annotated: Annotated) -> bytes:
    """A `spacy.tokens.DocBin`: a doc a unit, its mentions in the span groups "instruments", "provisions", ….

    A span is labelled with its type and has the entity that it denotes as `kb_id_`. Tokens are those of the citation
    tokenizer; a mention that begins or ends inside a token is widened to it.
    """
    from spacy.tokens import Doc, DocBin, SpanGroup

    make_doc = make_nlp().make_doc
    docs: list[Doc] = []
    for unit in annotated.report.units:
        doc = make_doc(unit.text)
        mentions = [mention for mention in annotated.mentions if mention.unit == unit.id]
        for kind in MENTION_TYPES:
            group = GROUPS[kind]
            spans = [
                doc.char_span(m.start, m.end, label=kind, kb_id=m.entity or "", alignment_mode="expand")
                for m in mentions
                if m.type == kind
            ]
            doc.spans[group] = SpanGroup(doc, name=group, spans=spans)
        docs.append(doc)
    packed: bytes = DocBin(docs=docs).to_bytes()
    return packed
