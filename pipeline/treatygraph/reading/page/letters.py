"""How the code points of a PDF are spelled: ligatures, hyphens, blanks, signs of symbol fonts."""

from __future__ import annotations

# U+FFFE (U+0002 in older builds) is PDFium's mark for a hyphen at a line's end.
_HYPHENS = frozenset((0xFFFE, 0x02, 0xAD, 0x2010, 0x2011))
_BLANKS = frozenset((0x09, 0x20, 0xA0, *range(0x2000, 0x200B), 0x202F))
# They turn the order in which letters are shown, so that a person reads what the text does not say (UAX 9).
_DIRECTIONS = frozenset((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_SILENT = frozenset((0x0A, 0x0D, 0x200B, 0xFEFF)) | _DIRECTIONS
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
# Symbol and Wingdings signs as Word writes them: the font's own code in the private-use area.
_SIGNS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02D: "–", 0xF0B0: "°", 0xF0D0: "–"}
_UNREADABLE = frozenset(("\ufffd", *map(chr, range(0xE000, 0xF900))))


class Letters(dict[int, str]):
    """Every code point met, as the reader spells it."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _spell(code)
        return letter


def _spell(code: int) -> str:
    """What a code point reads as: ligatures spelled out, every blank one, "" for what is no glyph."""
    if code in _SILENT:
        return ""
    if code in _HYPHENS:
        return "-"
    if code in _BLANKS:
        return " "
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    return _LIGATURES.get(code) or _SIGNS.get(code) or chr(code)


LETTERS = Letters()
_CONTROLS = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if not chr(code).isspace()}
_CONTROLS |= dict.fromkeys(_DIRECTIONS, "")


def without_controls(text: str) -> str:
    """A plain text with U+FFFD for each control that is no blank, as NUL, and without those that turn directions."""
    return text.translate(_CONTROLS)


def count_unreadable(text: str) -> int:
    """How many of the characters stand for no letter: private-use code points and the replacement character."""
    return 0 if text.isprintable() and "\ufffd" not in text else sum(letter in _UNREADABLE for letter in text)
