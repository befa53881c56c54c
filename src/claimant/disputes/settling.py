"""How a dispute should be settled, whether there is one, and who keeps out of it."""

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
_SETTLING = wording("settle-bilaterally", "verbs")
_ADVERBS = wording("settle-bilaterally", "adverbs")
_BILATERAL = wording("settle-bilaterally", "adjectives")
_TALKS = wording("settle-bilaterally", "nouns")
_WANTING_TALKS = wording("settle-bilaterally", "wanting")
_THROUGH = wording("settle-bilaterally", "through")
_GOING = wording("arbitrate", "verbs")
_FILING = wording("arbitrate", "filing")
_SUING = wording("arbitrate", "suing")
_CASES = wording("arbitrate", "cases")
_ASKING = wording("arbitrate", "asking")
_RULING = wording("arbitrate", "ruling")
_COURTS = wording("arbitrate", "nouns")
_WANTING_COURTS = wording("arbitrate", "wanting")
_INSISTING = wording("arbitrate", "insisting")
_JUDGES = wording("arbitrate", "judges")
_DUTIES = wording("arbitrate", "duties")
_REFUSING = wording("refusing", "verbs")
_TAKING = wording("neutral", "verbs")
_SIDES = wording("neutral", "nouns")
_NEUTRAL = wording("neutral", "adjectives")
_TERRITORIAL = word_list("disputes", "territorial")


def of_clause(clause: Clause, reading: Reading) -> Iterator[PositionDraft]:
    """Everything that a clause says about the dispute rather than the place."""
    yield from _denied(clause, reading)
    yield from _settled(clause, reading)
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
        doers = reading.entities(clause.subjects)
    if (
        not heads
        and not clause.passive
        and ((verb in _DENYING and not is_negated(clause)) or (verb in _ADMITTING and _refused(clause)))
    ):
        for below in clause.complements:
            if below.verb.lemma_.lower() in _EXISTING and not is_negated(below):
                heads += [t for t in below.verb.subtree if _is_dispute(t)]
        doers = reading.entities(clause.subjects)
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


# --- how to settle it


def _settled(clause: Clause, reading: Reading) -> Iterator[PositionDraft]:
    """ "The issue should be resolved between Japan and China", "Manila took the case to the court"."""
    verb = clause.verb.lemma_.lower()
    done_to = clause.subjects if clause.passive else clause.objects
    places = [d for t in done_to for d in ids_of(reading.linked.below(t))]
    places = places or ids_of(reading.linked.in_sentence(clause.verb)) or _case_before(clause, reading)
    if not places or is_negated(clause):
        return
    kind: PositionKind | None = None
    doers: list[Entity] = []
    if (verb in _SETTLING and _bilaterally(clause, reading)) or (
        verb in _WANTING_TALKS and any(_is_direct_talk(t) for t in _wanted(clause))
    ):
        kind = PositionKind.SETTLE_BILATERALLY
    elif _arbitrated(clause, verb):
        kind = PositionKind.ARBITRATE
    if kind is None:
        if any(_is_direct_matter(c) for c in clause.verb.rights) and is_held(clause):
            # "the issue is a bilateral matter, Delhi says"
            said = speakers(clause, reading) or []
            yield from drafts(
                said, places[:1], PositionKind.SETTLE_BILATERALLY, clause.predicate, "bilateral"
            )
        return
    court = any(t.lemma_.lower() in _COURTS | _JUDGES for t in clause.subjects)
    doers = _holders(clause, reading, above=court)
    yield from drafts(doers, places[:1], kind, clause.verb, f"how it should be {clause.verb.text}")


def _case_before(clause: Clause, reading: Reading) -> list[str]:
    """The dispute told in the sentence before "took the case to the court", if whoever does it is a party."""
    if clause.lemma not in _GOING or not any(t.lemma_.lower() in _CASES for t in clause.objects):
        return []
    start = clause.verb.sent.start
    earliest = reading.doc[start - 1].sent.start if start else start
    before = [m for m in reading.linked.all if earliest <= m.start < start]
    doers = _holders(clause, reading, above=False)
    told = list(before[-1].disputes) if before else []
    return [d for d in told if any(reading.disputes[d].party_of(e) for e in doers)]


