"""The instrument that a text joins to the divisions it cites: behind them, before them, or left open.

"article 5 of the |Code|"   "§ 138 |StGB|"   "article 20, |law 102/09|"   "|Criminal Code|, art. 137"
"|Act No. 16736| (art. 768)"   "|School Act|, as amended by |Act No. 126|, articles 75–77": of the School Act
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from treatygraph.ontology import load_instruments
from treatygraph.recognition.grammar.found import Found
from treatygraph.recognition.grammar.lexicon import kinds, words
from treatygraph.recognition.provisions.divisions import ET_SEQ, Reading

OF = re.compile(
    rf"(?:(?<=\))\d{{1,2}})?,?(?:\s(?:{ET_SEQ}|inclusive|respectively),?)?\s(?P<link>of|in|to|from|under)\s"
)
# "art. 28 et seq"
_FOLLOWING = re.compile(r"\s(?:et\sseqq?\b|and\sfollowing\b)")
_POSSESSIVE = re.compile(r"[’']s\s")
_WORD = re.compile(r"[^\s,;:.()“”\"]+")
_ACRONYM = re.compile(r"(?:the\s)?(?P<name>[A-Z]{3,}[A-Z0-9-]*(?:\s(?:19|20)\d\d)?)(?![\w’/])")
_BESIDE = re.compile(r"\s(?P<name>[A-Z]{3,}[A-Z0-9-]*)(?![\w’/])")
_CAPITAL_AFTER = re.compile(r"\s(?:of\s)?[A-Z]")
_GAP_BEFORE = re.compile(
    r"(?:,?\s\(|,?\s(?:in|under|by|through)\s(?:its|their|the|his)\s|,?\sin\s|[’']s?\s|,\s|:\s|\s[–-]\s|\s)\Z"
)
_ABBREVIATED = re.compile(r"(?:arts?\.|sect?\.|para|§|ss?\.)", re.IGNORECASE)
_RELATIVE = re.compile(r"\sof\swhich")
_OPENS_CLAUSE = re.compile(r"(?:^|[.;:]\s)(?:According\sto|Under|In|By|Pursuant\sto|With|As|Per)\b[^.,;]*\Z")
# "Chapter II, on accessibility, of Act No. 763"
_ASIDE = re.compile(r",\s(?:on|concerning|regarding|relating\sto|entitled)\s[^,;.()]{1,80}(?=,\s(?:of|in)\s)")
# "the |School Act|, as amended by |Act No. 126|"
_AMENDED_BY = re.compile(
    r"(?P<gloss>\s\([^()]{1,80}\))?,?\s\(?(?:as\s)?(?:last\s|subsequently\s)?(?:amended|modified|supplemented|revised)"
    r"(?:\sand\s(?:amended|modified|supplemented|completed))?\s(?:by|in|through|under)\s(?:the\s)?\Z"
)
# "As to |article 33| the |Lifts Act| provides": the law is what the sentence speaks of.
_GOVERNS = re.compile(
    r"\s(?:also\s)?(?:"
    + "|".join(sorted(words("titles", "stops", "verbs") | words("titles", "stops", "auxiliaries")))
    + r")\b"
)
# Instruments that are cited by article or section, and those that have paragraphs alone.
_BY_ARTICLE = frozenset({"act", "code", "constitution", "bill", "decree"})
_BY_PARAGRAPH = frozenset({"treaty", "protocol", "resolution", "soft-law", "decision", "judgment", "agreement"})
_GAP_REACH = 16  # code points between a name and the division after it
_AMENDED_REACH = 130  # code points between an instrument and what amended it
_CLAUSE_REACH = 120  # code points before a name in which its clause may open
_MOST_WORDS = 6  # words between "of" and the name: "of the same above-mentioned"


@dataclass(frozen=True, slots=True)
class Names:
    """The instruments of a text by where they begin and end."""

    finds: tuple[Found, ...]
    starts: dict[int, Found]
    ends: dict[int, Found]

    def over(self, at: int) -> Found | None:
        """The instrument whose name runs over `at`."""
        place = bisect_right(self.finds, at, key=lambda find: find.start) - 1
        return self.finds[place] if place >= 0 and at < self.finds[place].end else None

    def before(self, at: int) -> Found | None:
        """The last instrument whose name ends up to `at`."""
        place = bisect_right(self.finds, at, key=lambda find: find.end)
        return self.finds[place - 1] if place else None


@lru_cache(maxsize=1)
def _short_names() -> frozenset[str]:
    """The acronyms of the treaties and instruments that the ontology knows."""
    return frozenset(name for instrument in load_instruments() for name in instrument.abbreviations)


def amended_by(text: str, amending: Found, names: Names) -> Found | None:
    """The instrument before another that "as amended by" makes its amendment."""
    match = _AMENDED_BY.search(text, max(0, amending.start - _AMENDED_REACH), amending.start)
    return (names.ends.get(match.start()) or names.ends.get(match.end("gloss"))) if match else None


def name_at(text: str, at: int, names: Names) -> tuple[Found | None, int, str]:
    """The instrument that begins after determiners and adjectives at `at`; where it ends; the word it stopped at."""
    determined = False
    word = ""
    for _ in range(_MOST_WORDS):
        if (instrument := names.starts.get(at)) is not None:
            # "Chapter VI of that |Act|’s |implementing regulations|"
            owned = names.starts.get(instrument.end + 3) if _POSSESSIVE.match(text, instrument.end) else None
            instrument = owned or instrument
            return instrument, instrument.end, ""
        match = _WORD.match(text, at)
        if match is None:
            # "Section 24 of the |(PWDA)|": a short name that stands in the brackets of its definition
            bracketed = names.starts.get(at + 1) if text.startswith("(", at) else None
            if bracketed is not None and text.startswith(")", bracketed.end):
                return bracketed, bracketed.end + 1, ""
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


def join_right(text: str, reading: Reading, names: Names) -> bool:
    """Take in the instrument after the divisions: "of the Code", "§ 138 StGB", ", Law No. 5"."""
    aside = _ASIDE.match(text, reading.end)
    for at in dict.fromkeys((reading.end, reading.after_gloss, aside.end() if aside else reading.end)):
        of = OF.match(text, at)
        to_annex = of is not None and of["link"] == "to" and reading.paths[0][0].startswith("annex:")
        if of is not None and (of["link"] in ("of", "in") or to_annex) and _join_name(text, reading, of, names):
            return True
    return _join_beside(text, reading, names)


def _join_name(text: str, reading: Reading, of: re.Match[str], names: Names) -> bool:
    """Take in a name after "of"; note where what follows is a collection, or a document that is no instrument."""
    instrument, end, stop = name_at(text, of.end(), names)
    if instrument is not None or stop == "name":
        reading.instrument, reading.end, reading.named = instrument, end, True
        reading.rule = "divisions-of-name"
        return True
    if of["link"] != "of":
        return False
    if stop in words("divisions", "joins", "collections"):
        reading.collection = True
    elif acronym := _ACRONYM.match(text, of.end()):
        reading.end, reading.named = acronym.end(), True
        reading.rule = "divisions-of-name"
        return True
    elif stop in words("divisions", "joins", "documents"):
        reading.collection = reading.collection or not reading.paths[0][0].startswith("art:")
    return False


def _join_beside(text: str, reading: Reading, names: Names) -> bool:
    """Take in a name right after the divisions, or after a comma: "§ 138 StGB", "article 20, law 102/09"."""
    short = _BESIDE.match(text, reading.end)
    if short is not None and short["name"] in _short_names() and reading.end + 1 not in names.starts:
        # "the interpretation of |Article 2(1) ECHR|": by itself "ECHR" may be the Court
        reading.end, reading.named, reading.rule = short.end(), True, "divisions-name"
        return True
    following = names.starts.get(reading.end + 1)
    if following is not None and text[reading.end] == " " and not following.anaphor:
        # as in rows of "Criminal Code, art. 125 Criminal Code, art. 126"
        cited_after = text.endswith(", ", 0, reading.start) and reading.start - 2 in names.ends
        if not cited_after:
            reading.instrument, reading.end, reading.rule = following, following.end, "divisions-name"
            return True
    following = names.starts.get(reading.end + len(" the ")) if text.startswith(" the ", reading.end) else None
    if following is not None and not (following.anaphor or _GOVERNS.match(text, following.end)):
        # "a public prosecutor, who, according to |Article 19 the Law on the Prosecutor’s Office|, defends"
        reading.instrument, reading.end, reading.rule = following, following.end, "divisions-name"
        return True
    following = names.starts.get(reading.end + 2)
    if following is not None and text.startswith(", ", reading.end) and not following.anaphor:
        after = text[following.end : following.end + 1]
        numbered = any(letter.isdigit() for letter in text[following.start : following.end])
        if not after or after in ".;)" or (after == "," and numbered):
            reading.instrument, reading.end, reading.rule = following, following.end, "divisions-name"
            return True
    return False


def _is_of_report(text: str, reading: Reading, law: Found) -> bool:
    """Whether paragraphs behind a law are the report's: a law is cited by article, "Act No. 21.015 (|para. 16|)"."""
    steps = [path[0] for path in reading.paths]
    if any(len(path) > 1 for path in reading.paths) or not all(step.startswith("par:") for step in steps):
        return False
    named = {kinds().get(word) for word in text[law.start : law.end].lower().split()}
    return not named.isdisjoint(_BY_ARTICLE) and named.isdisjoint(_BY_PARAGRAPH)


