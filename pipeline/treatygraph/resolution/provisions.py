"""Which instrument a provision belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from treatygraph.recognition.grammar.lexicon import kinds
from treatygraph.recognition.instruments.names import read_name
from treatygraph.report import Mention, Path, Report, Unit
from treatygraph.resolution.backreferences import treaty_instrument
from treatygraph.resolution.gazettes import opens_with_gazette
from treatygraph.resolution.identity import Register
from treatygraph.resolution.passages import Discourse, Passage, Row, is_amender, row_of
from treatygraph.resolution.references import Reference
from treatygraph.resolution.treaties import KnownTreaty, find_treaty, reported_treaty
from treatygraph.resolution.wordings import INTERNATIONAL, Wording

# Policies and soft law have articles now and then, but a bare "article 9" is seldom one of theirs.
# A sentence is about what stands within its first code points: "Article 3 states that …" goes on with the Act that an
# earlier sentence was about, not with the Constitution that it mentions at its end.
_OPENING = 40
# Before a bare article these point to another part of the report, which follows the treaty's articles:
# "which is discussed in greater detail in connection with |article 9|".
_ELSEWHERE = re.compile(
    r"\b(?:in connection with|discussed|dealt with|described|mentioned|reported|comments? on|"
    r"repl(?:y|ies) (?:to|on|under)|section (?:of (?:the|this) report )?on|"
    r"information (?:on|under)|refer(?:red)? to(?: in| under)?|in relation to)"
    r"(?: under| in)?(?: the)?\s+$",
    re.IGNORECASE,
)
# "As regards |article 4|, the offences are set out in sections 220 to 226 of the Criminal Code": what a paragraph is
# about that names no law before.
_REGARDS = re.compile(
    r"(?:As regards|As for|As to|With regard to|With respect to|With reference to|In relation to|In respect of|"
    r"Regarding|Concerning)\s+"
)
# Another instrument in the sentence does not change that after these: "As mentioned under |article 14|, force may only
# be used … in the Danish Psychiatry Act."
_SURELY_ELSEWHERE = re.compile(
    r"\b(?:mentioned|described|discussed|reported|dealt with|explained|outlined)"
    r"(?: (?:above|below|earlier|further|previously|in (?:greater )?detail))*"
    r",? (?:under|in connection with|in relation to|in the (?:section|chapter|comments|information) on)(?: the)?\s+$"
    # "… the Animals Act (see commentary to |article 9|)", "as outlined in the responses to |article 24|"
    r"|\b(?:commentar(?:y|ies)|comments?|responses?) (?:to|on|under)(?: the)?\s+$"
    # "(legally incapable persons are specified in the subsection of the report on |Article 12|)"
    r"|\breport (?:on|under|concerning)(?: the)?\s+$"
    # "the prohibition stipulated in the Act on Equal Treatment (see |Article 5|)", "see discussion under |Article 15|"
    # "The need to review the |Lifts Act| was discussed in |articles 12 and 17|"
    r"|\b(?:was|were|is|are|been|be) (?:discussed|reported|dealt with|explained|outlined) (?:in|under)(?: the)?\s+$"
    # "The Act needs to be brought in line with |Article 11|"
    r"|\b(?:br(?:ing|ings|inging|ought)|put) (?:[\w’]+ ){0,4}in(?:to)? (?:line|conformity|compliance|harmony) with\s+$"
    r"|\b(?:align|harmoni[sz])\w* (?:[\w’]+ ){0,4}with\s+$"
    r"|\bsee(?:,? also)?(?: the)?(?: (?:discussion|details|information|section))?(?: (?:on|under))?\s+$",
    re.IGNORECASE,
)
# "measures are described under |Article 20| of this Report"
_OF_REPORT = re.compile(r",? of (?:this|the|our) [Rr]eport\b")
# An instrument that no rule found, or found by its end alone: "|Article 5| of the Technical Requirements STR
# 2.02.09:2005", "|Section 9| of the collective agreement", "|Article 6| of the Honduran Institute of Children and the
# |Family Act|".
_OF_UNKNOWN = re.compile(
    r",? of (?:the |its |this |that |an? )?+\(?(?!Articles?|Sections?|General Provisions|which\b|whom\b)"
    r"(?=(?P<word>[\w’-]+))"
)
# A tail that no rule reads: "|Article 5|, second indent, of the |Act|".
_UNREAD_TAIL = re.compile(
    r"(?: of the (?:same|said) [a-z]+|, ?[^,.;:()]{1,40}| \([^().;]{1,80}\)),? of (?:the |its |this |that )?"
)
# What the grammar took for a name and no finder marked: "|article 5 of the ECHR|", "|article 11 of the treaty|".
_TAIL = re.compile(
    r"(?:\bof (?:the |this |that )?(?:present )?|(?<=[\d)]) )"
    r"(?:(?P<short>[A-Z]{3,}[A-Z0-9-]*(?: \d{4})?)|(?P<treaty>treaty|convention|covenant))$"
)
# An acronym without "of": "|Section 376 (2)| IPC and Article 21 of the Constitution". None of a heading in capitals.
_SHORT_BEHIND = re.compile(r" (?![IVXLC]+\b)(?P<short>[A-Z][a-z]?[A-Z][A-Za-z]{0,6})(?=[,.;:)]|$| [a-z(])")
_CONSTITUTIONAL = re.compile(r"\b[Cc]onstitutional (?:provisions?|articles?|norms?|guarantees?|text|precepts?)\b")
_AND_ALSO = re.compile(r",? (?:and|or|as well as|nor)(?: (?:also )?(?:with|in|of|to|under|by))?(?: the| its)? ?")
# "|Section 26| of the child |Rights Act, 2007|", "|Section 6| of the 1991 of the |Constitution|"
_UP_TO_NAME = re.compile(r",? of (?:the )?(?:(?:(?:[A-Z][\w’-]*|of|and|the|for|on|in|to) )+|(?:[a-z]+|\d{4} of the) )")
# "“|Article 14|. Amendment to article 25 of the Act": an article of what amends.
_AMENDS = re.compile(r"\.? ?(?:Amendment|Addition|Repeal|Modification|Insertion|Replacement)s?\b")
# What joins a provision to the instrument behind it: "Addition of |article 3 bis| to the Act".
# "|Article 156-A| was added to the Code by Act No. 1"
_INTO = re.compile(
    r",? (?:(?:which )?(?:was|were|is|are|has been|have been) (?:also )?"
    r"(?:added|inserted|incorporated|introduced|included) )?(?:to|into|in) (?:the |this )?"
)
_QUOTES = frozenset('“"«„‘')
# Of a long list without a stop, the names nearest to a provision are enough.
_MOST_NEAR = 50
_WITHOUT_ARTICLES = frozenset({"programme", "agreement", "judgment", "other"})


def place_provisions(
    discourse: Discourse, register: Register, references: Mapping[int, Reference]
) -> dict[int, Reference]:
    """The instrument of every provision mention, with the rule that decided.

    The instrument named in its words; else of its sentence, the nearest before it, then after it; else that of the
    last provision or instrument in the unit, then in the unit before; the treaty reported on only if nothing else
    is there and it has such an article. A quoted article is that of the same number before it in the unit.
    """
    placed: dict[int, Reference] = {}
    previous: Reference | None = None
    walked: tuple[Mention, Reference] | None = None
    for passage in discourse.passages:
        goes_on = previous, walked
        if passage.is_note:
            previous, walked = _before_mark(discourse, passage, {**references, **placed}), None
        latest: Reference | None = None
        beside: tuple[Mention, Reference] | None = None
        first = walked
        walked = None if passage.mentions else walked
        topic: Reference | None = None
        numbered: dict[str, Reference] = {}
        instruments = passage.row("instrument").indices
        bearing = row_of((i for i in instruments if _bears_articles(register, references[i])), discourse.mentions)
        changing = row_of((i for i in instruments if _changes(register, references[i])), discourse.mentions)
        for i in passage.mentions:
            mention = discourse.mentions[i]
            opens = mention.start - passage.sentence(mention.start)[0] < _OPENING
            if mention.type == "instrument" and _bears_articles(register, references[i]):
                amender = latest is not None and is_amender(passage.unit.text, mention.start)
                latest = latest if amender or _carried_out(register, latest, references[i]) else references[i]
                topic = latest if opens else topic
            if mention.type != "provision":
                continue
            context = _context(register, latest, topic, numbered, mention, opens=opens)
            quoted = mention.start > 0 and passage.unit.text[mention.start - 1] in _QUOTES
            amending = _amending_before(changing, passage, mention) if quoted else None
            heads = [path[0] for path in mention.targets if path]
            if quoted and mention.instrument is None and heads and heads[0] in numbered:
                # "the Criminal Code, in its articles 156 and 156-A, … as follows: “|Article 156|. Public servants who"
                reference: Reference | None = Reference(numbered[heads[0]].instrument, "quoted", 0.8)
            elif amending is not None and mention.instrument is None:
                reference = Reference(references[amending].instrument, "quoted", 0.7, amending)
            else:
                before = _Before(context, previous, beside, first if _goes_on(first, mention) else None)
                reference = _place(discourse, register, references, passage, bearing, mention, before)
            reference = _unless_changed(register, reference, passage, mention, quoted=quoted)
            beside = None
            if reference is not None:
                placed[i] = latest = topic = reference
                beside = mention, reference
                walked = beside if opens else walked
                for head in heads:
                    numbered[head] = reference
        previous = latest if latest is not None else (previous if not passage.mentions else None)
        previous, walked = goes_on if passage.is_note else (previous, walked)
    return placed


def _before_mark(discourse: Discourse, passage: Passage, references: Mapping[int, Reference]) -> Reference | None:
    """What is named last before a note's mark: "the Penal Code¹", and in the note "Article 5"."""
    if passage.unit.noted is None:
        return None
    unit, at = passage.unit.noted
    before = (i for i in reversed(discourse.passages[discourse.places[unit]].mentions) if i in references)
    return next((references[i] for i in before if discourse.mentions[i].start < at), None)


