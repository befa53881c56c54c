"""The command line, as its users meet it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimant.cli import app
from claimant.disputes import load_disputes
from claimant.record import Record
from claimant.tables import PACKAGE

EXAMPLES = Path(__file__).parents[1] / "examples"
SOCHI = str(EXAMPLES / "sochi-overture.txt")
GOOD = "Russia rejected a Chinese offer on Friday, a report said."
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


def run(*arguments: str, stdin: str | bytes | None = None) -> tuple[int, str, str]:
    """The exit status of the command, and what it wrote to standard output and standard error."""
    result = CliRunner().invoke(app, list(arguments), input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def process(
    *arguments: str, stdin: bytes | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own; slow, so for what needs one only."""
    command = [sys.executable, "-m", "claimant.cli", *arguments]
    env = os.environ | environment
    return subprocess.run(command, capture_output=True, input=stdin, env=env, check=False, timeout=60)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD + "\n", encoding="utf-8")
    return path


@pytest.fixture
def bad(tmp_path: Path) -> list[str]:
    """Paths of files that cannot be read, or only with a doubt; the last is not there."""
    for name, content in BAD.items():
        if content is not None:
            (tmp_path / name).write_bytes(content)
    return [str(tmp_path / name) for name in BAD]


def records(output: str) -> list[Record]:
    return [Record.from_json(line) for line in output.splitlines()]


def told(err: str, name: str) -> list[str]:
    return [line for line in err.splitlines() if name in line]


def squeezed(page: str) -> str:
    return " ".join(page.split())


# read: inputs


def test_a_folder_is_a_line_a_report_in_order_of_name() -> None:
    status, out, err = run("read", "--json", str(EXAMPLES))
    paths = sorted(EXAMPLES.glob("*.txt"))
    assert (status, err) == (0, "")
    read = records(out)
    assert len(read) == len(paths)
    for path, record in zip(paths, read, strict=True):
        assert record.report.title in path.read_text(encoding="utf-8")


