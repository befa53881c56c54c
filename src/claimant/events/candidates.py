"""Pairs that the pair model may be asked about: who acts in a clause, and who stands below its verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from claimant.events.sides import political
from claimant.language import Clause, Clauses, Mention, Mentions, noun_prepositions
from claimant.tables import word_list

SURE = 0.55
"""How likely a type must be for a new event,"""
SURER = 0.78
"""and for one done to somebody unknown, or to a place, for whoever lives there."""

TO_WHOM = "to whom"
"""In the reason for a recipient that the pair model found."""
ON_LAND = frozenset(
    {"AID", "YIELD", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "AGREE", "THREATEN"}
)
"""Types that may be done to a place, for whoever lives there."""

AT_HOME = frozenset({"ASSAULT", "COERCE", "AID"})
"""What a state may do to a place of its own."""

_SAYING = word_list("language", "saying")
_PRIVATE = frozenset({"BUS", "SOC", "REL", "MED", "AGR", "ENV"})
# Sectors of people whose deeds are seldom politics: of these only the lexicon tells.
_ACTING = word_list("events", "deeds") | word_list("events", "weapons")
_FORCES = word_list("events", "forces")
_SIGNED_AT = word_list("events", "signed_at")
_OWING = frozenset({"must", "should", "ought", "shall"})
_BY_WORD = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# Types that one does to somebody by saying something of him.


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who acts in a clause, and somebody below its verb."""

    clause: Clause
    actor: Mention
    recipient: Mention

    @property
    def of_a_place(self) -> bool:
        """Whether the second is a place, not who governs it."""
        return self.recipient.as_place or self.recipient.kind == "place"

    @property
    def public(self) -> bool:
        """Whether it may be politics: nobody in private life acts, and not on somebody of his own."""
        own = any(c.tag_ == "PRP$" for c in self.recipient.head.lefts)
        codes = {e.code for e in self.actor.entities if e.code}
        own |= self.of_a_place and any(e.code in codes for e in self.recipient.entities)
        head = self.recipient.head
        nameless = not any(e.code for e in self.recipient.entities)
        own |= nameless and any(c.lower_ in ("a", "an") for c in head.lefts)
        # "will join forces with", "sent troops": what is moved
        own |= nameless and head.dep_ == "dobj" and not head.n_lefts and head.lemma_.lower() in _FORCES
        return not own and all(
            e.sector not in _PRIVATE and (e.code or e.sector != "CVL") for e in self.actor.entities
        )

    def allows(self, event: str, score: float) -> bool:
        """Whether an event of a type is sure enough, and can be told so.

        Who speaks of somebody does nothing else to him.
        """
        if score < (SURER if self.of_a_place or not _known(self.recipient) else SURE):
            return False
        if self.of_a_place and event not in ON_LAND:
            return False
        return event in _BY_WORD or self.clause.lemma not in _SAYING


def candidates(sentence: Span, clauses: Clauses, mentions: Mentions) -> Iterator[Candidate]:
    """The pairs of a sentence, those near a verb first."""
    seen: set[tuple[int, int]] = set()
    for token in sentence:
        clause = clauses.at(token)
        if clause is None or clause.verb.i != token.i:
            continue
        heads = clause.agents if clause.passive else clause.subjects
        doer = next((m for t in heads if (m := _party(t, mentions))), None)
        doer = doer or next((m for t in heads for c in _owners(t) if (m := _party(c, mentions))), None)
        if doer is None:
            continue
        for other in _below(clause, clauses, mentions):
            key = (doer.head.i, other.head.i)
            if key in seen or other is doer or _same(doer, other) or not (_known(doer) or _known(other)):
                continue
            seen.add(key)
            yield Candidate(clause, doer, other)


def _owners(head: Token) -> Iterator[Token]:
    """Whose a deed or a weapon is that acts: "*Syrian* shells", "the decision of the *government*"."""
    if head.lemma_.lower() not in _ACTING:
        return
    for child in head.children:
        if child.dep_ in ("amod", "compound", "poss", "nmod"):
            yield from (child, *child.lefts)
    yield from (t for name in ("of", "by") for t in noun_prepositions(head).get(name, ()))


def _below(clause: Clause, clauses: Clauses, mentions: Mentions) -> Iterator[Mention]:
    """Who stands below a verb: objects first; its own subject and what others do there apart."""
    heads = [*clause.subjects] if clause.passive else [*clause.objects, *clause.indirect]
    heads += [t for tokens in clause.prepositions.values() for t in tokens]
    heads += [t for c in clause.complements if c.own_subject and _owes(c) for t in c.subjects]
    below = [t for head in heads for t in (head, *head.subtree)]
    if clause.lemma not in _SAYING:
        # of whom one only speaks nothing is asked
        below += clause.verb.subtree
    apart = {t.i for t in (clause.agents if clause.passive else clause.subjects)}
    found: set[int] = set()
    for token in below:
        mention = _party(token, mentions)
        if mention is None or mention.head.i in found or _before_a_court(mention):
            continue
        found.add(mention.head.i)
        if not any(t.i in apart for t in (mention.head, *mention.head.ancestors)):
            own = clauses.around(mention.head)
            if own is None or own is clause or not (own.own_subject and own.tense) or mention.head in heads:
                yield mention


def _owes(clause: Clause) -> bool:
    """Whether what is said is what somebody has to do: "must leave", "demanded that he *leave*"."""
    return clause.modal in _OWING or clause.lemma == "need" or clause.verb.tag_ == "VB"


def _party(token: Token, mentions: Mentions) -> Mention | None:
    mention = mentions.at(token)
    if mention is None or not mention.entities or mention.sector == "JRN" or mention.kind == "unknown":
        return None
    if mention.kind == "capital" and token.head.lemma_.lower() in _SIGNED_AT:
        # "the Paris accord" is not France's
        return None
    return mention


def _before_a_court(mention: Mention) -> bool:
    """Whether a court only hears what one does to somebody else: "filed suit *in the High Court* against"."""
    return mention.sector == "JUD" and mention.head.head.lower_ in ("in", "at", "before")


def _known(mention: Mention) -> bool:
    return all(political(e) for e in mention.entities)


def _same(one: Mention, other: Mention) -> bool:
    """Whether two mentions may mean the same: they overlap, or nothing tells them apart."""
    if one.start < other.end and other.start < one.end:
        return True
    named = [{e.start for e in (*m.entities, *m.meant)} for m in (one, other)]
    if named[0] & named[1]:
        # "they" are who acts
        return True
    return any(
        (a.code, a.sector) == (b.code, b.sector)
        and (a.code or a.entity_text) == (b.code or b.entity_text)
        and (not a.identifier_text or not b.identifier_text or a.identifier_text == b.identifier_text)
        for a in one.entities
        for b in other.entities
    )
