"""Rules: where a law is named because people work with it: its staff, training on it, its monitoring, its making."""

from __future__ import annotations

from treatygraph.linking.stance.roles import Rule

# The law is the source of what is said, not its object: "training under the Act", "rights enshrined in the Act".
SOURCE = (
    r"\b(?:under|within|accordance with|according to|pursuant to|as part of|(?:framework|context|basis|terms|"
    r"virtue|auspices|means|result) of|by|through|"
    r"in line with|based on|as per|\w+(?:ed|id|wn|en|ne) (?:out |down |for |forth )?(?:in|by|under)) "
    r"<the>(?:<what.part>[^◆◇◊▽,.;:()]{0,40} of )?<the>◆"
)

HANDLED = (
    Rule(
        "its people",
        "passing",
        cue=(
            "staff",
            "personnel",
            "team",
            "representative",
            "official",
            "employee",
            "coordinator",
            "director",
            "head",
            "member",
            "expert",
            "professional",
            "officer",
            "specialist",
            "delegate",
            "technician",
            "beneficiar",
            "participation",
        ),
        pattern=r"\b<aside.bodies> (?:of|from|in|at|for|with) <the>◆",
        unless=r"\b(?:under|by|in) <the>◆|\bprovid\w+ (?:for|by)",
        also=lambda clause: not clause.provision,
        holds=("Sailors were trained by qualified staff of the [Harbour Programme].",),
        fails=("The [Harbour Programme] trained sailors.",),
    ),
    Rule(
        "one of several bodies",
        "passing",
        cue=("◎",),
        pattern=r"◎(?:,| and) (?:and )?<the>◆(?:,| and) (?:and )?<the>◎",
        holds=("Taking part are |the Ministry of Ports|, the [Harbour Programme] and |the Navy|.",),
        fails=("|The Ministry of Ports| runs the [Harbour Programme] and |the Navy|.",),
    ),
    Rule(
        "a party or member",
        "passing",
        cue=(
            "agreement",
            "covenant",
            "contract",
            "partnership",
            "memorandum",
            "cooperation",
            "collaboration",
            "alliance",
            "composed of",
            "made up of",
            "compris",
            "consist",
            "representatives of",
            "together with",
            "jointly with",
            "coordination",
            "conjunction",
        ),
        pattern=r"\b(?:agreements?|covenants?|contracts?|partnerships?|memorandum|cooperation|collaboration|alliance)\b"
        r"[^.;]{0,60} (?:between|among) [^.;]{0,240}\band <the>◆|"
        r"\b(?:composed of|made up of|comprising|consisting of|consists of|comprises|representatives of|together with|"
        r"jointly with|(?:in )?(?:cooperation|collaboration|partnership|coordination|conjunction) with) "
        r"<the>◆(?: and\b|,|\Z|\.)",
        also=lambda clause: clause.programme,
        unless=r"\b(?:under|by|in accordance with|within|through) <the>◆",
        holds=(
            "The project is an agreement concluded between the city councils and the [Harbour Programme].",
            "There is a team composed of the [Harbour Programme] and the city councils.",
        ),
        fails=("An agreement between the cities was made under the [Harbour Programme].",),
    ),
    Rule(
        "the object of training",
        "passing",
        cue=(
            "train",
            "workshop",
            "seminar",
            "course",
            "lecture",
            "awareness",
            "sensiti",
            "informed",
            "campaign",
            "brochure",
            "booklet",
            "guide",
            "manual",
            "leaflet",
            "conference",
            "knowledge",
            "taught",
            "education",
            "briefing",
            "talk",
            "information",
            "meeting",
            "forum",
            "symposi",
            "lesson",
            "discussion",
            "familiari",
            "consultation",
            "publication",
            "dialogue",
            "film",
            "poster",
            "handbook",
            "debate",
            "publicity",
            "question",
        ),
        cue_too=(
            " on ",
            "about",
            "regarding",
            "concerning",
            "relating to",
            "with respect to",
            "with regard to",
            "dedicated to",
            "following",
            "these",
        ),
        pattern=r"\b<aside.taught>(?: <aside.events>)*(?: [^◆◇◊▽.;:,()]{1,50}?| targeting [^◆.;:]{1,60}?)? "
        r"(?:on|about|regarding|concerning|relating to|with respect to|with regard to|dedicated to) <of>◆|"
        r"\b<aside.taught>\b[^.:;◆]{0,60}\b(?:following|these) (?:\w+ )?(?:topics?|focus(?:es)?|subjects?|"
        r"themes?|areas?|"
        r"issues?|modules?):[^.;◆]{0,300}<the>◆[\"']?(?:[.;,]|\Z| and\b)",
        unless=rf"{SOURCE}|\bset (?:out|forth|down) in <the>◆|\bt(?:akes?|ook) on\b",
        holds=(
            "Judges received training on the [Ports Act].",
            "A campaign about the contents of the [Ports Act] ran in 2012.",
            "Courses were held on the following topics: safety, rescue and the application of the [Ports Act].",
        ),
        fails=(
            "Training is provided under the [Ports Act].",
            "The [Ports Act] provides for training.",
            "The topic of information takes on great significance in the [Ports Act].",
            "Duties of training staff on respect for sailors are set out in the [Ports Act].",
        ),
    ),
    Rule(
        "made known",
        "passing",
        cue=(
            "disseminat",
            "publici",
            "translat",
            "distribut",
            "print",
            "explain",
            "populari",
            "copies",
            "knowledge",
            "awareness",
            "understanding",
            "summary",
            "simplified version",
            "braille",
            "made available",
            "published",
            "posted",
            "transcribed",
            "produced in",
            "samples",
        ),
        pattern=r"\b(?:copies|samples) of <the>◆|"
        r"\b<aside.spread> (?:and (?:\w+ )?)?(?:of )?(?:the contents? of |the provisions of |information on |"
        r"\w+ copies of )?<the>◆|"
        r"\bawareness\b[^◆◇◊▽.;:,()]{0,40} of <the>◆|"
        r"◆<then><ly>(?:<been>|is|are|has not (?:yet )?been|have not (?:yet )?been) (?:<ly>)?(?:translated|"
        r"disseminated|distributed|publici[sz]ed|printed|"
        r"made available|published in (?:braille|sign|easy|accessible|simpl)\w*|posted|transcribed|produced in)\b",
        unless=rf"{SOURCE}|\(<the>◆",
        holds=(
            "The Ministry disseminated the [Ports Act].",
            "The [Ports Act] has been translated into Braille.",
            "The following was done: reproduction and distribution of 30 samples of the [Ports Policy] in Braille.",
        ),
        fails=("Leaflets are disseminated under the [Ports Act].",),
    ),
    Rule(
        "watched over",
        "passing",
        cue=(
            "monitor",
            "evaluat",
            "assess",
            "overs",
            "supervis",
            "inspect",
            "follow",
            "track",
            "audit",
            "report",
            "stud",
            "analysis",
            "survey",
            "review",
            "coordinat",
            "check",
            "observer",
        ),
        pattern=r"\b<aside.watch>(?: and \w+)?(?: (?:of|on|the|how|for|in|its|proper|full|effective|to|regular|annual|"
        r"their|with|overall))* (?:\w+ and )?<aside.carried>(?: and \w+| \w+)? (?:of|with|in|by) <of>◆|"
        r"\b(?:monitor(?:s|ed|ing)?|evaluat(?:es?|ed|ion|ing)|assess(?:es|ed|ing|ment)?|overs(?:ee|aw|ight)|"
        r"overseeing|supervis(?:es?|ed|ing|ion)|follow[- ]up|audit(?:ed)?)(?: and \w+)? (?:of |on |to |all )?<the>◆|"
        r"\b(?:mid-?term|annual|periodic|progress|final|external|independent) reviews? of <the>◆",
        unless=SOURCE,
        holds=(
            "The Commission monitors the implementation of the [Ports Act].",
            "An evaluation of the [Ports Plan] was made.",
            "A mid-term review of the [Ports Plan] took place in <2009>.",
        ),
        fails=(
            "Ports are monitored under the [Ports Act].",
            "The fees and supervision are defined in the [Ports Act].",
        ),
    ),
    Rule(
        "a part in its making",
        "passing",
        cue=(
            "role",
            "coordinated",
            "spearheaded",
            "promoted",
            "consult",
            "participat",
            "part",
            "involv",
            "contribut",
            "collaborat",
            "work",
            "engag",
            "input",
            "joined",
            "comment",
            "assist",
            "support",
            "instrumental",
            "hearing",
            "recommendation",
            "opinion",
            "suggestion",
            "proposal",
            "view",
        ),
        cue_too=(
            "draft",
            "prepar",
            "develop",
            "elaborat",
            "formulat",
            "design",
            "review",
            "revision",
            "making",
            "adopt",
            "amend",
            "compilation",
            " on ",
            "about",
            "regarding",
            "concerning",
        ),
        pattern=r"\b(?:(?:played|plays) [^◆.;:]{0,30}(?:role|part) in|coordinated|spearheaded|promoted) (?:the "
        r")?(?:drafting|preparation|"
        r"elaboration|formulation|development) of <the>◆(?!,? (?:which|that))|"
        r"\b<aside.took_part>\b[^◆◇◊▽.;:]{0,70}? (?:drafting|preparation|preparing|development|developing|"
        r"elaboration|elaborating|formulation|formulating|design|designing|review|revision|making|adoption|"
        r"amendment) (?:and \w+ )?(?:of )?<the>◆|"
        r"\b<aside.took_part>(?: (?:with|in|on|from))? [^◆◇◊▽.;:]{0,40}?\b(?:on|about|regarding|concerning) <the>◆|"
        r"\b(?:participat\w+|involv\w+|took part|hearings?|consultations?)\b[^◆◇◊▽.;:]{0,60}? to (?:draft|adopt|"
        r"prepare|"
        r"develop|formulate|review|amend) <the>◆|"
        r"\b(?:recommendations?|comments|opinions?|suggestions|proposals|contributions|views|"
        r"inputs?)\b[^◆◇◊▽.;:]{0,80}? "
        r"(?:during|in|on|for) the (?:drafting|preparation|compilation|elaboration|formulation|development) "
        r"(?:and \w+ )?of "
        r"<the>◆",
        holds=(
            "Sailors participated in the drafting of the [Ports Act].",
            "Sailors played an important part in the drafting of the [Ports Act].",
            "The Ministry coordinated the preparation of the [Ports Plan].",
            "Sailors took part in the hearings to adopt the [Ports Act].",
            "Of 700 recommendations received during the compilation of the [Ports Plan], 12 were by sailors.",
        ),
        fails=("The [Ports Act] lets sailors participate.",),
    ),
)
