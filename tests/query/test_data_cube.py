"""The statistics are well-formed cubes: the 21 integrity constraints of the Data Cube Vocabulary, in our own words.

The constraints are those of https://www.w3.org/TR/vocab-data-cube/#wf-rules; each query is true where one is broken.
The specification asks for types and for the components of a structure to be written out first, which the graph does,
except where a query here says otherwise. Values are compared as terms, since a school year is of a type (EDTF) whose
values SPARQL cannot compare.
"""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph
import pytest
from paragraphs import annotate

from treatygraph.graph import triples
from treatygraph.graph.vocabulary import PREFIXES
from treatygraph.ontology import ontology_path
from treatygraph.report import Annotated, Cell, Table

_OF_SET = "?o a qb:Observation ; qb:dataSet ?set . ?set qb:structure/qb:component ?component . "
_HAS_DIMENSION = "?dsd qb:component/qb:dimension ?dimension . "
CONSTRAINTS = {
    "IC-1 one data set an observation": """{ ?o a qb:Observation FILTER NOT EXISTS { ?o qb:dataSet ?set } }
        UNION { ?o a qb:Observation ; qb:dataSet ?one , ?two FILTER(?one != ?two) }""",
    "IC-2 one structure a data set": """{ ?set a qb:DataSet FILTER NOT EXISTS { ?set qb:structure ?dsd } }
        UNION { ?set a qb:DataSet ; qb:structure ?one , ?two FILTER(?one != ?two) }""",
    "IC-3 a structure has a measure": """?dsd a qb:DataStructureDefinition
        FILTER NOT EXISTS { ?dsd qb:component/(qb:measure|qb:componentProperty) ?measure }""",
    "IC-4 a dimension has a range": _HAS_DIMENSION + "FILTER NOT EXISTS { ?dimension rdfs:range ?range }",
    "IC-5 a dimension of concepts has a code list": _HAS_DIMENSION
    + "?dimension rdfs:range skos:Concept FILTER NOT EXISTS { ?dimension qb:codeList ?list }",
    "IC-6 only an attribute is optional": """?dsd qb:component ?component . ?component qb:componentRequired false
        FILTER NOT EXISTS { ?component qb:attribute ?attribute }""",
    "IC-7 a slice key belongs to a structure": "?key a qb:SliceKey FILTER NOT EXISTS { ?dsd qb:sliceKey ?key }",
    "IC-8 a slice key has properties of its structure": """?dsd qb:sliceKey ?key . ?key qb:componentProperty ?property
        FILTER NOT EXISTS {
            ?dsd qb:component/(qb:dimension|qb:measure|qb:attribute|qb:componentProperty) ?property }""",
    "IC-9 one structure a slice": """{ ?slice a qb:Slice FILTER NOT EXISTS { ?slice qb:sliceStructure ?key } }
        UNION { ?slice a qb:Slice ; qb:sliceStructure ?one , ?two FILTER(?one != ?two) }""",
    "IC-10 a slice has a value for its dimensions": """?slice qb:sliceStructure/qb:componentProperty ?dimension
        FILTER NOT EXISTS { ?slice ?dimension ?value }""",
    "IC-11 all dimensions are there": _OF_SET
    + "?component qb:dimension ?dimension FILTER NOT EXISTS { ?o ?dimension ?value }",
    "IC-12 no two observations with equal dimensions": """?one qb:dataSet ?set . ?two qb:dataSet ?set
        FILTER(STR(?one) < STR(?two))
        FILTER NOT EXISTS {
            ?set qb:structure/qb:component/qb:dimension ?dimension . ?one ?dimension ?a . ?two ?dimension ?b
            FILTER(!SAMETERM(?a, ?b)) }""",
    "IC-13 required attributes are there": _OF_SET
    + """?component qb:componentRequired true ; qb:attribute ?attribute
        FILTER NOT EXISTS { ?o ?attribute ?value }""",
    "IC-14 all measures are there": _OF_SET
    + """?component qb:measure ?measure
        FILTER NOT EXISTS { ?set qb:structure/qb:component/qb:dimension qb:measureType }
        FILTER NOT EXISTS { ?o ?measure ?value }""",
    "IC-15 the measure that its type names is there": """?o a qb:Observation ; qb:measureType ?measure
        FILTER NOT EXISTS { ?o ?measure ?value }""",
    "IC-16 one measure where its type is named": _OF_SET
    + """?o qb:measureType ?named . ?component qb:measure ?other . ?o ?other ?value FILTER(?named != ?other)""",
    "IC-17 each measure for each point": _OF_SET
    + """?component qb:measure ?measure . ?set qb:structure/qb:component/qb:dimension qb:measureType
        FILTER NOT EXISTS { ?other qb:dataSet ?set ; qb:measureType ?measure }""",
    "IC-18 a slice has observations of its data set": """?set qb:slice ?slice . ?slice qb:observation ?o
        FILTER NOT EXISTS { ?o qb:dataSet ?set }""",
    "IC-19 a code is of the code list": _OF_SET
    + """?component qb:dimension ?dimension . ?dimension qb:codeList ?list . ?list a skos:ConceptScheme .
        ?o ?dimension ?code FILTER NOT EXISTS { ?code skos:inScheme ?list }""",
    "IC-20 a code is of the hierarchy": _OF_SET
    + """?component qb:dimension ?dimension . ?dimension qb:codeList ?list . ?list a qb:HierarchicalCodeList .
        ?o ?dimension ?code FILTER NOT EXISTS { ?list qb:hierarchyRoot ?code }""",
    "IC-21 a code is of the hierarchy, from below": """?list a qb:HierarchicalCodeList
        FILTER NOT EXISTS { ?list qb:hierarchyRoot ?root }""",
}


