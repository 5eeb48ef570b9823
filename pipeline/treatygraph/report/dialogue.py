"""The dialogue between a State and a Committee: kinds of document, roles of paragraphs, what answers what.

A State reports, the Committee asks (list of issues), the State replies, the Committee concludes (concluding
observations), the State reports on the follow-up, and reports again. Each document has numbered paragraphs and points
at the others by paragraph and symbol.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from treatygraph.report.cited import Speaker

DocumentKind = Literal[
    "initial-report",
    "periodic-report",
    "simplified-report",
    "common-core-document",
    "list-of-issues",
    "list-of-issues-prior-to-reporting",
    "replies",
    "concluding-observations",
    "follow-up-report",
    "additional-information",
    "upr-national-report",
]
# Documents in which the treaty body speaks; in all others the State does.
COMMITTEES_KINDS: frozenset[DocumentKind] = frozenset(
    ("list-of-issues", "list-of-issues-prior-to-reporting", "concluding-observations")
)

Role = Literal[
    "introduction",
    "positive",
    "concern",
    "recommendation",
    "request",
    "follow-up",
    "question",
    "answer",
    "question-repeated",
]
JointKind = Literal[
    "answers-question", "repeats-question", "answers-recommendation", "asks-about", "marks-for-follow-up"
]
JointBasis = Literal["heading", "lead line", "opening", "bracket", "repeated question", "text"]

# What a recommendation asks to be done; "other" are services, training, data, and all that is no act of law.
Action = Literal[
    "adopt",
    "amend",
    "repeal",
    "harmonize",
    "enforce",
    "ratify",
    "withdraw-reservation",
    "establish-body",
    "other",
]
RequestBasis = Literal["named", "described", "concern"]

# What a Committee did with a document at a session or meeting, or will do.
SittingPurpose = Literal["considered", "adopted", "issued-for"]
SittingBody = Literal["committee", "working-group"]


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of a document, with the letter of its sub-item where one is named: 17, "a"."""

    paragraph: str
    item: str | None = None

    def __str__(self) -> str:
        """As "17 (a)" without its blank: "17(a)"."""
        return f"{self.paragraph}({self.item})" if self.item else self.paragraph


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a paragraph is in the dialogue; also a heading that repeats a question ("section:12", by its place from 0).

    `articles` are those of the treaty that the Committee names for it, in its heading or in the brackets at the end of
    a concern. `answers_concerns` are the concerns, by paragraph, that a recommendation follows. `rests_on` names what
    the Committee recalls there: general comments, targets of the Sustainable Development Goals, other observations.
    """

    unit: str
    speaker: Speaker
    role: Role
    articles: tuple[str, ...] = ()
    answers_concerns: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Joint:
    """A paragraph that points at one of another document, or of its own.

    `document` is the symbol of the document pointed at, None where the text does not give it. `basis` says by what it
    points there.
    """

    kind: JointKind
    unit: str
    document: str | None
    place: Place
    basis: JointBasis


@dataclass(frozen=True, slots=True)
class Request:
    """What a recommendation asks for, in the words `start` to `end` of a paragraph, or of its sub-item `item`.

    `words` are those for the instrument that it is about, in `instrument_unit` from `instrument_start`: of the
    paragraph itself, a name that is also a mention ("named") or a description ("described"), or of the concern that it
    answers, where it speaks of "those provisions" ("concern"). What is asked for and is not there yet is `wanted`: it
    is no instrument in force, whatever its name.
    """

    unit: str
    item: str | None
    action: Action
    start: int
    end: int
    words: str | None = None
    instrument_unit: str | None = None
    instrument_start: int | None = None
    basis: RequestBasis | None = None
    wanted: bool = False


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session or meetings at which a Committee dealt with a document, or for which it is issued, as it prints them.

    `words` are those that say so: of the unit `unit`, from `start` to `end`, or of the cover, which is no unit.
    `by` is the Committee, or its working group. `date` is one day or the first and the last, in EDTF.
    """

    purpose: SittingPurpose
    words: str
    by: SittingBody = "committee"
    session: int | None = None
    meetings: tuple[int, ...] = ()
    date: str | None = None
    unit: str | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Dialogue:
    """What a document says in the dialogue: its paragraphs' roles, its joints and requests, each in reading order."""

    utterances: tuple[Utterance, ...] = ()
    joints: tuple[Joint, ...] = ()
    requests: tuple[Request, ...] = ()
