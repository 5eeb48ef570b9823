"""Where an instrument's title ends, read from left to right; the first rule that fires ends it."""

from __future__ import annotations

import re
from functools import lru_cache

from treatygraph.ontology import state_words
from treatygraph.recognition.grammar.lexicon import kinds, name_heads, words
from treatygraph.recognition.grammar.states import state_pattern
from treatygraph.recognition.grammar.tokens import Words
from treatygraph.recognition.instruments.clauses import (
    AMENDING,
    APOSTROPHES,
    AUXILIARIES,
    DIVISIONS,
    HARD_STOPS,
    OPENERS,
    ORGANISATIONS,
    PREPOSITIONS,
    RELATIVES,
    SECTIONS,
    VERBS,
    adds_amendment,
    ends_clause,
    is_acronym,
    is_inner_relative,
    is_number_mark,
    is_possessive,
    other_name,
    turns_aside,
    word_behind,
)
from treatygraph.recognition.instruments.designations import date_end, number_end, opens_instrument

# No title is longer than this many tokens.
_LONGEST = 150

_FUNCTION = words("titles", "inside", "function")
_CONTINUES = words("titles", "inside", "continues")
_AFTER_WITH = words("titles", "inside", "after_with")
_AFTER_AGAINST = words("titles", "inside", "after_against")
_NEVER_LAST = words("titles", "inside", "never_last")
_AFTER_COMMA = words("titles", "stops", "after_comma")
_INTRODUCTIONS = words("titles", "stops", "introductions")
_AMENDED_SINCE = re.compile(
    r"with (?:(?:the|its|all|subsequent|further|later|relevant) )*(?:amendments|changes|modifications|additions)\b"
)
_DATE_LINKS = frozenset({"of", "in", "on", "since", "from", "by", "dated", "until"})
_REGIONS = words("titles", "inside", "regions")
_LEADING = frozenset({"of", "to", "under", "with", "in", "by", "from", "for", "on"})
_BASED = frozenset({"on", "upon", "by", "in", "at"})
_STOPS = frozenset(".;")
_ARTICLES = frozenset({"the", "a", "an", "its"})
_RELATIONAL = words("titles", "inside", "relational")
# Before the subject of a sentence: nothing, a stop, or the comma of a phrase that opens it.
_OPENED = frozenset({"", ".", ",", ":", ";", "•"})
# Kinds after which a small word more often goes on with the sentence: "the Action Plan for implementation of …".
_UNCUT = frozenset({"programme", "soft-law"})
_RULING = frozenset({"act", "bill", "code", "regulation", "rules", "instructions"})
# Kinds whose titles do not go on over "and the".
_CONCLUDED = frozenset({"protocol", "agreement", "treaty"})
_OTHERS = frozenset({"acts", "laws", "codes", "statutes", "enactments"})
_SINGLE = frozenset({"treaty", "soft-law", "protocol"})
_INTERNATIONAL = (["united", "nations"], ["world", "bank"], ["european", "union"], ["african", "union"])


def title_end(w: Words, i: int, kind: str = "") -> int:
    """The token after the title whose first word, after the link, is at `i`; `i` where there is none.

    `kind` is the kind of instrument ("treaty"), on which it hangs whether "and the" may go on.
    """
    if not is_title_case(w, i) or (kind not in _UNCUT and w.at(i - 1) != "to" and _opens_small(w, i)):
        return _sentence_title(w, i)
    return _closed_by_date(w, i) or _capital_title(w, i, kind)


def is_title_case(w: Words, i: int) -> bool:
    """Whether the title that begins at `i` is written in capitals: two of its first three content words are.

    A single capital before a function word counts too ("Law on Education in …"), before a noun it does not
    ("Law on State services").
    """
    near = range(i, min(i + 9, w.n))
    near = range(i, next((q for q in near if w.text[q] in _STOPS), near.stop))  # "on abuse|.| Article 333. Anyone who"
    content = [q for q in near if w.alphabetic(q) and w.lower[q] not in _FUNCTION][:3]
    if sum(w.capital(q) for q in content) >= 2:
        return True
    if not content or not w.capital(content[0]):
        return False
    after = content[0] + 1
    after += after < w.n and is_possessive(w, after)  # "the strategy on |Denmark’s| humanitarian efforts"
    return len(content) < 2 or not w.alphabetic(after) or w.lower[after] in _FUNCTION or ends_clause(w, after)


