"""How Sphinx sets the pages; `make docs` runs it."""

from treatygraph import __version__

project = "treatygraph"
version = release = __version__
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
highlight_language = "text"
html_theme = "furo"
html_title = f"treatygraph {__version__}"
html_static_path = ["site.css"]
html_css_files = ["site.css"]
html_theme_options = {"top_of_page_buttons": []}
html_show_sourcelink = False
html_show_copyright = False
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
# Pygments knows no "?" in a path of SPARQL.
suppress_warnings = ["misc.highlighting_failure"]

# The notebooks are run anew each time; a cell that fails ends the build.
nb_custom_formats = {".py": ["jupytext.reads", {"fmt": "py:percent"}]}
nb_execution_mode = "force"
nb_execution_timeout = 120
nb_execution_raise_on_error = True
nb_merge_streams = True
exclude_patterns = ["*.py", "output", "reports"]

# The reference has the docstrings' own order and words; a type is named as a reader imports it.
default_role = "literal"  # what stands in single backticks in a docstring
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 100
napoleon_numpy_docstring = False
