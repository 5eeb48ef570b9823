"""What stands beside a name in the text and is part of it: "the |old| Labour Code", "|II| National Plan"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from treatygraph.recognition.agencies.words import known_bodies
from treatygraph.recognition.grammar.states import adjective_pattern, state_code, state_pattern
from treatygraph.recognition.instruments.numbers import year_of_number
from treatygraph.report import InstrumentName, Mention
from treatygraph.resolution.aliases import is_acronym
from treatygraph.resolution.passages import Passage
from treatygraph.resolution.subjects import content_words, is_generic, read_lexicon
from treatygraph.resolution.wordings import group_of

# "Article 5 of the |old| Labour Code"
_AGED = re.compile(r"\b(?:old|former|previous|repealed) $")
_AGED_REACH = len("repealed ")


def older_version(text: str, mention: Mention, name: InstrumentName) -> InstrumentName:
    """The name of a code, Act or constitution that is not the one in force: "old Labour" of "the old |Labour Code|"."""
    aged = _AGED.search(text, max(0, mention.start - _AGED_REACH), mention.start)
    named = name.subject if name.kind in {"code", "act"} else name.kind == "constitution"
    if not aged or not named or name.date or name.number or mention.anaphor:
        return name
    return replace(name, subject=f"{aged[0]}{name.subject}".strip())


# "II |National Plan for Women’s Policies|", "the second |National Human Rights Program|"
_NUMERAL = re.compile(r"(?:^|[\s(“\"])(I{1,3}|I?V|[1-5](?:st|nd|rd|th)|first|second|third|fourth|fifth) $")
_NUMERAL_REACH = len("(second ")


def numeral_before(text: str, mention: Mention, name: InstrumentName) -> str | None:
    """The numeral or ordinal that stands before the name of a plan, as printed."""
    numeral = _NUMERAL.search(text, max(0, mention.start - _NUMERAL_REACH), mention.start)
    if numeral is None or group_of(name.kind) != "programme" or not name.subject or mention.anaphor:
        return None
    if is_acronym(mention.text) or is_generic(content_words(name.subject)):
        return None
    return numeral[1]


def numbered_before(text: str, mention: Mention, name: InstrumentName) -> InstrumentName:
    """A plan with the numeral that stands before its name, as a word: "second National Plan"."""
    numeral = numeral_before(text, mention, name)
    if numeral is None:
        return name
    ordinal = read_lexicon("subjects")["numerals"].get(numeral.casefold(), numeral)
    return replace(name, subject=f"{ordinal} {name.subject}")


# "National Strategic Plan for … (|PEN 2005-2009|)"; "Gender Action Plan (GAP BiH) |for the period 2018–2022|"
_PERIOD_BEHIND = re.compile(
    r"[”\"]? \((?:the )?[“\"]?[A-Z][A-Z&-]+[A-Za-z]*(?: [A-Z][A-Za-z]+)?[”\"]?(?P<open>\))?,? "
    r"(?:(?:for|covering)(?: the)? (?:period |years )?(?:of )?)?"
    r"(?P<first>(?:19|20)\d\d) ?[-–/] ?(?P<last>(?:19|20)\d\d)(?(open)|\))"
)
# "National Strategic Plan for Social Inclusion|: 2011-2014|."
_PERIOD_BEHIND_COLON = re.compile(r"[”\"]?: (?P<first>(?:19|20)\d\d) ?[-–/] ?(?P<last>(?:19|20)\d\d)\b(?=[”\".,;)]|$)")


def period_behind(text: str, mention: Mention, name: InstrumentName) -> InstrumentName:
    """A plan with the period that stands beside its acronym, which tells it from the plan after it."""
    found = _PERIOD_BEHIND.match(text, mention.end) or _PERIOD_BEHIND_COLON.match(text, mention.end)
    if not found or group_of(name.kind) != "programme" or name.date or mention.anaphor:
        return name
    return replace(name, date=f"{found['first']}/{found['last']}")


# "Commission Decision of 21 December 2007 |(2008/164/EC)|"
_UNION_NUMBER = re.compile(r"[”\"]? \(((?:19|20)?\d\d/\d{1,4}/(?:EC|EU|EEC|JHA))\)")


def union_number_behind(text: str, mention: Mention, name: InstrumentName) -> InstrumentName:
    """An act of the European Union with its number, which may stand behind its name."""
    found = _UNION_NUMBER.match(text, mention.end)
    if not found or name.number or mention.anaphor or name.head not in {"decision", "directive", "regulation"}:
        return name
    return replace(name, number=found[1], level="international")


# "experts |from the Czech Republic who were involved in the drafting of| the new Civil Code (Act No. 89/2011 Coll.)"
_MADE = (
    r"(?:(?:was|were|is|are|has|have|had|been|also) )*(?:drafted|prepared|wrote|written|drew up|"
    r"(?:involved|participated|participating|taken? part|took part|engaged|worked|working) (?:in|on) (?:the )?"
    r"(?:drafting|preparation|preparing|elaboration|writing)(?: of)?)"
)
_REACH = 200


@lru_cache(maxsize=1)
def _made_abroad() -> re.Pattern[str]:
    return re.compile(
        rf"\bfrom (?:the )?(?P<state>{state_pattern()}),? (?:who|which|that) {_MADE} (?:[^.;:]|\.(?! [A-Z])){{0,80}}$"
    )


# "|In South Africa, the| Prevention and Combating of Torture of Persons Act, 2013, offers a model."
@lru_cache
def _in_state() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.;•]\s)In (?:the )?(?P<state>{state_pattern()}), (?:the |its |a )?(?:new )?$")


def without_later_year(name: InstrumentName, issued: str | None) -> InstrumentName:
    """A name whose number ends in what is no year, as it would be later than the report, of the day `issued`.

    "Administrative Decision No. 9583/|29|" of 1429 of the Hijri calendar; "MS/GM Directive No. |2035|/01".
    """
    if not issued or not name.date or name.date != year_of_number(name.number) or name.date <= issued[:4]:
        return name
    return replace(name, date=None)


def made_abroad(text: str, mention: Mention, name: InstrumentName, state: str | None) -> InstrumentName:
    """A law that people from another State drafted, or that is in another State: it is that one's, without its name."""
    if name.jurisdiction or name.kind not in {"act", "code", "bill"}:
        return name
    before = max(0, mention.start - _REACH)
    found = _made_abroad().search(text, before, mention.start) or _in_state().search(text, before, mention.start)
    if found is None or state_code(found["state"]) in {None, state}:
        return name
    return replace(name, jurisdiction=found["state"], level="national")


