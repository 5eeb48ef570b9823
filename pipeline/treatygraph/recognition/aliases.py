"""Short names that a report itself defines, and where it uses them.

"Act No. 51/2003 … for persons with disabilities (LIONDAU)", "… (hereinafter referred to as the “Disability
Policy”)", "LIONDAU (Act No. 51/2003)", a line of the list of abbreviations. A definition holds for the whole report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from treatygraph.ontology import load_treaties
from treatygraph.recognition.agencies.words import heads
from treatygraph.recognition.grammar.found import Alias, Context, Found, found_in
from treatygraph.recognition.grammar.lexicon import kinds
from treatygraph.recognition.grammar.spans import Ranges
from treatygraph.recognition.grammar.states import state_code
from treatygraph.recognition.grammar.tokens import Words, phrases, words_of
from treatygraph.recognition.instruments.anchors import Anchor
from treatygraph.recognition.instruments.designations import date_end
from treatygraph.recognition.instruments.extents import read_extent
from treatygraph.recognition.instruments.names import read_name

Named = Literal["instrument", "agency"]
NAMED: tuple[Named, ...] = ("instrument", "agency")

_HERE = (
    r"(?:here(?:in)?after|henceforth|herein)[,:]?"
    r"(?:\ (?:referred\ to|known|called|designated)(?:\ simply)?(?:\ as)?)?"
)
_QUOTED = r"(?:[^()“”\"„«»‘’]|’(?=s\b))"  # inside quotation marks; an apostrophe may stand before "s"
# "(LIONDAU)", "(the “PWD Act”)", "(PENIA Plan)", "(‘Convention’ or ‘CRPD’)", "(hereinafter referred to as the
# Anti-Discrimination Programme)", "(hereinafter, CNR or the Constitution)"
_BRACKET = re.compile(
    rf"""\s?\((?P<here>{_HERE}[,:]?\ )?
    (?:the\ |its\ acronym\ |acronym\ |abbreviated\ (?:as|to)\ |(?:also\ )?known\ as\ (?:the\ )?)?
    (?P<open>[“"„«‘'])?(?:the\ )?(?P<short>{_QUOTED}{{2,80}}?)
    (?:[”"“»’'](?:\ or\ (?:the\ )?[“"„«‘'](?P<second>{_QUOTED}{{2,60}})[”"“»’'])?)?
    (?(here)(?:\ or\ (?:the\ )?(?P<third>[A-Z]{_QUOTED}{{2,60}}?))?)
    (?:[;,]\ [^()]{{0,60}})?\)""",
    re.VERBOSE,
)
# ", hereinafter “the Disability Act”,"; ", known as “LOMLOU”"
_CLAUSE = re.compile(
    rf""",?\ (?:{_HERE}|(?:also\ |commonly\ |popularly\ |better\ )?(?:known|referred\ to)\ as)[,:]?[ ]
    (?:the\ )?[“"„«‘](?P<short>{_QUOTED}{{2,60}}?)[”"“»’']""",
    re.VERBOSE,
)
# The name in the State's language and its acronym: "National Plan … (Plano Nacional … – PRONASCI)"; the name itself
# may have been found: "(⟦Conselho Nacional de Justiça⟧ – CNJ)"
_DASHED = re.compile(r"(?:\s?\([^()]{3,120}?)?\s[–—-]\s(?P<short>[A-Z][\w/-]*)[),]")
# The acronym in front, the full name in the bracket: "LIONDAU (Act No. 51/2003)"
_FRONT = re.compile(r"(?P<short>[A-Z][\w&/-]*[A-Z][\w&/-]*) \((?:the )?$")
_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z&/.-]{1,13}(?:-\d)?")  # "PNDH-3"
# "Republic Act (R.A.) No. 7277": the bracket abbreviates the kind.
_ABBREVIATED = re.compile(r"(?P<kind>[A-Z]\w+(?: [A-Z]\w+){0,2}) \((?P<short>(?:[A-Z]\.){2,4})\) (?=No\b|\d)")
# "|(Proteção Social Especial – PSE)|"
_SPELT_OUT = re.compile(r"(?<=\S) \((?P<words>[A-Z]\w+(?: \w+){1,6}) [–—-] (?P<short>[A-Z]{2,6})\)")
# "Family Health |Teams| (ESF)"
_LAST_WORD = re.compile(r"\b[A-Z]\w+ (?P<word>[A-Z][a-z]\w+) \($")
_LAST_REACH = 40
_LETTERED = re.compile(r"(?:[A-Z]\.){2}")
# So the long form of such an alias ends: it names nothing but with a number behind it.
_NUMBER = " No."
_ISSUED = re.compile(r".*\b(?:Decision|Order|Resolution|Decree|Circular)s? No\. ?\S+ of the [A-Z][^,“\d]*")
_DATED_SHORT = re.compile(r"[A-Z]{2,8},? (?:19|20)\d\d")  # "(HPA 2006)"
_IS_CAPITALS = re.compile(r"[A-Z]{3,7}")
_CAPITALS = re.compile(rf"(?<![\w/-]){_IS_CAPITALS.pattern}(?![\w/-])")
_IN_BRACKET = re.compile(r"[(“]([A-Z]{3,7})[;,)”]")
_ROMAN = re.compile(r"[IVXLC]+")
# Where a law is printed, no name of it: "The Labour Act (“Official Gazette of the Republic”, No. 93/14)".
_PUBLICATION = re.compile(
    r"\b(?:Gazette|Official (?:Journal|Bulletin|Register)|Moniteur|Collection of Laws)\b|^(?:OJ|O\.J\.|BGBl)(?= |$)",
    re.IGNORECASE,
)
# "Administrative Decision No. 0269-2009 of the |National Land Registry (NALRE)|": the acronym is the body's.
_BODY_AT_THE_END = re.compile(r"\d[\w/.-]*,? (?:of|by|issued by) (?:the )?[A-Z](?:(?! on | concerning )[^,])*$")
# "Disability Services Act 1993 (NSW)", "(Vic.)": of a short title with its year, no bracket is an acronym but its own.
_SHORT_TITLE = re.compile(r"\b(?:Act|Code|Bill|Regulations?|Rules|Ordinance),? (?:of )?\d{4}$", re.IGNORECASE)
# The rules that find a body by its acronym alone: elsewhere nothing in its name tells it.
_WITHOUT_HEAD = frozenset({"listed", "acts", "of a State"})
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "with", "to", "a"})
_NOT_NAMES = frozenset(
    {"EU", "UN", "UK", "USA", "US", "EC", "No.", "OG", "ibid", "NGO", "NGOs", "PWD", "PWDs", "HTML", "PDF"}
)


