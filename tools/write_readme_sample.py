"""Write the page that README.md shows: what `claimant read` prints for an example, shortened."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLE = "examples/falklands-fishing-zone.txt"
SHOWN = ("rejected", "will bar", "had fired")


def main() -> int:
    """Print the example at 100 columns, keep the events that hold words of `SHOWN`, replace the sample."""
    command = [sys.executable, "-m", "claimant.cli", "read", EXAMPLE]
    environment = {**os.environ, "COLUMNS": "100"}
    printed = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    lines = [line.rstrip() for line in printed.stdout.splitlines()]
    first = next(i for i, line in enumerate(lines) if re.match(r" 1  ", line))
    last = lines.index("Positions")
    events: list[list[str]] = []
    for line in lines[first:last]:
        if re.match(r" \d+  ", line):
            events.append([])
        if line:
            events[-1].append(line)
    page = lines[:first]
    for event in (e for e in events if any(words in " ".join(e) for words in SHOWN)):
        page += [*event, " …"]
    while not lines[-1]:
        lines.pop()
    page += ["", *lines[last:]]
    readme = ROOT / "README.md"
    block = "\n".join([f"```\n$ claimant read {EXAMPLE}", *page, "```"])
    text = re.sub(r"^```\n\$ claimant read .*?^```$", lambda _: block, readme.read_text(encoding="utf-8"),
                  count=1, flags=re.S | re.M)  # fmt: skip
    readme.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
