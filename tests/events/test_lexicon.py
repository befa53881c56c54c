"""The lexicon: its form, and what its frames read. A sentence in, the event that it tells out."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

import claimant
from claimant.events.codebook import load_codebook
from claimant.events.lexicon import Lexicon, load_lexicon
from claimant.record import Record, Status
from claimant.tables import TableError

SENTENCES = yaml.safe_load(Path(__file__).with_name("lexicon_sentences.yaml").read_text(encoding="utf-8"))
TELLING = [s for s in SENTENCES if not s.get("silent")]
SILENT = [s["text"] for s in SENTENCES if s.get("silent")]
TYPES = sorted({s["event"] for s in TELLING})
FRAMES = list(load_lexicon())

WORD_SLOTS = {"subject", "object", "indirect", "complement", "possessive", "adjective", "compound"}
# fmt: off
PREPOSITIONS = {
    "aboard", "about", "across", "after", "against", "along", "alongside", "among", "around", "as", "at",
    "before", "behind", "between", "by", "for", "from", "in", "inside", "into", "near", "of", "on",
    "onto", "opposite", "outside", "over", "past", "round", "through", "to", "together", "toward",
    "towards", "under", "until", "upon", "with",
}
# fmt: on
PARTICLES = {"aside", "away", "back", "down", "off", "out", "up"}
COMPOSED = {"away from", "closer to"}


def read(text: str) -> Record:
    return claimant.read(text, published="2024-06-11")


def codes(entities: Any) -> set[str]:
    return {e.code for e in entities if e.code} | {e.sector for e in entities if e.sector and not e.code}


def tells(record: Record, wanted: dict[str, Any]) -> bool:
    """Whether a record holds the event: its type, as a fact, between these sides."""
    actor, recipient = set(wanted.get("actor", ())), set(wanted.get("recipient", ()))
    for event in record.events:
        if event.event != (wanted["event"],) or event.status != (Status.ACTUAL,):
            continue
        did, suffered = codes(event.actor), codes(event.recipient)
        if actor <= did and recipient <= suffered:
            return True
        if not recipient and actor <= did | suffered:
            return True
    return False


def told(record: Record) -> list[tuple[Any, ...]]:
    return [(e.event, e.status, codes(e.actor), codes(e.recipient)) for e in record.events]


@pytest.mark.parametrize("kind", TYPES)
def test_sentences_that_tell(kind: str) -> None:
    cases = [s for s in TELLING if s["event"] == kind]
    wrong = []
    for case in cases:
        record = read(case["text"])
        if not tells(record, case):
            wrong.append((case["text"], told(record)))
    assert len(wrong) <= len(cases) * 0.1, wrong


@pytest.mark.parametrize("start", range(0, len(SILENT), 40))
def test_near_misses_stay_silent(start: int) -> None:
    spoken = [(text, told(record)) for text in SILENT[start : start + 40] if (record := read(text)).events]
    assert not spoken


def test_there_are_enough_sentences() -> None:
    assert len(TELLING) >= 300
    assert len(SILENT) >= 50
    assert not [text for text, n in Counter(s["text"] for s in SENTENCES).items() if n > 1]


def test_examples_of_the_frames_are_read_as_their_type() -> None:
    examples = [f for f in FRAMES if f.example]
    wrong = [
        (f.event, f.predicate, f.example)
        for f in examples
        if f.event not in {e.event[0] for e in read(f.example).events}
    ]
    assert len(examples) >= 1000
    assert len(wrong) <= len(examples) * 0.03, wrong


# --- form


def test_there_are_enough_frames() -> None:
    assert len(list(load_lexicon())) >= 2500
    assert {f.event for f in FRAMES} == {t.code for t in load_codebook().types}


def test_no_frame_stands_twice() -> None:
    keys = Counter((f.pos, f.predicate, tuple(sorted(f.object))) for f in FRAMES)
    assert not [key for key, n in keys.items() if n > 1]


def test_no_object_has_two_types() -> None:
    """A verb with an object tells one type: which of two would be read is chance."""
    first: dict[tuple[str, str], str] = {}
    torn = []
    for frame in (f for f in FRAMES if f.pos == "verb"):
        for word in frame.object:
            if first.setdefault((frame.predicate, word), frame.event) != frame.event:
                torn.append((frame.predicate, word, first[frame.predicate, word], frame.event))
    assert not torn


def test_nouns_and_adjectives_have_one_frame() -> None:
    """Only what they are about tells frames of one noun apart."""
    keys = Counter((f.pos, f.predicate, f.object) for f in FRAMES if f.pos != "verb")
    assert not [key for key, n in keys.items() if n > 1]


@pytest.mark.parametrize("side", ["actor", "recipient"])
def test_slots_are_known(side: str) -> None:
    known = WORD_SLOTS | PREPOSITIONS | PARTICLES | COMPOSED
    assert not {(f.predicate, slot) for f in FRAMES for slot in getattr(f, side) if slot not in known}


def test_modes_and_contexts_are_in_the_codebook() -> None:
    codebook = load_codebook()
    modes = {t.code: {m.code for m in t.modes} for t in codebook.types}
    contexts = {c.code for c in codebook.contexts}
    assert not {(f.event, f.predicate, f.mode) for f in FRAMES if f.mode and f.mode not in modes[f.event]}
    assert not {(f.predicate, c) for f in FRAMES for c in f.context if c not in contexts}


def test_words_are_lower_case_and_whole() -> None:
    def odd(word: str) -> bool:
        return word != word.strip() or word != word.lower() or "  " in word or not word

    assert not [(f.predicate, w) for f in FRAMES for w in (f.predicate, *f.object, *f.not_object) if odd(w)]


def test_longer_and_more_restricted_frames_come_first() -> None:
    frames = load_lexicon().verbs("send")
    lengths = [len(f.words) for f in frames]
    assert lengths == sorted(lengths, reverse=True)
    single = [bool(f.object) for f in frames if len(f.words) == 1]
    assert single == sorted(single, reverse=True)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("hello", "is no lexicon file"),
        ({"event": "AID", "verbs": [{"predicate": "feed", "slot": ["object"]}]}, "feed: slot"),
        ({"event": "AID", "verbs": [{"predicate": "feed", "needs": "nobody"}]}, "feed: needs"),
        ({"verbs": [{"predicate": "feed"}]}, "does not have the lexicon's form"),
        ({"light": [{"verb": "hold", "subject": "host"}]}, "hold: subject"),
    ],
)
def test_faulty_files_are_refused(content: Any, problem: str) -> None:
    def load() -> None:
        lexicon = Lexicon()
        lexicon.read(Path("faulty.yaml"), content)
        lexicon.check()

    with pytest.raises(TableError, match=problem):
        load()


def test_defaults_follow_the_part_of_speech() -> None:
    lexicon = Lexicon()
    lexicon.read(Path("a.yaml"), {"event": "REQUEST", "verbs": [{"predicate": "lean on"}]})
    lexicon.read(Path("b.yaml"), {"event": "COOPERATE", "nouns": [{"predicate": "arms sale"}]})
    assert lexicon.verbs("lean")[0].recipient[0] == "on"
    assert lexicon.nouns("sale")[0].actor[0] == "possessive"
