"""Whether what has been found is said: silence beats a guess."""

from __future__ import annotations

from collections.abc import Iterable

from claimant.events.codebook import Codebook
from claimant.events.draft import EventDraft
from claimant.events.sides import political
from claimant.record import Entity, Reason
from claimant.tables import word_list

# Types that a source's words alone make: whoever only reports them is not a party to them.
_VERBAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "COOPERATE"})
# Types that somebody does with somebody: without the other there is no event.
_TOGETHER = frozenset({"CONSULT", "COOPERATE"})
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_STATELY = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "REB", "SPY", "OPP", None})
_ARMED = frozenset({"MIL", "REB", "COP", "UAF", "SPY", "SEP"})
_CROWDS = frozenset({"CVL", "OPP", "LAB", "EDU", "REL", "SOC", "AGR", "REF", "HLH"})
# What a state does to anybody is politics, also in words that have a life outside it.
_MATERIAL = frozenset({"COERCE", "SANCTION", "YIELD"})
_WEAPONS = word_list("events", "weapons")
_PRIVATE = frozenset({"SOC", "BUS", "MED", "LAB", "HLH", "EDU", "AGR", "ENV"})
_MOVED = _WEAPONS | word_list("events", "forces")
_LAND = word_list("events", "land")
_JOINTLY = frozenset({"together", "jointly"})
_STOPPING = frozenset({"stop", "halt", "hold up", "wave down", "flag down", "turn round", "turn around"})
_MASSES = frozenset({"hundred", "thousand", "million", "hundreds", "thousands", "tens", "ten"})
# Crowds do these for many ends.
_GATHERING = frozenset({"gather", "assemble", "congregate"})
_RALLYING = word_list("events", "rallying")


class Judge:
    """Decides which drafts are said, by the needs of their frames and by who their sides are."""

    def __init__(self, codebook: Codebook) -> None:
        self._types = {t.code for t in codebook.types}
        self._aliases = {alias: t.code for t in codebook.types for alias in t.aliases}

    def said(self, draft: EventDraft) -> bool:
        """Whether a draft becomes an event; may drop a recipient that is only the actor again."""
        draft.type = self._aliases.get(draft.type, draft.type)
        if draft.type not in self._types:
            return False
        if draft.recipient and not draft.mutual:
            own = {_key(e) for e in draft.actor}
            draft.recipient = tuple(e for e in draft.recipient if _key(e) not in own)
            if draft.type == "MOBILIZE" or draft.frame.mode in ("retreat", "withdraw"):
                # "pulled its soldiers back", "called its envoy home": one's own are not the other side
                moved = {h.idx for h in draft.object_heads if h.lemma_.lower() in _MOVED}
                draft.recipient = tuple(
                    e
                    for e in draft.recipient
                    if (e.code not in draft.codes[0] if e.code else not _covers(e, moved))
                )
        if draft.frame.weak and _stately(draft):
            # of whom nothing is known, nothing is said
            draft.recipient = tuple(e for e in draft.recipient if political(e) or e.sector)
        self._deployed(draft)
        if draft.type == "PROTEST" and draft.frame.predicate in _GATHERING and not _rallied(draft):
            return False
        everybody = (*draft.actor, *draft.recipient)
        if not everybody or not any(political(e) for e in everybody):
            return draft.type == "PROTEST" and bool(draft.actor) and (not draft.frame.weak or _masses(draft))
        if draft.type in _VERBAL and draft.actor and all(e.sector == "JRN" for e in draft.actor):
            return False
        both = self._both(draft)
        if draft.type == "PROTEST" and draft.actor and all(e.sector in _CROWDS for e in draft.actor):
            return True
        if draft.type == "PROTEST" and draft.frame.object and _people_of_a_name(draft):
            return True
        if (
            draft.type == "REQUEST"
            and draft.frame.weak
            and draft.codes[1]
            and draft.codes[1] <= draft.codes[0]
        ):
            # "Ghana wants its striker to score"
            return any(e.sector in _STATELY for e in draft.recipient)
        joint = draft.frame.words[-1] in _JOINTLY and len(draft.codes[0]) > 1 and bool(draft.object_heads)
        if draft.frame.weak and draft.actor and all(e.sector in _PRIVATE for e in draft.actor) and not joint:
            # "the novelist attacked her critics"
            return False
        if draft.type == "PROTEST" and draft.actor and all(e.sector == "GOV" for e in draft.actor):
            # governments do not march; they lodge protests
            if draft.frame.predicate != "protest" or not (
                draft.codes[1] - draft.codes[0] or _from_whom(draft)
            ):
                return False
            draft.type = "ACCUSE"
            draft.why.append(Reason(rule="events: a government's protest is ACCUSE"))
        if draft.type == "CONSULT" and draft.frame.mode == "visit" and draft.codes[0] == draft.codes[1]:
            # a minister who visits a town of his own country
            return False
        if draft.frame.weak and not all(political(e) for e in everybody):
            material = draft.type in _MATERIAL and _stately(draft)
            # "sentenced the editor of a weekly"
            material |= draft.frame.mode == "convict" and _stately(draft) and _of_the_press(draft.recipient)
            if not self._armed(draft) and not material and not _put_to_death(draft):
                return False
        if draft.frame.predicate in _STOPPING and draft.frame.event == "COERCE" and not draft.recipient:
            # "police stopped a bus"
            return False
        if draft.frame.needs == "actor":
            return bool(draft.actor)
        if draft.frame.needs == "recipient":
            return bool(draft.recipient) or both or _one_sided(draft)
        return both or _territory(draft) or _one_sided(draft) or _put_to_death(draft)

    def _both(self, draft: EventDraft) -> bool:
        """Whether both sides are there, or several who do it together."""
        if draft.actor and draft.recipient:
            return True
        several = len({_key(e) for e in draft.actor}) > 1
        joint = draft.type in _TOGETHER or draft.type == "AGREE"
        return several and (draft.mutual or (joint and len(draft.codes[0]) > 1))

    def _armed(self, draft: EventDraft) -> bool:
        return draft.type in _FORCE and bool(draft.actor) and all(e.sector in _ARMED for e in draft.actor)

    def _deployed(self, draft: EventDraft) -> None:
        """Troops that arrive somewhere are not on a visit."""
        if draft.type == "CONSULT" and draft.frame.mode == "visit" and draft.actor:
            if all(e.sector in _ARMED for e in draft.actor):
                draft.type = "MOBILIZE"
                draft.why.append(Reason(rule="events: armed forces that arrive are deployed"))


