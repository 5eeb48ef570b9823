"""Every division word with every way to write a number, a row, a range, a chain: what is read of the grid, as a rate.

A row says how a citation is printed ({} is the division word) and which paths it gives ("#" is the word's step).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
import spacy

from treatygraph.recognition.grammar.found import Found
from treatygraph.recognition.grammar.tokens import citation_tokenizer
from treatygraph.recognition.provisions.find import find_provisions
from treatygraph.recognition.provisions.units import STEP, is_plural

NLP = spacy.blank("en")
NLP.tokenizer = citation_tokenizer(NLP.vocab)
ACT = "Harbour Act"
LEAST = 0.98

ONE = {
    "{} 5": "#:5",
    "{} 185": "#:185",
    "{} 185b": "#:185b",
    "{} 12A": "#:12A",
    "{} 156-A": "#:156-A",
    "{} 74-1": "#:74-1",
    "{} 225-4-1": "#:225-4-1",
    "{} 7 bis": "#:7bis",
    "{} 12-bis": "#:12bis",
    "{} 7 ter": "#:7ter",
    "{} 308¹": "#:308-1",
    "{} 15/1": "#:15-1",
    "{} 10 a": "#:10a",
    "{} No. 5": "#:5",
    "{} IX": "#:IX",
    "{} 5 (Fees)": "#:5",
    "{} 5 et seq.": "#:5",
    "{} 5 et seqq.": "#:5",
    "{} 5 ff.": "#:5",
}
LETTERED = {  # articles and sections of codes that count by book
    "{} L5": "#:L5",
    "{} R18": "#:R18",
    "{} L.241-3": "#:L.241-3",
    "{} R. 412-8": "#:R.412-8",
    "{} L.1111-6": "#:L.1111-6",
    "{} R18 to R20": "#:R18 #:R19 #:R20",
    "{} L.114-1 to L.114-3": "#:L.114-1 #:L.114-2 #:L.114-3",
}
ROWS = {
    "{} 5 and 6": "#:5 #:6",
    "{} 5 & 6": "#:5 #:6",
    "{} 5 or 9": "#:5 #:9",
    "{} 5, 6 and 9": "#:5 #:6 #:9",
    "{} 5, 6, and 9": "#:5 #:6 #:9",
    "{} 18,22 or 25": "#:18 #:22 #:25",
    "{} 5; 6 and 9": "#:5 #:6 #:9",
    "{} 5 as well as 9": "#:5 #:9",
    "{} 5 to 7": "#:5 #:6 #:7",
    "{} 5 through 7": "#:5 #:6 #:7",
    "{} 5–7": "#:5 #:6 #:7",
    "{} 5-7": "#:5 #:6 #:7",
    "{} from 5 to 7": "#:5 #:6 #:7",
    "{} 5, 8–10 and 12": "#:5 #:8 #:9 #:10 #:12",
    "{} 12A to 12C": "#:12A #:12B #:12C",
    "{} 74-1 to 74-3": "#:74-1 #:74-2 #:74-3",
    "{} I to III": "#:I #:II #:III",
    "{} I, II and IV": "#:I #:II #:IV",
    "{} 5 bis and 6": "#:5bis #:6",
    "{} Nos. 5 and 6": "#:5 #:6",
}
LETTERS = {
    "{} (a)": "#:a",
    "{} (a) and (b)": "#:a #:b",
    "{} (a) to (c)": "#:a #:b #:c",
    "{} (1)": "#:1",
    "{} (iv)": "#:iv",
}
BRACKETS = {
    "art": {"{} 5 (2)": "#:5/par:2", "{} 5(2)(c)": "#:5/par:2/subpar:c", "{} 8 (2) and (3)": "#:8/par:2 #:8/par:3"},
    "sec": {
        "{} 5 (2)": "#:5/subsec:2",
        "{} 5(2)(c)": "#:5/subsec:2/par:c",
        "{} 5(1)(a)(ii)": "#:5/subsec:1/par:a/subpar:ii",
    },
    "rule": {"{} 4(2)": "#:4/par:2"},
    "subsec": {"{} 25(1)": "sec:25/subsec:1", "{} 25(1)(a)": "sec:25/subsec:1/par:a", "{} (3)(b)": "#:3/par:b"},
}
# An inner division, the one around it, and the path.
CHAINS = [
    ("paragraph 2", "article 5", "art:5/par:2"),
    ("para. 2", "art. 5", "art:5/par:2"),
    ("subparagraph (b)", "article 5", "art:5/subpar:b"),
    ("letter b", "article 5", "art:5/subpar:b"),
    ("point 3", "article 5", "art:5/subpar:3"),
    ("item iv", "article 5", "art:5/subpar:iv"),
    ("clause 3", "article 5", "art:5/par:3"),
    ("subsection 2", "section 5", "sec:5/subsec:2"),
    ("subsection (2)", "section 5", "sec:5/subsec:2"),
    ("subs. 2", "section 5", "sec:5/subsec:2"),
    ("subs. 1a", "section 5", "sec:5/subsec:1a"),
    ("paragraph 2", "section 5", "sec:5/par:2"),
    ("paragraph 9", "Schedule 5", "annex:5/par:9"),
    ("Part 2", "Schedule 3", "annex:3/part:2"),
    ("article 5", "chapter II", "ch:II/art:5"),
    ("section 3", "chapter II", "ch:II/sec:3"),
    ("chapter II", "book VI", "book:VI/ch:II"),
    ("chapter II", "title VI", "title:VI/ch:II"),
    ("sections 44 to 46", "Part V", "part:V/sec:44 part:V/sec:45 part:V/sec:46"),
    ("paragraphs 2 and 3", "article 5", "art:5/par:2 art:5/par:3"),
    ("first paragraph", "article 5", "art:5/par:1"),
    ("sole paragraph", "article 1", "art:1/par:sole"),
    ("second subparagraph", "article 5", "art:5/subpar:2"),
    ("paragraph 2, subparagraph (b)", "article 5", "art:5/par:2/subpar:b"),
    ("paragraph 2, first sentence", "article 5", "art:5/par:2"),
]
JOINS = ["{inner} of {outer}", "{inner} of the {outer}", "{outer}, {inner}", "{outer} {inner}"]
PAIRS = [
    ("Clause 3 of Article 4 and Clause 1 of Article 8", "art:4/par:3 art:8/par:1"),
    ("paragraph 1 of article 4, paragraph 2 of article 8", "art:4/par:1 art:8/par:2"),
    ("article 4, paragraph 3, and article 8, paragraph 1", "art:4/par:3 art:8/par:1"),
    ("article 4, paragraph 1 and paragraph 3", "art:4/par:1 art:4/par:3"),
    ("article 4, paragraph 1, and 8, paragraph 2", "art:4/par:1 art:8/par:2"),
    ("sections 1837 subs. 2 and 1908i subs. 1 sentence 1", "sec:1837/subsec:2 sec:1908i/subsec:1"),
    ("section 140 subs. 2 sentence 2", "sec:140/subsec:2"),
    ("section 71 subs. 2 and 3", "sec:71/subsec:2 sec:71/subsec:3"),
    ("Book II, Section III, Title XV", "book:II/sec:III/title:XV"),
    ("Volume 2, Title II", "book:2/title:II"),
    ("Title II, Chapter 3, article 5", "title:II/ch:3/art:5"),
    ("article 5, § 3", "art:5/par:3"),
    ("Article 7, XXXI", "art:7/subpar:XXXI"),
    ("Article 7, concerning shared lifts, in section 2", "sec:2/art:7"),
    ("chapter II on associations of book VI", "book:VI/ch:II"),
    ("sections 99 et seqq. of Book V", "book:V/sec:99"),
    ("Point a Clause 1 Article 5", "art:5/par:1/subpar:a"),
    ("Clause 2 Article 5", "art:5/par:2"),
    ("Article 5, chapter II, title III", "title:III/ch:II/art:5"),
    ("Article 3/c", "art:3/subpar:c"),
    ("Article (7/b)", "art:7/subpar:b"),
    ("Section 2 no. 3 letter b", "sec:2/subpar:3/subpar:b"),
    ("section 3 subs. 1 no. 2", "sec:3/subsec:1/subpar:2"),
    ("Articles 1 through 3, inclusive", "art:1 art:2 art:3"),
    ("Articles 11, 12 and 13, first paragraph", "art:11 art:12 art:13/par:1"),
    ("Article thirty-one", "art:31"),
    ("article one", "art:1"),
    ("Chapter Four", "ch:4"),
    ("thirteenth article", "art:13"),
    ("2nd part of the Article 78", "art:78/part:2"),
]
# Where an instrument stands; | parts what belongs to the span from what does not.
FRAMES = ["Under |{c} of the {n}|, pilots rest.", "|{c} of the {n}| bars return.", "Pilots rest (|{c} of the {n}|).",
          "It follows from |{c} of the {n}|.", "By |{c}, of the {n}|, pilots rest."]  # fmt: skip


def read(frame: str, citation: str) -> tuple[bool, list[str]]:
    """Whether the span is right, and the paths that were read."""
    before, span, after = frame.format(c=citation, n=ACT).split("|")
    text = before + span + after
    at = text.index(ACT)
    finds = find_provisions(NLP(text), [Found(at, at + len(ACT), "test")])
    exact = [(find.start, find.end) for find in finds] == [(len(before), len(before) + len(span))]
    return exact, ["/".join(path) for find in finds for path in find.targets]


def cells_of_words() -> Iterator[tuple[str, str, str]]:
    """Every division word with every number: a frame, a citation as printed and its paths.

    "s." and "reg." are divisions before a digit alone: "s. 12", but not "the client’s L5", "reg. no. 745/11".
    """
    for form, step in STEP.items():
        rows = dict(ONE)
        rows |= ROWS if is_plural(form) else {}
        rows |= LETTERED if step in ("art", "sec") else {}
        rows |= LETTERS if step in ("par", "subpar", "subsec") else {}
        rows |= BRACKETS.get(step, {})
        for printed, paths in rows.items():
            if form.rstrip(".") in ("s", "ss", "reg", "regs") and not printed[3:4].isdigit():
                continue
            yield FRAMES[0], printed.format(form), paths.replace("#", step)
            if form not in ("s.", "s", "ss.", "ss"):
                yield FRAMES[1], printed.format(form.capitalize()), paths.replace("#", step)


def cells_of_chains() -> Iterator[tuple[str, str, str]]:
    """Every chain in every order in which it is printed."""
    for frame in FRAMES:
        yield from ((frame, printed, paths) for printed, paths in PAIRS)
        for inner, outer, paths in CHAINS:
            for join in JOINS:
                article = "the" not in join or outer.startswith(("art", "sec"))
                ordinal = inner.startswith(("section", "Part")) and join.startswith("{outer}")
                if article and not ordinal:
                    yield frame, join.format(inner=inner, outer=outer), paths


def wrong_of(cells: Iterable[tuple[str, str, str]]) -> list[str]:
    """The sentences of the cells that are read otherwise, each with what was read."""
    wrong = []
    for frame, citation, paths in cells:
        exact, got = read(frame, citation)
        if not (exact and got == paths.split()):
            wrong.append(f"{frame.format(c=citation, n=ACT)} {got}")
    return wrong


def test_the_grid_of_division_words_and_numbers() -> None:
    cells = [*cells_of_words(), *cells_of_chains()]
    wrong = wrong_of(cells)
    rate = 1 - len(wrong) / len(cells)
    assert rate >= LEAST, "\n".join([f"{rate:.3f} of {len(cells)}", *wrong[:60]])


@pytest.mark.parametrize("printed", ["L5", "185b", "12-bis", "10 a", "225-4-1", "IX", "7 bis"])
def test_a_number_is_read_whole_without_an_instrument(printed: str) -> None:
    text = f"Under article {printed}, pilots rest."
    assert [text[find.start : find.end] for find in find_provisions(NLP(text), [])] == [f"article {printed}"]
