"""Public bodies, courts, parliaments, international organizations, unions and NGOs by name.

    "Ministry of Gender, Children and Social Development"     head first
    "Kenya Law Reform Commission", "Supreme Court"            head last
    "Office of the Procurator-General", "Government"          offices
    "United Nations Children’s Fund", "UNICEF"                known names
    "the Ministry", "the Council"                             back-references

An anchor is a head ("Ministry", "Council") or the first word of a known name. From a head a scan to the left
takes the capitalised words that modify it, a scan to the right what "of", "for" or "on" add to it. Classes
("district courts"), States, schools, hospitals, companies and media are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from treatygraph.recognition.found import Context, Found
from treatygraph.recognition.lexicon import kinds, pluralise, read_lexicon
from treatygraph.recognition.states import state_code
from treatygraph.recognition.tokens import Words, citation_tokenizer, words_of
from treatygraph.report import Level

_INTERNATIONAL = ("international-organization", "treaty-body")
_MONTHS = frozenset(names[0] for names in read_lexicon("dates")["months"]["names"])
_CLOSING = {"“": "”", '"': '"', "„": "“", "«": "»"}
_POSSESSIVE = ("’s", "'s", "’", "'")
# A ministry or a government in short: "MoGCSD", "GoSL".
_ABBREVIATED = re.compile(r"\b[MG]o[A-Z][A-Za-z]*\b")
# Kinds whose names may carry a link before the head: "Charter for Human Rights Foundation".
_LINKED_LEFT = (
    "foundation",
    "association",
    "ngo",
    "union",
    "fund",
    "council",
    "commission",
    "committee",
    "institute",
    "office",
    "board",
)
_MOST_LINKS = 4


# The word lists of the lexicon by key.
_SETS: dict[str, frozenset[str]] = {
    key: frozenset(entries) for group in ("forms", "words") for key, entries in read_lexicon("agencies")[group].items()
}


def _is(key: str, word: str) -> bool:
    return word in _SETS[key]


@lru_cache(maxsize=1)
def _heads() -> dict[str, str]:
    """Every head, singular or an allowed plural, lower case, with its kind."""
    return {head: kind for kind, heads in read_lexicon("agencies")["heads"].items() for head in heads}


@lru_cache(maxsize=1)
def _plural_heads() -> frozenset[str]:
    """Plurals of heads, which name classes: "Ministries", "Committees"."""
    return frozenset(pluralise(head) for head in _heads()) - _SETS["plural"]


@lru_cache(maxsize=1)
def _known() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Known names as word tuples with their kinds, longest first, by their first word."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, entries in read_lexicon("agencies")["known"].items():
        for name in (name for names in entries for name in names):
            parts = tuple(_cut(name))
            table.setdefault(parts[0], []).append((parts, kind))
    for names in table.values():
        names.sort(key=lambda entry: -len(entry[0]))
    return table


@lru_cache(maxsize=1)
def _never() -> dict[str, list[tuple[str, ...]]]:
    """Phrases that hold a head and name no body, by their last word."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in read_lexicon("agencies")["never"]["phrases"]:
        parts = tuple(_cut(phrase))
        table.setdefault(parts[-1], []).append(parts)
    return table


@lru_cache(maxsize=1)
def _anchor_words() -> frozenset[str]:
    """The words at which a scan begins, as they are printed."""
    heads = {case for head in [*_heads(), *_plural_heads()] for case in (head.capitalize(), head.upper())}
    hyphenated = {"-".join(part.capitalize() for part in head.split("-")) for head in _heads() if "-" in head}
    return frozenset({*heads, *hyphenated, *_known(), "latter"} | _SETS["alone"])


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    return citation_tokenizer(Vocab())


@lru_cache(maxsize=4096)
def _cut(name: str) -> tuple[str, ...]:
    """A name cut into words as the tokenizer cuts the text."""
    return tuple(token.text for token in _tokenizer()(name))


