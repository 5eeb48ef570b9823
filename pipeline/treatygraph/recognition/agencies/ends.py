"""How far an agency's name reaches behind its head.

"Ministry | of Gender, Children and Social Development"
"Office | of the Procurator-General", but "Committee … | of the Ministry of Internal Affairs" is two bodies
"""

from __future__ import annotations

from treatygraph.recognition.agencies.links import links
from treatygraph.recognition.agencies.runs import is_civil_service, names_on, run_end
from treatygraph.recognition.agencies.words import (
    INTERNATIONAL,
    MONTHS,
    POSSESSIVE,
    heads,
    is_acronym,
    known,
    listed,
    names_no_body,
    plural_heads,
)
from treatygraph.recognition.grammar.lexicon import kinds
from treatygraph.recognition.grammar.states import state_code
from treatygraph.recognition.grammar.tokens import Words

_OF_MEMBERS = ("association", "union", "ngo")  # "Association of Theatre and Concert Hall Boards"
_SERVICES = ("services", "forces")  # plural heads that are a ministry's subject as well
_QUOTES = {"“": "”", '"': '"', "„": "“", "«": "»"}
_LONGEST_QUOTE = 8  # words in a quoted name: Association “Motivation”
_MOST_LINKS = 4  # lower-case words in a row inside a name: "for the Protection of all the …"


def right_end(w: Words, at: int, *, modified: bool) -> int:
    """Where the name of the head at `at` ends: behind the head, or behind what "of", "for", "on" add to it.

    `modified` says that words before the head belong to the name, so that "of the …" may be another body's.
    """
    last = at + 1
    if w.at(last) == "general" and listed("general", w.lower[at]):  # "Directorate General for Justice"
        last += 1
    if (quoted := _quoted_end(w, last)) > last:
        return quoted
    last = _complements_end(w, last, at, modified=modified)
    ministry = w.lower[at] in ("ministry", "minister")  # "Ministry of Health | district medical committees"
    if last > at + 1 and w.capital(last - 1) and listed("places", w.at(last)) and not ministry:
        last += 1  # "… for Karagandy province"
    while last > at + 1 and w.text[last - 1] in POSSESSIVE:
        last -= 1
    return last


def _quoted_end(w: Words, last: int) -> int:
    """The end of a name in quotes that opens at `last`: Association “Motivation”; `last` where none does."""
    if last < w.n and w.text[last] in _QUOTES and w.capital(last + 1):
        closing = _QUOTES[w.text[last]]
        for k in range(last + 1, min(w.n, last + 1 + _LONGEST_QUOTE)):
            if w.text[k] == closing:
                return k + 1
    return last


def _complements_end(w: Words, last: int, at: int, *, modified: bool) -> int:
    """The end of all that links and commas from `last` on add to the head at `at`."""
    closed = False  # "and" has joined the last subject of a list
    while last < w.n:
        word = w.lower[last]
        started = last > at + 1
        if word == ",":
            ended = state_code(w.text[last - 1]) is not None  # "Department of Justice Canada, | Employment and …"
            end = _list_end(w, last, at, closed=closed) if started and not ended else last
            closed = True
        elif listed("links", word):
            if closed and word in ("and", "&") and w.at(last + 1) == "the":
                break  # "… Gender and Children’s Affairs and the | Central Police Headquarters"
            end = _complement_end(w, last, at, complete=started or modified)
            closed = closed or word in ("and", "&")
        else:
            break
        if end == last:
            break
        last = end
    return last


def _complement_end(w: Words, i: int, at: int, *, complete: bool) -> int:
    """The end of the complement that the links at `i` open; `i` where they open none."""
    if not links(w, i, at):
        return i
    head, link = w.lower[at], w.lower[i]
    started = i > at + 1
    m = _links_end(w, i)
    if link == "with" and m == i + 1 and listed("impairments", w.at(m)):  # "Persons with disabilities", "… BH"
        return m + 1 + (w.capital(m + 1) and state_code(w.text[m + 1]) is not None)
    if m >= w.n or not (names_on(w, m) or (started and _is_subject(w, m, head))) or w.lower[m] in MONTHS:
        return i if started else _lower_subject_end(w, i, head)
    if link == "of" and (federated := _federation_end(w, m)) > m:
        return federated
    end = _before_instrument(w, m, _before_owned(w, m, _subject_run_end(w, m, head)))
    if end <= m:
        return i
    presided = link == "of" and w.lower[i - 1] in ("presidency", "president") and listed("seats", head)
    if presided:  # "Office of the Presidency | of the Council of Ministers"
        return end
    if i == at + 1 and head == "president" and listed("presided", w.lower[end - 1]):
        return end  # "President | of the Rail Transport Office"
    if link in ("and", "&", "or"):
        return i if _joins_another(w, i, m, end, head) else end
    return i if _is_of_another(w, i, m, end, at, complete=complete) else end


