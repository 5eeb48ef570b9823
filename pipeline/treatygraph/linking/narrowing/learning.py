"""Learn what the paragraphs under a heading of one article have more often than others.

The weight of a term for an article is the logarithm of the ratio of two shares: of the paragraphs under the
article's own headings that have the term, and of all other paragraphs that have it. Both are drawn towards the
share of all paragraphs, so that a term of few paragraphs weighs little.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import log, sqrt

from treatygraph.linking.narrowing.words import read_words
from treatygraph.report import Report

# So many paragraphs of average content stand beside those that were counted.
_PRIOR = 30.0
# A word of fewer reports is some State's own; pairs are rarer by nature and chance makes more of them.
_REPORTS_OF_WORD = 3
_REPORTS_OF_PAIR = 4
_LEAST = 0.5
_MOST = 4.0
_TERMS_OF_ARTICLE = 250


@dataclass(frozen=True, slots=True)
class Example:
    """A paragraph that stands under a heading of one article: its report, the article and the paragraph's terms."""

    report: str
    article: str
    terms: frozenset[str]


def examples_of(report: Report) -> Iterator[Example]:
    """Take the paragraphs of a report that stand under a heading of one article."""
    for unit in report.units:
        if unit.kind == "paragraph" and len(unit.convention_articles) == 1:
            yield Example(report.symbol, unit.convention_articles[0], read_words(unit.text).terms)


def learn_weights(examples: Iterable[Example]) -> dict[str, dict[str, float]]:
    """Learn the weights of terms by article, the heaviest evidence first, from reports under one treaty."""
    seen = _Counts()
    for example in examples:
        seen.add(example)
    learnt = {}
    for article in sorted(seen.paragraphs, key=int):
        having = seen.having[article]
        weights = {term: seen.weight(article, term) for term in having if seen.may_tell(article, term)}
        strength = {term: weight * sqrt(having[term]) for term, weight in weights.items() if weight > _LEAST}
        kept = sorted(sorted(strength), key=strength.__getitem__, reverse=True)[:_TERMS_OF_ARTICLE]
        learnt[article] = {term: weights[term] for term in kept}
    return learnt


@dataclass(frozen=True, slots=True)
class _Counts:
    """In how many paragraphs, and in which reports, a term stands."""

    paragraphs: Counter[str] = field(default_factory=Counter)
    everywhere: Counter[str] = field(default_factory=Counter)
    having: dict[str, Counter[str]] = field(default_factory=dict)
    reports: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def add(self, example: Example) -> None:
        self.paragraphs[example.article] += 1
        self.everywhere.update(example.terms)
        self.having.setdefault(example.article, Counter()).update(example.terms)
        for term in example.terms:
            self.reports.setdefault((example.article, term), set()).add(example.report)

    def may_tell(self, article: str, term: str) -> bool:
        return len(self.reports[article, term]) >= (_REPORTS_OF_PAIR if " " in term else _REPORTS_OF_WORD)

    def weight(self, article: str, term: str) -> float:
        total, inside, count = self.paragraphs.total(), self.paragraphs[article], self.having[article][term]
        prior = _PRIOR * self.everywhere[term] / total
        own = (count + prior) / (inside + _PRIOR)
        others = (self.everywhere[term] - count + prior) / (total - inside + _PRIOR)
        return min(log(own / others), _MOST)


def write_weights(treaty: str, learnt: dict[str, dict[str, float]]) -> Iterator[str]:
    """Write learnt weights as lines of TOML: one line for each weight of an article, to one decimal."""
    for article, weights in learnt.items():
        grouped: dict[float, list[str]] = {}
        for term, weight in weights.items():
            grouped.setdefault(round(weight, 1), []).append(term)
        yield f"\n[{treaty}.{article}]"
        for weight in sorted(grouped, reverse=True):
            yield f'"{weight}" = [' + ", ".join(f'"{term}"' for term in sorted(grouped[weight])) + "]"
