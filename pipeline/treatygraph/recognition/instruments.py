"""Finding the instruments that a text names or refers back to.

An anchor is a head ("Act", "Code", "resolution"); from it a scan to the left finds where the name begins and a
scan to the right what identifies it: number, date, issuer, title. What was found decides whether it is a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from treatygraph.recognition.designations import date_end, issuer_end, number_end, opens_instrument
from treatygraph.recognition.found import Context, Found, found_in
from treatygraph.recognition.lexicon import kinds, singular, words
from treatygraph.recognition.titles import is_title_case, name_start, state_adjectives, title_end
from treatygraph.recognition.tokens import Words, phrases, words_of

_DETERMINERS = frozenset({"the", "this", "that", "these", "those", "said", "same", "its", "such"})
_ORDINALS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"})
_SUBORDINATE = frozenset({"decree", "rules", "regulation", "order", "instructions"})
_OWNERS = (
    words("instruments", "never", "bodies") | state_adjectives() | {"the", "government", "parliament", "president"}
)
_NOMINAL = ("tion", "tions", "sion", "ment", "ing", "ance", "ence", "al", "ity", "ies", "eipt", "ation")
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "said", "same"})
_OPENING, _CLOSING = "“\"„«‘'", "”\"“»’'"


@dataclass(frozen=True, slots=True)
class _Extent:
    """How far a name goes to the right of its head, in tokens, and what it holds there."""

    end: int
    number: bool = False
    date: bool = False
    issuer: bool = False
    title: tuple[int, int] | None = None

    @property
    def identified(self) -> bool:
        return self.number or self.date or self.title is not None


def find_instruments(doc: Doc, context: Context) -> list[Found]:
    """The instruments that one unit names or refers back to, sorted by start and without overlaps.

    Reads the dates and agencies that earlier components wrote on the doc. `context.recent` are the kinds that the
    unit before named: a lower-case back-reference ("the plan") is one only where such a name stands near.
    """
    heads = _anchors(doc)
    if not heads:
        return []
    w = words_of(doc)
    bodies = [(find.start, find.end) for find in found_in(doc, "agency")]
    finds: list[Found] = []
    done = 0
    near = set(context.recent)
    for n, (first, last) in enumerate(heads):
        if first < done:
            continue
        following = heads[n + 1 : n + 6]
        for find, end in _read(w, first, last, done, following, bodies, frozenset(near)):
            finds.append(find)
            done = end
        if finds and done > first:
            near.add(kinds().get(_head(w, first, last), ""))
    return finds


def kinds_named(doc: Doc) -> frozenset[str]:
    """The kinds of the instruments found on a doc, by the heads in their names."""
    finds = [(find.start, find.end) for find in found_in(doc, "instrument")]
    heads = [(doc[first:last], first) for first, last in _anchors(doc)] if finds else []
    return frozenset(
        kinds()[span.text.lower()]
        for span, _ in heads
        if span.text.lower() in kinds() and any(a <= span.start_char and span.end_char <= b for a, b in finds)
    )


@lru_cache(maxsize=4)
def _matcher(vocab: Vocab) -> PhraseMatcher:
    matcher = PhraseMatcher(vocab, attr="LOWER")
    matcher.add("head", phrases(vocab, sorted({*kinds(), *words("instruments", "forms", "back_any")})))
    return matcher


def _anchors(doc: Doc) -> list[tuple[int, int]]:
    """The heads in the doc as (first, last + 1) tokens, in order; of two that overlap the longer one."""
    spans = sorted(((a, b) for _, a, b in _matcher(doc.vocab)(doc)), key=lambda s: (s[0], -s[1]))
    out: list[tuple[int, int]] = []
    for first, last in spans:
        if not out or first >= out[-1][1]:
            out.append((first, last))
    return out


def _head(w: Words, first: int, last: int) -> str:
    return " ".join(w.lower[first:last])


def _read(
    w: Words,
    first: int,
    last: int,
    done: int,
    following: list[tuple[int, int]],
    bodies: list[tuple[int, int]],
    recent: frozenset[str],
) -> list[tuple[Found, int]]:
    """What the anchor at `first` names: its find, and the token after it; more than one for a shared head."""
    if any(a <= w.start[first] and w.end[last - 1] <= b for a, b in bodies):
        return []  # "United Nations Development Programme"
    if not w.capital(first):
        found = _read_lower(w, first, last, done, recent)
        return [found] if found else []
    head = _head(w, first, last)
    if head in words("instruments", "forms", "back_any"):
        return []
    start = name_start(w, first)
    if start < done:
        start = next(i for i in range(done, first + 1) if w.capital(i))
    if _heads_another(w, start, last, following):
        return []
    if _is_modifier(w, last, start < first):
        return []
    kind = kinds()[head]
    if start == first and kind == "programme":
        start = _with_quoted_name(w, start)
    extent = _extend(w, first, last, kind, start)
    if extent.title and start == first and _names_body(w, extent):
        return []
    start, draft = _with_draft(w, start)
    rule = _decide(w, first, last, start, extent, draft)
    if not rule:
        anaphor = _back_reference(w, first, last, start, extent)
        return [anaphor] if anaphor else []
    name, confidence = rule
    finds = [(_found(w, start, extent, name, confidence, shared=name == "shared-head"), extent.end)]
    if extent.number and (singular()[head] != head or w.at(last) in {"nos", "nos."}):
        finds += _shared_numbers(w, extent.end)
    return finds


def _names_body(w: Words, extent: _Extent) -> bool:
    """Whether a head and its title are the name of a body: "Charter for Human Rights Foundation"."""
    if not extent.title or extent.number or extent.date or w.at(extent.title[0]) != "for":
        return False
    return w.at(extent.end - 1) in words("titles", "stops", "bodies") and is_title_case(w, extent.title[0] + 1)


def _found(
    w: Words, start: int, extent: _Extent, rule: str, confidence: float, shared: bool = False, anaphor: bool = False
) -> Found:
    title = (w.start[extent.title[0]], w.end[extent.title[1] - 1]) if extent.title else None
    return Found(
        w.start[start], w.end[extent.end - 1], rule, confidence, anaphor=anaphor, title=title, shared_head=shared
    )


def _heads_another(w: Words, start: int, last: int, following: list[tuple[int, int]]) -> bool:
    """Whether a later head's name takes this one in: "Law Enforcement Service Act", "Code of Conduct Act"."""
    for first, end in following:
        if first - last > 12:
            return False
        if w.capital(first) and name_start(w, first) < last:
            return True
    return False


