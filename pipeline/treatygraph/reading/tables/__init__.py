"""Tables: from the rules and the columns of a page to cells, and over page ends."""
