"""What a change of the program, or of its words, gained and lost over reports that were built before and after.

Works on the files that a build writes (`paragraphs.jsonl`, `mentions.jsonl`), so that the two sides may come from
different versions. A mention is the same on both sides where paragraph, type and words agree at the same
occurrence; two mentions of one type that share words but not both ends are one *changed* mention.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from treatygraph.errors import TreatygraphError
from treatygraph.folders import list_folders
from treatygraph.report import MENTION_TYPES, MentionType

Change = Literal["gained", "lost", "changed", "moved"]

_SENTENCE_END = re.compile(r"(?<=[.;:!?])\s+(?=[A-Z(•“\"])")


@dataclass(frozen=True, slots=True)
class Difference:
    """One mention that differs between two builds.

    `gained` and `lost` mentions stand on one side only; a `changed` one has other ends (`before` and `after` are its
    words); a `moved` one has the same words but denotes another entity (`before` and `after` are the entities).
    `sentence` is where it stands, from the newer build where it has the paragraph.
    """

    report: str
    paragraph: str
    type: MentionType
    change: Change
    before: str | None
    after: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences between two folders of built reports, and what could not be compared."""

    differences: tuple[Difference, ...]
    only_old: tuple[str, ...] = ()
    only_new: tuple[str, ...] = ()
    texts_changed: tuple[tuple[str, str], ...] = ()

    def count(self, mention_type: MentionType, change: Change) -> int:
        """How many mentions of a type changed in this way."""
        return sum(d.type == mention_type and d.change == change for d in self.differences)


@dataclass(frozen=True, slots=True)
class _Placed:
    start: int
    end: int
    text: str
    entity: str | None
    value: str | None


def compare(old: Path, new: Path) -> Comparison:
    """Compare two built reports, or two folders of them, report by report.

    Raises:
        TreatygraphError: one of the folders holds no built report.
    """
    before, after = _built_reports(old), _built_reports(new)
    common = [name for name in before if name in after]
    changed_texts: list[tuple[str, str]] = []
    differences: list[Difference] = []
    for name in common:
        found, texts = _compare_report(name, before[name], after[name])
        differences += found
        changed_texts += texts
    return Comparison(
        tuple(differences),
        tuple(n for n in before if n not in after),
        tuple(n for n in after if n not in before),
        tuple(changed_texts),
    )


def _built_reports(folder: Path) -> dict[str, Path]:
    """The built reports in a folder, which may itself be one, by name. A lone report is named ""."""
    if (folder / "mentions.jsonl").is_file():
        return {"": folder}
    found = {path.name: path for path in list_folders(folder, "mentions.jsonl")}
    if not found:
        raise TreatygraphError(
            f"{folder}: no built report here; give a folder that `treatygraph build` wrote, or one of its reports."
        )
    return found


def _compare_report(name: str, old: Path, new: Path) -> tuple[list[Difference], list[tuple[str, str]]]:
    old_texts, new_texts = _texts(old), _texts(new)
    old_mentions, new_mentions = _mentions(old), _mentions(new)
    shown = name or new.name
    paragraphs = list(new_texts) + [p for p in old_texts if p not in new_texts]
    changed = [(shown, p) for p in paragraphs if old_texts.get(p) != new_texts.get(p)]
    differences: list[Difference] = []
    for paragraph in paragraphs:
        for mention_type in MENTION_TYPES:
            key = paragraph, mention_type
            pairs = _match(old_mentions.get(key, []), new_mentions.get(key, []))
            for was, now in pairs:
                difference = _difference(was, now)
                if difference is None:
                    continue
                change, before, after = difference
                side, text = (now, new_texts.get(paragraph)) if now else (was, old_texts.get(paragraph))
                sentence = _sentence(text or "", side.start) if side else ""
                differences.append(Difference(shown, paragraph, mention_type, change, before, after, sentence))
    return differences, changed


def _difference(was: _Placed | None, now: _Placed | None) -> tuple[Change, str | None, str | None] | None:
    if was is None:
        return ("gained", None, now.text) if now else None
    if now is None:
        return "lost", was.text, None
    if was.text != now.text:
        return "changed", was.text, now.text
    if (was.entity, was.value) != (now.entity, now.value):
        return "moved", was.entity or was.value, now.entity or now.value
    return None


def _match(old: list[_Placed], new: list[_Placed]) -> Iterator[tuple[_Placed | None, _Placed | None]]:
    """Pair mentions in reading order: same words first, then those that overlap, the rest alone."""
    rest_old, rest_new = list(old), list(new)
    pairs: list[tuple[_Placed | None, _Placed | None]] = []
    for same in (_same_words, _overlap):
        for was in list(rest_old):
            now = next((n for n in rest_new if same(was, n)), None)
            if now is not None:
                pairs.append((was, now))
                rest_old.remove(was)
                rest_new.remove(now)
    pairs += [(was, None) for was in rest_old]
    pairs += [(None, now) for now in rest_new]

    def reading_order(pair: tuple[_Placed | None, _Placed | None]) -> int:
        side = pair[1] or pair[0]
        return side.start if side else 0

    yield from sorted(pairs, key=reading_order)


def _same_words(was: _Placed, now: _Placed) -> bool:
    return was.text == now.text and (was.start, was.end) == (now.start, now.end)


def _overlap(was: _Placed, now: _Placed) -> bool:
    return was.start < now.end and now.start < was.end


def _texts(folder: Path) -> dict[str, str]:
    return {str(row["id"]): str(row["text"]) for row in _rows(folder / "paragraphs.jsonl")}


def _mentions(folder: Path) -> dict[tuple[str, str], list[_Placed]]:
    grouped: dict[tuple[str, str], list[_Placed]] = {}
    for row in _rows(folder / "mentions.jsonl"):
        placed = _Placed(row["start"], row["end"], row["text"], row.get("entity"), row.get("value"))
        grouped.setdefault((str(row["paragraph"]), row["type"]), []).append(placed)
    return grouped


def _rows(path: Path) -> Iterable[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _sentence(text: str, at: int) -> str:
    """The sentence of `text` in which the code point `at` stands, by punctuation."""
    start = 0
    for boundary in _SENTENCE_END.finditer(text):
        if boundary.start() > at:
            return text[start : boundary.start()]
        start = boundary.end()
    return text[start:]