def _carried_out(register: Register, latest: Reference | None, law: Reference) -> bool:
    """Whether a law is named for its rules: "The |implementing regulation| of the |Nationality Act| was amended"."""
    whole = register.at(latest.instrument).part_of if latest is not None and not latest.anaphor else None
    return whole is not None and register.at(whole).key == register.at(law.instrument).key


def _goes_on(walked: tuple[Mention, Reference] | None, mention: Mention) -> bool:
    """Whether a unit opens with a later article than one that opened the unit before, and walks through one law.

    "The |2007 Constitution|, |Section 40| protects witnesses." "|Section 49| provides that pupils enjoy the right to
    education in conformance with the |Schools Act|."
    """
    if walked is None or mention.start > 0 or mention.instrument is not None:
        return False
    (last, number), (step, later) = (_head(m.targets[-1 if m is walked[0] else 0]) for m in (walked[0], mention))
    return last == step and number < later


def _head(path: Path) -> tuple[str, int]:
    """The outermost step of a path and its number, 0 where that is none."""
    step, _, number = path[0].partition(":") if path else ("", "", "")
    found = re.match(r"\d+", number)
    return step, int(found[0]) if found else 0


def _only_mentioned(register: Register, latest: Reference | None, topic: Reference) -> bool:
    """Whether the last instrument is another's and the unit speaks of a law of the State.

    "The adoption of the |Constitution| is a milestone. … the first article upholds the |Universal Declaration|. In
    addition, it guarantees the rights of all persons (|art. 4|)."
    """
    if latest is None:
        return False
    own, last = register.at(topic.instrument), register.at(latest.instrument)
    return own.owner != INTERNATIONAL and last.owner == INTERNATIONAL


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before a provision.

    What its unit and the one before are about, the provision beside it in its unit, and that which opened the unit
    before, if the unit goes on from there.
    """

    latest: Reference | None
    previous: Reference | None
    beside: tuple[Mention, Reference] | None
    walked: tuple[Mention, Reference] | None


@dataclass(frozen=True, slots=True)
class _Sought:
    """A provision and where its instrument may be.

    `bearing` are the mentions in its sentence of instruments that can have it.
    """

    discourse: Discourse
    register: Register
    references: Mapping[int, Reference]
    passage: Passage
    mention: Mention
    treaty: KnownTreaty | None
    bearing: list[int]
    before: _Before

    @property
    def text(self) -> str:
        return self.passage.unit.text

    def of(self, i: int, rule: str, confidence: float) -> Reference:
        """The instrument of a mention."""
        return Reference(self.references[i].instrument, rule, confidence, i)

    def of_treaty(self, confidence: float) -> Reference | None:
        """The treaty reported on, if it has such an article."""
        if self.treaty is None or not _has(self.treaty.articles, self.mention):
            return None
        return Reference(treaty_instrument(self.register, self.treaty).key, "reported treaty", confidence)

    def having(self, reference: Reference | None) -> Reference | None:
        """A reference, if its instrument can have the provision."""
        lacking = reference is not None and _lacks(self.register, reference, self.mention)
        return None if lacking else reference

    def of_none(self, at: int) -> bool:
        """Whether no mention begins at a place of the text."""
        return all(self.start_of(i) != at for i in self.passage.mentions)

    def start_of(self, i: int) -> int:
        return self.discourse.mentions[i].start


def _place(
    discourse: Discourse,
    register: Register,
    references: Mapping[int, Reference],
    passage: Passage,
    row: Row,
    mention: Mention,
    before: _Before,
) -> Reference | None:
    own = _within(passage, mention)
    if own is not None:
        return Reference(references[own].instrument, "named in the provision", 1.0, own)
    start, end = passage.sentence(mention.start)
    bearing = [
        i
        for i in row.near(mention.start, _MOST_NEAR)
        if start <= discourse.mentions[i].start < end and not _lacks(register, references[i], mention)
    ]
    treaty = reported_treaty(discourse.report.treaty)
    sought = _Sought(discourse, register, references, passage, mention, treaty, bearing, before)
    if _ends_a_concern(discourse.report, passage.unit, mention):
        return sought.of_treaty(0.9)
    named, found = _by_words_behind(sought)
    return found if named else _by_words_before(sought) or _by_place(sought)


def _by_words_behind(sought: _Sought) -> tuple[bool, Reference | None]:
    """Whether the words behind a provision tell its instrument, and which: none where no rule reads the name."""
    text, end = sought.text, sought.mention.end
    for i in sought.bearing:
        if _INTO.fullmatch(text, end, sought.start_of(i)):
            return True, sought.of(i, "sentence", 0.8)
        if _UNREAD_TAIL.fullmatch(text, end, sought.start_of(i)):
            return True, sought.of(i, "unread tail", 0.5)
    if _OF_REPORT.match(text, end) and (own := sought.of_treaty(0.6)):
        return True, own
    if tail := _TAIL.search(sought.mention.text):
        return True, _by_tail(sought, tail)
    short = _SHORT_BEHIND.match(text, end)
    if short and not sought.mention.text.isupper() and sought.of_none(short.start("short")):
        return True, _by_short(sought, short["short"])
    unknown = _OF_UNKNOWN.match(text, end)
    if unknown and (unknown["word"].lower() not in kinds() or text.startswith(" of ", unknown.end("word"))):
        named = [i for i in sought.bearing if _UP_TO_NAME.fullmatch(text, end, sought.start_of(i))]
        return True, sought.of(named[0], "sentence", 0.6) if named else None
    return False, None


def _by_tail(sought: _Sought, tail: re.Match[str]) -> Reference | None:
    """The instrument whose short name closes a provision's words: "article 19 of the CRPD", "of the treaty"."""
    if tail["treaty"]:
        return sought.of_treaty(0.8)
    return _by_short(sought, tail["short"])


