"""Positions: what a party claims, controls, calls, recognises or wants of a disputed place."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from claimant.disputes import (
    calling,
    demanding,
    holding,
    naming,
    owning,
    quoting,
    regarding,
    rejecting,
    relatives,
    settlement,
    settling,
)
from claimant.disputes.draft import PositionDraft, Reading
from claimant.disputes.mention import DisputeMentions
from claimant.disputes.registry import Disputes, load_disputes
from claimant.language import Clauses, Mentions
from claimant.record import PositionKind

# Only a party of a dispute can hold these.
_OF_PARTIES = frozenset({PositionKind.CLAIMS, PositionKind.CONTROLS, PositionKind.CALLS})


class PositionReader:
    """Finds the positions of a report.

    Args:
        disputes: The registry; without one, that which comes with Claimant.
    """

    def __init__(self, disputes: Disputes | None = None) -> None:
        self._disputes = disputes if disputes is not None else load_disputes()

    def read(
        self, doc: Doc, clauses: Clauses, mentions: Mentions, linked: DisputeMentions
    ) -> list[PositionDraft]:
        """Drafts of the positions, in the order of the text; each is said once, in the plainest words."""
        if not linked.all:
            return []
        reading = Reading(doc, clauses, mentions, linked, self._disputes)
        found: dict[tuple[object, ...], PositionDraft] = {}
        for draft in sorted(_all(reading), key=lambda d: d.token.i):
            dispute = self._disputes[draft.dispute]
            if draft.position in _OF_PARTIES and dispute.party_of(draft.party) is None:
                if draft.position != PositionKind.CALLS or draft.party.code not in dispute.local:
                    continue
            key = (draft.party.code, draft.dispute, draft.position, draft.name)
            if key not in found or (found[key].inferred and not draft.inferred):
                found[key] = draft
        return sorted(found.values(), key=lambda d: d.token.i)


def _all(reading: Reading) -> Iterator[PositionDraft]:
    for mention in reading.linked.all:
        yield from holding.of_row(mention, reading)
        yield from holding.hyphened(mention, reading)
        yield from holding.under(mention, reading)
        yield from calling.of_mention(mention, reading)
        yield from quoting.of_mention(mention, reading)
    for clause in reading.clauses:
        yield from holding.of_clause(clause, reading)
        yield from owning.of_clause(clause, reading)
        yield from regarding.of_clause(clause, reading)
        yield from demanding.of_clause(clause, reading)
        yield from calling.of_clause(clause, reading)
        yield from naming.of_clause(clause, reading)
        yield from rejecting.of_clause(clause, reading)
        yield from settling.of_clause(clause, reading)
        yield from settlement.of_clause(clause, reading)
    for token in reading.mentions.tokens:
        word = token.lower_
        if word in relatives.RELATIVES:
            yield from relatives.of_token(token, reading)
        elif word in relatives.PARTICIPLES:
            yield from relatives.of_participle(token, reading)
        elif word == "as":
            yield from naming.of_as(token, reading)
        if token.pos_ == "NOUN":
            yield from holding.of_noun(token, reading)
            yield from owning.of_noun(token, reading)