def find_agencies(doc: Doc, context: Context | None = None) -> list[Found]:
    """The agencies that a unit names or refers back to, sorted by start and without overlaps.

    `anchor` words decide; no component need have run before. Bodies inside the title of an instrument are still
    among them: `outside_titles` takes those out once the instruments are known.
    """
    w = words_of(doc)
    anchors: frozenset[str] = _anchor_words()
    if abbreviated := _ABBREVIATED.findall(w.raw):  # "MoGCSD"
        anchors = anchors.union(word for word in abbreviated if word.lower() not in _SETS["no_abbreviations"])
    finds: list[Found] = []
    done = 0
    for at in [i for i, word in enumerate(w.text) if word in anchors]:
        if at < done:
            continue
        for name in _names_at(w, at, done):
            finds.append(
                Found(
                    w.start[name.first],
                    w.end[name.last - 1],
                    name.rule,
                    name.confidence,
                    name.anaphor,
                    shared_head=name.shared_head,
                )
            )
            done = name.last
    return finds


def outside_titles(agencies: Sequence[Found], instruments: Sequence[Found]) -> list[Found]:
    """The agencies that do not stand inside the title of an instrument (an issuer outside it is a mention)."""
    titles = [find.title for find in instruments if find.title is not None]
    return [find for find in agencies if not any(a <= find.start and find.end <= b for a, b in titles)]