def counts_and_percentages() -> Annotated:
    """A report with the pupils of two years, by sex, and how many per cent of them are girls."""
    return tabulated(
        ("Year", "Pupils", "% girls", "Boys", "Girls"),
        ("2016", "1 300", "48.5", "669", "631"),
        ("2017", "900", "47", "477", "423"),
    )


def school_years() -> Annotated:
    """A report with the pupils of two school years, by sex."""
    return tabulated(("Pupils", "2015/16", "2016/17"), ("Boys", "669", "477"), ("Girls", "631", "423"))


def tabulated(*rows: tuple[str, ...]) -> Annotated:
    """A report that is one table, whose first row has the heads."""
    cells, text = [], ""
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            cells.append(Cell(row, column, word, len(text), len(text) + len(word), header=row == 0))
            text += f"{word} "
    report = annotate(text, articles=("4",))
    unit = replace(
        report.report.units[0], id=f"table:{len(rows[0])}", kind="table", table=Table("Pupils", tuple(cells))
    )
    return replace(report, report=replace(report.report, units=(unit,)))


@pytest.fixture(scope="module")
def cubes(gold_store: pyoxigraph.Store) -> pyoxigraph.Store:
    """The graph of CED/C/KAZ/1 with the vocabulary, which says what the dimensions are, and two tables."""
    store = pyoxigraph.Store()
    store.extend(gold_store)
    for report in (counts_and_percentages(), school_years()):
        store.extend(pyoxigraph.Quad(*triple) for triple in triples(report))
    for file in ("treatygraph.ttl", "codes.ttl"):
        store.bulk_load(path=str(ontology_path(file)), format=pyoxigraph.RdfFormat.TURTLE)
    return store


def broken(store: pyoxigraph.Store, constraint: str) -> bool:
    return bool(store.query(f"ASK {{ {CONSTRAINTS[constraint]} }}", prefixes={**PREFIXES, "rdfs": RDFS}))


RDFS = "http://www.w3.org/2000/01/rdf-schema#"


def test_there_is_a_cube_to_check(cubes: pyoxigraph.Store) -> None:
    assert len(CONSTRAINTS) == 21
    assert store_has(cubes, "?o a qb:Observation ; qb:dataSet/qb:structure/qb:component/qb:dimension tg:refProvision")
    assert store_has(cubes, "?o tg:percentage ?value ; qb:dataSet/qb:structure/qb:component/qb:measure tg:percentage")
    assert store_has(cubes, "?o tg:refSex sex:female ; qb:dataSet/qb:structure/qb:component/qb:dimension tg:refSex")
    assert store_has(cubes, "?o tg:refSex sex:male ; tg:refYear ?year ; tg:count 669 FILTER(STR(?year) = '2015/2016')")


def store_has(store: pyoxigraph.Store, pattern: str) -> bool:
    return bool(store.query(f"ASK {{ {pattern} }}", prefixes=PREFIXES))


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_a_constraint_of_the_data_cube_holds(constraint: str, cubes: pyoxigraph.Store) -> None:
    assert not broken(cubes, constraint)


# What breaks a constraint, as an update; the graph is put back after it.
BREAKS = {
    "IC-1": "DELETE WHERE { ?o qb:dataSet ?set }",
    "IC-2": "DELETE WHERE { ?set qb:structure ?dsd }",
    "IC-3": "DELETE WHERE { ?component qb:measure ?measure }",
    "IC-4": "DELETE WHERE { tg:refProvision rdfs:range ?range }",
    "IC-11": "DELETE WHERE { ?o tg:refProvision ?provision }",
    "IC-12": """INSERT { ?copy ?p ?v }
        WHERE { ?o a qb:Observation ; ?p ?v BIND(IRI(CONCAT(STR(?o), '-again')) AS ?copy) }""",
    "IC-5": "DELETE WHERE { tg:refSex qb:codeList ?list }",
    "IC-19": "DELETE WHERE { sex:male skos:inScheme ?list }",
    "IC-14": "DELETE WHERE { ?o tg:count ?count }",
}


@pytest.mark.parametrize("number", BREAKS)
def test_a_broken_cube_is_noticed(number: str, cubes: pyoxigraph.Store) -> None:
    store = pyoxigraph.Store()
    store.extend(cubes)
    store.update(BREAKS[number], prefixes={**PREFIXES, "rdfs": RDFS})
    assert broken(store, next(name for name in CONSTRAINTS if name.startswith(f"{number} ")))
