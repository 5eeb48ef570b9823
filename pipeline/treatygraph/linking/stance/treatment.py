"""Rules: what a law allows though the treaties forbid it, and offences that it does not know."""

from __future__ import annotations

from treatygraph.linking.stance.roles import Rule

TREATMENT = (
    Rule(
        "no offence of its own in it",
        "gap",
        cue=(" not ",),
        cue_too=("offence", "crime"),
        pattern=r"\b(?:is|are|was|were) not (?:yet |as such |\w+ly )*(?:treated as |considered (?:as )?|regarded as |"
        r"recogni[sz]ed as |punish\w+ as )?(?:an? )?(?:separate|specific|autonomous|distinct|independent|stand-?alone|"
        r"self-standing)(?: criminal)? (?:offences?|crimes?) (?:\w+ )?(?:under|in|within|by) <of>◆",
        holds=("Piracy is not a separate offence under the [Ports Act].",),
        fails=("Piracy is a separate offence under the [Ports Act].",),
    ),
    Rule(
        "it is older than the treaty",
        "gap",
        cue=("predate", "pre-date"),
        pattern=r"◆<then><ly>pre-?dat(?:es?|ed)\b",
        holds=("The [Ports Act of 1957] predates the Convention and is outdated.",),
        fails=("Ships that predate the [Ports Act] are exempt.",),
    ),
    Rule(
        "it allows what is forbidden",
        "gap",
        cue=(
            "without charge",
            "without trial",
            "incommunicado",
            "solitary",
            "corporal",
            "caning",
            "flogging",
            "whipping",
            "chastisement",
            "correction",
            "indefinite",
            "prolonged",
            "punishment",
        ),
        pattern=r"◆<then>(?:,? ?(?:which|that) )?<ly>(?:allow(?:s|ed)?|permit(?:s|ted)?|authori[sz]e[sd]?|enable[sd]?|"
        r"retain(?:s|ed)?) [^.;◆◇]{0,60}?\b(?:(?:detention|detained|held|arrest\w*)(?: \w+){0,6} without "
        r"(?:charge|trial)|incommunicado|solitary confinement|corporal punishment|caning|flogging|whipping|"
        r"(?:reasonable|lawful|moderate|physical) (?:chastisement|correction|punishment)|"
        r"(?:indefinite|prolonged) (?:pre-?trial |administrative )?detention)",
        unless=r"\b(?:not|no longer|never|only|abolish\w*|prohibit\w*)\b",
        holds=(
            "The [Harbour Decree] allows detention without charge for 90 days.",
            "It remains lawful under the [Sailors Act], which allows reasonable chastisement.",
        ),
        fails=(
            "The [Ports Act] no longer allows corporal punishment.",
            "The [Ports Act] prohibits detention without charge.",
        ),
    ),
    Rule(
        "it leaves a group out",
        "gap",
        cue=("excluded", "not covered", "fall outside", "not protected", "outside the scope"),
        pattern=r"\bexcluded from (?:the )?(?:scope|coverage|application|protection|ambit|provisions)(?: and \w+)? of "
        r"<the>◆|\b(?:are|were|is|was) not (?:covered|protected) (?:by|under) <the>◆|"
        r"\bfall(?:s|ing)? outside (?:the )?(?:scope|ambit|protection) of <the>◆",
        unless=r"\b(?:persons|those|workers|people|groups) (?:who (?:are|were) )?not (?:covered|protected)\b",
        holds=(
            "Domestic workers are excluded from the scope of the [Ports Act].",
            "Sailors fall outside the scope of the [Ports Act].",
        ),
        fails=("Sailors are covered by the [Ports Act].", "It pays those who are not covered by the [Ports Act]."),
    ),
    Rule(
        "it denies a right to a group",
        "gap",
        cue=("women", "girls", "wives", "wife", "foreigners", "non-citizens", "migrants", "aliens", "stateless"),
        cue_too=("not", "cannot"),
        pattern=r"\b(?:women|girls|wives|(?:a|the) wife|foreigners|non-citizens|migrants?|migrant workers|aliens|"
        r"stateless persons)\b[^.;◆◇]{0,30} (?:may not|cannot|can not|could not|are not (?:allowed|permitted|entitled|"
        r"authori[sz]ed|eligible)|do not have the right) [^.;◆◇]{1,120}\b(?:under|by|pursuant to|according to|in "
        r"accordance with|by virtue of) <of>◆",
        unless=r"\b(?:can)?not (?:\w+ )?be (?:\w+ly )?(?:discriminat|dismiss|den(?:y|ied)|subject|depriv|refus|expel|"
        r"return|"
        r"remov|deport|forc|compel|requir|exclud|detain|prosecut|punish)\w*|\bno longer\b|\bif\b|\bunless\b",
        holds=("Women may not pass their nationality on to their children under the [Sailors Act].",),
        fails=(
            "Women may not be dismissed under the [Sailors Act].",
            "Foreigners cannot be expelled to such a State under the [Ports Act].",
            "Women may pass their nationality on to their children under the [Sailors Act].",
        ),
    ),
    Rule(
        "it was criticized",
        "gap",
        cue=("critici",),
        pattern=r"◆<then>(?:,? ?(?:which|that) )?(?:<been>|is|are) (?:\w+ly |also |often |much )*critici[sz]ed\b",
        holds=("The [Ports Act] was criticized by sailors since it has no ramps.",),
        fails=("The Government criticized sailors under the [Ports Act].",),
    ),
)
