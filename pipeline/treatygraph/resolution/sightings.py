"""Where a report names its instruments: in which sentences, beside which gazettes, and which bracket defines which.

What one sentence names side by side is two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from treatygraph.resolution.gazettes import Gazette, gazette_behind
from treatygraph.resolution.identity import Register
from treatygraph.resolution.passages import Discourse
from treatygraph.resolution.wordings import Instrument

_HEREINAFTER = re.compile(r"\((?:hereinafter|hereafter|henceforth|further)\b[^()]{0,40}$")
_DEFINED_REACH = 500
# "Organic Law on Social Assistance |(Lei Orgânica da Assistência Social – LOAS)|", "(… Pensions |– LOAS)|"
_ABBREVIATED = re.compile(
    r"[”\"]? (?:\((?:[^()]{1,90} [–—-] )?[“\"]?(?P<bracket>[A-Z]{4,}(?:-\d)?)[”\"]?\)"
    r"|[–—-] (?P<dash>[A-Z]{4,}(?:-\d)?)\))"
)

_Sentences = frozenset[tuple[str, int]]


class Sightings:
    """Where each instrument of a register is named in full, and by which gazettes it is published."""

    def __init__(self, discourse: Discourse, register: Register, full: Mapping[int, int]) -> None:
        """Read the places of all names: `full` are the mentions that are names, each with its instrument's key."""
        self.register = register
        self._discourse = discourse
        self._full = full
        self._sentences: dict[int, set[tuple[str, int]]] = defaultdict(set)
        self._units: dict[int, set[int]] = defaultdict(set)
        self._gazettes: dict[int, dict[Gazette, None]] = defaultdict(dict)
        for i, key in self._full.items():
            mention = discourse.mentions[i]
            passage = discourse.passage(mention)
            self._sentences[key].add((mention.unit, passage.sentence(mention.start)[0]))
            self._units[key].add(passage.index)
            if (gazette := gazette_behind(passage.unit.text, mention.end)) is not None:
                self._gazettes[key][gazette] = None

    def apart(self, first: Instrument, second: Instrument) -> bool:
        """Whether no sentence names both: what is named side by side is two."""
        return self.sentences(first).isdisjoint(self.sentences(second))

    def far_apart(self, first: Instrument, second: Instrument) -> bool:
        """Whether no unit names both: the items of a list are sentences of their own."""
        units = [{unit for unit, _ in self.sentences(x)} for x in (first, second)]
        return units[0].isdisjoint(units[1])

    def sentences(self, instrument: Instrument) -> _Sentences:
        """The sentences that name an instrument, each by its unit and where it begins."""
        return frozenset().union(*(self._sentences.get(key, ()) for key in _keys(instrument)))

    def gazettes(self, instrument: Instrument) -> list[Gazette]:
        """The gazettes behind its names."""
        return [gazette for key in _keys(instrument) for gazette in self._gazettes.get(key, ())]

    def spell_out(self, place: str) -> str:
        """A place with the report's abbreviations spelt out: "RS", "FBH"."""
        return " ".join(self.register.short_forms.get(part, part) for part in place.split())

    def defined(self) -> Iterator[tuple[Instrument, Instrument]]:
        """What a bracket calls in short, and what it is: "|Programme for 2009–2011| … (hereinafter |…|)"."""
        for i, key in self._full.items():
            mention = self._discourse.mentions[i]
            passage = self._discourse.passage(mention)
            if not _HEREINAFTER.search(passage.unit.text, max(0, mention.start - 60), mention.start):
                continue
            words = self.register.words(self.register.at(key).wording.name)
            before = passage.row("instrument").inside(max(0, mention.start - _DEFINED_REACH), mention.start)
            for j in reversed(before):
                if j in self._full and words:
                    long = self.register.at(self._full[j])
                    if any(words < self.register.words(wording.name) for wording in long.wordings):
                        yield long, self.register.at(key)
                        break

    def abbreviated(self) -> Iterator[tuple[Instrument, Instrument]]:
        """What the report abbreviates in the same way, two by two, each with the one before it."""
        last: dict[str, int] = {}
        for i, key in sorted(self._full.items()):
            mention = self._discourse.mentions[i]
            found = _ABBREVIATED.match(self._discourse.passage(mention).unit.text, mention.end)
            if found and " " in mention.text:
                short = found["bracket"] or found["dash"]
                if short in last:
                    yield self.register.at(last[short]), self.register.at(key)
                last[short] = key

    def units(self, instrument: Instrument) -> tuple[int, ...]:
        """The places in the report of the units that name an instrument, in reading order."""
        return tuple(sorted({place for key in _keys(instrument) for place in self._units.get(key, ())}))


def _keys(instrument: Instrument) -> tuple[int, ...]:
    """The keys under which the names of an instrument were placed: its own, and of those merged into it."""
    return instrument.key, *instrument.absorbed
