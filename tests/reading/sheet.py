"""Small printed pages, set like a UN document: margin at 113, 10 pt text on 12 pt leading, five points a letter."""

from __future__ import annotations

from treatygraph.reading.page.page import Mark, PageLine

MARGIN, LEADING, LETTER = 113.0, 12.0, 4.0


class Sheet:
    """Lines set one under the other; each method sets one line and says how it looks."""

    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self.page, self.base = 1, 100.0

    def set(
        self,
        text: str,
        *,
        above: float = LEADING,
        x0: float = MARGIN,
        size: float = 10.0,
        bold: bool = False,
        italic: bool = False,
        marks: tuple[tuple[int, str], ...] = (),
        artifact: bool = False,
    ) -> Sheet:
        self.base += above
        edges = tuple(x0 + LETTER * i for i in range(len(text) + 1))
        placed = tuple(Mark(at, label) for at, label in marks)
        self.lines.append(
            PageLine(text, edges, self.page, self.base, size, bold, italic, marks=placed, artifact=artifact)
        )
        return self

    def paragraph(self, text: str, **look: object) -> Sheet:
        """The first line of a paragraph, with a line's space above."""
        return self.set(text, **{"above": 18.0, **look})  # type: ignore[arg-type]

    def more(self, text: str, **look: object) -> Sheet:
        """The next line of the same paragraph."""
        return self.set(text, **look)  # type: ignore[arg-type]

    def heading(self, text: str, size: float = 12.0, **look: object) -> Sheet:
        return self.set(text, **{"above": 26.0, "size": size, "bold": True, **look})  # type: ignore[arg-type]

    def turn(self) -> Sheet:
        """Begin the next page."""
        self.page, self.base = self.page + 1, 90.0
        return self
