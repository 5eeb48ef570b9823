"""Which agency mentions name the same body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from treatygraph.ontology import load_treaty
from treatygraph.recognition.agencies.find import agency_kind
from treatygraph.recognition.agencies.words import known_bodies
from treatygraph.recognition.grammar.states import adjective_pattern, is_own_style, state_code, state_pattern
from treatygraph.report import Level, Mention
from treatygraph.resolution.aliases import Apposition, Initialisms, find_appositions, is_acronym, spells
from treatygraph.resolution.passages import Discourse
from treatygraph.resolution.subjects import read_lexicon, reduce_word
from treatygraph.resolution.surroundings import comments_on_treaty, is_of_the_treaty, is_the_states_own
from treatygraph.resolution.wordings import INTERNATIONAL

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+")
_SMALL = frozenset({"a", "an", "the", "of", "on", "for", "and", "in", "to", "with", "under", "at", "by", "&"})
# Words that come and go around an office: "Office of the |Procurator-General|", "|Attorney General|’s Chambers".
_OFFICE = re.compile(
    r"(?:Office|Institution|Department) of (?:the )?"
    r"(?=[A-Z][\w-]*[ -]?(?:General|Ombuds\w*|President|Prime Minister|Prosecutor)\b|Ombuds|President|Prime|Prosecutor|"
    r"(?:[A-Z][\w’-]+ ){0,4}(?:Ombuds\w*|Commissioner)\b)"
)
_CHAMBERS = re.compile(r"(?<=[Gg]eneral)(?:’s)? (?:Office|Chambers)$|’s (?:Office|Chambers)$")
# "the |Ministers of| Internal Affairs, Education and Science", each of them a ministry.
_SHARED_HEAD = re.compile(r"[Mm]inist(?:ers|ries) (of|for)\b")
_OWNED = re.compile(r" (?:of|in|at|under|within)(?: the)? $")
_COMPLEMENT = re.compile(r" (?:on|for|against|to) ")
_UNITED_NATIONS = re.compile(r"^(?:UN|U\.N\.|United Nations) (?=\w)")
_OF_SOCIETIES = ("after its kind", "listed")  # rules that find NGOs: "the NGO |Handicap Santé|"
_BEGINNING = re.compile(r" (?:of|on|for|against|to) ")
# What a body of the State is that is called as one of the United Nations; a committee, where it is neither.
_OWN_KINDS = (("Council", "council"), ("Assembly", "parliament"))
_NEAR = 15  # mentions of bodies between a name and its short form
_EMBASSY = re.compile(r"(?:Embassy|Consulate|Mission|Permanent Mission)\b")
_LEADING = re.compile(
    r"(?:Ministry|Minister|Government|Parliament|Embassy|President|Supreme Court|National Assembly)\b"
)
# A name that opens with one of these is no State's; "Commission for International Adoptions" is one's.
_INTERNATIONAL = re.compile(
    r"(?:(?:Office|Secretariat|Committee) (?:of|for) the )?(?:United Nations|UN|International|European|World|African|"
    r"Asian|Inter-American|Ibero-American|Pan-American|Arab League|League of Arab|Asia-Pacific|Eurasian|Nordic)\b"
)


@dataclass(slots=True)
class Agency:
    """A body under all the names that the report gives it; `owner` is a State's code or "INT".

    `abroad` holds those of its names that are printed in another language than the report's.
    """

    key: int
    owner: str | None
    level: Level
    kind: str
    canonical: str
    texts: list[str] = field(default_factory=list)
    abroad: set[str] = field(default_factory=set)
    mentions: list[int] = field(default_factory=list)
    merged_into: int | None = None


@dataclass(frozen=True, slots=True)
class AgencyReference:
    """What an agency mention denotes, with the rule that decided."""

    agency: int
    rule: str
    confidence: float
    antecedent: int | None = None
    anaphor: bool = False


@lru_cache(maxsize=1)
def _known_bodies() -> dict[frozenset[str], str]:
    """The first name of each known body under the words of all its names: {UNICEF} → United Nations Children’s Fund."""
    table: dict[frozenset[str], str] = {}
    for _, names in known_bodies():
        for name in names:
            table.setdefault(_words(name), names[0])
    return table


@lru_cache(maxsize=8192)
def _words(name: str) -> frozenset[str]:
    parts = (part for word in _WORD.findall(name) for part in re.split(r"[-’'](?!s\b)", word))
    reduced = (reduce_word(part) for part in parts if part.casefold() not in _SMALL)
    return frozenset("ombudsman" if word.startswith("ombuds") else word for word in reduced)


@lru_cache
def _state_after(links: str) -> re.Pattern[str]:
    return re.compile(rf"(?:,? (?:{links}) |, )({state_pattern()})$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _adjective_before() -> re.Pattern[str]:
    return re.compile(rf"({adjective_pattern()})(?:’s)? (?=\w)")


@lru_cache(maxsize=8192)
def _bare_name(text: str, state: str | None) -> tuple[str, str | None]:
    """A name without the State's words and the office around it, and the other State that owns it, if any.

    "Office of the Procurator-General of Kazakhstan" is "Procurator-General"; "Minister of Health" is "Ministry of
    Health"; "Embassy of the United States of America in Kazakhstan" is "Embassy of the United States of America".
    """
    name = " ".join(text.replace("'", "’").split()).strip(" .,;")
    owner: str | None = None
    embassy = _EMBASSY.match(name)
    after = _state_after("in" if embassy else "of|in|for").search(name)
    if after and after.start() > 2:
        owner, name = None if embassy else state_code(after.group(1)), name[: after.start()]
    before = _adjective_before().match(name)
    if before:
        # "French Community Commission" is Belgian: another State's adjective counts before a ministry or the like only.
        code, rest = state_code(before.group(1)), name[before.end() :]
        if code == state or (owner is None and _LEADING.match(rest)):
            owner, name = code, rest
    own = re.search(r" of (the (?:Republic|Kingdom|State|Nation))$", name)
    if own and is_own_style(own.group(1)):
        name = name[: own.start()]
    office = _OFFICE.match(name)
    if office and len(name) > office.end() + 3:
        name = name[office.end() :]
    name = _CHAMBERS.sub("", name)
    # "the Ministries of Education, Health and Labour" name three, the first under the shared head.
    return re.sub(r"^[Mm]inist(?:ers?|ries)(?= (?:of|for)\b)", "Ministry", name).removesuffix("’s"), owner


class AgencyRegister:
    """The bodies of a report."""

    def __init__(self, state: str | None, short_forms: Mapping[str, str]) -> None:
        """Start empty. `state` owns what no word gives to another; `short_forms` are the report's abbreviations."""
        self.state = state
        self.short_forms = short_forms
        self.agencies: list[Agency] = []
        self._by_key: dict[tuple[str | None, frozenset[str]], int] = {}

    def at(self, key: int) -> Agency:
        """The body with this key, or the one it was merged into."""
        agency = self.agencies[key]
        while agency.merged_into is not None:
            agency = self.agencies[agency.merged_into]
        return agency

    def place(self, text: str, *, own: bool = False) -> Agency:
        """The body that a name means: one that is here, or a new one; `own` for a committee of the State itself."""
        long = self.short_forms.get(text.strip(), text)
        bare, owner = _bare_name(long, self.state)
        names = (
            long,
            bare,
            _UNITED_NATIONS.sub("", long),
        )  # "UN Committee for the Rights of Persons with Disabilities"
        known = None if own else next((body for name in names if (body := _known_bodies().get(_words(name)))), None)
        kind, level = agency_kind(known or bare)
        if own:
            kind = next((own_kind for head, own_kind in _OWN_KINDS if bare.endswith(head)), "committee")
            level = "national"
        if known:
            bare, owner = known, None
        elif owner is None and _INTERNATIONAL.match(long):
            level = "international"
        owner = INTERNATIONAL if level == "international" else owner or self.state
        key = (owner, _words(bare))
        if key not in self._by_key:
            agency = Agency(len(self.agencies), owner, level, kind, bare)
            self.agencies.append(agency)
            self._by_key[key] = agency.key
        agency = self.at(self._by_key[key])
        if text not in agency.texts:
            agency.texts.append(text)
        return agency

    def merge(self, first: Agency, second: Agency) -> None:
        """Make two bodies one, under the key of the first."""
        if first.key == second.key:
            return
        first.texts += [text for text in second.texts if text not in first.texts]
        first.abroad |= second.abroad
        if first.kind == "other":
            first.kind = second.kind
        if is_acronym(first.canonical) and not is_acronym(second.canonical):
            first.canonical, first.kind = second.canonical, second.kind
        second.merged_into = first.key

    def __iter__(self) -> Iterator[Agency]:
        """The bodies that are not merged into others."""
        return (agency for agency in self.agencies if agency.merged_into is None)


