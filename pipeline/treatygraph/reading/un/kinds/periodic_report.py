"""A State's report after its first, every four or five years."""

from treatygraph.reading.un.kinds.kind import REISSUED, Kind, pattern

KIND = Kind(
    "periodic-report",
    "periodic report",
    (
        ("CRPD/C/CHN/2-3", "Combined second and third periodic reports submitted by China"),
        ("CAT/C/49/Add.7", "Second periodic reports of States parties due in 1999: Bulgaria"),
    ),
    symbol=pattern(rf"^(?!A/).*/[A-Z]{{2,3}}(?:-[A-Z]{{3}})?/\d+(?:-\d+)?(?:/Add\.?\s?\d+)?{REISSUED}"),
    title=pattern(r"\bperiodic reports?\b"),
    report=True,
)
