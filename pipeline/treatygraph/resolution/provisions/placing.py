"""The instrument of each provision mention, unit by unit."""

from __future__ import annotations

import re
from collections.abc import Mapping

from treatygraph.recognition.instruments.names import read_name
from treatygraph.report import Mention, Path, Report, Unit
from treatygraph.resolution.gazettes import opens_with_gazette
from treatygraph.resolution.identity import Register
from treatygraph.resolution.passages import Discourse, Passage, Row, is_amender, is_approver, is_changed_in_part, row_of
from treatygraph.resolution.provisions.changed import changed_by, changers
from treatygraph.resolution.provisions.sought import (
    Before,
    Sought,
    article_numbers,
    bears_articles,
    fills_brackets,
    is_amending,
    lacks,
    of_its_text,
)
from treatygraph.resolution.provisions.words import by_words_before, by_words_behind
from treatygraph.resolution.references import Reference
from treatygraph.resolution.treaties import reported_treaty
from treatygraph.resolution.wordings import INTERNATIONAL, Wording

# Policies and soft law have articles now and then, but a bare "article 9" is seldom one of theirs.
# A sentence is about what stands within its first code points: "Article 3 states that …" goes on with the Act that an
# earlier sentence was about, not with the Constitution that it mentions at its end.
_OPENING = 40
_CONSTITUTIONAL = re.compile(r"\b[Cc]onstitutional (?:provisions?|articles?|norms?|guarantees?|text|precepts?)\b")
# "“|Article 14|. Amendment to article 25 of the Act": an article of what amends.
_AMENDS = re.compile(r"\.? ?(?:Amendment|Addition|Repeal|Modification|Insertion|Replacement)s?\b")
_QUOTES = frozenset('“"«„‘')
# Of a long list without a stop, the names nearest to a provision are enough.
_MOST_NEAR = 50


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
        bearing = row_of((i for i in instruments if bears_articles(register, references[i])), discourse.mentions)
        changing = row_of((i for i in instruments if is_amending(register, references[i])), discourse.mentions)
        for i in passage.mentions:
            mention = discourse.mentions[i]
            opens = mention.start - passage.sentence(mention.start)[0] < _OPENING
            if mention.type == "instrument" and bears_articles(register, references[i]):
                amender = latest is not None and _is_beside(passage.unit.text, mention.start)
                latest = latest if amender or _carried_out(register, latest, references[i]) else references[i]
                topic = latest if opens or is_changed_in_part(passage.unit.text, mention.start) else topic
            if mention.type != "provision":
                continue
            context = _context(register, latest, topic, numbered, mention, opens=opens)
            quoted = mention.start > 0 and passage.unit.text[mention.start - 1] in _QUOTES
            heads = [path[0] for path in mention.targets if path]
            reference = _of_quoted(references, changing, passage, mention, numbered) if quoted else None
            if reference is None:
                before = Before(context, previous, beside, first if _goes_on(first, mention) else None)
                reference = _place(discourse, register, references, passage, bearing, mention, before)
            reference = _unless_changed(register, reference, passage, mention, quoted=quoted)
            beside = None
            if reference is not None and _only_amends(passage, discourse, reference, latest):
                placed[i] = reference
            elif reference is not None:
                placed[i] = latest = topic = reference
                beside = mention, reference
                walked = beside if opens else walked
                for head in heads:
                    numbered[head] = reference
        previous = latest if latest is not None else (previous if not passage.mentions else None)
        previous, walked = goes_on if passage.is_note else (previous, walked)
    return placed


def _of_quoted(
    references: Mapping[int, Reference],
    changing: Row,
    passage: Passage,
    mention: Mention,
    numbered: Mapping[str, Reference],
) -> Reference | None:
    """Whose an article is that opens a quotation, where its number or the bill that is quoted tells."""
    if mention.instrument is not None:
        return None
    if mention.targets and mention.targets[0] and mention.targets[0][0] in numbered:
        # "the Criminal Code, in its articles 156 and 156-A, … as follows: “|Article 156|. Public servants who"
        return Reference(numbered[mention.targets[0][0]].instrument, "quoted", 0.8)
    amending = _amending_before(changing, passage, mention)
    return None if amending is None else Reference(references[amending].instrument, "quoted", 0.7, amending)


def _before_mark(discourse: Discourse, passage: Passage, references: Mapping[int, Reference]) -> Reference | None:
    """What is named last before a note's mark: "the Penal Code¹", and in the note "Article 5"."""
    if passage.unit.noted is None:
        return None
    unit, at = passage.unit.noted
    before = (i for i in reversed(discourse.passages[discourse.places[unit]].mentions) if i in references)
    return next((references[i] for i in before if discourse.mentions[i].start < at), None)