def agency_kind(name: str) -> tuple[str, Level]:
    """What kind of agency a name says it is, and whether it is international.

    The kinds are the tables of `lexicon/agencies.toml` ("ministry", "court", "ngo", …); "other" where no head is
    known. The first head that "of" or "for" follows decides, else the last: "Council of Europe", "Supreme Court".
    """
    parts = _cut(name)
    for at, part in enumerate(parts):
        for known, kind in _known().get(part, ()):
            if parts[at : at + len(known)] == known and (at == 0 or kind in _INTERNATIONAL):
                international = kind in _INTERNATIONAL or known[0] in (
                    "European",
                    "Inter-American",
                    "African",
                    "International",
                )
                return kind, "international" if international or (
                    kind == "ngo" and len(known) == len(parts)
                ) else "national"
    international = parts[:2] == ("United", "Nations") or parts[:1] in (("UN",), ("European",), ("International",))
    level: Level = "international" if international else "national"
    lower = [part.lower() for part in parts]
    last = "other"
    for at, word in enumerate(lower):
        if word not in _heads():
            continue
        last = _heads()[word]
        if at + 1 < len(lower) and _is("first_links", lower[at + 1]):
            return last, level
    return last, level


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as a range of words, `last` exclusive."""

    first: int
    last: int
    rule: str
    confidence: float = 0.9
    anaphor: bool = False
    shared_head: bool = False


def _names_at(w: Words, at: int, floor: int) -> list[_Name]:
    """The names that an anchor word gives; none where it is part of something else."""
    if w.text[at] == "latter":
        body = at + 1 < w.n and _is("latter", w.lower[at + 1])
        return [_Name(at, at + 2, "latter", 0.8, anaphor=True)] if body else []
    if w.text[at] not in _anchor_words():
        return [_Name(at, at + 1, "abbreviation", 0.85)]
    if (known := _known_at(w, at, floor)) is not None:
        return known
    lower = w.lower[at]
    if lower in _plural_heads():
        return _shared(w, at)
    if lower not in _heads() or not w.capital(at):
        return []
    name = _named(w, at, floor)
    return [name] if name is not None else []


def _known_at(w: Words, at: int, floor: int) -> list[_Name] | None:
    """A known name that begins at `at`; None where the head grammar should decide."""
    for parts, kind in _known().get(w.text[at], ()):
        last = at + len(parts)
        if tuple(w.text[at:last]) != parts:
            continue
        if _never_at(w, last):
            return []
        # "United Nations Convention …", "UN Committee on …", "World Bank Country Office"
        run = _run_end(w, last)
        following = w.lower[last:run]
        if following and any(
            _is("titled", word) or (word in kinds() and kind in _INTERNATIONAL and parts[0] in ("United", "UN"))
            for word in following
        ):
            return (
                None
                if any(word in _heads() for word in following)
                else (
                    [] if kind in _INTERNATIONAL and parts[0] in ("United", "UN") else [_Name(at, last, "known", 0.9)]
                )
            )
        if "of" not in parts and any(word in _heads() and word not in _plural_heads() for word in following):
            return None
        first = _left(w, at, floor) if kind in ("office", "government", "parliament", "judiciary", "ngo") else at
        if (
            kind == "ngo" and last < w.n and w.capital(last) and state_code(w.text[last]) is not None
        ):  # "Special Olympics Malawi"
            return [_Name(first, last + 1, "known", 0.95)]
        if kind in ("office",) and first > floor and w.lower[first - 1] in _SETS["persons"]:
            return []
        if kind in ("office", "government", "parliament", "judiciary", "ngo"):
            last = _place_end(w, last)
        return [_Name(first, last, "known", 0.97)]
    return None if w.lower[at] in _heads() or w.lower[at] in _plural_heads() else []


def _named(w: Words, at: int, floor: int) -> _Name | None:
    """The name around the head at `at`."""
    run = _run_end(w, at + 1)
    # "Public Service Commission", "Law Enforcement Service Act": the last head of a run of capitals decides
    for later in range(at + 1, run):
        word = w.lower[later]
        if _ends_owner(w, later):
            break
        if word in _heads() and w.capital(later):
            return None
        if _is("titled", word) or _is("excluded", word):
            return None
        if _is("issued", word):
            break
    head = w.lower[at]
    first = _left(w, at, floor)
    if w.text[first] in ("NGO", "NGOs") and first + 1 < at:  # "NGO Latvian Association …"
        first += 1
    last = _right(w, at)
    if first <= at and _never_at(w, at + 1) and last == at + 1:
        return None
    before = w.lower[first - 1] if first > 0 else ""
    if before == "of" and first > 1 and _is("excluded", w.lower[first - 2]):  # "School of Public Administration"
        return None
    if any(_is("excluded", word) for word in w.lower[first:last]):
        return None
    if _is("excluded_heads", head) and any(_is("excluded_before", word) for word in w.lower[first:at]):
        return None
    if _is("officers", head) and before in _SETS["persons"]:
        return None
    bare = first == at and last == at + 1
    if bare:
        return _bare(w, at, before, run)
    modified = first < at
    if not modified and _is("needs_modifier", head):
        return None
    if last == at + 1:
        named_on = run > last and w.text[last] not in _POSSESSIVE and not _is("issued", w.lower[last])
        if named_on and _heads()[head] in ("service", "unit"):  # "Virtual Police Station"
            return None
        if _is("needs_complement", head) and not any(_is("naming", word) for word in w.lower[first:at]):
            return None
        classed = at - first < 2 and _is("class_adjectives", w.lower[first])
        if classed and before in _SETS["indefinite"]:  # "a District Court"
            return None
    if not modified and before in ("each", "every", "any", "no"):
        return None
    if _is("officers", head) and head == "president" and last > at + 1 and not _presides_state(w, at):
        return None
    return _Name(first, last, "head-last" if modified else "head-first", 0.9)


def _bare(w: Words, at: int, before: str, run: int) -> _Name | None:
    """A head alone: a name by itself ("Government"), a back-reference ("the Ministry"), or nothing."""
    word = w.text[at]
    if w.at(at + 1) in _POSSESSIVE:
        run = at + 1
    issued = run > at + 1 and any(_is("issued", later) for later in w.lower[at + 1 : run])
    if run > at + 1 and not issued:
        return None
    definite = _is("definite", before)
    if _is("alone", word):
        if _is("after_the", word) and not definite:
            return None
        if at + 1 < w.n and _is("class_nouns", w.lower[at + 1]):
            return None
        if before in _SETS["indefinite"]:
            return None
        if _is("officers", w.lower[at]) and _heads_body(w, at):
            return None
        return _Name(at, at + 1, "alone", 0.95)
    head = w.lower[at]
    vague = _is("needs_complement", head) or _is("needs_modifier", head) or head in ("union", "forum")
    if definite and not vague and w.at(at + 1) not in ("of", "responsible", "for"):
        return _Name(at, at + 1, "back-reference", 0.75, anaphor=True)
    return None


def _shared(w: Words, at: int) -> list[_Name]:
    """Read "the Ministries of Health and Education": the first name with the head, the second without it.

    A longer list cannot be cut, because a ministry's subject may itself hold commas and "and"; then only the
    first name is given.
    """
    if w.lower[at] not in ("ministries", "ministers") or w.at(at + 1) not in ("of", "for"):
        return []
    start = at + 2 + (w.at(at + 2) == "the")
    end = _run_end(w, start)
    if end == start or w.lower[start] in _heads():
        return []
    first = _Name(at, end, "shared-head", 0.6)
    second = end + 1 + (w.at(end + 1) == "the")
    if (
        w.at(end) != "and"
        or (last := _run_end(w, second)) == second
        or w.lower[second] in _heads()
        or w.at(last) == "and"
    ):
        return [first]
    return [first, _Name(second, last, "shared-head", 0.6, shared_head=True)]


def _left(w: Words, at: int, floor: int) -> int:
    """Where the modifiers of the head at `at` begin; `at` where there are none."""
    first = at
    i = at - 1
    while i >= floor:
        word, lower = w.text[i], w.lower[i]
        if word in _POSSESSIVE and i > floor and w.capital(i - 1) and not _ends_owner(w, i):
            i -= 1
            continue
        if w.capital(i) and not _opens(w, i):
            if _cuts_left(w, i, at):
                break
            first = i
            i -= 1
            continue
        if (
            word in ("”", "»") and first == i + 1 and (opened := _opened(w, i, floor)) >= 0
        ):  # "“Motivation” Association"
            first = opened
            i = opened - 1
            continue
        if lower in ("and", "of", "for", "&") and first == i + 1 and i > floor and _bridges(w, i, at, floor):
            i -= 1
            continue
        if word == "," and first == i + 1 and i > floor and _lists_left(w, i, at, floor):
            i -= 1
            continue
        break
    return first


def _opens(w: Words, i: int) -> bool:
    """Whether a capitalised word only opens a sentence: "The", or "Cooperation" at its very beginning."""
    lower = w.lower[i]
    if _is("openers", lower):
        return True
    if not _is("sentence_openers", lower):
        return False
    return i == 0 or not (w.capital(i - 1) or w.text[i - 1][:1].isalnum())


def _ends_owner(w: Words, i: int) -> bool:
    """Whether a possessive ends a body or a State of its own: "the Government’s | Interdepartmental Commission"."""
    if w.text[i] not in _POSSESSIVE or i == 0:
        return False
    owner = w.lower[i - 1]
    body = owner in _heads() and not _is("officers", owner)
    return body or _is_acronym(w.text[i - 1]) or state_code(w.text[i - 1]) is not None


def _cuts_left(w: Words, i: int, at: int) -> bool:
    """Whether the capitalised word at `i` is no modifier of the head at `at`."""
    lower = w.lower[i]
    adjacent = i == at - 1
    if lower in _MONTHS or _is("persons", lower):
        return True
    if lower in kinds() and not adjacent and w.lower[i + 1] in ("of", "on"):
        return True
    if _is("excluded", lower) and w.lower[i + 1] in ("of", "and", ","):
        return True
    return (
        i + 1 < at
        and w.lower[i + 1] in (",", "and", "&", "of", "for")
        and (
            lower in _heads() or lower in _plural_heads() or (_is_acronym(w.text[i]) and w.lower[i + 1] in ("and", ","))
        )
    )


def _is_acronym(word: str) -> bool:
    """Whether a word is printed in capitals: "UNICEF", "MoGCSD"."""
    return len(word) > 2 and sum(letter.isupper() for letter in word) * 2 >= len(word)


def _bridges(w: Words, i: int, at: int, floor: int) -> bool:
    """Whether "and", "of" or "for" at `i` joins what stands left of it to the head at `at`."""
    left = i - 1
    if w.text[left] in ("’s", "'s") and left > floor:
        left -= 1
    if not w.capital(left) or _is("openers", w.lower[left]) or w.lower[left] in _MONTHS:
        return False
    word = w.lower[left]
    if word in _heads() or word in _plural_heads() or _is("excluded", word):
        return False
    if w.lower[i] in ("and", "&"):
        return not _is_acronym(w.text[left]) and state_code(w.text[left]) is None and word not in kinds()
    if w.lower[i] in ("for", "of") and (_heads()[w.lower[at]] not in _LINKED_LEFT or _is("alone", w.text[at])):
        return False
    if w.lower[i] == "of" and (
        word in kinds()
        or _is("places", word)
        or word in ("kingdom", "commonwealth", "people", "law", "rights", "day", "bill")
    ):
        return False
    return not (w.lower[i] == "for" and left > 0 and w.lower[left - 1] == "of")


def _lists_left(w: Words, i: int, at: int, floor: int) -> bool:
    """Whether a comma belongs to a list before the head: "the Youth, Sports and Culture Department"."""
    if "and" not in w.lower[i + 1 : at] or not w.capital(i - 1):
        return False
    k = i - 1
    while k >= floor and (w.capital(k) or w.text[k] in (",", "’s")) and not _is("openers", w.lower[k]):
        if w.lower[k] in _heads() or _is_acronym(w.text[k]) or state_code(w.text[k]):
            return False
        k -= 1
    return k >= floor and w.lower[k] == "the"


def _opened(w: Words, close: int, floor: int) -> int:
    """The opening quote of the quoted name that closes at `close`; -1 where there is none near."""
    for k in range(close - 1, max(floor, close - 8) - 1, -1):
        if w.text[k] in ("“", "«", "„"):
            return k
    return -1


def _run_end(w: Words, i: int) -> int:
    """Where a run of capitalised words that begins at `i` ends; possessives belong to it."""
    while i < w.n and (_names_on(w, i) or w.text[i] in _POSSESSIVE):
        i += 1
    return i


def _names_on(w: Words, i: int) -> bool:
    """Whether the word at `i` is capitalised and may stand within a name."""
    return w.capital(i) and w.text[i][0].isalpha() and (len(w.text[i]) == 1 or not _is("openers", w.lower[i]))


def _right(w: Words, at: int) -> int:
    """Where the name of the head at `at` ends: the head itself, or what "of", "for", "on" add to it."""
    head = w.lower[at]
    last = at + 1
    if last < w.n and w.text[last] in _CLOSING and w.capital(last + 1):  # Association “Motivation”
        close = next((k for k in range(last + 1, min(w.n, last + 9)) if w.text[k] == _CLOSING[w.text[last]]), -1)
        if close > 0:
            return close + 1
    started = False
    while last < w.n:
        word = w.lower[last]
        if word == ",":
            end = _listed(w, last, head) if started else last
        elif _is("links", word):
            end = _linked(w, last, at, started)
        else:
            break
        if end == last:
            break
        last, started = end, True
    if started and w.at(last) in _SETS["places"] and w.capital(last - 1):
        last += 1
    while last > at + 1 and w.text[last - 1] in _POSSESSIVE:
        last -= 1
    return last


def _linked(w: Words, i: int, at: int, started: bool) -> int:
    """The end of the complement that the links at `i` open; `i` where they open none."""
    head = w.lower[at]
    link = w.lower[i]
    if not started and not _is("first_links", link):
        return i
    if link == "to" and _heads()[head] not in ("embassy",) and not (started and w.at(i + 1).islower()):
        return i
    if link == "in" and not (
        _is("placed", head)
        and w.capital(i + 1)
        and not _is("openers", w.lower[i + 1])
        and w.lower[i + 1] not in _MONTHS
    ):
        return i
    if link in ("against", "from", "by", "without") and started:
        return i
    if link == "on" and started and head in ("ministry", "court", "minister"):
        return i
    if link == "by" or (link == "with" and not started and head not in ("center", "centre")):
        return i
    m = i
    while m < w.n and m < i + _MOST_LINKS and _is("links", w.lower[m]):
        if (m > i and w.lower[m] in ("on", "in", "by", "from")) or (
            w.capital(m) and w.lower[m] not in ("all", "their", "the", "its")
        ):
            break
        m += 1
    if m >= w.n or not _names_on(w, m):
        return _lower_subject(w, i, head) if not started else i
    if w.lower[m] in _MONTHS:
        return i
    end = _before_instrument(w, m, _before_owned(w, m, _run_end(w, m)))
    if end <= m:
        return i
    if _holds_body(w, m, end, head, joined=link in ("and", "&")):
        return i
    if link in ("and", "&") and (state_code(" ".join(w.text[m:end])) is not None or _is_acronym(w.text[m])):
        return i
    return end


def _lower_subject(w: Words, i: int, head: str) -> int:
    """The end of a ministry's subject in lower case: "Ministry of health"."""
    if head not in ("ministry", "minister") or w.lower[i] not in ("of", "for") or i + 1 >= w.n:
        return i
    subject = w.text[i + 1]
    if not subject.isalpha() or len(subject) < 5 or _is("openers", subject):
        return i
    return i + 2


