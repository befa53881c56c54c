"""The command line, as its users meet it: `read`, its inputs, options and pages."""

import json
from pathlib import Path

import pytest
from command import EXAMPLES, GOOD, SOCHI, process, records, run

from claimant.disputes import load_disputes

# inputs


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


# what is printed


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


def test_explain_on_the_page_leaves_no_fact_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    [record] = records(run("read", "--json", SOCHI)[1])
    page = run("read", "--explain", SOCHI)[1]
    reasons = page[page.index("Why each fact is said") :].splitlines()
    for kind, facts in (
        ("event #", record.events),
        ("position ", record.positions),
        ("statement of ", record.statements),
    ):
        said = [i for i, line in enumerate(reasons) if line.startswith(f"  {kind}")]
        assert len(said) == len(facts) > 0
        assert all(reasons[i + 1].startswith("    ") for i in said), "a fact without a reason"


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


# options


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


# the command as such


def test_the_version() -> None:
    status, out, _ = run("--version")
    assert status == 0
    assert out.startswith("claimant 0.")


def test_processes_give_the_same_bytes_in_any_order() -> None:
    inputs = [str(path) for path in sorted(EXAMPLES.glob("*.txt"))]
    command = ("read", "--json", "--explain")
    forwards = process(*command, *inputs, PYTHONHASHSEED="1")
    again = process(*command, *inputs, PYTHONHASHSEED="2")
    backwards = process(*command, *reversed(inputs), PYTHONHASHSEED="3")
    assert (forwards.returncode, forwards.stderr) == (0, b"")
    lines = forwards.stdout.splitlines()
    assert len(lines) == len(inputs)
    assert again.stdout == forwards.stdout
    assert backwards.stdout.splitlines() == lines[::-1]
