"""The national report for the universal periodic review, the first of three papers on each State."""

from treatygraph.reading.un.kinds.kind import REISSUED, Kind, pattern

KIND = Kind(
    "upr-national-report",
    "national report for the universal periodic review",
    (
        (
            "A/HRC/WG.6/34/SVN/1",
            "National report submitted in accordance with paragraph 5 of the annex to Human Rights Council resolution "
            "16/21: Slovenia",
        ),
    ),
    symbol=pattern(rf"^A/HRC/WG\.6/\d+/[A-Z]{{3}}/1{REISSUED}"),
    title=pattern(r"^national report submitted in accordance with\b"),
)