def _is_modifier(w: Words, last: int, chain: bool) -> bool:
    """Whether the head only modifies a noun after it: "Law Faculty", "Policy Department", "Programme Manager".

    After a chain a capital may be the next cell of a table ("Penal Code Machinga Second Grade Magistrate"), so
    there only the head of an organisation makes the name a modifier.
    """
    organisations = words("instruments", "never", "organisations")
    if not w.capital(last):
        return not chain and w.at(last) in organisations
    if w.at(last) in words("instruments", "before", "divisions") or w.at(last) in words(
        "instruments", "before", "openers"
    ):
        return False
    if (
        w.text[last] in _ORDINALS
        or number_end(w, last, bare=True) > last
        or w.text[last] in _OPENING
        or last in w.dates
    ):
        return False
    if (
        w.at(last) in words("titles", "entry", "links")
        and w.text[last + 1 : last + 2]
        and w.text[last + 1][0].isalpha()
    ):
        return False  # "Act Guaranteeing the Rights of Persons with Disabilities"
    if not chain:
        return True
    j = last
    while w.capital(j) and j < last + 6:
        if w.at(j) in organisations:
            return True
        j += 1
    return False


def _extend(w: Words, first: int, last: int, kind: str, start: int) -> _Extent:
    """The name's extent to the right: number, date, issuer and title in any order."""
    head = singular()[_head(w, first, last)]
    number = date = issuer = False
    title: tuple[int, int] | None = None
    if kind == "programme" and w.text[last : last + 1] and w.text[last] in _ORDINALS:
        last += 1  # "Malawi Growth and Development Strategy II"
    if head in {"declaration", "statement"} and w.at(last) == "and":
        joined = last + 1 + (w.at(last + 1) == "the")
        if w.at(joined) in {"programme", "program", "plan", "platform", "framework"} and w.at(joined + 2) == "action":
            last = joined + 3  # "Vienna Declaration and Programme of Action"
    numerable = kind not in {"programme", "code", "constitution", "soft-law", "rules"}
    end = last
    for _ in range(8):
        j = end
        if not number and kind != "constitution":
            end = number_end(w, j, bare=numerable and not title)
            number = number or end > j
            if end > j:
                continue
        if not date or kind == "programme":
            end = date_end(w, j, kind, number)
            if end > j and not (w.at(j) == "(" and not w.capital(first)):
                date = True
                continue
            end = j
        if kind in _SUBORDINATE and start < first and not title and w.at(j) in {"of", "to", "for"}:
            nested = j + 1 + (w.at(j + 1) == "the")
            end = _nested_end(w, nested)
            if end > nested:
                title = (j, end)
                continue
        if not issuer and not title:
            end = issuer_end(w, j)
            if end > j:
                issuer = True
                continue
        if not title:
            opened, closed = _title(
                w, j, head, kind, number, bool(number or date), w.lower[start:first], w.capital(first)
            )
            if closed > opened:
                title, end = (opened, closed), closed
                continue
        break
    return _Extent(end, number, date, issuer, title)


