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
        "it was criticized",
        "gap",
        cue=("critici",),
        pattern=r"◆<then>(?:,? ?(?:which|that) )?(?:<been>|is|are) (?:\w+ly |also |often |much )*critici[sz]ed\b",
        holds=("The [Ports Act] was criticized by sailors since it has no ramps.",),
        fails=("The Government criticized sailors under the [Ports Act].",),
    ),
)
