"""What lexicon and pair model find alone and together: `python benchmarks/pairs.py FOLDER`.

FOLDER is as for `gold.py`; of it, `plv/dev.jsonl` is read. `classify`: the type of given pairs. `open`: pairs
and types found in running text.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import gold

from claimant.events import EventCoder, Lexicon, load_codebook
from claimant.events.hints import RELATIONS
from claimant.events.pairs import Hinted, Pair, load_pair_model
from claimant.reader import Reader

TYPES = [t.code for t in load_codebook().types]


def by_lexicon(hints: Sequence[float]) -> str:
    """The type that the lexicon tells of a pair: of the draft that fits it best."""
    for number, _ in enumerate(RELATIONS[:-1]):
        row = hints[number * len(TYPES) : (number + 1) * len(TYPES)]
        if any(row):
            return TYPES[list(row).index(1.0)]
    return "NONE"


def classified(source: Path) -> Iterator[tuple[str, list[str]]]:
    """The types of the pairs of a file: by the lexicon, by the model, by both."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    pairs = [Pair(row["text"], row["actor"], row["recipient"]) for row in rows]
    hinted = list(Reader().hint_pairs(pairs))
    model = load_pair_model()
    yield "lexicon alone", [by_lexicon(h.hints) for h in hinted]
    yield "model alone", [r.event for r in model.read(Hinted(h.pair, [0.0] * len(h.hints)) for h in hinted)]
    yield "both", [r.event for r in model.read(hinted)]


def figures(folder: Path) -> Iterator[tuple[str, str, str]]:
    """What coded, the task, and its figures."""
    source, scorer = folder / "plv" / "dev.jsonl", folder / "score.py"
    ids = [json.loads(line)["id"] for line in source.read_text(encoding="utf-8").splitlines()]
    for name, types in classified(source):
        lines = "".join(json.dumps({"id": i, "event": t}) + "\n" for i, t in zip(ids, types, strict=True))
        done = subprocess.run(
            [sys.executable, str(scorer), "classify", str(source)],
            input=lines, capture_output=True, text=True, check=True,
        )  # fmt: skip
        yield name, "classify", done.stdout.strip().splitlines()[-1].removeprefix("classify: ")
    coders = {
        "lexicon alone": EventCoder(pair_model=None),
        "model alone": EventCoder(lexicon=Lexicon()),
        "both": EventCoder(),
    }
    for name, coder in coders.items():
        *_, last = gold.score(Reader(events=coder), source, scorer, "open", source)
        yield name, "open", last.removeprefix("open: ")


def main(folder: Path) -> None:
    for name, task, told in figures(folder):
        print(f"{task:9} {name:14} {told}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
