"""A report of one page: a paragraph that cites a law and a table that counts cases."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from treatygraph.building import build
from treatygraph.building.build import Settings
from treatygraph.errors import ReadingError
from treatygraph.report import (
    Abbreviation,
    Annotated,
    Box,
    Cell,
    Entity,
    InstrumentName,
    Line,
    Mention,
    Note,
    NoteMark,
    Quality,
    Relation,
    Report,
    Section,
    Source,
    Table,
    Unit,
)

TEXT = "The Act on Prisons of 3 May 2001 was approved by the Senate. Article 5 of the Act applies."


def mention(kind: str, words: str, nth: int = 1, **more: object) -> Mention:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Mention("7", kind, start, start + len(words), words, rule="by hand", **more)  # type: ignore[arg-type]


@pytest.fixture
def small() -> Annotated:
    """Paragraph 7 stands on two lines, the second on the next page; table 1 has a head and one row."""
    turn = TEXT.index(" was approved") + 1
    lines = tuple(
        Line(start, end, page, top, top + 10.0, tuple(100.0 + 5.5 * n for n in range(end - start + 1)))
        for start, end, page, top in ((0, turn, 3, 700.0), (turn, len(TEXT), 4, 90.0))
    )
    cells = (
        Cell(0, 0, "Year", 6, 10, header=True, page=4, box=Box(100.0, 200.0, 150.0, 212.0)),
        Cell(0, 1, "Cases", 11, 16, header=True),
        Cell(1, 0, "2009", 17, 21),
        Cell(1, 1, "0", 22, 23),
    )
    units = (
        Unit("7", "paragraph", TEXT, "Article 17", 0, ("17",), lines, (NoteMark(32, "1", 3),), zone="body"),
        Unit("table:1", "table", "Cases Year Cases 2009 0", "Article 17", 0, ("17",), table=Table("Cases", cells)),
    )
    report = Report(
        symbol="CED/C/KAZ/9",
        state="KAZ",
        treaty="CED",
        title="Report “of” Kazakhstan",
        units=units,
        source=Source("report.pdf", "ab" * 32, "application/pdf", 4),
        sections=(Section(1, "I.", "Article 17", ("17",), 3),),
        notes=(Note("1", "Official Gazette, 2001.", 3),),
        abbreviations=(Abbreviation("MoJ", "Ministry of Justice"),),
        committee="Committee on Enforced Disappearances",
        date="2014-06-10",
        coverage=(2009, 2013),
        quality=Quality(number_gaps=(3,), warnings=("The contents were not found.",)),
    )
    law = InstrumentName("act", "act", date="2001-05-03", subject="Prisons")
    act = mention("instrument", "Act on Prisons of 3 May 2001", name=law, entity="KAZ_act_2001-05-03_prisons")
    return Annotated(
        report,
        (
            act,
            mention("date", "3 May 2001", value="2001-05-03"),
            mention("agency", "Senate", entity="KAZ_senate", confidence=0.9),
            mention(
                "provision",
                "Article 5 of the Act",
                targets=(("art:5",),),
                glosses=(None,),
                entity="KAZ_act_2001-05-03_prisons",
                instrument=(TEXT.rindex("Act"), TEXT.rindex("Act") + 3),
            ),
            mention(
                "instrument",
                "Act",
                nth=2,
                anaphor=True,
                entity="KAZ_act_2001-05-03_prisons",
                antecedent=("7", act.start, act.end),
                resolved_by="same kind",
            ),
        ),
        (
            Entity(
                "KAZ_act_2001-05-03_prisons",
                "instrument",
                "Act on Prisons of 3 May 2001",
                "act",
                "national",
                date="2001-05-03",
                issuer="KAZ_senate",
                aliases=("Prisons Act",),
                state="KAZ",
                title="Prisons",
            ),
            Entity("KAZ_senate", "agency", "Senate", "parliament", "national", state="KAZ"),
        ),
        (
            Relation(
                "7",
                "KAZ_act_2001-05-03_prisons",
                "issuedBy",
                "KAZ_senate",
                evidence=(
                    ("instrument", act.start, act.end),
                    ("agency", TEXT.index("Senate"), TEXT.index("Senate") + 6),
                ),
                rule="approved by",
            ),
        ),
    )


@pytest.fixture
def sources(small: Annotated, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Four reports: two good ones, one that cannot be read, and one on which the program itself stumbles."""

    def read(source: Path, settings: Settings) -> Report:
        if "bad" in source.name:
            raise ReadingError(f"{source}: this is no PDF.")
        if "odd" in source.name:
            raise ZeroDivisionError("division by zero")
        return replace(small.report, symbol=f"CED/C/{source.stem[:3].upper()}/1")

    monkeypatch.setattr(build, "_read", read)
    monkeypatch.setattr(build, "recognise", lambda report: replace(small, report=report))
    monkeypatch.setattr(build, "resolve", lambda annotated: annotated)
    return [tmp_path / name for name in ("kaz.pdf", "bad.pdf", "odd.pdf", "jor.pdf")]
