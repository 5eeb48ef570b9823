"""Which link words go on with a body's name behind its head.

"Ministry | of Health", "Persons | with Disabilities", but "Government | for Monitoring …"
"""

from __future__ import annotations

from collections.abc import Callable

from treatygraph.recognition.agencies.runs import names_on, run_end
from treatygraph.recognition.agencies.words import MONTHS, heads, listed, plural_heads
from treatygraph.recognition.grammar.states import state_code
from treatygraph.recognition.grammar.tokens import Words


def links(w: Words, i: int, at: int) -> bool:
    """Whether the link word at `i` may go on with the name of the head at `at`."""
    link, started = w.lower[i], i > at + 1
    if not started and not listed("first_links", link):
        return False
    rule = _determines if listed("determined", link) else _LINKS.get(link, _themes)
    return rule(w, i, at, started)


def _determines(w: Words, i: int, at: int, started: bool) -> bool:
    """Read "for Monitoring | the Implementation of …"."""
    return w.lower[i - 1].endswith("ing") or listed("purposes", w.lower[i - 1])


def _to(w: Words, i: int, at: int, started: bool) -> bool:
    if w.at(i + 1) == "and":  # "Body for the Assistance | to and Protection of Persons"
        return started and w.capital(i + 2)
    if listed("given", w.lower[i - 1]):  # "Directorate-General for Assistance to Young People"
        return started and w.capital(i - 1) and w.capital(i + 1)
    # "Committee to Combat Trafficking"; "the Committee to Kenya" reports
    return heads()[w.lower[at]] == "embassy" or (w.capital(i + 1) and listed("purposes", w.lower[i + 1]))


def _relating(w: Words, i: int, at: int, started: bool) -> bool:
    """Read "Commissioner for Matters | relating to Disabled Persons"."""
    return started and w.at(i + 1) == "to" and w.capital(i + 2)


def _in(w: Words, i: int, at: int, started: bool) -> bool:
    head = w.lower[at]
    if started and listed("owners", w.at(i + 1)):  # "Trafficking in Persons"
        return True
    if started and listed("fields", w.lower[i - 1]) and not listed("unthemed", head):
        # "European Agency for Development in Special Needs Education"
        return w.capital(i + 2) and state_code(" ".join(w.text[i + 1 : run_end(w, i + 1)])) is None
    united_nations = head == "office" and not started and w.at(at - 1) in ("un", "nations")
    return (united_nations or listed("placed", head)) and names_on(w, i + 1) and w.lower[i + 1] not in MONTHS


def _within(w: Words, i: int, at: int, started: bool) -> bool:
    """Read "Taskforce for Action on Violence | within Families", not "Committee on Health | within the Ministry"."""
    body = w.at(i + 1) in heads() or w.at(i + 1) in plural_heads()
    return started and w.capital(i - 1) and w.capital(i + 1) and not body


def _with(w: Words, i: int, at: int, started: bool) -> bool:
    """Read "Persons | with Disabilities", "to Prevent and Deal | with Violence"."""
    return listed("owners", w.lower[i - 1]) or (listed("with_verbs", w.lower[i - 1]) and w.capital(i + 1))


def _by(w: Words, i: int, at: int, started: bool) -> bool:
    """Read "Products Manufactured | by Persons with Severe Disabilities"."""
    return started and w.capital(i - 1) and w.lower[i - 1].endswith("ed")


def _against(w: Words, i: int, at: int, started: bool) -> bool:
    if started:  # "Rapporteur on Trafficking and Sexual Violence | against Children"
        return listed("directed", w.lower[i - 1]) and w.capital(i - 1) and w.capital(i + 1)
    return w.lower[at] != "government"  # "embargo by the United States Government | against Cuba"


def _for(w: Words, i: int, at: int, started: bool) -> bool:
    return w.lower[at] != "government"  # "Government of the FBiH | for Monitoring"


def _never_links(w: Words, i: int, at: int, started: bool) -> bool:
    return False


def _themes(w: Words, i: int, at: int, started: bool) -> bool:
    """Every other link, but that "the Ministry of Health | on …" gives no subject."""
    return not (w.lower[i] == "on" and started and listed("unthemed", w.lower[at]))


# How a link word is judged: the words, its place, its head's place, whether the name has gone on behind its head.
_LINKS: dict[str, Callable[[Words, int, int, bool], bool]] = {
    "to": _to,
    "relating": _relating,
    "in": _in,
    "within": _within,
    "with": _with,
    "by": _by,
    "against": _against,
    "for": _for,
    "from": _never_links,
    "without": _never_links,
}
