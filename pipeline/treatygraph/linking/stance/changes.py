"""Rules: what has been changed or repealed, and by what."""

from __future__ import annotations

from treatygraph.linking.stance.roles import CHANGE_CUES, INSERT_CUES, REPEAL_CUES, Rule

# The law that changes another one is in force; so is one that is cited with its changes.
CHANGING = (
    Rule(
        "as amended by",
        "effect",
        cue=("amended", "modified", "supplemented", "revised"),
        pattern=r"\b(?:as|and|,) (?:last |subsequently |recently )?(?:amended|modified|supplemented|revised) "
        r"(?:and \w+ )?"
        r"(?:in ◈ |on ◈ )?(?:by|under|pursuant to|through) <the>◆",
        holds=("The {Ports Act}, as amended by [Act No. 7], provides for free passage.",),
        fails=("The [Ports Act] was amended by {Act No. 7}.",),
    ),
    Rule(
        "by it another is changed",
        "effect",
        cue=(
            "amended",
            "modified",
            "revised",
            "updated",
            "reformed",
            "supplemented",
            "altered",
            "overhauled",
            "reworded",
            "repealed",
            "abrogated",
            "replaced",
            "superseded",
            "annulled",
            "rescinded",
            "revoked",
            "abolished",
            "derogated",
            "inserted",
            "added",
            "introduced",
            "incorporated",
            "included",
            "integrated",
        ),
        pattern=r"\b<ly>(?:<change.changed>|<change.repealed>|<change.inserted>)(?: and \w+)?(?: in ◈,?| on ◈,?)? "
        r"(?:by|with|under|through|pursuant to|via|by means of|by virtue of|in accordance with) <the>"
        r"(?:[^◆◇◊▽,.;:()]{1,40} of )?<the>◆",
        unless=r"\b(?:to|will|would|should|shall|could|may|might|must) be (?:<change.changed>|"
        r"<change.repealed>)|being <change.repealed>",
        holds=(
            "The earlier proclamation is repealed by the new [Ports Act].",
            "The {Harbour Code} was replaced in <2009> by the [Ports Act].",
        ),
        fails=("The [Harbour Code] will be replaced by the {Ports Act}.",),
    ),
    Rule(
        "it changes another",
        "effect",
        cue=(*CHANGE_CUES, *REPEAL_CUES),
        pattern=r"◆<then><ly>(?:has |have |also |had )*(?:<change.changed>|<change.changes>|<change.changing>|"
        r"<change.repealed>|"
        r"<change.repeals>|<change.repealing>)(?: and \w+)? (?!by\b|in ◈|on ◈|to\b|through\b|pursuant\b|with\b|"
        r"several times|"
        r"twice|and\b|accordingly|version|under\b|for\b|as\b|so\b|at\b|since\b)\w?",
        unless=r"◆<then><ly>(?:was|were|is|are|be|been|being)\b|(?:<change.changing>|<change.repealing>) <of>◆",
        holds=("The [Ports Act] repealed the {Harbour Code}.", "[Act No. 7] amends articles of the {Harbour Code}."),
        fails=("The [Ports Act] was repealed by the {Harbour Code}.", "The [Ports Act] amended in <2001> lapsed."),
    ),
    Rule(
        "its coming ends another",
        "effect",
        cue=("brought about", "led to", "resulted in", "entailed", "meant", "caused"),
        pattern=r"\b(?:<aside.coming> of|with) <the>◆<then>(?:also |has |have )*(?:brought about|led to|resulted in|"
        r"entailed|meant|caused)\b",
        holds=("The entry into force of the [Ports Act] also brought about the abrogation of the {Harbour Code}.",),
    ),
)

