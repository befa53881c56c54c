"""Who confirms what others said, and who will not say."""

from __future__ import annotations

import pytest

from claimant.record import Entity, Event, Reason, stable_id
from claimant.sources import link

# Text, stance, source, content.
STANCES = [
    ("The ministry declined to comment.", "declines", "The ministry", ""),
    ("A Turkish spokesman refused to comment.", "declines", "A Turkish spokesman", ""),
    ("The Kremlin had no immediate comment.", "declines", "The Kremlin", ""),
    ("There was no immediate comment from Ankara.", "declines", "Ankara", ""),
    ("Seoul declined comment.", "declines", "Seoul", ""),
    (
        "The embassy did not respond to a request for comment.",
        "declines",
        "The embassy",
        "a request for comment",
    ),
    ("Reporters got no answer from the consul.", "declines", "the consul", ""),
    ("The White House had no comment on the raid.", "declines", "The White House", "the raid"),
    ("The clinic did not reply to questions about the fire.", "declines", "The clinic", "the fire"),
    ("She refused to answer questions about the arrest.", "declines", "She", "the arrest"),
    ("The company has nothing to say about the leak.", "declines", "The company", "the leak"),
    ("The navy will say nothing about the wreck.", "declines", "The navy", "the wreck"),
    ("The prime minister remained silent on the visit.", "declines", "The prime minister", "the visit"),
    ("The general would not say whether he had won.", "declines", "The general", "whether he had won"),
    ("The army neither confirmed nor denied the strike.", "declines", "The army", "the strike"),
    ("The police has not confirmed the arrest.", "unaware", "The police", "the arrest"),
    ("The mayor did not say whether he would go.", "unaware", "The mayor", "whether he would go"),
    ("The ministry confirmed that the ship had sunk.", "confirms", "The ministry", "that the ship had sunk"),
    ("Lisbon acknowledged that the ship had sunk.", "confirms", "Lisbon", "that the ship had sunk"),
    ("The bishop admitted that he had lied.", "confirms", "The bishop", "that he had lied"),
    ("Tokyo confirmed the report.", "confirms", "Tokyo", "the report"),
]


@pytest.mark.parametrize(("text", "stance", "source", "content"), STANCES, ids=[s[0] for s in STANCES])
def test_stance(read_doc, text, stance, source, content):
    _, drafts = read_doc(text)
    [one] = drafts
    assert (one.stance, [s.text for s in one.sources]) == (stance, [source])
    assert "".join(text[a:b] for a, b in one.content) == content


@pytest.mark.parametrize(
    "text",
    ["He said nothing.", "The comment was printed.", "The minister responded to the attack with force."],
)
def test_nobody_declines(read_doc, text):
    assert "declines" not in [d.stance for d in read_doc(text)[1]]


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ("An aide in Oslo declined to comment.", "declines"),
        ("An aide in Oslo had no comment on the report.", "declines"),
        ("An aide in Oslo confirmed the report.", "confirms"),
        ("An aide in Oslo confirmed this.", "confirms"),
    ],
)
def test_what_it_is_about(read_doc, answer, stance):
    text = f"Russia jammed two radars, a pilot said. {answer}"
    start = text.index("jammed")
    jamming = Event(
        id=stable_id("e", "jammed"),
        event=("ASSAULT",),
        actor=(Entity(code="RUS"),),
        why=(Reason(rule="test", text="jammed", start=start, end=start + 6),),
    )
    found = {s.stance.value: s.about for s in link(read_doc(text)[1], [jamming])}
    assert found[stance] == (jamming.id,)
