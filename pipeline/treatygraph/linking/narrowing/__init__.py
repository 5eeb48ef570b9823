"""Which of a heading's articles a paragraph concerns, and whether it concerns the only one.

`narrow` and `judge_subject` answer for a `Passage`, with the `Profile`s of the treaty's articles.
"""

from treatygraph.linking.narrowing.decision import (
    LEAD,
    Firmness,
    Narrowing,
    judge_subject,
    lead,
    narrow,
    score_articles,
)
from treatygraph.linking.narrowing.passages import Passage, named_articles, passage_of, places_under_headings
from treatygraph.linking.narrowing.profiles import Profile, load_profiles, make_profiles

__all__ = [
    "LEAD",
    "Firmness",
    "Narrowing",
    "Passage",
    "Profile",
    "judge_subject",
    "lead",
    "load_profiles",
    "make_profiles",
    "named_articles",
    "narrow",
    "passage_of",
    "places_under_headings",
    "score_articles",
]
