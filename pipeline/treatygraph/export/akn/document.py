"""A report as an Akoma Ntoso 3.0 document, the XML of parliaments, courts and the United Nations.

Sections keep their order and headings, paragraphs their numbers; the items of a list, tables, footnotes and the list
of abbreviations are marked as such. Law, bodies and dates are marked in the words (`akn_words`), and a section refers
to the treaty's articles that its heading names. The links are the IRIs of the graph, so that both can be joined.

The elements and their order are those of the OASIS standard (Akoma Ntoso 1.0, Part 2, 29 August 2018); the names
follow AKN4UN, the guidelines of the UN system (https://unsceb-hlcm.github.io).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from treatygraph.export.akn.meta import describe_document, treaty_article_name
from treatygraph.export.akn.words import Names, Piece, Words
from treatygraph.export.networks.characters import only_xml
from treatygraph.graph.iris import safe
from treatygraph.linking.segments import split_segments
from treatygraph.ontology import state_names
from treatygraph.report import Annotated, Section, Unit

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_ITEM = re.compile(r"(\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)|(?:\d{1,2}|[a-z])\)|[•●▪◦·])\s+")
# Elements that hold words: a line end put among them would be one more blank.
_HOLD_WORDS = frozenset({"p", "num", "heading", "caption"})


def akn_document(annotated: Annotated) -> bytes:
    """Write a report as Akoma Ntoso, UTF-8. The same report gives the same bytes."""
    root = Element("akomaNtoso", {"xmlns": AKN})
    document = SubElement(root, "doc", {"name": "report"})
    names = Names()
    references = describe_document(document, annotated, names)
    writer = _Document(annotated, names, references)
    writer.write_preface(SubElement(document, "preface"))
    writer.write_body(SubElement(document, "mainBody"))
    _indent(root, 0)
    body = str(ElementTree.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()


@dataclass
class _Item:
    """An item of a list: its mark ("(a)", "•"), where its own words stand, and the items within it."""

    mark: str
    start: int
    end: int
    items: list[_Item] = field(default_factory=list)


class _Document:
    """The document while it is being written."""

    def __init__(self, annotated: Annotated, names: Names, references: dict[str, str]) -> None:
        self._report = annotated.report
        self._names, self._references = names, references
        self._words = Words(annotated, names, references)

    def write_preface(self, parent: Element) -> None:
        """Write what the cover says: symbol, committee, title, State, dates, job number."""
        report = self._report
        state = state_names().get(report.state or "", report.state)
        lines: list[tuple[str, str | None, dict[str, str]]] = [
            ("docNumber", report.symbol, {}),
            ("docCommittee", report.committee, self._refers("committee")),
            ("docTitle", report.title, {}),
            ("docProponent", state, self._refers(f"state:{report.state}")),
            ("docDate", report.date, {"date": report.date or ""}),
            ("docketNumber", report.job_number, {}),
        ]
        for tag, words, attributes in lines:
            if words:
                SubElement(SubElement(parent, "p"), tag, attributes).text = only_xml(words)

    def write_body(self, parent: Element) -> None:
        """Write the sections with their units, then what stands in none."""
        units: dict[int, list[Unit]] = {}
        for unit in self._report.units:
            if unit.kind != "note":  # notes are written at their marks
                units.setdefault(unit.section_index, []).append(unit)
        if self._report.abbreviations and not any(s.zone == "abbreviations" for s in self._report.sections):
            self._write_abbreviations(parent)
        self._write_units(parent, units.get(-1, ()))
        elements = {-1: parent}
        for place, section in enumerate(self._report.sections):
            elements[place] = self._write_section(elements.get(section.parent, parent), section)
            if section.zone == "abbreviations":
                self._write_abbreviations(elements[place])
            self._write_units(elements[place], units.get(place, ()))
        self._write_other_notes(parent)
        if not len(parent):
            SubElement(parent, "p")

    def _write_section(self, parent: Element, section: Section) -> Element:
        label, heading = section.label, section.heading
        if label and heading.startswith(label):
            heading = heading[len(label) :].lstrip()
        number = safe(label) or str(len(parent.findall("section")) + 1)
        prefix = f"{parent.get('eId')}__" if parent.get("eId") else ""
        element = SubElement(parent, "section", {"eId": self._names.take(f"{prefix}sec_{number}")})
        if section.zone != "body":
            element.set("class", section.zone)
        above = self._report.sections[section.parent].convention_articles if section.parent >= 0 else ()
        if section.convention_articles != above and self._report.treaty:
            articles = (treaty_article_name(self._report.treaty, a) for a in section.convention_articles)
            if found := [self._references[name] for name in articles if name in self._references]:
                element.set("refersTo", " ".join(f"#{name}" for name in found))
        if label:
            SubElement(element, "num").text = only_xml(label)
        if heading:
            SubElement(element, "heading").text = only_xml(heading)
        return element

    def _write_units(self, parent: Element, units: Sequence[Unit]) -> None:
        for unit in units:
            if unit.table is None:
                self._write_paragraph(parent, unit)
            else:
                self._write_table(parent, unit)

    def _write_paragraph(self, parent: Element, unit: Unit) -> None:
        numbered = unit.id.isdigit()
        name = self._names.take(f"para_{safe(unit.id)}")
        element = SubElement(parent, "paragraph", {"eId": name})
        if numbered:
            SubElement(element, "num").text = f"{unit.id}."
        intro, items = find_items(unit.text, self._words.spans(unit))
        pieces = _Pieces(unit, self._inserted(unit))
        if not items:
            self._write_words(SubElement(element, "content", {"eId": f"{name}__content"}), unit, pieces, len(unit.text))
            return
        self._write_list(element, unit, pieces, intro, items)

    def _write_list(self, parent: Element, unit: Unit, pieces: _Pieces, intro: int, items: Sequence[_Item]) -> None:
        """Write the words before the first item, up to `intro`, and the items; those within an item in the item."""
        name = self._names.take(f"{parent.get('eId')}__list_1")
        element = SubElement(parent, "list", {"eId": name})
        if unit.text[pieces.at : intro].strip():
            self._write_words(SubElement(element, "intro", {"eId": f"{name}__intro"}), unit, pieces, intro)
        for place, item in enumerate(items):
            bullet = not any(character.isalnum() for character in item.mark)
            tag = "indent" if bullet else "point"
            number = str(place + 1) if bullet else item.mark.strip("()")
            point = SubElement(element, tag, {"eId": self._names.take(f"{name}__{tag}_{number}")})
            SubElement(point, "num").text = item.mark
            pieces.skip_to(item.start)
            if item.items:
                self._write_list(point, unit, pieces, item.end, item.items)
            else:
                content = SubElement(point, "content", {"eId": f"{point.get('eId')}__content"})
                self._write_words(content, unit, pieces, item.end)

    def _write_words(self, parent: Element, unit: Unit, pieces: _Pieces, end: int) -> None:
        self._words.write(SubElement(parent, "p"), unit, pieces.take(end))

    def _write_table(self, parent: Element, unit: Unit) -> None:
        assert unit.table is not None
        name = self._names.take(safe(unit.id.replace(":", "_")))
        holder = SubElement(parent, "hcontainer", {"name": "table", "eId": name})
        content = SubElement(holder, "content", {"eId": f"{name}__content"})
        left = self._inserted(unit)
        table = SubElement(content, "table", {"eId": f"{name}__table"})
        if caption := unit.table.caption:
            left = self._write_stretch(SubElement(table, "caption"), unit, caption, 0, left)
        for row in unit.table.rows:
            line = SubElement(table, "tr") if row else None
            for cell in row:
                assert line is not None
                spans = {"rowspan": cell.row_span, "colspan": cell.column_span}
                attributes = {name: str(count) for name, count in spans.items() if count > 1}
                held = SubElement(line, "th" if cell.header else "td", attributes)
                if cell.text:
                    left = self._write_stretch(SubElement(held, "p"), unit, cell.text, cell.start, left)
        if not unit.table.cells:
            content.remove(table)
            self._write_words(content, unit, _Pieces(unit, ()), len(unit.text))
        for _, element in left:
            SubElement(content, "p", {"class": "tableNote"}).append(element)
        for words in (note.text for note in self._report.notes if note.kind == "table" and note.label == unit.id):
            SubElement(content, "p", {"class": "tableNote"}).text = only_xml(words)

    def _write_stretch(
        self, parent: Element, unit: Unit, words: str, start: int, inserted: list[tuple[int, Element]]
    ) -> list[tuple[int, Element]]:
        """Write the words of a cell or caption, which stand at `start`; give back what is inserted elsewhere."""
        end = start + len(words)
        if unit.text[start:end] != words:
            parent.text = only_xml(words)
            return inserted
        here = tuple(place for place in inserted if start <= place[0] <= end)
        self._words.write(parent, unit, Piece(start, end, here))
        return [place for place in inserted if place not in here]

    def _inserted(self, unit: Unit) -> list[tuple[int, Element]]:
        """Make what stands among the words of a unit: notes, and the ends of pages."""
        elements = (*self._words.page_ends(unit), *self._words.note_elements(unit.marks))
        return sorted(elements, key=lambda place: place[0])

    def _write_abbreviations(self, parent: Element) -> None:
        name = self._names.take("abbreviations")
        holder = SubElement(parent, "hcontainer", {"name": "abbreviations", "eId": name})
        content = SubElement(holder, "content", {"eId": f"{name}__content"})
        table = SubElement(content, "table", {"eId": f"{name}__table"})
        for abbreviation in self._report.abbreviations:
            row = SubElement(table, "tr")
            short = SubElement(SubElement(SubElement(row, "td"), "p"), "abbr", {"title": only_xml(abbreviation.long)})
            short.text = only_xml(abbreviation.short)
            SubElement(SubElement(row, "td"), "p").text = only_xml(abbreviation.long)

    def _write_other_notes(self, parent: Element) -> None:
        """Write the notes that no mark leads to, so that no word is lost."""
        notes = self._words.unmarked_notes()
        if not notes:
            return
        name = self._names.take("notes")
        holder = SubElement(parent, "hcontainer", {"name": "notes", "eId": name})
        for place, note in enumerate(notes, 1):
            element = SubElement(holder, "hcontainer", {"name": note.kind, "eId": f"{name}__note_{place}"})
            SubElement(element, "num").text = only_xml(note.label)
            content = SubElement(element, "content", {"eId": f"{name}__note_{place}__content"})
            self._words.write_note(SubElement(content, "p"), note)

    def _refers(self, name: str) -> dict[str, str]:
        return {"refersTo": f"#{self._references[name]}"} if name in self._references else {}


class _Pieces:
    """A unit's text, taken piece by piece with what is inserted in it."""

    def __init__(self, unit: Unit, inserted: Sequence[tuple[int, Element]]) -> None:
        self.at = 0
        self._text, self._inserted = unit.text, list(inserted)

    def take(self, end: int) -> Piece:
        """Take the text up to `end`, without the blanks at its edges, and all that is inserted before `end`."""
        words = self._text[self.at : end]
        start = self.at + len(words) - len(words.lstrip())
        last = end == len(self._text)
        inserted = tuple(place for place in self._inserted if place[0] < end or last)
        self._inserted = self._inserted[len(inserted) :]
        self.at = end
        return Piece(min(start, end), max(start, self.at - (len(words) - len(words.rstrip()))), inserted)

    def skip_to(self, start: int) -> None:
        """Go on after an item's mark, which is the item's number."""
        self.at = start


