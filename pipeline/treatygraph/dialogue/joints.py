"""Where a document points at a paragraph of another: replies at questions, follow-up and reports at recommendations.

Lists of issues point back at the State's report, and concluding observations at their own paragraphs that they mark
for follow-up. What a heading or a lead line names governs up to the next one; what a paragraph names in its first
words holds for it alone, unless it opens an enumeration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from treatygraph.dialogue.headings import sections_above
from treatygraph.dialogue.places import LIST, read_places
from treatygraph.dialogue.symbols import answered_list, answered_observations, report_asked_about
from treatygraph.report import Joint, JointBasis, Place, Report, Section, Unit

_PLACE_WORD = r"(?:paragraphs?|paras?\.?|recommendations?)"
_NAMED = rf"{_PLACE_WORD}\s*(?:Nos?\.?\s*|contained in |(?:set out |made )?in )?(?:{_PLACE_WORD}\s*)?(?P<list>{LIST})"
# "Follow-up information relating to paragraph 11 (a) of the concluding observations", "With reference to recommendation
# 13 letter (b)", "(Committee's recommendations to Latvia – 7 (a)-7 (c))", "(art. 12 and recommendations 28, 30 and 36)"
_IN_HEADING = re.compile(_NAMED, re.IGNORECASE)
_COMMITTEES = re.compile(rf"Committee['’]s recommendations?\b[^()\d]{{0,60}}[-–—:]\s*(?P<list>{LIST})", re.IGNORECASE)
_OBSERVATIONS = re.compile(r"\b(?:concluding (?:observations|comments)|recommendations?)\b", re.IGNORECASE)
_LIST_OF_ISSUES = re.compile(r"\blist of (?:issues|themes|questions)\b|\bLOIP?R?\b", re.IGNORECASE)
# "With regard to paragraphs 11 and 12 of the previous concluding observations, China …"
_OPENING = re.compile(
    r"(?:with (?:regard|respect|reference) to|in (?:response|reply|relation|reference) to|regarding|concerning"
    r"|as regards|in accordance with|following|pursuant to|in line with|in the light of|as (?:for|to)|on)\s+"
    rf"(?:the\s+)?(?:recommendations?\s+(?:contained\s+|made\s+|set\s+out\s+)?in\s+)?{_NAMED}"
    r"(?P<of>[^.;]{0,40}?\b(?:concluding|observations|recommendations?|Committee)\b)?",
    re.IGNORECASE,
)
# "Paragraphs 178–188 conform to paragraphs 46–47 of CRPD/C/LTU/CO/1."
_CONFORM = re.compile(
    rf"\bParagraphs?\s+(?P<own>{LIST})\s+(?:conform|respond|reply|correspond|relate|refer)s?\s+to\s+paragraphs?\s+"
    rf"(?P<list>{LIST})",
)
# "Recommendation CRPD/C/XXX/CO/1, para. 20 (b)."
_NOTED = re.compile(rf"/CO/\d[\d-]*\)?,?\s+(?:para(?:graph)?s?\.?)\s*(?P<list>{LIST})")
# "(para. 29)", "(CRPD/C/AND/1, para. 29)", "paragraphs 74 and 75 of the initial report", "paragraph 12 of its report"
_OF_REPORT = re.compile(
    rf"\((?:see )?(?:(?P<symbol>[A-Z][A-Z0-9/.-]+),?\s)?(?:paras?\.|paragraphs?)\s*(?P<bracket>{LIST})"
    rf"(?:\s(?:above|of[^()]*))?"
    rf"(?:[;,][^()]*)?\)"
    rf"|\bparagraphs?\s+(?P<of>{LIST})\s+of\s+(?:the|its)\s+(?:State\s+party['’]s\s+)?(?:\w+\s+){{0,5}}reports?\b",
)
_PREVIOUS = re.compile(r"\b(?:concluding (?:observations|comments)|previous recommendations?)[\s,]*\Z", re.IGNORECASE)
_MARKED = re.compile(rf"\bparagraphs?\s+(?P<list>{LIST})", re.IGNORECASE)
_FEW = 3  # headings with a question make replies that repeat the questions
_QUESTION_HEADING = re.compile(
    r"\?|^(?:please|kindly|what|how|has|have|is|are|does|do|which|who|when)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Governing:
    places: tuple[Place, ...] = ()
    basis: JointBasis = "heading"


def find_joints(report: Report) -> tuple[Joint, ...]:
    """The joints of a document, in reading order; those of its own paragraphs to each other among them."""
    if report.kind in ("list-of-issues", "list-of-issues-prior-to-reporting"):
        return tuple(_questions(report))
    if report.kind in ("concluding-observations", None, "common-core-document", "upr-national-report"):
        return ()
    return (*_replies(report), *_answers(report))


def repeated_question(report: Report, index: int) -> str | None:
    """The number of the question that a heading repeats: "12." before "Please explain whether …"; else None."""
    section = report.sections[index]
    number = re.fullmatch(r"(\d{1,3})\.?", section.label)
    return number[1] if number and _QUESTION_HEADING.search(section.heading) else None


def mark_for_follow_up(report: Report, unit: Unit) -> Iterator[Joint]:
    """The paragraphs that a paragraph of concluding observations marks for follow-up, whatever its heading."""
    numbers = {other.id for other in report.units}
    for match in _MARKED.finditer(unit.text):
        if re.search(r"\b(?:articles?|rules?)\s+\d+,\s*$", unit.text[: match.start()]):
            continue  # "article 35, paragraph 2, of the Convention", "rule 71, paragraph 5, of the rules of procedure"
        for place in read_places(match["list"]):
            if place.paragraph in numbers and place.paragraph != unit.id:
                yield Joint("marks-for-follow-up", unit.id, report.symbol, place, "text")


def _questions(report: Report) -> Iterator[Joint]:
    """What the questions of a list refer to in the State's report; none where they refer to another document.

    "The previous concluding observations (CAT/C/KEN/CO/2, para. 11)", "its previous recommendations (para. 11)": a list
    prior to reporting refers to no report.
    """
    document = report_asked_about(report)
    for unit in report.units:
        places = [
            (about, place)
            for match in _OF_REPORT.finditer(unit.text)
            if not _PREVIOUS.search(unit.text[: match.start()])
            if (about := match["symbol"] or document) and "/CO/" not in about
            for place in read_places(match["bracket"] or match["of"])
        ]
        yield from (Joint("asks-about", unit.id, about, place, "text") for about, place in dict.fromkeys(places))


def _replies(report: Report) -> Iterator[Joint]:
    """Which questions of a list of issues the units answer, by heading, first words or the question repeated."""
    if report.kind == "follow-up-report":
        return
    document = answered_list(report)
    repeats = [repeated_question(report, index) for index in range(len(report.sections))]
    as_repeated = sum(number is not None for number in repeats) >= _FEW and report.kind == "replies"
    for index, number in enumerate(repeats if as_repeated else ()):
        if number:
            yield Joint("repeats-question", f"section:{index}", document, Place(number), "repeated question")
    for unit in report.units:
        if unit.kind == "note":
            continue
        if unit.reply_to:
            way = _Governing(read_places(unit.reply_to))
        elif as_repeated and (number := _repeated_above(report, unit, repeats)):
            way = _Governing((Place(number),), "repeated question")
        else:
            continue
        for place in way.places:
            yield Joint("answers-question", unit.id, document, place, way.basis)


def _repeated_above(report: Report, unit: Unit, repeats: list[str | None]) -> str | None:
    return next((repeats[index] for index in sections_above(report, unit.section_index) if repeats[index]), None)


def _answers(report: Report) -> Iterator[Joint]:
    """Which recommendations of earlier observations the units answer."""
    if report.kind == "replies":
        return
    document = answered_observations(report)
    said = dict(_conforming(report))
    governing: dict[int, _Governing] = {}
    section, opened = -2, _Governing()
    for unit in report.units:
        if unit.kind == "note":
            continue
        if unit.section_index != section:
            section, opened = unit.section_index, _Governing()
            governing.setdefault(section, _governing(report, section))
        first = _Governing(_opening(unit.text), "opening")
        if first.places:
            opened = first if unit.text.rstrip().endswith(":") else _Governing()
        ways = (first, opened, said.get(unit.id, _Governing()), governing[section])
        way = next((way for way in ways if way.places), _Governing())
        for place in way.places:
            yield Joint("answers-recommendation", unit.id, document, place, way.basis)


def _governing(report: Report, index: int) -> _Governing:
    """What the headings above name, the nearest first; a heading about articles ends what stands above it."""
    articles = report.sections[index].convention_articles if index >= 0 else ()
    for section in (report.sections[above] for above in sections_above(report, index)):
        if section.convention_articles != articles:
            break
        if places := _in_heading(section, report):
            return _Governing(places, "lead line" if section.heading.endswith(":") else "heading")
    return _Governing()


def _in_heading(section: Section, report: Report) -> tuple[Place, ...]:
    heading = section.heading
    if _LIST_OF_ISSUES.search(heading):
        return ()
    match = _COMMITTEES.search(heading) or _IN_HEADING.search(heading)
    if not match or not (report.kind == "follow-up-report" or _OBSERVATIONS.search(heading)):
        return ()
    return read_places(match["list"])


def _opening(text: str) -> tuple[Place, ...]:
    """The paragraphs of the observations that a paragraph's first words name."""
    match = _OPENING.match(text)
    if not match or _LIST_OF_ISSUES.search(match[0]):
        return ()
    named = match["of"] or re.search(r"recommendation", match[0], re.IGNORECASE)
    return read_places(match["list"]) if named else ()


def _conforming(report: Report) -> Iterator[tuple[str, _Governing]]:
    """What a note to a paragraph names, and a closing sentence for paragraphs before it, by paragraph."""
    known = {unit.id for unit in report.units}
    for unit in report.units:
        if unit.noted and (note := _NOTED.search(unit.text)):
            yield unit.noted[0], _Governing(read_places(note["list"]), "bracket")
        for match in _CONFORM.finditer(unit.text):
            for own in read_places(match["own"]):
                if own.paragraph in known:
                    yield own.paragraph, _Governing(read_places(match["list"]), "text")
