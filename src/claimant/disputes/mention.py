"""Dispute mentions: the places of a report where a dispute or a disputed place is meant."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from claimant.disputes.registry import Disputes
from claimant.tables import word_list

_HOLDING = word_list("disputes", "holding_deeds")
_LEAVING = word_list("disputes", "leaving_deeds")
_LIMITS = word_list("disputes", "limits")
_TOPICAL = word_list("disputes", "topical")


@dataclass(slots=True)
class DisputeMention:
    """Words that mean a dispute.

    Attributes:
        start, end: Token indices, end exclusive.
        head: The token by which the sentence holds it.
        disputes: Ids; several for "their separate rows with Japan".
        rule: Why they are meant.
        named: Whether it is a name.
        place: Whether the disputed place itself is meant, not the row about it.
        name_of: For names, the party that calls it so, where the registry knows just one.
        text: The words.
        codes: For rows, the parties that have it.
        by: For an idea or offer told again, who told it first; else None.
    """

    start: int
    end: int
    head: Token
    disputes: tuple[str, ...]
    rule: str
    named: bool = False
    place: bool = True
    name_of: str | None = None
    text: str = ""
    codes: frozenset[str] = frozenset()
    by: frozenset[str] | None = None

    @property
    def is_limit(self) -> bool:
        """Whether a line is meant, not land: who crosses it takes nothing from anybody."""
        return self.head.lemma_.lower() in _LIMITS


@dataclass(slots=True)
class DisputeMentions:
    """The dispute mentions of a report, in order."""

    all: list[DisputeMention] = field(default_factory=list)
    by_token: dict[int, DisputeMention] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)

    def add(self, mention: DisputeMention) -> None:
        """Take up a mention."""
        self.all.append(mention)
        for i in range(mention.start, mention.end):
            self.by_token.setdefault(i, mention)

    def at(self, token: Token) -> DisputeMention | None:
        """The mention that covers a token."""
        return self.by_token.get(token.i)

    def below(self, head: Token) -> list[DisputeMention]:
        """The mentions in the phrase or clause below a token."""
        if self.by_token.keys().isdisjoint(range(head.left_edge.i, head.right_edge.i + 1)):
            return []
        found: dict[int, DisputeMention] = {}
        for token in head.subtree:
            mention = self.by_token.get(token.i)
            if mention is not None:
                found.setdefault(id(mention), mention)
        return list(found.values())

    def in_sentence(self, token: Token) -> list[DisputeMention]:
        """The mentions in the token's sentence."""
        if not self.by_token:
            return []
        start, end = self._sentence(token)
        if self.by_token.keys().isdisjoint(range(start, end)):
            return []
        found = {id(m): m for i in range(start, end) if (m := self.by_token.get(i)) is not None}
        return [m for m in found.values() if m.start >= start]

    def _sentence(self, token: Token) -> tuple[int, int]:
        """Where the sentence of a token begins and ends; spaCy would walk through it each time."""
        if not self._starts:
            self._starts = [*(s.start for s in token.doc.sents), len(token.doc)]
        after = bisect_right(self._starts, token.i)
        return self._starts[after - 1], self._starts[after]

    def of_event(
        self, trigger: Token, verb: Token | None, codes: set[str], disputes: Disputes
    ) -> list[DisputeMention]:
        """The mentions that an event with these parties is about.

        Those in its clause where one of its sides is a party, or that its verb gives to another holder
        ("Spain pulled out of the colony"); those elsewhere in the sentence where both are. Of several
        disputes that a mention means, only those that fit.

        Args:
            trigger: The word that says the event.
            verb: The verb of its clause, if it has one.
            codes: The state codes of its actors and recipients.
            disputes: The registry.
        """
        found = []
        head = verb.head if verb is not None and verb.dep_ in ("relcl", "acl") else None
        if not self.all:
            return []
        below = {id(m) for m in self._of_clause(trigger)}
        if verb is not None and verb.i != trigger.i:
            below |= {id(m) for m in self._of_clause(verb)}
        antecedent = self.at(head) if head is not None else None
        if antecedent is not None:
            # "the isles, which Japan bought"
            below.add(id(antecedent))
        for mention in self.in_sentence(trigger):
            inside = id(mention) in below
            if inside and (not codes or _changes_hands(mention, verb)):
                found.append(mention)
                continue
            fitting = []
            for dispute in mention.disputes:
                parties = [c for c in codes if disputes[dispute].concerns(c)]
                if (inside and parties) or len(parties) > 1:
                    fitting.append(dispute)
            if fitting:
                found.append(replace(mention, disputes=tuple(fitting)))
        return found or self._told_elsewhere(trigger, codes, disputes)

    def _of_clause(self, verb: Token) -> list[DisputeMention]:
        """The mentions below a verb; those of a clause joined by "and" only if it has none of its own."""
        all_below = self.below(verb)
        if not all_below:
            return []
        joined = {
            t.i for c in verb.rights if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") for t in c.subtree
        }
        return [m for m in all_below if m.head.i not in joined] or all_below

    def _told_elsewhere(self, trigger: Token, codes: set[str], disputes: Disputes) -> list[DisputeMention]:
        """The one dispute that a report has told between both sides of an event that speaks of such things.

        In a report on the Senkakus, "Japan summoned China's envoy over the ships" is about them; a plain
        meeting, or trade, is not.
        """
        if len(codes) < 2:
            return []
        _, last = self._sentence(trigger)
        told: dict[str, DisputeMention] = {}
        for mention in self.all:
            for dispute in mention.disputes if mention.start < last else ():
                sides = [p for p in disputes[dispute].parties if any(p.is_of(c) for c in codes if p.code)]
                if len(sides) > 1 and all(disputes[dispute].party(c) for c in codes):
                    told[dispute] = mention
        if len(told) != 1:
            return []
        if not any(t.lemma_.lower() in _TOPICAL or t.lower_ in _TOPICAL for t in trigger.sent):
            return []
        [(dispute, mention)] = told.items()
        rule = f"disputes: the only one of both sides that the report tells: {mention.text!r}"
        return [replace(mention, disputes=(dispute,), rule=rule)]


def _changes_hands(mention: DisputeMention, verb: Token | None) -> bool:
    """Whether a verb takes a place, gives it, or leaves it."""
    if verb is None or not mention.place:
        return False
    lemma, head = verb.lemma_.lower(), mention.head
    if lemma in _HOLDING and head.dep_ in ("dobj", "nsubjpass") and head.head.i == verb.i:
        return True
    above = head.head
    return (
        lemma in _LEAVING
        and head.dep_ == "pobj"
        and above.lower_ in ("from", "of")
        and (above.head.i == verb.i or (above.head.lower_ == "out" and above.head.head.i == verb.i))
    )
