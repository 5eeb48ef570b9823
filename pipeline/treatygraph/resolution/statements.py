"""What the sentences say about instruments: who issued, approved, amended, ratified them, and when.

A sentence is read with its mentions masked: every code point of a date, an instrument or an agency becomes one private
character, so that a pattern speaks of "instrument, verb, instrument" and offsets stay those of the unit's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from treatygraph.recognition.lexicon import read_lexicon as read_recognition_lexicon
from treatygraph.recognition.names import read_name
from treatygraph.recognition.states import state_code, state_pattern
from treatygraph.report import Mention, MentionType, Path
from treatygraph.resolution.agencies import AgencyReference, AgencyRegister
from treatygraph.resolution.identity import INTERNATIONAL, Instrument, Register, Wording
from treatygraph.resolution.instruments import Reading, Reference
from treatygraph.resolution.passages import Discourse, Passage
from treatygraph.resolution.subjects import read_lexicon, year_of

_DATE, _INSTRUMENT, _AGENCY = "\ue010", "\ue011", "\ue012"
_WHEN = rf"(?:(?:on|in|of|dated|from|since|by)?(?: the)? ?{_DATE}+,? ?)"
_ARTICLE = r"(?:the|a|an|its|their|this|that|these|two|three|new|said|first|following|national)? ?"
# Kinds of instrument that approve others, and kinds that only States conclude.
_APPROVING = frozenset({"decree", "decision", "order", "resolution", "act", "regulation", "constitution"})
_CONCLUDED = frozenset({"treaty", "protocol", "agreement"})
_NEVER_ISSUED = frozenset({"treaty", "protocol", "agreement"})

Thing = Literal["instrument", "agency", "state"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A relation between keys: the subject is an instrument, the object an instrument, an agency or a State."""

    unit: str
    subject: int
    predicate: str
    thing: Thing
    object: int | str
    evidence: tuple[int, ...]
    date: str | None = None
    path: Path = ()
    rule: str = ""
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Scene:
    """A unit with its mentions masked; `things` are the instrument and agency mentions that stand in no other one."""

    passage: Passage
    masked: str
    things: tuple[int, ...]
    dates: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """Everything that statements are about."""

    discourse: Discourse
    reading: Reading
    register: Register
    references: Mapping[int, Reference]
    agencies: AgencyRegister
    agency_references: Mapping[int, AgencyReference]

    def instrument(self, index: int) -> Instrument:
        """The instrument that a mention denotes."""
        return self.register.at(self.references[index].instrument)

    def agency(self, index: int) -> int:
        """The key of the agency that a mention denotes."""
        return self.agencies.at(self.agency_references[index].agency).key

    def mention(self, index: int) -> Mention:
        """The mention at an index."""
        return self.discourse.mentions[index]


def find_statements(cast: Cast) -> list[Statement]:
    """All the statements of a report, in reading order, each once for each unit; and the dates they give instruments.

    The dates go to the instruments of the register: "adopted on 27 April 1995" dates one that prints no date.
    """
    found: list[Statement] = []
    for passage in cast.discourse.passages:
        scene = _set_scene(cast, passage)
        if not any(cast.mention(i).type == "instrument" for i in scene.things):
            continue
        statements = [
            *_issuers(cast, scene),
            *_approvals(cast, scene),
            *_issues(cast, scene),
            *_amendments(cast, scene),
            *_actions(cast, scene),
        ]
        _date_instruments(cast, scene)
        seen: set[tuple[object, ...]] = set()
        for statement in statements:
            key = (statement.subject, statement.predicate, statement.thing, statement.object)
            if key not in seen and not (statement.thing == "instrument" and statement.subject == statement.object):
                seen.add(key)
                found.append(statement)
    return found


