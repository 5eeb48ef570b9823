"""The cover of a document of the United Nations as plain text: the facts on it, and the text without it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatygraph.reading.document.cover import COMMITTEE, RECEIVED, Cover
from treatygraph.reading.document.numbering import read_number
from treatygraph.reading.un.articles import names_articles
from treatygraph.reading.un.dates import find_date
from treatygraph.reading.un.replies import find_reply
from treatygraph.reading.un.sittings import read_cover_sittings
from treatygraph.reading.un.symbols import find_symbol, state_in, state_of, symbol_data

_MASTHEAD = re.compile(r"United Nations\b|.*\bDistr\.:?\s?General")
_LONGEST = 60  # lines of a cover
# Between committee and title: the session, its dates, the item of its agenda.
_OF_THE_SESSION = re.compile(
    r".*\bsession$|Item \d.*|.*\d{1,2} [A-Z][a-z]+\s?[–-]\s?\d{1,2} [A-Z][a-z]+ \d{4}$", re.IGNORECASE
)
_OF_THE_COPY = re.compile(
    r"(?:English|French|Spanish|Russian|Arabic|Chinese)\b.*|Original\s?:.*|Distr\..*|\*+ .*|GE\.\d.*"
)
_OPENS = re.compile(r"(?:[IVX]{1,4}|[A-Z])\.\s*\S|Introduction|Preface|Foreword|Preamble|Background", re.IGNORECASE)


def cut_cover(text: str) -> tuple[Cover, str]:
    """What the cover at the head of a plain text says, and the text below it; all of the text where it has none."""
    lines = text.split("\n")
    plain = [" ".join(line.split()) for line in lines[: _LONGEST + 1]]
    first = next((k for k, line in enumerate(plain) if (read_number(line) or (0,))[0] == 1), len(plain))
    if not any(_MASTHEAD.match(line) for line in plain[:first]):
        return Cover(), text
    received = next((k for k, line in enumerate(plain[:first]) if RECEIVED.match(line)), None)
    end = received + 1 if received is not None else _first_heading(plain, first)
    if end > _LONGEST:
        return Cover(), text
    front = plain[:end]
    title = _read_title(front)
    cover = Cover(
        symbol=next((symbol for line in front if (symbol := find_symbol(line))), None),
        title=title,
        committee=next((_block(front, k) for k, line in enumerate(front) if COMMITTEE.match(line)), None),
        date=next((date for line in _after_masthead(front) if (date := find_date(line))), None),
        received=find_date(plain[received]) if received is not None else None,
        language=next((code for name, code in symbol_data()["language"].items() if name in front), None),
        state=next((code for line in front if (code := state_of(line))), None) or state_in(title),
        sittings=read_cover_sittings(front),
    )
    below = [line for line in lines[end:] if not line.lstrip().startswith("* The present document")]
    return cover, "\n".join(below)


def _first_heading(lines: Sequence[str], first: int) -> int:
    """Where the headings above the first paragraph begin: they bear labels, name articles, or answer a question."""
    end = first
    for k in range(first - 1, -1, -1):
        line = lines[k]
        if not line:
            continue
        if not (_OPENS.match(line) or names_articles(line) or find_reply(line)):
            break
        end = k
    return end


def _after_masthead(front: Sequence[str]) -> Sequence[str]:
    at = next((k for k, line in enumerate(front) if "Distr." in line), 0)
    return front[at:]


def _block(lines: Sequence[str], first: int) -> str:
    """The lines from `first` up to an empty one, as one."""
    end = next((k for k in range(first, len(lines)) if not lines[k]), len(lines))
    return " ".join(lines[first:end])


def _read_title(front: Sequence[str]) -> str:
    """The blocks of lines below the committee's, but for those on the session and the copy, joined by colons."""
    at = next((k for k, line in enumerate(front) if COMMITTEE.match(line)), None)
    if at is None:
        return ""
    blocks: list[str] = []
    k = at + len(front[at:]) if "" not in front[at:] else at + front[at:].index("")
    while k < len(front):
        if not front[k]:
            k += 1
            continue
        block = _block(front, k)
        k = next((i for i in range(k, len(front)) if not front[i]), len(front))
        if not (
            _OF_THE_SESSION.match(block) or _OF_THE_COPY.match(block) or RECEIVED.match(block) or find_symbol(block)
        ):
            blocks.append(re.sub(r"[\s,]*\*+(?:[\s,]*\*+)*", "", block).strip())
    return ": ".join(block for block in blocks if block)
