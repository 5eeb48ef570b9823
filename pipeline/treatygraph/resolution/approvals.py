"""Who issued an instrument, and which instrument approved it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from treatygraph.recognition.agencies.words import agency_kind
from treatygraph.recognition.grammar.lexicon import read_lexicon as read_names_lexicon
from treatygraph.resolution.agencies import is_bare
from treatygraph.resolution.scenes import AGENCY, ARTICLE, BRACKET, WHEN, Scene, Statement, passive, verbs
from treatygraph.resolution.treaties import CONCLUDED
from treatygraph.resolution.wordings import INTERNATIONAL, Instrument

# Kinds that approve other instruments, and kinds that a body makes by itself ("the Council, in Decision No. 2").
_APPROVING = frozenset({"decree", "decision", "order", "resolution", "act", "regulation", "constitution", "bill"})
_EXECUTIVE = frozenset({"decree", "decision", "order", "resolution", "judgment"})
_TITLED_BY_SUBJECT = frozenset({"act", "code", "bill", "constitution"})
_ISSUED = _EXECUTIVE | {"regulation", "rules", "instructions", "soft-law", "other"}
# A body before them has made them: "|SRSA| Funding Policy of 2008".
_OF_BODIES = _ISSUED | {"programme"}
# "Regulations of the Council for the Affairs of the Disabled" are about that body.
_ABOUT_BODIES = frozenset({"regulation", "rules"})
# "Order of the Minister of Health and the Minister of Finance"
_JOINTLY = re.compile(r",? and (?:the )?(?=Minist)|, (?:the )?(?=Minist)")
_ADVERBS = r"(?:has|have|had|also|recently|subsequently|then|therefore|officially|formally|further)"


def find_issuers(scene: Scene) -> Iterator[Statement]:
    """The issuer within a name: "|Supreme Court| Regulatory Decision No. 7", "|Presidential| Decree No. 3827"."""
    cast = scene.cast
    adjectives = read_names_lexicon("issuers")["adjectives"]
    for i in scene.instruments:
        if i in cast.reading.back:
            continue
        mention, name, instrument = cast.mention(i), cast.reading.names[i], cast.instrument(i)
        inside = [
            j for j in scene.passage.row("agency").inside(mention.start, mention.end) if j in cast.agency_references
        ]
        issuing = [j for j in inside if name.issuer and _fold(cast.mention(j).text) in _fold(name.issuer)]
        if not issuing and name.kind not in CONCLUDED | _TITLED_BY_SUBJECT:
            issuing = [
                j
                for j in inside
                if cast.mention(j).start == mention.start and (name.kind in _OF_BODIES or cast.is_international(j))
            ]
        if name.kind in _ABOUT_BODIES and not (name.number or name.date or name.subject):
            continue
        if issuing:
            for j in issuing if len(issuing) > 1 and _JOINTLY.search(name.issuer or "") else issuing[:1]:
                yield from _issued(scene, instrument, cast.agency(j), (i, j), "issuer in the name")
        elif name.issuer and instrument.kind not in CONCLUDED and _may_issue(instrument, name.issuer):
            body = adjectives.get(name.issuer.casefold())
            # A royal decree-law is the government's: "Royal Decree-Law No. 1/1995".
            if body is None or not re.search(r"\blaw\b", name.head):
                rule = "adjective of the issuer" if body else "issuer in the name"
                parts = [body] if body else _JOINTLY.split(name.issuer)
                for part in (part for part in parts if not is_bare(part)):
                    yield from _issued(scene, instrument, cast.agencies.place(part).key, (i,), rule)


def find_issues(scene: Scene) -> Iterator[Statement]:
    """A body and its instrument in one clause: "the Supreme Court adopted a regulatory decision"."""
    for first, second in scene.pairs():
        if scene.is_a(first, "agency") and scene.is_a(second, "instrument"):
            yield from _issues_it(scene, first, second)
        elif scene.is_a(first, "instrument") and scene.is_a(second, "agency"):
            yield from _issued_by_it(scene, first, second)


def _issues_it(scene: Scene, first: int, second: int) -> Iterator[Statement]:
    """A body before its instrument: "the |Supreme Court| adopted |Regulatory Decision No. 7|"."""
    cast, between = scene.cast, scene.between(first, second)
    instrument = cast.instrument(second)
    issues = _issues().fullmatch(between) is not None
    if issues:
        yield from _by_its(scene, first, second)
    if instrument.kind in CONCLUDED or second in cast.reading.back:
        return
    if (issues and _is_its_making(scene, second, between)) or _acts_through(scene, first, second, between):
        for other in scene.list_from(second, between, one_group=True):
            # "approved by |Congress| through |Legislative Decree No. 186| and |Executive Decree No. 6949|"
            if other == second or not cast.reading.names[other].issuer:
                yield from _issued(scene, cast.instrument(other), cast.agency(first), (other, first), "issued by")
    elif _owns(scene, first, second, between):
        yield from _issued(scene, instrument, cast.agency(first), (second, first), "its body’s")


def _is_its_making(scene: Scene, instrument: int, between: str) -> bool:
    """Whether a verb of making before an instrument says who issued it."""
    if scene.is_pending(scene.cast.mention(instrument).start):
        return False
    # "the |Ministry of Justice| has drafted a |presidential decree|": the President issues it
    return not (scene.cast.reading.names[instrument].issuer and _DRAFTS.search(between))


def _acts_through(scene: Scene, body: int, instrument: int, between: str) -> bool:
    """Whether a body that is a clause's subject acts through the instrument: "the |Court|, in its |Decision No. 2|".

    "established the |Ministry of Justice| through Legislative Decree No. 177-2010": there it is an object.
    """
    if scene.cast.instrument(instrument).kind not in _EXECUTIVE or not _ISSUES_IN.fullmatch(between):
        return False
    return _SUBJECT.search(scene.lead(scene.cast.mention(body).start)) is not None


def _issued_by_it(scene: Scene, first: int, second: int) -> Iterator[Statement]:
    """An instrument before its body: "|Order No. 83| issued by the |Minister of Health|"."""
    cast, between = scene.cast, scene.between(first, second)
    instrument = cast.instrument(first)
    start = cast.mention(first).start
    lead = scene.lead(start)
    if instrument.kind not in CONCLUDED and _is_made_by(scene, instrument, start, between, lead):
        yield from _issued(scene, instrument, cast.agency(second), (first, second), "issued by")
    elif instrument.kind in _EXECUTIVE and _IN_ITS.search(lead) and re.fullmatch(r", (?:the )?", between):
        yield from _issued(scene, instrument, cast.agency(second), (first, second), "its body’s")


def _is_made_by(scene: Scene, instrument: Instrument, start: int, between: str, lead: str) -> bool:
    """Whether the words between an instrument and a body, or those before it, say that the body made it."""
    if _issued_by().fullmatch(between):
        return True
    if _BY.fullmatch(between) and _adoption_of().search(lead) and not scene.is_pending(start):
        return True
    # "The Government adopted the |Plan|. The |Plan| was drafted by the |Ministry|": the Government issued it.
    drafts = instrument.issuer is None and instrument.kind not in _TITLED_BY_SUBJECT - {"bill"}
    return drafts and _drafted_by().fullmatch(between) is not None


def find_approvals(scene: Scene) -> Iterator[Statement]:
    """One instrument approves another: "Order No. 83 … approving the Instructions", "approved by Order No. 23".

    A treaty "ratified by Act No. 12" is ratified by the State, too.
    """
    cast = scene.cast
    for first, second in scene.instrument_pairs():
        between = scene.between(first, second)
        a, b = cast.instrument(first), cast.instrument(second)
        # "the Assembly, in exercise of the powers conferred on it by the |Constitution|, adopted |Act No. 72|"
        of_another = scene.is_object(first) and bool(re.match(r", \w+ed\b", between))
        # "Article 256 of |Act No. 18172| established the |National Disability Programme|": it set it up, a body here
        of_another = of_another or ("establish" in between and a.kind not in _EXECUTIVE)
        if a.kind in _APPROVING and not of_another and _approves().fullmatch(between):
            for other in scene.list_from(second, between, one_group=True):
                yield _approved(scene, first, other, "approving")
                yield from _ratified(scene, first, other, between)
        elif _may_approve(a, b) and _approves_by(scene, first, second, between):
            for other in scene.list_from(second, between, one_group=True):
                yield _approved(scene, first, other, "by it was approved")
        elif b.kind in _APPROVING and not b.known and _approved_by().fullmatch(between):
            if _approves_another(scene, first, between):
                continue
            for other in scene.list_to(first):
                yield _approved(scene, second, other, "approved by")
            yield from _ratified(scene, second, first, "ratified")


def _approves_another(scene: Scene, first: int, between: str) -> bool:
    """Whether what was established, introduced or approved by the second is not the first, but a thing of it."""
    # "|Rules on criminal proceedings| are established in |Act No. 42|": they stand in it
    if re.search(r"\bestablished (?:in|with) ", between):
        return True
    # "article 110-bis of the |Penal Code|, introduced by |Decree-Law No. 12/2020|": that article is
    if re.search(r"\bintroduced by ", between) and scene.in_provision(first):
        return True
    # "The Convention was approved by |Resolution No. 2/2014| and ratified by |Decree No. 1/2014|": the Convention was
    if _ALSO_DONE.match(between) and _DONE_BY.search(scene.lead(scene.cast.mention(first).start)):
        return True
    # "a mechanism for the implementation of the |Convention| was approved by Resolution No. 1739"
    return bool(_FINITE.match(between)) and scene.is_object(first)


_ALSO_DONE = re.compile(r"[”\"]?,? and (?:\w+ly )?\w+ed\b")
_DONE_BY = re.compile(r"\b(?:by|under|through|pursuant to) (?:the )?[“\"]?$")
_ACCEDED = re.compile(r"\bacce(?:ded|ding|des|ssion) to (?:the )?[“\"]?$")


def _ratified(scene: Scene, act: int, treaty: int, verb: str) -> Iterator[Statement]:
    """The State's ratification by its act: "|Act No. 25|, which ratified the |Convention|"."""
    a, state = scene.cast.instrument(treaty), scene.cast.discourse.report.state
    # "Egypt acceded to the |Convention| by |Presidential Decree No. 434|" is no ratification
    acceded = _ACCEDED.search(scene.lead(scene.cast.mention(treaty).start))
    if a.kind in CONCLUDED and state and "ratif" in verb and not acceded:
        yield Statement(
            scene.unit, a.key, "ratifiedBy", "state", state, (treaty, act), rule="ratified by an instrument"
        )