def _by_short(sought: _Sought, short: str) -> Reference | None:
    """The instrument that an acronym stands for, if one does."""
    known = find_treaty(short, read_name(short))
    if known is not None:
        return Reference(sought.register.place(Wording(short, read_name(short), known)).key, "known treaty", 0.9)
    defined = sought.register.under(short)
    return Reference(defined.key, "defined short name", 0.9) if defined is not None else None


def _by_words_before(sought: _Sought) -> Reference | None:
    """The instrument that the words before a provision tell.

    The treaty reported on, where they point to another part of the report; that of the provision before where "and"
    joins the two: "in line with |Article 11 of the Convention| and with |Article 9|".
    """
    text, start = sought.text, sought.mention.start
    lead = text[max(0, start - 60) : start]
    elsewhere = (_ELSEWHERE.search(lead) and not sought.bearing) or _SURELY_ELSEWHERE.search(lead)
    if (elsewhere or _is_topic(sought)) and not _of_its_text(sought.mention) and (own := sought.of_treaty(0.6)):
        return own
    beside = sought.before.beside
    if beside is not None and _AND_ALSO.fullmatch(text, beside[0].end, start) and (own := sought.having(beside[1])):
        return Reference(own.instrument, "provision beside", 0.8, own.antecedent)
    return None


