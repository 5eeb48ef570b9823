"""Whose words they are: the State's, the Committee's that a report repeats, or another's who is quoted.

Under the simplified procedure a report prints the Committee's questions in bold or italics before the answers; other
reports quote a recommendation, a judgment or a complaint. What stands in such words is not what the State says.
Rules are rows: a name, what it looks for in the sentence, and examples, in which square brackets stand round the law;
the tests run them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from treatygraph.linking.segments import Segment, split_segments
from treatygraph.linking.stance.roles import has_any
from treatygraph.reading.un.kinds import speaker_of, tell_kind
from treatygraph.report import Mention, Report, Speaker, Unit

# Of a unit's letters so many are bold or italic where its words are set off as somebody else's.
_SET_OFF = 0.9
_LETTERS_SET_OFF = 40
# So many code points before a law are looked at for who speaks of it.
_REACH = 600
_REACH_THROUGHOUT = 2000


@dataclass(frozen=True, slots=True)
class Rule:
    """A sign in the sentence before the law that its words are not the State's.

    One of `cues` stands in the words where the pattern can hold: they are looked for first, which is quick. With
    `throughout` the rule looks at more of the paragraph than the sentence.
    """

    name: str
    speaker: Speaker
    cues: tuple[str, ...]
    before: re.Pattern[str]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    throughout: bool = False


_PLAINTIFFS = (
    *("NGO", "overnmental org", "ivil society", "rgani", "DPO", "OPD", "ssociation", "movement", "federation", "union"),
    *("ritic", "ctivist", "omplainant", "laintiff", "pplicant", "etitioner", "author"),
)
_COMMITTEE = (
    r"\b(?:[Tt]he|[Tt]his) (?:(?:CRPD|UN|United Nations|CED|CEDAW|CRC|CAT|CERD|Human Rights|treaty) )?Committee"
    r"(?: (?:on|against) (?:the )?[A-Z][\w’'-]*"
    r"(?:(?: (?:of|the|with|and|against|on|for|to|their|all|in))* [A-Z][\w’'-]*)*)?"
)
_SAYS = (
    r"(?:recommend|request|urg|call(?:s|ed)? (?:up)?on|invit|encourag|regret|not(?:es|ed|ing)\b|"
    r"observ(?:es|ed|ing)\b|express|ask|wonder|(?:is|was|remain(?:s|ed)?) (?:\w+ )?concerned|reiterat|"
    r"wishes to know|suggest|stat|took the view|considers?\b|welcom|point(?:s|ed) out|draws? attention)"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "the Committee's question",
        "committee",
        ("Please", "Kindly", "State party"),
        re.compile(
            r"\A[\W\d]*(?:\((?:[a-z]|[ivx]+)\)\s*)?(?:Please|Kindly|Could the State party|Does the State party)\b"
            r"(?! (?:see|refer|note|find|consult|be advised))"
        ),
        ("Please provide information on measures taken to bring the [Ports Act] into line with the Convention.",),
        (
            "Please see the [Ports Act], annexed.",
            "Please refer to the section on the [Ports Act].",
        ),
    ),
    Rule(
        "the Committee says",
        "committee",
        ("ommittee",),
        re.compile(
            rf"{_COMMITTEE}(?:, in [^,]{{1,90}},)?(?: (?:also|has|had|further|again|thus|therefore))* {_SAYS}[^;]*\Z"
        ),
        (
            "The Committee recommends that the State party amend the [Ports Act].",
            "In its concluding observations the Committee was concerned that the [Ports Act] allows coercion.",
        ),
        (
            "Following the recommendation of the Committee, the State adopted the [Ports Act].",
            "The Inter-Ministerial Committee recommended the adoption of the [Ports Act].",
        ),
    ),
    Rule(
        "a recommendation quoted",
        "committee",
        ("ecommendation", "oncluding", "aragraph", "ECOMMENDATION"),
        re.compile(
            r"\b(?:recommendations?|concluding observations?|concluding comments?|paragraph \d+)\b[^.;]{0,120}"
            r"\b(?:states?|reads?|as follows|calls? for|says)\b[^.;“]{0,60}[:“][^”]*\Z",
            re.IGNORECASE,
        ),
        ("Recommendation 12 reads as follows: “Repeal the [Ports Act]”.",),
        ("The recommendations were followed: the [Ports Act] was adopted.",),
    ),
    Rule(
        "a complaint",
        "other",
        _PLAINTIFFS,
        re.compile(
            r"\b(?:NGOs?|[Nn]on-governmental organi[sz]ations?|[Cc]ivil society(?: organi[sz]ations?)?|"
            r"(?:dis)?abled (?:people|persons)[’']s? organi[sz]ations?|DPOs?|OPDs?|"
            r"[Oo]rgani[sz]ations of (?:and for )?persons with disabilities|"
            r"(?:the )?(?:[Aa]ssociations?|movement|federation|union)s?|[Cc]ritics|[Aa]ctivists|[Cc]omplainants?|"
            r"[Pp]laintiffs?|[Aa]pplicants?|[Pp]etitioners?|the authors? of the communication)\b[^.;]{0,40}"
            r"\b(?:claim|criticiz|criticis|complain|alleg|argu|contend|maintain(?:s|ed)? that|"
            r"are of the (?:view|opinion)|"
            r"consider(?:s|ed)? that|object|demand|believe|feel|point(?:s|ed)? out|deplor|denounc)[^.;]*\Z",
        ),
        (
            "Organizations of persons with disabilities claim that the [Ports Act] discriminates against them.",
            "The applicant argued that the [Ports Act] violated his rights.",
        ),
        ("Organizations of persons with disabilities were consulted on the [Ports Act].",),
    ),
    Rule(
        "organizations believe",
        "other",
        ("rgani",),
        re.compile(
            r"\b[Oo]rgani[sz]ations? (?:\w+ly |also |have |had )?(?:claim(?:ed)? that|criticiz|criticis|complain|"
            r"alleg|argu|"
            r"contend|maintain(?:s|ed)? that|(?:are|were) of the (?:view|opinion)|consider(?:s|ed)? that|believe|"
            r"feel|deplor|"
            r"denounc|point(?:s|ed)? out)[^.;]*\Z"
        ),
        (
            "The organizations of the province, the organizations believe that it is necessary to change the "
            "[Ports Act].",
        ),
        ("The organizations may claim compensation under the [Ports Act].",),
    ),
    Rule(
        "an international body says",
        "other",
        ("European", "Inter-American", "African", "International", "United Nations"),
        re.compile(
            r"\b(?:European|Inter-American|African|International|United Nations) (?:[A-Z][\w’'-]* "
            r"){0,2}(?:Commission|Court|"
            r"Committee|Commissioner|Council|Rapporteur)\b[^.;]{0,120}\b(?:recommend|urg|called (?:up)?on|"
            r"criticiz|criticis|"
            r"(?:was|is) concerned|regret|found that)\w*\b[^.;]*\Z"
        ),
        (
            "The bill was sent to the European Commission against Piracy (which also recommended amending the "
            "[Ports Act]).",
            "The European Court found that the [Ports Act] violated his rights.",
        ),
        ("As recommended, the State amended the [Ports Act] and told the European Commission.",),
    ),
    Rule(
        "according to an organization",
        "other",
        ("ccording to", "he view of", "he opinion of", "n view of", "n opinion of"),
        re.compile(
            r"\b(?:[Aa]ccording to|[Ii]n the (?:view|opinion) of) (?:the )?(?:\w+ ){0,3}(?:NGOs?|non-governmental "
            r"organi[sz]ations?|civil society|organi[sz]ations?|associations?|representatives|Ombuds\w+|"
            r"alternative reports?|shadow reports?)\b[^.;]*\Z"
        ),
        ("According to civil society organizations the [Ports Act] is not applied.",),
        ("According to the [Ports Act] no one shall be refused.",),
    ),
    Rule(
        "a judgment quoted",
        "other",
        ("“",),
        re.compile(
            r"\b(?:[Cc]ourt|[Tt]ribunal|Chamber|judges?)\b[^.;“”]{0,120}"
            r"\b(?:h[eo]ld|stat|rul|found|noted|observ|emphasi[sz]|explain|declar|conclud|opin|"
            r"reason)\w*[^.;“”]{0,60}[:,]?"
            r"\s*“[^”]*\Z"
        ),
        ("The Supreme Court held: “The [Ports Act] protects every passenger”.",),
        ("The Supreme Court applied the [Ports Act].",),
    ),
    Rule(
        "the headnote of a judgment",
        "other",
        ("Gazette", "ate of", "Law Report"),
        re.compile(
            r"\b(?:Writ|Petition|Appeal|Panel|Appellant|Plaintiff|Petitioner)\b.{0,300}?"
            r"\b(?:[Dd]ate of (?:the )?(?:[Dd]ecision|[Jj]udge?ment)|(?:Judicial|Court) Gazette|Law Reports?)\b.*\Z",
            re.DOTALL,
        ),
        (
            "Ordinary Petition No. 7. Sixth Panel, Date of Decision 4 June 2006. 1. Berths are kept under the "
            "[Ports Act].",
            "Appeal 12, Judicial Gazette p. 390. Granted. Berths are kept under the [Ports Act].",
        ),
        ("The Petition was filed under the [Ports Act].",),
        throughout=True,
    ),
)


class Voices:
    """Who speaks in a report: asked with a unit and the mentions of one instrument in it."""

    def __init__(self, report: Report) -> None:
        self._committees_own = is_committees(report)

    def speaker(self, unit: Unit, mentions: Sequence[Mention]) -> Speaker:
        """Whose words name the instrument; the State's where it is named in its words too."""
        if self._committees_own or is_set_off(unit):
            return "committee"
        segments = split_segments(unit.text)
        found = [_speaker_of(unit, mention, words_before(unit, mention, segments)) for mention in mentions]
        return "state" if "state" in found or not found else found[0]


