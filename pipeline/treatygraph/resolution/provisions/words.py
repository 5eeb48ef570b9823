"""What the words around a provision tell of its instrument."""

from __future__ import annotations

import re

from treatygraph.recognition.grammar.lexicon import kinds
from treatygraph.recognition.instruments.names import read_name
from treatygraph.resolution.provisions.sought import Sought, of_its_text
from treatygraph.resolution.references import Reference
from treatygraph.resolution.treaties import find_treaty
from treatygraph.resolution.wordings import Wording

# Before a bare article these point to another part of the report, which follows the treaty's articles:
# "which is discussed in greater detail in connection with |article 9|".
_ELSEWHERE = re.compile(
    r"\b(?:in connection with|discussed|dealt with|described|mentioned|reported|comments? on|"
    r"repl(?:y|ies) (?:to|on|under)|section (?:of (?:the|this) report )?on|"
    r"information (?:on|under)|refer(?:red)? to(?: in| under)?|in relation to)"
    r"(?: under| in)?(?: the)?\s+$",
    re.IGNORECASE,
)
# "As regards |article 4|, the offences are set out in sections 220 to 226 of the Criminal Code": what a paragraph is
# about that names no law before.
_REGARDS = re.compile(
    r"(?:As regards|As for|As to|With regard to|With respect to|With reference to|In relation to|In respect of|"
    r"Regarding|Concerning)\s+"
)
# Another instrument in the sentence does not change that after these: "As mentioned under |article 14|, force may only
# be used … in the Danish Psychiatry Act."
_SURELY_ELSEWHERE = re.compile(
    r"\b(?:mentioned|described|discussed|reported|dealt with|explained|outlined)"
    r"(?: (?:above|below|earlier|further|previously|in (?:greater )?detail))*"
    r",? (?:under|in connection with|in relation to|in the (?:section|chapter|comments|information) on)(?: the)?\s+$"
    # "… the Animals Act (see commentary to |article 9|)", "as outlined in the responses to |article 24|"
    r"|\b(?:commentar(?:y|ies)|comments?|responses?) (?:to|on|under)(?: the)?\s+$"
    # "(legally incapable persons are specified in the subsection of the report on |Article 12|)"
    r"|\breport (?:on|under|concerning)(?: the)?\s+$"
    # "the prohibition stipulated in the Act on Equal Treatment (see |Article 5|)", "see discussion under |Article 15|"
    # "The need to review the |Lifts Act| was discussed in |articles 12 and 17|"
    r"|\b(?:was|were|is|are|been|be) (?:discussed|reported|dealt with|explained|outlined) (?:in|under)(?: the)?\s+$"
    # "The Act needs to be brought in line with |Article 11|"
    r"|\b(?:br(?:ing|ings|inging|ought)|put) (?:[\w’]+ ){0,4}in(?:to)? (?:line|conformity|compliance|harmony) with\s+$"
    r"|\b(?:align|harmoni[sz])\w* (?:[\w’]+ ){0,4}with\s+$"
    # "The Criminal Code has no definition that conforms with |article 1|"
    r"|\bconform(?:s|ed|ing)? (?:with|to)(?: the (?:requirements|provisions|definition) of)?\s+$"
    r"|\b(?:fully |not |are |is |was |were )(?:in (?:full )?(?:line|conformity|compliance|keeping)|compliant) with\s+$"
    r"|\bsee(?:,? also)?(?: the)?(?: (?:discussion|details|information|section))?(?: (?:on|under))?\s+$",
    re.IGNORECASE,
)
# "measures are described under |Article 20| of this Report"
_OF_REPORT = re.compile(r",? of (?:this|the|our) [Rr]eport\b")
# An instrument that no rule found, or found by its end alone: "|Article 5| of the Technical Requirements STR
# 2.02.09:2005", "|Section 9| of the collective agreement", "|Article 6| of the Honduran Institute of Children and the
# |Family Act|".
_OF_UNKNOWN = re.compile(
    r",? of (?:the |its |this |that |an? )?+\(?(?!Articles?|Sections?|General Provisions|which\b|whom\b)"
    r"(?=(?P<word>[\w’-]+))"
)
# "|Section 8| of Act CXXV": a law that no finder marked
_OF_UNREAD_ACT = re.compile(r"[A-Z][a-z]+ (?:[IVXLCDM]+|[A-Z]?\d[\w/.-]*)\b")
# "|Article 5| of the latter sets the penalty, |article 9| of the former the principle."
_OF_TWO = re.compile(r",? of (?:the|this) (?P<which>latter|former)\b(?! [a-z]+ (?:of|on|to)\b)")
# A tail that no rule reads: "|Article 5|, second indent, of the |Act|".
_UNREAD_TAIL = re.compile(
    r"(?: of the (?:same|said) [a-z]+|, ?[^,.;:()]{1,40}| \([^().;]{1,80}\)),? of (?:the |its |this |that )?"
)
# What the grammar took for a name and no finder marked: "|article 5 of the ECHR|", "|article 11 of the treaty|".
_TAIL = re.compile(
    r"(?:\bof (?:the |this |that )?(?:present )?|(?<=[\d)]) )"
    r"(?:(?P<short>[A-Z]{3,}[A-Z0-9-]*(?: \d{4})?)|(?P<treaty>treaty|convention|covenant)|"
    r"(?P<ruling>judge?ment|ruling))$"
)
# An acronym without "of": "|Section 376 (2)| IPC and Article 21 of the Constitution". None of a heading in capitals.
_SHORT_BEHIND = re.compile(r" (?![IVXLC]+\b)(?P<short>[A-Z][a-z]?[A-Z][A-Za-z]{0,6})(?=[,.;:)]|$| [a-z(])")
_AND_ALSO = re.compile(r",? (?:and|or|as well as|nor)(?: (?:also )?(?:with|in|of|to|under|by))?(?: the| its)? ?")
# "|Section 26| of the child |Rights Act, 2007|", "|Section 6| of the 1991 of the |Constitution|"
_UP_TO_NAME = re.compile(r",? of (?:the )?(?:(?:(?:[A-Z][\w’-]*|of|and|the|for|on|in|to) )+|(?:[a-z]+|\d{4} of the) )")
# What joins a provision to the instrument behind it: "Addition of |article 3 bis| to the Act".
# "|Article 156-A| was added to the Code by Act No. 1"
_INTO = re.compile(
    r",? (?:(?:which )?(?:was|were|is|are|has been|have been|had been) (?:also )?"
    r"(?:added|inserted|incorporated|introduced|included) )?(?:to|into|in) (?:the |this )?"
)