def _before_owned(w: Words, m: int, end: int) -> int:
    """Where a run ends before what the body owns: "Ministry of Education’s | Programme", but "Children’s Rights"."""
    for k in range(m, end):
        if w.text[k] in _POSSESSIVE and k > 0 and not _is("owners", w.lower[k - 1]):
            return k
    return end


def _before_instrument(w: Words, m: int, end: int) -> int:
    """Where a run ends before the kind of an instrument that the body issued: "Internal Affairs | Order No. 182"."""
    for k in range(m, end):
        if not _is("issued", w.lower[k]):
            continue
        after = w.at(end)
        numbered = (
            after in ("no.", "nos.", "no", "nº", "n°", "№", "number", "of", "on", "(")
            or after[:1].isdigit()
            or w.at(k + 1)[:1].isdigit()
        )
        if k == end - 1 and not numbered:
            continue
        if after == "of" and k == end - 1 and not (w.at(end + 1)[:1].isdigit() or w.at(end + 1) in _MONTHS):
            continue
        return k - 1 if w.lower[k] == "decision" and w.at(k - 1) == "regulatory" else k
    return end


def _holds_body(w: Words, m: int, end: int, head: str, *, joined: bool) -> bool:
    """Whether the words from `m` to `end` name a body of their own: "of the | Ministry of Justice"."""
    if w.lower[end - 1] in ("services", "forces") or _never_at(w, end):
        return False
    if (
        joined
        and w.lower[end - 1] in kinds()
        and w.lower[end - 1] not in ("law", "code", "order", "policy", "standards", "principle")
    ):
        return True
    if not joined and w.text[m].isupper() and len(w.text[m]) > 3 and end == m + 1:
        return True
    seat = _is("seats", head)
    for k in range(m, end):
        lower = w.lower[k]
        if not joined and seat and (_is("seated", lower) or lower in _plural_heads()):
            return False
        if joined and (_is("alone", w.text[k]) or (lower in _heads() and k == end - 1)):
            return True
        if (
            lower in _heads()
            and end - m == 1
            and lower not in ("judiciary", "police", "prosecution", "cassation", "bank")
        ):
            return True
        if lower in _heads() and not (_is("weak", lower) and (k < end - 1 or not joined)):
            return True
    if joined and w.at(end) in ("of", "for", "on") and any(w.lower[k] in _heads() for k in range(m, end)):
        return True
    for parts, kind in _known().get(w.text[m], ()):
        if tuple(w.text[m : m + len(parts)]) == parts and (joined or kind in _INTERNATIONAL):
            return head not in ("embassy", "office", "mission", "delegation") or joined
    return False


