"""The finders as components of any spaCy pipeline."""

import subprocess
import sys

import spacy
from spacy import displacy

SENTENCE = "Article 12 of the Crimes Act 1961 was amended by the Ministry of Justice on 3 May 2001."
COMPONENTS = ["treatygraph_dates", "treatygraph_agencies", "treatygraph_instruments", "treatygraph_provisions"]


def test_components_are_found_by_name_in_a_blank_pipeline() -> None:
    nlp = spacy.blank("en")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    doc = nlp(SENTENCE)
    assert {key: [span.text for span in spans] for key, spans in doc.spans.items()} == {
        "dates": ["1961", "3 May 2001"],
        "agencies": ["Ministry of Justice"],
        "instruments": ["Crimes Act 1961"],
        "provisions": ["Article 12 of the Crimes Act 1961"],
    }


def test_one_component_works_alone_and_names_end_with_their_date_where_dates_are_found_before() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("treatygraph_instruments")
    doc = nlp(SENTENCE)
    assert [span.text for span in doc.spans["instruments"]] == ["Crimes Act"]
    nlp.add_pipe("treatygraph_dates", first=True)
    doc = nlp(SENTENCE)
    assert [span.text for span in doc.spans["instruments"]] == ["Crimes Act 1961"]


def test_displacy_draws_the_spans() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("treatygraph_agencies")
    drawn = displacy.render(nlp(SENTENCE), style="span", options={"spans_key": "agencies"}, jupyter=False)
    assert "Ministry" in drawn


def test_spacy_starts_without_its_command_line_which_is_there_for_who_asks() -> None:
    program = """
import sys
import treatygraph.recognition
import spacy
assert not {"spacy.cli", "typer", "jinja2"} & set(sys.modules), "the command line was imported"
assert "spacy_version" in spacy.info(silent=True)
import spacy.cli
print(spacy.cli.download.__name__)
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == ("download\n", "")


def test_spacy_starts_without_its_components_which_are_there_for_who_asks() -> None:
    program = """
import sys
import treatygraph.recognition
import spacy
assert "spacy.pipeline.ner" not in sys.modules, "the components were imported"
from spacy.pipeline import EntityRuler
assert spacy.pipeline.EntityRuler is EntityRuler and spacy.pipeline._parser_internals.nonproj
nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
print(len(list(nlp("One. Two.").sents)), type(nlp.add_pipe("entity_ruler")) is EntityRuler)
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == ("2 True\n", "")


def test_parties_of_a_case_are_no_bodies_and_who_issued_a_titled_act_is_one() -> None:
    nlp = spacy.blank("en")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    doc = nlp(
        "Pilots v Ministry of Health [2009] NZAR 18. Regulation of the Minister of Social Policy on pilots’ homes."
    )
    assert [span.text for span in doc.spans["agencies"]] == ["Minister of Social Policy"]
