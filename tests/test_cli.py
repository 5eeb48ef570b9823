"""The command line, run as its user runs it: exit codes, what is said where, and what is left on disk."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from rdflib import SKOS, XSD, Graph, Literal, URIRef

from timing import seconds_of_children
from treatygraph import __version__
from treatygraph.building.build import Built

Run = Callable[..., CompletedProcess[str]]

FILES = [
    "citations.jsonl",
    "dataset.ttl",
    "edges.csv",
    "entities.jsonl",
    "graph.ttl",
    "index.html",
    "mentions.jsonl",
    "network.gexf",
    "network.graphml",
    "nodes.csv",
    "paragraphs.jsonl",
    "relations.jsonl",
    "report.json",
]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(folder)): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and ".store" not in p.parts
    }


def shown(folder: Path) -> list[str]:
    """What a person sees in a folder: all but what is hidden."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


# Help.


def test_help_shows_commands_examples_and_exit_codes(run: Run) -> None:
    answer = run("--help")
    assert answer.returncode == 0
    for word in ("build", "query", "validate", "evaluate", "Exit codes", "treatygraph build reports/CED-C-KAZ-1.pdf"):
        assert word in answer.stdout


@pytest.mark.parametrize("command", ["build", "query", "validate", "evaluate", "diff"])
def test_each_command_shows_an_example(run: Run, command: str) -> None:
    assert f"  treatygraph {command} " in run(command, "--help").stdout


def test_help_is_there_at_once(run_program: Run) -> None:
    """By processor time: a busy machine takes longer on the clock."""
    durations = []
    for _ in range(5):
        begin = seconds_of_children()
        run_program("--help")
        durations.append(seconds_of_children() - begin)
    assert 0 < min(durations) <= 0.25, f"the quickest of five took {min(durations):.2f} s"


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"treatygraph, version {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["build", "a.pdf", "--output", "o", "--reader", "eyes"],
        ["build", "a.pdf", "b.pdf", "--output", "o", "--symbol", "CED/C/KAZ/1"],
        ["build", "a.pdf", "--output", "o", "--jobs", "0"],
        ["query"],
        ["query", "laws-under-article", "output", "--article"],
        ["forecast"],
    ],
)
def test_what_is_not_understood_is_a_usage_error(run: Run, arguments: list[str]) -> None:
    answer = run(*arguments)
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert "Usage:" in answer.stderr


# Building.


def test_a_build_shows_what_it_found_and_where_it_is(run_program: Run, report_pdf: Path, tmp_path: Path) -> None:
    answer = run_program("build", report_pdf, "--output", "output")

    assert answer.returncode == 0, answer.stderr
    assert answer.stderr == ""
    for words in (
        "CED/C/KAZ/1  Kazakhstan, International Convention",
        "243 paragraphs, 1 table",
        "art. 17",
        "12 of 14",
    ):
        assert words in answer.stdout
    assert "\x1b" not in answer.stdout
    assert shown(tmp_path / "output" / "CED-C-KAZ-1") == FILES
    assert shown(tmp_path / "output") == ["CED-C-KAZ-1", "iri-lock.json"]


def test_quiet_says_nothing(run: Run, report_pdf: Path, tmp_path: Path) -> None:
    answer = run("build", report_pdf, "--output", "output", "--quiet")
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    assert (tmp_path / "output" / "CED-C-KAZ-1" / "graph.ttl").is_file()


def test_the_summary_as_json(run: Run, report_pdf: Path) -> None:
    answer = run("build", report_pdf, "--output", "output", "--json")
    (report,) = json.loads(answer.stdout)
    assert report["symbol"] == "CED/C/KAZ/1"
    assert report["folder"] == "output/CED-C-KAZ-1"
    assert (report["paragraphs"], report["tables"]) == (243, 1)


