"""What recommendations rest on, in sentences of Committees."""

from __future__ import annotations

from dataclasses import replace

import pytest
from papers import paper

from treatygraph.dialogue import converse

GOALS = "of the Sustainable Development Goals"


def rests_on(sentence: str) -> tuple[str, ...]:
    report = paper(
        "CERD/C/XXA/CO/1",
        "concluding-observations",
        ("Schools", ["The Committee is concerned (art. 5).", f"*{sentence} The Committee recommends that it act.*"]),
    )
    return converse(report).utterances[1].rests_on


def test_observations_that_a_note_names() -> None:
    report = paper(
        "CRPD/C/XXA/CO/2-3",
        "concluding-observations",
        (
            "Schools",
            ["The Committee is concerned.", "*It reiterates its recommendation to act.*", "CRPD/C/XXA/CO/1, para. 2."],
        ),
    )
    *units, note = report.units
    told = replace(report, units=(*units, replace(note, kind="note", noted=(units[1].id, 3))))
    assert converse(told).utterances[1].rests_on == ("CRPD/C/XXA/CO/1",)


@pytest.mark.parametrize(
    ("sentence", "grounds"),
    [
        (
            f"Recalling targets 4.4, 4.5 and 4.a, including indicator 4.a.1, {GOALS}.",
            ("SDG target 4.4", "SDG target 4.5", "SDG target 4.a"),
        ),
        (
            "Recalling its general recommendation No. 35 (2013) on combating racist hate speech.",
            ("CERD general recommendation No. 35 (2013)",),
        ),
        (
            "Recalling its general comments No. 1 (2014) on equal recognition and No. 5 (2017).",
            ("CERD general comment No. 1 (2014)", "CERD general comment No. 5 (2017)"),
        ),
        (
            "In the light of general comment No. 4 (2017) of the Committee on Migrant Workers.",
            ("general comment No. 4 (2017) of the Committee on Migrant Workers",),
        ),
        (f"In line with targets 5.1, 5.2 and 5.c {GOALS}.", ("SDG target 5.1", "SDG target 5.2", "SDG target 5.c")),
        (f"In line with target 4 (a) {GOALS}.", ("SDG target 4.a",)),
        ("In line with targets 5.1 and 5.2 of its plan.", ()),
        ("As another body did (CEDAW/C/XXA/CO/5, para. 41 (d)).", ("CEDAW/C/XXA/CO/5",)),
        ("As another body did (E/C.12/XXA/CO/2, para. 7).", ("E/C.12/XXA/CO/2",)),
        ("As it said before (CERD/C/XXA/CO/1, para. 7).", ()),
    ],
)
def test_what_the_committee_recalls(sentence: str, grounds: tuple[str, ...]) -> None:
    assert rests_on(sentence) == grounds