def _listed(w: Words, comma: int, head: str) -> int:
    """The end of a list of subjects that a comma goes on with; `comma` where it is none.

    "Ministry of Gender, Children and Social Development": runs of capitals with commas, the last after "and",
    none of them a body of its own.
    """
    if not _is("listing", head):
        return comma
    i = comma
    while i < w.n and w.text[i] == ",":
        i += 1
        closing = w.at(i) in ("and", "&")
        i += closing
        start = i + (w.at(i) == "the")
        end = _phrase_end(w, start)
        if (
            end == start
            or not w.capital(start)
            or _is_acronym(w.text[start])
            or _holds_body(w, start, end, head, joined=True)
        ):
            return comma
        if state_code(" ".join(w.text[start:end])) is not None or w.lower[start] in _MONTHS:
            return comma
        if closing:
            return end
        if w.at(end) in ("and", "&"):
            start = end + 1 + (w.at(end + 1) == "the")
            end = _phrase_end(w, start)
            closed = end > start and w.capital(start) and not _is_acronym(w.text[start])
            if not closed or _holds_body(w, start, end, head, joined=True) or state_code(" ".join(w.text[start:end])):
                return comma
            return end
        i = end
    return comma


def _phrase_end(w: Words, i: int) -> int:
    """The end of a run of capitals with the complements that "of" and "for" join: "Protection of Minors"."""
    end = _run_end(w, i)
    while end > i and w.at(end) in ("of", "for"):
        start = end + 1 + (w.at(end + 1) == "the")
        further = _run_end(w, start)
        if further == start or state_code(" ".join(w.text[start:further])) is not None:
            break
        end = further
    return end


