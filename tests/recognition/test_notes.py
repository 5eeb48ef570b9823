"""What stands in notes: words printed before every one of them are no part of a name."""

from __future__ import annotations

from treatygraph.recognition import recognise
from treatygraph.recognition.notes import repeated_begin
from treatygraph.report import Report, Source, Unit

# The first note of a report of Malawi was printed again before the text of each other one.
PLACES = "Karonga, Mzimba, Mchinji, Lilongwe, Salima, Machinga, Mulanje, Chiradzulu and Nsanje"
TEXTS = ["Act No. 8 of 2012.", "Section 8 of the Disability Act.", "Cap. 33:02 of the Laws.", "See page 3.", "Ibid."]


def notes(*texts: str) -> tuple[Unit, ...]:
    return tuple(Unit(id=f"note:{n}", kind="note", text=text) for n, text in enumerate(texts, 1))


def names(*texts: str) -> list[str]:
    source = Source(name="report.txt", sha256="", media_type="text/plain")
    mentions = recognise(Report("CRPD/C/XXX/1", None, "CRPD", "", notes(*texts), source)).mentions
    return [mention.text for mention in mentions if mention.type == "instrument" and not mention.anaphor]


def test_what_is_printed_before_every_note_is_no_part_of_a_name() -> None:
    assert names(*(f"{PLACES} {text}" for text in TEXTS)) == ["Act No. 8 of 2012", "Disability Act"]


def test_the_words_before_every_note() -> None:
    assert repeated_begin(notes(*(f"{PLACES} {text}" for text in TEXTS))) == PLACES


def test_notes_that_begin_alike_by_chance_have_no_such_words() -> None:
    acts = [f"Act No. {number} of 2012 on schools." for number in range(6)]
    assert repeated_begin(notes(*acts)) == ""
    assert repeated_begin(notes(*(f"{PLACES} {text}" for text in TEXTS[:4]))) == ""


def test_a_note_may_tell_a_law_by_its_chapter_alone() -> None:
    acts = [f"{PLACES} {text}" for text in (*TEXTS[:4], "Cap. 33:02 of the Laws of Malawi.", "Cap 30:01.")]
    assert names(*acts) == ["Act No. 8 of 2012", "Disability Act", "Cap. 33:02", "Cap 30:01"]


def back_references(*texts: str) -> list[str]:
    source = Source(name="report.txt", sha256="", media_type="text/plain")
    mentions = recognise(Report("CRPD/C/XXX/1", None, "CRPD", "", notes(*texts), source)).mentions
    return [mention.text for mention in mentions if mention.anaphor]


def test_ibid_with_a_number_is_what_that_note_names() -> None:
    assert back_references("Harbour Act 2006.", "Ibid., p. 31.") == ["Ibid"]
    assert back_references("Harbour Act 2006.", "A survey of piers.", "Pilots Act 2007.", "Ibid 1.") == []
