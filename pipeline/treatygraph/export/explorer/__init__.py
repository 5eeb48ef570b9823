"""The explorer: a report, or all reports of a build, as one page that needs no network and no server.

`write_page` writes a report's page: its text with every mention marked, and behind each mark what it denotes, the
paragraphs that cite it and the treaty's articles it is cited under; the article, law and network views; the
figures of its tables; and search. `write_corpus_page` writes the page over the folders of several reports.
"""

from treatygraph.export.explorer.page import write_corpus_page, write_page

__all__ = ["write_corpus_page", "write_page"]