def is_bare(text: str) -> bool:
    """Whether words name no body but a kind of bodies: "Council", "the Fund", "Department" of "Department Order"."""
    words = text.casefold().split()
    return len(words) > 0 and words[-1] in read_lexicon("subjects")["bodies"]["bare"] and words[:-1] in ([], ["the"])


def identify_agencies(discourse: Discourse, register: AgencyRegister) -> dict[int, AgencyReference]:
    """The body of every agency mention: names first, then acronyms in brackets, then what refers back."""
    references = _place_names(discourse, register)
    _join_appositions(discourse, register, references)
    _join_acronyms(register)
    _join_beginnings(register)
    _join_nearest(register, references)
    _resolve_back(discourse, register, references)
    return references


def _place_names(discourse: Discourse, register: AgencyRegister) -> dict[int, AgencyReference]:
    """The body of every mention that names one by itself."""
    references: dict[int, AgencyReference] = {}
    indices = [i for passage in discourse.passages for i in passage.mentions if discourse.mentions[i].type == "agency"]
    shared = ""
    treaty = load_treaty(discourse.report.treaty) if discourse.report.treaty else None
    committee = treaty.treaty_body if treaty else None
    for i in indices:
        mention = discourse.mentions[i]
        if mention.anaphor or (is_bare(mention.text) and not mention.shared_head):
            continue
        if not mention.shared_head:
            heads = _SHARED_HEAD.match(mention.text)
            shared = f"{heads[1]} " if heads else ""
        name = f"Ministry {shared}{mention.text}" if mention.shared_head and shared else mention.text
        if committee and _UNITED_NATIONS.sub("", name) == "Committee" != name:
            name = committee  # "the UN Committee" of the treaty reported on
        own = is_the_states_own(discourse.passage(mention).unit.text, mention)
        body = register.place(name, own=own)
        if mention.rule == "foreign":
            body.abroad.add(name)
        if body.kind == "other" and mention.rule in _OF_SOCIETIES:
            body.kind = "ngo"
        references[i] = AgencyReference(body.key, "name", 1.0)
    return references


