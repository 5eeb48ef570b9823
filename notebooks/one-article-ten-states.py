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
# # One article over ten States
#
# Article 13 of the Convention on the Rights of Persons with Disabilities obliges States to ensure effective access to
# justice. Which laws do ten States say carry it out, which do they cite under it, how firmly, and which international
# texts do they share?
#
# The reports are in the [treaty bodies' database](https://tbinternet.ohchr.org) of the United Nations human rights
# office: put them into `reports/` as PDF, named by their symbols. Other States and another article are two lines below.
# Where none of them is there, the notebook runs on the [exercise texts](exercise/README.md), of a few sentences each:
# these are no documents of any State, and what is counted in them means nothing.
#
# Two layers are counted apart. Under an article a law is *cited* where the sentence, the paragraph or the heading names
# the article: complete, and no more than that. It is *claimed* where the State says something of it there: that it has
# effect, is planned, falls short, was repealed. A claim is found in the State's words; it is no finding that the law
# gives effect to the article. A State that cites or claims more laws does not protect the right better: it
# wrote another kind of report.

# %%
import os
from collections import Counter
from pathlib import Path

import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd

from treatygraph.building.build import Built, build_reports
from treatygraph.export import read_network, to_networkx
from treatygraph.query import run_query

STATES = ["AZE", "BFA", "CUB", "ESP", "ETH", "JOR", "KEN", "KOR", "LTU", "URY"]
ARTICLE = "13"

here = Path(os.environ.get("TREATYGRAPH_REPORTS", "../reports"))
output = Path(os.environ.get("TREATYGRAPH_OUTPUT", "../output/ten-states"))
files = sorted(path for state in STATES for path in here.glob(f"CRPD-C-{state}-*.pdf"))
if not files and "TREATYGRAPH_REPORTS" not in os.environ:
    files = [Path("exercise") / f"CRPD-C-{state}-99.txt" for state in STATES]
    print("The reports are not here: these are exercise texts, whose figures mean nothing.")
assert len(files) == len(STATES), f"{here} has {len(files)} of the {len(STATES)} reports; see above where they are."
outcomes = build_reports(files, output, jobs=os.cpu_count() or 1)
for outcome in outcomes:
    assert isinstance(outcome, Built), outcome.reason

pd.DataFrame(
    [
        {
            "report": outcome.summary.symbol,
            "paragraphs": outcome.summary.paragraphs,
            "instruments": outcome.summary.instruments,
            "of these national": outcome.summary.national,
        }
        for outcome in outcomes
        if isinstance(outcome, Built)
    ]
)

# %% [markdown]
# ## How many national laws does each State say carry out each article, and how many does it cite under it?

# %%
answer = run_query(output, "compare-states")
counts = pd.DataFrame(answer.rows, columns=list(answer.columns))
counts["laws"] = counts["claimed"].astype(str) + " of " + counts["cited"].astype(str)
by_article = counts.pivot_table(index="state", columns="article", values="laws", aggfunc="first", fill_value="")
by_article.sort_index(axis=1, key=lambda c: c.astype(int))

# %% [markdown]
# ## The laws under the article, and what is claimed of each

# %%
laws = run_query(output, "laws-under-article", {"article": ARTICLE})
laws

# %%
network = read_network(output, view="claims")
network

# %% [markdown]
# ## What kinds of law?
# A figure for a paper: national instruments that the State says carry the article out, by kind. In the table, `cited`
# counts all that are cited under it, the wide layer.

# %%
graph = to_networkx(network)
names = {key: data["label"] for key, data in graph.nodes(data=True)}
article = next(key for key, label in names.items() if label == f"CRPD, art. {ARTICLE}")
claims = [(law, edge) for _, law, edge in graph.out_edges(article, data=True) if edge["relation"] == "implementedBy"]
wide = to_networkx(output, view="article-law")
cited = [(law, edge) for _, law, edge in wide.out_edges(article, data=True)]
national = Counter(wide.nodes[law]["state"] for law, _ in cited if wide.nodes[law]["category"] in {"law", "bill"})

kinds: dict[str, Counter[str]] = {}
for law, _ in claims:
    data = graph.nodes[law]
    kinds.setdefault(data["state"], Counter())[data["instrument_kind"]] += 1
