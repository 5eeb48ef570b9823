"""Real reports of 36 States: every printed paragraph, nothing else in its text, its articles, its place.

The reports stand in `../shared/reports`; without them these tests are skipped.
"""

import json
import re

import pytest
from real_reports import MORE, REPORTS, SHARED, needs_shared, path_of, report_of

from treatygraph.reading.document.contents import Entry, find_contents
from treatygraph.reading.file.glyphs_pdfium import glyphs
from treatygraph.reading.page.furniture import split_furniture
from treatygraph.reading.page.lines import set_lines

GOLD = sorted(path.name for path in (SHARED / "gold").glob("CRPD-*"))

# The number of the last printed paragraph of some reports, counted on the page.
LAST = {
    "A-HRC-WG.6-34-SVN-1": 116, "CRPD-C-AND-1": 240, "CRPD-C-BEL-1": 189, "CRPD-C-BFA-1": 190, "CRPD-C-BIH-1": 248,
    "CRPD-C-CHL-2-4": 212, "CRPD-C-CUB-1": 426, "CRPD-C-DNK-1": 502, "CRPD-C-DOM-2-3": 155, "CRPD-C-ESP-1": 253,
    "CRPD-C-ETH-2-3": 63, "CRPD-C-KAZ-1": 508, "CRPD-C-KEN-1": 291, "CRPD-C-KOR-1": 169, "CRPD-C-URY-1": 475,
}  # fmt: skip
PRINTED_GAPS = {"CRPD-C-ESP-1": (107,)}  # paragraph 106 is followed by 108

# What must never stand in a paragraph: job numbers, running symbols with a page, dot leaders, meaningless letters.
FOREIGN = re.compile(r"\bGE\.\d\d-\d{4}|\*\d{7}\*|\.{6,}|(?:\. ){6,}|_{5,}|[\ue000-\uf8ff\ufffd]|\s{2}|^\s|\s$")


@needs_shared
@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_read_whole_and_clean(name: str) -> None:
    report = report_of(name)
    numbers = [int(unit.id) for unit in report.units if unit.id.isdigit()]
    gaps = PRINTED_GAPS.get(name, ())
    assert report.quality.number_gaps == gaps
    assert numbers == [n for n in range(1, numbers[-1] + 1) if n not in gaps]
    assert numbers[-1] == LAST.get(name, numbers[-1])
    assert report.symbol.replace("/", "-") == name
    assert report.state == report.symbol.split("/")[-2][:3]
    assert len({unit.id for unit in report.units}) == len(report.units)
    for unit in report.units:
        assert not FOREIGN.search(unit.text), (unit.id, FOREIGN.search(unit.text))
        for line in unit.lines:
            assert len(line.edges) == line.end - line.start + 1
            assert 0 <= line.start < line.end <= len(unit.text)
        for mark in unit.marks:
            assert 0 <= mark.at <= len(unit.text)


@needs_shared
@pytest.mark.parametrize("name", REPORTS)
def test_a_mark_has_its_note(name: str) -> None:
    report = report_of(name)
    labels = {note.label for note in report.notes}
    assert {mark.label for unit in report.units for mark in unit.marks if mark.label.isdigit()} <= labels


# What the contents give and the pages do not bear out: looked up on the pages, all are slips of the print.
SLIPS = {
    "CRPD-C-AZE-1": ["Article 16", "Article 17"],  # paragraph 133 stands under article 17
    "CRPD-C-KOR-1": ["List of tables", "Article 24"],  # on page 4; "110-11"
    "CRPD-C-LVA-1": ["Article 28", "Article 29", "Article 32"],  # each a page further
}


def entries_of(name: str) -> tuple[Entry, ...]:
    """The lines of the contents pages, straight from the printed lines."""
    pages = [set_lines(page) for page in glyphs(str(path_of(name)), None, range(1, 6))]
    return find_contents(split_furniture(pages)[0]).entries


