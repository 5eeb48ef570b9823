"""The version, which `pyproject.toml`, the command line and every graph's provenance take from here."""

__version__ = "0.1.0"
