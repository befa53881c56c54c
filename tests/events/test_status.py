"""Status: sentence in, status out."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import claimant

CASES = yaml.safe_load(Path(__file__).with_name("statuses.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[c["text"] for c in CASES])
def test_status(case: dict[str, Any]) -> None:
    record = claimant.read(case["text"], published="2024-06-11")
    # the event whose trigger the word is: the first reason names it
    found = [e for e in record.events if any(case["word"] in (r.text or "") for r in e.why[:3])]
    assert found, f"no event at {case['word']!r}: {[(e.event, e.event_text) for e in record.events]}"
    assert any(set(e.status) == set(case["status"]) for e in found), [(e.event, e.status) for e in found]