def _nested_end(w: Words, i: int) -> int:
    """The token after the instrument that begins at `i` and that subordinate rules belong to, or `i`.

    "Enforcement Decree of the Framework Act on Building", "Implementing Regulations of the Labour Law"
    """
    if not w.capital(i) or not opens_instrument(w, i):
        return i
    j = i
    while w.at(j) not in kinds() or (w.capital(j + 1) and opens_instrument(w, j + 1)):
        j += 1
    if kinds()[w.at(j)] not in {"act", "code", "constitution"}:
        return i
    return _extend(w, j, j + 1, kinds()[w.at(j)], i).end


def _title(
    w: Words, j: int, head: str, kind: str, numbered: bool, identified: bool, modifiers: list[str], capital: bool
) -> tuple[int, int]:
    """Where the title that begins at `j` stands, its link word included; an empty range where there is none."""
    nothing = (j, j)
    chain = bool(modifiers)
    generic = all(_is_generic(word) for word in modifiers)
    link = w.at(j)
    if w.text[j : j + 1] and w.text[j] in _OPENING:
        return _quoted(w, j)
    if link == "," and identified and w.at(j + 1) in {"on", "concerning", "amending", "regarding"}:
        opened = j + 1
    elif (
        link == "of"
        and kind in {"regulation", "rules", "instructions"}
        and w.text[j + 1 : j + 2]
        and w.text[j + 1].islower()
    ):
        if w.at(j + 1) in words("titles", "stops", "determiners"):
            return nothing
        return _range(j, title_end(w, j + 1))
    elif link == "to":
        if (
            head not in words("titles", "entry", "infinitive")
            or not w.text[j + 1 : j + 2]
            or not w.text[j + 1][0].isalpha()
        ):
            return nothing
        if not generic and not identified and not w.capital(j + 1) and kind != "protocol":
            return nothing  # "Itinerant Teaching Programme to cater for …"
        if w.at(j + 1) in words("titles", "stops", "determiners") and kind != "protocol":
            return nothing
        if w.at(j + 1) in {"mention", "name", "date", "be", "which", "that"}:
            return nothing  # "and Protection) Act to mention a few"
        opened = j
    elif link in words("titles", "entry", "links"):
        opened = j
    else:
        return nothing
    link = w.at(opened)
    at = opened + 1
    if link in {"relating", "relative", "pertaining"} and w.at(at) == "to":
        at += 1
    if link == "with" and w.lower[at : at + 2] != ["regard", "to"]:
        return nothing
    if at in w.dates:
        return nothing
    strong = link in words("titles", "entry", "strong") or link == "to"
    if not strong and chain and not identified:
        return nothing
    while w.at(at) in {"the", "a", "an", "all"} and at + 1 < w.n:
        at += 1
    upper = is_title_case(w, at)
    if kind == "programme" and not upper and w.at(at) in {"implementation", "implementing"}:
        return nothing  # "the Action Plan for implementation of the Program"
    if kind in {"code", "constitution"} and not upper:
        return nothing
    if kind == "treaty" and link not in {"on", "concerning"} and not upper:
        return nothing  # "the entry into force of the Convention for the State party concerned"
    if kind == "treaty" and not chain and not upper and at == opened + 1 and not w.at(at).endswith("ing"):
        return nothing  # "the provisions of the Convention on children with disabilities"
    if link == "for" and kind != "programme" and not upper and not w.at(at).endswith(_NOMINAL):
        return nothing  # "fined under Act No. 42 of 1999 for the improper use of parking spaces"
    if not capital and not identified and not strong:
        return nothing
    if not generic and not numbered and (identified or not upper) and kind in {"act", "bill", "code", "constitution"}:
        return nothing  # "the Persons with Disability Act, 2011 on the issue of the rules of evidence"
    if link in {"for", "to", "with"} and kind in {"order", "decision", "decree", "resolution"} and not identified:
        return nothing
    closed = title_end(w, at, kind)
    if link == "to" and closed < at + 2:
        return nothing
    return _range(opened, closed) if closed > at else nothing


