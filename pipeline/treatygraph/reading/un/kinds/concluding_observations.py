"""What the Committee concludes from a State's report and the dialogue on it; once "concluding comments"."""

from treatygraph.reading.un.kinds.kind import CYCLE, REISSUED, Kind, pattern

KIND = Kind(
    "concluding-observations",
    "concluding observations",
    (
        ("CRPD/C/KEN/CO/1", "Concluding observations on the initial report of Kenya"),
        ("", "Concluding comments of the Committee: Bulgaria"),
    ),
    symbol=pattern(rf"/CO{CYCLE}{REISSUED}"),
    title=pattern(r"^concluding (?:observations|comments)\b"),
)
