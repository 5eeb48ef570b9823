"""Which instrument names mean the same instrument.

Two numbers never merge; the same date merges only with the same group of kinds, the same *amending* flag and at
least half of the shorter title's telling words; a draft is not the law; an undated name is the report's dated
instrument of that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from treatygraph.recognition.grammar.lexicon import read_lexicon
from treatygraph.recognition.grammar.states import is_own_style, state_code
from treatygraph.report import InstrumentName
from treatygraph.resolution.aliases import initials, is_acronym, spells
from treatygraph.resolution.subjects import (
    containment,
    content_words,
    dates_agree,
    is_generic,
    read_number,
    same_number,
    telling_words,
    without_state,
    year_of,
)
from treatygraph.resolution.treaties import CONCLUDED, KnownTreaty

_FULL = len("2013-05-21")
# A number this short is given anew every year and by every body: "Regulatory Decision No. 7".
_SHORT_NUMBER = 3
INTERNATIONAL = "INT"


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which the report names an instrument; `known` is the treaty it names."""

    text: str
    name: InstrumentName
    known: KnownTreaty | None = None


@dataclass(slots=True)
class Instrument:
    """What all the wordings that name one instrument say together. It grows while the wordings are compared."""

    key: int
    wording: Wording
    owner: str | None
    wordings: list[Wording] = field(default_factory=list)
    number: str | None = None
    date: str | None = None
    issuer: int | None = None
    approved_by: int | None = None
    part_of: int | None = None
    unresolved: bool = False
    merged_into: int | None = None

    @property
    def kind(self) -> str:
        """The kind; an Act that is a code by its title is a code: "Act No. 014-2001 on the Electoral Code"."""
        if known := self.known:
            return known.kind
        kinds = [w.name.kind for w in self.wordings if w.name.head]
        if "code" in kinds:
            return "code"
        return kinds[0] if kinds else "other"

    @property
    def group(self) -> str:
        """The group of kinds within which translators vary."""
        return group_of(self.kind)

    @property
    def known(self) -> KnownTreaty | None:
        """The treaty known by this name."""
        for wording in self.wordings:
            if wording.known:
                return wording.known
        return None

    @property
    def draft(self) -> bool:
        """Whether it is a bill or draft."""
        return self.wording.name.draft

    @property
    def titles(self) -> list[frozenset[str]]:
        """The content words of each title, without repeats."""
        found: list[frozenset[str]] = []
        for wording in self.wordings:
            words = content_words(wording.name.subject)
            if words and words not in found:
                found.append(words)
        return found

    def take(self, wording: Wording) -> None:
        """Add a wording: it may bring the number, a more exact date, a title."""
        if wording in self.wordings:
            return
        self.wordings.append(wording)
        name = wording.name
        if name.number and (self.number is None or len(name.number) > len(self.number)):
            self.number = name.number
        if name.date and (self.date is None or ("/" not in name.date and len(name.date) > len(self.date))):
            self.date = name.date


def group_of(kind: str) -> str:
    """The group of kinds within which translators vary: "decision" and "resolution" are one."""
    entry = read_lexicon("kinds").get(kind)
    return str(entry["group"]) if entry else kind


def owner_of(name: InstrumentName, known: KnownTreaty | None, state: str | None) -> str | None:
    """Whose instrument a name means: a State's alpha-3 code, "INT", or the reporting State."""
    if known or name.level == "international":
        return INTERNATIONAL
    if name.jurisdiction and not is_own_style(name.jurisdiction):
        return state_code(name.jurisdiction) or state
    return INTERNATIONAL if name.kind == "agreement" else state


