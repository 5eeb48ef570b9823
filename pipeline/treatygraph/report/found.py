"""What is found in a report: mentions, the entities that they denote, and what the text states of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from treatygraph.display import Fact, card

MentionType = Literal["instrument", "provision", "date", "agency"]
MENTION_TYPES: tuple[MentionType, ...] = get_args(MentionType)
EntityType = Literal["instrument", "agency"]
Level = Literal["national", "international"]

# A provision's path from the outermost step, e.g. ("art:532", "par:1").
Path = tuple[str, ...]

_MOST_NAMES = 12


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

    `text == unit.text[start:end]`. `rule` names the rule that found it; `confidence`, between 0 and 1, is how often it
    and the rule that resolved it were right in annotated reports (`treatygraph.rates`).
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
    code, `period` the years for which a programme is made (EDTF); it is the `date`, too, where no other is stated.
    `part` is the part of the State whose law it is, where names or sentences give it to one ("Republika Srpska").
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
    period: str | None = None
    part: str | None = None

    def facts(self) -> tuple[Fact, ...]:
        """What is known of it, under all its names."""
        names = list(self.aliases[:_MOST_NAMES])
        if len(self.aliases) > _MOST_NAMES:
            names.append(f"{len(self.aliases) - _MOST_NAMES} more")
        return (
            (self.type, f"{self.kind}, {self.level}"),
            ("State", self.state),
            ("part of the State", self.part),
            ("number", self.number),
            ("date", self.date),
            ("period", self.period),
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
