"""What a reader does with the page, in a browser with the network cut; the readers see to it that nothing fails."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from explorer_reader import Reader, reader_of, until
from PIL import Image
from rdflib.plugins.sparql import prepareQuery

from browser import drawn
from treatygraph.export.explorer import write_page
from treatygraph.linking import link
from treatygraph.report import Annotated

AXE = Path(__file__).parents[3] / "pipeline/treatygraph/export/explorer/web/node_modules/axe-core/axe.min.js"


def entity_named(reader: Reader, name: str) -> str:
    """The id of the entity with this name or other name."""
    return str(
        reader.page.evaluate(
            """name => JSON.parse(document.getElementById("data").textContent).entities
                .find(e => e.name === name || (e.aliases ?? []).includes(name)).id""",
            name,
        )
    )


@pytest.mark.parametrize(
    ("view", "title"),
    [
        ("", "Kazakhstan · CED"),
        ("#overview", "Kazakhstan · CED"),
        ("#articles", "Articles"),
        ("#article=17", "Articles 17, 18, 20"),
        ("#article=treaty", "The treaty as a whole"),
        ("#laws", "Laws and other instruments"),
        ("#bodies", "Public bodies"),
        ("#figures", "Figures"),
        ("#search=detention", "“detention”"),
        ("#law=nothing", "Not in this report"),
        ("#mention=nothing", "Not in this report"),
        ("#article=%E0%A4%A", "Not in this report"),
    ],
)
def test_every_view_has_an_address(reader: Reader, view: str, title: str) -> None:
    reader.open(view)
    assert reader.title().startswith(title)


def test_a_paragraph_has_an_address(reader: Reader) -> None:
    page = reader.open("#par-57")
    box = page.locator("#par-57").bounding_box()
    assert 0 < box["y"] < 900
    assert page.locator("#par-57.seen").count() == 1


def test_a_mark_leads_to_what_it_denotes_and_every_place_that_cites_it(reader: Reader) -> None:
    page = reader.open("#par-57")
    page.locator("#par-57 .provision a").first.click()
    reader.shows("Code of Criminal Procedure")
    assert "is its art. 532 (1)" in reader.text()
    cited = page.locator("#side .entry .place").all_inner_texts()
    assert "Para. 57" in cited
    assert len(cited) > 5
    assert page.locator("#text .m.on").count() > 5
    assert page.locator("#par-57 .m.here").count() >= 1


def test_a_law_leads_to_its_paragraphs(reader: Reader) -> None:
    page = reader.open()
    reader.open(f"#law={entity_named(reader, 'Code of Criminal Procedure')}")
    page.locator("#side .entry .place", has_text="Para. 57").first.click()
    page.locator("#par-57.seen").wait_for()
    reader.shows("Code of Criminal Procedure")


def test_a_law_shows_the_articles_it_is_cited_under_and_what_amends_it(reader: Reader) -> None:
    reader.open()
    reader.open(f"#law={entity_named(reader, 'Code of Criminal Procedure')}")
    assert "Cited under" in reader.text()
    assert "Amended by" in reader.text()


def test_an_article_shows_its_laws_with_their_words(reader: Reader) -> None:
    page = reader.open("#article=17")
    law = page.locator("#side details.law").first
    law.locator("summary").click()
    law.locator("blockquote .words").first.wait_for()
    assert "Said to carry the article out" in reader.text()
    said = law.locator(".saying").first.inner_text()
    assert "has effect" in said
    assert "the State’s words" in said
    assert "heading of 3 articles: likely art. 17" in said


def test_a_claim_under_a_heading_of_several_articles_says_of_which(reader: Reader, annotated: Any) -> None:
    """Articles 17, 18 and 20 share a heading, and the paragraphs under it are about 17."""
    citations = link(annotated).citations or ()
    assert not any("20" in citation.claimed for citation in citations if citation.claim == "implementedBy")
    reader.open("#article=20")
    assert reader.title() == "Articles 17, 18, 20"
    assert "said of art. 17" in reader.text()
    assert not re.search(r"said of art\. [^\n]*\b(18|20)\b", reader.text())


def test_bars_count_claims_and_go_on_with_what_is_cited(reader: Reader, annotated: Any) -> None:
    page = reader.open("#articles")
    national = {entity.id for entity in annotated.entities if entity.level == "national"}
    citations = [c for c in link(annotated).citations or () if c.target.entity in national]
    rows = page.locator(".bars li:not(.none)", has=page.get_by_text("Art. "))
    assert rows.count() > 10
    for row in rows.all():
        joined = numbers_of(row.locator(".bar-name").inner_text())
        cited = {c.target.entity for c in citations if joined & set(c.elements)}
        claimed = {c.target.entity for c in citations if joined & set(c.claimed) and c.claim == "implementedBy"}
        assert row.locator(".bar-count").inner_text().startswith(f"{len(claimed)} of {len(cited)}")
        assert bool(row.locator(".bar :is(.named, .alone, .several)").count()) == bool(claimed)
        assert row.locator(".bar .cited").count() == (len(cited) > len(claimed))
    reader.open("#article=25")
    cited = {c.target.entity for c in citations if "25" in c.elements}
    claimed = {c.target.entity for c in citations if "25" in c.claimed and c.claim == "implementedBy"}
    assert f"{len(claimed)} of {len(cited)} national laws cited under this article" in reader.text()


def numbers_of(label: str) -> set[str]:
    """The articles of a row: "Art. 17, 18, 20", "Art. 1–5"."""
    first, _, last = label.removeprefix("Art. ").partition("–")
    return set(map(str, range(int(first), int(last) + 1))) if last else set(first.split(", "))


@pytest.fixture
def many_voices(chromium: Any, small: Annotated, tmp_path: Path) -> Iterator[Reader]:
    """A report that says that an Act falls short, repeats the Committee's words on it, and cites a draft, no more."""
    linked = link(small)
    [shared, draft, heading, *_] = linked.citations or ()
    assert (shared.elements, heading.elements) == (("2", "10"), ("2",))
    said = (
        replace(shared, likely=("2",), claim="gapIn", claimed=("2",), stance="gap", subnational=True),
        draft,
        replace(heading, stance="passing", speaker="committee", claim=None, claimed=()),
    )
    (tmp_path / "report").mkdir()
    path = tmp_path / "report" / "index.html"
    write_page(replace(linked, citations=said), path)
    yield from reader_of(chromium, path)


