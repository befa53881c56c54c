"""Statements that answer what was told before, in other words."""

from __future__ import annotations

import pytest

import claimant

RAID = "Kenyan jets bombed the Somali town of El Adde on Monday, Somalia's information minister said. "
# What follows the raid, who says it, and with which stance it is about the raid; none: it is not.
ANSWERS = [
    ("It rained. Kenya's army stated that it had flown no sorties.", "Kenya's army", "denies"),
    (
        "Not one Kenyan had crossed the border, the Kenyan foreign ministry said.",
        "the Kenyan foreign ministry",
        "denies",
    ),
    ("Kenya's army said it had bombed the town because rebels hid there.", "Kenya's army", "confirms"),
    ("Kenya's army confirmed the bombing.", "Kenya's army", "confirms"),
    ("It rained. A Kenyan diplomat knew nothing of any bombing.", "A Kenyan diplomat", "unaware"),
    (
        "A Ugandan general denied the report. The Kenyan embassy declined to comment.",
        "The Kenyan embassy",
        "declines",
    ),
    (
        "The Kenyan foreign ministry said it had no plans to recall its envoy.",
        "The Kenyan foreign ministry",
        None,
    ),
    ("The Peruvian foreign ministry said it had signed no treaty.", "The Peruvian foreign ministry", None),
]


@pytest.mark.parametrize(("answer", "source", "stance"), ANSWERS, ids=[a[0] for a in ANSWERS])
def test_what_is_answered(answer, source, stance):
    record = claimant.read(RAID + answer, published="2016-01-20")
    raid = next(e for e in record.events if e.event == ("ASSAULT",))
    found = [
        s.stance.value
        for s in record.statements
        if raid.id in s.about and s.sources and s.sources[0].text.lower() == source.lower()
    ]
    assert found == ([stance] if stance else [])
