"""Deeds that nouns tell of, and the harm they do: "shelling of two hamlets left nine Nigerians dead"."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.language import Clause, conjuncts
from claimant.tables import word_list

_HARMING = word_list("events", "harming")
_HARMED = word_list("events", "harmed")


def harming_verb(deed: Token) -> Token | None:
    """The verb by which a deed harms somebody; the parser may hang it on a noun of the deed's own phrase."""
    if deed.dep_ == "nsubj":
        return deed.head if _harms(deed.head) else None
    if deed.dep_ not in ("ROOT", "ccomp", "dep"):
        return None
    return next((t for t in deed.subtree if t.i > deed.i and t.dep_ in ("acl", "relcl") and _harms(t)), None)


def victims(deed: Token) -> list[Token]:
    """Heads of who is killed, wounded, driven out by a deed."""
    verb = harming_verb(deed)
    if verb is None:
        return []
    # "left a dozen Malians wounded", where "wounded" may head a clause of its own
    inner = [c for v in verb.rights if v.dep_ == "ccomp" for c in v.lefts]
    return [
        t for c in (*verb.rights, *inner) if c.dep_ in ("dobj", "nsubj", "nsubjpass") for t in conjuncts(c)
    ]


def deed_before(clause: Clause) -> Token | None:
    """The deed that a participle with an object tells of: "*shelling* of two hamlets left nine dead"."""
    verb = clause.verb
    if clause.relation != "acl" or verb.tag_ != "VBN" or not _harms(verb) or clause.agents:
        return None
    top = verb.head
    while top.dep_ in ("pobj", "prep", "conj"):
        top = top.head
    return top if top.pos_ == "NOUN" and harming_verb(top) == verb else None


def gerund_of_a_people(token: Token) -> bool:
    """ "*Sudanese* shelling of a post", where the parser takes a people for whoever shells."""
    return (
        token.tag_ == "VBG"
        and token.dep_ == "acl"
        and token.head.i == token.i - 1
        and token.head.ent_type_ == "NORP"
        and any(c.lower_ == "of" and c.i == token.i + 1 for c in token.rights)
    )


def _harms(verb: Token) -> bool:
    word = verb.lemma_.lower()
    if word == "leave":
        return any(
            c.lower_ in _HARMED for c in verb.rights if c.dep_ in ("oprd", "acomp", "amod", "advcl", "ccomp")
        )
    return word in _HARMING and any(c.dep_ == "dobj" for c in verb.rights)