def define_aliases(doc: Doc) -> Iterator[Alias]:
    """The short names that the doc gives to the instruments and agencies found on it."""
    named = [(kind, find) for kind in NAMED for find in found_in(doc, kind) if not find.anaphor]
    text = words_of(doc).raw if named else ""
    # "|Higher Education Disability South Africa| (HEDSA) … |Higher …| trained"
    yield from (Alias(name, name, k) for k, f in named if f.rule in _WITHOUT_HEAD for name in (text[f.start : f.end],))
    texts = [text[find.start : find.end] for kind, find in named if kind == "instrument"]
    yield from (Alias(m["short"], f"{m['kind']}{_NUMBER}", "instrument") for m in map(_ABBREVIATED.match, texts) if m)
    starts = {find.end: find.start for _, find in named}
    bodies = {find.end for kind, find in named if kind == "agency"}
    for kind, find in named:
        long = text[find.start : find.end]
        if kind == "agency" and state_code(long):
            continue  # "Federation of Bosnia and Herzegovina (FBiH)"
        if kind == "instrument" and (find.end in bodies or _ISSUED.fullmatch(long)):
            continue  # "Decision No. 0269-2009 of the National Land Registry (NALRE)": the body's
        for match in (_BRACKET.match(text, find.end), _CLAUSE.match(text, find.end)):
            for group in ("short", "second", "third") if match else ():
                explicit = match is not None and bool(match.groupdict().get("here", match.re is _CLAUSE))
                short = _short(match, group, long) if match else None
                if short and not _is_anothers(short, long, kind, explicit):
                    yield Alias(short, long, kind)
        dashed = _DASHED.match(text, find.end)
        if dashed and (dashed[0].endswith(")") or dashed[0].startswith((" (", "("))) and _is_acronym(dashed["short"]):
            yield Alias(dashed["short"], long, kind)
        before = max(find.start - 30, 0)
        front = _FRONT.search(text[before : find.start])
        if front and text[find.end : find.end + 1] == ")" and _is_acronym(front["short"]):
            at, end = before + front.start("short"), before + front.end("short")
            # nor "Unified Social Assistance System – |SUAS| (CIT Resolution No. 08)"
            dash = text[:at].endswith(("– ", "— ", "- ")) or f"– {front['short']})" in text
            # not "Framework Law on Preschool Education in BH (Organisation of …)"
            if starts.get(end, at) == at and not dash:
                yield Alias(front["short"], long, kind)