def _set_scene(cast: Cast, passage: Passage) -> Scene:
    text = list(passage.unit.text)
    things: list[int] = []
    dates: list[int] = []
    end = -1
    for i in passage.mentions:
        mention = cast.mention(i)
        if mention.start < end or mention.type == "provision":
            continue
        if mention.type == "instrument" and i in cast.references:
            mark, end = _INSTRUMENT, mention.end
            things.append(i)
        elif mention.type == "agency" and i in cast.agency_references:
            mark, end = _AGENCY, mention.end
            things.append(i)
        elif mention.type == "date":
            mark, end = _DATE, mention.end
            dates.append(i)
        else:
            continue
        text[mention.start : mention.end] = mark * (mention.end - mention.start)
    return Scene(passage, "".join(text), tuple(things), tuple(dates))


def _between(cast: Cast, scene: Scene, first: int, second: int) -> str:
    return scene.masked[cast.mention(first).end : cast.mention(second).start]


def _is(cast: Cast, index: int, kind: MentionType) -> bool:
    return cast.mention(index).type == kind


@lru_cache
def _verbs(predicate: str, form: str) -> str:
    words = sorted(read_lexicon("statements")[predicate][form], key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in words) + ")" if words else r"(?!)"


# --- who issued it ---------------------------------------------------------------------------------------------


def _issuers(cast: Cast, scene: Scene) -> Iterator[Statement]:
    """The issuer within a name: "|Supreme Court| Regulatory Decision No. 7", "|Presidential| Decree No. 3827"."""
    for i in scene.things:
        if not _is(cast, i, "instrument") or i in cast.reading.back:
            continue
        mention, name = cast.mention(i), cast.reading.names[i]
        instrument = cast.instrument(i)
        inside = [
            j
            for j in scene.passage.mentions
            if j in cast.agency_references
            and mention.start <= cast.mention(j).start
            and cast.mention(j).end <= mention.end
        ]
        issuing = [j for j in inside if name.issuer and _fold(cast.mention(j).text) in _fold(name.issuer)]
        if not issuing and instrument.kind not in _CONCLUDED:
            issuing = [
                j for j in inside if cast.mention(j).start == mention.start and name.kind not in {"act", "code", "bill"}
            ]
        if issuing:
            yield _issued(cast, scene, instrument, cast.agency(issuing[0]), (i, issuing[0]), "issuer in the name")
        elif name.issuer and instrument.kind not in _CONCLUDED:
            body = read_recognition_lexicon("issuers")["adjectives"].get(name.issuer.casefold())
            if body and name.head not in {"decree-law", "decree law", "law-decree"}:
                yield _issued(cast, scene, instrument, cast.agencies.place(body).key, (i,), "adjective of the issuer")
            elif not body:
                yield _issued(cast, scene, instrument, cast.agencies.place(name.issuer).key, (i,), "issuer in the name")


def _issued(
    cast: Cast, scene: Scene, instrument: Instrument, agency: int, evidence: tuple[int, ...], rule: str
) -> Statement:
    if instrument.issuer is None:
        instrument.issuer = agency
    return Statement(scene.passage.unit.id, instrument.key, "issuedBy", "agency", agency, evidence, rule=rule)


def _issues(cast: Cast, scene: Scene) -> Iterator[Statement]:
    """A body and its instrument in one clause: "the Supreme Court adopted a regulatory decision"."""
    active = re.compile(
        rf",? (?:(?:has|have|had|also|recently|subsequently|then|therefore|officially|formally|further) |{_WHEN})*{_verbs('issued', 'active')} {_WHEN}?{_ARTICLE}[“\"]?"
    )
    passive = re.compile(_passive("issued") + rf"(?:unanimously )?by {_ARTICLE}")
    within = re.compile(rf",? (?:in|by|through|by means of|via|with) {_ARTICLE}")
    for first, second in zip(scene.things, scene.things[1:], strict=False):
        between = _between(cast, scene, first, second)
        if _is(cast, first, "agency") and _is(cast, second, "instrument"):
            instrument = cast.instrument(second)
            if instrument.kind in _NEVER_ISSUED or second in cast.reading.back:
                continue
            issues = active.fullmatch(between) and not _guarded(scene, cast.mention(first).end, between)
            executive = instrument.kind in {"decree", "decision", "order", "resolution", "judgment"}
            if issues or (executive and within.fullmatch(between)):
                for other in _list_from(cast, scene, second, same_kind=True):
                    yield _issued(cast, scene, cast.instrument(other), cast.agency(first), (other, first), "issued by")
        elif _is(cast, first, "instrument") and _is(cast, second, "agency") and passive.fullmatch(between):
            instrument = cast.instrument(first)
            if instrument.kind not in _NEVER_ISSUED:
                yield _issued(cast, scene, instrument, cast.agency(second), (first, second), "issued by")


