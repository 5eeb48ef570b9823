"""Which instrument names mean the same instrument.

Two numbers never merge; the same date merges only with the same group of kinds, the same *amending* flag and at
least half of the shorter title's telling words; a draft is not the law; an undated name is the report's dated
instrument of that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from itertools import islice, pairwise

from treatygraph.ontology import state_names
from treatygraph.recognition.grammar.states import is_own_style, state_code
from treatygraph.report import InstrumentName
from treatygraph.resolution.aliases import initials_of, is_acronym, without_own_acronym
from treatygraph.resolution.contradictions import periods_part, set_apart
from treatygraph.resolution.subjects import (
    containment,
    content_words,
    dates_agree,
    is_generic,
    read_number,
    same_number,
    telling_words,
    without_misprinted_state,
    without_state,
    year_of,
)
from treatygraph.resolution.treaties import CONCLUDED, KnownTreaty, is_named_abroad
from treatygraph.resolution.wordings import (
    INTERNATIONAL,
    Instrument,
    Title,
    Wording,
    fold,
    group_of,
    head_family,
    is_coded,
)

_FULL = len("2013-05-21")
# A number this short is given anew every year and by every body: "Regulatory Decision No. 7".
_SHORT_NUMBER = 3
# A wording is compared with so many of those that share its number, its date or its title: reports share a handful.
_MOST_COMPARED = 100
# What follows the beginning of a policy's name where the name goes on.
_GOES_ON = re.compile(r" (?:for|on|of|to|against|concerning)(?= |$)")
# The two sides of the keys under which the short finds the long: a name is kept under one and sought under the other.
_KEPT, _SOUGHT = ("short", "long"), ("long", "short")


def owner_of(name: InstrumentName, known: KnownTreaty | None, state: str | None) -> str | None:
    """Whose instrument a name means: a State's alpha-3 code, "INT", or the reporting State."""
    if known or name.level == "international":
        return INTERNATIONAL
    if name.jurisdiction and not is_own_style(name.jurisdiction):
        return state_code(name.jurisdiction) or state
    return INTERNATIONAL if name.kind == "agreement" or is_named_abroad(name, state) else state