def _short(match: re.Match[str], group: str, long: str) -> str | None:
    groups = match.groupdict()
    short = (groups.get(group) or "").strip(" ,;")
    if not short or short in _NOT_NAMES or " " not in long:
        return None  # "(Constitution, …)" defines nothing
    defined = bool(groups.get("here")) or bool(groups.get("open")) or "here" not in groups
    if (
        short.lower() in kinds()
        or (short.lower() in heads() and not short.isupper())
        or (any(c.isdigit() for c in short) and not (_is_acronym(short) or _DATED_SHORT.fullmatch(short)))
        or short == long
    ):
        return None  # "(hereinafter “the Act”)" is a back-reference wherever it is used
    if state_code(short):
        return None  # "(BiH – …)"
    if _DATED_SHORT.fullmatch(short) or all(map(_is_acronym, short.split())):  # "(HJPC BiH)"
        return short
    last = short.rsplit(" ", 1)[-1].lower()
    if defined and short[0].isupper() and len(short.split()) <= 8:
        return short
    if last in kinds() and short[0].isupper() and len(short.split()) <= 5:
        return short  # "(PENIA Plan)"
    return None


def _is_anothers(short: str, long: str, kind: Named, explicit: bool) -> bool:
    """Whether a bracket names something else than what it follows: a gazette, a body, a part of the State.

    `explicit` says that words define it: "(hereinafter referred to as …)".
    """
    if _PUBLICATION.search(short) or _shortens_tail(short, long):
        return True
    if kind == "agency" and kinds().get(short.rsplit(" ", 1)[-1].lower(), "programme") != "programme":
        return True  # "the Rome Statute of the International Criminal Court |(Rome Statute)|"
    if explicit or kind == "agency" or not _is_acronym(short):
        return False
    if read_name(long).kind == "soft-law" and not _abridges(short, long):
        return True  # "the Declaration of Helsinki (WMA)": who issued it
    return bool(_BODY_AT_THE_END.search(long) or (_SHORT_TITLE.search(long) and not _abridges(short, long)))


def _abridges(short: str, long: str) -> bool:
    """Whether an acronym is made of a name: of letters in its order, or of its first and of its kind's.

    "COTA" of "Crimes of Torture Act 1989"; "HPA" of "Harbour Act 2006"; no "NSW" of "Disability Services Act 1993".
    """
    wanted, name = [letter for letter in short.casefold() if letter.isalpha()], long.casefold()
    letters = iter(name)
    kind = _SHORT_TITLE.search(name)
    ends = kind is not None and (wanted[0], wanted[-1]) == (name[0], name[kind.start()])
    return ends or all(letter in letters for letter in wanted)


