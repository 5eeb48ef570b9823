"""Short names that a report defines are names throughout the report."""

from __future__ import annotations

import pytest

from treatygraph.recognition.pipeline import make_nlp
from treatygraph.report import Abbreviation


@pytest.mark.parametrize(
    "paragraphs",
    [
        "The entry into force of ⟦LIONDAU⟧ is a basis.\n⟦Act No. 51/2003 of 2 December 2003 on equality of "
        "opportunity and "
        "universal accessibility for persons with disabilities⟧ (⟦LIONDAU⟧) and its regulations",
        "the ⟦National Policy on Equalisation of Opportunities for Persons with Disabilities⟧ (hereinafter "
        "referred to as "
        "the “⟦Equalisation Paper⟧”) was adopted.\nThe ⟦Equalisation Paper⟧ reflects a shift.",
        "⟦LOIS⟧ (⟦Act No. 5/2010⟧) was adopted.\nArticle 2 of ⟦LOIS⟧ applies.",
        "the ⟦Convention on the Rights of Persons with Disabilities⟧ (‘⟦Convention⟧’ or ‘⟦CRPD⟧’).\nThe "
        "⟦CRPD⟧ protects all.",
        "the ⟦Child Rights Act, 2007⟧ (⟦CRA⟧) applies.\nThe ⟦CRA of 2007⟧ provides in section 2",
        "the ⟦Organic Law on Social Assistance⟧ (⟦Lei Orgânica da Assistência Social⟧ – ⟦LOAS⟧) and the ⟦National "
        "Human Rights Programme⟧ (⟦PNDH-3⟧).\nArticle 22 of the ⟦LOAS⟧ and ⟦PNDH-3⟧ apply.",
        # treaties need no definition; the Committee and the symbol of a document are none
        "in line with the ⟦CRPD⟧ and the ⟦CRC⟧, the CRPD Committee’s document CRPD/C/2/3 says so.",
        # the plural stands for the persons, not for the Act
        "the ⟦Act on the Promotion of the Rights of Persons with Disabilities⟧ (PWDs) applies.\nMany PWDs work.",
        "the ⟦Act on the National Disability Council⟧ (NDC) applies.\nThe NDC meets.",
        "⟦Opinion No. 49 on the use of pre-implantation genetic diagnosis⟧ (PGD) to detect it.\nPGD is used.",
        # nor is the journal in which it is printed
        "⟦Council Framework Decision 2001/220/JHA⟧ (OJ 2012, L 315).\nOJ 2012 is long.",
    ],
)
def test_a_definition_holds_for_the_whole_report(paragraphs, marked):
    assert marked(paragraphs) == paragraphs


def test_a_body_and_its_acronym_may_stand_in_one_bracket(marked):
    text = "the ⟦National Justice Council⟧ (⟦Conselho Nacional de Justiça⟧ – ⟦CNJ⟧) met.\nThe ⟦CNJ⟧ decided."
    assert marked(text, "agency") == text


def test_an_acronym_may_have_the_states_beside_it(marked):
    text = "the ⟦High Judicial and Prosecutorial Council of BiH⟧ (⟦HJPC BiH⟧) met.\nIn 2017, the ⟦HJPC BiH⟧ agreed."
    assert marked(text, "agency") == text


def test_a_head_alone_refers_to_a_body_named_shortly_before(marked):
    text = (
        "The ⟦Malawi Union of the Blind⟧ gives training.\nThe ⟦^Union⟧ trained 134 women.\nOthers did.\nOthers did.\n"
        "Others did.\nThe Union and the States are competent."
    )
    assert marked(text, "agency") == text


@pytest.mark.parametrize(
    "paragraphs",
    [
        "the ⟦Disability and Working Capacity Assessment Office⟧ serves.\nthe customers of the ⟦DWCAO⟧",
        # two bodies have these initials, a Convention has these, these are defined as something else
        "the ⟦Central Election Commission⟧ and the ⟦Cuban Energy Commission⟧ met.\nThe CEC met.",
        "the ⟦European Court of Human Rights⟧ and the European Convention on Human Rights.\nArticle 2 ECHR",
        "the ⟦Central Bureau of Revenue⟧ supports rehabilitation (CBR).\nThe CBR programmes",
    ],
)
def test_initials_used_without_a_definition_are_those_of_the_one_body_that_has_them(paragraphs, marked):
    assert marked(paragraphs, "agency") == paragraphs


