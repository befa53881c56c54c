"""Deeds that somebody denies to have done: "Ottawa denied that a shelf had been given up".

Who denies what nobody is said to have done denies to have done it himself, unless it was done to him.
"""

from __future__ import annotations

from claimant.events.draft import EventDraft, reason_at
from claimant.events.matching import object_heads
from claimant.events.sides import Sides
from claimant.language import Clause, Clauses
from claimant.record import Entity
from claimant.tables import word_list

_DENYING = word_list("events", "denying")
_CARRIED_OUT = word_list("events", "carried_out")
_STATELY = frozenset({"GOV", "MIL", "SPY", "COP"})


def own_deed(draft: EventDraft, clauses: Clauses, sides: Sides) -> bool:
    """Give a denied deed that names nobody who did it to whoever denies it; whether it was given."""
    if draft.actor:
        return False
    clause = clauses.around(draft.trigger) if draft.noun else draft.clause
    if clause is None or not clause.passive or clause.agents or clause.relation != "ccomp":
        return False
    if draft.noun and (clause.verb.lemma_ not in _CARRIED_OUT or draft.trigger not in object_heads(clause)):
        return False
    above = clause.governor
    if above is None or above.verb.lemma_ not in _DENYING or above.negation is not None:
        return False
    suffered = [t for head in object_heads(clause) for t in head.lefts if t.tag_ == "PRP$"]
    who = deniers(above, sides)
    if suffered or not who or {e.code for e in who} & {e.code for e in draft.recipient}:
        return False
    if draft.mutual or draft.frame.reciprocal:
        if len({e.code for e in who}) < 2:
            return False
        draft.mutual = True
    draft.actor = who
    draft.why.append(reason_at("events: who denies it is to have done it", above.verb))
    return True


def deniers(clause: Clause, sides: Sides) -> tuple[Entity, ...]:
    """The states, armies … that a clause names as who denies something; nobody, if others are among them."""
    found, _ = sides.of_clause(clause, ("subject",), actor=True)
    return found if all(e.code and e.sector in _STATELY for e in found) else ()
