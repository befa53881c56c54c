"""Why sources are not named."""

from __future__ import annotations

import pytest

# Text, source, the words that give the reason.
REASONS = [
    (
        "It failed, a US official said on condition of anonymity because he was not authorised to speak.",
        "a US official",
        "because he was not authorised to speak",
    ),
    (
        "A Turkish diplomat, speaking on condition of anonymity, said Ankara would veto the plan.",
        "A Turkish diplomat",
        "on condition of anonymity",
    ),
    ("“It is over,” said an aide who asked not to be named.", "an aide", "asked not to be named"),
    (
        "Two officers said the bus was hit. They spoke on condition of anonymity for fear of reprisals.",
        "Two officers",
        "for fear of reprisals",
    ),
    ("A clerk, who was not authorised to speak to the press, said the file was gone.", "A clerk",
     "not authorised to speak to the press"),
    (
        "The general, who would not be identified, citing the danger, told Interfax that the tanks had left.",
        "The general",
        "citing the danger",
    ),
    (
        "Because she feared for her job, the nurse asked that her name not be used, but said forty had died.",
        "the nurse",
        "Because she feared for her job",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "words"), REASONS, ids=[r[2] for r in REASONS])
def test_reasons(read_doc, text, source, words):
    _, drafts = read_doc(text)
    assert {(s.text, s.anonymity, s.named) for d in drafts for s in d.sources if s.anonymity} == {
        (source, words, False)
    }
    assert all(s.anonymity in text for d in drafts for s in d.sources if s.anonymity)


def test_a_wish_is_no_statement(read_doc):
    _, drafts = read_doc("According to three diplomats who requested anonymity, the deal is dead.")
    assert [d.cue.text for d in drafts] == ["According to"]


def test_none_without_a_reason(read_doc):
    _, drafts = read_doc("A diplomat said the donor wanted no name on the door.")
    assert [s.anonymity for d in drafts for s in d.sources if s.anonymity] == []


def test_states_of_sources(read_doc):
    _, drafts = read_doc("A Turkish diplomat said Oslo would pay. Reuters said Oslo would pay.")
    assert [(s.country_code, s.sector) for s in drafts[0].sources] == [("TUR", "GOV")]
