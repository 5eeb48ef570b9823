"""Rules: laws not applied, or only spoken of or examined; amendments on the table; treaties that are not joined yet."""

from __future__ import annotations

from treatygraph.linking.stance.handling import SOURCE
from treatygraph.linking.stance.roles import CHANGE_CUES, REPEAL_CUES, Rule

NOT_JOINED = (
    Rule(
        "the State has not joined it",
        "passing",
        cue=("ratif", "sign", "acced", "party"),
        cue_too=("not ", "yet to", "never "),
        pattern=r"\b(?:has|have|had) (?:not|yet to|never) (?:yet |\w+ly )?"
        r"(?:ratif(?:y|ied)|sign(?:ed)?|acced(?:e|ed) to|become (?:a )?(?:state )?party to) <the>◆|"
        r"\b(?:is|are|was|were) not (?:yet |currently )?(?:a )?(?:state )?party to <the>◆|"
        r"\b(?:but|and) (?:not|never) (?:yet |\w+ly )?(?:ratified|acceded to) <the>◆|"
        r"◆<then>(?:has|have|had|was|were) not (?:yet )?(?:been )?(?:ratified|signed|acceded to)\b",
        holds=(
            "The State has not ratified the [Ports Convention].",
            "The State is not yet party to the [Ports Convention].",
            "The [Ports Convention] has not yet been ratified.",
            "The State has signed but not yet ratified the [Ports Convention].",
        ),
        fails=(
            "The State has ratified the [Ports Convention].",
            "The State has not ratified the amendment to the [Ports Convention].",
        ),
        absent=True,
    ),
)

TO_BE_JOINED = (
    Rule(
        "it is to be joined",
        "planned",
        cue=("acced", "accession", "ratif", "sign", "join", "party to"),
        cue_too=(
            "intend",
            "intention",
            "plan",
            "consider",
            "initiat",
            "procedure",
            "process",
            "steps",
            "prepar",
            "possib",
            "propos",
            "aim",
            "wish",
            "envisag",
            "will",
            "would",
            "basis for",
            "pledge",
            "commit",
            "examin",
            "study",
        ),
        pattern=r"\b(?:intends?|intention|plans?|planning|consider(?:s|ed|ing|ation)?|initiat\w+|procedures?|process|"
        r"steps|preparations?|preparing|possibility|propos(?:es?|al|als|ed)|aims?|wish(?:es)?|envisages?|basis|"
        r"pledged?|committed|examin(?:es|ed|ing)|stud(?:ies|ied|ying)|will|would)\b"
        r"(?:(?! not\b)[^◆.;:]){0,60}?"
        r"\b(?:acced(?:e|ing) to|accession (?:of [^◆.;:]{1,40} )?to|ratify(?:ing)?|ratification of|sign|signing|"
        r"join(?:ing)?|becom(?:e|ing) (?:a )?party to) <the>◆",
        unless=r"\b(?:upon|since|following|after|prior to|before|by|reservations?)\b[^◆.;]{0,40}"
        r"\b(?:acced\w+|accession|ratif\w+|sign\w+)|\b(?:has|have|had|was|were) (?:\w+ly |also |already )*"
        r"(?:acceded|ratified|signed|joined)\b",
        also=lambda clause: not clause.draft,
        holds=(
            "The Government intends to accede to the [Harbour Convention].",
            "A draft basis for initiating the procedure for accession to the [Harbour Treaty] was sent.",
        ),
        fails=(
            "The State has ratified the [Harbour Convention] and intends to report.",
            "Since its accession to the [Harbour Convention], the State plans its ports.",
        ),
        absent=True,
    ),
)

