"""Rules: what a law is said to lack, and laws that deny a right."""

from __future__ import annotations

from treatygraph.linking.stance.roles import CHANGE_CUES, REPEAL_CUES, Rule

GAP = (
    Rule(
        "it does not say",
        "gap",
        cue=(" not ",),
        pattern=r"◆<then>(?:,? ?(?:which|that) )?(?:(?:\w+ly|still|also|itself|alone|as it stands) )?"
        r"(?:do|does|did|has|have|is|are) (?:\w+ly |itself |still |"
        r"also |yet )?not (?:\w+ly |itself |yet |as such |in itself |even |always |been |amount to )*"
        r"(?:(?:<lack.lacking>)\b|(?:<what.part>))(?! \w*(?:repealed|amended|that disabilit))",
        unless=r"\b(?:amending|repealing|replacing|supplementing|modifying|implementing) <the>◆|"
        r"\b(?:courts?|persons|people|bod(?:y|ies)|institutions?|cases?|authorities|part(?:y|ies)|children|workers|"
        r"employers?|beneficiaries|services|centres|schools)\b[^.;◆]{0,60} (?:under|by|in|pursuant to) <the>◆ <ly>"
        r"(?:do|does|did|has|have|is|are) not\b|\bwhile ◆ [^.;]*\bnot\b[^.;]*, it does (?!not)|"
        r"\A(?:although|though|while|even though) [^.;]*◆[^.;]*\bnot\b[^.;]*, (?:it|they|this|these|article|◇) <ly>"
        r"(?:stat|provid|guarant|protect|prohibit|cover|recogni|establish|contain|includ|refer|appl)\w*|"
        r"\bnot (?:\w+ ){0,8}?\w*<lack.burdens>|\bnot only\b|\bdoes not (?!refer )\w+ (?:to|only)\b|"
        r"\b(?:persons?|child|employer|anyone|parent|party|person|citizen|patient|individuals?) who\b[^.;]*\bnot\b",
        holds=(
            "The [Ports Act] does not mention ramps.",
            "The [Ports Act] does not lay down special rights.",
            "The [Ports Act], however, does not expressly define a pier.",
            "The [Ports Act] does not refer to piracy.",
            "The [Ports Act] still does not provide for a penalty.",
        ),
        fails=(
            "The [Ports Act] does not limit the right.",
            "The [Ports Act] does not lay down any special conditions for sailors.",
            "The [Ports Act] does not contain any discriminatory provision.",
            "The [Ports Act] prohibits ships that do not provide ramps.",
            "The {Harbour Act}, partially amending the [Ports Act], does not mention ramps.",
            "Although the [Ports Act] does not mention ramps, it guarantees access to piers.",
            "Courts that hear cases under the [Ports Act] do not have figures.",
            "It is true that while [Act No. 7] does not provide for suits, it does allow reports.",
        ),
    ),
    Rule(
        "there is nothing in it",
        "gap",
        cue=("no ", "not", "neither", "little", "hardly", "nowhere"),
        pattern=r"\b(?:there (?:is|are|was|were)|there exists?) (?:also |still |currently |as yet |however )?(?:no|not|"
        r"nothing|neither|hardly|little)\b[^◆◇◊▽.;:]{0,80}? "
        r"(?:in|under|within|of|by) <of>◆|"
        r"\b(?:nothing|no (?:\w+ ){0,3}(?:provisions?|definition|mention|reference|article|section|clause)) "
        r"(?:[\w ]{0,40} )?(?:in|of|under) <of>◆|"
        r"\bneither <the>◆|\b(?:is|are|was|were) (?:not|nowhere) (?:\w+ly |yet )*(?:mentioned|provided|included|"
        r"covered|defined|addressed|reflected|"
        r"regulated|recogni[sz]ed|listed|contained|specified|criminali[sz]ed|enshrined|found|set out|stipulated|"
        r"prescribed|foreseen|envisaged)(?: for)? (?:\w+ )?(?:in|by|under|within) <of>◆",
        unless=r"\A(?:although|though|while|even though|despite) [^.;]*◆,? <ly>(?:states?|provides?|guarantees?|"
        r"stipulates?|protects?|prohibits?|recogni[sz]es?|establishes|applies)\b|"
        r"\bnothing [^.;◆]{0,60}◆[^.;]*\b(?:contrary|prevent|preclude|prohibit|hinder|discriminat|inconsistent|"
        r"restrict)\w*|"
        r"\b(?:no|not|neither|nothing) (?:\w+ ){0,5}?\w*<lack.burdens>|\bno (?:one|person|child)\b|"
        r"\b(?:insofar as|unless|if|where|when|those|which are|that are|matters|if they are)\b[^.;◆]{0,60}\bnot\b",
        holds=("There is no provision in the [Ports Act] on ramps.", "Piers are not defined in the [Ports Act]."),
        fails=(
            "There is no discrimination under the [Ports Act].",
            "Nothing in the [Ports Act] can be considered contrary to the right.",
            "Although there is no mention of ramps in the {Ports Act}, [article 4] provides for access.",
        ),
    ),
    Rule(
        "its shortcoming",
        "gap",
        cue=(
            "lack",
            "absence",
            "shortcoming",
            "gap",
            "loophole",
            "weakness",
            "deficienc",
            "inadequac",
            "lacuna",
            "limitation",
            "omission",
            "flaw",
            "ineffectiv",
            "inconsisten",
        ),
        pattern=r"(?<!to )\b(?:<lack.fault>) (?:[^◆◇◊▽,.;:()]{0,60} )?(?:in|of|within) <the>(?:<what.part> )?(?:of "
        r")?<the>◆|◆'?s? (?:main |greatest |major )?<lack.fault>\b",
        unless=r"\b(?:in case of|in the event of|address\w*|fill\w*|remed\w+|overcome|bridge\w*|clos\w+|"
        r"correct\w*|due to|owing to|because of) (?:\w+ ){0,4}<lack.fault>|"
        r"\b(?:lack|absence|violat\w+) of (?:evidence|criminal|elements)|\bunder ◆|"
        r"\b(?:requirement|condition|principle|rule|grounds?) of (?:the )?<lack.fault>|"
        r"<lack.fault>\b[^◆.;]{0,60} (?:is|are) (?:\w+ly )?(?:mentioned|regulated|governed|listed|dealt with|punish\w+|"
        r"prohibited|provided for|laid down|stipulated) (?:in|by|under) <of>◆",
        holds=("The shortcomings of the [Ports Act] are known.", "The [Ports Act]'s main shortcoming is its age."),
        fails=(
            "In case of lack of ramps the [Ports Act] gives a right.",
            "The requirement of absence of conflicts is mentioned in the [Ports Act].",
        ),
    ),
    Rule(
        "it falls short",
        "gap",
        r"◆<then>(?:,? ?(?:which|that) )?<ly>(?:(?:<is>) <ly>(?:\w+ )?<lack.poor>|(?:(?:has|have|had) "
        r"<ly>)?<lack.falls>)\b",
        unless=r"\A(?:although|though|while|even though) [^.;]*◆[^.;]*, (?:it|they|there|this|these|article|◇) <ly>"
        r"(?:are provisions|stat|provid|guarant|protect|prohibit|cover|recogni|establish)\w*|"
        r"\b(?:no|not) (?:\w+ ){0,3}?\w*<lack.burdens>|◆<then><ly>(?:is|are|was|were) (?:\w+ )?(?:not|"
        r"neither) (?:\w+ )?(?:contrary|discriminatory|inconsistent|incompatible)|"
        r"<rests_on>|\bif <the>◆|"
        r"\b(?:<change.repealed>|<change.repealing>|<change.repeals>)\b[^.;◆]*◆|(?:makes?|contains?|provides?|"
        r"has|have) no (?:distinction|discriminat\w+|difference|exceptions?|restriction\w*|limit\w*)",
        holds=(
            "The [Ports Act] is outdated.",
            "The [Ports Act] fails to mention ramps.",
            "The [Ports Act] contains no rule on ramps.",
            "Although the [2004 Ports Act] made no reference to ramps, the Government has built some.",
            "The [Ports Programme] has consistently failed to reach its target.",
            "[Article 35 of the Ports Act] is not being complied with.",
        ),
        fails=(
            "The [Ports Act] makes no distinction between sailors.",
            "Under the [Ports Act] is silent movement allowed.",
            "Although the [Ports Act] contains no rule on ramps, it guarantees access to piers.",
        ),
    ),
    Rule(
        "its terms are outdated",
        "gap",
        cue=("term", "language", "wording", "concept", "expression", "definition", " not "),
        pattern=r"\b(?:terms?|terminology|language|wording|concepts?|expressions?|definitions?) (?:used |"
        r"contained |found |employed |set "
        r"out )?(?:in|by) <the>◆ (?:<is>) <ly>(?:\w+ )?<lack.poor>\b|"
        r"\b(?:laws?|legislation|acts?|statutes?|provisions?)\b[^.;◆]{0,160}\b(?:for example|such as|including|like|"
        r"namely),? <the>◆[^.;◆]{0,160}\bnot (?:\w+ly |in )*(?:tandem|line|conformity|harmony|consistent|compatible|"
        r"aligned|harmoni[sz]ed)\b",
        holds=(
            "The terms used in the [Ports Act] are obsolete.",
            "Some laws, for example the [Ports Act], contain definitions that are not totally in line with the "
            "{Convention}.",
        ),
        fails=("The terms used in the [Ports Act] are clear.",),
    ),
    Rule(
        "it speaks without mentioning",
        "gap",
        cue=("without",),
        pattern=r"◆<then><ly>(?:refers?|provides?|speaks?|applies|deals?|covers?|guarantees?|prohibits?|defines?|"
        r"addresses)\b[^◆◇◊▽.;:]{0,120} without (?:any |\w+ly |making )?"
        r"(?:mention|refer|specif|includ|address|defin|explicit|express)\w*",
        holds=("The [Ports Act] refers to sailors in general without mentioning women.",),
        fails=("The [Ports Act] guarantees passage without any payment.",),
    ),
    Rule(
        "archaic laws such as",
        "gap",
        cue=(
            "archaic",
            "outdated",
            "obsolete",
            "discriminatory",
            "antiquated",
            "inadequate",
            "colonial-era",
            "restrictive",
            "still",
        ),
        pattern=r"\b<lack.archaic> (?:\w+ ){0,3}(?:laws?|legislation|provisions?|statutes?|acts?|rules?)[,]? "
        r"(?:such as|"
        r"like|including|namely|e\.g\.|of|in|found in|contained in|under)[,]? <the>◆|"
        r"\b(?:the|an) (?:archaic|outdated|obsolete|antiquated) ◆|"
        r"\bstill (?:includes?|contains?|has|have|retains?|keeps?|applies) (?:\w+ ){0,2}(?:laws?|legislation|"
        r"provisions?|"
        r"statutes?|acts?|rules?),? (?:such as|like|including|namely) <the>◆",
        unless=r"\b(?:repeal|amend|remov|abolish|eliminat|delet)\w*\b",
        holds=(
            "Archaic laws such as the [Harbour Act] are a challenge.",
            "The legal system still includes laws such as the [Harbour Act].",
        ),
        fails=("Modern laws such as the [Ports Act] help.",),
    ),
    Rule(
        "it should be changed",
        "gap",
        cue=(
            *CHANGE_CUES,
            *REPEAL_CUES,
            "addition",
            "review",
            "state",
            "include",
            "provide",
            "align",
            "brought",
            "strengthen",
            "mention",
            "improv",
            "harmoni",
            "adapt",
            "correct",
            "expand",
            "extend",
            "complement",
        ),
        cue_too=(
            "should",
            "need",
            "must",
            "ought",
            "has to",
            "have to",
            "require",
            "necess",
            "important",
            "imperative",
            "recommended",
            "urgent",
            "remain",
        ),
        pattern=r"\brecommended that [^.;◆]{0,300}\b(?:revise|amend|review|repeal|reform) <the>◆|"
        r"◆<then><ly>(?:should|need(?:s|ed)?(?: to)?|must|ought to|has to|have to|requires?|required) "
        r"(?:\w+ly |"
        r"also |still |yet |further |to )*(?:be )?(?:<change.changed>|<change.repealed>|<change.change>|state|"
        r"include|provide|reviewed|aligned|brought|strengthened|mention|improved|harmoni[sz]ed|amend|amending|"
        r"updating|reviewing)\b|"
        r"◆(?:,? (?:but|although|though|yet|however,?) (?:the latter|it|they|these|this|the (?:act|law|code)))? "
        r"(?:will|would) (?:have|need) to be (?:\w+ly |\w+ and )?(?:<change.changed>|<change.repealed>|"
        r"<change.widened>)|"
        r"\b(?:necessary|need\w*|important|urgent) to (?:change|update|replace|adapt|correct) (?:the )?(?:\w+ )?"
        r"(?:terms?|terminology|language|wording|definitions?) (?:\w+ )?(?:in|of) <the>◆|"
        r"\b(?:reviews?|revisions?|reforms?|amendments?)\b[^.;◆]{0,80} (?:is|are) (?:\w+ )?(?:required|needed|"
        r"necessary)\b"
        r"[^.;◆]{0,60}\b(?:review|revision|reform|amendment)s? (?:of|to) <the>◆|"
        r"\b(?:need(?:s|ed)?|necessary|necessity|must|should|important|imperative|recommended|urgent|requires?|"
        r"remains?) (?:\w+ ){0,4}?(?:to |for |of |the )*"
        r"(?:amend|revise|review|reform|repeal|update|harmoni[sz]e|align|modify|change|strengthen|"
        r"<change.change>|<change.changing>|harmoni[sz]ation|alignment) (?:and \w+ )?(?:of |to )?<of>◆",
        unless=r"\b(?:was|were|has been|have been) (?:made|introduced|adopted) (?:in|to) <of>◆|"
        r"\b(?:in accordance with|according to|pursuant to|in line with|with|under|by) <the>◆",
        holds=(
            "The [Ports Act] needs to be amended.",
            "There is a need to amend the [Ports Act].",
            "Ramps are found in the [Ports Act], but the latter will have to be amended.",
            "It is necessary to change the terminology in the [Ports Act].",
            "It was recommended that the State pay for lifts and revise the [Ports Act].",
            "A review of the {Harbour Act} is required together with a review of the [Ports Act].",
        ),
        fails=("Ships should be repaired in line with the [Ports Act].",),
    ),
    Rule(
        "it denies a right for incapacity",
        "gap",
        cue=(
            "incompeten",
            "incapa",
            "interdict",
            "unsound",
            "insan",
            "lunatic",
            "idiot",
            "capacity",
            "imbecile",
            "curator",
        ),
        cue_too=(
            "not",
            "disqualif",
            "suspen",
            "void",
            "restrict",
            "prohibited",
            "barred",
            "excluded",
            "ineligible",
            "no right",
            "no legal",
            "lack",
            "lose",
        ),
        pattern=r"\A(?=.*◆)(?=.*\b<lack.incapable>\b)(?=.*\b<lack.denied>\b)",
        unless=r"(?<!not )\b(?:allows|permits|enables|assist\w*|accompan\w+)\b|"
        r"\b(?:conformity|compliance|consistency|harmony) with <of>◆|"
        r"\b(?:no longer|abolish|repealed|except|protect|guarantee|not be (?:subject|deprived|refused|"
        r"denied|discriminated|limited|considered))",
        holds=(
            "Under [article 9 of the Code] a person declared incapable may not marry.",
            "Persons of unsound mind are disqualified from voting under the [Elections Act].",
        ),
        fails=(
            "Under the [Code] no person may be declared incapable without a hearing.",
            "The [Elections Act] allows persons of unsound mind, who may not vote alone, to be accompanied.",
        ),
    ),
    Rule(
        "it shuts out for a disability",
        "gap",
        cue=("mental", "disabilit", "deaf"),
        cue_too=(
            "ineligible",
            "disqualif",
            "suspension",
            "restricted capacity",
            "prohibit",
            "excluded",
            "not ",
            "barred",
            "deprived",
            "absolutely incapable",
        ),
        pattern=r"\A(?=.*◆).*?(?:\b<lack.mental>\b.{0,160}\b<lack.shut_out>|"
        r"\b<lack.shut_out>\b.{0,160}\b<lack.mental>)\b",
        unless=r"(?<!not )\b(?:allows|permits|enables|assist\w*|accompan\w+)\b|"
        r"\b(?:no longer|abolish|repeal|eliminat|protect|guarantee|unlawful|discriminat|on an equal "
        r"basis|irrespective|regardless|no (?:person|one|citizen|individual)|not be (?:disqualified|excluded|"
        r"barred|ineligible))",
        holds=("Under [article 7 of the Elections Act] persons with mental disabilities are ineligible for suffrage.",),
        fails=(
            "Under the [Elections Act] no person may be disqualified for a mental disability.",
            "The {Elections Act} allows those who may not vote alone for a disability to be accompanied ([article 9]).",
        ),
    ),
    Rule(
        "it restricts a right",
        "gap",
        r"◆<then>(?:,? ?(?:which|that) )?<ly>(?:restricts?|limits?|suspends?|denies|excludes?|deprives?|"
        r"disqualifies) (?:the |their |his |her |certain |some )?(?:\w+ )?"
        r"(?:rights?|persons? with|people with|legal capacity|citizenship|exercise)|"
        r"◆<then><ly>(?:makes? it possible|allows?|permits?|enables?|provides?) (?:for )?[^.;◆]{0,60}?"
        r"(?:dispossess|depriv)\w*[^.;◆]{0,60}\b(?:legal capacity|capacity to act|recognition before the law)",
        holds=(
            "[Article 80 of the Constitution] suspends the citizenship of sailors.",
            "The [Wards Act] makes it possible to dispossess a person of his or her legal capacity.",
        ),
        fails=("The [Ports Act] limits the power of the harbour master.",),
    ),
)