def _passive(predicate: str) -> str:
    """ "…, which were approved on 29 April 2004 by": the words between what is acted on and what acts."""
    return (
        r"[”\"]?(?: ?\([^()]{0,60}\))?,? ?\(?(?:which |that |as )?(?:(?:was|were|is|are|has|have|had|been|being|also|first|last|most|recently|subsequently|later|and|duly|officially|formally) |"
        + _WHEN
        + ")*"
        + _verbs(predicate, "passive")
        + r",? (?:and (?:approved|adopted|enacted|promulgated|published|implemented|launched) )?"
        + _WHEN
        + "?"
    )


# --- what approves it ------------------------------------------------------------------------------------------


def _approvals(cast: Cast, scene: Scene) -> Iterator[Statement]:
    """One instrument approves another: "Order No. 83 … approving the Instructions", "Rules, approved by Order No. 23"."""
    active = re.compile(
        rf"[”\"]?,? ?(?:(?:which|that|and|also) )*{_verbs('approves', 'active')}:? ?(?:• ?|\(\w\) ?)?{_ARTICLE}[“\"]?"
    )
    passive = re.compile(
        _passive("approves")
        + rf"(?:by|pursuant to|under|through|by means of|via|by virtue of|in|with) {_ARTICLE}(?:Order|Annex)?(?:{_AGENCY}+,? (?:by|through|in|under|pursuant to|with) {_ARTICLE})?"
    )
    instruments = [i for i in scene.things if _is(cast, i, "instrument")]
    for first, second in zip(instruments, instruments[1:], strict=False):
        between = _between(cast, scene, first, second)
        a, b = cast.instrument(first), cast.instrument(second)
        if active.fullmatch(between) and a.kind in _APPROVING | {"bill"}:
            for other in _list_from(cast, scene, second, same_kind=True):
                yield _approves(cast, scene, first, other, "approving")
        elif passive.fullmatch(between) and b.kind in _APPROVING and not b.known:
            for other in _list_to(cast, scene, first):
                yield _approves(cast, scene, second, other, "approved by")
            if a.kind in _CONCLUDED and cast.discourse.report.state:
                state = cast.discourse.report.state
                yield Statement(
                    scene.passage.unit.id,
                    a.key,
                    "ratifiedBy",
                    "state",
                    state,
                    (first, second),
                    rule="ratified by an instrument",
                )


def _approves(cast: Cast, scene: Scene, approving: int, approved: int, rule: str) -> Statement:
    a, b = cast.instrument(approving), cast.instrument(approved)
    if b.approved_by is None and b.kind not in _CONCLUDED and a.key != b.key:
        b.approved_by = a.key
    return Statement(scene.passage.unit.id, a.key, "approves", "instrument", b.key, (approving, approved), rule=rule)


_SEPARATOR = re.compile(
    rf"[”\"]?(?: ?\([^()]*\))?(?: {_WHEN})?(?:,? of {_DATE}+)? ?[,;.]? ?(?:(?:and|or|as well as|and also) )?(?:[•–-] ?|\(\w{{1,4}}\) ?)?(?:[Tt]he |a |an |its |of the |to the )?[“\"]?"
)


def _list_from(cast: Cast, scene: Scene, first: int, *, same_kind: bool) -> list[int]:
    """The instruments of the list that begins with `first`: "X, the Y and the Z"."""
    found = [first]
    instruments = [i for i in scene.things if _is(cast, i, "instrument")]
    for i in instruments[instruments.index(first) + 1 :]:
        if not _SEPARATOR.fullmatch(_between(cast, scene, found[-1], i)):
            break
        if same_kind and cast.instrument(i).group != cast.instrument(first).group:
            break
        found.append(i)
    return found


