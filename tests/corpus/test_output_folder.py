"""An output folder through whatever happens to it: killed runs, two runs at once, files of others, one report more."""

from __future__ import annotations

import multiprocessing
import shutil
import threading
from pathlib import Path

import pytest

from treatygraph.building import build
from treatygraph.building.build import Built, Failed, Telling, build_reports, unify_reports
from treatygraph.building.holding import HOLD_FILE, hold
from treatygraph.errors import WritingError
from treatygraph.query import run_query, validate


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".store" not in path.parts
    }


@pytest.fixture
def good(sources: list[Path]) -> list[Path]:
    """Three reports that can be read, as files with something in them."""
    files = [sources[0].with_name(name) for name in ("kaz.pdf", "jor.pdf", "ken.pdf")]
    for file in files:
        file.write_text(file.stem)
    return files


@pytest.fixture
def output(good: list[Path], tmp_path: Path) -> Path:
    """The folder with all three reports."""
    assert all(isinstance(outcome, Built) for outcome in build_reports(good, tmp_path / "output"))
    return tmp_path / "output"


# What a killed run left.


def test_a_partial_folder_is_read_by_no_command_and_cleared_by_the_next_build(good: list[Path], output: Path) -> None:
    clean = contents(output)
    half, whole = output / ".CED-C-KAZ-1.partial-4711", output / ".CED-C-XXX-1.partial-4711"
    half.mkdir()
    (half / "report.json").write_text("{")
    (half / "graph.ttl").write_text("@prefix half")
    shutil.copytree(output / "CED-C-KAZ-1", whole)
    (output / ".index.html.partial-4711").write_text("half")

    assert run_query(output, "laws-under-several-treaties").rows == ()
    assert {finding.severity for finding in validate(output).findings} <= {"warning", "info"}
    (half / "graph.ttl").unlink()  # as a run leaves it that is killed sooner
    build_reports(good[:1], output)

    assert contents(output) == clean


def test_a_report_that_lies_only_in_a_hidden_folder_is_put_back(good: list[Path], output: Path) -> None:
    clean = contents(output)
    (output / "CED-C-KAZ-1").rename(output / ".CED-C-KAZ-1.old-4711")
    shutil.copytree(output / "CED-C-JOR-1", output / ".CED-C-KAZ-1.partial-4711")

    unify_reports(output)

    assert contents(output) == clean


def test_what_an_earlier_version_set_aside_is_put_back(output: Path) -> None:
    clean = contents(output)
    aside = output / ".CED-C-KAZ-1.old-4711"
    aside.mkdir()
    (output / "CED-C-KAZ-1").rename(aside / "CED-C-KAZ-1")
    unify_reports(output)
    assert contents(output) == clean


def test_a_folder_set_aside_goes_where_another_stands_in_its_place(good: list[Path], output: Path) -> None:
    clean = contents(output)
    shutil.copytree(output / "CED-C-JOR-1", output / ".CED-C-KAZ-1.old-4711")
    build_reports(good[1:], output)
    assert contents(output) == clean


# Two runs at once.


def _hold_until_killed(output: Path, held: object) -> None:
    with hold(output):
        held.set()  # type: ignore[attr-defined]
        threading.Event().wait()


def test_a_second_run_says_who_holds_the_folder_and_goes_on_when_that_one_is_killed(
    good: list[Path], output: Path
) -> None:
    context = multiprocessing.get_context("spawn")
    held = context.Event()
    other = context.Process(target=_hold_until_killed, args=(output, held))
    other.start()
    assert held.wait(60)
    try:
        with pytest.raises(WritingError, match=rf"another build is at work here \(process {other.pid}, since 20"):
            build_reports(good, output, wait=0.0)
        notes: list[str] = []

        def note(sentence: str) -> None:
            notes.append(sentence)
            other.kill()

        outcomes = build_reports(good, output, tell=Telling(note=note), wait=60.0)
    finally:
        other.kill()
        other.join()
    assert len(notes) == 1
    assert f"(process {other.pid}, since 20" in notes[0]
    assert all(isinstance(outcome, Built) for outcome in outcomes)
    assert not (output / HOLD_FILE).exists()


def test_a_run_that_fails_leaves_no_folder(sources: list[Path], tmp_path: Path) -> None:
    build_reports(sources[1:2], tmp_path / "new" / "output")
    assert not (tmp_path / "new").exists()


# Files of others.


@pytest.mark.parametrize("name", ["index.html", "dataset.ttl"])
def test_a_file_of_another_is_not_overwritten(good: list[Path], tmp_path: Path, name: str) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / name).write_text("<title>My garden</title>")
    with pytest.raises(WritingError, match=rf"{name} is there and was not written by treatygraph"):
        build_reports(good, tmp_path / "output")
    assert contents(tmp_path / "output") == {name: b"<title>My garden</title>"}


