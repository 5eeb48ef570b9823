"""What the Committee concludes from a State's report and the dialogue on it; once "concluding comments".

Before 2004 symbols counted them in series of their own (CRC/C/15/Add.225). Those on additional information that a State
has submitted have a symbol of their own (CED/C/IRQ/OAI/1).
"""

from treatygraph.reading.un.kinds.kind import CYCLE, REISSUED, Kind, pattern

KIND = Kind(
    "concluding-observations",
    "concluding observations",
    (
        ("CRPD/C/KEN/CO/1", "Concluding observations on the initial report of Kenya"),
        ("", "Concluding comments of the Committee: Bulgaria"),
        ("CRC/C/15/Add.225", "Consideration of reports submitted by States parties under article 44 of the Convention"),
        ("CAT/C/CR/28/5", "Conclusions and recommendations of the Committee against Torture"),
        ("CED/C/IRQ/OAI/1", "Observations on the additional information submitted by Iraq under article 29 (4)"),
    ),
    symbol=pattern(
        rf"/(?:CO|OAI){CYCLE}{REISSUED}"
        r"|^(?:CRC/C/15|E/C\.12/1|CCPR/C/79|CERD/C/304)/Add\.\d|^(?:CAT/C/CR|CCPR/CO)/\d"
    ),
    title=pattern(
        r"^concluding (?:observations|comments)\b|^conclusions and recommendations of the Committee\b"
        r"|^observations on the additional information\b"
    ),
)
