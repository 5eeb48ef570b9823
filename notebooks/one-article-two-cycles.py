# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # One State's dialogue on one article over two cycles
#
# A report is one voice of a conversation. The Committee asks (list of issues), the State replies, the Committee
# concludes (concluding observations), the State reports again, the Committee concludes again. Which laws does the State
# say carry article 12 of the Convention on the Rights of Persons with Disabilities out, what does the Committee ask of
# each, and what became of it?
#
# The documents are in the [treaty bodies' database](https://tbinternet.ohchr.org) of the United Nations human rights
# office: put those of one State into `reports/dialogue/` as PDF, named by their symbols. Another folder and another
# article are two lines below. Where no document is there, the notebook runs on [exercise texts](exercise/README.md),
# which are no documents of any State.
#
# What the Committee says is no claim of the State, and what a State says of its law is no finding that the law gives
# effect to the article.

# %%
import os
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

from treatygraph.building.build import Built, build_reports
from treatygraph.query import run_query

ARTICLE = "12"

here = Path(os.environ.get("TREATYGRAPH_DIALOGUE", "../reports/dialogue"))
output = Path(os.environ.get("TREATYGRAPH_OUTPUT", "../output/two-cycles"))
files = sorted(here.glob("*.pdf"))
if not files and "TREATYGRAPH_DIALOGUE" not in os.environ:
    files = sorted(Path("exercise/dialogue").glob("*.txt"))
    print("The documents are not here: these are exercise texts, whose figures mean nothing.")
assert files, f"{here} has no documents; see above where they are."
outcomes = build_reports(files, output, jobs=os.cpu_count() or 1)
for outcome in outcomes:
    assert isinstance(outcome, Built), outcome.reason


def ask(name: str, **parameters: str) -> pd.DataFrame:
    """The answer to a named question as a table, without its columns of IRIs."""
    answer = run_query(output, name, parameters)
    table = pd.DataFrame(answer.rows, columns=list(answer.columns))
    return table.drop(columns=[column for column in ("law", "treaty") if column in table]).fillna("")


summaries = [outcome.summary for outcome in outcomes if isinstance(outcome, Built)]
pd.DataFrame([{"document": s.symbol, "paragraphs": s.paragraphs, "laws": s.national} for s in summaries]).sort_values(
    "document", ignore_index=True
)

# %% [markdown]
# ## What does the Committee recommend under the article?
# Each act that it asks for, with the law where one is named, described, or meant by the concern before.

# %%
asked = ask("recommendations-under-article", article=ARTICLE)
asked

# %% [markdown]
# ## Which laws does the State say carry the article out that the Committee criticises under it?

# %%
criticised = ask("claimed-and-criticised")
criticised[criticised["article"] == ARTICLE]

# %% [markdown]
# ## Which questions have no reply?

# %%
ask("questions-without-reply")

# %% [markdown]
# ## What does the State say of the recommendations, and which laws that were asked for may have come since?
# A law is offered as an answer where it is newer than the observations and is named in a paragraph that answers them,
# or under the same article with a telling word of what was asked for. A person decides.

# %%
ask("answers-to-recommendations")

# %%
offered = ask("wanted-laws-and-answers")
offered[offered["name"] != ""]

# %% [markdown]
# ## What do the next observations ask for again?

# %%
again = ask("recommendations-repeated")
again[again["article"] == ARTICLE]

# %% [markdown]
# ## Acts asked for under the article, observations by observations

# %%
counts = asked.groupby(["observations", "action"]).size().unstack(fill_value=0)
plt.rcParams.update({"font.family": "serif", "font.size": 9})
figure, axis = plt.subplots(figsize=(6.3, 2.2))
counts.plot.barh(stacked=True, ax=axis, width=0.6)
axis.set_xlabel(f"acts asked for under article {ARTICLE}")
axis.set_ylabel("")
axis.legend(frameon=False, fontsize=8, bbox_to_anchor=(1.0, 1.0))
axis.spines[["top", "right"]].set_visible(False)
figure.tight_layout()
plt.show()
