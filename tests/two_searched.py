"""Two documents to be searched: a report with a law, and a paper of a Committee; in a folder, and in the page."""

from __future__ import annotations

from treatygraph.report import Annotated, Entity, Line, Mention, Report, Source, Unit
from treatygraph.report.dialogue import Dialogue, Utterance

LAW = Entity("XXA_code_penal", "instrument", "Penal Code", "code", "national", state="XXA")
TEXTS = {
    "CED/C/XXA/1": (
        ("1", (), "The courts of the Republic grant habeas corpus at once."),
        ("2", ("17",), "Under the Penal Code an abduction is punished; no court may order secret detention."),
        ("3", ("17", "18"), "Détention in secret is forbidden."),
        ("table:1", (), "Year Cases 2014 12"),
    ),
    "CED/C/XXB/1": (
        ("1", (), "The corpus of texts is published; habeas data is granted."),
        ("2", ("2",), "Discriminatory detention is forbidden by every court. </script><b>Detention"),
    ),
}


def report_of(symbol: str, *, on_pages: bool = False) -> Annotated:
    """A report of one of two States, the first with a law, the second a Committee’s paper; on pages or on none."""
    units = tuple(
        Unit(
            number,
            "table" if ":" in number else "paragraph",
            text,
            "On the articles",
            convention_articles=articles,
            lines=(Line(0, len(text), n + 4, 0, 10, tuple(map(float, range(len(text) + 1)))),) if on_pages else (),
        )
        for n, (number, articles, text) in enumerate(TEXTS[symbol])
    )
    first = symbol == "CED/C/XXA/1"
    report = Report(
        symbol, symbol[6:9], "CED", "A report", units, Source("a.txt", "0" * 64, "text/plain"),
        date="2014-05-02" if first else None, coverage=None if first else (2015, 2019),
    )  # fmt: skip
    start = units[1].text.find("Penal Code")
    mention = Mention("2", "instrument", start, start + 10, "Penal Code", "title", entity=LAW.id)
    spoken = Dialogue((Utterance("2", "committee", "concern", ("9",)),))
    return Annotated(
        report, (mention,) if first else (), (LAW,) if first else (), (), (), (), None if first else spoken
    )
