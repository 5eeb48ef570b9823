"""Rules: where a law is only named in passing."""

from __future__ import annotations

from treatygraph.linking.stance.handling import SOURCE
from treatygraph.linking.stance.roles import Rule

# These come before what a law lacks or denies: the law does not speak, it only gives a group its name.
LABELS = (
    Rule(
        "a group in another law's rule",
        "passing",
        cue=("covered", "defined", "referred to", "listed", "mentioned", "stated", "named"),
        cue_too=("◇",),
        pattern=r"◇,? (?:\w+ly )?(?:provid|stipulat|establish|stat|grant|guarantee|prohibit|recogni[sz]|entitl|requir)"
        r"(?:e?s|ed)\b[^.;◆]{0,240}\b(?:persons|people|those|children|individuals|citizens|workers|beneficiaries)"
        r"(?: with disabilities)? ?[(,—–-]{0,2} ?(?:who are |as )?(?:covered|defined|referred to|listed|"
        r"mentioned|stated|named) "
        r"(?:by|in|under) <the>◆",
        holds=(
            "The {Harbour Act} provides that sailors and other persons covered by the [Ports Act] may apply for "
            "a berth.",
            "The {Harbour Act} established a prize that recognizes persons (as defined in the [Ports Act]) who swim.",
        ),
        fails=("Persons referred to in the [Ports Act] shall have the right to a berth.",),
    ),
    Rule(
        "it names a group",
        "passing",
        cue=(
            "(",
            "in case",
            "in the case",
            "if ",
            "when",
            "where",
            "stated",
            "mentioned",
            "listed",
            "specified",
            "referred to",
            "indicated",
            "enumerated",
        ),
        pattern=r"\b(?:persons|people|those|children|individuals|citizens|patients|offenders) (?:\w+ ){0,12}"
        r"(?:\w+ed|held|under) [^.;()]{0,100}\((?:pursuant to|under|in accordance with|within the meaning of|"
        r"according to) <of>◆\)(?: (?:and|or|who|is|are|shall|may)\b|,)|"
        r"\A(?:in (?:the )?cases? (?:where|of)|if|when|where) [^.;:]{0,200}\b\w+(?:ed|en) (?:to [\w ]{1,20} "
        r")?under (?:either )?"
        r"<the>◆, [^.;]*\b(?:according to|pursuant to|under|in accordance with|by virtue of) <the>◇|"
        r"\b(?:persons|people|those|children|individuals|citizens|groups|categories) (?:stated|mentioned|listed|"
        r"specified|"
        r"referred to|indicated|enumerated) in <the>◆[\"')]?(?:[.;]|\Z)",
        unless=r"\b(?:crime|offence|punish|imprison|penalt|fine)\w*",
        holds=(
            "Under the {Code} the rights of persons declared unfit (pursuant to the [Ports Act]) are suspended.",
            "In cases where sailors are appointed under the [Ports Act], they shall not be refused a berth "
            "according to the "
            "{Sailors Act}.",
            "Entitled to a berth are sailors who work and persons stated in [section 2 of the Ports Act].",
        ),
        fails=(
            "Persons are protected against collisions (under the [Ports Act]).",
            "In cases where sailors are hurt, they are paid under the [Ports Act].",
        ),
    ),
)

