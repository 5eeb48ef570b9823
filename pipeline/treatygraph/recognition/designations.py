"""What identifies an instrument besides its title: its number, its date or year, and who issued it.

Each reader takes the token after a head and returns the token after what it read, or the same token.
"""

from __future__ import annotations

import re

from treatygraph.recognition.lexicon import kinds, words
from treatygraph.recognition.tokens import Words

# "No. ", "Nos ", "N° ", "№", "Number "; "Regulation (EC) No 1107/2006"
_MARK = re.compile(r"\((?:EC|EU|EEC)\)\s*(?:No\.?\s*)?|(?:Nos?\b\.?|nos?\.|N[°º]s?\.?|n[°º]s?\.?|№|#|[Nn]umber\b)\s*")
# What follows a mark: any run without blanks that holds a digit ("49-2005/AN", "M/37", "26.298", "18172"); a hyphen
# at a line's end may leave a blank ("2016- 311/PRES"); Slovak and Czech collections close theirs with "Coll.".
_MARKED = re.compile(
    r"(?=[^\s;()“”\"«»\[\]]*\d)[^\s;()“”\"«»\[\],]+(?:- ?(?=\d)[^\s;()“”\"«»\[\],]+|,\d{3}(?!\d)(?:/\d+)?)*(?:\s+Coll\.)?"
    r"|[IVXLC]+(?:-\d+)?(?=[\s,;.)])"
)
# A number without a mark: "Act 51/2003", "Directive 2006/54/EC", "resolution 217 A (III)", "Law 9615", "Act CXXV of 2003".
_BARE = re.compile(
    r"\d[\d.,]*(?:[/-][\w.]+)*(?: [A-Z] \([IVX]+\))?(?:\s+Coll\.)?(?![\w%])|[A-Z]{1,4}(?:/[A-Z]{1,4})*[-/]\d[\w./-]*|(?:19|20)\d\d[A-Z][a-z]{1,3}\d+|[CLXVI]{1,8}(?= of (?:19|20)\d\d)"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_CAP = re.compile(r"(?:Cap|CAP|Chap)(?:\.|\b)\s*\d[\w:.]*|[Cc]hapter\s+\d[\d:.]*")
_CLOSING = ".,:;'’-–"


def number_end(words_: Words, i: int, bare: bool) -> int:
    """The token after a printed number at `i` ("No. 83", "27/2000" if `bare`), or `i`.

    A comma or stop may stand before a marked number ("Act, No. 3 of 1994", "Act. No. 31 of 2007") and brackets
    around it ("(No. 182)", "(Cap. 248)").
    """
    j = i
    bracket = words_.at(j) == "(" and words_.at(i + 1) not in {"ec", "eu", "eec"}
    if bracket or words_.at(j) in {",", "."}:
        j += 1
    if j >= words_.n:
        return i
    at = words_.start[j]
    mark = _MARK.match(words_.raw, at)
    if mark:
        number = _MARKED.match(words_.raw, mark.end())
    elif (chapter := _CAP.match(words_.raw, at)) and words_.at(j) != "chapter":
        number = chapter
    elif bracket and chapter:
        number = chapter
    elif bare and j == i and not words_.glued(i) and i not in words_.dates:
        number = _BARE.match(words_.raw, at)
        if number and _YEAR.fullmatch(number.group().rstrip(_CLOSING)):
            return i
        if number and len(number.group().rstrip(_CLOSING)) < 3 and words_.at(j + 1) != "of":
            return i  # a note's mark, the number of a paragraph
    else:
        return i
    if not number:
        return i
    end = words_.token_at(number.start() + len(_trim(number.group())))
    if bracket:
        close = next((q for q in range(end, min(end + 8, words_.n)) if words_.text[q] in {")", "("}), words_.n)
        return close + 1 if words_.at(close) == ")" else i
    return max(end, j + 1)


def _trim(number: str) -> str:
    return number if number.endswith("Coll.") else number.rstrip(_CLOSING)


def date_end(words_: Words, i: int, kind: str, numbered: bool) -> int:
    """The token after the date or year that belongs to a name at `i`, or `i`.

    "of 12 May 2001", ", of 1984", ", 2003", " 1961", "(1989)", "dated June 27, 2006"; for a programme also its
    period: "2009–2011", "for 2007–2009", "for the period 2012–2016", "in 2009-2013", "to 2020".
    """
    j = i
    if words_.at(j) == "(":
        end = words_.dates.get(j + 1, j)
        return end + 1 if end > j + 1 and words_.at(end) == ")" else i
    comma = words_.at(j) == ","
    j += comma
    word = words_.at(j)
    if word == "of" or word == "dated" or (word == "from" and numbered):
        j += 1
        if words_.at(j) == "the" and j + 1 in words_.dates:
            j += 1
    elif kind == "programme" and word in {"for", "in", "to", "until", "during", "towards", "over", "horizon", "by"}:
        j += 1
        if words_.at(j) == "the":
            j += 1
        if words_.at(j) in {"period", "years", "year", "biennium", "triennium", "decade", "horizon"}:
            j += 1
        end = words_.dates.get(j, j)
        period = any(c in words_.raw[words_.start[j] : words_.end[end - 1]] for c in "-–/") if end > j else False
        if word in {"in", "over", "by", "during"} and not period:
            return i
        return end if end > j else i
    end = words_.dates.get(j, i)
    if end <= j:
        return i
    if comma and j == i + 1 and not (numbered or _is_year(words_, j, end)):
        return i
    if j == i and not numbered and not _is_year(words_, j, end) and kind != "programme":
        return i
    return end


def _is_year(words_: Words, i: int, end: int) -> bool:
    return bool(_YEAR.match(words_.text[i])) and (end == i + 1 or end == i + 3)


def issuer_end(words_: Words, i: int) -> int:
    """The token after "of [the] Issuer" at `i`, or `i`: "of Kazakhstan", "of the Office of the Procurator-General".

    The chain of capitalised words goes on over of, the, for and "and"; it stops before another instrument
    ("of Kazakhstan and Criminal Code").
    """
    if words_.at(i) not in {"of", "de", "by"} or words_.at(i) == "by":
        return i
    j = i + 1
    if words_.at(j) == "the":
        j += 1
    end = i
    while j < words_.n:
        if words_.at(j) in words("instruments", "before", "sections"):
            break
        if (
            words_.capital(j)
            and words_.at(j) in kinds()
            and (end == i or number_end(words_, j + 1, bare=False) > j + 1)
        ):
            break  # "decree of Act No. 007/PR/2007"
        if words_.capital(j) and j not in words_.dates and words_.at(j) not in _MONTHS and not _opens_number(words_, j):
            j += 1
            end = j
            continue
        if words_.at(j) == "," and end == j and _listed_issuer(words_, j + 1):
            j += 1
            continue
        if words_.at(j) in {"-", "’s", "'s"} or (words_.text[j] in "’'" and words_.glued(j)):
            j += 1
            continue
        q = j
        while words_.at(q) in _CHAIN:
            q += 1
        if end == i or q == j or not words_.capital(q) or q in words_.dates or words_.at(q) in _MONTHS:
            break
        joined = words_.lower[j:q]
        if "and" in joined or "&" in joined:
            if opens_instrument(words_, q):
                break
            parallel = words_.text[q] in words_.text[i:j]
            if "the" in joined and not parallel:
                break
        j = q
    return end


_CHAIN = {"of", "the", "and", "for", "&", "de", "del", "la", "du", "des", "do", "da", "dos", "das", "d’", "on"}
_MONTHS = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
}  # fmt: skip


