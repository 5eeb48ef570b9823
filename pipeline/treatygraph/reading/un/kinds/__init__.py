"""Kinds of document of the reporting procedure, each in a file of its own, told by symbol and title."""

from __future__ import annotations

from treatygraph.reading.un.kinds import (
    additional_information,
    common_core_document,
    concluding_observations,
    follow_up_report,
    initial_report,
    list_of_issues,
    list_of_issues_prior_to_reporting,
    periodic_report,
    replies,
    simplified_report,
    upr_national_report,
)
from treatygraph.reading.un.kinds.kind import Kind
from treatygraph.report import COMMITTEES_KINDS, DocumentKind, Speaker

__all__ = ["KINDS", "Kind", "kind_named", "speaker_of", "tell_kind"]

# In the order in which they are asked: a title names what it answers, too ("Replies of Kenya to the list of issues in
# relation to its initial report").
KINDS: tuple[Kind, ...] = (
    common_core_document.KIND,
    upr_national_report.KIND,
    replies.KIND,
    follow_up_report.KIND,
    concluding_observations.KIND,
    list_of_issues_prior_to_reporting.KIND,
    list_of_issues.KIND,
    additional_information.KIND,
    simplified_report.KIND,
    initial_report.KIND,
    periodic_report.KIND,
)


def tell_kind(symbol: str, title: str) -> DocumentKind | None:
    """The kind of a document; None where neither its symbol nor its title tells it.

    The symbol goes before the title, but for a State's report, whose symbol bears the number of the cycle alone.
    """
    symbol = symbol.strip().rstrip("*")
    marked = (kind for kind in KINDS if not kind.report and kind.has_symbol(symbol))
    titled = (kind for kind in KINDS if kind.has_title(title))
    counted = (kind for kind in KINDS if kind.report and kind.has_symbol(symbol))
    found = next(marked, None) or next(titled, None) or next(counted, None)
    return found.name if found else None


def kind_named(name: DocumentKind) -> Kind:
    """The kind of this name."""
    return next(kind for kind in KINDS if kind.name == name)


def speaker_of(kind: DocumentKind | None) -> Speaker:
    """Who speaks in a document of a kind; the State where the kind is not known."""
    return "committee" if kind in COMMITTEES_KINDS else "state"