def _join_appositions(
    discourse: Discourse, register: AgencyRegister, references: Mapping[int, AgencyReference]
) -> None:
    """Merge a name with its acronym or its name in another language in brackets behind it; never two known bodies.

    "the German |United Nations Children’s Fund| (|UNESCO|) Commission" is a slip of the report.
    """
    known = frozenset(_known_bodies().values())
    for pair in find_appositions(discourse, "agency"):
        if pair.first not in references or pair.second not in references or not pair.sure:
            continue
        first, second = (register.at(references[i].agency) for i in (pair.first, pair.second))
        texts = discourse.mentions[pair.first].text, discourse.mentions[pair.second].text
        if first.canonical in known and second.canonical in known:
            continue
        if discourse.mentions[pair.second].rule == "foreign":
            named = _named_abroad(discourse, pair)
            if (
                named is not None
                and named in references
                and register.at(references[named].agency).owner == second.owner
            ):
                register.merge(register.at(references[named].agency), second)
        elif _same_initials(*texts) or (
            first.owner == second.owner and any(map(_abbreviates, texts)) and not _is_owned(discourse, pair)
        ):
            register.merge(first, second)


def _join_acronyms(register: AgencyRegister) -> None:
    """Merge an acronym with the one body whose name it spells."""
    acronyms = [body for body in register if is_acronym(body.canonical)]
    names = Initialisms()
    for body in register if acronyms else ():
        for text in body.texts:
            if " " in text:
                names.add(text, body.key)
    for acronym in acronyms:
        keys = (register.at(key).key for key in names.spelled(acronym.canonical))
        matching = list(islice(dict.fromkeys(key for key in keys if key != acronym.key), 2))
        if len(matching) == 1:
            register.merge(register.at(matching[0]), acronym)


def _join_nearest(register: AgencyRegister, references: Mapping[int, AgencyReference]) -> None:
    """Merge a name that begins several longer ones with the one that was named shortly before every time.

    "the |National Commission for Persons with disabilities| … the |National Commission|", beside a "National
    Commission for Children".
    """
    longer: dict[tuple[str | None, str], set[int]] = {}
    for body in register:
        for cut in _BEGINNING.finditer(body.canonical):
            longer.setdefault((body.owner, body.canonical[: cut.start()].casefold()), set()).add(body.key)
    order = [(i, register.at(references[i].agency).key) for i in sorted(references)]
    nearest: dict[int, set[int | None]] = {}
    for place, (_, key) in enumerate(order):
        body = register.at(key)
        whole = longer.get((body.owner, body.canonical.casefold()), set()) if " " in body.canonical else set()
        if whole:
            before = (other for _, other in reversed(order[max(0, place - _NEAR) : place]) if other in whole)
            nearest.setdefault(key, set()).add(next(before, None))
    for key, found in nearest.items():
        target = found.pop() if len(found) == 1 else None
        if target is not None:
            register.merge(register.at(target), register.at(key))


