"""Where an instrument's name begins, left of its head."""

from __future__ import annotations

import re
from functools import lru_cache

from treatygraph.ontology import state_words
from treatygraph.recognition.grammar.lexicon import kinds, name_heads, words
from treatygraph.recognition.grammar.tokens import Words
from treatygraph.recognition.instruments.clauses import (
    APOSTROPHES,
    DIVISIONS,
    HARD_STOPS,
    OPENERS,
    ORGANISATIONS,
    POSSESSIVES,
)
from treatygraph.recognition.instruments.heads import treaty_title_at_end

# No bracket inside a name is longer than this many tokens, and none closes with a small word.
_WIDEST = 24
_LEFT_OPEN = frozenset({"and", "of", "the", "for", "in", "to", "or", ","})
# No name reaches further left than this many tokens; it keeps a text of capitals linear to read.
_FARTHEST = 60
_LONGEST_TITLE = 200  # code points

_BRIDGES = words("instruments", "before", "bridges")
_OWNED = words("instruments", "before", "possessives")
_NEW_PLACES = words("instruments", "before", "new_places")
_WITH_YEAR = words("instruments", "before", "with_year")
_OVER_ARTICLE = words("instruments", "before", "over_article")
_NOUNS_IN_LY = words("instruments", "before", "nouns_in_ly")
_ACTS_ON = words("instruments", "never", "acts")
_GENERIC = words("instruments", "before", "generic") | words("instruments", "lower", "issued")
_DRAFTS = words("instruments", "lower", "drafts")

_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th|-year)")
_ROMAN = re.compile(r"[IVXLC]+\d*")
_STATES = frozenset({"republic", "kingdom", "state", "federation", "commonwealth", "union"})
_BULLETS = frozenset("•*·")
_INSIDE_BRACKET = words("titles", "inside", "function") | {"no.", ",", "&", "etc", "etc.", "-", "–", "by"}
_PLURALS_INSIDE = words("instruments", "before", "plurals_inside")
_SMALL_INSIDE = words("instruments", "before", "small_inside")
_AMENDS = words("instruments", "before", "amends")
_NUMBER_BRACKET = frozenset({"cap", "cap.", "chap.", "chapter", "no."})
_TIME = frozenset({"in", "since", "from", "until", "by", "of", "during", "after", "before", "to", "and", ","})
# Heads that stand last in English short titles, so that another head may stand before: "Law of Succession Act".
_LAST = frozenset(
    {"act", "bill", "ordinance", "regulations", "rules", "decree", "policy", "regulation", "proclamation"}
)
# "|Trade Union| and Labour Relations Act": a union of workers is no body by itself.
_TRADES = frozenset({"trade", "labour", "labor"})
_OTHERS = frozenset({"acts", "laws", "codes", "statutes", "enactments"})
_STATUTES = frozenset({"act", "bill", "ordinance", "proclamation", "law", "statute"})


def name_start(w: Words, head: int) -> int:  # noqa: C901
    """The token where the name whose head stands at `head` begins.

    To the left goes a chain of capitalised words, over of, for, and, with … only where a capital stands further
    left that is no head itself: "State Benefits for Families with Children Act" joins; "Constitution … and
    Criminal Code" does not. Possessives and hyphens join ("Children’s Rights Act"), an owner does not ("Malawi’s
    Constitution"). A bracket joins where it is an acronym or part of the name ("International Labour Organization
    (ILO) Worst Forms of Child Labour Convention", "Persons with Disabilities (Amendment) Act").
    """
    start = _incorporated(w, head)
    i = start - 1
    while i >= max(head - _FARTHEST, 0):
        word = w.text[i]
        if word in POSSESSIVES or (word in APOSTROPHES and w.glued(i)):
            if not _possessive_joins(w, i):
                break
            i -= 1
        elif w.capital(i):
            if not _joins(w, i):
                break
            start = i
            i -= 1
        elif start == i + 1 and _stands_inside(w, i):
            i -= 1
        elif word == ")":
            opening = _bracket(w, i)
            if opening < 1 or not _goes_on_before_bracket(w, opening):
                break
            i = opening - 1 - w.text[opening - 1].isdigit()
        elif word == "," and start == i + 1 and w.capital(i - 1) and "and" in w.lower[i:head]:
            if w.lower[i - 1] in name_heads() or not _joins(w, i - 1):
                break
            i -= 1
        else:
            i = _bridge(w, i, start, head)
            if i < 0:
                break
    if w.lower[head] == "convention" and _is_cited_as_labour(w, head):
        start = _labour_title(w, start)
    if w.at(start - 1) == ":" and w.lower[start].endswith("ing") and w.lower[head] in _STATUTES:
        start = _before_colon(w, start)
    return _with_year(w, start)


