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
# of the United Nations human rights office: put it into `reports/` as `CRPD-C-KAZ-1.pdf`.
#
# A link says that the *State* cites the law under the article. It is no finding that the law gives effect to it.

# %%
import os
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

from treatygraph.building.build import Built, build_reports
from treatygraph.corpus.records import read_records
from treatygraph.export import to_networkx
from treatygraph.query import Answer, run_query

here = Path(os.environ.get("TREATYGRAPH_REPORTS", "../reports"))
output = Path(os.environ.get("TREATYGRAPH_OUTPUT", "../output/one-state"))
files = [here / "CED-C-KAZ-1.pdf", here / "CRPD-C-KAZ-1.pdf"]
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

# %%
bridges = ask("bridges-between-treaties")
bridges

# %% [markdown]
# ## What does the later report cite that the earlier one does not?

# %%
ask("new-in-later-report", earlier="CED/C/KAZ/1", later="CRPD/C/KAZ/1")

# %% [markdown]
# ## Where do both cite the Constitution, and in which words?

# %%
ask("citations-of-law", law="Constitution")

# %% [markdown]
# ## How much of each report rests on what both cite?

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
# Left the articles of the first treaty, right those of the second; between them the laws that are cited under both.
# Articles with the same laws, most often because they share a heading, stand together.

# %%
graph = to_networkx(output)
labels = dict(graph.nodes(data="label"))
cited: dict[str, set[str]] = {}
for article, law in graph.edges():
    if graph.nodes[article]["category"] == "article" and law.rpartition("/")[2] in both:
        cited.setdefault(article, set()).add(law)
meeting = set.union(*cited.values()) & {
    law for law in labels if len({labels[article].split(",")[0] for article in cited if law in cited[article]}) > 1
}
together: dict[tuple[str, frozenset[str]], list[str]] = {}
for article, laws in sorted(cited.items(), key=lambda item: int(labels[item[0]].rpartition(" ")[2])):
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
axis.set_xlim(-0.9, 2.9)
axis.set_axis_off()
figure.tight_layout()
plt.show()
