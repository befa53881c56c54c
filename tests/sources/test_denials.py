"""Accusations, denials and ignorance: who says so, of what, and which events that is about."""

from __future__ import annotations

import pytest

from claimant.record import Entity, Event, Reason, Stance, stable_id
from claimant.sources import chain, link

# Text, content, stance, chain.

ACCUSATIONS = [
    ("Vilnius accused Russia of jamming its radars.", "jamming its radars", "asserts", ["Vilnius"]),
    ("Kabul blamed Islamabad for shelling the valley.", "shelling the valley", "asserts", ["Kabul"]),
    ("Accra charged Lomé with arming the bandits.", "arming the bandits", "asserts", ["Accra"]),
    ("Ankara faulted Nicosia for drilling in the strait.", "drilling in the strait", "asserts", ["Ankara"]),
    (
        "The opposition charged that the vote had been rigged.",
        "that the vote had been rigged",
        "asserts",
        ["The opposition"],
    ),
    (
        "An allegation by the rebels that the army had burned the village was not confirmed.",
        "that the army had burned the village",
        "asserts",
        ["the rebels"],
    ),
    (
        "A report by the monitors that the army had burned the village was published.",
        "that the army had burned the village",
        "asserts",
        ["the monitors"],
    ),
    (
        "The union's allegation that the company had poisoned the river was read out.",
        "that the company had poisoned the river",
        "asserts",
        ["The union"],
    ),
    ("The captain's account of the collision was published.", "the collision", "asserts", ["The captain"]),
    (
        "Tirana faces charges from Athens that it jailed the mayor.",
        "that it jailed the mayor",
        "asserts",
        ["Athens"],
    ),
    (
        "Baku accused Yerevan of shelling the valley, a charge that Yerevan dismissed.",
        "shelling the valley",
        "asserts",
        ["Baku"],
    ),
    (
        "Baku accused Yerevan of shelling the valley, a charge that Yerevan dismissed.",
        "a charge",
        "denies",
        ["Yerevan"],
    ),
    (
        "Moldova accused Russia of cutting the gas, a claim the Kremlin called absurd.",
        "a claim",
        "denies",
        ["the Kremlin"],
    ),
    (
        "Georgian guns hit the pass, an accusation that Tbilisi rejected.",
        "an accusation",
        "denies",
        ["Tbilisi"],
    ),
    ("Baku shelled the valley, which Yerevan denies.", "which", "denies", ["Yerevan"]),
    ("Baku shelled the valley, a claim denied by Yerevan.", "a claim", "denies", ["Yerevan"]),
]

IGNORANCE = [
    (
        "The ministry knows of no talks between Oslo and Moscow.",
        "no talks between Oslo and Moscow",
        "unaware",
        ["The ministry"],
    ),
    ("Seoul knew of no offer.", "no offer", "unaware", ["Seoul"]),
    ("The consul said she knew of no arrests.", "no arrests", "unaware", ["The consul"]),
    ("The embassy has no knowledge of the arrests.", "the arrests", "unaware", ["The embassy"]),
    ("The ministry is unaware of any talks.", "any talks", "unaware", ["The ministry"]),
    ("The mayor had heard nothing of the plan.", "the plan", "unaware", ["The mayor"]),
    ("Hanoi is not aware of any visit by the envoy.", "any visit by the envoy", "unaware", ["Hanoi"]),
    (
        "The police could not confirm that the pilot had fled.",
        "that the pilot had fled",
        "doubts",
        ["The police"],
    ),
    (
        "The army would neither confirm nor deny that the jets had crossed the border.",
        "that the jets had crossed the border",
        "declines",
        ["The army"],
    ),
    ("The spokesman could neither confirm nor deny the report.", "the report", "declines", ["The spokesman"]),
    (
        "“We have seen no evidence that boats were sunk,” the admiral said.",
        "that boats were sunk",
        "unaware",
        ["the admiral"],
    ),
]