def _key(entity: Entity) -> tuple[str | None, str | None, str | None]:
    name = entity.identifier_text or entity.entity_text
    return entity.code, entity.sector, name if entity.code is None or entity.office else None


def _stately(draft: EventDraft) -> bool:
    return bool(draft.actor) and all(e.code and e.sector in _STATELY for e in draft.actor)


def _covers(entity: Entity, heads: set[int]) -> bool:
    """Whether one of the words that stand at these characters is an entity's."""
    return any((entity.start or 0) <= head < (entity.end or 0) for head in heads)


def _of_the_press(entities: Iterable[Entity]) -> bool:
    sectors = {e.sector for e in entities}
    return sectors == {"JRN"}


def _people_of_a_name(draft: EventDraft) -> bool:
    """Whether a people without a state faces one: "*Kurds* occupied the Greek embassy"."""
    plural = all(t.tag_ in ("NNS", "NNPS") for t in draft.clause.subjects) if draft.clause else False
    known = bool(draft.recipient) and all(e.code for e in draft.recipient)
    return plural and known and all(e.code is None and e.sector is None for e in draft.actor)


def _masses(draft: EventDraft) -> bool:
    """Whether people by the hundred march, rally or gather."""
    crowd = all(e.sector in _CROWDS for e in draft.actor)
    heads = draft.clause.subjects if draft.clause is not None else []
    return crowd and any(t.lemma_.lower() in _MASSES for head in heads for t in (head, *head.children))


def _from_whom(draft: EventDraft) -> bool:
    """Whether something draws a protest *from* somebody."""
    verb = draft.clause.verb if draft.clause is not None else draft.trigger
    return draft.noun and any(c.lower_ == "from" for t in (draft.trigger, verb) for c in t.rights)


def _rallied(draft: EventDraft) -> bool:
    """Whether who gathers protests: before somebody's embassy, or with words that say so."""
    clause = draft.clause
    if draft.recipient or clause is None:
        return True
    return any(t.lemma_.lower() in _RALLYING for t in (*clause.verb.subtree, *clause.subjects))


def _put_to_death(draft: EventDraft) -> bool:
    """Whether a state executes people, if only counted: "hangs five", "beheaded four men"."""
    if draft.frame.mode != "execute" or not _stately(draft):
        return False
    if any(e.sector and not e.code for e in draft.recipient):
        return True
    return any(t.pos_ == "NUM" for t in draft.object_heads)


def _one_sided(draft: EventDraft) -> bool:
    """Whether what somebody does to nobody named, or nobody named does to somebody, is said all the same.

    "Turkey refused to withdraw", "Gunmen shot up a market", "Five Turkish soldiers were killed",
    "Armenian shelling". A state must do it, or somebody armed, or it must be suffered in the passive.
    """
    if draft.type in _TOGETHER or draft.frame.words[-1] == "to-do":
        return False
    if not draft.actor:
        clause = draft.clause
        by_arms = clause is not None and any(t.lemma_.lower() in _WEAPONS for t in clause.subjects)
        suffered = clause is not None and (clause.passive or by_arms) and draft.type in ("ASSAULT", "COERCE")
        heads = {h.idx for h in draft.object_heads}
        named = all(any((e.start or 0) <= i < (e.end or 0) for i in heads) for e in draft.recipient)
        return (
            suffered and named and bool(draft.recipient) and all(e.code and e.sector for e in draft.recipient)
        )
    stately = _stately(draft)
    if draft.noun:
        held = draft.trigger.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "ROOT")
        return (
            held
            and stately
            and not draft.frame.weak
            and draft.type not in ("AGREE", "AID", "MOBILIZE", "PROTEST")
        )
    if draft.type in _FORCE and all(e.sector in _ARMED for e in draft.actor):
        return True
    if draft.type in ("REJECT", "SUPPORT") and all(e.code and e.sector == "CVL" for e in draft.actor):
        return not draft.frame.weak
    if not stately or not draft.frame.weak:
        return stately
    # a word that has a life outside politics tells enough only with its object or its phrase
    told = bool(draft.frame.object) or len(draft.frame.words) > 1 or bool(draft.object_heads)
    return (told and draft.type not in ("PROTEST", "ASSAULT")) or (
        draft.type == "ASSAULT" and len(draft.frame.words) > 1
    )


def _territory(draft: EventDraft) -> bool:
    """Whether land is taken or given up: then the other claimant is found by the dispute."""
    return (
        draft.type in ("COERCE", "ASSAULT", "YIELD", "MOBILIZE")
        and bool(draft.actor)
        and any(
            h.lemma_.lower() in _LAND or (h.pos_ == "PROPN" and h.text[0].isupper())
            for h in draft.object_heads
        )
    )
