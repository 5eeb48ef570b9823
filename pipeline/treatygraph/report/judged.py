"""What a person decided of something that the program found: the rows of `review.csv` that are of one report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# What is judged: that a law is cited under an article; what the State is said to claim by it; the words of a mention.
Judged = Literal["link", "claim", "mention"]
Verdict = Literal["right", "wrong", "another"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """In `unit` a person found a link, a claim or a mention right or wrong, or gave `instead`, other articles.

    A link and a claim are of `law`, an entity's id or one of its names, a division of it in the id's last steps
    ("KAZ_code_criminal-code__art_125"), and of `article`, where that is empty of all articles under which the unit
    cites the law. A mention is the `nth` time that `words` stand in the unit. `by` is who decided.
    """

    unit: str
    judged: Judged
    verdict: Verdict
    by: str
    law: str = ""
    article: str = ""
    instead: tuple[str, ...] = ()
    words: str = ""
    nth: int = 1
    remark: str = ""
