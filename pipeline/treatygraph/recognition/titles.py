"""Where an instrument's name begins and where its title ends."""

from __future__ import annotations

import re
from functools import lru_cache

from treatygraph.recognition.designations import date_end, number_end, opens_instrument
from treatygraph.recognition.lexicon import kinds, read_lexicon, words
from treatygraph.recognition.tokens import Words

_ROMAN = re.compile(r"[IVXLC]+\d*")
_HARD = frozenset(';:.?!()[]{}“”"„«»‹›‘‚•·*…|—')
_POSSESSIVE = frozenset({"’s", "'s", "’S", "'S"})
_OBJECT = frozenset({"the", "a", "an", "that", "any", "every", "each", "all", "no", "both"})
_INSIDE_BRACKET = frozenset({"No.", "and", "of", "the", ",", "&", "for", "etc."})
_ENGLISH_HEADS = frozenset({"act", "bill", "ordinance", "regulations", "rules", "decree", "policy", "regulation"})


@lru_cache
def state_words() -> frozenset[str]:
    """The last words of the States' names, lower case: "netherlands", "philippines", "nations"."""
    names = (name for group in read_lexicon("states")["names"].values() for name in group)
    return frozenset({name.split()[-1].lower() for name in names} | {"nations", "states"})


@lru_cache
def state_adjectives() -> frozenset[str]:
    """The States' names and adjectives that are one word, lower case: "kazakh", "kenya"."""
    states = read_lexicon("states")
    return frozenset(
        word.lower() for table in ("names", "adjectives") for group in states[table].values() for word in group
    )


def name_start(w: Words, head: int) -> int:
    """The token where the name whose head stands at `head` begins.

    To the left goes a chain of capitalised words, over of, for, and, with … only where a capital stands further
    left that is no head itself: "State Benefits for Families with Children Act" joins; "Constitution … and
    Criminal Code" does not. Possessives and hyphens join ("Children’s Rights Act"), an owner does not ("Malawi’s
    Constitution"). A bracket joins where it is an acronym or part of the name ("International Labour Organization
    (ILO) Worst Forms of Child Labour Convention", "Persons with Disabilities (Amendment) Act").
    """
    start = head
    i = head - 1
    while i >= 0:
        word = w.text[i]
        if word in _POSSESSIVE or (word in "’'" and w.glued(i)):
            if not _possessive_joins(w, i):
                break
            i -= 1
            continue
        if w.capital(i):
            if not _joins(w, i, start):
                break
            start = i
            i -= 1
            continue
        if word in {"-", "–"} and start == i + 1 and w.glued(i) and w.glued(i + 1):
            i -= 1
            continue
        if word == ")":
            opening = _bracket(w, i)
            if opening < 0 or not (w.capital(opening - 1) or w.at(opening - 1) == ")"):
                break
            i = opening - 1
            continue
        if word == "," and start == i + 1 and w.capital(i - 1) and "and" in w.lower[i:head]:
            if (
                w.at(i - 1) in kinds()
                or not _joins(w, i - 1, start)
                or w.at(i - 1) in words("instruments", "before", "countries")
            ):
                break
            i -= 1
            continue
        bridge = _bridge(w, i, start, head)
        if bridge < 0:
            break
        i = bridge
    return _with_year(w, start)


def _possessive_joins(w: Words, i: int) -> bool:
    """Whether the possessive mark at `i` belongs to a name: "Children’s Act", "Minors’ Code"; not an owner's."""
    owner = w.at(i - 1)
    if w.text[i] in _POSSESSIVE:
        return owner in words("instruments", "before", "possessives")
    return owner.endswith("s") and owner not in state_words()


def _joins(w: Words, i: int, start: int) -> bool:
    """Whether the capitalised word at `i` may stand in a name that goes on at `start`."""
    lower = w.lower[i]
    if lower in words("instruments", "before", "openers") and not (w.text[i].isupper() and len(lower) > 2):
        return False
    if lower in words("instruments", "before", "divisions") or w.text[i].endswith(".") or _ROMAN.fullmatch(w.text[i]):
        return False
    if lower == "new":
        return w.at(i + 1) in words("instruments", "before", "new_places")
    adverb = lower.endswith("ly") and lower not in words("instruments", "before", "nouns_in_ly")
    return not (adverb and (i == 0 or w.text[i - 1] in _HARD))


