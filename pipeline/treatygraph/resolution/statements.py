"""What the sentences of a report say about instruments."""

from __future__ import annotations

from treatygraph.resolution.actions import find_actions
from treatygraph.resolution.adoptions import date_instruments
from treatygraph.resolution.amendments import find_amendments
from treatygraph.resolution.approvals import find_approvals, find_issuers, find_issues
from treatygraph.resolution.renamings import find_renamings, says_renamed
from treatygraph.resolution.reservations import PREDICATE as WITHDRAWN
from treatygraph.resolution.reservations import find_withdrawals, says_withdrawn
from treatygraph.resolution.scenes import Cast, Statement, set_scene
from treatygraph.resolution.tabled import find_tabled_actions

_FINDERS = (find_issuers, find_approvals, find_issues, find_amendments, find_actions, find_tabled_actions)


def find_statements(cast: Cast) -> list[Statement]:
    """All the statements of a report in reading order, each once for each unit.

    What a sentence says of an instrument itself (issuer, approving instrument, date of adoption) is noted on the
    instrument, too.
    """
    found: list[Statement] = []
    for passage in cast.discourse.passages:
        renamed, withdrawn = says_renamed(passage.unit.text), says_withdrawn(passage)
        apart = renamed or withdrawn
        if not apart and not any(cast.mention(i).type == "instrument" for i in passage.mentions):
            continue
        scene = set_scene(cast, passage)
        if not apart and not scene.instruments:
            continue
        seen: set[tuple[object, ...]] = set()
        found_apart = (*((find_renamings,) if renamed else ()), *((find_withdrawals,) if withdrawn else ()))
        for find in (*found_apart, *(_FINDERS if scene.instruments else ())):
            for statement in find(scene):
                key = (
                    statement.subject_thing,
                    statement.subject,
                    statement.predicate,
                    statement.thing,
                    statement.object,
                    statement.path if statement.predicate == WITHDRAWN else (),
                )
                of_itself = statement.thing == statement.subject_thing and statement.subject == statement.object
                if key not in seen and not of_itself:
                    seen.add(key)
                    found.append(statement)
        date_instruments(scene)
    return found
