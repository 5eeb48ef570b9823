"""Words of law from outside the package: a folder of a user's, a package that names itself in the entry points."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from treatygraph.lexicons import VARIABLE, LexiconError, forget_outside, use_lexicon

FIRMAN = "Pursuant to Firmann No. 12 of 3 March 2004, the harbour was closed."
FOUND = """
from treatygraph.lexicons import outside_digest
from treatygraph.evaluation.words import explain
print([read.words for read in explain({sentence!r}).read if read.type == "instrument"], outside_digest()[:8])
"""


def ask(lexicon: str, sentence: str = FIRMAN, path: Path | None = None) -> tuple[str, str]:
    """What a new process finds with these folders of words, and the last line that it complains with."""
    known = os.environ.get("PYTHONPATH", "")
    paths = os.pathsep.join(filter(None, (str(path or ""), known)))
    env = {**os.environ, "TREATYGRAPH_LEXICON": lexicon, "PYTHONPATH": paths}
    done = subprocess.run(
        [sys.executable, "-c", FOUND.format(sentence=sentence)], env=env, capture_output=True, text=True, check=False
    )
    return done.stdout.strip(), (done.stderr.strip().splitlines() or [""])[-1]


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True, parents=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_word_from_outside_behaves_as_the_one_it_is_like(tmp_path: Path) -> None:
    own = write(tmp_path / "words", "kinds.toml", '[decree]\nlike = { firmann = "decree" }\n')
    assert ask("")[0] == "[]"
    found, complaint = ask(str(own))
    assert found.startswith("['Firmann No. 12 of 3 March 2004']"), complaint


def test_two_folders_and_a_package_add_their_words(tmp_path: Path) -> None:
    first = write(tmp_path / "first", "kinds.toml", '[decree]\nlike = { firmann = "decree" }\n')
    second = write(tmp_path / "second", "kinds.toml", '[act]\nheads = ["qanun"]\n')
    write(tmp_path / "site" / "harbour_words", "__init__.py", "")
    write(tmp_path / "site" / "harbour_words", "kinds.toml", '[act]\nheads = ["lagh"]\n')
    facts = write(tmp_path / "site" / "harbour_words-1.dist-info", "METADATA", "Name: harbour-words\nVersion: 1\n")
    write(facts, "entry_points.txt", "[treatygraph.lexicons]\nharbour = harbour_words\n")
    sentence = "Firmann No. 1 of 2004, Qanun No. 2 of 2005 and Lagh No. 3 of 2006 apply."
    found, complaint = ask(os.pathsep.join(map(str, (first, second))), sentence, tmp_path / "site")
    assert found.startswith("['Firmann No. 1 of 2004', 'Qanun No. 2 of 2005', 'Lagh No. 3 of 2006']"), complaint


def test_what_a_report_was_built_with_tells_the_words_from_outside(tmp_path: Path) -> None:
    own = write(tmp_path / "words", "kinds.toml", '[decree]\nlike = { firmann = "decree" }\n')
    before = ask(str(own))[0]
    write(own, "titles.toml", "")
    write(own, "kinds.toml", '[decree]\nlike = { firmann = "decree", hatt = "decree" }\n')
    assert ask(str(own))[0] != before


@pytest.fixture
def of_this_test_alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing of what a test adds is known to the next."""
    monkeypatch.setenv(VARIABLE, "")
    yield
    monkeypatch.undo()
    forget_outside()


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("kind.toml", "", "no list of words of the package has this name; did you mean kinds.toml?"),
        ("kinds.toml", '[decre]\nheads = ["x"]', "the package has no “decre”; the nearest is decree."),
        ("kinds.toml", '[decree]\nhead = ["x"]', "the package has no “head” in [decree]; the nearest is heads."),
        ("kinds.toml", '[decree]\nheads = "x"', "decree.heads should be a list of words, and is a word."),
        ("kinds.toml", "[decree]\nheads = [3]", "each entry of decree.heads should be a word; 3 is none."),
        (
            "kinds.toml",
            "[decree]\nlike = { firmann = 3 }",
            "decree.like.firmann should be a word that the package knows.",
        ),
        ("kinds.toml", "[decree", "this is no TOML"),
        ("kinds.toml", "[decree]\nheads = [" + "[" * 5000, "this is no TOML"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_its_name(
    tmp_path: Path, of_this_test_alone: None, name: str, text: str, complaint: str
) -> None:
    own = write(tmp_path / "words", name, text)
    with pytest.raises(LexiconError) as told:
        use_lexicon((own,))
    assert str(told.value).startswith(f"{own / name}:")
    assert complaint in str(told.value)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, of_this_test_alone: None) -> None:
    with pytest.raises(LexiconError, match=r"there is no such folder; give one that holds agencies\.toml, "):
        use_lexicon((tmp_path / "nowhere",))
