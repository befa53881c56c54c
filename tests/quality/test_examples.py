"""The gate: what the examples' gold files say must come out of the examples, down to pinned floors."""

import hashlib
from pathlib import Path

import pytest
import yaml
from facts import EXAMPLES, Tally, tallies

from claimant.reader import Reader

FLOORS = yaml.safe_load(Path(__file__).with_name("floors.yaml").read_text(encoding="utf-8"))["examples"]


def digest(folder: Path) -> str:
    """A digest of the examples and their gold facts: who changes them has to look at the floor again."""
    total = hashlib.sha256()
    for path in sorted((*folder.glob("*.txt"), *folder.glob("*.gold.json"))):
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:16]


@pytest.fixture(scope="module")
def results(reader: Reader) -> list[Tally]:
    return tallies(reader)


def test_examples_are_those_the_floor_was_set_for() -> None:
    assert digest(EXAMPLES) == FLOORS["digest"], f"set the floor anew, and digest: {digest(EXAMPLES)}"


def test_enough_examples() -> None:
    assert len(list(EXAMPLES.glob("*.gold.json"))) >= 12


def test_facts(results: list[Tally]) -> None:
    right, total = sum(t.right for t in results), sum(t.total for t in results)
    wrong = "\n".join(f"{t.name}: {line}" for t in results for line in t.wrong)
    assert right / total >= FLOORS["facts"], f"{right}/{total} right\n{wrong}"


def test_nothing_forbidden(results: list[Tally]) -> None:
    said = [line for t in results for line in t.wrong if line.startswith("FORBIDDEN")]
    assert len(said) <= FLOORS["forbidden"], said
