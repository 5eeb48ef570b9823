"""Which names mean one body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatygraph.recognition import recognise
from treatygraph.report import Entity, Report, Source, Unit
from treatygraph.resolution import resolve

if TYPE_CHECKING:
    from tests.resolution.conftest import Resolve


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Office of the Procurator-General", "Procurator-General of Kazakhstan"),
        ("Ministry of Internal Affairs of Kazakhstan", "Ministry of Internal Affairs"),
        ("Minister of Health", "Ministry of Health"),
        ("Minister of Health", "ministry of health"),
        ("Kazakh government", "government"),
        ("Kazakh Government", "Government of the Republic of Kazakhstan"),
        ("Honorary National Commission on Disability", "National Honorary Commission on Disability"),
        ("Honorary National Commission for the Disabled", "Honorary National Commission on Disability"),
        ("United Nations Children’s Fund", "UNICEF"),
        ("Embassy of the United States of America in Kazakhstan", "Embassy of the United States of America"),
        ("Attorney General", "Attorney General’s Chambers"),
        ("Interdepartmental Commission on Minors and the Protection of Their Rights", "Interdepartmental Commission"),
    ],
)
def test_one_body_under_two_names(resolved: Resolve, first: str, second: str) -> None:
    report = resolved(f"The ⟦@{first}⟧ met.", f"The ⟦@{second}⟧ met.")
    assert report.ids(first)[0] == report.ids(second)[0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ministry of Health", "Ministry of Health and Social Policy"),
        ("Government of Kazakhstan", "Government of Estonia"),
        ("Supreme Court", "Constitutional Court"),
        ("Committee on the Rights of the Child", "Committee for the Protection of Children’s Rights"),
    ],
)
def test_two_bodies_under_like_names(resolved: Resolve, first: str, second: str) -> None:
    report = resolved(f"The ⟦@{first}⟧ met.", f"The ⟦@{second}⟧ met.")
    assert report.ids(first)[0] != report.ids(second)[0]


def test_an_acronym_in_brackets_is_the_body(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦@National Council for Persons with Disabilities⟧ (⟦@NCPWD⟧) and the ⟦@Ministry of Health⟧ (⟦@MoH⟧) met.",
        "The ⟦@NCPWD⟧ and the ⟦@MoH⟧ agreed.",
    )
    assert report.mention("NCPWD", 2).entity == report.mention("National Council for Persons with Disabilities").entity
    assert report.mention("MoH", 2).entity == report.mention("Ministry of Health").entity


def test_the_ministry_is_the_last_one(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦@Ministry of Internal Affairs⟧ and the ⟦@Union of Crisis Centres⟧ run a hotline; the ⟦@^NGO⟧ works "
        "with the ⟦@^Ministry⟧.",
    )
    assert report.mention("Ministry").entity == report.mention("Ministry of Internal Affairs").entity
    assert report.mention("NGO").entity == report.mention("Union of Crisis Centres").entity


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("International Committee of the Red Cross", "international"),
        ("European Commission", "international"),
        ("Ministry of Foreign Affairs and International Cooperation", "national"),
        ("Commission for International Adoptions", "national"),
    ],
)
def test_a_body_is_international_if_its_name_opens_so(resolved: Resolve, name: str, level: str) -> None:
    assert resolved(f"The ⟦@{name}⟧ met.").entity(name).level == level


def test_a_bare_word_names_no_body(resolved: Resolve) -> None:
    found = resolved("The ⟦@National Council for Children⟧ met. A ⟦@Fund⟧ was set up by the ⟦@Council⟧.")
    assert found.entity("Council").name == "National Council for Children"
    assert found.mention("Fund").resolved_by == "unresolved"
    assert found.entity("Fund").confidence < 0.25
    assert resolved("⟦@Department⟧ Order 26 and ⟦Department Order 26⟧ apply.").relations("issuedBy") == []


def test_a_ministry_that_shares_its_head_has_its_own_name(resolved: Resolve) -> None:
    report = resolved("The ⟦@Ministries of Education⟧, Health and Labour met.", "The ⟦@Ministry of Education⟧ agreed.")
    body = report.entity("Ministry of Education")
    assert (body.name, body.kind) == ("Ministry of Education", "ministry")
    assert report.entity("Ministries of Education") == body
    assert resolved("The ⟦@Ministries of Finance⟧ and Health met.").entity("Ministries of Finance").name == (
        "Ministry of Finance"
    )


def test_kind_level_and_owner(resolved: Resolve) -> None:
    report = resolved("The ⟦@Supreme Court⟧ and the ⟦@Committee on Enforced Disappearances⟧ met ⟦@UNICEF⟧.")
    court = report.entity("Supreme Court")
    assert (court.kind, court.level, court.state, court.id) == ("court", "national", "KAZ", "KAZ_supreme-court")
    committee = report.entity("Committee on Enforced Disappearances")
    assert (committee.kind, committee.level, committee.state) == ("treaty-body", "international", None)
    assert committee.id == "UN_committee-on-enforced-disappearances"
    assert report.entity("UNICEF").name == "United Nations Children’s Fund"


def read_bodies(text: str, state: str = "BRA") -> dict[str, Entity]:
    """What each agency that the recognition finds in a paragraph of a State's report denotes."""
    unit = Unit(id="1", kind="paragraph", text=text)
    source = Source("report.txt", "0", "text/plain")
    report = resolve(recognise(Report(f"CRPD/C/{state}/1", state, "CRPD", "Report", (unit,), source)))
    entities = {entity.id: entity for entity in report.entities}
    return {m.text: entities[m.entity] for m in report.mentions if m.type == "agency" and m.entity}


