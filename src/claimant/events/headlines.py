"""Forms that only headlines have: "Athens to Ankara: pull back or face sanctions", "Peru, Chile in talks"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from claimant.events.draft import EventDraft, reason_at
from claimant.events.lexicon import Lexicon
from claimant.language import Clauses, Mentions, conjuncts, merge
from claimant.record import Entity, Status
from claimant.tables import word_list

_FAR = 10
_OR_ELSE = word_list("events", "or_else")
_ORDERS = word_list("events", "orders")
_ADDRESSING = frozenset({"you", "your", "our", "us", "we", "my"})


@dataclass(slots=True)
class Summons:
    """What one side tells another to do, behind a colon.

    Attributes:
        order: The verb of what is to be done.
        threat: The word behind "or" that says what comes otherwise, if one does.
    """

    order: Token
    threat: Token | None
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]

    def draft(self, lexicon: Lexicon, sequence: int, sentence: Span) -> EventDraft:
        """A request, or a threat where it says what comes otherwise; framed as "urge" and "threaten" are."""
        trigger = self.threat or self.order
        frame = next(f for f in lexicon.verbs("threaten" if self.threat else "urge") if not f.object)
        draft = EventDraft(trigger, frame, frame.event, None, False, sequence, sentence)
        draft.actor, draft.recipient = self.actor, self.recipient
        draft.evidence = sentence.doc[self.order.i : trigger.i + 1]
        draft.why.append(reason_at("events: headline 'A to B: do'", self.order))
        return draft


def summons(sentence: Span, mentions: Mentions) -> Summons | None:
    """ "Nairobi to Mogadishu: keep out or face consequences"."""
    doc: Doc = sentence.doc
    start = sentence.start
    reach = range(start, min(start + _FAR, sentence.end))
    colon = next((i for i in reach if doc[i].is_punct and doc[i].text == ":"), None)
    if colon is None or colon + 2 >= sentence.end:
        return None
    to = next((i for i in range(start + 1, colon - 1) if doc[i].lower_ == "to"), None)
    if to is None:
        return None
    actor = merge(e for m in mentions.within(start, to) for e in m.entities if e.code)
    recipient = merge(e for m in mentions.within(to + 1, colon) for e in m.entities if e.code)
    order = doc[colon + 1]
    while order.i + 1 < sentence.end and (order.is_quote or order.lower_ in ("do", "not", "n't", "don't")):
        order = order.nbor(1)
    if not actor or not recipient or order.tag_ not in ("VB", "VBP"):
        return None
    rest = list(doc[order.i + 1 : sentence.end])
    threat = next(
        (b for a, b in pairwise(rest) if a.lower_ == "or" and b.lemma_.lower() in _OR_ELSE),
        None,
    )
    told = {t.lower_ for t in rest} & _ADDRESSING or order.lemma_.lower() in _ORDERS
    if threat is None and not told:
        return None
    return Summons(order, threat, actor, recipient)


def behind_colon(draft: EventDraft, told: Summons) -> None:
    """What is told to be done is not done."""
    if draft.trigger.i < told.order.i:
        return
    if {e.code for e in draft.actor} == {e.code for e in told.actor}:
        # who is told to do it would do it
        draft.actor = told.recipient
    if not draft.statuses:
        draft.statuses.add(Status.HYPOTHETICAL)
        draft.why.append(reason_at("status hypothetical: behind 'A to B:'", told.order))


def busy_with(noun: Token, clauses: Clauses) -> list[Token]:
    """Who a headline without a verb says is at something: "*Peru*, *Chile* in talks"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "in" or clauses.around(noun) is not None:
        return []
    head = noun.head.head
    first = head.head if head.dep_ == "appos" else head
    if first.dep_ != "ROOT" or first.pos_ not in ("NOUN", "PROPN", "PRON") or first.i > noun.i:
        return []
    if first.sent[-1].text == ".":
        return []
    return conjuncts(first) if first.i == head.i else [*conjuncts(first), head]
