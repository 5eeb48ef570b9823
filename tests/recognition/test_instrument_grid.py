"""Every head of an instrument's name in every frame in which a head of its kind stands: what is found, as a rate.

{C} is the head with capitals, {l} without; ⟦…⟧ marks a name, ⟦^…⟧ a back-reference. A head that the lexicon sets apart
(`apart` in `kinds.toml`, with the reason) is left out where a frame asks for more than its number. The other grids
hold one head still and change the rest: numbers, dashes, quotation marks, upper case, States, issuers, titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from treatygraph.ontology import state_words
from treatygraph.recognition.grammar.found import found_in
from treatygraph.recognition.grammar.lexicon import read_lexicon
from treatygraph.recognition.pipeline import make_nlp

LEAST = 0.98
NLP = make_nlp()
for _name in ("treatygraph_aliases", "treatygraph_provisions"):
    NLP.remove_pipe(_name)

STATUTES = {"act", "decree", "decision", "order", "regulation", "instructions", "resolution"}
ENACTED = STATUTES | {"rules", "judgment", "other"}
BARE = ENACTED - {"rules"} | {"bill", "treaty", "protocol", "agreement"}  # their numbers need no mark
NAMED = {"act", "code", "decree", "order", "regulation", "rules", "programme", "bill", "treaty", "protocol"}
BACK = ENACTED | {"code", "programme", "bill", "protocol"}
ALL = set(read_lexicon("kinds")) - {"constitution"}

# What a number, a date or a year makes a name, whatever the head.
IDENTIFIED = {
    "⟦{C} No. 12 of 2009⟧ was adopted.": ALL,
    "The ports apply ⟦{C} No. 12 of 2009⟧.": ALL,
    "Under article 5 of ⟦{C} No. 12 of 2009⟧ fees are set.": ALL,
    "Under article 5 of the ⟦{C} No. 12 of 2009⟧ fees are set.": ALL,
    "In accordance with ⟦{C} No. 12 of 2009⟧, fees are set.": ALL,
    "⟦{C} No. 12 of 2009 on the protection of sailors⟧ applies.": ALL,
    "⟦{C} No. 12 of 2009 “On the Protection of Sailors”⟧ applies.": ALL,
    "• ⟦{C} No. 12 of 2009⟧; • ramps": ALL,
    "(a) ⟦{C} No. 12 of 2009⟧; (b) ramps": ALL,
    "See ⟦{C} No. 12 of 2009⟧, p. 4.": ALL,
    "14 ⟦{C} No. 12 of 2009⟧ Yes": ALL,
    "Fees are set (⟦{C} No. 12 of 2009⟧).": ALL,
    "⟦{C} of 4 May 2009 on the protection of sailors⟧ applies.": ALL,
    "⟦{C} No. 12 of 4 May 2009 on the protection of sailors⟧ applies.": ALL,
    "⟦{C} No. 12 of the Ministry of Ports of 4 May 2009⟧ applies.": ALL,
    "The ⟦{C} on the protection of sailors (2009)⟧ applies.": ALL,
    "⟦{C} 12/2009⟧ applies.": BARE,
    "⟦{C} № 12 of 2009⟧ applies.": ALL,
    "⟦{C} N° 12/2009⟧ applies.": ALL,
    "⟦{C} Number 12 of 2009⟧ applies.": ALL,
    "⟦{C} No. 12 of 2009 amending Act No. 3 of 1999⟧ applies.": ALL,
    "⟦{C} No. 12 of 2009⟧ approving the ⟦Harbour Rules⟧ applies.": ALL,
    "⟦{C} No. 12⟧ “⟦Harbour and Lights Code⟧” sets fees.": ALL,
}
# What takes no more than a title, a word before the head, or an instrument named before.
UNIDENTIFIED = {
    "Fees are set by ⟦{l} No. 12 of 2009⟧.": ENACTED,
    "Fees are set by the ⟦{l} No. 12 of 2009 on the protection of sailors⟧.": ENACTED,
    "The ⟦{C} on the Protection of Sailors⟧ applies.": ALL - {"soft-law", "judgment"},
    "The ⟦Harbour {C}, 2009⟧ applies.": ALL,
    "The ⟦Harbour {C}⟧ applies.": NAMED,
    "Under article 5 of the ⟦Harbour {C}⟧ fees are set.": NAMED,
    "A ⟦draft {l} on the protection of sailors⟧ was submitted.": STATUTES,
    "The King issued a ⟦presidential {l} on the protection of sailors⟧.": STATUTES,
    "⟦{C} No. 12 of 2009⟧ was adopted. Article 5 of the ⟦^{C}⟧ applies.": BACK,
    "⟦{C} No. 12 of 2009⟧ was adopted. Article 5 of the same ⟦^{C}⟧ applies.": BACK,
    "⟦{C} No. 12 of 2009⟧ was adopted. This ⟦^{l}⟧ sets fees.": BACK - {"rules"},
    "⟦{C} No. 12 of 2009⟧ was adopted. Article 5 of the same ⟦^{l}⟧ sets fees.": BACK - {"rules"},
}

NUMBERS = [
    "No. 12", "No.12", "No 12", "no. 12", "Nº 12", "N° 12", "n° 12", "№ 12", "№12", "N 12", "Number 12", "# 12",
    "12/2009", "2009/12", "26.298", "No. 26.298", "18172", "No. 2012-828/PRES", "No. 49-2005/AN", "No. M/37",
    "No. 45-FZ", "No. XII-1234",
    "No. 39-QĐ", "No. A/91", "No. 12/2009/ND-CP", "No. 12 of 2009", "12 of 2009", "1950 of 2013",
    "No. 8 (2010)", "8 (2010)",
    "(No. 12)", "(No. 12 of 2009)", ", No. 12 of 2009", "No. 12, 2009", "No. 12 (2009)", "CXXV of 2003",
    "No. 12 of 4 May 2009", "No. 12 dated 4 May 2009", "No. 12 of May 4, 2009", "No. 12, of 4 May 2009",
    "of 4 May 2009",
    "of 4 May", ", 2009", "(2009)", "of 2009", "2009", "No. 2009-12 of 4 May 2009", "No. 12-2009", "No. 12–2009",
]  # fmt: skip
ENDS = [
    "The ports apply the ⟦{}⟧.",
    "⟦{}⟧ applies.",
    "Article 5 of ⟦{}⟧, as amended, applies.",
    "(⟦{}⟧)",
    "⟦{}⟧; • ramps",
]
QUOTES = ["“{}”", '"{}"', "„{}“", "„{}”", "«{}»", "‘{}’"]
TITLES = [
    "on the protection of sailors", "on the Protection of Sailors", "concerning harbours and lights",
    "on the rights of sailors, pilots and masters", "on the Rights of Sailors, Pilots and Masters",
    "on the admission of pilots to harbours", "on sailors and on pilots", "for the Protection of Sailors",
    "amending the Harbour Act", "on amendments to the Harbour Act", "on the protection of sailors with disabilities",
    "establishing the National Harbour Council", "on the sailors’ pension fund", "on ships",
    "on the safety of passengers when travelling by sea", "on the protection of sailors from wreckers",
]  # fmt: skip
SHORT_TITLES = [
    "Harbour", "Harbour and Lights", "Harbours (Admission of Pilots)", "Pilots (Care of Apprentices, etc.)",
    "Pilots (Amendment)", "Pilots Amendment", "Pilots (Second Amendment)", "Harbour Laws (Amendment)",
    "Pilots and Other Port Matters", "Discrimination Against Sailors", "Sailors’ Compensation", "Children’s Ships",
    "Ships with Sails", "Ships for Persons with Disabilities", "Access to Harbours", "Anti-Piracy", "Anti–Piracy",
    "Pilots (Training) (Northland)", "Ports (Sale to Masters)", "Rights of Pilots (Access (Buildings) and Transport)",
    "Pilot Law Amendment", "Conduct of Masters", "Mental Health of Sailors", "Northland Ports",
    "Ports, Piers and Lights",
]  # fmt: skip
ISSUERS = [
    "Ministry of Ports", "Ministry of Labour and Social Policy",
    "Minister of Transport, Construction and Maritime Economy",
    "Minister of Health", "Council of Ministers", "Cabinet of Ministers", "President of the Republic", "Prime Minister",
    "Government", "Government of Kenya", "Supreme Court", "Ministry of Health and Social Welfare",
    "European Parliament and of the Council", "National Assembly", "Office of the Procurator-General",
]  # fmt: skip


def shown(text: str) -> str:
    """The text without its marks, marked again by what is found."""
    plain = re.sub(r"⟦\^?|⟧", "", text)
    for find in reversed(found_in(NLP(plain), "instrument")):
        sign = "^" if find.anaphor else ""
        plain = f"{plain[: find.start]}⟦{sign}{plain[find.start : find.end]}⟧{plain[find.end :]}"
    return plain


def capitalised(head: str) -> str:
    return " ".join(word if word in {"of", "for", "and"} else word[0].upper() + word[1:] for word in head.split())


def heads() -> Iterator[tuple[str, str]]:
    """Every head with its kind."""
    for kind, entry in read_lexicon("kinds").items():
        yield from ((kind, head) for head in entry["heads"])


def cells_of_heads() -> Iterator[str]:
    """Every head in every frame of its kind."""
    apart = {head for entry in read_lexicon("kinds").values() for head in entry.get("apart", ())}
    for kind, head in heads():
        for frames, common in ((IDENTIFIED, False), (UNIDENTIFIED, True)):
            for frame, kinds in frames.items():
                if kind in kinds and not (common and head in apart):
                    yield frame.replace("{C}", capitalised(head)).replace("{l}", head)


def cells_of_numbers() -> Iterator[str]:
    """Every way to write a number or a date, at every end."""
    for number in NUMBERS:
        for head in ("Act", "Decree", "Royal Decree", "Harbour Act"):
            name = f"{head}{number}" if number.startswith(",") else f"{head} {number}"
            yield from (end.format(name) for end in ENDS)


def cells_of_titles() -> Iterator[str]:
    """Every title behind a number, in every sort of quotation marks, and every short title before its head."""
    for title in TITLES:
        yield from (end.format(f"Act No. 12 of 2009 {title}") for end in ENDS)
        quoted = title[0].upper() + title[1:]
        yield from (ENDS[0].format(f"Act No. 12 of 2009 {quotes.format(quoted)}") for quotes in QUOTES)
        yield ENDS[0].format(f"ACT NO. 12 OF 2009 {title.upper()}")
    for title in SHORT_TITLES:
        for head in ("Act", "Bill", "Law", "Regulations", "Ordinance"):
            yield from (
                end.format(f"{title} {head}{year}") for end in ENDS for year in ("", " 2018", ", 2018", " of 2018")
            )


def cells_of_issuers() -> Iterator[str]:
    """Every issuer between number and date, and before a title."""
    for issuer in ISSUERS:
        for head in ("Order", "Decision", "Decree", "Regulation", "Resolution"):
            for tail in ("of 4 May 2009", "on harbour fees", "of 4 May 2009 on harbour fees"):
                yield ENDS[1].format(f"{head} No. 12 of the {issuer} {tail}")
                yield ENDS[0].format(f"{head} of the {issuer} {tail}")


def cells_of_states() -> Iterator[str]:
    """Every State's name and adjective."""
    words = state_words()
    for names in words["names"].values():
        yield from (f"Article 5 of the ⟦Constitution of {name}⟧ applies." for name in names)
    for adjectives in words["adjectives"].values():
        yield from (f"Article 5 of the ⟦{adjective} Harbour Act⟧ applies." for adjective in adjectives)


GRIDS = (cells_of_heads, cells_of_numbers, cells_of_titles, cells_of_issuers, cells_of_states)


@pytest.mark.parametrize("cells", GRIDS)
def test_what_behaves_alike_is_found_alike(cells):
    grid = list(cells())
    wrong = [f"{cell}\n  {got}" for cell in grid if (got := shown(cell)) != cell]
    rate = 1 - len(wrong) / len(grid)
    assert rate >= LEAST, "\n".join([f"{rate:.3f} of {len(grid)}", *wrong[:400]])
