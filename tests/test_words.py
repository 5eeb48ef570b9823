"""What is read of a sentence, by which rule, and what stood in the way of what is not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from treatygraph.errors import OntologyError
from treatygraph.evaluation.words import explain

if TYPE_CHECKING:
    from conftest import Run


def test_what_is_read_is_told_with_what_it_denotes_and_says() -> None:
    told = explain("Article 5 of the Harbours Act 2001 binds the Ministry of Health.").read
    assert [(read.words, read.type, read.denotes, read.says) for read in told] == [
        ("Article 5 of the Harbours Act 2001", "provision", "Harbours Act 2001", "art:5"),
        ("Harbours Act 2001", "instrument", "Harbours Act 2001", ""),
        ("2001", "date", None, "2001"),
        ("Ministry of Health", "agency", "Ministry of Health", ""),
    ]


@pytest.mark.parametrize(
    ("sentence", "word", "why"),
    [
        ("a decree on pilots was drafted", "decree", "in lower case"),
        ("Pilots hold that a law was passed.", "law", "no number, date or title"),
        ("Zhang No. 12 of 2001 forbids it.", "Zhang", "it is no kind of instrument that is known"),
        ("see the committee", "committee", "in lower case it is a class of bodies"),
        ("the section of the Harbours Act 2001", "section", "no number follows it"),
        ("see paragraph 14 below", "paragraph", "it may be a place in the report"),
    ],
)
def test_what_is_not_read_is_told_with_what_stood_in_the_way(sentence: str, word: str, why: str) -> None:
    told = {each.word: each for each in explain(sentence).not_read}
    assert told[word].why.startswith(why)
    assert sentence[told[word].start :].startswith(word)


def test_a_sentence_without_words_of_law_has_nothing_unread() -> None:
    assert explain("The harbour is deep.").not_read == ()


def test_a_treaty_that_is_not_known_is_told() -> None:
    with pytest.raises(OntologyError, match="XYZ: no treaty has this abbreviation; there are"):
        explain("The Convention", treaty="XYZ")


def test_the_command_knows_words_from_outside(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kinds.toml").write_text('[decree]\nlike = { firmann = "decree" }\n', encoding="utf-8")
    sentence = "Firmann No. 12 of 2004 and a decree on pilots."
    told = run("words", sentence, "--lexicon", str(tmp_path)).stdout
    assert "Firmann No. 12 of 2004   instrument" in told
    assert "decree at 29 was not read: in lower case" in told
    assert "Firmann at 0 was not read: it is no kind of instrument that is known" in run("words", sentence).stdout


def test_the_command_tells_what_is_wrong(run: Run, tmp_path: Path) -> None:
    for arguments in (("--lexicon", str(tmp_path / "nowhere")), ("--treaty", "XX")):
        answer = run("words", "A fine day.", *arguments)
        assert answer.returncode == 1
        assert answer.stderr.startswith("Error: ")
        assert answer.stderr.count("\n") == 1
