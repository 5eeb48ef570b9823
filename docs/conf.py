"""How Sphinx sets the pages; `make docs` runs it."""

from treatygraph import __version__

project = "treatygraph"
version = release = __version__
extensions = ["myst_parser"]
highlight_language = "text"
html_theme = "furo"
html_title = f"treatygraph {__version__}"
html_theme_options = {"top_of_page_buttons": []}
html_show_sourcelink = False
html_show_copyright = False
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
# Pygments knows no "?" in a path of SPARQL.
suppress_warnings = ["misc.highlighting_failure"]