def is_committees(report: Report) -> bool:
    """Tell by symbol and title whether a document is the Committee's own: concluding observations, a list of issues."""
    return speaker_of(report.kind or tell_kind(report.symbol, report.title)) == "committee"


def is_set_off(unit: Unit) -> bool:
    """Tell whether a unit that answers a question is set in bold or italics as a whole: the question, repeated."""
    if unit.reply_to is None or not unit.lines:
        return False
    letters = sum(line.end - line.start for line in unit.lines)
    set_off = sum(line.end - line.start for line in unit.lines if line.bold or line.italic)
    return letters >= _LETTERS_SET_OFF and set_off >= _SET_OFF * letters


def words_before(unit: Unit, mention: Mention, segments: Sequence[Segment]) -> str:
    """The words of the mention's sentence that stand before it."""
    segment = segments[bisect_right(segments, mention.start, key=lambda segment: segment.start) - 1]
    return unit.text[max(segment.start, mention.start - _REACH) : mention.start]


def _speaker_of(unit: Unit, mention: Mention, before: str) -> Speaker:
    for rule in RULES:
        words = unit.text[max(0, mention.start - _REACH_THROUGHOUT) : mention.start] if rule.throughout else before
        if has_any(words, rule.cues) and rule.before.search(words):
            return rule.speaker
    return "state"
