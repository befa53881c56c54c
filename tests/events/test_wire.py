"""How wires write: headlines, nominalisations, conditions, places and pronouns. A text in, its events out.

Each case of ``wire.yaml`` names events as "TYPE ACTOR>RECIPIENT status", sides by code (or by sector, where
nobody is named) and joined by commas; all of them must be told. `never` may not be;
`silent` tells of nothing.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

import claimant
from claimant.record import Entity, Event

GROUPS = yaml.safe_load(Path(__file__).with_name("wire.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(case, id=f"{group}: {case['text'][:60]}")
    for group, cases in GROUPS.items()
    for case in cases
]


def _side(entities: tuple[Entity, ...]) -> str:
    return ",".join(sorted({e.code or e.sector or "-" for e in entities})) or "?"


def _told(event: Event) -> str:
    return f"{event.event[0]} {_side(event.actor)}>{_side(event.recipient)} {','.join(event.status)}"


@pytest.mark.parametrize("case", CASES)
def test_wire(case: dict[str, Any]) -> None:
    record = claimant.read(case["text"], published="2015-06-10")
    told = [_told(event) for event in record.events]
    if case.get("silent"):
        assert not told
    assert [wanted for wanted in case.get("tells", ()) if wanted not in told] == [], told
    assert [banned for banned in case.get("never", ()) if any(t.startswith(banned) for t in told)] == [], told
