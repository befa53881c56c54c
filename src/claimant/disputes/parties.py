"""Who stands at a word: the entities of tokens, and the owners and partners of a noun."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from claimant.language import Mentions, conjuncts
from claimant.record import Entity


def entities_at(tokens: Iterable[Token], mentions: Mentions) -> list[Entity]:
    """The entities with a code that stand at tokens, in order, each once."""
    found: list[Entity] = []
    for token in tokens:
        mention = mentions.at(token)
        if mention is not None:
            for entity in mention.entities:
                if entity.code and not any(e.code == entity.code and e == entity for e in found):
                    found.append(entity)
    return found


def codes_at(tokens: Iterable[Token], mentions: Mentions) -> list[str]:
    """The state codes that stand at tokens, in order, each once."""
    return list(dict.fromkeys(e.code for e in entities_at(tokens, mentions) if e.code))


def possessors(noun: Token) -> list[Token]:
    """Heads that stand before a noun as its owner: "Japan's row", "the Chinese claim", "their dispute"."""
    found: list[Token] = []
    for child in noun.lefts:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            found.extend(conjuncts(child))
    return found


def behind(noun: Token, *names: str) -> list[Token]:
    """Heads behind some of a noun's prepositions: for "with", the Japan of "its row with Japan".

    A preposition that follows the noun at once counts as its own, also where the parser hung it on
    the verb: "renewed its claim | to Gibraltar".
    """
    found: list[Token] = []
    for child in _prepositions(noun):
        if child.lower_ in names:
            for below in child.rights:
                if below.dep_ == "pobj":
                    found.extend(conjuncts(below))
    return found


def _prepositions(noun: Token) -> list[Token]:
    own = [c for c in noun.rights if c.dep_ in ("prep", "agent")]
    last = own[-1].right_edge.i if own else noun.i
    if last + 1 < len(noun.doc):
        following = noun.doc[last + 1]
        if following.dep_ in ("prep", "agent", "dative") and following.head.i == noun.head.i != noun.i:
            own.append(following)
    return own


def state(code: str) -> Entity:
    """The government of a state, known by its code alone."""
    return Entity(code=code, country_code=code, sector="GOV")
