"""The whole path: a report in, a record out."""

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import claimant
from claimant.errors import ClaimantWarning
from claimant.reader import Reader
from claimant.record import Event, Position, Record, Report, Statement
from claimant.reports.inputs import reports

EXAMPLES = Path(__file__).parents[1] / "examples"
WORDS = """
Japan Abe he it who said denied "we will not" , . if yesterday the islands Taiwan not talks reportedly
” “ ' according to two officials on Friday 1992 U.S. - and
"""
NAMES = sorted(p.stem for p in EXAMPLES.glob("*.txt"))


@pytest.fixture(scope="module")
def by_name(reader: Reader) -> dict[str, Record]:
    paths = [EXAMPLES / f"{name}.txt" for name in NAMES]
    records = list(reader.read_many(reports(paths, on_problem=lambda p: pytest.fail(str(p)))))
    return dict(zip(NAMES, records, strict=True))


@pytest.fixture(params=NAMES)
def record(request: pytest.FixtureRequest, by_name: dict[str, Record]) -> Record:
    """The record of each example."""
    return by_name[request.param]


def facts(record: Record) -> tuple[Event | Position | Statement, ...]:
    return (*record.events, *record.positions, *record.statements)


def lies_inside(record: Record, start: int | None, end: int | None) -> bool:
    """Whether offsets are of words of the text; a fact without words of its own has neither offset."""
    if start is None or end is None:
        return start is end
    return 0 <= start < end <= len(record.report.text)


@pytest.mark.parametrize(
    "text",
    [
        "  NAIROBI, Kenya (AP) _ Kenya  rejected it.\r\n",
        "Talks\n\nBy Jane Doe\n\nTOKYO, Feb. 7 (Kyodo) — Japan \u201cregretted\u201d it.\n\n© 2014 Kyodo\n",
        "\ufeffGhana\u00a0condemned\u200b Togo.\x0c\tIt said so\0.",
        "\n\n \n",
        "",
    ],
)
@pytest.mark.filterwarnings("ignore::claimant.errors.ClaimantWarning")
def test_the_text_is_kept_character_for_character(text: str) -> None:
    assert claimant.read(text).report.text == text


def test_what_is_said_of_a_report_is_kept() -> None:
    report = claimant.read("Ghana rejected it.", title="No", published="2014-02-07", publisher="AP").report
    assert (report.title, report.published, report.publisher) == ("No", "2014-02-07", "AP")


def test_published_is_what_yesterday_counts_from() -> None:
    text = "Ghana rejected Togo's offer yesterday."
    assert claimant.read(text, published="2014-03-01").events[0].date == "2014-02-28"
    assert claimant.read(text, published="2012-03-01T04:00").events[0].date == "2012-02-29"
    assert claimant.read(text).report.published is None
    assert claimant.read(text).events[0].date is None


def test_published_is_for_reports_that_do_not_say_so(tmp_path: Path, reader: Reader) -> None:
    body = "Ghana rejected Togo's offer yesterday.\n"
    (tmp_path / "1.txt").write_text(body, encoding="utf-8")
    (tmp_path / "2.txt").write_text(f"Published: 7 Feb 2013 03:41 GMT\n\n{body}", encoding="utf-8")
    read = list(reader.read_many(reports([tmp_path], published="2014-03-01", on_problem=print)))
    assert [(r.report.published or "")[:10] for r in read] == ["2014-03-01", "2013-02-07"]
    assert [r.events[0].date for r in read] == ["2014-02-28", "2013-02-06"]


def test_a_date_that_is_none_is_told_and_left_out() -> None:
    with pytest.warns(ClaimantWarning, match="soon"):
        record = claimant.read("Ghana rejected Togo's offer yesterday.", published="soon")
    assert record.report.published is None


def test_reports_stream_in_order(reader: Reader) -> None:
    pulled = 0

    def hundred() -> Iterator[Report]:
        nonlocal pulled
        for i in range(100):
            pulled += 1
            yield Report(id=str(i), text=f"Ghana condemned Togo {i} times.")

    stream = reader.read_many(hundred())
    assert pulled == 0
    first = next(stream)
    assert 1 <= pulled <= 64
    assert [r.report.id for r in (first, *stream)] == [str(i) for i in range(100)]
    assert pulled == 100


def test_one_by_one_or_many_at_once_is_the_same(reader: Reader, record: Record) -> None:
    assert reader.read(record.report) == record


