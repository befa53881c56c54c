"""Reporting clauses between commas."""

from __future__ import annotations

import pytest

SAID = [
    ("The mine at Ok Tedi, a company memorandum says, has stood under water since April.",
     "a company memorandum", ["The mine at Ok Tedi", "has stood under water since April"]),
    ("The shelling, said the Red Crescent, had stopped by noon.",
     "the Red Crescent", ["The shelling", "had stopped by noon"]),
    ("The treaty of 1858, Costa Rica told the court, gave it free passage on the San Juan.",
     "Costa Rica", ["The treaty of 1858", "gave it free passage on the San Juan"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content"), SAID, ids=[s[1] for s in SAID])
def test_both_sides_of_the_clause_are_content(read_doc, text, source, content):
    _, drafts = read_doc(text)
    assert (source, content) in [(d.sources[0].text, [text[a:b] for a, b in d.content]) for d in drafts]


@pytest.mark.parametrize(
    "text",
    [
        "The minister, who said little, left the hall.",
        "Three men were lost, a message from the outpost said, a brigadier told the agency.",
        "Oslo waited, the mayor left, and the bridge stayed shut.",
    ],
)
def test_no_other_clauses(read_doc, text):
    assert not [d for d in read_doc(text)[1] if "between commas" in d.reasons[0].rule]
