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
# # One State under two treaties
#
# Kazakhstan reported to the Committee on Enforced Disappearances (CED/C/KAZ/1) and to the Committee on the Rights of
# Persons with Disabilities (CRPD/C/KAZ/1). Which laws carry both reports, and which articles of the two treaties
# meet in them?
#
# The first report comes with the project; the second is in the [treaty bodies' database](https://tbinternet.ohchr.org)
# of the United Nations human rights office: put it into `reports/` as `CRPD-C-KAZ-1.pdf`. Where it is not there, an
# [exercise text](exercise/README.md) of a few sentences stands for it, which is no document of any State: what is
# counted in it means nothing.
#
# Two layers are counted apart. Under an article a law is *cited* where the sentence, the paragraph or the heading names
# the article: complete, and no more than that. It is *claimed* where the State says something of it there: that it has
# effect, is planned, falls short, was repealed. A claim is found in the State's words; it is no finding that the law
# gives effect to the article.

# %%
import os
from pathlib import Path

import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd

from treatygraph.building.build import Built, build_reports
from treatygraph.corpus.records import read_records
from treatygraph.export import to_networkx
from treatygraph.query import Answer, run_query

here = Path(os.environ.get("TREATYGRAPH_REPORTS", "../reports"))
output = Path(os.environ.get("TREATYGRAPH_OUTPUT", "../output/one-state"))
files = [here / "CED-C-KAZ-1.pdf", here / "CRPD-C-KAZ-1.pdf"]
if not files[1].exists() and "TREATYGRAPH_REPORTS" not in os.environ:
    files[1] = Path("exercise/CRPD-C-KAZ-99.txt")
    print("The second report is not here: this is an exercise text, whose figures mean nothing.")
outcomes = build_reports(files, output)
for outcome in outcomes:
    assert isinstance(outcome, Built), outcome.reason

first, second = (read_records(outcome.folder) for outcome in outcomes)
first

# %%
second


# %%
def ask(name: str, **parameters: str | int) -> Answer:
    """Ask a named question of both reports; `treatygraph query --list` shows them all."""
    return run_query(output, name, parameters)


# %% [markdown]
# ## Which national instruments are cited in both reports?
# Cited under articles of both treaties, the wide layer.
#
# What the two reports cite by one number, date or title is one node. Pairs that may be one law but need not be stand
# in `identity.csv` of the folder, for a person to settle; an empty table says that there are none.

# %%
shared = ask("laws-under-several-treaties")
shared

# %%
unsettled = output / "identity.csv"
pd.read_csv(unsettled, comment="#") if unsettled.exists() else pd.DataFrame(columns=["first", "second", "reason"])

# %% [markdown]
# ## Which articles of the two treaties rest on the same law?
# By what the State claims; what is cited under both articles, the wide layer, is the second measure.

# %%
bridges = ask("bridges-between-treaties")
bridges

# %% [markdown]
# ## What does the later report cite that the earlier one does not?
# Cited in any place, claimed or not.

# %%
ask("new-in-later-report", earlier="CED/C/KAZ/1", later=second.report.symbol)

# %% [markdown]
# ## Where do both cite the Constitution, and in which words?

# %%
ask("citations-of-law", law="Constitution")

# %% [markdown]
# ## How much of each report rests on what both cite?
# National instruments named in any place of the report, under an article or not, claimed or not.

# %%
names = {}
for annotated in (first, second):
    cited = {e.id for e in annotated.entities if e.type == "instrument" and e.level == "national"}
    names[annotated.report.symbol] = cited
both = set.intersection(*names.values())
symbols = list(names)
common = [len(both)] * 2
own = [len(names[symbol] - both) for symbol in symbols]

figure, axis = plt.subplots(figsize=(7, 2.4))
axis.barh(symbols, common, color="#2e75b6", label="national instruments in both reports")
axis.barh(symbols, own, left=common, color="#c9dcee", label="in this report alone")
for row, (left, right) in enumerate(zip(common, own, strict=True)):
    axis.text(left / 2, row, left, ha="center", va="center", color="white")
    axis.text(left + right / 2, row, right, ha="center", va="center")
axis.legend(frameon=False, loc="upper center", bbox_to_anchor=(0.5, -0.15), ncols=2)
axis.spines[["top", "right"]].set_visible(False)
figure.tight_layout()
plt.show()

# %% [markdown]
# ## Articles that meet in a law
# Left the articles of the first treaty, right those of the second; between them the laws that the State says carry out
# articles of both. Articles with the same laws stand together. The title says how many laws are cited under articles of
# both, the wide layer.


# %%
def laws_under(graph: nx.MultiDiGraph, relation: str) -> dict[str, set[str]]:
    """The national laws of both reports that a relation ties to each article."""
    under: dict[str, set[str]] = {}
    for article, law, edge in graph.edges(data=True):
        national = law.rpartition("/")[2] in both and edge["relation"] == relation
        if national and graph.nodes[article]["category"] == "article":
            under.setdefault(article, set()).add(law)
    return under


def meeting_in(under: dict[str, set[str]]) -> set[str]:
    """The laws that stand under articles of more than one treaty."""
    treaties: dict[str, set[str]] = {}
    for article, laws in under.items():
        for law in laws:
            treaties.setdefault(law, set()).add(article.rpartition("/")[2].split("__")[0])
    return {law for law, of in treaties.items() if len(of) > 1}


graph = to_networkx(output, view="claims")
labels = dict(graph.nodes(data="label"))
claimed = laws_under(graph, "implementedBy")
meeting = meeting_in(claimed)
cited_under_both = meeting_in(laws_under(to_networkx(output, view="article-law"), "lawCited"))
together: dict[tuple[str, frozenset[str]], list[str]] = {}
for article, laws in sorted(claimed.items(), key=lambda item: int(labels[item[0]].rpartition(" ")[2])):
    treaty, _, number = labels[article].partition(", art. ")
    if laws & meeting:
        together.setdefault((treaty, frozenset(laws & meeting)), []).append(number)

columns = {treaty: [key for key in together if key[0] == treaty] for treaty in ("CED", "CRPD")}
middle = sorted(meeting, key=lambda law: labels[law])


def spread(x: float, keys: list) -> dict:
    """Places in one column, evenly from top to bottom."""
    return {key: (x, -(row + 0.5) / len(keys)) for row, key in enumerate(keys)}


place = spread(0, columns["CED"]) | spread(1, middle) | spread(2, columns["CRPD"])
figure, axis = plt.subplots(figsize=(11, 6.5))
for key in together:
    for law in key[1]:
        axis.plot(*zip(place[key], place[law], strict=True), color="#8fb4d9", linewidth=0.8, zorder=1)
for x, side in ((0, "CED"), (2, "CRPD")):
    for key in columns[side]:
        axis.scatter(*place[key], s=36, color="#a3264a", marker="s", zorder=2)
        axis.annotate(
            f"{side} art. {', '.join(together[key])}", place[key], xytext=(10 if x else -10, 0),
            textcoords="offset points", ha="left" if x else "right", va="center", fontsize=8,
        )  # fmt: skip
for law in middle:
    axis.annotate(
        labels[law], place[law], ha="center", va="center", fontsize=8,
        bbox={"boxstyle": "round", "facecolor": "white", "edgecolor": "#2e75b6"},
    )  # fmt: skip
axis.set_title(f"{len(meeting)} laws claimed of articles of both, {len(cited_under_both)} cited under both", fontsize=9)
axis.set_xlim(-0.9, 2.9)
axis.set_axis_off()
figure.tight_layout()
plt.show()
