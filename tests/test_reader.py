"""The whole path: a report in, a record out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimant
from claimant.reader import Reader
from claimant.record import Record, Report
from claimant.reports.inputs import reports

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="module")
def read() -> list[Record]:
    return list(Reader().read_many(reports([EXAMPLES], on_problem=print)))


def test_the_text_is_kept_character_for_character() -> None:
    text = "  NAIROBI, Kenya (AP) _ Kenya  rejected it.\r\n"
    assert claimant.read(text).report.text == text


def test_reports_stream() -> None:
    pulled = 0

    def endless() -> Iterator[Report]:
        nonlocal pulled
        for i in range(1000):
            pulled += 1
            yield Report(id=str(i), text="Ghana condemned Togo.")

    first = next(Reader().read_many(endless()))
    assert first.report.id == "0"
    assert pulled <= 100


def test_offsets_hold(read: list[Record]) -> None:
    assert read
    for record in read:
        text = record.report.text
        for event in record.events:
            for entity in (*event.actor, *event.recipient):
                assert text[entity.start : entity.end] == entity.entity_text
            if event.condition is not None:
                assert text[event.condition.start : event.condition.end] == event.condition.text
            assert event.text_info is not None
            assert text[event.text_info.start : event.text_info.end] == event.text
        for time in record.times:
            assert text[time.start : time.end] == time.text
        for statement in record.statements:
            if statement.cue is not None:
                assert text[statement.cue.start : statement.cue.end] == statement.cue.text
            assert all(0 <= c.start < c.end <= len(text) for c in statement.content)
            assert set(statement.about) <= {e.id for e in record.events}


def test_ids_are_unique(read: list[Record]) -> None:
    for record in read:
        ids = [f.id for f in (*record.events, *record.positions, *record.statements)]
        assert len(ids) == len(set(ids))


def test_json_round_trip(read: list[Record]) -> None:
    for record in read:
        assert Record.from_json(record.to_json(explain=True)) == record


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_nothing_makes_it_fail(text: str) -> None:
    claimant.read(text)