def _is_generic(word: str) -> bool:
    """Whether a modifier says nothing of the subject: "National", "Organic", "Kazakh"."""
    return (
        word in words("instruments", "before", "generic")
        or word in words("instruments", "lower", "issued")
        or word in state_adjectives()
    )


def _range(opened: int, closed: int) -> tuple[int, int]:
    return (opened, closed) if closed > opened + 1 else (opened, opened)


def _quoted(w: Words, j: int) -> tuple[int, int]:
    """A title in quotation marks: "Law of the Republic of Azerbaijan “On Employment”"."""
    linked = w.at(j + 1) in words("titles", "entry", "strong")
    if not (w.capital(j + 1) or linked) or (w.glued(j) and w.text[j] in "’'"):
        return (j, j)
    for q in range(j + 2, min(j + 60, w.n)):
        if w.lower[q] in {"is", "are", "shall", "was"}:
            break  # a sentence of the instrument, not its title
        if w.text[q] in _CLOSING and w.glued(q) and not (w.text[q] in "’'" and w.text[j] not in "‘'"):
            return (j, q + 1)
    return (j, j)


def _with_quoted_name(w: Words, start: int) -> int:
    """The start moved before a quoted name in front of the head: "the “Accessible Chile” Plan"."""
    if start < 3 or w.text[start - 1] not in _CLOSING or not w.glued(start - 1):
        return start
    for i in range(start - 2, max(start - 12, -1), -1):
        if w.text[i] in _OPENING and w.capital(i + 1) and w.glued(i + 1):
            return i
        if w.text[i] in ".;:":
            break
    return start


def _with_draft(w: Words, start: int) -> tuple[int, bool]:
    """The start moved before "draft", "draft of the", "consolidated text of the": those belong to the name."""
    drafts = words("instruments", "lower", "drafts")
    if w.at(start) in drafts:
        return start, True
    if w.at(start - 1) in drafts:
        return start - 1, True
    j = start - 1
    if w.at(j) == "the":
        j -= 1
    if w.at(j) == "of":
        if w.at(j - 1) in drafts:
            return j - 1, True
        if w.at(j - 1) == "text" and w.at(j - 2) == "consolidated":
            return j - 2, False
    return start, False


def _decide(w: Words, first: int, last: int, start: int, extent: _Extent, draft: bool) -> tuple[str, float] | None:
    """The rule by which a capitalised head with what stands around it is a name, and its confidence."""
    head = _head(w, first, last)
    kind = kinds()[head]
    chain = w.lower[start:first]
    name = " ".join([*chain, head])
    if extent.number:
        return "number", 0.98
    if _is_class(name, " ".join(w.lower[last : last + 2]), titled=extent.title is not None):
        return None
    taught = w.at(start - 1) == "of" and not w.at(start - 2)[:1].isdigit() and w.at(start - 2) != ")"
    if name in words("instruments", "never", "fields") and taught and not extent.date:
        return None  # "Department of Criminal Law", but "article 5 of Criminal Law"
    if name in words("instruments", "known", "names"):
        return "known", 0.9
    if singular()[head] != head and head not in words("instruments", "forms", "plural_names"):
        if " ".join(w.lower[max(first - 1, start) : last]) in words("instruments", "forms", "plural_treaties"):
            return "name", 0.9
        if "and" in chain and len(chain) < 5 and kind in {"code", "act"} and not extent.identified:
            return "shared-head", 0.8
        return None
    if extent.date:
        return "date", 0.95
    if kind == "programme" and not extent.title and _is_body(w, start, first):
        return None
    if extent.title:
        if kind in {"soft-law", "judgment"} and not (is_title_case(w, extent.title[0] + 1) or chain):
            return None
        return "title", 0.9
    if draft and any(word not in words("instruments", "lower", "drafts") for word in chain):
        return "draft", 0.85
    if (
        extent.issuer
        and kind in {"rules", "code", "act"}
        and w.at(extent.end - 1) in words("instruments", "never", "organisations")
        and w.at(last + 1) != "the"
    ):
        return None  # "Rules of Court Committee"
    if extent.issuer and kind not in {"soft-law", "programme", "agreement", "judgment", "resolution", "instructions"}:
        return "issuer", 0.85
    if head in words("instruments", "forms", "named") and chain:
        if kind == "programme":
            generic = words("instruments", "before", "generic")
            if all(word in generic for word in chain) and head != "action plan":
                return None
            return "name", 0.8
        if head == "law" and w.at(first - 1) in {"of", "the", "by", "in"}:
            return None  # "Secure Protection of the Law"
        if kind == "soft-law" and all(_is_generic(word) for word in chain):
            return None  # "General Principles"
        return "name", 0.9
    if head in {"action plan", "plan of action"} and chain != []:
        return "name", 0.8
    if head in words("instruments", "forms", "bare"):
        return "name", 0.95
    if extent.issuer and head in words("instruments", "forms", "named") and (chain or head == "declaration"):
        return "issuer", 0.75
    if extent.issuer and kind == "programme" and w.at(start - 1) == "the" and w.at(last + 1) not in _OWNERS:
        return "issuer", 0.7  # "the Plan of Implementing Measures for the Strategy"
    return None


