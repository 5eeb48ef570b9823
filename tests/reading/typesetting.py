"""The report of Kazakhstan set again by other programs than the one that made its PDF, from its gold text.

Each engine brings what makes reading hard: its own fonts and measures, justified lines, words cut by the typesetter,
ligatures, footnotes with raised marks (one after a year, "1997²"), running headers and page numbers.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parents[1] / "gold" / "CED-C-KAZ-1" / "paragraphs.jsonl"
# The headings above the first paragraph of each; only "Articles …" have no label of their own.
LABELS = {"Introduction": "I.", "General information": "II."}
LONE_HEADING = ("III.", "Information on the articles of the Convention")  # no paragraph stands right under it
# Paragraph, the words that the mark follows, the note.
NOTES = (
    ("1", "15 December 2008", "Act No. 99-IV of the Republic of Kazakhstan."),
    ("8", "30 August 1995", "Bulletin of the Parliament of the Republic of Kazakhstan, 1996, No. 4, article 217."),
    ("8", "16 July 1997", "As last amended on 3 July 2013; see article 7 of this report and the following ones."),
    ("12", "", "See the Convention, article 2."),
    ("120", "", "Information of the Office of the Procurator-General."),
    ("242", "", "The figures are those of the end of the year 2013."),
)
NO_BREAK, SOFT_HYPHEN = "\u00a0", "\u00ad"
_SYLLABLE = re.compile(r"(?<=[a-z]{2}[aeiou][bcdfgklmnprst])(?=[bcdfghklmnprst][aeiou][a-z]{2})")


@dataclass(frozen=True)
class Block:
    """A paragraph in its pieces (its first words and its sub-items), a heading, or the table."""

    kind: str  # "heading", "paragraph", "table"
    label: str
    pieces: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()


def blocks() -> Iterator[Block]:
    """The gold's units with their headings, in order."""
    section = ""
    for record in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines()):
        if record["section"] != section:
            section = record["section"]
            if section.startswith("Articles 1,"):
                yield Block("heading", LONE_HEADING[0], (LONE_HEADING[1],))
            yield Block("heading", LABELS.get(section, ""), (section,))
        if record["id"].startswith("table:"):
            caption, cells = record["text"].split(" Year ")
            head, *numbers = re.split(r" (?=\d{4}\b)", cells)
            heads = ("Year", *re.findall(r"Criminal Code, art\. \d+", head))
            yield Block("table", "", (caption,), (heads, *(tuple(row.split()) for row in numbers)))
        else:
            yield Block("paragraph", record["id"], tuple(re.split(r" (?=\(\d{1,2}\) |• )", record["text"])))


def mark_places(texts: dict[str, str]) -> list[tuple[str, int, str]]:
    """The notes' marks: unit, the code point that the mark stands before, the label."""
    return [
        (unit, texts[unit].index(words) + len(words) if words else len(texts[unit]), str(number))
        for number, (unit, words, _) in enumerate(NOTES, 1)
    ]


def cut_at_marks(block: Block, piece: str) -> Iterator[tuple[str, int | None]]:
    """A piece in stretches, each with the number of the note whose mark follows it."""
    rest = piece
    for number, (unit, words, _) in enumerate(NOTES, 1):
        if (
            block.kind == "paragraph"
            and unit == block.label
            and (words in rest if words else piece == block.pieces[-1])
        ):
            end = rest.index(words) + len(words) if words else len(rest)
            yield rest[:end], number
            rest = rest[end:]
    yield rest, None


TYPST = """
#let data = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: (x: 3cm, top: 3cm, bottom: 3.5cm), numbering: "1",
  header: context align(if calc.odd(here().page()) {right} else {left}, text(9pt, weight: "bold", data.symbol)))
#set text(font: "Libertinus Serif", size: 11pt, lang: "en", region: "GB", hyphenate: true)
#set par(justify: true, leading: 0.55em, spacing: 0.9em)
#set footnote.entry(gap: 0.4em)
#set super(typographic: false)
#let spell(piece) = for (words, note) in piece [#words#if note != none {footnote(note)}]
#for block in data.blocks {
  if block.kind == "heading" {
    v(0.6em)
    text(12pt, weight: "bold", if block.label == "" {block.pieces.first().first().first()}
      else {box(width: 1.2cm, block.label) + block.pieces.first().first().first()})
    parbreak()
  } else if block.kind == "table" {
    text(weight: "bold", block.pieces.first().first().first())
    table(columns: block.rows.first().len(), stroke: none, align: left, table.hline(stroke: 0.5pt),
      ..block.rows.first().map(c => text(8pt, style: "italic", c)), table.hline(stroke: 1pt),
      ..block.rows.slice(1).flatten(), table.hline(stroke: 1pt))
    parbreak()
  } else {
    for (k, piece) in block.pieces.enumerate() {
      if k == 0 {box(width: 1.2cm, block.label + ".") + spell(piece)}
      else {h(1.2cm) + spell(piece)}
      parbreak()
    }
  }
}
"""


