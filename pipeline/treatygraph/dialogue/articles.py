"""Which articles of the treaty a paragraph of a Committee's document concerns.

The Committee on the Rights of Persons with Disabilities writes them into its headings; the others in brackets at the
end of a concern, "(arts. 2 and 4–6)", where they hold for the concerns that stand together before it and for the
recommendation that answers them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from treatygraph.ontology import load_treaty
from treatygraph.reading.un.articles import ENUMERATION, expand, last_article
from treatygraph.report import Report, Role, Unit

# "… by the Convention (arts. 2, 5 and 7).", "(art. 2, para. 2)"; none of a law: "(art. 5 of the Code)".
_BRACKET = re.compile(
    rf"\((?:[Aa]rticles?|[Aa]rts?\.?)\s*(?P<list>{ENUMERATION})(?:\s?of the (?:Convention|Covenant))?\)[\s.;]*\Z"
)
_HEADING_BRACKET = re.compile(r"\((?:[Aa]rticles?|[Aa]rts?\.?)\s*\d")
_FEW = 3  # brackets that make a document one that writes its articles so


def find_bracket(text: str, last: int = 100) -> tuple[str, ...]:
    """The articles in the brackets that end a paragraph, up to the treaty's last.

    >>> find_bracket("… on an equal basis (arts. 2 and 4–6).")
    ('2', '4', '5', '6')
    """
    match = _BRACKET.search(text)
    if not match:
        return ()
    found = expand(match["list"])
    return found if all(int(re.match(r"\d+", number)[0]) <= last for number in found) else ()  # type: ignore[index]


def find_articles(
    report: Report, roles: Mapping[str, Role], concerns: Mapping[str, Sequence[str]], asks: Mapping[str, int]
) -> dict[str, tuple[str, ...]]:
    """The articles of each paragraph that has a role, by its id.

    `concerns` are the paragraphs that a recommendation answers, `asks` where in its text it begins to ask: the brackets
    of a concern that it tells itself stand before. In a document with brackets a heading counts where
    neither its own paragraph nor a concern has any: "Amendment to article 8 of the Convention".
    """
    spoken = [unit for unit in report.units if unit.id in roles]
    last = last_article(load_treaty(report.treaty) if report.treaty else None)
    told = ((unit.id, unit.text[: asks.get(unit.id) or None]) for unit in spoken)
    brackets = {name: found for name, text in told if (found := find_bracket(text, last))}
    in_headings = any(_HEADING_BRACKET.search(section.heading) for section in report.sections)
    if len(brackets) < _FEW or in_headings:
        return {unit.id: unit.convention_articles for unit in spoken}
    return _of_brackets(spoken, roles, concerns, brackets)


def _of_brackets(
    spoken: Sequence[Unit],
    roles: Mapping[str, Role],
    concerns: Mapping[str, Sequence[str]],
    brackets: Mapping[str, tuple[str, ...]],
) -> dict[str, tuple[str, ...]]:
    articles: dict[str, tuple[str, ...]] = {}
    run: list[str] = []
    for unit in spoken:
        if roles[unit.id] != "concern":
            run = []
        elif unit.id not in brackets:
            run.append(unit.id)
        else:
            articles.update(dict.fromkeys((*run, unit.id), brackets[unit.id]))
            run = []
    for unit in spoken:
        answered = concerns.get(unit.id, ())
        inherited = tuple(dict.fromkeys(a for concern in answered for a in articles.get(concern, ())))
        articles.setdefault(unit.id, brackets.get(unit.id) or inherited or unit.convention_articles)
    return articles
