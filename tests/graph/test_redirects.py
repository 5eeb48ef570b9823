"""Every name of the vocabulary leads somewhere: the redirects for w3id.org, read as Apache reads them."""

from __future__ import annotations

import re

import pytest

from treatygraph.graph.vocabulary import BASE, PREFIXES
from treatygraph.ontology import ontology_path

SITE = "%{ENV:SITE}/"
Rule = tuple[str | None, str, str]


def rules() -> list[Rule]:
    """The rules in their order: what is accepted, where it matters; the pattern of the path; the page of the site."""
    found: list[Rule] = []
    accepted = None
    for line in ontology_path("w3id", ".htaccess").read_text(encoding="utf-8").splitlines():
        directive, *words = line.split() or [""]
        if directive == "RewriteCond":
            assert words[0] == "%{HTTP_ACCEPT}"
            accepted = words[1]
        elif directive == "RewriteRule" and words[1] != "-":
            assert words[2] == "[R=303,L]"
            found.append((accepted, words[0], words[1].removeprefix(SITE)))
            accepted = None
    return found


def target(path: str, accept: str = "text/html") -> str:
    return next(
        page
        for accepted, pattern, page in rules()
        if re.search(pattern, path) and (accepted is None or re.search(accepted, accept))
    )


@pytest.mark.parametrize(
    ("path", "page", "file"),
    [
        ("ont", "ontology/index.html", "ontology/treatygraph.ttl"),
        ("ont/0.1.0", "ontology/index.html", "ontology/treatygraph.ttl"),
        ("code/kind/act", "codes.html", "ontology/codes.ttl"),
        ("treaty/CED__art_17", "ontology/treaties.ttl", "ontology/treaties.ttl"),
        ("state/KAZ", "ontology/states.ttl", "ontology/states.ttl"),
        ("shapes", "ontology/shapes.ttl", "ontology/shapes.ttl"),
        ("instrument/KAZ_constitution_1995-08-30", "model.html", "model.html"),
        ("", "index.html", "index.html"),
    ],
)
def test_a_person_gets_a_page_and_a_program_a_file(path: str, page: str, file: str) -> None:
    assert target(path) == page
    assert target(path, "text/turtle, */*;q=0.1") == file


def test_every_namespace_of_the_project_is_led_on() -> None:
    for space in PREFIXES.values():
        if space.startswith(BASE):
            assert target(space.removeprefix(BASE).rstrip("#") + ("x" if space.endswith("/") else ""))


def test_what_is_led_to_is_there() -> None:
    docs = ontology_path().parent / "docs"
    made = {"codes.html", "ontology/index.html"}  # by docs/pages.py
    for _, _, page in rules():
        folder, _, name = page.rpartition("/")
        if page not in made:
            assert ontology_path(name) if folder else (docs / name.replace(".html", ".md")).is_file(), page