def test_an_alias_says_what_its_long_form_says(found):
    short = next(m for m in found("the Child Rights Act, 2007 (CRA) applies.\nThe CRA protects all.") if m.unit == "2")
    assert short.name is not None
    assert (short.name.kind, short.name.date, short.rule) == ("act", "2007", "alias")


def test_a_bracket_before_the_number_abbreviates_the_kind(marked, found):
    text = (
        "The ⟦Lake Decree (L.D.) No. 7277⟧ applies.\n"
        "Under ⟦L.D. No. 9710⟧ and section 5 of ⟦L.D. No. 3/2004⟧, ⟦L.D. 10372 “amending the Pilots Code”⟧ and what "
        "L.D. Smith said.\nThe ⟦Rights of Pilots Act⟧ (⟦R.P.A.⟧) and the ⟦R.P.A.⟧ bind."
    )
    assert marked(text) == text
    named = {m.text: m.name for m in found(text) if m.type == "instrument"}
    short = named["L.D. No. 3/2004"]
    assert short is not None
    assert (short.kind, short.number, short.date) == ("decree", "3/2004", "2004")


def test_a_state_a_head_and_a_word_of_every_day_are_no_short_names_of_bodies(marked):
    listed = [Abbreviation("FBiH", "Federation of Bosnia and Herzegovina"), Abbreviation("NGO", "Women’s NGO Council")]
    text = "the ⟦Institute of Special Facilities⟧ (BiH) met in the FBiH with an NGO of BiH."
    assert marked(text, "agency", listed) == text
    text = "the ⟦National Centre for Human Rights⟧ (“Centre”).\nThe Day Centre met."
    assert marked(text, "agency") == text


def test_the_end_of_a_name_is_no_short_form_of_what_the_bracket_names(marked):
    text = (
        "Article 20 of the Framework Law on Preschool Education in BH (⟦Organisation of Special Preschool Education "
        "Facilities⟧) holds in BH."
    )
    assert marked(text, "agency") == text


def test_the_list_of_abbreviations_defines_names(marked):
    listed = [Abbreviation("DIPA", "Disability Policy Act"), Abbreviation("WHO", "World Health Organization")]
    assert marked("Section 5 of DIPA and the WHO say so.", abbreviations=listed) == (
        "Section 5 of ⟦DIPA⟧ and the WHO say so."
    )


def test_a_body_told_by_its_acronym_alone_is_found_by_its_name_elsewhere() -> None:
    text = "Harbour Education Pilots South Africa (HEPSA) trained us. Later Harbour Education Pilots South Africa met."
    doc = make_nlp()(text)
    name = "Harbour Education Pilots South Africa"
    assert [span.text for span in doc.spans["agencies"]] == [name, "HEPSA", name]


def test_an_acronym_that_a_paragraph_makes_of_other_words_is_no_short_name_there(found):
    text = (
        "The Pier Safety Programme (Plano da Segurança do Embarcadouro – PSE) trains sailors.\nThe PSE goes on.\n"
        "Families are in the Special Social Protection (Proteção Social Especial – PSE) regime, and the PSE helps them."
    )
    assert [m.unit for m in found(text) if m.text == "PSE"] == ["1", "2"]


def test_an_acronym_behind_other_words_than_it_is_short_for_is_none(found):
    text = (
        "They work with the Sailors Health Teams (Equipes de Saúde do Mar – ESM).\n"
        "People are served by 29,900 Sailors Health Teams (ESM).\n"
        "The Sailors Health Strategy (Estratégia de Saúde do Mar – ESM) trains them, and ESM goes on.\n"
        "The Sailors Health Strategy (ESM) applies."
    )
    assert [m.unit for m in found(text) if m.text == "ESM"] == ["3", "3", "4"]


def test_who_issued_a_declaration_is_no_short_name_of_it(found):
    text = "It uses the Declaration of Helsinki (WMA) and the Standard Rules on Lifts and Ramps (SRLR).\nThe WMA met."
    assert [m.text for m in found(text) if m.text in {"WMA", "SRLR"}] == ["SRLR"]
