"""Whose words name a law: the State's, the Committee's that the report repeats, or another's who is quoted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from treatygraph.linking.segments import split_segments
from treatygraph.linking.speaker import RULES, Rule, Voices, is_committees, words_before
from treatygraph.report import Line, Mention, Report, Source, Unit


def marked(sentence: str) -> tuple[Unit, Mention]:
    """A paragraph, and the law in square brackets in it."""
    start, end = sentence.index("["), sentence.index("]") - 1
    unit = Unit("1", "paragraph", sentence.replace("[", "").replace("]", ""))
    return unit, Mention("1", "instrument", start, end, unit.text[start:end], rule="")


def report(symbol: str = "CRPD/C/XXA/1", title: str = "Initial report of Xanadu") -> Report:
    return Report(symbol, "XXA", "CRPD", title, (), Source("x.pdf", "0" * 64, "application/pdf"))


EXAMPLES = [(rule, sentence) for rule in RULES for sentence in rule.examples]
COUNTER_EXAMPLES = [(rule, sentence) for rule in RULES for sentence in rule.counter_examples]


@pytest.mark.parametrize(("rule", "sentence"), EXAMPLES, ids=lambda value: getattr(value, "name", None))
def test_each_rule_holds_in_its_examples(rule: Rule, sentence: str) -> None:
    unit, mention = marked(sentence)
    before = unit.text[: mention.start] if rule.throughout else words_before(unit, mention, split_segments(unit.text))
    assert rule.before.search(before)
    assert Voices(report()).speaker(unit, [mention]) == rule.speaker


@pytest.mark.parametrize(("rule", "sentence"), COUNTER_EXAMPLES, ids=lambda value: getattr(value, "name", None))
def test_what_resembles_a_rule_is_the_states_own(rule: Rule, sentence: str) -> None:
    unit, mention = marked(sentence)
    assert Voices(report()).speaker(unit, [mention]) == "state"


def test_every_rule_has_examples_of_both_kinds() -> None:
    assert all(rule.examples and rule.counter_examples for rule in RULES)


def test_what_the_state_says_once_in_its_own_words_is_its_own() -> None:
    unit, quoted = marked("The Committee was concerned about the [Ports Act]. The Ports Act was amended in 2012.")
    own = replace(quoted, start=53, end=62)
    assert unit.text[own.start : own.end] == "Ports Act"
    assert Voices(report()).speaker(unit, [quoted]) == "committee"
    assert Voices(report()).speaker(unit, [quoted, own]) == "state"


@pytest.mark.parametrize(
    ("symbol", "title", "committees"),
    [
        ("CRPD/C/KEN/CO/1", "Concluding observations on the initial report of Kenya", True),
        ("CED/C/KAZ/Q/1", "List of issues in relation to the report submitted by Kazakhstan", True),
        ("CRPD/C/AND/QPR/2-3", "List of issues prior to submission of the report of Andorra", True),
        ("CED/C/KAZ/Q/1/Add.1", "Replies of Kazakhstan to the list of issues", False),
        ("CRPD/C/KEN/RQ/1", "Replies of Kenya to the list of issues", False),
        ("CRPD/C/KEN/CO/1/Add.1", "Information received from Kenya on follow-up to the concluding observations", False),
        ("CRPD/C/KEN/1", "Initial report of Kenya", False),
        ("", "Concluding observations on the initial report of Kenya", True),
        ("", "Follow-up report on the concluding observations", False),
    ],
)
def test_a_document_of_the_committee_is_told_by_symbol_or_title(symbol: str, title: str, committees: bool) -> None:
    assert is_committees(report(symbol, title)) is committees


def test_a_committees_own_document_has_no_words_of_the_state() -> None:
    unit, mention = marked("The [Ports Act] protects every passenger.")
    assert Voices(report("CRPD/C/XXA/CO/1")).speaker(unit, [mention]) == "committee"


@pytest.mark.parametrize(
    ("reply_to", "bold", "speaker"), [("5", True, "committee"), ("5", False, "state"), (None, True, "state")]
)
def test_a_question_that_is_repeated_in_bold_before_the_answer(reply_to: str | None, bold: bool, speaker: str) -> None:
    unit, mention = marked("Explain how the [Ports Act] has been applied to passengers with disabilities.")
    line = Line(0, len(unit.text), 1, 10.0, 20.0, tuple(range(len(unit.text) + 1)), bold=bold)
    unit = replace(unit, lines=(line,), reply_to=reply_to)
    assert Voices(report()).speaker(unit, [mention]) == speaker
