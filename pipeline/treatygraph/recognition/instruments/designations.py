"""What identifies an instrument besides its title: its number, its date or year, and who issued it.

Each reader takes the token after a head and returns the token after what it read, or the same token.
"""

from __future__ import annotations

import re

from treatygraph.recognition.grammar.lexicon import name_heads, words
from treatygraph.recognition.grammar.states import state_pattern
from treatygraph.recognition.grammar.tokens import Words

# "No. ", "Nos ", "N° ", "№", "Number "; "Regulation (EC) No 1107/2006", "Directive (EU) 2016/2102"
_MARK = re.compile(
    r"\((?:EC|EU|EEC)\)\s*(?:No\.?\s*)?"
    r"|(?:Nos?\b\.?|nos?\.|NOS?\.|N[°º]s?\.?|n[°º]s?\.?|N(?=\s\d)|№|#|[Nn]umber\b)\s*"
)
# What follows a mark: any run without blanks that holds a digit ("49-2005/AN", "M/37", "26.298", "18172"); a
# hyphen at a line's end may leave a blank ("2016- 311/PRES"); the Slovak and Czech collections of laws close
# theirs with "Coll.". Or Roman digits ("No. XII-1234").
_RUN = r"[^\s;()“”\"«»\[\],]"
_MARKED = re.compile(
    rf"(?={_RUN}*\d){_RUN}+(?:- ?(?=\d){_RUN}+|,\d{{3}}(?!\d)(?:/\d+)?)*(?:\s+Coll\.|(?<=\d)\s(?:bis|ter|quater)\b)?"
    r"|[IVXLC]+(?:-\d+)?(?=[\s,;.)])"
    r"|\(\d[\w/.-]*\)"  # "Federal Law No. (29) of 2006"
)
_BARE = re.compile(
    r"\d{1,4}\([IVX]+\)/(?:19|20)\d\d"  # "Law 113(I)/2021"
    r"|\d[\d.,]*(?:[/-][\w.]+)*(?:(?: [A-Z])? \([IVXL]+\))?(?:\s+Coll\.)?(?![\w%])"  # "2006/54/EC", "217 A (III)"
    r"|[A-Z]{1,4}(?:/[A-Z]{1,4})*[-/]\d[\w./-]*"  # "resolution A/48/96"
    r"|(?:19|20)\d\d[A-Z][a-z]{1,3}\d+"  # "Supreme Court Decision 2010Do881"
    r"|(?:[CLXVI]{1,8}|[A-Z]\d+)(?= of (?:19|20)\d\d)"  # "Act CXXV of 2003", "Notice R77 of 1996"
)
# "the Discrimination Act (2008:567)", "the Non-Discrimination Act (1325/2014)"
_SERIES = re.compile(r"\d{4}:\d+(?=\))")
_BY_YEAR = re.compile(r"\d{1,4}/(?:19|20)\d\d(?=\))")
# Years of other calendars: "Act, B.E. 2550 (2007)", "Law, 5758-1998"
# "DepEd Order No. 116, |s. 2010|": of the series of that year
_OTHER_YEAR = re.compile(
    r"B\.? ?E\.? ?\d{4}(?: \(\d{4}\))?|5\d{3}[-–](?:19|20)\d\d|(?:s\.|[Ss]eries(?: of)?) ?(?:19|20)\d\d\b"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# Chapters of a collection of laws: "Cap. 300", "Chap. 46:01"; a whole word only in brackets, "(Chapter 141 …)", or of
# a collection that is named: "Chapter 87 of the Laws of Zambia"
_SHORT_CHAPTER = re.compile(r"(?:Cap|CAP|Chap)(?:\.|\b)\s*\d[\w:.]*")
_CHAPTER = re.compile(r"(?:[Cc]hapter|Ch\.)\s*\d[\d:.]*")
_NAMED_CHAPTER = re.compile(r"[Cc]hapter\s+\d[\d:.]*(?= of the (?:Revised |Consolidated )?(?:Laws|Statutes|Edition) )")
# "Families and Children Act, Chapter 173": no part of it, unless a section follows
_ACT_CHAPTER = re.compile(
    r"(?:Chapter|Ch\.)\s*\d(?:[\d:.]*\d)?[A-Z]?\b(?!,? ?(?:\(\d|of |and |to |–|-|(?:[Ss]ect|[Aa]rt|[Pp]art|[Pp]ara)|§))"
)
_IN_COLLECTIONS = frozenset({"act", "ordinance"})
# Recommendations of the Committee of Ministers: "No. Rec (2004)10", "CM/Rec(2012)13"
_EUROPEAN = re.compile(r"(?:No\. ?)?(?:CM/)?Rec ?\(\d{4}\) ?\d+")
_CLOSING = ".,:;'’-–"

_ORGANISATIONS = words("instruments", "never", "organisations")
_AFTER_LISTED = frozenset({",", "and", "or", "of", ".", ";", ":", ")", "on"})
_INSIDE = frozenset({"’s", "'s", "-", "’"})
_LINKS = frozenset({"of", "with", "for", "and"})
_SECTIONS = words("instruments", "before", "sections")
_CHAIN = frozenset(
    {"of", "the", "and", "for", "&", "de", "del", "la", "du", "des", "do", "da", "dos", "das", "d’", "on"}
)
_BODIES = words("instruments", "never", "bodies")
# A ministry's field may end with these: "Minister of Labour and Social Policy".
_FIELDS_LAST = frozenset({"policy", "policies"})
_TITLE_LINKS = frozenset({"on", "concerning", "regarding"})
_PERIOD_LINKS = frozenset({"for", "in", "to", "until", "during", "towards", "over", "horizon", "by"})
_PERIODS = frozenset({"period", "years", "year", "biennium", "triennium", "decade", "horizon"})
# With these a single year is a time of action, not the plan's own: "adopted the plan in 2010".
_ACTION_TIME = frozenset({"in", "over", "by", "during"})
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)


