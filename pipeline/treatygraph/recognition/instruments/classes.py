"""What looks like a name and is none: a class of instruments, a field of law, a body, a modifier."""

from __future__ import annotations

from collections.abc import Sequence

from treatygraph.recognition.grammar.lexicon import words
from treatygraph.recognition.grammar.tokens import Words
from treatygraph.recognition.instruments.anchors import Anchor
from treatygraph.recognition.instruments.clauses import DIVISIONS, OPENERS, ORGANISATIONS
from treatygraph.recognition.instruments.designations import number_end
from treatygraph.recognition.instruments.extents import LINKS, ORDINALS, Extent, proper_name_end
from treatygraph.recognition.instruments.quoted import OPENING_QUOTES
from treatygraph.recognition.instruments.titles import is_title_case

_NAMES = words("instruments", "never", "names")
_ENDINGS = words("instruments", "never", "endings")
_FIELDS = words("instruments", "never", "fields")
_BODIES = words("instruments", "never", "bodies")
_COLLECTIONS = words("instruments", "never", "collections")
_MEMBERS = words("instruments", "never", "members")
_CLUBS = words("titles", "stops", "bodies")


def is_class(name: Sequence[str], after: Sequence[str] = (), titled: bool = False) -> bool:
    """Whether the lower-case words of a name are only a class: "international human rights law", "act of parliament".

    `after` are the words that follow; a title makes "public policy" a name.
    """
    if (" ".join(name) in _NAMES and not titled) or " ".join([name[-1], *after]) in _NAMES:
        return True
    return any(" ".join(name[i:]) in _ENDINGS for i in range(len(name)))


def is_field(w: Words, start: int, last: int) -> bool:
    """Whether a field of law is meant: "Department of Criminal Law", but not in "article 5 of Criminal Law"."""
    if " ".join(w.lower[start:last]) not in _FIELDS or w.at(start - 1) != "of":
        return False
    return not w.at(start - 2)[:1].isdigit() and w.at(start - 2) != ")"


def is_divided(w: Words, start: int) -> bool:
    """Whether a part of the name that begins at `start` is cited: "Section 12 (2) of the", "the clause in the"."""
    i = start - 1 - (w.at(start - 1) == "the")
    if w.at(i) not in {"of", "in"}:
        return False
    return w.at(i - 1)[:1].isdigit() or w.at(i - 1) in {")", "clause", "provision", "provisions", "article", "section"}


def is_modifier(w: Words, anchor: Anchor, start: int) -> bool:
    """Whether the head only modifies a noun after it: "Law Faculty", "Policy Department", "Programme Manager".

    After a chain of capitals the next capital may be the next cell of a table ("Penal Code Machinga Second Grade
    Magistrate"), so there only the head of an organisation makes the name a modifier.
    """
    last = anchor.last
    if not w.capital(last):
        return start == anchor.first and w.at(last) in ORGANISATIONS
    if w.lower[last] in DIVISIONS or w.lower[last] in OPENERS or w.text[last] in ORDINALS or last in w.dates:
        return False
    if w.text[last] in OPENING_QUOTES or number_end(w, last, bare=True) > last:
        return False
    if anchor.kind == "programme" and proper_name_end(w, anchor.first, last):
        return False  # "the Plan Brazil 2022"
    if w.lower[last] in LINKS and w.alphabetic(last + 1):
        return False  # "Act Guaranteeing the Rights of Persons with Disabilities"
    if start == anchor.first:
        return True
    for i in range(last, min(last + 6, w.n)):
        if not w.capital(i):
            return False
        if w.lower[i] in ORGANISATIONS:
            return True
    return False


def is_body(w: Words, anchor: Anchor, start: int, extent: Extent) -> bool:
    """Whether a body is named: "Charter for Human Rights Foundation", "Ministry of Health and Social Policy"."""
    if anchor.plural and w.at(anchor.first - 1) == "of" and w.at(anchor.first - 2) in _COLLECTIONS:
        return True  # "Journal of Laws No. 123, item 776"
    if extent.number or extent.date:
        return False
    if extent.issuer and anchor.head == "convention" and w.lower[extent.end - 1] in _MEMBERS:
        return True
    if w.at(anchor.first - 1) == "of" and start == anchor.first and w.capital(start - 2):
        owner = w.lower[start - 2]
        # "Bureau of Policy", "School of Law"; an act's own section "Declaration of Policy"
        return owner in ORGANISATIONS or owner in _BODIES or owner == "declaration"
    if extent.title:
        opened = extent.title[0]
        club = w.lower[opened] == "for" and w.lower[extent.end - 1] in _CLUBS
        return club and start == anchor.first and is_title_case(w, opened + 1)
    if extent.issuer and anchor.kind in {"rules", "code", "act"} and w.lower[extent.end - 1] in ORGANISATIONS:
        # "Rules of Court Committee", not "Code of Ethics of the Association"
        return w.at(anchor.last + 1) != "the" != w.at(extent.end - 2)
    if anchor.kind != "programme":
        return False
    return any(w.lower[i] in _BODIES and w.at(i + 1) in {"of", "for", "on"} for i in range(start, anchor.first - 1))