def test_the_same_bytes_from_another_folder_in_another_process(
    run_program: Run, built: Built, report_pdf: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere" / "deep"
    elsewhere.mkdir(parents=True)
    shutil.copy(report_pdf, elsewhere)

    answer = run_program("build", elsewhere / "CED-C-KAZ-1.pdf", "--output", "output", PYTHONHASHSEED="7")

    assert answer.returncode == 0, answer.stderr
    assert contents(tmp_path / "output" / "CED-C-KAZ-1") == contents(built.folder)


def test_no_path_of_this_machine_is_written(built: Built, report_pdf: Path) -> None:
    for name, content in contents(built.folder).items():
        assert str(report_pdf.parent).encode() not in content, name
        assert str(Path.home()).encode() not in content or Path.home() == Path("/"), name


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_of_two_reports_one_is_bad(run: Run, built: Built, report_pdf: Path, tmp_path: Path, jobs: str) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 and no more")

    answer = run("build", "bad.pdf", report_pdf, "--output", "output", "--jobs", jobs)

    assert answer.returncode == 3
    assert [line for line in answer.stderr.splitlines() if line.startswith("Error: ")] == [
        next(line for line in answer.stderr.splitlines() if "bad.pdf" in line)
    ]
    assert shown(tmp_path / "output") == ["CED-C-KAZ-1", "iri-lock.json"]
    assert contents(tmp_path / "output" / "CED-C-KAZ-1") == contents(built.folder)
    assert "CED/C/KAZ/1" in answer.stdout


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.pdf", None),
        ("empty.pdf", b""),
        ("cut.pdf", b"%PDF-1.4\n1 0 obj\n<< /Type /Cat"),
        ("page.html", b"<html><body>Not found</body></html>"),
        ("noise.pdf", bytes(range(256)) * 40),
    ],
)
def test_bad_input_is_one_sentence_and_leaves_nothing(
    run: Run, tmp_path: Path, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)

    answer = run("build", name, "--output", "output")

    assert answer.returncode == 1
    assert answer.stdout == ""
    (line,) = answer.stderr.splitlines()
    assert line.startswith("Error: ")
    assert name in line
    assert line.endswith(".")
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_leaves_a_whole_folder_or_none(
    built: Built, report_pdf: Path, tmp_path: Path, blow: signal.Signals
) -> None:
    output = tmp_path / "output"
    command = [sys.executable, "-m", "treatygraph.cli", "build", report_pdf, "--output", output, "--quiet"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while process.poll() is None and not any(output.glob(".*/report.json")):
        time.sleep(0.002)

    process.send_signal(blow)
    process.wait(timeout=60)

    left = contents(output)
    lock = left.pop("iri-lock.json", None)  # written before the folder stands: IRIs that were given stay given
    settled = left.pop(".settled.json", None)  # written last: a build that was nearly done may have come so far
    whole = {f"CED-C-KAZ-1/{name}": content for name, content in contents(built.folder).items()}
    assert left in ({}, whole)
    assert lock is None or json.loads(lock)["version"] == 1
    assert settled is None or (lock is not None and left == whole)


def test_two_reports_of_one_symbol_are_both_refused(run: Run, report_pdf: Path, tmp_path: Path) -> None:
    for name in ("first.pdf", "second.pdf"):
        shutil.copy(report_pdf, tmp_path / name)

    answer = run("build", "first.pdf", "second.pdf", "--output", "output", "--jobs", "1")

    assert answer.returncode == 1
    assert "first.pdf has the same symbol as second.pdf" in answer.stderr
    assert "second.pdf has the same symbol as first.pdf" in answer.stderr
    assert not (tmp_path / "output").exists()


def test_a_folder_stands_for_its_pdfs_and_output_is_where_all_look(run: Run, report_pdf: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    shutil.copy(report_pdf, tmp_path / "mine" / "KAZ.PDF")
    (tmp_path / "mine" / "notes.md").write_text("none of them", "utf-8")
    done = run("build", "mine")
    assert (done.returncode, "output/CED-C-KAZ-1:" in done.stdout) == (0, True)
    assert run("query", "most-cited-laws", "--format", "csv").returncode == 0
    assert run("validate").stdout.startswith("output: ")
    assert run("export", "--format", "gexf").stdout.startswith("<?xml")
    assert "nothing" not in run("unify").stderr
    (tmp_path / "empty").mkdir()
    nothing = run("build", "empty")
    assert nothing.returncode == 1
    assert nothing.stderr == "Error: empty: there is no PDF in this folder; name the files, or another folder.\n"


def test_one_report_given_twice_is_built_once(run: Run, report_pdf: Path, tmp_path: Path) -> None:
    answer = run("build", report_pdf, report_pdf, "--output", "output", "--quiet")
    assert answer.returncode == 0, answer.stderr
    assert shown(tmp_path / "output") == ["CED-C-KAZ-1", "iri-lock.json"]


def test_another_symbol_names_another_folder(run: Run, report_pdf: Path, tmp_path: Path) -> None:
    answer = run("build", report_pdf, "--output", "output", "--symbol", "CED/C/KAZ/2", "--quiet")
    assert answer.returncode == 0, answer.stderr
    assert shown(tmp_path / "output") == ["CED-C-KAZ-2", "iri-lock.json"]


def test_a_file_is_in_the_place_of_the_output(run: Run, report_pdf: Path, tmp_path: Path) -> None:
    (tmp_path / "output").write_text("mine")
    answer = run("build", report_pdf, "--output", "output")
    assert answer.returncode == 1
    assert len(answer.stderr.splitlines()) == 1
    assert (tmp_path / "output").read_text() == "mine"


# Asking and checking.


def test_the_queries_are_listed_with_their_parameters(run: Run) -> None:
    listed = run("query", "--list").stdout
    assert "laws-under-article" in listed
    assert "--article 17" in listed


def test_a_query_as_a_table(run: Run, built: Built) -> None:
    answer = run("query", "laws-under-article", built.folder, "--article", "17")
    assert answer.returncode == 0
    assert "Constitution of Kazakhstan" in answer.stdout
    assert "rows" in answer.stderr


def test_a_query_as_csv_and_json_has_the_same_rows(run: Run, built: Built) -> None:
    asked = ("query", "laws-under-article", built.folder.parent, "--article=17", "--format")
    table = list(csv.DictReader(io.StringIO(run(*asked, "csv").stdout)))
    rows = json.loads(run(*asked, "json").stdout)
    assert len(table) == len(rows) > 5
    assert [row["law"] for row in table] == [row["law"] for row in rows]
    assert all(row["law"].startswith("https://w3id.org/treatygraph/instrument/") for row in rows)


def test_a_query_may_be_a_text_or_come_from_standard_input(run: Run, built: Built, tmp_path: Path) -> None:
    shutil.copytree(built.folder.parent, tmp_path / "output")
    text = "SELECT (COUNT(*) AS ?n) { ?citation a tg:Citation }"
    given = run("query", "-e", text, "--format", "csv")
    assert given.stdout == run("query", text, "output", "--format", "csv").stdout
    file = tmp_path / "mine.rq"
    file.write_text(text, "utf-8")
    with file.open() as standard_input:
        asked = subprocess.run(
            [sys.executable, "-m", "treatygraph.cli", "query", "-", "--format", "csv"],
            cwd=tmp_path, stdin=standard_input, capture_output=True, text=True, check=True,
        )  # fmt: skip
    assert asked.stdout == given.stdout != ""


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_what_a_query_makes_is_turtle(run: Run, built: Built, engine: str) -> None:
    text = "CONSTRUCT { ?law skos:prefLabel ?name ; eli:date_document ?date } { ?law skos:prefLabel ?name . "
    text += "OPTIONAL { ?law eli:date_document ?date } FILTER(?law = ins:KAZ_constitution_1995-08-30) }"
    shown = run("query", "-e", text, built.folder, "--engine", engine)
    made = Graph().parse(data=shown.stdout, format="turtle")
    law = URIRef("https://w3id.org/treatygraph/instrument/KAZ_constitution_1995-08-30")
    (name,) = made.objects(law, SKOS.prefLabel)
    assert (name, name.language) == (Literal("Constitution of Kazakhstan of 30 August 1995", lang="en"), "en")
    (date,) = made.objects(law, URIRef("http://data.europa.eu/eli/ontology#date_document"))
    assert date == Literal("1995-08-30", datatype=XSD.date)
    assert shown.stderr == "2 triples\n"


def test_a_table_names_things_and_shows_iris_where_they_are_asked_for(run: Run, built: Built) -> None:
    arguments = ("query", "laws-under-article", built.folder, "--article", "19")
    assert "ins:" not in run(*arguments).stdout
    assert "ins:KAZ_code_code-of-criminal-procedure" in run(*arguments, "--iris").stdout
    only = run("query", "-e", "SELECT ?law { ?law a tg:NationalInstrument }", built.folder)
    assert "ins:KAZ_constitution_1995-08-30" in only.stdout


def test_a_table_can_be_read_on_sixty_columns(run: Run, built: Built) -> None:
    arguments = ("query", "evidence-under-article", built.folder, "--article", "19")
    narrow = run(*arguments, COLUMNS="60").stdout
    assert max(map(len, narrow.splitlines())) <= 60
    assert "name        Code of Criminal Procedure" in narrow
    assert "quote       Article 11 of the Act" in narrow
    wide = run(*arguments, COLUMNS="110").stdout
    assert "Criminal" in wide
    assert "quote  " not in wide.splitlines()[3]


def test_a_query_from_a_file(run: Run, built: Built, tmp_path: Path) -> None:
    (tmp_path / "states.rq").write_text(
        "SELECT ?state { ?report <https://w3id.org/treatygraph/ont#reportingState> ?state }"
    )
    answer = run("query", "states.rq", built.folder / "graph.ttl", "--format", "csv")
    assert answer.stdout == "state\nhttps://w3id.org/treatygraph/state/KAZ\n"


def test_a_query_is_shown_with_its_parameters_put_in(run: Run) -> None:
    answer = run("query", "citations-of-law", "--law", 'Code "A"', "--show")
    assert answer.returncode == 0
    assert 'VALUES ?law { "Code \\"A\\"" }' in answer.stdout
    assert answer.stdout.startswith("# question: ")


def test_of_two_reports_each_is_asked_or_one(run: Run, built: Built, tmp_path: Path) -> None:
    for symbol in ("CED-C-KAZ-1", "CED-C-KAZ-2"):
        shutil.copytree(built.folder, tmp_path / "two" / symbol)
    paragraphs = tmp_path / "two" / "CED-C-KAZ-2" / "paragraphs.jsonl"
    paragraphs.write_text(paragraphs.read_text("utf-8").replace("CED/C/KAZ/1", "CED/C/KAZ/2"), "utf-8")
    asked = ("query", "timeline", "two", "--format", "csv")
    both = list(csv.DictReader(io.StringIO(run(*asked).stdout)))
    assert {row["report"] for row in both} == {"CED/C/KAZ/1", "CED/C/KAZ/2"}
    one = list(csv.DictReader(io.StringIO(run(*asked, "--report", "CED/C/KAZ/2", "--engine", "rdflib").stdout)))
    assert [{"report": "CED/C/KAZ/2", **row} for row in one] == [r for r in both if r["report"] == "CED/C/KAZ/2"]


def test_unify_tells_what_it_found(run: Run, built: Built, tmp_path: Path) -> None:
    shutil.copytree(built.folder.parent, tmp_path / "output")
    answer = run("unify", "output")
    assert answer.returncode == 0, answer.stderr
    assert "0 in several reports, 0 reports written anew." in answer.stdout
    assert run("unify", tmp_path).stderr == f"Error: {tmp_path}: there is no report here; build one into it first.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["laws-of-the-moon"], "no query named laws-of-the-moon"),
        (["laws-under-article", "--verse", "17"], "no parameter verse"),
        (["articles-without-law", "--last", "many"], "no parameter last"),
        (["laws-under-article", "nowhere", "--article", "17"], "nowhere"),
    ],
)
def test_a_query_that_cannot_be_asked_says_why(run: Run, arguments: list[str], words: str) -> None:
    answer = run("query", *arguments)
    assert answer.returncode in (1, 2)
    assert answer.stdout == ""
    (line,) = answer.stderr.splitlines()
    assert line.startswith("Error: ")
    assert words in line


