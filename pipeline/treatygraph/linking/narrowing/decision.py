"""Which of a heading's articles a paragraph concerns, and whether it concerns the only one.

Each article is given a score: what its profile weighs in the paragraph, what it weighs in the headings between
the paragraph and the one that names the articles, and a little for the order of the report. One article *leads*
another by the share of both scores that is between them, a number from 0 to below 1 that does not grow with the
length of the paragraph. The steps are tried in order; the first that decides gives its name to the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from treatygraph.linking.narrowing.passages import Passage
from treatygraph.linking.narrowing.profiles import Profile
from treatygraph.linking.narrowing.words import read_words

Rule = Literal["named", "elsewhere", "heading", "topic", "undecided"]
Firmness = Literal["firm", "weak"]
Profiles = Mapping[str, Profile]
Scores = Mapping[str, float]

# The leads below were chosen on paragraphs whose article is known; `benchmarks/narrowing.py` measures them.
LEAD = 0.15
"""By how much one article of a heading must lead the next to be decided."""
LEAD_OF_MANY = 0.4
"""The same under a heading of more than `MANY` articles, which gives none by itself."""
LEAD_ELSEWHERE = 0.5
"""By how much an article that the heading does not name must lead its best for the answer "none of these"."""
DOUBT = 0.4
"""By how much such an article must lead for the topic of the paragraph to be in doubt, and nothing decided by it."""
LEAD_AGAINST_ONE = 0.15
"""By how much another article must lead the only one of a heading for the link to be weak.

Of 186 claims under such headings, drawn by lot from 38 reports and read, those that another article led by more were
true in 11 of 18 cases, the others in 137 of 168.
"""
LEAD_BY_TOPICS_ALONE = 1 / 3
"""The same for a treaty whose profiles hold no learnt weights: what they say against a heading is less sure."""

MANY = 8
MOST_NAMED = 2
# What the sub-headings may add: as much as two or three clear words.
MOST_OF_HEADINGS = 5.0
# One clear word has to speak for an article of the heading, two against all of them.
LEAST_EVIDENCE = 2.0
LEAST_ELSEWHERE = 4.0
ORDER_WEIGHT = 1.0
# About the weight of one clear word: two scores that are both near nothing lead each other by little.
_DAMPING = 3.0


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which of the articles of its heading a paragraph concerns.

    `articles` are the decided ones: one, or two that the text names. They are empty where the paragraph concerns
    none of them (`rule` "elsewhere") and where nothing was decided ("undecided"). `margin` is the lead that
    decided, from 0 to 1; 1 where the text names the articles. `scores` are those of the heading's articles, best
    first.
    """

    articles: tuple[str, ...]
    rule: Rule
    margin: float
    scores: tuple[tuple[str, float], ...] = ()

    @property
    def decided(self) -> bool:
        """Whether there is an answer, be it "none of these"."""
        return self.rule != "undecided"


def narrow(passage: Passage, profiles: Profiles) -> Narrowing:
    """Decide which of the articles of its heading a paragraph concerns, with a margin, or abstain.

    Args:
        passage: the paragraph, under a heading of two articles or more.
        profiles: the profiles of all articles of the treaty, by number (`load_profiles`).
    """
    scores = score_articles(passage, profiles)
    ranked = tuple(sorted(((n, scores.get(n, 0.0)) for n in passage.articles), key=lambda item: -item[1]))
    for step in _STEPS:
        answer = step(passage, profiles, scores, ranked)
        if answer is not None:
            return answer
    return Narrowing((), "undecided", _lead_of_first(ranked), ranked)


def judge_subject(passage: Passage, profiles: Profiles) -> tuple[Firmness, float]:
    """Judge whether a paragraph under a heading of one article concerns that article: "firm", or "weak".

    It is weak where the words of the paragraph lead to another article of the treaty: a rule on free legal aid
    under "Article 12: Equal recognition before the law". A paragraph that tells of nothing stays firm, and so does
    one that names the article itself.

    Returns:
        The firmness, and by how much the best other article leads (negative where the heading's own leads).

    Raises:
        ValueError: the heading names more than one article.
    """
    (own,) = passage.articles
    scores = score_articles(passage, profiles)
    other = max((value for number, value in scores.items() if number != own), default=0.0)
    against = lead(other, scores.get(own, 0.0))
    learnt = any(profile.learnt for profile in profiles.values())
    wanted = LEAD_AGAINST_ONE if learnt else LEAD_BY_TOPICS_ALONE
    weak = other >= LEAST_ELSEWHERE and against >= wanted and own not in passage.named
    return ("weak" if weak else "firm"), against


