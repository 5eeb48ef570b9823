"""Small documents of a Committee and a State, as a reading leaves them."""

from __future__ import annotations

from treatygraph.report import DocumentKind, Line, Report, Section, Source, Unit

SOURCE = Source("paper.pdf", "0" * 64, "application/pdf")


def paper(symbol: str, kind: DocumentKind, *parts: tuple[str, list[str]], treaty: str = "CERD") -> Report:
    """A document of headings with their paragraphs, numbered through; a line in stars is bold, a bar parts lines."""
    units: list[Unit] = []
    for place, (heading, texts) in enumerate(parts):
        for text in texts:
            whole = " ".join(printed.strip("*") for printed in text.split("|"))
            lines: list[Line] = []
            for printed in text.split("|"):
                start, plain = lines[-1].end + 1 if lines else 0, printed.strip("*")
                edges = (0.0,) * (len(plain) + 1)
                lines.append(Line(start, start + len(plain), 1, 0.0, 10.0, edges, bold=printed != plain))
            units.append(Unit(str(len(units) + 1), "paragraph", whole, heading, place, lines=tuple(lines)))
    sections = tuple(Section(1, "", heading) for heading, _ in parts)
    return Report(symbol, "XXA", treaty, "", tuple(units), SOURCE, sections, kind=kind)


OBSERVATIONS = paper(
    "CERD/C/XXA/CO/1",
    "concluding-observations",
    ("Introduction", ["The Committee welcomes the report of the State party."]),
    ("Positive aspects", ["The Committee welcomes the Ports Act."]),
    (
        "Access to ports",
        [
            "The Committee notes the Ports Act but is concerned that it allows segregation.",
            "It is also concerned that nobody was punished (arts. 2 and 5).",
            "*The Committee recommends that the State party repeal those provisions.*",
        ],
    ),
    (
        "Ferries",
        [
            "The Committee regrets that ferries are few (art. 5).",
            "*The State party should build ferries.*",
            "The Committee is concerned at fares (art. 6).",
            "*The State party should lower fares.*",
        ],
    ),
    ("Ratification of other treaties", ["*The Committee encourages the State party to ratify the Covenant.*"]),
    (
        "Follow-up to the present concluding observations",
        [
            "*The Committee requests the State party to provide, within one year, information on its implementation of "
            "the recommendations contained in paragraphs 5 and 7 (a) above, under article 9, paragraph 1.*",
            "*The Committee recommends that the present concluding observations be disseminated to all civil society.*",
        ],
    ),
)
