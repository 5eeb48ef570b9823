"""The order of resolution: names, instruments, back-references, provisions, bodies, statements, ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from treatygraph.rates import rate
from treatygraph.recognition.agencies.words import plural_heads
from treatygraph.report import Annotated, Entity, Mention, Relation
from treatygraph.resolution.agencies import Agency, AgencyReference, AgencyRegister, identify_agencies
from treatygraph.resolution.aliases import abbreviations, is_acronym
from treatygraph.resolution.backreferences import resolve_back_references
from treatygraph.resolution.identity import Register
from treatygraph.resolution.instruments import identify
from treatygraph.resolution.naming import abstract_id, name_agencies, name_instruments
from treatygraph.resolution.nearness import join_approved, join_dated, join_near
from treatygraph.resolution.passages import Discourse, read_discourse
from treatygraph.resolution.provisions import place_provisions
from treatygraph.resolution.readings import read_names
from treatygraph.resolution.references import Reference
from treatygraph.resolution.scenes import Cast, Statement
from treatygraph.resolution.sightings import Sightings
from treatygraph.resolution.statements import find_statements
from treatygraph.resolution.subjects import dates_agree
from treatygraph.resolution.titles import names_to_show, title_of
from treatygraph.resolution.treaties import KnownTreaty
from treatygraph.resolution.wordings import INTERNATIONAL, Instrument


def resolve(annotated: Annotated) -> Annotated:
    """Find who is who: the entity of every mention, the entities under all their names, and the relations stated.

    Takes a report with mentions and returns it with `entity`, `antecedent`, `resolved_by` and `confidence` on each
    instrument, provision and agency mention, with `entities` sorted by type and id, and `relations` in reading order.
    Dates denote nothing. A back-reference that finds nothing denotes an entity with "unresolved" in its id. The time
    grows with the number of mentions.
    """
    discourse = read_discourse(annotated)
    short_forms = abbreviations(annotated.report, discourse)
    reading = read_names(discourse)
    register, references = identify(discourse, reading, short_forms)
    full = {i: reference.instrument for i, reference in references.items() if i not in reading.back}
    sightings = Sightings(discourse, register, full)
    join_near(sightings)
    references = resolve_back_references(discourse, reading, register, references)
    provisions = place_provisions(discourse, register, references)
    agencies = AgencyRegister(annotated.report.state, short_forms)
    bodies = identify_agencies(discourse, agencies)
    statements = find_statements(Cast(discourse, reading, register, references, agencies, bodies))
    join_approved(sightings, statements)
    join_dated(sightings)
    statements = _each_once(statements, register)
    denoted = {register.at(r.instrument).key for r in (*references.values(), *provisions.values())}
    denoted |= {register.at(int(s.object)).key for s in statements if s.thing == "instrument"}
    instruments = [x for x in register if x.key in denoted]
    ids = _Ids(register, agencies, name_instruments(instruments), name_agencies(list(agencies)))
    vague = {agencies.at(body.agency).key for body in bodies.values() if body.rule == "unresolved"}
    vague -= {agencies.at(body.agency).key for body in bodies.values() if body.rule != "unresolved"}
    shown = names_to_show(instruments)
    entities = [_instrument(x, shown[x.key], ids) for x in instruments]
    entities += [_agency(a, ids, a.key in vague) for a in agencies]
    return replace(
        annotated,
        mentions=_mentions(discourse, ids, {**references, **provisions}, bodies),
        entities=tuple(sorted(entities, key=lambda entity: (entity.type, entity.id))),
        relations=tuple(_relation(s, discourse, ids) for s in statements),
    )


def _each_once(statements: Sequence[Statement], register: Register) -> list[Statement]:
    """The statements, each once now that instruments became one; none of a thing about itself."""
    found: dict[tuple[object, ...], Statement] = {}
    for statement in statements:
        subject, thing = statement.subject, statement.object
        if statement.subject_thing == "instrument":
            subject = register.at(subject).key
        if statement.thing == "instrument":
            thing = register.at(int(thing)).key
        if statement.thing != statement.subject_thing or subject != thing:
            key = (
                statement.unit,
                statement.subject_thing,
                subject,
                statement.predicate,
                statement.thing,
                thing,
                statement.path if statement.thing == "state" else (),
            )
            found.setdefault(key, statement)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Ids:
    """The ids of instruments and agencies, by the key of what they were merged into."""

    register: Register
    agencies: AgencyRegister
    by_instrument: dict[int, str]
    by_agency: dict[int, str]

    def instrument(self, key: int) -> str:
        return self.by_instrument[self.register.at(key).key]

    def agency(self, key: int) -> str:
        return self.by_agency[self.agencies.at(key).key]


def _mentions(
    discourse: Discourse, ids: _Ids, references: dict[int, Reference], bodies: dict[int, AgencyReference]
) -> tuple[Mention, ...]:
    resolved: list[Mention] = []
    for i, mention in enumerate(discourse.mentions):
        if i in references:
            reference = references[i]
            entity, rule, confidence = ids.instrument(reference.instrument), reference.rule, reference.confidence
        elif i in bodies:
            body = bodies[i]
            entity, rule, confidence = ids.agency(body.agency), body.rule, body.confidence
        else:
            resolved.append(mention)
            continue
        back = references[i] if i in references and mention.type == "instrument" else bodies.get(i)
        antecedent = discourse.mentions[back.antecedent] if back and back.antecedent is not None else None
        resolved.append(
            replace(
                mention,
                entity=entity,
                resolved_by=rule,
                confidence=round(mention.confidence * rate(f"{mention.type} denotes", rule, confidence), 3),
                anaphor=back.anaphor if back else mention.anaphor,
                antecedent=(antecedent.unit, antecedent.start, antecedent.end) if antecedent else None,
            )
        )
    return tuple(resolved)


def _instrument(instrument: Instrument, name: str, ids: _Ids) -> Entity:
    listed = instrument.known if instrument.known and instrument.known.listed else None
    texts = list(dict.fromkeys(w.text for w in instrument.wordings))
    international = instrument.owner == INTERNATIONAL
    return Entity(
        id=ids.instrument(instrument.key),
        type="instrument",
        name=name,
        kind=instrument.kind,
        level="international" if international else "national",
        number=listed.number if listed else instrument.number,
        date=_known_date(instrument, listed) if listed else instrument.date,
        issuer=None if listed or instrument.issuer is None else ids.agency(instrument.issuer),
        aliases=tuple(text for text in texts if text != name),
        state=None if international else instrument.owner,
        title=title_of((name, *sorted((text for text in texts if text != name), key=len, reverse=True))),
        amending=any(w.name.amending for w in instrument.wordings),
        member_of=abstract_id(instrument),
        confidence=0.2 if instrument.unresolved else 1.0,
        period=instrument.period,
        part=None if international else instrument.part,
    )


def _known_date(instrument: Instrument, known: KnownTreaty) -> str | None:
    """The date of a known instrument, as exact as the report prints it; no other date that stands beside its name.

    "the Slavery Convention of |1926|" is that of 25 September 1926; "the Istanbul Convention (|19 December 2014|)" is
    dated by its ratification there.
    """
    printed, adopted = instrument.date or known.adopted, known.adopted
    return printed if adopted and dates_agree(printed, adopted) else adopted


def _agency(agency: Agency, ids: _Ids, vague: bool) -> Entity:
    texts = list(dict.fromkeys(agency.texts)) or [agency.canonical]
    own = [text for text in texts if text.split()[0].lower() not in plural_heads()] or [agency.canonical]
    english = [text for text in own if text not in agency.abroad and not is_acronym(text)] or own
    name = (
        agency.canonical
        if agency.level == "international"
        else max(english, key=lambda text: (len(text), sum(map(str.isupper, text))))
    )
    return Entity(
        id=ids.agency(agency.key),
        type="agency",
        name=name,
        kind=agency.kind,
        level=agency.level,
        aliases=tuple(text for text in texts if text != name),
        state=None if agency.level == "international" else agency.owner,
        confidence=0.2 if vague else 1.0,
    )


def _relation(statement: Statement, discourse: Discourse, ids: _Ids) -> Relation:
    if statement.thing == "state":
        target = str(statement.object)
    elif statement.thing == "agency":
        target = ids.agency(int(statement.object))
    else:
        target = ids.instrument(int(statement.object))
    mentions = [discourse.mentions[i] for i in statement.evidence]
    of_body = statement.subject_thing == "agency"
    return Relation(
        unit=statement.unit,
        subject=ids.agency(statement.subject) if of_body else ids.instrument(statement.subject),
        predicate=statement.predicate,
        object=target,
        date=statement.date,
        evidence=tuple((m.type, m.start, m.end) for m in mentions),
        object_path=statement.path,
        rule=statement.rule,
        confidence=rate(statement.predicate, statement.rule, statement.confidence),
    )