def _bridge(w: Words, i: int, start: int, head: int) -> int:
    """The capitalised word that the lower-case words ending at `i` join to the name, or -1."""
    bridges = words("instruments", "before", "bridges")
    if start != i + 1:
        return -1
    j = i
    while j >= 0 and w.lower[j] in bridges and i - j < 3:
        j -= 1
    if j == i or j < 0 or not w.capital(j) or not _joins(w, j, start):
        return -1
    between = w.lower[j + 1 : i + 1]
    english = w.lower[head] in _ENGLISH_HEADS
    if between[-1] in {"and", "or"} and start == head:
        return -1  # "Socialist Morality and Law", "Legislation and Regulations"
    if between[0] in {"of", "for"} and w.lower[j] in words("instruments", "never", "acts"):
        return -1
    if between == ["of"] and w.text[j].isupper() and len(w.text[j]) > 2:
        return -1  # "ratification by DPRK of Marrakesh Treaty"
    if between[0] == "for" and w.lower[j] in words("instruments", "never", "organisations"):
        return -1
    if w.lower[j] in kinds() and not (english and between == ["of"] and w.at(j - 1) not in kinds()):
        return -1
    if "and" in between and between != ["and"] or "or" in between and between != ["or"]:
        return -1
    if "the" in between:
        if w.at(head) not in {"act", "bill", "ordinance", "regulations", "rules"}:
            return -1  # "Evaluation Report of the Multi-Annual Plan"
        if between[0] not in {"of", "for", "against"}:
            return -1
        if j == 0 or w.text[j - 1] in _HARD - {"•", "*", "·"}:
            return -1  # "Purpose of the Act": a heading, not a name
    statute = w.at(head) in {"act", "bill", "ordinance"}
    if any(word in {"to", "by", "from", "on"} for word in between) and not (
        statute or between == ["to"] and w.at(head) == "convention"
    ):
        return -1
    if between == ["and"] and w.lower[j] in words("instruments", "never", "organisations"):
        return -1  # "… Social, Cultural and Environmental Council and Act No. 028"
    return j


def _bracket(w: Words, close: int) -> int:
    """The opening bracket of a short bracket inside a name that ends at `close`, or -1."""
    for i in range(close - 1, max(close - 12, -1), -1):
        if w.text[i] == "(":
            inside = range(i + 1, close)
            if w.at(i + 1) in {"cap", "cap.", "chap.", "chapter", "no."}:
                return -1
            named = all(w.capital(q) or w.text[q][:1].isdigit() or w.text[q] in _INSIDE_BRACKET for q in inside)
            return i if named and close > i + 1 else -1
    return -1


def _with_year(w: Words, start: int) -> int:
    """The start moved before a year or period that opens the name: "1978 Constitution", "2009–2013 Action Plan"."""
    for first in range(start - 1, max(start - 4, -1), -1):
        if w.dates.get(first) == start and w.text[first][:4].isdigit():
            if w.at(first - 1) in {
                "in",
                "since",
                "from",
                "until",
                "by",
                "of",
                "during",
                "after",
                "before",
                "to",
                "and",
                ",",
            }:
                return start
            return first
    return start


def is_title_case(w: Words, i: int) -> bool:
    """Whether the title that begins at `i` is written in capitals: two of its first three content words are.

    A single capital before a function word counts too ("Law on Education in …"), before a noun it does not
    ("Law on State services").
    """
    content = [
        q
        for q in range(i, min(i + 9, w.n))
        if w.text[q][:1].isalpha() and w.lower[q] not in words("titles", "inside", "function")
    ][:3]
    capitals = sum(w.capital(q) for q in content)
    if capitals >= 2:
        return True
    if not content or not w.capital(content[0]):
        return False
    after = content[0] + 1
    return (
        len(content) < 2
        or not w.text[after][:1].isalpha()
        or w.at(after) in words("titles", "inside", "function")
        or _ends_clause(w, after)
    )


def title_end(w: Words, i: int, kind: str = "") -> int:
    """The token after the title that begins at `i` (the word after its link); `i` where there is none."""
    capitals = is_title_case(w, i)
    if capitals:
        closed = _closed_by_date(w, i)
        if closed:
            return closed
    return _capital_title(w, i, kind) if capitals else _sentence_title(w, i)


