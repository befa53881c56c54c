"""The scorer of the examples: what is right counts, what is wrong does not, what is forbidden is found."""

from typing import Any

import pytest
from facts import Gold, tally

from claimant.record import (
    Entity,
    Event,
    Location,
    Position,
    PositionKind,
    Record,
    Report,
    Source,
    Span,
    Stance,
    Statement,
    Status,
)

SENTENCE = "Mali turned down an offer by Chad in Gao on Monday, a diplomat said."
WANT: Gold = {
    "id": "offer", "event": ["REJECT", "ACCUSE"], "actor": ["MLI"], "recipient": ["TCD"],
    "status": ["actual"], "mode": ["meet"], "sector": ["GOV"], "dispute": ["aouzou"],
    "place_contains": "Gao", "conditional": True, "date_from": "1998-03-02", "date_to": "1998-03",
    "source_any": ["Diplomat"], "source_unnamed": True, "evidence_contains": "turned down",
}  # fmt: skip


def side(*codes: str, sector: str = "GOV") -> tuple[Entity, ...]:
    return tuple(Entity(code=code, sector=sector) for code in codes)


def event(**other: Any) -> Event:
    """An event that is right in all that :data:`WANT` asks, but for what is given."""
    right: dict[str, Any] = {
        "id": "e", "event": ("REJECT",), "actor": side("MLI"), "recipient": side("TCD"), "mode": ("meet",),
        "status": (Status.ACTUAL,), "date": "1998-03-02", "enddate": "1998-03-02", "dispute": ("aouzou",),
        "event_loc": Location(extracted_place="Gao"), "condition": {"text": "if", "start": 0, "end": 2},
        "sources": (Source(text="a diplomat", named=False),), "text": SENTENCE,
    }  # fmt: skip
    return Event(**right | other)


def record(*events: Event, **parts: Any) -> Record:
    return Record(
        report=Report(text=SENTENCE, title="No to Chad", published="1998-03-03"), events=events, **parts
    )


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({}, ""),
        ({"recipient": side("TCD", "NER")}, ""),
        ({"date": "1998-03-05", "enddate": "1998-03-31"}, ""),
        ({"event": ("AGREE",)}, "event"),
        ({"actor": side("TCD"), "recipient": side("MLI")}, "sides"),
        ({"actor": side("MLI", "NER")}, "sides"),
        ({"recipient": ()}, "sides"),
        ({"status": (Status.NEGATED,)}, "status"),
        ({"mode": ()}, "mode"),
        ({"actor": side("MLI", sector="MIL")}, "sector"),
        ({"date": "1998-03-01"}, "date"),
        ({"enddate": "1998-04-01"}, "date"),
        ({"date": None}, "date"),
        ({"dispute": ()}, "dispute"),
        ({"condition": None}, "condition"),
        ({"event_loc": None}, "place"),
        ({"event_loc": Location(extracted_place="Timbuktu")}, "place"),
        ({"sources": ()}, "source"),
        ({"sources": (Source(text="a diplomat"),)}, "source"),
        ({"sources": (Source(text="an envoy", named=False),)}, "source"),
        ({"text": "Another sentence."}, "not said"),
    ],
)
def test_a_fact_is_right_in_all_or_wrong(changed: dict[str, Any], wrong: str) -> None:
    found = tally("x", record(event(**changed)), {"events": [WANT]})
    assert (found.right, found.total) == (not wrong, 1)
    assert found.wrong == ([f"event offer: {wrong}"] if wrong else [])


def test_the_best_event_of_the_sentence_counts() -> None:
    worse = event(event=("AGREE",)), event(actor=side("NER")), event(mode=())
    assert tally("x", record(*worse), {"events": [WANT]}).wrong == ["event offer: mode"]
    assert tally("x", record(*worse, event()), {"events": [WANT]}).wrong == []


@pytest.mark.parametrize(
    ("sides", "either", "some"),
    [
        ((side("MLI"), side("TCD")), True, True),
        ((side("TCD"), side("MLI")), True, False),
        ((side("MLI", "TCD"), ()), True, False),
        ((side("MLI", "NER"), side("TCD")), True, True),
        ((side("MLI"), ()), False, False),
    ],
)
def test_sides_may_be_asked_for_less_strictly(
    sides: tuple[tuple[Entity, ...], tuple[Entity, ...]], either: bool, some: bool
) -> None:
    said = record(event(actor=sides[0], recipient=sides[1]))
    assert tally("x", said, {"events": [WANT | {"either_order": True}]}).right == either
    assert tally("x", said, {"events": [WANT | {"actor": ["MLI", "FRA"], "actor_any": True}]}).right == some


BAN: Gold = {
    "id": "done",
    "why": "it was refused",
    "event": ["AGREE"],
    "actor": ["MLI"],
    "status": ["actual"],
}


@pytest.mark.parametrize(
    ("changed", "ban", "said"),
    [
        ({"event": ("AGREE",)}, {}, 1),
        ({}, {}, 0),
        ({"event": ("AGREE",), "status": (Status.NEGATED,)}, {}, 0),
        ({"event": ("AGREE",), "actor": side("TCD")}, {}, 0),
        ({"event": ("AGREE",)}, {"recipient": ["NER"]}, 0),
        ({"event": ("AGREE",)}, {"evidence_contains": "elsewhere"}, 0),
        ({"event": ("AGREE",), "actor": side("TCD")}, {"actor_sector": "GOV"}, 1),
        ({"event": ("AGREE",)}, {"actor_sector": "JRN"}, 0),
    ],
)
def test_what_is_forbidden_is_found(changed: dict[str, Any], ban: Gold, said: int) -> None:
    found = tally("x", record(event(**changed)), {"must_not": [BAN | ban]})
    assert (found.forbidden, found.total) == (said, 0)
    assert found.wrong == ["FORBIDDEN done: it was refused"] * said


def test_positions_and_denials_are_facts() -> None:
    sources = (Source(text="The envoy"),)
    calls = Position(
        id="p", party=Entity(code="MLI"), dispute="x", position=PositionKind.CALLS, name="The Strip"
    )
    denies = Statement(
        id="s", sources=sources, stance=Stance.DENIES, content=(Span(start=0, end=1),), about=("e",)
    )
    said = record(positions=(calls,), statements=(denies,))
    named = {"id": "n", "party": "MLI", "dispute": "x", "position": "calls", "name": "strip"}
    denied = {"id": "d", "stance": ["denies", "doubts"], "source_any": ["envoy"]}
    assert tally("x", said, {"positions": [named], "denials": [denied]}).wrong == []
    for changed in ({"party": "TCD"}, {"dispute": "y"}, {"position": "claims"}, {"name": "Belt"}):
        assert tally("x", said, {"positions": [named | changed]}).right == 0
    for changed in ({"stance": ["asserts"]}, {"source_any": ["king"]}, {"source_unnamed": True}):
        assert tally("x", said, {"denials": [denied | changed]}).right == 0
    nothing = denies.model_copy(update={"about": ()})
    assert tally("x", record(statements=(nothing,)), {"denials": [denied]}).right == 0


def test_the_head_of_the_report_is_a_fact_each() -> None:
    gold = {"published": "1998-03", "title_contains": "to chad", "body_must_not_contain": ["(AP)", "Mali"]}
    found = tally("x", record(), {"report": gold | {"updated": "1998"}})
    assert (found.right, found.total) == (3, 5)
    assert found.wrong == ["updated: ''", "body without Mali: Mali"]