def divides(w: Words, i: int) -> bool:
    """Whether the number at `i` is that of a part: "Regulation |12| of the Persons with Disabilities Regulations"."""
    return w.at(i).isdigit() and len(w.text[i]) < 4 and w.at(i + 1) == "of" and i + 2 not in w.dates


def number_end(w: Words, i: int, bare: bool) -> int:
    """The token after a printed number at `i` ("No. 83", with `bare` also "27/2000"), or `i`.

    A comma or stop may stand before a marked number ("Act, No. 3 of 1994", "Act. No. 31 of 2007") and brackets
    around it ("(No. 182)", "(Cap. 248)").
    """
    bracket = w.at(i) == "(" and w.at(i + 1) not in {"ec", "eu", "eec"}
    j = i + (bracket or w.at(i) in {",", "."})
    if j >= w.n:
        return i
    at = w.start[j]
    number = _marked_number(w.raw, at, bracket)
    if number is None and w.at(i - 1) in _IN_COLLECTIONS:
        number = _ACT_CHAPTER.match(w.raw, at)
    if number is None and bracket and w.capital(i - 1):
        number = _BY_YEAR.match(w.raw, at)  # not of "the new European clinical trials regulation (536/2014)"
    dated = w.at(i + 1) == "of" and i + 2 in w.dates  # "Statutory Act 1618 of 2013" is no year
    if not number and bare and j == i and not w.glued(i) and (dated or i not in w.dates):
        number = _bare_number(w, i)
    if not number:
        return i
    length = number.end() if number.group().endswith("Coll.") else number.start() + len(_trim(number))
    end = max(w.token_at(length), j + 1)
    if not bracket:
        # paragraphs of a report on it: "Convention on the Rights of the Child, Nos. 181 et seq."
        return i if w.at(end) == "et" and w.at(end + 1).startswith("seq") else end
    close = next((q for q in range(end, min(end + 8, w.n)) if w.text[q] in {")", "("}), w.n)
    return close + 1 if w.at(close) == ")" else i


def is_listed_number(w: Words, i: int) -> bool:
    """Whether the short number at `i` is one of a list, not of what is counted: "Acts Nos. 5, |7| and |9| of 2006"."""
    after = w.at(i + 1)
    return w.at(i).isdigit() and len(w.text[i]) < 4 and not w.glued(i) and (after in _AFTER_LISTED or not after)


def list_end(w: Words, i: int) -> int:
    """The token after the first number of a list under one year, or `i`: "Decrees |5|, 7 and 9 of 2006"."""
    k = i
    while w.at(k).isdigit() and w.at(k + 1) in {",", "and"}:
        k += 2 + (w.at(k + 1) == "," and w.at(k + 2) == "and")
    listed = k > i and w.at(k).isdigit() and w.at(k + 1) == "of" and k + 2 in w.dates
    return i + 1 if listed and w.at(k - 1) == "and" and i not in w.dates else i


def _marked_number(text: str, at: int, bracket: bool) -> re.Match[str] | None:
    if european := _EUROPEAN.match(text, at):
        return european
    mark = _MARK.match(text, at)
    if mark:
        return _MARKED.match(text, mark.end())
    if bracket:
        return _SHORT_CHAPTER.match(text, at) or _CHAPTER.match(text, at) or _SERIES.match(text, at)
    return _SHORT_CHAPTER.match(text, at) or _NAMED_CHAPTER.match(text, at)