def _incorporated(w: Words, head: int) -> int:
    """The start of the treaty's title that a statute has, or the head: "|International Covenant on …| Act"."""
    if w.lower[head] not in _STATUTES or not w.capital(head - 1):
        return head
    earliest = max(w.start[head] - _LONGEST_TITLE, 0)
    start = treaty_title_at_end(w.raw[earliest : w.start[head]])
    return head if start < 0 else w.token_at(earliest + start)


def _before_colon(w: Words, start: int) -> int:
    """The start of a short title with two parts: "|Affordable Housing: Enabling| Territorial Authorities Act 2008"."""
    first = start - 1
    while w.capital(first - 1) and first > 0:
        first -= 1
    whole = start - 1 - first > 1 and (first == 0 or w.text[first - 1] in HARD_STOPS | {"the"})
    return first if whole else start


def _is_cited_as_labour(w: Words, head: int) -> bool:
    """Whether year and number follow as the International Labour Organization cites: "Convention, 1948 (No. 87)"."""
    at = head + 1 + 3 * (w.at(head + 1) == "(" and w.at(head + 3) == ")")  # "Convention (Revised), 1949 (No. 97)"
    if w.at(at) == "(" and w.at(at + 1) in {"no.", "no"}:
        return True  # the year in a column of its own: "Fishermen’s Articles of Agreement Convention (No. 114)"
    return w.at(at) == "," and w.at(at + 1).isdigit() and w.at(at + 2) == "(" and w.at(at + 3) in {"no.", "no"}


def _labour_title(w: Words, start: int) -> int:
    """The start of such a title, which goes on over articles: "Protection of the Right to Organise Convention"."""
    for i in range(start - 1, max(start - _FARTHEST, -1), -1):
        if w.capital(i) and w.lower[i] not in OPENERS and w.lower[i] not in name_heads():
            start = i
        elif w.text[i] in POSSESSIVES and w.capital(i - 1):
            continue  # "Fishermen’s Articles of Agreement Convention (No. 114)"
        elif w.lower[i] == "the" and w.at(i - 1) in _BRIDGES and w.at(i - 1) != "and":
            continue
        elif w.lower[i] not in _BRIDGES or w.lower[i] == "the":
            break
    return start


def _goes_on_before_bracket(w: Words, opening: int) -> bool:
    """Whether a name goes on left of a bracket: a capital, another bracket, "Equality Act 2010 (Specific Duties) …"."""
    if w.text[opening - 1].isdigit():
        return w.at(opening - 2) in name_heads()
    return w.capital(opening - 1) or w.text[opening - 1] == ")"


def _stands_inside(w: Words, i: int) -> bool:
    """Whether a hyphen, a stroke or a year joins the words around it: "Anti–Torture Act", "Horizon 2020 Plan"."""
    if w.text[i] in {"-", "–"}:
        return w.glued(i) and w.glued(i + 1)
    if w.text[i] == "/":  # two acronyms: "MS/GM Directive No. 4", "National STD/AIDS Programme"
        return w.glued(i) and w.glued(i + 1) and all(len(w.text[k]) > 1 and w.text[k].isupper() for k in (i - 1, i + 1))
    return w.text[i].isdigit() and w.capital(i - 1) and w.lower[i - 1] in _WITH_YEAR


def _possessive_joins(w: Words, i: int) -> bool:
    """Whether the possessive mark at `i` belongs to a name: "Children’s Act", "Minors’ Code"; not an owner's."""
    owner = w.at(i - 1)
    if w.text[i] in POSSESSIVES:
        return owner in _OWNED
    return owner.endswith("s") and owner not in _state_endings()


def _joins(w: Words, i: int) -> bool:
    """Whether the capitalised word at `i` may stand in a name."""
    lower, text = w.lower[i], w.text[i]
    if lower in OPENERS and not (text.isupper() and len(text) > 2):
        return lower in _SMALL_INSIDE and _goes_on_left(w, i)
    if lower in DIVISIONS and lower in _AMENDS and w.at(i + 1) in _LAST | _STATUTES:
        # "Pilots Amendment Act", "Pilots (Fees) Amendment Act", "|Amendment Act| of the Pilots Act"
        return _goes_on_left(w, i) or w.at(i - 1) == ")" or w.at(i + 2) == "of"
    if lower == "revised":
        return i > 0 and w.text[i - 1] not in HARD_STOPS  # "the |Revised| Penal Code", not "the revised Penal Code"
    if lower in DIVISIONS or text.endswith(".") or _ROMAN.fullmatch(text):
        return False
    if lower == "new":
        return w.at(i + 1) in _NEW_PLACES
    adverb = lower.endswith("ly") and lower not in _NOUNS_IN_LY
    return not (adverb and (i == 0 or w.text[i - 1] in HARD_STOPS))