def _list_to(cast: Cast, scene: Scene, last: int) -> list[int]:
    """The instruments of the list that ends with `last`, of its kind: "the Rules X and the Rules Y were approved"."""
    found = [last]
    instruments = [i for i in scene.things if _is(cast, i, "instrument")]
    after = scene.masked[cast.mention(last).end :][:12]
    if not re.match(r"[”\"]?,? (?:which )?were\b|[”\"]? have\b", after):
        return found
    for i in reversed(instruments[: instruments.index(last)]):
        if not _SEPARATOR.fullmatch(_between(cast, scene, i, found[-1])):
            break
        if cast.instrument(i).group != cast.instrument(last).group:
            break
        found.append(i)
    return found[::-1]


# --- what amends it --------------------------------------------------------------------------------------------


def _amendments(cast: Cast, scene: Scene) -> Iterator[Statement]:
    """One instrument changes, repeals or carries out another, by its verb or by its title."""
    instruments = [i for i in scene.things if _is(cast, i, "instrument")]
    for predicate in ("amends", "repeals", "implements"):
        active = re.compile(
            rf"[”\"]?,? ?(?:(?:which|that|and|also|has|have|had|thereby|partially|further) |{_WHEN})*{_verbs(predicate, 'active')} "
            rf"(?:(?:and|or) \w+ )?(?:(?:articles?|sections?|certain|several|provisions|paragraphs?|parts?|chapters?|some|various|the)\b[^{_INSTRUMENT}.;]{{0,60}} of )?{_ARTICLE}[“\"]?"
        )
        passive = re.compile(
            r"[”\"]?,? ?\(?(?:(?:as|which|that|was|were|has|have|had|been|last|most|recently|is|lately|subsequently|further) |"
            + _WHEN
            + ")*"
            + _verbs(predicate, "passive")
            + rf" {_WHEN}?(?:by|through|pursuant to|under|with|in) (?:(?:the )?(?:single )?(?:articles?|sections?|paragraphs?)\b[^{_INSTRUMENT}.;]{{0,40}} of )?{_ARTICLE}"
        )
        for first, second in zip(instruments, instruments[1:], strict=False):
            between = _between(cast, scene, first, second)
            if cast.instrument(first).owner != cast.instrument(second).owner:
                continue
            if active.fullmatch(between) and cast.instrument(first).group != "programme":
                for other in _list_from(cast, scene, second, same_kind=False):
                    yield _changes(cast, scene, first, other, predicate, predicate)
            elif passive.fullmatch(between):
                for other in _list_from(cast, scene, second, same_kind=True):
                    yield _changes(cast, scene, other, first, predicate, f"{predicate}, passive")
    yield from _insertions(cast, scene, instruments)
    yield from _amending_titles(cast, scene, instruments)


def _changes(cast: Cast, scene: Scene, subject: int, object_: int, predicate: str, rule: str) -> Statement:
    a, b = cast.instrument(subject), cast.instrument(object_)
    path = _path(cast, scene, object_)
    return Statement(
        scene.passage.unit.id, a.key, predicate, "instrument", b.key, (subject, object_), path=path, rule=rule
    )


def _path(cast: Cast, scene: Scene, index: int) -> Path:
    """The provision that stands around an instrument: "article 532, paragraph 1, of the |Code|"."""
    mention = cast.mention(index)
    for j in scene.passage.mentions:
        provision = cast.mention(j)
        if provision.type == "provision" and provision.start <= mention.start and mention.end <= provision.end:
            return provision.targets[0] if len(provision.targets) == 1 else ()
    return ()


def _insertions(cast: Cast, scene: Scene, instruments: list[int]) -> Iterator[Statement]:
    """ "Pursuant to the Act … amending …, a new provision was |inserted in| article 532 of the Code"."""
    inserting = re.compile(rf"\b{_verbs('amends', 'inserting')} (?:in|into|to|by)\b[^{_INSTRUMENT};.]*$")
    for first, second in zip(instruments, instruments[1:], strict=False):
        if not cast.instrument(first).wording.name.amending:
            continue
        start, end = scene.passage.sentence(cast.mention(first).start)
        between = _between(cast, scene, first, second)
        if start <= cast.mention(second).start < end and inserting.search(between):
            yield _changes(cast, scene, first, second, "amends", "inserted in")


