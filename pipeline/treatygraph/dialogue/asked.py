"""The legal acts that words ask for: a verb, what it is about, and the noun phrase for that.

Words are those of `lexicon/requests.toml`. "Implement **a** strategy" is to adopt one, "implement **the** Act" to
enforce it; "review" is to amend; "abolish the use of …" concerns a practice and no law.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from treatygraph.report import Action

_REACH = 130  # code points from a verb to the head of what it is about
_VERB_AFTER_AND = (
    r"(?:ensure|guarantee|provide|develop|adopt|establish|implement|prohibit|review|repeal|abolish|clarify|take|strengthen"
    r"|raise|promote|investigate|monitor|enforce|redirect|reinforce|accelerate|prevent|protect|increase|allocate|train"
    r"|fully|effectively)"
)
_STOP = re.compile(
    r"[;:.]\s|,?\s(?:that|which|who|whose|where|allowing|permitting|authorizing|with a view to|in order to|so as to"
    r"|so that|ensuring|including through|including by|including (?:data|training|information))\s"
    rf"|,?\s(?:and|as well as)\s(?={_VERB_AFTER_AND}\b)|\sto\s(?=[a-z]+\b)"
    # "Repeal provisions of the Mental Health Act (1989), amend the Persons Deprived of Liberty Act"
    r"|,\s(?=(?:amend|repeal|review|revise|adopt|enact|abolish)\s(?:the|its|all|any|an?)\s)"
)
# Where the noun phrase after a head ends: a relative clause, an infinitive, a participle, another noun phrase.
_TAIL_END = re.compile(
    r"[,;:.()]|(?<!relating)\sto(?=\s)|\s(?:that|which|who|whose|in|is|are|as|by|at|through|throughout|without|so|aimed|targeted|targeting"
    r"|containing|promoting|permitting|allowing|providing|strictly|should|into|including|ensuring|addressing|complies"
    r"|covers|from|signed|introduced)(?=\s|[,;:.]|$)|\sand\s(?:an?|the|its|to|their|other|all|ensure|implement|provide)\b|\s(?:an?)\s(?=[a-z]+\s)"
    r"|\swith\s(?:a|the|in|its|clear|adequate|specific|sufficient)\b|\sregarding\b|\sand\s(?:policies|measures|public)\b(?=,|;|\.|\s(?:that|to))"
)
_DETERMINER = re.compile(r"\b(?:an?|the|its|all|any|their|these|those|this|such|every)\s", re.IGNORECASE)
_ASIDE = re.compile(r",\s(?:in|with|through|by|without|as|taking|where|inter alia)\b[^,]*,")
_BEFORE_PHRASE = re.compile(r"[;:.()]|\b(?:of|in|into|on|to|across|with|for|by|through|towards|and|or|as)\b|,")
_NO_OBJECT = re.compile(r"\b(?:in|with|for|by|through|towards|across|at|from|among)\b")
_OF_CONVENTION = re.compile(
    r"\s(?:of\s)?(?:all\s|the\s|various\s|full\s)*(?:provisions of the |present |rights (?:in|under) the )?"
    r"(?:Convention\b(?! on|\sagainst| for)|recommendations|rights|principles)"
)
_COMPLIES = re.compile(
    r"\b[Ee]nsur(?:e|ing)\sthat\s(?P<law>[^;:.]{0,120}?)\s(?:(?:fully|strictly)\s)?(?:complies|comply|conforms?|(?:is|are|be)\s(?:brought\s)?"
    r"(?:fully\s)?(?:in|into)\s(?:line|conformity|compliance|accordance)|(?:is|are)\sharmonized)\s(?:with|to)\b"
)
# "Bring the Statute of Persons with Disabilities into full alignment with the Convention".
_BROUGHT = re.compile(
    r"\b[Bb]ring(?:ing)?\s(?P<law>[^;:.]{0,160}?)\s(?:fully\s)?in(?:to)?\s(?:(?:full|strict|complete)\s)?"
    r"(?:alignment|line|conformity|compliance|harmony|accordance)\s(?:with|to)\b"
)
_MEASURES = re.compile(
    r"\b(?:tak(?:e|ing)|adopt(?:ing)?)\s(?:(?:the|all|any|necessary|effective|appropriate|further|concrete|immediate|specific|and)\s)*"
    r"(?:legislative|legal)\b(?!\said)",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b[Ee]nsur(?:e|ing)\sthat\s(?P<law>[^;:.]{0,120}?)\s(?:is|are|be)\s(?:repealed|terminated|abolished|withdrawn|abrogated)\b"
)
_FUNDED = re.compile(
    r"\b(?:funding|funds|resources|budgets?)\s(?:is\s|are\s)?(?:allocated\s)?(?:for|to)\s(?:the\simplementation\sof\s)?(?:the|its)\s(?=[A-Z])"
)
_AMENDMENT = re.compile(
    r"\bamendments?\sto\sarticle\s\d+(?:\s\(\d+\))?(?:,\sparagraph\s\d+,)?(?:\sof\sthe\s(?:Convention|Covenant))?"
)
# "Specific programmes, including awareness-raising programmes"; "a disability perspective in the implementation of".
# "In full compliance with the Paris Principles"; "information on measures taken to implement".
_IN_THE_DOING = re.compile(r"\b(?:(?:in|into)\s(?:the|its|full)\s(?:design,\s|planning,\s)?|in\s|taken\sto\s)\Z")
# "Participation in the design and implementation of all plans", "processes, such as the review of legislation".
_WHERE_OTHERS_TAKE_PART = re.compile(r"\b(?:the (?:design|planning|drafting)(?:\sand|,)|such as the)\s\Z")
_IN_REPORT = re.compile(r"\bin\s(?:its|the)\s(?:next|periodic|second|third|combined)\b[^.;:]{0,40}?\breports?\b")
_LEGAL_MEASURES = re.compile(
    r"\bimplement(?:ing)?\s(?:(?:effective|practical|policy|appropriate|necessary|all)\b,?\s(?:and\s)?)*"
    r"(?:legislative|legal)\b[^.;:]{0,40}?\bmeasures\b",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(
    r"\b[Ee]nsur(?:e|ing)\sthat\s(?:the\s)?(?:scope\sof\s)?(?P<law>[^;:.]{0,120}?)\s(?:addresses|covers?|includes?|do(?:es)?\snot)\b"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """An act that words ask for: its verb at `start`, the words about what until `end`, and the noun phrase for it."""

    action: Action
    start: int
    end: int
    phrase: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    verbs: re.Pattern[str]
    of_verb: dict[str, str]
    law: re.Pattern[str]
    policy: re.Pattern[str]
    body: re.Pattern[str]
    treaty: re.Pattern[str]
    bare: re.Pattern[str]
    system: re.Pattern[str]
    empty: frozenset[str]


@cache
def _words() -> _Words:
    text = (resources.files(__package__) / "lexicon" / "requests.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    of_verb = {form: kind for kind, verbs in data["verbs"].items() for verb in verbs for form in _forms(verb)}
    of_verb |= {noun: kind for kind, nouns in data["nouns"].items() for noun in nouns}
    pattern = "|".join(re.escape(form) for form in sorted(of_verb, key=len, reverse=True))
    heads = {name: _heads(data["words"][name]) for name in ("law", "policy", "body", "treaty", "bare", "system")}
    return _Words(
        re.compile(rf"(?<!-)\b({pattern})\b(?![\w’-])", re.IGNORECASE),
        of_verb,
        empty=frozenset(data["words"]["empty"]),
        **heads,
    )


def _forms(verb: str) -> Iterator[str]:
    first, _, rest = verb.partition(" ")
    stem = first[:-1] if first.endswith("e") else first
    stem = {"set": "sett", "submit": "submitt"}.get(stem, stem)
    tail = f" {rest}" if rest else ""
    yield verb
    yield f"{stem}ing{tail}"


def _heads(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b", re.IGNORECASE)


def find_asked(text: str, start: int, end: int, named: Sequence[tuple[int, int]] = ()) -> tuple[Asked, ...]:
    """The legal acts that `text[start:end]` asks for, in order, each once; `named` are the laws that it names."""
    found: list[Asked] = []
    for act in sorted(
        (*_by_verb(text, start, end, named), *_by_clause(text, start, end), *_by_funds(text, start, end, named)),
        key=lambda act: act.start,
    ):
        covered = (a for a in found if act.start < a.end)
        if not any(a.action == act.action or (a.action, act.action) == ("ratify", "enforce") for a in covered):
            found.append(act)
    return tuple(found)


def _by_clause(text: str, start: int, end: int) -> Iterator[Asked]:
    """As in "Ensure that the draft law complies with the Convention", "take legislative measures"."""
    clauses: tuple[tuple[re.Pattern[str], Action], ...] = (
        (_COMPLIES, "harmonize"),
        (_BROUGHT, "harmonize"),
        (_ADDRESSES, "amend"),
        (_ENDED, "repeal"),
    )
    for pattern, action in clauses:
        for match in pattern.finditer(text, start, end):
            law = match.span("law")
            head = _head(text, *law)
            if head and not re.search(r"\b(?:persons|training)\b", text[law[0] : head.start()]):
                yield Asked(action, match.start(), match.end(), _phrase(text, law[0], head, law[1]))
    for match in _MEASURES.finditer(text, start, end):
        yield Asked("adopt", match.start(), match.end())
    for match in _LEGAL_MEASURES.finditer(text, start, end):
        yield Asked("enforce", match.start(), match.end())


def _by_funds(text: str, start: int, end: int, named: Sequence[tuple[int, int]]) -> Iterator[Asked]:
    """As in "Provide additional funding for the Programme for the Protection of …": it is to be carried out."""
    for match in _FUNDED.finditer(text, start, end):
        law = next((span for span in named if span[0] == match.end()), None)
        if law:
            yield Asked("enforce", match.start(), law[1])


def _by_verb(text: str, start: int, end: int, named: Sequence[tuple[int, int]]) -> Iterator[Asked]:
    for verb in _words().verbs.finditer(text, start, end):
        lead = text[max(0, verb.start() - 60) : verb.start()]
        if _IN_THE_DOING.search(lead) or (verb[1] == "including" and lead.endswith(", ")):
            continue
        if _LEGAL_MEASURES.match(text, verb.start()) or (" " in verb[1] and _WHERE_OTHERS_TAKE_PART.search(lead)):
            continue
        if verb[1].lower() == "draft" and re.search(
            r"\b(?:the|an?|new|its|of|current|first)\s\Z", text[: verb.start()]
        ):
            continue  # "the draft law"
        yield from _read(text, verb, end, named)


def _head(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first word for a law or policy."""
    words = _words()
    found = (match for kind in (words.law, words.policy) if (match := kind.search(text, start, end)))
    return min(found, key=lambda match: (match.start(), -match.end()), default=None)


