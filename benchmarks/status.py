"""How well the status of events is read: `python benchmarks/status.py`.

The sentences of `model/status_test.jsonl` (uncommon turns of phrase, made to mislead) and of
`model/status_test_2.jsonl` (plain agency prose) are each by a writer of their own, on topics of their own; no
rule was made with them. A status counts where the two readers who labelled it agree.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import claimant
from claimant.events.pairs import Pair
from claimant.record import Entity, Status

MODEL = Path(__file__).parents[1] / "model"
FILES = {"made to mislead": MODEL / "status_test.jsonl", "plain prose": MODEL / "status_test_2.jsonl"}
UNREAL = {Status.NEGATED, Status.HYPOTHETICAL, Status.CONDITIONAL}


@dataclass(frozen=True)
class Case:
    """A sentence, two of its parties, and the statuses of what the one does to the other."""

    text: str
    pair: dict[str, Any]

    @property
    def wanted(self) -> set[Status]:
        """The statuses on which both readers agree."""
        return {Status(s) for s in self.pair["status"]}


@dataclass(frozen=True)
class Result:
    """How many statuses were read rightly."""

    macro_f1: float
    said: int
    cases: int
    unreal_as_actual: int
    unreal: int

    def __str__(self) -> str:
        return (
            f"macro-F1 {self.macro_f1:.1f}, told {self.said} of {self.cases}; of the negated, hypothetical"
            f" and conditional ones {self.unreal_as_actual} of {self.unreal} said as actual"
        )


def cases(file: Path) -> Iterator[Case]:
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for pair in row["pairs"]:
            if "second" not in pair or pair["second"]["status"] == pair["status"]:
                yield Case(row["text"], pair)


def by_pair(reader: claimant.Reader, of: Sequence[Case]) -> list[set[Status]]:
    """The statuses that `claimant classify` says of each given pair."""
    pairs = (Pair(c.text, c.pair["actor"], c.pair["recipient"]) for c in of)
    return [set(reading.likely()) for reading in reader.type_pairs(pairs)]


def by_reading(case: Case) -> set[Status] | None:
    """The statuses of the event between the two that a record tells; nothing where it tells none."""
    sides = case.pair["actor"], case.pair["recipient"]
    for actor, recipient in (sides, sides[::-1]):
        for event in claimant.read(case.text, published="2025-06-15").events:
            both = (*event.actor, *event.recipient)
            if over(event.actor, actor) and (over(event.recipient, recipient) or over(both, recipient)):
                return set(event.status)
    return None


def over(entities: Sequence[Entity], spans: Sequence[Sequence[int]]) -> bool:
    return any((e.start or 0) < end and start < (e.end or 0) for e in entities for start, end in spans)


def result(told: Sequence[tuple[Case, set[Status] | None]]) -> Result:
    said = [(case.wanted, found) for case, found in told if found is not None]
    scores = []
    for status in Status:
        hit = sum(status in wanted and status in found for wanted, found in said)
        made = sum(status in found for _, found in said)
        true = sum(status in wanted for wanted, _ in said)
        scores.append(200 * hit / max(1, made + true))
    unreal = [(wanted, found) for wanted, found in said if wanted & UNREAL]
    wrong = sum(Status.ACTUAL in found for _, found in unreal)
    return Result(sum(scores) / len(scores), len(said), len(told), wrong, len(unreal))


def results() -> Iterator[tuple[str, str, Result]]:
    """Which sentences, how they were read, and the result."""
    reader = claimant.Reader()
    for name, file in FILES.items():
        given = list(cases(file))
        yield name, "given pairs", result(list(zip(given, by_pair(reader, given), strict=True)))
        yield name, "in reading", result([(case, by_reading(case)) for case in given])


def main() -> None:
    for name, how, found in results():
        print(f"{name}, {how}: {found}")


if __name__ == "__main__":
    main()
