"""Deeds that somebody denies: whose they are to have been."""

from __future__ import annotations

import pytest

from claimant.reader import read
from claimant.record import Status, codes

DENIED = [
    ("Lima and Quito both deny that a prisoner swap was ever discussed.", "YIELD", {"PER", "ECU"}),
    ("Ankara and Cairo deny that talks were ever held.", "CONSULT", {"TUR", "EGY"}),
    ("A senior Chilean official denied that Santiago had given up any of its land.", "YIELD", {"CHL"}),
    ("A Sudanese diplomat denied that an attack on Chad was being prepared.", "ASSAULT", {"SDN"}),
    ("An Eritrean general denied that any of the villages had been burned.", "ASSAULT", {"ERI"}),
]

# Nobody is said to have done what these deny, or it was done to whoever denies it.
NOT_HIS = [
    "India denied that its post had been shelled.",
    "Rwanda denied that its troops had been attacked.",
    "Israel denied that an attack had been foiled.",
    "Oslo denied that talks had been held.",
    "The aid workers denied that a convoy had been robbed.",
]


@pytest.mark.parametrize(("text", "kind", "actors"), DENIED, ids=[t[:50] for t, _, _ in DENIED])
def test_who_denies_it_is_to_have_done_it(text, kind, actors):
    events = [e for e in read(text, published="2014-02-07").events if kind in e.event]
    assert [codes(e.actor) for e in events] == [actors]
    assert Status.NEGATED in events[0].status


@pytest.mark.parametrize("text", NOT_HIS)
def test_who_denies_it_did_not_do_it(text):
    assert not any(codes(e.actor) for e in read(text, published="2014-02-07").events)


CLAIMS = [
    ("A letter mentions a deserter's claim that Libya shipped rifles to Chad.", Status.ACTUAL),
    ("Paris disputes a deserter's claim that Libya shipped rifles to Chad.", Status.HYPOTHETICAL),
    ("A deserter's claim that Libya shipped rifles to Chad was false.", Status.HYPOTHETICAL),
]


@pytest.mark.parametrize(("text", "status"), CLAIMS)
def test_claims_that_are_passed_on(text, status):
    [event] = [e for e in read(text, published="2014-02-07").events if "AID" in e.event]
    assert event.status == (status,)