def _closed_by_date(w: Words, i: int) -> int:
    """The comma of a closing ", of [D Month] YYYY" or ", YYYY (No. N)" that carries the title to it, or 0.

    "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment, of 1984"
    """
    for j in range(i, min(i + 60, w.n)):
        word = w.lower[j]
        if (
            word in _HARD
            or word in words("titles", "stops", "relatives")
            or word in words("titles", "stops", "auxiliaries")
        ):
            return 0
        if word == "," and w.at(j + 1) == "of" and j + 2 in w.dates:
            return j
        plain = word[0].isalpha() and not w.capital(j) and word not in words("titles", "inside", "function")
        if plain and word not in words("titles", "inside", "continues"):
            return 0
    return 0


def _possessive(w: Words, j: int) -> bool:
    """Whether the word at `j` is a possessive mark, not the quotation mark that closes a ‘name’."""
    if w.text[j] in _POSSESSIVE:
        return True
    if w.text[j] not in "’'" or not w.glued(j) or not w.text[j + 1 : j + 2] or not w.text[j + 1][0].isalpha():
        return False
    return "‘" not in w.text[max(j - 40, 0) : j]


def _capital_title(w: Words, i: int, kind: str) -> int:
    function = words("titles", "inside", "function")
    last = i
    j = i
    seen = 0
    while j < w.n:
        word, lower = w.text[j], w.lower[j]
        if _possessive(w, j):
            j += 1
            last = j
            continue
        if word in _HARD:
            break
        if word in {"-", "–", "/", "&"}:
            if word in {"-", "–"} and not w.glued(j):
                break  # "National Plan for … Disabilities – Living Without Limits"
            j += 1
            continue
        if word == ",":
            if not _capital_goes_on(w, j):
                break
            j += 1
            continue
        if lower == "who" and (w.capital(j + 1) or w.capital(j + 2)):
            j += 2  # "Works for Persons who are Blind, Visually Impaired or …"
            continue
        if (
            j in w.dates
            or lower in words("titles", "stops", "relatives")
            or lower in words("titles", "stops", "auxiliaries")
        ):
            break
        if w.capital(j):
            if _is_mark(w, j) or (seen and _opens_sentence(w, j)):
                break
            seen += 1
            j = _past_nested(w, j)
            last = j
            continue
        if lower in {"and", "or"} and w.at(j + 1) == "the" and kind in {"treaty", "soft-law", "protocol", "programme"}:
            # "for the Support of Social Inclusion and the Fight against Poverty", but
            # "2030 Agenda for Sustainable Development and the Sustainable Development Goals"
            if kind != "programme" or w.at(i - 1) != "the":
                break
        if (
            lower == "and"
            and w.at(j + 1) == "on"
            and w.at(j + 2) in {"amendment", "amendments", "amending", "change", "changes"}
        ):
            return _sentence_title(w, j + 1)  # "on Higher Education and on amendment of certain acts"
        complete = seen and not (w.at(i - 1) == "amending" or w.at(i - 2) == "amending") or _holds_head(w, i, j)
        if (
            lower in {"and", "or"}
            and complete
            and (_other_name(w, j + 1) or _acronym(w, j + 1) and not _acronym(w, j - 1))
        ):
            break
        if lower in function or lower in words("titles", "inside", "continues"):
            j += 1
            continue
        if w.at(j - 1) == "with" and w.capital(j - 2) and lower in words("titles", "inside", "after_with"):
            j += 1
            last = j
            continue
        # "Convention on the Rights of persons with disabilities": a title that starts in capitals and goes on without
        before = w.at(j - 1) if w.at(j - 1) not in {"the", "a", "an"} else w.at(j - 2)
        if before == "of" and seen <= 5 or before == "on" and kind == "protocol":
            end = _sentence_title(w, j)
            return end if end > j else last
        break
    return last


def _opens_sentence(w: Words, j: int) -> bool:
    """Whether the capitalised word at `j` begins something else, where a stop or a line was lost."""
    if w.at(j - 1) in words("titles", "inside", "function") or w.at(j - 1) in {",", "-", "/"}:
        return False
    return w.at(j) in {"the", "this", "these", "it", "a"} or w.at(j) in words("instruments", "before", "sections")


def _acronym(w: Words, j: int) -> bool:
    return 0 <= j < w.n and len(w.text[j]) > 2 and w.text[j].isupper()