def test_each_name_of_a_list_is_a_ministry() -> None:
    bodies = read_bodies("the Ministers of Internal Affairs, Education and Science and Health and Social Development")
    assert [(body.name, body.kind) for body in bodies.values()] == [
        ("Ministry of Internal Affairs", "ministry"),
        ("Ministry of Education and Science", "ministry"),
        ("Ministry of Health and Social Development", "ministry"),
    ]


def test_a_name_in_another_language_is_the_same_body() -> None:
    bodies = read_bodies(
        "the National Telecommunications Agency (Agência Nacional de Telecomunicações – ANATEL) and the National "
        "Indian Foundation (Fundação Nacional do Índio) met."
    )
    assert [(text, body.name) for text, body in bodies.items()] == [
        ("National Telecommunications Agency", "National Telecommunications Agency"),
        ("Agência Nacional de Telecomunicações", "National Telecommunications Agency"),
        ("ANATEL", "National Telecommunications Agency"),
        ("National Indian Foundation", "National Indian Foundation"),
        ("Fundação Nacional do Índio", "National Indian Foundation"),
    ]


def test_of_two_bodies_the_name_in_another_language_is_the_first_ones() -> None:
    bodies = read_bodies(
        "the Secretariat for Institutional Relations of the Office of the President of the Republic (Secretaria de "
        "Relações Institucionais da Presidência da República)"
    )
    assert [body.name for body in bodies.values()] == [
        "Secretariat for Institutional Relations",
        "Office of the President of the Republic",
        "Secretariat for Institutional Relations",
    ]


def test_an_acronym_with_the_state_beside_it_is_the_body_before_the_bracket() -> None:
    bodies = read_bodies(
        "the High Judicial and Prosecutorial Council of BiH (HJPC BiH) met. The HJPC BiH decided.", "BIH"
    )
    assert {body.name for body in bodies.values()} == {"High Judicial and Prosecutorial Council of BiH"}


def test_a_short_form_is_the_longer_name_given_shortly_before(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦@National Commission for Children⟧ and the ⟦@National Commission for Persons with disabilities⟧ met.",
        "The ⟦@National Commission⟧ has four members.",
    )
    assert report.entity("National Commission") == report.entity("National Commission for Persons with disabilities")


