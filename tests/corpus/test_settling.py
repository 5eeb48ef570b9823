"""Entities of several reports get their ids together, and keep them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from named import agency, instrument

from treatygraph.corpus.lock import Row, read_decisions, read_lock, write_decisions, write_lock
from treatygraph.corpus.settling import Named, Settlement, settle
from treatygraph.report import Entity

FIRST, SECOND, THIRD = "CED/C/KAZ/1", "CRPD/C/KAZ/1", "CRPD/C/KAZ/2"


def reports(**entities: list[Entity]) -> list[Named]:
    symbols = {"first": FIRST, "second": SECOND, "third": THIRD}
    return [Named(symbols[name], tuple(found)) for name, found in entities.items()]


def open_pairs(settlement: Settlement) -> list[tuple[str, str, str]]:
    return [(row.first, row.second, row.reason) for row in settlement.rows if row.decision == ""]


def test_one_law_takes_the_id_that_tells_most() -> None:
    undated, dated = instrument("Education Act"), instrument("Education Act of 27 July 2007")
    settled = settle(reports(first=[undated], second=[dated]), {}, ())
    assert settled.ids == {FIRST: {undated.id: dated.id}, SECOND: {dated.id: dated.id}}
    known = settled.locked[dated.id]
    assert (known.label, known.date, sorted(known.reports)) == (
        "Education Act of 27 July 2007",
        "2007-07-27",
        [FIRST, SECOND],
    )


def test_a_later_report_never_renames_a_law() -> None:
    undated, dated = instrument("Education Act"), instrument("Education Act of 27 July 2007")
    before = settle(reports(first=[undated]), {}, ())
    after = settle(reports(first=[undated], second=[dated]), before.locked, before.rows)
    assert after.ids[FIRST] == before.ids[FIRST] == {undated.id: undated.id}
    assert after.ids[SECOND] == {dated.id: undated.id}
    assert after.locked[undated.id].date == "2007-07-27"
    assert after.locked[undated.id].label == "Education Act"


def test_the_same_again_changes_nothing() -> None:
    found = reports(
        first=[instrument("Education Act"), instrument("the Act", id="KAZ_act_unresolved", confidence=0.2)],
        second=[
            instrument("Education Act of 27 July 2007"),
            instrument("Education Act of 7 June 1999"),
            instrument("the Act", id="KAZ_act_unresolved", confidence=0.2),
        ],
    )
    once = settle(found, {}, ())
    again = settle(found, once.locked, once.rows)
    assert (again.ids, again.locked, again.rows) == (once.ids, once.locked, once.rows)


def test_a_law_that_may_be_either_of_two_stays_apart() -> None:
    undated = instrument("Education Act")
    old, new = instrument("Education Act of 7 June 1999"), instrument("Education Act of 27 July 2007")
    settled = settle(reports(first=[undated], second=[old, new]), {}, ())
    assert settled.ids[FIRST] == {undated.id: undated.id}
    assert {pair[:2] for pair in open_pairs(settled)} == {(old.id, undated.id), (new.id, undated.id)}


def test_entities_of_one_report_are_kept_apart_and_listed_where_they_look_the_same() -> None:
    one, two = (
        instrument("Health Insurance Act"),
        instrument("Health Insurance Act of the Republic", id="KAZ_act_other"),
    )
    settled = settle(reports(first=[one, two]), {}, ())
    assert settled.ids[FIRST] == {one.id: one.id, two.id: two.id}
    assert open_pairs(settled) == [(one.id, two.id, "the titles are equal, but one report has both")]


def test_a_law_that_may_be_that_of_a_part_of_the_state_is_no_other_reports() -> None:
    before, new, of_the_part = (instrument(name, "BIH") for name in ("Labour Law", "Labour Law", "RS Labour Law"))
    settled = settle(reports(first=[before], second=[new, of_the_part]), {}, ())
    assert settled.ids[FIRST][before.id] != settled.ids[SECOND][new.id]
    assert "the titles are equal" in {reason for _, _, reason in open_pairs(settled)}
    assert settle(reports(first=[before], second=[new]), {}, ()).ids[SECOND] == {new.id: before.id}
    # "BH" is Bosnia and Herzegovina itself.
    own = instrument("BH Labour Law", "BIH")
    assert settle(reports(first=[before], second=[own]), {}, ()).ids[SECOND][own.id] == before.id


def asked(*names: str) -> list[str]:
    return [reason for _, _, reason in open_pairs(settle(reports(first=[instrument(name) for name in names]), {}, ()))]


def test_a_person_is_asked_of_like_laws_that_one_report_keeps_apart() -> None:
    reason = "the titles share most words that tell, but one report has both"
    long = "Technical Entrepreneurial, Vocational Education and Training Act"
    assert asked(long, "Technical Vocation Education Act") == [reason]
    assert asked("Regulations for Housing Support", "Regulations for the Housing Support Scheme") == [reason]
    assert asked("Act on Vocational Rehabilitation and Employment", "Act on Vocational Rehabilitation") == []
    # Nothing is asked where something tells them apart: a number, a protocol, the law on a body.
    assert asked(f"{long} No. 3", "Technical Vocation Education Act No. 4") == []
    ratified = "Act on Ratification of the {} on the Rights of Persons with Disabilities"
    assert asked(ratified.format("Convention"), ratified.format("Protocol to the Convention")) == []
    assert asked("Vocational Education Training Act", "Vocational Education Training Institute Act") == []


def test_an_acronym_that_one_report_makes_up_is_not_the_next_reports() -> None:
    defined = instrument("RS Strategy for Social Position 2010–2015", aliases=("RS Strategy",))
    alone = instrument("RS Strategy")
    settled = settle(reports(first=[defined], second=[alone]), {}, ())
    assert settled.ids == {FIRST: {defined.id: defined.id}, SECOND: {alone.id: alone.id}}


def test_what_is_not_told_apart_never_shares_an_id() -> None:
    vague = instrument("the Act", id="KAZ_act_unresolved", confidence=0.2)
    settled = settle(reports(first=[vague], second=[vague]), {}, ())
    assert settled.ids[FIRST][vague.id] == "KAZ_act_unresolved"
    assert settled.ids[SECOND][vague.id] == "KAZ_act_unresolved_CRPD-C-KAZ-1"


def test_two_laws_that_would_have_one_id_get_two() -> None:
    first, second = (instrument(name, id="KAZ_act_2013-05-21") for name in ("Act on Forests", "Act on Prisons"))
    settled = settle(reports(first=[first], second=[second]), {}, ())
    assert settled.ids[SECOND] == {"KAZ_act_2013-05-21": "KAZ_act_2013-05-21-2"}


def test_a_code_without_a_date_is_the_work_of_its_versions() -> None:
    version = instrument(
        "Criminal Code of 16 July 1997", id="KAZ_code_criminal-code_1997-07-16", member_of="KAZ_code_criminal-code"
    )
    undated = instrument("Penal Code", id="KAZ_code_penal-code")
    settled = settle(reports(first=[version], second=[undated]), {}, ())
    assert settled.ids[FIRST] == {version.id: version.id, "KAZ_code_criminal-code": "KAZ_code_criminal-code"}
    assert settled.ids[SECOND] == {"KAZ_code_penal-code": "KAZ_code_criminal-code"}


def test_the_constitution_is_one_with_and_without_its_date() -> None:
    dated = instrument("Constitution of 30 August 1995", id="KAZ_constitution_1995-08-30", member_of="KAZ_constitution")
    undated = instrument("Constitution of Kazakhstan", id="KAZ_constitution")
    together = settle(reports(first=[dated], second=[undated]), {}, ())
    assert together.ids[SECOND] == {undated.id: dated.id}
    before = settle(reports(second=[undated]), {}, ())
    after = settle(reports(first=[dated], second=[undated]), before.locked, ())
    assert after.ids == {FIRST: {dated.id: undated.id}, SECOND: {undated.id: undated.id}}


def test_the_issuer_is_compared_by_the_id_that_all_reports_share() -> None:
    body, same_body = agency("KAZ_ministry-of-the-interior-affairs"), agency("KAZ_ministry-of-interior-affairs")
    order = "Order No. 83 of 12 September 2011"
    found = reports(
        first=[body, instrument(order, issuer=body.id)], second=[same_body, instrument(order, issuer=same_body.id)]
    )
    settled = settle(found, {}, ())
    assert len({settled.ids[symbol][instrument(order).id] for symbol in (FIRST, SECOND)}) == 1


def test_a_person_decides_and_the_next_run_honours_it() -> None:
    one, two = instrument("Social Assistance Act"), instrument("Targeted Social Assistance Act of 17 July 2001")
    found = reports(first=[one], second=[two])
    asked = settle(found, {}, ())
    ((first, second, _),) = open_pairs(asked)
    same = settle(found, asked.locked, (Row("same", first, second),))
    assert same.ids == {FIRST: {one.id: first}, SECOND: {two.id: first}}
    assert same.locked[second].replaced_by == first
    assert open_pairs(same) == []
    assert settle(found, same.locked, same.rows).ids == same.ids
    apart = settle(found, asked.locked, (Row("different", first, second),))
    assert apart.ids == asked.ids
    assert open_pairs(apart) == []


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            "Plan for Accessible Ports 2013–2015",
            "Plan for Accessible Ports 2013–2025",
            "the titles are equal, the periods begin or end in one year, but one report has both",
        ),
        (
            "Act No. 97/2004 on Ports and Lifts",
            "Act No. 79/2004 on Ports and Lifts",
            "the titles are equal, the numbers differ in a digit, but one report has both",
        ),
        ("Plan for Accessible Ports 2013–2015", "Plan for Accessible Ports 2016–2018", None),
        ("Act No. 97/2004 on Ports and Lifts", "Act No. 12/2004 on Ports and Lifts", None),
        ("Act No. 97/2004 on Ports and Lifts", "Act No. 79/1999 on Ports and Lifts", None),
        ("Act No. 97/2004 on Ports", "Act No. 79/2004 on Ports", None),
    ],
)
def test_of_two_numbers_or_periods_of_one_title_a_slip_is_asked_about(one: str, other: str, reason: str | None) -> None:
    settled = settle(reports(first=[instrument(one), instrument(other)]), {}, ())
    assert [asked for *_, asked in open_pairs(settled)] == ([] if reason is None else [reason])
    assert len(set(settled.ids[FIRST].values())) == 2


def test_laws_of_two_parts_of_a_state_are_never_one() -> None:
    north, south = (instrument("Labour Law", id="KAZ_act_labour", part=part) for part in ("North", "South"))
    of_none = instrument("Labour Law", id="KAZ_act_labour")
    apart = settle(reports(first=[north], second=[south]), {}, ())
    assert apart.ids[FIRST] != apart.ids[SECOND]
    assert open_pairs(apart) == []
    one = settle(reports(first=[north], second=[north]), {}, ())
    assert set(one.ids[FIRST].values()) == set(one.ids[SECOND].values())
    assert one.locked["KAZ_act_labour"].part == "North"
    asked = settle(reports(first=[north], second=[of_none]), {}, ())
    assert [reason for *_, reason in open_pairs(asked)] == ["the titles are equal, one is of a part of the State"]


NAMES = st.sampled_from(
    [
        *("Education Act", "Education Act of 27 July 2007", "Education Act of 7 June 1999", "Act No. 26.298"),
        *("Children’s Rights Act", "Criminal Code", "Criminal Code of 16 July 1997", "Decree No. 7 of 3 May 2001"),
        *("Constitution", "Constitution of 30 August 1995", "Social Assistance Act", "Targeted Social Assistance Act"),
    ]
)


@given(st.lists(st.lists(NAMES, unique=True, max_size=5), min_size=1, max_size=3))
def test_invariants(names: list[list[str]]) -> None:
    """A report's entities keep different ids; the order of reports is no matter; to do it again changes nothing."""
    found = [
        Named(symbol, tuple(map(instrument, texts)))
        for symbol, texts in zip((FIRST, SECOND, THIRD), names, strict=False)
    ]
    once = settle(found, {}, ())
    for report in found:
        ids = [once.ids[report.symbol][entity.id] for entity in report.entities]
        assert len(ids) == len(set(ids))
    assert settle(list(reversed(found)), {}, ()) == once
    again = settle(found, once.locked, once.rows)
    assert (again.ids, again.locked) == (once.ids, once.locked)
    for symbol, ids in settle(found[:1], {}, ()).ids.items():
        later = settle(found, settle(found[:1], {}, ()).locked, ())
        assert {local: later.ids[symbol][local] for local in ids} == ids


def test_the_lock_and_the_list_are_read_back(tmp_path) -> None:  # type: ignore[no-untyped-def]
    one, two = instrument("Social Assistance Act"), instrument("Targeted Social Assistance Act of 17 July 2001")
    one = replace(one, part="North")
    settled = settle(reports(first=[one], second=[two]), {}, ())
    (tmp_path / "iri-lock.json").write_bytes(write_lock(settled.locked))
    (tmp_path / "identity.csv").write_bytes(write_decisions(settled.rows))
    assert read_lock(tmp_path) == settled.locked
    assert read_decisions(tmp_path) == settled.rows


def test_two_states_that_are_not_known_share_no_law() -> None:
    act = instrument("Act No. 1.299 of 15 July 2005", id="ZZZ_act_2005-07-15_1-299", state=None, level="national")
    settled = settle(reports(first=[act], second=[act]), {}, ())
    assert settled.ids == {FIRST: {act.id: act.id}, SECOND: {act.id: f"{act.id}_CRPD-C-KAZ-1"}}