def _is_body(w: Words, start: int, first: int) -> bool:
    """Whether the chain before a programme is a body's name: "Ministry of Health and Social Policy"."""
    bodies = words("instruments", "never", "bodies")
    return any(w.at(i) in bodies and w.at(i + 1) in {"of", "for", "on"} for i in range(start, first - 1))


def _is_class(name: str, after: str = "", titled: bool = False) -> bool:
    """Whether a name is only a class: "International Human Rights Law", "Act of Parliament"."""
    never = words("instruments", "never", "names")
    parts = name.split()
    if (name in never and not titled) or f"{parts[-1]} {after}" in never:
        return True
    endings = words("instruments", "never", "endings")
    return any(" ".join(parts[i:]) in endings for i in range(len(parts)))


def _back_reference(w: Words, first: int, last: int, start: int, extent: _Extent) -> tuple[Found, int] | None:
    """A capitalised head after a determiner: "the Act", "that Convention", "the above-mentioned Act"."""
    head = _head(w, first, last)
    name = " ".join([*w.lower[start:first], head])
    if head not in words("instruments", "forms", "back") or _is_class(name, " ".join(w.lower[last : last + 2])):
        return None
    start = min(start, first)
    before = start - 1
    adjective = w.at(before) in words("instruments", "forms", "back_adjectives")
    if adjective:
        start = before
        before -= 1
    if w.at(before) in words("instruments", "forms", "back_skipped"):
        before -= 1
    divided = w.at(before) == "of" and (w.at(before - 1)[:1].isdigit() or w.at(before - 1) == ")")
    in_brackets = (
        w.at(before) == "(" and w.at(last) == "," and w.at(last + 1) in words("instruments", "before", "divisions")
    )
    divided = divided or in_brackets  # "(Act, art. 41 (6))"
    if w.at(before) not in _DETERMINERS and not adjective and not divided and head != "convention":
        return None
    if singular()[head] != head and head not in words("instruments", "forms", "plural_names"):
        return None
    kind = kinds()[head]
    own = kind == "treaty" and w.at(before) not in _DEMONSTRATIVES and not adjective
    if (
        any(not _is_generic(word) for word in w.lower[start:first])
        and kind not in {"decision", "resolution", "judgment"}
        and not adjective
    ):
        return _found(w, start, _Extent(last), "name", 0.75), last  # "the General Data Protection Regulation"
    if head == "law" and w.at(before - 1) == "of" and w.capital(before - 2):
        return None  # "Secure Protection of the Law"
    rule = "treaty" if own else "back-reference"
    sure = w.at(before) in _DETERMINERS or adjective  # "Article 3 of Convention" is a translator's
    return _found(w, start, _Extent(last), rule, 0.9 if sure else 0.7, anaphor=not own), last


