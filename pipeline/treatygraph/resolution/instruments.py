"""From instrument mentions to instruments: full names first, then what refers back to them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from treatygraph.recognition.grammar.states import state_code
from treatygraph.recognition.instruments.names import read_name
from treatygraph.recognition.instruments.numbers import year_of_number
from treatygraph.report import InstrumentName, Mention
from treatygraph.resolution.aliases import Apposition, Initialisms, find_appositions, is_acronym
from treatygraph.resolution.comments import general_comment, is_general_comment, issuing_body
from treatygraph.resolution.contradictions import compatible, complementary
from treatygraph.resolution.gazettes import gazette_behind, part_of_state
from treatygraph.resolution.identity import Register
from treatygraph.resolution.likeness import join_alike
from treatygraph.resolution.notes import numbers_at_marks
from treatygraph.resolution.passages import Discourse, Passage
from treatygraph.resolution.sightings import Sightings
from treatygraph.resolution.subjects import content_words, is_generic
from treatygraph.resolution.surroundings import (
    is_of_the_act,
    joined_behind,
    made_abroad,
    numbered_before,
    numbered_behind,
    numeral_before,
    of_a_reservation,
    older_version,
    period_behind,
    title_behind,
    union_number_behind,
    without_later_year,
)
from treatygraph.resolution.treaties import find_treaty, reported_treaty, whole_name_at
from treatygraph.resolution.wordings import Instrument, Wording, group_of

# "Action Plan for implementation of the Program", "Action Plan of the “State Program …”": a text of another instrument.
_DEPENDS = re.compile(
    r"[”\"]? (?:of|for|to|on|under)(?: the)?"
    r"(?: (?:full |effective )?(?:implementation|implementing|execution|application|enforcement|realization)"
    r"(?: of)?)?(?: the)?(?: said)? ?[“\"]?"
)


_BARE_PROTOCOL = frozenset({"optional", "convention", "covenant", "thereto", "first", "second", "third"})
# "Act Introducing Pilots (|Gesetz zur Einführung von Lotsen|) of 22 December 2008"
_GLOSSED = re.compile(r" ?[(\[][^()\[\]]{3,200}[)\]],? (?:of|dated) (?:the )?")
_BESIDE = re.compile(r",?[”\"]? ?\(?(?:(?:dated|signed|adopted|issued|on|in|to|of|from|as|the) )*")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a mention denotes, the rule that decided, and the mention it takes it from if it refers back."""

    instrument: int
    rule: str
    confidence: float
    antecedent: int | None = None
    anaphor: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The instrument mentions of a report with the names in force: what a shared head or draft adds is in them."""

    names: Mapping[int, InstrumentName]
    back: frozenset[int]
    depends: Mapping[int, int]


def read_names(discourse: Discourse) -> Reading:
    """The name of each instrument mention, which of them only refer back, and which are part of another.

    A mention refers back if the finder says so or if its name says nothing but a kind: "the Act", "this Programme".
    """
    names: dict[int, InstrumentName] = {}
    back: set[int] = set()
    depends: dict[int, int] = {}
    for passage in discourse.passages:
        before: int | None = None
        indices = [i for i in passage.mentions if discourse.mentions[i].type == "instrument"]
        for place, i in enumerate(indices):
            mention = discourse.mentions[i]
            name = mention.name or read_name(mention.text, anaphor=mention.anaphor)
            spelled = whole_name_at(passage.unit.text, mention.start) if not name.subject else None
            if spelled is not None and len(spelled) > len(mention.text):
                name = read_name(spelled)
            if (reserved := of_a_reservation(passage.unit.text, mention, name)) is not None:
                name = read_name(reserved)
            name = numbered_behind(passage.unit.text, mention, name)
            if before is not None:
                between = passage.unit.text[discourse.mentions[before].end : mention.start]
                name = _share_head(names[before], name, between)
            name = _date_beside(discourse, passage, mention, name)
            name = _issuing_committee(passage, mention, name)
            if tail := title_behind(passage.unit.text, mention, name):
                name = replace(name, subject=f"{name.subject}{tail}")
            name = older_version(passage.unit.text, mention, name)
            name = numbered_before(passage.unit.text, mention, name)
            name = period_behind(passage.unit.text, mention, name)
            name = union_number_behind(passage.unit.text, mention, name)
            name = joined_behind(passage.unit.text, mention, name)
            name = without_later_year(name, discourse.report.date)
            name = made_abroad(passage.unit.text, mention, name, discourse.report.state)
            names[i] = name
            before = i
            bare = not name.subject and not (name.number or name.date or name.issuer)
            # "the 2006 Act" is the one of that year
            bare = bare or (mention.text[:4] == name.date and not (name.subject or name.number or name.issuer))
            anaphor = mention.anaphor and spelled is None
            if anaphor or (bare and name.kind != "constitution" and bool(name.head)) or is_bare_protocol(name):
                back.add(i)
            following = indices[place + 1] if place + 1 < len(indices) else None
            group = group_of(name.kind)
            if following is not None and group in {"programme", "regulation", "executive"} and not mention.anaphor:
                between = passage.unit.text[mention.end : discourse.mentions[following].start]
                generic = is_generic(content_words(name.subject)) and (group != "executive" or bool(name.subject))
                if generic and not (name.number or name.date) and _DEPENDS.fullmatch(between):
                    depends[i] = following
                    back.discard(i)
        _share_dates(discourse, indices, names)
    return Reading(names, frozenset(back), depends)


def is_bare_protocol(name: InstrumentName) -> bool:
    """Whether a name says no more than "Second Optional Protocol" or "Optional Protocol to the Convention"."""
    return name.head == "protocol" and content_words(name.subject) <= _BARE_PROTOCOL


def _is_nameless(name: InstrumentName) -> bool:
    return group_of(name.kind) == "executive" and not (name.subject or name.number or name.date)


_AMENDED = re.compile(r"[”\"]? (?:was|had been) (?:first |last |then |again )?amended in (?P<year>(?:19|20)\d\d)\b")


_REPLACES = re.compile(
    r"[^.;•]{0,120}\b(?:replac|repeal|supersed|abrogat)\w+ (?:and replac\w+ )?(?:the |its )?(?:old |former |previous )?"
)


# "the |new| Nationality Act|, adopted in 2019|,"
_NEW = re.compile(r"\b[Nn]ew $")
_MADE_IN = re.compile(
    r",? \(?(?:which was |that was )?(?:adopted|enacted|promulgated|passed)(?: in| on)?(?: \d{1,2})?(?: [A-Z][a-z]+)? "
    r"(?P<year>(?:19|20)\d\d)\b"
)


def _year_if_newer(discourse: Discourse, i: int, name: InstrumentName, known: Instrument) -> str | None:
    """The year of a law that the text calls new, if the one of that name is years older: it is the one after it."""
    if name.date or name.number or not known.date or known.group not in {"act", "code", "constitution"}:
        return None
    mention = discourse.mentions[i]
    text = discourse.passage(mention).unit.text
    made = _MADE_IN.match(text, mention.end)
    new = _NEW.search(text, max(0, mention.start - len("new ")), mention.start)
    return made["year"] if new and made and int(made["year"]) > int(known.date[:4]) + 1 else None


def _replaced(discourse: Discourse, reading: Reading) -> dict[int, int]:
    """What the text says that a law without a date replaces: "the new |Code| replaced the |1994 Code|"."""
    found: dict[int, int] = {}
    for passage in discourse.passages:
        full = [i for i in passage.mentions if i in reading.names and i not in reading.back]
        for first, second in pairwise(full):
            one, other = reading.names[first], reading.names[second]
            if one.date or one.number or not (other.date or other.number) or one.kind != other.kind:
                continue
            start, end = discourse.mentions[first].end, discourse.mentions[second].start
            if _REPLACES.fullmatch(passage.unit.text, start, max(start, end)):
                found[first] = second
    return found


def _amended_before(discourse: Discourse, i: int, name: InstrumentName, known: Instrument) -> bool:
    """Whether the text has a law amended before the one of that name is dated: it is the law before it.

    "the |Constitution of Kenya| was first amended in 1991", and the Constitution of 2010
    """
    if name.date or name.number or not known.date or known.group not in {"act", "code", "constitution"}:
        return False
    mention = discourse.mentions[i]
    found = _AMENDED.match(discourse.passage(mention).unit.text, mention.end)
    return found is not None and found["year"] < known.date[:4]


def _date_beside(discourse: Discourse, passage: Passage, mention: Mention, name: InstrumentName) -> InstrumentName:
    """The date beside a decree known by nothing but its issuer: "Decree of the President, |dated 5 June 2001|"."""
    if glossed := _GLOSSED.match(passage.unit.text, mention.end) if name.head and not name.date else None:
        date = passage.row("date").opening(glossed.end())
        inside = passage.row("instrument").inside(mention.end, glossed.end())
        if date is not None and any(discourse.mentions[i].rule == "foreign" for i in inside):
            return replace(name, date=discourse.mentions[date].value)
    if not _is_nameless(name) or mention.anaphor:
        return name
    beside = _BESIDE.match(passage.unit.text, mention.end)
    date = passage.row("date").opening(beside.end()) if beside else None
    value = discourse.mentions[date].value if date is not None else None
    return replace(name, date=value) if value and "/" not in value else name


def _issuing_committee(passage: Passage, mention: Mention, name: InstrumentName) -> InstrumentName:
    """A general comment with the whole name of its treaty body, which a span may cut: "… Committee on Economic"."""
    body = issuing_body(passage.unit.text, mention.start, mention.end) if is_general_comment(name) else None
    return replace(name, issuer=body.treaty_body) if body and name.issuer else name


_ENACTING = re.compile(
    r"(?:,| (?:pertaining|relating|referring) to| (?:entitled|titled|called|on))? ?[“\"](?:An |The )?"
)


def _share_head(first: InstrumentName, second: InstrumentName, between: str) -> InstrumentName:
    """A second name that leans on the first: "Acts Nos. 15/2003 and |22/2010|", "drafts of the … and |code …|"."""
    unnumbered = second.kind in {"act", "code"} and not (second.draft or second.number)
    # "House Bills pertaining to “An |Act Prohibiting Fees on Lifts|”": its enacting words
    if first.draft and unnumbered and _ENACTING.fullmatch(between):
        return replace(second, kind="bill", draft=True)
    # "Rulings C-293 of 2010 (www.court.gov/C-293-10.htm); |C-824 of 2011|"
    if not re.fullmatch(r"(?: \([^()]*\))?[,;]? ?(?:and|or|,)? ?(?:the |of the |of )?", between):
        return second
    if not second.head and second.number and not second.subject and first.head:
        return replace(
            second,
            kind=first.kind,
            head=first.head,
            level=first.level,
            issuer=second.issuer or first.issuer,
            draft=first.draft,
        )
    if first.date and first.head and not second.head and second.date and len(second.date) == len("2003-04-25"):
        return replace(first, date=second.date)  # "the ministerial circulars of 3 April 2001 and |25 April 2003|"
    if first.plural and first.date and second.date == second.subject:
        return replace(first, date=second.date)  # "the public budget acts for 2009 and |2010|"
    if first.draft and first.plural and not second.draft and second.head:
        return replace(second, kind="bill", head="draft", draft=True, subject=f"{second.subject} {second.head}".strip())
    return second


def _share_dates(discourse: Discourse, indices: list[int], names: dict[int, InstrumentName]) -> None:
    """Give numbers of a list the date at its end: "Acts Nos. |5|, 7 and 9 |of 2006|"."""
    undated: list[int] = []
    for i in indices:
        name = names[i]
        if not discourse.mentions[i].shared_head:
            undated = []
        elif name.date and name.date != year_of_number(name.number):
            for earlier in undated:
                names[earlier] = replace(names[earlier], date=name.date)
            undated = []
        if name.number and not name.date:
            undated.append(i)


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
    replaced = _replaced(discourse, reading)
    for i in sorted(set(full) - set(short), key=lambda i: (-_exactness(wordings[i]), i not in replaced, i)):
        # Two mentions of "the Decree of the President" without number, date or title are seldom one decree.
        known = _earlier(register, wordings[i])
        if known is None:
            apart = _is_nameless(reading.names[i]) or is_of_the_act(discourse.mentions[i], reading.names[i])
            known = register.enter(wordings[i]) if apart else _placed_by_gazette(discourse, register, wordings[i], i)
            if not apart and _amended_before(discourse, i, reading.names[i], known):
                known = register.enter(wordings[i])
            old = references.get(replaced[i]) if i in replaced else None
            year = None if apart else _year_if_newer(discourse, i, reading.names[i], known)
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
    _join(discourse, reading, register, references, appositions)
    for pair in numbers_at_marks(discourse, reading.names):
        if pair.first in references and pair.second in references:
            _join_number(register, references, pair)
    sightings = Sightings(discourse, register, {i: reference.instrument for i, reference in references.items()})
    join_alike(register, sightings.apart)
    parts: dict[tuple[int, str], int] = {}
    for i in sorted(reading.depends, reverse=True):
        references[i] = _place_part(discourse, reading, register, references, parts, i)
    return register, references


def _placed_by_gazette(discourse: Discourse, register: Register, wording: Wording, i: int) -> Instrument:
    """The instrument of a name; of laws of one name each part of the State has its own in its own gazette.

    "The |Family Law| (the Official Gazette of the Republika Srpska, No. 54/02), …" beside a Family Law of the FBH
    """
    mention = discourse.mentions[i]
    gazette = gazette_behind(discourse.passage(mention).unit.text, mention.end)
    place = part_of_state(gazette.place, discourse.report.state) if gazette and gazette.place else None
    if place is None:
        return register.place(wording)
    found = register.find(wording)
    own = found is not None and any(state_code(w.name.jurisdiction or "") == register.state for w in found.wordings)
    if found is not None and (own or (found.published and place not in found.published)):
        alike = (x for x in register if place in x.published and register.match(x, wording))
        found = next(alike, None) or register.enter(wording)
    known = found or register.place(wording)
    register.add(known, wording)
    known.published.add(place)
    return known


def _wording(discourse: Discourse, reading: Reading, i: int, short_forms: Mapping[str, str]) -> Wording:
    mention, name = discourse.mentions[i], reading.names[i]
    text, unit = mention.text, discourse.passage(mention).unit
    older = _OLDER.match(name.subject)
    if older and not _OLDER.match(text):
        text = f"{older[0].strip()} {text}"
    if (numeral := numeral_before(unit.text, mention, name)) is not None:
        text = f"{numeral} {text}"
    text += title_behind(unit.text, mention, mention.name or name)
    known = find_treaty(text, name)
    known = known or general_comment(unit.text, mention.start, mention.end, name, discourse.report.treaty)
    return Wording(text, name, known)


_OLDER = re.compile(r"(?:old|former|previous|repealed)(?: |$)")


def _earlier(register: Register, wording: Wording) -> Instrument | None:
    """What "the old Labour Code" means where the report has two Labour Codes with dates: the first."""
    older = _OLDER.match(wording.name.subject)
    if older is None:
        return None
    return register.earliest(replace(wording, name=replace(wording.name, subject=wording.name.subject[older.end() :])))


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


def _join(
    discourse: Discourse,
    reading: Reading,
    register: Register,
    references: dict[int, Reference],
    appositions: list[Apposition],
) -> None:
    """Make one what the text sets side by side as names of one instrument."""
    # What brackets join comes first: "Act No. 5, the |Children’s Code (Act No. 7)|" leaves no code for Act No. 5.
    named = {pair.first for pair in appositions if pair.sure}
    for pair in sorted(appositions, key=lambda pair: not pair.sure):
        if pair.first not in references or pair.second not in references or (not pair.sure and pair.second in named):
            continue
        first, second = (register.at(references[i].instrument) for i in (pair.first, pair.second))
        if first.key == second.key:
            continue
        if not compatible(first, second):
            if first.number and second.number:
                _read_beside_number(reading, references, pair)
            continue
        if pair.sure and first.kind == second.kind == "code":
            continue
        # "Act No. 327/2005 … on amendment of Act No. 455/1991 on trade licensing (Trade Licensing Act)": the bracket
        # explains the Act inside the title.
        one, other = reading.names[pair.first], reading.names[pair.second]
        inside = one.amending and not is_acronym(discourse.mentions[pair.second].text)
        if inside and not (_is_number_alone(other) and _ends_with_head(discourse.mentions[pair.first].text, one)):
            continue
        if _introduces(discourse, pair) or _begins_list(discourse, reading, pair):
            continue
        if pair.sure or complementary(one, other):
            register.merge(first, second)
            references[pair.second] = replace(references[pair.second], rule="apposition")


def _is_number_alone(name: InstrumentName) -> bool:
    """Whether a name is only a kind with a number: "Act 849", "Law No. 112/2009 of 16 September"."""
    return bool(name.number) and not name.subject


def _ends_with_head(text: str, name: InstrumentName) -> bool:
    """Whether a title has its own head last, no other instrument: "Criminal Code (Amendment) |Act|, 2012"."""
    return bool(re.search(rf"(?i)\b{re.escape(name.head)}(?:,? (?:of )?\d{{4}})?$", text))


def _begins_list(discourse: Discourse, reading: Reading, pair: Apposition) -> bool:
    """Whether a comma opens a list: "the |Penal Code|, |Law No. 112/2009| and Decree-Law No. 2/2016" are three."""
    if pair.sure or not _is_number_alone(reading.names[pair.second]):
        return False
    passage = discourse.passage(discourse.mentions[pair.first])
    later = [i for i in passage.mentions if i > pair.second and i in reading.names]
    if not later or not _is_number_alone(reading.names[later[0]]):
        return False
    between = passage.unit.text[discourse.mentions[pair.second].end : discourse.mentions[later[0]].start]
    return bool(_LISTS.fullmatch(between))


def _join_number(register: Register, references: dict[int, Reference], pair: Apposition) -> None:
    """Make one a law and the number that the note at its name tells."""
    first, second = (register.at(references[i].instrument) for i in (pair.first, pair.second))
    if first.known is not None or (not compatible(first, second) and (second.titles or first.kind != "constitution")):
        return
    if first.kind == "constitution":
        references[pair.second] = replace(references[pair.first], rule="apposition")  # "Cap. 1:01 of the Laws"
        return
    if second.titles and second.titles.keys().isdisjoint(first.titles):
        # two notes print one number at two laws
        references[pair.second] = replace(references[pair.first], rule="apposition")
        return
    register.merge(first, second)
    references[pair.second] = replace(references[pair.second], rule="apposition")


def _read_beside_number(reading: Reading, references: dict[int, Reference], pair: Apposition) -> None:
    """A title beside a number is that number's law here, where elsewhere in the report it is another's.

    "the new |Civil Code (Act No. 89/2011 Coll.)|" of a neighbour, and later "Act No. 40/1964 Coll., the |Civil Code|".
    """
    one, other = reading.names[pair.first], reading.names[pair.second]
    if one.number and not one.subject and other.subject and not (other.number or other.date):
        references[pair.second] = replace(references[pair.first], rule="apposition")


_LISTS = re.compile(r"(?:, ?|,? (?:and|or|as well as) )(?:the )?")
# "With regard to the restrictions contained in the |Civil Code|, |Act No. 17535| establishes the following"
_LEADS_IN = re.compile(
    r"(?:In|Under|With|Within|By|Through|As|According|Pursuant|Following|Regarding|Concerning|Unlike|Besides|Like|Since|On|For)\b"
)
_GOES_ON = re.compile(
    r" (?!(?:and|or|of|on|in|to|for|as|by|with|from|at|dated|which|that|was|were|is|are|has|have|had|will)\b)[a-z]+s\b"
)


def _introduces(discourse: Discourse, pair: Apposition) -> bool:
    """Whether a comma closes what introduces the sentence of which the second instrument is the subject."""
    first, second = discourse.mentions[pair.first], discourse.mentions[pair.second]
    if pair.sure:
        return False
    passage = discourse.passage(first)
    text = passage.unit.text
    start = passage.sentence(first.start)[0]
    return bool(_LEADS_IN.match(text[start:].lstrip("• ")) and _GOES_ON.match(text, second.end))


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