def _links_end(w: Words, i: int) -> int:
    """Where the lower-case words end that the link at `i` opens: "for | the Protection", "and other | Inhumane"."""
    m = i + 1 + (w.lower[i] == "relating")
    while m < w.n and m < i + _MOST_LINKS and listed("inner_links", w.lower[m]) and not _stands_capital(w, m):
        m += 1
    # "Torture and other Inhumane or Degrading Treatment"
    return m + (w.at(m) == "other" and listed("treatments", w.at(m + 1)))


def _joins_another(w: Words, i: int, m: int, end: int, head: str) -> bool:
    """Whether "and" or "or" at `i` joins another body, State or thing to a name rather than a subject of it."""
    if head == "government" and listed("trailing", w.at(end)):  # "Government of Malawi | and Development Partners"
        return True
    if _holds_body(w, m, end, head, joined=True):
        return True
    if w.at(m - 1) == "the" and w.at(end) in ("and", "&") and _ends_in_head(w, end + 1):
        return True  # "Office of the Attorney General | and the Rights and Liberties Protection Department"
    another = is_acronym(w.text[m]) and w.lower[i - 1] != "hiv"  # but "People living with HIV and AIDS"
    another = another or _is_brand(w.text[m])
    another = another or (listed("offices_of_states", w.text[m]) and end > m + 1)  # "and | Statistics Sweden"
    return another or state_code(" ".join(w.text[m:end])) is not None


def _is_brand(word: str) -> bool:
    """Whether a capital inside a word shows that it is a name of its own: "and the |EsSalud| insurance system"."""
    return any(letter.isupper() for letter in word[1:]) and any(letter.islower() for letter in word) and word.isalpha()


def _is_of_another(w: Words, i: int, m: int, end: int, at: int, *, complete: bool) -> bool:
    """Whether a link at `i` other than "and" leads to another body, a school or an instrument: "of the | Assembly"."""
    if _holds_body(w, m, end, w.lower[at], joined=False):
        return True
    of, definite = w.lower[i] == "of", w.lower[m - 1] == "the"
    if complete and definite and w.at(end) in ("and", "&") and _ends_in_head(w, end + 1):
        return True  # "Diversity Commission of the | Social and Economic Council"
    if not of:
        return False
    subject = is_civil_service(w, end - 1) and w.at(end) not in ("of", "for")
    if complete and definite and not subject and any(_is_body(word) for word in w.lower[m:end]):
        # "Human Rights Committee of the | Parliamentary Assembly", but "National Office of the Civil Service"
        return True
    if end > m + 1 and _names_instrument(w, end) and (complete or not listed("programmed", w.lower[at])):
        return True  # "Implementation Unit of the | National Action Plan"
    # "Centre for Assistance to Students | of the University of Banja Luka"
    later = i > at + 1 or (not complete and definite and listed("excluded", w.lower[m]))
    return later and any(listed("excluded", word) for word in w.lower[m:end])


def _is_subject(w: Words, i: int, head: str) -> bool:
    """Whether a lower-case word stands in a ministry's name: "Ministry of Planning and |economic| Development"."""
    if not listed("subject_words", w.text[i]) or head not in ("ministry", "minister", "department"):
        return False
    return w.capital(i + 1) or (w.at(i + 1) in ("and", "&") and w.capital(i + 2) and w.at(i + 2) not in heads())


def _subject_run_end(w: Words, m: int, head: str) -> int:
    """Where a run of capitals that begins at `m` ends, lower-case words of a ministry's subject with it."""
    end = run_end(w, m + (not w.capital(m)))
    while end < w.n and _is_subject(w, end, head):
        end = run_end(w, end + 1)
    return end


def _is_body(word: str) -> bool:
    """Whether a head names a body rather than a function: not "Council of the Judiciary"."""
    return word in heads() and not listed("functions", word)


def _names_instrument(w: Words, end: int) -> bool:
    """Whether the kind of an instrument stands before `end`, and is no subject of a body as "Law" is."""
    return w.lower[end - 1] in kinds() and not listed("subjects", w.lower[end - 1])


def opens_title(w: Words, last: int) -> bool:
    """Whether the words up to `last` are the front of an instrument's name: "Administration | of Justice Act"."""
    end = run_end(w, last + 1)
    return w.at(last) in ("of", "for", "and") and end > last + 2 and _names_instrument(w, end)