def _shortens_tail(short: str, long: str) -> bool:
    """Whether an acronym stands for the last words of a title alone: "Act on the National Disability Council (NDC)"."""
    if not _is_acronym(short):
        return False
    if short.endswith("s"):
        return True  # a plural: "… of persons with disabilities (PWDs)"
    letters = [c.lower() for c in short if c.isalpha()]
    for tail in (
        long.lower().replace("-", " ").split(),
        long.lower().split(),
    ):  # "pre-implantation genetic diagnosis (PGD)"
        content = [word for word in tail if word not in _SMALL]
        if len(content) > len(letters) and [word[0] for word in content[-len(letters) :]] == letters:
            return True
    return False


def implied_aliases(docs: Sequence[Doc]) -> Iterator[Alias]:
    """The acronyms that the docs use and define nowhere, where they are the initials of one agency's name alone.

    "the Disability and Working Capacity Assessment Office … customers of the DWCAO"
    """
    texts = [words_of(doc).raw for doc in docs]
    names: dict[str, set[str]] = {}
    for doc, text in zip(docs, texts, strict=True):
        for find in found_in(doc, "agency"):
            if not find.anaphor and _IS_CAPITALS.fullmatch(short := _initials(name := text[find.start : find.end])):
                names.setdefault(short, set()).add(name)
    of_one = {short for short, long in names.items() if len(long) == 1} - _NOT_NAMES
    printed = [text for text in texts if any(short in text for short in of_one)]
    used = {match[0] for text in printed for match in _CAPITALS.finditer(text)}
    defined = {match[1] for text in printed for match in _IN_BRACKET.finditer(text)}
    for doc, text in zip(docs, texts, strict=True) if of_one & used else ():
        defined |= {_initials(text[find.start : find.end]) for find in found_in(doc, "instrument")}
    for short in sorted(of_one & used - defined):
        yield Alias(short, names[short].pop(), "agency")


def _initials(name: str) -> str:
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in words if word not in _SMALL).upper()


def treaty_acronyms() -> Iterator[Alias]:
    """The acronyms of treaties that need no definition: "in line with the CRPD", "visits under OPCAT"."""
    for short in ("OPCAT", "OP-CAT"):
        yield Alias(short, "Optional Protocol to the Convention against Torture", "instrument")
    for treaty in load_treaties():
        for short in treaty.acronyms:
            yield Alias(short, treaty.title, "instrument")


def _is_acronym(short: str) -> bool:
    return bool(_ACRONYM.fullmatch(short)) and not _ROMAN.fullmatch(short) and short not in _NOT_NAMES


def find_aliases(doc: Doc, context: Context, kind: Named) -> list[Found]:
    """Where the doc uses one of the context's aliases of this type, sorted by start.

    They lie outside what is found already, but for letters before a number whose kind the report tells and no list
    knew, and a law in the title behind them: "L.D. No. 9710", "L.D. 10372 “amending the Pilots Code”".
    """
    short = _short_names(doc.vocab, context, kind)
    w = words_of(doc)
    if short.first_words.isdisjoint(w.text):
        return []
    found = found_in(doc, kind)
    lettered = {find.start for find in found if _LETTERED.match(w.raw, find.start)}
    taken = Ranges((find.start, find.end) for find in found)
    # "the CRPD Committee" names no treaty
    bodies = Ranges((find.start, find.end) for find in (found_in(doc, "agency") if kind == "instrument" else []))
    finds: list[Found] = []
    done = 0
    others = _defined_otherwise(w.raw, found)
    ends = frozenset(find.end for find in found)
    for _, first, last in sorted(short.matcher(doc), key=lambda m: (m[1], -m[2])):
        start, end = w.start[first], w.end[last - 1]
        spelled = w.raw[start:end]
        long = short.long[spelled]
        if long.endswith(_NUMBER):
            end = _numbered_end(w, first, last, long)
            is_found = start not in lettered and taken.overlapping(start, w.end[last - 1])
            long = long.removesuffix(_NUMBER) + w.raw[w.end[last - 1] : end]
        else:
            if kind == "instrument" and (dated := date_end(w, last, "act", True)) > last:
                end = w.end[dated - 1]  # "the CRA of 2007"
            is_found = taken.overlapping(start, end)
        if start < done or end == start or is_found or spelled in others or bodies.holding(start, end):
            continue
        if kind == "instrument" and _is_acronym(spelled) and _is_of_another(w.raw, start, end, long, ends):
            continue
        if w.raw.startswith("/C/", end):
            continue  # "CRPD/C/2/3", the symbol of a document
        name = read_name(long) if kind == "instrument" else None
        finds.append(Found(start, end, "alias", 0.9, name=name))
        done = end
    return finds


