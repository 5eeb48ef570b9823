"""How far an instrument's name goes right of its head: number, date, issuer and title, in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from treatygraph.recognition.grammar.lexicon import abbreviated, kinds, words
from treatygraph.recognition.grammar.tokens import Words
from treatygraph.recognition.instruments.anchors import Anchor
from treatygraph.recognition.instruments.beginnings import is_generic
from treatygraph.recognition.instruments.clauses import DETERMINERS, DIVISIONS
from treatygraph.recognition.instruments.designations import (
    date_end,
    divides,
    issuer_end,
    list_end,
    number_end,
    opens_instrument,
)
from treatygraph.recognition.instruments.quoted import CLOSING_QUOTES, OPENING_QUOTES, name_in_quotes
from treatygraph.recognition.instruments.titles import is_title_case, title_end

ORDINALS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"})
LINKS = words("titles", "entry", "links")

_STRONG = words("titles", "entry", "strong")
_INFINITIVE = words("titles", "entry", "infinitive")
_NOMINAL = tuple(sorted(words("titles", "entry", "nominal")))
_AFTER_COMMA = words("titles", "entry", "after_comma")
_STATING = words("titles", "entry", "stating")
_RULED = words("titles", "entry", "ruled")
# After these a law in lower case is told by what it does: "the law regulating the national police".
_TELLING = frozenset({"regulating", "criminalizing", "criminalising"})
_COURTS_AFTER = frozenset({"before", "in", "for", "against"})
_COMMA_LINKS = frozenset({"on", "concerning", "regarding", "amending"})
# "the ratification of the Convention |on the grounds| that"
# "a strategy |for the benefit of| people in need"
_FOR_THE = frozenset({"benefit", "purpose", "purposes", "sake", "time", "moment", "duration", "present"})
_ON_THE = (["the", "basis"], ["the", "grounds"], ["the", "ground"], ["the", "part"])
_NO_INFINITIVES = frozenset({"mention", "name", "date", "be", "which", "that"})
_PUT_TO_USE = words("titles", "entry", "put_to_use")
_FORESEEING = words("instruments", "before", "with_year")
_FUTURE = re.compile(r"20\d\d")
_ACTIONS = frozenset({"programme", "program", "plan", "platform", "framework"})
# Kinds whose numbers need a mark: "Plan 5" is no number, "Act 51/2003" is one.
_MARKED_ONLY = frozenset({"programme", "code", "constitution", "soft-law", "rules"})
# Heads that are also the parts of rules of their name: "Regulation 12 of the …".
_DIVIDING = frozenset({"regulation", "order", "principle", "guideline", "standard", "recommendation"})
# Papers that a State numbers from one: "White Paper 6", "Discussion Paper 41".
_SHORT_NUMBERED = words("instruments", "names", "short_numbered")
# Kinds that belong to an instrument: "Enforcement Decree of the Framework Act on Building".
_SUBORDINATE = frozenset({"decree", "rules", "regulation", "order", "instructions"})
# Kinds whose short names take no title: "Employment Act" is whole, "Act on Employment" is not.
_PARTIES = frozenset({"state", "states", "party", "parties"})
_WHOLE = frozenset({"act", "bill", "code", "constitution"})
_EXECUTIVE = frozenset({"order", "decision", "decree", "resolution"})


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a name ends (the token after its last) and what it holds right of its head; `title` in tokens."""

    end: int
    number: bool = False
    date: bool = False
    issuer: bool = False
    title: tuple[int, int] | None = None