def _may_approve(approving: Instrument, approved: Instrument) -> bool:
    """Whether "By X, Y was approved" may say so of the two: a policy may be approved by a law, too."""
    return (approving.kind in _EXECUTIVE and approved.kind not in _EXECUTIVE) or (
        approving.kind == "act" and approved.kind == "programme"
    )


def _by_its(scene: Scene, body: int, instrument: int) -> Iterator[Statement]:
    """The means of an adoption: "The |General Assembly| adopted the |Convention| by its |Resolution of 2006|"."""
    later = scene.followers.get(instrument)
    if later is None or not scene.is_a(later, "instrument"):
        return
    means, between = scene.cast.instrument(later), scene.between(instrument, later)
    name = scene.cast.reading.names[later]
    its = _BY_ITS.fullmatch(between) or (_BY_NUMBERED.fullmatch(between) and name.number and not name.issuer)
    if its and means.kind in _EXECUTIVE:
        yield from _issued(scene, means, scene.cast.agency(body), (later, body), "by its body")
        if scene.cast.instrument(instrument).kind not in _EXECUTIVE:
            yield _approved(scene, later, instrument, "adopted by it")


def _owns(scene: Scene, body: int, instrument: int, between: str) -> bool:
    """Whether a possessive makes a policy or an order its body's: "the |Government|’s |Job Placement Strategy|"."""
    kind = scene.cast.instrument(instrument).kind
    return between in {"’s ", "'s "} and (kind == "programme" or kind in _ISSUED) and scene.is_a(body, "agency")


