"""What an instrument amends by its title: "Act amending the Criminal Code", "Prisons (Amendment) Act"."""

from __future__ import annotations

import re

from treatygraph.recognition.instruments.names import read_name
from treatygraph.report import InstrumentName
from treatygraph.resolution.identity import Register
from treatygraph.resolution.subjects import year_of
from treatygraph.resolution.wordings import Instrument, Wording, head_family

IN_TITLE = re.compile(
    r"\b(?i:amending|amend|amendments? (?:of|to)|modifying|supplementing)"
    r"(?: and supplementing| certain provisions of| and additions to)?"
    # "amending |article 26 of| the Act on Lifts"
    r"(?P<divided> (?:the )?(?:articles?|sections?|paragraphs?|chapters?|parts?) [^;.:]{1,60}? (?:of|to))?"
    r"(?: the)? (?P<amended>.+)"
)
_LONGEST_NAMED = 6  # words of a name inside a title that nothing else bears out
# After the name of what a title amends: "amending article 26 of the Act on Lifts |with respect to| cabins".
_AFTER_AMENDED = re.compile(r" (?:with (?:respect|regard) to|in respect of|in relation to|concerning|regarding|so as) ")
# What "Children’s Act (Amendment) Bill" adds to "Children’s Act", and "Prisons Amendment" to "Prisons".
_AMENDMENT_WORDS = re.compile(r"\b[Aa]mend(?:ment|ing)s?\b|\(\W*\)|[,\s]+$")


def named_in_title(register: Register, title: str, *, enter: bool = False) -> Instrument | None:
    """The instrument that a title names, if the report names it elsewhere, too; else, if so asked, a new one.

    What has articles is an instrument: "bill to amend articles 4 and 21 of the Family Code".
    """
    for words in dict.fromkeys((title, _AFTER_AMENDED.split(title)[0])):
        name = read_name(words)
        if name.head and (name.subject or name.number or name.kind == "constitution"):
            found = register.find(Wording(words, name))
            if found is not None:
                return found
    whole = name.head and (name.subject or name.kind == "constitution") and len(title.split()) <= _LONGEST_NAMED
    return register.place(Wording(title, name)) if enter and whole else None


def amended_by_title(register: Register, amending: Instrument, name: InstrumentName) -> Instrument | None:
    """What an amending Act is named after, wherever the report names it: "X (Amendment) Act" amends "X Act".

    Of several versions it is none that is younger than the amending Act.
    """
    subject = _without_amendment(name.subject)
    if not subject:
        return None
    other = read_name(subject)
    text = subject if other.head and subject.casefold().endswith(other.head) else f"{subject} Act"
    for wanted in dict.fromkeys((text, f"{subject} Act", f"{subject} Code")):
        target = register.find(Wording(wanted, read_name(wanted)))
        if target is not None and target.key != amending.key and target.owner == amending.owner:
            years = year_of(target.date), year_of(amending.date)
            if not target.wording.name.amending and not (years[0] and years[1] and years[0] > years[1]):
                return target
    return None


def _without_amendment(subject: str) -> str:
    return " ".join(_AMENDMENT_WORDS.sub(" ", subject).split())


def amended_with_head(register: Register, amending: Instrument, name: InstrumentName, head: str) -> Instrument | None:
    """What an amending instrument amends, where its title calls that by this head, which is not its own.

    "|Act No. 7 amending the Family Code| raised the age of marriage. The |Code| now sets it at 18."
    """
    if not name.amending or head_family(name.head) == head:
        return None
    said = IN_TITLE.search(name.subject)
    title = said["amended"] if said else _without_amendment(name.subject)
    title = _AFTER_AMENDED.split(title)[0]
    other = read_name(title)
    if not other.head or head_family(other.head) != head or not (other.subject or other.kind == "constitution"):
        return None
    found = named_in_title(register, title, enter=True)
    return found if found is not None and found.key != amending.key else None
