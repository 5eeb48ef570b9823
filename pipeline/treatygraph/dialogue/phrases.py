"""The noun phrase for what a request is about: its head, a word for a law, plan or ruling, and where it ends."""

from __future__ import annotations

import re
from functools import cache

from treatygraph.dialogue.wording import wording

# "The provisions of the Convention" are no law of the State.
_OF_TREATY = re.compile(
    r"\s(?:of|in|under)\s(?:the\s)?(?:present\s)?(?:Convention|Covenant)\b(?!\s(?:on|against|for)\b)"
)
_PROGRAMME = re.compile(r"program", re.IGNORECASE)
_NEAR = 60  # code points before "programmes" that may say of what
_DETERMINER = re.compile(r"\b(?:an?|the|its|all|any|their|these|those|this|such|every)\s", re.IGNORECASE)
_BEFORE = re.compile(r"[;:.()]|\b(?:of|in|into|on|to|across|with|for|by|through|towards|and|or|as)\b")
# "Develop comprehensive and effective action plans".
_ADJECTIVE = r"[\w-]+(?:ive|ed|al|ible|able|ic|ent|ant|ous|ary|ful|ual)"
_ADJECTIVES = re.compile(rf"\s{_ADJECTIVE}\sand\s{_ADJECTIVE}\s")
_OTHERS = re.compile(r"\w{3,}s,\s")  # "all studies, research initiatives, policies"
# "Implement, as needed, legislative and administrative provisions".
_ASIDE = re.compile(r",\s(?:as|where|if|when|in|with|through|by|without|inter alia)\b[^,]*,\s")
# "Repeal provisions of its legislation".
_AT_LARGE = re.compile(r"\s(?:of|in)\s(?:(?:its|the|their|all|national|domestic|existing)\s)*(?:legislation|laws?)")
_PREPOSITION = re.compile(r"\b(?:of|in|into|on|to|across|with|for|by)\b")
# What is left of a participle that ends a phrase: "the opinions of the Court on comprehensively [promoting …]".
_OVER = re.compile(r"(?:\s(?:on|of|for|to|with|and|or))?(?:\s\w+ly)?\s*\Z")
_TELLS_NOT_WHICH = ("all", "any", "the", "such", "its", "fully", "relevant")


@cache
def _tail_end() -> re.Pattern[str]:
    """Where the phrase after a head ends: a relative clause, an infinitive, a participle, another phrase, a verb."""
    return re.compile(
        r"[,;:()”]|(?<!\bNo)\.|(?<!relating)(?<!related)(?<!access)(?<!right)(?<!regard)(?<!respect)\sto(?=\s)"
        r"|(?<!issued)\sby(?=\s|[,;:.]|$)|\s(?:that|which|who|whose|be|towards|in(?!\sconflict\swith\b)|is|are|as|at|through|throughout|without|so|aimed|targeted|targeting"
        r"|containing|requiring|protecting|promoting|permitting|allowing|providing|strictly|should|into|including|ensuring|addressing|complies"
        r"|covers|from|signed|introduced)(?=\s|[,;:.]|$)"
        rf"|\sand\s(?:an?|the|its|to|their|other|all|{wording().further})\b|\s(?:an?)\s(?=[a-z]+\s)"
        r"|(?<!conflict)\swith\s(?:a|the|in|its|clear|adequate|specific|sufficient)\b|\sregarding\b"
        r"|\sand\s(?:policies|measures|public)\b(?=,|;|\.|\s(?:that|to))"
    )


def find_head(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first word for a law, a policy or a ruling; no provision of the treaty, no programme that is a service."""
    words = wording()
    found = [
        match
        for pattern in (words.law, words.policy, words.ruling)
        for match in pattern.finditer(text, start, end)
        if not _OF_TREATY.match(text, match.end())
        if not (_PROGRAMME.match(match[0]) and _is_service(text, start, match))
    ]
    return min(found, key=lambda match: (match.start(), -match.end()), default=None)


def _is_service(text: str, start: int, programme: re.Match[str]) -> bool:
    """Whether the words near a programme say that it is of a service: "training programmes", "including training"."""
    lead = re.split(r"[;:.]", text[max(start, programme.start() - _NEAR) : programme.start()])[-1]
    including = re.match(r",?\sincluding\s[\w-]+", text[programme.end() :])
    return bool(wording().service.search(lead) or (including and wording().service.search(including[0])))


def find_phrase(text: str, at: int, head: re.Match[str], end: int | None = None) -> tuple[int, int] | None:
    """The noun phrase with a head, up to `end`, without its determiner; None where it is bare ("all legislation")."""
    if re.match(r"\smeasures\b", text[head.end() :]):
        return None  # "the legislative and policy measures in place"
    begin = _begin(text, at, head)
    stop = _tail_end().search(text, head.end())
    finish = min(stop.start() if stop else len(text), end or len(text))
    if re.match(r"\s(?:and|with)\b", text[head.end() : head.end() + 6]):
        finish = head.end()  # "gender legislation and policies", "a strategy with targets": of both; of what it has
    finish -= len(" and") if text[head.end() : finish].endswith(" and") else 0
    tail = text[head.end() : finish]
    told = re.findall(r"[\w’'-]+", text[begin : head.start()])
    if over := _OVER.search(tail):
        tail = tail[: over.start()]
    if (not tail.strip() or _AT_LARGE.fullmatch(tail)) and _tells_nothing(head[0], told):
        return None
    return begin, head.end() + len(tail)


def _tells_nothing(head: str, told: list[str]) -> bool:
    """Whether a head says nothing of which law is meant, with the words before it."""
    words = wording()
    return bool(
        (words.bare.fullmatch(head) and all(word.lower() in words.empty for word in told))
        or (words.alone.fullmatch(head) and not told)
    )


def _begin(text: str, at: int, head: re.Match[str]) -> int:
    """Where the phrase begins, between the verb's end and the head."""
    lead = text[at : head.start()]
    determiner = max((match.end() for match in _DETERMINER.finditer(lead)), default=0)
    cut = determiner
    if (not determiner and not _ADJECTIVES.fullmatch(lead)) or _PREPOSITION.search(lead[determiner:]):
        cut = max((match.end() for match in _BEFORE.finditer(lead)), default=0)
    cut = max((cut, *(match.end() for match in _ASIDE.finditer(lead))))
    if others := [match.end() for match in _OTHERS.finditer(lead, cut)]:
        cut = others[-1]
    words = re.findall(r"[\w’'-]+", lead[cut:])
    while words and (_is_verb(words[0]) or words[0].lower() in _TELLS_NOT_WHICH):
        words = words[1:]
    return at + cut + lead[cut:].find(words[0]) if words else head.start()


def _is_verb(word: str) -> bool:
    return word in wording().of_verb and word != "draft"
