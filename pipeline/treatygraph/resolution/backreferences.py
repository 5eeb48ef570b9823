"""What "the Act", "this Programme", "the latter instrument" and "the Convention" stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from treatygraph.recognition.grammar.lexicon import singular, words
from treatygraph.recognition.instruments.names import read_name
from treatygraph.recognition.notes import NOTE_BEFORE
from treatygraph.report import InstrumentName
from treatygraph.resolution.aliases import find_appositions
from treatygraph.resolution.amended import amended_with_head
from treatygraph.resolution.identity import Register
from treatygraph.resolution.memory import Memory, Seen
from treatygraph.resolution.notes import in_another_item, law_quoted, opens_with_this
from treatygraph.resolution.passages import Discourse, Passage, is_amender, is_approver, is_ended
from treatygraph.resolution.readings import Reading, is_bare_protocol
from treatygraph.resolution.references import Reference
from treatygraph.resolution.subjects import content_words, is_generic
from treatygraph.resolution.treaties import (
    KnownTreaty,
    optional_protocol,
    ordinal_of,
    parent_treaty,
    reported_treaty,
    treaty_head,
    treaty_of_second_protocol,
)
from treatygraph.resolution.wordings import INTERNATIONAL, Instrument, Wording, group_of, head_family

# Heads that may stand for an instrument of any kind: "the latter instrument", "the preamble to the text".
_ANY = frozenset({"instrument", "text", "document", "latter", "former", "legislation", ""})
# Groups in which translators vary the head: "that law" for an Act.
_ONE_HEAD = frozenset({"act", "code", "constitution", "bill"})
_DEMONSTRATIVE = re.compile(
    r"\b(?:this|that|these|those|said|same|latter|aforementioned|above-mentioned)\s+$", re.IGNORECASE
)
_HERE = frozenset({"this", "these"})
_POINTED = 3  # units that "that Convention" goes back
# "the Convention on the Rights of Persons with Disabilities |and its| Optional Protocol"
_AND_ITS = re.compile(r"[”\"]?(?: \([^()]*\))?,? (?:and|with|as well as)(?: (?:its|the|their))?(?: [Ff]irst)? ?")
_OF_IT = re.compile(r"\b(?:its|their)\b")
# "|Second Optional Protocol| to the Covenant", "|Optional Protocol to the Convention|"
_TO_THAT = re.compile(
    r"\b(?:to|of|under) (?:this|that|the said|the same|the) (?P<head>Convention|Covenant)\b(?! (?:on|against)\b)"
)
_TO_REACH = 30  # how far behind the name the treaty stands that a protocol adds to, in code points
_IMPLEMENTING = frozenset(singular().get(head, head) for head in words("instruments", "names", "implementing")) | words(
    "instruments", "names", "implementing"
)
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
_EARLIER = frozenset({"earlier", "previous", "preceding", "former"})
_CONFIDENT, _FAR = 0.9, 0.6
_LAST_FEW = 4  # mentions back in which an amending instrument is looked for
_MOST_WORDINGS = 100  # of one instrument, in which a back-reference's words are looked for
_WORD_BEFORE = 40  # how far before a name a demonstrative is looked for, in code points
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
    for instrument in register:
        if instrument.part_of is not None and instrument.wording.name.head in _IMPLEMENTING:
            memory.implementing.setdefault(register.at(instrument.part_of).key, instrument.key)
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
    own = _own_convention(treaty)
    if own and _head(name) == treaty_head(own) and is_generic(content_words(name.subject)):
        return _convention(discourse, register, memory, passage, i, own)
    if is_bare_protocol(name):
        protocol = _protocol(discourse, register, memory, passage, i, treaty)
        if protocol is not None:
            return protocol
        if "optional" in content_words(name.subject):
            return _unresolved(register, Wording(mention.text, name))
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
        return _unresolved(register, Wording(mention.text, name))
    distance = passage.index - found.passage
    unresolved = register.at(found.instrument).unresolved
    return Reference(
        register.at(found.instrument).key,
        "unresolved" if unresolved else "last of its kind",
        0.2 if unresolved else _CONFIDENT if distance <= 2 else _FAR if distance <= _NEAR else 0.4,
        found.index,
        True,
    )


def _unresolved(register: Register, wording: Wording) -> Reference:
    instrument = register.enter(wording)
    instrument.unresolved = True
    return Reference(instrument.key, "unresolved", 0.2, None, True)


def _own_convention(treaty: KnownTreaty | None) -> KnownTreaty | None:
    """The treaty that "the Convention" means in a report: the one reported on, or what a reported protocol adds to."""
    return parent_treaty(treaty) or treaty if treaty else None


def _told_by_text(
    discourse: Discourse, register: Register, memory: Memory, passage: Passage, i: int, wording: Wording
) -> Reference | None:
    """What the words around a back-reference tell: it is the bill that is quoted, or another's own rules."""
    mention, text = discourse.mentions[i], passage.unit.text
    law = law_quoted(discourse, memory, passage, i, wording.name)
    if law is not None:
        return Reference(register.at(law.instrument).key, "last of its kind", 0.8, law.index, True)
    before = _last(register, memory, passage, wording.name) if opens_with_this(passage, mention) else None
    if before is not None and in_another_item(discourse, passage, before):
        return _unresolved(register, wording)
    if _OF_WHICH.match(text, mention.end) and not (wording.name.subject or wording.name.number):
        return _unresolved(register, wording)
    if content_words(wording.name.subject) & _EARLIER and is_ended(text, mention.start):
        return _unresolved(register, wording)  # "Proclamation No. 4 repealed |the earlier law|" is one without a name
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


