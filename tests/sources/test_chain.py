"""Whose words a place of the text is, and who says "I"."""

from __future__ import annotations

import pytest

from claimant.sources.draft import chain, first_person

CHAINS = [
    (
        "Manila said it would arm its coastguard, the Jakarta Post reported.",
        "arm",
        ["Manila", "the Jakarta Post"],
    ),
    ("Manila said it would arm its coastguard, the Jakarta Post reported.", "said", ["the Jakarta Post"]),
    (
        "The offer had been made twice, Interfax said, citing two diplomats in Baku.",
        "made",
        ["two diplomats in Baku", "Interfax"],
    ),
    ("The bridge fell at noon. An aide said three lorries were lost.", "fell", []),
    ("The bridge fell at noon. An aide said three lorries were lost.", "lost", ["An aide"]),
    ("Seoul condemned the visit of the prime minister.", "visit", []),
    ("Interfax reported that Seoul had condemned the visit of the prime minister.", "visit", ["Interfax"]),
    ("“The port is shut,” the mayor said. “The road is open.”", "open", ["the mayor"]),
]


@pytest.mark.parametrize(("text", "word", "names"), CHAINS)
def test_chain(read_doc, text, word, names):
    _, drafts = read_doc(text)
    start = text.index(word)
    assert [s.text for s in chain(drafts, start, start + len(word))] == names


FIRST_PERSON = [
    (
        "“We will not sign,” the envoy said. “It is not acceptable for us.”",
        {"We": "the envoy", "us": "the envoy"},
    ),
    ("“Tokyo told us that we must wait,” the envoy said.", {"us": "the envoy", "we": "the envoy"}),
    ("“I don't think my army will lose,” the general said.", {"I": "the general", "my": "the general"}),
    ("We went to the harbour. The captain said it was shut.", {}),
    ("“The US will not sign,” the envoy said.", {}),
]


@pytest.mark.parametrize(("text", "wanted"), FIRST_PERSON)
def test_first_person(read_doc, text, wanted):
    doc, drafts = read_doc(text)
    assert {doc[i].text: d.sources[0].text for i, d in first_person(drafts, doc).items()} == wanted
