"""Where a name cannot go on: the small tests on words that the scans to the left and to the right share."""

from __future__ import annotations

from treatygraph.recognition.grammar.lexicon import name_heads, words
from treatygraph.recognition.grammar.tokens import Words
from treatygraph.recognition.instruments.designations import opens_instrument

HARD_STOPS = frozenset(';:.?!()[]{}“”"„«»‹›‘‚•·*…|—')
APOSTROPHES = frozenset("’'")
POSSESSIVES = frozenset({"’s", "'s", "’S", "'S"})

AUXILIARIES = words("titles", "stops", "auxiliaries")
RELATIVES = words("titles", "stops", "relatives")
VERBS = words("titles", "stops", "verbs")
PREPOSITIONS = words("titles", "stops", "prepositions")
DETERMINERS = words("titles", "stops", "determiners")
OPENERS = words("instruments", "before", "openers")
DIVISIONS = words("instruments", "before", "divisions")
SECTIONS = words("instruments", "before", "sections")
ORGANISATIONS = words("instruments", "never", "organisations")

_ACTS_ON = words("instruments", "never", "acts")
_INSIDE_NAMES = frozenset({"of", "for", "on", "the", "and"})
_CLAUSES = words("titles", "stops", "clauses")
_PARTICIPLES = words("titles", "stops", "participles")
_FOLLOWERS = words("titles", "stops", "participle_followers")
_DEMONSTRATIVE_AFTER = words("titles", "stops", "demonstrative_after")
_MARKS = frozenset({"No.", "Nos.", "Nº", "N°", "№"})
_DURING = frozenset({"by", "on", "in", "at", "from", "to", "with", "under", "through"})
_DEMONSTRATIVES = frozenset({"that", "this", "these", "those"})
_OBJECTS = frozenset({"the", "a", "an", "that", "any", "every", "each", "all", "no", "both"})
_ARTICLES = frozenset({"the", "a", "an", "its"})
_PROVIDED_HOW = frozenset(
    {"free", "and", "or", "therein", "there", "under", "by", "if", "outside", "remotely", "jointly"}
)
_GIVEN = words("titles", "stops", "given")
AMENDING = frozenset({"amendment", "amendments", "amending", "change", "changes"})
_ASIDE = frozenset({"with", "in", "by", "under", "at", "through", "within", "from"})
_PLACES = frozenset({"in", "at", "within", "outside"})
_JOINED_PROGRAMMES = frozenset({"programme", "program", "plan", "platform", "framework"})


def is_possessive(w: Words, i: int) -> bool:
    """Whether the word at `i` is a possessive mark, not the quotation mark that closes a ‘name’."""
    if w.text[i] in POSSESSIVES:
        return True
    if w.text[i] not in APOSTROPHES or not w.glued(i) or not w.alphabetic(i + 1):
        return False
    return "‘" not in w.text[max(i - 40, 0) : i]


def is_number_mark(w: Words, i: int) -> bool:
    """Whether the word at `i` announces a printed number: "No."."""
    return i < w.n and w.text[i] in _MARKS


def is_acronym(w: Words, i: int) -> bool:
    """Whether the word at `i` is written in capitals: "UNICEF"."""
    return 0 <= i < w.n and len(w.text[i]) > 2 and w.text[i].isupper()


def adds_amendment(w: Words, i: int) -> bool:
    """Whether "and" at `i` goes on with what a title amends: "Act on Expert Witnesses |and on the amendment of …|"."""
    if w.at(i) != "and" or w.at(i + 1) != "on":
        return False
    return w.at(i + 2 + (w.at(i + 2) == "the")) in AMENDING


def turns_aside(w: Words, first: int, i: int) -> bool:
    """Whether the sentence, not the title from `first` on, goes on at "and" with a preposition that it has not had.

    "the 1975 Declaration on the Rights of Disabled Persons |and with| General Assembly resolution", but "Law on
    Primary Education in the Islands |and in| the Capital", "Services in Ports |and at| Sea"
    """
    link = w.at(i + 1)
    if w.at(i) != "and" or link not in _ASIDE or w.capital(i + 1):
        return False
    return (_PLACES if link in _PLACES else {link}).isdisjoint(w.lower[first:i])


def word_behind(w: Words, i: int) -> str:
    """The word behind a name in capitals that begins at `i`, links inside it passed; "" where it is long."""
    for j in range(i, min(i + 20, w.n)):
        links = w.lower[j] in _INSIDE_NAMES and (w.capital(j + 1) or w.capital(j + 2))
        if not w.capital(j) and not links and not (w.text[j] == "-" and w.glued(j)):
            return w.lower[j]
    return ""


