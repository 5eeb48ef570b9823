"""Rules: where a law is only named in passing."""

from __future__ import annotations

from treatygraph.linking.stance.roles import Rule

# The law is the source of what is said, not its object: "training under the Act", "rights enshrined in the Act".
_SOURCE = (
    r"\b(?:under|within|accordance with|according to|pursuant to|as part of|(?:framework|context|basis|terms|"
    r"virtue|auspices|means|result) of|by|through|"
    r"in line with|based on|as per|\w+(?:ed|id|wn|en|ne) (?:out |down |for |forth )?(?:in|by|under)) "
    r"<the>(?:<what.part>[^◆◇◊▽,.;:()]{0,40} of )?<the>◆"
)

PASSING = (
    Rule(
        "within an exception",
        "passing",
        r"\b(?:except (?:as|in|where|for|when|under)|unless|other than (?!that|those)|with the exception of|"
        r"exceptions? to|save|excluding|outside the scope of|exempt\w* from|notwithstanding)"
        r" [^◆◇◊▽.;:,]{0,60}?◆",
        unless=r"\(<the>◆",
        holds=("Goods pass freely, except as otherwise provided by the [Ports Act].",),
        fails=("The [Ports Act] provides for exceptions.",),
    ),
    Rule(
        "before its adoption",
        "passing",
        r"\bwithin [^◆.;:]{1,40} (?:of|from|after|following) (?:the date of )?(?:the )?<aside.coming> of <the>◆|"
        r"\b<aside.dates> (?:the )?(?:<aside.coming>(?: and (?:implementation|<aside.coming>))? of )?<the>◆(?: "
        r"(?:was|came|entered|is|were))?",
        unless=r"\b(?:pending|until|during|before|up to) <the>◆|\bduring (?:the )?<aside.coming>",
        holds=("Before the adoption of the [Ports Act] there were 12 piers.",),
        fails=("The [Ports Act] was adopted before 2009.",),
    ),
    Rule(
        "a yardstick",
        "passing",
        r"\b(?:harmoni[sz]\w+|align(?:ed|ing|ment|s)?|consistent|consistency|compatible|compatibility|"
        r"conflict\w*|inconsistent|incompatible|in harmony|brought (?:in|into) line|"
        r"similar|equivalent|compared?|comparable|synerg\w+|coheren\w+|integrated) (?:[^◆◇◊▽.;:,()]{0,70} "
        r")?(?:with|to) <of>◆|"
        r"\b(?:contradict\w*|contraven\w+|run counter to|(?:not|laws|provisions|rules|anything|decisions|is|"
        r"are) (?:\w+ ){0,2}contrary to) <of>◆|"
        r"\bbring(?:ing)? [^◆◇◊▽.;:]{1,80} (?:in|into) (?:line|conformity|compliance) with <of>◆|\badapt(?:ed|"
        r"ing|ation)? (?:\w+ ){0,6}to <the>◆",
        unless=rf"{_SOURCE}|\b(?:prohibit|punish|offence|crime|charged|convict|abduction|burglary|theft|shall|"
        rf"may not|must)\w*\b",
        holds=("The rules are harmonized with the [Ports Act].",),
        fails=("In accordance with the [Ports Act] ships pay.",),
    ),
    Rule(
        "its people",
        "passing",
        r"\b<aside.bodies> (?:of|from|in|at|for|with) <the>◆",
        unless=r"\b(?:under|by|in) <the>◆|\bprovid\w+ (?:for|by)",
        also=lambda clause: not clause.provision,
        holds=("Sailors were trained by qualified staff of the [Harbour Programme].",),
        fails=("The [Harbour Programme] trained sailors.",),
    ),
    Rule(
        "one of several bodies",
        "passing",
        r"◎(?:,| and) (?:and )?<the>◆(?:,| and) (?:and )?<the>◎",
        holds=("Taking part are |the Ministry of Ports|, the [Harbour Programme] and |the Navy|.",),
        fails=("|The Ministry of Ports| runs the [Harbour Programme] and |the Navy|.",),
    ),
    Rule(
        "the object of training",
        "passing",
        r"\b<aside.taught>(?: <aside.events>)*(?: [^◆◇◊▽.;:,()]{1,50}?| targeting [^◆.;:]{1,60}?)? "
        r"(?:on|about|regarding|concerning|relating to|with respect to|with regard to|dedicated to) <of>◆",
        unless=_SOURCE,
        holds=(
            "Judges received training on the [Ports Act].",
            "A campaign about the contents of the [Ports Act] ran in 2012.",
        ),
        fails=("Training is provided under the [Ports Act].", "The [Ports Act] provides for training."),
    ),
    Rule(
        "made known",
        "passing",
        r"\b<aside.spread> (?:and (?:\w+ )?)?(?:of )?(?:the contents? of |the provisions of |information on |"
        r"\w+ copies of )?<the>◆|"
        r"\bawareness\b[^◆◇◊▽.;:,()]{0,40} of <the>◆|"
        r"◆<then><ly>(?:<been>|is|are) (?:<ly>)?(?:translated|disseminated|distributed|publici[sz]ed|printed|"
        r"made available|published in (?:braille|sign|easy|accessible|simpl)\w*|posted|transcribed|produced in)\b",
        unless=rf"{_SOURCE}|\(<the>◆",
        holds=("The Ministry disseminated the [Ports Act].", "The [Ports Act] has been translated into Braille."),
        fails=("Leaflets are disseminated under the [Ports Act].",),
    ),
    Rule(
        "watched over",
        "passing",
        r"\b<aside.watch>(?: and \w+)?(?: (?:of|on|the|how|for|in|its|proper|full|effective|to|regular|annual|"
        r"their|with|overall))* (?:\w+ and )?<aside.carried>(?: and \w+| \w+)? (?:of|with|in|by) <of>◆|"
        r"\b(?:monitor(?:s|ed|ing)?|evaluat(?:es?|ed|ion|ing)|assess(?:es|ed|ing|ment)?|overs(?:ee|aw|ight)|"
        r"overseeing|supervis(?:es?|ed|ing|ion)|follow[- ]up|audit(?:ed)?)(?: and \w+)? (?:of |on |to |all )?<the>◆",
        unless=_SOURCE,
        holds=(
            "The Commission monitors the implementation of the [Ports Act].",
            "An evaluation of the [Ports Plan] was made.",
        ),
        fails=(
            "Ports are monitored under the [Ports Act].",
            "The fees and supervision are defined in the [Ports Act].",
        ),
    ),
    Rule(
        "a part in its making",
        "passing",
        r"\b<aside.took_part>\b[^◆◇◊▽.;:]{0,70}? (?:drafting|preparation|preparing|development|developing|"
        r"elaboration|elaborating|formulation|formulating|design|designing|review|revision|making|adoption|"
        r"amendment) (?:and \w+ )?(?:of )?<the>◆|"
        r"\b<aside.took_part>(?: (?:with|in|on|from))? [^◆◇◊▽.;:]{0,40}?\b(?:on|about|regarding|concerning) <the>◆",
        holds=("Sailors participated in the drafting of the [Ports Act].",),
        fails=("The [Ports Act] lets sailors participate.",),
    ),
    Rule(
        "a definition",
        "passing",
        r"\b(?:for the purposes? of|within the meaning of|as defined (?:in|by|under)|in the sense of|as "
        r"understood in) (?!this )<the>(?:<what.part> [^◆◇◊▽,.;:()]{0,20}of )?<the>◆|"
        r"\b(?:in accordance with|according to|under|in|pursuant to) <of>◆,? (?:the term |the concept of |the |"
        r"a |an )?[^◆◇◊▽.;:]{1,60} (?:is|are|shall be) (?:\w+ly )?(?:considered (?:as |to be )?an?|defined as|"
        r"understood (?:as|to)|deemed (?:to be|an?)|regarded as)\b",
        unless=r"\b(?:rights|freedoms)\b[^.;]*, as defined|\b(?:disabilit|disabled|discriminat|offence|crime|"
        r"abduct|kidnap|torture|punish|disappear|traffick|violence|liable|guilty)",
        holds=("A pier as defined in the [Ports Act] may be private.",),
        fails=("The [Ports Act] provides for piers.",),
    ),
)