def score_articles(passage: Passage, profiles: Profiles) -> dict[str, float]:
    """Score every article of the treaty on a paragraph, its sub-headings, and its place under its heading.

    The order: under "Articles 29 and 30" the first paragraphs tell of article 29. It adds at most `ORDER_WEIGHT`.
    """
    words, above = read_words(passage.text), tuple(map(read_words, passage.headings))
    scores = {
        number: profile.weigh(words) + min(MOST_OF_HEADINGS, sum(map(profile.weigh, above)))
        for number, profile in profiles.items()
    }
    if passage.place is not None and len(passage.articles) > 1:
        for rank, number in enumerate(passage.articles):
            expected = rank / (len(passage.articles) - 1)
            scores[number] = scores.get(number, 0.0) + ORDER_WEIGHT * (1 - abs(passage.place - expected))
    return scores


def lead(first: float, second: float) -> float:
    """By what share of both the first score leads the second: 0.5 is three to one, for scores that are not small."""
    return (first - second) / (first + second + _DAMPING)


_Ranked = tuple[tuple[str, float], ...]


def _named(passage: Passage, profiles: Profiles, scores: Scores, ranked: _Ranked) -> Narrowing | None:
    """The State's own words outweigh all: "in line with articles 3 and 4 of the Convention" is both."""
    named = tuple(number for number in passage.articles if number in passage.named)
    return Narrowing(named, "named", 1.0, ranked) if 1 <= len(named) <= MOST_NAMED else None


def _elsewhere(passage: Passage, profiles: Profiles, scores: Scores, ranked: _Ranked) -> Narrowing | None:
    """A paragraph about an article that the heading does not name concerns none of its articles.

    A job quota under "Articles 1 to 4" is about article 27.
    """
    outside = _best_outside(passage, scores)
    ahead = lead(outside, ranked[0][1])
    clear = outside >= LEAST_ELSEWHERE and ahead >= LEAD_ELSEWHERE
    return Narrowing((), "elsewhere", ahead, ranked) if clear else None


def _heading(passage: Passage, profiles: Profiles, scores: Scores, ranked: _Ranked) -> Narrowing | None:
    """A sub-heading that is the title of one of the articles decides, unless the paragraph plainly says otherwise."""
    for heading in passage.headings:
        words = read_words(heading).terms
        titled = [n for n in passage.articles if n in profiles and profiles[n].title and profiles[n].title <= words]
        if len(titled) == 1:
            text = read_words(passage.text)
            said = {number: profiles[number].weigh(text) for number in passage.articles if number in profiles}
            against = lead(max(said.values()), said[titled[0]])
            return Narrowing((titled[0],), "heading", 1.0 - against, ranked) if against < LEAD else None
    return None


def _topic(passage: Passage, profiles: Profiles, scores: Scores, ranked: _Ranked) -> Narrowing | None:
    """The article whose topic the words of the paragraph tell of, where it leads the next by enough."""
    margin = _lead_of_first(ranked)
    wanted = LEAD_OF_MANY if len(passage.articles) > MANY else LEAD
    doubtful = lead(_best_outside(passage, scores), ranked[0][1]) >= DOUBT
    clear = margin >= wanted and ranked[0][1] >= LEAST_EVIDENCE and not doubtful
    return Narrowing((ranked[0][0],), "topic", margin, ranked) if clear else None


_STEPS: tuple[Callable[[Passage, Profiles, Scores, _Ranked], Narrowing | None], ...] = (
    _named,
    _elsewhere,
    _heading,
    _topic,
)


def _best_outside(passage: Passage, scores: Scores) -> float:
    return max((value for number, value in scores.items() if number not in passage.articles), default=0.0)


def _lead_of_first(ranked: _Ranked) -> float:
    return lead(ranked[0][1], ranked[1][1]) if len(ranked) > 1 else 1.0