def test_a_built_report_conforms(run: Run, built: Built) -> None:
    answer = run("validate", built.folder)
    assert answer.returncode == 0, answer.stdout
    assert " 0 violations" in answer.stdout


def test_a_damaged_graph_does_not(run: Run, built: Built, tmp_path: Path) -> None:
    whole = (built.folder / "graph.ttl").read_text("utf-8")
    (tmp_path / "damaged.ttl").write_text(
        whole.replace('tg:quote "Criminal Code"', 'tg:quote "Penal Code"', 1), "utf-8"
    )

    answer = run("validate", "damaged.ttl")
    report = json.loads(run("validate", "damaged.ttl", "--json").stdout)

    assert answer.returncode == 4
    assert "S4" in answer.stdout
    assert "does not conform" in answer.stderr
    assert not report["conforms"]


# Evaluating.


def test_the_gold_scored_against_itself(run: Run, project: Path) -> None:
    gold = project / "tests" / "gold" / "CED-C-KAZ-1"
    answer = run("evaluate", gold, gold)
    assert answer.returncode == 0
    assert "CED-C-KAZ-1" in answer.stdout
    assert json.loads(run("evaluate", gold, gold, "--json").stdout)["relations"]["f1"] == 1.0


def test_misses_are_lines_that_can_be_sorted(run: Run, project: Path, tmp_path: Path) -> None:
    gold = project / "tests" / "gold" / "CED-C-KAZ-1"
    shutil.copytree(gold, tmp_path / "CED-C-KAZ-1")
    mentions = (gold / "mentions.jsonl").read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "CED-C-KAZ-1" / "mentions.jsonl").write_text("".join(mentions[1:]), "utf-8")

    answer = run("evaluate", gold, "CED-C-KAZ-1", "--misses")

    assert "CED-C-KAZ-1\t1\tagency\tmissed\tCommittee on Enforced Disappearances\t\n" in answer.stdout


