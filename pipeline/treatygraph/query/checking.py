"""What a question's values name: whether the graph has it, and what it has instead.

An answer without rows misleads where the article is none of the treaty's, or the law has another name here; one with
rows does where a report is not in the folder, or the two to be compared are one. So each value is looked up before the
question is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, NamedTuple

from treatygraph.ontology import load_treaties, load_treaty
from treatygraph.query.errors import QueryError
from treatygraph.query.nearest import listed, nearest, same_symbol, same_words
from treatygraph.query.questions import replace_value

Ask = Callable[[str], list[tuple[str, ...]]]
"""Asks a query, and gives its rows as words; what is not bound is empty."""


class Named(NamedTuple):
    """A value with the parameter it is given for, and what it names."""

    parameter: str
    kind: str
    value: str


class Known(NamedTuple):
    """A name in a graph: what the query calls the thing, and more of it.

    `of` is the treaty of an article, the treaty that a State reports under, the State of a report; `about` is the topic
    of an article, the date of a report.
    """

    name: str
    put: str
    of: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value can name: the query for all there is, and the sentence where a name is not among them."""

    known: str
    missing: str
    of_treaty: bool = False


KINDS: Final[Mapping[str, Kind]] = {
    "article": Kind(
        """SELECT DISTINCT ?name (?name AS ?put) ?of ?about WHERE {
            ?report tg:reportsUnder ?treaty . ?treaty skos:notation ?of .
            ?element eli:is_part_of ?treaty ; a tg:TreatyArticle ; tg:number ?name .
            OPTIONAL { ?element tg:topic ?about }
        }""",
        "{treaty} has no article {value}",
        of_treaty=True,
    ),
    "law": Kind(
        """SELECT DISTINCT ?name ?put WHERE {
            ?law a tg:Instrument . { ?law skos:prefLabel ?name } UNION { ?law skos:altLabel ?name }
            UNION { ?law skos:notation ?name ; skos:prefLabel ?title }
            BIND(COALESCE(?title, ?name) AS ?put)
        }""",
        "No instrument here is named {value}",
    ),
    "report": Kind(
        """SELECT DISTINCT ?name (?name AS ?put) ?of ?about WHERE {
            ?report tg:reportingState ?state ; dcterms:identifier ?name . ?state skos:prefLabel ?of .
            OPTIONAL { ?report dcterms:issued ?about }
        }""",
        "There is no report {value} here",
    ),
    "figures": Kind(
        """SELECT DISTINCT ?name (?name AS ?put) WHERE {
            ?figure tg:refProvision ?provision . ?provision tg:path ?name
        }""",
        "No table here has figures of a provision {value}",
    ),
    "state": Kind(
        """SELECT DISTINCT ?name ?put ?of WHERE {
            ?report tg:reportingState ?state . OPTIONAL { ?report tg:reportsUnder ?treaty . ?treaty skos:notation ?of }
            ?state skos:prefLabel ?put . { ?state skos:prefLabel ?name } UNION { ?state skos:notation ?name }
        }""",
        "There is no report of a State {value}{under} here",
        of_treaty=True,
    ),
    "treaty": Kind(
        """SELECT DISTINCT ?name ?put WHERE {
            ?report tg:reportsUnder ?treaty . ?treaty skos:notation ?put .
            { ?treaty skos:notation ?name } UNION { ?treaty skos:prefLabel ?name }
        }""",
        "There is no report under a treaty {value} here",
    ),
    "word": Kind(
        """SELECT DISTINCT ?name (?name AS ?put) WHERE {
            ?law a tg:Instrument . { ?law skos:prefLabel ?name } UNION { ?law skos:altLabel ?name }
        }""",
        "No instrument here has a word {value} in its name",
    ),
}
_MOST_LISTED = 12
_ARTICLE = re.compile(r"(?:arts?\.?|articles?)\s*(?=\d)", re.IGNORECASE)
_DIVISION = re.compile(r"\(|\.\d|,? ?\b(?:par|sub|sec)", re.IGNORECASE)  # "24 (2)", "24.2", "24, paragraph 2"
_PATH = re.compile(r"(?:art(?:icle|\.)?[:\s]*)?(?P<number>\d+\w*)(?P<paragraphs>(?:\s*\(\w+\))*)", re.IGNORECASE)
# As `issuers-on-subject` has it.
_BETWEEN_WORDS = re.compile(r"[-/(),.;:'’‘“”–—]")


@dataclass
class Check:
    """The values of one question, and what the graphs that it is asked of have of them."""

    values: tuple[Named, ...]

    def __post_init__(self) -> None:
        """Begin with nothing known; what is no graph is read now, since no file can be while a query runs."""
        if any(value.kind in ("law", "treaty") for value in self.values):
            load_treaties()
        self._known: dict[Named, set[Known]] = {value: set() for value in self.values}
        self._found: dict[Named, tuple[Known, ...]] = {}
        self._under = ""

    def put_names(self, text: str, ask: Ask) -> str:
        """Put what one graph calls a thing in the place of what it was called by whoever asks.

        Raises:
            QueryError: two values name one thing, or two reports that cannot be compared.

        """
        for named in self.values:
            kind = KINDS[named.kind]
            known = [row for row in (Known(*words) for words in ask(kind.known)) if self._is_asked_of(kind, row)]
            self._known[named].update(known)
            found = _meant(named, known)
            if found:
                self._found[named] = found
                text = replace_value(text, named.parameter, named.value, dict.fromkeys(row.put for row in found))
            if found and named.kind == "treaty":
                self._under = found[0].put
        _check_pairs(self._found)
        return text

    def _is_asked_of(self, kind: Kind, known: Known) -> bool:
        """Whether an article or a State is of the treaty that another value names."""
        return not (kind.of_treaty and self._under) or known.of == self._under

    def fail_missing(self) -> None:
        """Say what no graph has. Where a graph has nothing of a kind, nothing can be said.

        Raises:
            QueryError: a value names what is in none of the graphs.

        """
        for named, known in self._known.items():
            if known and named not in self._found:
                raise self._missing(named, known)

    def _missing(self, named: Named, known: Collection[Known]) -> QueryError:
        value = _ARTICLE.sub("", named.value).strip() if named.kind == "article" else named.value.strip()
        sentence = KINDS[named.kind].missing.format(
            value=value,
            treaty=self._under or "The treaty reported on",
            under=f" under {self._under}" if self._under else "",
        )
        if named.kind == "article" and (other := _instead(value, known)):
            return QueryError(f"{sentence}; {other}.")
        if named.kind == "word":
            return missing(sentence, value, {word for row in known for word in _plain_words(row.name).split()})
        return missing(sentence, value, {row.name: row.put for row in known})