def _opens_small(w: Words, i: int) -> bool:
    """Whether a title's first noun has no capital: "on the establishment of the National Secretariat"."""
    while w.lower[i] in _FUNCTION and i + 1 < w.n:
        i += 1
    return w.alphabetic(i) and not w.capital(i)


def _closed_by_date(w: Words, i: int) -> int:
    """The comma of a closing ", of [D Month] YYYY" that carries a title in capitals to it, or 0.

    "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment, of 1984"
    """
    for j in range(i, min(i + 60, w.n)):
        word = w.lower[j]
        if word == "," and w.at(j + 1) == "of" and j + 2 in w.dates:
            # "amending Act No. 9/2012, of 31 May, amending …" goes on
            return 0 if is_number_mark(w, j - 2) else j
        if word in HARD_STOPS or word in RELATIVES or word in AUXILIARIES or (j > i and _opens_sentence(w, j)):
            return 0
        if w.alphabetic(j) and not w.capital(j) and word not in _FUNCTION and word not in _CONTINUES:
            return 0
    return 0


def _capital_title(w: Words, i: int, kind: str) -> int:  # noqa: C901
    """The end of a title in capitals: the first content word without a capital ends it."""
    amends = "amending" in w.lower[max(i - 2, 0) : i]
    last = j = i
    seen = 0
    while j < min(i + _LONGEST, w.n):
        word, lower = w.text[j], w.lower[j]
        if is_possessive(w, j):
            j += 1
            last = j
            if w.alphabetic(j) and not w.capital(j) and w.lower[j] not in _FUNCTION and not ends_clause(w, j):
                return max(_sentence_title(w, j), j)  # "Act governing the Pension Fund’s |civilian pension scheme|"
        elif word in HARD_STOPS or word in APOSTROPHES or (j in w.dates and not _dates_name(w, j)):
            break
        elif word in {"-", "–", "/", "&"}:
            if word in {"-", "–"} and not w.glued(j):
                break  # "National Plan for … Disabilities – Living Without Limits"
            j += 1
        elif word == ",":
            if not _capitals_go_on(w, j):
                break
            j += 1
        elif lower == "who" and (w.capital(j + 1) or w.capital(j + 2)):
            j += 2  # "Works for Persons who are Blind, Visually Impaired or …"
        elif lower == "that" and w.capital(j + 1) and w.at(j + 2) == "the" and w.capital(j + 3):
            j += 3  # "Register of Firms that Promote the Interests of Persons with Disabilities"
        elif lower in RELATIVES or (lower in AUXILIARIES and not (w.capital(j) and w.capital(j - 1))):
            break  # but "Law on the Registration of Death of a Human Being"
        elif w.capital(j) or j in w.dates:
            if is_number_mark(w, j) or (seen and _opens_sentence(w, j)) or _opens_symbol(w, j):
                break
            seen += 1
            j = last = _past_nested(w, j)
        elif adds_amendment(w, j):
            return _sentence_title(w, j + 1)  # "on Higher Education and on amendment of certain acts"
        elif turns_aside(w, i - 1, j) or (lower == "in" and kind in _SINGLE and _stands_in(w, j + 1)):
            break  # the report's "Convention on the Rights of Persons with Disabilities in Bosnia and Herzegovina"
        elif lower in {"and", "or"} and (
            _opens_division(w, i, j + 1) or _ends_at_and(w, i, j, kind, named=not amends or _holds_head(w, i, j))
        ):
            break
        elif lower in _FUNCTION or lower in _CONTINUES or (lower == "by" and _done_by(w, j)):
            j += 1
        elif lower == "during" and kind in _RULING and w.capital(j + 1 + (w.at(j + 1) == "the")):
            j += 1  # "Law on Rights |during the Period of Unemployment|"
        elif _is_participle(w, j):
            j += 2  # "Act on Matters |concerned with| Non-contentious Litigation"
        elif (lower in _AFTER_WITH and _is_with(w, j)) or (lower in _AFTER_AGAINST and w.at(j - 1) == "against"):
            j += 1  # "… on the Rights of Persons with disabilities", "… of All Forms of Discrimination against women"
            last = j
        elif w.lower[j - 1 : j + 2] == ["with", "regard", "to"] and is_title_case(w, j + 2):
            j += 2  # "… of Individuals |with regard to| Automatic Processing of Personal Data"
        elif _goes_on_in_sentence_case(w, j, seen, kind):
            end = _sentence_title(w, j)
            return end if end > j else last
        else:
            break
    return _before_adjective(w, last)


