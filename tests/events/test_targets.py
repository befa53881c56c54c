"""To whom or what something is done where no party is named, and where not."""

from __future__ import annotations

import pytest

import claimant

TARGETS = [
    ("Boko Haram attacked an army base in northern Cameroon.", "ASSAULT", "army base", "CMR"),
    ("Syrian government jets struck three towns near Aleppo.", "ASSAULT", "three towns", None),
    ("The Iraqi army seized two pumping stations.", "COERCE", "two pumping stations", None),
    ("A court in Nairobi ordered an investigation against Peter Kamau.", "ACCUSE", "Peter Kamau", None),
    ("A Peruvian court found Quispe guilty of fraud.", "ACCUSE", "Quispe", None),
    ("The Taliban refused talks with the Afghan government.", "REJECT", "Afghan government", "AFG"),
    ("Honduras withdrew its troops from a zone along the border.", "YIELD", "zone", None),
    ("Mali's government imposed a curfew in the northern towns.", "COERCE", "northern towns", None),
    ("Police arrested three journalists in Oran.", "COERCE", "three journalists", None),
]


@pytest.mark.parametrize(("text", "event", "words", "code"), TARGETS)
def test_recipient(text, event, words, code):
    [found] = [e for e in claimant.read(text, published="2015-06-10").events if e.event == (event,)]
    assert [(e.entity_text, e.code) for e in found.recipient] == [(words, code)]
    entity = found.recipient[0]
    assert text[entity.start : entity.end] == words


NOBODY = [
    ("Turkey imposed a curfew in the area.", "COERCE", "what is only near is nobody"),
    ("Turkey pulled its guards out of Ankara.", "YIELD", "one's own are not the other side"),
    ("Nigeria's army mobilised troops in March.", "MOBILIZE", "what is moved"),
    ("Serbia refused to condemn Russia.", "REJECT", "of whom nothing is asked"),
]


@pytest.mark.parametrize(("text", "event", "_why"), NOBODY)
def test_no_recipient(text, event, _why):
    [found] = [e for e in claimant.read(text, published="2015-06-10").events if e.event == (event,)]
    assert not found.recipient


ONE_EVENT = [
    ("The union filed a lawsuit in the High Court in Nairobi against Kamau.", ["ACCUSE"]),
    ("The European Commission suspended aid to Bamako in protest at the coup.", ["SANCTION"]),
    ("A Burmese court sentenced the editor of a weekly to ten years.", ["ACCUSE"]),
]


@pytest.mark.parametrize(("text", "types"), ONE_EVENT)
def test_told_once(text, types):
    assert [t for e in claimant.read(text, published="2015-06-10").events for t in e.event] == types