def _named_abroad(discourse: Discourse, pair: Apposition) -> int | None:
    """The mention that a name in another language repeats; None where it may be another one's.

    "the |Secretariat for Human Rights| of the Office of the President (Secretaria de Direitos Humanos da …)": of two
    bodies the name is the first one's.
    """
    first = discourse.mentions[pair.first]
    if first.rule == "foreign":
        return None
    passage = discourse.passage(first)
    owned = _OWNED.search(passage.unit.text, max(0, first.start - 20), first.start)
    if owned is None:
        return pair.first
    return passage.row("agency").closing(owned.start())


def _is_owned(discourse: Discourse, pair: Apposition) -> bool:
    """Whether a short form may be that of the body before the name that it stands behind, which belongs to that body.

    "the |Central Governing Council| of the |National Public Education Administration| (CODICEN)"
    """
    first = discourse.mentions[pair.first]
    passage = discourse.passage(first)
    owned = _OWNED.search(passage.unit.text, max(0, first.start - 20), first.start)
    # "the Gender Unit |in| the Centre for Rehabilitation (CRMF)": a place is no owner
    return owned is not None and " in" not in owned[0] and passage.row("agency").closing(owned.start()) is not None


def _join_beginnings(register: AgencyRegister) -> None:
    """Merge a name that begins one longer name given before it: "Interdepartmental Commission |on Minors|"."""
    bodies = list(register)
    longer: dict[str, list[Agency]] = {}
    for body in bodies:
        for cut in _COMPLEMENT.finditer(body.canonical):
            longer.setdefault(body.canonical[: cut.start()].casefold(), []).append(body)
    for body in bodies:
        matching = longer.get(body.canonical.casefold(), [])
        if (
            len(matching) == 1
            and " " in body.canonical
            and matching[0].key < body.key
            and matching[0].owner == body.owner
        ):
            register.merge(matching[0], body)


def _abbreviates(name: str) -> bool:
    """Whether a name is made of acronyms alone: "HJPC BiH"."""
    return all(map(is_acronym, name.split()))


def _same_initials(first: str, second: str) -> bool:
    return (is_acronym(second) and spells(second, first)) or (is_acronym(first) and spells(first, second))


def _resolve_back(discourse: Discourse, register: AgencyRegister, references: dict[int, AgencyReference]) -> None:
    """Take "the Ministry", "the Council", "the latter body" for the last body with that head or kind."""
    seen: list[int] = []
    treaty = load_treaty(discourse.report.treaty) if discourse.report.treaty else None
    for passage in discourse.passages:
        before = len(seen)
        for i in passage.mentions:
            mention = discourse.mentions[i]
            if mention.type != "agency":
                continue
            if i not in references:
                found = _last(discourse, register, references, seen, mention)
                if found is not None and (comments_on_treaty(passage, mention) or _is_quoted(discourse, found, i)):
                    found = None
                if found is None and treaty and treaty.treaty_body and is_of_the_treaty(passage, mention):
                    references[i] = AgencyReference(
                        register.place(treaty.treaty_body).key, "treaty body", 0.7, None, True
                    )
                elif found is None:
                    references[i] = AgencyReference(register.place(mention.text).key, "unresolved", 0.2, None, True)
                else:
                    references[i] = AgencyReference(references[found].agency, "last of its kind", 0.8, found, True)
            else:
                seen.append(i)
        if passage.is_note:
            del seen[before:]


def _is_quoted(discourse: Discourse, found: int, i: int) -> bool:
    """Whether a law that is quoted speaks of a body, and what was found stands in another unit, outside the quote.

    "Article 13 of the |Employment Act| stipulates: “Employers … shall send to the |Ministry| a statement”"
    """
    mention = discourse.mentions[i]
    text = discourse.passage(mention).unit.text
    inside = text.rfind("“", 0, mention.start) > text.rfind("”", 0, mention.start)
    return inside and "”" in text[mention.end :] and discourse.mentions[found].unit != mention.unit


def _last(
    discourse: Discourse,
    register: AgencyRegister,
    references: Mapping[int, AgencyReference],
    seen: list[int],
    mention: Mention,
) -> int | None:
    words = _words(mention.text) - {"latter", "former", "said", "same", "above", "mentioned", "aforementioned"}
    kind, _ = agency_kind(mention.text)
    if not words or words <= {"body", "institution", "organization", "entity"}:
        return seen[-1] if seen else None
    for i in reversed(seen[-80:]):
        names = register.at(references[i].agency).texts
        if any(words <= _words(name) for name in names):
            return i
    if words <= {"ngo", "court", "parliament"}:
        for i in reversed(seen[-20:]):
            agency = register.at(references[i].agency)
            if agency.kind == kind or (
                words == {"ngo"} and agency.kind in {"ngo", "union", "association", "foundation"}
            ):
                return i
    return None
