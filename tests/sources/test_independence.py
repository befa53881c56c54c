"""How many independent sources tell a thing."""

from __future__ import annotations

import pytest

import claimant
from claimant.record import Record, Report, Source, Stance, Statement
from claimant.sources import Telling, independent, tellings

LAVROV = Source(text="Foreign Minister Sergei Lavrov", kind="person", country_code="RUS", sector="GOV")
PESKOV = Source(text="Dmitry Peskov", kind="person", country_code="RUS", sector="GOV")
MOSCOW = Source(text="Moscow", kind="state", country_code="RUS", sector="GOV")
TOKYO = Source(text="Tokyo", kind="state", country_code="JPN", sector="GOV")
AFP = Source(text="AFP", kind="outlet", sector="JRN")
KYODO = Source(text="the Kyodo news agency", kind="outlet", sector="JRN")


def unnamed(text: str, code: str | None = None, kind: str = "diplomat") -> Source:
    return Source(
        text=text, kind=kind, named=False, code=code, country_code=code, sector="GOV" if code else None
    )


def told(*sources: Source, publisher: str | None = None) -> Telling:
    """What a publisher's only report tells by a chain."""
    return Telling(Report(id=f"r-{publisher}", publisher=publisher), sources)


TWO, DIPLOMATS = unnamed("two diplomats"), unnamed("diplomats")

# Names of the tests, tellings, how many sources.
CASES = [
    ("nothing is told", [], 0),
    ("the report itself", [told()], 1),
    ("two papers cite the same diplomats", [told(TWO, AFP), told(DIPLOMATS, KYODO)], 1),
    ("one outlet cites the other",
     [told(TWO, publisher="AFP"), told(DIPLOMATS, AFP, publisher="Kyodo")], 1),
    ("an outlet, and the source that it cites", [told(KYODO), told(unnamed("sources"), KYODO)], 1),
    ("an outlet, and its own report", [told(KYODO, publisher="AFP"), told(publisher="Kyodo News Agency")], 1),
    ("an outlet that carries two sources adds none",
     [told(KYODO), told(LAVROV, KYODO), told(unnamed("a shepherd", kind="crowd"), KYODO)], 2),
    ("two publishers on their own", [told(publisher="AFP"), told(publisher="Reuters")], 2),
    ("two publishers that nobody knows", [told(), told()], 1),
    ("initials", [told(publisher="AFP"), told(publisher="Agence France-Presse")], 1),
    ("a surname", [told(LAVROV), told(LAVROV.model_copy(update={"text": "Mr Lavrov"}))], 1),
    ("two ministers", [told(LAVROV), told(PESKOV)], 2),
    ("a capital and its minister", [told(MOSCOW), told(LAVROV)], 1),
    ("a capital and its two ministers", [told(MOSCOW), told(LAVROV), told(PESKOV)], 2),
    ("a minister, and an official of his state", [told(LAVROV), told(unnamed("an official", "RUS"))], 1),
    ("both sides", [told(MOSCOW), told(TOKYO)], 2),
    ("an official of either side",
     [told(unnamed("an official", "RUS")), told(unnamed("an official", "JPN"))], 2),
    ("unnamed sources of different kinds",
     [told(unnamed("a diplomat"), AFP), told(unnamed("villagers", kind="crowd"), AFP)], 2),
    ("sources may be anybody whom the outlet quotes",
     [told(unnamed("sources", kind="source"), AFP), told(unnamed("villagers", kind="crowd"), AFP)], 1),
    ("another one is another", [told(unnamed("a diplomat")), told(unnamed("another diplomat"))], 2),
    ("another one of another report may be the first",
     [told(unnamed("a diplomat"), publisher="AFP"), told(unnamed("another diplomat"), publisher="Kyodo")], 1),
    ("a reporter and a source", [told(publisher="AFP"), told(MOSCOW, publisher="AFP")], 2),
    ("“he” may be the one named before", [told(LAVROV), told(Source(text="he", named=False))], 1),
]  # fmt: skip


@pytest.mark.parametrize(("case", "telling", "number"), CASES, ids=[c[0] for c in CASES])
def test_how_many(case, telling, number):
    found = independent(telling)
    assert len(found) == number
    assert len(independent(telling[::-1])) == number
    assert sum(len(o.tellings) for o in found) == len(telling)


def test_which():
    found = independent([told(KYODO), told(MOSCOW), told(LAVROV), told(publisher="AFP")])
    assert [o.name for o in found] == ["Foreign Minister Sergei Lavrov", "the Kyodo news agency", "AFP"]
    assert found[-1].source is None


def test_who_denies_or_will_not_say_tells_nothing():
    text = (
        "Iran offered Turkey a pipeline, the Hurriyet daily said. A Turkish spokesman declined to comment. "
        "An Iranian official denied the report. A Russian diplomat confirmed the report."
    )
    record = claimant.read(text, published="2019-05-03")
    offer = next(e for e in record.events if set(e.event) & {"AGREE", "COOPERATE"})
    found = claimant.independent(claimant.tellings(record, {offer.id}))
    assert [o.name for o in found] == ["A Russian diplomat", "the Hurriyet daily"]


def test_a_denied_event_without_a_teller():
    record = claimant.read("An Iranian official denied that Iran had offered Turkey a pipeline.")
    denied = {e.id for e in record.events}
    assert denied
    assert tellings(record, denied) == []


def test_confirmations_count_once():
    statement = Statement(id="s-1", sources=(TOKYO,), stance=Stance.CONFIRMS, about=("e-1",))
    record = Record(
        report=Report(id="r"),
        events=(claimant.Event(id="e-1", event=("AGREE",), sources=(TOKYO,)),),
        statements=(statement,),
    )
    assert [t.sources for t in tellings(record, {"e-1"})] == [(TOKYO,)]
