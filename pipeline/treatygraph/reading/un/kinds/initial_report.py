"""A State's first report under a treaty, also where it is submitted together with the second."""

from treatygraph.reading.un.kinds.kind import REISSUED, Kind, pattern

KIND = Kind(
    "initial-report",
    "initial report",
    (
        ("CED/C/KAZ/1", "Report submitted by Kazakhstan under article 29 (1) of the Convention, due in 2011"),
        ("CRPD/C/MWI/1-2", "Combined initial and second periodic reports submitted by Malawi"),
        ("", "Initial report of Kenya"),
    ),
    symbol=pattern(rf"^(?!A/).*/[A-Z]{{2,3}}(?:-[A-Z]{{3}})?/1(?:-\d+)?(?:/Add\.?\s?\d+)?{REISSUED}"),
    title=pattern(r"\binitial (?:(?:and|to) \w+ |periodic )*reports?\b"),
    report=True,
)