def _is_determined(w: Words, i: int) -> bool:
    """Whether "the" opens the title that ends at `i`: "the |Work and Income| according to Labour Capacity Act"."""
    first = i
    while w.at(first - 1) != "the" and (w.capital(first - 1) or (w.at(first - 1) == "and" and w.capital(first - 2))):
        first -= 1 if w.capital(first - 1) else 2
    title = w.lower[first : i + 1]
    return w.at(first - 1) == "the" and len(title) > 1 and ORGANISATIONS.isdisjoint(title)


def _goes_on_left(w: Words, i: int) -> bool:
    """Whether a name goes on left of a small word with a capital: "Discrimination |Against| Women Act"."""
    i -= 1
    i -= w.at(i) in {"and", "or", "for", "of", "with"}
    return w.capital(i) and w.lower[i] not in OPENERS and w.lower[i] not in DIVISIONS


def _bridge(w: Words, i: int, start: int, head: int) -> int:  # noqa: C901
    """The capitalised word that the lower-case words ending at `i` join to the name, or -1."""
    if start != i + 1:
        return -1
    if w.lower[i - 1 : i + 1] == ["according", "to"] and w.lower[head] in _STATUTES and _is_determined(w, i - 2):
        return i - 2
    j = i
    while j >= 0 and w.lower[j] in _BRIDGES and i - j < 3:
        j -= 1
    if j == i or not w.capital(j) or not _joins(w, j):
        return -1
    if any(map(str.isdigit, w.text[j])) and w.at(j - 1) in name_heads():
        return -1  # "RA Law |HO-97-N| and Government Decree No. 543-N"
    between = w.lower[j + 1 : i + 1]
    far, name = w.lower[j], w.lower[head]
    if between == ["and"] and kinds().get(far) == _kind(w, head) == "programme":
        # "Public Policy and National Plan of Action on Human Rights" is one document
        return j if w.capital(j - 1) and is_generic(w.lower[j - 1]) else -1
    if between == ["and"] and w.at(start) == "other" and w.at(start + 1) in _OTHERS and w.at(start + 2) in _AMENDS:
        return j  # "Harbour Code |and Other Acts Amendment Act|"
    if start == head:
        return -1  # "Socialist Morality and Law", "Adoption of Act No. 061"
    if kinds().get(far) == "treaty" and w.at(head - 1) == ")" and w.at(head - 2) in _AMENDS:
        return j  # "Convention on Port Issues (Ratification) Law"
    # "Anti-Discrimination against and Remedies for … Act", but "the Act and the Code"
    coordinated = len(between) == 2 and between[1] == "and" and between[0] in {"against", "to", "for", "from"}
    if {"and", "or"} & set(between) and len(between) > 1 and not coordinated:
        return -1
    if far in _PLURALS_INSIDE and name in _STATUTES and between == ["and"] and w.capital(j - 1):
        return j  # "Harbour Care Directives and Substitute Care Decision Makers Act"
    if far in name_heads() and not (name in _LAST and between == ["of"] and w.at(j - 1) not in name_heads()):
        return -1
    if between[0] in {"of", "for"} and far in _ACTS_ON:
        return -1  # "Implementation of United Nations Security Council Resolution 1325"
    if between == ["of"] and len(far) > 2 and w.text[j].isupper():
        return -1  # "the ratification by DPRK of Marrakesh Treaty"
    # "National Commission |for| Harbour Rights Act", "Ports (Prohibition) Enforcement |and| Administration Act"
    instituted = name in {"act", "bill", "ordinance"} and (between == ["for"] or far == "enforcement")
    if between[0] in {"for", "and"} and far in ORGANISATIONS and w.at(j - 1) not in _TRADES and not instituted:
        return -1  # "… Social, Cultural and Environmental Council and Act No. 028"
    if "the" in between and not _joins_over_article(w, j, between, name):
        return -1
    if {"to", "by", "from", "on"} & set(between) and name not in _STATUTES:
        # "Right to Organise Convention, 1948", "Access to Justice Programme", "Access to Harbours Regulations"
        joins = name in {"convention", "regulations", "rules"} or _kind(w, head) == "programme"
        return j if between == ["to"] and joins else -1
    return j