def _read(text: str, verb: re.Match[str], end: int, named: Sequence[tuple[int, int]]) -> Iterator[Asked]:
    kind = _words().of_verb[verb[1].lower()]
    at = verb.end()
    if kind in ("amend", "repeal") and (both := re.match(r"(?:,\s\w+)?,?\s(?:and|or)\s(\w+)\b", text[at:end])):
        at += both.end() if both[1].lower() in _words().of_verb else 0  # "revise and repeal the legal provisions"
    stop = None if kind == "ratify" else _STOP.search(text, at, end)
    last = min(stop.start() if stop else end, at + (2 * _REACH if kind == "ratify" else _REACH), end)
    law = next((span for span in named if at <= span[0] < last), None)
    head = _head(text, at, last)
    if law and head and head.start() >= law[1]:
        head = None
    action = _decide(
        kind,
        text[at:last],
        text[at : head.start()] if head else None,
        text[at : law[0]] if law else None,
        of_noun=" " in verb[1],
    )
    if action is None:
        return
    phrase = _phrase(text, at, head) if head and action not in ("establish-body", "ratify") else None
    if action == "ratify" and (amendment := _AMENDMENT.search(text, at, last)):
        phrase = amendment.span()
    yield Asked(action, verb.start(), phrase[1] if phrase and action == "adopt" else last, phrase)
    while action == "adopt" and head:
        # "… and a comprehensive strategy and a national action plan"
        begin = phrase[1] if phrase else head.end()
        further = re.compile(r"[^,;:.]{0,60}?(?:,|\sand)(?:\sand)?\s(?:an?\s|(?=[a-z]+\s(?:plan|strategy)\b))").match(
            text, begin, min(end, begin + 90)
        )
        head = _head(text, further.end(), min(further.end() + 60, end)) if further else None
        if further is None or head is None or _BEFORE_PHRASE.search(text, further.end(), head.start()):
            return
        at = further.end() - 3 if further[0].endswith(("a ", "an ")) else further.end()
        phrase = _phrase(text, at, head)
        yield Asked(action, at, head.end(), phrase)


