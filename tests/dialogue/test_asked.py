"""What words ask for: sentences of Committees with the act and the law, or with none."""

from __future__ import annotations

import pytest

from treatygraph.dialogue.asked import find_asked


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("Strengthen anti-discriminatory legislation", [("amend", "anti-discriminatory legislation")]),
        ("Strengthen strategies to combat discrimination", []),
        ("Implement effective legal, policy and practical measures", [("enforce", None)]),
        ("Review the legislative and policy measures in place", [("amend", None)]),
        (
            "Ensure that counter-terrorism laws do not criminalize the work of others and address threats",
            [("amend", "counter-terrorism laws")],
        ),
        ("Enhance the provision of electoral materials", []),
        (
            "Adopt a national strategy and accessibility plan to facilitate access",
            [("adopt", "national strategy"), ("adopt", "accessibility plan")],
        ),
        ("Include in its next periodic report specific information on action plans", []),
        ("Ensure participation in the design and implementation of all adaptation plans", []),
        ("Designate a framework in full compliance with the standards", []),
        ("Include a definition in the legislation", [("amend", None)]),
        ("Ensure the use of all tools, including the standards in the law", []),
        # A programme of training, awareness-raising and the like is a service.
        ("Implement mandatory training programmes for healthcare providers", []),
        ("Introduce specific programmes, including awareness-raising programmes", []),
        ("Adopt a national programme to end it", [("adopt", "national programme")]),
        # Reservations; what is set up as a body is, and adopted as a law is.
        ("Withdraw its interpretative declaration to article 25 of the Convention", [("withdraw-reservation", None)]),
        ("Set up a long-term strategy aimed at raising awareness", [("adopt", "long-term strategy")]),
        ("Establish a national mechanism to monitor the implementation of the Convention", [("establish-body", None)]),
        ("Designate an independent framework for monitoring", [("establish-body", None)]),
        (
            "through the establishment of effective external independent monitoring mechanisms",
            [("establish-body", None)],
        ),
        # What is put into no law, and what is put into one.
        ("Recognize in its legislation multiple forms of discrimination", [("amend", None)]),
        ("Include them in programmes for job creation", []),
        ("Review the Guidelines to include standards on information in Easy Read", [("amend", None)]),
        (
            "Mainstream disability in COVID-19 response and recovery plans",
            [("amend", "COVID-19 response and recovery plans")],
        ),
        ("Introduce the human rights model into Chinese disability policy", [("amend", "Chinese disability policy")]),
        ("Ensure that the perspective of gender is included in its laws and policies", [("amend", None)]),
        # "Review … to align them": to harmonise is all that is asked; "and bring it into line" is a second act.
        ("Review the national legislation to align them with the Convention", [("harmonize", None)]),
        (
            "Review the electoral law and bring it into line with the Convention",
            [("amend", "electoral law"), ("harmonize", "electoral law")],
        ),
        ("Ensure the conformity of all electoral laws with the Convention", [("harmonize", "electoral laws")]),
        # Enforcing is always of what is there; a relative clause ends with the verb that asks anew.
        (
            "Enforce electoral legislation and expedite the adoption of rules recognizing access and raise awareness",
            [("enforce", "electoral legislation"), ("adopt", "rules recognizing access")],
        ),
        ("Strengthen the implementation of the quota system", [("enforce", "quota system")]),
        (
            "Implement the provisional measures issued by the Court",
            [("enforce", "provisional measures issued by the Court")],
        ),
        # Repealing has always an object; of a practice no law is repealed.
        ("Repeal all sections in legislation that use derogatory terms", [("repeal", None)]),
        ("Abolish the practice of detention", []),
        ("Ensure that laws permitting treatment without consent, also by guardians, are repealed", [("repeal", None)]),
        ("Review cases until the law is amended", []),
        # What others do, what comes before, what is not asked.
        ("Ensure participation in the process of drafting, developing and implementing laws", []),
        ("Involve persons at all stages of developing and implementing recovery plans", []),
        ("Consult persons before adopting the law on ports", []),
        ("Ensure that the Committee carries out its role of effective development and implementation of policies", []),
        ("Adopt a strategy, with a duty for municipal authorities to set up plans", [("adopt", None)]),
        ("Repeal exemptions from compliance with accessibility standards", [("repeal", None)]),
        ("Conduct a review of the effectiveness of the accessibility plan", []),
        ("Integrate a perspective, in accordance with the provisions of the Convention, in all efforts", []),
        ("Formulate a strategy as a basis for formulating and implementing policies", [("adopt", None)]),
        ("Introduce a perspective when formulating the strategy", []),
        ("Develop an action plan on access to justice to end it", [("adopt", "action plan on access to justice")]),
        (
            "Develop comprehensive and effective plans on ports",
            [("adopt", "comprehensive and effective plans on ports")],
        ),
        ("Ensure that funds are used and that new plans on ports are initiated", [("adopt", "new plans on ports")]),
        ("Apply the rules of due process", []),
        ("Amend the “Design Manual”", [("amend", "Design Manual")]),
        # Bodies that are to be set up, in the passive too; none of what stands in the next sentence.
        ("Recommends that a permanent mechanism be developed for monitoring ports", [("establish-body", None)]),
        ("Expedite the establishment of an independent complaints authority", [("establish-body", None)]),
        ("Harmonize laws, including establishing a minimum age. The Committee recommends it", [("harmonize", None)]),
        # Laws that are to be brought into line, by other words.
        ("Ensure full conformity of its legislation with the Convention", [("harmonize", None)]),
        ("Ensure that its laws conform fully with the Convention", [("harmonize", None)]),
        ("Ensure that its law on ports is fully compatible with the Covenant", [("harmonize", "law on ports")]),
        (
            "Clarify the status of its laws on ports, and ensure that they fully comply with article 8",
            [("harmonize", "laws on ports")],
        ),
        (
            "Speed up the adoption of the law on ports and ensure that it complies with the Covenant",
            [("adopt", "law on ports"), ("harmonize", "law on ports")],
        ),
        (
            "Conclude the process of harmonizing its ports legislation with the Covenant",
            [("harmonize", "ports legislation")],
        ),
        # Measures of law among others; changes of law.
        ("Take all measures necessary, including legislative ones, to open ports", [("adopt", None)]),
        ("Adopt and implement legislative and other measures", [("adopt", None)]),
        ("Implement existing legislative and administrative measures", [("enforce", None)]),
        ("Undertake the necessary legislative changes", [("amend", None)]),
        ("Take the steps necessary, including legislative amendments, to open ports", [("amend", None)]),
        ("Define and criminalize piracy in its domestic law", [("amend", None)]),
        ("Explicitly prohibit night fares by law in all ports", [("amend", None)]),
        ("Prohibit by law the closing of ports", [("amend", None)]),
        ("Prohibit night fares, however low, by law", [("amend", None)]),
        ("Ensure that high fares are explicitly prohibited by law", [("amend", None)]),
        ("Prohibit fares that are not provided for by law", []),
        ("Ban acts that are punishable by law", []),
        ("Prohibit arrests by law enforcement officers", []),
        ("Ensure that acts prohibited by law are punished", []),
        ("Adopt legally binding instruments on passengers", [("adopt", "legally binding instruments on passengers")]),
        ("Undertake a review of the exercise of powers under the law on ports", []),
        (
            "Adopt a plan of action, with funds and aims, to implement legislation on ports",
            [("adopt", "plan of action")],
        ),
        ("Ensure that piracy is explicitly prohibited in the law", [("amend", None)]),
        ("Prohibit piracy, in law and in practice", []),
        ("Prohibit piracy in law and in practice", [("amend", None)]),
        # A policy that is to be developed and implemented is not there yet.
        ("Ensure that a policy on ports is developed and implemented", [("adopt", "policy on ports")]),
        ("Ensure that new legislation is adopted that addresses ports", [("adopt", None)]),
        ("Expedite the adoption process of the law on ports", [("adopt", "law on ports")]),
        ("Expedite the proposed reforms of the law on ports", [("amend", "law on ports")]),
        ("Existing laws on ports should be reviewed and amended as necessary", [("amend", "Existing laws on ports")]),
        ("With respect to article 2, existing laws on ports should be amended", [("amend", "existing laws on ports")]),
        ("A law on ports should be drafted", [("adopt", "law on ports")]),
        ("The Committee recommends that ports laws should be strictly enforced", [("enforce", "ports laws")]),
        ("Provide in the law a specific definition of piracy", [("amend", None)]),
        ("Explicitly prohibit piracy in legislation", [("amend", None)]),
        ("Repeal provisions of its legislation that allow it", [("repeal", None)]),
        (
            "Align its penal legislation concerning minors in conflict with the law with the Convention",
            [("harmonize", "penal legislation concerning minors in conflict with the law")],
        ),
        ("Conduct a study, including through the development of a national plan", [("adopt", "national plan")]),
        ("Undertake that a review of the domestic legal framework be made", [("amend", None)]),
        # Two things that are to be ensured.
        ("Ensure that its legislation gives full effect to article 8 and that ports are open", [("harmonize", None)]),
        (
            "Ensure that ports are open and that draft laws on ferries are brought into line with article 8",
            [("harmonize", "draft laws on ferries")],
        ),
        ("Ensure that ports are open and that fares comply with the market", []),
        ("Strengthen the implementation of domestic legislation towards better protection", [("enforce", None)]),
        ("Review its reservation to article 6 with a view to its withdrawal", [("withdraw-reservation", None)]),
        # What asks for no act of law.
        ("Use the data to design policies and programmes", []),
        ("Establish a mechanism to inform the development of targeted policies", []),
        (
            "Produce a set of guidelines for the risk of students with disabilities",
            [("adopt", "guidelines for the risk of students with disabilities")],
        ),
        ("Develop a system for collecting data to help design policies", []),
        ("Submit the recommendations of the review of legislation to Parliament", []),
        ("Promote cooperation in the area of implementation of the policy on ports", []),
        ("Provide information on the application of its legislation on ports", []),
        ("Restrict the application of criminal law to the most serious cases", []),
        ("Expand the scope of application of the law to ports", []),
    ],
)
def test_what_words_ask_for(words: str, acts: list[tuple[str, str | None]]) -> None:
    found = find_asked(words, 0, len(words))
    assert [(act.action, words[slice(*act.phrase)] if act.phrase else None) for act in found] == acts


