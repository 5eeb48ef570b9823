"""The questions that a Committee puts on a State's report; CERD calls them a list of themes."""

from treatygraph.reading.un.kinds.kind import CYCLE, REISSUED, Kind, pattern

KIND = Kind(
    "list-of-issues",
    "list of issues",
    (
        ("CED/C/KAZ/Q/1", "List of issues in relation to the report submitted by Kazakhstan"),
        ("", "List of themes in relation to the periodic report of Brazil"),
    ),
    symbol=pattern(rf"/Q{CYCLE}{REISSUED}"),
    title=pattern(r"(?:^|: )lists? of (?:issues|themes|questions)\b"),
)
