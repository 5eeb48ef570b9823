"""Where a report's graph comes from: the file that was read, the program, the data set it makes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime

from pyoxigraph import Literal, NamedNode, Triple

from treatygraph.graph import vocabulary as v
from treatygraph.graph.description import Fact, describe, integer, text
from treatygraph.graph.iris import safe
from treatygraph.graph.register import Register
from treatygraph.report import Report
from treatygraph.version import __version__


def describe_provenance(report: Report, register: Register, triples: int) -> tuple[Triple, ...]:
    """Describe the run, the source file, the program and the graph as a data set.

    `triples` is the number of triples written before these; the total that the data set states includes its
    own description. No time is stated unless `SOURCE_DATE_EPOCH` is set, so that the same input gives the
    same bytes.
    """
    other = describe_origin(report, register)
    data_set = tuple(_describe_data_set(report, register, 0))
    return (*_describe_data_set(report, register, triples + len(data_set) + len(other)), *other)


def describe_origin(report: Report, register: Register) -> tuple[Triple, ...]:
    """Describe the run, the source file and the program."""
    return (*_describe_run(report, register), *_describe_source(report), *describe_software())


def _describe_data_set(report: Report, register: Register, triples: int) -> Iterator[Triple]:
    facts: list[Fact] = [
        (v.DCTERMS_TITLE, text(f"Legal citations in {report.symbol}", "en")),
        (v.DCTERMS_SOURCE, register.document),
        (v.PROV_WAS_GENERATED_BY, register.named("run", "")),
        (v.PROV_WAS_DERIVED_FROM, source_iri(report)),
        (v.PROV_WAS_ATTRIBUTED_TO, software_iri()),
        (v.DCAT_VERSION, Literal(__version__)),
        (v.VOID_TRIPLES, integer(triples)),
        (v.VOID_VOCABULARY, NamedNode(v.PREFIXES["tg"].rstrip("#"))),
        (v.VOID_VOCABULARY, NamedNode(v.PREFIXES["eli"])),
        (v.VOID_URI_SPACE, Literal(v.BASE)),
    ]
    return describe(register.named("graph", ""), (v.VOID_DATASET, v.DCAT_DATASET, v.PROV_ENTITY), facts)


_NO_TIME = (
    "No time is stated, so that a report read again gives the same bytes; the variable SOURCE_DATE_EPOCH states one."
)


def _describe_run(report: Report, register: Register) -> Iterator[Triple]:
    moment = stated_time()
    facts: list[Fact] = [
        (v.PROV_USED, source_iri(report)),
        (v.PROV_WAS_ASSOCIATED_WITH, software_iri()),
        (v.PROV_STARTED_AT, moment),
        (v.PROV_ENDED_AT, moment),
        (v.RDFS_COMMENT, None if moment else text(_NO_TIME, "en")),
    ]
    return describe(register.named("run", ""), (v.EXTRACTION_RUN, v.PROV_ACTIVITY), facts)


def _describe_source(report: Report) -> Iterator[Triple]:
    facts: list[Fact] = [
        (v.DCTERMS_TITLE, text(report.source.name)),
        (v.DCTERMS_FORMAT, text(report.source.media_type)),
        (v.SHA256, Literal(report.source.sha256)),
        (v.PAGES, integer(report.source.pages)),
    ]
    return describe(source_iri(report), (v.SOURCE_FILE, v.PROV_ENTITY), facts)


def describe_software() -> Iterator[Triple]:
    """Describe the program, an agent that makes and publishes until a person does."""
    facts: list[Fact] = [
        (v.SKOS_PREF_LABEL, text(f"treatygraph {__version__}", "en")),
        (v.FOAF_NAME, text(f"treatygraph {__version__}")),
        (v.DCAT_VERSION, Literal(__version__)),
    ]
    return describe(software_iri(), (v.PROV_SOFTWARE_AGENT, v.PROV_AGENT, v.FOAF_AGENT), facts)


def source_iri(report: Report) -> NamedNode:
    """Name the file that was read by its content."""
    return v.term(f"src:sha256-{report.source.sha256}")


def software_iri() -> NamedNode:
    """Name the program by its version."""
    return v.term(f"soft:treatygraph-{safe(__version__)}")


def stated_time() -> Literal | None:
    """Give the time of `SOURCE_DATE_EPOCH`, the convention of https://reproducible-builds.org."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch or not epoch.isdigit():
        return None
    moment = datetime.fromtimestamp(int(epoch), tz=UTC)
    return Literal(moment.strftime("%Y-%m-%dT%H:%M:%SZ"), datatype=v.XSD_DATE_TIME)