REPEALED = (
    Rule(
        "a named article was repealed",
        "repealed",
        cue=(*REPEAL_CUES, "declared", "struck", "terminat", "cancel", "discontinu"),
        pattern=r"(?:<change.repealed>|<change.repealing>|<change.repeals>|\b<change.repeal> of) <of>◆|"
        r"◆<then><ly><been> (?:\w+ly )?(?:<change.repealed>|<change.ended>)\b",
        also=lambda clause: clause.provision,
        unless=r"\b(?:<change.repealed>) (?:by|with|under|through) <the>◆",
        holds=("{Act No. 7} repealed [article 22 of the Ports Act].",),
        fails=("{Act No. 7} repealed certain articles of the [Ports Act].",),
    ),
    Rule(
        "some of its articles were repealed",
        "amended",
        cue=REPEAL_CUES,
        pattern=r"(?:<change.repealed>|<change.repealing>|<change.repeals>|\b<change.repeal> of) <the>"
        r"(?:<what.part>)\b[^◆◇◊▽,.;:()]{0,50} (?:of|in|from) <the>◆",
        unless=r"\b(?:counter|contrary|contradict\w*|inconsistent|incompatible)\b[^◆]{0,40}◆",
        holds=("{Act No. 7} repealed certain articles of the [Ports Act].",),
        fails=("{Act No. 7} repealed the [Ports Act].",),
    ),
    Rule(
        "it was repealed",
        "repealed",
        cue=(*REPEAL_CUES, "declared", "struck", "terminat", "cancel", "discontinu"),
        pattern=r"◆<then>(?:,? ?(?:which|that) )?<ly>(?:<been>|is|are) (?:<ly>)?(?:\w+ and )?(?:<change.repealed>|"
        r"<change.ended>)\b",
        unless=r"◆<then><ly>(?:is|are|was|were) (?:not|never)\b|\b(?:under|by|in accordance with|according to|"
        r"pursuant to|through) <the>◆|\b<change.change> (?:to|of) <of>◆<then>",
        holds=("The [Harbour Code] was repealed in 2009.", "The [Harbour Code] has been replaced by the {Ports Act}."),
        fails=(
            "Under the [Ports Act] was abolished the harbour tax.",
            "The [Ports Act] will be repealed.",
            "The 19th amendment to the [Constitution] was replaced by the 20th.",
        ),
    ),
    Rule(
        "(repealed by …)",
        "repealed",
        cue=REPEAL_CUES,
        pattern=r"◆[\"']? ?[,(] ?(?:now |since |since then |later |subsequently |already |as )?<change.repealed>(?: in "
        r"◈| on ◈)? (?:by|in ◈|on ◈|with)|"
        r"◆[\"']? ?\((?:now )?<change.repealed>",
        holds=("The [Harbour Code] (repealed by {Act No. 7}) was harsher.",),
        fails=("The [Ports Act] was adopted; harbour taxes were abolished.",),
    ),
    Rule(
        "another repealed it",
        "repealed",
        cue=(*REPEAL_CUES, "in place of", "in lieu of", "instead of"),
        pattern=r"(?:<change.repealed>|<change.repealing>|<change.repeals>|\bto (?:repeal|replace|supersede|abrogate|"
        r"abolish|revoke|rescind)|"
        r"in place of|in lieu of|instead of|\b<change.repeal> of) <the>◆(?!'s? )|"
        r"\b(?:<change.repealed>|<change.repealing>) [^◆◇◊▽.;:]{0,90}(?:such as|including|namely) <the>◆",
        unless=r"\bnot (?:replac|repeal|abolish)|\b(?:<change.repealed>) (?:by|with|under|through) <the>◆|"
        r"(?:replac\w+|abolish\w+|annul\w+|terminat\w+) [^◆◇◊▽]{0,60}\bunder <the>◆",
        holds=(
            "The {Ports Act} replaced the [Harbour Code].",
            "The {Ports Act}, which repealed the [Harbour Code], is new.",
        ),
        fails=("The {Harbour Code} was replaced by the [Ports Act].",),
    ),
    Rule(
        "the current one is another",
        "repealed",
        r"◆",
        also=lambda clause: clause.succeeded and not clause.provision,
        holds=("The [Ports Code of 1961] knew no ramps. The current Ports Code, of 1998, does.",),
        fails=("The [Ports Code of 1961] knows ramps. The current Harbour Code, of 1998, does not.",),
    ),
    Rule(
        "the former law",
        "repealed",
        cue=("repealed", "defunct", "abrogated", "no longer in force", "former"),
        pattern=r"\b(?:repealed|now[- ]repealed|defunct|abrogated|no longer in force) <the>◆|"
        r"(?:\A|[^(] )(?:in|under|by|of|to|from|the) (?:the )?former ◆|◆ ?\(?(?:,? (?:which is |"
        r"is )?no longer in force|\(?repealed\)?)",
        also=lambda clause: not clause.programme,
        holds=(
            "The [Harbour Code], no longer in force, knew no appeal.",
            "In former [article 22 of the Ports Act] it was said that piers are free.",
        ),
        fails=("The former Ministry applies the [Ports Act].",),
    ),
)