def test_inputs_are_read_in_the_order_they_are_named(tmp_path: Path, good: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    dates = {"a": "2014-02-07", "b": "2014-02-14"}
    rows.write_text(
        "".join(json.dumps({"id": i, "text": GOOD, "published": d}) + "\n" for i, d in dates.items()),
        encoding="utf-8",
    )
    table = tmp_path / "rows.csv"
    table.write_text(f'id,text,title\nc,"{GOOD}",Offer rejected\n', encoding="utf-8")
    status, out, err = run(
        "read", "--json", str(table), "-", str(rows), str(good), stdin=f"So it was. {GOOD}\n"
    )
    assert (status, err) == (0, "")
    read = records(out)
    assert [r.report.id for r in read if len(r.report.id) == 1] == ["c", "a", "b"]
    assert [r.events[0].event for r in read] == [("REJECT",)] * 5
    assert [r.events[0].date for r in read][2:4] == ["2014-02-07", "2014-02-14"]
    assert read[0].report.title == "Offer rejected"


@pytest.mark.parametrize(
    "stdin",
    [
        GOOD,
        json.dumps({"text": GOOD}) + "\n",
        f'id,text\nx,"{GOOD}"\n',
        f"<html><p>{GOOD}</p></html>",
    ],
    ids=["text", "json", "csv", "html"],
)
def test_standard_input_is_looked_into(stdin: str) -> None:
    status, out, err = run("read", "--json", "-", stdin=stdin)
    assert status == 0, err
    assert [r.events[0].event for r in records(out)] == [("REJECT",)]


def test_standard_input_of_a_process() -> None:
    done = process("read", "--json", "-", stdin="Kyiv’s envoy denied it.".encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert [r.report.text for r in records(done.stdout.decode())] == ["Kyiv’s envoy denied it."]


def test_no_input_is_wrong_use() -> None:
    assert run("read")[0] == 2


# read: what is printed


def test_explain_gives_reasons_for_all(good: Path) -> None:
    status, out, _ = run("read", "--json", "--explain", str(good), str(EXAMPLES))
    assert status == 0
    seen = set()
    for record in records(out):
        for fact in (*record.events, *record.positions, *record.statements):
            assert fact.why, fact
            assert all(reason.rule for reason in fact.why), fact
            seen.add(type(fact).__name__)
    assert seen == {"Event", "Position", "Statement"}
    _, plain, _ = run("read", "--json", str(good))
    assert '"why"' in out
    assert '"why"' not in plain


def test_explain_on_the_page(good: Path) -> None:
    _, page, _ = run("read", "--explain", str(good))
    assert "Why each fact is said" in page
    assert "lexicon: 'reject' (verb) is REJECT" in page
    assert "Why each fact is said" not in run("read", str(good))[1]


def test_the_page_tells_who_whom_and_according_to_whom(good: Path) -> None:
    status, page, _ = run("read", "--published", "2014-02-10", str(good))
    assert status == 0
    assert "published 2014-02-10" in page
    for column in ("who → whom", "according to"):
        assert column in page
    for words in ("Russia (RUS)", "China (CHN)", "REJECT", "2014-02-07", "a report", "(unnamed)"):
        assert words in page
    assert page.index("Russia (RUS)") < page.index("China (CHN)")


def test_a_report_without_events_says_so() -> None:
    assert "No event" in run("read", "-", stdin="It rained all night.\n")[1]


# read: options


def test_published_is_for_reports_that_do_not_say_so(good: Path) -> None:
    _, out, _ = run("read", "--json", "--published", "2014-02-10", str(good), SOCHI)
    first, second = records(out)
    assert (first.report.published, first.events[0].date) == ("2014-02-10", "2014-02-07")
    assert (second.report.published or "")[:10] != "2014-02-10"


@pytest.mark.parametrize("date", ["nonsense", "2014-02-30", "", "\x1b[31m"])
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_wrong_date_is_wrong_use(good: Path, date: str, form: tuple[str, ...]) -> None:
    status, out, err = run("read", *form, "--published", date, str(good))
    assert (status, out) == (2, "")
    assert err == f"claimant: --published: {date!r} is no date. Write it as 2014-02-07.\n"


def test_a_wrong_date_of_a_process(good: Path) -> None:
    done = process("read", "--published", "nonsense", str(good))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"'nonsense' is no date" in done.stderr


def test_viewpoints_name_places_as_a_party_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    kurils = load_disputes()["southern-kurils"]
    names = {view: kurils.display_name(view) for view in ("neutral", "JPN", "RUS")}
    assert len(set(names.values())) == 3
    pages = {view: run("read", "--viewpoint", view, SOCHI)[1] for view in names}
    for view, page in pages.items():
        assert names[view] in page
        assert (names["neutral"] in page) == (view == "neutral")
    assert pages["neutral"] == run("read", SOCHI)[1]


def test_viewpoints_never_change_the_record() -> None:
    assert len({run("read", "--json", "--viewpoint", v, SOCHI)[1] for v in ("neutral", "JPN", "RUS")}) == 1


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["page", "json"])
@pytest.mark.parametrize("viewpoint", ["XXX", "jpn", ""])
def test_a_viewpoint_that_is_no_partys_is_wrong_use(viewpoint: str, form: tuple[str, ...]) -> None:
    status, out, err = run("read", *form, "--viewpoint", viewpoint, SOCHI)
    assert (status, out) == (2, "")
    assert err.startswith(f"claimant: --viewpoint: {viewpoint!r} is no party")


# read: hostile inputs


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


# who


def test_who_is_told_in_words_and_in_json() -> None:
    phrase = "Japanese Prime Minister Shinzo Abe"
    status, out, err = run("who", phrase, "--date", "2014-02-07")
    assert (status, err) == (0, "")
    assert out.startswith(f"{phrase}: JPN · GOV · Shinzo Abe")
    status, out, _ = run("who", "--json", "--date", "2014-02-07", phrase, "the Kremlin")
    abe, kremlin = map(json.loads, out.splitlines())
    assert status == 0
    assert list(abe) == ["text", "code", "country_code", "sector", "identifier_text", "office"]
    assert (abe["text"], abe["code"], abe["sector"], abe["identifier_text"]) == (
        phrase,
        "JPN",
        "GOV",
        "Shinzo Abe",
    )
    assert (kremlin["text"], kremlin["code"], kremlin["sector"]) == ("the Kremlin", "RUS", "GOV")


@pytest.mark.parametrize(
    ("date", "name"), [("2007-01-01", "Shinzo Abe"), ("2009-01-01", "Taro Aso"), ("2014-02-07", "Shinzo Abe")]
)
def test_who_holds_an_office_depends_on_the_day(date: str, name: str) -> None:
    _, out, _ = run("who", "--json", "--date", date, "the Japanese prime minister")
    assert json.loads(out)["identifier_text"] == name


def test_who_is_not_known() -> None:
    status, out, _ = run("who", "the wooden table", "the Kremlin")
    assert status == 1
    assert out.splitlines()[0] == "the wooden table: not known"
    assert out.splitlines()[1].startswith("the Kremlin: RUS · GOV")


def test_who_with_a_wrong_date_is_wrong_use() -> None:
    status, out, err = run("who", "--date", "soon", "the Kremlin")
    assert (status, out) == (2, "")
    assert "'soon' is no date" in err


# disputes


def test_disputes_are_listed() -> None:
    _, page, _ = run("disputes", "list")
    everything = [json.loads(line) for line in run("disputes", "list", "--json")[1].splitlines()]
    ids = [d["id"] for d in everything]
    assert len(ids) == len(set(ids))
    assert {"southern-kurils", "falklands"} <= set(ids)
    assert "southern-kurils" in page
    of_japan = [json.loads(li) for li in run("disputes", "list", "--json", "--party", "JPN")[1].splitlines()]
    assert of_japan == [d for d in everything if any(p["code"] == "JPN" for p in d["parties"])]
    region = everything[0]["region"]
    there = [json.loads(li) for li in run("disputes", "list", "--json", "--region", region)[1].splitlines()]
    assert there == [d for d in everything if d["region"] == region]
    assert 0 < len(there) < len(everything)


def test_disputes_are_listed_under_a_partys_names() -> None:
    pages = {v: squeezed(run("disputes", "list", "--viewpoint", v)[1]) for v in ("neutral", "JPN")}
    assert pages["neutral"] != pages["JPN"]
    assert run("disputes", "list", "--viewpoint", "XXX")[0] == 2


def test_a_dispute_is_shown_by_any_name() -> None:
    status, out, _ = run("disputes", "show", "Malvinas")
    assert status == 0
    assert out.startswith("falklands: ")
    lines = out.splitlines()
    assert any(line.startswith("  ARG: claims") for line in lines)
    assert any(line.startswith("  GBR: controls") for line in lines)
    assert out == run("disputes", "show", "falklands")[1]
    assert json.loads(run("disputes", "show", "falklands", "--json")[1])["id"] == "falklands"
    status, out, err = run("disputes", "show", "Atlantis")
    assert (status, out) == (1, "")
    assert "'Atlantis'" in err


def test_dispute_files_are_checked(tmp_path: Path) -> None:
    status, out, _ = run("disputes", "check")
    assert status == 0
    assert int(out.split()[0]) == len(run("disputes", "list", "--json")[1].splitlines())
    fine = min((PACKAGE / "disputes/registry").glob("*.yaml"))
    broken = tmp_path / "broken.yaml"
    broken.write_text("id: x\ntitle: [\n", encoding="utf-8")
    form = tmp_path / "form.yaml"
    form.write_text("id: x\n", encoding="utf-8")
    status, out, err = run("disputes", "check", str(broken), str(fine), str(form), str(tmp_path / "no.yaml"))
    assert status == 1
    assert "broken.yaml:3: " in err
    assert told(err, "form.yaml")
    assert told(err, "no.yaml")
    assert out.startswith(f"{fine}: ")


@pytest.mark.parametrize("content", ["a: &x [1, *x]\n", "&x\nid: x\nparties: [*x]\n"])
def test_a_cycle_is_refused(tmp_path: Path, content: str) -> None:
    cycle = tmp_path / "cycle.yaml"
    cycle.write_text(content, encoding="utf-8")
    for command in ("disputes", "codebook"):
        status, out, err = run(command, "check", str(cycle))
        assert (status, out) == (1, "")
        assert err.startswith(f"claimant: {cycle}: holds itself")


def test_a_cycle_is_refused_by_a_process(tmp_path: Path) -> None:
    cycle = tmp_path / "cycle.yaml"
    cycle.write_text("a: &x {b: *x}\n", encoding="utf-8")
    done = process("disputes", "check", str(cycle))
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"cycle.yaml" in done.stderr
    assert b"Traceback" not in done.stderr


# codebook


def test_event_types_are_listed_and_shown() -> None:
    listed = [line.split()[0] for line in run("codebook", "list")[1].splitlines()]
    types = [json.loads(line) for line in run("codebook", "list", "--json")[1].splitlines()]
    assert listed == [t["code"] for t in types]
    assert {"REJECT", "AGREE", "ASSAULT"} <= set(listed)
    for name in ("REJECT", "reject"):
        status, out, _ = run("codebook", "show", name)
        assert status == 0
        assert out.startswith("REJECT: ")
    status, out, err = run("codebook", "show", "NOTHING")
    assert (status, out) == (1, "")
    assert "'NOTHING'" in err


def test_codebooks_are_checked(tmp_path: Path) -> None:
    status, out, _ = run("codebook", "check")
    assert status == 0
    assert f"{len(run('codebook', 'list')[1].splitlines())} types" in out
    broken = tmp_path / "codes.yaml"
    broken.write_text("codebook: x\ntypes: [\n", encoding="utf-8")
    status, out, err = run("codebook", "check", str(broken))
    assert (status, out) == (1, "")
    assert "codes.yaml:3: " in err


# the command as such


def test_the_version() -> None:
    status, out, _ = run("--version")
    assert status == 0
    assert out.startswith("claimant 0.")


def test_two_processes_give_the_same_bytes() -> None:
    names = ("sochi-overture", "imia-withdrawal", "nile-dam-appeal")
    inputs = [str(EXAMPLES / f"{name}.txt") for name in names]
    first, second = (process("read", "--json", "--explain", *inputs, PYTHONHASHSEED=s) for s in ("1", "2"))
    assert (first.returncode, first.stderr) == (0, b"")
    assert first.stdout == second.stdout
    assert first.stdout.count(b"\n") == 3