def test_the_folder_of_one_report_is_no_output_folder(good: list[Path], output: Path) -> None:
    before = contents(output)
    with pytest.raises(WritingError, match=r"CED-C-KAZ-1 is the folder of one report"):
        build_reports(good[1:], output / "CED-C-KAZ-1")
    assert contents(output) == before


# One report more, one less.


def test_a_report_that_is_added_is_in_page_and_catalogue(good: list[Path], output: Path, tmp_path: Path) -> None:
    build_reports(good[:2], tmp_path / "grown")
    build_reports(good[2:], tmp_path / "grown")
    assert contents(tmp_path / "grown") == contents(output)


def test_a_report_that_was_removed_by_hand_is_no_longer_there(good: list[Path], output: Path) -> None:
    shutil.rmtree(output / "CED-C-KEN-1")
    build_reports(good[:2], output)
    assert b"CED/C/KEN/1" not in (output / "index.html").read_bytes()
    assert b"CED-C-KEN-1" not in (output / "dataset.ttl").read_bytes()
    shutil.rmtree(output / "CED-C-JOR-1")
    build_reports(good[:1], output)
    assert not (output / "index.html").exists()
    assert not (output / "dataset.ttl").exists()


# Nothing is done twice.


def statuses(outcomes: tuple[object, ...]) -> list[str]:
    return [outcome.status if isinstance(outcome, Built) else "failed" for outcome in outcomes]


def test_what_did_not_change_is_kept(good: list[Path], output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clean = contents(output)
    again = build_reports(good, output)
    assert statuses(again) == ["kept", "kept", "kept"]
    assert contents(output) == clean
    good[1].write_text("another text")
    assert statuses(build_reports(good, output)) == ["kept", "changed", "kept"]
    assert statuses(build_reports(good[:1], output, build.Settings(docbin=True))) == ["changed"]
    assert statuses(build_reports(good, output, force=True)) == ["changed", "changed", "changed"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert statuses(build_reports(good[:1], output)) == ["changed"]


@pytest.mark.parametrize("name", ["graph.ttl", ".build.json", ".page.json", "entities.jsonl"])
@pytest.mark.parametrize("damage", ["cut", "gone"])
def test_a_folder_that_was_damaged_is_built_again(good: list[Path], output: Path, name: str, damage: str) -> None:
    clean = contents(output)
    file = output / "CED-C-KAZ-1" / name
    file.unlink() if damage == "gone" else file.write_bytes(file.read_bytes()[:-2])
    assert statuses(build_reports(good, output)) == ["changed", "kept", "kept"]
    assert contents(output) == clean


def test_a_false_note_of_what_a_page_takes_is_not_believed(good: list[Path], output: Path) -> None:
    """The folder is not built again here, its report is not among the sources; the page is made from its records."""
    page = (output / "index.html").read_bytes()
    part = output / "CED-C-KAZ-1" / ".page.json"
    part.write_bytes(part.read_bytes().replace(b"CED/C/KAZ/1", b"CED/C/XXX/1"))
    build_reports(good[1:], output)
    assert (output / "index.html").read_bytes() == page


def test_reports_of_one_symbol_leave_what_an_earlier_build_wrote(
    good: list[Path], output: Path, tmp_path: Path
) -> None:
    clean = contents(output)
    again = tmp_path / "kaz-again.pdf"
    again.write_text("kaz again")
    good[0].write_text("kaz, changed")
    told: list[object] = []

    outcomes = build_reports([*good, again], output, tell=told.append)

    assert statuses(outcomes) == ["failed", "kept", "kept", "failed"]
    assert isinstance(outcomes[0], Failed)
    assert f"{good[0]} has the same symbol as {again}" in outcomes[0].reason
    assert told[-2:] == [outcomes[0], outcomes[3]]
    assert contents(output) == clean


def test_pictures_of_pages_are_asked_for_and_a_lost_one_is_drawn_again(report_pdf: Path, tmp_path: Path) -> None:
    output, settings = tmp_path / "output", build.Settings(pictures=True)
    build_reports([report_pdf], output)
    folder = output / "CED-C-KAZ-1"
    assert not (folder / "pages").exists()
    build_reports([report_pdf], output, settings)
    whole = contents(folder)
    assert {"pages/page-6.webp", "pages/report.pdf"} <= whole.keys()
    (folder / "pages/page-6.webp").unlink()
    (again,) = build_reports([report_pdf], output, settings)
    assert isinstance(again, Built)
    assert again.status == "changed"
    assert contents(folder) == whole
