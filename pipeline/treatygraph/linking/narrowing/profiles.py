"""What each article of a treaty is about, as weighted words.

Three sources add up: the *title* of the article, official or this project's (treaties.json); the *topics* that were
written for it (topics.toml); and, where reports were at hand, the words that paragraphs under a heading of that
article alone have more often than others (learnt.toml, made by `benchmarks/learn_topics.py`). Weights are natural
logarithms of odds. A word of a title or topic is worth less where several articles share it.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from treatygraph.linking.narrowing.words import Words, read_words, stem
from treatygraph.ontology import load_treaty

Weights = Mapping[str, float]

_TITLE = 2.0
_WORD = 2.0
_PHRASE = 3.0
_WEAK = 1.0


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of a title or topic, as they are written, and what they are worth where the pattern is in a line."""

    words: str
    pattern: str
    weight: float
    literal: str

    def stands_in(self, line: str) -> bool:
        """Whether its words stand in a line of words; its longest word is looked for first, which is quick."""
        return self.literal in line and _compiled(self.pattern).search(line) is not None


@dataclass(frozen=True, slots=True)
class Profile:
    """The topic of one article: the terms of its title, the cues of title and topic, learnt weights by term."""

    article: str
    title: frozenset[str] = frozenset()
    cues: tuple[Cue, ...] = ()
    learnt: Weights = field(default_factory=dict)

    def weigh(self, words: Words) -> float:
        """Add up what speaks for this article in a text; 0 where nothing does."""
        return sum(self.evidence(words).values())

    def evidence(self, words: Words) -> dict[str, float]:
        """List what speaks for this article in a text, with what each is worth: what a reader is shown.

        A word counts once, however often it stands there, and with the greater weight where two sources have it.
        """
        found = {cue.words: cue.weight for cue in self.cues if cue.stands_in(words.line)}
        for term in sorted(words.terms & self.learnt.keys()):
            found[term] = max(found.get(term, 0.0), self.learnt[term])
        return found


@lru_cache
def load_profiles(treaty: str) -> Mapping[str, Profile]:
    """Load the profiles of a treaty's articles by number, from the files that come with the program."""
    return make_profiles(treaty, load_learnt(treaty))


def make_profiles(treaty: str, learnt: Mapping[str, Weights]) -> Mapping[str, Profile]:
    """Make the profiles of a treaty's articles, with the given learnt weights by article and term.

    A treaty that is none of the nine has no profiles.
    """
    known = load_treaty(treaty)
    written = _read("topics").get(treaty, {})
    topics: Mapping[str, list[str]] = written.get("articles", {})
    weak: Mapping[str, list[str]] = written.get("weak", {})
    articles = known.articles if known else ()
    titles = {article.number: _terms_of_title(article.topic or "") for article in articles}
    in_titles = Counter(term for terms in titles.values() for term in terms)
    in_topics = Counter(words for listed in topics.values() for words in listed)
    profiles: dict[str, Profile] = {}
    for number in {**titles, **topics, **learnt}:
        cues = [_cue(term, _TITLE / in_titles[term]) for term in sorted(titles.get(number, ()))]
        cues += [_cue(words, _worth(words) / in_topics[words]) for words in topics.get(number, ())]
        cues += [_cue(words, _WEAK) for words in weak.get(number, ())]
        profiles[number] = Profile(number, titles.get(number, frozenset()), _heaviest(cues), learnt.get(number, {}))
    return profiles


@lru_cache
def load_learnt(treaty: str) -> Mapping[str, Weights]:
    """Load what was learnt of a treaty: weights by article and term; nothing of one that had too few reports."""
    text = _text("learnt")
    if f"\n[{treaty}." not in text:  # to read the whole file takes 30 ms
        return {}
    articles: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(text)[treaty]
    return {
        number: {term: float(weight) for weight, terms in grouped.items() for term in terms}
        for number, grouped in articles.items()
    }


def _terms_of_title(title: str) -> frozenset[str]:
    return frozenset(term for term in read_words(title).terms if " " not in term)


def _worth(words: str) -> float:
    return _PHRASE if " " in words else _WORD


def _heaviest(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """Of cues with the same words keep the heaviest: a word of the title may be one of the topic too."""
    best: dict[str, Cue] = {}
    for cue in cues:
        if cue.words not in best or best[cue.words].weight < cue.weight:
            best[cue.words] = cue
    return tuple(best.values())


def _cue(words: str, weight: float) -> Cue:
    """Read a cue of `topics.toml`: "*" stands for any ending of a word, "~" for up to five words."""
    parts = []
    for word in words.split():
        if word == "~":
            parts.append(r"(?:\S+ ){0,5}")
        elif word.endswith("*"):
            parts.append(re.escape(word[:-1]) + r"\S* ")
        else:
            parts.append(re.escape(stem(word)) + " ")
    literals = (word[:-1] if word.endswith("*") else stem(word) for word in words.split() if word != "~")
    return Cue(words, " " + "".join(parts), weight, max(literals, key=len))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A cue's pattern, made when its longest word is met: of most cues it never is."""
    return re.compile(pattern)


@lru_cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(name))


def _text(name: str) -> str:
    return files("treatygraph.linking.narrowing").joinpath(f"{name}.toml").read_text("utf-8")
