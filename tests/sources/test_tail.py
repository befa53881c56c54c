"""Reporting clauses that close a sentence, where the parser hangs them on the wrong word."""

from __future__ import annotations

import pytest

# Text, content, and the chain of the statement with that content.

CLOSING = [
    (
        "Sweden had secretly trained Baltic agents, files opened on Monday reveal.",
        "Sweden had secretly trained Baltic agents",
        ["files"],
    ),
    (
        "Britain offered Spain shared rule over Gibraltar in 1988, minutes released on Thursday show.",
        "Britain offered Spain shared rule over Gibraltar in 1988",
        ["minutes"],
    ),
    (
        "Moscow had armed the rebels in Angola, documents seen by Reuters reveal.",
        "Moscow had armed the rebels in Angola",
        ["documents", "Reuters"],
    ),
    (
        "Sudan has moved two mortar crews into the triangle, the newspaper Al-Sudani reported on Friday, "
        "quoting a herder in Kassala who said he had it from a border guard.",
        "Sudan has moved two mortar crews into the triangle",
        ["a border guard", "a herder", "Al-Sudani"],
    ),
    (
        "The navy believes that Chile has sent another boatload of fuel to the islanders, two senators "
        "who attended a closed hearing told Interfax.",
        "that Chile has sent another boatload of fuel to the islanders",
        ["The navy", "two senators", "Interfax"],
    ),
    (
        "Oman has shelved a Qatari proposal to sit between it and the Emirates over the islets, a Gulf daily "
        "said on Monday.",
        "to sit between it and the Emirates over the islets",
        ["Qatari", "a Gulf daily"],
    ),
    (
        "The mayor of Port Louis knows of no plan between Paris and London about the lagoons, a member "
        "of his council said.",
        "no plan between Paris and London about the lagoons",
        ["The mayor of Port Louis", "a member of his council"],
    ),
    (
        "Oslo denied that it had sent ships, the daily Aftenposten reported on Friday.",
        "Oslo denied that it had sent ships",
        ["the daily Aftenposten"],
    ),
    (
        "Peru has shelved a Chilean offer to share the grounds, a Lima weekly reported, citing an attache.",
        "Peru has shelved a Chilean offer to share the grounds",
        ["an attache", "a Lima weekly"],
    ),
    (
        "The army denied having aimed at them: not one herder was hurt, it insisted.",
        "not one herder was hurt",
        ["The army"],
    ),
]

# The rest of the sentence is not what these cues hold.

APART = [
    (
        "Fiji will ask the Commonwealth for help in its row with Tonga over the reef, President Wiliame "
        "Katonivere said on Wednesday, adding that the navy was on full alert.",
        "Fiji will ask the Commonwealth for help in its row with Tonga over the reef",
        ["President Wiliame Katonivere"],
    ),
    (
        "The junta will ask Togo to mediate if the fighting goes on, according to one of its envoys, who "
        "declined to be named.",
        "The junta will ask Togo to mediate if the fighting goes on",
        ["one of its envoys"],
    ),
    (
        "A senior Danish officer, who briefed reporters on condition that he not be named, denied that "
        "Copenhagen had sold the base.",
        "that Copenhagen had sold the base",
        ["A senior Danish officer"],
    ),
]

# No reporting clause closes these.
OPEN = [
    "When the rebels took the airport, the minister resigned.",
    "Stocks fell sharply in Tokyo, the yen gained and bond yields added two points.",
    "In his book on the war that he lost, the general said.",
    "In 1984, soldiers raised a flag on the rock; Copenhagen answered with schnapps.",
    "Kenya recalled its envoy in May.",
    "It has sunk the plan, the offer reported by Interfax on Friday.",
]


def said(read_doc, text: str) -> list[tuple[str, list[str]]]:
    """What is said in a text, and by whom."""
    _, drafts = read_doc(text)
    return [
        (" | ".join(text[a:b] for a, b in d.content), [s.text for s in d.sources])
        for d in drafts
        if not d.topic
    ]


@pytest.mark.parametrize(("text", "content", "sources"), [*CLOSING, *APART])
def test_reporting_clause_closes_the_sentence(read_doc, text, content, sources):
    assert (content, sources) in said(read_doc, text)


@pytest.mark.parametrize("text", OPEN)
def test_no_reporting_clause(read_doc, text):
    assert said(read_doc, text) == []


def test_content_is_the_reports_own_again_by_its_tense(read_doc):
    text = "Oslo denied that its jets had fired at the boat, and in Bergen a clerk put the crash down to fog."
    assert said(read_doc, text) == [("that its jets had fired at the boat", ["Oslo"])]
