"""The list of issues that a Committee sends before a State's report, which answers it (simplified procedure)."""

from treatygraph.reading.un.kinds.kind import CYCLE, REISSUED, Kind, pattern

KIND = Kind(
    "list-of-issues-prior-to-reporting",
    "list of issues prior to reporting",
    (
        (
            "CRPD/C/AND/QPR/2-3",
            "List of issues prior to submission of the combined reports of Andorra",
        ),
        ("", "List of issues prior to the submission of the fifth periodic report of Austria"),
    ),
    symbol=pattern(rf"/QPR{CYCLE}{REISSUED}"),
    title=pattern(r"^lists? of (?:issues|themes|questions) prior to\b"),
)
