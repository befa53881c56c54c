"""Sentence in, disputes and positions out. The texts stand in the YAML files beside this one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.language import Language
from spacy.tokens import Doc

from claimant.actors import ActorReader
from claimant.disputes import DisputeLinker, DisputeMentions, PositionDraft, PositionReader
from claimant.language import Clauses, Mentions

HERE = Path(__file__).parent
DAY = "2020-06-01"
ROWS: list[dict[str, Any]] = [
    {"file": name, **row}
    for name in ("links", "positions", "reports", "later")
    for row in yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
]


@dataclass
class Read:
    """What was read out of a text."""

    doc: Doc
    mentions: Mentions
    linked: DisputeMentions
    positions: list[PositionDraft]


@pytest.fixture(scope="module")
def read(nlp: Language) -> dict[str, Read]:
    """All texts, read once."""
    actors, linker = ActorReader(), DisputeLinker()
    reader = PositionReader(linker.disputes)
    found = {}
    for doc in nlp.pipe(row["text"] for row in ROWS):
        clauses, mentions = Clauses(doc), actors.read(doc, DAY)
        linked = linker.read(doc, clauses, mentions)
        found[doc.text] = Read(doc, mentions, linked, reader.read(doc, clauses, mentions, linked))
    return found


def _rows(key: str) -> list[Any]:
    return [
        pytest.param(row["text"], row[key], id=f"{row['file']}: {row['text'][:60]}")
        for row in ROWS
        if key in row
    ]


def test_enough_texts() -> None:
    assert len(ROWS) >= 300
    assert len({(row["file"], row["text"]) for row in ROWS}) == len(ROWS)
    assert sum(row.get("means") == [] or row.get("holds") == [] for row in ROWS) >= 60


@pytest.mark.parametrize(("text", "means"), _rows("means"))
def test_links(read: dict[str, Read], text: str, means: list[str]) -> None:
    found = read[text]
    assert [
        f"{found.doc[m.start : m.end].text} = {'+'.join(sorted(m.disputes))}" for m in found.linked.all
    ] == means


@pytest.mark.parametrize(("text", "holds"), _rows("holds"))
def test_positions(read: dict[str, Read], text: str, holds: list[str]) -> None:
    said = [
        " ".join(filter(None, (p.party.code, p.position, p.dispute, p.name))) for p in read[text].positions
    ]
    assert sorted(said) == sorted(holds)


def test_every_position_has_a_reason_in_the_text(read: dict[str, Read]) -> None:
    for found in read.values():
        for position in found.positions:
            reason = position.reason
            assert reason.rule.startswith("positions: ")
            assert found.doc.text[reason.start : reason.end] == reason.text


def test_every_link_has_a_rule(read: dict[str, Read]) -> None:
    for found in read.values():
        for mention in found.linked.all:
            assert mention.rule.startswith("disputes: ")
            assert mention.start <= mention.head.i < mention.end
            assert found.linked.at(mention.head) is mention


def test_the_same_text_gives_the_same(nlp: Language) -> None:
    linker, actors = DisputeLinker(), ActorReader()
    text = (
        "Japan claims the Southern Kurils, and China the Senkakus. The islands are uninhabited, Tokyo said."
    )
    seen = set()
    for _ in range(3):
        doc = nlp(text)
        linked = linker.read(doc, Clauses(doc), actors.read(doc, DAY))
        seen.add(tuple((m.start, m.end, m.disputes, m.rule) for m in linked.all))
    assert len(seen) == 1


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "?", "Islands. Islands. Islands.", "the the the"])
def test_texts_with_nothing_in_them(nlp: Language, text: str) -> None:
    doc = nlp(text)
    clauses, mentions = Clauses(doc), ActorReader().read(doc, DAY)
    linked = DisputeLinker().read(doc, clauses, mentions)
    assert linked.all == []
    assert PositionReader().read(doc, clauses, mentions, linked) == []


@pytest.mark.parametrize(
    ("text", "trigger", "codes", "about"),
    [
        ("China sent ships to the Senkakus.", "sent", {"CHN"}, ["senkaku"]),
        ("Brazil sent aid to the Falklands.", "sent", {"BRA"}, []),
        ("China sent ships. Japan runs the Senkakus.", "sent", {"CHN"}, []),
        ("Japan bought the Senkakus, which China claims.", "claims", {"CHN"}, ["senkaku"]),
        # both sides are parties of the only dispute told, and the sentence speaks of such things
        ("Japan runs the Senkakus. China sent a patrol to Japan.", "sent", {"CHN", "JPN"}, ["senkaku"]),
        (
            "Japan runs the Senkakus. Tokyo told China to keep its ships away.",
            "told",
            {"CHN", "JPN"},
            ["senkaku"],
        ),
        (
            "Guyana holds the Essequibo. Guyana condemned Venezuela over the referendum.",
            "condemned",
            {"GUY", "VEN"},
            ["essequibo"],
        ),
        (
            "Kenya claims Migingo. Uganda arrested Kenyan fishermen in a boat.",
            "arrested",
            {"KEN", "UGA"},
            ["migingo"],
        ),
        (
            "Kashmir was quiet. Pakistan accused India of shelling a village.",
            "accused",
            {"IND", "PAK"},
            ["kashmir"],
        ),
        (
            "Manila claims Scarborough Shoal. China turned its water cannon on the Philippines.",
            "turned",
            {"CHN", "PHL"},
            ["scarborough-shoal"],
        ),
        (
            "Japan runs the Senkakus and claims Dokdo. South Korea sent ships to Japan.",
            "sent",
            {"KOR", "JPN"},
            ["liancourt-rocks"],
        ),
        ("Japan runs the Senkakus. China met Japan in Rome.", "met", {"CHN", "JPN"}, []),
        ("Japan runs the Senkakus. China signed a trade deal with Japan.", "signed", {"CHN", "JPN"}, []),
        ("Japan runs the Senkakus. France sent ships to Japan.", "sent", {"FRA", "JPN"}, []),
        ("China sent a patrol to Japan. Japan runs the Senkakus.", "sent", {"CHN", "JPN"}, []),
        ("Japan runs the Senkakus. China sent ships.", "sent", {"CHN"}, []),
    ],
)
def test_of_event(nlp: Language, text: str, trigger: str, codes: set[str], about: list[str]) -> None:
    linker = DisputeLinker()
    doc = nlp(text)
    token = next(t for t in doc if t.text == trigger)
    linked = linker.read(doc, Clauses(doc), ActorReader().read(doc, DAY))
    found = linked.of_event(token, token, codes, linker.disputes)
    assert [d for m in found for d in m.disputes] == about
