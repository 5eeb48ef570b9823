"""The title of an instrument as it is printed: its name without number and date, never put together anew.

The words under which names are compared leave out the kind wherever it stands ("Optional Convention against Torture");
they are a key and no title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from treatygraph.recognition.instruments.heads import MARKS
from treatygraph.recognition.instruments.names import read_name, set_title_aside
from treatygraph.recognition.instruments.numbers import set_designations_aside
from treatygraph.report import InstrumentName
from treatygraph.resolution.subjects import content_words
from treatygraph.resolution.wordings import Instrument

# "consolidated text of the |Act on the status of workers|", "draft |Law on Foster Care|"
_OPENING = re.compile(
    r"(?:(?:the|preliminary|proposed|consolidated|revised|recast) )*"
    r"(?:(?:text|version) of |drafts?(?: of)? )?(?:the )?(?=\S)",
    re.IGNORECASE,
)
# What links a title to the number or date before it: "Act No. 19 of 10 August 1998 |on the| elimination of barriers".
_LINKS = re.compile(
    r"(?:[\s,;:.\-–—)]|\b(?:on|concerning|regarding|relating to|pertaining to|respecting|governing|about|entitled|"
    r"called|titled|known as|for|of|to|and|the|in respect of|with (?:regard|respect) to)\b)*",
    re.IGNORECASE,
)
# What links it to the number or date behind it: "Programme for Roma |for the period| 2017–2021".
_TRAILING = re.compile(
    r"(?:[\s,;:.\-–—(“\"]|\b(?:of|dated|for|in|the|and|to|up|until|from|as|by|adopted|period|years?|no)\b)*$",
    re.IGNORECASE,
)
# "Law No. 10436 |dated April 24|", "Order No. 1079 of 21 December 2016 |of the Minister of Health|"
_NO_TITLE = re.compile(
    r"dated\b|(?:Deputy )?(?:Minister|Ministry|President|Prime Minister|Council of Ministers)\b(?! Act)"
)
_ACRONYM_BEHIND = re.compile(r"\s*\([A-Z][A-Za-z&./-]*\)$")


def printed_title(text: str, name: InstrumentName | None = None) -> str | None:
    """The title within a printed name; None where it has none: "Decree No. 5 of 2010", "Act of 21 May 2013".

    Of the stretches between number and date it is the one with the most words of the subject: "Act No. 49/2007 on
    |Accessibility|", "|Finance Act|, 2011", "Law “|On Languages|” of 11 July 1997". `name` is what was read from the
    text, where that is known.
    """
    name = read_name(text) if name is None else name
    subject = content_words(name.subject)
    if not subject and name.kind != "constitution":
        return None
    quoted, frame = set_title_aside(text)
    if quoted and content_words(quoted) & subject and frame.strip():
        frame = quoted
    frame = set_designations_aside(frame)[2]
    # "Order No. 5 of the |Minister of Health| on Health Centres"; before the kind the issuer is part of the title
    if (
        name.issuer
        and name.issuer in frame
        and re.search(r"\b(?:of|by)(?: the)? ?$", frame[: frame.index(name.issuer)])
    ):
        frame = frame.replace(name.issuer, MARKS[0], 1)
    stretches = re.split(rf"[{MARKS}]", frame)
    titles = [_trim(stretch, first=at == 0) for at, stretch in enumerate(stretches)]
    best = max(titles, key=lambda title: (len(content_words(title) & subject), len(title)))
    return best if best and (not subject or content_words(best) & subject) else None


def title_of(names: Iterable[str]) -> str | None:
    """The title of an instrument with these names: that of the first name which has one."""
    return next((title for name in names if (title := printed_title(name)) is not None), None)


# A slip of the print that is no name to show: "Persons with Persons with Disability Act, 2011".
_STUTTER = re.compile(r"\b(\w+ \w+(?: \w+)*) \1\b")


def names_to_show(instruments: Sequence[Instrument]) -> dict[int, str]:
    """A name for each instrument, by its key: a known one's own, else the longest of the printed ones.

    One with a title stands before one without: "Family Code" before "Act No. 72-61 of 12 June 1972", unless another of
    the instruments is shown by the same: the code before it, or another State's. What still has the name of another
    is told apart by the law that it carries out, the part of the State or the date: "implementing regulations (Civil
    Service Act)", "Labour Law (Republika Srpska)".
    """
    shown = {x.key: x.known.name if x.known else max(_printed(x), key=_titled_first(x)) for x in instruments}
    often = Counter(shown.values())
    for instrument in instruments:
        if often[shown[instrument.key]] > 1 and not instrument.known:
            shown[instrument.key] = max(_printed(instrument), key=_longest)
    often = Counter(shown.values())
    apart = {x.key: _apart(x, shown) for x in instruments if often[shown[x.key]] > 1 and not x.known}
    return shown | {key: f"{shown[key]} ({words})" for key, words in apart.items() if words}


def _apart(instrument: Instrument, shown: Mapping[int, str]) -> str | None:
    """What tells an instrument from another of its name."""
    carried_out = shown.get(instrument.part_of) if instrument.part_of is not None else None
    return carried_out or instrument.part or instrument.date


def _printed(instrument: Instrument) -> dict[str, InstrumentName]:
    return {wording.text: wording.name for wording in instrument.wordings}


def _titled_first(instrument: Instrument) -> Callable[[str], tuple[bool, bool, int]]:
    names = _printed(instrument)

    def rank(text: str) -> tuple[bool, bool, int]:
        whole, length = _longest(text)
        return whole, bool(names[text].head) and printed_title(text, names[text]) is not None, length

    return rank


def _longest(text: str) -> tuple[bool, int]:
    return not _STUTTER.search(text), len(text)


def _trim(stretch: str, *, first: bool) -> str:
    """A stretch without what links it to its neighbours and without a bracket or quotation mark that is not closed."""
    stretch = " ".join(stretch.split())
    opening = _OPENING if first else _LINKS
    found = opening.match(stretch)
    stretch = stretch[found.end() :] if found else stretch
    stretch = _ACRONYM_BEHIND.sub("", _TRAILING.sub("", stretch))
    for opened, closed in ("()", "“”", "[]"):
        if stretch.count(opened) > stretch.count(closed) and opened in stretch:
            before, _, after = stretch.rpartition(opened)
            stretch = after if not before.strip() else _TRAILING.sub("", before)
        elif stretch.count(closed) > stretch.count(opened):
            before, _, after = stretch.partition(closed)
            stretch = before if before.strip() else after
    return "" if _NO_TITLE.match(stretch) else stretch.strip(" ,;:.–—-")