@needs_shared
def test_contents_and_headings_agree() -> None:
    """Of the lines of contents pages that give paragraphs, 99 in 100 name a heading found with just these under it."""
    with_range = [entry for name in REPORTS for entry in entries_of(name) if entry.first is not None]
    mismatches = {name: report_of(name).quality.contents_mismatches for name in REPORTS}
    assert len(with_range) > 390
    assert sum(": paragraphs " in m or "not found" in m for ms in mismatches.values() for m in ms) <= 0.01 * len(
        with_range
    )
    named = {name: [re.split(r" [-–]|:| Ed", m)[0] for m in ms] for name, ms in mismatches.items() if ms}
    assert named == SLIPS


# The same of the other reports: paragraph 179 is followed by 181, "Article 15" has "23–125", and headings stand at
# the foot of the page before the one that the contents give.
MORE_GAPS = {"CRPD-C-SAU-1": (180,)}
MORE_SLIPS = {
    "CRPD-C-DEU-1": ["Article 15"],
    "CRPD-C-SAU-1": [f"Article {n}." for n in (10, 15, 23, 25, 26, 29, 32)],
}


@needs_shared
@pytest.mark.parametrize("name", MORE)
def test_more_documents_are_read_whole(name: str) -> None:
    quality = report_of(name).quality
    assert quality.number_gaps == MORE_GAPS.get(name, ())
    named = [" ".join(line.split()[:2]) for line in quality.contents_mismatches]
    assert named == MORE_SLIPS.get(name, [])


@needs_shared
@pytest.mark.parametrize(
    ("name", "paragraph", "articles"),
    [
        ("CRPD-C-BEL-1", "50", "9"),  # "Public transport" under "Article 9 Accessibility"
        ("CRPD-C-NIC-2", "124", "25"),  # a sub-heading set like "Health (art. 25)"
        ("CRPD-C-ESP-1", "79", ""),  # "L. Freedom from exploitation" names none, after "K. Article 15"
        ("CRPD-C-ESP-1", "174", "27"),  # "… (a) and (g) of article 1 of the Convention" in passing
        ("CRPD-C-ESP-1", "194", "28"),
        ("CRPD-C-VEN-1", "61", "10"),  # "VI. Article 10 Right to life"
        ("CRPD-C-MOZ-1", "49", "9 20"),
        ("CRPD-C-DNK-1", "387", ""),  # "VI. Greenland" ends article 33
        ("CRPD-C-DNK-1", "388", "1 2 3 4"),
        ("CRPD-C-SLE-1", "131", "3 4"),
        ("A-HRC-WG.6-34-SVN-1", "5", ""),
    ],
)
def test_articles_in_force(name: str, paragraph: str, articles: str) -> None:
    assert report_of(name).unit(paragraph).convention_articles == tuple(articles.split())


@needs_shared
def test_replies_keep_the_number_of_the_issue() -> None:
    report = report_of("CRPD-C-DOM-2-3")
    assert [report.unit(n).reply_to for n in ("1", "9", "16", "28", "70", "155")] == [
        "1 (a)", "2 (b)", "4", "5", "12 (a)", "28",
    ]  # fmt: skip


@needs_shared
def test_notes_over_pages_and_at_the_end() -> None:
    endnotes = [note for note in report_of("A-HRC-WG.6-34-SVN-1").notes if note.kind == "endnote"]
    assert [note.label for note in endnotes] == [str(n) for n in range(1, 35)]
    footnotes = {note.label: note for note in report_of("CRPD-C-BEL-1").notes}
    assert footnotes["27"].text.endswith(
        "immediately fulfils his obligations under article 6."
    )  # from page 22 on to 23


@needs_shared
def test_raised_article_numbers_stay_in_the_text() -> None:
    assert "Article 41⁶ of the Republic of" in report_of("CRPD-C-LTU-1").unit("73").text


@needs_shared
@pytest.mark.parametrize("name", GOLD)
def test_against_the_gold(name: str) -> None:
    """Texts as annotated; the annotators left footnote digits where the file has them ("in force.4")."""
    units = {unit.id: unit for unit in report_of(name).units}
    for line in (SHARED / "gold" / name / "paragraphs.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        unit = units[row["id"]]
        text = unit.text
        for mark in sorted(unit.marks, key=lambda mark: -mark.at):
            text = text[: mark.at] + mark.label + text[mark.at :]
        assert text.replace(" ", "") == row["text"].replace(" ", "")
        assert list(unit.convention_articles) == row["convention_articles"]
