"""The command that writes networks, graphs and texts for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from treatygraph.commands.arguments import OUTPUT, PATH

if TYPE_CHECKING:
    from treatygraph.export import View

# Of `treatygraph.export` and of `treatygraph.graph.notations`, which are not imported for a word of help.
VIEWS = ("article-law", "claims", "law-law", "agency-law", "state-law-article")
NETWORK_FORMATS = ("gexf", "graphml", "yed", "cx2", "cyjs", "dot", "csv", "neo4j", "parquet")
NOTATIONS = {
    **{"turtle": "ttl", "ntriples": "nt", "jsonld": "jsonld", "rdfxml": "rdf", "nquads": "nq", "trig": "trig"},
    **{"ttl": "ttl", "nt": "nt", "rdf": "rdf", "nq": "nq"},
    "akn": "akn",
    "rocrate": "rocrate",
}


@click.command()
@click.argument("source", metavar="[DIR]", type=PATH, default=OUTPUT)
@click.option(
    "--format",
    "form",
    type=click.Choice([*NETWORK_FORMATS, *NOTATIONS]),
    metavar="FORMAT",
    required=True,
    help=f"A network: {', '.join(NETWORK_FORMATS)}. The whole graph: turtle (ttl), ntriples (nt), jsonld, rdfxml "
    "(rdf), nquads (nq), trig. The text of one report: akn (Akoma Ntoso). The description of a folder "
    "for who deposits it: rocrate (RO-Crate).",
)
@click.option("--view", type=click.Choice(VIEWS), help="The network to write. [default: article-law]")
@click.option("--split", is_flag=True, help="With nquads: a folder with a file for each graph, and what loads them "
              "into Virtuoso and QLever.")  # fmt: skip
@click.option(
    "--output",
    "-o",
    type=PATH,
    help="The file to write, or the folder for csv, neo4j and parquet, which are several files. "
    "[default: standard output]",
)
def export(source: Path, form: str, view: View | None, split: bool, output: Path | None) -> None:
    """Write a network, the graph or the text of the report in DIR, or a network or the graph of all reports in it.

    The views: treaty articles and all law cited under them; of these, what the State claims; law and the law it
    approves, amends, repeals or implements; public bodies and law; States, all law they cite, and the articles. An
    edge's weight is the number of paragraphs behind it.

    The whole graphs of several reports are merged, or kept apart as named graphs by nquads and trig. Akoma Ntoso
    is the text of one report with its citations marked.

    \b
      treatygraph export output --format gexf --view state-law-article --output states.gexf
      treatygraph export output/CED-C-KAZ-1 --format parquet --output tables
      treatygraph export output --format nquads --output corpus.nq
      treatygraph export output --format nquads --split --output corpus-graphs
      treatygraph export output/CED-C-KAZ-1 --format jsonld > CED-C-KAZ-1.jsonld
      treatygraph export output/CED-C-KAZ-1 --format akn > CED-C-KAZ-1.xml
      treatygraph export output --format rocrate --output output/ro-crate-metadata.json
    """
    from treatygraph.progress import showing

    if view is not None and form in NOTATIONS:
        raise click.UsageError(f"--view is of a network; {form} writes no network.")
    if split and (NOTATIONS.get(form) != "nq" or output is None):
        raise click.UsageError("--split is of nquads, and of a folder that --output names.")
    if form in NOTATIONS:
        return _write_graph(source, NOTATIONS[form], output, split=split)
    with showing(f"Opening {source}", also=output is None) as progress:
        from treatygraph.export import FORMATS, export_network

        if FORMATS[form].several_files and output is None:
            raise click.UsageError(f"{form} is several files; name a folder for them with --output.")
        network, rendered = export_network(source, view or "article-law", form, output, progress.at)
    from treatygraph.terminal import counted

    if output is None:
        sys.stdout.buffer.writelines(rendered.files.values())
    if not network.edges:
        click.echo(f"{source}: there is nothing in this view; the network is empty.", err=True)
    if rendered.replaced:
        characters = counted(rendered.replaced, "character")
        click.echo(f"{characters} that XML cannot hold became U+FFFD.", err=True)
    return None


def _write_graph(source: Path, notation: str, output: Path | None, *, split: bool) -> None:
    from treatygraph.progress import showing

    with showing(f"Opening {source}", also=output is None) as progress:
        from treatygraph.building.dump import dump, dump_to
        from treatygraph.building.split import split_to

        if output is None:
            sys.stdout.buffer.writelines(dump(source, notation, progress.at))
        elif split:
            split_to(source, output, progress.at)
        else:
            dump_to(source, notation, output, progress.at)
