"""What a note takes from the place of its mark: the law whose number it tells, the programme that "this" means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from treatygraph.recognition.notes import repeated_begin
from treatygraph.report import InstrumentName, Mention
from treatygraph.resolution.aliases import Apposition
from treatygraph.resolution.contradictions import complementary
from treatygraph.resolution.memory import Memory, Seen
from treatygraph.resolution.passages import Discourse, Passage

# A note that is nothing but a number: "See Act No. 6 of 2011.", "Cap. 33:02 of the Laws of Malawi."
_BEHIND = re.compile(r"(?: of the Laws of [A-Z][A-Za-z ]+)?\.?\s*")
_BEFORE = re.compile(r"\s*(?:See(?: also)?,? )?")
# What may stand between a name and its mark.
_AT_MARK = '”"’),.;: '
_THIS = "This "


def numbers_at_marks(discourse: Discourse, names: Mapping[int, InstrumentName]) -> Iterator[Apposition]:
    """The names with a mark behind them whose note is the law's number alone.

    "Malawi has the |Pension Act|¹", and "1. |Act No. 6 of 2011|."
    """
    repeated = repeated_begin(discourse.report.units)
    for passage in discourse.passages:
        indices = [i for i in passage.mentions if i in names]
        if not passage.is_note or passage.unit.noted is None or len(indices) != 1:
            continue
        text, number = passage.unit.text, discourse.mentions[indices[0]]
        start = len(repeated) if repeated and text.startswith(repeated) else 0
        if not (_BEFORE.fullmatch(text, start, number.start) and _BEHIND.fullmatch(text, number.end)):
            continue
        unit, at = passage.unit.noted
        host = discourse.passages[discourse.places[unit]]
        named = host.row("instrument").closing(len(host.unit.text[:at].rstrip(_AT_MARK)))
        if named is not None and complementary(names[named], names[indices[0]]):
            yield Apposition(named, indices[0], True)


def law_quoted(discourse: Discourse, memory: Memory, passage: Passage, i: int, name: InstrumentName) -> Seen | None:
    """What "this Act" is in the words of a law's articles: the law named last, be it called an Act or a code.

    "the |Criminal Code|¹", and "1. |Article 292|. Any person … |Article 293|. … under Article 292 of this |Act|"
    """
    mention, text = discourse.mentions[i], passage.unit.text
    provisions = passage.row("provision").indices
    opening = discourse.mentions[provisions[0]] if provisions else None
    if opening is None or opening.start > 0 or opening.instrument is not None or name.head not in {"act", "law"}:
        return None
    named = passage.row("instrument").before(mention.start)
    own = named is not None and not discourse.mentions[named].anaphor
    if own or not text.endswith((" this ", " present "), 0, mention.start):
        return None
    laws = [seen for group in ("act", "code", "constitution") for seen in memory.groups.get(group, [])[-1:]]
    last = max(laws, key=lambda seen: seen.index, default=None)
    return last if last is not None and last.passage >= passage.index - 1 else None


def opens_with_this(passage: Passage, mention: Mention) -> bool:
    """Whether a note begins with "This" and the mention: "This |programme| serves 118 children."."""
    return passage.unit.noted is not None and mention.start == len(_THIS) and passage.unit.text.startswith(_THIS)


def in_another_item(discourse: Discourse, passage: Passage, found: Seen) -> bool:
    """Whether a note stands at an item of a list, and what was named before its mark at another.

    "• the |“Hope” programme|; • the programme of support for children¹", and "1. This |programme| serves 118 children."
    """
    if passage.unit.noted is None:
        return False
    unit, at = passage.unit.noted
    named = discourse.mentions[found.index]
    return named.unit == unit and "•" in discourse.passages[discourse.places[unit]].unit.text[named.end : at]