def _read_lower(w: Words, first: int, last: int, done: int, recent: frozenset[str]) -> tuple[Found, int] | None:
    """A lower-case head that is a name all the same, or refers back."""
    head = _head(w, first, last)
    if head in words("instruments", "forms", "back_any"):
        if w.at(first - 1) in {"latter", "former"}:
            return _found(w, first - 1, _Extent(last), "back-reference", 0.85, anaphor=True), last
        return None
    kind = kinds()[head]
    one = singular()[head]
    if one == "code" and (found := _lower_code(w, first, last, done)):
        return found
    extent = _extend(w, first, last, kind, first)
    start = first
    while start - 1 >= done and w.at(start - 1) in words("instruments", "lower", "issued"):
        start -= 1
    issued = start < first
    chain = max(name_start(w, start), done)
    start, draft = _with_draft(w, chain)
    start = max(start, done)
    if extent.number and one in words("instruments", "lower", "numbered"):
        return _found(w, start, extent, "number", 0.9), extent.end
    plain = head == one
    if one in words("instruments", "lower", "titled") and extent.title and plain:
        return _found(w, start, extent, "title", 0.75), extent.end
    if draft and extent.title and plain:
        return _found(w, start, extent, "draft", 0.75), extent.end
    if issued and plain and one in words("instruments", "lower", "issued_heads"):
        if extent.title and w.at(extent.title[0]) in {"on", "concerning", "regarding"} or extent.date:
            return _found(w, start, extent, "title", 0.7), extent.end
        if w.at(last) == "on" and last + 1 in w.dates:
            return _found(w, start, _Extent(last), "issued", 0.6), last
    if chain < first and plain and one in {"code", "constitution"} and not _is_class(" ".join(w.lower[chain:last])):
        return _found(w, start, extent, "name", 0.75), extent.end
    if head == "guidelines" and extent.title and (found := _guidelines(w, first, extent)):
        return found
    return _lower_back_reference(w, first, last, recent)


def _lower_code(w: Words, first: int, last: int, done: int) -> tuple[Found, int] | None:
    """A code named in lower case: "drafts of the criminal code and code of administrative offences"."""
    subjects = words("instruments", "lower", "codes")
    for size in (2, 1):
        if " ".join(w.lower[max(first - size, 0) : first]) in subjects and first - size >= done:
            start, _ = _with_draft(w, first - size)
            return _found(w, max(start, done), _Extent(last), "name", 0.7), last
        if w.at(last) == "of" and " ".join(w.lower[last + 1 : last + 1 + size]) in subjects:
            start, _ = _with_draft(w, first)
            return _found(w, max(start, done), _Extent(last + 1 + size), "name", 0.7), last + 1 + size
    return None


def _guidelines(w: Words, first: int, extent: _Extent) -> tuple[Found, int] | None:
    """An organization's guidelines: "United Nations general guidelines for preparing national reports …"."""
    j = first - 1
    if w.text[j].isalpha() and not w.capital(j) and w.at(j) in words("instruments", "lower", "guiding"):
        j -= 1
    start = name_start(w, j + 1)
    if j < 1 or start >= j or start == 0:
        return None
    return _found(w, start, extent, "title", 0.7), extent.end


def _lower_back_reference(w: Words, first: int, last: int, recent: frozenset[str]) -> tuple[Found, int] | None:
    """A lower-case head that refers back to a name of its kind just before: "the plan requires …"."""
    head = _head(w, first, last)
    if head not in words("instruments", "forms", "back_lower") or kinds()[head] not in recent:
        return None
    start = first
    adjective = w.at(start - 1) in words("instruments", "forms", "back_adjectives")
    if adjective:
        start -= 1
    before = w.at(start - 1)
    if before not in {"the", "this", "that", "said"}:
        return None
    if before == "the" and not adjective and head in words("instruments", "forms", "back_lower_demonstrative"):
        # "article 3, paragraph (c), of the law in force": a numbered division makes "the law" one law
        divided = w.at(start - 2) == "of" and (w.at(start - 3)[:1].isdigit() or w.at(start - 3) in {")", ","})
        if not divided:
            return None
    follower = w.at(last)
    closed = not follower[:1].isalpha() or follower in {"’s", "'s"}
    finite = follower in words("titles", "stops", "auxiliaries") or follower in words("titles", "stops", "verbs")
    joined = follower in {"in", "and", "with", "which", "that", "by", "as", "also"}
    if not (closed or finite or joined) or follower in {"-", "/"}:
        return None
    return _found(w, start, _Extent(last), "back-reference", 0.6, anaphor=True), last


def _shared_numbers(w: Words, end: int) -> list[tuple[Found, int]]:
    """The further numbers of a plural head: "Acts Nos. 15/2003 and 22/2010" names two."""
    finds: list[tuple[Found, int]] = []
    j = end
    while True:
        q = j
        while w.at(q) in {",", "and", "or"}:
            q += 1
        stop = number_end(w, q, bare=True) if q > j else q
        if stop <= q or q in w.dates:
            return finds
        date = date_end(w, stop, "act", True)
        finds.append((Found(w.start[q], w.end[date - 1], "shared-number", 0.85, shared_head=True), date))
        j = date