def test_a_short_form_of_now_one_now_another_name_is_neither(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦@National Commission for Children⟧ met. The ⟦@National Commission⟧ agreed. The "
        "⟦@National Commission for Persons with disabilities⟧ met. The ⟦@National Commission⟧ agreed.",
    )
    assert report.entity("National Commission").name == "National Commission"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Office of the Human Rights Commissioner", "Human Rights Commissioner"),
        ("Equal Opportunities Ombudsman", "Office of the Equal Opportunities Ombudsperson"),
        (
            "UN Committee for the Rights of Persons with Disabilities",
            "Committee on the Rights of Persons with Disabilities",
        ),
        ("UN Committee", "Committee on the Rights of Persons with Disabilities"),
    ],
)
def test_an_office_and_who_holds_it_and_the_united_nations_before_a_name(first: str, second: str) -> None:
    bodies = read_bodies(f"The {first} met. Later the {second} met.")
    assert bodies[first] == bodies[second]


def test_a_name_after_ngo_is_one_of_an_ngo() -> None:
    bodies = read_bodies("The NGO Handicap Santé held clinics. The charity Baurzhan helped.")
    assert {text: body.kind for text, body in bodies.items()} == {"Handicap Santé": "ngo", "Baurzhan": "ngo"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The report gives answers to the ⟦@^Committee⟧’s recommendations of 2017.", "treaty body"),
        ("The ⟦@^Committee⟧ comprises representatives of a number of bodies.", "unresolved"),
    ],
)
def test_a_committee_without_a_name_is_the_treatys_where_the_sentence_speaks_of_reporting(
    resolved: Resolve, text: str, rule: str
) -> None:
    (mention,) = resolved(text).annotated.mentions
    assert mention.resolved_by == rule


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("It was sent to the Kazakh ⟦@Human Rights Committee⟧, which is independent.", True),
        ("The House of Representatives has established a ⟦@Human Rights Committee⟧.", True),
        ("The Presidential ⟦@Human Rights Committee⟧ prepared the report.", True),
        ("A Section 5 ⟦@Committee on the Rights of Persons with Disabilities⟧ has been established.", True),
        ("The legislature (⟦@Human Rights Committee⟧ of the Chamber of Deputies) took part.", True),
        ("The Rules require a room for the ⟦@Human Rights Committee⟧ in the National Police Agency.", True),
        ("The Constitutional Council, the ⟦@Economic and Social Council⟧ and the Court of Audit were set up.", True),
        ("The ⟦@Economic and Social Council⟧, which is the other main State institution, changes.", True),
        ("It must inform the ⟦@General Assembly⟧ of the legislature.", True),
        ("The forum of the ⟦@Economic and Social Council⟧ met, and Kazakhstan took part.", False),
        ("The ⟦@General Assembly⟧ adopted it.", False),
        ("The report was sent to the ⟦@Human Rights Committee⟧ in 2014.", False),
        ("It appeared before the ⟦@Committee against Torture⟧ at its session.", False),
        ("A ⟦@CRPD Committee⟧ recommendation was carried out.", False),
    ],
)
def test_a_body_of_the_state_is_called_as_one_of_the_united_nations_is(resolved: Resolve, text: str, own: bool) -> None:
    (body,) = resolved(text).annotated.entities
    assert (body.state == "KAZ", body.level == "national") == (own, own)


def test_whose_an_unspelt_acronym_behind_a_body_of_another_is_stays_open(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦@Central Council⟧ of the ⟦@National Education Administration⟧ (⟦@CODICEN⟧) and the "
        "⟦@Secretariat for Ports⟧ of the ⟦@Ministry of Transport⟧ (⟦@MoT⟧) met."
    )
    assert report.mention("CODICEN").entity != report.mention("National Education Administration").entity
    assert report.mention("MoT").entity == report.mention("Ministry of Transport").entity


def test_two_known_bodies_are_never_one(resolved: Resolve) -> None:
    report = resolved("The German ⟦@United Nations Children’s Fund⟧ (⟦@UNESCO⟧) Commission met.")
    assert report.mention("UNESCO").entity != report.mention("United Nations Children’s Fund").entity