def test_a_quote_tells_what_it_says_in_whose_words_and_how_firmly(many_voices: Reader) -> None:
    page = many_voices.open("#article=2")
    assert "The State says of no law that it carries this article out; 2 national laws are cited" in many_voices.text()
    assert page.locator("#side h3").all_inner_texts() == ["Said to fall short 1", "Cited here, no more 1"]
    page.locator("#side summary", has_text="draft Code").click()
    page.locator("#side .saying", has_text="not decided which").wait_for()
    said = page.locator("#side .saying").all_inner_texts()
    assert [" ".join(words.split()) for words in said] == [
        "falls short the State’s words heading of 2 articles: likely this article sub-national",
        "named in passing the Committee’s words heading of one article",
        "has effect the State’s words heading of 2 articles: not decided which",
    ]
    many_voices.open("#article=10")
    assert page.locator("#side h3").all_inner_texts() == ["Cited here, no more 2"]
    page.locator("#side summary", has_text="Prisons Act").click()
    page.locator("#side .saying", has_text="heading of 2 articles: likely art. 2").wait_for()


def test_a_law_tells_its_claims_from_where_it_is_only_cited(reader: Reader) -> None:
    reader.open()
    reader.open(f"#law={entity_named(reader, 'Code of Criminal Procedure')}")
    names = reader.page.locator("#side .said-of dt").all_inner_texts()
    assert names[0] == "Said: carries out"
    assert names[-1] == "Cited under, no more"


def test_an_article_opens_beside_its_section(reader: Reader) -> None:
    page = reader.open("#article=17")
    heading = page.locator("#text .sec h3", has_text="Articles 17, 18 and 20")
    assert 0 < heading.bounding_box()["y"] < 300
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("link", name="In the text").click()
    until(page, "document.querySelector('.sec.seen')?.getBoundingClientRect().top < 300")
    assert reader.title() == "Articles 17, 18, 20"


def test_a_quotation_holds_the_words_it_marks(reader: Reader, annotated: Any) -> None:
    page = reader.open()
    reader.open(f"#law={entity_named(reader, 'Code of Criminal Procedure')}")
    texts = {unit.id: unit.text for unit in annotated.report.units}
    for entry in page.locator("#side .entry").all():
        unit = entry.locator(".place").inner_text().removeprefix("Para. ")
        for piece in entry.locator("blockquote").inner_text().split("…"):
            assert piece.strip() in texts[unit]


