"""Ministries that share one head: "the Ministries of Finance, Sport and Physical Culture, Justice and Health"."""

from __future__ import annotations

from treatygraph.recognition.agencies.beginnings import left_end
from treatygraph.recognition.agencies.runs import run_end
from treatygraph.recognition.agencies.words import heads, listed, plural_heads
from treatygraph.recognition.grammar.tokens import Words


def names_of_list(w: Words, at: int) -> list[tuple[int, int]]:
    """The ranges of words, `last` exclusive, that a plural head at `at` names; the first holds the head.

    Where commas part a list, a part may itself hold "and"; only in the last does "and" part two names. Four runs
    after the last comma are two names ("Education and Science and Health and Social Development"); of three the
    first alone is sure.
    """
    if w.lower[at] not in ("ministries", "ministers") or w.at(at + 1) not in ("of", "for"):
        return []
    if parts := _parts_by_semicolons(w, at + 2):
        return [(at, parts[0][1]), *parts[1:]]
    groups = _groups_of_list(w, at + 2)
    if not groups:
        return []
    parts = [(group[0][0], group[-1][1]) for group in groups[:-1]]
    closing = groups[-1]
    if w.at(closing[0][0] - 1) == "and" and len(groups) > 1:  # "Health, Cities, and Labour and Employment"
        parts.append((closing[0][0], closing[-1][1]))
    elif len(closing) == 4:
        parts += [(closing[0][0], closing[1][1]), (closing[2][0], closing[3][1])]
    else:
        parts += closing if len(closing) < 3 else closing[:1]
    return [(at, parts[0][1]), *parts[1:]]


def _parts_by_semicolons(w: Words, at: int) -> list[tuple[int, int]]:
    """The parts of a list whose names semicolons part: "Education; Science, Technology, and Ports; and Culture"."""
    parts: list[tuple[int, int]] = []
    i = at
    while (end := run_end(w, i)) > i and not any(word in heads() for word in w.lower[i:end]):
        while w.at(end) in (",", "and"):
            joint = end + 1 + (w.at(end) == "," and w.at(end + 1) == "and")
            further = run_end(w, joint)
            if further == joint:
                break
            end = further
        parts.append((i, end))
        if w.at(end) != ";":
            break
        i = end + 1 + (w.at(end + 1) == "and")
    return parts if len(parts) > 1 else []


def conference_of(w: Words, at: int) -> int | None:
    """Where a conference of ministers begins: "the |Standing Conference of the Ministers of Education|"; else None."""
    i = at - 1 - (w.at(at - 1) == "the")
    if w.lower[at] != "ministers" or w.at(i) != "of" or w.at(i - 1) != "conference" or not w.capital(i - 1):
        return None
    return left_end(w, i - 1, 0)


def _groups_of_list(w: Words, at: int) -> list[list[tuple[int, int]]]:
    """The runs of capitals of a list that begins at `at`, grouped by its commas; "and of" parts like a comma."""
    groups: list[list[tuple[int, int]]] = [[]]
    i = at
    while True:
        start = i + (w.at(i) == "the")
        end = run_end(w, start)
        subject = w.lower[start:end]
        own = not subject or listed("styles", subject[-1])  # "… and the State"
        if own or any(word in heads() or word in plural_heads() for word in subject):
            return [group for group in groups if group]
        groups[-1].append((start, end))
        parted = w.at(end) == ","
        if not parted and w.at(end) != "and":
            return groups
        i = end + 1
        if parted and w.at(i) == "and":
            i += 1
        if w.at(i) in ("of", "for"):
            parted, i = True, i + 1
        if parted:
            groups.append([])


def boards_beside(w: Words, at: int, floor: int) -> tuple[int, int] | None:
    """The words of boards that act beside a body: "the Ministry of Health and (the) |District Health Boards|".

    `floor` is where the name before them ends. With one modifier they are a class: "the Ministry and Local Councils".
    """
    if floor == 0 or not listed("sat_on", w.lower[at]):
        return None
    first = left_end(w, at, floor)
    joint = first - 1 - (w.at(first - 1) == "the")
    joined = w.at(joint) == "and" and floor == joint - (w.at(joint - 1) == ",")
    return (first, at + 1) if joined and at - first > 1 else None