def _is_topic(sought: _Sought) -> bool:
    """Whether a provision opens its paragraph as what that is about: "As regards |article 4|, the offences are …"."""
    text, start = sought.text, sought.mention.start
    if not text.startswith(",", sought.mention.end):
        return False
    regards = _REGARDS.fullmatch(text[sought.passage.sentence(start)[0] : start].lstrip())
    return regards is not None and all(sought.start_of(i) >= start for i in sought.passage.mentions[:1])


def _by_place(sought: _Sought) -> Reference | None:
    """The instrument named nearest: before in the sentence, before in the unit, after it, in the unit before."""
    start, end = sought.mention.start, sought.mention.end
    before = [i for i in sought.bearing if sought.discourse.mentions[i].end <= start]
    after = [i for i in sought.bearing if sought.start_of(i) >= end]
    if before:
        topics = [i for i in before if not is_amender(sought.text, sought.start_of(i))]
        return sought.of((topics or before)[-1], "sentence", 0.8)
    if own := _of_constitution(sought):
        return own
    walked = sought.before.walked
    if walked is not None and (own := sought.having(walked[1])):
        return Reference(own.instrument, "unit before", 0.6, own.antecedent)
    if latest := sought.having(sought.before.latest):
        return Reference(latest.instrument, "unit", 0.7, latest.antecedent)
    noted = sought.passage.is_note
    in_heading = sought.treaty is not None and not noted and _in_heading(sought.passage, sought.mention)
    in_brackets = _in_brackets(sought.text, sought.mention)
    # "The principle of participation (|art. 3 (c)|) is applied through measures of the |Social Protection Act|"
    if after and not (in_brackets and in_heading):
        return sought.of(after[0], "sentence", 0.6)
    previous = sought.having(sought.before.previous)
    if previous is not None and not in_heading:
        return Reference(previous.instrument, "unit before", 0.5, previous.antecedent)
    # What a State quotes under another heading is its own: "“… enjoying the right of voting” (|art. 38, para. 2|)"
    quoted_from = in_brackets and not (in_heading or noted) and bool(sought.passage.unit.convention_articles)
    # "The Official Gazette of the FBH, No. 29/98 – |Article 22|"; a note that no mark leads to
    astray = noted and (sought.passage.unit.noted is None or opens_with_gazette(sought.text))
    return None if quoted_from or astray or _of_its_text(sought.mention) else sought.of_treaty(0.4)


