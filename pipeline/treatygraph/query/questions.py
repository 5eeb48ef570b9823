"""The named questions in `ontology/queries/*.rq`, and the queries a user brings.

Each file is a whole SPARQL query that any engine runs as it stands. Its header says what it answers:

    # question: Which national laws does the report cite …?
    # scope: report
    # parameter: article: the number of an article of the treaty reported on

A parameter is a variable that the query binds in a line `VALUES ?article { "17" }`; what stands there is the
default, and another value of the same kind is put in its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from treatygraph.errors import OntologyError
from treatygraph.ontology import ontology_path
from treatygraph.query.errors import QueryError
from treatygraph.query.sparql import looks_like_sparql


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query can be asked for: its name, what it means, and its default, a string or a whole number."""

    name: str
    meaning: str
    default: str | int


@dataclass(frozen=True, slots=True)
class Question:
    """A query with its name and header.

    `scope` is "report" for what is asked of one report, "corpus" for what is asked of several together; a query
    without the line, such as one of a user's own, is asked of all that there is.
    """

    name: str
    text: str
    question: str = ""
    scope: str = "corpus"
    parameters: tuple[Parameter, ...] = ()

    def ask(self, values: Mapping[str, str | int]) -> str:
        """Put values in the place of the defaults.

        Raises:
            QueryError: the query has no such parameter, or the value is not of the default's kind.

        """
        known = {parameter.name: parameter for parameter in self.parameters}
        text = self.text
        for name, value in values.items():
            if name not in known:
                names = ", ".join(known) or "none"
                raise QueryError(f"The query {self.name} has no parameter {name}; it has: {names}.")
            text = text.replace(_line(name, known[name].default), _line(name, _cast(value, known[name])))
        return text


_VALUES = re.compile(r'VALUES \?(\w+) \{ (?:"([^"\\\n]*)"|(-?\d{1,18})) \}')
_NAME = re.compile(r"[a-z0-9-]+")
_AS_WRITTEN = "as written"  # "The query as written cannot be run."
_MOST_SHOWN = 80
_HEADER = re.compile(r"^# (question|scope|parameter): (.+)$", re.MULTILINE)


def list_queries() -> tuple[Question, ...]:
    """Load the named questions: those about one report first, then those about a corpus, by name."""
    questions = [_read_question(path) for path in ontology_path("queries").glob("*.rq")]
    return tuple(sorted(questions, key=lambda question: (question.scope != "report", question.name)))


def find_query(query: str | Path) -> Question:
    """Find a named question, read the query in a file, or take a SPARQL text as it is.

    A text is named "as written". A file that begins with a byte order mark is read without it.

    Raises:
        QueryError: there is no such name or file, and it is no SPARQL; or the file cannot be read.

    """
    if isinstance(query, str) and _NAME.fullmatch(query):
        named = ontology_path("queries") / f"{query}.rq"
        if named.is_file():
            return _read_question(named)
    if _is_file(query):
        return _read_question(Path(query))
    if isinstance(query, str) and looks_like_sparql(query):
        return _make_question(_AS_WRITTEN, query.removeprefix("\ufeff"))
    shown = str(query) if len(str(query)) <= _MOST_SHOWN else f"{str(query)[:_MOST_SHOWN]}…"
    raise QueryError(
        f"There is no query named {shown} and no such file, and it is no SPARQL; `treatygraph query --list` shows the "
        "names."
    )


def _is_file(path: str | Path) -> bool:
    try:
        return Path(path).is_file()
    except OSError:  # a whole query is too long for the name of a file
        return False


def _read_question(path: Path) -> Question:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: the query cannot be read as UTF-8 text; save it again.") from error
    return _make_question(path.stem, text)


def _make_question(name: str, text: str) -> Question:
    header: dict[str, list[str]] = {"question": [], "scope": [], "parameter": []}
    for key, value in _HEADER.findall(text):
        header[key].append(value.strip())
    defaults: dict[str, str | int] = {
        variable: int(number) if number else words for variable, words, number in _VALUES.findall(text)
    }
    parameters = []
    for line in header["parameter"]:
        variable, _, meaning = line.partition(": ")
        if variable not in defaults:
            raise OntologyError(f"{name}: the parameter {variable} has no line VALUES ?{variable} {{ … }}; add it.")
        parameters.append(Parameter(variable, meaning, defaults[variable]))
    return Question(
        name=name,
        text=text,
        question=" ".join(header["question"]),
        scope=(header["scope"] or ["corpus"])[0],
        parameters=tuple(parameters),
    )


def _line(name: str, value: str | int) -> str:
    """Write the line that binds a parameter."""
    if isinstance(value, int):
        return f"VALUES ?{name} {{ {value} }}"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'VALUES ?{name} {{ "{escaped}" }}'


def _cast(value: str | int, parameter: Parameter) -> str | int:
    if isinstance(parameter.default, str):
        return str(value)
    try:
        return int(value)
    except ValueError:
        raise QueryError(f"The parameter {parameter.name} is a whole number, not {value!r}.") from None
