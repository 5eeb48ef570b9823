"""Rules: laws that are left as they are, because nobody sees a need or has a plan to change them."""

from __future__ import annotations

from treatygraph.linking.stance.roles import CHANGE_CUES, REPEAL_CUES, Rule

_CHANGE = (
    r"(?:amend|revise|modify|reform|update|alter|change|review|repeal|abolish|replace|withdraw|abrogate|supplement|"
    r"<change.changing>|<change.repealing>|reviewing|<change.change>|<change.repeal>)"
)

KEPT = (
    Rule(
        "what would need its change",
        "effect",
        cue=(*CHANGE_CUES, *REPEAL_CUES),
        cue_too=("only ",),
        pattern=r"\bonly (?:after|by|through|upon|following|when) (?:the )?"
        r"(?:<change.changing>|<change.change>|<change.repealing>) (?:of |to )?<of>◆",
        holds=("A treaty that runs against it may be ratified only after amending the [Constitution].",),
        fails=("The Government is amending the [Ports Act] only now.",),
    ),
    Rule(
        "nobody means to change it",
        "effect",
        cue=(*CHANGE_CUES, *REPEAL_CUES, "review", "withdraw"),
        cue_too=("no ", "not ", "nor ", "never "),
        pattern=rf"\bno (?:\w+ ){{0,2}}(?:need|plans?|intentions?|reasons?|grounds?|proposals?|cause|necessity|move) "
        rf"(?:\w+ ){{0,2}}(?:to|for|of) (?:an? |any |the )?{_CHANGE} (?:(?:and|or) \w+ )?(?:to |of )?<of>◆|"
        rf"\bnot (?:\w+ ){{0,3}}(?:necessary|needed|need|required|intend|plan|propose|envisage|consider|considering|"
        rf"wish|contemplate|foresee|"
        rf"appropriate|planning|intending|seek) (?:it )?(?:\w+ ){{0,2}}(?:to |that |of |an? |any )"
        rf"{_CHANGE} (?:(?:and|or) \w+ )?(?:to |of )?<of>◆|"
        rf"\bno (?:\w+ )?<change.change> (?:(?:\w+ ){{1,4}})?(?:to|of|in) <of>◆|"
        r"◆<then>(?:is|are|was|were) not (?:\w+ly )?(?:being |to be )?(?:<change.changed>|<change.repealed>)\b|"
        r"◆<then>(?:needs?|needed|requires?|required) no (?:\w+ )?<change.change>\b|"
        r"◆<then>(?:(?:does|do|did) not (?:need|require|have) to be|need not be) "
        r"(?:<change.changed>|<change.repealed>)\b",
        unless=r"\b(?:although|even though|despite|until now|so far|yet)\b",
        holds=(
            "No amendment to the [Ports Act] is called for.",
            "The authorities see no need to amend [article 12 of the Ports Act].",
            "It is not considered necessary to revise the [Ports Act].",
            "There are no plans to repeal the [Ports Act].",
            "The [Ports Act] is not being amended.",
        ),
        fails=(
            "There are no plans to adopt a [Ports Act].",
            "There is a need to amend the [Ports Act].",
            "The [Ports Act] has no rule for sailors and is being amended.",
        ),
    ),
)
