"""Pages of the service: small, without a script, and nothing is fetched for them. Words of a report are escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote, urlencode

from pyoxigraph import Literal, NamedNode, Triple

from treatygraph.graph.vocabulary import BASE, shorten
from treatygraph.query.answers import Answer, Iri, Value
from treatygraph.query.questions import Parameter, Question
from treatygraph.serving.describing import MOST, Description
from treatygraph.serving.jobs import Job

POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
_STYLE = """body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}
table{border-collapse:collapse}th,td{border:1px solid #8888;padding:.25rem .5rem;text-align:left;vertical-align:top}
label{display:block;margin:.5rem 0}td,a{overflow-wrap:anywhere}textarea{width:100%}:root{color-scheme:light dark}"""
_MOST_ROWS = 2_000


def page(title: str, *parts: str) -> str:
    """A page with its title."""
    home = '<p><a href="/">treatygraph</a></p>'
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{_STYLE}</style></head><body>{home}<h1>{escape(title)}</h1>{''.join(parts)}</body></html>\n"
    )


def answer_page(question: Question, answer: Answer, job: Job) -> str:
    """The answer to a named question: its first rows, and the addresses of all of them as CSV and JSON."""
    given = {**job.parameters, **({"report": job.report} if job.report else {})}
    links = " · ".join(
        f'<a href="{escape(_address(question.name, {**given, "format": form}))}">{form.upper()}</a>'
        for form in ("csv", "json")
    )
    asked = ", ".join(f"{name} {value}" for name, value in given.items())
    rows = [_row(_value(value) for value in row) for row in answer.rows[:_MOST_ROWS]]
    more = len(answer.rows) - len(rows)
    return page(
        question.name,
        f"<p>{escape(question.question)}</p>",
        f"<p>{escape(asked)}</p>" if asked else "",
        f"<p>{len(answer.rows):,} row{'' if len(answer.rows) == 1 else 's'}: {links}</p>",
        _table(answer.columns, rows),
        f"<p>{more:,} more rows</p>" if more else "",
    )


def questions_page(questions: Sequence[Question]) -> str:
    """All named questions, each with a form for what it must be told."""
    return page("Questions", *map(_form, questions))


def home_page(reports: Sequence[str]) -> str:
    """What there is to ask, and a form for a query of one's own."""
    count = f"{len(reports):,} report{'' if len(reports) == 1 else 's'}"
    return page(
        "treatygraph",
        f"<p>{count}: {escape(', '.join(reports[:100]))}{'…' if len(reports) > 100 else ''}</p>",
        '<p><a href="/pages/">The explorer pages</a>: laws, articles, words and pages to look through.</p>',
        '<form action="/search"><label>Search the words of all reports <input name="q"></label>'
        "<button>Search</button></form>",
        '<p><a href="/q/">The named questions</a>, each an address that a spreadsheet or a notebook can load.</p>',
        '<p><a href="/query">Write a query</a>, with the terms of the vocabulary and examples.</p>',
        '<form action="/sparql"><label>A SPARQL query; the prefixes of the vocabulary need not be declared'
        '<textarea name="query" rows="8">SELECT ?law ?name {\n  tre:CED__art_17 tg:implementedBy ?law .\n'
        "  ?law skos:prefLabel ?name\n}</textarea></label><button>Ask</button></form>",
    )


def description_page(description: Description) -> str:
    """What is said of a thing, and what names it; every IRI of this vocabulary leads to its own description."""
    said = [_row((_term(t.predicate), _term(t.object))) for t in description.said]
    naming = [_row((_term(t.subject), _term(t.predicate))) for t in description.naming]
    return page(
        description.name,
        f"<p><code>{escape(description.iri)}</code></p>",
        _table(("property", "value"), said),
        f"<h2>Named by</h2>{_table(('thing', 'property'), naming)}" if naming else "",
        f"<p>Of each, the first {MOST} are shown.</p>" if description.more else "",
    )


def local_address(iri: str) -> str:
    """Where the service describes an IRI."""
    if iri.startswith(BASE) and "#" not in iri and "?" not in iri:
        return "/" + quote(iri.removeprefix(BASE), safe="/:@!$&'()*+,;=~-._")
    return "/describe?" + urlencode({"iri": iri})


def _form(question: Question) -> str:
    fields = [_field(parameter) for parameter in question.parameters]
    if question.scope == "report":
        fields.append('<label>one report alone, by its symbol <input name="report"></label>')
    return (
        f'<h2 id="{escape(question.name)}">{escape(question.name)}</h2><p>{escape(question.question)}</p>'
        f'<form action="/q/{escape(question.name)}">{"".join(fields)}<button>Ask</button></form>'
    )


def _field(parameter: Parameter) -> str:
    needed = " required" if parameter.required else f' value="{escape(str(parameter.example))}"'
    example = f' placeholder="{escape(str(parameter.example))}"'
    return (
        f"<label>{escape(parameter.name)}: {escape(parameter.meaning)} "
        f'<input name="{escape(parameter.name)}"{needed}{example}></label>'
    )


def _address(name: str, given: dict[str, str]) -> str:
    return f"/q/{name}?{urlencode(given)}"


def _table(columns: Iterable[str], rows: Iterable[str]) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _value(value: Value) -> str:
    if isinstance(value, Iri):
        return _link(value)
    return "" if value is None else escape(str(value))


def _term(term: Triple | object) -> str:
    if isinstance(term, NamedNode):
        return _link(term.value)
    return escape(term.value if isinstance(term, Literal) else str(term))


def _link(iri: str) -> str:
    """A link to what is said of an IRI here; elsewhere to the IRI itself, where it is an address of the web."""
    here = iri.startswith(BASE)
    target = local_address(iri) if here or not iri.startswith(("http://", "https://")) else iri
    return f'<a href="{escape(target)}">{escape(shorten(iri))}</a>'