@pytest.mark.parametrize(
    ("words", "named", "acts"),
    [
        (
            "Repeal legislation that restricts adoption, in particular paragraph 7 of the List (resolution No. 141)",
            ("resolution No. 141",),
            "Repeal legislation that restricts adoption, in particular paragraph 7 of the List (resolution No. 141",
        ),
        (
            "Amend legislation that denies it, including the Ports Act and the Roads Act, and train judges",
            ("Ports Act", "Roads Act"),
            "Amend legislation that denies it, including the Ports Act and the Roads Act",
        ),
        (
            "Amend legislation that denies it and adopt measures, including the Ports Act",
            ("Ports Act",),
            "Amend legislation",
        ),
        (
            "Repeal provisions allowing for detention under the Ports Act and train judges",
            ("Ports Act",),
            "Repeal provisions allowing for detention under the Ports Act",
        ),
        ("Amend legislation that denies it, including by way of the Ports Act", ("Ports Act",), "Amend legislation"),
    ],
)
def test_laws_named_as_examples_of_what_is_asked(words: str, named: tuple[str, ...], acts: str) -> None:
    spans = [(words.index(name), words.index(name) + len(name)) for name in named]
    act, *_ = find_asked(words, 0, len(words), spans)
    assert words[act.start : act.end] == acts
