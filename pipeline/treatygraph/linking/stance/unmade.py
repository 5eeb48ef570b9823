"""Rules: laws that others call for, bills that came to nothing, and plans that ran out."""

from __future__ import annotations

from treatygraph.linking.stance.roles import REPEAL_CUES, Rule

UNMADE = (
    Rule(
        "a bill that came to nothing",
        "passing",
        cue=("withdr", "rejected", "shelved", "abandoned", "voted down", "dropped", "lapsed", "turned down", "vetoed"),
        pattern=r"\b(?:withdrew|rejected|shelved|voted down|turned down|vetoed) <the>◆|"
        r"◆<then>(?:<been>) <ly>(?:withdrawn|rejected|shelved|abandoned|voted down|dropped)\b|"
        r"◆<then>(?:has |have |had )?lapsed\b",
        also=lambda clause: clause.draft,
        holds=(
            "The [Harbour Bill] was withdrawn in 2018.",
            "Parliament rejected the [Harbour Bill].",
            "The [draft Ports Act] lapsed when Parliament was dissolved.",
        ),
        fails=("The [Harbour Bill] was adopted in 2018.",),
        absent=True,
    ),
    Rule(
        "others call for it",
        "passing",
        cue=("recommend", "advocat", "urg", "call"),
        cue_too=("enactment", "adoption", "introduction", "passage", "passing", "promulgation"),
        pattern=r"\b(?:recommend\w*|advocat\w*|urg(?:es?|ed|ing)|call(?:s|ed|ing)? (?:for|(?:up)?on [^.;◆]{1,60} for)) "
        r"(?:the )?(?:\w+ )?(?:enactment|adoption|introduction|passage|passing|promulgation) of <the>◆",
        holds=("The Harbour Commission recommended the enactment of a [Piers Act].",),
        fails=("The Harbour Commission recommended the fees of the [Piers Act].",),
        absent=True,
    ),
    Rule(
        "others call for its end",
        "passing",
        cue=("call", "appeal", "campaign", "demand", "recommend", "urg", "request", "advocat"),
        cue_too=REPEAL_CUES,
        pattern=r"\b(?:call\w*|appeal\w*|campaign\w*|demand\w*|recommend\w*|urg(?:es?|ed|ing)|request\w*|advocat\w*) "
        r"(?:(?:up)?on [^.;◆]{1,60} )?(?:for )?(?:to )?(?:the )?(?:<change.repeal>|repeal|abolish|revoke)(?: of)? "
        r"<the>◆",
        holds=("Sailors have called for the repeal of the [Ports Act].",),
        fails=("The {Harbour Act} led to the repeal of the [Ports Act].",),
    ),
    Rule(
        "others want it changed",
        "passing",
        cue=("recommendation",),
        cue_too=("amend", "revis", "reform", "review", "repeal", "chang", "modif"),
        pattern=r"\brecommendations? (?:[^.;◆]{0,60} )?(?:to|that|for|on|concerning|regarding) (?:[^.;◆]{0,60} )?"
        r"(?:amend(?:ing|ed)?|amendments? (?:to|of)|revis(?:e|ing|ion of)|reform(?:ing)?|review(?:ing)?|repeal(?:ing)?|"
        r"changes? (?:to|in)|chang(?:e|ing)|modify(?:ing)?) <of>◆",
        unless=r"\b(?:has|have|had|was|were) (?:\w+ly )?(?:been )?(?:amended|revised|reformed|repealed|changed|"
        r"modified)\b",
        holds=("The Committee's recommendation to amend the [Ports Act] was accepted.",),
        fails=("In line with the recommendation to amend the [Ports Act], it was amended in 2012.",),
    ),
    Rule(
        "it applied until then",
        "repealed",
        cue=("until", "up to"),
        pattern=r"\A(?:up )?(?:until|to) (?:◈|\d{4}|the adoption of ◇|the entry into force of ◇),? <the>◆<then><ly>"
        r"(?:applied|was (?:in force|applied|applicable|in effect)|were applied|governed|regulated)\b",
        holds=("Until <2010>, the [Ports Act of 1930] applied.",),
        fails=("Until <2010>, the [Ports Act] had no ramps.",),
    ),
    Rule(
        "it is in force no longer",
        "repealed",
        cue=("no longer", "ceased"),
        pattern=r"◆<then><ly>(?:is|are|was|were) no longer (?:in force|in effect|applicable|valid)\b|"
        r"◆<then><ly>(?:no longer applies|no longer apply|ceased to (?:apply|be in force|have effect))\b(?! to\b)",
        also=lambda clause: not clause.programme,
        holds=(
            "The [Ports Act], which knew no appeal, is no longer in force.",
            "The [Harbour Act] ceased to have effect in 2010.",
        ),
        fails=("The [Ports Act] no longer applies to sailors.",),
    ),
    Rule(
        "plans under way for it",
        "planned",
        cue=("under way", "underway", "in progress", "being made"),
        pattern=r"\b(?:plans?|efforts?|work|preparations?|steps) (?:is|are) (?:also |currently |now )?(?:under ?way|in "
        r"progress|being made) to [^.;:◆]{1,120}\b(?:through|by|in) (?:an? |the )?(?:new )?◆",
        holds=("Plans are under way to carry the Convention out through a [Sailors Act].",),
        fails=("Work is under way on the pier of which the [Ports Act] speaks.",),
        absent=True,
    ),
    Rule(
        "a court ended it",
        "repealed",
        cue=("struck down", "annulled", "invalidated", "unconstitutional", "quashed"),
        pattern=r"(?:\bcourts?\b|\btribunal\b|\bjudges?\b|◎)[^.;◆◇]{0,40} (?:struck down|annulled|invalidated|quashed|"
        r"declared "
        r"(?:unconstitutional|invalid|void)) <part_of><the>◆",
        holds=("The Supreme Court struck down the [Ports Act].",),
        fails=("The Supreme Court struck down a decree under the [Ports Act].",),
    ),
    Rule(
        "it ran out",
        "repealed",
        cue=("expired", "came to an end", "come to an end", "ended"),
        pattern=r"◆<then>(?:has |have |had )?(?:expired|(?:came|come) to an end|"
        r"ended(?! (?:the|a|an|all|any|its)\b))\b",
        holds=("The [Ports Plan 2010–2015] expired without being renewed.", "The [Ports Plan] has ended."),
        fails=(
            "The [Ports Act] provides that permits which expired are renewed.",
            "The [Ports Act] ended the tax.",
        ),
    ),
)
