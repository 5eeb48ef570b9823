"""What words ask for: sentences of Committees with the act and the law, or with none."""

from __future__ import annotations

import pytest

from treatygraph.dialogue.asked import find_asked


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("Strengthen anti-discriminatory legislation", [("amend", "anti-discriminatory legislation")]),
        ("Strengthen strategies to combat discrimination", []),
        ("Implement effective legal, policy and practical measures", [("enforce", None)]),
        ("Review the legislative and policy measures in place", [("amend", None)]),
        (
            "Ensure that counter-terrorism laws do not criminalize the work of others and address threats",
            [("amend", "counter-terrorism laws")],
        ),
        ("Enhance the provision of electoral materials", []),
        (
            "Adopt a national strategy and accessibility plan to facilitate access",
            [("adopt", "national strategy"), ("adopt", "accessibility plan")],
        ),
        ("Include in its next periodic report specific information on action plans", []),
        ("Ensure participation in the design and implementation of all adaptation plans", []),
        ("Designate a framework in full compliance with the standards", []),
        ("Include a definition in the legislation", [("amend", None)]),
        ("Ensure the use of all tools, including the standards in the law", []),
    ],
)
def test_what_words_ask_for(words: str, acts: list[tuple[str, str | None]]) -> None:
    found = find_asked(words, 0, len(words))
    assert [(act.action, words[slice(*act.phrase)] if act.phrase else None) for act in found] == acts
