"""How a dispute should be settled: between its parties, or by a court."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimant.disputes.draft import PositionDraft, Reading, drafts, ids_of
from claimant.disputes.parties import behind
from claimant.disputes.saying import is_held, is_negated, speakers
from claimant.disputes.wording import wording
from claimant.language import Clause
from claimant.record import Entity, PositionKind

_SETTLING = wording("settle-bilaterally", "verbs")
_ADVERBS = wording("settle-bilaterally", "adverbs")
_BILATERAL = wording("settle-bilaterally", "adjectives")
_TALKS = wording("settle-bilaterally", "nouns")
_WANTING_TALKS = wording("settle-bilaterally", "wanting")
_THROUGH = wording("settle-bilaterally", "through")
_SELVES = wording("settle-bilaterally", "selves")
_OUTSIDERS = wording("settle-bilaterally", "outsiders")
_BYPASSING = wording("arbitrate", "bypassing")
_GOING = wording("arbitrate", "verbs")
_FILING = wording("arbitrate", "filing")
_SUING = wording("arbitrate", "suing")
_CASES = wording("arbitrate", "cases")
_ASKING = wording("arbitrate", "asking")
_RULING = wording("arbitrate", "ruling")
_COURTS = wording("arbitrate", "nouns")
_WANTING_COURTS = wording("arbitrate", "wanting")
_INSISTING = wording("arbitrate", "insisting")
_TELLING = _SETTLING | _WANTING_TALKS | _GOING | _SUING | _FILING | _WANTING_COURTS | _RULING
_JUDGES = wording("arbitrate", "judges")
_DUTIES = wording("arbitrate", "duties")
_REFUSING = wording("refusing", "verbs")
_WEAK_DISPUTE = wording("denies-dispute", "weak_nouns")


def of_clause(clause: Clause, reading: Reading) -> Iterator[PositionDraft]:
    """ "The issue should be resolved between Japan and China", "Manila took the case to the court"."""
    verb = clause.verb.lemma_.lower()
    matter = any(_is_direct_matter(c) for c in clause.verb.rights)
    if verb not in _TELLING and not matter:
        return
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
        if matter and is_held(clause):
            # "the issue is a bilateral matter, Delhi says"
            said = speakers(clause, reading) or []
            yield from drafts(
                said, places[:1], PositionKind.SETTLE_BILATERALLY, clause.predicate, "bilateral"
            )
        return
    court = any(t.lemma_.lower() in _COURTS | _JUDGES for t in clause.subjects)
    doers = _holders(clause, reading, above=court)
    done = kind == PositionKind.ARBITRATE and verb in _GOING | _FILING | _SUING and is_held(clause)
    for draft in drafts(doers, places[:1], kind, clause.verb, f"how it should be {clause.verb.text}"):
        draft.inferred = done
        yield draft


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
    if len({e.code for e in reading.entities(clause.agents)}) > 1:
        # "should be settled by Delhi and Islamabad alone"
        return True
    around = [*clause.prepositions.items()]
    around += [("between", behind(t, "between", "among")) for t in clause.objects]
    for name, tokens in around:
        if name in ("between", "among", "by") and any(_is_selves(t) for t in tokens):
            return True
        if name in ("between", "among") and _are_parties(name, tokens):
            return True
        if name in _BYPASSING and any(t.lemma_.lower() in _OUTSIDERS for t in tokens):
            return True
    through = [t for name, tokens in clause.prepositions.items() if name in _THROUGH for t in tokens]
    if any(_is_direct_talk(t) for t in through):
        return True
    return len({e.code for e in reading.entities(clause.prepositions.get("between", []))}) > 1


def _are_parties(name: str, tokens: list[Token]) -> bool:
    """Whether those between whom it is are the parties: "between it and each of its neighbours"."""
    if name == "among":
        return any(t.tag_ == "NNS" and t.lemma_.lower() in _SELVES for t in tokens)
    each = any(
        t.lower_ in ("each", "every") or any(c.lower_ in ("each", "every") for c in t.lefts) for t in tokens
    )
    return each and (len(tokens) > 1 or any(t.lemma_ == "pair" for t in tokens))


def _is_selves(token: Token) -> bool:
    """Whether a word means both sides: "between themselves", "between the two"."""
    lemma = token.lower_ if token.pos_ in ("PRON", "NUM") else token.lemma_.lower()
    if lemma not in _SELVES:
        return False
    return (
        token.pos_ == "PRON" or token.pos_ == "NUM" or any(c.lower_ in ("two", "both") for c in token.lefts)
    )


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
    held = [*clause.prepositions.items(), ("by", clause.agents)]
    behind_verb = [t for name, tokens in held if name not in _BYPASSING for t in tokens]
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
    if clause.modal in _DUTIES and not is_negated(clause) and (said := speakers(clause, reading)):
        # "the two should sort it out between them, the Qatari minister said"
        return said
    while node is not None:
        if _refuses(node) or is_negated(node):
            return []
        own = [t for t in node.subjects if reading.linked.at(t) is None and t.lemma_.lower() not in _COURTS]
        doers = reading.entities(own)
        if doers and node is clause and _is_wished(node):
            # "Moscow wants Tokyo and Beijing to settle it": the wish is Moscow's
            doers = []
        if doers and (node is not clause or not (node.passive or above)) and not _refused_above(node):
            return doers
        node = node.governor
    return []


def _is_wished(clause: Clause) -> bool:
    """Whether what a clause tells is what the clause above wants somebody else to do."""
    above = clause.governor
    return (
        (clause.own_subject or (above is not None and bool(above.objects)))
        and clause.verb.tag_ == "VB"
        and clause.relation in ("ccomp", "xcomp")
        and above is not None
        and above.lemma in _WANTING_TALKS | _WANTING_COURTS
    )


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