def _place_end(w: Words, last: int) -> int:
    """The end of "of Kazakhstan", "of the Republic of Kenya" after a name."""
    if w.at(last) != "of":
        return last
    m = last + 1 + (w.at(last + 1) == "the")
    end = _run_end(w, m)
    if end == m:
        return last
    if w.at(end) == "of" and w.lower[end - 1] in (
        "republic",
        "kingdom",
        "state",
        "government",
        "commonwealth",
        "union",
        "principality",
        "federation",
    ):
        m = end + 1 + (w.at(end + 1) == "the")
        end = max(end, _run_end(w, m))
    if any(word in _heads() and word not in ("union",) for word in w.lower[m:end]):
        return last
    return end


def _heads_body(w: Words, at: int) -> bool:
    """Whether an officer is one of a body named next: "the President of the Institute", not "… of 12 May 2010"."""
    following = at + 2 + (w.at(at + 2) == "the")
    return w.at(at + 1) == "of" and w.capital(following) and w.lower[following] not in _MONTHS


def _presides_state(w: Words, at: int) -> bool:
    """Whether "President of …" is the head of a State and not of a body or a company."""
    i = at + 2 + (w.at(at + 2) == "the")
    end = _run_end(w, i)
    return w.at(at + 1) == "of" and (
        w.at(i) in ("republic", "state", "government", "union", "nation", "country", "federation", "council")
        or state_code(" ".join(w.text[i:end])) is not None
    )


def _never_at(w: Words, end: int) -> bool:
    """Whether a phrase that names no body ends at `end`."""
    return any(
        tuple(w.text[end - len(parts) : end]) == parts
        for parts in _never().get(w.text[end - 1], ())
        if end >= len(parts)
    )
