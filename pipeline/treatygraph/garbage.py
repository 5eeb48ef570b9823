"""How the program's own processes collect garbage; who imports the package decides for himself."""

from __future__ import annotations

import gc

_YOUNG = 100_000  # objects made since the last look; Python's own threshold is 700


def collect_rarely() -> None:
    """Let Python look for circles of garbage less often.

    Of what a report is made of hardly anything is in a circle, and all of it lives until the report is written;
    looking took a tenth of a build's processor time.
    """
    gc.set_threshold(_YOUNG)
