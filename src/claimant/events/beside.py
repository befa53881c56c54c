"""Sides that stand in no slot of a verb's frame, but beside it: in a relative clause, before a copula."""

from __future__ import annotations

from claimant.events.matching import object_heads
from claimant.events.sides import Sides
from claimant.language import Clause, Clauses, Mentions, counted, noun_prepositions
from claimant.record import Entity
from claimant.tables import word_list

_NEAR = 4
_MINISTRIES = word_list("events", "ministries")
_GIVING = word_list("events", "giving")


def of_what_it_is(clause: Clause, actor: tuple[Entity, ...], sides: Sides) -> tuple[Entity, ...]:
    """Whose thing is "something that X cannot accept": "the *Iranian* tour was something …"."""
    above = clause.governor
    if clause.relation != "relcl" or above is None or clause.verb.head.head.i != above.verb.i:
        return ()
    if clause.verb.head.dep_ != "attr" or clause.verb.head.i not in {t.i for t in object_heads(clause)}:
        return ()
    codes = {e.code for e in actor}
    return tuple(e for e in sides.entities(above.subjects, owner=True) if e.code and e.code not in codes)


def beneficiaries(
    clause: Clause, actor: tuple[Entity, ...], clauses: Clauses, sides: Sides
) -> tuple[Entity, ...]:
    """To whom that is given which somebody cuts: "cut off the aid it gives *Cairo*"."""
    codes = {e.code for e in actor}
    for head in (t for h in object_heads(clause) for t in counted(h)):
        for child in head.rights:
            giving = clauses.at(child) if child.dep_ == "relcl" else None
            if giving is None or giving.verb.lemma_.lower() not in _GIVING or giving.passive:
                continue
            given = [t for t in (*giving.indirect, *giving.objects) if t.i > giving.verb.i]
            found = sides.entities([*given, *giving.prepositions.get("to", ())], owner=False)
            found = tuple(e for e in found if e.code and e.code not in codes)
            if found:
                return found
    return ()


def hosts(clause: Clause, recipient: tuple[Entity, ...], sides: Sides) -> tuple[Entity, ...]:
    """Who summons somebody to his ministry: "was called to the office in *Minsk* and handed a note"."""
    codes = {e.code for e in recipient}
    above = clause.governor if clause.relation == "conj" else None
    for node in (n for n in (clause, above) if n is not None and n.passive):
        for ministry in (t for t in node.prepositions.get("to", ()) if t.lemma_.lower() in _MINISTRIES):
            city = [*noun_prepositions(ministry).get("in", ()), *node.prepositions.get("in", ())]
            city = [t for t in city if 1 < t.i - ministry.i <= _NEAR]
            found = sides.entities([ministry, *city], owner=True, place=True)
            found = tuple(e for e in found if e.country_code and e.code not in codes)
            if found:
                return found[:1]
    return ()


def whose_words(clause: Clause, judges: tuple[Entity, ...], mentions: Mentions) -> tuple[Entity, ...]:
    """Whose doing "which is unacceptable" judges: that of the nearest before it."""
    if not clause.subjects or not all(
        t.tag_ in ("WDT", "WP", "DT", "PRP") or t.dep_ == "relcl" for t in clause.subjects
    ):
        relative = clause.relation == "relcl" or any(
            t.lower_ in ("which", "this", "that", "it") for t in clause.subjects
        )
        if not relative:
            return ()
    own = {e.code for e in judges}
    start = clause.verb.sent.start
    for mention in reversed([m for m in mentions if start <= m.start < clause.verb.i]):
        other = tuple(e for e in mention.entities if e.code and e.code not in own)
        if other and not mention.as_place:
            return other
    return ()


def each_other(clause: Clause) -> bool:
    """Whether "each other" or "one another" stands behind the verb."""
    heads = [*clause.objects, *(t for ts in clause.prepositions.values() for t in ts)]
    each = any(c.lower_ in ("each", "either") for s in clause.subjects for c in s.lefts)
    if each and any(t.lower_ in ("other", "others") for t in heads):
        return True
    heads.extend(c for h in clause.objects for t in counted(h) for c in t.lefts if c.dep_ == "poss")
    return any(
        t.lower_ in ("other", "another") and t.i > 0 and t.nbor(-1).lower_ in ("each", "one") for t in heads
    )
