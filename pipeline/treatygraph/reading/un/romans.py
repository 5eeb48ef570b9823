"""Roman numerals, as labels and articles bear them."""

from __future__ import annotations

# I to XXXIX, and on to LXXXIX: no core treaty has more than 93 articles, no report as many chapters.
ROMANS = tuple(
    tens + units
    for tens in ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
    for units in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
)[1:]
