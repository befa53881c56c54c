"""The command line, as its users meet it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimant.cli import app
from claimant.record import Record

EXAMPLES = Path(__file__).parents[1] / "examples"
GOOD = "Russia rejected a Chinese offer on Friday, a report said."


def run(*arguments: str, stdin: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments), input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD + "\n", encoding="utf-8")
    return path


def records(output: str) -> list[Record]:
    return [Record.from_json(line) for line in output.splitlines()]


def test_json_is_a_line_a_report_in_order() -> None:
    status, out, _ = run("read", "--json", str(EXAMPLES))
    names = sorted(p.stem for p in EXAMPLES.glob("*.txt"))
    assert status == 0
    assert len(records(out)) == len(names)
    _, alone, _ = run("read", "--json", str(EXAMPLES / f"{names[0]}.txt"))
    assert out.splitlines()[0] == alone.strip()


def test_rows_and_standard_input(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"id": "a", "text": GOOD, "published": "2014-02-07"}) + "\n", encoding="utf-8")
    table = tmp_path / "rows.csv"
    table.write_text(f'id,text\nb,"{GOOD}"\n', encoding="utf-8")
    status, out, err = run("read", "--json", str(rows), str(table), "-", stdin=GOOD)
    assert status == 0, err
    assert [r.report.id for r in records(out)][:2] == ["a", "b"]
    assert [r.events[0].event for r in records(out)] == [("REJECT",)] * 3


def test_explain_gives_reasons_for_all(good: Path) -> None:
    _, out, _ = run("read", "--json", "--explain", str(good), str(EXAMPLES / "sochi-overture.txt"))
    for record in records(out):
        for fact in (*record.events, *record.positions, *record.statements):
            assert fact.why, fact
    _, page, _ = run("read", "--explain", str(good))
    assert "lexicon: 'reject' (verb) is REJECT" in page


def test_the_page_tells_it(good: Path) -> None:
    status, page, _ = run("read", "--published", "2014-02-10", str(good))
    assert status == 0
    for words in ("Russia (RUS)", "China (CHN)", "REJECT", "2014-02-07", "a report", "(unnamed)"):
        assert words in page


def test_viewpoints() -> None:
    report = str(EXAMPLES / "sochi-overture.txt")
    _, page, _ = run("read", "--viewpoint", "JPN", report)
    assert "Northern Territories" in " ".join(page.split())
    status, _, err = run("read", "--viewpoint", "XXX", report)
    assert status == 2
    assert "XXX" in err


def test_a_wrong_date_is_wrong_use(good: Path) -> None:
    status, _, err = run("read", "--published", "soon", str(good))
    assert status == 2
    assert "soon" in err


def test_bad_input_is_named_and_the_rest_read(tmp_path: Path, good: Path) -> None:
    bad = {
        "big.txt": b"word " * 1_000_001,
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 40,
        "latin.txt": "Côte d’Ivoire accused Mali.".encode("cp1252"),
        "nul.txt": b"Mali accused \0Chad.\n",
        "broken.jsonl": b'{"text": "Mali accused Chad."}\n{"text": \n',
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    inputs = [*(str(tmp_path / n) for n in bad), str(tmp_path / "missing.txt"), str(good)]
    status, out, err = run("read", "--json", *inputs)
    assert status == 1
    for name in (*bad, "missing.txt"):
        assert name in err
    assert "broken.jsonl:2" in err
    assert "Traceback" not in err
    assert any(r.report.text.startswith("Russia rejected") for r in records(out))


def test_a_title_cannot_steer_the_terminal(tmp_path: Path) -> None:
    row = {"title": "Evil \x1b[31m\u202egnp.exe <script>", "text": GOOD}
    path = tmp_path / "evil.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    _, page, _ = run("read", str(path))
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "<script>" in page


def test_who() -> None:
    status, out, _ = run("who", "--json", "--date", "2014-02-07", "Japanese Prime Minister Shinzo Abe")
    row = json.loads(out)
    assert status == 0
    assert (row["code"], row["sector"], row["identifier_text"]) == ("JPN", "GOV", "Shinzo Abe")
    assert run("who", "the Kremlin")[1].startswith("the Kremlin: RUS · GOV")
    assert run("who", "--date", "soon", "the Kremlin")[0] == 2


def test_disputes(tmp_path: Path) -> None:
    assert "southern-kurils" in run("disputes", "list", "--party", "JPN")[1]
    assert "falklands" not in run("disputes", "list", "--party", "JPN")[1]
    assert run("disputes", "show", "Malvinas")[1].startswith("falklands")
    assert run("disputes", "show", "Atlantis")[0] == 1
    assert run("disputes", "check")[0] == 0
    cycle = tmp_path / "cycle.yaml"
    cycle.write_text("a: &x [1, *x]\n", encoding="utf-8")
    status, _, err = run("disputes", "check", str(cycle))
    assert status == 1
    assert "cycle.yaml" in err


def test_codebook() -> None:
    assert "REJECT" in run("codebook", "list")[1]
    assert run("codebook", "show", "reject")[1].startswith("REJECT")
    assert run("codebook", "show", "NOTHING")[0] == 1
    assert run("codebook", "check")[0] == 0


def test_two_processes_give_the_same_bytes() -> None:
    inputs = [
        str(EXAMPLES / f"{name}.txt") for name in ("sochi-overture", "imia-withdrawal", "nile-dam-appeal")
    ]
    outputs = []
    for seed, order in (("1", inputs), ("2", inputs)):
        command = [sys.executable, "-m", "claimant.cli", "read", "--json", "--explain", *order]
        env = os.environ | {"PYTHONHASHSEED": seed}
        outputs.append(subprocess.run(command, capture_output=True, check=True, env=env).stdout)
    assert outputs[0] == outputs[1]
    assert outputs[0].count(b"\n") == 3