def test_nothing_to_evaluate(run: Run) -> None:
    answer = run("evaluate", "nowhere", "output")
    assert answer.returncode == 1
    assert len(answer.stderr.splitlines()) == 1


# Comparing.


def test_a_build_compared_with_a_poorer_one(run: Run, built: Built, tmp_path: Path) -> None:
    shutil.copytree(built.folder, tmp_path / "before")
    mentions = (built.folder / "mentions.jsonl").read_text("utf-8").splitlines(keepends=True)
    place = next(n for n, line in enumerate(mentions) if '"text": "20 December 2006"' in line)
    (tmp_path / "before" / "mentions.jsonl").write_text("".join(mentions[:place] + mentions[place + 1 :]), "utf-8")

    answer = run("diff", "before", built.folder)

    assert answer.returncode == 0
    (line,) = answer.stdout.splitlines()
    assert line.startswith("gained\tdate\tCED-C-KAZ-1 paragraph 1\t20 December 2006\tThis report is the initial report")
    assert answer.stderr == "1 gained, 0 lost, 0 changed, 0 moved; 0 texts changed.\n"


# Looking at a page.


def test_a_page_is_drawn_with_what_was_read_on_it(run: Run, report_pdf: Path, tmp_path: Path) -> None:
    picture = tmp_path / "five.png"
    answer = run("inspect", report_pdf, "--page", "5", "--output", picture)
    assert (answer.returncode, answer.stdout) == (0, f"{picture}\n"), answer.stderr
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_a_page_that_is_not_there(run: Run, report_pdf: Path, tmp_path: Path) -> None:
    answer = run("inspect", report_pdf, "--page", "99", "--output", tmp_path / "none.png")
    assert answer.returncode == 1
    assert "there is no page 99; the report has 27" in answer.stderr
    assert not (tmp_path / "none.png").exists()


