"""The document: its cover, zones, contents, headings, paragraphs, notes and lists of abbreviations."""
