"""The command line: `who`, and the registries that can be listed, shown and checked."""

import json
from pathlib import Path

import pytest
from command import process, run, squeezed, told

from claimant.tables import PACKAGE

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


def test_who_of_bytes_that_are_no_text_is_wrong_use() -> None:
    status, out, err = run("who", "the \udcff Kremlin")
    assert (status, out) == (2, "")
    assert "is no text in UTF-8" in err