by_kind = pd.DataFrame(kinds).T.fillna(0).astype(int)
frequent = by_kind.sum().sort_values(ascending=False).index
by_kind = by_kind[frequent[:5]].assign(other=by_kind[frequent[5:]].sum(axis=1))
by_kind = by_kind.loc[by_kind.sum(axis=1).sort_values().index]
by_kind.assign(cited=pd.Series(national))

# %%
plt.rcParams.update({"font.family": "serif", "font.size": 9})
figure, axis = plt.subplots(figsize=(6.3, 3.2))
by_kind.plot.barh(
    stacked=True, ax=axis, width=0.75, color=["#1b4f8a", "#4f8fcb", "#a9cce9", "#e08e0b", "#f3c677", "#c9c9c9"]
)
axis.set_xlabel(f"national instruments said to carry out article {ARTICLE}")
axis.legend(frameon=False, fontsize=8, loc="lower right")
axis.spines[["top", "right"]].set_visible(False)
figure.tight_layout()
plt.show()

# %% [markdown]
# ## How firm is the evidence?
# *explicit*: one sentence names the article and the law; *paragraph*: the paragraph does; *section*: the heading alone,
# which names no other article; *shared*: a heading of several. First the claims, then all that is cited.

# %%
firm: dict[tuple[str, str], Counter[str]] = {}
for layer, edges in (("claimed", claims), ("cited", cited)):
    for _, edge in edges:
        for state in edge["states"].split("; "):
            firm.setdefault((layer, state), Counter())[edge["strength"]] += 1
pd.DataFrame(firm).T.fillna(0).astype(int)

# %% [markdown]
# ## Which international texts tie the States together?
# Over their whole reports, the States and the international texts that they cite under any article, the wide layer,
# form a network with two kinds of nodes. A text's degree is the number of States that cite it; its betweenness says how
# much it stands between States that share little else. The treaty reported on is left out: all cite it.

# %%
graph = to_networkx(output, view="state-law-article")
names = {key: data["label"] for key, data in graph.nodes(data=True)}
ties = nx.Graph()
for state, text, edge in graph.edges(data=True):
    if edge["relation"] == "cites" and graph.nodes[text]["category"] == "international":
        ties.add_edge(state, text, paragraphs=edge["weight"])
texts = [node for node in ties if graph.nodes[node]["category"] == "international"]
states = [node for node in ties if graph.nodes[node]["category"] == "state"]
betweenness = nx.betweenness_centrality(ties)
measures = pd.DataFrame(
    {
        "text": [names[node] for node in texts],
        "States": [ties.degree(node) for node in texts],
        "betweenness": [round(betweenness[node], 3) for node in texts],
    }
).sort_values(["States", "betweenness", "text"], ascending=[False, False, True])
measures.head(10)

# %% [markdown]
# How alike are two States in the texts that they cite? Jaccard's index: the texts that both cite, of all that either
# cites.

# %%
alike = pd.DataFrame(
    {names[a]: {names[b]: round(next(nx.jaccard_coefficient(ties, [(a, b)]))[2], 2) for b in states} for a in states}
)
alike

# %%
shared = [node for node in texts if ties.degree(node) > 1]
drawn = ties.subgraph(max(nx.connected_components(ties.subgraph([*states, *shared])), key=len))
shared, states = ([node for node in group if node in drawn] for group in (shared, states))
shared.sort(key=lambda node: (-drawn.degree(node), names[node]))
states.sort(key=lambda node: (-drawn.degree(node), names[node]))
place = {node: (0, -(row + 0.5) / len(states)) for row, node in enumerate(states)}
place |= {node: (1, -(row + 0.5) / len(shared)) for row, node in enumerate(shared)}
figure, axis = plt.subplots(figsize=(9, 5.5))
nx.draw_networkx_edges(drawn, place, ax=axis, edge_color="#b8cfe6")
nx.draw_networkx_nodes(drawn, place, states, ax=axis, node_shape="s", node_color="#2e75b6", node_size=60)
sizes = [25 * drawn.degree(node) for node in shared]
nx.draw_networkx_nodes(drawn, place, shared, ax=axis, node_color="#5c940d", node_size=sizes)
for node, (x, y) in place.items():
    label = names[node] if len(names[node]) < 60 else names[node][:58] + "…"
    axis.annotate(
        label, (x, y), xytext=(12 if x else -12, 0), textcoords="offset points", ha="left" if x else "right",
        va="center", fontsize=8,
    )  # fmt: skip
axis.set_xlim(-0.45, 2.2)
axis.set_axis_off()
figure.tight_layout()
plt.show()