def _kind(w: Words, head: int) -> str | None:
    """The kind of the head at `head`, which may be of two words: "action plan"."""
    return kinds().get(w.lower[head]) or kinds().get(" ".join(w.lower[head : head + 2]))


def _joins_over_article(w: Words, j: int, between: list[str], name: str) -> bool:
    """Whether a name goes on over "of the": "Rights of the Child Act", not "Report of the Multi-Annual Plan"."""
    if name not in _STATUTES | {"regulations", "rules"} or between[0] not in {"of", "for", "against", "in"}:
        return False
    if between[0] == "in" and w.at(j + 3) not in _STATES:
        return False  # "Roma Community in the Republic of Slovenia Act", not "persons in the Disability Act"
    # "Purpose of the Disability Act": a heading, not a name, unless names begin so ("Representation of the People Act")
    return w.lower[j] in _OVER_ARTICLE or (j > 0 and w.text[j - 1] not in HARD_STOPS - _BULLETS)


def _bracket(w: Words, close: int) -> int:
    """The opening of a bracket inside a name that ends at `close`, or -1."""
    depth = 1
    for i in range(close - 1, max(close - _WIDEST, -1), -1):
        depth += (w.text[i] == ")") - (w.text[i] == "(")
        if depth == 0:
            told = (
                w.at(i - 1) == ")" and w.at(i - 2) in _AMENDS
            )  # "Pilots (Amendment) |(Fees on pretext of Tides)| Act"
            whole = told or all(_inside_bracket(w, q) for q in range(i + 2, close))
            named = w.lower[i + 1] not in _NUMBER_BRACKET and whole
            return i if named and w.capital(i + 1) and w.at(close - 1) not in _LEFT_OPEN else -1
    return -1


def _inside_bracket(w: Words, i: int) -> bool:
    """Whether the word at `i` may stand in a bracket inside a name: "(Co-ownership in the Harbour)", "(Care etc.)"."""
    return w.capital(i) or w.text[i][:1].isdigit() or w.lower[i] in _INSIDE_BRACKET or w.text[i] in "()"


def _with_year(w: Words, start: int) -> int:
    """The start moved before a year, a period or an ordinal that opens the name: "2009–2013 Action Plan"."""
    for first in range(max(start - 3, 0), start):
        if w.dates.get(first) == start and w.text[first][:4].isdigit():
            return start if w.at(first - 1) in _TIME else first
    if _ORDINAL.fullmatch(w.at(start - 1)) and not w.glued(start):
        return start - 1  # "the 12th Five-Year Plan", "the 10-year Public Health Plan"
    year = w.at(start - 1)
    if year.isdigit() and len(year) == 4 and w.at(start - 2) in {"the", "its"}:
        return start - 1  # "the 2030 Agenda", of a year to come
    return start


def with_draft(w: Words, start: int) -> tuple[int, bool]:
    """The start moved before "draft", "draft of the", "consolidated text of the", and whether it is a draft."""
    if w.at(start) in _DRAFTS:
        return start, True
    if w.at(start - 1) in _DRAFTS:
        return start - 1, True
    i = start - 1
    if w.at(i) == "the":
        i -= 1
    if w.at(i) == "of":
        if w.at(i - 1) in _DRAFTS:
            return i - 1, True
        if w.at(i - 1) == "text" and w.at(i - 2) == "consolidated":
            return i - 2, False
    return start, False


def with_quoted_name(w: Words, start: int) -> int:
    """The start moved before a quoted name in front of the head: "the “Accessible Chile” Plan"."""
    if start < 3 or w.text[start - 1] not in "”\"“»’'" or not w.glued(start - 1):
        return start
    for i in range(start - 2, max(start - 12, -1), -1):
        if w.text[i] in "“\"„«‘'" and w.capital(i + 1) and w.glued(i + 1):
            return i
        if w.text[i] in ".;:":
            break
    return start


def is_generic(word: str) -> bool:
    """Whether a lower-case modifier says nothing of the subject: "national", "organic", "kazakh"."""
    return word in _GENERIC or word in state_adjectives()


@lru_cache
def state_adjectives() -> frozenset[str]:
    """The States' names and adjectives, lower case: "kazakh", "kenya"."""
    states = state_words()
    return frozenset(
        word.lower() for table in ("names", "adjectives") for group in states[table].values() for word in group
    )


@lru_cache
def _state_endings() -> frozenset[str]:
    """The last words of the States' names, lower case: "netherlands", "philippines"."""
    names = (name for group in state_words()["names"].values() for name in group)
    return frozenset({name.split()[-1].lower() for name in names} | {"nations", "states"})