# A reading that is not clean.


def test_strict_fails_a_report_with_a_gap_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    text = "I. Introduction\n\n1. The Constitution is the basic law of the State.\n\n2. The Criminal Code applies.\n\n"
    report = tmp_path / "CED-C-KAZ-9.txt"
    report.write_text(text + "4. The Prisons Act of 1999 applies too.\n\n5. The Police Act of 2001 applies.\n")
    loose = run("build", report, "--output", tmp_path / "loose")
    strict = run("build", report, "--output", tmp_path / "strict", "--strict")
    assert (loose.returncode, strict.returncode) == (0, 1)
    assert "Paragraph numbers missing in the text: 3." in strict.stderr
    assert not (tmp_path / "strict").exists()


def test_of_many_reports_the_table_names_the_failed_and_what_is_to_be_known(run: Run, tmp_path: Path) -> None:
    head = "CED/C/{}/1\n\nI. Introduction\n\n1. The Constitution is the basic law of the State.\n\n"
    (tmp_path / "one.txt").write_text(head.format("KAZ") + "2. The Criminal Code applies.\n")
    (tmp_path / "gap.txt").write_text(head.format("KEN") + "2. The Criminal Code.\n\n4. The Act.\n\n5. The end.\n")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 and no more")
    answer = run("build", "one.txt", "bad.pdf", "gap.txt", "--output", "output", "--jobs", "2")
    assert answer.returncode == 3
    rows = [line.split() for line in answer.stdout.splitlines()]
    assert [row[:2] for row in rows if row[:1] == ["bad.pdf"]] == [["bad.pdf", "failed"]]
    assert [row[1] for row in rows if row[:1] in (["CED/C/KAZ/1"], ["CED/C/KEN/1"])] == ["2", "4"]
    assert "CED/C/KEN/1: Paragraph numbers missing in the text: 3." in answer.stdout


