"""The dialogue in records, graph and summary, and faults of it that the shapes find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from papers import OBSERVATIONS, paper
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from treatygraph import link, recognise, resolve
from treatygraph.corpus.records import read_records, write_records
from treatygraph.corpus.summary import summarise
from treatygraph.dialogue import discuss
from treatygraph.graph import to_turtle
from treatygraph.graph.vocabulary import term
from treatygraph.query import validate
from treatygraph.reading.un.sittings import find_sittings, read_cover_sittings
from treatygraph.report import Annotated, Report

DOCUMENT = term("doc:CERD-C-KEN-CO-1")
CONCERN, RECOMMENDATION = (term(f"doc:CERD-C-KEN-CO-1__par_{number}") for number in (3, 5))


def understood(report: Report) -> Annotated:
    kenyas = replace(report, state="KEN", symbol=report.symbol.replace("XXA", "KEN"))
    annotated = link(resolve(recognise(kenyas)))
    return replace(annotated, dialogue=discuss(annotated))


@pytest.fixture(scope="module")
def observations() -> Annotated:
    return understood(OBSERVATIONS)


@pytest.fixture(scope="module")
def follow_up() -> Annotated:
    told = paper(
        "CERD/C/XXA/FCO/1",
        "follow-up-report",
        ("Introduction", ["The State presents its report."]),
        ("Information relating to paragraph 5 (b) and paragraph 90", ["The Ports Act was repealed."]),
    )
    return understood(told)


@pytest.fixture(scope="module")
def both(observations: Annotated, follow_up: Annotated) -> bytes:
    return to_turtle(observations) + to_turtle(follow_up)


def load(turtle: bytes) -> Store:
    store = Store()
    store.bulk_load(turtle, format=RdfFormat.TURTLE)
    return store


def objects(store: Store, subject: NamedNode, predicate: str) -> set[str]:
    return {quad.object.value.rpartition("/")[2] for quad in store.quads_for_pattern(subject, term(predicate), None)}


def test_paragraphs_of_observations_have_speaker_role_and_articles(both: bytes) -> None:
    store = load(both)
    assert objects(store, DOCUMENT, "tg:documentKind") == {"concluding-observations"}
    assert objects(store, RECOMMENDATION, "tg:speaker") == {"committee"}
    assert objects(store, RECOMMENDATION, "tg:role") == {"recommendation"}
    assert objects(store, RECOMMENDATION, "tg:concernsArticle") == {"CERD__art_2", "CERD__art_5"}
    assert objects(store, RECOMMENDATION, "tg:answersConcern") == {"CERD-C-KEN-CO-1__par_3", "CERD-C-KEN-CO-1__par_4"}


def test_a_follow_up_report_leads_to_the_paragraphs_that_it_answers(both: bytes) -> None:
    store, answer = load(both), term("doc:CERD-C-KEN-FCO-1__par_2")
    assert objects(store, answer, "tg:speaker") == {"state"}
    assert objects(store, answer, "tg:answersRecommendation") == {f"CERD-C-KEN-CO-1__par_{n}" for n in (5, 90)}
    pointer = term("ptr:CERD-C-KEN-FCO-1__par_2--answers-recommendation--5-b")
    assert objects(store, pointer, "tg:pointsInto") == {"CERD-C-KEN-CO-1"}
    assert objects(store, pointer, "tg:item") == {"b"}


def test_a_pointer_to_a_paragraph_that_the_document_does_not_have_is_warned_of(
    both: bytes, follow_up: Annotated
) -> None:
    pointer = term("ptr:CERD-C-KEN-FCO-1__par_2--answers-recommendation--90").value

    def warned(turtle: bytes) -> set[str]:
        return {finding.focus for finding in validate(load(turtle)).findings if finding.rule == "S50"}

    assert warned(both) == {pointer}
    assert warned(to_turtle(follow_up)) == set()  # the observations are not at hand


def test_records_bring_the_dialogue_back(observations: Annotated, follow_up: Annotated, tmp_path: Path) -> None:
    for annotated in (observations, follow_up):
        folder = tmp_path / annotated.report.symbol.replace("/", "-")
        folder.mkdir()
        write_records(annotated, folder)
        assert read_records(folder).dialogue == annotated.dialogue


def test_a_report_that_answers_nothing_has_no_record_of_it(tmp_path: Path) -> None:
    told = paper("CERD/C/XXA/1", "initial-report", ("Article 2", ["The Ports Act protects passengers."]))
    write_records(understood(told), tmp_path)
    assert not (tmp_path / "dialogue.jsonl").exists()


def test_the_summary_counts_the_paragraphs_that_point_at_another_document(
    observations: Annotated, follow_up: Annotated
) -> None:
    assert summarise(follow_up).points_at == (("CERD/C/KEN/CO/1", 1),)
    assert summarise(observations).points_at == ()  # at its own paragraphs alone


def claim_from_a_recommendation(store: Store) -> NamedNode:
    """As if "The Committee notes the Ports Act" said that the State carries article 2 out by it."""
    citation = term("cit:seeded")
    for predicate, value in (("tg:inUnit", CONCERN), ("tg:claims", term("tg:implementedBy"))):
        store.add(Quad(citation, term(predicate), value))
    return CONCERN


def observations_as_a_report(store: Store) -> NamedNode:
    store.add(Quad(DOCUMENT, term("rdf:type"), term("tg:StatePartyReport")))
    return DOCUMENT


def observations_of_nobody(store: Store) -> NamedNode:
    store.remove(Quad(DOCUMENT, term("rdf:type"), term("tg:CommitteeDocument")))
    return DOCUMENT


def two_kinds(store: Store) -> NamedNode:
    store.add(Quad(DOCUMENT, term("tg:documentKind"), term("dt:list-of-issues")))
    return DOCUMENT


def recommendation_of_the_state(store: Store) -> NamedNode:
    store.remove(Quad(RECOMMENDATION, term("tg:speaker"), term("speaker:committee")))
    store.add(Quad(RECOMMENDATION, term("tg:speaker"), term("speaker:state")))
    return RECOMMENDATION


def question_that_a_report_asks(store: Store) -> NamedNode:
    answer = term("doc:CERD-C-KEN-FCO-1__par_1")
    store.add(Quad(answer, term("tg:role"), term("role:question")))
    store.add(Quad(answer, term("tg:speaker"), term("speaker:committee")))
    return answer


def concern_that_answers_a_recommendation(store: Store) -> NamedNode:
    store.add(Quad(CONCERN, term("tg:answersConcern"), RECOMMENDATION))
    return CONCERN


def pointer_by_nothing(store: Store) -> NamedNode:
    pointer = term("ptr:CERD-C-KEN-FCO-1__par_2--answers-recommendation--5-b")
    store.remove(Quad(pointer, term("tg:pointsBy"), term("tg:answersRecommendation")))
    return pointer


def joint_without_pointer(store: Store) -> NamedNode:
    answer = term("doc:CERD-C-KEN-FCO-1__par_2")
    store.add(Quad(answer, term("tg:answersRecommendation"), CONCERN))
    return answer


def number_twice(store: Store) -> NamedNode:
    pointer = term("ptr:CERD-C-KEN-FCO-1__par_2--answers-recommendation--5-b")
    store.add(Quad(pointer, term("tg:number"), Literal("6")))
    return pointer


def a_request(store: Store) -> NamedNode:
    """Of paragraph 5: "repeal those provisions", of the Ports Act that paragraph 3 names."""
    (quad,) = store.quads_for_pattern(None, term("tg:requestedAction"), term("ask:repeal"))
    return quad.subject


def request_of_a_concern(store: Store) -> NamedNode:
    request = a_request(store)
    store.remove(Quad(request, term("tg:inUnit"), RECOMMENDATION))
    store.add(Quad(request, term("tg:inUnit"), CONCERN))
    return request


def wanted_law_in_force(store: Store) -> NamedNode:
    request = a_request(store)
    store.add(Quad(request, term("tg:wantedInstrument"), Literal("new Ports Act")))
    return request


def change_that_nobody_requests(store: Store) -> NamedNode:
    (law,) = (quad.object for quad in store.quads_for_pattern(a_request(store), term("tg:requestedInstrument"), None))
    store.add(Quad(law, term("tg:changeRequested"), CONCERN))
    return law


def concern_under_another_article(store: Store) -> NamedNode:
    (law,) = (quad.object for quad in store.quads_for_pattern(a_request(store), term("tg:requestedInstrument"), None))
    store.add(Quad(term("tre:CERD__art_7"), term("tg:concernUnder"), law))
    return term("tre:CERD__art_7")


@dataclass(frozen=True)
class Fault:
    seed: Callable[[Store], NamedNode]
    rule: str


FAULTS = [
    Fault(observations_as_a_report, "S47"),
    Fault(observations_of_nobody, "S47"),
    Fault(two_kinds, "S47"),
    Fault(recommendation_of_the_state, "S48"),
    Fault(question_that_a_report_asks, "S48"),
    Fault(concern_that_answers_a_recommendation, "S48"),
    Fault(claim_from_a_recommendation, "S49"),
    Fault(pointer_by_nothing, "S50"),
    Fault(number_twice, "S50"),
    Fault(joint_without_pointer, "S51"),
    Fault(request_of_a_concern, "S52"),
    Fault(wanted_law_in_force, "S53"),
    Fault(change_that_nobody_requests, "S54"),
    Fault(concern_under_another_article, "S54"),
]


def test_the_sound_graph_conforms(both: bytes) -> None:
    result = validate(load(both))
    assert result.conforms, result.findings


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.rule}-{fault.seed.__name__}")
def test_a_fault_is_found_by_its_rule(fault: Fault, both: bytes) -> None:
    store = load(both)
    focus = fault.seed(store).value
    found = {(f.rule, f.severity, f.focus) for f in validate(store).findings}
    assert (fault.rule, "violation", focus) in found


def test_no_claim_comes_from_the_committees_words(both: bytes) -> None:
    store = load(both)
    cited = {q.subject for q in store.quads_for_pattern(None, term("tg:inUnit"), CONCERN)}
    assert any(store.quads_for_pattern(citation, term("tg:target"), None) for citation in cited)
    for predicate in ("tg:implementedBy", "tg:claims"):
        assert not list(store.quads_for_pattern(None, term(predicate), None))
    assert not list(store.quads_for_pattern(DOCUMENT, None, term("tg:StatePartyReport")))


def test_the_committees_sessions_stand_in_records_and_graph(tmp_path: Path) -> None:
    opening = "The Committee considered the report at its 7th and 8th meetings, held on 2 and 3 May 2012."
    told = paper("CERD/C/XXA/CO/1", "concluding-observations", ("Introduction", [opening]))
    cover = read_cover_sittings(["Adopted by the Committee at its tenth session (1–12 May 2012)"])
    observations = understood(replace(told, sittings=find_sittings(told.kind, told.units, cover)))
    write_records(observations, tmp_path)
    assert read_records(tmp_path).report.sittings == observations.report.sittings
    turtle = to_turtle(observations)
    store = load(turtle)
    considered, adopted = (
        term("evt:CERD-C-KEN-CO-1__considered_meeting-7-8"),
        term("evt:CERD-C-KEN-CO-1__adopted_session-10"),
    )
    assert [quad.object for quad in store.quads_for_pattern(DOCUMENT, term("tg:consideredAt"), None)] == [considered]
    assert [quad.object for quad in store.quads_for_pattern(DOCUMENT, term("tg:adoptedAt"), None)] == [adopted]
    assert objects(store, considered, "tg:meeting") == {"7", "8"}
    (dates,) = store.quads_for_pattern(considered, term("tg:edtf"), None)
    assert dates.object.value == "2012-05-02/2012-05-03"
    assert objects(store, considered, "tg:earliest") == {"2012-05-02"}
    assert objects(store, considered, "tg:inUnit") == {"CERD-C-KEN-CO-1__par_1"}
    assert objects(store, adopted, "tg:session") == {"10"}
    assert "S55" not in {finding.rule for finding in validate(store).findings}
    number = Literal("10", datatype=term("xsd:integer"))
    store.remove(Quad(adopted, term("tg:session"), number))
    assert ("S55", adopted.value) in {(f.rule, f.focus) for f in validate(store).findings}
