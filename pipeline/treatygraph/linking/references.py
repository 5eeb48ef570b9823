"""Words that name an article of the treaty without placing a law under it.

"(see also the subsection of the report on article 24 of the Convention)" sends the reader elsewhere; "the Convention
(arts. 1–50)" counts the treaty's articles; "the report is submitted in accordance with article 35" says why there is
a report; "Article 37: All persons are free …" is an article of the law that is quoted. Each kind is a row of `RULES`
with its examples, in which double brackets stand round the words that name the article; the tests run them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from treatygraph.linking.segments import Segment
from treatygraph.ontology import Treaty
from treatygraph.report import Mention, Unit

# Over this many articles a mention enumerates the treaty; it does not speak of each.
MOST_ARTICLES = 8
_REACH = 140

_SEE = re.compile(
    r"\b(?:see|cf\.?|refer(?:,? also)? to|as with)(?:,? also)?(?: also)?"
    r"(?:,? (?:in particular|for (?:further )?details))?,?(?: (?:the|above|below|under|at|in|on))*\s+\Z",
    re.IGNORECASE,
)
_PART_OF_REPORT = re.compile(
    r"\b(?:(?:sub)?sections?|parts?|chapters?|headings?|comment(?:s|ary|aries)|responses?|repl(?:y|ies)|answers?"
    r"|discussions?)\b(?: of (?:this|the|our|its)(?: \w+)? report)?"
    r" (?:on|to|under|in|about|concerning|regarding|relating to)"
    r"(?: the)?\s+\Z",
    re.IGNORECASE,
)
_DISCUSSED_UNDER = re.compile(
    r"\b(?:mentioned|discussed|described|reported|stated|noted|detailed|outlined|addressed|explained|indicated"
    r"|presented|elaborated|dealt with|covered|treated)\b(?: (?!under\b)[\w-]+){0,4}"
    r" (?:under|in connection with)\s+\Z",
    re.IGNORECASE,
)
_OF_THE_REPORT = re.compile(
    r"\s*(?:,? (?:above|below)\b|(?:of|in) (?:this|the|our|its)(?: \w+)? report\b(?! of))", re.IGNORECASE
)
_PLAN = re.compile(
    r"\b(?:report|document)\b[^.;]{0,40}"
    r"\b(?:covers?|contains?|comprises?|deals with|addresses|concerns|follows|is devoted to|provides information)\b"
    r"[^.;]{0,60}\Z",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"\breports\b", re.IGNORECASE)
_OPENING_QUOTE = re.compile(r"[“«\"]\s*\Z")
_BEFORE_QUOTED = re.compile(r"(?:[“«\"]|[:;.•]|\A)\s*\Z")
_TITLE_FOLLOWS = re.compile(r"\s*[.:–—-]+\s*[“\"]?[A-Z]")
_OF_THIS_LAW = re.compile(
    r"\bof (?:this|the (?:present|said|same|above-mentioned|aforementioned)) (?!convention|treaty|covenant)\w+",
    re.IGNORECASE,
)
_OF_OTHER_LAW = re.compile(
    r"(?:,? ?[IVXLC\d()]+)?,? of (?:this|the |that )?(?:[A-Z][\w-]* ){0,4}"
    r"(?:Act|Law|Code|Decree|Constitution|Order|Regulations?|Ordinance|Proclamation|Statute|Bill)\b"
)
_NAMES_TREATY = re.compile(r"\b(?:Convention|Covenant|Treaty|[A-Z]{3,})\b")


@dataclass(frozen=True, slots=True)
class Naming:
    """The words that name articles of a treaty, with the words before and after them, and the treaty."""

    before: str
    words: str
    after: str
    articles: tuple[str, ...]
    treaty: Treaty


@dataclass(frozen=True, slots=True)
class Rule:
    """A reason why naming an article places no law under it, with sentences where it holds."""

    name: str
    holds: Callable[[Naming], bool]
    examples: tuple[str, ...]


def refusal(unit: Unit, mention: Mention, treaty: Treaty) -> str | None:
    """Tell why a mention of the treaty's articles places no law under them; None where it may.

    Args:
        unit: the paragraph or table.
        mention: a mention in it that was resolved to the treaty.
        treaty: the treaty reported on.

    Returns:
        The name of the first rule of `RULES` that holds.
    """
    numbers = (path[0].removeprefix("art:") for path in mention.targets if path[0].startswith("art:"))
    naming = Naming(
        unit.text[max(0, mention.start - _REACH) : mention.start],
        mention.text,
        unit.text[mention.end : mention.end + _REACH],
        tuple(dict.fromkeys(numbers)),
        treaty,
    )
    return next((rule.name for rule in RULES if rule.holds(naming)), None) if naming.articles else None


def in_other_item(segments: Sequence[Segment], naming: int, cited: int) -> bool:
    """Tell whether words that name an article stand in a list item to which the cited law does not belong.

    "(a) Act No. 3 on schools; (b) Act No. 4, in line with article 9" places Act No. 3 under nothing. What stands
    before a list speaks for its items, and an item for the sentences that introduce it: "Act No. 3 sets up a council,
    which is: (a) to report on article 9".

    Args:
        segments: the sentences and items of a paragraph.
        naming: the place of the segment that names the article.
        cited: the place of the segment that cites the law.
    """
    item = segments[naming].items
    return segments[cited].items[: len(item)] != item and cited not in segments[naming].introduced_by


def _is_see(naming: Naming) -> bool:
    return bool(_SEE.search(naming.before))


def _is_part_of_report(naming: Naming) -> bool:
    return bool(_PART_OF_REPORT.search(naming.before) or _OF_THE_REPORT.match(naming.after))


def _is_discussed_under(naming: Naming) -> bool:
    return bool(_DISCUSSED_UNDER.search(naming.before))


def _is_enumeration(naming: Naming) -> bool:
    return len(naming.articles) > MOST_ARTICLES


def _is_plan(naming: Naming) -> bool:
    return bool(_PLAN.search(naming.before))


def _is_about_reporting(naming: Naming) -> bool:
    """The articles on reports to the committee, and "submitted in accordance with article 29"."""
    topics = [article.topic or "" for number in naming.articles if (article := naming.treaty.article(number))]
    return bool(topics) and all(_REPORTS.search(topic) for topic in topics)


def _is_of_quoted_law(naming: Naming) -> bool:
    """An article that a quoted law has itself: a bare "Article 37" that opens a quotation or a title."""
    if _OF_THIS_LAW.search(naming.words):
        return True
    if _NAMES_TREATY.search(naming.words):
        return False
    opens = _OPENING_QUOTE.search(naming.before) or _BEFORE_QUOTED.search(naming.before)
    return bool(opens and _TITLE_FOLLOWS.match(naming.after)) or bool(_OF_OTHER_LAW.match(naming.after))


RULES: Sequence[Rule] = (
    Rule(
        "enumeration",
        _is_enumeration,
        ("Matters relating to all articles of the [[Convention (arts. 1-50)]].",),
    ),
    Rule(
        "about reporting",
        _is_about_reporting,
        (
            "The report is submitted in accordance with [[article 35, paragraph 1, of the Convention]].",
            "In implementation of [[article 35 of the Convention]], the Government submits the present report.",
        ),
    ),
    Rule(
        "see",
        _is_see,
        (
            "Municipalities are responsible for social support (see [[articles 3 and 4]]).",
            "The term includes support for self-reliance (see also [[articles 3 and 4]]).",
            "They report special education for types 1 to 7 (see under [[article 24]] below).",
            "They should be able to communicate without the assistance of others (cf. also [[art. 20, 21 and 30]]).",
        ),
    ),
    Rule(
        "part of the report",
        _is_part_of_report,
        (
            "Order No. 946 (see also the subsection of the report on [[article 24 of the Convention]]) sets it.",
            "The Ombudsman will be designated in due course (see commentary to [[article 5]]).",
            "As stated in the part of this report on [[article 5 of the Convention]], the State bears the costs.",
            "These are other areas, as outlined in the responses to [[articles 24 and 27]].",
            "As already mentioned in [[articles 15 and 17]] of the Report on the Convention, it should be noted.",
        ),
    ),
    Rule(
        "discussed under",
        _is_discussed_under,
        (
            "As discussed under [[articles 12, 14, 15, 17, 19 and 23]], both Acts require review.",
            "They must employ a minimum number, as detailed below under [[article 27 of the Convention]].",
            "The Plan is discussed in greater detail in connection with [[article 9]].",
        ),
    ),
    Rule(
        "plan of the report",
        _is_plan,
        (
            "The report covers the general provisions and [[articles 5 to 9]].",
            "The present document provides information on [[articles 5 to 9 of the Convention]].",
        ),
    ),
    Rule(
        "article of a quoted law",
        _is_of_quoted_law,
        (
            "The new article should read as follows: “[[Article 4]]. Addition of article 3 bis to the Act.",
            "Two articles of the Constitution are in conflict with it: [[Article 37]]: All persons are free to enter.",
            "With a view to fulfilling the obligation set forth in [[articles 49 and 50 of this law]]: all cases.",
            "The State complies with this provision – [[article 14]], IV of Decree No. 7256 of 4 August 2010.",
        ),
    ),
)

# What places a law under the article it names, though it is near to one of the rules; the tests run these too.
ALLOWED: Sequence[str] = (
    "The provisions of [[article 9 of the Convention]] are given effect by the Accessibility Act.",
    "The purpose of government policy is in line with the purpose of the Convention, as set out in [[article 1]].",
    "The policy embodies the principles of [[article 24 of the CRPD]] as it sees inclusive education as a right.",
    "The independent monitoring mechanism under [[art. 33, para. 2 of the Convention]] is the Act's.",
    "General principles under [[Article 3 of the Convention]] have been defined in the Constitution.",
    "The Convention is reflected in the definitions ([[article 2 of the Convention]]) of the Act.",
    "[[Article 4 of the Convention]] lists general obligations; the Act carries them out.",
    "This is a measure referred to in [[article 4 of the CRPD]].",
)
