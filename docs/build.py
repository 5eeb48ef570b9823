"""Makes the documentation: the pages of this folder, those made from the ontology, and the ontology's own page.

The notebooks are run on what comes with the project alone, whatever lies beside the checkout.

`make docs` runs it; the site stands in `build/docs/html`.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from pages import write_codes, write_ontology, write_questions
from sphinx.cmd.build import main as run_sphinx

from treatygraph.building.build import build_report

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build" / "docs"


def main() -> int:
    """Make the site anew; a warning of Sphinx, such as a link that leads nowhere, is an error."""
    shutil.rmtree(BUILD, ignore_errors=True)
    pages, site = BUILD / "docs", BUILD / "html"
    shutil.copytree(
        ROOT / "docs", pages, ignore=shutil.ignore_patterns("__pycache__", "build.py", "flow.py", "pages.py")
    )
    for included in ("README.md", "CONTRIBUTING.md"):  # by `measured.md` and `contributing.md`
        shutil.copy(ROOT / included, BUILD)
    for beside in ("notebooks", "reports"):
        shutil.copytree(ROOT / beside, pages / beside, ignore=shutil.ignore_patterns("__pycache__"))
    folder = build_report(ROOT / "reports" / "CED-C-KAZ-1.pdf", pages / "output").folder
    (pages / "questions.md").write_text(write_questions(folder), encoding="utf-8")
    (pages / "codes.md").write_text(write_codes(), encoding="utf-8")
    failed = run_sphinx(["-q", "-W", "--keep-going", "-b", "html", str(pages), str(site)])
    (site / "ontology").mkdir(parents=True, exist_ok=True)
    (site / "ontology" / "index.html").write_text(write_ontology(), encoding="utf-8")
    for file in (*(ROOT / "ontology").glob("*.ttl"), ROOT / "ontology" / "context.jsonld"):  # w3id leads to these
        shutil.copy(file, site / "ontology")
    print(site / "index.html")
    return failed


if __name__ == "__main__":
    sys.exit(main())
