"""Write the pairs that types of users' codebooks are told apart from: `python model/background.py`.

A part of the corpus, each type evenly, in the form that `claimant classify` takes.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from pathlib import Path

from corpus import NONE, rows

FILE = Path(__file__).parents[1] / "src" / "claimant" / "events" / "codebook" / "background.jsonl"
EACH, OF_NONE = 40, 200


def main() -> int:
    """Write the file."""
    by_type = defaultdict(list)
    for row in rows():
        for pair in row["pairs"]:
            sides = {side: pair[side] for side in ("actor", "recipient")}
            by_type[pair["type"]].append({"text": row["text"], **sides, "event": pair["type"]})
    chance = random.Random(1)
    lines = []
    for kind in sorted(by_type):
        few = chance.sample(by_type[kind], OF_NONE if kind == NONE else EACH)
        lines += [json.dumps(row, ensure_ascii=False) for row in few]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{FILE}: {len(lines)} pairs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
