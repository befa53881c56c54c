"""What the pair model adds to the lexicon in reading, and what the lexicon alone does."""

from __future__ import annotations

import pytest

from claimant import Reader
from claimant.events import EventCoder, Lexicon
from claimant.events.hints import RELATIONS
from claimant.events.pairs import Pair
from claimant.record import Event, Record, Status
from claimant.reports.prepare import prepare


@pytest.fixture(scope="module")
def both() -> Reader:
    return Reader()


@pytest.fixture(scope="module")
def lexicon_alone() -> Reader:
    return Reader(events=EventCoder(pair_model=None))


@pytest.fixture(scope="module")
def model_alone() -> Reader:
    return Reader(events=EventCoder(lexicon=Lexicon()))


def read(reader: Reader, text: str) -> Record:
    return reader.read(prepare(text, published="2015-06-15", verbatim=True))


def by_model(event: Event) -> bool:
    return any(reason.rule.startswith("pair model") for reason in event.why)


# Sentences whose deed no word of the lexicon tells by itself
SILENT = [("The United States gave seeds to farmers in Haiti.", "AID")]


@pytest.mark.parametrize(("text", "wanted"), SILENT)
def test_what_the_model_adds_says_so(both: Reader, lexicon_alone: Reader, text: str, wanted: str) -> None:
    assert read(lexicon_alone, text).events == ()
    [event] = read(both, text).events
    assert event.event == (wanted,)
    assert by_model(event)
    score = next(r.rule for r in event.why if r.rule.startswith("pair model")).rpartition(" ")[2]
    assert event.confidence == pytest.approx(float(score))


PLAIN = [
    ("Turkish police arrested six members of the Kurdish party in Van.", "COERCE"),
    ("Eritrean troops shelled an Ethiopian border post on Sunday.", "ASSAULT"),
    ("Norway sent tents and blankets to Armenia.", "AID"),
    ("Manila accused Beijing of ramming a supply boat.", "ACCUSE"),
    ("Baghdad demanded that Ankara withdraw its soldiers.", "REQUEST"),
]


@pytest.mark.parametrize(("text", "wanted"), PLAIN)
def test_model_and_lexicon_each_alone(
    model_alone: Reader, lexicon_alone: Reader, both: Reader, text: str, wanted: str
) -> None:
    for reader in (model_alone, lexicon_alone, both):
        assert (wanted,) in [e.event for e in read(reader, text).events]
    assert all(by_model(e) for e in read(model_alone, text).events)
    assert not any(by_model(e) for e in read(lexicon_alone, text).events)


@pytest.mark.parametrize(("text", "wanted"), PLAIN)
def test_one_event_is_said_once(both: Reader, text: str, wanted: str) -> None:
    assert [e.event for e in read(both, text).events].count((wanted,)) == 1


QUIET = [
    "Germany beat Denmark 3-1 in Berlin on Saturday.",
    "The novelist was born in Lagos and lives in Paris.",
    "Rain fell over Poland and Lithuania.",
    "Swiss watches sell well in Japan.",
    "The French minister's sister teaches in Dakar.",
]


@pytest.mark.parametrize("text", QUIET)
def test_where_nothing_is_political_nothing_is_said(both: Reader, text: str) -> None:
    assert read(both, text).events == ()


UNREAL = [
    ("Peru did not expel the Cuban diplomats.", Status.NEGATED),
    ("Peru might expel the Cuban diplomats.", Status.HYPOTHETICAL),
]


@pytest.mark.parametrize(("text", "status"), UNREAL)
def test_status_by_the_model(model_alone: Reader, text: str, status: Status) -> None:
    [event] = read(model_alone, text).events
    assert event.status == (status,)


def test_hints_tell_who_does_what(both: Reader) -> None:
    text = "Peru did not expel the Cuban diplomats, and Chile thanked Spain."
    pairs = [
        Pair(text, [(0, 4)], [(23, 28)]),
        Pair(text, [(23, 28)], [(0, 4)]),
        Pair(text, [(0, 4)], [(59, 64)]),
    ]
    straight, turned, aside = (h.hints for h in both.hint_pairs(pairs))
    kinds = [t.code for t in EventCoder(pair_model=None).codebook.types]

    def told(hints: object, relation: str) -> set[str]:
        first = RELATIONS.index(relation) * len(kinds)
        return {k for k, x in zip(kinds, list(hints)[first:], strict=False) if x}  # type: ignore[call-overload]

    assert told(straight, "straight") == {"SANCTION"}
    assert told(turned, "turned") == {"SANCTION"}
    assert told(straight, "beside") == {"SUPPORT"}
    assert "SANCTION" in told(aside, "by the actor")
    assert straight != turned
    assert all(x in (0.0, 1.0) for x in straight)


def test_reading_twice_gives_the_same(both: Reader) -> None:
    text = " ".join(text for text, _ in PLAIN)
    assert read(both, text).to_json(explain=True) == read(both, text).to_json(explain=True)