def _holds_head(w: Words, i: int, j: int) -> bool:
    """Whether a head stands in `i:j`: "Act Amending the Claim Enforcement and Security Act" needs one first."""
    return any(w.lower[q] in kinds() for q in range(i, j))


def _is_mark(w: Words, j: int) -> bool:
    return w.text[j] in {"No.", "Nos.", "Nº", "N°", "№"}


def _capital_goes_on(w: Words, comma: int) -> bool:
    """Whether a title in capitals goes on after the comma: before a capital, "and" + capital, "supplementing"."""
    nxt = comma + 1
    if w.at(nxt) in words("titles", "inside", "continues"):
        return True
    if w.at(nxt) in {"and", "or"}:
        nxt += 1
        if not w.capital(nxt) or _other_name(w, nxt):
            return False
        before = words("instruments", "before", "openers") | words("instruments", "before", "divisions")
        return w.at(nxt) not in before
    if not w.capital(nxt) or w.at(nxt) in words("instruments", "before", "openers") or _is_mark(w, nxt):
        return False
    if opens_instrument(w, nxt) or nxt in w.dates or w.at(nxt) in words("instruments", "before", "divisions"):
        return False
    # "…, the Slave Trade and Institutions": a list, which an "and" closes before the sentence does
    for j in range(nxt, min(nxt + 25, w.n)):
        lower = w.lower[j]
        if lower in {"and", "or"}:
            return w.capital(j + 1)
        if lower[0].isalpha() and not w.capital(j) and lower not in words("titles", "inside", "function"):
            return False
        if (
            lower in _HARD
            or lower in words("titles", "stops", "relatives")
            or lower in words("titles", "stops", "auxiliaries")
        ):
            return False
    return False


def _other_name(w: Words, i: int) -> bool:
    """Whether another name begins at `i`, after "and": "[the] Criminal Code", "the Government has …"."""
    if w.at(i) in {"the", "its", "this", "that", "their"}:
        i += 1
        if not w.capital(i):
            return False
        if opens_instrument(w, i):
            return True
        j = i
        while w.capital(j) or (w.at(j) in {"of", "for", "on", "the", "and"} and (w.capital(j + 1) or w.capital(j + 2))):
            j += 1
        return w.at(j) in words("titles", "stops", "auxiliaries") or w.at(j) in words("titles", "stops", "verbs")
    if w.at(i) in kinds() and w.capital(i):
        return w.at(i) not in {"programme", "program", "plan", "platform", "framework"} or w.at(i + 1) != "of"
    return opens_instrument(w, i)


def _sentence_title(w: Words, i: int) -> int:
    function = words("titles", "inside", "function")
    last = i
    j = i
    listed = False
    introductory = _introduces(w, i)
    while j < w.n:
        word, lower = w.text[j], w.lower[j]
        if _possessive(w, j):
            j += 1
            last = j
            continue
        if word in _HARD or word == "–":
            break
        if word == ",":
            if not _sentence_goes_on(w, j, listed) or (not listed and introductory and not _short_items(w, j)):
                break
            listed = True
            j += 1
            continue
        if j > i and _ends_clause(w, j):
            if lower in words("titles", "stops", "relatives") and _inner_relative(w, j):
                j += 1
                continue
            break
        if _is_mark(w, j):
            break
        if lower in {"of", "in", "on", "since", "from", "by", "dated", "until"} and j + 1 in w.dates:
            break
        if lower == "and" and (
            w.capital(j + 1)
            and opens_instrument(w, j + 1)
            or (w.at(j + 1) in {"the", "this"} and w.capital(j + 2))
            or w.at(j + 1) == "its"
        ):
            break
        j = _past_nested(w, j)
        if lower not in function and lower not in words("titles", "inside", "never_last"):
            last = j
    return last


def _past_nested(w: Words, j: int) -> int:
    """The token after the word at `j` and, where it is the head of an instrument, after that one's number and date.

    "Decree No. 1521/PR establishing the terms of application of Act No. 007/PR/2007 of 9 May 2007"
    """
    if w.at(j) not in kinds() or not w.capital(j):
        return j + 1
    end = number_end(w, j + 1, bare=True)
    return date_end(w, end, "act", True) if end > j + 1 else j + 1


