"""What is cited: under which articles of the treaty, how firmly, and what the State claims by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from treatygraph.report.found import Mention, Path
from treatygraph.report.judged import Judgement

# One sentence names the article and the law; another sentence of the paragraph names the article; the heading names it
# alone; the heading names several; the law is named in a note to the paragraph.
Strength = Literal["explicit", "paragraph", "section", "shared", "note"]

# What a citation says of its law: it has effect, was amended, is planned or to be changed, lacks something, was
# repealed, is named in passing, is another State's.
Stance = Literal["effect", "amended", "planned", "gap", "repealed", "passing", "other-state"]
# In whose words it stands: the State's; the Committee's, whose question or recommendation a report repeats; another's
# who is quoted, a court or an organization.
Speaker = Literal["state", "committee", "other"]
# What the State says of an article and a law, by the name of the predicate that links them.
ClaimKind = Literal["implementedBy", "plannedBy", "gapIn", "formerlyImplementedBy", "supportedBy"]

# Stands for the treaty as a whole where elements are article numbers.
WHOLE_TREATY = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What is cited: an instrument by its entity's id and, with a path, a provision of it."""

    entity: str
    path: Path = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """In `unit` the report cites `target` under each of `elements`, with one strength.

    `elements` are article numbers of the treaty reported on, or `WHOLE_TREATY`. `evidence` are the mentions
    of the target and, for explicit and paragraph links, those that name the treaty or article.
    `article_count` says how many articles the heading names, 1 for a section link; it is None for the others.

    `stance`, decided by the rule `stance_rule`, is what the words say of the law, `speaker` whose words they are;
    `subnational` marks a law of a province, region or municipality. `likely` are the articles of the heading that
    the paragraph concerns: empty where it is none of them, None where that is open or not asked; `margin`, from 0 to
    1, is how clear that is.
    `claim` is what the State says by it of the elements in `claimed`: those that sentence or paragraph name, the only
    article of the heading, or the likely ones. None and empty where it says nothing of the kind.
    `review` is what a person decided of it; the articles are then as they corrected them.
    """

    unit: str
    strength: Strength
    target: Target
    elements: tuple[str, ...]
    evidence: tuple[Mention, ...]
    article_count: int | None = None
    stance: Stance = "effect"
    stance_rule: str = ""
    speaker: Speaker = "state"
    subnational: bool = False
    likely: tuple[str, ...] | None = None
    margin: float | None = None
    claim: ClaimKind | None = None
    claimed: tuple[str, ...] = ()
    review: tuple[Judgement, ...] = ()
