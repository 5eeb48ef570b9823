"""Writes the bill of materials of what a build installs, and asks which of it has a known vulnerability.

`make audit` runs it. `build/bom.json` (CycloneDX) is made from requirements.lock, and nothing is asked for it. The
exit code is 0 where no vulnerability is known, 1 where one is, and 3 where the service was not reached or knows a
package not at all, for then nothing is known of it either. (make itself ends with 2 and prints which it was.)
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements.lock"
BOM = ROOT / "build" / "bom.json"
KNOWN, NOT_ASKED = 1, 3


def write_bom(path: Path) -> int:
    """Write the bill of materials to `path`; gives how many packages are in it."""
    path.parent.mkdir(exist_ok=True)
    options = ["--pyproject", ROOT / "pyproject.toml", "--output-reproducible", "--output-file", path]
    # -W: it warns that requirements tell no dependencies of packages among each other.
    command = [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", "requirements", *options, LOCK]
    subprocess.run(command, check=True)
    return len(json.loads(path.read_text(encoding="utf-8"))["components"])


def ask() -> str:
    """What pip-audit answers, as JSON; empty where the service was not reached."""
    options = ["--requirement", LOCK, "--disable-pip", "--require-hashes", "--format", "json"]
    command = [sys.executable, "-m", "pip_audit", *options, "--progress-spinner", "off"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout


def judge(answer: str) -> tuple[int, str]:
    """The exit code and what to say of an answer of pip-audit."""
    if not answer.strip():
        return NOT_ASKED, "Vulnerabilities: not known, the service was not reached."
    packages = json.loads(answer)["dependencies"]
    found = [
        f"  {package['name']} {package['version']}: {each['id']}, mended in {', '.join(each['fix_versions']) or 'none'}"
        for package in packages
        for each in package.get("vulns", ())
    ]
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    if found:
        return KNOWN, "\n".join([f"Vulnerabilities: {len(found)} known.", *found])
    if skipped:
        return NOT_ASKED, (
            f"Vulnerabilities: not known, the service had no answer for {len(skipped)} of {len(packages)} packages."
        )
    return 0, f"Vulnerabilities: none known of {len(packages)} packages."


def main() -> int:
    """Write, ask, and say what came of it."""
    print(f"{BOM.relative_to(ROOT)}: a bill of materials of {write_bom(BOM)} packages.", flush=True)
    code, words = judge(ask())
    print(words, file=sys.stderr if code else sys.stdout)
    return code


if __name__ == "__main__":
    sys.exit(main())