class Register:
    """The instruments of a report, indexed so that a wording is compared with few of them."""

    def __init__(self, state: str | None, short_forms: Mapping[str, str], treaty: str | None = None) -> None:
        """Start empty. `state` owns what no word gives to another; `short_forms` are the report's abbreviations.

        `treaty` is the title of the treaty reported on: within other titles "the Convention" is short for it.
        """
        self.state = state
        self.short_forms = short_forms
        # Whether an instrument is known to be of one part of the State.
        self.parted = False
        self._treaty = re.compile(rf"(?:(?:UN|United Nations) )?{re.escape(treaty)}", re.IGNORECASE) if treaty else None
        self.instruments: list[Instrument] = []
        # The titles that were read of an instrument, with how many wordings it had then.
        self.titles: dict[int, tuple[int, list[Title]]] = {}
        self._by_text: dict[str, list[int]] = {}
        self._by_wording: dict[tuple[str | None, ...], int] = {}
        self._buckets: dict[tuple[str, ...], dict[int, None]] = {}
        self._words: dict[InstrumentName, frozenset[str]] = {}

    def new(self, wording: Wording) -> Instrument:
        """An instrument under this wording as it would be, which is not entered."""
        instrument = Instrument(len(self.instruments), wording, owner_of(wording.name, wording.known, self.state))
        instrument.take(wording, self.words(wording.name))
        return instrument

    def enter(self, wording: Wording) -> Instrument:
        """A new instrument under this wording, whatever others are called."""
        owner = owner_of(wording.name, wording.known, self.state)
        instrument = Instrument(len(self.instruments), wording, owner)
        self.instruments.append(instrument)
        self.add(instrument, wording)
        return instrument

    def add(self, instrument: Instrument, wording: Wording) -> None:
        """Give an instrument one more wording and find it under it from now on."""
        instrument.take(wording, self.words(wording.name))
        self._by_text.setdefault(fold(wording.text), []).append(instrument.key)
        for bucket in self._keys(wording, _KEPT):
            self._buckets.setdefault(bucket, {})[instrument.key] = None

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
        if first.issuer is None:
            first.issuer = second.issuer
        first.date = first.date or second.date
        first.parts |= second.parts
        second.merged_into = first.key
        first.absorbed += (second.key, *second.absorbed)
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

    def take(self, instrument: Instrument, wording: Wording) -> Instrument:
        """Give a wording to an instrument that is here."""
        self.add(instrument, wording)
        return instrument

    def alike(self, wording: Wording) -> list[Instrument]:
        """The instruments that are here and that a wording may name, whatever part of the State they are of."""
        return [instrument for instrument in self._candidates(wording) if self.match(instrument, wording)]

    def renew(self, wording: Wording) -> Instrument:
        """A new instrument under this wording, which is from now on what the wording names."""
        instrument = self.enter(wording)
        self._by_wording[_key(wording)] = instrument.key
        return instrument

    def find(self, wording: Wording) -> Instrument | None:
        """The instrument that a wording names if it is here; nothing is added."""
        key = _key(wording)
        return self.at(self._by_wording[key]) if key in self._by_wording else self._best(wording)

    def earliest(self, wording: Wording) -> Instrument | None:
        """The first of the dated versions that a name without a date may mean; None where there are not two."""
        dated = [instrument for instrument in self._candidates(wording) if instrument.date]
        versions = {x.date or "": x for x in dated if self.match(x, wording)}
        return versions[min(versions)] if len(versions) > 1 else None

    def under(self, text: str) -> Instrument | None:
        """The one instrument that has exactly this wording, whatever kind was read from it."""
        keys = {self.at(key).key for key in self._by_text.get(fold(text), ())}
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
        # "Order No. 7" alone, where the report has those of two years, and a plan alone, where it has two periods
        name = wording.name
        if name.date is None and (name.number or group_of(name.kind) == "programme"):
            likely = [self.instruments[-key] for score, _, key in ranked if score == best[0]]
            if any(_of_two_times(first, second) for first, second in pairwise(likely)):
                return None
        # "Act of 4 July 2013" alone, with two Acts of that day, is neither.
        if best[0] == _SCORE_DATE_ALONE and sum(score == best[0] for score, _, _ in ranked) > 1:
            return None
        return self.instruments[-best[2]]

    def _keys(self, wording: Wording, sides: tuple[str, str]) -> list[tuple[str, ...]]:
        """Under what a wording is kept, or sought. Initials seek what they stand for, a beginning what begins so."""
        name = wording.name
        short, long = sides
        keys: list[tuple[str, ...]] = []
        if wording.known:
            keys.append(("known", wording.known.id))
        if name.number:
            keys.append(("number", read_number(name.number).core))
        if name.date and len(name.date) == _FULL:
            keys.append(("date", name.date))
        words, group = self.words(name), group_of(name.kind)
        if words or group == "constitution" or not (name.number or name.date):
            keys.append(("title", group, *sorted(words - {"national"} if group == "programme" else words)))
        if lead := _lead(name):
            keys.append(("title", group, *sorted(lead)))
        acronym = is_acronym(name.subject)
        letters = initials_of(name.subject)
        if len(letters) > 1:
            keys.append((short if acronym else long, group, letters))
        if group == "act" and name.subject.casefold().endswith(" code"):
            keys.append(("title", "code", *sorted(words - {"code"})))
        if group == "programme":
            text = fold(wording.text)
            keys.append((short, text))
            keys += [(long, text[: cut.start()]) for cut in _GOES_ON.finditer(text)]
        return keys

    def _candidates(self, wording: Wording) -> Iterator[Instrument]:
        seen: set[int] = set()
        for bucket in self._keys(wording, _SOUGHT):
            for key in islice(self._buckets.get(bucket, ()), _MOST_COMPARED):
                instrument = self.at(key)
                if instrument.key not in seen:
                    seen.add(instrument.key)
                    yield instrument

    def words(self, name: InstrumentName) -> frozenset[str]:
        """The content words of a title, the report's abbreviations spelt out: "PWD Act" has persons, disabilities.

        "bill on urgent measures for implementation of the |Convention|" and "… of the |Convention on the Rights of
        Persons with Disabilities|" are one bill.
        """
        if name not in self._words:
            self._words[name] = self._read_words(name)
        return self._words[name]

    def _read_words(self, name: InstrumentName) -> frozenset[str]:
        # "FSM Building Code"; the "Building Code" of Kosrae is another.
        of_the_state = name.kind not in CONCLUDED | {"code"}
        own_title = without_own_acronym(name.subject, self.state) if of_the_state else name.subject
        title = " ".join(self.short_forms.get(part, part) for part in own_title.split())
        if name.kind not in CONCLUDED:
            title = without_misprinted_state(without_state(title, self.state), self.state)
        words = content_words(self._treaty.sub("Convention", title) if self._treaty else title)
        # "Action Plan for |this Land|" is that of the part of the State of which the sentence speaks.
        words |= {"this"} if _THIS.search(name.subject) else set()
        if name.kind == "constitution":
            # "Constitution of the Federation of Bosnia and Herzegovina" is not that of Bosnia and Herzegovina.
            own = content_words(state_names().get(self.state or "", ""))
            # "1988 |Brazilian| Constitution"
            words = frozenset(word for word in words if self.state is None or state_code(word.title()) != self.state)
            # "Kosrae State Constitution", "Constitution of Kosrae"; "Federal Constitution" of a federation
            return (words | (content_words(name.jurisdiction or "") & _PARTS_OF_STATES - own)) - _OF_CONSTITUTIONS
        if name.kind == "code" and _TWICE.search(title):
            return words | {"both"}  # "Criminal and Criminal Procedure Code" are two
        # "General Tax Code", "Tax Code"
        return (words - {"state", "general"} or words) if name.kind == "code" else words

    def match(self, instrument: Instrument, wording: Wording) -> int:
        """How surely a wording names an instrument; 0 if not."""
        name = wording.name
        if wording.known or instrument.known:
            same = wording.known and instrument.known and wording.known.id == instrument.known.id
            return _SCORE_NUMBER if same else 0
        if instrument.draft != name.draft or instrument.alone:
            return 0
        if not self._kinds_agree(instrument, name):
            return _SCORE_NUMBER_AND_TITLE if self._is_misnamed(instrument, name) else 0
        if instrument.owner != owner_of(name, wording.known, self.state):
            return 0
        if not _years_agree(instrument, name) or set_apart(instrument, wording):
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
        return {first, second} == {"act", "code"} and (instrument.named.coded or is_coded(name))

    def _is_misnamed(self, instrument: Instrument, name: InstrumentName) -> bool:
        """Whether number, year and title are another kind's: "|Ordinance| No. 012/PR/2018 on …", later "|Act| No."."""
        if not instrument.number or not name.number or {instrument.group, group_of(name.kind)} != {"act", "executive"}:
            return False
        first, second = read_number(instrument.number), read_number(name.number)
        words = self.words(name)
        whole = first == second and bool(first.letters and first.year) and dates_agree(instrument.date, name.date)
        alike = len(telling_words(words)) > _SHORT_POLICY and any(
            containment(words, title) == 1 for title in islice(instrument.titles, _MOST_COMPARED)
        )
        return whole and alike and instrument.owner == owner_of(name, None, self.state)

    def _titles_touch(self, instrument: Instrument, words: frozenset[str]) -> bool:
        """Whether a title has a word in common with one of the instrument's, or with a bracket in one.

        "Criminal Law (|Sexual Offences| and Related Matters) Amendment Act", "Sexual Offences Act", both Act 32 of 2007
        """
        titles = (*islice(instrument.titles, _MOST_COMPARED), *islice(instrument.named.brackets, _MOST_COMPARED))
        return any(containment(words, title) >= _LITTLE for title in titles)

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
        if _is_of_many_years(instrument, name, words):
            return 0
        if (
            not words
            or not instrument.titles
            or (dated and instrument.date == name.date and len(name.date or "") == _FULL)
        ):
            return _SCORE_NUMBER
        # Two of one year: "Organization Act No. 1/1996 on the protection of minors", "Free Legal Aid Act No. 1/1996"
        return _SCORE_NUMBER if self._titles_touch(instrument, words) else 0

    def _match_dates(self, instrument: Instrument, name: InstrumentName) -> int:
        if instrument.date != name.date:
            return 0
        words = self.words(name)
        if not words or not instrument.titles:
            issuers = {*instrument.named.issuers, name.issuer} - {None}
            return _SCORE_DATE_ALONE if len(issuers) < 2 and instrument.wording.name.kind == name.kind else 0
        if name.amending != instrument.wording.name.amending:
            return 0
        return (
            _SCORE_DATE
            if any(_same_subject(words, title) for title in islice(instrument.titles, _MOST_COMPARED))
            else 0
        )

    def _match_titles(self, instrument: Instrument, wording: Wording) -> int:
        name = wording.name
        if name.amending != instrument.wording.name.amending:
            return 0
        words = self.words(name)
        named = instrument.named
        if instrument.group == "constitution":
            return _SCORE_TITLE if words in named.titles else 0
        if not words:
            return 0
        if instrument.group == "programme":
            return self._match_programmes(instrument, wording, words, named.titles)
        lead = _lead(name)
        if words in named.titles or (lead and lead in named.titles) or named.spells(name.subject):
            return _SCORE_TITLE
        if words in map(_lead, (w.name for w in islice(instrument.wordings, _MOST_COMPARED))):
            return _SCORE_TITLE
        whole = named.fields if instrument.group in {"code", "act"} else named.titles
        return _SCORE_TITLE if words - {"code"} and words - {"code"} in whole else 0

    def _match_programmes(
        self, instrument: Instrument, wording: Wording, words: frozenset[str], titles: Set[frozenset[str]]
    ) -> int:
        """A policy is the same by title and head; the beginning of its name is enough if it tells something."""
        if head_family(wording.name.head) not in instrument.named.heads:
            return 0
        if periods_part(instrument.date, wording.name.date):
            return 0
        if words in titles or any(_but_for_national(words, title) for title in titles):
            return _SCORE_TITLE
        folded = fold(wording.text)
        texts = (fold(w.text) for w in islice(instrument.wordings, _MOST_COMPARED))
        begins = any(_begins(folded, text) or _begins(text, folded) for text in texts)
        return _SCORE_BEGINNING if begins and not is_generic(words) and not any(is_generic(t) for t in titles) else 0


