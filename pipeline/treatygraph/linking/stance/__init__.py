"""What a citation says of its law: effect, amended, planned, gap, repealed, passing, or another State's.

The clause of the mention decides, not words anywhere in the sentence: "the Act does not mention ramps" says that the
Act lacks something, "the Act does not limit the right" does not. Each kind of thing said is a table of named rules,
with sentences that show what a rule decides and what it leaves alone.
"""

from treatygraph.linking.stance.clauses import Clauses
from treatygraph.linking.stance.decide import OTHERWISE, RULES, Stance, stance, stance_in, strongest
from treatygraph.linking.stance.roles import Rule, StanceLabel

__all__ = ["OTHERWISE", "RULES", "Clauses", "Rule", "Stance", "StanceLabel", "stance", "stance_in", "strongest"]
