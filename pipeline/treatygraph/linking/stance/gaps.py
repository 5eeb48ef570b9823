"""Rules: what a law is said to lack, and laws that deny a right."""

from __future__ import annotations

from treatygraph.linking.stance.roles import Rule

GAP = (
    Rule(
        "it does not say",
        "gap",
        r"◆<then>(?:,? ?(?:which|that) )?(?:\w+ly )?(?:do|does|did|has|have|is|are) (?:\w+ly |itself |still |"
        r"also |yet )?not (?:\w+ly |itself |yet |as such |in itself |even |always |been |amount to )*"
        r"(?:(?:<lack.lacking>)\b|(?:<what.part>))(?! \w*(?:repealed|amended|that disabilit))",
        unless=r"\bnot (?:\w+ ){0,8}?\w*<lack.burdens>|\bnot only\b|\bdoes not \w+ (?:to|only)\b|"
        r"\b(?:persons?|child|employer|anyone|parent|party|person|citizen|patient|individuals?) who\b[^.;]*\bnot\b",
        holds=(
            "The [Ports Act] does not mention ramps.",
            "The [Ports Act], however, does not expressly define a pier.",
        ),
        fails=(
            "The [Ports Act] does not limit the right.",
            "The [Ports Act] does not contain any discriminatory provision.",
            "The [Ports Act] prohibits ships that do not provide ramps.",
        ),
    ),
    Rule(
        "there is nothing in it",
        "gap",
        r"\b(?:there (?:is|are|was|were)|there exists?) (?:also |still |currently |as yet |however )?(?:no|not|"
        r"nothing|neither|hardly|little)\b[^◆◇◊▽.;:]{0,80}? "
        r"(?:in|under|within|of|by) <of>◆|"
        r"\b(?:nothing|no (?:\w+ ){0,3}(?:provisions?|definition|mention|reference|article|section|clause)) "
        r"(?:[\w ]{0,40} )?(?:in|of|under) <of>◆|"
        r"\bneither <the>◆|\b(?:is|are|was|were) (?:not|nowhere) (?:\w+ly |yet )*(?:mentioned|provided|included|"
        r"covered|defined|addressed|reflected|"
        r"regulated|recogni[sz]ed|listed|contained|specified|criminali[sz]ed|enshrined|found|set out|stipulated|"
        r"prescribed|foreseen|envisaged)(?: for)? (?:\w+ )?(?:in|by|under|within) <of>◆",
        unless=r"\b(?:no|not|neither|nothing) (?:\w+ ){0,5}?\w*<lack.burdens>|\bno (?:one|person|child)\b|"
        r"\b(?:insofar as|unless|if|where|when|those|which are|that are|matters|if they are)\b[^.;◆]{0,60}\bnot\b",
        holds=("There is no provision in the [Ports Act] on ramps.", "Piers are not defined in the [Ports Act]."),
        fails=("There is no discrimination under the [Ports Act].",),
    ),
    Rule(
        "its shortcoming",
        "gap",
        r"(?<!to )\b(?:<lack.fault>) (?:[^◆◇◊▽,.;:()]{0,60} )?(?:in|of|within) <the>(?:<what.part> )?(?:of "
        r")?<the>◆|◆'?s? (?:main |greatest |major )?<lack.fault>\b",
        unless=r"\b(?:in case of|in the event of|address\w*|fill\w*|remed\w+|overcome|bridge\w*|clos\w+|"
        r"correct\w*|due to|owing to|because of) (?:\w+ ){0,4}<lack.fault>|"
        r"\b(?:lack|absence|violat\w+) of (?:evidence|criminal|elements)|\bunder ◆",
        holds=("The shortcomings of the [Ports Act] are known.", "The [Ports Act]'s main shortcoming is its age."),
        fails=("In case of lack of ramps the [Ports Act] gives a right.",),
    ),
    Rule(
        "it falls short",
        "gap",
        r"◆<then>(?:,? ?(?:which|that) )?<ly>(?:(?:<is>) <ly>(?:\w+ )?<lack.poor>|<lack.falls>)\b",
        unless=r"\b(?:no|not) (?:\w+ ){0,3}?\w*<lack.burdens>|◆<then><ly>(?:is|are|was|were) (?:\w+ )?(?:not|"
        r"neither) (?:\w+ )?(?:contrary|discriminatory|inconsistent|incompatible)|"
        r"<rests_on>|\bif <the>◆|"
        r"\b(?:<change.repealed>|<change.repealing>|<change.repeals>)\b[^.;◆]*◆|(?:makes?|contains?|provides?|"
        r"has|have) no (?:distinction|discriminat\w+|difference|exceptions?|restriction\w*|limit\w*)",
        holds=(
            "The [Ports Act] is outdated.",
            "The [Ports Act] fails to mention ramps.",
            "The [Ports Act] contains no rule on ramps.",
        ),
        fails=(
            "The [Ports Act] makes no distinction between sailors.",
            "Under the [Ports Act] is silent movement allowed.",
        ),
    ),
    Rule(
        "it speaks without mentioning",
        "gap",
        r"◆<then><ly>(?:refers?|provides?|speaks?|applies|deals?|covers?|guarantees?|prohibits?|defines?|"
        r"addresses)\b[^◆◇◊▽.;:]{0,120} without (?:any |\w+ly |making )?"
        r"(?:mention|refer|specif|includ|address|defin|explicit|express)\w*",
        holds=("The [Ports Act] refers to sailors in general without mentioning women.",),
        fails=("The [Ports Act] guarantees passage without any payment.",),
    ),
    Rule(
        "archaic laws such as",
        "gap",
        r"\b<lack.archaic> (?:\w+ ){0,3}(?:laws?|legislation|provisions?|statutes?|acts?|rules?)[,]? (?:such as|"
        r"like|including|namely|e\.g\.|of|in|found in|contained in|under)[,]? <the>◆|"
        r"\b(?:the|an) (?:archaic|outdated|obsolete|antiquated) ◆",
        unless=r"\b(?:repeal|amend|remov|abolish|eliminat|delet)\w*\b",
        holds=("Archaic laws such as the [Harbour Act] are a challenge.",),
        fails=("Modern laws such as the [Ports Act] help.",),
    ),
    Rule(
        "it should be changed",
        "gap",
        r"◆<then><ly>(?:should|need(?:s|ed)?(?: to)?|must|ought to|has to|have to|requires?|required) (?:\w+ly |"
        r"also |still |yet |further |to )*(?:be )?(?:<change.changed>|<change.repealed>|<change.change>|state|"
        r"include|provide|reviewed|aligned|brought|strengthened|mention|improved|harmoni[sz]ed|amend|amending|"
        r"updating|reviewing)\b|"
        r"\b(?:need(?:s|ed)?|necessary|necessity|must|should|important|imperative|recommended|urgent|requires?|"
        r"remains?) (?:\w+ ){0,4}?(?:to |for |of |the )*"
        r"(?:amend|revise|review|reform|repeal|update|harmoni[sz]e|align|modify|change|strengthen|"
        r"<change.change>|<change.changing>|harmoni[sz]ation|alignment) (?:and \w+ )?(?:of |to )?<of>◆",
        unless=r"\b(?:in accordance with|according to|pursuant to|in line with|with|under|by) <the>◆",
        holds=("The [Ports Act] needs to be amended.", "There is a need to amend the [Ports Act]."),
        fails=("Ships should be repaired in line with the [Ports Act].",),
    ),
    Rule(
        "it denies a right for incapacity",
        "gap",
        r"\A(?=.*◆)(?=.*\b<lack.incapable>\b)(?=.*\b<lack.denied>\b)",
        unless=r"\b(?:no longer|abolish|repealed|except|protect|guarantee|not be (?:subject|deprived|refused|"
        r"denied|discriminated|limited|considered))",
        holds=(
            "Under [article 9 of the Code] a person declared incapable may not marry.",
            "Persons of unsound mind are disqualified from voting under the [Elections Act].",
        ),
        fails=("Under the [Code] no person may be declared incapable without a hearing.",),
    ),
    Rule(
        "it shuts out for a disability",
        "gap",
        r"\A(?=.*◆).*?(?:\b<lack.mental>\b.{0,160}\b<lack.shut_out>|\b<lack.shut_out>\b.{0,160}\b<lack.mental>)\b",
        unless=r"\b(?:no longer|abolish|repeal|eliminat|protect|guarantee|unlawful|discriminat|on an equal "
        r"basis|irrespective|regardless|no (?:person|one|citizen|individual)|not be (?:disqualified|excluded|"
        r"barred|ineligible))",
        holds=("Under [article 7 of the Elections Act] persons with mental disabilities are ineligible for suffrage.",),
        fails=("Under the [Elections Act] no person may be disqualified for a mental disability.",),
    ),
    Rule(
        "it restricts a right",
        "gap",
        r"◆<then>(?:,? ?(?:which|that) )?<ly>(?:restricts?|limits?|suspends?|denies|excludes?|deprives?|"
        r"disqualifies) (?:the |their |his |her |certain |some )?(?:\w+ )?"
        r"(?:rights?|persons? with|people with|legal capacity|citizenship|exercise)",
        holds=("[Article 80 of the Constitution] suspends the citizenship of sailors.",),
        fails=("The [Ports Act] limits the power of the harbour master.",),
    ),
)