def other_name(w: Words, i: int) -> bool:
    """Whether another name or clause begins at `i`, after "and": "[the] Criminal Code", "the Government has …"."""
    if w.at(i) in {"the", "its", "this", "that", "their"}:
        i += 1
        if not w.capital(i):
            return False
        if opens_instrument(w, i):
            return True
        verb = word_behind(w, i)
        return verb in AUXILIARIES or verb in VERBS
    if w.at(i + 1) in {"of", "for"} and (w.at(i) in _ACTS_ON or w.at(i).endswith("ing")):
        return False  # "Plan for the Development and Implementation of Port Strategies"
    if w.at(i) in name_heads() and w.capital(i):
        return w.at(i) not in _JOINED_PROGRAMMES or w.at(i + 1) != "of"  # "… and Programme of Action"
    return opens_instrument(w, i)


def ends_clause(w: Words, i: int) -> bool:
    """Whether the word at `i` ends a title in sentence case: a finite verb, a relative, the opener of a clause.

    A word of the list of verbs is one unless a preposition, a determiner or "to" stands before it: "sets" in "the
    Act on schools sets", not in "the types of sets".
    """
    lower, before = w.lower[i], w.at(i - 1)
    if lower in _TOLD:
        return _TOLD[lower](w, i)
    if lower in AUXILIARIES:
        return not _inside_relative(w, i)
    if lower in RELATIVES or lower in _CLAUSES:
        # "certain legislative acts concerning that topic"
        return lower not in _DEMONSTRATIVES or before not in _DEMONSTRATIVE_AFTER
    if lower in _PARTICIPLES and w.at(i + 1) in _FOLLOWERS:
        return before not in PREPOSITIONS
    if w.capital(i):
        return False
    if _takes_object(w, i) and before not in PREPOSITIONS:
        return before not in DETERMINERS and not lower.endswith(("ss", "us"))
    if lower not in VERBS or (lower == "provided" and w.at(i + 1) in _PROVIDED_HOW):
        return False
    if before in {"and", "or", ","}:
        return lower.endswith("s") and w.at(i + 1) != "of"
    # "the system for providing guaranteed State legal assistance", "measures to strengthen guarantees of the rights"
    strengthened = w.at(i - 2) == "to" and w.at(i + 1) == "of"
    if (before.endswith("ing") and not w.capital(i - 1)) or before in DETERMINERS or strengthened:
        return False
    return before not in PREPOSITIONS


def _takes_object(w: Words, i: int) -> bool:
    """Whether an object follows: "… on universal design |attaches| the …", "… and social work |ordered| that the …".

    "the law on pilots |raised| the age", but "the Act on persons |denied| the right of entry"; "the programme on
    vocational training |provided| funding", but "the Act on meals |provided| free of charge"
    """
    lower, after = w.lower[i], w.at(i + 1)
    if lower.endswith("ed") and lower not in _GIVEN:
        given = lower == "provided" and after.isalpha() and after not in PREPOSITIONS | _PROVIDED_HOW
        return after == "that" or after in _ARTICLES or given
    return (lower.endswith("s") and after in _OBJECTS) or (lower.endswith("ed") and after == "that")


def _when_ends(w: Words, i: int) -> bool:
    """Not before a participle: "on the rights of passengers |when travelling by air|"."""
    return w.at(i + 2) not in _DURING or w.at(i + 1)[-2:] not in {"ng", "ed", "ld", "en"}


def _implementing_ends(w: Words, i: int) -> bool:
    """Where another instrument is carried out: "on air transport terms | implementing the provisions of the …"."""
    other = w.at(i + 1) == "the" and (w.at(i + 2) == "provisions" or w.capital(i + 2))
    return other and w.at(i - 1) not in PREPOSITIONS


# Words that tell by what stands beside them whether they end a title.
_TOLD = {"when": _when_ends, "implementing": _implementing_ends}


def is_inner_relative(w: Words, i: int) -> bool:
    """Whether a relative belongs to the title: "… of international treaties to which Kazakhstan is a party"."""
    return w.at(i) in {"which", "whom"} and w.at(i - 1) == "to"


def _inside_relative(w: Words, i: int) -> bool:
    member = w.at(i) in {"is", "are"} and w.at(i + 1) == "a" and w.at(i + 2) in {"party", "member"}
    return member and any(is_inner_relative(w, j) for j in range(max(i - 4, 1), i))
