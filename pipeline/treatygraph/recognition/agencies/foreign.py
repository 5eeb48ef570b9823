"""Bodies by their names in other languages, which reports print as they are, often in brackets.

"the National Secretariat for Educational Sport (Secretaria Nacional de Esporte Educacional)"
"the Ligue belge des droits de l’homme", "Instituto Psicopedagógico Juana Leclerc"
"""

from __future__ import annotations

import re

from treatygraph.recognition.agencies.words import listed
from treatygraph.recognition.grammar.lexicon import words
from treatygraph.recognition.grammar.tokens import Words

_ELIDED = re.compile(r"[dlDL][’'][^\W\d]")
_STOPS = words("titles", "stops", "auxiliaries") | words("titles", "stops", "verbs")
_LONGEST = 24  # words of a name
_MOST_ADJECTIVES = 2  # uncapitalised words before a link: "Société régionale wallonne du transport"


def names_abroad(w: Words, at: int) -> bool:
    """Whether the head at `at` opens a name in another language: "Fundación …", "Association des …"."""
    if listed("foreign_too", w.lower[at]) and listed("nationals", w.at(at + 1)):  # "Tribunal Superior Eleitoral"
        return True
    if at + 1 < w.n and listed("foreign_adjectives", w.text[at + 1]):  # "Commission nationale consultative"
        return True
    if at + 1 < w.n and listed("shared_adjectives", w.text[at + 1]) and _links(w, at + 2):  # "Office national de …"
        return True
    return listed("foreign", w.lower[at]) or (_links(w, at + 1) and w.text[at + 1].islower())


def foreign_name(w: Words, at: int, *, bracketed: bool = False) -> tuple[int, int] | None:
    """The range of words, `last` exclusive, of the name whose head is at `at`; None where it names no body.

    `bracketed` says that the head opens a bracket behind a body's English name.
    """
    if _links(w, at - 1):  # "Ley de la Asociación …", a part of another name
        return None
    opened = at > 0 and w.capital(at - 1) and listed("foreign_before", w.lower[at - 1])  # "Haute Autorité de Santé"
    sure = bracketed or opened or listed("nationals", w.at(at + 1))
    if listed("foreign_national", w.lower[at]) and not sure:
        return None
    last = foreign_end(w, at + 1)
    return (at - opened, last) if last > at + 1 else None


def foreign_end(w: Words, first: int) -> int:
    """Where a name that goes on at `first` in another language ends; `first` where it does not go on.

    Capitalised words belong to it with the links between them, and so do uncapitalised words beside a link:
    "Ligue | belge des droits de l’homme".
    """
    end = i = first
    while i < min(w.n, first + _LONGEST):
        follows_link = i > first and _is_foreign(w, i) and _links(w, i - 1)
        if _stands_in_name(w, i) or follows_link or listed("foreign_adjectives", w.text[i]):
            i = end = i + 1
        elif _links(w, i) or _links_weakly(w, i) or _is_article_behind_link(w, i):
            i += 1
        elif (ahead := _link_ahead(w, i)) > i:
            i = ahead
        elif end == i and i > first and _is_foreign(w, i) and w.at(i + 1) == "(" and not w.capital(i - 1):
            return i + 1  # "… de fer belge (SNCB)"
        else:
            break
    return end


def _stands_in_name(w: Words, i: int) -> bool:
    """Whether a word is capitalised, or elided before one that belongs to the name: "de l’homme"."""
    return (w.capital(i) and w.text[i][0].isalpha()) or bool(_ELIDED.match(w.text[i]))


def _links_weakly(w: Words, i: int) -> bool:
    """Whether a link that is an English word as well joins a capital: "Pesquisas e Recursos"."""
    if not listed("foreign_weak_links", w.at(i)):
        return False
    return w.capital(i + 1) or _links(w, i + 1) or (listed("foreign_weak_links", w.at(i + 1)) and w.capital(i + 2))


def _is_article_behind_link(w: Words, i: int) -> bool:
    """Whether an article that is an English word as well stands behind a link: "Políticas para |as| Mulheres"."""
    return _links(w, i - 1) and listed("foreign_articles", w.at(i)) and w.capital(i + 1)


def _link_ahead(w: Words, i: int) -> int:
    """The link that follows the adjectives at `i`; `i` where none does."""
    for k in range(i, min(w.n, i + _MOST_ADJECTIVES)):
        if not _is_foreign(w, k):
            return i
        if _links(w, k + 1):
            return k + 1
    return i


def _is_foreign(w: Words, i: int) -> bool:
    """Whether an uncapitalised word may belong to a name in another language."""
    word = w.text[i] if i < w.n else ""
    return word.isalpha() and word.islower() and not listed("openers", word) and word not in _STOPS


def _links(w: Words, i: int) -> bool:
    return 0 <= i < w.n and w.text[i].islower() and listed("foreign_links", w.text[i])
