"""The values that flow from stage to stage.

`read` makes a `Report`; `recognise` adds `Mention`s; `resolve` adds `Entity`s and `Relation`s; `link` adds
`Citation`s; `to_graph` turns the whole `Annotated` report into RDF. All are frozen; a stage returns a new value.

Units of measure: offsets are Unicode code points, 0-based and half-open, in the text of a unit; boxes are PDF
points from the top left corner of the page as it is read (turned upright), `(x0, top, x1, bottom)`; pages count
from 1. Dates are ISO 8601 or EDTF strings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from treatygraph.display import Fact, card, named_state, named_treaty

UnitKind = Literal["paragraph", "table"]
MentionType = Literal["instrument", "provision", "date", "agency"]
MENTION_TYPES: tuple[MentionType, ...] = get_args(MentionType)
EntityType = Literal["instrument", "agency"]
Level = Literal["national", "international"]

# One sentence names the article and the law; another sentence of the paragraph names the article; the heading names it
# alone; the heading names several.
Strength = Literal["explicit", "paragraph", "section", "shared"]

# What a citation says of its law: it has effect, was amended, is planned or to be changed, lacks something, was
# repealed, is named in passing, is another State's.
Stance = Literal["effect", "amended", "planned", "gap", "repealed", "passing", "other-state"]
# In whose words it stands: the State's; the Committee's, whose question or recommendation a report repeats; another's
# who is quoted, a court or an organization.
Speaker = Literal["state", "committee", "other"]
# What the State says of an article and a law, by the name of the predicate that links them.
ClaimKind = Literal["implementedBy", "plannedBy", "gapIn", "formerlyImplementedBy", "supportedBy"]

# Stands for the treaty as a whole where elements are article numbers.
WHOLE_TREATY = ""

# A provision's path from the outermost step, e.g. ("art:532", "par:1").
Path = tuple[str, ...]


_MOST_NAMES = 12


class Box(NamedTuple):
    """A rectangle on a page, in PDF points from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


class Region(NamedTuple):
    """A rectangle on a numbered page."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Line:
    """Where a stretch of a unit's text stands: one printed line.

    `edges` holds the left edge of each character of `text[start:end]` and, last, the right edge of the line;
    so it has `end - start + 1` values, in points. Joined blanks take the edge of the character after them.
    `bold` and `italic` say that most of the line is set so.
    """

    start: int
    end: int
    page: int
    top: float
    bottom: float
    edges: tuple[float, ...]
    bold: bool = False
    italic: bool = False

    def box(self, start: int, end: int) -> Box:
        """The rectangle of `text[start:end]`, clipped to this line."""
        first, last = max(start, self.start) - self.start, min(end, self.end) - self.start
        return Box(self.edges[first], self.top, self.edges[last], self.bottom)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. `start` and `end` place its text in the table unit's text; row 0 is the first row."""

    row: int
    column: int
    text: str
    start: int
    end: int
    header: bool = False
    page: int | None = None
    box: Box | None = None
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A printed table: its caption and its cells in reading order, header rows first."""

    caption: str
    cells: tuple[Cell, ...]

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells row by row."""
        count = max((cell.row for cell in self.cells), default=-1) + 1
        return tuple(tuple(c for c in self.cells if c.row == r) for r in range(count))


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A footnote mark in a unit's text: it stands before the code point `at` and is not part of the text."""

    at: int
    label: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or a table of a report.

    `id` is the printed number ("57"), or "table:1". `section` is the text of the nearest heading above without
    its label, `section_index` its place in `Report.sections` (-1 before the first heading).
    `convention_articles` are the articles of the treaty reported on that the heading names.
    `reply_to` is the paragraph of the list of issues that the unit answers, where the report says so.
    """

    id: str
    kind: UnitKind
    text: str
    section: str = ""
    section_index: int = -1
    convention_articles: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    marks: tuple[NoteMark, ...] = ()
    table: Table | None = None
    zone: str = "body"
    reply_to: str | None = None

    @property
    def page(self) -> int | None:
        """The page on which the unit begins; None for plain text."""
        return self.lines[0].page if self.lines else None

    @property
    def last_page(self) -> int | None:
        """The page on which the unit ends; None for plain text."""
        return self.lines[-1].page if self.lines else None

    def regions(self, start: int, end: int) -> tuple[Region, ...]:
        """The rectangles that `text[start:end]` covers, one for each printed line it touches."""
        return tuple(
            Region(line.page, line.box(start, end)) for line in self.lines if line.start < end and start < line.end
        )


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. `label` is "I.", "A.", "Article 6" or ""; `level` counts from 1.

    `convention_articles` holds the articles in force under this heading, its own or inherited.
    """

    level: int
    label: str
    heading: str
    convention_articles: tuple[str, ...] = ()
    page: int | None = None
    parent: int = -1
    zone: str = "body"


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote, or the source or a remark that stands under a table.

    `label` is the printed mark ("12", "*"); of a table's note it is the table's id ("table:3").
    """

    label: str
    text: str
    page: int | None = None
    kind: Literal["footnote", "endnote", "table"] = "footnote"


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A line of the report's own list of abbreviations."""

    short: str
    long: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The file that was read."""

    name: str
    sha256: str
    media_type: str
    pages: int | None = None
    reader: str = "pdfium"


@dataclass(frozen=True, slots=True)
class Quality:
    """What a person should know before trusting the text. Empty tuples and zeros mean: nothing found."""

    number_gaps: tuple[int, ...] = ()
    pages_without_text: tuple[int, ...] = ()
    unreadable_characters: int = 0
    contents_mismatches: tuple[str, ...] = ()
    furniture_lines: int = 0
    ocr_pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A State party's report as it was read.

    `state` is ISO 3166-1 alpha-3, or the code of an organization of States that is a party ("EU"); `treaty` is the
    abbreviation of the treaty reported on ("CED"); both come from the symbol. `date` is the date of distribution,
    `received` the date the State submitted it, `coverage` the first and last year of the period covered.
    """

    symbol: str
    state: str | None
    treaty: str | None
    title: str
    units: tuple[Unit, ...]
    source: Source
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    committee: str | None = None
    language: str = "en"
    date: str | None = None
    received: str | None = None
    job_number: str | None = None
    coverage: tuple[int, int] | None = None
    quality: Quality = field(default_factory=Quality)

    def unit(self, unit_id: str) -> Unit:
        """The unit with this id.

        Raises:
            KeyError: no such unit.
        """
        for unit in self.units:
            if unit.id == unit_id:
                return unit
        raise KeyError(unit_id)

    def facts(self) -> tuple[Fact, ...]:
        """Symbol apart, what one line each says of it: State, treaty, size, and what is to be known of its reading."""
        quality = self.quality
        doubts = [
            _listed("paragraphs missing", quality.number_gaps),
            _listed("pages without text", quality.pages_without_text),
            _listed("recognised pages", quality.ocr_pages),
            *quality.contents_mismatches,
            *quality.warnings,
        ]
        return (
            ("State", named_state(self.state)),
            ("treaty", named_treaty(self.treaty)),
            ("submitted", self.received or self.date),
            ("pages", self.source.pages),
            ("paragraphs", sum(unit.kind == "paragraph" for unit in self.units)),
            ("tables", sum(unit.table is not None for unit in self.units) or None),
            ("doubts", "; ".join(doubt for doubt in doubts if doubt)),
        )

    def __repr__(self) -> str:
        """One line: a report holds every glyph's place, which nobody reads in a notebook."""
        return f"<Report {self.symbol}: {len(self.units)} units, {self.source.pages or 0} pages>"

    def _repr_html_(self) -> str:
        return card(f"{self.symbol} {self.title}", self.facts())