def join_left(text: str, reading: Reading, names: Names) -> None:
    """Take in the instrument before the divisions, or note it where the text does not join the two."""
    if following := _FOLLOWING.match(text, reading.end):
        reading.end = following.end()
    start, end = reading.start, reading.end
    gap = _GAP_BEFORE.search(text, max(0, start - _GAP_REACH), start)
    before = names.ends.get(gap.start()) if gap else None
    if gap is None or before is None:
        return
    after = text[end : end + 1]
    joint = gap[0]
    if joint.endswith("(") and _is_of_report(text, reading, before):
        return
    instrument = amended_by(text, before, names) or before
    reading.instrument = instrument
    if joint.endswith("("):
        if after == ")":
            reading.start, reading.end, reading.rule = instrument.start, end + 1, "name-divisions"
    elif joint.strip(" ,’'s-–:") == "":
        closed = (not after or after in ".,;)") and not _RELATIVE.match(text, end)
        lead = text[max(0, instrument.start - _CLAUSE_REACH) : instrument.start]
        # "Criminal Code, art. 137", "Labour Code Article 5", "State Constitution, Article III, Section 2, states";
        # but "According to the Code, article 5 …" and "the Charter, article 4 of which"
        if _ABBREVIATED.match(text, start) or joint == " " or (closed and not _OPENS_CLAUSE.search(lead)):
            reading.start, reading.rule = instrument.start, "name-divisions"
