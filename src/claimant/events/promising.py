"""To whom one promises, offers or refuses something: "agreed to look after *Tbilisi*'s interests"."""

from __future__ import annotations

from collections.abc import Iterator

from claimant.events.draft import EventDraft, reason_at
from claimant.events.lexicon import Lexicon
from claimant.events.matching import noun_frame, object_heads, verb_frame
from claimant.events.sides import Sides
from claimant.language import Clause, Clauses, noun_prepositions
from claimant.record import Entity
from claimant.tables import word_list

_PROMISING = word_list("events", "promising")
_UNFRIENDLY = word_list("events", "unfriendly")
_STATELY = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "REB", "OPP", "SEP", None})
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "THREATEN", "PROTEST", "MOBILIZE"})
_SETTING = frozenset({"if", "provided", "providing", "once", "unless"})
_FOR_WHOM = ("for", "to", "with", "from", "of", "after", "between", "by")


def promised_to(draft: EventDraft, lexicon: Lexicon, clauses: Clauses, sides: Sides) -> None:
    """Give what is agreed, promised or refused to nobody named to whoever it would be done to or hangs on."""
    clause = draft.clause
    if clause is None or draft.noun or clause.lemma not in _PROMISING or not _open(draft):
        return
    if not draft.actor or not all(e.sector in _STATELY or not e.country_code for e in draft.actor):
        return
    own = draft.codes[0]
    if not own or (len(own) > 1 and draft.mutual):
        return
    below = list(_below(clause, clauses))
    for inner in below:
        frame = verb_frame(inner, lexicon)
        if (
            frame is not None and frame.event in _HOSTILE and not inner.indirect
        ) or inner.lemma in _UNFRIENDLY:
            continue
        finite = bool(inner.tense or inner.modal)
        found: tuple[Entity, ...] = ()
        if frame is not None:
            found = _others(sides.of_clause(inner, frame.recipient, actor=False)[0], own)
            if found and not finite and draft.type != "REJECT":
                # "agreed to help Liberia" is told by "help"
                continue
        told = not finite and any(noun_frame(t, lexicon) is not None for t in object_heads(inner))
        if not found and not told:
            found = _anybody(inner, own, sides)
        if found:
            draft.recipient, draft.mutual = found, False
            draft.why.append(reason_at("events: whom what is promised or refused is done to", inner.verb))
            return
    draft.recipient = () if draft.codes[1] else draft.recipient
    if draft.type != "AGREE" or not any(c.relation == "xcomp" for c in below):
        return
    for inner in (clause, *below):
        for setting in clauses:
            if setting.governor is inner and setting.relation == "advcl" and _SETTING & {*setting.markers}:
                found = _others(sides.of_clause(setting, ("subject",), actor=True)[0], own)
                if found:
                    draft.recipient, draft.mutual = found, False
                    draft.why.append(reason_at("events: who is to do something for it", setting.verb))
                    return


def _open(draft: EventDraft) -> bool:
    """Whether nobody but the actor himself has been found to whom it is promised."""
    coded = draft.codes[1]
    return not draft.recipient or (draft.type == "AGREE" and coded <= draft.codes[0])


def _below(clause: Clause, clauses: Clauses) -> Iterator[Clause]:
    """What is promised: an infinitive, or a "that" clause."""
    for inner in clauses:
        if inner.verb.i < clause.verb.i or inner.governor is None:
            continue
        direct = inner.governor is clause
        infinitive = inner.relation == "xcomp" and any(t.lower_ == "to" for t in inner.auxiliaries)
        announced = inner.relation == "ccomp" and inner.modal in ("will", "would", "shall")
        if (infinitive and direct) or (announced and direct):
            yield inner


def _anybody(inner: Clause, own: frozenset[str], sides: Sides) -> tuple[Entity, ...]:
    # "let *Egyptian engineers* in", where "in" may head a clause of its own
    let = [s for c in inner.verb.rights if c.dep_ in ("ccomp", "xcomp") for s in c.lefts if s.dep_ == "nsubj"]
    objects = [*object_heads(inner), *let]
    prepositions = [inner.prepositions.get(name, []) for name in _FOR_WHOM]
    behind = [
        noun_prepositions(head).get(name, []) for head in objects for name in ("for", "to", "with", "from")
    ]
    for tokens in (inner.indirect, objects, *prepositions, *behind):
        found = _others(sides.entities(tokens, owner=True), own)
        if found:
            return found
    return ()


def _others(found: tuple[Entity, ...], own: frozenset[str]) -> tuple[Entity, ...]:
    # a court is none of the state where it sits
    return tuple(e for e in found if e.code and e.code not in own and e.sector != "JUD")