# "the |Convention concerning the Employment of Women| before and after Childbirth", "… during the Night"
_TITLE_BEHIND = re.compile(r" (?:before and after|before|after|during)(?: the)? [A-Z]\w+(?: [A-Z]\w+)*")


def title_behind(text: str, mention: Mention, name: InstrumentName) -> str:
    """The rest of a treaty's title that stands behind its name: two are told apart by it; "" where there is none."""
    found = _TITLE_BEHIND.match(text, mention.end) if name.kind == "treaty" and name.subject else None
    return found[0] if found and not (name.number or mention.anaphor) else ""


# "Three laws, Nos. 178 (2018), |179 (2018)| and 180 (2018)"
_NUMBER_AND_YEAR = re.compile(r"(?P<number>\d+) \((?P<year>(?:19|20)\d\d)\)")
# "1995. |Criminal Procedure Second Amendment Act| (Act 75 of 1995)": not that of 2001
_AMENDING_ANOTHER = re.compile(r"\b(?:amending|to amend) ")
_ACT_BEHIND = re.compile(r"\.? \(Act (?:No\. ?)?(?P<number>\d+) of (?P<year>(?:19|20)\d\d)\)")


def numbered_behind(text: str, mention: Mention, name: InstrumentName) -> InstrumentName:
    """A number of a list with the year in its bracket; an Act with the number in the bracket behind it."""
    alone = _NUMBER_AND_YEAR.fullmatch(mention.text) if not name.head and not name.number else None
    if alone:
        return replace(name, number=alone["number"], date=alone["year"], subject="")
    behind = _ACT_BEHIND.match(text, mention.end) if name.kind == "act" and name.subject else None
    if behind is None or name.date or name.number or mention.anaphor:
        return name
    if _AMENDING_ANOTHER.search(mention.text):
        return name  # "The |Act amending the Criminal Code| (Act No. 12 of 1960)": of either
    return replace(name, number=behind["number"], date=behind["year"])


# "the |Enforcement Rule of the Act|": of which Act, other words tell
_OF_THE_ACT = re.compile(r".* of (?:the (?:said |same )?|this |that )(?:Act|Law|Code|Decree|Ordinance)")


def is_of_the_act(mention: Mention, name: InstrumentName) -> bool:
    """Whether a name tells no more than that it carries out an Act named elsewhere: two of them may be two."""
    return group_of(name.kind) != "act" and not (name.number or name.date) and bool(_OF_THE_ACT.fullmatch(mention.text))


# "The reservation to article 15 of the |Convention| concerning the movement of persons has been lifted"
_OF_A_RESERVATION = re.compile(r"\breservations? (?:to|on|regarding) articles? [\w(), ]{1,40} of the $")
_WHAT_IS_RESERVED = re.compile(
    r"(?P<treaty>Convention|Covenant) (?:concerning|on|regarding|relating to) (?:[a-z’-]+ ?)+"
)


def of_a_reservation(text: str, mention: Mention, name: InstrumentName) -> str | None:
    """The word for the treaty whose article is reserved, where what the reservation is about was read as its title."""
    about = _WHAT_IS_RESERVED.fullmatch(mention.text) if name.kind == "treaty" else None
    before = about and _OF_A_RESERVATION.search(text, max(0, mention.start - _REACH), mention.start)
    return about["treaty"] if about and before else None


# "The Riyadh Declaration on Human Rights, |to which it acceded| in 2003"
_JOINED = re.compile(
    r"[”\"]?,? (?:(?:to|of) )?which (?:it|the State|the country|[A-Z]\w+(?: [A-Z]\w+){0,3}) "
    r"(?:(?:has|had|also|is|was|became) )*(?:acceded|ratified|signed|an? (?:State )?party|an? signatory)\b"
)


