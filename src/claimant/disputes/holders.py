"""Whom a word stands for that names no state itself: "the kingdom", "they", "Chinese vessels"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from claimant.disputes.mention import DisputeMentions
from claimant.disputes.parties import entities_at, possessors
from claimant.disputes.wording import wording
from claimant.language import Mentions
from claimant.record import Entity
from claimant.tables import word_list

_FORCES = wording("controls", "forces")
_POLITIES = word_list("disputes", "polities")
_STATES = frozenset({"state", "capital", "national", "group"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_JOINING = frozenset({",", "and", "the", "or", "both"})


def stands_for(token: Token, mentions: Mentions, linked: DisputeMentions) -> list[Entity]:
    """The states that a word without a code of its own stands for, as far as that is plain."""
    lower, lemma = token.lower_, token.lemma_.lower()
    if lemma in _FORCES:
        return entities_at(possessors(token), mentions)
    if linked.at(token) is not None:
        return []
    if lower == "they":
        return _listed_before(token, mentions)
    polity = lemma in _POLITIES and any(c.lower_ in ("the", "that") for c in token.lefts)
    if lower == "it" or (polity and not any(c.dep_ in ("amod", "compound", "poss") for c in token.lefts)):
        return _told_before(token, mentions)
    return []


def _listed_before(token: Token, mentions: Mentions) -> list[Entity]:
    """The states that a sentence lists before a pronoun: "France, Germany and Italy said that they"."""
    listed: list[Entity] = []
    for word in token.doc[token.sent.start : token.i]:
        mention = mentions.at(word)
        if mention is not None and mention.kind in _STATES:
            listed += [e for e in mention.entities if e.code and e not in listed]
        elif word.lower_ not in _JOINING:
            if len(listed) > 1:
                break
            listed = []
    return listed if len(listed) > 1 else []


def _told_before(token: Token, mentions: Mentions) -> list[Entity]:
    """The one state told before a word in its sentence, else the subject of the sentence before it."""
    start = token.sent.start
    here = _of_states(token.doc[start : token.i], mentions)
    if here:
        return here if len({e.code for e in here}) == 1 else []
    before = token.doc[start - 1].sent if start else ()
    told = _of_states(before, mentions)
    if len({e.code for e in told}) > 1:
        told = _of_states((t for t in before if t.dep_ in _SUBJECTS and t.head.dep_ == "ROOT"), mentions)
    return told if len({e.code for e in told}) == 1 else []


def _of_states(tokens: Iterable[Token], mentions: Mentions) -> list[Entity]:
    found: dict[str, Entity] = {}
    for token in tokens:
        mention = mentions.at(token)
        if mention is not None and mention.kind in _STATES:
            for entity in mention.entities:
                if entity.code:
                    found.setdefault(entity.code, entity)
    return list(found.values())
