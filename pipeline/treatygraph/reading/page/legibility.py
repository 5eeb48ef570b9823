"""Whether what was read is text that a person could read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from treatygraph.errors import ReadingError
from treatygraph.reading.page.language import language_name, languages
from treatygraph.report import Report

# Letters that stand for nothing: a font without a map to Unicode gives private-use or control code points.
_MOST_UNREADABLE = 0.05
# A text whose letters are shifted by a font without a map ("mNCj30") has almost no common words: 0.005 of its words
# against 0.25 and more in English reports.
_LEAST_COMMON = 0.08
_ENGLISH = "en"
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_WORDS = 200
_PAGES_NAMED = 8


def check_legible(report: Report, path: Path) -> None:
    """Refuse a report whose text cannot be trusted at all; smaller faults stay in its quality record.

    Raises:
        ReadingError: no text on any page, letters that stand for nothing, another language, no words, or no numbered
            paragraph.
    """
    pages, empty = report.source.pages, report.quality.pages_without_text
    if pages and len(empty) >= pages:
        raise ReadingError(
            f"{path}: there is no text on {name_pages(empty, pages)}, only pictures of pages; "
            "recognise it first, for instance with ocrmypdf, or read it with --ocr."
        )
    unreadable = report.quality.unreadable_characters
    if _is_unreadable(report):
        raise ReadingError(
            f"{path}: {unreadable:,} of its letters have no meaning in the file (a font without a map to Unicode); "
            "get another copy, or read it with --ocr."
        )
    if report.language != _ENGLISH:
        raise ReadingError(
            f"{path}: the report is in {language_name(report.language)}, and only English ones can be read; "
            f"get the English edition{_where(report)}."
        )
    words, common = _count_words(report)
    if _is_wordless(report):
        raise ReadingError(
            f"{path}: the text is no English ({common:,} common words in {words:,}): a language that is not known "
            "here, or a font whose letters are mixed up; get the English edition, or read it with --ocr."
        )
    if not report.units:
        raise ReadingError(
            f"{path}: no numbered paragraph was found, so nothing in it can be cited; is it a State party's report?"
        )


def is_garbled(report: Report) -> bool:
    """Whether the letters of the file's text mean nothing: no code points behind them, or not the ones printed."""
    return _is_unreadable(report) or _is_wordless(report)


def _is_unreadable(report: Report) -> bool:
    unreadable = report.quality.unreadable_characters
    return unreadable > _MOST_UNREADABLE * (sum(len(unit.text) for unit in report.units) + unreadable)


def _is_wordless(report: Report) -> bool:
    words, common = _count_words(report)
    return report.language == _ENGLISH and words >= _ENOUGH_WORDS and common < _LEAST_COMMON * words


def _count_words(report: Report) -> tuple[int, int]:
    """How many words the text has, and how many of them are among the commonest in English."""
    common = next(language.words for language in languages() if language.code == _ENGLISH)
    words = [word for unit in report.units for word in _WORD.findall(unit.text.lower())]
    return len(words), sum(word in common for word in words)


def _where(report: Report) -> str:
    """Where an edition in another language is found: every symbol has a page at documents.un.org, in six languages."""
    return f" of {report.symbol} (https://documents.un.org)" if report.symbol else ""


def name_pages(numbers: Sequence[int], pages: int) -> str:
    """Pages by their numbers, after "no text on"."""
    if len(numbers) >= pages:
        return f"any of its {pages} pages" if pages > 1 else "its page"
    named = ", ".join(str(number) for number in numbers[:_PAGES_NAMED])
    return f"pages {named}" + (" and more" if len(numbers) > _PAGES_NAMED else "")
