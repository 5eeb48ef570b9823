"""What the steps of reading share: the glyphs and printed lines of a page, and texts put together from them."""
