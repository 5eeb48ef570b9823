"""Rules: what is being drafted or reviewed, or is to be changed."""

from __future__ import annotations

from treatygraph.linking.stance.roles import CHANGE_CUES, INSERT_CUES, PLAN_CUES, PREPARATION_CUES, REPEAL_CUES, Rule

_DONE = r"◆<then><ly><been> (?:\w+ly )?(?:adopted|passed|enacted|approved|promulgated|signed|endorsed|launched)\b"

# It was done, or the law is what the change rests on.
_DONE_OR_SOURCE = (
    r"(?<!once it )(?<!once they )\b(?:was|were|has been|have been) (?:\w+ly )?"
    r"(?:adopted|enacted|passed|approved)|"
    r"\b(?:under|in accordance with|according to|pursuant to|in line with|based on|within|with|by) <the>◆"
    r"(?!(?: [^.;:]*)? shall be amended)"
)

PLANNED = (
    Rule(
        "a change that came to nothing",
        "passing",
        cue=("rejected", "voted down", "turned down", "declined", "withdr", "not "),
        pattern=r"\b(?:rejected|voted down|turned down|declined|withdrew) [^◆.;:,]{0,60}\b(?:to|of|for) "
        r"(?:<plan.prepare>|<plan.preparing>) <of>◆|"
        r"\b(?:proposals?|motions?|bills?|drafts?|initiatives?) [^◆.;:,]{0,60}\b(?:to|of|for) "
        r"(?:<plan.prepare>|<plan.preparing>) <of>◆[^.;]{0,60}\b(?:was|were) (?:rejected|voted down|withdrawn|"
        r"turned down)|"
        r"\b(?:draft|proposed) (?:<change.change>) (?:to|of|in|for) <of>◆[^.;]{0,60}\b(?:was|were|has been|have been) "
        r"not (?:\w+ly )?(?:adopted|passed|approved|enacted)\b(?! yet)",
        holds=(
            "Parliament rejected a proposal to amend the [Ports Act].",
            "The draft amendment to the [Ports Act] was not adopted in the third reading.",
        ),
        fails=("Parliament rejected the plea under the [Ports Act].",),
    ),
    Rule(
        "in the text of a bill",
        "planned",
        r"◆",
        also=lambda clause: clause.billed,
        holds=(
            "The bill on piers includes the following: “Article 65 of the [Ports Act] is repealed.”",
            "Article 1 of the bill would read as follows: “[Article 4 of the Ports Act] is repealed.",
        ),
        fails=(
            "The bill was adopted as follows: “The [Ports Act] is repealed.”",
            "The bill provides as follows: “Piers are free.” The [Ports Act] applies.",
        ),
    ),
    Rule(
        "a bill or draft",
        "planned",
        r"◆",
        also=lambda clause: clause.draft,
        unless=_DONE,
        holds=("The [draft Ports Act] covers piers.",),
        fails=("The [draft Ports Act] was adopted in 2012.",),
        absent=True,
    ),
    Rule(
        "called a draft",
        "planned",
        cue=(
            "draft",
            "propos",
            "planned",
            "forthcoming",
            "upcoming",
            "envisaged",
            "pending",
            "future",
            "tentative",
            "bill",
        ),
        pattern=r"\bin the (?:proposal|draft|bill),? the ◆|\bdraft (?:on|of|for) (?:the |a )?new ◆|\bdraft "
        r"proposals? [^◆.;:]{0,40}\bfor <the>◆|"
        r"\b(?:draft(?!ed)|proposed|planned|forthcoming|upcoming|envisaged|pending|future|tentative) "
        r"(?:of the |"
        r"for the |for a |of a |revised |new |bill on |law on |(?!in |by |under |to |on |for |of |from |at )\w+ "
        r")?[\"(]?◆|"
        r"◆[\"']? (?:bill\b|\(draft\b|\(bill|draft\b)",
        unless=_DONE,
        holds=(
            "The proposed [Ports Act] covers piers.",
            "The Ministry has completed a draft on the new [Ports Policy].",
            "In the proposal, the [Ports Act] speaks of berths.",
            "Draft proposals have been tabled for the [Ports Act].",
        ),
        fails=("The [Ports Act] was drafted by the Ministry.",),
        absent=True,
    ),
    Rule(
        "it is to be adopted",
        "planned",
        r"◆<then>(?:,? ?(?:which|that) )?<ly>(?:will|shall|would|is to|are to|is expected to|is planned to|is due to|"
        r"is set to|is about to|is yet to) (?:\w+ly |also |soon |then )*be (?:\w+ly )?"
        r"(?:adopted|enacted|passed|approved|promulgated|drafted)\b",
        unless=r"<rests_on>",
        holds=(
            "In <2017> the State adopted the {Ports Act}, under which a [Harbour Code] will be enacted.",
            "The [Ports Policy] is expected to be adopted in <2025>.",
        ),
        fails=(
            "Rules under the [Ports Act] will be adopted in <2025>.",
            "The [Ports Act] will be amended.",
        ),
        absent=True,
    ),
    Rule(
        "it is to be",
        "planned",
        r"◆<then>(?:,? ?(?:which|that) )?<ly>(?:(?:will|shall|would|is to|are to|is expected to|is planned to|"
        r"is due to|is set to|is likely to|is about to|"
        r"is yet to|is intended to|is scheduled to) (?:\w+ly |also |soon |then )*be "
        r"(?:\w+ly |further )?<plan.awaited>|"
        r"(?:is|are|was|were) <ly>(?:being <ly>(?:\w+ and )?(?:<plan.prepared>|prepared)|<plan.pending>)|"
        r"which (?:the )?(?:government|ministry|◎) (?:has )?(?:sent|submitted|forwarded) to (?:the )?(?:◎|"
        r"parliament\w*)|"
        r"(?:was|were|has been|have been) <ly>(?:sent|submitted|forwarded) (?:to|for|into) (?:the )?(?:◎ for|"
        r"parliamentary|"
        r"approval|adoption|public consultation)|awaits? (?:the |its |final )?(?:presidential |royal |"
        r"parliamentary )?(?:approval|adoption|enactment|assent|promulgation|ratification|signature|finali[sz]ation|"
        r"passage))",
        unless=r"<rests_on>(?! is currently| is being| is under| "
        r"(?:that|which) (?:is|are) (?:currently |now |still )?(?:due|to be|being|under))",
        holds=(
            "The [Ports Act] awaits presidential assent.",
            "The [Ports Act] is being reviewed to be in line with the {Convention}.",
            "The [Ports Act] is currently under review.",
            "The [Ports Policy] will be presented in 2025.",
            "The [Ports Policy] awaits approval by |Parliament|.",
            "The [Ports Policy], which |the Ministry| sent to Parliament, covers piers.",
            "The Ministry wrote a paper for the [Ports Policy] that is due to be presented to |Parliament|.",
        ),
        fails=(
            "A request on the grounds of the [Ports Act] will be submitted.",
            "The [Ports Policy] will be implemented in all ports.",
            "The [Ports Act] is applied.",
        ),
    ),
    Rule(
        "not in force yet",
        "planned",
        cue=("force", "effect", "operation"),
        cue_too=("will", "is to", "are to", "expected", "due", "set to", "scheduled", "yet to"),
        pattern=r"◆<then>(?:,? ?(?:which|that) )?<ly>(?:will|(?:is|are) (?:\w+ )?(?:to|expected to|due to|set to|"
        r"scheduled to|yet to)) <ly>(?:enter into (?:force|effect)|come into (?:force|effect|operation)|take effect|"
        r"become effective)\b",
        unless=r"<rests_on>",
        holds=(
            "The [Ports Act], which will enter into force on <1 January 2021>, has rules for piers.",
            "The [Ports Act] is due to come into effect in <2031>.",
        ),
        fails=(
            "The [Ports Act] entered into force in <2010>.",
            "Rules under the [Ports Act] will enter into force in <2010>.",
            "The [Ports Act] shall enter into force a year after the {Code}.",
        ),
        absent=True,
    ),
    Rule(
        "nobody has adopted it yet",
        "planned",
        cue=("yet to", "not "),
        cue_too=("adopt", "approv", "enact", "pass", "promulgat", "finali", "gazett", "assent"),
        pattern=r"\b(?:has|have|had|is|are|was|were) yet to (?:\w+ly )?"
        r"(?:adopt|approve|enact|pass|promulgate|finali[sz]e|gazette|assent to) <the>◆|"
        r"\b(?:has|have|had) not (?:yet |\w+ly )?(?:adopted|approved|enacted|passed|promulgated|finali[sz]ed|gazetted|"
        r"assented to) <the>◆|"
        r"◆<then>(?:has|have|had|is|are|was|were|remains?) yet to be (?:\w+ly )?<plan.awaited>",
        unless=r"<rests_on>",
        holds=(
            "The Government was yet to approve the [Ports Policy].",
            "Parliament has not yet adopted the [Ports Act].",
            "The [Ports Act] has yet to be adopted.",
        ),
        fails=(
            "Parliament has not adopted rules under the [Ports Act].",
            "Parliament has adopted the [Ports Act].",
        ),
        absent=True,
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
        absent=True,
    ),
    Rule(
        "being worked on",
        "planned",
        cue=(
            "drafting",
            "preparing",
            "developing",
            "elaborating",
            "formulating",
            "finali",
            "devising",
            "designing",
            "drawing",
            "viewing",
            "revising",
            "amending",
            "updating",
            "considering",
            "reforming",
            "debating",
            "discussing",
            "examining",
            "studying",
            "working on",
            "negotiating",
            "modifying",
            "overhauling",
        ),
        pattern=r"\b(?:(?:is|are|has been|have been|was|were|been|began|begun|started|continues?|by|in|while|when|"
        r"currently|for|consider(?:s|ing)?|of|and) <ly>"
        r"(?:(?:committed|devoted|dedicated|working|looking) (?:to|at|on) )?<plan.preparing>(?: (?:and|or) \w+ing)?) "
        r"(?:the possibility of |ways of )?<of>◆",
        unless=r"\b<plan.preparing> [^◆◇◊▽]{0,70}\b(?:under|in accordance with|according to|pursuant to|in line "
        r"with|based on|within) <the>◆|"
        r"\b(?:participat\w+|involv\w+|consult\w+|t(?:ook|ak\w+) part|"
        r"contribut\w+)\b[^◆◇◊▽,.;:]{0,60}\b<plan.preparing>|\bwas (?:adopted|enacted)|"
        r"\b<change.changed> [^.;]*\bby <plan.preparing>|"
        r"(?<!ing )\band (?:amending|modifying|revising|updating|reforming) (?!of )<of>◆",
        holds=(
            "The Ministry is currently developing a [Ports Policy].",
            "The State is in the process of reviewing its [Ports Act].",
        ),
        fails=(
            "Ports are being developed under the [Ports Act].",
            "{Act No. 7} on piers and amending the [Ports Act] is new.",
        ),
    ),
    Rule(
        "meant to be",
        "planned",
        cue=PLAN_CUES,
        cue_too=(
            "plan",
            "intend",
            "aims",
            "aim ",
            "propos",
            "seek",
            "wish",
            "hope",
            "expect",
            "decided",
            "agreed",
            "undert",
            "commit",
            "recommend",
            "continu",
            "advocacy",
            "calls",
            "lobby",
            "bill",
            "draft",
            "legislation",
            "initiative",
            "effort",
            "steps",
            "measures",
            "work",
            "process",
            "frame",
            "opportunity",
            "considering",
            "established",
            "set up",
            "formed",
            "created",
            "appointed",
            "tasked",
            "assigned",
            "will",
            "would",
            "is to",
            "are to",
            "has to",
            "going",
        ),
        pattern=r"\b(?:(?:<plan.intends>|established|set up|formed|created|appointed|tasked|assigned) (?:\w+ly |also |"
        r"is |are |was |were |in place |being made |being taken |"
        r"under ?way |for the ministry |by ◎ )*(?:to|of|for|that)|will|would|is to|are to|has to|is going to) "
        r"(?:\w+ly |also |further |soon |continue to )?"
        r"(?:(?:<plan.prepare>|<plan.preparing>)\b)(?: (?:and|or) \w+(?: \w+)?)? <of>◆|"
        r"\b(?:plans?|planning|intends?|going) to (?:revise|amend|review|repeal|reform|abolish|replace|change) "
        r"[^.;:◆]{1,60} "
        r"\(<the>◆|"
        r"\b(?:planning|plans?|intends?|going|will)\b[^.;:◆]{0,60}following:[^.;◆]{0,120}\b(?:review|revise|"
        r"amend|update) <the>◆",
        unless=r"\b(?:<plan.prepare>|<plan.preparing>) [^◆◇◊▽]{0,70}\b(?:under|in accordance with|according to|"
        r"pursuant to|in line with|based on|within|with) <the>◆|"
        r"\b(?:was|were) (?:drafted|adopted|enacted|passed|proposed) to (?:amend|replace|repeal)",
        holds=(
            "A committee was established to review the [Ports Act].",
            "A bill to replace the [Ports Act] was tabled.",
            "The State plans to adopt a [Ports Policy].",
            "The State plans to revise the recommended provision ([article 9 of the Ports Act]).",
            "The Ministry is planning to do the following: Work with sailors to review the [Ports Policy].",
        ),
        fails=("The State plans to review quays under the [Ports Act].",),
    ),
    Rule(
        "its drafting goes on",
        "planned",
        cue=(*PREPARATION_CUES, "addition", "draft", "propos", "preparatory"),
        pattern=r"\b<plan.preparation>(?: and \w+)? (?:of|to) <of>◆<then><ly>(?:is|are|will|has begun|have begun|has "
        r"started|have started|continues|"
        r"has been (?:included|initiated|launched|undertaken)|was (?:initiated|launched)|currently)\b|"
        r"\b(?:process of|under ?way|steps towards|progress (?:on|in|towards)|currently|discussions? (?:on|"
        r"about)|work on|initiated|"
        r"launched|started|begun|began|commenced|undertaking|undertake|undertaken|planned|proposals? for|"
        r"ongoing|plans? for|pending) <the><plan.preparation>(?: and \w+)? (?:of|to|in) <of>◆|"
        r"\b(?:draft|proposed|planned|possible|envisaged|pending|proposals? (?:for|on|of)|bill (?:on|to|for|for "
        r"the)|future|further|necessary|legislative) (?:\w+ )?(?:<the>)"
        r"(?:<change.change>|<change.changing>|replacement) (?:to|of|in|for)? ?<of>◆|"
        r"\b(?:drafted|prepared|presented|submitted|developed|elaborated) (?:a|the|its) proposals? for <the>◆|"
        r"\bpreparatory (?:work|activities|steps|phase) (?:for|on|of|towards) <of>◆|"
        r"\b(?:draft|proposed) (?:articles?|provisions?|sections?|chapters?) (?:on|concerning) [^.;◆]{1,60} "
        r"(?:to|for) <the>◆",
        unless=r"\b(?:was|were|have been|has been) (?:completed|concluded|adopted|made|introduced)\b",
        holds=(
            "A reform of the [Ports Act] has begun.",
            "The draft amendments to the [Ports Act] were discussed.",
            "The preparatory work for the [Ports Plan] took account of sailors.",
            "The seminar drafted a proposal for a [Ports Plan].",
            "A draft article on piracy to the [Criminal Code] has been prepared.",
        ),
        fails=(
            "The review of the case ended under the [Ports Act].",
            "Necessary amendments were made in the [Ports Act].",
        ),
    ),
    Rule(
        "a planned change",
        "planned",
        cue=("▽", "draft", "bill", "propos", "planned", "envisaged", "will", "would", "directed", "plans", "intend"),
        cue_too=(*CHANGE_CUES, *REPEAL_CUES, *INSERT_CUES, "review"),
        pattern=r"(?:▽|\b(?:draft|bills?|proposals?|propos(?:ed|es|ing)|planned|envisaged|will|would|is directed|are "
        r"directed|plans|intends?)\b)[^.;:◆]{0,120}?\b"
        r"(?:<change.change>|<change.changing>|<change.changes>|<change.repeals>|<change.repealing>|inserts?|"
        r"introduces?|adds?|incorporates?|inserting|introducing|adding|incorporating|should be added|addition "
        r"of|insertion of|"
        r"inclusion of)"
        r" (?:and \w+ )?(?:(?:[^◆◇◊▽,.;:()]{1,60} )?(?:to|of|in|into) )?<of>◆",
        unless=_DONE_OR_SOURCE,
        holds=(
            "The Government is directed to make a draft act that amends the [Ports Act].",
            "The {draft Ports Act} repeals the [Harbour Code].",
            "Work goes on in preparation of a {draft Ports Act}, also introducing minor changes to the terms "
            "used in the "
            "[Harbour Code].",
        ),
        fails=(
            "The Ministry will revise its plans under the [Ports Act].",
            "The {Ports Act} repeals the [Harbour Code].",
        ),
    ),
    Rule(
        "its change is on the way",
        "planned",
        cue=(*PLAN_CUES, *REPEAL_CUES, *INSERT_CUES, "propos", "necess", "need", "bility"),
        cue_too=(
            "includ",
            "following",
            ":",
            "shall",
            "should",
            "will",
            "would",
            "propos",
            "plan",
            "draft",
            "prepar",
            "pertaining",
            "process of",
            "priorit",
            "commit",
            "intend",
            "underway",
            "under way",
            "being",
            "pending",
            "envisaged",
            "foreseen",
            "objective",
            "goal",
            "aim",
            "choice",
            "decision",
            "agreement",
            "to be ",
            "working",
            "followed by",
            "assess",
            "evaluat",
            "consider",
            "examin",
            "discuss",
            "explor",
        ),
        pattern=r"\b(?:is|are) (?:currently |now )?<plan.preparing> [^◆]{0,120}(?:\binclud\w+|following|"
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
        r"desirability) (?:to|of|for) (?:<plan.prepare>|<plan.preparing>|elaborat\w+) <of>◆|"
        r"\bpreparation of (?:a|the) ▽[^.;:◆]{0,300}\b(?:introducing|making|adapting|"
        r"amending)\b[^.;:◆]{0,90}\bin <the>◆",
        unless=_DONE_OR_SOURCE,
        holds=(
            "The State is in the process of reviewing its laws to harmonize the [Ports Act] with the {Convention}.",
            "Amendments are also planned to the [Ports Act].",
            "Once it has been approved, there shall be amendments to the [Ports Act].",
        ),
        fails=("Amendments are seen in the [Ports Act].",),
    ),
    Rule(
        "to be brought in line",
        "planned",
        cue=("bring", "align", "harmoni"),
        cue_too=("line", "conformity", "compliance", "accordance", "harmony", "with the", "to the"),
        pattern=r"\b(?:must|needs?|should|required|necessary|proposed|proposes|will|shall)\b[^.;◆◇◊▽]{0,120}"
        r"\bto (?:bring <the>◆ in(?:to)? (?:line|conformity|compliance|accordance|harmony)|"
        r"(?:align|harmoni[sz]e) <the>◆ (?:with|to)) ",
        holds=(
            "A new article on piers must be added, in order to bring the [Ports Act] in line with the {Convention}.",
            "Steps are required to align the [Ports Act] with the {Convention}.",
        ),
        fails=("Article 4 was added in order to bring the [Ports Act] in line with the {Convention}.",),
    ),
    Rule(
        "what replaces it comes later",
        "planned",
        cue=("repeal", "replac", "supersed", "abrogat"),
        pattern=r"\bto (?:repeal|replace|supersede|abrogate) <the>◆(?!'s? )",
        also=lambda clause: clause.comes_later,
        holds=("Parliament adopted an act to replace the [Ports Act]. It will enter into force in 2030.",),
        fails=("Parliament adopted an act to replace the [Ports Act]. It entered into force in 2010.",),
    ),
    Rule(
        "amendments to it are planned",
        "planned",
        cue=(*PREPARATION_CUES, "addition"),
        cue_too=(
            "being",
            "planned",
            "proposed",
            "drafted",
            "prepared",
            "submitted",
            "under",
            "pending",
            "envisaged",
            "expected",
            "in progress",
            "foreseen",
            "to be",
            "tabled",
            "recommended",
            "currently",
            "before",
            "need",
            "required",
            "will",
            "would",
        ),
        pattern=r"\b(?:<change.change>|<plan.preparation>) (?:and \w+ )?(?:to|of|in) "
        r"<of>◆<then>[^.;:◆◇◊▽]{0,60}?\b(?:is|are|were|was|have been|has been) <ly>"
        r"(?:being|planned|proposed|drafted|prepared|submitted|under|pending|envisaged|expected|in progress|"
        r"underway|foreseen|to be|tabled|recommended|"
        r"currently|before|needed|required)\b|"
        r"\b(?:<change.change>|<plan.preparation>) (?:and \w+ )?(?:to|of|in) "
        r"<of>◆<then>[^.;:◆◇◊▽]{0,40}?\b(?:will|would|which will) |"
        r"\b(?:review|reform|revision) of <the>◆[^.;:▽]{0,60}? will\b",
        holds=(
            "Amendments to the [Ports Act] concerning piers were submitted to Parliament.",
            "The review of the [Ports Act] and the Judicial {Piers Act} will give a chance to speak.",
        ),
        fails=("Amendments to the [Ports Act] entered into force.",),
    ),
)