def _of_constitution(sought: _Sought) -> Reference | None:
    """The State's constitution, where its unit speaks of constitutional provisions and has named no law since.

    "pursuant to the following constitutional provisions: |Article 205|. Education …"
    """
    said = max(_CONSTITUTIONAL.finditer(sought.text, 0, sought.mention.start), key=lambda at: at.start(), default=None)
    instruments = sought.passage.row("instrument")
    named = instruments.before(sought.mention.start)
    if said is None or (named is not None and sought.start_of(named) > said.start()):
        return None
    found = sought.register.find(Wording("Constitution", read_name("Constitution")))
    own = found is not None and found.kind == "constitution" and found.owner != INTERNATIONAL
    return Reference(found.key, "constitutional provisions", 0.7) if found is not None and own else None


def _of_its_text(mention: Mention) -> bool:
    """Whether a quoted law speaks of itself: "the duties mentioned in |paragraph 1 of this article|"."""
    return mention.text.endswith("of this article")


def _ends_a_concern(report: Report, unit: Unit, mention: Mention) -> bool:
    """Whether a Committee writes an article there as the ground of its concern, never a law's.

    "… so that few benefit from Law No. 12,711 of 2012 (|arts. 1 and 5|)." The Committees that write their articles into
    headings have no such brackets.
    """
    if report.kind != "concluding-observations" or unit.convention_articles:
        return False
    return _in_brackets(unit.text, mention) and not unit.text[mention.end + 1 :].strip(" .;")


