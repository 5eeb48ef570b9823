"""Whose a provision is that another instrument changes."""

from __future__ import annotations

import re

from treatygraph.resolution.amended import amended_by_title
from treatygraph.resolution.provisions.sought import Sought, bears_articles, is_amending
from treatygraph.resolution.references import Reference

# "|Act No. 9 of 2014| |inserted a new| |article 12 bis|"
_CHANGE = (
    r"(?:amend|insert|introduc|add|repeal|modif|replac|supplement|delet|abrogat|abolish)"
    r"(?:s|ed|es|ing|d|ied|ies|ying|ition|ment|ments|itions|ion|ication)?"
)
_CHANGING = re.compile(rf"\b{_CHANGE}(?: (?:an?|the|new|its|of|to|further|both))* $", re.IGNORECASE)
_CHANGING_REACH = 40  # code points before a provision in which its change is told
_DOES = re.compile(
    rf"[”\"]?,?(?: (?:which|that|also|has|have|had|thereby|therefore|further|calls? for|provides? for|proposes? to))* "
    rf"{_CHANGE}(?: (?:an?|the|new|its|further|both|of|to))* "
    # "inserted article 12 bis |and repealed| |article 13|"
    rf"(?:[^.;]{{1,160}},? and (?:also )?{_CHANGE}(?: (?:an?|the|new))* )?"
)


def changers(sought: Sought) -> frozenset[int]:
    """The instruments of a sentence that change a provision, which is another's.

    "|Act No. 9 of 2014| inserted |article 12 bis|"; "amendments to |section 22| are sought through |House Bill 356|".
    """
    text, start = sought.text, sought.mention.start
    said = _CHANGING.search(text, max(0, start - _CHANGING_REACH), start)
    if said is None:
        return frozenset()
    found = {i for i in sought.bearing if is_amending(sought.register, sought.references[i])}
    before = [i for i in sought.bearing if sought.discourse.mentions[i].end <= said.start()]
    if before and _DOES.fullmatch(text, sought.discourse.mentions[before[-1]].end, start):
        found.add(before[-1])
    return frozenset(found)


def changed_by(sought: Sought, by: frozenset[int]) -> Reference | None:
    """Whose a provision is that an instrument changes.

    What that amends by its title ("|Penal Code (Amendment) Act| introduced |section 3|"), else what its unit named
    before it. None where it named none: it is an article of a law that stands elsewhere.
    """
    keys = set()
    for i in by:
        instrument = sought.register.at(sought.references[i].instrument)
        keys.add(instrument.key)
        amended = amended_by_title(sought.register, instrument, instrument.wording.name)
        if amended is not None:
            return Reference(amended.key, "amended by the title", 0.7)
    instruments = sought.passage.row("instrument").indices
    before = [i for i in instruments if i not in by and sought.discourse.mentions[i].end <= sought.mention.start]
    others = [i for i in before if sought.register.at(sought.references[i].instrument).key not in keys]
    bearing = [i for i in others if bears_articles(sought.register, sought.references[i])]
    return sought.having(sought.of(bearing[-1], "changed by another", 0.6)) if bearing else None
