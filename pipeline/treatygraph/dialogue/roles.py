"""The role of each paragraph of concluding observations: what the Committee praises, what concerns it, what it asks.

Committees print what they ask in bold type and what concerns them in plain, so that the type decides where it is
known; in a plain text the verbs do. The parts of the paper say the rest: "Introduction", "Positive aspects".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from treatygraph.dialogue.asking import begins_to_ask, is_bold
from treatygraph.dialogue.headings import sections_above
from treatygraph.report import Report, Role, Unit

_INTRODUCTION = re.compile(r"introduction\b", re.IGNORECASE)
_POSITIVE = re.compile(r"positive\b|progress achieved\b", re.IGNORECASE)
# "Suggestions and recommendations", in papers before 2008: all that stands there is asked.
_SUGGESTIONS = re.compile(r"(?:suggestions and )?recommendations\s*\Z", re.IGNORECASE)
_AREAS = re.compile(r"\bconcerns?\b|\brecommendations?\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"follow-?up\b(?! to the (?!present|concluding|implementation))|dissemination|next (?:periodic )?report"
    r"|preparation of the next|consultations? with civil society|paragraphs of particular importance"
    r"|technical (?:cooperation|assistance)|cooperation and technical|common core document"
    r"|cooperation between states parties and the committee",
    re.IGNORECASE,
)

_CONCERNED = re.compile(
    r"\bconcern(?:s|ed|ing that)?\b|\bregrets?\b|\b(?:troubled|worried|alarmed|dismayed|disturbed)\b"
    r"|\b(?:however|nevertheless|nonetheless|yet)\b|\bnot\b|\black(?:s|ing)?\b|\bfail(?:s|ed|ure)\b|\bgaps?\b"
    r"|\bonly\b|\bthat no\b|\bcontinues? to\b|\babsence\b|\binsufficient|\blimited\b",
    re.IGNORECASE,
)
_PRAISES = re.compile(
    r"\b(?:welcomes?|commends?|appreciates?|congratulates?|(?:notes?|acknowledges?|takes note) with (?:appreciation"
    r"|satisfaction|interest))\b",
    re.IGNORECASE,
)

_IN_TERM = re.compile(
    r"\bwithin (?:one year|a year|two years|three years|12 months|24 months|\w+ months)\b", re.IGNORECASE
)
_MARKED = re.compile(
    r"\b(?:recommendations?|measures)\b.{0,80}\b(?:contained|set (?:out|forth)|made)? ?in paragraphs? \d", re.IGNORECASE
)
_IMPORTANT = re.compile(r"\bparticular importance of\b")
# "The State party is requested to disseminate widely the report and the present observations", "The Committee invites
# the State party to submit its next periodic report by …"; no report on ports, and no law that is disseminated, nor
# what a next report should say of the matter.
_NEXT_OR_PUBLISHED = re.compile(
    r"(?:[^.;:]|\.(?!\s[A-Z])){0,250}?\b(?:(?:recommends|requests|invites|urges|encourages)\sthat"
    r"|(?:recommends|requests|invites|urges|encourages)(?:\sto)?\sthe\sState\s[Pp]arty"
    r"|State\s[Pp]arty\s(?:should|is\s(?:requested|invited|encouraged)))"
    r"(?=(?:[^.;:]|\.(?!\s[A-Z])){0,90}?\b(?:submit|update|widely|disseminat\w+|publici[sz]\w+|consult\w*|reports?\sbe)\b)"
    r"(?:(?!\bin\s(?:its|the)\s(?:\w+\s){0,4}reports?)(?:[^.;:]|\.(?!\s[A-Z]))){0,200}?\b"
    r"(?:(?:next|combined|initial|periodic)\s(?:\w+\s){0,4}?reports?|(?:its|the|State\sparty[’']s)\sreports?\b"
    r"|(?:present|these)\s(?:concluding\s)?observations|core\sdocument)"
)
_NEXT_REPORT = re.compile(
    r"\b(?:submit|submission of|submitting)\b.{0,80}\breports?\b|\bsimplified reporting procedure\b"
    r"|\bnext (?:periodic )?report\b.{0,60}\b(?:is|are) due\b",
    re.IGNORECASE,
)
_CARRY_OUT = re.compile(
    r"\b(?:implement(?:s|ation of)? the (?:present )?(?:recommendations?|concluding observations)\b"
    r"|importance of all the recommendations)",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"\bdisseminat|\bmade (?:readily )?available\b.{0,80}\bpublic\b|\bmake\b.{0,60}\bavailable\b"
    r"|\btechnical (?:assistance|cooperation)\b|\bcivil society organi[sz]ations\b|\bcommon core document\b",
    re.IGNORECASE,
)


def tell_role(report: Report, unit: Unit, bold_known: bool) -> Role | None:
    """The role of a paragraph of concluding observations; None of what is no paragraph of their text.

    `bold_known` says that the document prints paragraphs in bold at all.
    """
    if unit.kind != "paragraph" or unit.zone != "body":
        return None
    headings = [report.sections[index].heading for index in sections_above(report, unit.section_index)]
    part = next((role for heading in headings if (role := _part_role(heading))), None)
    if part is not None:
        return part
    if not headings or (len(headings) == 1 and not report.sections[unit.section_index].heading):
        return "introduction"
    if any(_CLOSING.match(heading) for heading in headings):
        return _closing_role(unit.text)
    if begins_to_ask(unit, bold_known) is not None or any(map(_SUGGESTIONS.match, headings)):
        return _closing_role(unit.text) if _is_closing(unit.text) else "recommendation"
    return "positive" if _PRAISES.search(unit.text) and not _CONCERNED.search(unit.text) else "concern"


def find_asks(report: Report, roles: Mapping[str, Role], bold_known: bool) -> dict[str, int]:
    """Where in its text each recommendation begins to ask, by its id: 0 but where it tells its own concern before."""
    return {
        unit.id: begins_to_ask(unit, bold_known) or 0 for unit in report.units if roles.get(unit.id) == "recommendation"
    }


def prints_bold(report: Report) -> bool:
    """Whether a document prints some of its paragraphs in bold, and so what it asks."""
    return any(is_bold(unit) for unit in report.units if unit.kind == "paragraph")


def _part_role(heading: str) -> Role | None:
    if _INTRODUCTION.match(heading):
        return "introduction"
    if _POSITIVE.match(heading) and not _AREAS.search(heading):
        return "positive"
    return None


def _is_closing(text: str) -> bool:
    """Whether a paragraph under no closing heading is one of those that close the paper.

    It marks others for information within a term or as of particular importance, or asks first for the next report or
    for the publication of this one.
    """
    if _MARKED.search(text) and (_IN_TERM.search(text) or _IMPORTANT.search(text)):
        return True
    return bool(_NEXT_OR_PUBLISHED.match(text))


def _closing_role(text: str) -> Role:
    """What a paragraph at the end asks: information and reports, or a service to the procedure."""
    if _IN_TERM.search(text) or _MARKED.search(text) or _CARRY_OUT.search(text[:220]):
        return "follow-up"
    opening = text[:300]
    service, report = _SERVICE.search(opening), _NEXT_REPORT.search(opening)
    if report and not (service and service.start() < report.start()):
        return "follow-up"
    return "request"
