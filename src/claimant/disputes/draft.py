"""What is known of a position while a report is read, and what the rules for positions read from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimant.disputes.holders import stands_for
from claimant.disputes.mention import DisputeMention, DisputeMentions
from claimant.disputes.parties import behind, entities_at, state
from claimant.disputes.registry import Disputes
from claimant.language import Clauses, Mentions, counted
from claimant.record import Entity, PositionKind, Reason
from claimant.tables import word_list

_PORTIONS = word_list("disputes", "portions")
_BOTH = frozenset({"both", "each"})
_STATES = word_list("disputes", "states")
_POINTING = frozenset({"it", "them", "they", "these", "those"})


@dataclass(slots=True)
class PositionDraft:
    """A position found, before its source is known.

    Attributes:
        token: The word that sets it off.
        name: For ``calls``, what the party calls the place.
        rule: The pattern by which it was found.
        inferred: Whether a deed tells it (who sues wants a court); what is said in words comes before it.
    """

    party: Entity
    dispute: str
    position: PositionKind
    token: Token
    name: str | None = None
    rule: str = ""
    inferred: bool = False

    @property
    def reason(self) -> Reason:
        """The pattern, and the word that sets it off."""
        return Reason(rule=f"positions: {self.rule}", text=self.token.text, start=self.token.idx,
                      end=self.token.idx + len(self.token))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as far as it has been read: its clauses, who is meant in it, and which disputes."""

    doc: Doc
    clauses: Clauses
    mentions: Mentions
    linked: DisputeMentions
    disputes: Disputes

    def entities(self, tokens: Iterable[Token]) -> list[Entity]:
        """Who stands at tokens."""
        return entities_at(tokens, self.mentions)

    def doers(self, tokens: Sequence[Token], places: Sequence[str] = ()) -> list[Entity]:
        """Who stands at tokens; for "both", "they", "the kingdom" or "Chinese ships", the states meant."""
        found = self.entities(tokens)
        if not found:
            found = [e for t in tokens for e in stands_for(t, self.mentions, self.linked)]
        for token in tokens if not found else ():
            if token.lower_ in _BOTH or (
                token.lemma_.lower() in _STATES
                and any(c.lower_ in _BOTH or c.lower_ == "two" for c in token.lefts)
            ):
                found += [e for e in self._pair(token, places) if e not in found]
        return found

    def _pair(self, token: Token, places: Sequence[str]) -> list[Entity]:
        """The two states told before a word, in its sentence or the last; else the two parties of a place."""
        start = token.sent.start
        for first, end in ((start, token.i), (token.doc[start - 1].sent.start if start else 0, start)):
            told: dict[str, Entity] = {}
            for entity in self.entities(token.doc[first:end]):
                told.setdefault(entity.code or "", entity)
            if len(told) == 2:
                return list(told.values())
            if told:
                break
        parties = [p for d in places[:1] for p in self.disputes[d].parties]
        return [state(p.code) for p in parties if p.code] if len(parties) == 2 else []

    def place(self, token: Token) -> DisputeMention | None:
        """The disputed place at a token, also behind "it" or "them", or in "most of the Sahara"."""
        mention = self.linked.at(token)
        if mention is not None:
            return mention if mention.place and token.i == mention.head.i else None
        if token.lower_ in _POINTING:
            return self._before(token)
        portion = token.lemma_.lower() in _PORTIONS or token.like_num
        for part in behind(token, "of") if portion else counted(token):
            below = self.linked.at(part)
            if below is not None and below.place:
                return below
        feature = token.lemma_.lower()
        if portion or feature in self.disputes.features:
            # "the Badme area"
            for child in token.lefts:
                named = self.linked.at(child) if child.dep_ == "compound" else None
                if named is not None and named.place and named.end == token.i:
                    return named
        for below in self.linked.below(token):
            if below.place and any(feature in self.disputes[d].describing.features for d in below.disputes):
                return below
        return None

    def places(self, tokens: Iterable[Token]) -> list[str]:
        """The ids of the disputed places at tokens, each once."""
        return ids_of(m for m in map(self.place, tokens) if m is not None)

    def _before(self, token: Token) -> DisputeMention | None:
        """The place told last before a pronoun, in its sentence or the one before it."""
        start = token.sent.start
        earlier = token.doc[start - 1].sent.start if start else start
        for mention in reversed(self.linked.all):
            if mention.start < earlier:
                break
            if mention.start < token.i and mention.place:
                return mention
        return None


def ids_of(mentions: Iterable[DisputeMention]) -> list[str]:
    """The ids that mentions mean, each once."""
    return list(dict.fromkeys(d for m in mentions for d in m.disputes))


def drafts(
    parties: Sequence[Entity],
    disputes: Sequence[str],
    position: PositionKind,
    token: Token,
    rule: str,
    name: str | None = None,
) -> list[PositionDraft]:
    """A draft for each party and dispute."""
    return [PositionDraft(p, d, position, token, name, rule) for p in parties for d in disputes]
