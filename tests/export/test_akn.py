"""A report as Akoma Ntoso: valid by the schema, with every word of the report and a link for every mention."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from treatygraph.building.build import Built, annotate
from treatygraph.export import akn_document
from treatygraph.export.akn.document import AKN, find_items
from treatygraph.export.akn.words import locate_targets
from treatygraph.report import (
    Abbreviation,
    Annotated,
    Cell,
    Entity,
    Line,
    Mention,
    MentionType,
    Note,
    NoteMark,
    Report,
    Section,
    Source,
    Table,
    Unit,
)

OTHERS = (
    "A-HRC-WG.6-34-SVN-1",
    "CRPD-C-BFA-1",
    "CRPD-C-CHL-2-4",
    "CRPD-C-DNK-1",
    "CRPD-C-LTU-1",
    "CRPD-C-MDV-1",
    "CRPD-C-MWI-1-2",
    "CRPD-C-NLD-1",
    "CRPD-C-SVK-2-3",
    "CRPD-C-TCD-1",
)
ACT = Entity("KAZ_act_prisons", "instrument", "Prisons Act", "act", "national", date="2001-05-03", state="KAZ")
COURT = Entity("KAZ_supreme-court", "agency", "Supreme Court", "court", "national", state="KAZ")
ARTICLE = "https://w3id.org/treatygraph/instrument/KAZ_act_prisons"


def paragraph(text: str, *mentions: Mention, notes: tuple[Note, ...] = (), **more: object) -> Annotated:
    """A report of one paragraph, in a section under article 17."""
    unit = Unit("57", "paragraph", text, "Article 17", 0, ("17",), **more)  # type: ignore[arg-type]
    section = Section(1, "Article 17", "Article 17 – Prisons", ("17",))
    source = Source("report.pdf", "0" * 64, "application/pdf", 1)
    report = Report("CED/C/KAZ/1", "KAZ", "CED", "Report of Kazakhstan", (unit,), source, (section,), notes)
    return Annotated(report, mentions, (ACT, COURT))


def mention(text: str, words: str, kind: MentionType, entity: str | None = None, **more: object) -> Mention:
    start = text.index(words)
    return Mention("57", kind, start, start + len(words), words, "test", entity=entity, **more)  # type: ignore[arg-type]


def read(annotated: Annotated) -> etree._Element:
    return etree.fromstring(akn_document(annotated))


def words_of(annotated: Annotated) -> str:
    """The words of the paragraph as they stand in XML, without the namespace."""
    found = read(annotated).find(f".//{{{AKN}}}paragraph//{{{AKN}}}p")
    assert found is not None
    return etree.tostring(found, encoding="unicode", with_tail=False).replace(f' xmlns="{AKN}"', "")


def body_words(document: etree._Element) -> str:
    """The words of the body, without blanks, for those at the edge of an element are not written."""
    body = document.find(f".//{{{AKN}}}mainBody")
    assert body is not None
    return "".join("".join(body.itertext()).split())


def report_words(annotated: Annotated) -> dict[str, str]:
    """What a document must hold: headings, units, notes, abbreviations, by what they are, without blanks."""
    report = annotated.report
    words = {f"heading of section {place}": s.heading for place, s in enumerate(report.sections)}
    words |= {f"note {note.label} on page {note.page}": note.text for note in report.notes}
    words |= {f"abbreviation {a.short}": f"{a.short}{a.long}" for a in report.abbreviations}
    return {name: "".join(text.split()) for name, text in words.items()}


def unit_words(document: etree._Element) -> dict[str, str]:
    """The words of each paragraph and table by its id, without its number and what a note adds."""
    words = {}
    for unit in document.iterfind(f".//{{{AKN}}}mainBody//*[@eId]"):
        tag, name = etree.QName(unit).localname, unit.get("eId", "")
        if tag == "paragraph" or (tag == "hcontainer" and unit.get("name") == "table"):
            words[name] = "".join(_own_words(unit, top=True).split())
    return words


def _own_words(element: etree._Element, *, top: bool = False) -> str:
    tag = etree.QName(element).localname
    tail = "" if top else element.tail or ""
    number = tag == "num" and etree.QName(element.getparent()).localname == "paragraph"
    if number or tag == "authorialNote" or element.get("class") in ("tableNote", "noteMark"):
        return tail
    return (element.text or "") + "".join(_own_words(child) for child in element) + tail


def assert_faithful(annotated: Annotated) -> None:
    """No word of the report is lost, no name used twice, no reference leads nowhere."""
    document = read(annotated)
    names = [element.get("eId") for element in document.iter() if element.get("eId")]
    assert len(names) == len(set(names))
    for element in document.iter():
        for reference in f"{element.get('refersTo', '')} {element.get('as', '')} {element.get('source', '')}".split():
            assert reference[1:] in names
    units = unit_words(document)
    standing = [unit for unit in annotated.report.units if unit.kind != "note"]  # notes are within these
    assert len(units) == len(standing)
    for unit in standing:
        name = f"para_{unit.id.replace(':', '-')}" if unit.table is None else unit.id.replace(":", "_")
        assert units[name] == "".join(unit.text.split()), unit.id
    whole = body_words(document)
    assert [name for name, words in report_words(annotated).items() if words not in whole] == []


# The words of a paragraph.


def test_a_law_with_its_date_is_a_reference_and_a_body_an_organization() -> None:
    text = "The Supreme Court applies the Prisons Act of 3 May 2001."
    annotated = paragraph(
        text,
        mention(text, "Supreme Court", "agency", "KAZ_supreme-court"),
        mention(text, "Prisons Act of 3 May 2001", "instrument", "KAZ_act_prisons"),
        mention(text, "3 May 2001", "date", value="2001-05-03"),
    )
    assert words_of(annotated) == (
        '<p>The <organization refersTo="#KAZ_supreme-court">Supreme Court</organization> applies the '
        f'<ref href="{ARTICLE}">Prisons Act of <date date="2001-05-03">3 May 2001</date></ref>.</p>'
    )


def test_a_year_has_no_day_to_write() -> None:
    text = "Since 2001 nothing has changed."
    annotated = paragraph(text, mention(text, "2001", "date", value="2001"))
    assert words_of(annotated) == '<p>Since <inline name="date" title="2001">2001</inline> nothing has changed.</p>'


def test_several_articles_are_references_within_one() -> None:
    text = "See articles 4, 5 and 8 to 10 of the Prisons Act."
    targets = tuple((f"art:{number}",) for number in (4, 5, 8, 9, 10))
    annotated = paragraph(
        text,
        mention(text, "articles 4, 5 and 8 to 10 of the Prisons Act", "provision", "KAZ_act_prisons", targets=targets),
        mention(text, "Prisons Act", "instrument", "KAZ_act_prisons"),
    )
    assert words_of(annotated) == (
        f'<p>See <mref><ref href="{ARTICLE}__art_4">articles 4</ref>, <ref href="{ARTICLE}__art_5">5</ref> and '
        f'<rref from="{ARTICLE}__art_8" upTo="{ARTICLE}__art_10">8 to 10</rref> of the '
        f'<ref href="{ARTICLE}">Prisons Act</ref></mref>.</p>'
    )


def test_one_article_is_one_reference_and_holds_no_other() -> None:
    text = "See article 4 of the Prisons Act."
    annotated = paragraph(
        text,
        mention(text, "article 4 of the Prisons Act", "provision", "KAZ_act_prisons", targets=(("art:4",),)),
        mention(text, "Prisons Act", "instrument", "KAZ_act_prisons"),
    )
    assert words_of(annotated) == (
        f'<p>See <ref href="{ARTICLE}__art_4">article 4 of the '
        '<inline name="instrument" refersTo="#KAZ_act_prisons">Prisons Act</inline></ref>.</p>'
    )


def test_what_is_not_resolved_is_marked_without_a_link() -> None:
    text = "Some other Act applies."
    annotated = paragraph(text, mention(text, "other Act", "instrument"))
    assert words_of(annotated) == '<p>Some <inline name="instrument">other Act</inline> applies.</p>'


@pytest.mark.parametrize(
    ("words", "targets", "stretches"),
    [
        ("articles 5 to 7", (("art:5",), ("art:6",), ("art:7",)), ["articles 5 to 7"]),
        ("sections 5 (1) and 6 (2)", (("sec:5", "par:1"), ("sec:6", "par:2")), ["sections 5 (1", "6 (2"]),
        ("§17 (1) to (3)", (("sec:17", "par:1"), ("sec:17", "par:2"), ("sec:17", "par:3")), ["§17 (1) to (3"]),
        ("Articles 417 ter and 417 quater", (("art:417ter",), ("art:417quater",)), ["Articles 417 ter", "417 quater"]),
        ("articles 3.166 and 3.167", (("art:3", "par:166"), ("art:3", "par:167")), ["articles 3.166", "3.167"]),
    ],
)
def test_each_division_has_its_words(words: str, targets: tuple[tuple[str, ...], ...], stretches: list[str]) -> None:
    found = locate_targets(Mention("57", "provision", 0, len(words), words, "test", targets=targets), [])
    assert [words[start:end] for _, start, end, _ in found] == stretches


def test_a_footnote_stands_where_its_mark_is_and_is_referred_to_after_that() -> None:
    text = "The Act is new. The Court is not."
    marks = (NoteMark(15, "3"), NoteMark(33, "3"))
    annotated = paragraph(text, marks=marks, notes=(Note("3", "Published in 2001."),))
    assert words_of(annotated) == (
        '<p>The Act is new.<authorialNote eId="authorialNote_3" marker="3" placement="bottom"><p>Published in 2001.</p>'
        '</authorialNote> The Court is not.<noteRef href="#authorialNote_3" marker="3"/></p>'
    )


def test_the_end_of_a_page_is_kept() -> None:
    text = "one two"
    lines = (Line(0, 4, 3, 0, 10, (0.0,) * 5), Line(4, 7, 4, 0, 10, (0.0,) * 4))
    assert words_of(paragraph(text, lines=lines)) == '<p>one <eop number="3"/>two</p>'


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    assert words_of(paragraph("An \x0bAct & a <Code>")) == "<p>An \ufffdAct &amp; a &lt;Code&gt;</p>"


# Its lists.


def test_items_within_items_are_lists_within_points() -> None:
    text = "Such are: (a) Acts of: (i) Parliament; (ii) Government; (b) Codes."
    document = read(paragraph(text))
    found = {
        element.get("eId"): "".join(element.itertext()).split() for element in document.iterfind(f".//{{{AKN}}}point")
    }
    assert found == {
        "para_57__list_1__point_a": ["(a)", "Acts", "of:", "(i)", "Parliament;", "(ii)", "Government;"],
        "para_57__list_1__point_a__list_1__point_i": ["(i)", "Parliament;"],
        "para_57__list_1__point_a__list_1__point_ii": ["(ii)", "Government;"],
        "para_57__list_1__point_b": ["(b)", "Codes."],
    }


def test_the_ninth_letter_is_not_the_first_roman_number() -> None:
    _, items = find_items("These: (g) one; (h) two; (i) three; (j) four.")
    assert [item.mark for item in items] == ["(g)", "(h)", "(i)", "(j)"]


def test_a_mark_within_a_mention_opens_no_item() -> None:
    text = "It violates section 19 (1), (2), and (3) of the Act."
    assert [item.mark for item in find_items(text)[1]] == ["(3)"]
    assert find_items(text, [(12, 51)])[1] == []


# The whole document.


def test_a_section_refers_to_the_articles_of_its_heading() -> None:
    section = read(paragraph("Text.")).find(f".//{{{AKN}}}section")
    assert section is not None
    assert section.get("refersTo") == "#CED__art_17"
    assert [child.text for child in section[:2]] == ["Article 17", "– Prisons"]


def test_a_table_keeps_caption_cells_spans_and_notes() -> None:
    text = "Cases Year Cases 2009 4"
    cells = (
        Cell(0, 0, "Year", 6, 10, header=True),
        Cell(0, 1, "Cases", 11, 16, header=True, column_span=2),
        Cell(1, 0, "2009", 17, 21),
        Cell(1, 1, "4", 22, 23),
    )
    unit = Unit("table:1", "table", text, table=Table("Cases", cells), marks=(NoteMark(21, "*"),))
    notes = (Note("*", "From May."), Note("table:1", "Source: Court.", kind="table"))
    source = Source("report.pdf", "0" * 64, "application/pdf", 1)
    report = Report("CED/C/KAZ/1", "KAZ", "CED", "Report", (unit,), source, notes=notes)
    annotated = Annotated(report, (Mention("table:1", "date", 17, 21, "2009", "test", value="2009"),))
    table = read(annotated).find(f".//{{{AKN}}}hcontainer[@name='table']")
    assert table is not None
    words = etree.tostring(table, encoding="unicode").replace(f' xmlns="{AKN}"', "")
    assert "".join(line.strip() for line in words.splitlines()) == (
        '<hcontainer name="table" eId="table_1"><content eId="table_1__content"><table eId="table_1__table">'
        '<caption>Cases</caption><tr><th><p>Year</p></th><th colspan="2"><p>Cases</p></th></tr>'
        '<tr><td><p><inline name="date" title="2009">2009</inline><authorialNote eId="authorialNote_mark" marker="*" '
        'placement="bottom"><p>From May.</p></authorialNote></p></td><td><p>4</p></td></tr></table>'
        '<p class="tableNote">Source: Court.</p></content></hcontainer>'
    )


def test_abbreviations_and_notes_without_a_mark_are_not_lost() -> None:
    source = Source("report.txt", "0" * 64, "text/plain")
    abbreviations = (Abbreviation("NGO", "Non-governmental organization"),)
    notes = (Note("1", "See the Act."), Note("1", "See the Code."))
    report = Report("CED/C/KAZ/1", None, None, "", (), source, notes=notes, abbreviations=abbreviations)
    assert_faithful(Annotated(report))


def test_names_follow_the_naming_of_the_un(annotated: Annotated) -> None:
    names = [element.get("value") for element in read(annotated).iterfind(f".//{{{AKN}}}FRBRuri")]
    work = "/akn/un/doc/report/un-ced/2014/CED-C-KAZ-1"
    assert names == [work, f"{work}/eng", f"{work}/eng.xml"]


def test_the_report_keeps_every_word(annotated: Annotated) -> None:
    assert_faithful(annotated)


def test_every_resolved_mention_is_a_link(annotated: Annotated) -> None:
    document = read(annotated)
    targets = {e.get("href", "").rpartition("/")[2] for e in document.iter(f"{{{AKN}}}ref")}
    targets |= {e.get("refersTo", "")[1:] for e in document.iter(f"{{{AKN}}}inline", f"{{{AKN}}}organization")}
    named = {mention.entity for mention in annotated.mentions if mention.type in ("instrument", "agency")} - {None}
    assert named <= targets
    assert len(named) > 100


def test_the_report_is_valid(annotated: Annotated, schema: etree.XMLSchema) -> None:
    schema.assertValid(read(annotated))


@pytest.mark.parametrize("name", OTHERS)
def test_other_reports_are_valid_and_keep_every_word(name: str, shared: Path, schema: etree.XMLSchema) -> None:
    other = annotate(shared / "reports" / f"{name}.pdf")
    schema.assertValid(read(other))
    assert_faithful(other)


@given(
    st.text(st.sampled_from("ab ;:().1iv\u2022\x01<&"), max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12), st.sampled_from(("date", "agency", "provision")))),
    st.lists(st.integers(0, 40), max_size=3),
)
def test_words_stay_whatever_is_marked_in_them(
    text: str, spans: list[tuple[int, int, MentionType]], places: list[int]
) -> None:
    targets = (("art:1",), ("art:i",))
    mentions = [
        Mention(
            "57", kind, start, min(start + length, len(text)), text[start : start + length], "test", targets=targets
        )
        for start, length, kind in sorted(spans)
        if start < len(text)
    ]
    for entity in (None, "KAZ_act_prisons"):
        marked = tuple(
            Mention(m.unit, m.type, m.start, m.end, m.text, m.rule, targets=m.targets, entity=entity) for m in mentions
        )
        marks = tuple(NoteMark(min(place, len(text)), "1") for place in sorted(places))
        annotated = paragraph(text, *marked, marks=marks, notes=(Note("1", "A note."),))
        kept = "".join(text.replace("\x01", "\ufffd").split())
        assert unit_words(read(annotated))["para_57"] == kept


# The command.


def test_the_command_writes_it(built: Built, annotated: Annotated, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    result = run("export", built.folder, "--format", "akn", "--output", tmp_path / "report.xml")
    assert (result.returncode, result.stderr) == (0, "")
    assert (tmp_path / "report.xml").read_bytes() == akn_document(annotated)


def test_a_document_holds_one_report(tmp_path: Path, run) -> None:  # type: ignore[no-untyped-def]
    for name in ("A", "B"):
        (tmp_path / "out" / name).mkdir(parents=True)
        (tmp_path / "out" / name / "graph.ttl").touch()
    result = run("export", tmp_path / "out", "--format", "akn")
    assert result.returncode == 1
    assert "a document holds one report" in result.stderr


@pytest.fixture(scope="session")
def schema(shared: Path) -> etree.XMLSchema:
    """Akoma Ntoso 3.0 by OASIS, as published on 30 March 2017."""
    return etree.XMLSchema(etree.parse(shared / "schemas" / "akomantoso-3.0" / "akomantoso30.xsd"))
