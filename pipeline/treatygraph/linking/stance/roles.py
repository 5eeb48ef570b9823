"""What a rule of stance is: a name, a pattern over a clause, a verdict, and the sentences that show it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from treatygraph.lexicons import read_tables
from treatygraph.linking.stance.clauses import Clause

StanceLabel = Literal["effect", "amended", "planned", "gap", "repealed", "passing", "other-state"]


# The beginnings of the lexicon's words for a change, a repeal, an insertion: cues of several rules.
CHANGE_CUES = ("amend", "modif", "revis", "updat", "reform", "supplement", "alter", "overhaul", "reword", "chang")
REPEAL_CUES = ("repeal", "abrogat", "replac", "supersed", "annul", "rescind", "revo", "abolish", "derogat", "invalidat")
INSERT_CUES = ("insert", "add", "introduc", "incorporat", "includ", "integrat", "inclusion")
# … for what is being drafted or made.
PLAN_CUES = (
    "draft", "prepar", "develop", "elaborat", "formulat", "finali", "devis", "design", "draw", "review", "consider",
    "reform", "debat", "discuss", "examin", "study", "working on", "negotiat", *CHANGE_CUES, "harmoni",
    "adapt", "replac", "adopt", "enact", "pass", "introduc", "submit", "approv", "repeal", "align", "abolish", "improv",
    "bring",
)  # fmt: skip
PREPARATION_CUES = (
    "drafting", "preparation", "development", "elaboration", "formulation", "finali", "design", "review", "adaptation",
    "harmoni", *CHANGE_CUES, "replacement",
)  # fmt: skip


def has_any(words: str, cues: tuple[str, ...]) -> bool:
    """Whether one of the cues stands in the words."""
    for cue in cues:  # noqa: SIM110 - a generator takes twice as long, and this is asked fifty times a citation
        if cue in words:
            return True
    return False


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table: the first whose pattern is found in the clause decides.

    `pattern` is a regular expression over the clause's signs, in which `<table.key>` stands for a list of
    `lexicon/stance.toml` and `<name>` for a fragment of this module. `unless` is a pattern that forbids it.
    `also` tells more of the clause that has to hold. `cue` are letters of which some must stand in the clause, in lower
    case: looked for first, as most clauses have none of a rule's words and a search by pattern is dear; `cue_too` the
    same for a second word. `holds` are sentences that the rule decides, `fails` sentences with its words that it
    leaves alone; the law cited stands in [brackets], others in {braces}. `absent` says that the law is not there yet,
    so that no bare citation beside it says that it has effect.
    """

    name: str
    verdict: StanceLabel
    pattern: str
    holds: tuple[str, ...]
    fails: tuple[str, ...] = ()
    unless: str | None = None
    also: Callable[[Clause], bool] | None = None
    cue: tuple[str, ...] = ()
    cue_too: tuple[str, ...] = ()
    absent: bool = False

    def decides(self, clause: Clause) -> bool:
        """Whether the rule holds of the clause."""
        if self.cue and not has_any(clause.lower, self.cue):
            return False
        if self.cue_too and not has_any(clause.lower, self.cue_too):
            return False
        if self.also is not None and not self.also(clause):
            return False
        if compiled(self.pattern).search(clause.lower) is None:
            return False
        return self.unless is None or compiled(self.unless).search(clause.lower) is None


# What stands between a verb or noun and the law: "the", "certain provisions of the", "its existing".
_THE = (
    r"(?:(?:the|a|an|its|their|this|that|these|those|our|his|her|all|any|both|every|each|said|same|current|present|"
    r"existing|new|national|federal|state|revised|following|two|three|various|certain|relevant|several|some|other|"
    r"above-mentioned|aforementioned|first|second|third|old|former|previous|earlier|draft|proposed|country's|basic|"
    r"general|fundamental|whole|entire|criminal|comprehensive|recent|amended|updated|\w+ and) )*[\"(]?"
)
_FRAGMENTS = {
    "the": _THE,
    # "the provisions of", "the definition of disability in": nothing that ends the phrase.
    "part_of": rf"(?:{_THE}(?:[^◆◇◊▽,.;:()]{{1,70}}? )?(?:of|in|to|into|from) )?",
    # The law is what the subject rests on, not the subject: "a request on the grounds of the Act will be submitted".
    "rests_on": (
        rf"\b(?:under|by|in accordance with|according to|pursuant to|through|in line with|with|for|within|in terms of|"
        rf"(?:grounds|basis) of|based on|\w+(?:ed|id|wn) (?:for |out |down )?in) {_THE}◆"
    ),
    # What may stand between the law and its verb: a relative clause or an aside between commas.
    "then": (
        r"[\"']?(?:'s)?(?: \([^()]*\))?"
        r"(?:, which\b[^,.;:◆]{0,150},|"
        r", (?:that|(?:according to|under|by|in) which|as|adopted|however|therefore|for|in|on|though|"
        r"although|nevertheless|too|also|passed|enacted|"
        r"amended|known|approved|like|while|together)\b[^,.;:◆◇◊▽]{0,150},|, however,?|,)? ?"
    ),
    "ly": (
        r"(?:(?:\w+ly|also|still|now|already|further|since|then|thus|again|not|yet|always|in turn|itself|so far|"
        r"at present|"
        r"however|therefore|in ◈|on ◈|as of ◈|since ◈|once|thereby|later|last|most|even|nevertheless|itself|,),? )*"
    ),
    "been": r"(?:was|were|has been|have been|had been|has also been|have also been|got)",
    "is": r"(?:is|are|was|were|remains?|appears?|has been|have been)",
}


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, dict[str, list[str]]]:
    tables: dict[str, dict[str, list[str]]] = read_tables("linking", "stance")
    return tables


def listed(table: str, key: str) -> str:
    """A list of the lexicon as a group of alternatives, the longest first."""
    return "(?:" + "|".join(sorted(_lexicon()[table][key], key=lambda word: (-len(word), word))) + ")"


@lru_cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern with its fragments and lists filled in, to be looked for in lower case.

    Raises:
        KeyError: no such fragment or list.
    """

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        if "." in name:
            table, key = name.split(".")
            return listed(table, key)
        return _FRAGMENTS[name]

    return re.compile(re.sub(r"<([a-z_.]+)>", fill, _joined(pattern.replace("<of>", "<part_of><the>"))))


def _joined(pattern: str) -> str:
    """The same pattern with what several alternatives end in written once: "a <the>◆|b <the>◆" as "(?:a |b )<the>◆".

    The fragments are long: a rule of twenty such alternatives took a tenth of a second to compile.
    """
    for end in ("<the>◆", "<part_of>"):
        alternatives = _alternatives(pattern)
        begins = [part.removesuffix(end) for part in alternatives if part.endswith(end)]
        if len(begins) > 1:
            others = [part for part in alternatives if not part.endswith(end)]
            pattern = "|".join((f"(?:{_joined('|'.join(begins))}){end}", *others))
    return pattern


def _alternatives(pattern: str) -> list[str]:
    """Take a pattern apart where a "|" stands in no brackets."""
    parts, depth = [""], 0
    for piece in _PIECE.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


_PIECE = re.compile(r"\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]|.", re.DOTALL)