class Register:
    """The instruments of a report, indexed so that a wording is compared with few of them."""

    def __init__(self, state: str | None, short_forms: Mapping[str, str], treaty: str | None = None) -> None:
        """Start empty. `state` owns what no word gives to another; `short_forms` are the report's abbreviations.

        `treaty` is the title of the treaty reported on: within other titles "the Convention" is short for it.
        """
        self.state = state
        self.short_forms = short_forms
        self._treaty = re.compile(rf"(?:(?:UN|United Nations) )?{re.escape(treaty)}", re.IGNORECASE) if treaty else None
        self.instruments: list[Instrument] = []
        self._by_text: dict[str, list[int]] = {}
        self._by_wording: dict[tuple[str | None, ...], int] = {}
        self._buckets: dict[tuple[str, ...], list[int]] = {}

    def enter(self, wording: Wording) -> Instrument:
        """A new instrument under this wording, whatever others are called."""
        owner = owner_of(wording.name, wording.known, self.state)
        instrument = Instrument(len(self.instruments), wording, owner)
        self.instruments.append(instrument)
        self.add(instrument, wording)
        return instrument

    def add(self, instrument: Instrument, wording: Wording) -> None:
        """Give an instrument one more wording and find it under it from now on."""
        instrument.take(wording)
        self._by_text.setdefault(_fold(wording.text), []).append(instrument.key)
        for bucket in self._keys(wording):
            keys = self._buckets.setdefault(bucket, [])
            if instrument.key not in keys:
                keys.append(instrument.key)

    def at(self, key: int) -> Instrument:
        """The instrument with this key, or the one it was merged into."""
        instrument = self.instruments[key]
        while instrument.merged_into is not None:
            instrument = self.instruments[instrument.merged_into]
        return instrument

    def merge(self, first: Instrument, second: Instrument) -> Instrument:
        """Make two instruments one, under the key of the first."""
        if first.key == second.key:
            return first
        for wording in second.wordings:
            self.add(first, wording)
        second.merged_into = first.key
        return first

    def place(self, wording: Wording) -> Instrument:
        """The instrument that a wording names: one that is here, or a new one."""
        key = _key(wording)
        if key not in self._by_wording:
            instrument = self._best(wording)
            if instrument is None:
                instrument = self.enter(wording)
            else:
                self.add(instrument, wording)
            self._by_wording[key] = instrument.key
        return self.at(self._by_wording[key])

    def find(self, wording: Wording) -> Instrument | None:
        """The instrument that a wording names if it is here; nothing is added."""
        key = _key(wording)
        return self.at(self._by_wording[key]) if key in self._by_wording else self._best(wording)

    def under(self, text: str) -> Instrument | None:
        """The one instrument that has exactly this wording, whatever kind was read from it."""
        keys = {self.at(key).key for key in self._by_text.get(_fold(text), ())}
        return self.at(keys.pop()) if len(keys) == 1 else None

    def __iter__(self) -> Iterator[Instrument]:
        """The instruments that are not merged into others."""
        return (instrument for instrument in self.instruments if instrument.merged_into is None)

    def _best(self, wording: Wording) -> Instrument | None:
        ranked = []
        for instrument in self._candidates(wording):
            score = self.match(instrument, wording)
            if score:
                ranked.append((score, instrument.date or "", -instrument.key))
        if not ranked:
            return None
        best = max(ranked)
        # "Act of 4 July 2013" alone, with two Acts of that day, is neither.
        if best[0] == _SCORE_DATE_ALONE and sum(score == best[0] for score, _, _ in ranked) > 1:
            return None
        return self.instruments[-best[2]]

    def _keys(self, wording: Wording) -> list[tuple[str, ...]]:
        name = wording.name
        keys: list[tuple[str, ...]] = []
        if wording.known:
            keys.append(("known", wording.known.id))
        if name.number:
            keys.append(("number", read_number(name.number).core))
        if name.date and len(name.date) == _FULL:
            keys.append(("date", name.date))
        words, group = self.words(name), group_of(name.kind)
        if words or group == "constitution" or not (name.number or name.date):
            keys.append(("title", group, *sorted(words)))
        short = re.sub(r"[^A-Z]", "", name.subject).casefold() if is_acronym(name.subject) else initials(name.subject)
        if len(short) > 1:
            keys.append(("initials", group, short))
        if group == "act" and name.subject.casefold().endswith(" code"):
            keys.append(("title", "code", *sorted(words - {"code"})))
        if group == "programme":
            keys.append(("beginning", *_fold(wording.text).split()[:2]))
        return keys

    def _candidates(self, wording: Wording) -> Iterator[Instrument]:
        seen: set[int] = set()
        for bucket in self._keys(wording):
            for key in self._buckets.get(bucket, ()):
                instrument = self.at(key)
                if instrument.key not in seen:
                    seen.add(instrument.key)
                    yield instrument

    def words(self, name: InstrumentName) -> frozenset[str]:
        """The content words of a title, the report's abbreviations spelt out: "PWD Act" has persons, disabilities.

        "bill on urgent measures for implementation of the |Convention|" and "… of the |Convention on the Rights of
        Persons with Disabilities|" are one bill.
        """
        title = " ".join(self.short_forms.get(part, part) for part in name.subject.split())
        if name.kind not in CONCLUDED:
            title = without_state(title, self.state)
        words = content_words(self._treaty.sub("Convention", title) if self._treaty else title)
        # "Kosrae State Constitution", "Constitution of Kosrae"
        return words - {"state"} if name.kind in {"constitution", "code"} else words

    def match(self, instrument: Instrument, wording: Wording) -> int:
        """How surely a wording names an instrument; 0 if not."""
        name = wording.name
        if wording.known or instrument.known:
            same = wording.known and instrument.known and wording.known.id == instrument.known.id
            return _SCORE_NUMBER if same else 0
        if instrument.draft != name.draft or not self._kinds_agree(instrument, name):
            return 0
        if instrument.owner != owner_of(name, wording.known, self.state):
            return 0
        if not _years_agree(instrument, name):
            return 0
        if instrument.number and name.number:
            return self._match_numbers(instrument, name)
        full_dates = [d for d in (instrument.date, name.date) if d and len(d) == _FULL]
        if len(full_dates) == 2:
            return self._match_dates(instrument, name)
        return self._match_titles(instrument, wording)

    def _kinds_agree(self, instrument: Instrument, name: InstrumentName) -> bool:
        first, second = instrument.group, group_of(name.kind)
        if first == second:
            return True
        pair = {first, second}
        if pair == {"act", "code"}:
            subjects = [w.name.subject.casefold() for w in instrument.wordings] + [name.subject.casefold()]
            return any(subject.endswith(" code") for subject in subjects)
        return False

    def _match_numbers(self, instrument: Instrument, name: InstrumentName) -> int:
        assert instrument.number is not None
        assert name.number is not None
        if not same_number(instrument.number, name.number) or not dates_agree(instrument.date, name.date):
            return 0
        dated = bool(instrument.date and name.date)
        if instrument.wording.name.kind != name.kind and not (
            dated and (len(read_number(name.number).core) >= _SHORT_NUMBER or instrument.date == name.date)
        ):
            return 0
        words = self.words(name)
        apart = words and instrument.titles and max(containment(words, title) for title in instrument.titles) < 0.3
        if apart and not dated:
            return 0
        return _SCORE_NUMBER

    def _match_dates(self, instrument: Instrument, name: InstrumentName) -> int:
        if instrument.date != name.date:
            return 0
        words = self.words(name)
        if not words or not instrument.titles:
            issuers = {w.name.issuer for w in instrument.wordings if w.name.issuer} | ({name.issuer} - {None})
            return _SCORE_DATE_ALONE if len(issuers) < 2 and instrument.wording.name.kind == name.kind else 0
        if name.amending != instrument.wording.name.amending:
            return 0
        return _SCORE_DATE if any(_same_subject(words, title) for title in instrument.titles) else 0

    def same_title(self, first: InstrumentName, second: InstrumentName) -> bool:
        """Whether two titles have the same content words, or one is the other's initials: "PWD Act"."""
        a, b = self.words(first), self.words(second)
        if a == b:
            return bool(a)
        return any(
            is_acronym(short) and " " in long and spells(short, long)
            for short, long in ((first.subject, second.subject), (second.subject, first.subject))
        )

    def _match_titles(self, instrument: Instrument, wording: Wording) -> int:
        name = wording.name
        if name.amending != instrument.wording.name.amending:
            return 0
        words = self.words(name)
        titles = [self.words(w.name) for w in instrument.wordings]
        if instrument.group == "constitution":
            return _SCORE_TITLE if words in titles else 0
        if not words:
            return 0
        if instrument.group == "programme":
            return self._match_programmes(instrument, wording, words, titles)
        if any(self.same_title(w.name, name) for w in instrument.wordings):
            return _SCORE_TITLE
        whole = [title - {"code"} for title in titles] if instrument.group in {"code", "act"} else titles
        return _SCORE_TITLE if words - {"code"} and words - {"code"} in whole else 0

    def _match_programmes(
        self, instrument: Instrument, wording: Wording, words: frozenset[str], titles: list[frozenset[str]]
    ) -> int:
        """A policy is the same by title and head; the beginning of its name is enough if it tells something."""
        heads = {head_family(w.name.head) for w in instrument.wordings}
        if head_family(wording.name.head) not in heads:
            return 0
        periods = {d for d in (instrument.date, wording.name.date) if d and "/" in d}
        if len(periods) > 1:
            return 0
        if words in titles:
            return _SCORE_TITLE
        texts = [_fold(w.text) for w in instrument.wordings]
        begins = any(_begins(_fold(wording.text), text) or _begins(text, _fold(wording.text)) for text in texts)
        return _SCORE_BEGINNING if begins and not is_generic(words) and not any(is_generic(t) for t in titles) else 0


