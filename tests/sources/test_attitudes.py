"""What somebody means, likes or doubts; claims that nobody owns; where a source's phrase ends."""

from __future__ import annotations

from typing import NamedTuple

import pytest


class Says(NamedTuple):
    """A statement: the chain of sources, nearest first; the content, its pieces parted by " | "."""

    sources: str
    content: str
    stance: str = "asserts"


ATTITUDES = [
    ("The mayor admires the harbour pilots.", Says("The mayor", "the harbour pilots")),
    ("Norway aims to close the mine by May.", Says("Norway", "to close the mine by May")),
    (
        "Three geologists begged the mayor to close the road.",
        Says("Three geologists", "to close the road", "asks"),
    ),
    ("The senator persuaded the union to wait.", Says("The senator", "to wait", "asks")),
    (
        "The governor questions the fairness of the count.",
        Says("The governor", "the fairness of the count", "doubts"),
    ),
    ("The newspaper backed Lena Ito.", Says("The newspaper", "Lena Ito")),
    ("The senator blasted the bank for its silence.", Says("The senator", "the bank for its silence")),
    ("The envoy saw the visit as an insult.", Says("The envoy", "the visit as an insult")),
    (
        "Aides acknowledged a quarrel with the ministry.",
        Says("Aides", "a quarrel with the ministry", "confirms"),
    ),
    ("The court rejected a request to open the files.", Says("The court", "a request to open the files")),
    ("The court ruled against the fee.", Says("The court", "the fee")),
    ("The charter forbids the export of arms.", Says("The charter", "the export of arms")),
    ("Her neighbours called the bishop a coward.", Says("Her neighbours", "the bishop a coward")),
    ("The plan is supported by many mayors.", Says("many mayors", "The plan")),
]

MINDS = [
    (
        "Villagers were worried that the dam would burst.",
        Says("Villagers", "that the dam would burst", "predicts"),
    ),
    ("The governor has been critical of the toll.", Says("The governor", "the toll")),
    ("The union is willing to wait until May.", Says("The union", "to wait until May")),
    ("A mayor critical of the toll stayed away.", Says("A mayor", "the toll")),
]

NOUNS = [
    ("Chad's decision to recall its envoy came late.", Says("Chad", "to recall its envoy")),
    ("Lima's refusal to pay angered the union.", Says("Lima", "to pay", "denies")),
    ("The mayor's disdain for the opposition is known.", Says("The mayor", "the opposition")),
    ("Supporters of the canal marched through the town.", Says("Supporters of the canal", "the canal")),
    ("The bishop is a critic of the canal.", Says("The bishop", "the canal")),
    (
        "The town emptied amid fears that the dam would burst.",
        Says("", "that the dam would burst", "predicts"),
    ),
    ("The bank was closed after allegations of fraud.", Says("", "fraud")),
    ("The convoy is said to have turned back.", Says("", "The convoy | to have turned back")),
    ("Peacekeepers have been accused of selling fuel.", Says("", "Peacekeepers | selling fuel")),
]

LAYOUT = [
    ("As the envoy put it, the talks are dead.", Says("the envoy", "the talks are dead")),
    ("The bridge, as one engineer pointed out, is hollow.", Says("one engineer", "The bridge | is hollow")),
    (
        "In a new poll, the mayor was five points ahead.",
        Says("a new poll", "the mayor was five points ahead"),
    ),
    (
        "The reef has lost half its coral, by one estimate.",
        Says("one estimate", "The reef has lost half its coral"),
    ),
    (
        "The mayor conceded in the end the bridge was unsafe.",
        Says("The mayor", "the bridge was unsafe", "confirms"),
    ),
    ("The envoys have not said when they would meet.", Says("The envoys", "when they would meet", "unaware")),
    (
        "The envoy left the summit in Riga, saying the talks had failed.",
        Says("The envoy", "the talks had failed"),
    ),
    (
        "Asked about the leak, Ito said, “We will wait for the court.”",
        Says("Ito", "“We will wait for the court.”"),
    ),
    ('“The road is open to all," the mayor said.', Says("the mayor", '“The road is open to all,"')),
    (
        "Ito scolds the bank: ‘You lied to your customers’\n\nLena Ito spoke for an hour.",
        Says("Ito", "‘You lied to your customers’"),
    ),
    ("Kenya closed the crossing, citing the lack of guards.", Says("Kenya", "the lack of guards")),
]

ALL = [*ATTITUDES, *MINDS, *NOUNS, *LAYOUT]


@pytest.mark.parametrize(("text", "wanted"), ALL, ids=[text[:60] for text, _ in ALL])
def test_statement(read_doc, text, wanted):
    _, drafts = read_doc(text)
    found = [
        Says(
            " < ".join(s.text for s in d.sources),
            " | ".join(text[start:end] for start, end in d.content),
            d.stance.value,
        )
        for d in drafts
    ]
    assert wanted in found, found


SILENT = [
    "Police questioned two men.",
    "Refugees sought shelter in the hills.",
    "In the September polls, the mayor lost his seat.",
    "As the mayor spoke, protesters gathered.",
    "Video: the storm in full",
    "Rebels attacked the town for two days.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_statement(read_doc, text):
    _, drafts = read_doc(text)
    assert [(d.cue.text, [text[a:b] for a, b in d.content]) for d in drafts] == []


WHOLE = [
    ("Lena Ito, a harbour pilot, said the road was shut.", "Lena Ito", "Lena Ito, a harbour pilot"),
    (
        "A clerk who saw the letter said the road was shut.",
        "A clerk",
        "A clerk who saw the letter",
    ),
    ("Sen. Lena Ito (R-Utah) said the road was shut.", "Sen. Lena Ito (R-Utah)", "Sen. Lena Ito (R-Utah)"),
    ("The bishop, a critic of the canal, left.", "The bishop", "The bishop"),
]


@pytest.mark.parametrize(("text", "name", "phrase"), WHOLE)
def test_a_source_is_shown_with_its_apposition_and_called_without(read_doc, text, name, phrase):
    _, drafts = read_doc(text)
    source = drafts[0].sources[0]
    assert source.text == name
    assert text[source.start : source.end] == phrase


def test_what_nobody_owns_is_not_what_another_denies(read_doc):
    _, drafts = read_doc("Oslo denied allegations that its jets had struck the bridge.")
    assert {s.text for d in drafts for s in d.sources} == {"Oslo"}
    assert all(d.sources for d in drafts)