def test_search_compares_stems(reader: Reader) -> None:
    page = reader.open()
    page.keyboard.press("/")
    page.keyboard.type("detention")
    reader.shows("“detention”")
    found = {word.lower() for word in page.locator("#side blockquote mark").all_inner_texts()}
    assert {"detention", "detained"} <= found
    page.wait_for_url("**#search=detention")


def test_search_finds_articles_and_laws_by_name(reader: Reader) -> None:
    page = reader.open("#search=criminal+codes")
    names = page.locator("#side .row .entity").all_inner_texts()
    assert any("Criminal Code" in name for name in names)


def test_lists_filter_by_name_and_kind(reader: Reader) -> None:
    page = reader.open("#laws")
    rows = page.locator("#side .laws > li")
    whole = rows.count()
    page.get_by_label("Kind").select_option("international")
    foreign = rows.count()
    assert 0 < foreign < whole
    assert page.locator("#side .laws .entity.law").count() == 0
    page.get_by_label("Filter by name").fill("rights child")
    assert 0 < rows.count() < foreign


def test_a_list_is_saved_as_csv(reader: Reader, annotated: Any) -> None:
    page = reader.open("#article=17")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert {row["article"] for row in rows} == {"17"}
    assert {row["claim"] for row in rows} >= {"implementedBy", ""}
    assert {row["stance"] for row in rows} >= {"effect"}
    assert {row["speaker"] for row in rows} == {"state"}
    assert {row["strength"] for row in rows} >= {"under a heading of several"}
    units = {unit.id: unit.text for unit in annotated.report.units}
    assert all(words in units[row["paragraph"]] for row in rows for words in row["words"].split(" | "))


def test_the_network_as_it_is_filtered_is_saved_as_csv(reader: Reader) -> None:
    page = reader.open("#network=drawing")
    uncheck_headings(page)
    with page.expect_download() as waiting:
        page.locator(".network").get_by_role("button", name="CSV").click()
    rows = list(csv.DictReader(Path(waiting.value.path()).read_text(encoding="utf-8-sig").splitlines()))
    assert {row["strength"] for row in rows} <= {"in one sentence", "in one paragraph"}
    assert {"CED", "6"} <= {row["article"] for row in rows}
    assert {"implementedBy", ""} <= {row["claim"] for row in rows}
    assert {"effect"} <= {row["stance"] for row in rows}
    page.locator(".network").get_by_role("button", name="SPARQL").click()
    prepareQuery(page.locator("dialog pre").inner_text())


def test_a_law_opened_by_its_address_is_gone_to_in_the_text(reader: Reader) -> None:
    page = reader.open()
    reader.open(f"#law={entity_named(reader, 'Code of Criminal Procedure')}")
    box = page.locator("#text .m.on").first.bounding_box()
    assert 0 < box["y"] < 900


def test_a_view_gives_its_sparql(reader: Reader) -> None:
    from treatygraph.query import find_query

    page = reader.open("#article=17")
    page.get_by_role("button", name="SPARQL").click()
    shown = page.locator("dialog pre").inner_text()
    assert shown.strip() == find_query("evidence-under-article").ask({"article": "17"}).strip()
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")


def test_the_network_filters_by_kind_strength_article_and_name(reader: Reader) -> None:
    page = reader.open("#network=drawing")
    page.locator(".as-list summary").click()
    nodes = page.locator(".node-list > li")
    whole = nodes.count()
    assert page.locator(".node-list .dot.international").count() > 0
    page.locator(".box", has_text="international texts").locator("input").uncheck()
    assert page.locator(".node-list .dot.international").count() == 0
    national = nodes.count()
    page.locator(".box", has_text="cited, no more").locator("input").uncheck()
    claimed = nodes.count()
    assert 0 < claimed < national < whole
    page.locator(".box", has_text="cited, no more").locator("input").check()
    uncheck_headings(page)
    assert 0 < nodes.count() < national
    for box in page.locator(".box", has_text="under a heading").all():
        box.locator("input").check()
    page.get_by_label("Only what is tied to").select_option(label="art. 17 · " + reader.page.evaluate(TOPIC_OF_17))
    tied = nodes.count()
    assert 0 < tied < national
    page.get_by_label("Find in the network").fill("criminal procedure")
    assert nodes.all_inner_texts()[0].startswith("Code of Criminal Procedure")
    assert nodes.count() < tied


