"""The named questions in `ontology/queries/*.rq`, and the queries a user brings.

Each file is a whole SPARQL query that any engine runs as it stands. Its header says what it answers:

    # question: Which national laws does the report cite …?
    # scope: report
    # parameter: article [article]: the number of an article of the treaty reported on

A parameter is a variable that the query binds in a line `VALUES ?article { "17" }`, and a value of the same kind is put
in the place of what stands there. That is an example, and whoever asks must name a value, since an answer for an
article that nobody named misleads; after `# optional:` it is a default. What stands in brackets is what the value
names (`checking.KINDS`): then it is looked up in the graph, and the nearest names are told where there is no such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from treatygraph.errors import OntologyError
from treatygraph.ontology import ontology_path
from treatygraph.query.errors import QueryError
from treatygraph.query.nearest import listed, nearest
from treatygraph.query.sparql import looks_like_sparql


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query can be asked for: its name, what it means, and an example, a string or a whole number.

    `required` says that a value must be given; else the example is the default. `kind` is what a value names, one of
    `checking.KINDS`, or empty where it may be anything.
    """

    name: str
    meaning: str
    example: str | int
    required: bool = True
    kind: str = ""

    @property
    def option(self) -> str:
        """The parameter with its example as on the command line: `--law "Criminal Code"`."""
        words = f'"{self.example}"' if re.search(r"\s", str(self.example)) else str(self.example)
        return f"--{self.name.replace('_', '-')} {words}"


@dataclass(frozen=True, slots=True)
class Question:
    """A query with its name and header.

    `scope` is "report" for what is asked of one report, "corpus" for what is asked of several together; a query
    without the line, such as one of a user's own, is asked of all that there is. `shipped` says that it comes with the
    program, whose tests see to it that its terms are those of the vocabulary.
    """

    name: str
    text: str
    question: str = ""
    scope: str = "corpus"
    parameters: tuple[Parameter, ...] = ()
    shipped: bool = False

    def ask(self, values: Mapping[str, str | int]) -> str:
        """Put values in their places, and leave the defaults where none is given.

        Raises:
            QueryError: the query has no such parameter, a value is not of its kind, or one is missing.

        """
        text = self.put(values)
        for parameter in self.parameters:
            if parameter.required and not str(values.get(parameter.name, "")).strip():
                raise QueryError(
                    f"The question {self.name} needs --{parameter.name.replace('_', '-')}, {parameter.meaning}; for "
                    f"example {parameter.option}."
                )
        return text

    def put(self, values: Mapping[str, str | int]) -> str:
        """Put values in their places, and leave the examples where none is given.

        Raises:
            QueryError: the query has no such parameter, or a value is not of its kind.

        """
        known = {parameter.name: parameter for parameter in self.parameters}
        text = self.text
        for name, value in values.items():
            if name not in known:
                names = ", ".join(known) or "none"
                raise QueryError(f"The query {self.name} has no parameter {name}; it has: {names}.")
            text = replace_value(text, name, known[name].example, (_cast(value, known[name]),))
        return text


def replace_value(text: str, name: str, value: str | int, others: Iterable[str | int]) -> str:
    """Put other values in the place of the one that a parameter is bound to."""
    return text.replace(_line(name, (value,)), _line(name, others))


_VALUES = re.compile(r'VALUES \?(\w+) \{ (?:"([^"\\\n]*)"|(-?\d{1,18})) \}')
_NAME = re.compile(r"[a-z0-9-]+")
_AS_WRITTEN = "as written"  # "The query as written cannot be run."
_MOST_SHOWN = 80
_HEADER = re.compile(r"^# (question|scope|parameter|optional): (.+)$", re.MULTILINE)
_PARAMETER = re.compile(r"(\w+)(?: \[(\w+)\])?: (.+)")


def list_queries() -> tuple[Question, ...]:
    """Load the named questions: those about one report first, then those about a corpus, by name."""
    questions = [_read_question(path, shipped=True) for path in ontology_path("queries").glob("*.rq")]
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
            return _read_question(named, shipped=True)
    if _is_file(query):
        return _read_question(Path(query))
    if isinstance(query, str) and looks_like_sparql(query):
        return _make_question(_AS_WRITTEN, query.removeprefix("\ufeff"))
    shown = str(query) if len(str(query)) <= _MOST_SHOWN else f"{str(query)[:_MOST_SHOWN]}…"
    near = nearest(str(query), (path.stem for path in ontology_path("queries").glob("*.rq")))
    raise QueryError(
        f"There is no query named {shown} and no such file, and it is no SPARQL; "
        f"{f'the nearest names are: {listed(near)}; ' if near else ''}`treatygraph query --list` shows all."
    )


def _is_file(path: str | Path) -> bool:
    try:
        return Path(path).is_file()
    except OSError:  # a whole query is too long for the name of a file
        return False


def _read_question(path: Path, *, shipped: bool = False) -> Question:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: the query cannot be read as UTF-8 text; save it again.") from error
    return _make_question(path.stem, text, shipped=shipped)


def _make_question(name: str, text: str, *, shipped: bool = False) -> Question:
    header: dict[str, list[str]] = {"question": [], "scope": []}
    stated = []
    for key, value in _HEADER.findall(text):
        if key in header:
            header[key].append(value.strip())
        else:
            stated.append((key, value.strip()))
    examples: dict[str, str | int] = {
        variable: int(number) if number else words for variable, words, number in _VALUES.findall(text)
    }
    parameters = tuple(_read_parameter(name, key == "parameter", line, examples) for key, line in stated)
    return Question(
        name=name,
        text=text,
        question=" ".join(header["question"]),
        scope=(header["scope"] or ["corpus"])[0],
        parameters=parameters,
        shipped=shipped,
    )


def _read_parameter(query: str, required: bool, line: str, examples: Mapping[str, str | int]) -> Parameter:
    read = _PARAMETER.fullmatch(line)
    if read is None:
        raise OntologyError(f'{query}: the parameter "{line}" is not "name [kind]: meaning"; write it so.')
    name, kind, meaning = read.groups()
    if name not in examples:
        raise OntologyError(f"{query}: the parameter {name} has no line VALUES ?{name} {{ … }}; add it.")
    return Parameter(name, meaning, examples[name], required, kind or "")


def _line(name: str, values: Iterable[str | int]) -> str:
    """Write the line that binds a parameter."""
    return f"VALUES ?{name} {{ {' '.join(map(_written, values))} }}"


def _written(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def _cast(value: str | int, parameter: Parameter) -> str | int:
    if isinstance(parameter.example, str):
        return str(value)
    try:
        return int(value)
    except ValueError:
        raise QueryError(f"The parameter {parameter.name} is a whole number, not {value!r}.") from None
