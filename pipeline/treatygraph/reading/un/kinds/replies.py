"""The State's replies to a list of issues: a symbol of their own (RQ), or an addendum to the list's."""

from treatygraph.reading.un.kinds.kind import CYCLE, Kind, pattern

KIND = Kind(
    "replies",
    "replies to a list of issues",
    (
        ("CRPD/C/AND/RQ/1", "Replies of Andorra to the list of issues in relation to its initial report"),
        ("CRPD/C/AZE/Q/1/Add.1", "List of issues in relation to the initial report of Azerbaijan: Replies"),
        ("", "Written replies by the Government of Kenya to the list of issues"),
    ),
    symbol=pattern(rf"/RQ{CYCLE}|/Q{CYCLE}/Add\."),
    title=pattern(
        r"\b(?:replies|reply|responses?|answers?)\b.*\blists? of (?:issues|themes|questions)\b(?! prior)"
        r"|\blists? of (?:issues|themes|questions)\b.*:.*\b(?:replies|reply|responses?|answers?)\b"
    ),
)
