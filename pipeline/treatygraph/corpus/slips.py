"""Two instruments of one report that may be one, told twice with a slip of the print in a number or a period.

    "First National Accessibility Plan 2004-2010"        "First National Accessibility Plan 2004-2012"
    "Act No. 97/2004 on Ports"                           "Act No. 79/2004 on Ports"

What is right, nobody can say who does not know the laws: a person is asked.
"""

from __future__ import annotations

import re
from itertools import pairwise

from treatygraph.corpus.identity import Particulars
from treatygraph.resolution.subjects import is_generic, read_number, telling_words

# So many telling words a title has that two plans or laws of the same years seldom share.
_LEAST = 2


def may_be_slip(first: Particulars, second: Particulars) -> str | None:
    """Say why two instruments of one title may be one though their numbers or periods differ; None if nothing does."""
    if (first.type, first.owner, first.group, first.amending) != (
        second.type,
        second.owner,
        second.group,
        second.amending,
    ):
        return None
    if first.known or second.known or not (first.named and second.named) or first.part != second.part:
        return None
    equal = [title for title in first.titles & second.titles if not is_generic(title)]
    if not any(len(telling_words(title)) >= _LEAST for title in equal):
        return None
    if first.group == "programme":
        one_period = first.heads & second.heads and _touch(first.date, second.date)
        return "the titles are equal, the periods begin or end in one year" if one_period else None
    if first.number and second.number and _one_year(first, second) and _one_slip(first.number, second.number):
        return "the titles are equal, the numbers differ in a digit"
    return None


def _touch(first: str | None, second: str | None) -> bool:
    """Whether two periods begin or end in the same year, and are not the same."""
    one, other = ((date or "").split("/") for date in (first, second))
    return len(one) == len(other) == 2 and one != other and any(a[:4] == b[:4] for a, b in zip(one, other, strict=True))


def _one_year(first: Particulars, second: Particulars) -> bool:
    years = {(x.date or "")[:4] or read_number(x.number or "").year for x in (first, second)} - {None}
    return len(years) < 2


def _one_slip(first: str, second: str) -> bool:
    """Whether two numbers differ in one digit, or in the order of two: "97/2004", "79/2004"."""
    a, b = (re.sub(r"\D", "", read_number(number).core) for number in (first, second))
    wrong = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) != len(b) or len(a) < _LEAST or not wrong:
        return False
    swapped = any(wrong == [i, j] and a[i] == b[j] and a[j] == b[i] for i, j in pairwise(range(len(a))))
    return len(wrong) == 1 or swapped