def by_words_behind(sought: Sought) -> tuple[bool, Reference | None]:
    """Whether the words behind a provision tell its instrument, and which: none where no rule reads the name."""
    text, end = sought.text, sought.mention.end
    if of_two := _OF_TWO.match(text, end):
        return True, _of_two(sought, of_two["which"])
    for i in sought.bearing:
        if _INTO.fullmatch(text, end, sought.start_of(i)):
            return True, sought.of(i, "sentence", 0.8)
        if _UNREAD_TAIL.fullmatch(text, end, sought.start_of(i)):
            return True, sought.of(i, "unread tail", 0.5)
    if _OF_REPORT.match(text, end) and (own := sought.of_treaty(0.6)):
        return True, own
    if tail := _TAIL.search(sought.mention.text):
        return True, _by_tail(sought, tail)
    short = _SHORT_BEHIND.match(text, end)
    if short and not sought.mention.text.isupper() and sought.of_none(short.start("short")):
        return True, _by_short(sought, short["short"])
    unknown = _OF_UNKNOWN.match(text, end)
    if unknown and _OF_UNREAD_ACT.match(text, unknown.start("word")) and sought.of_none(unknown.start("word")):
        return True, None
    if unknown and (unknown["word"].lower() not in kinds() or text.startswith(" of ", unknown.end("word"))):
        named = [i for i in sought.bearing if _UP_TO_NAME.fullmatch(text, end, sought.start_of(i))]
        return True, sought.of(named[0], "sentence", 0.6) if named else None
    return False, None


def _of_two(sought: Sought, which: str) -> Reference | None:
    """What "the latter" and "the former" are: the two instruments named in the last sentence that names any."""
    instruments = sought.passage.row("instrument")
    last = instruments.before(sought.mention.start)
    if last is None:
        return None
    start, end = sought.passage.sentence(sought.start_of(last))
    keys = {i: sought.register.at(sought.references[i].instrument).key for i in instruments.indices}
    named = [i for i in instruments.indices if start <= sought.start_of(i) < min(end, sought.mention.start)]
    if len({keys[i] for i in named}) != 2:
        return None
    chosen = last if which == "latter" else next(i for i in named if keys[i] != keys[last])
    return sought.having(sought.of(chosen, f"the {which} of two", 0.8))


def _by_tail(sought: Sought, tail: re.Match[str]) -> Reference | None:
    """The instrument whose short name closes a provision's words: "article 19 of the CRPD", "of the treaty"."""
    if tail["treaty"]:
        return sought.of_treaty(0.8)
    if tail["ruling"]:  # "Pilot v. Mast …. At |paragraph 93 of the judgment|"
        before = reversed(sought.passage.row("instrument").inside(0, sought.mention.start))
        rulings = (i for i in before if sought.register.at(sought.references[i].instrument).kind == "judgment")
        return next((sought.of(i, "sentence", 0.8) for i in rulings), None)
    return _by_short(sought, tail["short"])


def _by_short(sought: Sought, short: str) -> Reference | None:
    """The instrument that an acronym stands for, if one does."""
    known = find_treaty(short, read_name(short))
    if known is not None:
        return Reference(sought.register.place(Wording(short, read_name(short), known)).key, "known treaty", 0.9)
    defined = sought.register.under(short)
    return Reference(defined.key, "defined short name", 0.9) if defined is not None else None


def by_words_before(sought: Sought) -> Reference | None:
    """The instrument that the words before a provision tell.

    The treaty reported on, where they point to another part of the report; that of the provision before where "and"
    joins the two: "in line with |Article 11 of the Convention| and with |Article 9|".
    """
    text, start = sought.text, sought.mention.start
    lead = text[max(0, start - 60) : start]
    elsewhere = (_ELSEWHERE.search(lead) and not sought.bearing) or _SURELY_ELSEWHERE.search(lead)
    if (elsewhere or _is_topic(sought)) and not of_its_text(sought.mention) and (own := sought.of_treaty(0.6)):
        return own
    beside = sought.before.beside
    if beside is not None and _AND_ALSO.fullmatch(text, beside[0].end, start) and (own := sought.having(beside[1])):
        return Reference(own.instrument, "provision beside", 0.8, own.antecedent)
    return None


def _is_topic(sought: Sought) -> bool:
    """Whether a provision opens its paragraph as what that is about: "As regards |article 4|, the offences are …"."""
    text, start = sought.text, sought.mention.start
    if not text.startswith(",", sought.mention.end):
        return False
    regards = _REGARDS.fullmatch(text[sought.passage.sentence(start)[0] : start].lstrip())
    return regards is not None and all(sought.start_of(i) >= start for i in sought.passage.mentions[:1])
