"""References to divisions of instruments: articles, sections, paragraphs and the rest, with their paths.

    "article 532, paragraph 1, of the Code of Criminal Procedure"      art:532 par:1
    "Sections 22, 35(2) and 40"                                        sec:22 | sec:35 subsec:2 | sec:40
    "articles of the Criminal Code: 125 (Abduction) and 346"           art:125 | art:346
    "2nd part of the Article 78 of the Labour Code"                    art:78 part:2
    "Criminal Code, art. 137", "Act No. 16736 (art. 768)"              art:137, art:768

An anchor is a division word. From it a scan reads numbers to the right, then the divisions within or around it
that a comma or "of" joins, then the instrument on either side. Every enumeration and range is one find with a
path for each target. What instrument a find without one belongs to is for resolution to say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from treatygraph.recognition.grammar.found import Context, Found
from treatygraph.recognition.grammar.lexicon import kinds, words
from treatygraph.recognition.grammar.tokens import Words, words_of
from treatygraph.recognition.provisions.divisions import STEP, Reading, extend, read_numbers, read_ordinal, unit_at
from treatygraph.report import Path

# The same words as the tokenizer leaves them: a stop that ends no abbreviation it knows is a word of its own.
_UNIT_WORDS = frozenset({*STEP, *(form.rstrip(".") for form in STEP if len(form) > 3), "§"})
_SHORT_SECTIONS = ("s.", "ss.", "s", "ss")  # divisions only before a number: "s. 12"
_GLUE = frozenset({"-", "/", "&", "’", "'"})
_DIGIT = re.compile(r"\s?\d")
_SHARED = re.compile(r",?\s(?:and|or|as\swell\sas)\s|,\s")
_OF = re.compile(r"(?:(?<=\))\d{1,2})?,?(?:\s(?:et\sseq\.?|ff?\.),?)?\s(?P<link>of|in|to|from|under)\s")
_FOLLOWING = re.compile(r"\set\sseq\b")  # "art. 28 et seq"
_COLON = re.compile(r"(?:\sare|\sinclude)?(?:\sas\sfollows|,?\snamely)?[:,]?\s(?:[Aa]rticles?\s)?")
_WORD = re.compile(r"[^\s,;:.()“”\"]+")
_ACRONYM = re.compile(r"(?:the\s)?(?P<name>[A-Z]{3,}[A-Z0-9-]*)(?![\w’])")
_CAPITAL_AFTER = re.compile(r"\s(?:of\s)?[A-Z]")
_PLACE = re.compile(r",?\s(?:(?:of|in)\s(?:(?:the|this|its|our)\s)?(?P<of>[\w-]+)|(?P<word>[\w-]+))")
_GAP_BEFORE = re.compile(
    r"(?:,?\s\(|,?\s(?:in|under|by|through)\s(?:its|their|the|his)\s|,?\sin\s|[’']s?\s|,\s|:\s|\s[–-]\s|\s)\Z"
)
_ABBREVIATED = re.compile(r"(?:arts?\.|sect?\.|para|§|ss?\.)", re.IGNORECASE)
_RELATIVE = re.compile(r"\sof\swhich")
_OPENS_CLAUSE = re.compile(r"(?:^|[.;:]\s)(?:According\sto|Under|In|By|Pursuant\sto|With|As|Per)\b[^.,;]*\Z")
# "Chapter II, on accessibility, of Act No. 763"
_ASIDE = re.compile(r",\son\s[^,;.()]{1,60}(?=,\sof\s)")
_BARE_NUMBER = re.compile(r"(?:\band|\bor|\bwhile|,)\s(?=\d{1,3}\s?\((?:[a-z]|\d{1,2})\))")
_SENTENCE_END = re.compile(r"[.;:•]\s")
_ELSEWHERE = re.compile(
    r"\b(?:[Ss]ee|treated|described|discussed|dealt\swith|outlined|presented|addressed|annexed)\b[^,]*\Z"
)
_SENTENCE_REACH = 160  # code points in which a sentence still speaks of what it cited
_GAP_REACH = 16  # code points between a name and the division after it
_CLAUSE_REACH = 120  # code points before a name in which its clause may open
_MOST_WORDS = 6  # words between "of" and the name: "of the same above-mentioned"


@dataclass(frozen=True, slots=True)
class _Names:
    """The instruments of a text by where they begin and end."""

    finds: tuple[Found, ...]
    starts: dict[int, Found]
    ends: dict[int, Found]

    def over(self, at: int) -> Found | None:
        """The instrument whose name runs over `at`."""
        place = bisect_right(self.finds, at, key=lambda find: find.start) - 1
        return self.finds[place] if place >= 0 and at < self.finds[place].end else None


def find_provisions(doc: Doc, instruments: Sequence[Found], context: Context | None = None) -> list[Found]:
    """The provisions that a unit's text cites, sorted and without overlaps.

    `targets` holds a path for each division; `instrument` the start and end of the instrument in `instruments`
    that the grammar joins to it, None where the text leaves it open.
    """
    w = words_of(doc)
    text = w.raw
    names: _Names | None = None
    finds: list[Found] = []
    done = 0
    article: Path = ()
    for anchor in _anchors(w):
        if anchor.start() < done:
            continue
        if names is None:
            names = _Names(
                tuple(instruments), {find.start: find for find in instruments}, {find.end: find for find in instruments}
            )
        if names.over(anchor.start()) is not None:
            continue
        reading = _read(text, anchor, names, article)
        if reading is not None and reading.start < done:
            # "Chapter II of the |Education Act|, article 6 (c)": the name is taken
            reading.start = anchor.start()
        while reading is not None and reading.start >= done and len(reading.paths) > 0:
            finds.append(_found(reading))
            done = reading.end
            article = next(
                (path[:1] for path in reversed(reading.paths) if path[0].startswith(("art:", "sec:"))), article
            )
            reading = _shared_head(text, reading, names)
    return sorted([*finds, *_without_word(text, finds)], key=lambda find: find.start) if finds else finds


def _without_word(text: str, finds: Sequence[Found]) -> Iterator[Found]:
    """Numbers with brackets later in a sentence that cites: "Section 14 of the Act recognizes …, and 15(b) ensures"."""
    done = at = 0
    for joint in _BARE_NUMBER.finditer(text, finds[0].end):
        while at + 1 < len(finds) and finds[at + 1].end <= joint.start():
            at += 1
        last, start = finds[at], joint.end()
        step = last.targets[-1][0].split(":")[0]
        covered = start < done or any(find.start <= start < find.end for find in finds[at + 1 : at + 2])
        if covered or step not in words("divisions", "marks", "alone"):
            continue
        if joint.start() - last.end > _SENTENCE_REACH or _SENTENCE_END.search(text, last.end, joint.start()):
            continue
        reading = read_numbers(text, start, start, step, plural=False)
        if reading is not None and not unit_at(text, reading.end + 1):
            reading.rule = "divisions-without-word"
            done = reading.end
            yield _found(reading)


def _anchors(w: Words) -> Iterator[re.Match[str]]:
    """The division words of a text that stand by themselves."""
    for i in [i for i, word in enumerate(w.lower) if word in _UNIT_WORDS]:
        if w.raw[w.start[i] - 1 : w.start[i]] in _GLUE:
            continue
        match = unit_at(w.raw, w.start[i])
        if match is not None and (match[0].lower() not in _SHORT_SECTIONS or _DIGIT.match(w.raw, match.end())):
            yield match


def _read(text: str, anchor: re.Match[str], names: _Names, article: Path) -> Reading | None:
    """What is cited around a division word; None where it cites nothing."""
    form = anchor[0].lower()
    step = STEP[form]
    plural = form.endswith("s") or form in words("divisions", "marks", "any_number")
    reading = read_numbers(text, anchor.end(), anchor.start(), step, plural=plural)
    if reading is None and plural:
        reading = _listed(text, anchor, step, names)
        if reading is not None:
            return reading
    ordinal = False
    if reading is None:
        reading = read_ordinal(text, anchor, step)
        ordinal = True
    if reading is None:
        return None
    extend(text, reading, article)
    joined = _join_right(text, reading, names)
    if not joined and (following := _FOLLOWING.match(text, reading.end)):
        reading.end = following.end()
    if not joined:
        _join_left(text, reading, names)
    return reading if _is_citation(text, reading, anchor, names, ordinal=ordinal) else None


def _is_citation(text: str, reading: Reading, anchor: re.Match[str], names: _Names, *, ordinal: bool) -> bool:
    """Whether what was read is a division of an instrument and no place in a report."""
    if reading.collection:
        return False
    if reading.instrument is not None or reading.named:
        return True
    outer = reading.paths[0][0]
    if ordinal and len(reading.paths[0]) == 1:
        return False
    alone = words("divisions", "marks", "alone")
    if anchor[0].lower() in _SHORT_SECTIONS:
        return False
    if not any(step.split(":")[0] in alone for step in reading.paths[0]):
        return _in_named_law(text, reading, names)
    if not outer.startswith("sec:") or any(step.startswith("art:") for step in reading.paths[0]):
        return True  # "article 36", "Chapter III, article 36, states that"
    place = _PLACE.match(text, reading.end)
    following = (place["of"] or place["word"]).lower() if place else ""
    return following not in words("divisions", "joins", "documents") and outer[4:5].isdigit()


def _in_named_law(text: str, reading: Reading, names: _Names) -> bool:
    """Whether a bare part or chapter is one of a law that its sentence names before it.

    "The |Labour Code| likewise affirms this right in title II", "the |Disability Act| through section 3, and Part IV"
    """
    if reading.step not in words("divisions", "marks", "large") or text.startswith((":", "/"), reading.end):
        return False
    at = bisect_right(names.finds, reading.start, key=lambda find: find.end)
    law = names.finds[at - 1] if at else None
    if law is None or (law.name is not None and law.name.kind in words("divisions", "marks", "no_laws")):
        return False
    gap = text[law.end : reading.start]
    return len(gap) <= _SENTENCE_REACH and not (_SENTENCE_END.search(gap) or _ELSEWHERE.search(gap))


def _listed(text: str, anchor: re.Match[str], step: str, names: _Names) -> Reading | None:
    """Read numbers that follow the name: "articles of the Criminal Code: 125 (Abduction) and 126"."""
    of = _OF.match(text, anchor.end())
    if of is None:
        return None
    instrument, at, _ = _name_at(text, of.end(), names)
    colon = _COLON.match(text, at) if instrument else None
    if colon is None:
        return None
    reading = read_numbers(text, colon.end(), anchor.start(), step, plural=True)
    if reading is not None:
        reading.instrument = instrument
        reading.rule = "listed-divisions"
    return reading


def _name_at(text: str, at: int, names: _Names) -> tuple[Found | None, int, str]:
    """The instrument that begins after determiners and adjectives at `at`; where it ends; the word it stopped at."""
    determined = False
    word = ""
    for _ in range(_MOST_WORDS):
        if (instrument := names.starts.get(at)) is not None:
            return instrument, instrument.end, ""
        match = _WORD.match(text, at)
        if match is None:
            return None, at, ""
        word = match[0].lower()
        if word in words("divisions", "joins", "determiners"):
            determined = True
        elif word not in words("divisions", "joins", "adjectives") and not text.startswith("of the ", match.start()):
            break
        at = match.end() + 1
    if determined and word in kinds() and not _CAPITAL_AFTER.match(text, at + len(word)):
        return None, at + len(word), "name"
    return None, at, word


def _join_right(text: str, reading: Reading, names: _Names) -> bool:  # noqa: C901
    """Take in the instrument after the divisions: "of the Code", "§ 138 StGB", ", Law No. 5"."""
    aside = _ASIDE.match(text, reading.end) if reading.step in words("divisions", "marks", "large") else None
    for at in dict.fromkeys((reading.end, reading.after_gloss, aside.end() if aside else reading.end)):
        of = _OF.match(text, at)
        if of is not None and (of["link"] in ("of", "in") or (of["link"] == "to" and reading.step == "annex")):
            instrument, end, stop = _name_at(text, of.end(), names)
            if instrument is not None or stop == "name":
                reading.instrument, reading.end, reading.named = instrument, end, True
                reading.rule = "divisions-of-name"
                return True
            if of["link"] == "of":
                if stop in words("divisions", "joins", "collections"):
                    reading.collection = True
                elif acronym := _ACRONYM.match(text, of.end()):
                    reading.end, reading.named = acronym.end(), True
                    reading.rule = "divisions-of-name"
                    return True
                elif stop in words("divisions", "joins", "documents"):
                    reading.collection = reading.collection or not reading.paths[0][0].startswith("art:")
    following = names.starts.get(reading.end + 1)
    if (
        following is not None
        and text[reading.end] == " "
        and not following.anaphor
        and not _cited_after(text, reading, names)
    ):
        reading.instrument, reading.end, reading.rule = following, following.end, "divisions-name"
        return True
    following = names.starts.get(reading.end + 2)
    if following is not None and text.startswith(", ", reading.end) and not following.anaphor:
        after = text[following.end : following.end + 1]
        if not after or after in ".;)":
            reading.instrument, reading.end, reading.rule = following, following.end, "divisions-name"
            return True
    return False


def _cited_after(text: str, reading: Reading, names: _Names) -> bool:
    """Whether the name stands before, as in rows of "Criminal Code, art. 125 Criminal Code, art. 126"."""
    return text.endswith(", ", 0, reading.start) and reading.start - 2 in names.ends


def _join_left(text: str, reading: Reading, names: _Names) -> None:
    """Take in the instrument before the divisions, or note it where the text does not join the two."""
    start, end = reading.start, reading.end
    gap = _GAP_BEFORE.search(text, max(0, start - _GAP_REACH), start)
    instrument = names.ends.get(gap.start()) if gap else None
    if gap is None or instrument is None:
        return
    reading.instrument = instrument
    after = text[end : end + 1]
    joint = gap[0]
    if joint.endswith("("):
        if after == ")":
            reading.start, reading.end, reading.rule = instrument.start, end + 1, "name-divisions"
    elif joint.strip(" ,’'s-–:") == "":
        closed = (not after or after in ".,;)") and not _RELATIVE.match(text, end)
        before = text[max(0, instrument.start - _CLAUSE_REACH) : instrument.start]
        # "Criminal Code, art. 137", "Labour Code Article 5", "State Constitution, Article III, Section 2, states";
        # but "According to the Code, article 5 …" and "the Charter, article 4 of which"
        if _ABBREVIATED.match(text, start) or joint == " " or (closed and not _OPENS_CLAUSE.search(before)):
            reading.start, reading.rule = instrument.start, "name-divisions"


def _shared_head(text: str, reading: Reading, names: _Names) -> Reading | None:
    """Read a second citation without its own word: "articles 5 of the Constitution and 12 of the Criminal Code"."""
    if not reading.plural or reading.rule != "divisions-of-name":
        return None
    joint = _SHARED.match(text, reading.end)
    step = reading.paths[0][0].split(":")[0]
    following = joint and read_numbers(text, joint.end(), joint.end(), step, plural=True)
    if not following:
        return None
    extend(text, following, ())
    return following if _join_right(text, following, names) else None


def _found(reading: Reading) -> Found:
    """The reading as a find; targets once each, in the order of the text."""
    glosses = dict(zip(reading.paths, reading.glosses, strict=False)) if any(reading.glosses) else {}
    targets = tuple(dict.fromkeys(reading.paths))
    return Found(
        reading.start,
        reading.end,
        reading.rule,
        confidence=0.95 if reading.instrument else 0.85,
        targets=targets,
        glosses=tuple(glosses.get(path) for path in targets) if glosses else (),
        instrument=(reading.instrument.start, reading.instrument.end) if reading.instrument else None,
    )
