"""A denied event is shown with both sides."""

from __future__ import annotations

import io

from rich.console import Console

import claimant
from claimant.formats.page import render_record
from claimant.record import Event, Record, Report, Source, Stance, Statement, Status
from claimant.sources import contested

TEXT = (
    "Iran offered Turkey a pipeline last week, the Hurriyet daily reported, citing two diplomats. "
    "The talks took place in Tabriz. It rained. An Iranian spokesman denied the report. "
    "An aide in Baku said he knew nothing of any deal between Iran and Turkey."
)


def page(record: Record, width: int = 120) -> str:
    console = Console(file=io.StringIO(), width=width)
    render_record(record, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


def test_both_sides_of_an_event_denied_sentences_later() -> None:
    record = claimant.read(TEXT, published="2019-05-03")
    [one] = contested(record)
    assert one.event.event == ("AGREE",)
    assert [[s.text for s in chain] for chain in one.asserting] == [["two diplomats", "the Hurriyet daily"]]
    assert [(s.sources[0].text, s.stance) for s in one.against] == [
        ("An Iranian spokesman", Stance.DENIES),
        ("An aide in Baku", Stance.UNAWARE),
    ]
    shown = page(record)
    both = shown[shown.index("Both sides") :]
    rows = [line for line in both.splitlines() if "two diplomats" in line]
    assert "An Iranian spokesman denied" in rows[0]
    assert "An aide in Baku knew nothing of" in flat(both)
    assert "Denied, refused" not in shown


def test_a_denied_event_keeps_its_entry() -> None:
    record = claimant.read(TEXT, published="2019-05-03")
    assert "offered Turkey a pipeline" in page(record)[: page(record).index("Both sides")]


SOURCES = {name: Source(text=name) for name in ("Oslo", "Moscow", "Rome", "Bonn", "Kyiv", "a radio")}


def statement(stance: Stance, name: str, *about: str) -> Statement:
    return Statement(id=f"s-{name}", sources=(SOURCES[name],), stance=stance, about=about)


def test_all_stances_stand_on_their_side() -> None:
    said = Event(id="e-1", event=("ASSAULT",), sources=(SOURCES["a radio"],), status=(Status.ACTUAL,))
    record = Record(
        report=Report(id="r", text="x"),
        events=(said,),
        statements=(
            statement(Stance.DENIES, "Moscow", "e-1"),
            statement(Stance.CONFIRMS, "Oslo", "e-1"),
            statement(Stance.DOUBTS, "Rome", "e-1"),
            statement(Stance.DECLINES, "Bonn", "e-1"),
            statement(Stance.UNAWARE, "Kyiv", "e-1"),
        ),
    )
    [one] = contested(record)
    assert one.asserting == ((SOURCES["a radio"],),)
    assert [s.sources[0].text for s in one.confirming] == ["Oslo"]
    assert [s.sources[0].text for s in one.against] == ["Moscow", "Rome", "Bonn", "Kyiv"]
    for words in ("Oslo confirmed", "Moscow denied", "Rome doubted", "Kyiv knew nothing of"):
        assert words in flat(page(record))


def test_an_event_that_only_a_denial_tells_of() -> None:
    record = claimant.read("An Iranian official denied that Iran had offered Turkey a pipeline.")
    [one] = contested(record)
    assert one.asserting == one.confirming == ()
    assert "nobody here" in page(record)


def test_nothing_contested_no_table() -> None:
    record = claimant.read("Iran offered Turkey a pipeline, a diplomat said.")
    assert contested(record) == []
    assert "Both sides" not in page(record)


def test_hostile_words_are_shown_plainly() -> None:
    source = Source(text="Oslo [red]\u202e\x1b[31m")
    event = Event(id="e-1", event=("ASSAULT",), sources=(source,))
    denied = Statement(id="s", sources=(source, source), stance=Stance.DENIES, about=("e-1",))
    shown = page(Record(report=Report(id="r", text="x"), events=(event,), statements=(denied,)))
    assert "[red]" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