def _introduces(w: Words, i: int) -> bool:
    """Whether the text before `i` in its sentence is an opening phrase: "According to Law No. 60 on …"."""
    for j in range(i - 1, max(i - 30, -1), -1):
        if w.text[j] in ".;:•" or j == 0:
            first = w.at(j) if j == 0 else w.at(j + 1)
            return first in words("titles", "stops", "introductions")
        if w.lower[j] in words("titles", "stops", "auxiliaries"):
            return False
    return False


def _short_items(w: Words, comma: int) -> bool:
    """Whether the items on both sides of a comma are single nouns: "the receipt, registration, …"."""
    prepositions = words("titles", "stops", "prepositions")
    near = w.at(comma - 2) in prepositions or w.at(comma - 3) in prepositions
    for j in range(comma + 1, min(comma + 5, w.n)):
        if w.lower[j] in {",", "and", "or"}:
            return near
        if w.lower[j] in prepositions:
            return False
    return False


def _inner_relative(w: Words, j: int) -> bool:
    """A relative clause that belongs to a title: "… of international treaties to which Kazakhstan is a party"."""
    return w.at(j) in {"which", "whom"} and w.at(j - 1) in {"to"}


def _ends_clause(w: Words, j: int) -> bool:
    """Whether the word at `j` ends a title in sentence case: a finite verb, a relative, the opener of a clause."""
    lower, before = w.lower[j], w.at(j - 1)
    if lower in words("titles", "stops", "auxiliaries"):
        return not _inside_party_clause(w, j)
    if lower in {"that", "this", "these", "those"} and before in words("titles", "stops", "demonstrative_after"):
        return False  # "certain legislative acts concerning that topic"
    if lower in words("titles", "stops", "relatives") or lower in words("titles", "stops", "clauses"):
        return True
    if lower in words("titles", "stops", "participles"):
        return w.at(j + 1) in words("titles", "stops", "participle_followers") and before not in words(
            "titles", "stops", "prepositions"
        )
    if (
        lower.endswith("s")
        and w.at(j + 1) in _OBJECT
        and before not in words("titles", "stops", "prepositions")
        and not w.capital(j)
    ):
        return before not in words("titles", "stops", "determiners") and not lower.endswith(("ss", "us"))
    if lower in words("titles", "stops", "verbs") and not w.capital(j):
        if before in {"and", "or", ","}:
            return lower.endswith("s") and w.at(j + 1) != "of"
        if (before.endswith("ing") and not w.capital(j - 1)) or before in words("titles", "stops", "determiners"):
            return False  # "the system for providing guaranteed State legal assistance"
        return before not in words("titles", "stops", "prepositions")
    return False


def _inside_party_clause(w: Words, j: int) -> bool:
    """ "to which Kazakhstan is a party": the verb of a relative clause inside the title."""
    return (
        w.at(j) in {"is", "are"}
        and w.at(j + 1) == "a"
        and w.at(j + 2) in {"party", "member"}
        and any(w.at(q) == "which" and w.at(q - 1) == "to" for q in range(max(j - 4, 1), j))
    )


def _sentence_goes_on(w: Words, comma: int, listed: bool) -> bool:
    """Whether a title in sentence case goes on after the comma: an item of a list that "and" or "or" closes.

    `listed`: a list is open, so that ", and consideration of statements" may close it.
    """
    nxt = comma + 1
    lower = w.at(nxt)
    if w.capital(nxt) and w.capital(comma - 1):
        # "functioning of the Economic, Social and Environmental Council"
        return _capital_goes_on(w, comma)
    if listed and lower in {"and", "or"} and w.at(nxt + 1).isalpha() and not w.capital(nxt + 1):
        return not _ends_clause(w, nxt + 1) and w.at(nxt + 1) not in words("titles", "stops", "after_comma")
    if lower == "including":
        pass
    elif lower.endswith("ing") and w.at(nxt + 1) not in {",", "and", "or"}:
        return False  # "Act No. 72 on elections, providing a free, equal and secret ballot"
    elif lower in words("titles", "stops", "after_comma") or _ends_clause(w, nxt) or w.capital(nxt):
        return False
    for j in range(nxt, min(nxt + 14, w.n)):
        word = w.lower[j]
        if word in {"and", "or"}:
            return True
        if word in _HARD or (j > nxt and word != "," and _ends_clause(w, j)):
            return False
    return False
