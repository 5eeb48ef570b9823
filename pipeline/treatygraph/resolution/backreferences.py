"""What "the Act", "this Programme", "the latter instrument" and "the Convention" stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from treatygraph.recognition.instruments.names import read_name
from treatygraph.recognition.notes import NOTE_BEFORE
from treatygraph.report import InstrumentName, Mention
from treatygraph.resolution.aliases import find_appositions
from treatygraph.resolution.amended import amended_with_head
from treatygraph.resolution.identity import Register
from treatygraph.resolution.implementing import carries_out, implementing, remember_implementing
from treatygraph.resolution.memory import Memory, Seen
from treatygraph.resolution.notes import in_another_item, law_quoted, opens_with_this
from treatygraph.resolution.passages import Discourse, Passage, is_amender, is_approver, is_ended
from treatygraph.resolution.readings import Reading, is_bare_protocol
from treatygraph.resolution.references import Reference, unresolved
from treatygraph.resolution.subjects import content_words, is_generic
from treatygraph.resolution.treaties import (
    KnownTreaty,
    reported_treaty,
    treaty_head,
)
from treatygraph.resolution.treaty_references import find_convention, find_protocol, own_convention
from treatygraph.resolution.wordings import INTERNATIONAL, Instrument, Wording, group_of, head_family

BESIDE = "named beside it"
# Heads that may stand for an instrument of any kind: "the latter instrument", "the preamble to the text".
_ANY = frozenset({"instrument", "text", "document", "latter", "former", "legislation", ""})
# Groups in which translators vary the head: "that law" for an Act.
_ONE_HEAD = frozenset({"act", "code", "constitution", "bill"})
# "… includes the following: “… The Government is directed, within two years from the entry into force of this |Act|, …"
_ITS_OWN_FORCE = re.compile(
    r"\b(?:entry into force|entering into force|coming into force|commencement|publication|promulgation) of "
    r"(?:this|the present) $"
)
_FORCE_REACH = 48  # code points before a name in which its own entry into force is told
# "“|Second final provision|. … any amendments that may be made under this |Act|"
_FINAL = re.compile(r"\s?(?:\w+ )?(?:final|transitional|additional|repealing|closing) provisions?\b", re.IGNORECASE)
# "the Library, the |Regulations| of which were approved by Order No. 5"
_OF_WHICH = re.compile(r" of which\b")
_ISSUED_BY_ITS_HEAD = re.compile(r" of (?:the )?(?=[A-Z])[^,;.:]{3,80},(?! and| or)")
_EARLIER = frozenset({"earlier", "previous", "preceding", "former"})
_CONFIDENT, _FAR = 0.9, 0.6
_LAST_FEW = 4  # mentions back in which an amending instrument is looked for
_MOST_WORDINGS = 100  # of one instrument, in which a back-reference's words are looked for
# Beyond this many units a name is seldom what "the Act" stands for.
_NEAR = 12


def resolve_back_references(
    discourse: Discourse, reading: Reading, register: Register, references: Mapping[int, Reference]
) -> dict[int, Reference]:
    """The references of every instrument mention, those that refer back included.

    A back-reference is the last full mention of its kind; a short name that the report defines holds from there on
    unless a newer full name stands in this unit or the one before. "The Convention" is the treaty reported on unless
    a newer full treaty name stands there. What finds nothing is an instrument of its own, marked as unresolved, and
    what refers to it later ("the same Act") finds that.
    """
    resolved = dict(references)
    memory = Memory()
    remember_implementing(register, memory)
    treaty = reported_treaty(discourse.report.treaty)
    defining = _defining(discourse)
    text, note_before = memory, -1
    for passage in discourse.passages:
        indices = [i for i in passage.mentions if i in reading.names]
        memory = text.aside(_mark_of(discourse, passage)) if passage.is_note and indices else text
        for i in indices:
            if reading.names[i].head == NOTE_BEFORE and note_before >= 0:
                key = register.at(resolved[note_before].instrument).key
                resolved[i] = Reference(key, "note before", 0.9, note_before, True)
            elif i in reading.back:
                resolved[i] = _resolve(discourse, reading, register, memory, passage, i, treaty, defining, resolved)
            instrument = register.at(resolved[i].instrument)
            name = instrument.wording.name if i in reading.back else reading.names[i]
            if i not in reading.back or instrument.unresolved or not resolved[i].anaphor:
                # "the Charter" takes up a State's own charter as well, which is no treaty.
                group = "treaty" if name.head == "charter" else group_of(name.kind)
                memory.keep(Seen(i, passage.index, instrument.key, name), group)
            start = discourse.mentions[i].start
            if is_amender(passage.unit.text, start) or is_ended(passage.unit.text, start):
                memory.recall(passage.index, group_of(name.kind))
            elif is_approver(passage.unit.text, start):
                memory.recall(passage.index)
        note_before = max(indices, default=-1) if passage.is_note else note_before
    return resolved


def _mark_of(discourse: Discourse, passage: Passage) -> int:
    """The first mention behind a note's mark."""
    if passage.unit.noted is None:
        return passage.mentions[0]
    unit, at = passage.unit.noted
    host = discourse.passages[discourse.places[unit]].mentions
    return next((i for i in host if discourse.mentions[i].start >= at), passage.mentions[0])


