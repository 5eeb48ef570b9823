"""What a text sets side by side as names of one instrument, and what only stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from treatygraph.report import InstrumentName
from treatygraph.resolution.aliases import Apposition, is_acronym
from treatygraph.resolution.contradictions import compatible, complementary
from treatygraph.resolution.identity import Register
from treatygraph.resolution.passages import Discourse
from treatygraph.resolution.readings import Reading
from treatygraph.resolution.references import Reference
from treatygraph.resolution.subjects import containment, read_lexicon
from treatygraph.resolution.wordings import Instrument, fold


def read_number_behind(discourse: Discourse, reading: Reading, references: dict[int, Reference]) -> None:
    """A number in a bracket is of the law before it with which it was read: "Divorce Act. (|Act 70 of 1979|)"."""
    for first, second in pairwise(i for i in sorted(references) if i in reading.names):
        one, other = discourse.mentions[first], discourse.mentions[second]
        read = reading.names[first].number and not (one.name and one.name.number)
        if not read or one.unit != other.unit or not _is_number_alone(reading.names[second]):
            continue
        if discourse.passage(one).unit.text[one.end : other.start] in {" (", ". ("}:
            references[second] = replace(references[first], rule="apposition")


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
    changed = _changed(discourse, references)
    for pair in sorted(appositions, key=lambda pair: not pair.sure):
        if pair.first not in references or pair.second not in references or (not pair.sure and pair.second in named):
            continue
        first, second = (register.at(references[i].instrument) for i in (pair.first, pair.second))
        if first.key == second.key:
            continue
        short = is_acronym(discourse.mentions[pair.second].text) and _is_of_another_number(first, second)
        if short or (first.key, second.key) in changed or (second.key, first.key) in changed:
            references[pair.second] = replace(references[pair.first], rule="apposition")
            continue
        if not compatible(first, second) or _of_two_titles(first, second):
            _read_beside_number(discourse, reading, register, references, pair)
            continue
        if pair.sure and first.kind == second.kind == "code":
            continue
        # "Act No. 327/2005 … on amendment of Act No. 455/1991 on trade licensing (Trade Licensing Act)": the bracket
        # explains the Act inside the title.
        one, other = reading.names[pair.first], reading.names[pair.second]
        inside = one.amending and not is_acronym(discourse.mentions[pair.second].text)
        if inside and not (_is_number_alone(other) and _ends_with_head(discourse.mentions[pair.first].text, one)):
            continue
        if _opens(discourse, reading, pair):
            continue
        if (pair.sure or complementary(one, other)) and not _of_the_amendment(discourse, reading, pair):
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


def _read_beside_number(
    discourse: Discourse, reading: Reading, register: Register, references: dict[int, Reference], pair: Apposition
) -> None:
    """A title beside a number is that number's law here, where elsewhere in the report it is another's.

    "the new |Civil Code (Act No. 89/2011 Coll.)|" of a neighbour, and later "Act No. 40/1964 Coll., the |Civil Code|";
    "the first |framework law on education, Act No. 71-36|", "the current |framework law on education (Act No. 91-22)|".
    """
    one, other = reading.names[pair.first], reading.names[pair.second]
    if not all(register.at(references[i].instrument).number for i in (pair.first, pair.second)):
        return
    if _is_number_alone(one) and other.subject and not (other.number or other.date):
        references[pair.second] = replace(references[pair.first], rule="apposition")
    elif _is_number_alone(other) and one.subject and not (one.number or one.date or _opens(discourse, reading, pair)):
        references[pair.first] = replace(references[pair.second], rule="apposition")


def _opens(discourse: Discourse, reading: Reading, pair: Apposition) -> bool:
    """Whether a comma opens a list or closes what introduces the sentence."""
    return _begins_list(discourse, reading, pair) or _introduces(discourse, pair)


# "By means of |Act No. 34 of 1995|, the State has reformed the |Education Act|": elsewhere "Act No. 34 (Education Act)"
_CHANGES = re.compile(
    r"[^.;]{0,80}\b(?:reform(?:s|ed)|amend(?:s|ed)|modif(?:ies|ied)|replac(?:es|ed)|repeal(?:s|ed)) (?:the )?"
)


def _changed(discourse: Discourse, references: Mapping[int, Reference]) -> set[tuple[int, int]]:
    """The instruments, two by two, of which a sentence says that the first changed the second: they are two."""
    found = set()
    for first, second in pairwise(sorted(references)):
        one, other = discourse.mentions[first], discourse.mentions[second]
        if one.unit == other.unit and one.end < other.start:
            text = discourse.passage(one).unit.text
            if _CHANGES.fullmatch(text, one.end, other.start):
                found.add((references[first].instrument, references[second].instrument))
    return found


def _is_of_another_number(first: Instrument, second: Instrument) -> bool:
    """Whether an acronym stands elsewhere for the plan of a number, which the name before it here lacks.

    "the Growth Strategy (|GS|), currently in its second edition", and elsewhere "GS", defined as Growth Strategy II
    """
    ordinals = frozenset(read_lexicon("subjects")["near"]["ordinals"])
    one, other = (frozenset().union(*x.titles) & ordinals for x in (first, second))
    return first.group == second.group == "programme" and bool(other) and not one


def _of_two_titles(first: Instrument, second: Instrument) -> bool:
    """Whether two instruments print one number behind titles of which no word is the same: one of them is a slip.

    "Corporal Punishment Act (|Act 51 of 1977|)", and later "Criminal Procedure Act. (|Act 51 of 1977|)"
    """
    if not (first.number and second.number and first.titles and second.titles):
        return False
    return not any(containment(one, two) for one in first.titles for two in second.titles)


# "the |amendment to the| Broadcasting Act (Act No. 278/2015)": the number is that of the amendment, or may be
_AMENDMENT = re.compile(r"\b[Aa]mendments? (?:of|to|in) (?:the )?$")
_AMENDMENT_REACH = 24
# "Act No. 215/2018 on Copyrights, which amends … the |Copyright Act|. |This amendment of the| Copyright Act"
_THIS_AMENDMENT = re.compile(r"\b(?:[Tt]his|[Tt]hat|[Tt]he said) amendment (?:of|to) (?:the )?$")


def _of_the_amendment(discourse: Discourse, reading: Reading, pair: Apposition) -> bool:
    """Whether the number behind a title is not the law's, but that of the amendment to it of which the text speaks."""
    one, other = reading.names[pair.first], reading.names[pair.second]
    mention = discourse.mentions[pair.first]
    text, reach = discourse.passage(mention).unit.text, max(0, mention.start - _AMENDMENT_REACH)
    return _is_number_alone(other) and not one.number and bool(_AMENDMENT.search(text, reach, mention.start))


