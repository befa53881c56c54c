"""How many texts of who says what are read rightly, against pinned floors.

``python tests/quality/test_said.py [-v] [odd|even]`` prints the tables without pytest; with ``-v``, what is
wrong, of one half of the entries if it is named.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from said import Entry, Verdict, judge, share, table

import claimant
from claimant.record import Record, Stance

FOLDER = Path(__file__).parent
NAMES = ("said_sentences", "said_reports")
BOTH = pytest.mark.parametrize("name", NAMES)
Read = Callable[..., Record]


def load(name: str) -> list[Entry]:
    entries: list[Entry] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return entries


def floors(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((FOLDER / "floors.yaml").read_text("utf-8"))[name]
    return found


def verdicts(name: str, read: Read) -> list[Verdict]:
    return [judge(entry, read(entry["text"], published=entry.get("published"))) for entry in load(name)]


def under_floors(found: list[Verdict], wanted: dict[str, Any]) -> list[str]:
    shares = {
        "all": share(v.right for v in found),
        "even": share(v.right for v in found if not v.odd),
    }
    return [f"{n}: {r}/{of} is under {wanted[n]}" for n, (r, of) in shares.items() if r < wanted[n] * of]


@BOTH
def test_floors(name: str, read: Read) -> None:
    found = verdicts(name, read)
    print("\n".join(table(found)))
    assert under_floors(found, floors(name)) == []


@BOTH
def test_entries_are_well_formed(name: str) -> None:
    entries = load(name)
    assert len({e["id"] for e in entries}) == len({e["text"] for e in entries}) == len(entries)
    for entry in entries:
        wanted = entry.get("statements") or []
        assert {w["stance"] for w in wanted} <= set(Stance), entry["id"]
        words = [w for s in wanted for w in (s["content"], s["cue"], *s["chain"])] + (entry.get("none") or [])
        assert [w for w in words if w not in entry["text"]] == [], entry["id"]


TEXT = "Oslo was wrong, a Bonn daily said, citing two aides."
ENTRY: Entry = {
    "id": "x-1",
    "text": TEXT,
    "statements": [
        {"content": "Oslo was wrong", "cue": "said", "chain": ["two aides", "a Bonn daily"],
         "stance": "asserts"}
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({}, True),
        ({"stance": "denies"}, False),
        ({"chain": ["a Bonn daily", "two aides"]}, False),
        ({"chain": ["two aides"]}, False),
        ({"content": "citing two aides"}, False),
    ],
)
def test_a_verdict_can_be_wrong(change: Entry, right: bool, read: Read) -> None:
    entry = {**ENTRY, "statements": [{**ENTRY["statements"][0], **change}]}
    assert judge(entry, read(TEXT)).right is right


def test_what_is_no_statement_must_not_be_said(read: Read) -> None:
    assert not judge({"id": "x-1", "text": TEXT, "none": ["a Bonn daily said"]}, read(TEXT)).right
    assert judge({"id": "x-1", "text": TEXT, "none": ["two aides"]}, read(TEXT)).right


def main() -> int:
    """Print the tables; 1 when something lies under its floor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="tell what is wrong")
    parser.add_argument("half", nargs="?", choices=["odd", "even"], help="of which half")
    options = parser.parse_args()
    under = []
    for name in NAMES:
        found = verdicts(name, claimant.read)
        print(f"== {name}")
        for verdict in found if options.verbose else ():
            if not verdict.right and (options.half is None or verdict.odd is (options.half == "odd")):
                print(f"{verdict.entry['id']}: {verdict.entry['text']}")
                print("".join(f"    wrong  {what}\n" for what in verdict.wrong), end="")
                print("".join(f"    said   {what}\n" for what in verdict.said), end="")
        print("\n".join(table(found)))
        under += [f"{name}: {what}" for what in under_floors(found, floors(name))]
    print("\n".join(["under the floors:", *under]) if under else "all floors are reached")
    return 1 if under else 0


if __name__ == "__main__":
    sys.exit(main())
