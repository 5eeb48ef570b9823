"""How a report's text is cut into tokens: citation numbers stay whole, punctuation never hides them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from operator import add

from spacy.attrs import LOWER
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from treatygraph.recognition.grammar.found import found_in, text_of, tokens_of

# Abbreviations that keep their stop, so that it does not end a sentence.
ABBREVIATIONS = (
    "No.", "Nos.", "no.", "nos.", "Nº.", "N.º", "Art.", "Arts.", "art.", "arts.", "Sec.", "Secs.",
    "sec.", "secs.", "Sect.", "Sects.", "sect.", "sects.", "Para.", "Paras.", "para.", "paras.",
    "Cap.", "cap.", "Ch.", "ch.", "Chap.", "chap.", "Pt.", "pt.", "Reg.", "reg.", "Vol.", "vol.",
    "cf.", "Cf.", "e.g.", "i.e.", "etc.", "Mr.", "Mrs.", "Ms.", "Dr.", "St.", "v.", "vs.", "p.",
    "pp.", "ss.", "S.", "s.",
)  # fmt: skip

_MARKS_OF_QUOTES = frozenset("“\"„«‘'")
_QUOTES = "\"'“”„‘’‚«»‹›`´"
_PREFIX = re.compile(
    rf"(?:(?:[Nn]os?|[Aa]rts?|[Ss]ecs?|[Ss]ects?|[Pp]aras?|[Cc]ap|[Ss]{{1,2}})\.(?=\d)|[{re.escape(_QUOTES)}(\[{{<•·*§№#–—…,;:!?])"
)
_SUFFIX = re.compile(
    rf"(?:['’][sS]|[{re.escape(_QUOTES)})\]}}>,;:!?–—…]|\.\.+|(?<=[\w&%)\]{re.escape(_QUOTES)}]{{2}})\.|(?<=[\d)\]])\.)$"
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


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    """A tokenizer whose vocabulary knows the lower-case form of a word, by which the matchers look, and no more.

    That of a language computes for each new word its shape, whether it is like a number, and the rest.
    """
    return citation_tokenizer(Vocab(lex_attr_getters={LOWER: str.lower}))


def make_doc(text: str) -> Doc:
    """A text cut by the citation tokenizer, as the finders need it."""
    doc: Doc = _tokenizer()(text)
    return doc


class Words:
    """The tokens of one doc as plain lists, for scans to the left and to the right of an anchor.

    `text[i]` and `lower[i]` are the token's words; `start[i]` and `end[i]` its code points in the doc.
    `dates` maps the first token of each date found on the doc to the token after its last; `quotes` says whether
    any token is a quotation mark.
    """

    __slots__ = ("dates", "end", "lower", "n", "quotes", "raw", "start", "text")

    def __init__(self, doc: Doc) -> None:
        self.raw: str = text_of(doc)
        self.text, self.lower, self.start = tokens_of(doc)
        self.end: list[int] = list(map(add, self.start, map(len, self.text)))
        self.n = len(self.text)
        self.quotes = not _MARKS_OF_QUOTES.isdisjoint(self.text)
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


def words_of(doc: Doc) -> Words:
    """The doc's words, made once; components that look for dates must have run before the first call."""
    held = doc.user_data.get(_WORDS)
    if not isinstance(held, Words):
        held = doc.user_data[_WORDS] = Words(doc)
    return held


def phrases(vocab: Vocab, terms: Iterable[str]) -> list[Doc]:
    """Terms as docs for a `PhraseMatcher`, cut by the same tokenizer as the text."""
    tokenizer = citation_tokenizer(vocab)
    return [tokenizer(term) for term in terms]
