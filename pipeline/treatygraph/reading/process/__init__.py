"""Reading in a process of its own, recognising scanned pages, and drawing what was read."""