def _defining(discourse: Discourse) -> dict[int, int]:
    """Bare names that brackets set beside a full one: "… Act, No. 31 of 2007 (the “Act”)"."""
    return {pair.second: pair.first for pair in find_appositions(discourse, "instrument") if pair.sure}


def _resolve(
    discourse: Discourse,
    reading: Reading,
    register: Register,
    memory: Memory,
    passage: Passage,
    i: int,
    treaty: KnownTreaty | None,
    defining: Mapping[int, int],
    resolved: Mapping[int, Reference],
) -> Reference:
    mention, name = discourse.mentions[i], reading.names[i]
    if i in defining and defining[i] in resolved:
        key = register.at(resolved[defining[i]].instrument).key
        memory.defined[_head(name)] = Seen(defining[i], passage.index, key, reading.names[defining[i]])
        return Reference(key, "defined short name", 0.95, defining[i], True)
    own = own_convention(treaty)
    if own and _head(name) == treaty_head(own) and is_generic(content_words(name.subject)):
        return find_convention(discourse, register, memory, passage, i, own)
    if is_bare_protocol(name):
        protocol = find_protocol(discourse, register, memory, passage, i, treaty)
        if protocol is not None:
            return protocol
        if "optional" in content_words(name.subject):
            return unresolved(register, Wording(mention.text, name))
    told = _told_by_text(discourse, register, memory, passage, i, Wording(mention.text, name)) or _told_by_form(
        register, memory, passage, Wording(mention.text, name)
    )
    if told is not None:
        return told
    found = _last(register, memory, passage, name)
    if found is None and not is_generic(content_words(name.subject)):
        return Reference(register.place(Wording(mention.text, name)).key, "name", 0.6)
    principal = _principal(register, name, treaty) if found is None else None
    if principal is not None:
        return Reference(principal.key, "principal instrument", 0.4, None, True)
    if found is None:
        return unresolved(register, Wording(mention.text, name))
    distance = passage.index - found.passage
    instrument = register.at(found.instrument)
    return Reference(
        instrument.key,
        "unresolved" if instrument.unresolved else "last of its kind",
        0.2 if instrument.unresolved else _CONFIDENT if distance <= 2 else _FAR if distance <= _NEAR else 0.4,
        found.index,
        True,
    )


