"""Units that name one instrument after the other without a stop, as lists and damaged tables do.

Each is made in any length. `make bench` tells how much longer the program takes for twice the text.
"""

from __future__ import annotations

from collections.abc import Callable

from treatygraph.report import Report, Source, Unit

_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]


def _word(number: int) -> str:
    """A capitalised word, another one for each number: "Bababen", "Dababen"."""
    parts = (number % 70, number // 70 % 70, number // 4900)
    return "".join(_SYLLABLES[part] for part in parts).capitalize() + "n"


_PIECES: dict[str, Callable[[int], str]] = {
    "Act No. k of 2001 amends Act No. k+1 of 2002,": lambda k: f"Act No. {k} of 2001 amends Act No. {k + 1} of 2002,",
    "the W1 W2 Act of 2003 applies.": lambda k: f"the {_word(k)} {_word(7 * k)} Act of 2003 applies.",
    "the W Act (Ak)": lambda k: f"the {_word(k)} Act (A{k})",
    "• the Penal Code;": lambda k: "• the Penal Code;",
    "Law No. 1,": lambda k: "Law No. 1,",
    "the W Act No. 5,": lambda k: f"the {_word(k)} Act No. 5,",
    "the Act on W of 5 June 2003,": lambda k: f"the Act on {_word(k)} of 5 June 2003,",
    "the National Plan on W,": lambda k: f"the National Plan on {_word(k)},",
    "the W (Amendment) Act,": lambda k: f"the {_word(k)} (Amendment) Act,",
    "Order No. k of the Minister of W approving the Rules on W,": lambda k: (
        f"Order No. {k} of the Minister of {_word(k)} approving the Rules on {_word(k)},"
    ),
    "the Decree of the President, dated k June 2003,": lambda k: (
        f"the Decree of the President, dated {k % 30 + 1} June 2003,"
    ),
    "Article k of the Penal Code, article k;": lambda k: f"Article {k} of the Penal Code, article {k};",
    "“Article k. Amendment to article 5 of the Act”": lambda k: f"“Article {k}. Amendment to article 5 of the Act”",
    "the Convention on W was ratified on k June 2003,": lambda k: (
        f"the Convention on {_word(k)} was ratified on {k % 30 + 1} June 2003,"
    ),
    "the Ministry of W and MoW": lambda k: f"the Ministry of {_word(k)} and Mo{_word(k)}",
    "the Law on W W W Sailors (Official Gazette, No. k-k+1).": lambda k: (
        f"the Law on {_word(k)} {_word(3 * k)} {_word(7 * k)} Sailors (Official Gazette, No. {k}-{k + 1})."
    ),
    "Article k of the Convention, the W Act,": lambda k: f"Article {k % 40 + 1} of the Convention, the {_word(k)} Act,",
}
DENSE = tuple(_PIECES)


def dense_report(piece: str, count: int) -> Report:
    """A report of one unit in which a piece stands `count` times, each with its own number and words."""
    text = " ".join(map(_PIECES[piece], range(1, count + 1)))
    unit = Unit("1", "paragraph", text, convention_articles=("2",))
    return Report("CED/C/KAZ/1", "KAZ", "CED", "Report", (unit,), Source("dense.txt", "", "text/plain"))