def _told_by_form(register: Register, memory: Memory, passage: Passage, wording: Wording) -> Reference | None:
    """What a back-reference that is told by its form means: "the 2006 Act", "the implementing regulations"."""
    name = wording.name
    if _is_by_year(name, wording.text):
        return _of_year(register, memory, wording)
    if name.head in _IMPLEMENTING and not (name.subject or name.number or name.date):
        return _implementing(register, memory, passage, wording)
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


def _implementing(register: Register, memory: Memory, passage: Passage, wording: Wording) -> Reference | None:
    """What "the implementing regulations" are: those named last, else those of the law named last."""
    rules = [s for s in memory.groups.get(group_of(wording.name.kind), [])[-20:] if s.name.head in _IMPLEMENTING]
    laws = [s for group in ("act", "code") for s in memory.groups.get(group, [])[-1:]]
    law = max(laws, key=lambda seen: seen.index, default=None)
    if rules and rules[-1].passage >= passage.index - 1 and (law is None or rules[-1].index > law.index):
        return Reference(register.at(rules[-1].instrument).key, "last of its kind", 0.8, rules[-1].index, True)
    if law is None:
        return None
    parent = register.at(law.instrument).key
    if parent not in memory.implementing:
        instrument = register.enter(wording)
        instrument.part_of = parent
        memory.implementing[parent] = instrument.key
    key = register.at(memory.implementing[parent]).key
    return Reference(key, "implementing the last law", 0.6)  # a name of its own: the law is not what it refers back to


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


def _convention(
    discourse: Discourse, register: Register, memory: Memory, passage: Passage, i: int, treaty: KnownTreaty
) -> Reference:
    """What "the Convention" means: the treaty reported on, or the one other treaty named here or a unit before.

    "That Convention" points further back: "adopted the Convention against Torture", two units on "articles 1 and 4 of
    that Convention".
    """
    mention = discourse.mentions[i]
    own = treaty_instrument(register, treaty)
    pointed = _DEMONSTRATIVE.search(passage.unit.text, max(0, mention.start - _WORD_BEFORE), mention.start)
    reach = _POINTED if pointed and pointed[0].strip().casefold() not in _HERE else 1
    near = [
        s
        for s in memory.groups.get("treaty", [])[-20:]
        if s.passage >= passage.index - reach and head_family(s.name.head) == treaty_head(treaty)
    ]
    others = [s for s in near if s.instrument != own.key]
    last = near[-1] if near else None
    if last is None or last.instrument == own.key:
        return Reference(own.key, "reported treaty", 0.9)
    here = [s for s in others if s.passage == passage.index]
    several = len({s.instrument for s in (here or others)}) > 1
    articles = _articles(discourse, passage, i)
    other = register.at(last.instrument)
    beyond = (
        other.known is not None and other.known.articles is not None and any(a > other.known.articles for a in articles)
    )
    own_article = any(str(a) in passage.unit.convention_articles for a in articles)
    if not pointed and (several or beyond or own_article):
        return Reference(own.key, "reported treaty", 0.6)
    return Reference(other.key, "newer treaty name", 0.8, last.index, True)


