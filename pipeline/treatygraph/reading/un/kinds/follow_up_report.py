"""What a State reports within the term that concluding observations set, and its comments on them.

The symbol is one of its own (FCO) or an addendum to that of the observations.
"""

from treatygraph.reading.un.kinds.kind import CYCLE, Kind, pattern

KIND = Kind(
    "follow-up-report",
    "follow-up report",
    (
        ("CERD/C/BRA/FCO/18-20", "Information received from Brazil on follow-up to the concluding observations"),
        ("CRPD/C/KEN/CO/1/Add.1", "Information received from Kenya on follow-up to the concluding observations"),
        ("", "Comments by the Government of Kenya on the concluding observations of the Committee"),
        ("", "Follow-up report on the concluding observations"),
    ),
    symbol=pattern(rf"/FCO{CYCLE}|/CO{CYCLE}/Add\."),
    title=pattern(
        r"^follow-up report\b"
        r"|^(?:information|comments|responses?|replies)\b.*\bconcluding (?:observations|comments)\b"
        r"|\bconcluding (?:observations|comments)\b.*:.*\b(?:comments by|information (?:received|provided)|replies)\b"
    ),
)