ON_THE_TABLE = (
    Rule(
        "amendments on the table",
        "planned",
        cue=("tabl", "propos", "submit", "draft", "prepar", "put forward", "sponsor", "whether to"),
        cue_too=(*CHANGE_CUES, *REPEAL_CUES),
        pattern=r"\bwhether to (?:amend|revise|reform|repeal|abolish|replace|modify) (?:or \w+ )?<of>◆|"
        r"\b(?:tabl(?:ed|es|ing)|propos(?:ed|es|ing)|submitted|submits|drafted|drafting|prepared|preparing|put "
        r"forward|sponsored) (?:to (?:the )?(?:◎|parliament|cabinet) )?(?:(?:an?|the|some|several|further|certain|"
        r"draft|proposed|\w+ and) )*(?:<change.change>) (?:to|of|in) <of>◆",
        unless=r"\b(?:was|were|has been|have been) (?:\w+ly )?(?:adopted|passed|approved|enacted)\b|"
        r"\b(?:under|by|pursuant to|in accordance with) <the>◆",
        holds=(
            "The Government tabled amendments to the [Ports Act] in March.",
            "Parliament is debating whether to amend the [Ports Act].",
        ),
        fails=("Amendments to the [Ports Act], tabled in 2012, were adopted in 2013.",),
    ),
)

NOT_APPLIED = (
    Rule(
        "it is not applied",
        "gap",
        cue=("not ", "never", "rarely", "seldom", "hardly", "scarcely", "poorly"),
        cue_too=(
            "appl",
            "enforce",
            "implement",
            "observ",
            "respect",
            "follow",
            "operational",
            "practice",
            "used",
            "invoked",
        ),
        pattern=r"◆<then>(?:,? ?(?:which|that) )?(?:is|are|was|were|has been|have been|had been|has|have) "
        r"(?:\w+ly |still |often |always |as yet |yet )*(?:not|never|rarely|seldom|hardly|scarcely|poorly) "
        r"(?:\w+ly |yet |always |been |being )*(?:applied|enforced|implemented|observed|respected|followed|operational|"
        r"put into practice|used|invoked)\b(?! (?:to|against|in (?:a )?discriminat|retroactive))",
        unless=r"\b(?:if|where|when|unless|whether) (?:\w+ ){0,3}◆|\b(?:under|by|in accordance with) <the>◆",
        holds=(
            "The [Ports Act] is not applied in practice.",
            "The [Ports Act], however, has rarely been enforced.",
        ),
        fails=(
            "The [Ports Act] is not applied to sailors under 18.",
            "If the [Ports Act] is not observed, a fine is due.",
        ),
    ),
)

HAMPERED = (
    Rule(
        "its application is hampered",
        "gap",
        cue=("implement", "applic", "enforce"),
        cue_too=(
            "hamper",
            "hinder",
            "delay",
            "obstruct",
            "imped",
            "slow",
            "inadequate",
            "inconsistent",
            "weak",
        ),
        pattern=r"\b(?:implementation|application|enforcement) of <the>◆<then>(?:is|are|was|were|remains?|"
        r"has been|have been) (?:\w+ly |still |also )*(?:hampered|hindered|delayed|obstructed|impeded|slow|inadequate|"
        r"inconsistent|weak)\b",
        holds=("Implementation of the [Ports Act] has been hampered by a lack of funds.",),
        fails=("Whoever hampers the implementation of the [Ports Act] is fined.",),
    ),
    Rule(
        "it bars prosecution",
        "gap",
        cue=("prosecution", "punishment", "investigation"),
        pattern=r"◆<then><ly>(?:prevents?|bars?|precludes?|impedes?|hinders?) (?:the )?(?:prosecution|punishment|"
        r"investigation)\b(?![^.;]{0,40}\b(?:twice|again|double|minors?|children))",
        holds=("The [Pardon Act] prevents the prosecution of those responsible.",),
        fails=("The [Ports Act] bars prosecution twice for the same act.",),
    ),
)

