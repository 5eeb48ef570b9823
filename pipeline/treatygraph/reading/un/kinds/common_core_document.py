"""The common core document: what a State reports once for all treaties (HRI/GEN/2/Rev.6)."""

from treatygraph.reading.un.kinds.kind import Kind, pattern

KIND = Kind(
    "common-core-document",
    "common core document",
    (
        ("HRI/CORE/KEN/2011", "Common core document forming part of the reports of States parties: Kenya"),
        ("", "Core document forming part of the reports of States parties: Bulgaria"),
    ),
    symbol=pattern(r"^HRI/CORE/"),
    title=pattern(r"\b(?:common )?core document\b"),
)
