"""Built reports as training data for spaCy."""

from __future__ import annotations

from treatygraph.recognition import make_nlp
from treatygraph.report import Annotated

# The span groups of the recognition components.
_GROUPS = {"instrument": "instruments", "provision": "provisions", "date": "dates", "agency": "agencies"}


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
        for kind, group in _GROUPS.items():
            spans = [
                doc.char_span(m.start, m.end, label=kind, kb_id=m.entity or "", alignment_mode="expand")
                for m in mentions
                if m.type == kind
            ]
            doc.spans[group] = SpanGroup(doc, name=group, spans=spans)
        docs.append(doc)
    packed: bytes = DocBin(docs=docs).to_bytes()
    return packed
