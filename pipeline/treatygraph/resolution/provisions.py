"""Which instrument a provision belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from treatygraph.recognition.grammar.lexicon import kinds
from treatygraph.report import Mention
from treatygraph.resolution.backreferences import treaty_instrument
from treatygraph.resolution.identity import Register
from treatygraph.resolution.instruments import Reference
from treatygraph.resolution.passages import Discourse, Passage, Row, row_of
from treatygraph.resolution.treaties import reported_treaty
from treatygraph.resolution.wordings import INTERNATIONAL

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
    r"|\bsee(?:,? also)?(?: the)?(?: (?:discussion|details|information|section))?(?: (?:on|under))?\s+$",
    re.IGNORECASE,
)
# "measures are described under |Article 20| of this Report"
_OF_REPORT = re.compile(r",? of (?:this|the|our) [Rr]eport\b")
_OF_TREATY = re.compile(r"\bof (?:the|this) (?:present )?treaty$", re.IGNORECASE)
# An instrument that no rule found, or found by its end alone: "|Article 5| of the Technical Requirements STR
# 2.02.09:2005", "|Article 6| of the Honduran Institute of Children and the |Family Act|".
_OF_UNKNOWN = re.compile(
    r",? of (?:the |its |this |that )?(?!Articles?|Sections?|General Provisions)(?=(?P<word>[A-Z][\w’-]*))"
)
_UP_TO_NAME = re.compile(r",? of (?:the )?(?:(?:[A-Z][\w’-]*|of|and|the|for|on|in|to) )+")
# "“|Article 14|. Amendment to article 25 of the Act": an article of what amends.
_AMENDS = re.compile(r"\.? ?(?:Amendment|Addition|Repeal|Modification|Insertion|Replacement)s?\b")
# What joins a provision to the instrument behind it: "Addition of |article 3 bis| to the Act".
_INTO = re.compile(r",? (?:to|into|in) (?:the |this )?")
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
    for passage in discourse.passages:
        latest: Reference | None = None
        topic: Reference | None = None
        numbered: dict[str, Reference] = {}
        instruments = passage.row("instrument").indices
        bearing = row_of((i for i in instruments if _bears_articles(register, references[i])), discourse.mentions)
        changing = row_of((i for i in instruments if _changes(register, references[i])), discourse.mentions)
        for i in passage.mentions:
            mention = discourse.mentions[i]
            opens = mention.start - passage.sentence(mention.start)[0] < _OPENING
            if mention.type == "instrument" and _bears_articles(register, references[i]):
                latest = references[i]
                topic = latest if opens else topic
            if mention.type != "provision":
                continue
            context = topic if topic is not None and (opens or _only_mentioned(register, latest, topic)) else latest
            quoted = mention.start > 0 and passage.unit.text[mention.start - 1] in _QUOTES
            amending = _amending_before(changing, passage, mention) if quoted else None
            heads = [path[0] for path in mention.targets if path]
            if quoted and mention.instrument is None and heads and heads[0] in numbered:
                # "the Criminal Code, in its articles 156 and 156-A, … as follows: “|Article 156|. Public servants who"
                reference: Reference | None = Reference(numbered[heads[0]].instrument, "quoted", 0.8)
            elif amending is not None and mention.instrument is None:
                reference = Reference(references[amending].instrument, "quoted", 0.7, amending)
            else:
                reference = _place(discourse, register, references, passage, bearing, mention, context, previous)
            if reference is not None:
                placed[i] = latest = topic = reference
                for head in heads:
                    numbered[head] = reference
        previous = latest if latest is not None else (previous if not passage.mentions else None)
    return placed


def _only_mentioned(register: Register, latest: Reference | None, topic: Reference) -> bool:
    """Whether the last instrument is another's and the unit speaks of a law of the State.

    "The adoption of the |Constitution| is a milestone. … the first article upholds the |Universal Declaration|. In
    addition, it guarantees the rights of all persons (|art. 4|)."
    """
    if latest is None:
        return False
    own, last = register.at(topic.instrument), register.at(latest.instrument)
    return own.owner != INTERNATIONAL and last.owner == INTERNATIONAL


def _place(  # noqa: C901
    discourse: Discourse,
    register: Register,
    references: Mapping[int, Reference],
    passage: Passage,
    row: Row,
    mention: Mention,
    latest: Reference | None,
    previous: Reference | None,
) -> Reference | None:
    own = _within(passage, mention)
    if own is not None:
        return Reference(references[own].instrument, "named in the provision", 1.0, own)
    treaty = reported_treaty(discourse.report.treaty)
    start, end = passage.sentence(mention.start)
    bearing = [
        i
        for i in row.near(mention.start, _MOST_NEAR)
        if start <= discourse.mentions[i].start < end and not _lacks(register, references[i], mention)
    ]
    latest = None if latest is not None and _lacks(register, latest, mention) else latest
    previous = None if previous is not None and _lacks(register, previous, mention) else previous
    text = passage.unit.text
    joined = [i for i in bearing if _INTO.fullmatch(text, mention.end, discourse.mentions[i].start)]
    if joined:
        return Reference(references[joined[0]].instrument, "sentence", 0.8, joined[0])
    # "The Act needs to be brought in line with |Article 11 of the treaty|."
    of_treaty = _OF_TREATY.search(mention.text) or _OF_REPORT.match(passage.unit.text, mention.end)
    if treaty and of_treaty and _has(treaty.articles, mention):
        return Reference(treaty_instrument(register, treaty).key, "reported treaty", 0.6)
    unknown = _OF_UNKNOWN.match(passage.unit.text, mention.end)
    if unknown and unknown["word"].lower() not in kinds():
        named = [i for i in bearing if _UP_TO_NAME.fullmatch(text, mention.end, discourse.mentions[i].start)]
        return Reference(references[named[0]].instrument, "sentence", 0.6, named[0]) if named else None
    before = [i for i in bearing if discourse.mentions[i].end <= mention.start]
    after = [i for i in bearing if discourse.mentions[i].start >= mention.end]
    lead = text[max(0, mention.start - 60) : mention.start]
    elsewhere = (_ELSEWHERE.search(lead) and not bearing) or _SURELY_ELSEWHERE.search(lead)
    if treaty and elsewhere and _has(treaty.articles, mention):
        return Reference(treaty_instrument(register, treaty).key, "reported treaty", 0.6)
    if before:
        return Reference(references[before[-1]].instrument, "sentence", 0.8, before[-1])
    if latest is None and after:
        return Reference(references[after[0]].instrument, "sentence", 0.6, after[0])
    if latest is not None:
        return Reference(latest.instrument, "unit", 0.7, latest.antecedent)
    if previous is not None and not (treaty and _in_heading(passage, mention)):
        return Reference(previous.instrument, "unit before", 0.5, previous.antecedent)
    if treaty and _has(treaty.articles, mention):
        return Reference(treaty_instrument(register, treaty).key, "reported treaty", 0.4)
    return None


def _amending_before(changing: Row, passage: Passage, mention: Mention) -> int | None:
    """The bill or amending instrument before a quoted article that changes another: "“Article 14. Amendment to …"."""
    if not _AMENDS.match(passage.unit.text, mention.end):
        return None
    return changing.before(mention.start)


def _changes(register: Register, reference: Reference) -> bool:
    instrument = register.at(reference.instrument)
    return instrument.kind == "bill" or instrument.wording.name.amending


def _within(passage: Passage, mention: Mention) -> int | None:
    """The instrument mention that the grammar saw, or the one inside the provision's words."""
    instruments = passage.row("instrument")
    seen = instruments.touching(*mention.instrument) if mention.instrument is not None else ()
    return next(iter(seen or instruments.inside(mention.start, mention.end)), None)


def _bears_articles(register: Register, reference: Reference) -> bool:
    return register.at(reference.instrument).kind not in _WITHOUT_ARTICLES


def _lacks(register: Register, reference: Reference, mention: Mention) -> bool:
    """Whether an article's number is too high for a treaty whose articles are known.

    "… the Code of Public Health, which, after ratification of the Convention, was supplemented with |article 136-1|"
    """
    known = register.at(reference.instrument).known
    if known is None or not known.articles:
        return False
    heads = [path[0] for path in mention.targets if path]
    numbers = [int(found[1]) for head in heads if (found := re.match(r"art:(\d+)", head))]
    return any(number > known.articles for number in numbers)


def _numbers(mention: Mention) -> list[int]:
    steps = [path[0].partition(":") for path in mention.targets if path]
    return [int(number) for unit, _, number in steps if unit == "art" and number.isdigit()]


def _in_heading(passage: Passage, mention: Mention) -> bool:
    return any(str(number) in passage.unit.convention_articles for number in _numbers(mention))


def _has(articles: int | None, mention: Mention) -> bool:
    numbers = _numbers(mention)
    return bool(numbers) and all(number <= (articles or 100) for number in numbers)