SPOKEN_OF = (
    Rule(
        "in spite of it",
        "passing",
        cue=("despite", "in spite of", "regardless of"),
        pattern=r"\b(?:despite|in spite of|regardless of) (?:the (?:existence|adoption|provisions|entry into force|"
        r"enactment) of )?<the>◆",
        holds=("Despite the [Ports Act], piers are full.",),
        fails=("Despite its age, the [Ports Act] protects sailors.",),
    ),
    Rule(
        "discussed or examined",
        "passing",
        cue=(
            "discuss",
            "debat",
            "exchange",
            "critici",
            "comment",
            "compar",
            "compatib",
            "conformity",
            "studie",
            "study",
        ),
        pattern=r"\b(?:discuss(?:ed|es|ing)|debated|debates on|exchanged? (?:views|information|experiences?) on|"
        r"critici[sz]ed|criticisms? of|commented on|studied|compared) "
        r"(?:(?:the |and )?(?:\w+ ){0,3}(?:status|implementation|application|contents?|text|compatibility|conformity|"
        r"issues?|effects?|impact|merits) (?:\w+ )?(?:of|in|with) )?<the>◆|"
        r"\b(?:study|studies|analysis|analyses|examination|comparison|comparative review) (?:of|on|into) (?:the )?"
        r"(?:compatibility|conformity|compliance|consistency|effects?|impact|merits) of <of>◆",
        unless=rf"{SOURCE}|\b(?:will|shall|to) be (?:discussed|debated)",
        holds=(
            "Administrators met and discussed the implementation status of the [Ports Plan].",
            "The committee debated the [Ports Act] in 2015.",
            "A study of the compatibility of the [Ports Act] with the {Convention} was made.",
        ),
        fails=(
            "Complaints are discussed under the [Ports Act].",
            "The [Ports Act] provides that fees are discussed.",
        ),
    ),
    Rule(
        "where it can be had",
        "passing",
        cue=("available",),
        pattern=r"◆<then><ly>(?:is|are|was|were) (?:\w+ly |also )?available (?:in (?:print|braille|english|french|"
        r"several|\w+ languages?|electronic|the library)|on|at|online|from)\b",
        holds=("The [Ports Act] is available on the website of the Ministry.",),
        fails=("The fees of the [Ports Act] are available to sailors.",),
    ),
    Rule(
        "told elsewhere",
        "passing",
        cue=("paragraph", "report", "annex"),
        pattern=r"◆<then><ly>(?:is|are|was|were|has been|have been) (?:\w+ly |also )*(?:described|discussed|set out|"
        r"explained|outlined|presented|reproduced|annexed|attached|mentioned|referred to|dealt with) (?:\w+ )?(?:in|to|"
        r"under|at) (?:the |this |our |its )?(?:(?:\w+ )?paragraphs?\b|(?:\w+ ){0,3}reports?\b|annex(?:es)?\b)",
        holds=("The provisions of the [Ports Act] have been described in paragraphs 12 to 15 of the initial report.",),
        fails=("The [Ports Act], described in paragraph 5, protects sailors.",),
    ),
    Rule(
        "reference is made to it",
        "passing",
        cue=("reference",),
        pattern=r"\breference (?:is|was|should be|may be|can be) (?:also |hereby )?made to <of>◆",
        holds=("Reference is made to the [Ports Act].",),
        fails=("The [Ports Act] makes reference to sailors.",),
    ),
    Rule(
        "how old it is",
        "passing",
        cue=("date",),
        pattern=r"◆<then>dates? (?:back to|from)\b[^◆;]*\Z",
        unless=r"\b(?:and|but|yet|it) <ly>(?:it )?(?:provid|prohibit|guarant|protect|establish|defin|punish|"
        r"stipulat|stat|regulat|criminali|requir|set)\w*",
        holds=("The [Ports Rules] date from the time of sail.",),
        fails=(
            "The [Ports Act], which dates from 1930, prohibits piracy.",
            "The [Ports Act] dates from 1930 and prohibits piracy.",
        ),
    ),
)
