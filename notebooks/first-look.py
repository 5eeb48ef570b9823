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
# ## Which laws does the State cite under article 17, and which does it say carry it out?
# `strength` says how firmly: *explicit* where one sentence names the article and the law, *paragraph* where the
# paragraph does, *section* where only the heading names the article, *shared* where the heading names several.

# %%
laws = ask("laws-under-article", article="17")
laws.drop(columns="law")

# %% [markdown]
# ## In which words, and where?
# Every link leads back to a paragraph, a page and a quotation. `sharedWith` counts the articles that share the
# heading: that a law is cited under a heading of three articles says of none of them that the law carries it out. Only
# where the paragraph is plainly about one of the three is that one claimed.

# %%
evidence = ask("evidence-under-article", article="17")
evidence.drop(columns="target").head(12)

# %% [markdown]
# ## Which laws carry the report?
# Counted by the paragraphs that cite them, under an article or not.

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
# Dark, the national laws that the State says carry the article out; light, all that are cited under it. Articles under
# one heading share what is cited; what is claimed they need not share.

# %%
annotated = read_records(folder)
network = project([annotated])
graph = to_networkx(network)

articles = [(key, data) for key, data in graph.nodes(data=True) if data["category"] == "article"]
rows = []
for key, data in articles:
    cited = [e for _, law, e in graph.out_edges(key, data=True) if graph.nodes[law]["category"] in {"law", "bill"}]
    claimed = [e for e in cited if "implementedBy" in e.get("claims", "")]
    rows.append({"article": data["label"].rpartition(" ")[2], "claimed": len(claimed), "cited": len(cited)})
per_article = pd.DataFrame(rows)

figure, axis = plt.subplots(figsize=(9, 3.5))
axis.bar(per_article["article"], per_article["cited"], color="#c9dcee", label="cited under the article")
axis.bar(per_article["article"], per_article["claimed"], color="#2e75b6", label="said to carry it out")
axis.legend(frameon=False)
axis.set_xlabel(f"article of {annotated.report.treaty}")
axis.set_ylabel("national laws")
axis.spines[["top", "right"]].set_visible(False)
figure.tight_layout()
plt.show()

# %% [markdown]
# ## The network of articles and law
# All that is cited, the wide layer. Articles with the same laws, most often because they share a heading, are one
# square; a line to a law is full where the State claims something of it and of one of them, else dotted. A law that is
# cited under several articles stands between them.
# The whole network is in `network.gexf` (Gephi), `network.graphml` (yEd, Cytoscape), `nodes.csv` and `edges.csv`.

# %%
sharing: dict[frozenset[str], list[str]] = {}
for key, data in articles:
    sharing.setdefault(frozenset(graph.successors(key)), []).append(data["label"].rpartition(" ")[2])

numbered = {data["label"].rpartition(" ")[2]: key for key, data in articles}
articles_of = {"art. " + ", ".join(numbers): [numbered[n] for n in numbers] for numbers in sharing.values()}
picture = nx.Graph()
for laws_cited, numbers in sharing.items():
    square = "art. " + ", ".join(numbers)
    picture.add_node(square, category="article", label=square)
    for law in laws_cited:
        picture.add_node(law, **graph.nodes[law])
        claims = [edge for key in articles_of[square] for edge in graph.get_edge_data(key, law).values()]
        picture.add_edge(square, law, claimed=any(edge.get("claims") for edge in claims))

shapes = {
    "article": ("s", "#2e75b6", "treaty articles"),
    "law": ("o", "#e08e0b", "national law in force"),
    "bill": ("d", "#a61e4d", "bills"),
    "international": ("^", "#5c940d", "international texts"),
}
place = nx.spring_layout(picture, seed=1, k=0.3)
figure, axis = plt.subplots(figsize=(11, 8))
for claimed, style in ((False, ":"), (True, "-")):
    drawn = [(a, b) for a, b, said in picture.edges(data="claimed") if said == claimed]
    nx.draw_networkx_edges(picture, place, drawn, ax=axis, edge_color="#a0a0a0", width=0.8, style=style)
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