def _ends_in_head(w: Words, i: int) -> bool:
    """Whether the run at `i` is the end of a head-last name: "Economic Council", but not "Child Protection"."""
    end = run_end(w, i)
    return _is_body(w.lower[end - 1]) and not listed("weak", w.lower[end - 1]) and w.at(i) not in heads()


def _stands_capital(w: Words, m: int) -> bool:
    """Whether a link word is printed as part of a name: "Their Rights"."""
    return w.capital(m) and w.lower[m] not in ("all", "their", "the", "its")


def _lower_subject_end(w: Words, i: int, head: str) -> int:
    """The end of a ministry's subject in lower case: "Ministry of health"."""
    if head not in ("ministry", "minister") or w.lower[i] not in ("of", "for") or i + 1 >= w.n:
        return i
    subject = w.text[i + 1]
    return i + 2 if subject.isalpha() and len(subject) > 4 and not listed("openers", subject) else i


def _before_owned(w: Words, m: int, end: int) -> int:
    """Where a run ends before what the body owns: "Ministry of Education’s | Programme", but "Children’s Rights"."""
    for k in range(m, end):
        if w.text[k] in POSSESSIVE and k > 0 and not listed("owners", w.lower[k - 1]):
            office = listed("officers", w.lower[k - 1]) or w.lower[k - 1] == "general"
            if not (office and k + 1 < end and w.lower[k + 1] in heads()):  # "the Attorney General’s Office"
                return k
    return end


def _before_instrument(w: Words, m: int, end: int) -> int:
    """Where a run ends before the kind of an instrument that the body issued: "Internal Affairs | Order No. 182"."""
    after = w.at(end)
    dated = after == "of" and (w.at(end + 1)[:1].isdigit() or w.at(end + 1) in MONTHS)
    identified = dated or after[:1].isdigit() or listed("numbers", after)
    for k in range(m, end):
        if listed("issued", w.lower[k]) and (k < end - 1 or identified):
            return k
        if k > m and listed("trailing", w.lower[k]):  # "Ministry of Culture | Partners: Ministry of Education"
            return k
    return end


def _holds_body(w: Words, m: int, end: int, head: str, *, joined: bool) -> bool:
    """Whether the words from `m` to `end` name a body of their own: "of the | Ministry of Justice".

    `joined` says that "and" or a comma stands before them.
    """
    words = w.lower[m:end]
    if words[-1] in _SERVICES or names_no_body(w, end):
        return False
    if joined:
        if _is_joined_body(w, m, end, head):
            return True
    elif len(words) == 1 and w.text[m].isupper() and len(w.text[m]) > 3:
        # "the Board of the | NCPWD", but "National Commission on AIDS", "Department of TC&I"
        return w.at(m - 1) != "on" and "&" not in w.text[m]
    elif listed("seats", head) and any(listed("seated", word) or word in plural_heads() for word in words):
        return False
    elif listed("ministerial", head) and words == ["administration"]:
        return False  # "Minister of Administration"
    of_persons = listed("of_persons", words[-1])  # "Uruguayan Association of Court Clerks"
    if any(_is_strong_head(word, alone=len(words) == 1) for word in (words[-1:] if of_persons else words)):
        return True
    if head in ("office", "embassy", "mission") and not joined:
        return False
    return any(
        tuple(w.text[m : m + len(parts)]) == parts and (joined or kind in INTERNATIONAL)
        for parts, kind in known().get(w.text[m], ())
    )


def _is_joined_body(w: Words, m: int, end: int, head: str) -> bool:
    """Whether the words behind "and" or a comma name a body, or an instrument, beside the one of `head`."""
    words = w.lower[m:end]
    if _names_instrument(w, end):  # "and the National Disability Programme"
        return True
    if words[-1] in heads() or any(listed("alone", word) for word in w.text[m:end]):
        return True
    if len(words) > 1 and listed("sat_on", words[-1]) and heads()[head] not in _OF_MEMBERS:
        return True  # "Ministry of Health and | District Health Boards"
    members = heads().keys() if listed("joining", head) else heads().keys() | plural_heads()
    if w.at(end) in ("of", "for", "on") and any(word in members for word in words):
        return True
    return any(word in heads() and w.at(m + k + 1) in ("of", "for") for k, word in enumerate(words))


def _is_strong_head(word: str, *, alone: bool) -> bool:
    """Whether a head names a body wherever it stands, or a weak one ("service") where it stands alone."""
    return word in heads() and (not listed("weak", word) or (alone and not listed("functions", word)))