def _before_adjective(w: Words, last: int) -> int:
    """The end of a title without a State's adjective whose noun is outside: "… Rights |for the Dutch| legal system"."""
    adjective = w.at(last - 2) == "the" and w.at(last - 1) in _adjectives()
    outside = adjective and w.alphabetic(last) and w.text[last].islower()
    ends = outside and (ends_clause(w, last) or w.lower[last] in PREPOSITIONS or w.lower[last] in _FUNCTION)
    return last - 3 if outside and not ends else last


@lru_cache(maxsize=1)
def _adjectives() -> frozenset[str]:
    """The adjectives of States, lower case: "dutch"."""
    return frozenset(word.lower() for group in state_words()["adjectives"].values() for word in group)


def _adds_others(w: Words, i: int, j: int) -> bool:
    """Whether other laws are amended, too: "on Amendments to the Harbour Code |and Other Acts|"."""
    others = w.at(j + 1) == "other" and w.capital(j + 1) and w.at(j + 2) in _OTHERS
    return others and not AMENDING.isdisjoint(w.lower[max(i - 2, 0) : j])


def _ends_at_and(w: Words, i: int, j: int, kind: str, named: bool) -> bool:
    """Whether the "and" or "or" at `j` ends a title in capitals that began at `i`: another name follows."""
    if (w.at(j + 1) == "the" and w.at(j + 2) in _REGIONS) or _adds_others(w, i, j):
        return False  # "in Asia and the Pacific"
    if w.at(j + 1) == "the" and j + 2 in w.dates and kind in _RULING and _dates_name(w, j + 2):
        return True  # "Act on Equal Rights for Men and Women |and the 2017 Act| on Domestic Violence"
    if w.at(j + 1) == "the" and (_wants_complement(w, j) or _is_one_subject(w, i, j)):
        return False
    if kind in _CONCLUDED and w.at(j + 1) == "the" and "between" in w.lower[i - 1 : j]:
        return False  # "Protocol on Cooperation between the Ministry of Health and the Insurance Fund"
    if w.at(j + 1) == "the" and (kind in _SINGLE or (kind != "agreement" and _leads_to_body(w, j + 2))):
        return True
    if w.at(j + 1) == "the" and kind == "programme" and w.at(i - 1) != "the":
        # "2030 Agenda for Sustainable Development and the Sustainable Development Goals", but
        # "Strategy for the Support of Social Inclusion and the Fight against Poverty"
        return True
    if kind in _SINGLE and w.lower[j + 1 : j + 3] in _INTERNATIONAL:
        return True  # "Convention on the Rights of the Child |and United Nations| recommendations on education"
    if not named:
        return False  # "Act Amending the Claim Enforcement and Security Act"
    if w.at(j + 1) == "the" and is_acronym(w, j + 2) and not is_acronym(w, j - 1) and not w.capital(j + 3):
        return kind in _RULING  # "Framework Act on Education |and the ASEPD|"
    return other_name(w, j + 1) or (is_acronym(w, j + 1) and not is_acronym(w, j - 1))


def _wants_complement(w: Words, j: int) -> bool:
    """Whether the noun before "and the" at `j` is nothing alone, and shares what the next one is of.

    "Rulebook on the |Criteria and the Procedure of Medical Expertise|", not "Law on Principles and the Code of …"
    """
    last = next((k for k in range(j + 2, min(j + 5, w.n)) if not w.capital(k)), j + 2)
    return (
        w.at(j - 1) in _RELATIONAL
        and w.at(last) in {"of", "for"}
        and last > j + 2
        and kinds().get(w.at(last - 1), "programme") == "programme"
    )


def _is_one_subject(w: Words, i: int, j: int) -> bool:
    """Whether a verb in the singular shows that a sentence's subject, with a title from `i` on, goes on at "and".

    "In line with these duties, the |Code on Public Health and the Health-Care System| prohibits …"
    """
    head = i - 2 - (w.at(i - 1) in {"the", "a", "an", "all"})
    first = next((k for k in range(head, max(head - 5, -1), -1) if not w.capital(k)), -1)
    first -= w.at(first) == "the"
    opened = w.at(first) in _OPENED
    verb = word_behind(w, j + 2)
    singular = verb in {"is", "was", "has", "does"} or (verb in VERBS and verb.endswith("s"))
    return opened and w.at(head) in name_heads() and singular and not opens_instrument(w, j + 2)


