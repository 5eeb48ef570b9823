"""What a kind of document is told by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from treatygraph.report import DocumentKind

# What may stand behind a symbol's number without another document: "CRPD/C/KEN/CO/1/Rev.1".
REISSUED = r"(?:/(?:Rev|Corr)\.?\s?\d+)*$"
CYCLE = r"/\d[\d-]*"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document, told by its symbol, else by its title; in small letters both.

    `examples` are symbols and titles of it. A State's report has no mark of its kind in its symbol, so that other
    kinds go before it (`report`).
    """

    name: DocumentKind
    label: str
    examples: tuple[tuple[str, str], ...]
    symbol: re.Pattern[str] | None = None
    title: re.Pattern[str] | None = None
    report: bool = False

    def has_symbol(self, symbol: str) -> bool:
        """Whether a symbol is one of this kind."""
        return self.symbol is not None and self.symbol.search(symbol) is not None

    def has_title(self, title: str) -> bool:
        """Whether a title is one of this kind."""
        return self.title is not None and self.title.search(title) is not None


def pattern(words: str) -> re.Pattern[str]:
    """A pattern that does not look at capitals."""
    return re.compile(words, re.IGNORECASE)
