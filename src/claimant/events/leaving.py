"""Leaving a treaty or marching out of a place: "withdrew from the pact", "withdrew from Kherson"."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.events.lexicon import Frame, Lexicon
from claimant.events.matching import object_heads
from claimant.language import Clause, Mentions
from claimant.tables import word_list

_LEAVING = {"withdraw from": "from", "pull out of": "of"}
# Codes of PLOVER for who is no state.
_NO_STATES = frozenset({"IGO", "UNO", "EUR", "NGO", "MNC"})
_BODIES = word_list("events", "bodies")
_FORCES = word_list("events", "forces") | word_list("events", "weapons") | word_list("events", "crews")


def as_meant(clause: Clause, frame: Frame, lexicon: Lexicon, mentions: Mentions) -> Frame:
    """The frame of a retreat where troops leave or a place is left, of a breach where a body is."""
    preposition = _LEAVING.get(frame.predicate)
    if preposition is None or frame.event not in ("SANCTION", "YIELD"):
        return frame
    behind = [t for name, ts in clause.prepositions.items() if preposition in name.split() for t in ts]
    moved = any(t.lemma_.lower() in _FORCES for t in object_heads(clause))
    if moved or (behind and all(_is_place(t, mentions) for t in behind)):
        wanted = "YIELD"
    elif any(_is_body(t, mentions) for t in behind):
        wanted = "SANCTION"
    else:
        return frame
    frames = lexicon.verbs(frame.words[0])
    return next((f for f in frames if f.predicate == frame.predicate and f.event == wanted), frame)


def _is_body(token: Token, mentions: Mentions) -> bool:
    mention = mentions.at(token)
    known = mention is not None and any(e.code in _NO_STATES for e in mention.entities)
    return known or token.lemma_.lower() in _BODIES


def _is_place(token: Token, mentions: Mentions) -> bool:
    """Whether a name is that of a place, as far as one can tell: of no body and of no treaty."""
    if token.pos_ != "PROPN" or _is_body(token, mentions) or token.ent_type_ == "EVENT":
        return False
    return mentions.at(token) is not None or not (token.text.isupper() and len(token) > 1)
