"""The words of a report in Akoma Ntoso: `ref`, `mref` and `rref`, `date`, `organization`, notes and page ends.

What a mention denotes is an attribute, its words stay where they are; so a unit's words without the elements are the
unit's text, character for character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from treatygraph.export.explorer.prose import Mark, nest
from treatygraph.export.networks.characters import only_xml
from treatygraph.graph.iris import instrument_iri, safe
from treatygraph.report import Annotated, Entity, Mention, Note, NoteMark, Path, Unit

_DIGITS = "0123456789."
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
# What stands between the ends of a range: "articles 5 to 7", "articles 12-14", "(a) to (c)".
_RANGE = re.compile(r"\s*(?:\([^()]*\)|\))?\s*(?:to|through|up to|and up to|[-–—])\s*\(?\Z")


@dataclass
class Names:
    """Gives out the `eId`s of a document, each once: the second `para_8` is `para_8_2`."""

    taken: set[str] = field(default_factory=set)

    def take(self, wanted: str) -> str:
        """Take a name, with a number after it if another element has it."""
        name, count = wanted, 1
        while name in self.taken:
            count += 1
            name = f"{wanted}_{count}"
        self.taken.add(name)
        return name


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a unit's text that goes into one element, with the notes and page ends that stand in it."""

    start: int
    end: int
    inserted: tuple[tuple[int, Element], ...] = ()


class Words:
    """Writes stretches of the report's text; page ends and notes come once, in the order of the report."""

    def __init__(self, annotated: Annotated, names: Names, references: Mapping[str, str]) -> None:
        """Prepare for one report. `references` gives the `eId` of each entity's entry in `references`, by id."""
        self._mentions: dict[str, list[tuple[int, Mention]]] = {}
        for place, mention in enumerate(annotated.mentions):
            self._mentions.setdefault(mention.unit, []).append((place, mention))
        self._notes = annotated.report.notes
        self._units = {unit.id: unit for unit in annotated.report.units if unit.kind == "note"}
        self._entities: dict[str, Entity] = {entity.id: entity for entity in annotated.entities}
        self._names, self._references = names, references
        self._written: dict[int, str] = {}
        self._page: int | None = None

    def write(self, parent: Element, unit: Unit, piece: Piece) -> None:
        """Write a stretch into an element."""
        waiting = list(piece.inserted)
        marks = nest(self._mentions.get(unit.id, ()), piece.start, piece.end)
        self._weave(parent, unit.text, (piece.start, piece.end), marks, waiting)
        for _, element in waiting:
            parent.append(element)

    def spans(self, unit: Unit) -> tuple[tuple[int, int], ...]:
        """Tell where the unit's mentions stand."""
        return tuple((mention.start, mention.end) for _, mention in self._mentions.get(unit.id, ()))

    def note_elements(self, marks: Iterable[NoteMark]) -> tuple[tuple[int, Element], ...]:
        """Make the note of each mark, or a reference to it where it was written before."""
        return tuple((mark.at, self._note(mark)) for mark in marks)

    def page_ends(self, unit: Unit) -> tuple[tuple[int, Element], ...]:
        """Mark where a page ends: `number` is that of the page that does."""
        ends: list[tuple[int, Element]] = []
        for line in unit.lines:
            if self._page is not None and line.page > self._page:
                ends.append((line.start, Element("eop", {"number": str(self._page)})))
            self._page = max(line.page, self._page or 0)
        return tuple(ends)

    def unmarked_notes(self) -> tuple[Note, ...]:
        """Find the notes that no mark in the text leads to, save those of tables."""
        return tuple(n for place, n in enumerate(self._notes) if place not in self._written and n.kind != "table")

    def write_note(self, parent: Element, note: Note) -> None:
        """Write the words of a note."""
        unit = self._units.get(note.unit or "")
        if unit is None:
            parent.text = only_xml(note.text)
        else:
            self.write(parent, unit, Piece(0, len(unit.text)))

    def _note(self, mark: NoteMark) -> Element:
        same = [place for place, note in enumerate(self._notes) if note.label == mark.label and note.kind != "table"]
        here = (place for place in same if mark.page is not None and self._notes[place].page == mark.page)
        place = next(here, same[0] if same else None)
        if place is None:
            absent = Element("sup", {"class": "noteMark"})
            absent.text = only_xml(mark.label)
            return absent
        if place in self._written:
            return Element("noteRef", {"href": f"#{self._written[place]}", "marker": only_xml(mark.label)})
        name = self._names.take(f"authorialNote_{safe(mark.label) or 'mark'}")
        self._written[place] = name
        bottom = {"placement": "bottom"} if self._notes[place].kind == "footnote" else {}
        note = Element("authorialNote", {"eId": name, "marker": only_xml(mark.label), **bottom})
        self.write_note(SubElement(note, "p"), self._notes[place])
        return note

    def _weave(
        self,
        parent: Element,
        text: str,
        span: tuple[int, int],
        marks: tuple[Mark, ...],
        waiting: list[tuple[int, Element]],
        inside: Mark | None = None,
    ) -> None:
        at, end = span
        while marks:
            mark, held = marks[0], tuple(m for m in marks[1:] if m.end <= marks[0].end)
            _add_words(parent, text, at, mark.start, waiting)
            element = self._element(mark, inside)
            parent.append(element)
            if element.tag == "mref":
                self._write_several(element, text, mark, held, waiting)
            else:
                self._weave(element, text, (mark.start, mark.end), held, waiting, mark)
            at, marks = mark.end, marks[1 + len(held) :]
        _add_words(parent, text, at, end, waiting)

    def _write_several(
        self, parent: Element, text: str, mark: Mark, held: tuple[Mark, ...], waiting: list[tuple[int, Element]]
    ) -> None:
        """Write "articles 4, 5 and 8 to 10 of the Act": a reference for each division, then the instrument's."""
        mention, at = mark.mention, mark.start
        # Of a mention that runs over into the next piece, each piece has what stands in it.
        stretches = [
            stretch
            for stretch in locate_targets(mention, [(m.start, m.end) for m in held])
            if mark.start <= stretch[1] and stretch[2] <= mark.end
        ]
        while stretches or held:
            if held and (not stretches or held[0].start < stretches[0][1]):
                inner = tuple(m for m in held[1:] if m.end <= held[0].end)
                self._weave(parent, text, (at, held[0].end), (held[0], *inner), waiting)
                at, held = held[0].end, held[1 + len(inner) :]
                stretches = [stretch for stretch in stretches if stretch[1] >= at]
                continue
            first, start, finish, last = stretches.pop(0)
            _add_words(parent, text, at, start, waiting)
            ends = [self._target(mention, place) for place in (first, last)]
            if first == last:
                element = SubElement(parent, "ref", {"href": ends[0]})
            else:
                element = SubElement(parent, "rref", {"from": ends[0], "upTo": ends[1]})
            _add_words(element, text, start, finish, waiting)
            at = finish
        _add_words(parent, text, at, mark.end, waiting)

    def _element(self, mark: Mark, inside: Mark | None) -> Element:
        mention = mark.mention
        if mention.type == "date":
            if mention.value and _FULL_DATE.match(mention.value):
                return Element("date", {"date": mention.value})
            return Element("inline", {"name": "date", **({"title": mention.value} if mention.value else {})})
        known = self._references.get(mention.entity or "")
        if known is None:
            return Element("inline", {"name": mention.type})
        if mention.type == "agency":
            return Element("organization", {"refersTo": f"#{known}"})
        if mention.type == "instrument" and inside is not None and inside.mention.type == "provision":
            # A reference holds no reference, save the several of `mref`.
            if len(inside.mention.targets) < 2:
                return Element("inline", {"name": "instrument", "refersTo": f"#{known}"})
            return Element("ref", {"href": self._target(mention, None)})
        if mention.type == "provision" and len(mention.targets) > 1:
            return Element("mref")
        return Element("ref", {"href": self._target(mention, 0 if mention.targets else None)})

    def _target(self, mention: Mention, place: int | None) -> str:
        path: Path = () if place is None else mention.targets[place]
        assert mention.entity is not None
        return instrument_iri(mention.entity, path).value


