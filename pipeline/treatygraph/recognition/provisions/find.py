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
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from treatygraph.recognition.grammar.found import Context, Found
from treatygraph.recognition.grammar.lexicon import words
from treatygraph.recognition.grammar.tokens import Words, words_of
from treatygraph.recognition.provisions.divisions import Reading, extend, read_numbers, read_ordinal
from treatygraph.recognition.provisions.joins import OF, Names, join_left, join_right, name_at
from treatygraph.recognition.provisions.units import STEP, is_plural, unit_at
from treatygraph.report import Path

# The same words as the tokenizer leaves them: a stop that ends no abbreviation it knows is a word of its own, and of
# "sub section" the first word is looked for.
_UNIT_WORDS = frozenset({*STEP, *(form.rstrip(".") for form in STEP if len(form) > 2), "§", "sub"})
_SHORT_SECTIONS = ("s.", "ss.", "s", "ss")  # divisions only before a number: "s. 12"
_BEFORE_DIGITS = (*_SHORT_SECTIONS, "reg.", "regs.")  # not in "reg. no. 745/11", a registration
_SUB_ARTICLES = ("subsection", "subsections", "sub-section", "sub section", "sub-article", "subarticle")
_VOLUMES = ("volume", "vol.")
_GLUE = frozenset({"-", "/", "&", "’", "'"})
_DIGIT = re.compile(r"\s?\d")
_SHARED = re.compile(r",?\s(?:and|or|as\swell\sas)\s|,\s")
_COLON = re.compile(r"(?:\sare|\sinclude)?(?:\sas\sfollows|,?\snamely)?[:,]?\s(?:[Aa]rticles?\s)?")
_PLACE = re.compile(r",?\s(?:(?:of|in)\s(?:(?:the|this|its|our)\s)?(?P<of>[\w-]+)|(?P<word>[\w-]+))")
_BARE_NUMBER = re.compile(r"(?:\band|\bor|\bwhile|,)\s(?=\d{1,3}\s?\((?:[a-z]|\d{1,2})\))")
_CLOSING_NUMBER = re.compile(r"(?<=\bAct, (?:19|20)\d\d), (?P<number>\d{1,3} ?\(\w{1,2}\))\.?\Z")
_SENTENCE_END = re.compile(r"[.;:•]\s")
_ELSEWHERE = re.compile(
    r"\b(?:[Ss]ee|treated|described|discussed|dealt\swith|outlined|presented|addressed|annexed)\b[^,]*\Z"
)
# Places in the report itself: "see |paragraph 14 under Article 9| above", "described under |article 9| of this report".
_HERE = re.compile(
    r",?\s(?:above|below|hereafter|hereinafter|supra|infra)\b|\s(?:of|in)\s(?:this|the\spresent|our)\s[Rr]eport\b"
)
_SEE = re.compile(r"\b(?:[Ss]ee|refer\sto|cf\.)(?:,?\salso)?,?\s(?:the\s)?\Z")
_OF_ARTICLE = re.compile(r"\b[Aa]rticle\s\d{1,4}[a-z]?(?:\s[a-z]+)?\.\s\Z")
_ITS = re.compile(r"\b(?:its|whose)\s\Z")
# "Subsection 25(1)": subsection 1 of section 25
_OF_SECTION = re.compile(r"\s\d{1,4}[A-Za-z]?\s?\(\d")
# "Federal Law Gazette |Part I|", "Federal Law Gazette [BGBl.] 2003 |Part I|"
_LAST_WORD = re.compile(r"\b([^\W\d]\w*)(?:\s[\[(][\w.]{1,12}[\])])?(?:,?\s(?:19|20)\d\d)?\W{1,3}\Z")
_LONGEST_WORD = 48
_SENTENCE_REACH = 160  # code points in which a sentence still speaks of what it cited
_SEE_REACH = 20
_ITS_REACH = 8


