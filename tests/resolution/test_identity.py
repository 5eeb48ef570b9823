"""Which names mean one instrument. The sentences are those that forced the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatygraph import recognise
from treatygraph.report import Report, Source, Unit
from treatygraph.resolution import resolve

if TYPE_CHECKING:
    from tests.resolution.conftest import Resolve

    from treatygraph.report import Annotated


ONE_INSTRUMENT = [
    # An Act called by the kind of another, with its number and whole title.
    (
        "⟦Ordinance No. 012/PR/2018 of 22 May 2018 on gender parity in elections in the Republic⟧",
        "⟦Act No. 012/PR/2018 on gender parity in elections⟧",
    ),
    # A letter is missing in the State's name; "general" tells no code from another.
    ("⟦Kazakh Penal Code⟧", "⟦Kazakstan Penal Code⟧"),
    ("⟦General Tax Code⟧", "⟦Tax Code⟧"),
    # An ordinal in any form; the first plan, where there is no second.
    ("third ⟦National Human Rights Program⟧", "⟦National Human Rights Program III⟧"),
    ("⟦3rd National Program on Human Rights⟧", "⟦National Human Rights Program III⟧"),
    ("first ⟦National Plan on Human Rights 2013–2022⟧", "⟦National Plan on Human Rights⟧"),
    # One abbreviation for both; cut short where the whole name stands in the paragraph before.
    ("⟦Plan for Safe Cities⟧ (Plano Cidades – SEGURA)", "⟦Program for Safe Cities⟧ (Programa – SEGURA)"),
    ("⟦Programme of State Guarantees for Healthcare⟧", "⟦Programme of State Guarantees⟧"),
    ("⟦Law on Health Insurance⟧", "⟦Law on Health Insurance of the Republic of Kazakhstan⟧"),
    ("⟦Code of Civil Procedure⟧", "⟦Code of Civil Procedure of Kazakhstan⟧"),
    ("⟦Kosrae State Constitution⟧", "⟦Constitution of Kosrae⟧"),
    ("⟦Right to Organise Act⟧", "⟦Right to Organize Act⟧"),
    # The popular name and the title, of one day.
    ("⟦Data Protection Act of 21 May 2013⟧", "⟦Act of 21 May 2013 on Personal Data and Personal Data Protection⟧"),
    # Two translators, in paragraphs 111 and 172 of CRPD/C/KAZ/1.
    (
        "⟦Act amending certain legislative acts related to the protection of the rights of persons with disabilities⟧",
        "⟦Act of 3 December 2015 amending certain legislative acts concerning the protection of the rights of "
        "persons with disabilities⟧",
    ),
    # Without its date, inside one report, the dated one.
    ("⟦Criminal Code of 16 July 1997⟧", "⟦Criminal Code⟧"),
    ("⟦Constitution of Kazakhstan of 30 August 1995⟧", "⟦Basic Law⟧"),
    ("⟦Law Enforcement Service Act of 6 January 2011⟧", "⟦Law Enforcement Service Act⟧"),
    ("⟦Order No. 83 of the Procurator-General of 12 September 2011⟧", "⟦Order No. 83 of 12 September 2011⟧"),
    # The order of words, the State's adjective and the translator's words do not matter.
    ("⟦Criminal Procedure Code⟧", "⟦Code of Criminal Procedure⟧"),
    ("⟦Kazakh Criminal Code⟧", "⟦Penal Code⟧"),
    ("⟦Labour Code⟧", "⟦Labor Code of the Republic of Kazakhstan⟧"),
    # Numbers in any form.
    ("⟦Act No. 14 of 2003⟧", "⟦Act 14/2003⟧"),
    ("⟦Act No. 012-2010/AN of 1 April 2010⟧", "⟦Act No. 12-2010⟧"),
    ("⟦Act No. 26.298⟧", "⟦Act No. 26298⟧"),
    # A title finds the number that stands with it elsewhere.
    ("⟦Rights of Persons with Disabilities Act⟧", "⟦Rights of Persons with Disabilities Act, No. 31 of 2007⟧"),
    # An Act that is a code.
    ("⟦Act No. 014-2001/AN of 3 July 2001 on the Electoral Code⟧", "⟦Electoral Code⟧"),
    # A policy cut short.
    ("⟦Third Plan of Action for Persons with Disabilities 2009-2012⟧", "⟦Third Plan of Action⟧"),
    # Whoever translated, and whether the State calls it national.
    ("⟦Law on Social Integration of the Disabled⟧", "⟦Law on Social Integration of Persons with Disabilities⟧"),
    (
        "⟦National Neonatal Early Detection Programme to Prevent Disability⟧",
        "⟦Neonatal Early Detection Programme to Prevent Disability⟧",
    ),
    ("⟦Federal Constitution⟧", "⟦1988 Constitution⟧"),
    ("⟦1988 Kazakh Constitution⟧", "⟦1988 Constitution of the Republic of Kazakhstan⟧"),
    # A word that tells nothing: what the law does, the translator's word form, "national", "public", a slip.
    ("⟦Act No. 37/2014, of 11 December, on Regulation of Gambling⟧", "⟦Gambling Act⟧"),
    ("⟦Prohibition of Trafficking in Human Beings Act, No. 9 of 2009⟧", "⟦Trafficking in Human Beings Act⟧"),
    (
        "⟦Special Act to Prevent and Punish Torture and Other Cruel Treatment⟧",
        "⟦Special Act on the Prevention and Punishment of Torture or Other Cruel Treatment⟧",
    ),
    (
        "⟦Technical Entrepreneurial, Vocational Education and Training (TEVET) Act⟧",
        "⟦Technical, Entrepreneurship and Vocational Education and Training Act⟧",
    ),
    (
        "⟦National Disability and Social Inclusion Policy⟧",
        "⟦National Public Policy for Disability and Social Inclusion⟧",
    ),
    ("⟦Law on Basics of Civilian Protection⟧", "⟦Law on Basis of Civilian Protection⟧"),
    ("⟦W. H. Bosch v. The Minister of Safety⟧", "⟦WH Bosch v The Minister of Safety⟧"),
    # A name of one year with a word more, one cut before its last words, one behind the name of its body.
    ("⟦Termination of Pregnancy Act, 1996⟧", "⟦Choice on Termination of Pregnancy Act, 1996⟧"),
    (
        "⟦Act on Equity and Comprehensive Development⟧",
        "⟦Act on Equity and Comprehensive Development for Persons with Disabilities⟧",
    ),
    # A plan of a period is told by two words; the period is no part of its name.
    ("⟦Equal Opportunities Plan⟧", "⟦2009–2018 Equal Opportunities Plan for Persons with Disabilities⟧"),
    ("⟦Code on Public Health⟧", "⟦Code on Public Health and the Health-Care System⟧"),
    ("⟦Support Programme for Students⟧", "⟦National Disability Service’s Support Programme for Students⟧"),
    # Words that translators exchange in long names, or that say little beside three that tell.
    (
        "⟦Act on the Protection of Personal Information Maintained by Public Agencies⟧",
        "⟦Act on the Protection of Personal Information Maintained by Public Institutions⟧",
    ),
    (
        "⟦Law on Job-finding Services and Rights during the Period of Unemployment⟧",
        "⟦Law on Job-finding Services and Rights during Unemployment⟧",
    ),
    (
        "⟦Decree of 10 July 2008 on the Flemish policy framework for equal opportunities and treatment⟧",
        "⟦Decree on the Flemish policy for equal opportunities and treatment⟧",
    ),
    (
        "⟦Decree No. 5030 of 17 July 2009 laying down the terms and conditions of employment and training of persons "
        "with disabilities⟧",
        "⟦Decree on the terms and conditions of employment and vocational training for persons with disabilities⟧",
    ),
    ("⟦Law on Fundaments of Social Protection of Families⟧", "⟦Law on the Basics of Social Protection of Families⟧"),
    # A name that is torn.
    ("⟦Act on Offences and Penalties of August 2009⟧", "⟦Act on Offences and Penalties for Non-⟧"),
    ("⟦Mandatory Technical Standard on Accessibility⟧", "⟦Mandatory Technical Standard on Accessibility NTON⟧"),
    ("⟦Framework Act on Education⟧", "⟦Framework Act on Education and the ASEPD⟧"),
    # Plans of one period, one by its ordinal or by its State; a numeral before the name.
    ("⟦2nd Action Plan for Women and Peace 2018–2020⟧", "⟦Action Plan for Women and Peace 2018–2020⟧"),
    ("⟦Kazakh National Strategic Plan 2011–2014⟧", "⟦Strategic Plan 2011–2014⟧"),
    ("⟦Second National Plan for Women’s Policies⟧", "II ⟦National Plan for Women’s Policies⟧"),
    ("⟦National Disability Policy⟧", "⟦Disability Policy of the Republic of Kazakhstan⟧"),
    # One word more that says little, the same ordinal, an article, "of" for "on", "Case" behind the parties.
    (
        "⟦National Programme for the Development of the Education Sector⟧",
        "⟦National Education Development Programme⟧",
    ),
    ("⟦Implementing Regulations for the Housing Support Scheme⟧", "⟦Implementing Regulations for Housing Support⟧"),
    (
        "⟦Health and Disability Code of Consumers’ Rights⟧",
        "⟦Code of Health and Disability Services Consumers’ Rights⟧",
    ),
    (
        "⟦National Strategic Plan for the Protection of the Rights of Persons with Disabilities 2018-2020⟧",
        "⟦National Strategic Plan for the Protection and Promotion of the Rights of Persons with Disabilities⟧",
    ),
    ("⟦Second National Plan for Women’s Policies⟧", "⟦II National Plan for Women⟧"),
    (
        "⟦Rulebook on conditions to be complied with by the centre for physiotherapy and rehabilitation⟧",
        "⟦Rulebook on conditions to be complied with by a centre for physiotherapy⟧",
    ),
    ("⟦Code of Public Health⟧", "⟦Code on Public Health and the Health-Care System⟧"),
    ("⟦W. H. Bosch v. The Minister of Safety⟧", "⟦WH Bosch v The Minister of Safety Case⟧"),
    # Treaties by name, abbreviation and number.
    ("⟦United Nations Convention on the Rights of the Child⟧", "⟦CRC⟧"),
    ("⟦ILO Convention No. 182⟧", "⟦Worst Forms of Child Labour Convention, 1999⟧"),
]

TWO_INSTRUMENTS = [
    # A short number with a year, and the same number with a title; two brackets; an Act and the one that amends it.
    ("⟦Act No. 63 of 2008⟧", "⟦Act No. 63 on social inclusion in the cultural sector⟧"),
    (
        "⟦Persons with Disabilities (Access to Employment) Regulations, 2009⟧",
        "⟦Persons with Disabilities (National Fund) (Conduct of Affairs) Regulations, 2009⟧",
    ),
    ("⟦R.A. No. 7277⟧", "⟦Act Amending R.A. No. 7277⟧"),
    # A word that says little tells two Acts apart, and two plans where all else is one word, or the heads are two.
    ("⟦Social Security Act⟧", "⟦Organic Act on the Social Security System⟧"),
    ("⟦Employment Promotion Programme⟧", "⟦Employment Programme⟧"),
    ("⟦Housing Support Programme⟧", "⟦Housing Support Scheme Strategy⟧"),
    ("⟦Second National Plan for Women⟧", "⟦III National Plan for Women’s Policies⟧"),
    ("⟦Code of Good Practice⟧", "⟦Code on Good Practice in Dismissal⟧"),
    # What is left of a title without "adoption" is the name of no law.
    ("⟦Regulations of 11 March 2003 No. 111 “Procedure for Adoption”⟧", "⟦Regulations on the procedure⟧"),
    # Successive plans by the period beside the acronym; laws of which a person may apply either.
    (
        "⟦National Strategic Plan for Social Inclusion⟧ (PEN 2005-2009)",
        "⟦National Strategic Plan for Social Inclusion (2011-2014)⟧",
    ),
    ("⟦National Strategic Plan on Ports⟧: 2005-2009.", "⟦National Strategic Plan on Ports⟧: 2011-2014."),
    ("⟦Gender Action Plan⟧ (GAP Kz) for the period 2012–2016", "⟦Gender Action Plan⟧ (GAP Kz) for 2018–2022"),
    ("⟦Land Action Plan⟧", "⟦Action Plan for this Land⟧"),
    ("first ⟦National Human Rights Program⟧", "second ⟦National Human Rights Program⟧"),
    # One word exchanged that tells: two kinds of homes, of roads; two laws with short names.
    ("⟦Regulation on standards of care homes⟧", "⟦Regulation on standards of family care homes⟧"),
    ("⟦Public Agencies Act⟧", "⟦Public Institutions Act⟧"),
    # A federation's law, and one of its parts.
    ("⟦Framework Law on Primary Education⟧", "⟦Law on Primary Education⟧"),
    # Successive plans by the numeral before their names.
    ("I ⟦National Human Rights Programme⟧", "II ⟦National Human Rights Programme⟧"),
    # A word more that tells: a body's law, another field, a part of the State, one code of several.
    ("⟦Social Security Act⟧", "⟦Social Security Institute Act⟧"),
    ("⟦Mental Health Act, 2014⟧", "⟦Mental Health Tribunal Act, 2014⟧"),
    ("⟦Order on assistance to persons with severe disabilities⟧", "⟦Order on assistance to persons with disabilities⟧"),
    ("⟦Law on Rights and Obligations of Patients⟧", "⟦Law on Rights and Obligations of Patients of the RS⟧"),
    ("⟦Code of Good Practice⟧", "⟦Code of Good Practice on Dismissal⟧"),
    ("⟦Education Law⟧", "⟦General Education Law⟧"),
    # Two numbers never merge, whatever else agrees.
    ("⟦Act No. 18331 on the protection of personal data⟧", "⟦Act No. 18311 on the protection of personal data⟧"),
    # One number, two years.
    (
        "⟦Supreme Court Regulatory Decision No. 7 of 28 December 2009 on personal liberty⟧",
        "⟦Supreme Court Regulatory Decision No. 7 of 29 December 2012 on trafficking in persons⟧",
    ),
    # One day, two subjects.
    (
        "⟦Act of 4 July 2013 amending certain legislative acts concerning efforts to combat trafficking in persons⟧",
        "⟦Act of 4 July 2013 amending certain legislative acts concerning the right to housing of orphaned children⟧",
    ),
    ("⟦Law Enforcement Service Act of 6 January 2011⟧", "⟦State Monitoring and Oversight Act of 6 January 2011⟧"),
    # One day, the same words: only "amending" tells them apart.
    (
        "⟦Cumulative Education System Act of 14 January 2013⟧",
        "⟦Act of 14 January 2013 amending certain legislative acts concerning the State cumulative education system⟧",
    ),
    # One year in two calendars is no number.
    ("⟦Harbours and Piers Law 5725-1965⟧", "⟦Town Elections Law 5725-1965⟧"),
    # One number and one year, two issuers, two titles.
    (
        "⟦Ministerial Order No. 4 of 2010 of the Ministry of Health⟧",
        "⟦Ministerial Order No. 4 of 2010 of the Ministry of Education⟧",
    ),
    (
        "⟦Organization Act No. 1/1996 of 15 January 1996 on the legal protection of minors⟧",
        "⟦Free Legal Aid Act No. 1/1996⟧",
    ),
    # Told apart by the bracket alone; by the head alone.
    (
        "⟦Persons with Disabilities (Cost, Care, Support and Maintenance) Regulations, 2009⟧",
        "⟦Persons with Disabilities (Registration) Regulations, 2009⟧",
    ),
    ("⟦EU Directive⟧", "⟦EU regulation 1107/2006⟧"),
    # The Act of 1971, and the one that replaces it.
    ("⟦Handicapped Persons Act, 1971⟧", "⟦Disability Act⟧"),
    # Two codes, and one of them.
    ("⟦Criminal and Criminal Procedural Code⟧", "⟦Criminal-procedural Code⟧"),
    # A draft is not the law.
    ("⟦Criminal Code⟧", "⟦draft of the Criminal Code⟧"),
    # Of one day, each with a subject of its own.
    (
        "⟦Act of 10 May 2007 on combating certain forms of discrimination⟧",
        "⟦Act of 10 May 2007 on combating gender-based discrimination⟧",
    ),
    # Another State's.
    ("⟦Constitution of Kazakhstan⟧", "⟦Constitution of France⟧"),
    # Another period, another head.
    ("⟦Programme for Social Development for 2007–2009⟧", "⟦Programme for Social Development for 2012–2015⟧"),
    ("⟦National Disability Policy⟧", "⟦National Disability Strategy⟧"),
    ("⟦Education Act⟧", "⟦Higher Education Act⟧"),
    ("⟦Education Act 2004⟧", "⟦Education Act 2010⟧"),
    # A decree known by its issuer alone is not every decree of that issuer.
    ("⟦Decree of the President⟧", "⟦Decree of the President⟧ on another matter"),
]


def one_instrument(report: Annotated) -> bool:
    laws = {m.entity for m in report.mentions if m.type == "instrument" and not m.text.startswith(("Res", "Dec"))}
    return len(laws) == 1


def test_like_texts_that_one_act_approves_are_one(resolved: Resolve) -> None:
    first = "⟦Resolution No. {}⟧ adopted the ⟦Manual of best practice for production of customized medical devices⟧."
    second = "⟦Resolution No. {}⟧ adopted the ⟦Manual of best practice for production of adapted medical devices⟧."
    assert one_instrument(resolved(first.format(1319), second.format(1319)).annotated)
    assert not one_instrument(resolved(first.format(1319), second.format(1320)).annotated)


def test_what_one_act_approves_in_one_sentence_is_two(resolved: Resolve) -> None:
    report = resolved(
        "⟦Decision No. 567 of 2011⟧, approving: • ⟦Rules on living conditions of detained men⟧; "
        "• ⟦Rules on living conditions of detained women⟧."
    )
    assert not one_instrument(report.annotated)


def test_like_laws_at_one_place_of_the_gazette_are_one(resolved: Resolve) -> None:
    first = "⟦Law on the Ratification of the United Nations Convention on the Rights of Persons with Disabilities⟧ "
    second = "⟦Law on the Implementation of the United Nations Convention on the Rights of Persons with Disabilities⟧ "
    gazette = "(Valstybės žinios (Official Gazette) No. 67-{}, 2010) applies."
    assert one_instrument(resolved(first + gazette.format("3350"), second + gazette.format("3350")).annotated)
    assert not one_instrument(resolved(first + gazette.format("3350"), second + gazette.format("3351")).annotated)


def test_the_gazette_of_a_part_of_the_state_tells_whose_law_it_is(resolved: Resolve) -> None:
    named = "The ⟦Law on Children’s Protection of Republika Srpska⟧ applies."
    law = "⟦Law on Protection of Children⟧ (the Official Gazette of {}, No. 4/02, 17/08) applies."
    assert one_instrument(resolved(named, law.format("the Republika Srpska"), state="BIH").annotated)
    assert not one_instrument(resolved(named, law.format("the Brcko District"), state="BIH").annotated)


def test_a_bracket_defines_a_short_name_for_what_is_named_before_the_act_beside_it(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦National Anti-Discrimination Programme for 2009–2011⟧ approved by ⟦Resolution No. 317⟧ (Official Gazette "
        "No. 49-1964) (hereinafter referred to as the ⟦Anti-Discrimination Programme⟧) applies."
    )
    assert one_instrument(report.annotated)


@pytest.mark.parametrize(
    "text",
    [
        "Benefits are paid under Book XII of the ⟦Social Code⟧ or ⟦War Victims Relief Act⟧.",
        "⟦Act on State Social Assistance for Persons with Disabilities⟧ since Childhood; "
        "⟦Act on State Social Assistance for Persons⟧ who do not have the Right to a Pension.",
    ],
)
def test_what_one_sentence_sets_side_by_side_is_two(resolved: Resolve, text: str) -> None:
    assert not one_instrument(resolved(text).annotated)


def test_a_bracket_defines_the_beginning_of_a_name(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦Act on Vocational and Social Rehabilitation and Employment of Disabled People⟧ "
        "(further: ⟦Act on Vocational and Social Rehabilitation⟧) applies."
    )
    assert one_instrument(report.annotated)


def test_what_was_amended_before_the_constitution_of_today_is_the_one_before(resolved: Resolve) -> None:
    today = "The ⟦Constitution of Kenya, 2010⟧ applies. The ⟦Constitution of Kenya⟧ was first amended in {}."
    assert not one_instrument(resolved(today.format(1991), state="KEN").annotated)
    assert one_instrument(resolved(today.format(2015), state="KEN").annotated)


def test_a_paragraph_introduces_a_framework_act_and_calls_it_an_act(resolved: Resolve) -> None:
    one = "The ⟦Framework Act on the Management of Disasters and Safety⟧ applies."
    other = "The current ⟦Act on the Management of Disasters and Safety⟧ has no provision on this."
    assert one_instrument(resolved(f"{one} {other}").annotated)
    assert not one_instrument(resolved(one, other).annotated)


def test_the_convention_is_short_for_its_title_within_another_title(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦bill on urgent measures for implementation of the Convention on the Rights of Persons with Disabilities⟧ "
        "was drafted. The ⟦bill on urgent measures for implementation of the Convention⟧ is before Parliament.",
        treaty="CRPD",
    )
    assert len({m.entity for m in report.annotated.mentions if m.type == "instrument"}) == 1


@pytest.mark.parametrize(("first", "second"), ONE_INSTRUMENT)
@pytest.mark.parametrize("turned", [False, True])
def test_one_instrument_under_two_names(resolved: Resolve, first: str, second: str, turned: bool) -> None:
    pair = (second, first) if turned else (first, second)
    report = resolved(f"The {pair[0]} protects them.", f"The {pair[1]} applies.")
    one, other = (m.entity for m in report.annotated.mentions if m.type == "instrument")
    assert one == other


@pytest.mark.parametrize(("first", "second"), TWO_INSTRUMENTS)
@pytest.mark.parametrize("turned", [False, True])
def test_two_instruments_under_like_names(resolved: Resolve, first: str, second: str, turned: bool) -> None:
    pair = (second, first) if turned else (first, second)
    report = resolved(f"The {pair[0]} protects them.", f"The {pair[1]} applies.")
    one, other = (m.entity for m in report.annotated.mentions if m.type == "instrument")
    assert one != other


def test_the_federation_in_a_state_has_its_own_law(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦Constitution of Bosnia and Herzegovina⟧, the ⟦Constitution of the Federation of Bosnia and Herzegovina⟧.",
        "The ⟦Law on Patients of BH⟧ and the ⟦Law on Patients of the FBH⟧; the ⟦Law on Patients in the FBH⟧.",
        state="BIH",
    )
    first, second, third, fourth, fifth = (m.entity for m in report.annotated.mentions)
    assert first != second
    assert third != fourth == fifth


def test_the_acronym_of_the_state_itself_tells_no_law_from_another(resolved: Resolve) -> None:
    report = resolved(
        "It is regulated through the ⟦Law on Elections BH⟧. The ⟦Law on Elections⟧ denies nobody the vote.",
        "They drafted the ⟦BH Building Code⟧; under Title 11 of the district there is a ⟦Building Code⟧.",
        state="BIH",
    )
    first, second, code, another = (m.entity for m in report.annotated.mentions)
    assert first == second
    assert code != another


def test_what_people_from_another_state_drafted_is_that_states(resolved: Resolve) -> None:
    report = resolved(
        "Foreign experts from the Czech Republic who were involved in the drafting of the new ⟦Civil Code⟧ "
        "(⟦Act No. 89/2011 Coll.⟧, the ⟦Civil Code⟧) took part. No amendment of our own ⟦Civil Code⟧ is considered.",
        state="SVK",
    )
    drafted, number, again, own = (m.entity for m in report.annotated.mentions)
    assert drafted == number == again != own
    assert {entity.id: entity.state for entity in report.annotated.entities}[drafted] == "CZE"


@pytest.mark.parametrize(
    "sentences",
    [
        ("The ⟦Clinics Second Amendment Act, 2001⟧ applies.", "1995. ⟦Clinics Second Amendment Act⟧ (Act 75 of 1995)."),
        (
            "The Clinics Act and the ⟦Enforcement Rule of the Act⟧.",
            "The Ports Act. The ⟦Enforcement Rules of the Act⟧.",
        ),
    ],
)
def test_a_bracket_or_another_act_tells_two_texts_apart(resolved: Resolve, sentences: tuple[str, str]) -> None:
    first, second = resolved(*sentences).annotated.mentions
    assert first.entity != second.entity


def test_numbers_of_a_list_with_their_years_in_brackets_are_several_laws() -> None:
    text = "Three laws, Nos. 178 (2018), 179 (2018) and 180 (2018), have been adopted."
    source = Source(name="", sha256="", media_type="text/plain")
    report = Report("CRPD/C/XXA/1", "XXA", "CRPD", "", (Unit("1", "paragraph", text),), source)
    laws = {e.number for e in resolve(recognise(report)).entities if e.type == "instrument"}
    assert laws == {"178", "179", "180"}


def test_what_stands_behind_the_name_of_a_treaty_tells_it_from_another(resolved: Resolve) -> None:
    report = resolved(
        "It ratified the ⟦Convention concerning the Employment of Women⟧ before and after Childbirth.",
        "It ratified the ⟦Convention concerning Employment of Women⟧ during the Night.",
    )
    assert len({mention.entity for mention in report.annotated.mentions}) == 2


def test_a_law_whose_year_the_text_tells_is_that_of_the_year_in_a_like_name(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦2017 Act on Safeguards and Protection against Domestic Violence⟧ was passed.",
        "The ⟦Protection against Domestic Violence Act⟧ was adopted in ⟦2017=2017⟧.",
    )
    assert len({entity.id for entity in report.annotated.entities}) == 1


def test_an_old_code_is_an_earlier_version(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦Labour Code of 1997⟧ was replaced by the ⟦Labour Code of 2015⟧.",
        "Article 5 of the old ⟦Labour Code⟧ and article 9 of the new ⟦Labour Code⟧ differ.",
    )
    assert [m.entity for m in report.annotated.mentions] == [
        "KAZ_code_labour-code_1997",
        "KAZ_code_labour-code_2015",
        "KAZ_code_labour-code_1997",
        "KAZ_code_labour-code_2015",
    ]
    alone = resolved("The previous ⟦Constitution⟧ remained in force until the ⟦Constitution⟧ was adopted.")
    assert len({m.entity for m in alone.annotated.mentions}) == 2


def test_a_plan_without_its_period_is_neither_of_two_successive_plans(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦National Plan for Children 2007–2009⟧ and the ⟦National Plan for Children 2010–2012⟧.",
        "The ⟦National Plan for Children⟧ was evaluated.",
    )
    assert len({m.entity for m in report.annotated.mentions}) == 3


def test_a_comma_closes_an_introduction(resolved: Resolve) -> None:
    report = resolved(
        "With regard to the restrictions contained in the ⟦Civil Code⟧, ⟦Act No. 17535⟧ establishes the following."
    )
    assert len({m.entity for m in report.annotated.mentions}) == 2


def test_a_decree_may_promulgate_the_act_of_its_title(resolved: Resolve) -> None:
    one = resolved("⟦Decree No. 184-87⟧, known as the “⟦Act on the Training of Persons with Disabilities⟧”, applies.")
    assert len({m.entity for m in one.annotated.mentions}) == 1
    two = resolved("The ⟦Public Tenders Act⟧ (⟦Supreme Decree No. 184-2008-EF⟧) applies.")
    assert len({m.entity for m in two.annotated.mentions}) == 2


def test_the_enacting_words_of_a_bill_are_a_bill(resolved: Resolve) -> None:
    report = resolved("⟦House Bill No. 188⟧ pertaining to “An ⟦Act Prohibiting Fees on Lifts, Ramps and Ferries⟧”.")
    assert report.entity("Act Prohibiting Fees on Lifts, Ramps and Ferries").kind == "bill"


def test_a_day_alone_does_not_choose_between_two_acts_of_it(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦Act of 4 July 2013 concerning trafficking⟧ and the ⟦Act of 4 July 2013 concerning housing⟧.",
        "The ⟦Act of 4 July 2013⟧ entered into force.",
    )
    assert len({m.entity for m in report.annotated.mentions}) == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "The ⟦Persons with Disabilities Act, 2003⟧ (⟦PWDA⟧) applies.",
        "The ⟦PWD Act, 2003⟧, ⟦Act No. 14 of 2003⟧, was assented to.",
        "The ⟦Employment Act 2007⟧ (⟦Act No. 11 of 2007⟧) protects them.",
        "⟦Republic Act No. 7277⟧, or the ⟦Magna Carta for Disabled Persons⟧, applies.",
        "The ⟦Act on equality of opportunity⟧, hereinafter “⟦LIONDAU⟧”, applies.",
    ],
)
def test_names_that_the_text_sets_side_by_side_are_one(resolved: Resolve, sentence: str) -> None:
    assert len({m.entity for m in resolved(sentence).annotated.mentions}) == 1


def test_a_title_beside_a_number_is_that_numbers_law(resolved: Resolve) -> None:
    report = resolved(
        "They drafted the new ⟦Civil Code⟧ (⟦Act No. 89/2011 Coll.⟧) of the neighbour.",
        "in accordance with ⟦Act No. 40/1964 Coll.⟧, the ⟦Civil Code⟧, they form a household",
    )
    first, its_number, number, second = [m.entity for m in report.annotated.mentions]
    assert first == its_number != number == second


@pytest.mark.parametrize(
    ("long", "short", "one"),
    [
        ("Act No. 57/2004 on Port Care, Services Related to the Provision of Port Care", "Port Care Act", True),
        ("Act No. 57/2004 on Ports, Lifts and Ramps", "Ports Act", False),
        ("Act No. 57/2004 on Ports and on amendment of certain acts", "Ports Act", True),
    ],
)
def test_a_law_is_known_by_what_its_title_takes_up_again(resolved: Resolve, long: str, short: str, one: bool) -> None:
    for texts in (
        (f"The ⟦{long}⟧ applies.", f"The ⟦{short}⟧ binds."),
        (f"The ⟦{short}⟧ binds.", f"The ⟦{long}⟧ applies."),
    ):
        report = resolved(*texts)
        assert (report.mention(long).entity == report.mention(short).entity) == one


def test_names_of_a_list_are_not(resolved: Resolve) -> None:
    report = resolved("It amended the ⟦Penal Code⟧, the ⟦Evidence Act⟧ and the ⟦Criminal Procedure Code⟧.")
    assert len({m.entity for m in report.annotated.mentions}) == 3


def test_the_list_of_abbreviations_spells_names_out(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦ARPDA⟧ applies.",
        "The ⟦Anti-Discrimination against and Remedies for Persons with Disabilities Act⟧ was adopted.",
        abbreviations=[("ARPDA", "Anti-Discrimination against and Remedies for Persons with Disabilities Act")],
    )
    assert len({m.entity for m in report.annotated.mentions}) == 1


def test_a_shared_head_holds_for_the_second_number_and_the_second_draft(resolved: Resolve) -> None:
    report = resolved(
        "⟦Acts Nos. 15/2003⟧ and ⟦22/2010⟧ apply.",
        "New ⟦drafts of the criminal code⟧ and ⟦code of administrative offences⟧ were submitted.",
    )
    assert report.entity("22/2010").kind == "act"
    assert report.entity("22/2010").number == "22/2010"
    assert report.entity("code of administrative offences").kind == "bill"


def test_a_plan_of_a_programme_belongs_to_that_programme(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦Action Plan⟧ for implementation of the ⟦Complex Program for Fight against Daily Violence⟧.",
        "The ⟦Action Plan⟧ of the “⟦State Program for Development of the Regions in 2009-2013⟧”.",
    )
    first, second = report.mention("Action Plan", 1), report.mention("Action Plan", 2)
    assert first.entity != second.entity


def test_a_dated_code_is_a_version_of_the_undated_work(resolved: Resolve) -> None:
    report = resolved("The ⟦Criminal Code of 16 July 1997⟧ applies.", "The ⟦Marriage and Family Code⟧ applies.")
    assert report.entity("Criminal Code of 16 July 1997").member_of == "KAZ_code_criminal-code"
    assert report.entity("Marriage and Family Code").member_of is None


def test_numbers_of_a_list_have_the_date_at_its_end() -> None:
    text = (
        "Acts Nos. 5, 7 and 9 of 2006 and 10/2001 apply. Act No. 7 of 2006 binds pilots, so do Acts Nos. 3 and 4/1999."
    )
    source = Source(name="", sha256="", media_type="text/plain")
    found = resolve(recognise(Report("CRPD/C/XXA/1", "XXA", "CRPD", "", (Unit("1", "paragraph", text),), source)))
    dated = {e.number: e.date for e in found.entities if e.type == "instrument"}
    assert dated == {"5": "2006", "7": "2006", "9": "2006", "10/2001": "2001", "3": None, "4/1999": "1999"}


def test_a_number_has_no_year_that_comes_after_the_report() -> None:
    text = (
        "The Ministry issued Administrative Decision No. 9583/29. Administrative Decision No. 12/09 stands beside it."
    )
    unit = Unit(id="1", kind="paragraph", text=text)
    report = Report("CRPD/C/SAU/1", "SAU", "CRPD", "", (unit,), Source("r.txt", "", "text/plain"), date="2015-06-08")
    resolved = resolve(recognise(report))
    assert {entity.number: entity.date for entity in resolved.entities if entity.number} == {
        "9583/29": None, "12/09": "2009",
    }  # fmt: skip


def test_the_years_of_yearly_acts_tell_them_apart() -> None:
    text = "The public budget acts for 2009 and 2010 provided funds."
    source = Source(name="", sha256="", media_type="text/plain")
    found = resolve(recognise(Report("CRPD/C/XXA/1", "XXA", "CRPD", "", (Unit("1", "paragraph", text),), source)))
    assert {e.date: e.kind for e in found.entities if e.type == "instrument"} == {"2009": "act", "2010": "act"}


def test_the_number_behind_each_title_is_of_that_title_though_two_print_one(resolved: Resolve) -> None:
    report = resolved(
        "1977. ⟦Corporal Punishment Act⟧ (⟦Act 51 of 1977⟧). 1992. ⟦Divorce Act⟧. (⟦Act 70 of 1979⟧). 1997. "
        "⟦Criminal Procedure Act⟧. (⟦Act 51 of 1977⟧)."
    )
    punishment, one, divorce, its_number, procedure, other = [m.entity for m in report.annotated.mentions]
    assert punishment == one != procedure == other
    assert divorce == its_number


def test_a_bracket_of_a_title_is_the_short_title_of_the_same_number(resolved: Resolve) -> None:
    report = resolved(
        "⟦Criminal Law (Sexual Offences and Related Matters) Amendment Act⟧. (⟦Act 32 of 2007⟧). 2007. The "
        "⟦Sexual Offences Act⟧ (⟦Act 32 of 2007⟧)."
    )
    assert len({m.entity for m in report.annotated.mentions}) == 1


def test_a_title_before_its_number_is_that_numbers_law(resolved: Resolve) -> None:
    report = resolved(
        "Article 2 of the first ⟦framework law on national education⟧, ⟦Act No. 71-36 of 3 June 1971⟧, establishes it.",
        "The current ⟦framework law on national education⟧ (⟦Act No. 91-22 of 16 February 1991⟧) strengthens it.",
    )
    first, its_number, current, number = [m.entity for m in report.annotated.mentions]
    assert first == its_number != current == number


def test_what_an_amendment_amended_is_not_the_amending_act(resolved: Resolve) -> None:
    report = resolved(
        "⟦Act No. 215/2018 on Copyrights⟧, which amends ⟦Act No. 185/2015⟧, the ⟦Copyright Act⟧. This amendment of the "
        "⟦Copyright Act⟧ introduced an exception."
    )
    amending, amended, title, again = [m.entity for m in report.annotated.mentions]
    assert amending != amended == title == again


@pytest.mark.parametrize(
    ("sentence", "entities"),
    [
        ("An amendment to the ⟦Ports Act⟧ (⟦Act No. 278/2015⟧) was adopted.", 2),
        ("The ⟦Ports Act⟧ (⟦Act No. 278/2015⟧) was adopted.", 1),
    ],
)
def test_the_number_behind_an_amended_law_may_be_the_amendments(
    resolved: Resolve, sentence: str, entities: int
) -> None:
    assert len({m.entity for m in resolved(sentence).annotated.mentions}) == entities


@pytest.mark.parametrize(
    ("sentences", "entities"),
    [
        # One first plan, the end of its period printed in two ways; without an ordinal a person is asked.
        (("⟦First National Accessibility Plan 2004-2010⟧.", "⟦First Accessibility Plan 2004-2012⟧."), 1),
        (("⟦National Accessibility Plan 2004-2010⟧.", "⟦National Accessibility Plan 2004-2012⟧."), 2),
        (("⟦First National Accessibility Plan 2004-2010⟧.", "⟦Second National Accessibility Plan 2011-2014⟧."), 2),
        # A new one that is still prepared, and one that was made.
        (
            (
                "The ⟦Plan for Children in Ports 2013–2017⟧ was evaluated.",
                "It is aimed at developing a new ⟦Plan for Children in Ports⟧.",
            ),
            2,
        ),
        (
            (
                "The ⟦Plan for Children in Ports 2013–2017⟧ was evaluated.",
                "A new ⟦Plan for Children in Ports⟧ is being prepared.",
            ),
            2,
        ),
        (
            (
                "The ⟦Plan for Children in Ports 2013–2017⟧ was evaluated.",
                "A new ⟦Plan for Children in Ports⟧ was adopted in 2013.",
            ),
            1,
        ),
        # A name for two plans that follow each other, and one of them.
        (
            (
                "The ⟦National Strategy for Ports and Lifts⟧ (NSPL 2010-2014 and NSPL 2016–2024) are two.",
                "The ⟦National Strategy for Ports and Lifts 2016–2024⟧ was approved.",
            ),
            2,
        ),
        # An amending act by its ordinal, in one paragraph.
        (
            (
                "With the ⟦15th Act Amending the Broadcasting Agreement⟧ they agreed. The ⟦Act Amending the "
                "Broadcasting Agreement⟧ is still being ratified.",
            ),
            1,
        ),
        (
            (
                "With the ⟦15th Act Amending the Broadcasting Agreement⟧ they agreed.",
                "The ⟦Act Amending the Broadcasting Agreement⟧ was the first.",
            ),
            2,
        ),
    ],
)
def test_plans_and_amendments_by_their_ordinals_and_years(
    resolved: Resolve, sentences: tuple[str, ...], entities: int
) -> None:
    assert len({m.entity for m in resolved(*sentences).annotated.mentions}) == entities


def test_an_acronym_beside_a_plan_without_a_number_is_not_that_of_the_second_plan() -> None:
    text = (
        "The Ports Development Strategy II (PDS) applies.",
        "The Ports Development Strategy (PDS), in its second edition, is an agenda.",
    )
    units = tuple(Unit(str(n), "paragraph", t) for n, t in enumerate(text, 1))
    report = Report("CRPD/C/XXA/1", "XXA", "CRPD", "", units, Source("r.txt", "", "text/plain"))
    found = {(m.unit, m.text): m.entity for m in resolve(recognise(report)).mentions if m.type == "instrument"}
    assert found["1", "PDS"] == found["1", "Ports Development Strategy II"]
    assert found["2", "PDS"] == found["2", "Ports Development Strategy"] != found["1", "PDS"]


def test_a_name_in_quotation_marks_with_its_kind_is_the_name_inside(resolved: Resolve) -> None:
    report = resolved("The ⟦‘⟦Care Quality Agenda⟧’ programme⟧ is to be launched.")
    assert len({m.entity for m in report.annotated.mentions}) == 1


def test_any_convention_is_none_by_name(resolved: Resolve) -> None:
    report = resolved(
        "It ratified the ⟦Human Rights Convention⟧.", "Departments implement any ⟦Human Rights Convention⟧."
    )
    first, second = report.annotated.mentions
    assert first.entity != second.entity


def test_the_constitutional_act_of_a_kingdom_is_its_constitution(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦Administration of Justice Act⟧ applies, and so does the ⟦Constitutional Act of the Kingdom of Denmark⟧.",
        "The ⟦Danish Constitution⟧ grants it.",
        state="DNK",
    )
    act, constitutional, constitution = [m.entity for m in report.annotated.mentions]
    assert act != constitutional == constitution


@pytest.mark.parametrize(
    ("sentence", "entities"),
    [
        ("The legal position of minors is governed by the ⟦Decree of 7 May 2004⟧.", 2),
        ("The work of agencies for ports is governed by the ⟦Decree of 7 May 2004⟧.", 1),
        ("These matters are regulated by the ⟦Decree of 7 May 2004⟧.", 1),
        ("Leaflets are free under the ⟦Decree of 7 May 2004⟧.", 1),
    ],
)
def test_a_day_alone_is_no_decree_of_that_day_on_another_subject(
    resolved: Resolve, sentence: str, entities: int
) -> None:
    report = resolved("The ⟦Decree of 7 May 2004 establishing the Agency for Ports⟧ applies.", sentence)
    assert len({m.entity for m in report.annotated.mentions}) == entities


def test_what_an_act_reformed_is_not_that_act_though_it_is_called_so(resolved: Resolve) -> None:
    report = resolved(
        "By means of ⟦Act No. 34 of 1995⟧, the State has reformed the ⟦Education Act⟧.",
        "It became a reality with ⟦Organic Act No. 34⟧ (the ⟦Education Act⟧) of 1995.",
    )
    act, reformed, organic, called = [m.entity for m in report.annotated.mentions]
    assert act == organic == called != reformed


def test_a_day_behind_a_dash_tells_two_resolutions_of_one_number_apart(resolved: Resolve) -> None:
    report = resolved(
        "⟦Council Resolution No. 04/2009, governing special assistance⟧, applies.",
        "⟦Resolution No. 04⟧ – ⟦2006-08-28=28/08/2006⟧ – Ties it to Decree No. 5296/04.",
    )
    assert report.entity("Resolution No. 04").date == "2006-08-28"
    assert len({m.entity for m in report.annotated.mentions if m.type == "instrument"}) == 2