def _list_end(w: Words, comma: int, at: int, *, closed: bool) -> int:
    """The end of a list of subjects that a comma goes on with; `comma` where it is none.

    "Ministry of Gender, Children and Social Development": runs of capitals with commas, the last after "and",
    none of them a body of its own.
    """
    head = w.lower[at]
    if not listed("listing", head):
        return comma
    i = comma
    while i < w.n and w.text[i] == ",":
        closing = w.at(i + 1) in ("and", "&")
        if closing and i == comma and w.at(i + 2) == "the":  # "Commission on Human Rights, | and the Report"
            return comma
        end = _subject_end(w, i + 1 + closing, head)
        if end < 0:
            return comma
        link = w.at(end)
        if closing:
            return comma if closed else end
        if link == "or" or (
            link in ("and", "&") and (not closed or _lists_adjectives(w, comma, end))
        ):  # "Cruel, Inhuman or Degrading Treatment"
            last = _subject_end(w, end + 1, head)
            return comma if last < 0 else last
        i = end
    return comma


def _lists_adjectives(w: Words, comma: int, end: int) -> bool:
    """Whether adjectives of one noun stand around the comma: "the Rights of Cultural, Religious and … Communities"."""
    around = [w.lower[comma - 1], *(w.lower[k] for k in range(comma + 1, end) if w.text[k] != ",")]
    return all(word.endswith(("al", "ic", "ous", "ive")) for word in around)


def _subject_end(w: Words, i: int, head: str) -> int:
    """The end of one subject of a list that begins at `i`; -1 where none does."""
    start = i + (w.at(i) == "the")
    end = _phrase_end(w, start)
    if start > i and listed("places", w.at(end - 1)):  # "Ministry of Culture, | the Capital District"
        return -1
    if end == start or not w.capital(start) or is_acronym(w.text[start]) or w.lower[start] in MONTHS:
        return -1
    if _holds_body(w, start, end, head, joined=True) or state_code(" ".join(w.text[start:end])) is not None:
        return -1
    return end


def _phrase_end(w: Words, i: int) -> int:
    """The end of a run of capitals with the complements that "of" and "for" join: "Protection of Minors"."""
    end = _before_instrument(w, i, run_end(w, i))
    while w.at(end) in ("of", "for"):
        start = end + 1 + (w.at(end + 1) == "the")
        further = run_end(w, start)
        if further == start or state_code(" ".join(w.text[start:further])) is not None:
            break
        end = further
    return end


def place_end(w: Words, last: int) -> int:
    """The end of "of Kazakhstan", "of the Republic of Kenya" behind a name that ends at `last`."""
    if w.at(last) != "of":
        return last
    m = last + 1 + (w.at(last + 1) == "the")
    if (federated := _federation_end(w, m)) > m:
        return federated
    end = _state_end(w, m)
    if end == m:
        return last
    if w.at(end) == "of" and listed("styles", w.lower[end - 1]):
        m = end + 1 + (w.at(end + 1) == "the")
        end = max(end, _state_end(w, m))
    return last if any(word in heads() and word != "union" for word in w.lower[m:end]) else end


def _federation_end(w: Words, m: int) -> int:
    """Where a federal State or a part of one ends: "the Federation of Bosnia and Herzegovina"; `m` where none is."""
    if not (listed("federal", w.at(m)) and w.capital(m) and w.at(m + 1) == "of"):
        return m
    start = m + 2 + (w.at(m + 2) == "the")
    end = _state_end(w, start)
    return end if state_code(" ".join(w.text[start:end])) is not None else m


def _state_end(w: Words, m: int) -> int:
    """Where a place that begins at `m` ends, a State of two names whole: "Trinidad and Tobago"."""
    end = run_end(w, m)
    if w.at(end) == "and":
        further = run_end(w, end + 1 + (w.at(end + 1) == "the"))
        if state_code(" ".join(w.text[m:further])) is not None:
            return further
    return end


def names_body_after(w: Words, at: int) -> bool:
    """Whether an officer is one of a body named next: "the President of the Institute", not "… of 12 May 2010"."""
    following = w.at(at + 2 + (w.at(at + 2) == "the"))
    return w.at(at + 1) == "of" and not following[:1].isdigit() and following not in MONTHS


def presides_state(w: Words, at: int) -> bool:
    """Whether "President of …" is the head of a State and not of a body or a company."""
    i = at + 2 + (w.at(at + 2) == "the")
    if w.at(at + 1) != "of":
        return False
    return listed("styles", w.at(i)) or state_code(" ".join(w.text[i : run_end(w, i)])) is not None