def _listed_issuer(words_: Words, i: int) -> bool:
    """Whether an issuer's list goes on to an "and": "of the Minister of Labour, Social Protection and Family No. 34"."""
    for j in range(i, min(i + 8, words_.n)):
        if words_.at(j) == "and":
            return words_.capital(j + 1) and number_end(words_, j + 2, bare=False) > j + 2
        if not words_.capital(j) and words_.text[j] != ",":
            return False
    return False


def _opens_number(words_: Words, i: int) -> bool:
    return bool(_MARK.match(words_.raw, words_.start[i])) and words_.text[i] not in {"N", "No"}


def opens_instrument(words_: Words, i: int) -> bool:
    """Whether the capitalised words from `i` on lead to a head: "Criminal Code", "Persons with Disability Act"."""
    j = i
    while j < min(i + 10, words_.n):
        if words_.capital(j):
            if words_.at(j) in kinds() and not words_.capital(j + 1):
                return words_.at(j + 1) not in words("instruments", "never", "organisations")
            if words_.at(j) in kinds() and number_end(words_, j + 1, bare=False) > j + 1:
                return True
        elif words_.at(j) in {"of", "with", "for", "and"} and words_.capital(j + 1) and j > i:
            pass  # "Persons with Disability Act"
        elif words_.at(j) not in {"’s", "'s", "-", "’"}:
            return False
        j += 1
    return False
