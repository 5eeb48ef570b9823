"""A report whose words try to be markup, a query, a formula, a path, or to run from right to left."""

from __future__ import annotations

from treatygraph.report import Annotated, Entity, Mention, Report, Section, Source, Unit

LAW = "=Act \"on\\ 'quotes' & <b>bold</b>\" </script><script>alert(1)</script> 😀"
ARABIC_LAW = "قانون مكافحة الاتجار بالأشخاص"
PARAGRAPHS = (
    f"The {LAW} applies <img src=x onerror=alert(1)> under article 1.",
    f"ينص {ARABIC_LAW} على ما يلي: article 6 of the Covenant.",
    "👩‍👩‍👧 &amp; {{ mustache }} ${dollar} %E0%A4%A javascript:alert(1) " + "w" * 400,
    f"The {LAW} was named in 2011.",
)


def hostile_report() -> Annotated:
    """Four paragraphs, two laws, one article; the ids too are as bad as ids can be."""
    units = tuple(
        Unit(str(n), "paragraph", text, section_index=0, convention_articles=("1",))
        for n, text in enumerate(PARAGRAPHS, 1)
    )
    entities = (
        Entity("XXX_act_q\"&<b>'", "instrument", LAW, "act", "national", number='No. "1" & <2>', aliases=(f"{LAW}!",)),
        Entity("XXX_قانون", "instrument", ARABIC_LAW, "act", "national"),
    )
    mentions = tuple(
        Mention(unit.id, "instrument", start, start + len(entity.name), entity.name, "test", entity=entity.id)
        for unit in units
        for entity in entities
        if (start := unit.text.find(entity.name)) >= 0
    )
    sections = (Section(1, "<i>I</i>.", 'Article 1 <b>&</b> "quotes" العربية', ("1",)),)
    source = Source("report.txt", "0" * 64, "text/plain")
    return Annotated(
        Report("CED/C/<b>/1", "KAZ", "CED", "<b>Title</b> العربية 😀", units, source, sections), mentions, entities
    )
