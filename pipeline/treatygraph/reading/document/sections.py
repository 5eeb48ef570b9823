"""Sections: how deep a heading is, and which articles of the treaty are in force under it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from treatygraph.reading.document.headings import LABEL, Heading, plain
from treatygraph.reading.un.articles import find_articles, is_closing, names_articles, names_part
from treatygraph.reading.un.romans import ROMANS
from treatygraph.reading.un.titles import find_titled
from treatygraph.report import Section

_ARTICLE_LABEL = re.compile(r"(?:Articles?|ARTICLES?)\s?\d+(?:(?:[ ,–-]|and|to)*\d+)*(?!\s?\()")
# Reports whose headings give fewer articles by number than this, and as many by their titles, give them by titles.
_FEW_NUMBERED, _ENOUGH_TITLED = 3, 4
_Rank = tuple[float, float, float]
_KINDS: Mapping[str, float] = {"roman": 0.0, "letter": 1.0, "plain": 1.5, "number": 2.0, "decimal": 2.5, "item": 3.0}


@dataclass(frozen=True, slots=True)
class _Treaty:
    """How the headings of a report name the articles of its treaty; `name` is None where it is on none.

    `by_title` says that they give titles in place of numbers, `parts` are the headings "Part I" that name the treaty's
    parts, not the report's.
    """

    name: str | None
    by_title: bool = False
    parts: frozenset[str] = field(default_factory=frozenset)

    def articles(self, heading: str, inherited: tuple[str, ...]) -> tuple[str, ...]:
        """The articles that a heading names itself, below a heading with those that it inherits."""
        if self.name is None or (names_part(heading) and heading not in self.parts):
            return ()
        titled = find_titled(heading, self.name) if self.by_title else ()
        narrower = titled if not inherited or set(titled) <= set(inherited) else ()
        return find_articles(heading, inherited, treaty=self.name) or narrower

    def is_title(self, heading: str) -> bool:
        """Whether a heading is an article's title, which may stand under its number on a line of its own."""
        return bool(self.name and find_titled(heading, self.name))

    def is_about(self, heading: str) -> bool:
        """Whether a heading is about articles."""
        return names_articles(heading) or (self.by_title and self.is_title(heading))


def _read_ways(headings: Sequence[str], treaty: str | None) -> _Treaty:
    """How the headings of a report's body name articles.

    Titles alone tell nothing where others give numbers: "Definitions" was the second chapter of a report, with the
    State's own definitions, and "Education" is found among any State's general figures.
    """
    if treaty is None:
        return _Treaty(None)
    numbered = [() if names_part(heading) else find_articles(heading, treaty=treaty) for heading in headings]
    titled = {articles for heading in headings if (articles := find_titled(heading, treaty))}
    by_title = len({a for named in numbered for a in named}) < _FEW_NUMBERED and len(titled) >= _ENOUGH_TITLED
    parts = [k for k, heading in enumerate(headings) if names_part(heading)]
    confirmed = set()
    for k, end in zip(parts, [*parts[1:], len(headings)], strict=False):
        below = {a for named in numbered[k + 1 : end] for a in named}
        if below and below <= set(find_articles(headings[k], treaty=treaty)):
            confirmed.add(headings[k])
    return _Treaty(treaty, by_title, frozenset(confirmed))