def _is_with(w: Words, j: int) -> bool:
    """Whether the word at `j` says what persons are with: "Persons with |disabilities|", "Mental |impairments|"."""
    link = j - 1 if w.at(j - 1) == "with" else j - 2
    return w.at(link) == "with" and w.capital(link - 1) and all(w.capital(k) for k in range(link + 1, j))


def _done_by(w: Words, j: int) -> bool:
    """Whether "by" at `j` hangs on a capitalised participle: "Information Maintained by Public Agencies"."""
    return w.capital(j - 1) and w.lower[j - 1].endswith("ed") and w.capital(j + 1)


def _is_participle(w: Words, j: int) -> bool:
    """Whether a participle at `j` goes on with a title in capitals: "Matters |concerned| with Litigation"."""
    return w.lower[j].endswith("ed") and w.at(j + 1) == "with" and w.capital(j + 2) and not ends_clause(w, j)


def _stands_in(w: Words, i: int) -> bool:
    """Whether what a treaty stands in begins at `i`: a State, "the Covenant on … Rights in |an Act of Parliament|"."""
    return w.at(i) in {"a", "an", "its", "our"} or _names_state(w, i)


def _names_state(w: Words, i: int) -> bool:
    """Whether a State's name begins at `i`, with or without its style: "the Republic of Kenya"."""
    return i < w.n and bool(re.match(state_pattern(), w.raw[w.start[i] : w.start[i] + 120]))


def _leads_to_body(w: Words, i: int) -> bool:
    """Whether the capitalised words from `i` on are a body's name: "and the Labour Inclusion Committee"."""
    for j in range(i, min(i + 8, w.n)):
        if w.lower[j] in ORGANISATIONS and w.capital(j):
            return True
        if not w.capital(j) and w.lower[j] not in {"of", "for"}:
            return False
    return False


def _holds_head(w: Words, i: int, j: int) -> bool:
    return any(w.lower[q] in name_heads() for q in range(i, j))


def _dates_name(w: Words, j: int) -> bool:
    """Whether the year at `j` opens a name inside the title: "… for Implementing the 2030 Agenda"."""
    after = w.dates[j]
    return after == j + 1 and w.capital(after) and w.lower[after] in name_heads()


def _opens_sentence(w: Words, j: int) -> bool:
    """Whether the capitalised word at `j` begins something else, where a stop or a line was lost."""
    if w.at(j - 1) in _FUNCTION or w.at(j - 1) in {",", "-", "/"}:
        return False
    return w.lower[j] in {"the", "this", "these", "it", "a"} or w.lower[j] in SECTIONS


def _opens_symbol(w: Words, j: int) -> bool:
    """Whether the United Nations symbol of a document begins at `j`: "… with Disabilities |UN Doc CRPD/C/2/3|"."""
    return w.text[j] in {"UN", "U.N."} and w.at(j + 1).rstrip(".") in {"doc", "docs", "document"}


def _goes_on_in_sentence_case(w: Words, j: int, seen: int, kind: str) -> bool:
    """Whether the lower-case word at `j` leads a title in capitals on into sentence case.

    "Convention on the Rights of persons with disabilities", "… on the Rights of the Child on the sale of children"
    """
    link = j - 2 if w.at(j - 1) in {"the", "a", "an"} else j - 1
    if w.at(link) == "of":
        return seen <= 5 and w.capital(link - 1)
    return w.at(link) == "on" and kind == "protocol"