def _is_of_many_years(instrument: Instrument, name: InstrumentName, words: frozenset[str]) -> bool:
    """Whether one has a short number with a year, the other the number with a title: two laws may have it.

    "The Code was adopted under |Act No. 63 of 2008|"; "|Act No. 63 on social inclusion in the cultural sector|"
    """
    if len(read_number(name.number or "").core) >= _SHORT_NUMBER or bool(words) == bool(instrument.titles):
        return False
    dated, undated = (name.date, instrument.date) if instrument.titles else (instrument.date, name.date)
    return bool(dated) and not undated


def _lead(name: InstrumentName) -> frozenset[str]:
    """The words of a long title's first item that the rest takes up again, by which a law is known; else none.

    "Act No. 576/2004 on |Health Care|, Services Related to the Provision of Health Care" is the Health Care Act.
    """
    first, comma, rest = name.subject.partition(", ")
    if not comma or name.kind != "act" or not name.number:
        return frozenset()
    words = content_words(first)
    return words if words <= content_words(rest) else frozenset()


def _same_subject(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two titles of one date speak of one subject: half of the shorter's words, more where each adds its own.

    One Act: "Data Protection Act", "on Personal Data". Two: "on combating certain forms of discrimination", "on
    combating gender-based discrimination".
    """
    own = telling_words(first) - second and telling_words(second) - first
    return containment(first, second) >= (_MOST if own else _HALF)


_PARTS_OF_STATES = frozenset({"federation", "canton", "province", "region", "entity"})
_OF_CONSTITUTIONS = frozenset({"state", "federal", "political"})
_THIS = re.compile(r"\b(?:this|that) [A-Z]")
_TWICE = re.compile(r"\b(\w+) and \1\b", re.IGNORECASE)
_LITTLE, _HALF, _MOST = 0.3, 0.5, 0.7
_SCORE_NUMBER_AND_TITLE = 6
_SCORE_NUMBER, _SCORE_DATE, _SCORE_TITLE, _SCORE_BEGINNING, _SCORE_DATE_ALONE = 5, 4, 3, 2, 1


def _of_two_times(first: Instrument, second: Instrument) -> bool:
    if not first.date or not second.date:
        return False
    return periods_part(first.date, second.date) or (year_of(first.date) or "") != (year_of(second.date) or "")


def _years_agree(instrument: Instrument, name: InstrumentName) -> bool:
    """Whether the years do not contradict; a year read off a number counts as one."""
    years = {year for year in (year_of(instrument.date), year_of(name.date)) if year}
    return len(years) < 2


def _but_for_national(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether only one of two policies' names says "National", and the rest is long enough to be no other's."""
    rest = first - {"national"}
    return rest == second - {"national"} and len(telling_words(rest)) > _SHORT_POLICY


_SHORT_POLICY = 2


def _begins(short: str, long: str) -> bool:
    return long.startswith(short) and _GOES_ON.match(long, len(short)) is not None


def _key(wording: Wording) -> tuple[str | None, ...]:
    name = wording.name
    return (fold(wording.text), name.kind, name.number, name.date, name.jurisdiction)