def _told_by_text(
    discourse: Discourse, register: Register, memory: Memory, passage: Passage, i: int, wording: Wording
) -> Reference | None:
    """What the words around a back-reference tell: it is the bill that is quoted, or another's own rules."""
    mention, text = discourse.mentions[i], passage.unit.text
    law = law_quoted(discourse, memory, passage, i, wording.name)
    if law is not None:
        return Reference(register.at(law.instrument).key, "last of its kind", 0.8, law.index, True)
    beside = memory.everything[-1] if memory.everything else None
    if beside is not None and _is_aside(discourse, passage, mention, beside, wording.name):
        return Reference(register.at(beside.instrument).key, BESIDE, 0.8, beside.index, True)
    before = _last(register, memory, passage, wording.name) if opens_with_this(passage, mention) else None
    if before is not None and in_another_item(discourse, passage, before):
        return unresolved(register, wording)
    if _OF_WHICH.match(text, mention.end) and not (wording.name.subject or wording.name.number):
        return unresolved(register, wording)
    if content_words(wording.name.subject) & _EARLIER and is_ended(text, mention.start):
        return unresolved(register, wording)  # "Proclamation No. 4 repealed |the earlier law|" is one without a name
    opened = max(text.rfind(mark, 0, mention.start) for mark in "“«")
    if opened <= text.rfind("”", 0, mention.start):
        return None
    if not (
        _ITS_OWN_FORCE.search(text, max(0, mention.start - _FORCE_REACH), mention.start)
        or (_FINAL.match(text, opened + 1) and text.endswith((" this ", " present "), 0, mention.start))
    ):
        return None
    bills = [s for s in memory.groups.get("bill", [])[-20:] if s.passage == passage.index]
    quoted = [s for s in bills if discourse.mentions[s.index].end <= opened]
    if not quoted:
        return None
    return Reference(register.at(quoted[0].instrument).key, "the bill quoted", 0.8, quoted[0].index, True)


def _is_aside(discourse: Discourse, passage: Passage, mention: Mention, before: Seen, name: InstrumentName) -> bool:
    """Whether a bare kind between commas says what the name before it is.

    "The |Guidelines on Investigations|, the |Instructions| of the Ministry of Justice, amended in June 2006, state"
    """
    text, named = passage.unit.text, discourse.mentions[before.index]
    if before.passage != passage.index or name.subject or name.number or name.date or before.name.plural != name.plural:
        return False
    return text[named.end : mention.start] == ", the " and bool(_ISSUED_BY_ITS_HEAD.match(text, mention.end))


def _told_by_form(register: Register, memory: Memory, passage: Passage, wording: Wording) -> Reference | None:
    """What a back-reference that is told by its form means: "the 2006 Act", "the implementing regulations"."""
    name = wording.name
    if _is_by_year(name, wording.text):
        return _of_year(register, memory, wording)
    if carries_out(name):
        return implementing(register, memory, passage, wording)
    if not (name.subject or name.number or name.date or name.draft):
        return _amended(register, memory, passage, name)
    return None


def _amended(register: Register, memory: Memory, passage: Passage, name: InstrumentName) -> Reference | None:
    """What an instrument named just before amends by its title, where no other of this head stands between.

    "|Act No. 7 amending the Family Code| raised the age of marriage. |The Code| now sets it at 18."
    """
    for seen in reversed(memory.everything[-_LAST_FEW:]):
        if seen.passage < passage.index - 1 or _head(seen.name) == _head(name):
            return None
        amended = amended_with_head(register, register.at(seen.instrument), seen.name, _head(name))
        if amended is not None:
            return Reference(amended.key, "amended by the title before", 0.8)
    return None


def _is_by_year(name: InstrumentName, text: str) -> bool:
    return text[:4] == name.date and not (name.subject or name.number or name.issuer)


def _of_year(register: Register, memory: Memory, wording: Wording) -> Reference:
    """What "the 2006 Act" means: the one Act of that year that was named, or one of its own where two were."""
    name = wording.name
    seen = [s for s in memory.groups.get(group_of(name.kind), ()) if _head(s.name) == _head(name)]
    year = str(name.date)
    found = {register.at(s.instrument).key: s for s in seen if (register.at(s.instrument).date or "").startswith(year)}
    if len(found) != 1:
        return Reference(register.place(wording).key, "name", 0.6)
    ((key, last),) = found.items()
    return Reference(key, "the only one of its year", 0.85, last.index, True)