def read_extent(w: Words, anchor: Anchor, start: int) -> Extent:  # noqa: C901
    """Read what follows the head of a name that begins at token `start`."""
    number = issuer = False
    title: tuple[int, int] | None = None
    kind = anchor.kind
    end = _past_companion(w, anchor)
    date = end > anchor.last and (end - 1 in w.dates or _foresees(w, anchor.first, anchor.last))
    while True:
        at = end
        if not number and kind != "constitution":
            parts = anchor.one in _DIVIDING and divides(w, at)
            # "the |Convention on the Rights of the Child|, Nos. 181 and 182": paragraphs of a report on it
            others = kind == "treaty" and title and w.at(at) == "," and w.at(at + 1) in {"nos", "nos."}
            end = at if others else number_end(w, at, bare=kind not in _MARKED_ONLY and not title and not parts)
            if end == at and (anchor.short or anchor.one in _SHORT_NUMBERED):
                end = _short_number_end(w, at, 6 if anchor.short else 2)
            if end == at and anchor.plural:
                end = list_end(w, at)
            if end > at:
                number = True
                continue
        if not date or kind == "programme":
            end = date_end(w, at, kind, number)
            if end > at and (anchor.capital or number or w.text[at] != "(" or (title and kind == "programme")):
                date = True
                continue
        named = start < anchor.first or kind in {"regulation", "rules"}
        if not title and named and kind in _SUBORDINATE and w.at(at) in {"of", "to", "for"}:
            end = _parent_end(w, at + 1 + (w.at(at + 1) == "the"))
            if end > at:
                title = (at, end)
                continue
        ruled = w.at(at) == "of" and w.capital(at + 1) and _is_ruled(w, kind, at + 1)
        if not issuer and not title and not ruled:
            end = issuer_end(w, at)
            if end > at:
                issuer = True
                end = _past_addressee(w, end)
                continue
        if not title:
            opened, end = _read_title(w, at, anchor, w.lower[start : anchor.first], number, number or date)
            if end > opened:
                end = _subtitle_end(w, end) if kind == "programme" else end
                title = (opened, end)
                # "strategy on Denmark's humanitarian efforts |2010-2015|"
                timed = kind == "programme" and any(
                    i > opened and w.dates[i] == end for i in range(end - 3, end) if i in w.dates
                )
                date = date or timed
                continue
        if kind == "programme" and not title and (end := _quoted_subtitle_end(w, start, at)) > at:
            title = (at, end)
            continue
        return Extent(at, number, date, issuer, title)


def _short_number_end(w: Words, i: int, digits: int) -> int:
    """The token after a number of so many digits at most at `i`, or `i`: "White Paper 6", "L.I. 1892"."""
    return i + 1 if len(w.at(i)) <= digits and w.at(i).isdigit() and not w.glued(i) else i


def _quoted_subtitle_end(w: Words, start: int, i: int) -> int:
    """The token after the second part of a name that stands in quotes, or `i`: “Vision 2030|: The Port We Want|”."""
    if w.at(i) != ":" or w.at(start - 1) not in OPENING_QUOTES or start < 1 or not w.capital(i + 1):
        return i
    return next((k for k in range(i + 2, min(i + 14, w.n)) if w.text[k] in '”"»'), i)


def _subtitle_end(w: Words, i: int) -> int:
    """The token after a title's second part and its year, or `i`: "…: Building an Inclusive Training System (2001)"."""
    if w.at(i) != ":" or not w.capital(i + 1):
        return i
    end = title_end(w, i + 1)
    dated = w.at(end) == "(" and end + 1 in w.dates and is_title_case(w, i + 1)
    return end if dated else i


def _past_addressee(w: Words, i: int) -> int:
    """The token after the States that are addressed: "of the Committee of Ministers |to member States| on …"."""
    k = i + 1 + (w.at(i + 1) in {"the", "all"})
    addressed = w.at(i) in {"to", "of"} and w.at(k) == "member" and w.at(k + 1) == "states"
    return k + 2 if addressed and w.at(k + 2) in _STRONG else i