DENIALS = [
    (
        "The minister called it pure fantasy that Kenya had sent troops.",
        "that Kenya had sent troops",
        "denies",
        ["The minister"],
    ),
    (
        "The minister dismissed as baseless a report that Kenya had sent troops.",
        "a report that Kenya had sent troops",
        "denies",
        ["The minister"],
    ),
    (
        "Nairobi rejected as a lie a report that it had armed the rebels.",
        "a report that it had armed the rebels",
        "denies",
        ["Nairobi"],
    ),
    (
        "It is untrue that Kenya has sent troops, the minister said.",
        "that Kenya has sent troops",
        "denies",
        ["the minister"],
    ),
    (
        "The minister said it was untrue that Kenya had sent troops.",
        "that Kenya had sent troops",
        "denies",
        ["The minister"],
    ),
    ("It is not true that our boats fired, the navy said.", "that our boats fired", "denies", ["the navy"]),
    (
        "The navy said there was no truth in claims that its boats had fired.",
        "claims that its boats had fired",
        "denies",
        ["The navy"],
    ),
    ("The claims are groundless, Lagos said.", "The claims", "denies", ["Lagos"]),
    ("“This is a lie,” the consul told Interfax.", "This", "denies", ["the consul", "Interfax"]),
    (
        "The minister rejected suggestions that Kenya had sent troops.",
        "suggestions that Kenya had sent troops",
        "denies",
        ["The minister"],
    ),
    (
        "The minister laughed off reports that Kenya had sent troops.",
        "reports that Kenya had sent troops",
        "denies",
        ["The minister"],
    ),
    (
        "The envoy poured scorn on claims that Oslo had paid the rebels.",
        "claims that Oslo had paid the rebels",
        "denies",
        ["The envoy"],
    ),
    (
        "Minsk scoffed at suggestions that it had sent planes.",
        "suggestions that it had sent planes",
        "denies",
        ["Minsk"],
    ),
    (
        "The report that Kenya had armed the rebels was dismissed by Nairobi as propaganda.",
        "The report that Kenya had armed the rebels",
        "denies",
        ["Nairobi"],
    ),
    (
        "Riyadh dismissed as baseless reports that it had offered Islamabad money.",
        "reports that it had offered Islamabad money",
        "denies",
        ["Riyadh"],
    ),
    (
        "Baghdad denied that its pipeline had burst, calling the report “a fabrication”.",
        "the report",
        "denies",
        ["Baghdad"],
    ),
    ("Tunis branded the report a fabrication.", "the report", "denies", ["Tunis"]),
    (
        "Kampala insisted that no troops had crossed the river.",
        "that no troops had crossed the river",
        "denies",
        ["Kampala"],
    ),
    ("Minsk maintains that it did not send planes.", "that it did not send planes", "denies", ["Minsk"]),
    ("Minsk is adamant that no planes were sent.", "that no planes were sent", "denies", ["Minsk"]),
    ("Kampala insisted that its troops had left.", "that its troops had left", "asserts", ["Kampala"]),
    (
        "Kampala denied this, Interfax reported.",
        "this",
        "denies",
        ["Kampala", "Interfax"],
    ),
]

ALL = [*ACCUSATIONS, *IGNORANCE, *DENIALS]


@pytest.mark.parametrize(
    ("text", "content", "stance", "names"),
    ALL,
    ids=[f"{text[:50]}:{content[:12]}" for text, content, _, _ in ALL],
)
def test_statement(read_doc, text, content, stance, names):
    _, drafts = read_doc(text)
    found = [
        (" | ".join(text[a:b] for a, b in d.content), d.stance.value, [s.text for s in d.sources])
        for d in drafts
    ]
    assert (content, stance, names) in found, found


