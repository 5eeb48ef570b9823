"""The wordings of one instrument, and what they say together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from treatygraph.recognition.grammar.lexicon import read_lexicon
from treatygraph.report import InstrumentName
from treatygraph.resolution.aliases import is_acronym, spells
from treatygraph.resolution.subjects import content_words
from treatygraph.resolution.treaties import KnownTreaty

INTERNATIONAL = "INT"


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which the report names an instrument; `known` is the treaty it names."""

    text: str
    name: InstrumentName
    known: KnownTreaty | None = None


@dataclass(slots=True)
class Named:
    """What an instrument is called, as further names are compared with it.

    `titles` are the words of each title, `fields` the same without "code"; `short` are those that are acronyms, `long`
    the others; `coded` tells whether one ends with "Code".
    """

    titles: set[frozenset[str]] = field(default_factory=set)
    fields: set[frozenset[str]] = field(default_factory=set)
    short: set[str] = field(default_factory=set)
    long: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    issuers: set[str] = field(default_factory=set)
    coded: bool = False
    brackets: list[frozenset[str]] = field(default_factory=list)

    def add(self, wording: Wording, words: frozenset[str]) -> None:
        """Add a wording with the words of its title."""
        name = wording.name
        if (bracket := bracketed(wording.text)) and bracket not in self.brackets:
            self.brackets.append(bracket)
        self.titles.add(words)
        self.fields.add(words - {"code"})
        (self.short if is_acronym(name.subject) else self.long).add(name.subject)
        self.heads.add(head_family(name.head))
        if name.issuer:
            self.issuers.add(name.issuer)
        self.coded = self.coded or is_coded(name)

    def spells(self, subject: str) -> bool:
        """Whether a title and one of the instrument's are initials and what they stand for: "PWD Act"."""
        if is_acronym(subject):
            return any(" " in long and spells(subject, long) for long in self.long)
        return " " in subject and any(spells(short, subject) for short in self.short)


@dataclass(slots=True)
class Instrument:
    """What all the wordings that name one instrument say together. It grows while the wordings are compared.

    `titles` are the content words of each title; `known` is the treaty that a wording names; `absorbed` are the keys of
    those that were merged into it; `alone` marks a plan that the text tells from others of its name; `parts` are the
    parts of the State to which names, gazettes or sentences give it.
    """

    key: int
    wording: Wording
    owner: str | None
    wordings: list[Wording] = field(default_factory=list)
    titles: dict[frozenset[str], None] = field(default_factory=dict)
    named: Named = field(default_factory=Named)
    known: KnownTreaty | None = None
    number: str | None = None
    date: str | None = None
    period: str | None = None
    issuer: int | None = None
    approved_by: int | None = None
    part_of: int | None = None
    unresolved: bool = False
    alone: bool = False
    merged_into: int | None = None
    absorbed: list[int] = field(default_factory=list)
    parts: set[str] = field(default_factory=set)
    _taken: set[Wording] = field(default_factory=set, repr=False)
    _kind: str = ""

    @property
    def kind(self) -> str:
        """The kind; an Act that is a code by its title is a code: "Act No. 014-2001 on the Electoral Code"."""
        return self.known.kind if self.known else self._kind or "other"

    @property
    def group(self) -> str:
        """The group of kinds within which translators vary."""
        return group_of(self.kind)

    @property
    def part(self) -> str | None:
        """The part of the State whose law it is, where words give it to just one."""
        return next(iter(self.parts)) if len(self.parts) == 1 else None

    @property
    def draft(self) -> bool:
        """Whether it is a bill or draft."""
        return self.wording.name.draft

    def take(self, wording: Wording, words: frozenset[str]) -> None:
        """Add a wording with the words of its title: it may bring the number, a more exact date, a title."""
        if wording in self._taken:
            return
        self._taken.add(wording)
        self.wordings.append(wording)
        name = wording.name
        self.named.add(wording, words)
        self.known = self.known or wording.known
        if name.head and (not self._kind or name.kind == "code"):
            self._kind = name.kind
        if subject := content_words(name.subject):
            self.titles[subject] = None
        if name.number and (self.number is None or len(name.number) > len(self.number)):
            self.number = name.number
        if name.date and "/" in name.date:
            self.period = self.period or name.date
        if name.date and (self.date is None or ("/" not in name.date and len(name.date) > len(self.date))):
            self.date = name.date


Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class Title:
    """One wording of an instrument: its text as printed and folded, the stems of its words and of those that tell."""

    text: str
    folded: str
    stems: Stems
    telling: Stems
    generic: bool


def group_of(kind: str) -> str:
    """The group of kinds within which translators vary: "decision" and "resolution" are one."""
    entry = read_lexicon("kinds").get(kind)
    return str(entry["group"]) if entry else kind


def head_family(head: str) -> str:
    """The word that stays when a policy is called for short: "action plan" and "plan of action" are a "plan"."""
    word = head.split(" of ")[0].split()[-1] if head else ""
    return {"program": "programme", "policy paper": "policy", "masterplan": "plan"}.get(word, word)


def is_coded(name: InstrumentName) -> bool:
    """Whether an Act is a code by its title: "Act No. 014-2001 on the Electoral Code"."""
    return name.subject.casefold().endswith(" code")


# "Persons with Disabilities |(Registration)| Regulations"; no acronym, no date, no number
_BRACKET = re.compile(r"(?<=[\w)] )\(([A-Z][^()\d]*[a-z][^()\d]*)\)(?= [A-Z(])")


def bracketed(text: str) -> frozenset[str]:
    """The words of the brackets inside a title, which tell it from its neighbours: "(Registration)"."""
    found = (content_words(bracket[1]) for bracket in _BRACKET.finditer(text))
    return frozenset().union(*found) - {"amendment", "amending", "revised"}


def fold(text: str) -> str:
    """A text in lower case with single blanks and straight apostrophes."""
    return " ".join(text.casefold().replace("’", "'").split())
