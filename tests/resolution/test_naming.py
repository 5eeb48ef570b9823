"""The ids of entities, which close their IRIs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatygraph.resolution.naming import slug, title_slug

if TYPE_CHECKING:
    from tests.resolution.conftest import Resolve

IDS = [
    ("Convention on the Rights of Persons with Disabilities", "CRPD"),
    ("Order No. 83 of 12 September 2011", "KAZ_order_2011-09-12_83"),
    ("Act No. 49/2007", "KAZ_act_2007_49-2007"),
    ("Act No. 26.298", "KAZ_act_26-298"),
    ("Criminal Code", "KAZ_code_criminal-code"),
    ("Criminal Code of 16 July 1997", "KAZ_code_criminal-code_1997-07-16"),
    ("Code of Criminal Procedure", "KAZ_code_code-of-criminal-procedure"),
    ("Constitution of Kazakhstan of 30 August 1995", "KAZ_constitution_1995-08-30"),
    ("Act of 21 May 2013 on Personal Data and Personal Data Protection", "KAZ_act_2013-05-21_personal-data-protection"),
    (
        "Act of 18 January 2011 amending certain legislative acts with a view to humanization",
        "KAZ_act_2011-01-18_amending-humanization",
    ),
    ("Programme for Penal Correction for 2007–2009", "KAZ_programme_penal-correction_2007-2009"),
    ("draft of the Criminal Code", "KAZ_bill_criminal-code"),
    ("Slavery Convention, of 25 September 1926", "INT_treaty_slavery-convention"),
    (
        "Agreement between Kazakhstan and Viet Nam on Mutual Legal Assistance, of 31 October 2011",
        "KAZ-VNM_agreement_2011-10-31_kazakhstan-viet-nam-mutual",
    ),
    ("Constitution of France", "FRA_constitution"),
]


@pytest.mark.parametrize(("text", "entity"), IDS)
def test_the_id_of_an_instrument(resolved: Resolve, text: str, entity: str) -> None:
    assert resolved(f"The ⟦{text}⟧ applies.").mention(text).entity == entity


def test_a_later_longer_name_names_the_entity_from_the_start(resolved: Resolve) -> None:
    report = resolved("The ⟦Data Protection Act of 21 May 2013⟧.", "⟦Act of 21 May 2013 on Personal Data Protection⟧.")
    assert report.mention("Data Protection Act of 21 May 2013").entity == "KAZ_act_2013-05-21_personal-data-protection"


def test_a_slip_of_the_print_names_nothing(resolved: Resolve) -> None:
    slip = "⟦Persons with Persons with Disability Act, 2011⟧"
    report = resolved(f"The {slip} applies, as the ⟦Persons with Disability Act, 2011⟧ says.")
    assert report.entity("Persons with Disability Act, 2011").name == "Persons with Disability Act, 2011"


def test_an_approved_text_hangs_on_what_approves_it(resolved: Resolve) -> None:
    report = resolved("⟦Order No. 83 of 12 September 2011⟧ approving the ⟦Instructions on crime reports⟧ applies.")
    assert report.mention("Instructions on crime reports").entity == "KAZ_order_2011-09-12_83_instructions"


def test_two_approved_texts_of_one_kind_are_told_apart(resolved: Resolve) -> None:
    report = resolved("⟦Order No. 182 of 2012⟧, approving: • ⟦Regulations on visits⟧; • ⟦Regulations on searches⟧.")
    assert report.ids("Regulations on visits", "Regulations on searches") == [
        "KAZ_order_2012_182_regulation-visits",
        "KAZ_order_2012_182_regulation-searches",
    ]


def test_equal_ids_of_two_instruments_are_numbered(resolved: Resolve) -> None:
    report = resolved("A ⟦Decree of the President⟧ was issued.", "Another ⟦Decree of the President⟧ was issued.")
    ids = {m.entity for m in report.annotated.mentions}
    assert ids == {"KAZ_decree_decree", "KAZ_decree_decree-2"}


def test_an_unknown_state_is_named_as_unknown(resolved: Resolve) -> None:
    report = resolved("The ⟦Education Act⟧ applies.", state=None)
    assert report.entity("Education Act").id == "ZZZ_act_education"
    assert report.entity("Education Act").state is None


def test_slugs_have_neither_accents_nor_signs() -> None:
    assert slug("Children’s Act") == "childrens-act"
    assert slug("Région de Côte d’Ivoire") == "region-de-cote-divoire"
    assert title_slug("amending certain legislative acts concerning social security") == "social-security"