def _bilaterally(clause: Clause, reading: Reading) -> bool:
    if any(c.lower_ in _ADVERBS for c in clause.verb.children):
        return True
    if any(_is_direct_talk(t) for t in clause.agents):
        return True
    through = [t for name, tokens in clause.prepositions.items() if name in _THROUGH for t in tokens]
    if any(_is_direct_talk(t) for t in through):
        return True
    return len({e.code for e in reading.entities(clause.prepositions.get("between", []))}) > 1


def _is_direct_talk(token: Token) -> bool:
    return token.lemma_.lower() in _TALKS and (
        any(c.lower_ in _BILATERAL for c in token.lefts) or bool(behind(token, "between"))
    )


def _is_direct_matter(token: Token) -> bool:
    """Whether a predicate is "a bilateral matter"."""
    return token.dep_ == "attr" and (
        token.lemma_.lower() in _WEAK_DISPUTE and any(c.lower_ in _BILATERAL for c in token.lefts)
    )


def _wanted(clause: Clause) -> list[Token]:
    """What a clause wants: its object, or what stands behind "for" or "on" ("called for", "insists on")."""
    if clause.passive:
        return []
    return [*clause.objects, *clause.prepositions.get("for", []), *clause.prepositions.get("on", [])]


def _arbitrated(clause: Clause, verb: str) -> bool:
    """Whether a clause brings a dispute before a court, or wants to."""
    behind_verb = [t for tokens in clause.prepositions.values() for t in tokens]
    lemmas = {t.lemma_.lower() for t in behind_verb}
    inner = {g.lemma_.lower() for t in (*clause.objects, *behind_verb) for g in t.subtree}
    if verb in _GOING and lemmas & _COURTS and not any(t.lemma_.lower() in _COURTS for t in clause.subjects):
        return True
    if verb in _SUING and not clause.passive:
        return True
    if verb in _FILING and any(t.lemma_.lower() in _CASES for t in clause.objects):
        return bool(inner & _COURTS)
    if verb in _WANTING_COURTS and any(t.lemma_.lower() in _COURTS - {"court"} for t in _wanted(clause)):
        return True
    above = clause.governor
    if verb not in _RULING or above is None:
        return False
    asked = [*clause.subjects, *(above.objects if above.lemma in _ASKING else [])]
    courts = any(t.lemma_.lower() in _JUDGES for t in asked)
    if above.lemma in _ASKING:
        # "asked the court to rule", "wants the case heard in The Hague"
        return courts or any(t.lemma_.lower() in _JUDGES for t in behind_verb)
    duty = clause.modal in _DUTIES or (clause.verb.tag_ in ("VB", "VBP") and not clause.modal)
    return courts and above.lemma in _INSISTING and duty


def _holders(clause: Clause, reading: Reading, *, above: bool) -> list[Entity]:
    """Who holds that a dispute should be settled so: the nearest subject, unless somebody refuses it.

    Args:
        clause: The clause that tells how it is settled.
        reading: The report.
        above: Whether to pass over the clause's own subject: the court in "asked the court to rule".
    """
    node: Clause | None = clause
    while node is not None:
        if _refuses(node) or is_negated(node):
            return []
        own = [t for t in node.subjects if reading.linked.at(t) is None and t.lemma_.lower() not in _COURTS]
        doers = reading.entities(own)
        if doers and (node is not clause or not (node.passive or above)) and not _refused_above(node):
            return doers
        node = node.governor
    return []


def _refuses(clause: Clause) -> bool:
    """Whether a clause refuses: "rejected", "ruled out"."""
    return clause.lemma in _REFUSING or (clause.lemma == "rule" and "out" in clause.particles)


def _refused_above(clause: Clause) -> bool:
    """Whether a clause hangs on something refused: "rejected a proposal to refer it to the court"."""
    node = clause
    while node.governor is not None and node.relation in ("xcomp", "acl", "ccomp", "pcomp", "conj"):
        if node.relation != "conj" and (_refuses(node.governor) or is_negated(node.governor)):
            return True
        node = node.governor
    return False


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
    doers = reading.entities(clause.subjects)
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
