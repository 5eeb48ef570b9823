"""JSON-LD in which a citation reads like an object, with the project's context written into it.

    {"id": "cit:CED-C-KAZ-1__par_107--section--…", "type": ["Citation", "prov:Entity"], "strength": "link:section",
     "target": {"id": "ins:…__art_7__par_4", "label": {"en": "Act of 30 March 1999 …, art. 7, para. 4"}},
     "inUnit": {"id": "doc:CED-C-KAZ-1__par_107", "number": "107", "pageStart": 14},
     "evidence": [{"id": "men:…", "quote": {"en": "Article 7, paragraph 4, of the Act"}, "page": 14}], …}

What a link, a statement, a treaty action or a figure leads to stands in it with its name, words and place, and is
described whole in a node of its own; as RDF the two are one. Literals keep their exact form.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from treatygraph.graph import vocabulary as v
from treatygraph.ontology import ontology_path

_XSD = v.PREFIXES["xsd"]
_STRING, _INTEGER, _BOOLEAN = _XSD + "string", _XSD + "integer", _XSD + "boolean"
# What is shown of a thing inside of what refers to it.
_SHOWN = (v.SKOS_PREF_LABEL, v.QUOTE, v.NUMBER, v.PAGE, v.PAGE_START)
_REFERRING = frozenset(
    {
        *(v.TREATY_ELEMENT_OF, v.TARGET, v.EVIDENCE, v.IN_UNIT, v.RDF_SUBJECT, v.RDF_OBJECT, v.TREATY_OF),
        *(v.DOMESTIC_ACT, v.REF_PROVISION),
    }
)

Term = NamedNode | Literal
Node = Mapping[NamedNode, list[Term]]


@dataclass(frozen=True, slots=True)
class _Entry:
    """How the context writes a predicate: its name there, the type it gives values, and the containers."""

    name: str
    type: str | None = None
    by_language: bool = False
    always_list: bool = False


def to_jsonld(triples: Iterable[Triple]) -> Iterator[str]:
    """Write triples as one JSON-LD document, a node for each subject in the order of their first triples.

    Raises:
        TypeError: there is a blank node, which no graph of a report has.
    """
    nodes: dict[NamedNode, dict[NamedNode, list[Term]]] = {}
    for triple in triples:
        if not isinstance(triple.subject, NamedNode) or not isinstance(triple.object, NamedNode | Literal):
            raise TypeError(f"a report's graph holds no {triple}")
        nodes.setdefault(triple.subject, {}).setdefault(triple.predicate, []).append(triple.object)
    context = json.loads(ontology_path("context.jsonld").read_text(encoding="utf-8"))["@context"]
    yield f'{{"@context": {json.dumps(context, ensure_ascii=False)},\n"@graph": [\n'
    for place, (subject, node) in enumerate(nodes.items()):
        record = _write_node(subject, node, nodes)
        yield ("" if place == 0 else ",\n") + json.dumps(record, ensure_ascii=False, indent=1)
    yield "\n]}\n"


def _write_node(subject: NamedNode, node: Node, nodes: Mapping[NamedNode, Node]) -> dict[str, Any]:
    record: dict[str, Any] = {"id": compact(subject)}
    for predicate, values in node.items():
        if predicate == v.RDF_TYPE:
            record["type"] = [_type_name(value) for value in values if isinstance(value, NamedNode)]
        elif predicate in _REFERRING:
            entry = _entry(predicate)
            shown = [_show(value, nodes) for value in values if isinstance(value, NamedNode)]
            record[entry.name] = shown if entry.always_list or len(shown) > 1 else shown[0]
        else:
            _write_values(record, predicate, values)
    return record


def _show(iri: NamedNode, nodes: Mapping[NamedNode, Node]) -> dict[str, Any]:
    """Write what a thing is called and where it stands."""
    record: dict[str, Any] = {"id": compact(iri)}
    node = nodes.get(iri, {})
    for predicate in _SHOWN:
        if predicate in node:
            _write_values(record, predicate, node[predicate])
    return record


def _write_values(record: dict[str, Any], predicate: NamedNode, values: list[Term]) -> None:
    entry = _entry(predicate)
    if entry.by_language and all(isinstance(value, Literal) and value.language for value in values):
        by_language: dict[str, list[str]] = {}
        for value in values:
            assert isinstance(value, Literal)
            by_language.setdefault(value.language or "", []).append(value.value)
        record[entry.name] = {
            language: words if entry.always_list or len(words) > 1 else words[0]
            for language, words in by_language.items()
        }
        return
    # A value that the context's entry would change is written under the plain name of the predicate.
    plain = _Entry(compact(predicate)) if entry.by_language or not all(_fits(v_, entry) for v_ in values) else entry
    written = [_write_value(value, plain) for value in values]
    record[plain.name] = written if plain.always_list or len(written) > 1 else written[0]


def _fits(value: Term, entry: _Entry) -> bool:
    if isinstance(value, NamedNode):
        return entry.type in (None, "@id")
    return entry.type is None or entry.type == value.datatype.value


def _write_value(value: Term, entry: _Entry) -> Any:
    if isinstance(value, NamedNode):
        return compact(value) if entry.type == "@id" else {"id": compact(value)}
    datatype = value.datatype.value
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if entry.type == datatype or datatype == _STRING:
        return value.value
    if datatype == _INTEGER and value.value == str(_integer(value.value)):
        return int(value.value)
    if datatype == _BOOLEAN and value.value in ("true", "false"):
        return value.value == "true"
    return {"@value": value.value, "@type": compact(value.datatype)}


def _integer(words: str) -> int | None:
    """Read an integer that JSON holds exactly: others stay strings with their type."""
    return int(words) if words.lstrip("-").isdigit() and len(words) < 16 else None


@cache
def compact(iri: NamedNode) -> str:
    """Write an IRI with the longest prefix that fits; whole where none does."""
    fitting = [(space, prefix) for prefix, space in v.PREFIXES.items() if iri.value.startswith(space)]
    if not fitting:
        return iri.value
    space, prefix = max(fitting, key=lambda pair: len(pair[0]))
    local = iri.value.removeprefix(space)
    return f"{prefix}:{local}" if local and not local.startswith("//") else iri.value


@cache
def _type_name(iri: NamedNode) -> str:
    tg = v.PREFIXES["tg"]
    return iri.value.removeprefix(tg) if iri.value.startswith(tg) else compact(iri)


@cache
def _entry(predicate: NamedNode) -> _Entry:
    return _entries().get(compact(predicate)) or _Entry(compact(predicate))


@cache
def _entries() -> dict[str, _Entry]:
    """Read the terms of the context by the predicate that each stands for."""
    context = json.loads(ontology_path("context.jsonld").read_text(encoding="utf-8"))["@context"]
    entries = {}
    for name, definition in context.items():
        if isinstance(definition, dict):
            containers = definition.get("@container", [])
            coerced = definition.get("@type")
            entries[definition["@id"]] = _Entry(
                name,
                None if coerced is None else coerced if coerced.startswith(("@", "http")) else v.term(coerced).value,
                "@language" in containers,
                "@set" in containers,
            )
    return entries