def _amending_titles(cast: Cast, scene: Scene, instruments: list[int]) -> Iterator[Statement]:
    """The title says what is amended: "Act amending the Criminal Code", "Persons with Disabilities (Amendment) Bill"."""
    for i in instruments:
        instrument, name = cast.instrument(i), cast.reading.names[i]
        if not name.amending or i in cast.reading.back:
            continue
        amended = re.search(
            r"(?:amending|amend|amendments? (?:of|to)|modifying|supplementing)(?: and supplementing| certain provisions of| and additions to)?(?: the)? (.+)",
            name.subject,
        )
        target = _named_in_title(cast, amended.group(1)) if amended else None
        if target is not None:
            yield Statement(
                scene.passage.unit.id,
                instrument.key,
                "amends",
                "instrument",
                target.key,
                (i,),
                rule="amends by its title",
                confidence=0.7,
            )
        if amended:
            continue
        words = cast.register.words(name)
        for j in instruments:
            other = cast.instrument(j)
            same = words and words in [cast.register.words(w.name) for w in other.wordings]
            if same and not other.wording.name.amending and other.owner == instrument.owner:
                yield _changes(cast, scene, i, j, "amends", "amends by its title")
                break


def _named_in_title(cast: Cast, title: str) -> Instrument | None:
    name = read_name(title)
    if not name.head or not (name.subject or name.number or name.kind == "constitution"):
        return None
    return cast.register.find(Wording(title, name))


# --- what a State does with a treaty ---------------------------------------------------------------------------

_ACTIONS = ("ratifiedBy", "signedBy", "accededBy", "partyTo")


@lru_cache(maxsize=1)
def _action_pattern() -> re.Pattern[str]:
    parts = []
    for predicate in _ACTIONS:
        verbs = "|".join(re.escape(v) for v in read_lexicon("statements")[predicate]["verbs"])
        parts.append(rf"(?P<{predicate}>\b(?:{verbs})\b)")
    return re.compile("|".join(parts), re.IGNORECASE)


@lru_cache(maxsize=1)
def _not_yet() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in read_lexicon("statements")["guards"]["not_yet"])
    return re.compile(rf"\b(?:{words})\b")


def _guarded(scene: Scene, at: int, verb: str = "") -> bool:
    """Whether the clause before `at` says that it has not happened: "is considering", "the issue of", "will"."""
    start, _ = scene.passage.sentence(at)
    clause = re.split(r"[;:]|, (?:and|but|which|while)\b", scene.masked[start:at])[-1][-70:]
    return bool(_not_yet().search(f"{clause} {verb}"))


def _actions(cast: Cast, scene: Scene) -> Iterator[Statement]:
    """ "Kazakhstan has ratified the following: …", "…, ratified by Spain on 2 December 2007", "in ratifying the …"."""
    treaties = [i for i in scene.things if _is(cast, i, "instrument") and cast.instrument(i).kind in _CONCLUDED]
    treaties = [i for i in treaties if cast.instrument(i).owner == INTERNATIONAL]
    if not treaties:
        return
    for verb in _action_pattern().finditer(scene.masked):
        predicate = verb.lastgroup or ""
        if predicate == "partyTo" and not re.search(
            r"\b(?:an?|as|full) (?:State )?$", scene.masked[: verb.start()], re.IGNORECASE
        ):
            continue
        if _guarded(scene, verb.start()):
            continue
        state, objects = _passive_action(cast, scene, verb, treaties), []
        if state is not None:
            state, objects = state
        else:
            state, objects = _active_action(cast, scene, verb, treaties)
        for i in objects:
            if state:
                date = _action_date(cast, scene, verb, i)
                yield Statement(
                    scene.passage.unit.id,
                    cast.instrument(i).key,
                    predicate,
                    "state",
                    state,
                    (i, *(j for j in scene.dates if date and cast.mention(j).value == date)),
                    date,
                    rule=verb.group().casefold(),
                )


