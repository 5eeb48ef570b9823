"""From instrument mentions to instruments: full names first, then what refers back to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from treatygraph.recognition.instruments.names import read_name
from treatygraph.report import InstrumentName, Mention
from treatygraph.resolution.aliases import Initialisms, find_appositions, is_acronym
from treatygraph.resolution.comments import general_comment
from treatygraph.resolution.contradictions import of_two_parts
from treatygraph.resolution.gazettes import gazette_behind, part_of_state
from treatygraph.resolution.identity import Register
from treatygraph.resolution.likeness import join_alike
from treatygraph.resolution.notes import numbers_at_marks
from treatygraph.resolution.parts import Part, has_own_laws, is_of_the_whole, parts_of_names
from treatygraph.resolution.passages import Discourse
from treatygraph.resolution.readings import Reading, is_nameless
from treatygraph.resolution.references import Reference
from treatygraph.resolution.side_by_side import (
    join_nested,
    join_number,
    join_side_by_side,
    read_amended,
    read_number_behind,
)
from treatygraph.resolution.sightings import Sightings
from treatygraph.resolution.surroundings import is_any, is_of_the_act, numeral_before, title_behind
from treatygraph.resolution.treaties import find_treaty, reported_treaty
from treatygraph.resolution.versions import (
    OLDER,
    earlier_version,
    is_amended_before,
    is_of_another_subject,
    is_of_two_periods,
    is_one_to_come,
    replaced_by,
    year_if_newer,
)
from treatygraph.resolution.wordings import Instrument, Wording, group_of


def identify(
    discourse: Discourse, reading: Reading, short_forms: Mapping[str, str]
) -> tuple[Register, dict[int, Reference]]:
    """Place every full name; the names that tell most come first, so that the others find them."""
    treaty = reported_treaty(discourse.report.treaty)
    register = Register(discourse.report.state, short_forms, treaty.name if treaty else None)
    references: dict[int, Reference] = {}
    full = [i for i in reading.names if i not in reading.back and i not in reading.depends]
    short = [i for i in full if is_acronym(discourse.mentions[i].text) and not reading.names[i].head]
    wordings = {i: _wording(discourse, reading, i, short_forms) for i in full}
    replaced = replaced_by(discourse, reading)
    national = [i for i in full if wordings[i].known is None]
    parts = parts_of_names(discourse, reading.names, national) | _published(discourse, national)
    for i in _in_order(discourse, set(full) - set(short), wordings, replaced, parts):
        # Two mentions of "the Decree of the President" without number, date or title are seldom one decree.
        known = earlier_version(register, wordings[i])
        if known is None:
            apart = _is_alone(discourse, discourse.mentions[i], reading.names[i])
            known = register.enter(wordings[i]) if apart else _placed(register, wordings[i], parts.get(i))
            known = known if apart else _or_another(discourse, register, wordings[i], i, known)
            old = references.get(replaced[i]) if i in replaced else None
            year = None if apart else year_if_newer(discourse, i, reading.names[i], known)
            if year or (old is not None and old.instrument == known.key):
                known = register.renew(wordings[i])
                known.date = year or known.date
        references[i] = Reference(known.key, "name", 1.0)
    appositions = find_appositions(discourse, "instrument")
    names = Initialisms()
    for known in register if short else ():
        _spell_out(names, known)
    for i in short:
        instrument, rule, confidence = _place_short(register, wordings[i], short_forms, names)
        references[i] = Reference(instrument.key, rule, confidence)
    read_number_behind(discourse, reading, references)
    join_side_by_side(discourse, reading, register, references, appositions)
    join_nested(discourse, reading, register, references)
    read_amended(discourse, full, references)
    for pair in numbers_at_marks(discourse, reading.names):
        if pair.first in references and pair.second in references:
            join_number(register, references, pair)
    sightings = Sightings(discourse, register, {i: reference.instrument for i, reference in references.items()})
    join_alike(register, sightings.apart)
    depending: dict[tuple[int, str], int] = {}
    for i in sorted(reading.depends, reverse=True):
        references[i] = _place_part(discourse, reading, register, references, depending, i)
    return register, references


def _is_alone(discourse: Discourse, mention: Mention, name: InstrumentName) -> bool:
    """Whether a name does not say which instrument it means, so that two of them are seldom one."""
    text = discourse.passage(mention).unit.text
    return is_nameless(name) or is_of_the_act(mention, name) or is_any(text, mention, name)


def _or_another(discourse: Discourse, register: Register, wording: Wording, i: int, known: Instrument) -> Instrument:
    """The one known by a name, or another where the text makes it one before or after that, or about another thing."""
    alone = is_one_to_come(discourse, i, wording.name, known) or is_of_two_periods(discourse, i, wording.name)
    other = is_amended_before(discourse, i, wording.name, known)
    if alone or other or is_of_another_subject(discourse, i, wording.name, known):
        known = register.enter(wording)
        known.alone = alone
    return known


def _in_order(
    discourse: Discourse,
    names: Iterable[int],
    wordings: Mapping[int, Wording],
    replaced: Mapping[int, int],
    parts: Mapping[int, Part],
) -> list[int]:
    """Names in the order in which they are placed: those that tell most, of the whole State, of a part, the others."""
    state = discourse.report.state

    def rank(i: int) -> tuple[int, bool, bool, bool, int]:
        whole = bool(parts) and wordings[i].known is None and is_of_the_whole(discourse.mentions[i].text, state)
        return -_exactness(wordings[i]), i not in replaced, not whole, i not in parts, i

    return sorted(names, key=rank)


def _published(discourse: Discourse, full: Iterable[int]) -> dict[int, Part]:
    """The part of the State in whose gazette a law is published, for the names before a gazette of one."""
    found = {}
    for i in full:
        mention = discourse.mentions[i]
        gazette = gazette_behind(discourse.passage(mention).unit.text, mention.end)
        place = part_of_state(gazette.place, discourse.report.state) if gazette and gazette.place else None
        if place is not None:
            found[i] = Part(place, "name")
    return found


def _placed(register: Register, wording: Wording, part: Part | None) -> Instrument:
    """The instrument of a name; of laws of one name each part of the State has its own, by gazette or sentence.

    "The |Family Law| (the Official Gazette of the Republika Srpska, No. 54/02), …" beside a Family Law of the FBH
    """
    if part is None and not register.parted:
        return register.place(wording)
    alike = register.alike(wording)
    if part is None and not any(x.parts for x in alike):
        return register.place(wording)
    own = [x for x in alike if any(is_of_the_whole(w.text, register.state) for w in x.wordings)]
    if part is not None and own and part.told_by != "name" and not has_own_laws(register.state, part.name):
        return register.take(own[0], wording)
    named = register.new(wording)
    named.parts = {part.name} if part else set()
    alike = [x for x in alike if not of_two_parts(x, named) and not (part and x in own)]
    if part is None and len({tuple(x.parts) for x in alike}) > 1:
        alike = [x for x in alike if not x.parts]
    known = min(alike, key=lambda x: x.parts != named.parts, default=None)
    known = register.renew(wording) if known is None else register.take(known, wording)
    known.parts |= named.parts
    register.parted = register.parted or bool(known.parts)
    return known


def _wording(discourse: Discourse, reading: Reading, i: int, short_forms: Mapping[str, str]) -> Wording:
    mention, name = discourse.mentions[i], reading.names[i]
    text, unit = mention.text, discourse.passage(mention).unit
    older = OLDER.match(name.subject)
    if older and not OLDER.match(text):
        text = f"{older[0].strip()} {text}"
    if (numeral := numeral_before(unit.text, mention, name)) is not None:
        text = f"{numeral} {text}"
    text += title_behind(unit.text, mention, mention.name or name)
    known = None if is_any(unit.text, mention, name) else find_treaty(text, name)
    known = known or general_comment(unit.text, mention.start, mention.end, name, discourse.report.treaty)
    return Wording(text, name, known)


def _exactness(wording: Wording) -> int:
    name = wording.name
    date = len(name.date or "") if name.date and "/" not in name.date else 0
    return (20 if wording.known else 0) + (10 if name.number else 0) + date + (3 if name.subject else 0)


def _spell_out(names: Initialisms, instrument: Instrument) -> None:
    """Find an instrument by the initials of its names: "PWDA", "CRPD"."""
    for wording in instrument.wordings:
        if len(wording.text.split()) > 1:
            names.add(wording.text, instrument.key)


def _place_short(
    register: Register, wording: Wording, short_forms: Mapping[str, str], names: Initialisms
) -> tuple[Instrument, str, float]:
    """An acronym: what the report's abbreviations spell out, or the one instrument whose initials it has."""
    text = wording.text.strip(" .’'")
    if wording.known:
        return register.place(wording), "known treaty", 0.95
    defined = register.under(text)
    if defined is not None:
        return defined, "defined short name", 0.95
    if text in short_forms:
        long = short_forms[text]
        name = read_name(long)
        if name.head:
            instrument = register.place(Wording(long, name, find_treaty(long, name)))
            register.add(instrument, wording)
            names.add(long, instrument.key)
            return instrument, "abbreviation", 0.95
    matching = {register.at(key).key for key in names.spelled(text)}
    if len(matching) == 1:
        instrument = register.at(matching.pop())
        register.add(instrument, wording)
        return instrument, "initials", 0.8
    return register.place(wording), "name", 0.6


