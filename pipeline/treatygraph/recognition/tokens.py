"""How a report's text is cut into tokens: citation numbers stay whole, punctuation never hides them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from operator import add, itemgetter

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from treatygraph.recognition.found import Sheet, found_in, text_of, token_starts

# Abbreviations that keep their stop, so that it does not end a sentence.
ABBREVIATIONS = (
    "No.", "Nos.", "no.", "nos.", "Nº.", "N.º", "Art.", "Arts.", "art.", "arts.", "Sec.", "Secs.",
    "sec.", "secs.", "Sect.", "Sects.", "sect.", "sects.", "Para.", "Paras.", "para.", "paras.",
    "Cap.", "cap.", "Ch.", "ch.", "Chap.", "chap.", "Pt.", "pt.", "Reg.", "reg.", "Vol.", "vol.",
    "cf.", "Cf.", "e.g.", "i.e.", "etc.", "Mr.", "Mrs.", "Ms.", "Dr.", "St.", "v.", "vs.", "p.",
    "pp.", "ss.", "S.", "s.",
)  # fmt: skip

_QUOTES = "\"'“”„‘’‚«»‹›`´"
_PREFIX = re.compile(
    rf"(?:(?:[Nn]os?|[Aa]rts?|[Ss]ecs?|[Ss]ects?|[Pp]aras?|[Cc]ap)\.(?=\d)|[{re.escape(_QUOTES)}(\[{{<•·*§№#–—…,;:!?])"
)
_SUFFIX = re.compile(
    rf"(?:['’][sS]|[{re.escape(_QUOTES)})\]}}>,;:!?–—…]|\.\.+|(?<=[\w%)\]{re.escape(_QUOTES)}]{{2}})\.|(?<=[\d)\]])\.)$"
)
_INFIX = re.compile(
    r"""\.\.+|…|[–—()\[\]{}"“”„«»;§№]   # brackets, quotes and long dashes always part words
    |(?<=[^\W\d_]),(?=\w)                # "Act,No." but not "12,990"
    |(?<=[^\W\d_]):(?=\w)|(?<=\d):(?=[^\W\d_])
    |(?<=[^\W\d_])/(?=[^\W\d_])          # "law/decree" but not "49-2005/AN"
    |(?<=[a-z]{2})\.(?=\d)                # a note's mark glued to the stop: "Constitution.34"
    |(?<=[A-Za-z][a-z]{2})(?=\d{1,3}$)   # a footnote mark glued to a word: "Code3"
    """,
    re.VERBOSE,
)


def citation_tokenizer(vocab: Vocab) -> Tokenizer:
    """A tokenizer that keeps citation numbers whole; the default's special cases are pruned.

    One token each: "Procurator-General", "012-2010/AN", "49/2007", "12,990", "2009-2013", "442-FZ", "No.",
    "art."; apart: brackets, quotes, commas, "§", "№", en and em dashes, possessive "'s", a closing stop.
    """
    return Tokenizer(
        vocab,
        rules={word: [{65: word}] for word in ABBREVIATIONS},
        prefix_search=_PREFIX.match,
        suffix_search=_SUFFIX.search,
        infix_finditer=_INFIX.finditer,
        url_match=None,
    )


_CLOSING = ",;:)"  # each is a token of its own after a word
_ABBREVIATED = frozenset(ABBREVIATIONS)
_MOST_CHUNKS = 1 << 17  # of chunks remembered


class _Cuts(dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]]):
    """What stands between two blanks, with its tokens, the same in lower case, and the steps from each to the next.

    How a chunk is cut does not depend on what is around it, and most chunks of a report come again and again.
    """

    def __missing__(self, chunk: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
        if len(self) >= _MOST_CHUNKS:
            self.clear()
        tokens = _cut(chunk)
        steps = [len(token) for token in tokens]
        steps[-1] += 1  # the blank
        cut = self[chunk] = tokens, tuple(token.lower() for token in tokens), tuple(steps)
        return cut


_CUTS = _Cuts()
_TEXTS, _LOWERS, _STEPS = itemgetter(0), itemgetter(1), itemgetter(2)


def _cut(chunk: str) -> tuple[str, ...]:
    """The tokens of a text; a word and a word with a mark, which are most of them, need no tokenizer."""
    if chunk.isalpha():
        return (chunk,)
    word, mark = chunk[:-1], chunk[-1:]
    if word.isalpha() and (mark in _CLOSING or (mark == "." and len(word) > 1 and chunk not in _ABBREVIATED)):
        return word, mark
    return tuple(token.text for token in _tokenizer()(chunk))


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    return citation_tokenizer(Vocab())


def cut_text(text: str) -> tuple[list[str], list[str], list[int]]:
    """The tokens that `citation_tokenizer` makes of a text, the same in lower case, and where each begins."""
    chunks = text.split(" ")
    if chunks != text.split():  # other white space, or a blank too many
        doc = _tokenizer()(text)
        tokens = [token.text for token in doc]
        return tokens, [token.lower() for token in tokens], token_starts(doc)
    cuts = [_CUTS[chunk] for chunk in chunks]
    starts = list(accumulate(chain.from_iterable(map(_STEPS, cuts)), initial=0))
    starts.pop()
    return list(chain.from_iterable(map(_TEXTS, cuts))), list(chain.from_iterable(map(_LOWERS, cuts))), starts


class Words:
    """The tokens of one doc as plain lists, for scans to the left and to the right of an anchor.

    `text[i]` and `lower[i]` are the token's words; `start[i]` and `end[i]` its code points in the doc.
    `dates` maps the first token of each date found on the doc to the token after its last.
    """

    __slots__ = ("dates", "end", "lower", "n", "raw", "start", "text")

    def __init__(self, doc: Doc | Sheet) -> None:
        self.raw: str = text_of(doc)
        if isinstance(doc, Doc):
            self.text = [token.text for token in doc]
            self.lower = [word.lower() for word in self.text]
            self.start = token_starts(doc)
        else:
            self.text, self.lower, self.start = cut_text(self.raw)
        self.end: list[int] = list(map(add, self.start, map(len, self.text)))
        self.n = len(self.text)
        self.dates: dict[int, int] = {}
        for date in found_in(doc, "date"):
            first = bisect_left(self.start, date.start)
            if first < self.n and self.start[first] == date.start:
                self.dates[first] = bisect_left(self.start, date.end)

    def at(self, i: int) -> str:
        """The word at `i` in lower case; "" outside the text."""
        return self.lower[i] if 0 <= i < self.n else ""

    def capital(self, i: int) -> bool:
        """Whether the word at `i` begins with a capital letter."""
        return 0 <= i < self.n and self.text[i][:1].isupper()

    def alphabetic(self, i: int) -> bool:
        """Whether the token at `i` is a word: it begins with a letter."""
        return 0 <= i < self.n and self.text[i][0].isalpha()

    def glued(self, i: int) -> bool:
        """Whether no blank stands before the word at `i`."""
        return 0 < i < self.n and self.start[i] == self.end[i - 1]

    def token_at(self, offset: int) -> int:
        """The first token that begins at or after the code point `offset`; `n` past the last."""
        return bisect_left(self.start, offset)


_WORDS = "treatygraph_words"


def words_of(doc: Doc | Sheet) -> Words:
    """The doc's words, made once; components that look for dates must have run before the first call."""
    held = doc.user_data.get(_WORDS)
    if not isinstance(held, Words):
        held = doc.user_data[_WORDS] = Words(doc)
    return held


class Phrases:
    """Terms of one or more words, which are found in a list of words."""

    __slots__ = ("_by_first",)

    def __init__(self, terms: Iterable[str]) -> None:
        """Cut the terms as the text is cut."""
        self._by_first: dict[str, list[list[str]]] = {}
        for words in filter(None, (cut_text(term)[0] for term in terms)):
            self._by_first.setdefault(words[0], []).append(words)
        for phrases in self._by_first.values():
            phrases.sort(key=len, reverse=True)

    def __len__(self) -> int:
        """How many words can open a term."""
        return len(self._by_first)

    def within(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Where the terms stand as half-open ranges of words, sorted by start, the longest first."""
        opening = self._by_first
        return [
            (at, at + len(phrase))
            for at in [at for at, word in enumerate(words) if word in opening]
            for phrase in opening[words[at]]
            if words[at : at + len(phrase)] == phrase
        ]