def _protocol(
    discourse: Discourse, register: Register, memory: Memory, passage: Passage, i: int, treaty: KnownTreaty | None
) -> Reference | None:
    """What "the Optional Protocol", "the Second Optional Protocol" means.

    That of the treaty it is said to add to; of the treaty just before it ("… |and its|"); a protocol named near; that
    of the treaty named last in the unit; the one reported on or that of the treaty reported on. A treaty with several
    that words do not count ("the Convention on the Rights of the Child and its Optional Protocols") decides nothing.
    """
    mention, text = discourse.mentions[i], passage.unit.text
    ordinal = ordinal_of(text[max(0, mention.start - len("second ")) : mention.end])
    here = [s for s in memory.groups.get("treaty", ())[-10:] if s.passage == passage.index]
    said = _TO_THAT.search(text, mention.start, min(mention.end + _TO_REACH, len(text)))
    if said and said.start() <= mention.end + 1:
        parent = _parent(register, memory, passage, said["head"].casefold(), treaty)
        return _protocol_of(register, parent, ordinal, "protocol of the treaty it adds to", 0.9)
    before = memory.everything[-1:]
    if before and before[0].passage == passage.index:
        known = register.at(before[0].instrument).known
        between = text[discourse.mentions[before[0].index].end : mention.start]
        if known and _AND_ITS.fullmatch(between):
            own = _protocol_of(register, known, ordinal, "protocol of the treaty before", 0.9)
            if treaty and treaty.protocol_to == known.id:
                own = Reference(treaty_instrument(register, treaty).key, "reported treaty", 0.9)
            if own or _OF_IT.search(between):
                return own
    near = [s for s in memory.groups.get("protocol", ())[-10:] if s.passage >= passage.index - 1]
    near = [s for s in near if _may_be(register.at(s.instrument), mention.text, ordinal)]
    if near:
        return Reference(register.at(near[-1].instrument).key, "last of its kind", 0.8, near[-1].index, True)
    last = register.at(here[-1].instrument).known if here else None
    found = _protocol_of(register, last, ordinal, "protocol of the treaty before", 0.7) if last else None
    if found or not treaty or (last and last.id != treaty.id and last.reported):
        return found
    if treaty.protocol_to:
        return Reference(treaty_instrument(register, treaty).key, "reported treaty", 0.9)
    return _protocol_of(register, treaty, ordinal, "protocol of the reported treaty", 0.7) or _protocol_of(
        register, treaty_of_second_protocol(ordinal), ordinal, "the only second protocol", 0.6
    )


def _parent(
    register: Register, memory: Memory, passage: Passage, head: str, treaty: KnownTreaty | None
) -> KnownTreaty | None:
    """The treaty of this head that a protocol adds to: the last one named near, else the one reported on."""
    own = _own_convention(treaty)
    reported = own if own and treaty_head(own) == head else None
    for seen in reversed([s for s in memory.everything[-20:] if s.passage >= passage.index - 1]):
        known = register.at(seen.instrument).known
        # "the Optional Protocol to the CEDAW …; the Optional Protocol to the Convention": the one reported on
        parent = parent_treaty(known) or known if known and not (known.protocol_to and reported) else None
        if parent and treaty_head(parent) == head:
            return parent
    return reported


def _protocol_of(
    register: Register, treaty: KnownTreaty | None, ordinal: int | None, rule: str, confidence: float
) -> Reference | None:
    own = optional_protocol(treaty, ordinal) if treaty else None
    return Reference(_place_known(register, own).key, rule, confidence) if own else None


def _may_be(instrument: Instrument, text: str, ordinal: int | None) -> bool:
    """Whether a protocol named near can be meant: "the Optional Protocol" is not the Istanbul Protocol."""
    known = instrument.known
    if known and ordinal and known.ordinal != ordinal:
        return False
    if "ptional" not in text:
        return known is None or known.kind == "protocol"
    if known:
        return known.optional
    return ordinal is None and any("optional" in content_words(w.name.subject) for w in instrument.wordings)


def _place_known(register: Register, known: KnownTreaty) -> Instrument:
    return register.place(Wording(known.name, read_name(known.name), known))


def treaty_instrument(register: Register, treaty: KnownTreaty) -> Instrument:
    """The instrument of the treaty reported on, whether or not the report spells out its name."""
    return _place_known(register, treaty)


def _articles(discourse: Discourse, passage: Passage, i: int) -> list[int]:
    """The articles that the provision around a mention names: "article 6 of the |Convention|"."""
    mention = discourse.mentions[i]
    provision = passage.row("provision").around(mention.start, mention.end)
    found = []
    for path in discourse.mentions[provision].targets if provision is not None else ():
        unit, _, number = path[0].partition(":") if path else ("", "", "")
        if unit == "art" and number.isdigit():
            found.append(int(number))
    return found
