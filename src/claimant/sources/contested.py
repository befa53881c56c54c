"""Contested events: who says so, beside who denies, doubts, knows nothing or will not say."""

from __future__ import annotations

from dataclasses import dataclass

from claimant.record import Event, Record, Source, Stance, Statement

# The stances of who does not say that a thing is so.
AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.UNAWARE, Stance.DECLINES})


@dataclass(frozen=True)
class Contested:
    """An event that somebody does not say took place, with both sides.

    Attributes:
        event: The event, as it stands in the record.
        asserting: The chains of those who say so, nearest source first; an empty chain is the report itself.
        confirming: The statements of those who confirm it.
        against: The statements of those who deny it, doubt it, know nothing of it or will not say.
    """

    event: Event
    asserting: tuple[tuple[Source, ...], ...]
    confirming: tuple[Statement, ...]
    against: tuple[Statement, ...]


def contested(record: Record) -> list[Contested]:
    """The contested events of a record, in its order.

    An event that only a denial tells of ("denied that troops had crossed") is left out where the same
    denial is about an event that somebody asserts: the denial stands beside that one.
    """
    found = []
    for event in record.events:
        about = [s for s in record.statements if event.id in s.about]
        against = tuple(s for s in about if s.stance in AGAINST)
        if against:
            confirming = tuple(s for s in about if s.stance is Stance.CONFIRMS)
            found.append(Contested(event, _asserting(event, about), confirming, against))
    told = {s.id for one in found if one.asserting or one.confirming for s in one.against}
    return [
        one for one in found if one.asserting or one.confirming or not all(s.id in told for s in one.against)
    ]


def _asserting(event: Event, about: list[Statement]) -> tuple[tuple[Source, ...], ...]:
    """The chain of who tells an event, if he does not tell it to deny or to confirm it."""
    others = {s.sources for s in about if s.stance in AGAINST or s.stance is Stance.CONFIRMS}
    return () if event.sources in others else (event.sources,)
