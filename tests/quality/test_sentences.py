"""How many short reports are read rightly, against pinned floors.

The entries stand in ``sentences.yaml`` (by phenomenon), ``same_kind.yaml`` and ``blind.yaml``, the floors in
``floors.yaml``.
``python tests/quality/test_sentences.py [-v]`` prints the tables without pytest; with ``-v``, what was said.
"""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from verdicts import NOTHING, Entry, Verdict, judge, shares, table, under_floors

import claimant
from claimant.record import Entity, Event, PositionKind, Record, Source, Stance, Status

FOLDER = Path(__file__).parent
ROOTS = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT",
         "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}  # fmt: skip
ENTRY_KEYS = {"id", "phenomenon", "published", "text", "events", "never", "positions", "denials"}
NEVER_KEYS = {"event", "actor", "recipient", "status", "evidence"}
EVENT_KEYS = NEVER_KEYS | {"either_order", "date", "source", "place", "dispute", "optional"}
MEMBER = re.compile(r"([A-Z]{3}|sector:[A-Z]{3})(\|([A-Z]{3}|sector:[A-Z]{3}))*")
BOTH = pytest.mark.parametrize("name", ["sentences", "same_kind", "blind"])

Read = Callable[..., Record]


def load(name: str) -> list[Entry]:
    entries: list[Entry] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return entries


def floors(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((FOLDER / "floors.yaml").read_text("utf-8"))[name]
    return found


def verdicts(name: str, read: Read) -> list[Verdict]:
    return [judge(entry, read(entry["text"], published=entry["published"])) for entry in load(name)]


@BOTH
def test_floors(name: str, read: Read) -> None:
    found = verdicts(name, read)
    print(table(found))
    under = under_floors(found, floors(name))
    assert not under, "; ".join(under)


def faults(entry: Entry) -> Iterator[str]:
    """What is wrong with the form of an entry."""
    never = entry.get("never", [])
    members = [
        m for w in [*entry["events"], *never] for side in ("actor", "recipient") for m in w.get(side, ())
    ]
    statuses = {status for want in [*entry["events"], *never] for status in want.get("status", ())}
    roots = {root for want in [*entry["events"], *never] for root in want.get("event", ())}
    kinds = {want["position"] for want in entry.get("positions", ())}
    stances = {stance for want in entry.get("denials", ()) for stance in want["stance"]}
    keys = {key for want in entry["events"] for key in want}
    checks = {
        "keys": set(entry) <= ENTRY_KEYS
        and keys <= EVENT_KEYS
        and {k for ban in never for k in ban} <= NEVER_KEYS,
        "event, status or evidence left out": all(
            {"event", "status", "evidence"} <= set(w) for w in entry["events"]
        ),
        "PLOVER root": roots <= ROOTS,
        "status": statuses <= set(Status),
        "code or sector": all(map(MEMBER.fullmatch, members)),
        "position": kinds <= set(PositionKind),
        "stance": stances <= set(Stance),
        "evidence": all(want.get("evidence", "") in entry["text"] for want in [*entry["events"], *never]),
        "nothing political, but events": entry["phenomenon"] != NOTHING or not entry["events"],
        "published": datetime.date.fromisoformat(entry["published"]).year >= 1945,
    }
    yield from (f"{entry['id']}: {what}" for what, right in checks.items() if not right)


@BOTH
def test_entries_are_well_formed(name: str) -> None:
    entries = load(name)
    assert [fault for entry in entries for fault in faults(entry)] == []
    assert (
        len({entry["id"] for entry in entries}) == len({entry["text"] for entry in entries}) == len(entries)
    )


def test_every_phenomenon_has_ten_entries_and_a_floor() -> None:
    counts = {name: of for name, (_, of) in shares(map(Verdict, load("sentences"))).items()}
    assert counts.pop("overall") >= 180
    assert set(counts) == set(floors("sentences")["phenomena"])
    assert min(counts.values()) >= 10


TEXT = "Peru recalled its envoy from Quito on Monday."
ENTRY: Entry = {
    "phenomenon": "light-verb",
    "events": [
        {"event": ["SANCTION"], "actor": ["PER"], "recipient": ["ECU|sector:GOV"], "status": ["actual"],
         "evidence": "recalled", "date": "1995-01-30"},
    ],
    "never": [{"event": ["SANCTION"], "actor": ["ECU"], "status": ["actual"]}],
}  # fmt: skip


def an_event(root: str, actor: str, recipient: str, **more: Any) -> Event:
    sides = {"actor": tuple(map(entity, actor.split())), "recipient": (entity(recipient),)}
    return Event(**{"id": "e", "event": (root,), "text": TEXT, "date": "1995-01-30", **sides, **more})


def entity(code: str) -> Entity:
    return Entity(code=code)


@pytest.mark.parametrize(
    ("said", "missing", "forbidden"),
    [
        ([], 1, 0),
        ([an_event("SANCTION", "PER", "ECU")], 0, 0),
        ([an_event("SANCTION", "PER", "ECU"), an_event("ACCUSE", "ECU", "PER")], 0, 0),
        ([an_event("SANCTION", "PER", "ECU"), an_event("SANCTION", "ECU", "PER")], 0, 1),
        ([an_event("SANCTION", "PER CHL", "ECU")], 1, 0),
        ([an_event("SANCTION", "PER", "ECU", date="1994")], 1, 0),
        ([an_event("SANCTION", "PER", "ECU", status=(Status.FUTURE,))], 1, 0),
        ([an_event("SANCTION", "PER", "ECU", text="Another sentence.")], 1, 0),
        ([an_event("ACCUSE", "PER", "ECU")], 1, 0),
        ([an_event("SANCTION", "ECU", "PER", status=(Status.NEGATED,))], 1, 0),
    ],
)
def test_a_verdict_can_be_wrong(said: list[Event], missing: int, forbidden: int) -> None:
    verdict = judge(ENTRY, Record(report=claimant.Report(text=TEXT), events=tuple(said)))
    assert (len(verdict.missing), len(verdict.forbidden)) == (missing, forbidden)


@pytest.mark.parametrize(
    ("chain", "right"),
    [(["a driver", "a union statement", "the Times"], True), (["the Times", "a driver"], False), ([], False)],
)
def test_a_chain_is_wanted_in_its_order(chain: list[str], right: bool) -> None:
    entry = {**ENTRY, "events": [{**ENTRY["events"][0], "source": ["driver|porter", "times"]}]}
    said = an_event("SANCTION", "PER", "ECU", sources=tuple(Source(text=text) for text in chain))
    assert judge(entry, Record(report=claimant.Report(text=TEXT), events=(said,))).right is right


def test_silence_is_wanted_where_nothing_is_political() -> None:
    said = an_event("ASSAULT", "PER", "ECU", status=(Status.FUTURE,))
    entry: Entry = {"phenomenon": NOTHING, "events": []}
    assert not judge(entry, Record(report=claimant.Report(text=TEXT), events=(said,))).right
    assert judge(entry, Record(report=claimant.Report(text=TEXT))).right


def main() -> int:
    """Print the tables; 1 when something lies under its floor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="tell what was said instead")
    verbose = parser.parse_args().verbose
    under = []
    for name in ("sentences", "same_kind", "blind"):
        found = verdicts(name, claimant.read)
        print(f"== {name}\n{table(found, verbose=verbose)}")
        under += [f"{name}: {what}" for what in under_floors(found, floors(name))]
    print("\n".join(["under the floors:", *under]) if under else "all floors are reached")
    return 1 if under else 0


if __name__ == "__main__":
    sys.exit(main())
