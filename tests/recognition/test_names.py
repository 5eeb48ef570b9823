"""What an instrument's name says, in the forms of many legal traditions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timing import grows_linearly
from treatygraph.ontology import state_words
from treatygraph.recognition.grammar.lexicon import read_lexicon
from treatygraph.recognition.grammar.states import is_own_style, state_code
from treatygraph.recognition.instruments.names import read_name
from treatygraph.report import InstrumentName

# name: kind, number, date, subject
NAMES = {
    # Common law
    "Crimes Act 1961": ("act", None, "1961", "Crimes"),
    "Persons with Disabilities Act, 2003": ("act", None, "2003", "Persons with Disabilities"),
    "Law of Succession Act": ("act", None, None, "Law of Succession"),
    "Criminal Law (Amendment) Act, 2003": ("act", None, "2003", "Criminal Law"),
    "Mental Health Act (Cap. 248)": ("act", "248", None, "Mental Health"),
    "Persons with Disability Act, 2006 (Act 715)": ("act", "715", "2006", "Persons with Disability"),
    "Nursery School Order, No. 52 of 2005": ("order", "52", "2005", "Nursery School"),
    "Statutory Instrument 2008/12": ("regulation", "2008/12", "2008", ""),
    "Legal Notice No. 64 of 2004": ("other", "64", "2004", ""),
    # Letters with stops, of a kind that no list has
    "Q.Z. No. 344": ("other", "Q.Z. 344", None, ""),
    "Q.Z. 344": ("other", "Q.Z. 344", None, ""),
    # A number of a list, whose head stands before
    "7 of 3 May 2006": ("other", "7", "2006-05-03", ""),
    # What publishes another keeps no number of it.
    "decree on publication of the consolidated text of Qualified Act No. 9/2005": (
        "decree",
        None,
        None,
        "publication of the consolidated text of Qualified Act No. 9/2005",
    ),
    # Civil law
    "Act No. 26.298": ("act", "26.298", None, ""),
    "Organic Act 3/2011": ("act", "3/2011", "2011", ""),
    "Act 51/2003, of 2 December": ("act", "51/2003", "2003-12-02", ""),
    "Decree No. 2012-828/PRES/PM/MASSN of 22 October 2012": (
        "decree",
        "2012-828/PRES/PM/MASSN",
        "2012-10-22",
        "",
    ),
    "Law 1996 of 2019": ("act", "1996", "2019", ""),
    "Act no. 47/2002 Coll.": ("act", "47/2002", "2002", ""),
    "Act CXXV of 2003 on Equal Treatment": ("act", "CXXV", "2003", "Equal Treatment"),
    "Education Act (1977:72)": ("act", "1977:72", None, "Education"),
    "Law of 26 February 2007 against discrimination": ("act", None, "2007-02-26", "against discrimination"),
    "Code of Criminal Procedure": ("code", None, None, "Criminal Procedure"),
    "Administrative Procedure Code": ("code", None, None, "Administrative Procedure"),
    "consolidated text of the Act on the status of workers": ("act", None, None, "status of workers"),
    # Post-Soviet States and the Gulf
    "Law № 45-FZ": ("act", "45-FZ", None, ""),
    "Federal Law No. 181-FZ of 24 November 1995 on Social Protection": (
        "act",
        "181-FZ",
        "1995-11-24",
        "Social Protection",
    ),
    "Royal Decree No. M/37 of 23/9/1421H": ("decree", "M/37", None, ""),
    "Law of the Republic of Azerbaijan “On Employment”": ("act", None, None, "Employment"),
    # Asia, Africa
    "Republic Act No. 7277": ("act", "7277", None, ""),
    "Proclamation No. 568/2008 on the Rights to Employment": ("act", "568/2008", "2008", "Rights to Employment"),
    # Policies, treaties, soft law
    "Programme for Social Development for 2007–2009": ("programme", None, "2007/2009", "Social Development"),
    "First Plan of Action for Women": ("programme", None, None, "First Women"),
    "ILO Convention No. 182 of 1999 concerning the Worst Forms of Child Labour": (
        "treaty",
        "182",
        "1999",
        "Worst Forms of Child Labour",
    ),
    "Standard Minimum Rules for the Treatment of Prisoners": (
        "soft-law",
        None,
        None,
        "Standard Minimum Treatment of Prisoners",
    ),
    "General Assembly resolution 48/96": ("resolution", "48/96", None, ""),
    "Directive 2000/78/EC": ("instructions", "2000/78/EC", None, ""),
    # The number and date of an instrument inside the title are not the name's own.
    "Act of 2 June 2010 amending Act No. 15 of 2003": ("act", None, "2010-06-02", "amending Act No. 15 of 2003"),
    "Law No. 5 of 2010 amending Act No. 15 of 2003": ("act", "5", "2010", "amending Act No. 15 of 2003"),
}


@pytest.mark.parametrize(("text", "parts"), NAMES.items())
def test_kind_number_date_and_subject(text: str, parts: tuple[str, str | None, str | None, str]) -> None:
    name = read_name(text)
    assert (name.kind, name.number, name.date, name.subject) == parts


ISSUERS = {
    "Ministry of Internal Affairs Order No. 182 of 29 March 2012": "Ministry of Internal Affairs",
    "Order No. 83 of the Procurator-General of 12 September 2011": "Procurator-General",
    "Supreme Court Regulatory Decision No. 7": "Supreme Court",
    "Decision of the Cabinet of Ministers": "Cabinet of Ministers",
    "Decision No. 11/2004/QD-TTg of the Prime Minister dated 5 June 2004": "Prime Minister",
    "Presidential Decree No. 3827": "presidential",
    "Royal Legislative Decree 1/2013": "royal",
    "Prime Ministerial Decree No. 3": "prime ministerial",
    "Flemish Government Order of 15 December 2000": "Flemish Government",
    "French Community Commission Decree of 22 October 2009": "French Community Commission",
    # A body that the title is about is none.
    "Law Enforcement Service Act": None,
    "Civil Service Examination Decree": None,
    "Statute of the Ministry of Emergency Situations": None,
}


@pytest.mark.parametrize(("text", "issuer"), ISSUERS.items())
def test_the_issuer(text: str, issuer: str | None) -> None:
    assert read_name(text).issuer == issuer


@pytest.mark.parametrize(
    ("text", "amending"),
    [
        ("Act of 4 July 2013 amending certain legislative acts", True),
        ("Act of 29 December 2010 on amending certain legislative acts", True),
        ("Persons with Disabilities (Amendment) Bill", True),
        ("bill on amendments to certain legislative acts", True),
        ("Cumulative Education System Act of 14 January 2013", False),
        ("Supplementary Convention on the Abolition of Slavery", False),
    ],
)
def test_what_amends_by_its_title(text: str, amending: bool) -> None:
    assert read_name(text).amending == amending


@pytest.mark.parametrize(
    "text", ["draft of the Criminal Code", "Draft Criminal Code", "draft Law on Children", "Bill No. 4"]
)
def test_drafts_are_bills(text: str) -> None:
    assert read_name(text).draft
    assert read_name(text).kind == "bill"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("general comment No. 7 (2018)", "international"),
        ("Guidelines of the Committee on the Rights of Persons with Disabilities", "international"),
        ("Education Act", "national"),
        ("International Cooperation Act", "national"),
        ("Convention on the Rights of the Child", "international"),
        ("United Nations Convention against Corruption", "international"),
        ("European Disability Strategy 2010-2020", "international"),
        ("Council Directive 2000/43/EC", "international"),
        ("Convention on the Rights of the Child Act", "national"),
        ("Order No. 83", None),
    ],
)
def test_the_level_where_the_words_decide_it(text: str, level: str | None) -> None:
    assert read_name(text).level == level


@pytest.mark.parametrize(
    ("text", "jurisdiction"),
    [
        ("Constitution of Kazakhstan of 30 August 1995", "Kazakhstan"),
        ("Jordanian Criminal Code", "Jordanian"),
        ("Kenya Constitution, 2010", "Kenya"),
        ("Labour Code of Azerbaijan Republic", "Azerbaijan Republic"),
        ("Criminal Code", None),
    ],
)
def test_whose_it_is(text: str, jurisdiction: str | None) -> None:
    assert read_name(text).jurisdiction == jurisdiction


@pytest.mark.parametrize("text", ["LIONDAU", "PWDA", "Maria da Penha"])
def test_a_name_without_a_head_is_all_subject(text: str) -> None:
    name = read_name(text)
    assert (name.kind, name.head, name.subject) == ("other", "", text)


@pytest.mark.parametrize(("text", "head"), [("Act", "act"), ("latter instrument", "instrument"), ("Rules", "rules")])
def test_a_back_reference_says_its_head_alone(text: str, head: str) -> None:
    name = read_name(text, anaphor=True)
    assert (name.head, name.number, name.date, name.subject) == (head, None, None, "")


def test_states_by_name_style_and_adjective() -> None:
    assert state_code("Kazakhstan") == state_code("the Republic of Kazakhstan") == state_code("Kazakh") == "KAZ"
    assert state_code("Azerbaijan Republic") == "AZE"
    assert state_code("Democratic People’s Republic of Korea") == "PRK"
    assert state_code("Atlantis") is None
    assert is_own_style("the Kingdom")
    assert not is_own_style("the Kingdom of Spain")


def test_every_state_has_a_code_of_three_letters_and_every_adjective_a_state() -> None:
    states = state_words()
    assert all(len(code) == 3 and code.isupper() and names for code, names in states["names"].items())
    assert set(states["adjectives"]) <= set(states["names"])
    assert len(states["names"]) == 197


def test_every_kind_stands_in_a_group_that_translators_vary_within() -> None:
    kinds = read_lexicon("kinds")
    assert all(entry["group"] and entry["heads"] for entry in kinds.values())
    assert kinds["decision"]["group"] == kinds["resolution"]["group"]
    assert kinds["act"]["group"] != kinds["bill"]["group"]


@given(st.text(max_size=80))
def test_any_text_is_read_without_error(text: str) -> None:
    name = read_name(text)
    assert isinstance(name, InstrumentName)
    assert name.kind


@pytest.mark.parametrize("words", ["Act of Kazakhstan and ", "Act No. 5 of 5 May 2010 amending ", "Code 5/2010, "])
def test_a_long_text_takes_no_more_than_its_length(words: str) -> None:
    assert grows_linearly(lambda times: lambda: read_name.__wrapped__(words * times), 500, 2000)


@pytest.mark.parametrize("body", ["Minister", "Ministry", "Department"])
@pytest.mark.parametrize(
    ("subjects", "owner"),
    [
        ("Ports, Pilots and Maritime Economy", ""),
        ("Ports, Pilots, Lifts, and Harbours", ""),
        ("Ports, Pilots & Lifts", " of the Republic of Lithuania"),
    ],
)
def test_an_issuer_of_many_subjects_is_whole(body: str, subjects: str, owner: str) -> None:
    name = read_name(f"Regulation of the {body} of {subjects}{owner} on towing")
    assert (name.issuer, name.subject) == (f"{body} of {subjects}{owner}", "towing")