_AFTER_TREATY = re.compile(
    rf"[”\"]?,? ?\(?(?:(?:and|which|that|was|were|has|have|had|been|is|as|also|both|all|the|adopted|signed|ratified|opened for signature|entered into force|by|on|in|at|New York|United Nations|General Assembly|"
    rf"{_AGENCY}+|{_DATE}+),? ?)*"
)


def _passive_action(
    cast: Cast, scene: Scene, verb: re.Match[str], treaties: list[int]
) -> tuple[str | None, list[int]] | None:
    """The State and the treaties before a passive: "…, adopted on 20 December 2006 and |ratified| by Kazakhstan"."""
    if verb.group().casefold() not in {"ratified", "signed", "acceded to"}:
        return None
    before = [i for i in treaties if cast.mention(i).end <= verb.start()]
    if not before:
        return None
    last = before[-1]
    gap = scene.masked[cast.mention(last).end : verb.start()]
    if len(gap) > 140 or not _AFTER_TREATY.fullmatch(gap):
        return None
    after = scene.masked[verb.end() :]
    finite = re.search(r"\b(?:was|were|been)\b", gap)
    opens = gap.strip().startswith(("(", ",")) or finite
    by = re.match(
        rf" (?:{_WHEN})?by ({state_pattern()}|(?:the )?(?:State|country|Kingdom|Republic|Government|Parliament))", after
    )
    if not by and not (
        opens and re.match(rf"[.,;)]| ?{_WHEN}| (?:by|without|with|and|under|pursuant|through)\b", after)
    ):
        return None
    state = (state_code(by.group(1)) if by else None) or cast.discourse.report.state
    objects = [last]
    if finite and finite.group() == "were":
        for i in reversed(before[:-1]):
            if not _SEPARATOR.fullmatch(_between(cast, scene, i, objects[-1])):
                break
            objects.append(i)
    return state, objects


_TO_FIRST = re.compile(rf"[^.;{_INSTRUMENT}]{{0,160}}")
_THESE = re.compile(
    r"[^.;]{0,160}\. (?:These(?: \w+)? (?:include|are)|They (?:include|are)|Among (?:these|them)|Such \w+ include)[^.;]{0,60}"
)


def _active_action(cast: Cast, scene: Scene, verb: re.Match[str], treaties: list[int]) -> tuple[str | None, list[int]]:
    """The State before a verb and the treaties after it, on to the end of the list."""
    following = [i for i in treaties if cast.mention(i).start >= verb.end()]
    if not following:
        return None, []
    first = following[0]
    gap = scene.masked[verb.end() : cast.mention(first).start]
    if not (_TO_FIRST.fullmatch(gap) or _THESE.fullmatch(gap)):
        return None, []
    if (
        re.search(
            r"\b(?:implement|accordance|pursuant|compl|report|under|provided|law|laws|act|on the basis)\w*\b", gap
        )
        and ":" not in gap
    ):
        return None, []
    state = _subject(cast, scene, verb)
    objects = [first]
    listed = ":" in gap or bool(re.search(r"\bfollowing\b", gap))
    for i in following[1:]:
        between = _between(cast, scene, objects[-1], i)
        item = listed and re.search(
            r"(?:[;•.:]|\(\w{1,4}\)) ?(?:and )?(?:[•–-] ?|\(\w{1,4}\) ?)?(?:[Tt]he )?[“\"]?$", between
        )
        if not item and not _SEPARATOR.fullmatch(between):
            break
        objects.append(i)
    return state, objects


def _subject(cast: Cast, scene: Scene, verb: re.Match[str]) -> str | None:
    """The State that acts: the last one named in the sentence before the verb, else the State that reports."""
    start, _ = scene.passage.sentence(verb.start())
    named = list(re.finditer(state_pattern(), scene.masked[start : verb.start()]))
    own = cast.discourse.report.state
    if not named:
        return own
    state = state_code(named[-1].group())
    return state or own