def _decide(kind: str, words: str, lead: str | None, to_name: str | None, *, of_noun: bool) -> Action | None:
    """The action of a verb, or of the noun of one, whose object is `words`.

    `lead` are those before a word for a law or policy, `to_name` those before the name of one.
    """
    if kind == "ratify":
        return "ratify" if to_name is not None or _words().treaty.search(words) else None
    if kind == "establish":
        return _establish(words)
    if lead is None and to_name is None:
        return None
    before = min((part for part in (lead, to_name) if part is not None), key=len)
    plain = _ASIDE.sub(" ", before)
    if kind == "put_in":
        people = re.match(r"\s(?:organizations|persons|representatives|women|children)\b", words)
        if _IN_REPORT.search(words):
            return None
        return "amend" if not people and re.search(r"\b(?:in|into|across)\b", words) else None
    if kind != "amend" and kind != "harmonize" and _NO_OBJECT.search(plain):
        return None
    return _of_object(kind, words, plain, is_named=to_name is not None, of_noun=of_noun)


def _of_object(kind: str, words: str, before: str, *, is_named: bool, of_noun: bool) -> Action | None:
    if kind == "enforce":
        if _OF_CONVENTION.match(words):
            return None
        if of_noun and not re.search(r"\ban?\s", before):
            return "enforce"
        definite = re.search(r"\b(?:the|its|all|these|those|this|existing)\s", before)
        return "enforce" if is_named or definite else "adopt"
    if kind == "strengthen":
        return "amend" if _words().system.search(words) else None
    if kind == "provide":
        return "adopt" if re.match(r"\s(?:an?\s)?new\b", words) else None
    if kind == "repeal":
        return "repeal" if is_named or _words().law.search(words) else None
    actions: dict[str, Action] = {"adopt": "adopt", "amend": "amend", "harmonize": "harmonize"}
    return actions[kind]


