"""How much of each grid is read right: the rates of `make score`. The grids are those of `tests/recognition`.

A grid has every head of a kind in every frame, every way to write a number, a title, an issuer, a division; a cell is
right where the spans, and of a provision the paths, are those written beside it.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "recognition"))

import test_division_grid as divisions
import test_instrument_grid as instruments


def main() -> int:
    """Print the table."""
    print("| grid | cells | right |")
    print("|---|---|---|")
    for cells in instruments.GRIDS:
        sentences = list(cells())
        wrong = sum(instruments.shown(sentence) != sentence for sentence in sentences)
        show(cells.__name__, len(sentences), wrong)
    for named in (divisions.cells_of_words, divisions.cells_of_chains):
        citations = list(named())
        show(f"divisions, {named.__name__}", len(citations), len(divisions.wrong_of(citations)))
    return 0


def show(name: str, cells: int, wrong: int) -> None:
    """One row."""
    print(f"| {name.replace('cells_of_', '').replace('_', ' ')} | {cells:,} | {1 - wrong / cells:.3f} |")


if __name__ == "__main__":
    sys.exit(main())
