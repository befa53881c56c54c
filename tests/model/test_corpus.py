"""The corpus that the pair model is trained on: its rows, and the checker that guards them."""

from __future__ import annotations

import doctest
import sys
from pathlib import Path
from typing import Any

import pytest

MODEL = Path(__file__).parents[2] / "model"
sys.path.insert(0, str(MODEL))

import check  # noqa: E402
import corpus  # noqa: E402

from claimant.events import marking  # noqa: E402

LINE = "[1:Rome] thanked [2:Oslo], [3:a Bergen paper] said. || 1>2 SUPPORT actual ; 3>1 NONE - || active"


def test_the_corpus_is_in_order() -> None:
    assert check.problems(list(corpus.rows())) == []


@pytest.mark.parametrize(("name", "least"), [("status_test.jsonl", 400), ("status_test_2.jsonl", 240)])
def test_the_status_tests_are_in_order_and_apart(name: str, least: int) -> None:
    apart = list(corpus.rows([MODEL / name]))
    assert len(apart) >= least
    assert [corpus.fault(pair) for row in apart for pair in row["pairs"] if corpus.fault(pair)] == []
    trained = list(corpus.rows())
    assert {row["writer"] for row in apart}.isdisjoint(row["writer"] for row in trained)
    ids = {row["id"] for row in apart}
    assert [pair for pair in check.alike([*trained, *apart]) if ids.intersection(pair)] == []


def test_marks_stand_around_sides() -> None:
    assert doctest.testmod(marking).failed == 0
    assert doctest.testmod(marking).attempted >= 2


def test_what_a_reader_said_is_kept_where_they_differ() -> None:
    for row in corpus.rows():
        for pair in row["pairs"]:
            for said in (pair[key] for key in ("first", "second") if key in pair):
                assert not corpus.fault({**said, "mode": None}), row["id"]


def test_a_line_becomes_a_row() -> None:
    row = corpus.parse(LINE)
    assert row["text"] == "Rome thanked Oslo, a Bergen paper said."
    thanks, nothing = row["pairs"]
    assert [row["text"][a:b] for a, b in thanks["actor"] + thanks["recipient"]] == ["Rome", "Oslo"]
    assert (thanks["type"], thanks["mode"], thanks["status"]) == ("SUPPORT", None, ["actual"])
    assert (nothing["type"], nothing["status"]) == ("NONE", [])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("1>2 SUPPORT actual", "1>2 PRAISE actual", "no type"),
        ("1>2 SUPPORT actual", "1>2 AGREE.visit actual", "no mode of AGREE"),
        ("1>2 SUPPORT actual", "1>4 SUPPORT actual", "no mention 4"),
        ("1>2 SUPPORT actual", "1>2 SUPPORT actual,future", "no other status"),
        ("1>2 SUPPORT actual", "1>2 SUPPORT maybe", "no statuses"),
        ("3>1 NONE -", "3>1 NONE actual -", "no pair"),
        ("|| active", "|| verse", "no form"),
        ("[1:Rome]", "[Rome", "bracket"),
        ("|| active", "", "text || pairs || form"),
    ],
)
def test_a_broken_line_is_told(old: str, new: str, told: str) -> None:
    with pytest.raises(ValueError, match="^.*" + told.replace("|", r"\|")):
        corpus.parse(LINE.replace(old, new))


def row(number: int, text: str, **pair: Any) -> dict[str, Any]:
    made = {
        "actor": [[0, 1]],
        "recipient": [[2, 3]],
        "type": "AID",
        "mode": None,
        "status": ["actual"],
        **pair,
    }
    return {"id": f"x-{number}", "writer": "x", "form": "active", "text": text, "pairs": [made]}


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([row(1, "a b c d e f g"), row(2, "a b c d e f h")], "x-2: more than half of it stands in x-1"),
        ([row(1, "a b"), row(1, "c d")], "x-1: stands 2 times"),
        ([row(1, "a b", recipient=[[2, 9]])], "x-1: a side lies outside the text"),
        ([row(1, "a b", status=["maybe"])], "x-1: ['maybe'] are no statuses"),
        ([row(1, "a b")], "1 sentences; at least 5000"),
        ([row(1, "a b")], "ASSAULT stands in 0 sentences; at least 200"),
        ([row(1, "a b")], "negated stands in 0 sentences; at least 250"),
        ([row(1, "a b")], "0% of the pairs are NONE; at least 25%"),
        ([row(i, f"x gives y {i} boats") for i in range(6)], "6 times the same template"),
    ],
)
def test_what_falls_short_is_told(rows: list[dict[str, Any]], told: str) -> None:
    assert any(problem.startswith(told) for problem in check.problems(rows)), check.problems(rows)