def _capitals_go_on(w: Words, comma: int) -> bool:
    """Whether a title in capitals goes on after the comma: before a capital, "and" + capital, "supplementing"."""
    nxt = comma + 1
    if nxt >= w.n or w.at(nxt) in _CONTINUES:
        return nxt < w.n
    if w.at(nxt) in {"and", "or"}:
        nxt += 1
        if not w.capital(nxt) or other_name(w, nxt):
            return False
        return w.at(nxt) not in OPENERS and w.at(nxt) not in DIVISIONS
    opens = w.lower[nxt] in DIVISIONS or (w.lower[nxt] in OPENERS and w.lower[nxt] != "other")
    if opens or not w.capital(nxt) or is_number_mark(w, nxt):
        return False
    if nxt in w.dates or opens_instrument(w, nxt):
        return False
    # "…, the Slave Trade and Institutions": a list, which an "and" closes before the sentence does
    for j in range(nxt, min(nxt + 25, w.n)):
        lower = w.lower[j]
        if lower in {"and", "or"}:
            owned = w.at(j + 1) in {"their", "its"} and w.capital(j + 2)  # "Masters, Mates |and their Families|"
            return w.capital(j + 1) or owned or adds_amendment(w, j)
        if lower in HARD_STOPS or lower in RELATIVES or lower in AUXILIARIES:
            return False
        if w.alphabetic(j) and not w.capital(j) and lower not in _FUNCTION:
            return False
    return False


def _sentence_title(w: Words, i: int) -> int:  # noqa: C901
    """The end of a title in sentence case: a finite verb, the opener of a clause, a comma that closes no list."""
    introduces = _introduces(w, i)
    listed = False
    last = j = i
    while j < min(i + _LONGEST, w.n):
        word, lower = w.text[j], w.lower[j]
        if is_possessive(w, j):
            j += 1
            last = j
            continue
        if word in HARD_STOPS or word in APOSTROPHES or word == "–" or is_number_mark(w, j):
            break
        if word == ",":
            if (
                _opens_division(w, i, j + 1)
                or not _list_goes_on(w, j, listed)
                or (introduces and not listed and not _short_items(w, j))
            ):
                break
            if introduces and _is_main_subject(w, j):
                break
            listed = True
            j += 1
            continue
        if lower in _DATE_LINKS and j + 1 in w.dates:
            break
        if j > i and ends_clause(w, j) and not is_inner_relative(w, j) and not _says_which(w, j):
            break
        timed = lower == "and" and w.at(j + 1) in _ARTICLES and j in w.dates.values()
        if lower == "and" and (timed or _other_after_and(w, j + 1) or _opens_division(w, i, j + 1)):
            break  # "strategy for the elderly 2010-2020 | and the plan for persons with disabilities 2015–2019"
        if lower == "and" and turns_aside(w, i - 1, j):
            break
        if lower == "with" and _AMENDED_SINCE.match(w.raw, w.start[j]):
            break  # "Law No. 100 of 2001 on the civil status |with the subsequent amendments|"
        j = w.dates[j] if j in w.dates else _past_nested(w, j)  # "suicide among young people for 2019–2020"
        if lower not in _FUNCTION and lower not in _NEVER_LAST:
            last = j
    return last


def _says_which(w: Words, j: int) -> bool:
    """Whether "be" at `j` says which conditions a title means: "Rulebook on the conditions |to be met by ports|"."""
    return w.at(j) == "be" and w.at(j - 1) == "to" and w.at(j - 2) in _RELATIONAL


def _opens_division(w: Words, i: int, j: int) -> bool:
    """Whether a provision begins at `j`, the first since `i`: "Law on Ombudsperson and |Article 196| of the Code"."""
    return w.at(j) in DIVISIONS and w.at(j + 1)[:1].isdigit() and DIVISIONS.isdisjoint(w.lower[i:j])


def _other_after_and(w: Words, i: int) -> bool:
    if w.at(i) in {"the", "this"}:
        return w.capital(i + 1)
    if w.at(i) == "its" or w.at(i) in SECTIONS:
        return True
    if any(is_number_mark(w, q + 1) and w.at(q) in name_heads() and not w.capital(q) for q in range(i, i + 2)):
        return True  # "Legislative Act No. 1 on ports | and legislative act No. 2"
    return w.capital(i) and opens_instrument(w, i)


def _past_nested(w: Words, j: int) -> int:
    """The token after the word at `j` and, where it is the head of an instrument, after that one's number and date.

    "Decree No. 1521/PR establishing the terms of application of Act No. 007/PR/2007 of 9 May 2007"
    """
    if w.lower[j] not in name_heads() or not w.capital(j):
        return j + 1
    end = number_end(w, j + 1, bare=True)
    if end == j + 1:
        return end
    end = date_end(w, end, "act", True)
    if w.at(end) == "," and w.at(end + 1) == "on" and end + 2 not in w.dates:
        titled = title_end(w, end + 2 + (w.at(end + 2) == "the"))
        return titled if w.at(titled) in {")", ",", ".", ";", ""} else end  # "…, of 21 February|, on the Penal Code|,"
    return end


