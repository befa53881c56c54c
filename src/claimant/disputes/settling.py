"""Whether there is a dispute, and who keeps out of it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimant.disputes.draft import PositionDraft, Reading, drafts, ids_of
from claimant.disputes.parties import behind
from claimant.disputes.saying import is_held, is_negated, speakers
from claimant.disputes.wording import wording
from claimant.language import Clause
from claimant.record import Entity, PositionKind
from claimant.tables import word_list

_DISPUTE = wording("denies-dispute", "nouns")
_WEAK_DISPUTE = wording("denies-dispute", "weak_nouns")
_DENYING = wording("denies-dispute", "verbs")
_ADMITTING = wording("denies-dispute", "admitting")
_REFUSING_TO = wording("denies-dispute", "refusing")
_EXISTING = wording("denies-dispute", "existing")
_EXISTENCE = wording("denies-dispute", "existence")
_TAKING = wording("neutral", "verbs")
_SIDES = wording("neutral", "nouns")
_NEUTRAL = wording("neutral", "adjectives")
_TERRITORIAL = word_list("disputes", "territorial")


def of_clause(clause: Clause, reading: Reading) -> Iterator[PositionDraft]:
    """Everything that a clause says about the dispute rather than the place."""
    yield from _denied(clause, reading)
    yield from _kept_out(clause, reading)


# --- there is no dispute


def _denied(clause: Clause, reading: Reading) -> Iterator[PositionDraft]:
    """ "There is no territorial dispute", "does not acknowledge any dispute", "no dispute exists"."""
    verb = clause.verb.lemma_.lower()
    heads: list[Token] = []
    doers: list[Entity] = []
    if verb in _EXISTING and (is_negated(clause) or any(_has_no(c) for c in clause.verb.rights)):
        existential = any(t.dep_ == "expl" for t in clause.verb.children)
        tokens = [c for c in clause.verb.children if c.dep_ in ("attr", "nsubj", "dobj", "npadvmod")]
        heads = [t for t in tokens if _is_dispute(t) and (existential or verb == "exist")]
        doers = speakers(clause, reading) or []
    elif (
        not clause.passive
        and clause.objects
        and ((verb in _DENYING and is_held(clause)) or (verb in _ADMITTING and _refused(clause)))
    ):
        heads = _of_existence(clause.objects, verb in _ADMITTING)
        doers = reading.doers(clause.subjects)
    if (
        not heads
        and not clause.passive
        and ((verb in _DENYING and not is_negated(clause)) or (verb in _ADMITTING and _refused(clause)))
    ):
        for below in clause.complements:
            if below.verb.lemma_.lower() in _EXISTING and not is_negated(below):
                heads += [t for t in below.verb.subtree if _is_dispute(t)]
        doers = reading.doers(clause.subjects)
    for head in heads[:1]:
        yield from drafts(doers, _around(head, reading), PositionKind.DENIES_DISPUTE, head, "no dispute")


def _has_no(token: Token) -> bool:
    return any(c.lower_ == "no" for c in token.lefts)


def _of_existence(objects: list[Token], direct: bool) -> list[Token]:
    """ "The existence of a dispute", and, behind "does not acknowledge", "any dispute"."""
    inner = [t for o in objects if o.lemma_.lower() in _EXISTENCE for t in behind(o, "of")]
    return [t for t in (*inner, *(objects if direct else [])) if _is_dispute(t)]


def _is_dispute(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if lemma in _DISPUTE:
        return token.pos_ == "NOUN"
    return lemma in _WEAK_DISPUTE and any(t.lemma_.lower() in _TERRITORIAL for t in token.subtree)


def _refused(clause: Clause) -> bool:
    above = clause.governor
    return is_negated(clause) or (
        above is not None
        and clause.relation == "xcomp"
        and above.lemma in _REFUSING_TO
        and not is_negated(above)
    )


# --- taking no side


def _kept_out(clause: Clause, reading: Reading) -> Iterator[PositionDraft]:
    """ "Washington takes no position on the sovereignty of the isles", "Brazil is neutral in the dispute"."""
    verb = clause.verb.lemma_.lower()
    sides = [t for t in clause.objects if t.lemma_.lower() in _SIDES]
    if verb in _TAKING and sides and not clause.passive and (is_negated(clause) or _refused(clause)):
        token = sides[0]
    elif clause.lemma in _NEUTRAL and not is_negated(clause) and clause.modal in ("", "will", "would"):
        token = clause.predicate
    else:
        return
    doers = reading.doers(clause.subjects)
    yield from drafts(doers, _around(token, reading)[:1], PositionKind.NEUTRAL, token, "takes no side")


def _around(token: Token, reading: Reading) -> list[str]:
    """The disputes at a word, in its phrase, in its clause, or else in its sentence."""
    own = reading.linked.at(token)
    if own is not None:
        return list(own.disputes)
    clause = reading.clauses.around(token)
    return (
        ids_of(reading.linked.below(token))
        or (ids_of(reading.linked.below(clause.verb)) if clause is not None else [])
        or ids_of(reading.linked.in_sentence(token))
    )