def joined_behind(text: str, mention: Mention, name: InstrumentName) -> InstrumentName:
    """A declaration to which a State acceded: it is none of its own, though it is called after a city of the State."""
    if name.kind != "soft-law" or name.level is not None or not _JOINED.match(text, mention.end):
        return name
    return replace(name, level="international")


# "the |recommendations| that the Committee issued", "the |initial report| is submitted to the Committee"
_OF_REPORTING = re.compile(
    r"\b(?:recommendations?|concluding observations|list of issues|general comments?|guidelines"
    r"|States? [Pp]art(?:y|ies)|under the (?:Convention|Covenant)"
    r"|(?:initial|periodic|combined|comprehensive|present|this|the|its|shadow|alternative)(?: State)? reports?)\b"
)


_COMMENTS = re.compile(r"’s (?:general (?:comments?|recommendations?)|concluding observations|list of issues)\b")


def comments_on_treaty(passage: Passage, mention: Mention) -> bool:
    """Whether a Committee is one of a treaty by what it issues: "the |Committee|’s general comment No. 1 (2014)"."""
    return mention.text == "Committee" and _COMMENTS.match(passage.unit.text, mention.end) is not None


def is_of_the_treaty(passage: Passage, mention: Mention) -> bool:
    """Whether a Committee of which no name stands before is that of the treaty: its sentence speaks of reporting.

    "The |Committee| comprises representatives of a number of relevant bodies" is one of the State's.
    """
    start, end = passage.sentence(mention.start)
    return mention.text == "Committee" and _OF_REPORTING.search(passage.unit.text, start, end) is not None


# "|Presidential| Human Rights Committee", "has established |a| Human Rights Committee", "|A Section 5| Committee on …"
_OWN_BEFORE = r"\b(?:Presidential|Parliamentary|National|Senate|House|[Aa]n?(?: [\w-]+){0,2}) $"
# "Human Rights Committee |of the Chamber of Deputies|", "|in the National Police Agency|"
_OWN_BEHIND = re.compile(
    r" (?:of|in|at|within) (?:the |its )?"
    r"(?:Chamber|House|Senate|Parliament|National|State|Federal|Congress|Ministry)\b"
)
# "The |General Assembly| of the legislature", "the |Economic and Social Council|, the Court of Audit"
_OF_ANOTHER = re.compile(r" of (?:the )?(?!United Nations|UN\b|[Uu]nited)[A-Za-z]")
_AMONG_OWN_BEFORE = re.compile(
    r"(?:National|Constitutional|Supreme|High|State) [^.;,]{2,60}[;,] (?:and )?(?:• )?[Tt]he $"
)
_AMONG_OWN_BEHIND = re.compile(
    r"[;,] (?:and )?(?:• )?[Tt]he (?:National|Constitutional|Supreme|High|Court of)\b"
    r"|, (?:which|that) is (?:[\w’]+ ){0,5}(?:State|national)\b"
)
_OWN_REACH, _LISTED_REACH = 40, 90


def is_the_states_own(text: str, mention: Mention) -> bool:
    """Whether a body called as one of the United Nations is the State's: "the Senegalese |Human Rights Committee|".

    "a", an adjective of the State, the body that it belongs to or its neighbours in a list say so. "CRPD Committee" is
    always the treaty's.
    """
    start, end = mention.start, mention.end
    if mention.text == "General Assembly":
        return _OF_ANOTHER.match(text, end) is not None
    if mention.text == "Economic and Social Council":
        before = _AMONG_OWN_BEFORE.search(text, max(0, start - _LISTED_REACH), start)
        return before is not None or _AMONG_OWN_BEHIND.match(text, end) is not None
    if mention.text not in _treaty_bodies():
        return False
    named = _own_before().search(text, max(0, start - _OWN_REACH), start)
    return named is not None or _OWN_BEHIND.match(text, end) is not None


@lru_cache(maxsize=1)
def _own_before() -> re.Pattern[str]:
    return re.compile(rf"{_OWN_BEFORE}|\b(?:{adjective_pattern()}) $")


@lru_cache(maxsize=1)
def _treaty_bodies() -> frozenset[str]:
    """The names of treaty bodies that open with no word of the treaty: "Committee against Torture"."""
    named = (name for kind, names in known_bodies() if kind == "treaty-body" for name in names)
    return frozenset(name for name in named if name.startswith(("Committee ", "Human ")))


# "the implementation of |any| Human Rights Convention", which is none by name
_IS_ANY = re.compile(r"\b(?:any|each|every|another|various|several|such) (?:other )?$")


def is_any(text: str, mention: Mention, name: InstrumentName) -> bool:
    """Whether words before a treaty's name, which has neither number nor date, make it one of many."""
    if name.kind != "treaty" or name.number or name.date or not name.subject or is_acronym(mention.text):
        return False
    return _IS_ANY.search(text, max(0, mention.start - len("another other ")), mention.start) is not None