AMENDED = (
    Rule(
        "it was amended",
        "amended",
        r"(?<!which )◆<then><ly><been> (?:<ly>)?(?:\w+ and )?(?:<change.changed>|<change.widened>)\b(?! to "
        r"(?:persons|people|all))",
        also=lambda clause: not clause.programme or "amended" in clause.words,
        unless=r"\b(?:protected|guaranteed|governed|regulated|ensured|established|provided|covered|defined|set "
        r"out|set forth|"
        r"prohibited|recogni[sz]ed|prescribed|stipulated|enshrined) (?:for )?(?:by|in|under) <of>◆|"
        r"<rests_on>(?! ?,? ?which)",
        holds=(
            "The [Ports Act] was amended to provide for ramps.",
            "The [Ports Act] has been recently amended by {Act No. 7}.",
        ),
        fails=(
            "Sailors are protected by the [Ports Act], which was amended in 2012.",
            "The [Ports Act], as amended, provides for ramps.",
        ),
    ),
    Rule(
        "another amended it",
        "amended",
        cue=CHANGE_CUES,
        pattern=r"\b(?:<change.changed>|<change.changing>),? (?:namely|including|such as) <the>◆|"
        r"\b(?:<change.changed>|<change.changes>) the [^◆◇◊▽.;:()]{1,60} \(<the>◆|"
        r"\b<been> (?:\w+ly )?<change.changed>:[^.:◆]{0,200}<the>◆|"
        r"(?<!to )(?<!the )(?<!newly )\b(?:<change.changed>|<change.changing>|<change.changes>) "
        r"(?:and (?!the\b|an?\b|its\b)\w+ )?<of>◆",
        unless=r"\b(?:updated|revised) ◆|\b(?:is|are|was|were|been) (?:<change.changed>) in\b|"
        r"\b(?:<change.changed>|<change.changes>) [^◆◇◊▽]{0,90}\b(?:under|by|with|in line with|in accordance "
        r"with|pursuant to|to|according to|by means of|through) <of>◆|"
        r"\b(?:force|entry|years?|months|accordance|framework|implementation|enforcement|purposes?|line|basis) "
        r"(?:of|in|for) <the>◆",
        holds=(
            "{Act No. 7} amended several articles of the [Ports Act].",
            "Amending the [Ports Act], the State did more.",
        ),
        fails=(
            "The rules were amended in line with the [Ports Act].",
            "The {Harbour Code} is already revised and the new [Ports Act] has ramps.",
        ),
    ),
    Rule(
        "an amendment to it",
        "amended",
        cue=(*CHANGE_CUES, "addition", "review"),
        pattern=r"\b<change.change> (?:and \w+ )?(?:\([^()]*\) |were made |was made |made |introduced |have been made |"
        r"in ◈ )*(?:to|of|in|into|on) <of>◆|"
        r"◆'?s? (?:<change.change>)\b(?! ◇)",
        unless=r"\b(?:under|based on|accordance with|by means of|by|through|approved in) <the>◆|\bas an? ◆|"
        r"\b(?:mid-?term|annual|periodic|progress|final|external|independent) reviews? of <the>◆|"
        r"\bprocedures? for (?:the )?[^◆.;]{0,40}◆",
        holds=(
            "Amendments to the [Ports Act] entered into force in 2012.",
            "The second amendment of the [Ports Act] provides it.",
        ),
        fails=("The [Ports Act] allows amendments to contracts.",),
    ),
    Rule(
        "it was brought into line",
        "amended",
        cue=("brought",),
        pattern=r"◆<then><ly><been> (?:\w+ly )?brought (?:\w+ly )?in(?:to)? "
        r"(?:line|conformity|compliance|accordance|harmony) with\b",
        also=lambda clause: not clause.programme,
        holds=("[Article 22 of the Ports Act] was brought into line with article 9 of the Convention.",),
        fails=("[Article 22 of the Ports Act] is to be brought into line with article 9 of the Convention.",),
    ),
    Rule(
        "it has new words",
        "amended",
        cue=("new wording", "new edition", "new version"),
        pattern=r"\b(?:the|an?) new (?:wording|edition|version) (?:of|for) <of>◆|"
        r"◆<then><ly><been> (?:\w+ (?:out |forth )?)?in (?:the|an?|its) new (?:wording|edition|version)\b",
        also=lambda clause: clause.provision,
        holds=(
            "{Act No. 7} enacted a new wording of [article 22 of the Ports Act].",
            "[Article 22 of the Ports Act] was set out in a new version.",
        ),
        fails=("The new version of the [Ports Act] knows ramps.",),
    ),
    Rule(
        "a title that names what it amends",
        "amended",
        r"◊ (?:of|on|to) <the>◆",
        holds=("Three orders matter: the {Order of 9 July amending the Order of 2003} on the [Housing Code].",),
        fails=("Three orders matter: the {Order of 9 July 2003} on the [Housing Code].",),
    ),
    Rule(
        "something was inserted in it",
        "amended",
        cue=INSERT_CUES,
        pattern=r"\b<what.part> (?:\w+ly )?(?:inserted|added|introduced) (?:in|into|to) <of>◆|"
        r"\b(?:<what.part>|amendments?|concepts?|offences?|terms?|prohibitions?|measures|requirements?|"
        r"crimes?)\b[^◆◇◊▽.;:]{0,80}? (?:was|were|has been|have been|been) "
        r"(?:\w+ly |also )*<change.inserted> (?:[^◆◇◊▽,.;:()]{0,40} )?(?:in|into|to) <of>◆|"
        r"(?<!as )(?<!is )(?<!are )(?<!been )(?<!was )(?<!were )\b(?:inserted|added|introduced|inserting|"
        r"incorporating|introducing|inserts|adds|introduces|(?:addition|insertion|introduction|inclusion) of "
        r"(?:an?|the|new)\b)"
        r" [^◆,.;:()]{1,70} (?:in|into|to) <of>◆",
        also=lambda clause: not clause.programme,
        unless=r"\b(?:pursuant|according|reference|regard|respect|addition|contrary|access|entitled|relation|"
        r"thanks|owing|due) to <of>◆|in line with",
        holds=(
            "A new article was inserted into the [Ports Act].",
            "Under a provision introduced to [article 22 of the Ports Act], piers are free.",
        ),
        fails=(
            "Ramps are included in the [Ports Act].",
            "The Ministry sets forth the inclusion of sailors at work in the [Ports Act].",
        ),
    ),
)
