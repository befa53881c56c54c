"""How far a denial reaches: which events told elsewhere in the report it is about."""

from __future__ import annotations

import pytest

from claimant.reader import read

# Text, the denial's cue, and words of the events that it is about.

REACHES = [
    (
        "Turkish jets bombed a village in Iraq on Monday. "
        "Ankara denied on Friday that Turkish jets had bombed the village.",
        "denied",
        ["bombed a village", "had bombed the village"],
    ),
    (
        "Manila shelved a Chinese proposal for joint drilling. Vietnam expelled a Chinese envoy. A Manila "
        "aide knew nothing of any deal between China and the Philippines on reefs that Vietnam claims.",
        "knew nothing",
        ["deal", "shelved a Chinese proposal"],
    ),
    (
        "Sudan refused to pull its brigades out. Sudan signed a pact with Chad.",
        "refused",
        ["to pull its brigades out"],
    ),
    (
        "Kigali recalled its envoy in May, saying that Kinshasa had shelled a village. Congolese aides "
        "denied the charge at the time.",
        "denied",
        ["had shelled"],
    ),
    (
        "Kigali recalled its envoy in May, saying that Kinshasa had many spies. Congolese aides denied "
        "the charge at the time.",
        "denied",
        [],
    ),
    (
        "Fiji will meet Tonga in March. A Fijian minister denied that a secret treaty had been signed "
        "with Tonga.",
        "denied",
        [],
    ),
    ("The Turkish army denied having shelled the outpost.", "denied", ["having shelled"]),
]


@pytest.mark.parametrize(("text", "cue", "wanted"), REACHES, ids=[text[:50] for text, _, _ in REACHES])
def test_reach(text, cue, wanted):
    record = read(text, published="2014-02-07")
    [statement] = [s for s in record.statements if s.cue is not None and s.cue.text == cue]
    told = {e.id: " ".join(e.event_text) for e in record.events}
    found = sorted(told[i] for i in statement.about)
    assert len(found) == len(wanted), found
    assert all(any(w in f for f in found) for w in wanted), found
