"""Finding the mentions in a report: dates, agencies, instruments and provisions."""

from treatygraph.recognition.spacy_start import start_spacy

start_spacy()  # before anything here imports spaCy

from treatygraph.recognition.grammar.found import Alias, Context, Found  # noqa: E402
from treatygraph.recognition.pipeline import make_nlp, recognise  # noqa: E402

__all__ = ["Alias", "Context", "Found", "make_nlp", "recognise"]
