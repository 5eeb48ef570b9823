"""Letters with stops before a number name an instrument, though no list knows of which kind."""

from __future__ import annotations

import pytest

from treatygraph import recognise, resolve
from treatygraph.report import Annotated, Report, Source, Unit


def read(text: str) -> Annotated:
    units = (Unit("1", "paragraph", text),)
    return resolve(recognise(Report("CRPD/C/KEN/1", "KEN", "CRPD", "", units, Source("", "", ""))))


@pytest.mark.parametrize("letters", ["Q.Z.", "B.P.", "X.Y.Z."])
@pytest.mark.parametrize(
    ("frame", "number"),
    [
        ("Under {}, lifts are tested.", "No. 344"),
        ("The State adopted {}, otherwise known as the Lifts Law.", "344"),
        ("Lifts are tested ({}).", "8972"),
        ("Section 117 of {} cites grounds.", "881"),
        ("Ports and lifts are in {} and in the Constitution.", "No. 12"),
    ],
)
def test_letters_and_a_number_are_an_instrument(letters: str, frame: str, number: str) -> None:
    name = f"{letters} {number}"
    assert name in [mention.text for mention in read(frame.format(name)).mentions if mention.type == "instrument"]


@pytest.mark.parametrize(
    "text",
    [
        "In the U.S. 404 persons live.",
        "The G.D.P. 404 million went.",
        "It was founded in A.D. 344, long ago.",
        "Write to P.O. No. 12.",
        "Mr. J.K. 2010 was there.",
        "The lifts are of the Q.Z.",  # the text ends there
    ],
)
def test_other_letters_are_none(text: str) -> None:
    assert [mention.text for mention in read(text).mentions if mention.type == "instrument"] == []


def test_the_letters_tell_one_from_another() -> None:
    mentions = read("Q.Z. No. 344 and E.F. No. 344 were passed. See Q.Z. 344.").mentions
    entities = {mention.text: mention.entity for mention in mentions}
    assert entities["Q.Z. No. 344"] == entities["Q.Z. 344"] != entities["E.F. No. 344"]