def _past_companion(w: Words, anchor: Anchor) -> int:
    """The token after the head and what it carries: "Strategy II", "Vienna Declaration and Programme of Action"."""
    last = anchor.last
    if w.at(last) == "(" and w.at(last + 2) == ")" and _abbreviates(w, last):
        return last + 3 if number_end(w, last + 3, bare=True) > last + 3 else last  # "Republic Act (R.A.) No. 7277"
    numeral = w.at(last) == "(" and w.at(last + 2) == ")" and w.text[last + 1] in ORDINALS
    if numeral and w.at(last + 3) == "of" and last + 4 in w.dates:
        return last + 3  # "Programme Act (I) of 24 December 2002"
    if anchor.kind == "programme" and last < w.n and w.text[last] in ORDINALS:
        return last + 1
    if anchor.kind == "programme" and (named := proper_name_end(w, anchor.first, last)):
        return named
    if anchor.kind == "treaty" and w.at(last) == "(" and w.at(last + 1) == "revised" and w.at(last + 2) == ")":
        return last + 3  # "Migration for Employment Convention (Revised), 1949 (No. 97)"
    if anchor.head in {"declaration", "statement"} and w.at(last) == "and":
        joined = last + 1 + (w.at(last + 1) == "the")
        if w.at(joined) in _ACTIONS and w.at(joined + 2) == "action":
            return joined + 3
    return last


def _abbreviates(w: Words, bracket: int) -> bool:
    """Whether a bracket abbreviates the kind before it: "Republic Act |(R.A.)| No. 7277", not a whole name."""
    short = w.text[bracket + 1]
    if short in abbreviated():
        return True
    letters = [*short.replace(".", "")]
    return short.endswith(".") and letters == [word[0] for word in w.text[bracket - len(letters) : bracket]]


def _foresees(w: Words, first: int, last: int) -> bool:
    """Whether a year to come makes a head a name: "African Union Agenda 2063", "Vision 2030"."""
    return w.lower[first] in _FORESEEING and bool(_FUTURE.fullmatch(w.at(last))) and last not in w.dates


def proper_name_end(w: Words, first: int, last: int) -> int:
    """The token after a name that follows its head and ends in a year, or 0: "the Plan Brazil 2022"."""
    if _foresees(w, first, last):
        return last + 1
    if w.at(first - 1) not in {"the", "of", "“"} or not w.capital(last):
        return 0
    for i in range(last + 1, min(last + 4, w.n)):
        if i in w.dates and len(w.text[i]) == 4 and w.text[i].isdigit():
            return w.dates[i]
        if not w.capital(i):
            return 0
    return 0


def _parent_end(w: Words, i: int) -> int:
    """The token after the instrument at `i` to which subordinate rules belong, or 0.

    "Enforcement Decree of the Framework Act on Building", "Implementing Regulations of the Labour Law"
    """
    if not w.capital(i) or not opens_instrument(w, i):
        return 0
    head = i
    while w.at(head) not in kinds() or (w.capital(head + 1) and opens_instrument(w, head + 1)):
        head += 1
        if head >= w.n:
            return 0
    kind = kinds()[w.lower[head]]
    if kind not in {"act", "code", "constitution"}:
        return 0
    return read_extent(w, Anchor(head, head + 1, w.lower[head], w.lower[head], kind, True), i).end


