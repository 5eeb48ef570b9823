"""Finding the mentions in a report: dates, agencies, instruments and provisions."""

from treatygraph.recognition.grammar.found import Alias, Context, Found
from treatygraph.recognition.pipeline import make_nlp, recognise

__all__ = ["Alias", "Context", "Found", "make_nlp", "recognise"]
