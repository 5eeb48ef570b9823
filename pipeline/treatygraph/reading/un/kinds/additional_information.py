"""What a State adds to a report that it has submitted."""

from treatygraph.reading.un.kinds.kind import CYCLE, Kind, pattern

KIND = Kind(
    "additional-information",
    "additional information",
    (
        ("", "Additional information submitted by the Government of Kenya"),
        ("CED/C/KAZ/AI/1", "Additional information submitted by Kazakhstan under article 29 (4) of the Convention"),
    ),
    symbol=pattern(rf"/AI{CYCLE}"),
    title=pattern(r"\b(?:additional|supplementary|updated) information\b"),
)