def _read_title(  # noqa: C901
    w: Words, at: int, anchor: Anchor, modifiers: list[str], numbered: bool, identified: bool
) -> tuple[int, int]:
    """Where the title at token `at` stands, its link word included; an empty range where there is none.

    `modifiers` are the words before the head; `identified` says that a number or date stands before the title.
    """
    nothing = (at, at)
    kind, link = anchor.kind, w.at(at)
    if at < w.n and w.text[at] in OPENING_QUOTES:
        named = numbered and len(range(*name_in_quotes(w, at)))
        return nothing if named else read_quoted(w, at)
    if link == "of" and kind in {"regulation", "rules", "instructions", "code"}:
        if w.capital(at + 1) and _is_ruled(w, kind, at + 1):
            return _range(at, title_end(w, at + 1, "soft-law"))  # "Rules of Procedure of the House"
        if kind == "code" or not w.alphabetic(at + 1) or w.capital(at + 1) or w.lower[at + 1] in DETERMINERS:
            return nothing
        return _range(at, title_end(w, at + 1))  # "Internal Regulations of remand centres"
    opened = at
    if link == "," and identified and w.at(at + 1) in OPENING_QUOTES and w.at(at + 2) in _STRONG:
        return read_quoted(w, at + 1)  # "Decision No. 351 of 29 May 2012, “On the establishment of …”"
    if link == "," and identified and w.at(at + 1) in _AFTER_COMMA:
        opened, link = at + 1, w.lower[at + 1]  # "Act No. 34/2008, of 18 December, on the Labour Relations Code"
        if link not in _COMMA_LINKS and opens_instrument(w, at + 2 + (w.at(at + 2) == "the")):
            return nothing  # "Executive Decree No. 36 of 11 April 2014, regulating Act No. 23 of 2007"
    if link == "implementing" and (kind != "instructions" or opens_instrument(w, at + 1 + (w.at(at + 1) == "the"))):
        return nothing  # "Directive 2000/43/EC implementing the principle …", not "Decree No. 5 implementing the Act"
    if (link not in LINKS and link != "to") or (link == "on" and w.lower[opened + 1 : opened + 3] in _ON_THE):
        return nothing
    if link != "to" and w.at(opened + 1) in {"this", "these"}:
        return nothing  # "dialogue events to develop an Action Plan |for this Land|"
    if link == "for" and w.at(opened + 1) == "the" and not _FOR_THE.isdisjoint(w.text[opened + 2 : opened + 3]):
        return nothing
    if link == "with" and w.lower[opened + 1 : opened + 3] != ["regard", "to"]:
        return nothing
    first = opened + 1 + (link in {"relating", "relative", "pertaining"} and w.at(opened + 1) == "to")
    if first >= w.n or first in w.dates:
        return nothing
    if link in _COMMA_LINKS and w.text[first] in OPENING_QUOTES and identified:
        return _range(opened, read_quoted(w, first)[1])  # "Decree No. 5 of 3 May 2001 on “Safety at Sea”"
    if link == "to" and w.text[first] in OPENING_QUOTES:
        return _read_slogan(w, opened, first, kind)
    while w.at(first) in {"the", "a", "an", "all"} and first + 1 < w.n:
        first += 1
    if not _takes_title(w, opened, first, anchor, modifiers, numbered, identified):
        return nothing
    closed = title_end(w, first, kind)
    if link == "to" and closed < first + 2:
        return nothing
    return _range(opened, closed) if closed > first else nothing


def _is_ruled(w: Words, kind: str, i: int) -> bool:
    """Whether what is ruled stands at `i`: "Rules of |Procedure|", "Code of |Procedure| before the Land Courts"."""
    if w.at(i) not in _RULED:
        return False
    return kind in {"rules", "regulation", "instructions"} or (kind == "code" and w.at(i + 1) in _COURTS_AFTER)


def _read_slogan(w: Words, opened: int, quote: int, kind: str) -> tuple[int, int]:
    """A title that quotes: "Incheon Strategy to “Make the Right Real” for Persons with Disabilities in Asia …"."""
    closed = read_quoted(w, quote)[1]
    if closed > quote and w.at(closed) in _STRONG and is_title_case(w, closed + 1):
        closed = max(title_end(w, closed + 1, kind), closed)
    return _range(opened, closed) if closed > quote else (opened, opened)


def _takes_title(
    w: Words, opened: int, first: int, anchor: Anchor, modifiers: list[str], numbered: bool, identified: bool
) -> bool:
    """Whether the link at `opened` opens a title of this name, or goes on with the sentence."""
    kind, link = anchor.kind, w.lower[opened]
    generic = all(is_generic(modifier) or modifier.isdigit() for modifier in modifiers)
    capitals = is_title_case(w, first)
    if link == "to":
        if not _opens_infinitive(w, opened, first, anchor, plain=generic or identified):
            return False
    elif kind == "treaty" and link in _STATING and not identified:
        return (
            False  # "under article 22 of the Convention |recognizing the competence| of the Committee against Torture"
        )
    elif link not in _STRONG and not identified:
        # "Comprehensive Act combating Violence against Women", not "the Penal Code establishing …"
        if modifiers and not (generic and kind == "act" and capitals):
            return False
        telling = link in _TELLING and w.at(anchor.first - 1) == "the" and not opens_instrument(w, first)
        if not anchor.capital and not telling:
            return False
    if not capitals and not _titles_in_lower_case(w, opened, first, kind, modifiers):
        return False
    if link == "for" and kind in {"treaty", "constitution"} and _speaks_of_parties(w, opened, first):
        return False
    if kind in _WHOLE and not generic and not numbered and (identified or not capitals):
        return False  # "the Persons with Disability Act, 2011 on the issue of the rules of evidence"
    return identified or kind not in _EXECUTIVE or link not in {"for", "to", "with"}