def _place_part(
    discourse: Discourse,
    reading: Reading,
    register: Register,
    references: dict[int, Reference],
    parts: dict[tuple[int, str], int],
    i: int,
) -> Reference:
    """A plan or rules of another instrument: one for each pair of head and instrument, kept in `parts`."""
    whole = references.get(reading.depends[i])
    wording = Wording(discourse.mentions[i].text, reading.names[i])
    named = _named_behind(discourse, reading, reading.depends[i])
    if named in references and group_of(reading.names[i].kind) == "regulation":
        return Reference(references[named].instrument, "named in brackets", 0.8)
    if whole is None:
        return Reference(register.enter(wording).key, "name", 0.6)
    key = register.at(whole.instrument).key, wording.name.head
    if key not in parts:
        instrument = register.enter(wording)
        instrument.part_of = key[0]
        parts[key] = instrument.key
    return Reference(parts[key], "part of another", 0.8)


def _named_behind(discourse: Discourse, reading: Reading, whole: int) -> int:
    """The decree in brackets that rules are: "implementing regulations for the |Building Code| (|Decree No. 99|)"."""
    following = whole + 1
    while following < len(discourse.mentions) and following not in reading.names:
        following += 1
    if following == len(discourse.mentions) or group_of(reading.names[following].kind) != "executive":
        return -1
    first, second = discourse.mentions[whole], discourse.mentions[following]
    text = discourse.passage(first).unit.text
    beside = first.unit == second.unit and text[first.end : second.start] == " (" and text[second.end :][:1] == ")"
    return following if beside else -1