def _list_goes_on(w: Words, comma: int, listed: bool) -> bool:
    """Whether a title in sentence case goes on after the comma: an item of a list that "and" or "or" closes.

    `listed`: a list is open, so that ", and consideration of statements" may close it.
    """
    nxt = comma + 1
    lower = w.at(nxt)
    if w.capital(nxt) and w.capital(comma - 1):
        return _capitals_go_on(w, comma)  # "functioning of the Economic, Social and Environmental Council"
    if listed and lower in {"and", "or"} and w.at(nxt + 1).isalpha() and not w.capital(nxt + 1):
        return not ends_clause(w, nxt + 1) and w.lower[nxt + 1] not in _AFTER_COMMA
    if nxt >= w.n or w.capital(nxt) or _opens_another(w, nxt):
        return False
    if _shares_complement(w, comma):
        return True
    if lower != "including" and _opens_clause(w, nxt):
        return False
    for j in range(nxt, min(nxt + 14, w.n)):
        word = w.lower[j]
        if word in {"and", "or"}:
            return True
        if word in HARD_STOPS or (j > nxt and word != "," and ends_clause(w, j)):
            return False
    return False


def _opens_clause(w: Words, i: int) -> bool:
    """Whether a clause begins at `i`: "Act No. 72 on elections, |providing| a free, equal and secret ballot"."""
    if w.lower[i].endswith("ing") and w.at(i + 1) not in {",", "and", "or"}:
        return True
    if w.lower[i].endswith("ed") and w.at(i + 1) in _BASED:
        return True  # "the law on harbour fees|, based on the advice| of the Council of Ports and …"
    return w.lower[i] in _AFTER_COMMA or ends_clause(w, i)


def _shares_complement(w: Words, comma: int) -> bool:
    """Whether nouns around a comma share what they are of: "on the rights|, the support and the protection of|"."""
    parts = [w.at(comma + k) for k in (-2, 1, 3, 4, 6)]
    return parts == ["the", "the", "and", "the", "of"]


def _opens_another(w: Words, i: int) -> bool:
    """Whether another text is told from `i` on: "Regulations on psychiatric care|, technical standard on| therapy"."""
    near = range(i, min(i + 3, w.n))
    return any(w.lower[q] in name_heads() and w.at(q + 1) in {"on", "for", "concerning"} for q in near)


def _introduces(w: Words, i: int) -> bool:
    """Whether the text before `i` in its sentence is an opening phrase: "According to Law No. 60 on …"."""
    led = False  # a preposition leads to the name
    for j in range(i - 1, max(i - 30, -1), -1):
        led = led or (w.lower[j] in _LEADING and j < i - 1 and j + 1 not in w.dates)
        if w.text[j] == "," and not led:
            return False  # "In 2013|, the Act amending|": what opened the sentence is closed
        if w.text[j] in ".;:•" or j == 0:
            first = j + (w.text[j] in ".;:•")
            first += 2 * (w.at(first + 1) == ",")  # "|Thus,| according to Law No. 60 on …"
            return w.at(first) in _INTRODUCTIONS
        if w.lower[j] in AUXILIARIES:
            return False
    return False


def _is_main_subject(w: Words, comma: int) -> bool:
    """Whether the list behind a comma is what the sentence speaks of: its verb follows the last item at once.

    "According to Law No. 60 on pilots|, masters, mates and their families are| entitled …"
    """
    closed = False
    for j in range(comma + 1, min(comma + 60, w.n)):
        if w.lower[j] in {"and", "or"}:
            closed = True
        elif (w.text[j] == "," and closed) or w.text[j] in HARD_STOPS:
            return False
        elif w.lower[j] in AUXILIARIES:
            return closed
    return False


def _short_items(w: Words, comma: int) -> bool:
    """Whether the items on both sides of a comma are single nouns: "the receipt, registration, …"."""
    near = w.at(comma - 2) in PREPOSITIONS or w.at(comma - 3) in PREPOSITIONS
    for j in range(comma + 1, min(comma + 5, w.n)):
        if w.lower[j] in {",", "and", "or"}:
            return near
        if w.lower[j] in PREPOSITIONS:
            return False
    return False