def test_there_is_something_to_check(by_name: dict[str, Record]) -> None:
    assert len(by_name) >= 10
    for name, record in by_name.items():
        assert record.events, name
        assert record.statements, name
        assert record.times, name
    assert any(r.positions for r in by_name.values())


def test_entities_are_words_of_the_text(record: Record) -> None:
    text = record.report.text
    entities = [e for event in record.events for e in (*event.actor, *event.recipient)]
    for entity in (*entities, *(p.party for p in record.positions)):
        assert lies_inside(record, entity.start, entity.end), entity
        if entity.start is not None:
            assert text[entity.start : entity.end] == entity.entity_text


def test_facts_are_sentences_of_the_text(record: Record) -> None:
    text = record.report.text
    for fact in facts(record):
        info = fact.text_info
        assert info is not None
        assert lies_inside(record, info.start, info.end), fact
        assert text[info.start : info.end] == fact.text
        assert info.sequence >= 0
    for event in record.events:
        assert all(words in text for words in event.event_text), event
        if event.condition is not None:
            assert text[event.condition.start : event.condition.end] == event.condition.text


def test_statements_are_words_of_the_text(record: Record) -> None:
    text = record.report.text
    for statement in record.statements:
        if statement.cue is not None:
            assert lies_inside(record, statement.cue.start, statement.cue.end), statement
            assert text[statement.cue.start : statement.cue.end] == statement.cue.text
        assert statement.content, statement
        assert all(lies_inside(record, c.start, c.end) for c in statement.content), statement
        assert set(statement.about) <= {e.id for e in record.events}


def test_times_are_words_of_the_text(record: Record) -> None:
    for time in record.times:
        assert lies_inside(record, time.start, time.end), time
        assert record.report.text[time.start : time.end] == time.text


def test_sources_lie_inside_the_text(record: Record) -> None:
    # "it said": the text of a source names who is meant, its offsets are those of "it"
    for source in (s for fact in facts(record) for s in fact.sources):
        assert source.text
        assert lies_inside(record, source.start, source.end), source


def test_reasons_lie_inside_the_text(record: Record) -> None:
    for fact in facts(record):
        assert fact.why, fact
        for reason in fact.why:
            assert reason.rule
            assert lies_inside(record, reason.start, reason.end), reason


def test_reasons_are_words_of_the_text(record: Record) -> None:
    for reason in (reason for fact in facts(record) for reason in fact.why):
        if reason.start is not None:
            assert record.report.text[reason.start : reason.end] == reason.text, reason


def test_ids_are_unique(by_name: dict[str, Record]) -> None:
    for record in by_name.values():
        for kind, letter in ((record.events, "e-"), (record.positions, "p-"), (record.statements, "s-")):
            ids = [f.id for f in kind]
            assert len(ids) == len(set(ids))
            assert all(i.startswith(letter) for i in ids)
    everywhere = [f.id for r in by_name.values() for f in facts(r)]
    assert len(everywhere) == len(set(everywhere))
    assert len({r.report.id for r in by_name.values()}) == len(by_name)


def test_json_round_trip(record: Record) -> None:
    line = record.to_json(explain=True)
    assert "\n" not in line
    assert Record.from_json(line) == record
    without = Record.from_json(record.to_json())
    assert not any(f.why for f in facts(without))
    assert without.to_json() == record.to_json()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
@example("")
@example("\udcff\ud800 said \0 “")
@example("“‘\"'``He said, ''\"’”")
@example("\U0001f1ef\U0001f1f5 denied \u202e\u2066it\u0301\u0301 .")
@example("- - -- — (AP) _ (AP) -\n(AP)")
@example("2014-02-30 29 February 2013 Feb. 99, 0000 the 99th century 99999999999 years ago")
def test_nothing_makes_it_fail(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ClaimantWarning)
        record = claimant.read(text, published="2014-02-07")
    assert Record.from_json(record.to_json(explain=True)) == record


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*WORDS.split(), "\n\n"]), max_size=25))
def test_no_order_of_words_makes_it_fail(words: list[str]) -> None:
    text = " ".join(words)
    record = claimant.read(text, published="2014-02-07")
    for event in record.events:
        for entity in (*event.actor, *event.recipient):
            assert lies_inside(record, entity.start, entity.end), entity
    for time in record.times:
        assert text[time.start : time.end] == time.text