def uncheck_headings(page: Any) -> None:
    """Leave only what a sentence or a paragraph names."""
    for box in page.locator(".box", has_text="under a heading").all():
        box.locator("input").uncheck()


TOPIC_OF_17 = """() => JSON.parse(document.getElementById("data").textContent)
    .articles.find(a => a.number === "17").topic"""


def test_a_node_opens_its_card_beside_the_network(reader: Reader) -> None:
    page = reader.open("#network=drawing")
    page.locator(".as-list summary").click()
    page.locator(".node-list button", has_text="Code of Criminal Procedure").first.click()
    reader.shows("Code of Criminal Procedure")
    assert page.locator(".canvas").is_visible()
    page.locator("#side .chip.article").first.click()
    page.wait_for_url("**#network=drawing&article=*")


def test_a_drawn_node_can_be_clicked(reader: Reader) -> None:
    page = reader.open("#network=drawing")
    box = drawn(page).locator(".canvas").bounding_box()
    columns, rows = 24, 24
    for step in range(columns * rows):
        x = box["x"] + box["width"] * (step % columns + 0.5) / columns
        y = box["y"] + box["height"] * (step // columns + 0.5) / rows
        page.mouse.move(x, y)
        if page.locator(".canvas").evaluate("e => e.style.cursor") == "pointer":
            page.mouse.click(x, y)
            break
    until(page, "/network=drawing&(law|article)=/.test(location.hash)")


def test_what_is_not_tied_to_a_node_is_dimmed(reader: Reader) -> None:
    page = reader.open("#network=drawing")
    page.locator(".as-list summary").click()
    law = (0x1A, 0x56, 0xA0)
    before = pixels_of(drawn(page).locator(".canvas").screenshot(), law)
    page.locator(".node-list button", has_text="Code of Criminal Procedure").first.focus()
    assert 0 < pixels_of(drawn(page).locator(".canvas").screenshot(), law) < before / 4


def pixels_of(picture: bytes, colour: tuple[int, int, int]) -> int:
    """How many pixels of a picture have this colour."""
    colours = Image.open(BytesIO(picture)).convert("RGB").getcolors(1 << 24) or []
    return sum(count for count, found in colours if found == colour)


def test_the_page_is_read_by_keyboard(reader: Reader) -> None:
    page = reader.open()
    page.locator("#par-57 .provision a").first.focus()
    page.keyboard.press("Enter")
    reader.shows("Code of Criminal Procedure")
    before = page.locator("#text .here").first.get_attribute("data-m")
    page.keyboard.press("n")
    assert page.locator("#text .here").first.get_attribute("data-m") != before
    page.keyboard.press("Escape")
    reader.shows("Kazakhstan · CED")


def test_light_and_dark(reader: Reader) -> None:
    page = reader.open()
    colour = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(colour)
    page.get_by_role("button", name="Dark colours").click()
    assert page.evaluate(colour) != before


def test_on_a_phone_a_card_opens_over_the_text_and_closes(phone: Reader) -> None:
    page = phone.open("#par-57")
    assert not page.locator("#side").is_visible()
    page.locator("#par-57 .provision a").first.click()
    phone.shows("Code of Criminal Procedure")
    page.get_by_role("button", name="Close").click()
    assert not page.locator("#side").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_on_a_phone_the_network_is_not_covered_until_a_node_is_chosen(phone: Reader) -> None:
    page = phone.open("#network=drawing")
    canvas, side = page.locator(".canvas").bounding_box(), page.locator("#side").bounding_box()
    assert canvas["y"] + canvas["height"] <= side["y"]
    page.locator(".as-list summary").click()
    page.locator(".node-list button", has_text="Code of Criminal Procedure").first.click()
    phone.shows("Code of Criminal Procedure")
    assert page.get_by_role("button", name="Close").is_visible()


@pytest.mark.parametrize("view", ["", "#states=CED", "#laws", "#network"])
def test_on_a_phone_nothing_over_reports_is_wider_than_the_screen(corpus_phone: Reader, view: str) -> None:
    assert corpus_phone.open(view).evaluate("[innerWidth, document.documentElement.scrollWidth]") == [390, 390]


def test_a_text_without_script_is_read(chromium: Any, report_page: Path) -> None:
    context = chromium.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(report_page.as_uri() + "#par-57")
    assert "Code of Criminal Procedure" in page.locator("#par-57").inner_text()
    context.close()


def first_paint(page: Any) -> float:
    """The seconds of processor time that the page's own thread had taken when it had been painted first.

    On the clock a busy machine paints late.
    """
    until(page, "performance.getEntriesByName('first-contentful-paint')[0]?.startTime > 0")
    browser = page.context.new_cdp_session(page)
    browser.send("Performance.enable")
    taken = {metric["name"]: metric["value"] for metric in browser.send("Performance.getMetrics")["metrics"]}
    return float(taken["ThreadTime"])


def test_the_first_paint_is_soon(reader: Reader) -> None:
    assert 0 < first_paint(reader.open()) < 2


# The largest page, and the report of the most paragraphs.
LONGEST = pytest.mark.parametrize("report", ["CRPD-C-LTU-1", "CRPD-C-KAZ-1"])


@LONGEST
def test_the_longest_reports_are_painted_in_two_seconds(chromium: Any, three_reports: Path, report: str) -> None:
    for reader in reader_of(chromium, three_reports.parent / report / "index.html"):
        assert 0 < first_paint(reader.open()) < 2
        assert faults_of(reader.page, "{exclude: [['#text']]}") == []
        assert 0 < first_paint(reader.open("#network")) < 2
        assert faults_of(reader.page) == []


@LONGEST
def test_the_longest_reports_are_read_as_the_short_one_is(chromium: Any, three_reports: Path, report: str) -> None:
    for reader in reader_of(chromium, three_reports.parent / report / "index.html"):
        page = reader.open()
        for view, title in (
            ("#articles", "Articles"),
            ("#article=24", "Article 24"),
            ("#article=treaty", "The treaty as a whole"),
            ("#laws", "Laws and other instruments"),
            ("#bodies", "Public bodies"),
            ("#figures", "Figures"),
        ):
            reader.open(view)
            assert reader.title().startswith(title)
        # a mark leads to what it denotes, and that to every paragraph that cites it
        reader.open()
        page.locator("#text .instrument a").nth(40).click()
        page.locator("#text .m.on").first.wait_for()
        law = reader.title()
        places = page.locator("#side .entry .place")
        paragraph = places.last.inner_text()
        places.last.click()
        page.locator(f"#par-{paragraph.removeprefix('Para. ')}.seen").wait_for()
        reader.shows(law)
        # search compares stems
        reader.open("#search=employment")
        found = {word.lower() for word in page.locator("#side blockquote mark").all_inner_texts()}
        assert {"employment", "employers"} <= found
        # the list filters
        reader.open("#laws")
        rows = page.locator("#side .laws > li")
        whole = rows.count()
        page.get_by_label("Kind").select_option("international")
        assert 0 < rows.count() < whole
        # the network filters
        reader.open("#network=drawing")
        page.locator(".as-list summary").click()
        nodes = page.locator(".node-list > li")
        whole = nodes.count()
        uncheck_headings(page)
        assert 0 < nodes.count() < whole


def test_the_law_of_one_state_in_all_its_reports(chromium: Any, three_reports: Path) -> None:
    for reader in reader_of(chromium, three_reports):
        page = reader.open("#reports&state=KAZ")
        assert "CED/C/KAZ/1" in reader.text()
        assert "CRPD/C/KAZ/1" in reader.text()
        page.locator("#side .row", has_text="CED/C/KAZ/1, CRPD/C/KAZ/1").first.click()
        page.wait_for_url("**#reports&law=*")
        assert drawn(page).locator("#side .block h3 small").all_inner_texts() == ["CED/C/KAZ/1", "CRPD/C/KAZ/1"]


def test_the_law_of_a_state_is_saved_and_asked_for(chromium: Any, three_reports: Path) -> None:
    for reader in reader_of(chromium, three_reports):
        page = reader.open("#reports&state=KAZ")
        with page.expect_download() as waiting:
            page.locator("#side").get_by_role("button", name="CSV").click()
        rows = list(csv.DictReader(Path(waiting.value.path()).read_text(encoding="utf-8-sig").splitlines()))
        assert {row["report"] for row in rows} == {"CED/C/KAZ/1", "CRPD/C/KAZ/1"}
        assert {"implementedBy", "plannedBy", "supportedBy", ""} <= {row["claim"] for row in rows}
        assert {"gap", "passing"} <= {row["stance"] for row in rows}
        assert all(row["articles claimed"] for row in rows if row["claim"])
        # the query of an article asks for this treaty and this State alone
        reader.open("#states=CRPD&treaty=CRPD&article=9&state=KAZ")
        page.locator("#side").get_by_role("button", name="SPARQL").click()
        query = page.locator("dialog pre").inner_text()
        prepareQuery(query)
        assert 'skos:notation "CRPD"' in query
        assert 'skos:notation "KAZ"' in query


def test_one_article_over_all_states(chromium: Any, three_reports: Path) -> None:
    for reader in reader_of(chromium, three_reports):
        page = reader.open("#states=CRPD")
        assert page.locator(".matrix tbody th").all_inner_texts() == ["Kazakhstan", "Lithuania"]
        page.locator(".matrix thead a", has_text="9").first.click()
        reader.shows("Article 9")
        assert {"CRPD/C/KAZ/1", "CRPD/C/LTU/1"} == set(page.locator("#side .block h3 small").all_inner_texts())
        laws = page.locator("#side .block", has_text="CRPD/C/LTU/1")
        found = page.locator(".matrix tbody tr", has_text="Lithuania").locator("a[title*='article 9:']")
        claimed, cited = re.findall(r"\d+", found.get_attribute("title").partition(": ")[2])
        assert found.inner_text() == claimed
        assert f"said to carry it out: {claimed} of {cited} cited" in laws.inner_text()
        fits = page.locator(".corpus .scroll").evaluate("box => box.scrollWidth <= box.clientWidth")
        assert fits, "a matrix of 33 articles is seen whole on a screen of 1440 pixels"


@pytest.mark.parametrize(
    "view",
    [
        "#overview",
        "#article=17",
        "#articles",
        "#laws",
        "#figures",
        "#search=detention",
        "#network",
        "#network=drawing",
        "#par-57",
    ],
)
def test_axe_finds_no_fault(reader: Reader, view: str) -> None:
    page = reader.page
    page.emulate_media(color_scheme="light")
    reader.open(view)
    # The text is the same beside every view, and long.
    where = "document" if view == "#par-57" else "{exclude: [['#text']]}"
    assert faults_of(page, where) == []
    page.emulate_media(color_scheme="dark")
    # Colours alone are others in the dark.
    assert faults_of(page, where, "{runOnly: ['color-contrast']}") == []


def faults_of(page: Any, where: str = "document", rules: str = "{}") -> list[str]:
    if not AXE.is_file():
        pytest.skip("needs axe-core, which the bundle's build installs")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    # What passes is not told: on a long page that is thousands of places, each with its selector.
    asked = f"axe.run({where}, {{...{rules}, resultTypes: ['violations'], selectors: false}})"
    found = page.evaluate(f"{asked}.then(({{violations}}) => violations)")
    return [
        f"{fault['id']}: {fault['nodes'][0]['html'][:160]} {fault['nodes'][0]['failureSummary']}" for fault in found
    ]


@pytest.mark.parametrize(
    ("view", "title"),
    [
        ("", "1 report of 1 State"),
        ("#reports&state=KAZ", "Kazakhstan"),
        ("#states=CED&treaty=CED&article=17", "Article 17"),
        ("#laws", "1 report of 1 State"),
        ("#network", "1 report of 1 State"),
        ("#reports&search=detention", "“detention”"),
    ],
)
def test_every_view_over_reports_has_an_address(corpus_reader: Reader, view: str, title: str) -> None:
    page = corpus_reader.open(view)
    assert corpus_reader.title().startswith(title)
    assert faults_of(page) == []


def test_an_article_over_all_states_leads_to_the_paragraph_in_the_report(corpus_reader: Reader) -> None:
    page = corpus_reader.open("#states=CED&treaty=CED&article=17")
    page.locator("#side details.law summary").first.click()
    page.locator("#side .entry .words").first.click()
    page.wait_for_url("**/CED-C-KAZ-1/index.html#mention=*")
    assert page.locator("#text .here").count() >= 1


def test_articles_that_one_heading_joins_are_one_row_one_card_and_one_cell(
    reader: Reader, corpus_reader: Reader
) -> None:
    page = reader.open("#articles")
    rows = {row.split("\n")[0]: row for row in page.locator(".bars li").all_inner_texts()}
    # "Articles 1, 2, 3, 4 and 5" cite three laws; two are said to carry out one of them.
    assert "2 of 3" in rows["Art. 1–5"]
    assert not {"Art. 1", "Art. 3", "Art. 5"} & rows.keys()
    for number in ("1", "3"):
        reader.open(f"#article={number}")
        assert reader.title() == "Articles 1–5"
        assert "2 of 3 national laws" in reader.text()
    page.get_by_role("link", name="Article 6 →").click()
    reader.shows("Article 6")
    matrix = corpus_reader.open("#states=CED")
    cell = matrix.locator("td[colspan='5'] a")
    assert cell.inner_text() == "2"
    cell.click()
    corpus_reader.shows("Articles 1–5")


def test_the_legend_has_the_colours_of_the_bars(reader: Reader) -> None:
    page = reader.open("#articles")
    colour = "e => getComputedStyle(e).backgroundColor"
    legend = {
        name: page.locator(f".legend .{name}").evaluate(colour) for name in ("named", "alone", "several", "cited")
    }
    assert len(set(legend.values())) == 4
    for name, shade in legend.items():
        assert {bar.evaluate(colour) for bar in page.locator(f".bars .{name}").all()} == {shade}
    # Under article 7 the law is named below the heading of that article alone.
    seven = page.locator(".bars li", has_text="Penalties; mitigating").locator(".bar i")
    assert [part.get_attribute("class") for part in seven.all()] == ["alone"]


@pytest.mark.parametrize("who", ["reader", "phone"])
def test_the_network_opens_as_laws_by_articles_with_every_name_whole(who: str, request: pytest.FixtureRequest) -> None:
    reader: Reader = request.getfixturevalue(who)
    page = reader.open("#network")
    names = page.locator(".lattice tbody th a")
    laws = page.evaluate(
        """() => { const data = JSON.parse(document.getElementById("data").textContent);
            return [...new Set(data.citations.map(([, , entity]) => data.entities[entity].name))]; }"""
    )
    assert sorted(names.all_inner_texts()) == sorted(laws)
    whole = "all => all.every(e => e.scrollWidth <= e.clientWidth + 1 && getComputedStyle(e).textOverflow === 'clip')"
    assert names.evaluate_all(whole)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # The heads stay while one scrolls.
    scroll = page.locator(".lattice .scroll")
    scroll.evaluate("e => e.scrollTo(200, 600)")
    top, head, law = (place.bounding_box() for place in (scroll, page.locator(".lattice thead th").last, names.last))
    assert abs(head["y"] - top["y"]) < 2
    assert abs(law["x"] - top["x"]) < 2


def test_a_cell_opens_the_words_that_tie_a_law_to_the_articles_of_a_heading(reader: Reader) -> None:
    page = reader.open("#network")
    row = page.locator(".lattice tr", has_text="Criminal Code of 16 July 1997")
    wide = row.locator("td[colspan='5'] a")
    assert wide.get_attribute("aria-label") == (
        "Criminal Code of 16 July 1997, articles 1–5: said: carries out; under a heading of several"
    )
    wide.click()
    reader.shows("Criminal Code of 16 July 1997, articles 1–5")
    assert wide.get_attribute("aria-current") == "true"
    assert page.locator("#side .entry .words").count() > 0
    page.go_back()
    until(page, "location.hash === '#network'")


def test_filters_and_order_stand_in_the_address_and_come_back(reader: Reader) -> None:
    page = reader.open("#network")
    page.get_by_label("Kind").select_option("international")
    page.get_by_label("Order").select_option("name")
    page.get_by_label("Find a law").fill("torture")
    rows = page.locator(".lattice tbody tr")
    found = rows.count()
    assert 0 < found < 10
    assert page.evaluate("location.hash") == "#network&kind=international&order=name&find=torture"
    rows.first.locator("td a").first.click()
    page.wait_for_url("**kind=international&order=name&find=torture&law=*")
    page.go_back()
    assert drawn(page).get_by_label("Find a law").input_value() == "torture"
    again = reader.open("#network&kind=international&order=name&find=torture")
    assert again.locator(".lattice tbody tr").count() == found
    reader.open("#laws&kind=bill&order=name")
    assert page.get_by_label("Kind").input_value() == "bill"
    assert page.locator(".laws .entity").count() == page.locator(".laws .entity.bill").count() > 0


def test_a_law_that_is_chosen_is_drawn_with_its_articles_alone(reader: Reader) -> None:
    page = reader.open(f"#law={entity_named(reader_opened(reader), 'Code of Criminal Procedure')}")
    drawing = page.locator("#side").get_by_role("link", name="Drawing").get_attribute("href")
    assert drawing.startswith("#network=drawing&law=")
    reader.open(drawing)
    law = pixels_of(drawn(page).locator(".canvas").screenshot(), (0x1A, 0x56, 0xA0))
    page.goto(page.url.partition("#")[0] + "#network=drawing")
    assert 0 < law < pixels_of(drawn(page).locator(".canvas").screenshot(), (0x1A, 0x56, 0xA0)) / 4


def reader_opened(reader: Reader) -> Reader:
    reader.open()
    return reader


@pytest.mark.parametrize("width", [390, 1024, 1280])
def test_every_tab_is_seen(reader: Reader, corpus_reader: Reader, width: int) -> None:
    for who in (reader, corpus_reader):
        who.page.set_viewport_size({"width": width, "height": 800})
        page = who.open("#network")
        for tab in page.locator("nav a").all():
            box = tab.bounding_box()
            assert 0 <= box["x"] < box["x"] + box["width"] <= width, tab.inner_text()
        assert page.evaluate("(e => e.scrollWidth <= e.clientWidth)(document.querySelector('nav'))")


def test_a_citation_and_a_link_are_taken_along(reader: Reader) -> None:
    page = reader.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.clock.install(time=0)
    reader.open("#article=6")
    page.locator("summary", has_text="Criminal Code of 16 July 1997").click()
    entry = page.locator(".entry", has_text="Para. 25")
    page.clock.pause_at(3600)  # a button says "Copied" for a moment, which a busy machine could miss
    entry.get_by_role("button", name="Cite").click()
    entry.get_by_role("button", name="Copied").wait_for()
    page.clock.resume()
    assert page.evaluate("navigator.clipboard.readText()") == (
        "CED/C/KAZ/1, para. 25, p. 6: “Article 28 of the Criminal Code defines the persons complicit in an offence, "
        "who, alongside the perpetrators, are the organizers, instigators of and accessories to the offence.”"
    )
    entry.get_by_role("button", name="Link").click()
    until(page, "navigator.clipboard.readText().then(text => text.includes('#mention='))")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(reader.path.as_uri() + "#mention=par-25.")
    page.goto(link)
    reader.shows("Criminal Code of 16 July 1997")


def test_every_card_tells_its_source_and_paper_has_the_words(reader: Reader, corpus_reader: Reader) -> None:
    for view in ("", "#article=6", "#laws", "#network"):
        reader.open(view)
        assert re.search(r"CED/C/KAZ/1, Kazakhstan · treatygraph \d", reader.page.locator(".source-line").inner_text())
    corpus_reader.open("#states=CED&treaty=CED&article=17")
    assert "treatygraph" in corpus_reader.page.locator(".source-line").inner_text()
    page = reader.open("#article=6")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#side details.law blockquote").count() >= page.locator("#side details.law").count() > 3
    assert page.locator("#side blockquote").last.is_visible()


def test_what_stands_out_is_told_in_sentences_each_with_links_and_its_query(reader: Reader, annotated: Any) -> None:
    page = reader.open("#overview")
    sentences = page.locator(".findings li")
    planned = {c.target.entity for c in link(annotated).citations or () if c.claim == "plannedBy" and c.claimed}
    said = sentences.filter(has_text="are planned, or to be changed")
    assert said.inner_text().startswith(f"Of {len(planned)} laws the State says")
    said.get_by_role("button", name="SPARQL").click()
    prepareQuery(page.locator("dialog pre").inner_text())
    page.keyboard.press("Escape")
    one = sentences.filter(has_text="rest on one law each")
    one.get_by_role("link", name="art. 7").click()
    reader.shows("Article 7")
    assert "The State says of 1 of 1 national law" in reader.text()
