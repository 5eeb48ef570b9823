"""The mentions of a report as a spaCy DocBin, read back by spaCy."""

import spacy
from spacy.tokens import DocBin

from treatygraph.export.training import to_docbin
from treatygraph.report import Annotated, Mention, Report, Source, Unit

TEXT = "The Prisons Act of 1999 was amended by the Ministry of Justice."


def test_a_doc_a_unit_with_its_mentions_and_what_they_denote() -> None:
    unit = Unit("4", "paragraph", TEXT)
    report = Report("CED/C/AAA/1", "AAA", "CED", "", (unit,), Source("a.txt", "0", "text/plain"))
    act = Mention("4", "instrument", 4, 23, TEXT[4:23], "date", entity="AAA_act_1999_prisons")
    ministry = Mention("4", "agency", 43, 62, TEXT[43:62], "head", entity="AAA_ministry-of-justice")
    packed = to_docbin(Annotated(report, (act, ministry)))
    (doc,) = DocBin().from_bytes(packed).get_docs(spacy.blank("en").vocab)
    assert doc.text == TEXT
    assert [(span.text, span.label_, span.kb_id_) for group in doc.spans.values() for span in group] == [
        ("Prisons Act of 1999", "instrument", "AAA_act_1999_prisons"),
        ("Ministry of Justice", "agency", "AAA_ministry-of-justice"),
    ]


def test_the_same_report_gives_the_same_bytes() -> None:
    report = Report("CED/C/AAA/1", "AAA", "CED", "", (Unit("4", "paragraph", TEXT),), Source("a", "0", "text/plain"))
    assert to_docbin(Annotated(report)) == to_docbin(Annotated(report))