def locate_targets(mention: Mention, held: Iterable[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Find the words of each division that a provision mention names: (first target, start, end, last target).

    First and last differ where the words are a range. The words of the instrument, `held`, are not searched; the
    first stretch has the words before its number, so that "articles 4 and 5" is "articles 4" and "5". Targets
    whose number is not printed ("articles 5 to 7": 6) have no stretch.
    """
    words = mention.text
    for start, end in held:
        start, end = max(start - mention.start, 0), max(end - mention.start, 0)
        words = words[:start] + "\0" * (end - start) + words[end:]
    found: list[tuple[int, int, int]] = []
    at = 0
    for place, path in enumerate(mention.targets):
        number = path[-1].partition(":")[2]
        match = _printed(number).search(words, at)
        if match is None:
            continue
        # "Constitution (articles 1 and 2)": the first stretch begins after the instrument.
        # "3.166 and 3.167": all that is printed in one word with the number belongs to it.
        joined = len(words[at : match.start()]) - len(words[at : match.start()].rstrip(_DIGITS))
        start = match.start() - joined if found else _first_word(words, words.rfind("\0", 0, match.start()) + 1)
        if found and (outer := [step for step in path[:-1] if step not in mention.targets[found[-1][0]]]):
            # "articles 5 (1) and 6 (2)": the stretch of the second begins with its article.
            before = _printed(outer[0].partition(":")[2]).search(words, at, match.start())
            start = before.start() if before else start
        found.append((place, start, match.end()))
        at = match.end()
    stretches: list[tuple[int, int, int, int]] = []
    for place, start, end in found:
        if stretches and _RANGE.match(words[stretches[-1][2] : start]):
            first, begin, _, _ = stretches.pop()
            stretches.append((first, begin, end, place))
        else:
            stretches.append((place, start, end, place))
    return [(first, mention.start + start, mention.start + end, last) for first, start, end, last in stretches]


def _first_word(words: str, at: int) -> int:
    found = re.compile(r"[\w§]").search(words, at)
    return found.start() if found else at


def _printed(number: str) -> re.Pattern[str]:
    """How a number may be printed: "417ter" also as "417 ter"."""
    digits, letters = re.fullmatch(r"(\d*)(.*)", number, re.DOTALL).groups()  # type: ignore[union-attr]
    return re.compile(
        rf"(?<!\w){digits}{r'[ -]?' if digits and letters else ''}{re.escape(letters)}(?!\w)", re.IGNORECASE
    )


def _add_words(parent: Element, text: str, start: int, end: int, waiting: list[tuple[int, Element]]) -> None:
    """Write words, and what is inserted among them; what stands at their end is left for those who come after."""
    while start < end:
        cut = max(start, min(waiting[0][0], end)) if waiting else end
        words = only_xml(text[start:cut])
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + words
        else:
            parent.text = (parent.text or "") + words
        start = cut
        if waiting and waiting[0][0] <= start < end:
            parent.append(waiting.pop(0)[1])