def _action_date(cast: Cast, scene: Scene, verb: re.Match[str], index: int) -> str | None:
    """When the State acted: the date beside the verb, right after the treaty, or at the head of the clause."""
    start, end = scene.passage.sentence(verb.start())
    mention = cast.mention(index)
    places = {cast.mention(j).start: cast.mention(j).value for j in scene.dates}
    after_treaty = re.match(
        rf"[”\"]?(?: \([^()]*\))? ?[,(]? ?(?:on|in|ratified on|ratified in|since)? ?(?={_DATE})",
        scene.masked[mention.end : end],
    )
    if after_treaty and mention.start > verb.end() and mention.end + after_treaty.end() in places:
        return places[mention.end + after_treaty.end()]
    after_verb = re.match(
        rf",? (?:by [^{_DATE}.;]{{1,40}} )?(?:on|in)(?: the)? (?={_DATE})", scene.masked[verb.end() : end]
    )
    if after_verb and verb.end() + after_verb.end() in places:
        return places[verb.end() + after_verb.end()]
    head = re.match(
        rf"(?:[^,.;{_DATE}{_INSTRUMENT}]{{0,40}}\b)?(?:[Oo]n|[Ii]n|[Ss]ince)(?: the)? (?={_DATE})",
        scene.masked[start : verb.start()],
    )
    if head and start + head.end() in places and mention.start > verb.end():
        return places[start + head.end()]
    near = re.search(
        rf"\b(?:on|in)(?: the)? ({_DATE}+),? [^,.;{_DATE}{_INSTRUMENT}]{{0,60}}$", scene.masked[start : verb.start()]
    )
    if near and mention.start > verb.end():
        return places.get(start + near.start(1))
    return None


# --- when it was adopted ---------------------------------------------------------------------------------------


def _date_instruments(cast: Cast, scene: Scene) -> None:
    """Date the instruments that print no date, or less of one, where a sentence says when they were adopted."""
    verbs = _verbs("adoption", "verbs")
    passive = re.compile(
        rf"[”\"]?(?: ?\([^()]*\))?,? ?\(?(?:(?:which|that|was|were|has|have|been|also|first|duly|officially|and) )*{verbs} (?:by (?P<by>[^{_DATE};.]{{1,80}}?),? )?(?:on|in|dated)?(?: the)? ?(?P<date>{_DATE}+)"
    )
    active = re.compile(
        rf"(?:^|[\s(])(?:[Oo]n|[Ii]n)(?: the)? (?P<date>{_DATE}+),? (?:[^{_DATE}{_INSTRUMENT};.:]{{0,60}}\b)?{verbs} {_ARTICLE}[“\"]?$"
    )
    head = re.compile(rf"(?:[Oo]n|[Ii]n)(?: the)? (?P<date>{_DATE}+),? (?:the |an? )?[“\"]?$")
    places = {cast.mention(j).start: cast.mention(j).value for j in scene.dates}
    for i in scene.things:
        if not _is(cast, i, "instrument"):
            continue
        instrument, mention = cast.instrument(i), cast.mention(i)
        start, end = scene.passage.sentence(mention.start)
        after = scene.masked[mention.end : end]
        found = passive.match(after)
        if found:
            if instrument.kind in _CONCLUDED and not re.search(r"\badopted\b", found.group()):
                continue
            by = found.group("by") or ""
            at = mention.end + found.start("date")
            if _INSTRUMENT in by:
                acting = [
                    j for j in scene.things if mention.end < cast.mention(j).start < at and _is(cast, j, "instrument")
                ]
                _give_date(cast.instrument(acting[-1]) if acting else instrument, places.get(at))
            else:
                _give_date(instrument, places.get(at))
            continue
        if instrument.kind in _CONCLUDED or i in cast.reading.back:
            continue
        before = scene.masked[start : mention.start]
        found = active.search(before)
        if not found and re.match(rf"[”\"]? (?:was|were) {verbs}\b", after):
            found = head.search(before)
        if found and not _guarded(scene, mention.start):
            _give_date(instrument, places.get(start + found.start("date")))


def _give_date(instrument: Instrument, value: str | None) -> None:
    if not value or "/" in value or value.startswith("X"):
        return
    printed = instrument.date
    if printed is None or "/" in printed or (value.startswith(printed) and year_of(printed) == value[:4]):
        instrument.date = value


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
