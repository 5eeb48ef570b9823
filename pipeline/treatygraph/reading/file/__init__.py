"""The file itself: whether it may be read, how much it may cost, and the glyphs that it holds."""
