"""The instruments that a report has named so far, as a back-reference looks for them."""

from __future__ import annotations

from dataclasses import dataclass, field

from treatygraph.report import InstrumentName
from treatygraph.resolution.wordings import group_of


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention that a back-reference may take up."""

    index: int
    passage: int
    instrument: int
    name: InstrumentName


@dataclass(slots=True)
class Memory:
    """The mentions read so far, the newest last, by group of kinds; and the short names the report defines.

    `implementing` are the rules that carry a law out, by the law and their group of kinds.
    """

    everything: list[Seen] = field(default_factory=list)
    groups: dict[str, list[Seen]] = field(default_factory=dict)
    defined: dict[str, Seen] = field(default_factory=dict)
    implementing: dict[tuple[int, str], int] = field(default_factory=dict)

    def keep(self, seen: Seen, group: str) -> None:
        """Note a mention as the newest of all and of its group."""
        self.everything.append(seen)
        self.groups.setdefault(group, []).append(seen)

    def aside(self, at: int) -> Memory:
        """The memory as a note takes it up: without the mentions from index `at` on, and lost when the note ends."""
        groups = {group: [*seen] for group, seen in self.groups.items()}
        memory = Memory([*self.everything], groups, {**self.defined}, {**self.implementing})
        for seen in (memory.everything, *groups.values()):
            while seen and seen[-1].index >= at:
                seen.pop()
        return memory

    def recall(self, passage: int, group: str | None = None) -> None:
        """Let the mention before the last be the newest again: what "amended by" names after it is no topic.

        With a `group` only where the mention before is of it.
        """
        before = self.everything[-2:-1]
        if before and before[0].passage == passage and group in (None, group_of(before[0].name.kind)):
            self.keep(before[0], group_of(before[0].name.kind))
