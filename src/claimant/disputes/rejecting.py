"""Claims told before and then refused: "China claims the shoal. Manila rejects that claim"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimant.disputes.draft import PositionDraft, Reading, drafts
from claimant.disputes.saying import is_held, is_negated
from claimant.disputes.wording import wording
from claimant.language import Clause
from claimant.record import PositionKind

_REJECTING = wording("rejects-claim", "verbs")
_REJECTED = wording("rejects-claim", "nouns")
_ACCEPTING = wording("recognises", "accepting")
_REFUSING_TO = wording("denies-dispute", "refusing")
_TOLD = wording("rejects-claim", "told")
_POINTING = frozenset({"that", "this", "the", "these", "those", "such", "any", "all"})
_LEADING_ON = frozenset({"to", "over", "of", "that", "by", "on", "about", "from"})


def of_clause(clause: Clause, reading: Reading) -> Iterator[PositionDraft]:
    """The refusal of a claim by words that only point at it."""
    verb = clause.verb
    lemma = verb.lemma_.lower()
    if clause.passive or not (
        (lemma in _REJECTING and is_held(clause)) or (lemma in _ACCEPTING and _refused(clause))
    ):
        return
    noun = _pointed_at(verb)
    if noun is None or reading.linked.at(noun) is not None:
        return
    places = _claimed_before(verb, reading)
    against = reading.doers(clause.subjects)
    yield from drafts(against, places, PositionKind.REJECTS_CLAIM, verb, f"{verb.text!r} what was told")


def _refused(clause: Clause) -> bool:
    above = clause.governor
    return is_negated(clause) or (
        above is not None and clause.relation == "xcomp" and above.lemma in _REFUSING_TO and is_held(above)
    )


def _pointed_at(verb: Token) -> Token | None:
    """The word behind "that", right behind a verb: also where the parser takes "that claim" for a clause."""
    doc = verb.doc
    i = verb.i + 1
    if i + 1 >= len(doc) or doc[i].lower_ not in _POINTING:
        return None
    noun = doc[i + 1]
    if noun.pos_ == "ADJ" and i + 2 < len(doc):
        noun = doc[i + 2]
    after = doc[noun.i + 1] if noun.i + 1 < len(doc) else None
    if noun.lemma_.lower() not in _REJECTED or (after is not None and after.lower_ in _LEADING_ON):
        return None
    # "rejects that claim" and no more: a verb "claim" would go on
    if (
        noun.pos_ not in ("NOUN", "PROPN")
        and after is not None
        and not (after.is_punct or after.pos_ in ("CCONJ", "ADP"))
    ):
        return None
    return noun


def _claimed_before(verb: Token, reading: Reading) -> list[str]:
    """The dispute told last in words that speak of a claim to it, in the sentence or the one before it."""
    start = verb.sent.start
    earliest = verb.doc[start - 1].sent.start if start else start
    for mention in reversed(reading.linked.all):
        if mention.start < earliest:
            return []
        if mention.start < verb.i:
            words = {t.lemma_.lower() for t in mention.head.sent if t.i < verb.i}
            if words & _TOLD:
                return list(mention.disputes)
    return []