def find_provisions(doc: Doc, instruments: Sequence[Found], context: Context | None = None) -> list[Found]:
    """The provisions that a unit's text cites, sorted and without overlaps.

    `targets` holds a path for each division; `instrument` the start and end of the instrument in `instruments`
    that the grammar joins to it, None where the text leaves it open.
    """
    w = words_of(doc)
    text = w.raw
    names: Names | None = None
    finds: list[Found] = []
    done = 0
    article: Path = ()
    for anchor in _anchors(w):
        if anchor.start() < done:
            continue
        if names is None:
            names = Names(
                tuple(instruments), {find.start: find for find in instruments}, {find.end: find for find in instruments}
            )
        if names.over(anchor.start()) is not None:
            continue
        reading = _read(text, anchor, names, article)
        if reading is not None and not reading.paths:
            done = reading.end
        elif reading is not None and reading.start < done:
            # "Chapter II of the |Education Act|, article 6 (c)": the name is taken
            reading.start = anchor.start()
        while reading is not None and reading.start >= done and len(reading.paths) > 0:
            finds.append(_found(reading))
            done = reading.end
            article = next(
                (path[:1] for path in reversed(reading.paths) if path[0].startswith(("art:", "sec:"))), article
            )
            reading = _shared_head(text, reading, names)
    finds += _behind_year(text, instruments) if not finds else ()
    return sorted([*finds, *_without_word(text, finds)], key=lambda find: find.start) if finds else finds


def _behind_year(text: str, instruments: Sequence[Found]) -> Iterator[Found]:
    """The section that closes a text right behind an Act and its year: "Disability Act, 2011, 38 (2)."."""
    closing = _CLOSING_NUMBER.search(text)
    law = next((find for find in instruments if closing and find.end == closing.start()), None)
    if closing is None or law is None:
        return
    start, end = closing.span("number")
    reading = read_numbers(text, start, start, "sec", plural=False)
    if reading is not None and reading.end == end:
        reading.start, reading.rule, reading.instrument = law.start, "name-divisions", law
        yield _found(reading)


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
        if match is not None and (match[0].lower() not in _BEFORE_DIGITS or _DIGIT.match(w.raw, match.end())):
            yield match


def _read(text: str, anchor: re.Match[str], names: Names, article: Path) -> Reading | None:
    """What is cited around a division word; None where it cites nothing, without paths a place in the report."""
    form = anchor[0].lower()
    step = "sec" if STEP[form] == "subsec" and _OF_SECTION.match(text, anchor.end()) else STEP[form]
    plural = is_plural(form)
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
    if not join_right(text, reading, names):
        join_left(text, reading, names)
    if form in _SUB_ARTICLES and reading.instrument is None and article and len(reading.paths[0]) == 1:
        reading.paths = [(*article, *path) for path in reading.paths]  # "Section 5(1) … . |Subsection (2)| sets a fine"
    if (
        form == "§"
        and article
        and len(reading.paths[0]) == 1
        and _OF_ARTICLE.search(text, max(0, reading.start - _LONGEST_WORD), reading.start)
    ):
        reading.paths = [
            (*article, path[0].replace("sec:", "par:")) for path in reading.paths
        ]  # "Article 12. |§ 1|. In the case of a minor"
    if reading.instrument is None and not reading.named and _in_report(text, reading, STEP[form]):
        reading.paths = []
        return reading
    return reading if _is_citation(text, reading, anchor, names, ordinal=ordinal) else None


def _is_citation(text: str, reading: Reading, anchor: re.Match[str], names: Names, *, ordinal: bool) -> bool:
    """Whether what was read is a division of an instrument and no place in a report."""
    if reading.collection or _is_of_gazette(text, reading):
        return False
    if anchor[0].lower() in _VOLUMES and reading.rule != "divisions-of-name" and len(reading.paths[0]) == 1:
        return False  # "the |Norms and Standards for Lifts|, Volume 1, stipulate": the name of a book
    if reading.instrument is not None or reading.named:
        return True
    if anchor[0].lower() in _SHORT_SECTIONS:
        return False
    if ordinal and len(reading.paths[0]) == 1:
        its = _ITS.search(text, max(0, reading.start - _ITS_REACH), reading.start)
        return its is not None and _in_sentence_of_law(text, reading, names)
    alone = words("divisions", "marks", "alone")
    if not any(step.split(":")[0] in alone for step in reading.paths[0]):
        return _in_named_law(text, reading, names)
    return _stands_alone(text, reading)


