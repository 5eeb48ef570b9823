"""Which of a heading's articles a paragraph concerns, and whether it concerns the only one.

`narrow` and `judge_subject` answer for a `Passage`, with the `Profile`s of the treaty's articles.
"""

from treatygraph.linking.narrowing.decision import Firmness, Narrowing, judge_subject, narrow
from treatygraph.linking.narrowing.passages import Passage, named_articles, passage_of
from treatygraph.linking.narrowing.profiles import Profile, load_profiles, make_profiles

__all__ = [
    "Firmness",
    "Narrowing",
    "Passage",
    "Profile",
    "judge_subject",
    "load_profiles",
    "make_profiles",
    "named_articles",
    "narrow",
    "passage_of",
]
