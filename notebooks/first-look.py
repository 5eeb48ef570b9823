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
from treatygraph.export import project_articles_to_law, to_networkx
from treatygraph.graph import find_citations
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
network = project_articles_to_law(annotated, find_citations(annotated))
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
# Squares are articles, circles national law, diamonds bills, triangles international texts. The same network is in
# `network.gexf` (Gephi) and `network.graphml` (yEd, Cytoscape), `nodes.csv` and `edges.csv`.

# %%
place = nx.spring_layout(nx.Graph(graph), seed=1, k=0.35)
shapes = {
    "treaty": ("s", "#1f4e79"),
    "article": ("s", "#2e75b6"),
    "law": ("o", "#e08e0b"),
    "bill": ("d", "#a61e4d"),
    "international": ("^", "#5c940d"),
}

figure, axis = plt.subplots(figsize=(10, 8))
nx.draw_networkx_edges(graph, place, ax=axis, edge_color="#bbbbbb", width=0.6, arrows=False)
for category, (shape, colour) in shapes.items():
    keys = [key for key, data in graph.nodes(data=True) if data["category"] == category]
    sizes = [30 + 12 * graph.degree(key) for key in keys]
    nx.draw_networkx_nodes(graph, place, keys, ax=axis, node_shape=shape, node_color=colour, node_size=sizes)
labels = {
    key: data["label"].removeprefix(f"{annotated.report.treaty}, ")
    for key, data in graph.nodes(data=True)
    if data["category"] == "article" or graph.degree(key) >= 7
}
nx.draw_networkx_labels(graph, place, labels, ax=axis, font_size=7)
axis.set_axis_off()
figure.tight_layout()
plt.show()
