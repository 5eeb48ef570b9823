"""Rules: what is being drafted or reviewed, or is to be changed."""

from __future__ import annotations

from treatygraph.linking.stance.roles import Rule

_DONE = r"◆<then><ly><been> (?:\w+ly )?(?:adopted|passed|enacted|approved|promulgated|signed|endorsed|launched)\b"

PLANNED = (
    Rule(
        "a bill or draft",
        "planned",
        r"◆",
        also=lambda clause: clause.draft,
        unless=_DONE,
        holds=("The [draft Ports Act] covers piers.",),
        fails=("The [draft Ports Act] was adopted in 2012.",),
    ),
    Rule(
        "called a draft",
        "planned",
        r"\b(?:draft(?!ed)|proposed|planned|forthcoming|upcoming|envisaged|pending|future|tentative) (?:of the |"
        r"for the |for a |of a |revised |new |bill on |law on |(?!in |by |under |to |on |for |of |from |at )\w+ "
        r")?[\"(]?◆|"
        r"◆[\"']? (?:bill\b|\(draft\b|\(bill|draft\b)",
        unless=_DONE,
        holds=("The proposed [Ports Act] covers piers.",),
        fails=("The [Ports Act] was drafted by the Ministry.",),
    ),
    Rule(
        "it is to be",
        "planned",
        r"◆<then>(?:,? ?(?:which|that) )?<ly>(?:(?:will|shall|would|is to|are to|is expected to|is planned to|"
        r"is due to|is set to|is likely to|is about to|"
        r"is yet to|is intended to|is scheduled to|will have to|will need to) (?:\w+ly |also |soon |then )*be "
        r"(?:\w+ly |further )?<plan.awaited>|"
        r"(?:is|are|was|were) <ly>(?:being <ly>(?:\w+ and )?(?:<plan.prepared>|prepared)|<plan.pending>))",
        unless=r"<rests_on>(?! is currently| is being| is under)",
        holds=(
            "The [Ports Act] is being reviewed to be in line with the {Convention}.",
            "The [Ports Act] is currently under review.",
            "The [Ports Policy] will be adopted in 2025.",
        ),
        fails=(
            "A request on the grounds of the [Ports Act] will be submitted.",
            "The [Ports Policy] will be implemented in all ports.",
            "The [Ports Act] is applied.",
        ),
    ),
    Rule(
        "not yet adopted",
        "planned",
        r"◆<then><ly>(?:has|have|had|is|are|was|were) (?:however |still )?not (?:\w+ly )?(?:yet )?(?:been "
        r")?(?:\w+ly )?"
        r"(?:adopted|enacted|passed|approved|promulgated|finali[sz]ed|entered into force|come into force|in "
        r"force|been brought into force|completed)\b",
        unless=r"\b(?:implementing|(?:regulations?|rules|standards) (?:of|for|under|to)) <the>◆",
        holds=("The [Ports Act] has not yet been adopted.",),
        fails=("The rules implementing the [Ports Act] have not yet been adopted.",),
    ),
    Rule(
        "being worked on",
        "planned",
        r"\b(?:(?:is|are|has been|have been|was|were|been|began|begun|started|continues?|by|in|while|when|"
        r"currently|for|consider(?:s|ing)?|of|after|and) <ly>"
        r"(?:(?:committed|devoted|dedicated|working|looking) (?:to|at|on) )?<plan.preparing>(?: (?:and|or) \w+ing)?) "
        r"(?:the possibility of |ways of )?<of>◆",
        unless=r"\b<plan.preparing> [^◆◇◊▽]{0,70}\b(?:under|in accordance with|according to|pursuant to|in line "
        r"with|based on|within) <the>◆|"
        r"\b(?:participat\w+|involv\w+|consult\w+|t(?:ook|ak\w+) part|"
        r"contribut\w+)\b[^◆◇◊▽,.;:]{0,60}\b<plan.preparing>|\bwas (?:adopted|enacted)|"
        r"\b<change.changed> [^.;]*\bby <plan.preparing>",
        holds=(
            "The Ministry is currently developing a [Ports Policy].",
            "The State is in the process of reviewing its [Ports Act].",
        ),
        fails=("Ports are being developed under the [Ports Act].",),
    ),
    Rule(
        "meant to be",
        "planned",
        r"\b(?:(?:<plan.intends>|established|set up|formed|created|appointed|tasked|assigned) (?:\w+ly |also |"
        r"is |are |was |were |in place |being made |being taken |"
        r"under ?way |for the ministry |by ◎ )*(?:to|of|for|that)|will|would|is to|are to|has to|is going to) "
        r"(?:\w+ly |also |further |soon |continue to )?"
        r"(?:(?:<plan.prepare>|<plan.preparing>)\b)(?: (?:and|or) \w+(?: \w+)?)? <of>◆",
        unless=r"\b(?:<plan.prepare>|<plan.preparing>) [^◆◇◊▽]{0,70}\b(?:under|in accordance with|according to|"
        r"pursuant to|in line with|based on|within|with) <the>◆|"
        r"\b(?:was|were) (?:drafted|adopted|enacted|passed|proposed) to (?:amend|replace|repeal)",
        holds=(
            "A committee was established to review the [Ports Act].",
            "A bill to replace the [Ports Act] was tabled.",
            "The State plans to adopt a [Ports Policy].",
        ),
        fails=("The State plans to review quays under the [Ports Act].",),
    ),
    Rule(
        "its drafting goes on",
        "planned",
        r"\b<plan.preparation>(?: and \w+)? (?:of|to) <of>◆<then><ly>(?:is|are|will|has begun|have begun|has "
        r"started|have started|continues|"
        r"has been (?:included|initiated|launched|undertaken)|was (?:initiated|launched)|currently)\b|"
        r"\b(?:process of|under ?way|steps towards|progress (?:on|in|towards)|currently|discussions? (?:on|"
        r"about)|work on|initiated|"
        r"launched|started|begun|began|commenced|undertaking|undertake|undertaken|planned|proposals? for|"
        r"ongoing|plans? for|pending) <the><plan.preparation>(?: and \w+)? (?:of|to|in) <of>◆|"
        r"\b(?:draft|proposed|planned|possible|envisaged|pending|proposals? (?:for|on|of)|bill (?:on|to|for|for "
        r"the)|future|further|necessary|legislative) (?:\w+ )?(?:<the>)"
        r"(?:<change.change>|<change.changing>|replacement) (?:to|of|in|for)? ?<of>◆",
        unless=r"\b(?:was|were) (?:completed|concluded|adopted)",
        holds=(
            "A reform of the [Ports Act] has begun.",
            "The draft amendments to the [Ports Act] were discussed.",
        ),
        fails=("The review of the case ended under the [Ports Act].",),
    ),
    Rule(
        "a planned change",
        "planned",
        r"(?:▽|\b(?:draft|bills?|proposals?|propos(?:ed|es|ing)|planned|envisaged|will|would|is directed|are "
        r"directed|plans|intends?)\b)[^.;:◆]{0,120}?\b"
        r"(?:<change.change>|<change.changing>|<change.changes>|<change.repeals>|<change.repealing>|inserts?|"
        r"introduces?|adds?|incorporates?|inserting|introducing|adding|incorporating|should be added|addition "
        r"of|insertion of|"
        r"inclusion of)"
        r" (?:and \w+ )?(?:(?:[^◆◇◊▽,.;:()]{1,60} )?(?:to|of|in|into) )?<of>◆|"
        r"\b(?:is|are) (?:currently |now )?<plan.preparing> [^◆]{0,120}(?:\binclud\w+|following|"
        r":)[^.;:◆]{0,90}<the>◆|"
        r"\bamendments? (?:is|are) (?:\w+ )?(?:under ?way|being \w+|planned|pending)\b[^.;]*\b(?:provided "
        r"(?:for )?|contained|laid down|set out|found) (?:in|by|under) <the>◆|"
        r"\b(?:prepared|drafted|proposed|planned|followed by|pertaining to) (?:the )?<change.change> (?:to|of|"
        r"in) <of>◆|"
        r"\b(?:is|are|will|would|shall) (?:to )?be (?:<change.changed>|<change.repealed>|adopted|enacted|"
        r"reviewed|drafted):[^.:◆]{0,90}<the>◆|"
        r"\bthere (?:shall|will|would) be <change.change> (?:to|in|of) <of>◆|"
        r"\b<change.change> (?:are|is|were|was) (?:also |currently )?(?:proposed|planned|envisaged|foreseen|"
        r"being \w+) (?:to|in|of|for) <of>◆|"
        r"\b(?:priorit\w+|objectives?|goals?|aims?) (?:\w+ ){0,3}(?:is|are) the <change.change> (?:of|to) <the>◆|"
        r"\b(?:choice|decision|commitment|agreement) (?:was|has been|is|had been) (?:made|taken|"
        r"reached)\b[^◆.;]{0,60} to "
        r"<plan.prepare> <of>◆|"
        r"\b(?:articles?|sections?|paragraphs?|provisions?|chapters?|◇) (?:[^◆.;]{1,40} )?(?:shall|should|will|"
        r"would|is to|are to) be "
        r"(?:added|inserted) (?:in|into|to) <of>◆|"
        r"\b(?:shall|should|to) be amended\b[^.:◆]{0,90}: ?\"?<the>◆|"
        r"◆[^.;:]{0,60} shall be amended to read|\bpropos\w+ that <of>◆|"
        r"\b(?:process of|will|plans to|priority to|committed to|intends to) (?:\w+ ){0,3}?(?:review|revis|"
        r"amend|harmoni|align)\w* (?:[^◆.;:]{0,80} )?(?:such as|including|to \w+|in particular|namely) <the>◆|"
        r"\b(?:is|are) working [^◆.;]{1,260}\bto (?:<plan.prepare>) <the>◆|"
        r"\b(?:work|efforts|consultations) (?:is|are) (?:\w+ )?under ?way [^◆.;:]{0,160}\b<plan.preparation> of "
        r"<the>◆|"
        r"\b(?:assess|evaluat|consider|examin|discuss|explor)\w* the (?:necessity|need|possibility|feasibility|"
        r"desirability) (?:to|of|for) (?:<plan.prepare>|<plan.preparing>|elaborat\w+) <of>◆",
        unless=r"\b(?:was|were|has been|have been) (?:\w+ly )?(?:adopted|enacted|passed|approved)|\b(?:under|in "
        r"accordance with|according to|pursuant to|in line with|based on|within|with|by) <the>◆(?!(?: [^.;:]*)? "
        r"shall be amended)",
        holds=(
            "The Government is directed to make a draft act that amends the [Ports Act].",
            "The {draft Ports Act} repeals the [Harbour Code].",
            "The State is in the process of reviewing its laws to harmonize the [Ports Act] with the {Convention}.",
        ),
        fails=(
            "The Ministry will revise its plans under the [Ports Act].",
            "The {Ports Act} repeals the [Harbour Code].",
        ),
    ),
    Rule(
        "amendments to it are planned",
        "planned",
        r"\b(?:<change.change>|<plan.preparation>) (?:and \w+ )?(?:to|of|in) "
        r"<of>◆<then>[^.;:◆◇◊▽]{0,60}?\b(?:is|are|were|was|have been|has been) <ly>"
        r"(?:being|planned|proposed|drafted|prepared|submitted|under|pending|envisaged|expected|in progress|"
        r"underway|foreseen|to be|tabled|recommended|"
        r"currently|before|needed|required)\b|"
        r"\b(?:<change.change>|<plan.preparation>) (?:and \w+ )?(?:to|of|in) "
        r"<of>◆<then>[^.;:◆◇◊▽]{0,40}?\b(?:will|would|which will) ",
        holds=("Amendments to the [Ports Act] concerning piers were submitted to Parliament.",),
        fails=("Amendments to the [Ports Act] entered into force.",),
    ),
)