def _approves_by(scene: Scene, first: int, second: int, between: str) -> bool:
    """Whether the sentence begins with what approves: "By Decision No. 351 the Regulation … was approved"."""
    if not _MEANS.search(scene.lead(scene.cast.mention(first).start)):
        return False
    passive = _NAMED.fullmatch(between) and _was_approved().match(scene.masked, scene.cast.mention(second).end)
    return bool(passive or _body_issues().fullmatch(between))


def _may_issue(instrument: Instrument, issuer: str) -> bool:
    """Whether the issuer's words may name the body that issued it: of a foreign act only an international one."""
    words = read_names_lexicon("issuers")["international"]["words"]
    international = issuer.casefold() in words or agency_kind(issuer)[1] == "international"
    return not _is_foreign(instrument) or international


def _is_foreign(instrument: Instrument) -> bool:
    return instrument.owner == INTERNATIONAL and instrument.kind != "agreement"


def _is_anothers(scene: Scene, instrument: Instrument, agency: int) -> bool:
    """Whether a body of the State stands beside an act that is not the State's: "|Council| Decision 2010/48/EC"."""
    return _is_foreign(instrument) and scene.cast.agencies.at(agency).level != "international"


def _issued(
    scene: Scene, instrument: Instrument, agency: int, evidence: tuple[int, ...], rule: str
) -> Iterator[Statement]:
    if _is_anothers(scene, instrument, agency):
        return
    if instrument.issuer is None:
        instrument.issuer = agency
    yield Statement(scene.unit, instrument.key, "issuedBy", "agency", agency, evidence, rule=rule)


def _approved(scene: Scene, approving: int, approved: int, rule: str) -> Statement:
    a, b = scene.cast.instrument(approving), scene.cast.instrument(approved)
    if b.approved_by is None and b.kind not in CONCLUDED and a.key != b.key:
        b.approved_by = a.key
    return Statement(scene.unit, a.key, "approves", "instrument", b.key, (approving, approved), rule=rule)