PASSING = (
    Rule(
        "another is set against it",
        "passing",
        cue=("unlike", "contrast"),
        pattern=r"\b(?:unlike|in contrast (?:to|with)) <the>◆",
        holds=("The {Constitution}, unlike the [Ports Act], prohibits piracy.",),
        fails=("The [Ports Act], unlike the {Harbour Act}, prohibits piracy.",),
    ),
    Rule(
        "within an exception",
        "passing",
        cue=("except", "unless", "other than", "save", "excluding", "outside the scope", "exempt", "notwithstanding"),
        pattern=r"\b(?:except (?:as|in|where|for|when|under)|unless|other than (?!that|those)|with the exception of|"
        r"exceptions? to|save|excluding|outside the scope of|exempt\w* from|notwithstanding)"
        r" [^◆◇◊▽.;:,]{0,60}?◆",
        unless=r"\bexempt\w* [^.;◆]{0,80}\b(?:under|by|pursuant to|in accordance with|according to) <the>◆|\(<the>◆",
        holds=("Goods pass freely, except as otherwise provided by the [Ports Act].",),
        fails=("The [Ports Act] provides for exceptions.", "Sailors are exempt from tax under the [Ports Act]."),
    ),
    Rule(
        "before its adoption",
        "passing",
        cue=("within ", "before", "prior to", "until", "at the time of", "up to", "preceding", "pending", "during"),
        pattern=r"\bwithin [^◆.;:]{1,40} (?:of|from|after|following) (?:the date of )?(?:the )?<aside.coming> of "
        r"<the>◆|"
        r"\b<aside.dates> (?:the )?(?:<aside.coming>(?: and (?:implementation|<aside.coming>))? of )?<the>◆(?: "
        r"(?:was|came|entered|is|were))?",
        unless=r"\b(?:pending|until|during|before|up to) <the>◆|\bduring (?:the )?<aside.coming>",
        holds=("Before the adoption of the [Ports Act] there were 12 piers.",),
        fails=("The [Ports Act] was adopted before 2009.",),
    ),
    Rule(
        "a yardstick",
        "passing",
        cue=(
            "harmon",
            "align",
            "consisten",
            "compatib",
            "conflict",
            "incompatib",
            "similar",
            "equivalent",
            "compar",
            "synerg",
            "coheren",
            "integrated",
            "contradict",
            "contraven",
            "run counter",
            "contrary",
            "bring",
            "brought",
            "adapt",
        ),
        pattern=r"\b(?:harmoni[sz]\w+|align(?:ed|ing|ment|s)?|consistent|consistency|compatible|compatibility|"
        r"conflict\w*|inconsistent|incompatible|in harmony|brought (?:in|into) line|"
        r"similar|equivalent|compared?|comparable|synerg\w+|coheren\w+|integrated) (?:[^◆◇◊▽.;:,()]{0,70} "
        r")?(?:with|to) <of>◆|"
        r"\b(?:contradict\w*|contraven\w+|run counter to|(?:not|laws|provisions|rules|anything|decisions|is|"
        r"are) (?:\w+ ){0,2}contrary to) <of>◆|"
        r"\bbring(?:ing)? [^◆◇◊▽.;:]{1,80} (?:in|into) (?:line|conformity|compliance) with <of>◆|\badapt(?:ed|"
        r"ing|ation)? (?:\w+ ){0,6}to <the>◆",
        unless=rf"{SOURCE}|\b(?:prohibit|punish|offence|crime|charged|convict|abduction|burglary|theft|shall|"
        rf"may not|must)\w*\b",
        holds=("The rules are harmonized with the [Ports Act].",),
        fails=("In accordance with the [Ports Act] ships pay.",),
    ),
    Rule(
        "what another is in line with",
        "passing",
        cue=("in line with", "in keeping with", "in conformity with", "in harmony with"),
        pattern=r"(?:◇|\b(?:polic(?:y|ies)|plans?|strateg(?:y|ies)|laws?|legislation|provisions|regulations|rules|"
        r"standards|measures)),? (?:(?:which|that) )?(?:is|are|was|were) (?:\w+ly )?in (?:line|keeping|conformity|"
        r"harmony) with <the>◆",
        holds=("The {Harbour Act}, which is in line with the [Ports Principles], provides for ramps.",),
        fails=("In line with the [Ports Act] ships pay.",),
    ),
    Rule(
        "what another is linked to",
        "passing",
        cue=("linked",),
        pattern=r"\blinked (?:directly )?(?:to|with) <the>◆",
        also=lambda clause: clause.programme,
        holds=("The budget is linked to the [Ports Plan].",),
        fails=("The {Harbour Act} creates a scheme that is linked to the [Ports Act].",),
    ),
    Rule(
        "as before",
        "passing",
        cue=("continued to",),
        pattern=r"\bcontinued to (?:accept|receive|process) (?:applications|requests)\b[^.;]{0,90}◆",
        unless=SOURCE,
        holds=("During the storm the office continued to accept applications for the [Harbour Programme].",),
        fails=("The office continued to accept applications under the [Harbour Programme].",),
    ),
    Rule(
        "the source of a figure",
        "passing",
        cue=("(according to", "(source", "(based on", "(data ", "(as per"),
        pattern=r"(?:\d|\b(?:rate|number|proportion|percentage|majority)\b)[^.;]{0,200}\((?:according to|"
        r"source:?|based on|data of|"
        r"data from|as per) <the>◆\)",
        unless=r"\b(?:shall (?!be (?:concluded|noted|mentioned|stated))|entitl\w+|paid|pays?|cover\w*|benefits?|"
        r"compensat\w+|reduc\w+|exempt\w*|tax\w*|allowances?|"
        r"amounts?|pensions?|must|right|fines?|punish\w*|quota|years|hours|days)",
        holds=("More than 1/3 of the sailors are employed (according to the [Ports Act]).",),
        fails=("A sailor is entitled to 12 free crossings (according to the [Ports Act]).",),
    ),
    Rule(
        "the basis of a certificate",
        "passing",
        cue=("certif", "award", "label", "prize"),
        pattern=r"\b(?:certif\w+|award\w*|labels?|prizes?)\b[^.;◆]{0,160}, which (?:is|are|was|were) (?:run|"
        r"operated|managed|granted|"
        r"awarded|administered|issued)\b[^.;◆]{0,60} (?:in accordance with|under|pursuant to|according to) <the>◆",
        holds=(
            "Piers won the highest rank in the Certification System, which is run in accordance with the [Ports Act].",
        ),
        fails=("Piers are certified in accordance with the [Ports Act].",),
    ),
    Rule(
        "a definition",
        "passing",
        cue=(
            "purpose",
            "meaning",
            "as defined",
            "in the sense",
            "understood",
            "considered",
            "defined",
            "deemed",
            "regarded",
        ),
        pattern=r"\b(?:for the purposes? of|within the meaning of|as defined (?:in|by|under)|in the sense of|as "
        r"understood in) (?!this )<the>(?:<what.part> [^◆◇◊▽,.;:()]{0,20}of )?<the>◆|"
        r"\b(?:in accordance with|according to|under|in|pursuant to) <of>◆,? (?:the term |the concept of |the |"
        r"a |an )?[^◆◇◊▽.;:]{1,60} (?:is|are|shall be) (?:\w+ly )?(?:considered (?:as |to be )?an?|defined as|"
        r"understood (?:as|to)|deemed (?:to be|an?)|regarded as)\b|"
        r"\b(?:in accordance with|according to|under|pursuant to) <of>◇,? (?:an? )?\w+ (?:is|are|shall be) "
        r"(?:considered|defined|"
        r"deemed|regarded)\b[^.;◆]{0,90}\(<the>◆\)",
        unless=r"\b(?:rights|freedoms)\b[^.;]*, as defined|\b(?:disabilit|disabled|discriminat|offence|crime|"
        r"abduct|kidnap|torture|punish|disappear|traffick|violence|liable|guilty)",
        holds=(
            "A pier as defined in the [Ports Act] may be private.",
            "According to the {Ports Act} a pier is considered long from 20 metres ([article 4]).",
        ),
        fails=("The [Ports Act] provides for piers.",),
    ),
)