def _in_brackets(text: str, mention: Mention) -> bool:
    """Whether a provision fills a bracket: "(art. 5)"."""
    return text[mention.start - 1 : mention.start] == "(" and text[mention.end : mention.end + 1] == ")"


def _amending_before(changing: Row, passage: Passage, mention: Mention) -> int | None:
    """The bill or amending instrument before a quoted article that changes another: "“Article 14. Amendment to …"."""
    if not _AMENDS.match(passage.unit.text, mention.end):
        return None
    return changing.before(mention.start)


def _context(
    register: Register,
    latest: Reference | None,
    topic: Reference | None,
    numbered: Mapping[str, Reference],
    mention: Mention,
    *,
    opens: bool,
) -> Reference | None:
    """What the unit is about where a provision stands; where that has no such provision, what had it before.

    "|Section 23 of the Constitution| is as Article 12 of the Convention. … |Section 23| further recognizes …"
    """
    context = topic if topic is not None and (opens or _only_mentioned(register, latest, topic)) else latest
    if context is None or not mention.targets or not _lacks(register, context, mention):
        return context
    return numbered.get(mention.targets[0][0])


def _unless_changed(
    register: Register, reference: Reference | None, passage: Passage, mention: Mention, *, quoted: bool
) -> Reference | None:
    """The reference; none where an article of a bill would be a treaty's: "“|Article 4|. Addition of article 3"."""
    if reference is None or not quoted or register.at(reference.instrument).known is None:
        return reference
    return None if _AMENDS.match(passage.unit.text, mention.end) else reference


def _changes(register: Register, reference: Reference) -> bool:
    instrument = register.at(reference.instrument)
    return instrument.kind == "bill" or instrument.wording.name.amending


def _within(passage: Passage, mention: Mention) -> int | None:
    """The instrument mention that the grammar saw, or the one inside the provision's words."""
    instruments = passage.row("instrument")
    seen = instruments.touching(*mention.instrument) if mention.instrument is not None else ()
    return next(iter(seen or instruments.inside(mention.start, mention.end)), None)


def _bears_articles(register: Register, reference: Reference) -> bool:
    """Whether a bare article may be an instrument's: a State's guidelines have none, a known declaration has."""
    instrument = register.at(reference.instrument)
    guidelines = instrument.kind == "soft-law" and instrument.known is None
    return instrument.kind not in _WITHOUT_ARTICLES and not guidelines


def _lacks(register: Register, reference: Reference, mention: Mention) -> bool:
    """Whether a treaty whose articles are known has no such division: its number is too high, or it is a section.

    "… the Code of Public Health, which, after ratification of the Convention, was supplemented with |article 136-1|"
    "|Section 23 of the Constitution| is the equivalent to Article 12 of the Convention. … |Section 23| recognizes …"
    """
    known = register.at(reference.instrument).known
    if known is None or not known.articles:
        return False
    heads = [path[0] for path in mention.targets if path]
    if any(head.startswith("sec:") for head in heads):
        return True
    numbers = [int(found[1]) for head in heads if (found := re.match(r"art:(\d+)", head))]
    return any(number > known.articles for number in numbers)


def _numbers(mention: Mention) -> list[int]:
    steps = [path[0].partition(":") for path in mention.targets if path]
    return [int(number) for unit, _, number in steps if unit == "art" and number.isdigit()]


def _in_heading(passage: Passage, mention: Mention) -> bool:
    """Whether all articles are the heading's: "Articles 2 (3), 31, 33 and 34" under "Article 31" are another law's."""
    numbers = _numbers(mention)
    return bool(numbers) and all(str(number) in passage.unit.convention_articles for number in numbers)


def _has(articles: int | None, mention: Mention) -> bool:
    numbers = _numbers(mention)
    return bool(numbers) and all(number <= (articles or 100) for number in numbers)
