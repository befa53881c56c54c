"""Scores Claimant with public scorers: `python benchmarks/gold.py FOLDER`.

FOLDER holds `score.py` and one folder a task (`plv`, `attribution`, `times`), each with a `dev.jsonl`
of reports with their right answers, and `report/` with `score.py` and pairs of `*.txt` and
`*.gold.json`. The files are for measuring only: none of their text is in this project.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from claimant.reader import Reader
from claimant.reports.inputs import reports

TASKS = (("open", "plv"), ("attribution", "attribution"), ("times", "times"))


def score(reader: Reader, source: Path, command: list[str]) -> str:
    records = reader.read_many(reports([source], on_problem=lambda p: print(p, file=sys.stderr)))
    lines = "".join(record.to_json() + "\n" for record in records)
    done = subprocess.run(
        [sys.executable, *command], input=lines, capture_output=True, text=True, check=False
    )
    return (done.stdout + done.stderr).strip()


def main(folder: Path) -> None:
    reader = Reader()
    for path in sorted((folder / "report").glob("*.txt")):
        gold = path.with_suffix("").with_suffix(".gold.json")
        print(f"{path.name}: {score(reader, path, [str(folder / 'report' / 'score.py'), str(gold)])}")
    for task, name in TASKS:
        source = folder / name / "dev.jsonl"
        if source.exists():
            print(score(reader, source, [str(folder / "score.py"), task, str(source)]))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