def _is_beside(text: str, start: int) -> bool:
    """Whether a law is named for what it did to another alone: "the |Code|, approved by |Law No. 5|, punishes it"."""
    return is_amender(text, start) or is_approver(text, start)


def _carried_out(register: Register, latest: Reference | None, law: Reference) -> bool:
    """Whether a law is named for its rules: "The |implementing regulation| of the |Nationality Act| was amended"."""
    whole = register.at(latest.instrument).part_of if latest is not None and not latest.anaphor else None
    return whole is not None and register.at(whole).key == register.at(law.instrument).key


def _only_amends(passage: Passage, discourse: Discourse, placed: Reference, latest: Reference | None) -> bool:
    """Whether a provision is named for what it amended alone: "Act No. 5, as amended by |article 3 of Act No. 9|"."""
    if latest is None or placed.rule != "named in the provision" or placed.antecedent is None:
        return False
    return is_amender(passage.unit.text, discourse.mentions[placed.antecedent].start)


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


def _place(
    discourse: Discourse,
    register: Register,
    references: Mapping[int, Reference],
    passage: Passage,
    row: Row,
    mention: Mention,
    before: Before,
) -> Reference | None:
    own = _within(passage, mention)
    if own is not None:
        return Reference(references[own].instrument, "named in the provision", 1.0, own)
    start, end = passage.sentence(mention.start)
    bearing = [
        i
        for i in row.near(mention.start, _MOST_NEAR)
        if start <= discourse.mentions[i].start < end and not lacks(register, references[i], mention)
    ]
    treaty = reported_treaty(discourse.report.treaty)
    sought = Sought(discourse, register, references, passage, mention, treaty, bearing, before)
    if by := changers(sought):
        return changed_by(sought, by)
    if _ends_a_concern(discourse.report, passage.unit, mention):
        return sought.of_treaty(0.9)
    named, found = by_words_behind(sought)
    return found if named else by_words_before(sought) or _by_place(sought)


def _by_place(sought: Sought) -> Reference | None:
    """The instrument named nearest: before in the sentence, before in the unit, after it, in the unit before."""
    start, end = sought.mention.start, sought.mention.end
    before = [i for i in sought.bearing if sought.discourse.mentions[i].end <= start]
    after = [i for i in sought.bearing if sought.start_of(i) >= end]
    if before:
        topics = [i for i in before if not _is_beside(sought.text, sought.start_of(i))]
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
    in_brackets = fills_brackets(sought.text, sought.mention)
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
    return None if quoted_from or astray or of_its_text(sought.mention) else sought.of_treaty(0.4)


def _of_constitution(sought: Sought) -> Reference | None:
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


def _ends_a_concern(report: Report, unit: Unit, mention: Mention) -> bool:
    """Whether a Committee writes an article there as the ground of its concern, never a law's.

    "… so that few benefit from Law No. 12,711 of 2012 (|arts. 1 and 5|)." The Committees that write their articles into
    headings have no such brackets.
    """
    if report.kind != "concluding-observations" or unit.convention_articles:
        return False
    return fills_brackets(unit.text, mention) and not unit.text[mention.end + 1 :].strip(" .;")


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
    if context is None or not mention.targets or not lacks(register, context, mention):
        return context
    return numbered.get(mention.targets[0][0])


def _unless_changed(
    register: Register, reference: Reference | None, passage: Passage, mention: Mention, *, quoted: bool
) -> Reference | None:
    """The reference; none where an article of a bill would be a treaty's: "“|Article 4|. Addition of article 3"."""
    if reference is None or not quoted or register.at(reference.instrument).known is None:
        return reference
    return None if _AMENDS.match(passage.unit.text, mention.end) else reference


def _within(passage: Passage, mention: Mention) -> int | None:
    """The instrument mention that the grammar saw, or the one inside the provision's words."""
    instruments = passage.row("instrument")
    seen = instruments.touching(*mention.instrument) if mention.instrument is not None else ()
    return next(iter(seen or instruments.inside(mention.start, mention.end)), None)


def _in_heading(passage: Passage, mention: Mention) -> bool:
    """Whether all articles are the heading's: "Articles 2 (3), 31, 33 and 34" under "Article 31" are another law's."""
    numbers = article_numbers(mention)
    return bool(numbers) and all(str(number) in passage.unit.convention_articles for number in numbers)
