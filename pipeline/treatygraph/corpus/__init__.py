"""Corpus: from report files to folders of results, one report or many, each folder whole or not at all."""
