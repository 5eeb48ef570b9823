"""Checking a graph against the shapes, with the place in the report of everything that is found."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, QuerySolutions, Store, Triple
from pyoxigraph import Literal as RdfLiteral

from treatygraph.graph import vocabulary as v
from treatygraph.ontology import ontology_path
from treatygraph.processes import spread
from treatygraph.query.shared import gather_shared
from treatygraph.query.sources import open_store, report_folders

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

Subject = NamedNode | BlankNode | Triple
Severity = Literal["violation", "warning", "info"]

_SHACL = "http://www.w3.org/ns/shacl#"
_SEVERITIES: dict[str, Severity] = {
    _SHACL + "Violation": "violation",
    _SHACL + "Warning": "warning",
    _SHACL + "Info": "info",
}
_ORDER: dict[Severity, int] = {"violation": 0, "warning": 1, "info": 2}
# How a shape says what it is about, and the same as a pattern.
_TARGETS = {
    _SHACL + "targetClass": "{{ ?this a <{}> }}",
    _SHACL + "targetSubjectsOf": "{{ ?this <{}> ?anything }}",
    _SHACL + "targetObjectsOf": "{{ ?anything <{}> ?this }}",
}
_MOST_ONCE = _SHACL + "MaxCountConstraintComponent"
_WHOLE = re.compile(r"[0-9]{1,18}")
_NUMBERED = re.compile(r"(S\d+) (.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of one rule: the rule's number and words, the IRI it is about, and its place in the report.

    `value` is the offending value where there is one; `paragraph` is the printed number of the unit ("57",
    "table 1"), `page` counts from 1. Both are None for what stands nowhere in particular. `words` are the quote of a
    mention, or the label of what has one.
    """

    rule: str
    severity: Severity
    message: str
    focus: str
    value: str | None = None
    paragraph: str | None = None
    page: int | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class ValidationResult:
    """All findings about a graph, the gravest first, then in the order of rule and IRI."""

    source: str
    triples: int
    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """Whether no rule is violated; warnings and remarks do not count."""
        return not any(finding.severity == "violation" for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """Count the findings of one severity."""
        return sum(finding.severity == severity for finding in self.findings)


def validate(
    source: Graph | Store | Path | str, jobs: int = 1, tell: Callable[[str], None] = lambda report: None
) -> ValidationResult:
    """Check a graph against `ontology/shapes.ttl` and the rules that shapes cannot express.

    The reports in a folder are checked one after the other, in up to `jobs` processes, so that memory does not grow
    with the folder; `tell` is called with the symbol of each when it is done. What several of them describe is then
    held together: one law has one date, whichever report gives it.

    pySHACL checks the core shapes. It would run each `sh:sparql` constraint once for every focus node (17 s for
    the report of Kazakhstan); here each runs once for all, on Oxigraph, with the same result.

    Raises:
        ReadingError: there is no graph at `source`, or it is malformed.

    """
    if isinstance(source, str | Path) and len(folders := report_folders(Path(source))) > 1:
        return _validate_each(folders, str(source), jobs, tell)
    store = open_store(source)
    found = {
        *_check_core_shapes(store),
        *_check_sparql_shapes(store),
        *_check_checksums(store),
        *_check_numbering(store),
    }
    name = str(source) if isinstance(source, str | Path) else "graph"
    return ValidationResult(name, len(store), _sort(_place(store, finding) for finding in found))


def _sort(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    def order(finding: Finding) -> tuple[int, int, str, str, str]:
        rule = int(finding.rule[1:] or 0)
        return _ORDER[finding.severity], rule, finding.focus, finding.message, finding.value or ""

    return tuple(sorted(findings, key=order))


def _validate_each(
    folders: Mapping[str, Path], source: str, jobs: int, tell: Callable[[str], None]
) -> ValidationResult:
    """Check reports by themselves, then what several of them describe; a finding that two of them have counts once."""
    found: dict[Finding, None] = {}
    results = spread(validate, [(folder,) for folder in folders.values()], jobs, lost=validate)
    for symbol, result in zip(folders, results, strict=True):
        found |= dict.fromkeys(result.findings)
        tell(symbol)
    shared = gather_shared([folder / "graph.ttl" for folder in folders.values()])
    for finding in _check_core_shapes(shared.store, only=_MOST_ONCE):
        found[_place(shared.store, finding)] = None
    return ValidationResult(source, shared.triples, _sort(found))


def _check_core_shapes(store: Store, only: str | None = None) -> Iterator[Finding]:
    """Check the core shapes; with `only`, what one kind of constraint finds."""
    import pyshacl
    from rdflib import RDF, URIRef

    from treatygraph.graph.rdflib_graph import make_graph, malformed_literals_unsaid

    graph = make_graph(quad.triple for quad in store.quads_for_pattern(None, None, None, DefaultGraph()))
    with malformed_literals_unsaid():
        _, report, _ = pyshacl.validate(graph, shacl_graph=_core_shapes(), inference="none")
    for result in report.subjects(RDF.type, URIRef(_SHACL + "ValidationResult")):
        if only is not None and str(report.value(result, URIRef(_SHACL + "sourceConstraintComponent"))) != only:
            continue
        yield _finding(
            message=str(report.value(result, URIRef(_SHACL + "resultMessage"))),
            severity=str(report.value(result, URIRef(_SHACL + "resultSeverity"))),
            focus=str(report.value(result, URIRef(_SHACL + "focusNode"))),
            value=report.value(result, URIRef(_SHACL + "value")),
        )


def _check_sparql_shapes(store: Store) -> Iterator[Finding]:
    for constraint in _sparql_constraints():
        solutions = store.query(constraint.query)
        assert isinstance(solutions, QuerySolutions)
        for solution in solutions:
            value = solution["value"] if "value" in constraint.columns else None
            yield _finding(
                constraint.message,
                constraint.severity,
                solution["this"].value,
                None if value is None else value.value,
            )


@dataclass(frozen=True, slots=True)
class _SparqlConstraint:
    message: str
    severity: str
    query: str
    columns: tuple[str, ...]


@cache
def _sparql_constraints() -> tuple[_SparqlConstraint, ...]:
    """Turn each `sh:sparql` constraint into one query over all focus nodes of its shape."""
    from rdflib import URIRef

    shapes = _shapes()
    declared = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in v.PREFIXES.items())
    constraints = []
    for shape, _, node in shapes.triples((None, URIRef(_SHACL + "sparql"), None)):
        select = str(shapes.value(node, URIRef(_SHACL + "select"))).replace("$this", "?this")
        head, brace, body = select.partition("{")
        targets = " UNION ".join(_target_patterns(shapes, shape))
        constraints.append(
            _SparqlConstraint(
                message=str(shapes.value(node, URIRef(_SHACL + "message"))),
                severity=str(shapes.value(shape, URIRef(_SHACL + "severity")) or _SHACL + "Violation"),
                query=f"{declared}{head}{brace} {{ SELECT DISTINCT ?this WHERE {{ {targets} }} }} {body}",
                columns=tuple(re.findall(r"\?(\w+)", head)),
            )
        )
    return tuple(sorted(constraints, key=lambda constraint: constraint.message))


def _target_patterns(shapes: Graph, shape: Node) -> Iterator[str]:
    from rdflib import URIRef

    for way, pattern in _TARGETS.items():
        for target in sorted(map(str, shapes.objects(shape, URIRef(way)))):
            yield pattern.format(target)


@cache
def _core_shapes() -> Graph:
    """The shapes without their `sh:sparql`, each property of a shape with the targets of that shape.

    A property with targets of its own is checked by pySHACL once for all focus nodes, one without them once for each;
    the findings are the same (SHACL, 2.1.3), in less than half the time.
    """
    from rdflib import Graph, URIRef

    shapes = Graph()
    shapes += (triple for triple in _shapes() if triple[1] != URIRef(_SHACL + "sparql"))
    held = URIRef(_SHACL + "property")
    for shape, _, checked in sorted(shapes.triples((None, held, None))):
        targets = [(way, node) for way in map(URIRef, _TARGETS) for node in shapes.objects(shape, way)]
        reached = (None, None, shape) in shapes or len(set(shapes.subjects(held, checked))) > 1
        if targets and not reached:
            shapes.remove((shape, held, checked))
            for way, node in targets:
                shapes.add((checked, way, node))
    return shapes


@cache
def _shapes() -> Graph:
    from rdflib import Graph

    return Graph().parse(ontology_path("shapes.ttl"), format="turtle")


def _check_checksums(store: Store) -> Iterator[Finding]:
    for quad in store.quads_for_pattern(None, v.TEXT_SHA256, None):
        for text in store.quads_for_pattern(quad.subject, v.TEXT, None):
            if _text_of(quad.object) != hashlib.sha256(_text_of(text.object).encode()).hexdigest():
                yield _finding("S22 The checksum of a unit is that of its text", "Violation", _text_of(quad.subject))


def _check_numbering(store: Store) -> Iterator[Finding]:
    """Find gaps and repeats among the paragraph numbers of each report and zone."""
    runs: dict[tuple[str | None, str | None], list[tuple[int, int, str]]] = {}
    for quad in store.quads_for_pattern(None, v.RDF_TYPE, v.PARAGRAPH):
        unit = quad.subject
        number, order = _whole(_value(store, unit, v.NUMBER)), _whole(_value(store, unit, v.ORDER))
        if number is not None and order is not None:
            key = (_value(store, unit, v.IN_REPORT), _value(store, unit, v.ZONE))
            runs.setdefault(key, []).append((order, number, _text_of(unit)))
    for run in runs.values():
        run.sort()
        counted = Counter(printed for _, printed, _ in run)
        first = run[0][1]
        for _, printed, iri in run:
            if counted[printed] > 1:
                yield _finding("S23 Two paragraphs have this number", "Warning", iri, str(printed))
            if printed > first and printed - 1 not in counted:
                yield _finding("S23 The paragraph before this one is missing", "Warning", iri, str(printed))


def _finding(message: str, severity: str, focus: str, value: object = None) -> Finding:
    numbered = _NUMBERED.match(message)
    rule, words = numbered.groups() if numbered else ("S0", message)
    grade = _SEVERITIES.get(severity) or _SEVERITIES[_SHACL + severity]
    return Finding(rule, grade, words, focus, None if value is None or str(value) == focus else str(value))


def _place(store: Store, finding: Finding) -> Finding:
    """Add the paragraph and page: those of the unit itself, of the unit said, or of the first that cites it."""
    try:
        focus = NamedNode(finding.focus)
    except ValueError:  # a blank node, or words where an IRI should be
        return finding
    finding = replace(finding, words=_value(store, focus, v.QUOTE) or _value(store, focus, v.SKOS_PREF_LABEL))
    units: Iterable[NamedNode] = [focus] if _value(store, focus, v.TEXT) else _units_about(store, focus)
    for unit in units:
        page = _value(store, focus, v.PAGE) or _value(store, unit, v.PAGE_START)
        return replace(finding, paragraph=_value(store, unit, v.NUMBER), page=_whole(page))
    return finding


def _units_about(store: Store, focus: NamedNode) -> list[NamedNode]:
    said = [quad.object for quad in store.quads_for_pattern(focus, v.IN_UNIT, None)]
    if not said:
        said = [quad.subject for quad in store.quads_for_pattern(None, v.MENTIONS, focus)]
    units = [unit for unit in said if isinstance(unit, NamedNode)]
    return sorted(units, key=lambda unit: _whole(_value(store, unit, v.ORDER)) or 0)


def _whole(words: str | None) -> int | None:
    """Read a whole number; None of what is none, such as `tg:order "x"`, which is a finding of its own."""
    return int(words) if words and _WHOLE.fullmatch(words) else None


def _value(store: Store, subject: Subject, predicate: NamedNode) -> str | None:
    return next((_text_of(q.object) for q in store.quads_for_pattern(subject, predicate, None)), None)


def _text_of(term: object) -> str:
    return term.value if isinstance(term, NamedNode | RdfLiteral) else str(term)
