"""Where reports lie in an output folder: in folders that a build wrote whole, never in hidden ones."""

from __future__ import annotations

from pathlib import Path


def list_folders(output: Path, holding: str = "report.json") -> list[Path]:
    """List the folders in `output` that hold a report, by name; `holding` is the file that shows it.

    What is hidden is not listed: a build is at work on it, or was ended in the middle of it.
    """
    return sorted(
        file.parent for file in output.glob(f"*/{holding}") if not file.parent.name.startswith(".") and file.is_file()
    )


def beside_reports(source: Path, name: str) -> Path:
    """Where a file of a person's own lies: in an output folder, or in the one that holds this report's folder."""
    folder = source.resolve().parent if (source / "graph.ttl").is_file() else source
    return folder / name