def set_with_typst() -> bytes:
    """The report as Typst sets it: Libertinus, ligatures, hyphenation and footnotes of its own."""
    import typst

    laid = [
        {
            "kind": block.kind,
            "label": block.label,
            "pieces": [
                [(words, NOTES[note - 1][2] if note else None) for words, note in cut_at_marks(block, piece)]
                for piece in block.pieces
            ],
            "rows": block.rows,
        }
        for block in blocks()
    ]
    inputs = {"data": json.dumps({"symbol": "CED/C/KAZ/1", "blocks": laid})}
    return bytes(typst.compile(TYPST.encode(), sys_inputs=inputs, ignore_system_fonts=True))


def set_with_reportlab() -> bytes:  # noqa: C901
    """The report as ReportLab sets it: Vera with ligatures, words cut at every soft hyphen that fits, notes below."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table, TableStyle

    for font, file in (("Vera", "Vera.ttf"), ("Vera-Bold", "VeraBd.ttf"), ("Vera-Italic", "VeraIt.ttf")):
        pdfmetrics.registerFont(TTFont(font, file))
    text = ParagraphStyle(
        "text", fontName="Vera", fontSize=9.5, leading=13, alignment=4, spaceAfter=6, embeddedHyphenation=1
    )
    item = ParagraphStyle("item", text, firstLineIndent=28)
    heading = ParagraphStyle(
        "heading", text, fontName="Vera-Bold", fontSize=11, alignment=0, spaceBefore=8, keepWithNext=1
    )
    caption = ParagraphStyle("caption", text, fontName="Vera-Bold", alignment=0, keepWithNext=1)
    small = ParagraphStyle("small", text, fontSize=7.5, leading=9.5, spaceAfter=0)
    noted: list[int] = []

    def listen(canvas: Any, _: Any) -> None:
        canvas.setNamedCB("note", lambda canvas, kind, label: noted.append(int(label)))

    def print_edges(canvas: Any, document: Any) -> None:
        left, right = 90, A4[0] - 90
        canvas.setFont("Vera-Bold", 8)
        canvas.drawRightString(right, A4[1] - 50, "CED/C/KAZ/1")
        canvas.setLineWidth(0.5)
        canvas.line(left, A4[1] - 54, right, A4[1] - 54)
        canvas.drawRightString(right, 40, str(document.page))
        if noted:
            canvas.line(left, 118, left + 100, 118)
        height = 114.0
        for number in noted:
            note = Paragraph(f'<super size="5.5" rise="3">{number}</super> {_spell(NOTES[number - 1][2])}', small)
            height -= note.wrap(right - left, 100)[1]
            note.drawOn(canvas, left, height)
        noted.clear()

    def spell(block: Block, piece: str) -> str:
        spelled = ""
        for words, number in cut_at_marks(block, piece):
            spelled += _spell(words)
            if number:
                spelled += f'<super size="6.5" rise="4">{number}</super><onDraw name="note" label="{number}"/>'
        return spelled

    story: list[Any] = []
    for block in blocks():
        if block.kind == "heading":
            story.append(Paragraph(f"{block.label} {_spell(block.pieces[0])}".strip(), heading))
        elif block.kind == "table":
            story.append(Paragraph(_spell(block.pieces[0]), caption))
            rules = [("LINEABOVE", (0, 0), (-1, 1), 0.6, "black"), ("LINEBELOW", (0, -1), (-1, -1), 1.4, "black")]
            style = TableStyle(
                [("FONT", (0, 0), (-1, -1), "Vera", 8), ("FONT", (0, 0), (-1, 0), "Vera-Italic", 7), *rules]
            )
            story.append(Table(block.rows, colWidths=[60, 118, 118, 118], style=style))
        else:
            for k, piece in enumerate(block.pieces):
                number = f"{block.label}.{NO_BREAK * 4}" if k == 0 else ""
                story.append(Paragraph(number + spell(block, piece), item if k else text))
    out = io.BytesIO()
    template = PageTemplate(
        frames=[Frame(90, 120, A4[0] - 180, A4[1] - 190, 0, 0, 0, 0)], onPage=listen, onPageEnd=print_edges
    )
    document = BaseDocTemplate(out, pagesize=A4, pageTemplates=[template], invariant=1)
    document.build(story)
    return out.getvalue()


def plain(words: str) -> str:
    """Words without the accents that Vera lacks ("Moldīr būlaqtan", "zhĕne")."""
    return words.translate(str.maketrans("īūĕ", "iue"))


def _spell(words: str) -> str:
    """Words with soft hyphens between syllables, with the ligatures that Vera has, without the accents it lacks."""
    words = _SYLLABLE.sub(SOFT_HYPHEN, words).replace("&", "&amp;").replace("<", "&lt;")
    return plain(words).replace("fi", "\ufb01").replace("fl", "\ufb02")


ENGINES = {"reportlab": set_with_reportlab, "typst": set_with_typst}