def _defined_otherwise(text: str, found: list[Found]) -> frozenset[str]:
    """The acronyms that a text makes of other words than the report did before: "(Proteção Social Especial – PSE)".

    A name that was found stands before the bracket where the text defines the same acronym once more.
    """
    ends = {find.end for find in found}
    spelt_out = (m for m in _SPELT_OUT.finditer(text) if m.start() not in ends)
    return frozenset(m["short"] for m in spelt_out if m["short"] in {_initials(m["words"]), _capitals(m["words"])})


def _capitals(name: str) -> str:
    """The initials of the words that are capitalised: "|E|quipes de |S|aúde da |F|amília"."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _is_of_another(text: str, start: int, end: int, long: str, ends: frozenset[int]) -> bool:
    """Whether an acronym alone in a bracket stands behind other words than it is short for: "Health Teams (|ESF|)".

    `long` is what the report defines it for; a name that was found ends at one of `ends`.
    """
    if text[end : end + 1] != ")":
        return False
    before = _LAST_WORD.search(text, max(0, start - _LAST_REACH), start)
    if before is None or before.end("word") in ends:
        return False
    word, words = before["word"].casefold(), {part.removesuffix("s") for part in long.casefold().split()}
    return word not in kinds() and word.removesuffix("s") not in words


def _numbered_end(w: Words, first: int, last: int, long: str) -> int:
    """Where an instrument ends whose kind the report abbreviates, or its start: "|R.A. No. 9710|", but "R.A. Smith"."""
    head = long.removesuffix(_NUMBER).rsplit(" ", 1)[-1].lower()
    anchor = Anchor(first, last, head, head, kinds().get(head, "act"), capital=True, short=True)
    extent = read_extent(w, anchor, first)
    return w.end[extent.end - 1] if extent.number else w.start[first]


class _ShortNames(NamedTuple):
    """A context's short names of a type: how they are found, what each is short for, and the words they open with."""

    matcher: PhraseMatcher
    long: dict[str, str]
    first_words: frozenset[str]


@lru_cache(maxsize=8)
def _short_names(vocab: Vocab, context: Context, kind: Named) -> _ShortNames:
    long = {alias.short: alias.long for alias in context.aliases if alias.type == kind}
    matcher = PhraseMatcher(vocab, attr="ORTH")
    docs = phrases(vocab, sorted(long))
    if docs:
        matcher.add("alias", docs)
    return _ShortNames(matcher, long, frozenset(doc[0].text for doc in docs))


def unique_aliases(aliases: Iterable[Alias]) -> tuple[Alias, ...]:
    """The aliases without repetitions and without what is no name, the first definition winning, in order."""
    seen: dict[str, Alias] = {}
    for alias in aliases:
        if alias.short not in _NOT_NAMES:
            seen.setdefault(alias.short, alias)
    return tuple(seen.values())