def _is_of_gazette(text: str, reading: Reading) -> bool:
    """Whether a part is a gazette's, not a law's: "(Federal Law Gazette |Part I| p. 1467)"."""
    if reading.instrument is not None or reading.paths[0][0].startswith(("art:", "sec:")):
        return False
    before = _LAST_WORD.search(text, max(0, reading.start - _LONGEST_WORD), reading.start)
    return before is not None and before[1].lower() in words("divisions", "joins", "gazettes")


def _stands_alone(text: str, reading: Reading) -> bool:
    """Whether a bare article or section is one of a law: "article 36", but not "section 4 of the document"."""
    outer = reading.paths[0][0]
    if not outer.startswith("sec:") or any(step.startswith("art:") for step in reading.paths[0]):
        return True  # "Chapter III, article 36, states that"
    place = _PLACE.match(text, reading.end)
    following = (place["of"] or place["word"]).lower() if place else ""
    return following not in words("divisions", "joins", "documents") and outer[4:5].isdigit()


def _in_report(text: str, reading: Reading, step: str) -> bool:
    """Whether a division is a place in the report itself: "see point 12 of Article 7", "see Article 9 above"."""
    if _HERE.match(text, reading.end):
        return True
    return step not in words("divisions", "marks", "alone") and bool(
        _SEE.search(text, max(0, reading.start - _SEE_REACH), reading.start)
    )


def _in_sentence_of_law(text: str, reading: Reading, names: Names) -> bool:
    law = names.before(reading.start)
    return (
        law is not None
        and reading.start - law.end <= _SENTENCE_REACH
        and not _SENTENCE_END.search(text, law.end, reading.start)
    )


def _in_named_law(text: str, reading: Reading, names: Names) -> bool:
    """Whether a bare part or chapter is one of a law that its sentence names before it.

    "The |Labour Code| likewise affirms this right in title II", "the |Disability Act| through section 3, and Part IV"
    """
    if reading.paths[0][0].split(":")[0] not in words("divisions", "marks", "large") or text.startswith(
        (":", "/"), reading.end
    ):
        return False
    law = names.before(reading.start)
    if law is None or (law.name is not None and law.name.kind in words("divisions", "marks", "no_laws")):
        return False
    rules = text.endswith(("Rules", "Regulations"), law.start, law.end)
    if rules and reading.paths[0][0].startswith("rule:"):
        return True  # "The |Harbour Rules| are in force. Under rule 4(2), pilots rest."
    gap = text[law.end : reading.start]
    return len(gap) <= _SENTENCE_REACH and not (_SENTENCE_END.search(gap) or _ELSEWHERE.search(gap))


def _listed(text: str, anchor: re.Match[str], step: str, names: Names) -> Reading | None:
    """Read numbers that follow the name: "articles of the Criminal Code: 125 (Abduction) and 126"."""
    of = OF.match(text, anchor.end())
    if of is None:
        return None
    instrument, at, _ = name_at(text, of.end(), names)
    colon = _COLON.match(text, at) if instrument else None
    if colon is None:
        return None
    reading = read_numbers(text, colon.end(), anchor.start(), step, plural=True)
    if reading is not None:
        reading.instrument = instrument
        reading.rule = "listed-divisions"
    return reading


def _shared_head(text: str, reading: Reading, names: Names) -> Reading | None:
    """Read a second citation without its own word: "articles 5 of the Constitution and 12 of the Criminal Code"."""
    if not reading.plural or reading.rule != "divisions-of-name":
        return None
    joint = _SHARED.match(text, reading.end)
    step = reading.paths[0][0].split(":")[0]
    following = joint and read_numbers(text, joint.end(), joint.end(), step, plural=True)
    if not following:
        return None
    extend(text, following, ())
    return following if join_right(text, following, names) else None


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
