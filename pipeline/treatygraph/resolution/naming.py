"""The ids of entities: the last segment of an IRI, a function of what the report says of the entity as a whole.

Only letters, digits, "_" and "-" occur; "_" separates fields. A core treaty has its abbreviation ("CRPD"); a numbered
instrument owner, kind, date and number ("KAZ_order_2011-09-12_83"); a code or constitution owner, kind, name and
date ("KAZ_code_criminal-code_1997-07-16"); another instrument owner, kind, date and the first content words of its
longest title; a text approved by another instrument that one's id and its own kind ("…_83_instructions"); an agency its
owner and name ("KAZ_procurator-general").
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from treatygraph.recognition.grammar.states import state_code, state_pattern
from treatygraph.report import InstrumentName
from treatygraph.resolution.agencies import Agency
from treatygraph.resolution.subjects import read_lexicon, without_state
from treatygraph.resolution.treaties import entity_id
from treatygraph.resolution.wordings import INTERNATIONAL, Instrument

UNKNOWN_STATE = "ZZZ"
# Treaty bodies that are not the United Nations': the European Committee for the Prevention of Torture, GRETA.
_OF_THE_COUNCIL_OF_EUROPE = ("European ", "Group of Experts ")
_TITLE_WORDS = 4
_NAME_WORDS = 6


def slug(text: str) -> str:
    """Words joined by hyphens, without accents and signs: "Children’s Act" → "childrens-act"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    plain = re.sub(
        r"['’]", "", unicodedata.normalize("NFKD", text.replace("’", "")).encode("ascii", "ignore").decode() or plain
    )
    return "-".join(re.findall(r"[a-z0-9]+", plain.casefold()))


def title_slug(title: str, count: int = _TITLE_WORDS) -> str:
    """The first content words of a title: "Personal Data and Personal Data Protection" → "personal-data-protection"."""
    table = read_lexicon("subjects")["words"]
    empty = {*table["empty"], *table["unnamed"]}
    found: list[str] = []
    all_words = slug(title).split("-")
    for word in all_words:
        if word and word not in empty and word not in found:
            found.append(word)
    chosen = found or [word for word in all_words if word]
    return "-".join(chosen[:count])


def name_instruments(instruments: Sequence[Instrument]) -> dict[int, str]:
    """An id for each instrument key; where two would be equal the later one takes "-2"."""
    texts = Counter((_parent(instrument), instrument.kind) for instrument in instruments)
    ids: dict[int, str] = {}
    taken: dict[str, int] = {}
    for instrument in sorted(instruments, key=lambda x: (x.approved_by is not None or x.part_of is not None, x.key)):
        wanted = _instrument_id(instrument, texts, ids)
        taken[wanted] = taken.get(wanted, 0) + 1
        ids[instrument.key] = wanted if taken[wanted] == 1 else f"{wanted}-{taken[wanted]}"
    return ids


def abstract_id(instrument: Instrument) -> str | None:
    """The id of the work without a date, of which a dated code or constitution is a version; else None."""
    if instrument.kind not in {"code", "constitution"} or not _date(instrument):
        return None
    return _segments(_owner(instrument), instrument.kind, _name_slug(instrument))


def name_agencies(agencies: Sequence[Agency]) -> dict[int, str]:
    """An id for each agency key, its owner and its name."""
    ids: dict[int, str] = {}
    taken: dict[str, int] = {}
    for agency in agencies:
        treaty_body = agency.kind == "treaty-body" and not agency.canonical.startswith(_OF_THE_COUNCIL_OF_EUROPE)
        wanted = _body_id(agency.canonical, "UN" if treaty_body else agency.owner or UNKNOWN_STATE)
        taken[wanted] = taken.get(wanted, 0) + 1
        ids[agency.key] = wanted if taken[wanted] == 1 else f"{wanted}-{taken[wanted]}"
    return ids


def known_body_id(name: str) -> str:
    """The id of an international body by the name that stands for it: "Security Council"."""
    return _body_id(name, INTERNATIONAL)


def _body_id(name: str, owner: str) -> str:
    return _segments("UN" if name.startswith("United Nations ") else owner, slug(name) or "body")


def longest_title(instrument: Instrument) -> InstrumentName:
    """The name with the longest title; of equals the first."""
    return max((w.name for w in instrument.wordings), key=lambda name: len(name.subject))


def _parent(instrument: Instrument) -> int | None:
    """The instrument on which a text hangs: rules on what approves them, a plan on the programme it carries out."""
    if instrument.approved_by is not None and instrument.group == "regulation":
        return instrument.approved_by
    return instrument.part_of


def _instrument_id(instrument: Instrument, texts: Counter[tuple[int | None, str]], ids: Mapping[int, str]) -> str:
    known = instrument.known
    if known:
        return entity_id(known)
    owner, kind, date = _owner(instrument), instrument.kind, _date(instrument)
    parent = _parent(instrument)
    if parent is not None and parent in ids and not instrument.number:
        alone = texts[parent, kind] == 1 and kind != "programme"
        return _segments(ids[parent], kind if alone else _short(instrument))
    if instrument.unresolved:
        return _segments(owner, kind, "unresolved")
    if kind in {"code", "constitution"}:
        return _segments(owner, kind, _name_slug(instrument), date)
    if instrument.number:
        return _segments(owner, kind, date, slug(instrument.number))
    title = title_slug(without_state(longest_title(instrument).subject, instrument.owner))
    amending = "amending" if instrument.wording.name.amending and title else ""
    marked = "-".join(part for part in (amending, title) if part)
    if kind in {"programme", "treaty", "protocol", "soft-law", "bill"} or not date:
        return _segments(owner, kind, marked or _short(instrument), date)
    return _segments(owner, kind, date, marked)


def _short(instrument: Instrument) -> str:
    """The kind and, where several texts of one kind may hang on an instrument, the first words of the title."""
    title = title_slug(longest_title(instrument).subject, 3)
    head = slug(instrument.wording.name.head or instrument.wording.text)
    return "-".join(part for part in (slug(instrument.kind) if instrument.kind != "programme" else head, title) if part)


def _owner(instrument: Instrument) -> str:
    if instrument.owner == INTERNATIONAL and instrument.kind in {"agreement", "treaty"} and not instrument.known:
        title = longest_title(instrument).subject
        if re.match(r"(?i)between\b", title):
            codes = sorted(
                {code for found in re.finditer(state_pattern(), title) if (code := state_code(found.group()))}
            )
            if len(codes) > 1:
                return "-".join(codes)
    return instrument.owner or UNKNOWN_STATE


def _date(instrument: Instrument) -> str:
    return (instrument.date or "").replace("/", "-")


def _name_slug(instrument: Instrument) -> str:
    """A code's name as the report first gives it, with its head: "criminal-code", "code-of-criminal-procedure"."""
    if instrument.kind == "constitution":
        return ""
    named = [w for w in instrument.wordings if w.name.kind == "code"] or instrument.wordings
    subject, head = without_state(named[0].name.subject, instrument.owner), named[0].name.head or "code"
    opens = re.match(rf"(?:\W|the )*{re.escape(head)}\b", named[0].text, re.IGNORECASE)
    words = slug(subject).split("-")[:_NAME_WORDS]
    return "-".join((slug(head), "of", *words)) if opens else "-".join((*words, slug(head)))


def _segments(*parts: str) -> str:
    return "_".join(part for part in (re.sub(r"[^A-Za-z0-9_-]", "-", part) for part in parts) if part)
