"""A report that answers a list of issues prior to reporting (General Assembly resolution 68/268, para. 1)."""

from treatygraph.reading.un.kinds.kind import Kind, pattern

KIND = Kind(
    "simplified-report",
    "report under the simplified procedure",
    (
        (
            "CRPD/C/DOM/2-3",
            "Combined second and third periodic reports submitted by the Dominican Republic under article 35 of the "
            "Convention pursuant to the simplified reporting procedure",
        ),
        ("", "Combined second and third periodic reports submitted pursuant to the optional reporting procedure"),
        ("", "Fifth periodic report submitted by Austria in response to the list of issues prior to reporting"),
    ),
    title=pattern(
        r"\b(?:simplified|optional) reporting procedure\b"
        r"|\b(?:report|replies)\b.*\b(?:in response|repl(?:y|ies)|pursuant) to the list of issues prior\b"
    ),
    report=True,
)