def _opens_infinitive(w: Words, opened: int, first: int, anchor: Anchor, *, plain: bool) -> bool:
    """Whether "to" at `opened` opens a title: "Act to Provide for …"; `plain`, that no modifiers name the Act."""
    if anchor.one not in _INFINITIVE or not w.alphabetic(opened + 1) or w.lower[first] in _NO_INFINITIVES:
        return False
    if w.at(opened + 2) in DIVISIONS and w.at(opened + 3)[:1].isdigit():
        return False  # "a bill | to amend articles 4, 21 and 27 of the Family Code"
    if anchor.kind == "protocol":
        return True
    if not w.capital(opened + 1) and _is_put_to_use(w, anchor.first):
        return False  # "invoke this provision with Act No. 21.280 |to institute proceedings|"
    # "Itinerant Teaching Programme to cater for …"
    return w.lower[opened + 1] not in DETERMINERS and (plain or w.capital(opened + 1))


def _is_put_to_use(w: Words, head: int) -> bool:
    """Whether a verb before the head says that one changes or uses the law for something: "amended Act No. 5 to …"."""
    for i in range(head - 1, max(head - 12, -1), -1):
        if w.text[i] in ",;:.•":
            return False
        if w.lower[i] in _PUT_TO_USE:
            return True
    return False


def _titles_in_lower_case(w: Words, opened: int, first: int, kind: str, modifiers: list[str]) -> bool:
    """Whether words in lower case behind a link may be a title of this kind."""
    link, word = w.lower[opened], w.lower[first]
    if kind == "programme":  # "the Action Plan for implementation of the Program"
        return word not in {"implementation", "implementing"}
    basic = link == "on" and w.at(opened - 1) == "law"  # "the basic law on education" is an Act
    if kind in {"code", "constitution"} and not (basic or _is_code_on(kind, link, modifiers)):
        return False
    if kind == "treaty":
        if link not in {"on", "concerning"}:
            return False  # "the entry into force of the Convention for the State party concerned"
        if not modifiers and first == opened + 1 and not word.endswith("ing"):
            return False  # "the provisions of the Convention on children with disabilities"
    # "fined under Act No. 42 of 1999 for the improper use of parking spaces"
    return link != "for" or word.endswith(_NOMINAL)


def _speaks_of_parties(w: Words, opened: int, first: int) -> bool:
    """Read "the Convention for the State Party", "enshrined in the Constitution for all Chadian citizens"."""
    return w.lower[first] in _PARTIES or w.at(opened + 1) == "all"


def _is_code_on(kind: str, link: str, modifiers: list[str]) -> bool:
    """Whether a code is told by its subject: "the Code on audio-visual media services", "the 2005 Code governing …"."""
    dated = modifiers and all(map(str.isdigit, modifiers))
    return kind == "code" and (
        (link == "on" and not modifiers) or (link in {"on", "governing", "concerning"} and bool(dated))
    )


def _range(opened: int, closed: int) -> tuple[int, int]:
    return (opened, closed) if closed > opened + 1 else (opened, opened)


def read_quoted(w: Words, at: int) -> tuple[int, int]:
    """A title in quotation marks: "Law of the Republic of Azerbaijan “On Employment”"."""
    if not (w.capital(at + 1) or w.at(at + 1) in _STRONG) or (w.glued(at) and w.text[at] in "’'"):
        return at, at
    for i in range(at + 2, min(at + 60, w.n)):
        if w.text[i] in {"is", "are", "shall", "was", "may", "must", "were"}:
            break  # a sentence of the instrument, not its title: “Persons in custody may not be subjected to …”
        if (
            w.text[i] in CLOSING_QUOTES
            and (w.glued(i) or w.text[i] == "”")
            and not (w.text[i] in "’'" and w.text[at] not in "‘'")
        ):
            return at, i + 1
    return at, at