def missing(sentence: str, value: str, known: Collection[str]) -> QueryError:
    """The sentence for a name that is not there, with the nearest of those that are.

    `known` are the names, or a mapping of each to the name to tell.
    """
    told = known if isinstance(known, Mapping) else dict.fromkeys(known)
    names = list(dict.fromkeys(told[name] or name for name in known))
    if len(names) <= _MOST_LISTED:
        return QueryError(f"{sentence}; there are: {listed(sorted(names, key=_by_number))}.")
    numbers = sorted(int(name) for name in names if name.isdecimal())
    if len(numbers) == len(names):
        return QueryError(f"{sentence}; its articles are {numbers[0]} to {numbers[-1]}.")
    near = dict.fromkeys(told[name] or name for name in nearest(value, known))
    if not near:
        return QueryError(f"{sentence}, and nothing is named like it.")
    return QueryError(f"{sentence}; the nearest are: {listed(near)}.")


def _instead(value: str, known: Iterable[Known]) -> str:
    """What to ask for in the place of a paragraph of an article, of several articles, or of what one is about."""
    by_number = {row.name: row for row in known}
    whole = _DIVISION.split(value)[0]
    if numbers := [number for number in dict.fromkeys(re.findall(r"\d+", whole)) if number in by_number]:
        return f"a question is about one whole article, here {' or '.join(numbers)}"
    words = value.casefold()
    return listed(
        sorted(f"{row.of}, article {row.name}, is on “{row.about}”" for row in known if words in row.about.casefold())
    )


def _meant(named: Named, known: Sequence[Known]) -> tuple[Known, ...]:
    """The names that a value means, as the graph has them."""
    value, names = named.value.strip(), [row.name for row in known]
    if named.kind == "word":
        begins = f" {_plain_words(value)}"
        return (Known(value, begins[1:]),) if any(begins in f" {_plain_words(name)}" for name in names) else ()
    chosen = set(_READERS[named.kind](value, names))
    return tuple(row for row in sorted(known) if row.name in chosen)


def _read_article(value: str, names: Collection[str]) -> list[str]:
    number = _ARTICLE.sub("", value).strip()
    return [number.lstrip("0") if number.isdecimal() else number]


def _read_law(value: str, names: Collection[str]) -> list[str]:
    """A law by its words, or a treaty by one of the short names in use ("ICCPR"), which the report need not print."""
    treaty = load_treaty(value)
    return same_words(value, names) or ([treaty.title] if treaty else [])


def _read_treaty(value: str, names: Collection[str]) -> list[str]:
    treaty = load_treaty(value)
    return same_words(value, names) or ([treaty.abbreviation] if treaty else [])


def _read_path(value: str, names: Collection[str]) -> list[str]:
    """A path as the graph has it, or a provision as it is cited: "art. 532 (1)" is "art:532/par:1"."""
    path = value.casefold()
    if cited := _PATH.fullmatch(value):
        path = "/par:".join([f"art:{cited['number']}", *re.findall(r"\w+", cited["paragraphs"])])
    return [name for name in names if name.casefold() == path]


_READERS: Final[Mapping[str, Callable[[str, Collection[str]], list[str]]]] = {
    "article": _read_article,
    "law": _read_law,
    "report": same_symbol,
    "figures": _read_path,
    "state": same_words,
    "treaty": _read_treaty,
}


def _check_pairs(found: Mapping[Named, tuple[Known, ...]]) -> None:
    """Check that what is to be compared is two.

    Raises:
        QueryError: two values name one thing; or two reports are of two States, or the later is the earlier.

    """
    for (first, ones), (second, others) in combinations(found.items(), 2):
        if first.kind != second.kind:
            continue
        one, other = ones[0], others[0]
        options = f"--{first.parameter} and --{second.parameter}"
        if one.put == other.put:
            raise QueryError(f"{options} both name {one.put}; name two.")
        if first.kind == "report" and one.of != other.of:
            raise QueryError(
                f"{one.put} is a report of {one.of}, and {other.put} one of {other.of}; name two of one State."
            )
        if first.kind == "report" and one.about > other.about > "":
            raise QueryError(f"{one.put} is of {one.about}, and {other.put} of {other.about}; {options} change places.")


def _plain_words(name: str) -> str:
    return _BETWEEN_WORDS.sub(" ", name.lower())


def _by_number(name: str) -> tuple[int, str]:
    return (int(name) if name.isdecimal() else 0, name)
