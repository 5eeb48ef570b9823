"""The command that serves a folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from treatygraph.commands.arguments import PATH


@click.command()
@click.argument("output", metavar="[DIR]", type=PATH, default="output")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at; others than 127.0.0.1 "
              "let other machines ask.")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65_535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Questions answered at once.")
@click.option("--timeout", type=click.IntRange(1, 3_600), default=20, show_default=True, metavar="SECONDS",
              help="End a question after so long.")  # fmt: skip
@click.option("--memory", type=click.IntRange(min=256), default=4096, show_default=True, metavar="MB",
              help="End a question where it needs more memory.")  # fmt: skip
@click.option("--save-from", multiple=True, metavar="HOST",
              help="Let pages under this host name save judgements; else only this machine's own may.")  # fmt: skip
def serve(
    output: Path, host: str, port: int, workers: int, timeout: int, memory: int, save_from: tuple[str, ...]
) -> None:
    """Serve the reports in DIR to SPARQL clients, spreadsheets and notebooks; "output" where DIR is left out.

    /sparql speaks the SPARQL 1.1 protocol and only reads. /q/NAME answers a named question as CSV, JSON or a page, and
    /q/ lists all. The pages under /pages/ save what is judged on them into review.csv. Every IRI of the graph is
    described at the address that ends as it does. Nothing is sent to other machines. What serves needs an extra: pip
    install 'treatygraph[serve]'.

    \b
      treatygraph serve output
      curl 'http://127.0.0.1:8000/q/laws-under-article?article=17&report=CED/C/KAZ/1'
    """
    from treatygraph.extras import require

    for module in ("starlette", "uvicorn"):
        require(module, extra="serve")
    from treatygraph.building.keeping import have_store
    from treatygraph.serving.jobs import Limits
    from treatygraph.serving.service import serve as run

    say = partial(click.echo, err=True)
    have_store(output, say)
    limits = Limits(seconds=timeout, megabytes=memory)
    run(
        output=output,
        host=host,
        port=port,
        number=workers,
        limits=limits,
        save_from=frozenset(name.casefold() for name in save_from),
        tell=lambda address: say(f"Serving {output} at {address}"),
        log=say,
    )
