"""The event type of given pairs: `claimant classify`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command import run

from claimant.events import load_codebook
from claimant.events.pairs import Pair
from claimant.reader import Reader
from claimant.record import Status


def row(text: str, actor: str, recipient: str, **more: Any) -> dict[str, Any]:
    def spans(words: str) -> list[list[int]]:
        start = text.index(words)
        return [[start, start + len(words)]]

    return {"text": text, "actor": spans(actor), "recipient": spans(recipient), **more}


CLEAR = [
    ("Ghana thanked Togo for the use of its port.", "Ghana", "Togo", "SUPPORT"),
    (
        "Turkish police arrested eleven Kurdish politicians in Van.",
        "Turkish police",
        "eleven Kurdish",
        "COERCE",
    ),
    (
        "The Danish foreign minister flew to Nuuk for talks with Canada's envoy.",
        "Danish",
        "Canada",
        "CONSULT",
    ),
    ("Eritrean troops shelled an Ethiopian border post.", "Eritrean troops", "Ethiopian", "ASSAULT"),
    ("Peru expelled two Cuban diplomats and recalled its own.", "Peru", "two Cuban", "SANCTION"),
    ("Norway sent tents and blankets to the Turkish town.", "Norway", "Turkish", "AID"),
    ("Thousands of students marched in Dhaka against the government.", "students", "government", "PROTEST"),
    ("Baghdad demanded that Ankara withdraw its soldiers.", "Baghdad", "Ankara", "REQUEST"),
    ("Manila accused Beijing of ramming a supply boat.", "Manila", "Beijing", "ACCUSE"),
]


def classified(file: Path, *more: str) -> tuple[int, list[dict[str, Any]], str]:
    status, printed, told = run("classify", str(file), *more)
    return status, [json.loads(line) for line in printed.splitlines()], told


def test_clear_sentences(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    rows = [row(text, a, r, id=str(i)) for i, (text, a, r, _) in enumerate(CLEAR)]
    file.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    status, found, told = classified(file)
    assert (status, told) == (0, "")
    assert [f["id"] for f in found] == [str(i) for i in range(len(CLEAR))]
    right = [f["event"] == wanted for f, (*_, wanted) in zip(found, CLEAR, strict=True)]
    assert sum(right) >= len(CLEAR) - 1, [f["event"] for f in found]
    assert {f["event"] for f in found} <= {t.code for t in load_codebook().types}
    assert all(0 < f["score"] <= 1 for f in found)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not JSON"),
        ("[1]", "not a JSON object"),
        ('{"id": "a"}', "no text"),
        ('{"text": "Rome met Oslo."}', "`actor` is no list of [start, end]"),
        ('{"text": "Rome met Oslo.", "actor": [[0, 4]], "recipient": [9, 13]}', "`recipient` is no list"),
        ('{"text": "Rome met Oslo.", "actor": [[0, 4]], "recipient": [[9, 99]]}', "outside the text of 14"),
        ('{"text": "Rome met Oslo.", "actor": [[4, 0]], "recipient": [[9, 13]]}', "outside the text"),
        ('{"text": "Rome met Oslo.", "actor": [[true, 4]], "recipient": [[9, 13]]}', "`actor` is no list"),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_read(tmp_path: Path, line: str, problem: str) -> None:
    file = tmp_path / "pairs.jsonl"
    good = json.dumps(row("Rome thanked Oslo.", "Rome", "Oslo"))
    file.write_text(f"{good}\n{line}\n{good}\n", "utf-8")
    status, found, told = classified(file)
    assert status == 1
    assert [f["id"] for f in found] == [1, 3]
    assert f"{file}:2: " in told
    assert problem in told


def test_files_that_are_not_there_or_empty(tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", "utf-8")
    status, found, told = classified(tmp_path / "none.jsonl", str(empty))
    assert (status, found) == (1, [])
    assert "none.jsonl: no such file" in told
    assert "empty.jsonl: nothing in it" in told


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def test_what_stands_beside_a_pair_does_not_change_it(reader: Reader) -> None:
    pairs = [Pair(r["text"], r["actor"], r["recipient"]) for r in (row(t, a, b) for t, a, b, _ in CLEAR)]
    together = [(r.shares, r.statuses, r.modes) for r in reader.type_pairs(pairs)]
    alone = [next(iter(reader.type_pairs([pair]))) for pair in reversed(pairs)]
    assert together == [(r.shares, r.statuses, r.modes) for r in reversed(alone)]


def test_long_and_odd_texts(reader: Reader) -> None:
    text = "Rome thanked Oslo. " + "It rained. " * 5000
    far = text + "Quito struck Lima."
    pairs = [
        Pair(text, [(0, 4)], [(13, 17)]),
        Pair(far, [(len(text), len(text) + 5)], [(len(far) - 5, len(far) - 1)]),
        Pair("\u202eRome\x00 thanked \U0001f600Oslo", [(1, 5)], [(16, 20)]),
        Pair(far, [(0, 4)], [(len(far) - 5, len(far) - 1)]),
        Pair(" \n ", [(0, 1)], [(1, 2)]),
    ]
    found = list(reader.type_pairs(pairs))
    assert found[0].event == "SUPPORT"
    assert found[1].event == "ASSAULT"
    assert all(reading.statuses.keys() == set(Status) for reading in found)


STATUSES = [
    ("Peru did not expel the Cuban diplomats.", "Peru", "Cuban", Status.NEGATED),
    ("Peru expelled the Cuban diplomats on Monday.", "Peru", "Cuban", Status.ACTUAL),
    ("Peru might expel the Cuban diplomats, a newspaper wrote.", "Peru", "Cuban", Status.HYPOTHETICAL),
    (
        "Peru would expel the Cuban diplomats if Havana voted against it.",
        "Peru",
        "Cuban",
        Status.CONDITIONAL,
    ),
    ("In 1981 Peru expelled the Cuban diplomats.", "Peru", "Cuban", Status.HISTORICAL),
    ("The Peruvian president will visit Cuba next month.", "Peruvian", "Cuba", Status.FUTURE),
]


@pytest.mark.parametrize(("text", "actor", "recipient", "status"), STATUSES)
def test_status(reader: Reader, text: str, actor: str, recipient: str, status: Status) -> None:
    given = row(text, actor, recipient)
    [reading] = reader.type_pairs([Pair(text, given["actor"], given["recipient"])])
    assert status in reading.likely()
    assert (Status.ACTUAL in reading.likely()) == (status == Status.ACTUAL)