WHOSE = [
    ("Vilnius accused Russia of jamming its radars.", "jamming", ["Vilnius"]),
    ("Kabul blamed Islamabad for shelling the valley.", "shelling", ["Kabul"]),
    ("Nairobi dismissed a report that Kenya had sent troops.", "sent", ["a report"]),
    ("Nairobi denied reports that Kenya had sent troops.", "sent", ["reports"]),
    (
        "Nairobi denied a claim by Oslo that Kenya had sent troops, Interfax said.",
        "sent",
        ["Oslo", "Interfax"],
    ),
    ("Baku accused Yerevan of shelling the valley, a charge that Yerevan denied.", "shelling", ["Baku"]),
    ("Baku shelled the valley, which Yerevan denies.", "shelled", []),
]


@pytest.mark.parametrize(("text", "word", "names"), WHOSE)
def test_whose_word_it_is(read_doc, text, word, names):
    """Who denies what others tell does not tell it himself."""
    _, drafts = read_doc(text)
    start = text.index(word)
    assert [s.text for s in chain(drafts, start, start + len(word))] == names


# Text, the words that tell of events, the cue of a denial, and the words whose events it is about.
TAKEN_UP = [
    (
        "Baku said Armenian guns had shelled the valley. Yerevan denied this.",
        ["shelled"],
        "denied",
        ["shelled"],
    ),
    ("Armenian guns shelled the valley. Both governments denied it.", ["shelled"], "denied", ["shelled"]),
    (
        "Baku said Armenian guns had shelled the valley. The army denies the charge.",
        ["shelled"],
        "denies",
        ["shelled"],
    ),
    (
        "Baku accused Yerevan of shelling the valley. Yerevan denied this.",
        ["accused", "shelling"],
        "denied",
        ["shelling"],
    ),
    (
        "Baku accused Yerevan of shelling the valley, but Yerevan denied it.",
        ["accused", "shelling"],
        "denied",
        ["shelling"],
    ),
    ("Baku shelled the valley, a charge that it dismissed.", ["shelled"], "dismissed", ["shelled"]),
    (
        "Envoys met in Rome. Oslo said Russia had jammed its radars. The Kremlin denied any involvement.",
        ["met", "jammed"],
        "denied",
        ["jammed"],
    ),
    (
        "Oslo said Russia had jammed its radars. It was a cold day. “This is a lie,” the Kremlin said.",
        ["jammed"],
        "is a lie",
        ["jammed"],
    ),
    (
        "Tension rose as two envoys quarrelled, Oslo said. Russia jammed two radars, an aide said. "
        "The Kremlin could not confirm the report.",
        ["quarrelled", "jammed"],
        "could not confirm",
        ["jammed"],
    ),
    ("Russia jammed two radars. Oslo denied that it had slept.", ["jammed"], "denied", []),
]


@pytest.mark.parametrize(("text", "told", "cue", "about"), TAKEN_UP, ids=[t[0][:60] for t in TAKEN_UP])
def test_what_a_denial_takes_up(read_doc, text, told, cue, about):
    _, drafts = read_doc(text)
    events = [_event(text, word) for word in told]
    [one] = [s for s in link(drafts, events) if s.cue is not None and s.cue.text == cue]
    assert one.stance in (Stance.DENIES, Stance.UNAWARE, Stance.DOUBTS)
    assert one.about == tuple(e.id for e in events if e.why[0].text in about)


def test_the_deniers_own_deeds_are_found_elsewhere(read_doc):
    text = "Norway expelled two consuls. The day was cold. It rained. Snow fell. Oslo denied an expulsion."
    _, drafts = read_doc(text)
    event = _event(text, "expelled", "COERCE", "NOR")
    [one] = [s for s in link(drafts, [event]) if s.stance is Stance.DENIES]
    assert one.about == (event.id,)


def _event(text: str, word: str, kind: str = "ASSAULT", actor: str = "") -> Event:
    start = text.index(word)
    return Event(
        id=stable_id("e", word),
        event=(kind,),
        actor=(Entity(code=actor),) if actor else (),
        why=(Reason(rule="test", text=word, start=start, end=start + len(word)),),
    )