def _bare_number(w: Words, i: int) -> re.Match[str] | None:
    number = _BARE.match(w.raw, w.start[i])
    dated = w.at(i + 1) in {"of", "("} and i + 2 in w.dates  # "Decree 1950 of 2013", "Act 8 (2010)"
    if not number or (_YEAR.fullmatch(_trim(number)) and not (dated and w.at(i + 1) == "of")):
        return None
    # "Criminal Offences Act, 1960 (Act |29|)"
    gloss = w.at(i - 2) == "(" and w.at(i + 1) == ")" and w.at(i - 3).isdigit()
    short = len(_trim(number)) < 3 and w.at(i + 1) != "of" and not dated and not gloss
    return None if short else number  # a note's mark, the number of a paragraph


def _trim(number: re.Match[str]) -> str:
    return number.group().rstrip(_CLOSING)


def opens_number(w: Words, i: int) -> bool:
    """Whether a mark of a printed number stands at `i`: "No.", "№"."""
    return i < w.n and bool(_MARK.match(w.raw, w.start[i])) and w.text[i] not in {"N", "No"}


def date_end(w: Words, i: int, kind: str, numbered: bool) -> int:
    """The token after the date or year that belongs to a name at `i`, or `i`.

    "of 12 May 2001", ", of 1984", ", 2003", " 1961", "(1989)", "dated June 27, 2006"; after a number also ",
    16 July 1997" and "from 12.03.2010"; for a programme also its period ("for 2007–2009").
    """
    if w.at(i) == "(":
        end = w.dates.get(i + 1, i)
        return end + 1 if end > i and w.at(end) == ")" else i
    comma = w.at(i) == ","
    j = i + comma
    word = w.at(j)
    if j < w.n and (other := _OTHER_YEAR.match(w.raw, w.start[j])):
        return w.token_at(other.end())
    if word in {"of", "dated"} or (word == "from" and numbered):
        j += 1
        j += w.at(j) == "the" and j + 1 in w.dates
        return w.dates.get(j, i)
    if kind == "programme" and word in _PERIOD_LINKS:
        return _period_end(w, j) or i
    end = w.dates.get(j, i)
    if end <= j or numbered or _is_year(w, j, end) or (kind == "programme" and not comma):
        return end
    return i


def _is_year(w: Words, i: int, end: int) -> bool:
    """Whether the date at `i` is a year or a range of years: "2003", "2009–2011"."""
    return bool(_YEAR.match(w.text[i])) and end - i in {1, 3}


def _period_end(w: Words, i: int) -> int:
    """The token after a programme's period: "for 2007–2009", "for the period 2012–2016", "in 2009-2013", "to 2020"."""
    j = i + 1
    j += w.at(j) == "the"
    j += w.at(j) in _PERIODS
    end = w.dates.get(j, 0)
    if end and w.lower[i] in _ACTION_TIME and not set("-–/") & set(w.raw[w.start[j] : w.end[end - 1]]):
        return 0
    return end


def issuer_end(w: Words, i: int) -> int:
    """The token after "of [the] Issuer" at `i`, or `i`: "of Kazakhstan", "of the Office of the Procurator-General".

    The chain of capitalised words goes on over of, the, for and "and"; it stops before another instrument
    ("of Kazakhstan and Criminal Code").
    """
    if w.at(i) not in {"of", "de"}:
        return i
    first = i + 1 + (w.at(i + 1) == "the")
    j = _state_end(w, first)
    end = j if j > first else i
    while j < min(i + 60, w.n):
        if w.lower[j] in _SECTIONS or _closes_issuer(w, j, end == i):
            break
        if _is_name_word(w, j):
            j += 1
            end = j
        elif _is_inside(w, j) or (w.text[j] == "," and end == j and _list_closes(w, j + 1)):
            j += 1
        elif end == j and _glosses_word(w, j):
            j += 3
        elif w.text[j] == "," and end == j > i + 1 and (joint := _joint_issuer(w, i, j)):
            j = joint
        else:
            after = _past_links(w, j)
            if end == i or after == j or not _joins_issuer(w, i, j, after):
                break
            j = after
    # "Plan of the Walloon |government|", "Universal Declaration of Human |rights|"
    small = i < end < w.n and (w.capital(end - 1), w.text[end]) == (True, "government")
    return end + (small or (i < end and w.lower[end - 1 : end + 1] == ["human", "rights"]))


def _state_end(w: Words, i: int) -> int:
    """The token after a State's name at `i`, or `i`: "of Saint Vincent and the Grenadines"."""
    state = re.match(state_pattern(), w.raw[w.start[i] : w.start[i] + 60]) if i < w.n else None
    return w.token_at(w.start[i] + state.end()) if state else i


def _closes_issuer(w: Words, j: int, first: bool) -> bool:
    """Whether another instrument or a year begins: "Constitution of the Kingdom of Thailand |B.E. 2560|"."""
    if w.lower[j] in name_heads() and w.capital(j) and _stands_first(w, j, first):
        return True
    return _OTHER_YEAR.match(w.raw, w.start[j]) is not None