def read_amended(discourse: Discourse, full: Iterable[int], references: dict[int, Reference]) -> None:
    """A law that "this amendment" amended is the one of that name before it in the paragraph, not the act amending."""
    for i in full:
        mention = discourse.mentions[i]
        passage = discourse.passage(mention)
        if i not in references or not _THIS_AMENDMENT.search(
            passage.unit.text, max(0, mention.start - _AMENDMENT_REACH), mention.start
        ):
            continue
        before = (j for j in reversed(passage.mentions) if j < i and j in references)
        named = next((j for j in before if fold(discourse.mentions[j].text) == fold(mention.text)), None)
        if named is not None:
            references[i] = replace(references[named], rule="apposition")


# "The |‘Care Quality Agenda’ programme|", inside which "|Care Quality Agenda|" was found as well
_MARKS = re.compile(r"[“”\"‘’«»']")


def join_nested(discourse: Discourse, reading: Reading, register: Register, references: dict[int, Reference]) -> None:
    """Make one a name in quotation marks with its kind behind it and the same name without."""
    full = [i for i in sorted(references) if i in reading.names]
    for outer, inner in pairwise(full):
        one, other = discourse.mentions[outer], discourse.mentions[inner]
        if one.unit != other.unit or other.end > one.end:
            continue
        bare = _MARKS.sub("", one.text).removesuffix(f" {reading.names[outer].head}")
        first, second = (register.at(references[i].instrument) for i in (outer, inner))
        if fold(bare) == fold(other.text) and compatible(first, second):
            register.merge(first, second)


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
