"""Whether the international instruments that are known by name are so in every report and Committee paper at hand.

Two figures, which ought to be none: how many are taken for a State's own law, and how many have another date than that
of `ontology/instruments.toml` or `ontology/treaties.json`. Everything that is wrong is printed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from treatygraph import read, recognise, resolve
from treatygraph.ontology import load_instruments, load_treaties
from treatygraph.recognition.instruments.names import read_name
from treatygraph.report import Annotated, Entity
from treatygraph.resolution.subjects import dates_agree
from treatygraph.resolution.treaties import find_treaty

SHARED = Path(__file__).parent.parent.parent / "shared"
PLACES = (SHARED / "reports", SHARED / "second" / "reports", SHARED / "second" / "dialogue" / "documents")


def faults(annotated: Annotated) -> list[str]:
    """What is wrong with the known instruments of a report, a sentence each."""
    dates = {treaty.abbreviation: treaty.adopted for treaty in load_treaties()}
    dates |= {known.entity_id: known.adopted for known in load_instruments() if known.adopted}
    wrong = []
    for entity in annotated.entities:
        if entity.type == "instrument" and entity.level == "national" and (name := _known_name(entity)):
            wrong.append(f"{annotated.report.symbol}: {entity.id} is national, though it is called {name}")
        if (date := dates.get(entity.id)) and not (entity.date and dates_agree(entity.date, date)):
            wrong.append(f"{annotated.report.symbol}: {entity.id} is dated {entity.date}, not {date}")
    return wrong


def _known_name(entity: Entity) -> str | None:
    return next((text for text in (entity.name, *entity.aliases) if find_treaty(text, read_name(text))), None)


def main() -> int:
    """Read every document at hand; fail where something is wrong."""
    sources = {path.name: path for place in PLACES for path in sorted(place.glob("*.pdf"))}
    wrong, named = [], 0
    known = {known.entity_id for known in load_instruments()}
    for source in sources.values():
        annotated = resolve(recognise(read(source)))
        named += sum(entity.id in known for entity in annotated.entities)
        wrong += faults(annotated)
    print(*wrong, sep="\n")
    print(f"{len(sources)} documents name known instruments {named} times; {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
