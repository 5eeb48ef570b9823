"""What a SPARQL text would do, by its tokens: whether it reaches out, changes something, or is nested without end.

Both engines send requests for `SERVICE`, and rdflib fetches what stands behind `FROM`; neither can be told not to.
Deep nesting overflows the stack of Oxigraph's parser, which ends the process. So a text is looked at before an engine
gets it. The tokens are those of the grammar (https://www.w3.org/TR/sparql11-query/#sparqlGrammar); where a text breaks
the grammar, what is a word here may be none for an engine, but never the other way about.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from treatygraph.query.errors import QueryRefusedError

DEEPEST: Final = 256
"""Brackets in brackets; the deepest named question has 6, and Oxigraph's stack holds more than 2,000."""

# Escapes in strings are those of the grammar and no others, and of letters that there are: with one that an engine does
# not know, what begins as a string of many lines is to it an empty string and what follows.
_ESCAPE = (
    r"""\\[tbnrf"'\\]|\\u(?![Dd][89A-Fa-f])[0-9A-Fa-f]{4}"""
    r"|\\U(?!0000[Dd][89A-Fa-f])(?:000[0-9A-Fa-f]|0010)[0-9A-Fa-f]{4}"
)
# In names any escape is taken: rdflib allows one more than the grammar, and outside of names none is anything at all.
_IN_NAME = r"[\w:\-·]|%[0-9A-Fa-f]{2}|\\[^\w\s]"
_TOKEN = re.compile(
    rf"""
    (?P<comment>\#[^\r\n]*)
    | (?P<iri><[^<>"{{}}|^`\x00-\x20]*>)
    | (?P<string>
        \"\"\"(?>(?:(?:"|"")?(?:[^"\\]|{_ESCAPE}))*)\"\"\"
        | '''(?>(?:(?:'|'')?(?:[^'\\]|{_ESCAPE}))*)'''
        | "(?>(?:[^"\\\r\n]|{_ESCAPE})*)"
        | '(?>(?:[^'\\\r\n]|{_ESCAPE})*)'
      )
    | (?P<variable>[?$]\w+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<name>(?:_|[^\W\d_](?:\.*[\w\-·])*)?:(?:\.*(?:{_IN_NAME}))*)
    | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
    | (?P<word>[^\W\d]\w*)
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_EITHER = re.compile(r"<(?![A-Za-z][\w+.-]*://)[^'#]*['#]")
_UNESCAPED = re.compile(r"\\u([0-9a-f]{4}(?:[0-9a-f]{4})?)", re.IGNORECASE)  # as rdflib reads a text, before all else
_OPENING, _CLOSING = frozenset("{(["), frozenset("})]")
_ASKS = frozenset(("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"))
_CHANGES = frozenset(("LOAD", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"))
_PROLOGUE = r"(?:#[^\n]*\n|PREFIX\s[^<]*<[^>]*>|BASE\s*<[^>]*>)"
_FORMS = "|".join(sorted((*_ASKS, *_CHANGES, "WITH")))
_START = re.compile(rf"\s*(?:{_PROLOGUE}\s*)*+(?:{_FORMS})(?![\w-])\s*\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its kind ("word", "iri", "string", …) and its letters."""

    kind: str
    words: str


def looks_like_sparql(text: str) -> bool:
    """Whether a text is meant as a query or an update, and not as the name of one."""
    return _START.match(text.removeprefix("\ufeff")) is not None


def names_graphs(text: str) -> bool:
    """Whether a text asks for named graphs (`GRAPH`, `FROM`), which rdflib answers of a data set alone."""
    return any(token.kind == "word" and token.words.upper() in ("GRAPH", "FROM") for token in tokens(text))


def chooses_graphs(text: str) -> bool:
    """Whether a text says itself which graphs it asks (`FROM`)."""
    return any(token.kind == "word" and token.words.upper() == "FROM" for token in tokens(text))


def selects_all(text: str) -> bool:
    """Whether a query is a `SELECT *`."""
    words = (token.words.upper() for token in tokens(text))
    return "SELECT" in words and next((word for word in words if word not in ("DISTINCT", "REDUCED")), "") == "*"


def check_text(name: str, text: str) -> None:
    """Check that a query only asks, here, and that an engine can read it.

    Raises:
        QueryRefusedError: it reaches out (`SERVICE`), changes something (`LOAD`, `INSERT`, …), or is nested too deeply.

    """
    for reading in _readings(text):
        depth = 0
        for token in tokens(reading):
            if token.kind == "word":
                _check_word(name, token.words.upper())
            elif token.kind == "mark":
                depth += (token.words in _OPENING) - (token.words in _CLOSING)
                if depth > DEEPEST:
                    raise QueryRefusedError(
                        f"The query {name} has more than {DEEPEST} brackets in one another; nest it less deeply."
                    )


def check_graphs(name: str, text: str, held: Collection[str], prefixes: Mapping[str, str]) -> None:
    """Check that the graphs of `FROM` and `FROM NAMED` are among those that are held.

    Raises:
        QueryRefusedError: one is not.

    """
    for reading in _readings(text):
        for graph in _from_graphs(reading, prefixes):
            refuse_graph(name, graph, held)


def names_of(text: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield the IRIs that a query asks by, whole; not those of a template, by which CONSTRUCT makes something new."""
    known, found = dict(prefixes), list(_without_template(list(tokens(text))))
    for place, token in enumerate(found):
        following = found[place + 1 : place + 3]
        if token.kind == "word" and token.words.upper() == "PREFIX" and [p.kind for p in following] == ["name", "iri"]:
            known[following[0].words.removesuffix(":")] = following[1].words[1:-1]
        elif token.kind in ("iri", "name"):
            yield _expand(token, known)


def _without_template(found: Sequence[Token]) -> Iterator[Token]:
    making, depth = False, 0
    for token in found:
        if token.kind == "word" and not depth:
            making = token.words.upper() == "CONSTRUCT"
        if making and token.kind == "mark":
            depth += (token.words == "{") - (token.words == "}")
            making = depth > 0 or token.words != "}"
        elif not making:
            yield token


def refuse_graph(name: str, graph: str, held: Collection[str]) -> None:
    """Refuse a graph that is not held.

    Raises:
        QueryRefusedError: it is not.

    """
    if graph not in held:
        known = f"there are: {', '.join(f'<{iri}>' for iri in sorted(held))}" if held else "there is none with a name"
        raise QueryRefusedError(
            f"The query {name} asks FROM <{graph}>, which is no graph here ({known}); nothing is fetched."
        )


def refuse_service(name: str) -> QueryRefusedError:
    """The sentence for a query that asks another machine."""
    return QueryRefusedError(
        f"The query {name} asks another machine (SERVICE), which is refused: a query answers from the graph at hand."
    )


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a text, without comments, and then those of a second reading where there is one.

    `<'a>b'` is "less than 'a>b'" after a variable, and an IRI before a `b`; which of them decides where the next string
    begins, and so whether a `SERVICE` stands in it. Only a parser knows; here both readings are taken. What begins with
    a scheme and `//` is always an IRI.
    """
    seen: set[int] = set()
    starts = [0]
    while starts:
        place = starts.pop()
        while (match := _TOKEN.search(text, place)) and match.start() not in seen:
            seen.add(match.start())
            place, kind = match.end(), match.lastgroup
            if kind == "iri" and _EITHER.match(match[0]):
                starts.append(match.start() + 1)
            if kind is not None and kind != "comment":
                yield Token(kind, match[0])


def _readings(text: str) -> tuple[str, ...]:
    """The text as Oxigraph reads it, and as rdflib does, which first of all puts letters in the place of escapes."""
    if not _UNESCAPED.search(text):
        return (text,)
    return (text, _UNESCAPED.sub(lambda match: _letter(match[1]), text))


def _letter(digits: str) -> str:
    number = int(digits, 16)
    return chr(number) if number < 0x110000 else "\ufffd"


def _check_word(name: str, word: str) -> None:
    if word == "SERVICE":
        raise refuse_service(name)
    if word in _CHANGES:
        raise QueryRefusedError(
            f"The query {name} would change or load a graph ({word}), which is refused; ask with SELECT, ASK, "
            "CONSTRUCT or DESCRIBE."
        )


def _from_graphs(text: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    known, found = dict(prefixes), list(tokens(text))
    for place, token in enumerate(found):
        following = found[place + 1 : place + 3]
        word = token.words.upper() if token.kind == "word" else ""
        if word == "PREFIX" and [part.kind for part in following] == ["name", "iri"]:
            known[following[0].words.removesuffix(":")] = following[1].words[1:-1]
        elif word == "FROM":
            named = [part for part in following if part.words.upper() != "NAMED"][:1]
            yield from (_expand(part, known) for part in named if part.kind in ("iri", "name"))


def _expand(token: Token, prefixes: Mapping[str, str]) -> str:
    if token.kind == "iri":
        return token.words[1:-1]
    prefix, _, local = token.words.partition(":")
    return prefixes.get(prefix, prefix + ":") + local.replace("\\", "")