def _establish(words: str) -> Action | None:
    found = _words().body.search(words)
    if found is None or re.match(r"\s(?:the|its)\b", words):
        return None
    return (
        None
        if re.search(r"\b(?:for|by|between|in|among|with)\b", _ASIDE.sub(" ", words[: found.start()]))
        else "establish-body"
    )


def _phrase(text: str, at: int, head: re.Match[str], end: int | None = None) -> tuple[int, int] | None:
    """The noun phrase with a head, up to `end`, without its determiner; None where it is bare ("all legislation")."""
    if re.match(r"\smeasures\b", text[head.end() :]):
        return None  # "the legislative and policy measures in place"
    lead = text[at : head.start()]
    determiner = max((match.end() for match in _DETERMINER.finditer(lead)), default=0)
    cut = determiner
    if not determiner or re.search(r"\b(?:of|in|into|on|to|across|with|for|by)\b", lead[determiner:]):
        cut = max((match.end() for match in _BEFORE_PHRASE.finditer(lead)), default=0)
    words = re.findall(r"[\w’'-]+", lead[cut:])
    while words and (
        (words[0].lower() in _words().of_verb and words[0].lower() != "draft")
        or words[0].lower() in ("all", "any", "the", "such", "its", "fully")
    ):
        words = words[1:]
    begin = at + cut + lead[cut:].rfind(" ".join(words)) if words else head.start()
    begin = begin if not words else at + cut + lead[cut:].find(words[0])
    stop = _TAIL_END.search(text, head.end())
    finish = min(stop.start() if stop else len(text), end or len(text))
    if re.match(r"\sand\b", text[head.end() : head.end() + 5]):
        finish = head.end()  # "gender legislation and policies": of what they are is said of both
    finish -= len(" and") if text[head.end() : finish].endswith(" and") else 0
    tail = text[head.end() : finish]
    if not tail.strip() and _words().bare.fullmatch(head[0]) and all(w.lower() in _words().empty for w in words):
        return None
    return begin, finish
