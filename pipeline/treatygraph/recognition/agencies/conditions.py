"""Whether the words around a head make a body of it: a class, a list, an event, a school, part of a title are none."""

from __future__ import annotations

from treatygraph.recognition.agencies.acronyms import is_spelled
from treatygraph.recognition.agencies.runs import ends_owner, run_end
from treatygraph.recognition.agencies.words import POSSESSIVE, SETS, heads, listed, names_no_body
from treatygraph.recognition.grammar.states import state_code
from treatygraph.recognition.grammar.tokens import Words

_EACH = ("each", "every", "any", "no")


def is_compound(w: Words, at: int) -> bool:
    """Whether such a head makes a body: by the word before it, by its State, or by the acronym behind it.

    "the Monitoring |Group|", "the Honduran Support |Group| for the Deaf", "the Children Action |Group| (CAG)"
    """
    first = at
    while first > 0 and w.capital(first - 1) and not listed("openers", w.lower[first - 1]):
        first -= 1
    own = at - first > 1 and state_code(w.text[first]) is not None
    return own or f"{w.at(at - 1)} {w.lower[at]}" in SETS["compounds"] or is_spelled(w, first, at + 1)


def is_list_or_event(w: Words, first: int, at: int, last: int) -> bool:
    """Whether a registry, a parliament or a team is none that is a body.

    "the National Registry of Persons with Disabilities" is a list, "the Youth Parliament" an event.
    """
    head, modifiers = w.lower[at], w.lower[first:at]
    if head == "registry":
        interprets = last > at + 1 and first < at and state_code(w.text[first]) is not None
        return not (interprets and listed("of_persons", w.at(at + 2))) and not _is_office(w, first, at)
    if heads()[head] == "parliament":
        return any(listed("of_pupils", word) for word in modifiers)
    return first < at and listed("unmodified", head)


def _is_office(w: Words, first: int, at: int) -> bool:
    """Whether the words before "Registry" make an office of it: "National |Identity and Civil Status| Registry"."""
    if w.at(at + 1) == "and" and any(word in heads() for word in w.lower[at + 2 : run_end(w, at + 2)]):
        return False  # "Civil Registry and Identity Service" is one
    named = first < at - 1 or listed("definite", w.at(first - 1))
    return named and any(listed("registering", word) for word in w.lower[first:at])


def is_of_any(w: Words, first: int, at: int, last: int, run: int) -> bool:
    """Whether any body of a kind is meant: "each | Ministry of …", "Service for …", "every | District Court"."""
    if first < at and last > at + 1:
        return False
    before = w.lower[first - 1] if first > 0 else ""
    if before in _EACH:
        return True
    if first == at:
        return listed("needs_modifier", w.lower[at]) and not _has_subject(w, at, last, before)
    return _names_class(w, first, at, before, run)


def is_of_event(w: Words, first: int, at: int) -> bool:
    """Whether a congress is a meeting: "Second Congress on Special Education"."""
    return w.lower[at] == "congress" and (w.at(at + 1) == "on" or listed("counted", w.lower[first]))


def _has_subject(w: Words, at: int, last: int, before: str) -> bool:
    """Whether a head is a body by its subject alone: "the Service for the Establishment of Disability"."""
    return listed("complemented", w.lower[at]) and before == "the" and w.at(at + 1) in ("for", "on") and last > at + 2


def goes_on(w: Words, at: int, run: int) -> bool:
    """Whether the head at `at` is only a part of what is named: "Public Service Commission", "Service Act"."""
    for later in range(at + 1, run):
        word = w.lower[later]
        if ends_owner(w, later):
            break
        if word in heads() or listed("titled", word) or listed("excluded", word):
            return True
        if listed("issued", word):
            break
    return listed("compound_heads", w.lower[at]) and not is_compound(w, at)


def teaches(w: Words, first: int, at: int, last: int) -> bool:
    """Whether it is a school, a hospital, a company or a part of one, which are no agencies."""
    if w.at(first - 1) == "of" and listed("excluded", w.at(first - 2)):  # "School of Public Administration"
        return True
    if (w.at(first - 2), w.at(first - 1)) == ("of", "the") and listed("excluded", w.at(first - 3)):
        return last == at + 1 and listed("schooled", w.lower[at])  # "National School of the Judiciary"
    inside = [word for word in w.lower[first:at] if listed("excluded", word)]
    if inside and not (listed("over_media", w.lower[at]) and all(listed("media", word) for word in inside)):
        return True  # "University Centre", but "National Television Council"
    nearest = at - 2 if at > 1 and w.text[at - 1] in POSSESSIVE else at - 1
    if first < at and listed("excluded_heads", w.lower[at]) and listed("excluded_before", w.at(nearest)):
        # "Technical Institute", "Training Centre", but "National Sports Institute"
        nationwide = any(listed("nationwide", word) for word in w.lower[first:at])
        return not nationwide or any(listed("of_teachers", word) for word in w.lower[first:at])
    if w.at(last) not in ("at", "of", "in"):
        return False
    # "Department for Social Work at the University of Banja Luka"
    return any(listed("excluded", w.at(k)) and w.capital(k) for k in range(last + 1, last + 4))


def _names_class(w: Words, first: int, at: int, before: str, run: int) -> bool:
    """Whether a name that ends with its head names a class of bodies or a policy: "a District Court"."""
    head, last = w.lower[at], at + 1
    if names_no_body(w, last):
        return True
    if first == at - 1 and w.lower[first] == "government" and listed("governmental", head):
        return True  # "the first Government Ministry with a Special Needs Department"
    if head == "government" and listed("class_nouns", w.at(last)):  # "Eight Key Government Ministries"
        return True
    if head in ("centre", "center") and listed("divided", w.at(last)):  # "Centre-Nord and Centre regions"
        return True
    goes_on = run > last and w.text[last] not in POSSESSIVE and not listed("issued", w.lower[last])
    if goes_on and heads()[head] in ("service", "unit"):  # "Virtual Police Station"
        return True
    named = state_code(w.text[first]) is not None or any(listed("naming", word) for word in w.lower[first:at])
    owned = state_code(w.text[first]) is not None or state_code(" ".join(w.text[first : first + 2])) is not None
    of_order = any(listed("of_order", word) for word in w.lower[first:at])  # "Penitentiary Services"
    if head == "services" and before != "the" and not owned and not of_order:
        return True  # "with Diagnostic and Guidance Services", but "Maldives Police Services"
    if head == "trust" and first < at - 1:  # "Dorothy Springer Trust"
        return False
    if listed("needs_complement", head) and not named:
        return True
    if first == at - 2 and w.text[at - 1] in POSSESSIVE and before in ("a", "an") and listed("owners", w.lower[first]):
        return True  # "a People’s Court"
    return at - first < 2 and listed("class_adjectives", w.lower[first]) and listed("indefinite", before)
