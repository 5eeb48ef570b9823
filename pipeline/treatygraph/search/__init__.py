"""Full text search over all reports of a folder.

`search(output, "habeas corpus state:KAZ")` finds paragraphs; what may stand in a search is said in `wanted`.
"""

from treatygraph.search.asking import BEGIN, END, SHOWN, Facet, Found, Hit, found_record, search
from treatygraph.search.wanted import FIELDS, SearchError

__all__ = ["BEGIN", "END", "FIELDS", "SHOWN", "Facet", "Found", "Hit", "SearchError", "found_record", "search"]