def _same_subject(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two titles of one date speak of one subject: half of the shorter's words, more where each adds its own.

    One Act: "Data Protection Act", "on Personal Data". Two: "on combating certain forms of discrimination", "on
    combating gender-based discrimination".
    """
    own = telling_words(first) - second and telling_words(second) - first
    return containment(first, second) >= (_MOST if own else _HALF)


_HALF, _MOST = 0.5, 0.7
_SCORE_NUMBER, _SCORE_DATE, _SCORE_TITLE, _SCORE_BEGINNING, _SCORE_DATE_ALONE = 5, 4, 3, 2, 1


def _years_agree(instrument: Instrument, name: InstrumentName) -> bool:
    """Whether the years do not contradict; a year read off a number counts as one."""
    years = {year for year in (year_of(instrument.date), year_of(name.date)) if year}
    return len(years) < 2


def _begins(short: str, long: str) -> bool:
    return long.startswith(f"{short} ") and long[len(short) + 1 :].split()[0] in {
        "for",
        "on",
        "of",
        "to",
        "against",
        "concerning",
    }


def head_family(head: str) -> str:
    """The word that stays when a policy is called for short: "action plan" and "plan of action" are a "plan"."""
    word = head.split(" of ")[0].split()[-1] if head else ""
    return {"program": "programme", "policy paper": "policy", "masterplan": "plan"}.get(word, word)


def _key(wording: Wording) -> tuple[str | None, ...]:
    return (_fold(wording.text), wording.name.kind, wording.name.number, wording.name.date)


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def compatible(first: Instrument, second: Instrument) -> bool:
    """Whether nothing contradicts that two instruments, which the text sets side by side, are one."""
    if first.draft != second.draft or first.owner != second.owner:
        return False
    if first.number and second.number and not same_number(first.number, second.number):
        return False
    if {year for year in (year_of(first.date), year_of(second.date)) if year} and not dates_agree(
        first.date, second.date
    ):
        years = {year_of(first.date), year_of(second.date)} - {None}
        if len(years) > 1 or len(first.date or "") == len(second.date or ""):
            return False
    if first.known and second.known and first.known.id != second.known.id:
        return False
    groups = {first.group, second.group} - {"other"}
    return len(groups) < 2 or groups == {"act", "code"}


def complementary(first: Instrument, second: Instrument) -> bool:
    """Whether one of two names brings the number and the other the title: "PWD Act, 2003, Act No. 14 of 2003"."""
    return any(a.number and not a.titles and b.titles and not b.number for a, b in ((first, second), (second, first)))


def short_form_of(instrument: Instrument, short: str) -> bool:
    """Whether an acronym is made of the initials of one of an instrument's names: "PWDA", "CRPD"."""
    return any(len(w.text.split()) > 1 and spells(short, w.text) for w in instrument.wordings)
