"""What recommendations rest on, in sentences of Committees."""

from __future__ import annotations

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


@pytest.mark.parametrize(
    ("sentence", "grounds"),
    [
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