def _stands_first(w: Words, i: int, first: bool) -> bool:
    """Whether the head at `i` is an instrument of its own: "decree of Act No. 007/PR/2007"."""
    return first or number_end(w, i + 1, bare=False) > i + 1


def _is_name_word(w: Words, i: int) -> bool:
    return w.capital(i) and i not in w.dates and w.lower[i] not in _MONTHS and not opens_number(w, i)


def _is_inside(w: Words, i: int) -> bool:
    return w.text[i] in _INSIDE or (w.text[i] == "'" and w.glued(i))


def _past_links(w: Words, i: int) -> int:
    while i < w.n and w.lower[i] in _CHAIN:
        i += 1
    return i


def _joins_issuer(w: Words, i: int, j: int, after: int) -> bool:
    """Whether the links from `j` to `after` join what stands after them to the issuer that began at `i`."""
    if after >= w.n or not w.capital(after) or after in w.dates or w.lower[after] in _MONTHS:
        return False
    links = w.lower[j:after]
    if "for" in links and w.lower[j - 1] not in _BODIES and w.lower[j - 1] not in _ORGANISATIONS:
        return False  # "Action Plan of the Republic of Slovenia | for the Implementation of …"
    if "on" in links and w.lower[j - 1] not in _BODIES:
        return False  # "of Georgia on Social Protection", but "of the Commission on Human Rights"
    if "and" not in links and "&" not in links:
        return True
    if w.lower[after] in _FIELDS_LAST or w.at(after + 1) in _FIELDS_LAST:
        return _is_identified(w, after + 1 + (w.at(after + 1) in _FIELDS_LAST))  # "of Labour and Social Policy on …"
    if opens_instrument(w, after):
        return False
    if links == ["and", "the"] and w.at(after) in _ORGANISATIONS and w.at(after + 1) == "of" and after + 2 in w.dates:
        return True  # "of the EP and the Council of 26 October 2015"
    if links == ["and", "of", "the"]:
        return True  # "of the European Parliament and of the Council"
    return "the" not in links or w.text[after] in w.text[i:j]  # "of the Minister of Labour and the Minister of Health"


def _joint_issuer(w: Words, i: int, comma: int) -> int:
    """The token of a further issuer after the comma, or 0: "of the Minister of Health, the |Minister| of …"."""
    first = i + 1 + (w.at(i + 1) == "the")
    further = comma + 1 + (w.at(comma + 1) == "the")
    return further if w.at(further) == w.at(first) and w.capital(further) and w.at(further + 1) == "of" else 0


def _list_closes(w: Words, i: int) -> bool:
    """Whether an issuer's list from `i` on closes: "of the Minister of Labour, Social Protection and Family No. 34".

    Its State may stand behind: "of the Ministry of Education, Science, Research and Sport |of SR| No. 458/2012".
    """
    for j in range(i, min(i + 8, w.n)):
        if w.lower[j] == "and":
            last = _past_capitals(w, j + 1)
            of_state = w.at(last) == "of" and _past_capitals(w, last + 1)
            return last > j + 1 and (_is_identified(w, last) or bool(of_state and _is_identified(w, of_state)))
        if not w.capital(j) and w.text[j] != ",":
            return False
    return False


def _past_capitals(w: Words, i: int) -> int:
    """The token after the capitalised words at `i`, of which a name has five at most."""
    return next((q for q in range(i, min(i + 5, w.n)) if not _is_name_word(w, q)), w.n)


def _is_identified(w: Words, i: int) -> bool:
    """Whether a number, a date or a title follows an issuer that closes before `i`."""
    dated = w.at(i) in {"of", "dated"} and i + 1 in w.dates
    return dated or w.at(i) in _TITLE_LINKS or number_end(w, i, bare=False) > i


def _glosses_word(w: Words, i: int) -> bool:
    """Whether a bracket explains the word before it inside a body's name: "Shura |(Consultative)| Council"."""
    return w.at(i) == "(" and w.at(i + 2) == ")" and w.capital(i + 1) and w.at(i + 3) in _ORGANISATIONS


def opens_instrument(w: Words, i: int) -> bool:
    """Whether the capitalised words from `i` on lead to a head: "Criminal Code", "Persons with Disability Act"."""
    for j in range(i, min(i + 10, w.n)):
        if w.capital(j):
            if w.lower[j] not in name_heads():
                continue
            if not w.capital(j + 1):
                return w.at(j + 1) not in _ORGANISATIONS
            if number_end(w, j + 1, bare=False) > j + 1:
                return True
        elif w.text[j] not in _INSIDE and not (j > i and w.lower[j] in _LINKS and w.capital(j + 1)):
            return False
    return False
