"""Where numbers of paragraphs are missing, the other reader is tried, and the better reading taken."""

from dataclasses import replace
from pathlib import Path

import pytest

from treatygraph.errors import ReadingError
from treatygraph.reading.file.limits import Limits
from treatygraph.reading.process import second
from treatygraph.reading.process.requests import Request
from treatygraph.report import Quality, Report, Source, Unit

REQUEST = Request(Path("report.pdf"), None, "pdfium", None, Limits())


def reading(reader: str, *, missing: int, found: int = 100) -> Report:
    """A report with `found` numbered paragraphs, and `missing` numbers lost at its end."""
    units = tuple(Unit(str(n), "paragraph", "The State party") for n in range(1, found + 1))
    gaps = tuple(range(found + 1, found + 1 + missing))
    source = Source("report.pdf", "", "application/pdf", 20, reader)
    return Report("CRPD/C/XXX/1", "XXA", "CRPD", "", units, source, quality=Quality(number_gaps=gaps))


@pytest.mark.parametrize(("missing", "doubtful"), [(0, False), (3, False), (4, True), (40, True)])
def test_more_than_a_few_per_cent_missing_are_doubtful(missing: int, doubtful: bool) -> None:
    assert second.is_doubtful(reading("pdfium", missing=missing)) is doubtful
    assert not second.is_doubtful(reading("text", missing=missing))


def test_a_few_missing_of_many_are_not() -> None:
    assert not second.is_doubtful(reading("pdfium", missing=5, found=600))


def test_the_better_reading_is_taken_and_says_so() -> None:
    taken = second.take_better(reading("pdfium", missing=40), reading("pdfplumber", missing=1, found=139))
    assert taken.source.reader == "pdfplumber"
    assert taken.quality.warnings == (
        "Read with pdfplumber: 40 numbers of paragraphs were missing as pdfium read it, 1 are now.",
    )


def test_a_reading_whose_letters_mean_nothing_gives_way() -> None:
    garbled = reading("pdfium", missing=0)
    garbled = replace(garbled, units=tuple(replace(unit, text="mNCj qzx vbk ptr wlk") for unit in garbled.units))
    assert second.is_doubtful(garbled)
    taken = second.take_better(garbled, reading("pdfplumber", missing=0))
    assert taken.quality.warnings == ("Read with pdfplumber: the letters that pdfium read mean nothing.",)
    assert second.take_better(garbled, replace(garbled, source=taken.source)) is garbled


@pytest.mark.parametrize("other", [reading("pdfplumber", missing=40), reading("pdfplumber", missing=1, found=50)])
def test_a_reading_that_is_no_better_is_not_taken(other: Report) -> None:
    first = reading("pdfium", missing=40)
    assert second.take_better(first, other) is first


def test_the_other_reader_is_asked_only_on_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def read(request: Request) -> Report:
        asked.append(request.reader)
        return reading(request.reader, missing=40 if request.reader == "pdfium" else 0, found=100)

    monkeypatch.setattr(second, "read_in_child", read)
    assert second.read_on_doubt(REQUEST).source.reader == "pdfplumber"
    assert asked == ["pdfium", "pdfplumber"]
    monkeypatch.setattr(second, "read_in_child", lambda request: reading(request.reader, missing=0))
    assert second.read_on_doubt(REQUEST).source.reader == "pdfium"


def test_where_the_other_reader_fails_the_first_reading_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(request: Request) -> Report:
        if request.reader == "pdfplumber":
            raise ReadingError("report.pdf: the PDF is damaged.")
        return reading("pdfium", missing=40)

    monkeypatch.setattr(second, "read_in_child", read)
    assert second.read_on_doubt(REQUEST).quality.number_gaps == tuple(range(101, 141))
