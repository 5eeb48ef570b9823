"""What all finders share: tokens, the lexicon, the names of States, what a finder returns."""