def find_items(text: str, mentions: Iterable[tuple[int, int]] = ()) -> tuple[int, list[_Item]]:
    """Find where the items of a paragraph's lists begin, and the items, those of an inner list within their item.

    A mark within a mention opens none: "section 19 (1), (2), and (3) of the Constitution".

    >>> end, items = find_items("Such are: (a) Acts of: (i) Parliament; (ii) Government; (b) Codes.")
    >>> end, [(item.mark, [inner.mark for inner in item.items]) for item in items]
    (10, [('(a)', ['(i)', '(ii)']), ('(b)', [])])
    """
    spans = tuple(mentions)
    marks = [
        found
        for segment in split_segments(text)
        if (found := _ITEM.match(text, segment.start + _blanks(text, segment.start), segment.end))
        and not any(start < found.start() < end for start, end in spans)
    ]
    ends = [*(found.start() for found in marks), len(text)]
    top: list[_Item] = []
    open_lists: list[tuple[str, list[_Item]]] = []
    for found, (_, end) in zip(marks, pairwise(ends), strict=True):
        item = _Item(found[1], found.end(), end)
        kind = _kind_of(found[1], open_lists)
        depth = next((n for n, (held, _) in enumerate(open_lists) if held == kind), None)
        if depth is not None:
            del open_lists[depth + 1 :]
        else:
            open_lists.append((kind, open_lists[-1][1][-1].items if open_lists else top))
        open_lists[-1][1].append(item)
    return ends[0], top


def _kind_of(mark: str, open_lists: Sequence[tuple[str, list[_Item]]]) -> str:
    """Tell "(i)" after "(h)" from the first of "(i), (ii), (iii)"."""
    inner = mark.strip("()")
    if not inner.isalpha():
        return re.sub(r"\d+", "1", mark)
    letters = mark.replace(inner, "a")
    last = next((items[-1].mark.strip("()") for kind, items in open_lists if kind == letters), "")
    follows = len(last) == len(inner) == 1 and ord(inner) == ord(last) + 1
    return mark.replace(inner, "i") if set(inner) <= set("ivx") and not follows else letters


def _blanks(text: str, start: int) -> int:
    return len(text[start:]) - len(text[start:].lstrip())


def _indent(element: Element, depth: int) -> None:
    """Put each element on a line of its own, save those among words."""
    if element.tag in _HOLD_WORDS or not len(element):
        return
    element.text = "\n" + " " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = "\n" + " " * (depth + 1)
    element[-1].tail = "\n" + " " * depth