def _principal(register: Register, name: InstrumentName, treaty: KnownTreaty | None) -> Instrument | None:
    """The one national instrument of this head that speaks of the treaty's subject by its title.

    "Article 2 of the Act in force" in a report on disability, before any Act is named: the Rights of Persons with
    Disabilities Act that the report names later.
    """
    if treaty is None or name.head in _ANY:
        return None
    subject = content_words(read_name(treaty.name).subject)
    wanted = content_words(name.subject)
    ranked = sorted(
        (
            (max((len(title & subject) for title in x.titles), default=0), -x.key)
            for x in register
            if x.group == group_of(name.kind) and x.draft == name.draft and not x.unresolved
            if x.known is None and x.owner != INTERNATIONAL
            if x.group in _ONE_HEAD or _head(x.wording.name) == _head(name)
            if is_generic(wanted) or any(wanted <= content_words(w.text) for w in x.wordings)
        ),
        reverse=True,
    )
    if not ranked or ranked[0][0] < 2 or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return register.at(-ranked[0][1])


def _head(name: InstrumentName) -> str:
    return "draft" if name.draft else head_family(name.head)


def _last(register: Register, memory: Memory, passage: Passage, name: InstrumentName) -> Seen | None:
    """The mention that a back-reference takes up."""
    words = content_words(name.subject)
    wanted = frozenset() if is_generic(words) else words
    group = group_of(name.kind)
    if name.head in _ANY or (name.kind == "other" and not name.number):
        near = [s for s in memory.everything[-12:] if s.passage >= passage.index - 1]
        return near[-1] if near else (memory.everything[-1] if memory.everything else None)
    pool = [s for s in memory.groups.get(group, [])[-60:] if _fits(register, s, name, wanted)]
    exact = pool if group in _ONE_HEAD else [s for s in pool if _head(s.name) == _head(name)]
    if words & _EARLIER and len({s.instrument for s in exact}) > 1:
        last = exact[-1].instrument
        return next(s for s in reversed(exact) if s.instrument != last)
    if words and not wanted:  # "the |National| Programme" is the last one so called, if one is
        exact = [s for s in exact if _is_called(register, s, words)] or exact
    local = [s for s in exact if s.passage >= passage.index - 1]
    if local:
        return local[-1]
    if _head(name) in memory.defined and not wanted:
        return memory.defined[_head(name)]
    if exact:
        return exact[-1]
    near = [s for s in pool if s.passage >= passage.index - 1 and not _otherwise_called(s.name, name)]
    near = [] if group == "soft-law" else near  # guidelines are no declaration
    # "… developed the draft National Building Code. |The Code| contains sections which promote access"
    drafts = [s for s in memory.groups.get("bill", [])[-20:] if s.passage >= passage.index - 1]
    near = near or [s for s in drafts if not wanted and head_family(s.name.head) == head_family(name.head)]
    return near[-1] if near else None


def _otherwise_called(first: InstrumentName, second: InstrumentName) -> bool:
    """Whether two treaties are called by words that are not exchanged: a "Covenant" is no "Convention"."""
    return first.kind == second.kind == "treaty" and {_head(first), _head(second)} >= {"covenant", "convention"}


def _is_called(register: Register, seen: Seen, words: frozenset[str]) -> bool:
    """Whether a mention's instrument has these words in one of its wordings."""
    wordings = islice(register.at(seen.instrument).wordings, _MOST_WORDINGS)
    return any(words <= content_words(w.text) for w in wordings)


def _fits(register: Register, seen: Seen, name: InstrumentName, wanted: frozenset[str]) -> bool:
    """Whether a mention can be what a back-reference with these words and date means: "the 2003 Act"."""
    instrument = register.at(seen.instrument)
    if wanted and not _is_called(register, seen, wanted):
        return False
    if name.number and name.number != instrument.number:
        return False
    return not (name.date and instrument.date and not instrument.date.startswith(name.date))
