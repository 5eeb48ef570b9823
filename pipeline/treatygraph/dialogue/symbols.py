"""The symbols of the documents that a document answers: its own of the same cycle, or what its text names."""

from __future__ import annotations

import re
from collections import Counter

from treatygraph.report import Report

_PARTS = re.compile(r"(?P<before>.+?/[A-Z]{2,3}(?:-[A-Z]{3})?)/(?:(?P<series>[A-Z]+)/)?(?P<cycle>\d+(?:-\d+)?)(?=/|$)")


def answered_list(report: Report) -> str | None:
    """The list of issues that replies answer: CRPD/C/AND/RQ/1 and CRPD/C/AND/Q/1/Add.1 → CRPD/C/AND/Q/1.

    A report under the simplified procedure answers the list prior to it: CRPD/C/DOM/2-3 → CRPD/C/DOM/QPR/2-3.
    """
    match = _PARTS.match(report.symbol)
    if not match:
        return None
    return f"{match['before']}/{'QPR' if match['series'] is None else 'Q'}/{match['cycle']}"


def answered_observations(report: Report) -> str | None:
    """The observations that a follow-up report, or the next report, answers.

    CERD/C/BRA/FCO/18-20 → CERD/C/BRA/CO/18-20; of a report those that it names most, else those on the first report
    where it is the second: CRPD/C/CHN/2-3 → CRPD/C/CHN/CO/1.
    """
    match = _PARTS.match(report.symbol)
    if not match:
        return None
    if match["series"] in ("FCO", "CO"):
        return f"{match['before']}/CO/{match['cycle']}"
    named = re.compile(re.escape(match["before"]) + r"/CO/\d+(?:-\d+)?")
    texts = (*(unit.text for unit in report.units), *(section.heading for section in report.sections))
    count = Counter(symbol for text in texts for symbol in named.findall(text))
    if count:
        most: str = min(count, key=lambda symbol: (-count[symbol], symbol))
        return most
    return f"{match['before']}/CO/1" if match["cycle"].split("-")[0] == "2" else None


def report_asked_about(report: Report) -> str | None:
    """The report that a list of issues is about: CRPD/C/AND/Q/1 → CRPD/C/AND/1; None of a list prior to it."""
    match = _PARTS.match(report.symbol)
    if not match or match["series"] != "Q":
        return None
    return f"{match['before']}/{match['cycle']}"
