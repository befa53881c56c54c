"""Names that a party uses in its own words: "China owns Huangyan Island," a spokesman in Beijing said."""

from __future__ import annotations

from collections.abc import Iterator

from claimant.disputes.draft import PositionDraft, Reading, drafts
from claimant.disputes.mention import DisputeMention
from claimant.disputes.saying import speakers
from claimant.record import Entity, PositionKind

_STRAIGHT = '"'
_OPENING = frozenset({"``", "“", "„", "«"})
_CLOSING = frozenset({"''", "”", "»"})


def of_mention(mention: DisputeMention, reading: Reading) -> Iterator[PositionDraft]:
    """The name that only one party has for a place, in a quotation of that party."""
    if not mention.named or mention.name_of is None or not _quoted(mention):
        return
    own = [
        e
        for e in _speakers(mention, reading)
        if any((p := reading.disputes[d].party_of(e)) and p.key == mention.name_of for d in mention.disputes)
    ]
    yield from drafts(
        own, mention.disputes, PositionKind.CALLS, mention.head, "in its own words", mention.text
    )


def _speakers(mention: DisputeMention, reading: Reading) -> list[Entity]:
    """Who says the sentence of a mention; for "a ministry spokeswoman told reporters in Beijing", China."""
    clause = reading.clauses.around(mention.head)
    said = speakers(clause, reading) if clause is not None else None
    if said or said is None or clause is None:
        return said or []
    node = clause.governor
    while node is not None and not node.prepositions.get("in"):
        node = node.governor
    return reading.entities(node.prepositions["in"]) if node is not None else []


def _quoted(mention: DisputeMention) -> bool:
    """Whether a mention stands between the quotation marks of its sentence."""
    sentence = mention.head.sent
    inside = False
    for token in sentence:
        if token.i >= mention.start:
            break
        if token.text == _STRAIGHT:
            inside = not inside
        elif token.text in _OPENING:
            inside = True
        elif token.text in _CLOSING:
            inside = False
    closing = _CLOSING | {_STRAIGHT}
    return inside and any(t.text in closing for t in sentence if t.i >= mention.end)