@dataclass(frozen=True, slots=True)
class InstrumentName:
    """What the grammar read inside an instrument mention; resolution compares these.

    `kind` is one of the guidelines' kinds (code "act", "decree", …), `head` the word itself as printed, singular,
    lower case ("law", "organic law"). `number` is the printed number; `date` EDTF; `issuer` the issuer's words,
    also where an adjective stands for it ("presidential"). `subject` is the title or popular name without kind,
    number, date, issuer and jurisdiction ("Personal Data and Personal Data Protection", "Criminal").
    `amending` marks an instrument that amends others by its title; `draft` a bill or draft. `jurisdiction` is the
    State or body's words after or before the kind ("Kazakhstan", "Jordanian"). `plural` marks "Acts", "Codes".
    """

    kind: str
    head: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    subject: str = ""
    amending: bool = False
    draft: bool = False
    jurisdiction: str | None = None
    plural: bool = False
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A verbatim span of a unit that names something, or refers back to it.

    `text == unit.text[start:end]`. `rule` names the rule that found it; `confidence` is between 0 and 1.
    Dates have a `value`; provisions have `targets`, one path each, with `glosses` (the words in brackets that
    explain a target: "125 (Abduction)") of the same length or empty, and `instrument` with the start and end of
    the instrument mention it belongs to where the grammar sees it. Instruments have a `name`.
    After resolution, `entity` is the id of what it denotes (for a provision, of its instrument), `antecedent`
    the `(unit, start, end)` that a back-reference takes it from, and `resolved_by` the rule that decided.
    """

    unit: str
    type: MentionType
    start: int
    end: int
    text: str
    rule: str
    confidence: float = 1.0
    anaphor: bool = False
    value: str | None = None
    targets: tuple[Path, ...] = ()
    glosses: tuple[str | None, ...] = ()
    name: InstrumentName | None = None
    instrument: tuple[int, int] | None = None
    shared_head: bool = False
    entity: str | None = None
    antecedent: tuple[str, int, int] | None = None
    resolved_by: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """An instrument or an agency, under all the names the report gives it.

    `id` is the last segment of its IRI. For instruments, `kind`, `level`, `number`, `date` (EDTF) and `issuer` (an
    agency's id) are as the guidelines define them; `state` is the owner (ISO alpha-3), None for international ones.
    `title` is the printed name without number and date, `member_of` the abstract work's id for a dated version of a
    code.
    Where several reports are built together, an entity may get the id by which another report has it: then `local`
    is the id that the report alone gives it, and `label` the name that all reports share; `work` and `work_name` are
    the abstract work's; `former` are ids that a person found to mean the same.
    """

    id: str
    type: EntityType
    name: str
    kind: str
    level: Level
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    aliases: tuple[str, ...] = ()
    state: str | None = None
    title: str | None = None
    amending: bool = False
    member_of: str | None = None
    confidence: float = 1.0
    local: str | None = None
    label: str | None = None
    work: str | None = None
    work_name: str | None = None
    former: tuple[str, ...] = ()

    def facts(self) -> tuple[Fact, ...]:
        """What is known of it, under all its names."""
        names = list(self.aliases[:_MOST_NAMES])
        if len(self.aliases) > _MOST_NAMES:
            names.append(f"{len(self.aliases) - _MOST_NAMES} more")
        return (
            (self.type, f"{self.kind}, {self.level}"),
            ("State", self.state),
            ("number", self.number),
            ("date", self.date),
            ("issued by", self.issuer),
            ("version of", self.member_of),
            ("also named", "; ".join(names)),
            ("id", self.id),
        )

    def _repr_html_(self) -> str:
        return card(self.name, self.facts())


@dataclass(frozen=True, slots=True)
class Relation:
    """What one unit states about two things: `predicate` is `issuedBy`, `approves`, `amends`, `ratifiedBy`, ….

    `object` is an entity's id, or a State's alpha-3 code for the treaty actions. `evidence` are the
    `(type, start, end)` of the mentions in `unit` that state it; `object_path` narrows an instrument object to a
    provision ("amends article 532").
    """

    unit: str
    subject: str
    predicate: str
    object: str
    date: str | None = None
    evidence: tuple[tuple[MentionType, int, int], ...] = ()
    object_path: Path = ()
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Target:
    """What is cited: an instrument by its entity's id and, with a path, a provision of it."""

    entity: str
    path: Path = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """In `unit` the report cites `target` under each of `elements`, with one strength.

    `elements` are article numbers of the treaty reported on, or `WHOLE_TREATY`. `evidence` are the mentions
    of the target and, for explicit and paragraph links, those that name the treaty or article.
    `article_count` says how many articles the heading names, 1 for a section link; it is None for the others.

    `stance`, decided by the rule `stance_rule`, is what the words say of the law, `speaker` whose words they are;
    `subnational` marks a law of a province, region or municipality. `likely` are the articles of the heading that
    the paragraph concerns: empty where it is none of them, None where that is open or not asked; `margin`, from 0 to
    1, is how clear that is.
    `claim` is what the State says by it of the elements in `claimed`: those that sentence or paragraph name, the only
    article of the heading, or the likely ones. None and empty where it says nothing of the kind.
    """

    unit: str
    strength: Strength
    target: Target
    elements: tuple[str, ...]
    evidence: tuple[Mention, ...]
    article_count: int | None = None
    stance: Stance = "effect"
    stance_rule: str = ""
    speaker: Speaker = "state"
    subnational: bool = False
    likely: tuple[str, ...] | None = None
    margin: float | None = None
    claim: ClaimKind | None = None
    claimed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report with what was found in it. Mentions are sorted by unit order, start, -end, type.

    `citations` are in the order of the units; None before `link` looked for them.
    """

    report: Report
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    citations: tuple[Citation, ...] | None = None

    def facts(self) -> tuple[Fact, ...]:
        """How much was found, and of what."""
        mentions = Counter(mention.type for mention in self.mentions)
        entities = Counter(entity.type for entity in self.entities)
        predicates = Counter(relation.predicate for relation in self.relations)
        return (
            ("instruments", f"{mentions['instrument']:,} mentions of {entities['instrument']:,}"),
            ("provisions", f"{mentions['provision']:,}"),
            ("dates", f"{mentions['date']:,}"),
            ("agencies", f"{mentions['agency']:,} mentions of {entities['agency']:,}"),
            ("relations", ", ".join(f"{name} {count}" for name, count in sorted(predicates.items()))),
        )

    def __repr__(self) -> str:
        """One line."""
        linked = "not linked" if self.citations is None else f"{len(self.citations)} citations"
        return (
            f"<Annotated {self.report.symbol}: {len(self.mentions)} mentions, {len(self.entities)} entities, "
            f"{len(self.relations)} relations, {linked}>"
        )

    def _repr_html_(self) -> str:
        return self.report._repr_html_() + card("", self.facts())


def _listed(what: str, numbers: Sequence[int]) -> str:
    return f"{what}: {', '.join(map(str, numbers))}" if numbers else ""
