"""Names that a party uses in its own words: "China owns Huangyan Island," a spokesman in Beijing said."""

from __future__ import annotations

from collections.abc import Iterator

from claimant.disputes.draft import PositionDraft, Reading, drafts
from claimant.disputes.mention import DisputeMention
from claimant.disputes.saying import speakers
from claimant.record import PositionKind

_OPENING = frozenset({"``", "“", "„", "«"})
_CLOSING = frozenset({"''", "”", "»"})


def of_mention(mention: DisputeMention, reading: Reading) -> Iterator[PositionDraft]:
    """The name that only one party has for a place, in a quotation of that party."""
    if not mention.named or mention.name_of is None or not _quoted(mention):
        return
    clause = reading.clauses.around(mention.head)
    said = speakers(clause, reading) if clause is not None else None
    own = [
        e
        for e in said or ()
        if any((p := reading.disputes[d].party_of(e)) and p.key == mention.name_of for d in mention.disputes)
    ]
    yield from drafts(
        own, mention.disputes, PositionKind.CALLS, mention.head, "in its own words", mention.text
    )


def _quoted(mention: DisputeMention) -> bool:
    """Whether a mention stands between the quotation marks of its sentence."""
    sentence = mention.head.sent
    inside = False
    for token in sentence:
        if token.i >= mention.start:
            break
        if token.tag_ in _OPENING or token.text in _OPENING:
            inside = True
        elif token.tag_ in _CLOSING or token.text in _CLOSING:
            inside = False
    return inside and any(t.tag_ in _CLOSING or t.text in _CLOSING for t in sentence if t.i >= mention.end)
