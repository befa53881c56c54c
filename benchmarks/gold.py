"""Scores Claimant with public scorers and prints a table: `python benchmarks/gold.py FOLDER`.

FOLDER holds `score.py` and one folder a task (`plv`, `attribution`, `times`), each with a `dev.jsonl`
of reports with their right answers, and `report/` with `score.py` and pairs of `NAME.txt` and
`NAME.gold.json`. `score.py TASK FILE` and `report/score.py GOLD` read records on standard input and print
their figures on the last line. The files are for measuring only: none of their text is in this project.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from claimant.errors import InputError
from claimant.reader import Reader
from claimant.reports.inputs import reports

TASKS = (("plv", "open"), ("attribution", "attribution"), ("times", "times"))


def tell(problem: InputError) -> None:
    print(problem, file=sys.stderr)


def score(reader: Reader, source: Path, *command: str | Path) -> list[str]:
    """The lines that a scorer prints about our records of one file."""
    records = reader.read_many(reports([source], on_problem=tell))
    lines = "".join(record.to_json() + "\n" for record in records)
    return scored(source, lines, *command)


def scored(source: Path, lines: str, *command: str | Path) -> list[str]:
    """The lines that a scorer prints about given records of one file, one a line."""
    done = subprocess.run(
        [sys.executable, *map(str, command)], input=lines, capture_output=True, text=True, check=False
    )
    # The scorer of single reports exits 1 when a fact is wrong, so its status says nothing
    if not done.stdout.strip() or done.stderr:
        sys.exit(f"{source}: {done.stderr or 'the scorer printed nothing'}")
    return done.stdout.strip().splitlines()


def rows(reader: Reader, folder: Path) -> Iterator[tuple[str, str]]:
    """What was scored, and a figure or figures about it."""
    for path in sorted((folder / "report").glob("*.txt")):
        gold = path.with_suffix(".gold.json")
        *_, last = score(reader, path, folder / "report" / "score.py", gold)
        yield f"report {path.stem}", last
    for name, task in TASKS:
        source = folder / name / "dev.jsonl"
        if source.exists():
            *more, last = score(reader, source, folder / "score.py", task, source)
            yield name, last.removeprefix(f"{task}: ")
            yield from (("", line.strip()) for line in more)


def main(folder: Path) -> None:
    found = list(rows(Reader(), folder))
    if not found:
        sys.exit(f"{folder}: nothing to score. {__doc__}")
    width = max(len(name) for name, _ in found)
    for name, figures in found:
        print(f"{name:{width}}  {figures}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
