"""The legal acts that words ask for: a verb, what it is about, and the noun phrase for that.

Words are those of `lexicon/requests.toml`. "Implement **a** strategy" is to adopt one, "implement **the** Act" to
enforce it; "review" is to amend; "abolish the use of …" concerns a practice and no law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from treatygraph.dialogue.clauses import Asked, find_clauses, with_harmonizing
from treatygraph.dialogue.phrases import find_head, find_phrase
from treatygraph.dialogue.wording import wording
from treatygraph.report import Action

__all__ = ["Asked", "find_asked"]

_REACH = 130  # code points from a verb to the head of what it is about
_BEYOND = 25  # code points that may say what a body is for: "a mechanism to monitor"
_LEAD = 70  # code points before a verb that may say that it asks for nothing


@cache
def _stop() -> re.Pattern[str]:
    """Where the words about what a verb asks end."""
    return re.compile(
        r"(?<!\bNo)(?<!\bNos)[;:.]\s|,?\s(?:that|which|who|whose|where|allowing|permitting|authorizing|with a view to"
        r"|in order to|so as to|so that|ensuring|including through|including by"
        r"|including (?:data|training|information))\s"
        rf"|,?\s(?:and|as well as)\s(?=(?:{wording().further}|fully|effectively)\b)|\sto\s(?=[a-z]+\b)"
        # "Repeal provisions of the Mental Health Act (1989), amend the Persons Deprived of Liberty Act"
        r"|,\s(?=(?:amend|repeal|review|revise|adopt|enact|abolish)\s(?:the|its|all|any|an?)\s)"
    )


_SENTENCE_END = re.compile(r"[.;]\s(?=[A-Z(])")
_ASIDE = re.compile(r",\s(?:in|with|through|by|without|as|taking|where|inter alia)\b[^,]*,")
_BEFORE_PHRASE = re.compile(r"[;:.()]|\b(?:of|in|into|on|to|across|with|for|by|through|towards|and|or|as)\b|,")
_NO_OBJECT = re.compile(r"\b(?:in|into|with|for|by|through|towards|across|at|from|among|when|while|during)\b")
_NOT_YET = re.compile(r"\b(?:until|before|once)\b")
_OF_CONVENTION = re.compile(
    r"\s(?:of\s)?(?:all\s|the\s|various\s|full\s)*(?:provisions of the |present |rights (?:in|under) the )?"
    r"(?:Convention\b(?! on|\sagainst| for)|recommendations|rights|principles)"
)
_AMENDMENT = re.compile(
    r"\bamendments?\sto\sarticle\s\d+(?:\s\(\d+\))?(?:,\sparagraph\s\d+,)?(?:\sof\sthe\s(?:Convention|Covenant))?"
)
# "Finalize the revision of the Penal Code", "complete the process of harmonizing its legislation".
_OF_ANOTHER_ACT = re.compile(
    r"\bprocess\s(?:of|to|for)\b|\b(?:revision|review|reforms?|amendments?|harmonization|alignment|repeal|implementation)\s(?:of|to)\b"
)
# Of several protocols at once no single one is named.
_PROTOCOLS = re.compile(r"\b(?:Optional\s)?Protocols\sto\sthe\s[^;:.]{3,300}?(?=[;:.]|\sand\sto\s|\Z)")
_BOTH = re.compile(r"(?:,\s\w+)?,?\s(?:and/or|and|or)\s(\w+)\b")
_IN_REPORT = re.compile(r"\bin\s(?:its|the)\s(?:next|periodic|second|third|combined)\b[^.;:]{0,40}?\breports?\b")
# Words before a verb that say that it is no act of the State that is asked for.
_NOT_ASKED = re.compile(
    r"(?:"
    # "Specific programmes, including awareness-raising programmes"; "a perspective in the implementation of".
    # "In full compliance with the Paris Principles"; "information on measures taken to implement".
    r"\b(?:(?:in|into)\s(?:the|its|full)\s(?:design,\s|planning,\s)?|in\s|taken\sto\s)"
    # "At all stages of the development and implementation of plans"; "in the process of drafting, developing and"
    r"|\b(?:stages?|in\s(?:the|all|any)\sprocess(?:es)?|processes)\s(?:of|for)\s(?:the\s)?(?:\w+(?:,|\sand)\s)*"
    # "Its role of effective development and implementation of policies"; "a clear mandate to ensure the".
    r"|\b(?:role|mandate|task)\s(?:of|to|in)\s(?:the\s)?(?:[\w-]+\s){0,9}"
    # "A strategy, with a duty for municipal authorities to set up plans".
    r"|\b(?:duty|duties|obligations?)\s(?:for|of|on)\s[^;:.,]{0,40}\sto\s"
    # "An action plan to implement the Convention on Preventing and Combating Violence": no more is asked of that.
    r"|\b(?:plans?|strategy|strategies|polic(?:y|ies)|frameworks?)(?:\sof\saction)?(?:,\swith\s[^,;:.]{1,80},)?"
    r"\s(?:[\w-]+\s){0,3}to\s(?:\w+\s)?"
    # "For use as a basis for formulating and implementing policies"; "exemptions from compliance with standards".
    r"|\bbasis\s(?:for|of)\s(?:\w+ing\s(?:and\s)?)*|\bexempt\w*\sfrom\s"
    # "Data, to help design policies"; "use the data to design policies".
    r"|\bhelp(?:s|ing)?\s(?:to\s)?|\b(?i:use|using)\s(?:[\w-]+\s){1,4}to\s"
    # "The submission of the results of the review of legislation"; "information on the application of its legislation";
    # "the scope of application of the Act"; "cooperation in the area of implementation of the Plan".
    r"|\b(?:recommendations|results|findings|outcomes?|conclusions)\sof\s(?:the\s)?"
    r"|\b(?:information|data|details|statistics)\s(?:[\w-]+\s){0,6}?on\s(?:the\s)?(?:\w+\s)?|\bscope\sof\s(?:the\s)?"
    r"|\bin\sthe\s(?:area|field|context|course)\sof\s(?:the\s)?"
    r"|\bextent\sto\swhich\s(?:\w+\s){0,3}|\b(?:before|prior\sto|when|while|after)\s"
    r"|\b(?i:end|ending|stop|stopping|halt|halting|suspend|suspending|prevent|preventing|restrict|limit)\s(?:the\s)?"
    r"|\b(?:fail|fails|failure|failed)\sto\s(?:\w+\s)?"
    r")\Z"
)
# "Participation in the design and implementation of all plans", "processes, such as the review of legislation".
_WHERE_OTHERS_TAKE_PART = re.compile(r"\b(?:the (?:design|planning|drafting)(?:\sand|,)|such as the)\s\Z")
# "A national action plan for the implementation of the Act": no more is asked of the Act.
_FOR_WHICH = re.compile(r"\bfor\s(?:the\s)?(?:full\s|effective\s)?\Z")
_FUNDS = re.compile(r"\b(?:fund|resourc|budget|allocat)\w*\b[^;:.]*\Z")
_BEGINS = re.compile(r"(?:[.;:)]\s|\A)\Z")
# "A review of the effectiveness of the Plan", "of the exercise of powers under the Act" changes nothing in it.
_EVALUATED = re.compile(r"\s(?:the\s)?(?:effectiveness|impact|implementation|exercise|functioning|operation)\sof\b")
_AS_NOUN = re.compile(
    r"\b(?:the|an?|all|any|that|these|those|new|its|of|current|first|universal|legal|inclusive|accessible)\s\Z"
)
_PEOPLE = re.compile(r"\s(?:organizations|persons|representatives|women|children|them)\b")
_JOINED = re.compile(r"\s(?:(?!the\b|its\b|all\b|any\b)[\w-]+\s){1,2}and\s[\w-]+\s")
_INTO = re.compile(
    r"\b(?:in|into|across)\b"
    r"(?!\s(?:consultation|close|line|accordance|particular|cooperation|collaboration|order|addition))"
)
# "… on the basis of disability, in particular paragraph 7 of the List of Diseases (resolution No. 141)".
_FOR_EXAMPLE = re.compile(
    r",\s(?:in\sparticular|including|such\sas|especially|notably)\s(?!by\b|through\b|in\b|for\b|with\b|on\b)[^;:.]{0,110}?\Z"
)
# "Repeal provisions allowing for involuntary hospitalization under the Health Care Act".
_OF_LAW = re.compile(r",?\s(?:that|which|allowing|permitting|authorizing|providing)\s")
_UNDER = re.compile(
    r"\b(?:under|contained\sin|set\sout\sin|provided\sfor\sin|pursuant\sto|laid\sdown\sin)\s(?:the\s)?\Z"
)
_OF_OWN = re.compile(r"\sto\sthe\s(?:Convention|Covenant)\b(?!\s(?:on|against|for)\b)")
_AND_OTHER = re.compile(
    # "… or its Protocol", "the Convention, adopted in 2011, and the …", "(No. 189), of the International Labour …"
    r"(?:\s\([^()]*\))?(?:\s(?:to|of)\sthe\s[A-Z](?:[\w’-]+\s?)*)?(?:,\s(?:aiming|adopted|signed|as)\b[^,;]*)?(?:,?\s(?:as\swell\sas|and/or|and|or)|[,;](?:\sand)?)\s"
    r"(?:to\s(?:ratify\s|accede\sto\s)?)?(?:(?:the|its|also|both|relevant|new)\s)*(?:draft\s)?"
)
_MORE = re.compile(r"(?:,|,?\sand)\s(?:the\s|its\s)?\Z")


def find_asked(text: str, start: int, end: int, named: Sequence[tuple[int, int]] = ()) -> tuple[Asked, ...]:
    """The legal acts that `text[start:end]` asks for, in order, each once; `named` are the laws that it names."""
    found: list[Asked] = []
    clauses = tuple(find_clauses(text, start, end, named))
    begun = {clause.start for clause in clauses}
    verbs = (act for act in _by_verb(text, start, end, named) if act.start not in begun)
    for act in sorted((*verbs, *clauses), key=lambda act: act.start):
        covered = (a for a in found if act.start < a.end)
        if not any(a.action == act.action or (a.action, act.action) == ("ratify", "enforce") for a in covered):
            found.append(act)
    return tuple(found)


def _by_verb(text: str, start: int, end: int, named: Sequence[tuple[int, int]]) -> Iterator[Asked]:
    for verb in wording().verbs.finditer(text, start, end):
        if _asks(text, verb):
            for act in _read(text, verb, end, named):
                yield from with_harmonizing(text, act, end) if act.action in ("amend", "adopt") else (act,)


def _asks(text: str, verb: re.Match[str]) -> bool:
    """Whether a verb, or the noun of one, says what the State is to do."""
    lead = text[max(0, verb.start() - _LEAD) : verb.start()]
    if (verb[1] == "including" and lead.endswith(", ")) or (verb[1][0].isupper() and not _BEGINS.search(lead)):
        return False  # "the “Design Manual”"
    if verb[1].lower() in ("draft", "design", "reform") and _AS_NOUN.search(lead):
        return False  # "the draft law"
    of_noun = " " in verb[1]
    if of_noun and _WHERE_OTHERS_TAKE_PART.search(lead):
        return False
    if of_noun and _FOR_WHICH.search(lead) and not _FUNDS.search(lead):
        return False
    if verb[1] == "amendments to":
        return True  # "Ensure that, in the amendments to the Law, inclusive education is recognized"
    return not _NOT_ASKED.search(lead)


@dataclass(frozen=True, slots=True)
class _About:
    """What a verb is about: the words from `at` to `last`, the head in them, and where a law begins that they name."""

    at: int
    last: int
    head: re.Match[str] | None
    law: int | None


def _read(text: str, verb: re.Match[str], end: int, named: Sequence[tuple[int, int]]) -> Iterator[Asked]:
    kind = wording().of_verb[verb[1].lower()]
    about = _find_about(text, verb.end(), end, kind, named)
    if about is None:
        return
    at, last, head = about.at, about.last, about.head
    action = _decide(
        kind,
        text[at:last] + (_beyond(text, last, end) if kind == "establish" else ""),
        text[at : head.start()] if head else None,
        text[at : about.law] if about.law is not None else None,
        of_noun=" " in verb[1],
    )
    if action is None:
        return
    phrase = _name(text, about, kind, action)
    if action in ("amend", "repeal", "harmonize", "enforce"):
        last = _with_examples(text, last, end, named)
    if action == "adopt":
        last = _with_others(text, phrase[1] if phrase else last, end, named)
    elif action == "ratify":
        last = _with_others(text, about.law if about.law is not None else last, end, named)
    yield Asked(action, verb.start(), last, phrase)
    if action == "adopt" and head:
        yield from _further(text, phrase[1] if phrase else head.end(), end)


def _find_about(text: str, at: int, end: int, kind: str, named: Sequence[tuple[int, int]]) -> _About | None:
    """The words about what a verb that ends at `at` asks; None of what is put into no law."""
    if kind in ("amend", "repeal") and (both := _BOTH.match(text, at, end)):
        at = both.end() if both[1].lower() in wording().of_verb else at  # "revise and repeal the legal provisions"
    stop = (_SENTENCE_END if kind == "ratify" else _stop()).search(text, at, end)
    last = min(stop.start() if stop else end, at + (2 * _REACH if kind == "ratify" else _REACH), end)
    if kind == "put_in":
        into = _INTO.search(text, at, last)
        if into is None or _PEOPLE.match(text, at) or _IN_REPORT.search(text, at, last):
            return None
        if into.start() == at + 1 and (head := find_head(text, into.end(), last)):
            last = head.end()  # "integrate into its policies the Guidelines": into the policies
        at = into.end()
    if kind == "amend" and _EVALUATED.match(text, at):
        return None
    law = next((span for span in named if at <= span[0] < last), None)
    head = find_head(text, at, last)
    if law and head and head.start() >= law[1]:
        head = None
    return _About(at, last, head, law[0] if law else None)


def _beyond(text: str, last: int, end: int) -> str:
    """What may say what a body is for, behind the words for it: "a mechanism [to monitor …]"; no other sentence."""
    return re.split(r"[.;:]\s", text[last : min(last + _BEYOND, end)])[0]


def _name(text: str, about: _About, kind: str, action: Action) -> tuple[int, int] | None:
    """The noun phrase for what a verb is about."""
    if action == "ratify":
        amendment = _AMENDMENT.search(text, about.at, about.last)
        several = amendment or _PROTOCOLS.search(text, about.at, about.last)
        return several.span() if several else None
    if about.head is None or action == "establish-body":
        return None
    if action == "repeal" and _NO_OBJECT.search(text, about.at, about.head.start()):
        return None  # "repeal exemptions from standards"
    phrase = find_phrase(text, about.at, about.head, about.last if kind == "put_in" else None)
    if phrase and kind == "put_in" and _JOINED.fullmatch(text, about.at, about.head.start()):
        return about.at + 1, phrase[1]  # "in COVID-19 response and recovery plans"
    return phrase


def _further(text: str, begin: int, end: int) -> Iterator[Asked]:
    """What else is to be adopted: "… and a comprehensive strategy and a national action plan"."""
    while further := re.compile(
        r"[^,;:.]{0,60}?(?:,|\sand)(?:\sand)?\s(?:an?\s|(?=[a-z]+\s(?:plan|strategy)\b))"
    ).match(text, begin, min(end, begin + 90)):
        head = find_head(text, further.end(), min(further.end() + 60, end))
        if head is None or _BEFORE_PHRASE.search(text, further.end(), head.start()):
            return
        article = re.search(r"\ban?\s\Z", further[0])
        at = further.start() + article.start() if article else further.end()
        phrase = find_phrase(text, at, head)
        yield Asked("adopt", at, head.end(), phrase)
        begin = phrase[1] if phrase else head.end()


def _with_others(text: str, reach: int, end: int, named: Sequence[tuple[int, int]]) -> int:
    """The end of the laws that follow one another from `reach` on.

    "Ratify the Convention on ports; the Convention on ferries; and the Optional Protocol to the Covenant", "approve the
    draft Civil Code and the draft Civil Registry Code".
    """
    for first, after in sorted(span for span in named if reach <= span[0] < end):
        if first == reach or _AND_OTHER.fullmatch(text, reach, first):
            reach = after
    own = _OF_OWN.match(text, reach, end)
    return own.end() if own else reach


def _with_examples(text: str, last: int, end: int, named: Sequence[tuple[int, int]]) -> int:
    """The end of the laws that the words are of, or that are named as examples.

    "Repeal legislation that restricts the right, in particular paragraph 7 of the List (resolution No. 141)".
    """
    reach = last
    for first, after in sorted(span for span in named if last <= span[0] < end):
        between = text[last:first]
        if re.search(r"[;:.]\s", between) or re.search(rf"\sand\s(?:{wording().further})\b", between):
            break
        under = reach == last and _OF_LAW.match(text, last) and _UNDER.search(between)
        if under or _FOR_EXAMPLE.search(between) or (reach > last and _MORE.fullmatch(text[reach:first])):
            reach = after
    return reach


def _decide(kind: str, words: str, lead: str | None, to_name: str | None, *, of_noun: bool) -> Action | None:
    """The action of a verb, or of the noun of one, whose object is `words`.

    `lead` are those before a word for a law or policy, `to_name` those before the name of one.
    """
    if kind == "ratify":
        return "ratify" if to_name is not None or wording().treaty.search(words) else None
    if kind == "establish":
        return _establish(words, lead, of_noun=of_noun)
    if kind == "put_in":
        return "amend" if lead is not None or to_name is not None else None
    if kind == "repeal" and not of_noun:
        return "repeal"
    if lead is None and to_name is None:
        return None
    before = _ASIDE.sub(" ", min((part for part in (lead, to_name) if part is not None), key=len))
    if _NOT_YET.search(before):
        return None
    into = kind == "adopt" and re.search(r"\binto\b", before)
    if kind not in ("amend", "harmonize") and _NO_OBJECT.search(before) and not into:
        return None
    return _of_object(kind, words, before, is_named=to_name is not None, of_noun=of_noun)


def _of_object(kind: str, words: str, before: str, *, is_named: bool, of_noun: bool) -> Action | None:
    if kind in ("enforce", "implement"):
        return _carry_out(kind, words, before, is_named=is_named, of_noun=of_noun)
    if kind == "adopt" and _OF_ANOTHER_ACT.search(before):
        return None  # the noun says what is asked of the Code
    if kind == "adopt" and re.search(r"\binto\b", before):
        return "amend"  # "introduce the model into its disability policy"
    if kind == "strengthen":
        itself = not re.search(r"\b(?:implementation|enforcement|application|monitoring)\b", before)
        return "amend" if itself and wording().system.search(words) else None
    if kind == "provide":
        return "adopt" if re.match(r"\s(?:an?\s)?new\b", words) else None
    if kind in ("repeal", "abolish"):
        return "repeal" if is_named or wording().law.search(words) else None
    actions: dict[str, Action] = {"adopt": "adopt", "amend": "amend", "harmonize": "harmonize"}
    return actions[kind]


def _carry_out(kind: str, words: str, before: str, *, is_named: bool, of_noun: bool) -> Action | None:
    """Whether what is to be implemented is there already: "the strategy", or not: "a strategy"."""
    if _OF_CONVENTION.match(words):
        return None
    if (of_noun and not re.search(r"\ban?\s", before)) or (kind == "enforce" and not of_noun):
        return "enforce"
    definite = re.search(r"\b(?:the|its|all|these|those|this|existing)\s", before)
    return "enforce" if is_named or definite else "adopt"


def _establish(words: str, lead: str | None, *, of_noun: bool) -> Action | None:
    found = wording().body.search(words)
    alone = lead is not None and not re.search(r"\band\b", lead) and not _NO_OBJECT.search(_ASIDE.sub(" ", lead))
    if alone and lead is not None and wording().planned.match(words, len(lead)):
        return "adopt"
    if found is None or (re.match(r"\s(?:the|its)\b", words) and not of_noun):
        return None
    apart = re.search(r"\b(?:for|by|between|in|among|with)\b", _ASIDE.sub(" ", words[: found.start()]))
    return None if apart else "establish-body"
