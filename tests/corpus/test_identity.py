"""Which laws and bodies of different reports are one: pairs of names as reports write them."""

from __future__ import annotations

import pytest
from named import agency, instrument

from treatygraph.corpus.identity import abstract_work, compare, read_particulars


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        # Kazakhstan, CED/C/KAZ/1 paragraphs 8 and 126: one act, translated twice.
        (
            "Act of 21 May 2013 on Personal Data and Personal Data Protection",
            "Data Protection Act of 21 May 2013",
            "same",
        ),
        # Paragraph 169: acts come in pairs of one day; the second amends others.
        (
            "Cumulative Education System Act of 14 January 2013",
            "Act of 14 January 2013 amending certain legislative acts concerning the State cumulative education system",
            "different",
        ),
        # Two amending acts of one day, paragraphs 8 and 169.
        (
            "Act of 4 July 2013 amending certain legislative acts concerning efforts to combat trafficking in persons",
            "Act of 4 July 2013 amending certain legislative acts concerning the right to housing of orphaned children",
            "different",
        ),
        ("Regulatory Decision No. 7 of 28 December 2009", "Regulatory Decision No. 7 of 23 August 2012", "different"),
        ("Children’s Rights Act", "Children’s Rights Act of 8 August 2002", "same"),
        ("Education Act", "Education Act of 27 July 2007", "same"),
        ("Education Act of 7 June 1999", "Education Act of 27 July 2007", "different"),
        ("Social Assistance Act", "Targeted Social Assistance Act of 17 July 2001", "undecided"),
        ("Order No. 83 of 12 September 2011", "Order No. 83 of 12 September 2011", "same"),
        ("Order No. 83 of 12 September 2011", "Order No. 83", "undecided"),
        # One report tells the period of a plan, the other does not: plans follow each other.
        ("Gender Equality Plan for 2018–2022", "Gender Equality Plan", "undecided"),
        ("Gender Equality Plan", "Gender Equality Plan", "undecided"),
        ("Gender Equality Policy", "Gender Equality Policy", "same"),
        ("Decree No. 83 of 12 September 2011", "Act No. 83 of 12 September 2011", "undecided"),
        ("Act No. 26.298", "Act No. 26298 on the Health System", "same"),
        ("Act No. 14 of 2003", "Act No. 14 of 2004", "different"),
        ("Act of 15 December 2008", "Act of 15 December 2008 on Prisons", "undecided"),
        ("Criminal Code", "Penal Code", "same"),
        ("Code of Civil Procedure", "Civil Code", "different"),
        ("Code of Civil Procedure", "Code of Civil Procedure of Kazakhstan", "same"),
        ("Criminal Code", "Criminal Code of 16 July 1997", "different"),
        ("Constitution", "Constitution of Kazakhstan of 30 August 1995", "same"),
        ("draft Criminal Code", "Criminal Code", "different"),
        ("National Action Plan on Disability 2012–2018", "National Strategy on Disability", "different"),
        (
            "Law of 2 October 2008 on Ratification of the Convention on the Rights of Persons with Disabilities",
            "Law of 2 October 2008 on Ratification of the Optional Protocol to the Convention on the Rights of Persons "
            "with Disabilities",
            "different",
        ),
    ],
)
def test_two_names_of_one_state(first: str, second: str, verdict: str) -> None:
    one, two = (read_particulars(instrument(name)) for name in (first, second))
    if one.kind == two.kind == "code" and one.date is None and two.date is None:
        assert compare(one, two) == compare(two, one)
    assert compare(one, two)[0] == verdict
    assert compare(two, one)[0] == verdict


def test_the_law_of_another_state_is_another_law() -> None:
    kazakh, kenyan = (read_particulars(instrument("Children Act", state=state)) for state in ("KAZ", "KEN"))
    assert compare(kazakh, kenyan)[0] == "different"


def test_a_number_is_one_offices_own() -> None:
    """Two ministries may issue an Order No. 83 on one day."""
    first = read_particulars(instrument("Order No. 83 of 12 September 2011", issuer="KAZ_procurator-general"))
    second = read_particulars(instrument("Order No. 83 of 12 September 2011", issuer="KAZ_ministry-of-health"))
    assert compare(first, second) == ("undecided", "number and date agree, the issuers differ")


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (
            "Council Directive 2000/78/EC of 27 November 2000",
            "European Directive 2000/78/EC establishing a general framework for equal treatment in employment",
            "same",
        ),
        ("Additional Protocol", "Additional Protocol", "undecided"),
        ("Agreement on Health", "Agreement on Health", "undecided"),
        (
            "Convention on Legal Assistance in Civil Matters, of 1993",
            "Convention on Legal Assistance in Civil Matters",
            "same",
        ),
    ],
)
def test_international_texts_need_more_than_a_short_title(first: str, second: str, verdict: str) -> None:
    one, two = (read_particulars(instrument(name, state=None)) for name in (first, second))
    assert compare(one, two)[0] == verdict


def test_a_known_treaty_is_one_whatever_its_date_was_taken_for() -> None:
    """ "… the Istanbul Convention of 19 December 2014" is dated by its ratification."""
    name = "Council of Europe Convention on preventing and combating violence against women and domestic violence"
    one = read_particulars(instrument(name, state=None, id="INT_treaty_istanbul-convention"))
    two = read_particulars(instrument(f"{name} of 19 December 2014", state=None, id="INT_treaty_istanbul-convention"))
    assert compare(one, two)[0] == "same"


def test_bodies_are_one_by_the_words_of_their_names() -> None:
    first = read_particulars(agency("KAZ_committee-for-the-protection-of-childrens-rights"))
    second = read_particulars(agency("KAZ_childrens-rights-protection-committee"))
    third = read_particulars(agency("KAZ_committee-on-statistics"))
    assert compare(first, second)[0] == "same"
    assert compare(first, third)[0] == "different"


def test_what_a_report_does_not_tell_apart_is_no_one_elses() -> None:
    vague = read_particulars(instrument("the Act", confidence=0.2))
    assert compare(vague, vague)[0] == "different"


def test_a_dated_code_is_a_version_of_the_code() -> None:
    code = instrument(
        "Criminal Code of 16 July 1997", id="KAZ_code_criminal-code_1997-07-16", member_of="KAZ_code_criminal-code"
    )
    work = abstract_work(code)
    assert work is not None
    assert (work.id, work.name, work.date) == ("KAZ_code_criminal-code", "Criminal Code", None)
    assert abstract_work(instrument("Criminal Code")) is None