def make_sections(
    headings: Sequence[Heading],
    zones: Sequence[str],
    body: float,
    treaty: str | None,
    listed: Collection[str] = (),
) -> list[Section]:
    """The headings as a tree, with the articles in force under each.

    `treaty` is the abbreviation of the treaty reported on, None where the report is on none; `body` the
    size of the text (points); `zones` name each heading's part of the report.
    A heading's depth follows its size, its weight, then its label's kind. Articles hold for the headings below
    and end where a heading of the same or a higher rank begins; a heading that names none, set like the
    one that does, is below it where the text's own size or the contents pages say that it is no equal
    ("Rehabilitation services" after "Habilitation and rehabilitation (art. 26)"). Equal headings with nothing between
    them stand over one text: "Article 20", "Article 26".
    """
    ways = _read_ways([h.text for h, zone in zip(headings, zones, strict=True) if zone == "body"], treaty)
    stacked: list[tuple[_Rank, tuple[str, ...]]] = []
    sections: list[Section] = []
    stack: list[tuple[_Rank, int]] = []
    above: Heading | None = None
    for heading, zone in zip(headings, zones, strict=True):
        rank = _rank(heading, above, sections, stack)
        if (
            above is None
            or above.last + 1 != heading.first
            or not (ways.is_about(heading.text) or ways.is_title(heading.text))
        ):
            stacked = []
        above = heading
        sibling = next((sections[index].heading for other, index in stack if other == rank), None)
        if sibling is not None and _is_below(heading, sibling, ways, body, listed):
            rank = (rank[0], rank[1], rank[2] + 0.1)
        while stack and (stack[-1][0] >= rank or sections[stack[-1][1]].zone != zone):
            stack.pop()
        parent = stack[-1][1] if stack else -1
        in_force = sections[parent].convention_articles if stack else ()
        if is_closing(heading.text) and _ends_articles(sections, parent, ways):
            in_force = ()
        named = ways.articles(heading.text, in_force) if zone == "body" else ()
        if named:
            in_force = _with_stacked(named, [articles for other, articles in stacked if other == rank])
            stacked.append((rank, in_force))
        article = _ARTICLE_LABEL.match(heading.text)
        label = heading.label or (article[0] if article else "")
        sections.append(Section(len(stack) + 1, label, heading.text, in_force, heading.page or None, parent, zone))
        stack.append((rank, len(sections) - 1))
    return sections


def _ends_articles(sections: Sequence[Section], parent: int, ways: _Treaty) -> bool:
    """Whether a closing heading below `parent` follows headings about articles: "Follow-up" after "… (art. 33)"."""
    return any(section.parent == parent and ways.is_about(section.heading) for section in sections)


def _is_below(heading: Heading, sibling: str, ways: _Treaty, body: float, listed: Collection[str]) -> bool:
    """Whether a heading set like the one about articles above it, `sibling`, stands below it all the same."""
    if heading.label or not ways.is_about(sibling) or ways.is_about(heading.text):
        return False
    small = heading.size < body + 0.6 and not is_closing(heading.text)
    return small or bool(listed and plain(heading.text) not in listed)


def _with_stacked(named: tuple[str, ...], above: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """A heading's articles after those of its equals directly above, unless it narrows them."""
    before = tuple(dict.fromkeys(a for articles in above for a in articles))
    return named if set(named) <= set(before) else tuple(dict.fromkeys((*before, *named)))


def _rank(
    heading: Heading, above: Heading | None, sections: Sequence[Section], stack: Sequence[tuple[_Rank, int]]
) -> _Rank:
    kind = _kind(heading, sections, stack)
    rank = -round(heading.size), 0.0 if heading.bold else 1.0, _KINDS[kind]
    before = _label_before(heading.label, kind)
    for other, index in stack:
        # "W. Article 28" was once set smaller than "V. Article 27"; the label says that they are equals.
        if before and other < rank and sections[index].label.rstrip(".") == before:
            return other
    if kind == "plain" and _is_part(heading, above, rank, stack):
        return rank[0], rank[1], _KINDS["roman"]
    return rank


def _is_part(heading: Heading, above: Heading | None, rank: _Rank, stack: Sequence[tuple[_Rank, int]]) -> bool:
    """Whether a heading without a label is the equal of the labelled part above it, as it is set like it.

    "Conclusion" after "V. States Party obligations" is a part; "Introduction" that stands directly under "II. Rights
    of persons with disabilities" is not, nor are those set like it below, nor those that name articles.
    """
    alike = [other[2] for other, _ in stack if other[:2] == rank[:2]]
    under = above is not None and above.last + 1 == heading.first
    return alike == [_KINDS["roman"]] and not under and not names_articles(heading.text)


def _label_before(label: str, kind: str) -> str | None:
    """The label that comes before "W." or "IV." in their sequences; None for other kinds and the first."""
    text = label.rstrip(".")
    if kind == "letter":
        return chr(ord(text) - 1) if text > "A" else None
    if kind == "roman" and text in ROMANS:
        return ROMANS[ROMANS.index(text) - 1] if text != "I" else None
    return None


def _kind(heading: Heading, sections: Sequence[Section], stack: Sequence[tuple[_Rank, int]]) -> str:
    match = LABEL.match(heading.label + " x") if heading.label else None
    if not match:
        return "plain"
    kind = next(name for name, value in match.groupdict().items() if value)
    if kind == "roman" and len(match["roman"]) == 1:
        # "I." after "H.", "V." after "U." are letters.
        before = chr(ord(match["roman"]) - 1)
        if any(sections[index].label.rstrip(".") == before for _, index in stack):
            return "letter"
    return kind
