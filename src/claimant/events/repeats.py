"""One event told by several words of one sentence is said once."""

from __future__ import annotations

from claimant.events.draft import EventDraft
from claimant.events.sides import political


def without_repeats(drafts: list[EventDraft]) -> list[EventDraft]:
    """One event told by several words of one sentence is said once: the fullest is kept."""
    kept: list[EventDraft] = []
    for draft in drafts:
        for i, other in enumerate(kept):
            if other.sequence == draft.sequence and _same(other, draft):
                if _fullness(draft) > _fullness(other):
                    draft.why.extend(other.why)
                    kept[i] = draft
                break
        else:
            kept.append(draft)
    return kept


def _same(one: EventDraft, other: EventDraft) -> bool:
    if one.type != other.type or one.statuses != other.statuses:
        return False
    if (one.frame.mode == "visit") != (other.frame.mode == "visit") and one.date != other.date:
        return False
    a, b = one.codes, other.codes
    if one.mutual or other.mutual:
        return bool(a[0] | a[1]) and a[0] | a[1] == b[0] | b[1]
    spans = [tuple((e.start, e.end) for e in (*d.actor, *d.recipient)) for d in (one, other)]
    if a == b and (a[0] or a[1]):
        return True
    return spans[0] == spans[1]


def _fullness(draft: EventDraft) -> tuple[int, int, int]:
    return (len(draft.recipient) > 0, not draft.noun, len(draft.frame.words))


def told_once(drafts: list[EventDraft]) -> list[EventDraft]:
    """Without nouns that tell less of what their verb tells, or the same before it is turned round.

    "Cut off the aid it gives Niger", "could not accept the offer".
    """
    verbs = [d for d in drafts if not d.noun and d.actor and any(political(e) for e in d.recipient)]
    nouns = [d for d in drafts if d.noun and d.codes[0] and d.codes[1]]
    meetings = {d.clause.verb.i for d in verbs if d.type == "CONSULT" and d.clause is not None}
    return [
        d
        for d in drafts
        if not any(_told_by(v, d) for v in verbs if d.noun)
        and not (d.type == "CONSULT" and _what_for(d, meetings))
        and not any(_done_by(d, n) for n in nouns if not d.noun)
    ]


def _what_for(draft: EventDraft, meetings: set[int]) -> bool:
    """Whether an event only says what one met for: "met the minister in Suva *to discuss* the reef"."""
    clause = draft.clause
    if draft.noun or clause is None or clause.governor is None or clause.relation not in ("advcl", "xcomp"):
        return False
    return clause.verb.tag_ == "VB" and clause.governor.verb.i in meetings


def _done_by(verb: EventDraft, noun: EventDraft) -> bool:
    """Whether a verb only goes on about a deed: "the *bombing* of a market in Eritrea left forty dead"."""
    if verb.type != noun.type or any(political(e) for e in verb.recipient) or verb.clause is None:
        return False
    return noun.trigger in verb.clause.subjects and verb.codes[0] == noun.codes[0]


def _told_by(verb: EventDraft, noun: EventDraft) -> bool:
    if verb.clause is not noun.clause:
        return False
    turned = verb.type != verb.frame.event and verb.frame.event == noun.type and verb.codes == noun.codes
    # "rejected an offer by Mauritius to act against France": whom the offer is about is not refused
    more = verb.codes[0] == noun.codes[0] and bool(verb.codes[1]) and verb.codes[1] < noun.codes[1]
    return turned or (verb.type == noun.type and (not noun.recipient or more))