# A party that is no State.


def test_a_report_of_the_european_union_conforms_and_says_what_its_law_counts_as(run: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(
        "CRPD/C/EU/1\n\n Article 5\n\n1. Council Directive 2000/78/EC of 27 November 2000 prohibits discrimination.\n\n"
        "2. The Accessibility Act of 2019 applies to products and services.\n"
    )
    answer = run("build", "report.txt", "--output", "output", "--strict")
    assert answer.returncode == 0
    assert answer.stdout.startswith("CRPD/C/EU/1  European Union, Convention on the Rights of Persons")
    assert "no State but an organization of States, the European Union" in answer.stdout
    assert run("validate", "output").returncode == 0
    laws = run("query", "laws-under-article", "output", "--article", "5", "--format", "csv").stdout
    assert "EU_act_2019" in laws
    assert "2000-78" not in laws


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("query", "--help"),
        ("query", "--list"),
        ("query", "timeline", "--show"),
        ("query", "timeline", "DIR"),
        ("query", "timeline", "DIR", "--format", "csv"),
        ("query", "timeline", "DIR", "--format", "json"),
        ("validate", "DIR"),
        ("export", "DIR", "--format", "nt"),
        ("export", "DIR", "--format", "dot"),
        ("evaluate", "GOLD", "DIR"),
        ("build", "REPORT", "--output", "again"),
    ],
    ids=lambda arguments: " ".join(arguments),
)
def test_standard_output_on_a_full_disk_is_one_sentence(
    arguments: tuple[str, ...], built: Built, project: Path, report_pdf: Path, tmp_path: Path
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    places = {"DIR": built.folder, "GOLD": project / "tests" / "gold" / "CED-C-KAZ-1", "REPORT": report_pdf}
    command = [sys.executable, "-m", "treatygraph.cli", *(str(places.get(word, word)) for word in arguments)]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 1
    sentence = done.stderr.splitlines()[-1]
    assert sentence.startswith("Error: Standard output cannot be written (No space left on device), so what")
    assert done.stderr.count("Error") == 1
    if arguments[0] == "build":
        again = tmp_path / "again" / built.folder.name
        assert sorted(p.name for p in again.iterdir()) == sorted(p.name for p in built.folder.iterdir())


@pytest.mark.parametrize("closed", ["a reader that is gone", "closed"])
def test_standard_output_that_nobody_reads_is_one_sentence(closed: str, built: Built, tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m treatygraph.cli query timeline '{built.folder}' --format json"
    end = ">&-" if closed == "closed" else "| true"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"{command} {end}"], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("Error: Standard output cannot be written (")


def test_a_sparql_text_is_asked_as_it_is(run: Run, built: Built) -> None:
    answer = run("query", "SELECT ?state { ?report tg:reportingState ?state }", built.folder, "--format", "csv")
    assert answer.stdout == "state\nhttps://w3id.org/treatygraph/state/KAZ\n"


def test_a_query_that_reaches_out_or_does_not_end_is_a_sentence(run: Run, built: Built) -> None:
    refused = run("query", "SELECT * { SERVICE <http://127.0.0.1/> {} }", built.folder)
    assert refused.returncode == 2
    assert refused.stderr.startswith("Error: The query as written asks another machine (SERVICE), which is refused")
    product = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    ended = run("query", product, built.folder, "--timeout", "2")
    assert ended.returncode == 5
    assert ended.stderr.startswith("Error: The query as written was ended after 2 seconds of processor time")
    small = run("query", product, built.folder, "--memory", "1")
    assert small.returncode == 5
    assert "more than 1 MB of memory" in small.stderr


def test_words_that_a_spreadsheet_would_run_begin_with_an_apostrophe(run: Run, built: Built) -> None:
    words = ("=1+1", "+1", "-1", "@A1", "\tx", "\rx", "'x", "a=b", "x\r=1")
    values = " ".join(json.dumps(word) for word in words)
    query = f"SELECT ?v ?n {{ VALUES ?v {{ {values} }} BIND(-1 AS ?n) }}"
    answer = run("query", query, built.folder, "--format", "csv")
    rows = list(csv.reader(io.StringIO(answer.stdout, newline="")))
    cells = ["'=1+1", "'+1", "'-1", "'@A1", "'\tx", "'\nx", "'x", "a=b", "x\n=1"]  # "\r" as the test's pipe reads it
    assert [row[0] for row in rows[1:]] == cells
    assert {row[1] for row in rows[1:]} == {"-1"}  # a number is no formula
    whole = json.loads(run("query", query, built.folder, "--format", "json").stdout)
    assert [row["v"] for row in whole] == list(words)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (r"tg:order \d+", 'tg:order "x"', "S20"),
        (r"tg:order \d+", 'tg:order "x"^^xsd:integer', "S20"),
        (r"(?<=tg:quote )(.*\n)*?.*tg:page \d+", '"x" ; tg:page "x"', "S6"),
        (r"tg:inUnit doc:\S+", 'tg:inUnit "see x y://z"', "violation"),
        (r"\Z", "\n[] a tg:Paragraph ; tg:order 1 .\n", "S20"),
        (r"\Z", "\ntg:a tg:order <<( tg:a tg:b tg:c )>> .\n", "Error: The graph has a triple in the place of a term"),
        (r"tg:quote \"", "tg:quote ", "Error: "),
    ],
)
def test_a_graph_with_values_that_are_none_is_told_where(
    before: str, after: str, words: str, run: Run, built: Built, tmp_path: Path
) -> None:
    whole = (built.folder / "graph.ttl").read_text("utf-8")
    (tmp_path / "damaged.ttl").write_text(re.sub(before, lambda _: after, whole, count=1), "utf-8")
    answer = run("validate", "damaged.ttl")
    assert words in answer.stdout + answer.stderr
    assert answer.returncode == (1 if words.startswith("Error") else 4)
    assert len(answer.stderr.splitlines()) == 1
