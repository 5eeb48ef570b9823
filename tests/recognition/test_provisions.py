"""Provisions with their paths; ⟦…⟧ marks what a sentence cites, the targets stand beside it, outermost step first."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from timing import grows_linearly
from treatygraph.recognition.grammar.found import Found
from treatygraph.recognition.grammar.tokens import citation_tokenizer
from treatygraph.recognition.provisions.find import find_provisions

NLP = spacy.blank("en")
NLP.tokenizer = citation_tokenizer(NLP.vocab)

# ⟦…⟧ a provision, {…} an instrument of the sentence
OF_AN_INSTRUMENT = [
    ("⟦{Harbour Act, 2011}, 38 (2)⟧.", "sec:38/subsec:2"),
    (
        "Reservations to the ⟦{Covenant}: arts. 18 (2–4), art. 23 (4)⟧.",
        "art:18/par:2 art:18/par:3 art:18/par:4 art:23/par:4",
    ),
    ("⟦Section 15, Paragraph 1, Clause 22 of the {Harbour Law}⟧", "sec:15/par:1/subpar:22"),
    ("⟦Clause 1, clause 2 of article 4 of the {Harbour Law}⟧", "art:4/par:1 art:4/par:2"),
    ("⟦Articles 10, 15 and 25, under f, of the {Convention}⟧", "art:10 art:15 art:25/subpar:f"),
    ("⟦Articles 12, 25, under a, and 29 of the {Convention}⟧", "art:12 art:25/subpar:a art:29"),
    ("theft (⟦{Criminal Code}, arts. 422 bis and 422 quarter⟧)", "art:422bis art:422quater"),
    ("slander (⟦{Criminal Code}, arts. 443 to 445 bis⟧)", "art:443 art:444 art:445 art:445bis"),
    ("a pilot who, according to ⟦Article 19 the {Law on Pilots}⟧, steers", "art:19"),
    # A division word cut short by a stop
    ("⟦section 5 parag. 3 and 4 of the {Tax Code}⟧", "sec:5/par:3 sec:5/par:4"),
    ("⟦subsecti. 2 claus. 1 of the {Tax Code}⟧", "subsec:2/par:1"),
    ("⟦article 532, paragraph 1, of the {Code of Criminal Procedure}⟧ stipulates", "art:532/par:1"),
    ("⟦articles 4 and 5 of the {Act of 30 March 1999}⟧", "art:4 art:5"),
    ("Pupils are covered (⟦sections 44 et seqq. of the {Youth Courts Act}⟧).", "sec:44"),
    ("⟦Article 20, {law 102/09}⟧, gives the institute a new role", "art:20"),
    ("(⟦s.5, {Harbour Act 2006}⟧).", "sec:5"),
    ("from ⟦s.3(6) of the {Harbour Act 2006}⟧.", "sec:3/subsec:6"),
    ("⟦Article 7, XXXI, of the {Federal Constitution}⟧ applies", "art:7/subpar:XXXI"),
    ("⟦Part 2 of Schedule 3 to the {Harbour Act 2006}⟧ bars return.", "annex:3/part:2"),
    ("⟦Subsection 25(1) of the {Constitution}⟧ determines", "sec:25/subsec:1"),
    (
        "in the ⟦{School Act, No. 12 (1996)}, as amended by {Act No. 126 (2008)}, articles 75–77⟧.",
        "art:75 art:76 art:77",
    ),
    ("⟦Article 308¹ of the {Criminal Code}⟧ (prohibited biomedical research)", "art:308-1"),
    ("⟦Article 3.161 (1) of the {Civil Code}⟧ enshrines", "art:3.161/par:1"),
    ("⟦Sec. 5-101(2) of the {Pohnpei State Code}⟧.", "sec:5-101/subsec:2"),
    ("⟦Section 17 (1) (2) and (3) of the {Constitution}⟧", "sec:17/subsec:1 sec:17/subsec:2 sec:17/subsec:3"),
    ("⟦Section 30 subsection (1 and 2) of the {CRA}⟧ condemns", "sec:30/subsec:1 sec:30/subsec:2"),
    ("⟦Article 3 (3 and 4) of the {Convention}⟧", "art:3/par:3 art:3/par:4"),
    ("⟦Article 129(2)(2) of the {Criminal Code}⟧", "art:129/par:2/subpar:2"),
    ("⟦paragraphs 13, 14 and 18 of the {Rules on special records}⟧,", "par:13 par:14 par:18"),
    ("⟦article 414 of the {draft}⟧", "art:414"),
    ("⟦Sections 24 and 25 of the ({PWDA})⟧ provide for access", "sec:24 sec:25"),
    ("⟦article 47 (17-1) of the {Education Act}⟧", "art:47/par:17-1"),
    ("⟦Article 53.5 of the {Criminal Code of the Republic of Azerbaijan}⟧", "art:53/par:5"),
    (
        "⟦Articles 4.1.56-4.1.58 of the {Action Plan}⟧",
        "art:4/par:1/subpar:56 art:4/par:1/subpar:57 art:4/par:1/subpar:58",
    ),
    ("According to the ⟦2nd part of the Article 78 of the {Labour Code}⟧", "art:78/part:2"),
    ("The ⟦third paragraph of article 1 of the {Constitution}⟧ provides", "art:1/par:3"),
    ("by the ⟦single article of {Act No. 16160 (1990)}⟧,", "art:single"),
    ("⟦article 8 (2) and (3) of {Act No. 49-2005/AN}⟧ provides", "art:8/par:2 art:8/par:3"),
    ("⟦articles 5 to 7 of the {Family Code}⟧", "art:5 art:6 art:7"),
    ("⟦article 3, subsections I-III, of the {Law}⟧", "art:3/subsec:I art:3/subsec:II art:3/subsec:III"),
    ("⟦Section 2 sub section 1&2 of the {Act}⟧ gives", "sec:2/subsec:1 sec:2/subsec:2"),
    ("and personal liberty (⟦{Criminal Code}, art. 434 et seq⟧.).", "art:434"),
    (
        "⟦article 3, subsections I-IV, of the {Constitution}⟧",
        "art:3/subsec:I art:3/subsec:II art:3/subsec:III art:3/subsec:IV",
    ),
    ("⟦Section 2 sub section 1&2 of the {Act}⟧ gives", "sec:2/subsec:1 sec:2/subsec:2"),
    ("and personal liberty (⟦{Criminal Code}, art. 434 et seq⟧.).", "art:434"),
    ("⟦Section 41 (1) (a) and (b) of the {Disability Act}⟧", "sec:41/subsec:1/par:a sec:41/subsec:1/par:b"),
    ("⟦section 8, para. 3, letter g of the {Regulation}⟧.", "sec:8/par:3/subpar:g"),
    ("⟦article 350, paragraphs 4 and 5, of the {General Code}⟧", "art:350/par:4 art:350/par:5"),
    ("⟦article 36, paragraph 1, and article 7, paragraph 2, of the {Code}⟧", "art:36/par:1 art:7/par:2"),
    ("⟦Volume 2, Title II, of the {Criminal Code}⟧", "book:2/title:II"),
    ("⟦chapter I, article 1, of the {Constitution}⟧,", "ch:I/art:1"),
    ("⟦Chapter Four of the {Constitution}⟧", "ch:4"),
    ("⟦Part V of the {Disability Act}⟧", "part:V"),
    ("⟦principle 5 of the {Basic Principles}⟧", "prin:5"),
    ("⟦annex II to the {Regulations}⟧", "annex:II"),
    ("⟦Articles 417 ter and 417 quater of the {Criminal Code}⟧", "art:417ter art:417quater"),
    ("⟦article 74-1 of the {Code}⟧", "art:74-1"),
    ("⟦articles 156 and 156-A of the {Criminal Code}⟧, incorporated", "art:156 art:156-A"),
    ("⟦article 5, sub-section LXXIV, of the {Federal Constitution}⟧;", "art:5/subsec:LXXIV"),
    ("⟦Articles 39 (1), 53 and 151 (2) of the {Code}⟧", "art:39/par:1 art:53 art:151/par:2"),
    ("⟦article 3 (d)9 of the {Act}⟧ in force", "art:3/subpar:d"),
    ("⟦articles 338 et seq. of the {Criminal Code}⟧,", "art:338"),
    ("⟦Article 8 of the above-mentioned {Act}⟧", "art:8"),
    ("in ⟦section 12 of the same {Constitution}⟧,", "sec:12"),
    ("it is in ⟦article 40, paragraph 4, sub-section I, of the {Federal Code}⟧.", "art:40/par:4/subsec:I"),
    (
        "fined under ⟦articles 433 decies and 433 quinquiesdecies of the {Code}⟧.",
        "art:433decies art:433quinquiesdecies",
    ),
    ("pursuant to ⟦chapter VII bis of the {Code of Criminal Procedure}⟧ (on interviewing minors", "ch:VIIbis"),
    ("as stated in ⟦Sections (27) and (28) of the {Persons with Disability Act, 2011}⟧,", "sec:27 sec:28"),
    ("⟦Chapter II, on accessibility, of {Act No. 763}⟧, comprising", "ch:II"),
    # a comma, a bracket or nothing between two divisions; a year is no article, where the others are no thousands
    ("under ⟦chapter II article 5 of the {Act}⟧", "ch:II/art:5"),
    ("under ⟦paragraph 2 article 5 of the {Act}⟧", "art:5/par:2"),
    ("under annex II ⟦article 5 of the {Act}⟧", "art:5"),
    ("under ⟦article 5 (paragraph 2) of the {Act}⟧", "art:5/par:2"),
    ("under ⟦article 5 (paragraph 2 of which says so) of the {Act}⟧", "art:5"),
    ("under ⟦articles 1201 and 1985 of the {Civil Code}⟧", "art:1201 art:1985"),
    ("under ⟦articles 47, 62, paragraph 3, and 63 of the {Civil Code}⟧", "art:47 art:62/par:3 art:63"),
    ("under ⟦article 62, paragraph 3, and 4 of the {Civil Code}⟧", "art:62/par:3 art:62/par:4"),
    ("under ⟦sections 3, subsection (2), and 9 of the {Civil Code}⟧", "sec:3/subsec:2 sec:9"),
    # numbers after the name
    (
        "⟦articles of the {Criminal Code}: 125 (Abduction), 126 (Trafficking in persons) and 346⟧ (Detention).",
        "art:125 art:126 art:346",
    ),
    # the name in front
    ("tried under the ⟦{Criminal Code}, art. 137⟧, and", "art:137"),
    ("pursuant to ⟦{Act No. 16736 of 5 January 1996} (art. 768)⟧.", "art:768"),
    ("pursuant to ⟦{resolution 48/96} (para. 3)⟧.", "par:3"),
    ("pursuant to ⟦{Act No. 21} (art. 5, para. 3)⟧.", "art:5/par:3"),
    ("⟦{Chuuk State Constitution}, Article III, Section 2⟧, states that", "art:III/sec:2"),
    ("On the basis of ⟦{Labour Code} Articles number 311, 312⟧ of", "art:311 art:312"),
    ("⟦§ 138 {StGB}⟧", "sec:138"),
]

ALONE = [
    ("The Official Gazette, 31/03, ⟦Article 7, paragraph 2 c)⟧.", "art:7/par:2/subpar:c"),
    ("The reference to Part III in ⟦section 31⟧ is an error.", "sec:31"),
    ("As to ⟦article 5⟧ the {Harbour Code} provides otherwise", "art:5"),
    ("as it was in ⟦article 5⟧, 2010 and before", "art:5"),
    ("under ⟦articles 12⟧ and 1985 of the Code", "art:12"),
    ("the interpretation of ⟦Article 2(1) ECHR⟧.", "art:2/par:1"),
    ("the right to vote. ⟦Chapter III, article 36⟧, states that", "ch:III/art:36"),
    ("These rights are reaffirmed in ⟦Title 1, Section 103⟧, i.e.,", "title:1/sec:103"),
    ("contained in ⟦article 21 of chapter II⟧, setting out", "ch:II/art:21"),
    ("⟦Sections 22, 23, 35(2) and 40⟧ came into force", "sec:22 sec:23 sec:35/subsec:2 sec:40"),
    ("⟦Article 50(m)⟧ guarantees the right", "art:50/subpar:m"),
    ("⟦Section 46(g)⟧ provides", "sec:46/par:g"),
    ("⟦Article 22(3) (b)⟧ allows", "art:22/par:3/subpar:b"),
    ("(for example, ⟦articles 41.2(c), 16.2 and 17.1⟧)", "art:41/par:2/subpar:c art:16/par:2 art:17/par:1"),
    ("services and amenities ⟦Section (27)⟧ and on access to voting ⟦Section (29)⟧.", "sec:27; sec:29"),
    ("⟦Section I, article 10⟧, of its General Provisions calls for", "sec:I/art:10"),
    (
        "the {Regulations, 2009} promote education (⟦Regulation 9⟧), work (⟦Regulations 10 and 11⟧)",
        "rule:9; rule:10 rule:11",
    ),
    ("⟦Chapter II (Aims) of the {Education Act}⟧, ⟦article 6 (c)⟧, entitled Foundations,", "ch:II; art:6/subpar:c"),
    ("The {Labour Code} likewise affirms this right in ⟦title II⟧, on occupational health", "title:II"),
    ("the focal point of the State (see ⟦article 33, paragraph 1⟧).", "art:33/par:1"),
    ("The {Harbour Rules} are in force. Under ⟦rule 4(2)⟧, pilots rest", "rule:4/par:2"),
    ("⟦Section 5(1)⟧ bars return. ⟦Subsection (2)⟧ sets a fine.", "sec:5/subsec:1; sec:5/subsec:2"),
    ("The {Lifts Act}, in its ⟦first article⟧, sets out its purpose, while its ⟦second article⟧", "art:1; art:2"),
    ("by the {Disability Act} through ⟦section 3⟧ on policies, and ⟦Part IV⟧ on rights", "sec:3; part:IV"),
    ("⟦Section 14 of the {Act}⟧ recognizes the right to privacy, and ⟦15(b)⟧ ensures", "sec:14; sec:15/par:b"),
    ("(⟦§2 (5)(b)(1)⟧)", "sec:2/subsec:5/par:b/subpar:1"),
    ("the {African Charter}, ⟦article 4⟧ of which states", "art:4"),
    ("of the {Constitution}, in its ⟦articles 52, 93, 94⟧, advocates", "art:52 art:93 art:94"),
    ("According to ⟦Article 36, paragraph 1⟧, the Committee", "art:36/par:1"),
    ("⟦§14 (1) to (3)⟧ stipulates", "sec:14/subsec:1 sec:14/subsec:2 sec:14/subsec:3"),
    ("⟦Article 5⟧ and 16 May 2010", "art:5"),
    ("⟦Article 12⟧. ⟦§ 1⟧. In the case of a minor", "art:12; art:12/par:1"),
    ("pursuant to ⟦article 100(2)(e)(f)⟧ parties", "art:100/par:2/subpar:e art:100/par:2/subpar:f"),
    ("(⟦art. 6, para. 2, art. 8, para. 8, art. 19, para. 2⟧)", "art:6/par:2 art:8/par:8 art:19/par:2"),
    ("under ⟦article 7⟧, 12 persons were convicted", "art:7"),
]

NO_PROVISIONS = [
    "the {Act of 19 December 2002} (Federal Law Gazette Part I p. 3024)",
    "the {Act of 19 December 2002} (Official Gazette, Part II, No. 5)",
    "the {Act of 27 December 2003} (Federal Law Gazette [BGBl.] 2003 Part I, 3007)",
    "See point 12 of Article 7.",
    "on the implementation of {Act No. 21} (para. 16), and",
    "The {Lifts Act} was amended (see paragraph 14 under Article 9 above).",
    "is described under Article 9 of this report",
    "The {Norms and Standards for Ramps and Lifts}, Volume 1 stipulate that ramps are wide.",
    "persons with Group II disability took part in 3 events",
    "see paragraph 12 above and annex II",
    "With regard to paragraph 9 of the concluding observations on the initial report",
    "as described in section 4 of this report",
    "Chapter 63 of the Laws of Kenya",
    "NORDOM 882: Part 1: Passenger road mobility system",
    "The {Convention} does not bind them; they are treated separately in chapters VI and VII.",
    "of the {Act}. Part 2: Town planning, published in 2013",
    "Under the {Act}, specifically Rule 77/2015 on the provision of services",
    "The {Constitution} is discussed in chapter II below",
    "the article on page 4 of the newspaper",
    "to improve its 15 sections",
    "the principle of equality and the rules 5",
    "in {Act No. 5 amending article 12 of the Code},",
]


def read(marked: str) -> tuple[list[tuple[int, int]], list[Found], str]:
    spans: list[tuple[int, int]] = []
    instruments: list[Found] = []
    text, opened, named = "", 0, 0
    for part in re.split("([⟦⟧{}])", marked):
        match part:
            case "⟦":
                opened = len(text)
            case "⟧":
                spans.append((opened, len(text)))
            case "{":
                named = len(text)
            case "}":
                instruments.append(Found(named, len(text), "test"))
            case _:
                text += part
    doc = NLP(text)
    return spans, find_provisions(doc, instruments), text


def paths(find: Found) -> str:
    return " ".join("/".join(path) for path in find.targets)


@pytest.mark.parametrize(("sentence", "targets"), OF_AN_INSTRUMENT)
def test_a_provision_of_a_named_instrument(sentence: str, targets: str) -> None:
    spans, finds, text = read(sentence)
    assert [(find.start, find.end) for find in finds] == spans
    assert "; ".join(paths(find) for find in finds) == targets
    assert finds[0].instrument is not None
    name = re.search(r"\{(.*?)\}", sentence)
    assert name
    assert text[slice(*finds[0].instrument)] == name[1]


@pytest.mark.parametrize(("sentence", "targets"), ALONE)
def test_a_provision_that_the_text_does_not_join_to_a_name(sentence: str, targets: str) -> None:
    spans, finds, _ = read(sentence)
    assert [(find.start, find.end) for find in finds] == spans
    assert "; ".join(paths(find) for find in finds) == targets


@pytest.mark.parametrize("sentence", NO_PROVISIONS)
def test_places_in_reports_and_numbers_are_no_provisions(sentence: str) -> None:
    assert read(sentence)[1] == []


@pytest.mark.parametrize("join", ["to", "through", "until", "up to", "up to and including", "to and including"])
def test_a_range_gives_every_article_between_its_ends(join: str) -> None:
    _, finds, _ = read(f"⟦articles 470 {join} 507 of the {{Personal and Family Code}}⟧")
    assert [path[0] for path in finds[0].targets] == [f"art:{number}" for number in range(470, 508)]


def test_the_words_in_brackets_are_kept_beside_their_targets() -> None:
    _, finds, _ = read("articles of the {Criminal Code}: 125 (Abduction), 126 (Trafficking) and 346 (Detention).")
    assert finds[0].glosses == ("Abduction", "Trafficking", "Detention")


def test_that_article_is_the_article_before() -> None:
    _, finds, _ = read("⟦Article IV, Section 3⟧ protects. ⟦Section 4 of the same article⟧ adds.")
    assert [paths(find) for find in finds] == ["art:IV/sec:3", "art:IV/sec:4"]


def test_a_second_instrument_shares_the_division_word() -> None:
    spans, finds, _ = read("⟦articles 5 of the {Constitution}⟧ and ⟦12 of the {Criminal Code}⟧ provide")
    assert [(find.start, find.end) for find in finds] == spans
    assert [paths(find) for find in finds] == ["art:5", "art:12"]


def test_rows_of_a_table_keep_the_name_before_the_article() -> None:
    spans, finds, _ = read("⟦{Criminal Code}, art. 125⟧ ⟦{Criminal Code}, art. 126⟧ 26 34")
    assert [(find.start, find.end) for find in finds] == spans


PIECES = st.sampled_from(
    [
        *("article ", "articles ", "Section ", "§", "art. ", "para. ", "1", "12", "(a)", "(1) ", " and ", ", ", " to "),
        *("of the ", "Code", "II", ".", "–", "first ", "paragraph ", "bis", " (gloss)", ": ", "that article"),
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=24).map("".join)), st.data())
def test_any_text_gives_provisions_in_order_without_overlap(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    instruments = [Found(a, b, "test") for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    finds = find_provisions(NLP(text), instruments)
    assert all(a.end <= b.start for a, b in pairwise(finds))
    for find in finds:
        assert 0 <= find.start < find.end <= len(text)
        assert find.targets
        assert len(find.glosses) in (0, len(find.targets))
        assert all(":" in step for path in find.targets for step in path)


@pytest.mark.parametrize(
    "piece", ["article 1 ", "articles 1, 2 and 3 (a) ", "art. 5 of the ", "1, ", "(a) ", "first paragraph of "]
)
def test_time_grows_with_the_length_of_the_text_alone(piece: str) -> None:
    def find(times: int) -> Callable[[], object]:
        doc = NLP("articles " + piece * times)
        return lambda: find_provisions(doc, [])

    assert grows_linearly(find, 2000, 8000)
