"""A provision whose instrument is sought, and what can have it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from treatygraph.report import Mention
from treatygraph.resolution.backreferences import BESIDE
from treatygraph.resolution.identity import Register
from treatygraph.resolution.passages import Discourse, Passage
from treatygraph.resolution.references import Reference
from treatygraph.resolution.treaties import KnownTreaty
from treatygraph.resolution.treaty_references import treaty_instrument

_WITHOUT_ARTICLES = frozenset({"programme", "agreement", "judgment", "other"})


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a provision.

    What its unit and the one before are about, the provision beside it in its unit, and that which opened the unit
    before, if the unit goes on from there.
    """

    latest: Reference | None
    previous: Reference | None
    beside: tuple[Mention, Reference] | None
    walked: tuple[Mention, Reference] | None


@dataclass(frozen=True, slots=True)
class Sought:
    """A provision and where its instrument may be.

    `bearing` are the mentions in its sentence of instruments that can have it.
    """

    discourse: Discourse
    register: Register
    references: Mapping[int, Reference]
    passage: Passage
    mention: Mention
    treaty: KnownTreaty | None
    bearing: list[int]
    before: Before

    @property
    def text(self) -> str:
        """The text of the provision's unit."""
        return self.passage.unit.text

    def of(self, i: int, rule: str, confidence: float) -> Reference:
        """The instrument of a mention."""
        return Reference(self.references[i].instrument, rule, confidence, i)

    def of_treaty(self, confidence: float) -> Reference | None:
        """The treaty reported on, if it has such an article."""
        if self.treaty is None or not has_article(self.treaty.articles, self.mention):
            return None
        return Reference(treaty_instrument(self.register, self.treaty).key, "reported treaty", confidence)

    def having(self, reference: Reference | None) -> Reference | None:
        """A reference, if its instrument can have the provision."""
        lacking = reference is not None and lacks(self.register, reference, self.mention)
        return None if lacking else reference

    def of_none(self, at: int) -> bool:
        """Whether no mention begins at a place of the text."""
        return all(self.start_of(i) != at for i in self.passage.mentions)

    def start_of(self, i: int) -> int:
        """Where a mention begins in its unit, in code points."""
        return self.discourse.mentions[i].start


def of_its_text(mention: Mention) -> bool:
    """Whether a quoted law speaks of itself: "the duties mentioned in |paragraph 1 of this article|"."""
    return mention.text.endswith("of this article")


def fills_brackets(text: str, mention: Mention) -> bool:
    """Whether a provision fills a bracket: "(art. 5)"."""
    return text[mention.start - 1 : mention.start] == "(" and text[mention.end : mention.end + 1] == ")"


def is_amending(register: Register, reference: Reference) -> bool:
    """Whether an instrument changes others: a bill, or one that amends by its title."""
    instrument = register.at(reference.instrument)
    return instrument.kind == "bill" or instrument.wording.name.amending


def bears_articles(register: Register, reference: Reference) -> bool:
    """Whether a bare article may be an instrument's: a State's guidelines have none, a known declaration has.

    Guidelines that are said to be instructions, an issuer's act, have: "the |Guidelines|, the |Instructions| of the
    Ministry of Justice, state that torture shall be prohibited (Articles 2 and 3)".
    """
    if reference.rule == BESIDE:
        return True
    instrument = register.at(reference.instrument)
    guidelines = instrument.kind == "soft-law" and instrument.known is None
    return instrument.kind not in _WITHOUT_ARTICLES and not guidelines


def lacks(register: Register, reference: Reference, mention: Mention) -> bool:
    """Whether a treaty whose articles are known has no such division: its number is too high, or it is a section.

    "… the Code of Public Health, which, after ratification of the Convention, was supplemented with |article 136-1|"
    "|Section 23 of the Constitution| is the equivalent to Article 12 of the Convention. … |Section 23| recognizes …"
    """
    known = register.at(reference.instrument).known
    if known is None or not known.articles:
        return False
    heads = [path[0] for path in mention.targets if path]
    if any(head.startswith("sec:") for head in heads):
        return True
    numbers = [int(found[1]) for head in heads if (found := re.match(r"art:(\d+)", head))]
    return any(number > known.articles for number in numbers)


def article_numbers(mention: Mention) -> list[int]:
    """The numbers of the articles that a provision names."""
    steps = [path[0].partition(":") for path in mention.targets if path]
    return [int(number) for unit, _, number in steps if unit == "art" and number.isdigit()]


def has_article(articles: int | None, mention: Mention) -> bool:
    """Whether an instrument with so many articles, 100 where that is not known, has all that a provision names."""
    numbers = article_numbers(mention)
    return bool(numbers) and all(number <= (articles or 100) for number in numbers)
