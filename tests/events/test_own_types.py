"""Types of a user's own: `claimant codebook fit`, and `claimant read --codebook`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command import run

CORPUS = Path(__file__).parents[2] / "model" / "corpus"
CODEBOOK = """\
codebook: labour
extends: plover-1.3
types:
  - {code: STRIKE, name: Strike, definition: Workers refuse to work., quad_code: 4, scale: -6}
  - {code: JAILING, name: Jailing, definition: Somebody is arrested or jailed., quad_code: 4, scale: -7}
"""
OWN = {("PROTEST", "strike"): "STRIKE", ("COERCE", "arrest"): "JAILING"}


def labelled() -> Iterator[dict[str, Any]]:
    """Pairs of the corpus, two of its modes as types of their own, each 60 times and as many others."""
    count = {"STRIKE": 0, "JAILING": 0, "": 0}
    for file in sorted(CORPUS.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for pair in row["pairs"]:
                own = OWN.get((pair["type"], pair["mode"]), "")
                if count[own] < 60:
                    count[own] += 1
                    sides = {side: pair[side] for side in ("actor", "recipient")}
                    yield {"text": row["text"], **sides, "event": own or pair["type"]}


@pytest.fixture(scope="module")
def fitted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    folder = tmp_path_factory.mktemp("own")
    codebook, examples = folder / "labour.yaml", folder / "examples.jsonl"
    codebook.write_text(CODEBOOK, "utf-8")
    examples.write_text("".join(json.dumps(row) + "\n" for row in labelled()), "utf-8")
    status, printed, told = run("codebook", "fit", str(examples), "--codebook", str(codebook), "--json")
    assert status == 0, told
    return codebook, printed, told


def test_it_says_how_good_it_is(fitted: tuple[Path, str, str]) -> None:
    codebook, printed, told = fitted
    figures = {row["type"]: row for row in map(json.loads, printed.splitlines())}
    assert figures.keys() == {"STRIKE", "JAILING", "OTHER"}
    assert figures["STRIKE"]["examples"] == figures["JAILING"]["examples"] == 60
    assert figures["STRIKE"]["f1"] >= 70
    assert figures["JAILING"]["f1"] >= 70
    assert "labour.fit.json: written" in told
    assert codebook.with_suffix(".fit.json").is_file()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bolivian nurses walked out on Monday in a strike against the government.", "STRIKE"),
        ("Turkish police arrested six Kurdish politicians in Van.", "JAILING"),
        ("France thanked Ghana for its help.", "SUPPORT"),
    ],
)
def test_reading_with_it(fitted: tuple[Path, str, str], tmp_path: Path, text: str, wanted: str) -> None:
    report = tmp_path / "report.txt"
    report.write_text(text + "\n", "utf-8")
    status, printed, told = run("read", "--json", "--explain", "--codebook", str(fitted[0]), str(report))
    assert (status, told) == (0, "")
    record = json.loads(printed)
    assert record["codebook"] == "labour"
    types = [e["event"] for e in record["events"]]
    assert [wanted] in types
    if wanted in ("STRIKE", "JAILING"):
        [event] = (e for e in record["events"] if e["event"] == [wanted])
        assert any("learned type" in reason["rule"] for reason in event["why"])


@pytest.mark.parametrize(
    ("examples", "problem"),
    [
        ('{"text": "Rome met Oslo.", "actor": [[0, 4]], "recipient": [[9, 13]], "event": "DANCE"}\n',
         "`event` 'DANCE' is no type of labour"),
        ('{"text": "Rome met Oslo.", "actor": [[0, 4]], "recipient": [[9, 13]], "event": "STRIKE"}\n',
         "too few examples: STRIKE has 1"),
        ('{"text": "Rome met Oslo.", "actor": [[0, 4]], "recipient": [[9, 13]], "event": "CONSULT"}\n',
         "no example has a type of labour's own (JAILING, STRIKE)"),
        ("", "nothing in it"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(tmp_path: Path, examples: str, problem: str) -> None:
    codebook, file = tmp_path / "labour.yaml", tmp_path / "examples.jsonl"
    codebook.write_text(CODEBOOK, "utf-8")
    file.write_text(examples, "utf-8")
    status, _, told = run("codebook", "fit", str(file), "--codebook", str(codebook))
    assert status == 1
    assert problem in told


def test_reading_before_fitting(tmp_path: Path) -> None:
    codebook, report = tmp_path / "labour.yaml", tmp_path / "report.txt"
    codebook.write_text(CODEBOOK, "utf-8")
    report.write_text("France thanked Ghana.\n", "utf-8")
    status, _, told = run("read", "--codebook", str(codebook), str(report))
    assert status == 1
    assert "labour.fit.json: no such file" in told
    assert "claimant codebook fit" in told


@pytest.mark.parametrize("head", ["", "[]", "{}", '{"types": 3}'])
def test_a_broken_head(tmp_path: Path, head: str) -> None:
    codebook, report = tmp_path / "labour.yaml", tmp_path / "report.txt"
    codebook.write_text(CODEBOOK, "utf-8")
    codebook.with_suffix(".fit.json").write_text(head, "utf-8")
    report.write_text("France thanked Ghana.\n", "utf-8")
    status, _, told = run("read", "--codebook", str(codebook), str(report))
    assert status == 1
    assert "no head of a codebook" in told


def test_what_a_codebook_can_extend(tmp_path: Path) -> None:
    codebook = tmp_path / "own.yaml"
    codebook.write_text(CODEBOOK.replace("plover-1.3", "cameo"), "utf-8")
    status, _, told = run("codebook", "check", str(codebook))
    assert status == 1
    assert "'cameo' is not known" in told
