"""Giving each report that was built the folder of its symbol, unless another report of the run has it too."""

from __future__ import annotations

from pathlib import Path

from treatygraph.building.swap import discard, place, put_back


class Placing:
    """Which reports have which folders in `output`, while the reports of a run come one after the other.

    What stood in the place of a folder is kept until all are there: it comes back if a second report claims the place.
    """

    def __init__(self, output: Path) -> None:
        self._output = output
        self._claims: dict[str, list[Path]] = {}
        self._aside: dict[str, Path | None] = {}

    def claim(self, name: str, source: Path) -> bool:
        """Claim a folder for a report; False where another has claimed it, and none of them gets it."""
        same = self._claims.setdefault(name, [])
        same.append(source)
        if len(same) == 2 and name in self._aside:
            put_back(self._aside.pop(name), self._output / name)
        return len(same) == 1

    def put(self, fresh: Path, name: str) -> bool:
        """Put a folder in its place; True where one stood there.

        Raises:
            OSError: it cannot be put there.
        """
        self._aside[name] = aside = place(fresh, self._output / name)
        return aside is not None

    def clashes(self) -> dict[Path, list[Path]]:
        """The reports that share a folder's name with others, and these."""
        return {
            source: [other for other in same if other != source]
            for same in self._claims.values()
            if len(same) > 1
            for source in same
        }

    def finish(self) -> None:
        """Remove what stood in the place of folders."""
        for aside in self._aside.values():
            discard(aside)
        self._aside.clear()
