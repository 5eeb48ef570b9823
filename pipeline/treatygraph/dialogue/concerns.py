"""Which concerns a recommendation answers."""

from __future__ import annotations

from collections.abc import Mapping

from treatygraph.dialogue.headings import sections_above
from treatygraph.report import Report, Role


def join_concerns(report: Report, roles: Mapping[str, Role], asks: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """The concerns that each recommendation follows, by its id; those without one are left out.

    They stand before it in a row, under the same heading or the heading above. A second recommendation in a row
    answers the same concerns. `asks` are the places where recommendations begin to ask: one that tells its own
    concern before answers that, and no other paragraph.
    """
    joined: dict[str, tuple[str, ...]] = {}
    run: list[str] = []
    answered = False
    section = -1
    for unit in report.units:
        role = roles.get(unit.id)
        if role is None:
            continue
        if role == "concern":
            here = unit.section_index
            if answered or (here != section and section not in sections_above(report, here)):
                run = []
            run.append(unit.id)
            answered, section = False, here
        elif role == "recommendation" and not asks[unit.id]:
            here = unit.section_index
            nested = section in sections_above(report, here) or here in sections_above(report, section)
            if run and (here == section or (nested and not answered)):
                joined[unit.id] = tuple(run)
                answered = True
        else:
            run, answered = [], False
    return joined
