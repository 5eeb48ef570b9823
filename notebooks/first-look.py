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
# # A first look at a report's graph
#
# `make` reads the report of Kazakhstan on enforced disappearance (CED/C/KAZ/1) into `output/`. This notebook loads
# its graph, asks five of the named questions, and draws two pictures. Open it with Jupyter through jupytext, or run
# `jupytext --to ipynb --execute notebooks/first-look.py`.
#
# A link from a treaty article to a law says that the *State* cites the law under that article. It is the State's
# claim, found in its words; it is no finding that the law gives effect to the article.

# %%
import os
from pathlib import Path

import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd

from treatygraph.corpus.records import read_records
from treatygraph.export import project, to_networkx
from treatygraph.query import open_store, run_query

pd.set_option("display.max_colwidth", 90)

folder = Path(os.environ.get("TREATYGRAPH_REPORT", "../output/CED-C-KAZ-1"))
store = open_store(folder)
print(f"{len(store):,} triples")


# %%
def ask(name: str, **parameters: str | int) -> pd.DataFrame:
    """Ask a named question; `treatygraph query --list` shows them all."""
    answer = run_query(store, name, parameters)
    print(answer.question)
    return pd.DataFrame(answer.rows, columns=list(answer.columns))


# %% [markdown]
# ## Which laws does the State cite under article 17?
# `strength` says how firmly: *explicit* where one sentence names the article and the law, *paragraph* where the
# paragraph does, *section* where only the heading names the article.

# %%
laws = ask("laws-under-article", article="17")
laws.drop(columns="law")

# %% [markdown]
# ## In which words, and where?
# Every link leads back to a paragraph, a page and a quotation. `sharedWith` counts the articles that share the
# heading: a law under a heading of three articles is weaker evidence for each of them.

# %%
evidence = ask("evidence-under-article", article="17")
evidence.drop(columns="target").head(12)

# %% [markdown]
# ## Which laws carry the report?

# %%
carrying = ask("most-cited-laws")
carrying.drop(columns="law").head(10)

# %% [markdown]
# ## Which instruments approve which?

# %%
approvals = ask("approvals")
approvals.head(10)

# %% [markdown]
# ## What do the tables count, and under which articles is that offence cited?

# %%
figures = ask("figures-and-articles")
figures

# %% [markdown]
# ## Laws under each article of the Convention
# Articles under one heading share their laws; the darker a bar, the fewer articles share it.

# %%
annotated = read_records(folder)
network = project([annotated])
graph = to_networkx(network)

articles = [(key, data) for key, data in graph.nodes(data=True) if data["category"] == "article"]
rows = []
for key, data in articles:
    edges = [e for _, _, e in graph.out_edges(key, data=True) if e["relation"] == "implementedBy"]
    shared = max((e.get("article_count", 1) for e in edges), default=1)
    rows.append({"article": data["label"].rpartition(" ")[2], "laws": len(edges), "shared": shared})
per_article = pd.DataFrame(rows)

figure, axis = plt.subplots(figsize=(9, 3.5))
axis.bar(per_article["article"], per_article["laws"], color=plt.cm.Blues(1 / per_article["shared"] * 0.7 + 0.25))
axis.set_xlabel(f"article of {annotated.report.treaty}")
axis.set_ylabel("national laws cited")
axis.spines[["top", "right"]].set_visible(False)
figure.tight_layout()
plt.show()

# %% [markdown]
# ## The network of articles and law
# Articles with the same laws, most often because they share a heading, are one square. A law that is cited under
# several articles stands between them. The whole network is in `network.gexf` (Gephi), `network.graphml` (yEd,
# Cytoscape), `nodes.csv` and `edges.csv`.

# %%
sharing: dict[frozenset[str], list[str]] = {}
for key, data in articles:
    sharing.setdefault(frozenset(graph.successors(key)), []).append(data["label"].rpartition(" ")[2])

picture = nx.Graph()
for laws_cited, numbers in sharing.items():
    square = "art. " + ", ".join(numbers)
    picture.add_node(square, category="article", label=square)
    for law in laws_cited:
        picture.add_node(law, **graph.nodes[law])
        picture.add_edge(square, law)

shapes = {
    "article": ("s", "#2e75b6", "treaty articles"),
    "law": ("o", "#e08e0b", "national law in force"),
    "bill": ("d", "#a61e4d", "bills"),
    "international": ("^", "#5c940d", "international texts"),
}
place = nx.spring_layout(picture, seed=1, k=0.3)
figure, axis = plt.subplots(figsize=(11, 8))
nx.draw_networkx_edges(picture, place, ax=axis, edge_color="#c0c0c0", width=0.7)
for category, (shape, colour, meaning) in shapes.items():
    keys = [key for key, data in picture.nodes(data=True) if data["category"] == category]
    sizes = [30 + 10 * picture.degree(key) for key in keys]
    nx.draw_networkx_nodes(
        picture, place, keys, ax=axis, node_shape=shape, node_color=colour, node_size=sizes, label=meaning
    )
for key, data in picture.nodes(data=True):
    if data["category"] == "article" or picture.degree(key) >= 4:
        axis.annotate(data["label"], place[key], xytext=(0, 7), textcoords="offset points", fontsize=8, ha="center")
axis.legend(loc="lower right", frameon=False, markerscale=0.6)
axis.set_axis_off()
figure.tight_layout()
plt.show()
