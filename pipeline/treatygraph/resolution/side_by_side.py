"""What a text sets side by side as names of one instrument, and what only stands beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from treatygraph.report import InstrumentName
from treatygraph.resolution.aliases import Apposition, is_acronym
from treatygraph.resolution.contradictions import compatible, complementary
from treatygraph.resolution.identity import Register
from treatygraph.resolution.passages import Discourse
from treatygraph.resolution.readings import Reading
from treatygraph.resolution.references import Reference


def join_side_by_side(
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


def join_number(register: Register, references: dict[int, Reference], pair: Apposition) -> None:
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