_MEANS = re.compile(rf"(?:^|[.;:•]\s*)(?:By|Through|Under|Pursuant to|By virtue of|In) (?:the |its )?(?:{AGENCY} )?$")
_NAMED = re.compile(rf",? ?{ARTICLE}[“\"]?")
_BY = re.compile(rf"(?:\)|”)? ?(?:{WHEN})?,? ?by (?:the )?")
# "In its |Conclusion No. 2|, the |Board| obliged the ministries …"
_IN_ITS = re.compile(r"(?:^|[.;:•]\s*)(?:In|By|Through|With) its $")
_BY_ITS = re.compile(rf"[”\"]?(?: ?\([^()]*\))?,? {WHEN}?(?:by|in|through|with|under) (?:its|his|her|the) ")
# "The |Government| approved the |Action Plan for 2019–2023| by |Resolution No. 212|"
_BY_NUMBERED = re.compile(rf"[”\"]?(?: ?\([^()]*\))?,? {WHEN}?(?:by|through|by means of) ")
_SUBJECT = re.compile(r"(?:^|[.;:,(•]\s*|\b(?:by|that|where|which|and|while|then)\s)(?:[Tt]he )?$")
_FINITE = re.compile(r"[”\"]? (?:(?:was|were|has|have|had|been|is|are|also) )+")
# What is adopted is another thing: "adopted a bill amending the |Code|", "adopted the report on the |Plan|".
_OTHER_THING = (
    r"(?:of|to|on|for|in|by|with|under|from|through|at|and|or|that|which|as|pursuant|reports?|bills?|drafts?|proposals?|"
    r"measures?|decrees?|orders?|decisions?|resolutions?|amendments?|changes?|version|[a-z]+ing)\b"
)
_DRAFTS = re.compile(r"\b(?:drafted|prepared|drew up|formulated|elaborated|developed)\b")
_ISSUES_IN = re.compile(rf",? (?:in|by|through|by means of|via|with) {ARTICLE}")


@lru_cache(maxsize=1)
def _issues() -> re.Pattern[str]:
    # "the |Ministry of Finance| and other Government departments issued a |Circular|"
    others = r"(?: and other (?:[A-Z]\w+ )?[a-z]+(?: [a-z]+){0,4}?)?"
    also = r"(?: and (?:adopted|approved|published|launched|implemented))?"
    # "adopted an updated |Contingency Plan|", "approved the country’s first |Policy|"
    described = rf"(?:the|an?|its) (?:(?!{_OTHER_THING})[a-z\d][\w’-]* ){{1,3}}"
    return re.compile(
        rf"{others},? (?:{_ADVERBS} |{WHEN})*{verbs('issued', 'active')}{also}:? {WHEN}?(?:{described}|{ARTICLE})[“\"]?"
    )


@lru_cache(maxsize=1)
def _was_approved() -> re.Pattern[str]:
    relative = r"(?:, (?:which|that) [^.;]{1,140}?,)?"
    return re.compile(rf"[”\"]?{relative},? (?:was|were|has been|have been) {verbs('approves', 'passive')}\b")


@lru_cache(maxsize=1)
def _body_issues() -> re.Pattern[str]:
    return re.compile(rf",? ?(?:the )?{AGENCY} (?:has |have |also )*{verbs('issued', 'active')} {ARTICLE}[“\"]?")


@lru_cache(maxsize=1)
def _adoption_of() -> re.Pattern[str]:
    return re.compile(rf"\b{verbs('issued', 'nominal')} of {ARTICLE}[“\"]?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _issued_by() -> re.Pattern[str]:
    return re.compile(passive("issued") + rf"(?:unanimously )?by {ARTICLE}")


@lru_cache(maxsize=1)
def _drafted_by() -> re.Pattern[str]:
    return re.compile(passive("issued", "drafted") + rf"by {ARTICLE}")


@lru_cache(maxsize=1)
def _approves() -> re.Pattern[str]:
    bullet = r"(?:• ?|\(\w\) ?)?"
    return re.compile(
        rf"[”\"]?{BRACKET},? ?(?:(?:which|that|and|also) )*{verbs('approves', 'active')}:? ?{bullet}{ARTICLE}[“\"]?"
    )


@lru_cache(maxsize=1)
def _approved_by() -> re.Pattern[str]:
    through = r"(?:by|pursuant to|under|through|by means of|via|by virtue of|in|with)"
    body = rf"(?:{AGENCY},? (?:by|through|in|under|pursuant to|with) {ARTICLE})?"
    return re.compile(passive("approves") + rf"{through} {ARTICLE}{body}")


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
