"""Building several reports: outcomes in the order given, and one that fails does not take others with it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from treatygraph import linking
from treatygraph.building import build
from treatygraph.building.build import Built, Failed, build_reports, unify_reports
from treatygraph.building.folder import write_files
from treatygraph.corpus.records import read_records
from treatygraph.linking import link
from treatygraph.linking.citations import find_citations
from treatygraph.recognition import recognise
from treatygraph.report import Annotated, Citation
from treatygraph.resolution import resolve


def shown(folder: Path) -> list[str]:
    """What a person sees in a folder: all but what is hidden."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def test_outcomes_come_in_the_order_given_and_are_told_at_once(sources: list[Path], tmp_path: Path) -> None:
    told: list[object] = []

    outcomes = build_reports(sources, tmp_path / "output", tell=told.append)

    assert [type(outcome) for outcome in outcomes] == [Built, Failed, Failed, Built]
    assert told == list(outcomes)
    assert shown(tmp_path / "output") == [
        "CED-C-JOR-1",
        "CED-C-KAZ-1",
        "dataset.ttl",
        "index.html",
        "iri-lock.json",
    ]


def test_a_fault_of_the_program_is_told_apart_from_one_of_the_file(sources: list[Path], tmp_path: Path) -> None:
    _, bad, odd, _ = build_reports(sources, tmp_path / "output")
    assert isinstance(bad, Failed)
    assert isinstance(odd, Failed)
    assert (bad.reason, bad.trace) == (f"{sources[1]}: this is no PDF.", "")
    assert "a fault of treatygraph itself" in odd.reason
    assert "ZeroDivisionError" in odd.trace


def test_reports_that_share_a_symbol_are_refused_and_others_built(sources: list[Path], tmp_path: Path) -> None:
    kaz, *_, jor = sources
    again = tmp_path / "kaz-again.pdf"

    outcomes = build_reports([kaz, jor, again], tmp_path / "output")

    assert [type(outcome) for outcome in outcomes] == [Failed, Built, Failed]
    assert isinstance(outcomes[0], Failed)
    assert f"{kaz} has the same symbol as {again}" in outcomes[0].reason
    assert shown(tmp_path / "output") == ["CED-C-JOR-1", "iri-lock.json"]


def test_a_report_without_a_symbol_needs_one(
    sources: list[Path], tmp_path: Path, small: Annotated, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "_read", lambda source, settings: replace(small.report, symbol=""))
    (failed,) = build_reports(sources[:1], tmp_path / "output")
    assert isinstance(failed, Failed)
    assert failed.reason == f"{sources[0]}: no symbol of a report was found in it; give one with --symbol."


def test_every_file_can_be_made_again_from_the_records(built: Built, tmp_path: Path) -> None:
    annotated = read_records(built.folder)

    write_files(link(annotated), tmp_path)

    for name in shown(built.folder):
        assert (tmp_path / name).read_bytes() == (built.folder / name).read_bytes(), name


def test_resolution_can_be_run_again_from_the_records(built: Built, annotated: Annotated) -> None:
    read = read_records(built.folder)

    again = resolve(recognise(read.report))

    assert again.mentions == annotated.mentions
    assert again.entities == annotated.entities
    assert again.relations == annotated.relations


def test_the_number_of_processes_changes_no_byte(report_pdf: Path, tmp_path: Path) -> None:
    text = report_pdf.with_suffix(".txt")
    for name in ("CED-C-KAZ-7", "CED-C-JOR-7", "CED-C-KEN-7"):
        (tmp_path / f"{name}.txt").write_text(text.read_text("utf-8")[:20_000], "utf-8")
    reports = sorted(tmp_path.glob("*.txt"))

    for jobs in (1, 3):
        outcomes = build_reports(reports, tmp_path / str(jobs), jobs=jobs)
        assert all(isinstance(outcome, Built) for outcome in outcomes), outcomes

    def contents(folder: Path) -> dict[Path, bytes]:
        return {
            path.relative_to(folder): path.read_bytes()
            for path in folder.rglob("*.*")
            if path.is_file() and ".store" not in path.parts
        }

    assert len(contents(tmp_path / "1")) == 3 * 15 + 5
    assert contents(tmp_path / "1") == contents(tmp_path / "3")
    shutil.rmtree(tmp_path / "3")


def test_citations_are_found_once_a_report(report_pdf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though files, pages and graphs are written of them, and laws of several reports get one id."""
    text = report_pdf.with_suffix(".txt").read_text("utf-8")[:20_000]
    reports = [tmp_path / f"{name}.txt" for name in ("CED-C-KAZ-7", "CED-C-KAZ-8")]
    for report in reports:
        report.write_text(text, "utf-8")
    found: list[str] = []

    def counting(annotated: Annotated) -> tuple[Citation, ...]:
        found.append(annotated.report.symbol)
        return find_citations(annotated)

    monkeypatch.setattr(linking, "find_citations", counting)
    build_reports(reports, tmp_path / "output", jobs=1)
    assert (tmp_path / "output" / "index.html").is_file()
    assert sorted(found) == ["CED/C/KAZ/7", "CED/C/KAZ/8"]
    found.clear()
    unify_reports(tmp_path / "output")
    assert found == []
