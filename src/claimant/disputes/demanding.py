"""Who wants a place back: "wants Moscow to hand them back", "demands that Israel return the Golan"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimant.disputes.draft import PositionDraft, Reading, drafts
from claimant.disputes.parties import behind
from claimant.disputes.saying import is_held, speakers
from claimant.disputes.wording import wording
from claimant.language import Clause
from claimant.record import Entity, PositionKind

_DEMANDING = wording("claims", "demanding")
_RETURNS = wording("claims", "returns")
_ASKING = wording("claims", "asking")
_RETURNING = wording("claims", "returning")
_DUTIES = wording("arbitrate", "duties")
_GIVING = wording("claims", "giving_back")


def of_clause(clause: Clause, reading: Reading) -> Iterator[PositionDraft]:
    """Demands for a place: its return, that somebody give it back, or "wants the isles back"."""
    verb = clause.verb.lemma_.lower()
    if verb in _DEMANDING and is_held(clause):
        done_to = clause.subjects if clause.passive else clause.objects
        doers = reading.doers(clause.agents if clause.passive else clause.subjects)
        for noun in done_to:
            if noun.lemma_.lower() in _RETURNS:
                yield from drafts(doers, reading.places(behind(noun, "of")), PositionKind.CLAIMS, noun,
                                  f"{clause.verb.text!r} its {noun.text!r}")  # fmt: skip
        back = next((c for c in clause.verb.subtree if c.lower_ == "back" and c.i > clause.verb.i), None)
        if back is not None and not clause.passive and back.head.i in (clause.verb.i, back.i - 1):
            wanted = [t for c in (clause.verb, back) for t in c.children if t.dep_ in ("dobj", "nsubj")]
            places = reading.places(t for t in wanted if clause.verb.i < t.i < back.i)
            yield from _claimed(doers, places, back, "wants it back", reading)
    if verb in _RETURNING and clause.passive and clause.modal in _DUTIES and clause.negation is None:
        # "should be returned, Mauritius says"
        doers = speakers(clause, reading) or []
        places = reading.places(clause.subjects)
        yield from _claimed(doers, places, clause.verb, "says it should be given back", reading)
        return
    if verb in _RETURNING or (verb in _GIVING and _has_back(clause)):
        above = clause.governor
        if above is None or above.lemma not in _ASKING or clause.relation not in ("xcomp", "ccomp", "advcl"):
            return
        if clause.verb.i < above.verb.i or not is_held(above) or clause.negation is not None:
            return
        places = reading.places(clause.subjects if clause.passive else clause.objects)
        doers = reading.doers(above.agents if above.passive else above.subjects)
        yield from _claimed(doers, places, clause.verb, f"{above.verb.text!r} it given back", reading)


def _claimed(
    doers: list[Entity], places: list[str], token: Token, rule: str, reading: Reading
) -> Iterator[PositionDraft]:
    """A claim of those who are parties and claim: others may plead for them."""
    for place in places:
        own = [d for d in doers if (party := reading.disputes[place].party_of(d)) and party.claims]
        yield from drafts(own, [place], PositionKind.CLAIMS, token, rule)


def _has_back(clause: Clause) -> bool:
    return "back" in clause.particles or any(c.lower_ == "back" for c in clause.verb.children)
