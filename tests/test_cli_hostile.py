"""Inputs and terminals that mean no good: what is wrong is named, the rest is read, nothing breaks."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import GOOD, SOCHI, process, records, run, squeezed, told

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
BAD = {
    "big.txt": b"word " * 1_000_001,
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "latin.txt": "Côte d'Ivoire accused Mali.".encode("latin-1"),
    "nul.txt": b"Mali accused \0Chad.\n",
    "broken.jsonl": b'{"text": "Mali accused Chad."}\n{"text": \n{"text": "Chad accused Mali."}\n',
    "missing.txt": None,
}


@pytest.fixture
def bad(tmp_path: Path) -> list[str]:
    """Paths of files that cannot be read, or only with a doubt; the last is not there."""
    for name, content in BAD.items():
        if content is not None:
            (tmp_path / name).write_bytes(content)
    return [str(tmp_path / name) for name in BAD]


def assert_named_and_the_rest_read(out: str, err: str, bad: list[str]) -> None:
    for path in bad:
        assert told(err, path), path
    assert told(err, "broken.jsonl:2: ")
    assert all(line.startswith("claimant: ") for line in err.splitlines()), err
    assert "Traceback" not in out + err
    read = records(out)
    good = [r for r in read if r.report.text == GOOD]
    assert [r.events[0].event for r in good] == [("REJECT",)]
    assert {"Mali accused Chad.", "Chad accused Mali."} <= {r.report.text for r in read}


def test_bad_inputs_are_named_and_the_rest_read(good: Path, bad: list[str]) -> None:
    status, out, err = run("read", "--json", *bad[:3], str(good), *bad[3:])
    assert status == 1
    assert_named_and_the_rest_read(out, err, bad)


def test_bad_inputs_of_a_process(good: Path, bad: list[str]) -> None:
    done = process("read", "--json", *bad, str(good))
    assert done.returncode == 1
    assert_named_and_the_rest_read(done.stdout.decode(), done.stderr.decode(), bad)


@pytest.mark.parametrize("name", BAD)
def test_each_bad_input_alone_fails(name: str, bad: list[str]) -> None:
    path = next(p for p in bad if p.endswith(name))
    status, _, err = run("read", path)
    assert status == 1
    assert told(err, path)


def test_bad_standard_input_is_named() -> None:
    status, _, err = run("read", "--json", "-", stdin=b'{"text": "Mali accused Chad."}\n{"text": 7}\n')
    assert status == 1
    assert told(err, "standard input:2: ")


@pytest.mark.parametrize("form", [(), ("--explain",)])
def test_a_report_cannot_steer_the_terminal(tmp_path: Path, form: tuple[str, ...]) -> None:
    evil = f"\x1b[31m\x1b]0;x\x07\x9b1m\b\r{BIDI}"
    row = {
        "id": f"id{evil}",
        "title": f"Evil {evil}egnp.exe <script> [bold]not[/bold] [/]",
        "publisher": f"House{evil}",
        "text": f"{GOOD} A [red]source[/] denied that Mali attacked {evil} Chad.",
    }
    path = tmp_path / "evil.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    _, page, err = run("read", *form, str(path))
    for shown in (page, err):
        assert not {c for c in shown if c in BIDI or not (c.isprintable() or c == "\n")}
    assert "<script> [bold]not[/bold] [/]" in squeezed(page)
    assert "REJECT" in page


def test_a_file_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    _, _, err = run("read", str(tmp_path / "\x1b[31m\u202egnp.txt"))
    assert "\\x1b[31m\\u202egnp.txt" in err
    assert "\x1b" not in err


@pytest.mark.parametrize(
    "arguments", [("read", SOCHI), ("read", "--json", SOCHI), ("disputes", "list", "--json")]
)
def test_a_reader_of_the_output_may_leave(arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "claimant.cli", *arguments]
    # buffered as for users, so that some of the output is written at the very end
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    ours, theirs = os.pipe()
    os.close(ours)
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.PIPE, env=environment) as left:
        os.close(theirs)
        assert (left.stderr.read() if left.stderr else None) == b""
    assert left.returncode == 0
