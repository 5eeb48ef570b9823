"""Which known international instrument a name means, and what is known of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from treatygraph.ontology import KnownInstrument, load_instrument, load_instruments, load_treaties
from treatygraph.recognition.instruments.names import read_name
from treatygraph.resolution.treaties import find_treaty

if TYPE_CHECKING:
    from tests.resolution.conftest import Resolve


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Paris Principles", "paris-principles"),
        ("1993 Paris Principles", "paris-principles"),
        ("Principles on the Status of National Institutions", "paris-principles"),
        ("Bangkok Rules", "bangkok-rules"),
        ("Standard Minimum Rules for the Treatment of Prisoners", "standard-minimum-rules-treatment-prisoners"),
        ("Nelson Mandela Rules", "standard-minimum-rules-treatment-prisoners"),
        ("Istanbul Protocol", "istanbul-protocol"),
        ("Sendai Framework for Disaster Risk Reduction 2015–2030", "sendai-framework"),
        ("2030 Agenda for Sustainable Development (2018)", "agenda-2030"),
        ("Vienna Declaration and Programme of Action", "vienna-declaration"),
        # Its first word is no State's adjective here.
        ("American Convention on Human Rights", "american-convention-human-rights"),
        ("Convention on preventing and combating violence against women and domestic violence", "istanbul-convention"),
        ("Optional Convention against Torture", "CAT-OP"),
        ("Facultative Protocol of the UN Convention against Torture", "CAT-OP"),
        ("UNCRPD Optional Protocol", "CRPD-OP"),
        ("Second Optional Protocol to the ICCPR", "CCPR-OP2"),
        ("Optional Protocol on the sale of children, child prostitution and child pornography", "CRC-OP-SC"),
        ("Protocol No. 6 to the European Convention on Human Rights", "echr-protocol-6"),
        # Conventions of the ILO by their numbers: three share a title.
        ("Maternity Protection Convention, 1919 (No. 3)", "ilo-convention-3"),
        ("Maternity Protection Convention (Revised), 1952 (No. 103)", "ilo-convention-103"),
        ("ILO Convention No. 183", "ilo-convention-183"),
        ("Maternity Protection Convention", None),
        ("Minimum Age (Industry) Convention, 1919 (No. 5)", "ilo-convention-5"),
        ("Minimum Age (Sea) Convention (Revised) (No. 58) 1936", None),
        ("Minimum Age Convention", "ilo-convention-138"),
        # Another organization's convention of that number, with a year of its own.
        ("Convention No. 17 of 1993 on the employment of persons with disabilities", None),
        ("Council of Europe Convention No. 157", None),
        # Acts of the European Union by kind and number.
        ("Council Directive 2000/78 establishing a general framework for equal treatment", "eu-2000-78"),
        ("Directive 2016/2102", "eu-2016-2102"),
        ("Regulation (EC) No. 1107/2006 of the European Parliament and of the Council", "eu-1107-2006"),
        ("General Data Protection Regulation", "eu-2016-679"),
        ("Council Decision 2010/48/EC", "eu-2010-48"),
        ("GM Directive No. 1370/08", None),
        ("Regulation No. 1107/2006", None),
        ("Security Council resolution 1325 (2000)", "security-council-1325"),
        # A State's own, whatever it speaks of.
        ("National Action Charter of 2001", None),
        ("Act on the Istanbul Convention", None),
        ("draft Declaration on the Right to Development", None),
        ("Guidelines for the Alternative Care of Children in Rural Homes", None),
    ],
)  # fmt: skip
def test_a_name_means_the_known_instrument(text: str, known: str | None) -> None:
    found = find_treaty(text, read_name(text))
    assert (found.id if found else None) == known


@pytest.mark.parametrize("known", load_instruments(), ids=lambda known: known.id)
def test_each_known_instrument_is_found_by_each_of_its_names(known: KnownInstrument) -> None:
    for name in (*known.names, *known.abbreviations):
        found = find_treaty(name, read_name(name))
        assert found is not None, name
        assert found.id == known.id, name


def test_no_two_known_instruments_share_an_id_or_a_name() -> None:
    names = [name.casefold() for known in load_instruments() for name in {n.casefold(): n for n in known.names}]
    names += [treaty.title.casefold() for treaty in load_treaties()]
    assert len(names) == len(set(names))
    ids = [known.entity_id for known in load_instruments()]
    assert len(ids) == len(set(ids))


def test_each_known_instrument_has_a_source_and_dates_in_edtf() -> None:
    for known in load_instruments():
        assert re.fullmatch(r"https?://[^\s{}]+", known.source), known.id
        assert known.adopted is None or re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", known.adopted), known.id
        assert (known.protocol_to is None) or known.kind == "protocol", known.id


def test_a_protocol_adds_to_a_treaty_that_is_known() -> None:
    ids = {known.id for known in load_instruments()} | {treaty.abbreviation for treaty in load_treaties()}
    added = [known.protocol_to for known in load_instruments()] + [treaty.protocol_to for treaty in load_treaties()]
    assert {parent for parent in added if parent} <= ids


def test_facts_of_single_records() -> None:
    opcat = load_instrument("INT_protocol_CAT-OP")
    assert opcat is not None
    assert (opcat.adopted, opcat.articles, opcat.protocol_to) == ("2002-12-18", 37, "CAT")
    directive = load_instrument("INT_instructions_eu-2000-78")
    assert directive is not None
    assert (directive.number, directive.adopted) == ("2000/78/EC", "2000-11-27")
    assert directive.source == "http://data.europa.eu/eli/dir/2000/78/oj"
    regulation = load_instrument("INT_regulation_eu-1107-2006")
    assert regulation is not None
    assert regulation.source == "http://data.europa.eu/eli/reg/2006/1107/oj"
    labour = load_instrument("INT_treaty_ilo-convention-159")
    assert labour is not None
    assert labour.names[0] == "Vocational Rehabilitation and Employment (Disabled Persons) Convention, 1983 (No. 159)"
    assert load_instrument("INT_treaty_unresolved") is None


def test_a_known_instrument_has_the_date_that_is_known(resolved: Resolve) -> None:
    report = resolved("It ratified the ⟦Istanbul Convention (19 December 2014)⟧ and the ⟦Slavery Convention of 1926⟧.")
    assert report.entity("Istanbul Convention (19 December 2014)").date == "2011-05-11"
    assert report.entity("Slavery Convention of 1926").date == "1926"  # as exact as it is printed


@pytest.mark.parametrize(
    ("name", "state", "level"),
    [
        ("Dakar Declaration (2000)", "MWI", "international"),
        ("Dakar Declaration (2000)", "SEN", "national"),
        ("Declaration of Bogotá", "MWI", "national"),
        ("Cairo Guidelines", "JOR", "international"),
        ("Helsinki Mental Health Declaration", "MDA", "international"),
        ("Riyadh Declaration on Human Rights in Peace and War", "SAU", "national"),
        ("National Guidelines", "JOR", "national"),
        ("National Action Charter of 2001", "BHR", "national"),
        ("Diversity Charter", "BEL", "national"),
    ],
)
def test_what_is_called_after_a_city_abroad_is_not_the_states(
    name: str, state: str, level: str, resolved: Resolve
) -> None:
    report = resolved(f"The ⟦{name}⟧ applies.", state=state, treaty="CRPD")
    assert report.entity(name).level == level


def test_a_known_name_goes_on_in_small_letters(resolved: Resolve) -> None:
    report = resolved(
        "It does not comply with the ⟦^Principles⟧ relating to the status of national institutions. "
        "The ⟦1975 Declaration on the Rights of Disabled Persons and with General Assembly⟧ applies.",
        state="KEN",
        treaty="CRPD",
    )
    assert report.mention("Principles").entity == "INT_soft-law_paris-principles"
    assert not report.mention("Principles").anaphor
    declared = report.mention("1975 Declaration on the Rights of Disabled Persons and with General Assembly")
    assert declared.entity == "INT_soft-law_declaration-rights-disabled-persons"


def test_a_general_comment_is_known_by_its_committee_and_number(resolved: Resolve) -> None:
    report = resolved(
        "⟦General comment No. 20 of the Committee on Economic⟧, Social and Cultural Rights and "
        "⟦general comment No. 20 of the Committee on the Rights of the Child⟧ were read with "
        "⟦general comment No. 1⟧, with the ⟦@Human Rights Committee⟧’s ⟦general comment No. 36 (2018)⟧ and "
        "⟦general recommendation No. 18⟧.",
        treaty="CRPD",
    )
    ids = [m.entity for m in report.annotated.mentions if m.type == "instrument"]
    assert ids == [
        "INT_soft-law_CESCR-general-comment-20",
        "INT_soft-law_CRC-general-comment-20",
        "INT_soft-law_CRPD-general-comment-1",
        "INT_soft-law_CCPR-general-comment-36",
        "INT_soft-law_18",  # the Committee on the Rights of Persons with Disabilities issues none
    ]
    issued = [(r.subject, r.object) for r in report.annotated.relations if r.predicate == "issuedBy"]
    assert ("INT_soft-law_CESCR-general-comment-20", "UN_committee-on-economic-social-and-cultural-rights") in issued
