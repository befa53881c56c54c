"""Events while they are being read: mutable, with the tokens that they rest on."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from claimant.events.lexicon import Frame
from claimant.events.status_rules import Found
from claimant.language import Clause
from claimant.record import Entity, Excerpt, Reason, Status


@dataclass(slots=True)
class EventDraft:
    """What the coder has found of one event.

    Attributes:
        trigger: The verb, noun or adjective that tells of it.
        clause: The clause it stands in, or whose light verb carries it.
        noun: Whether a noun tells of it.
        object_heads: Heads of what it is done to, where that is a thing ("the islands").
        mutual: Whether all who act also suffer it ("blamed each other").
        confidence: How sure the pair model is, where it told of the event.
    """

    trigger: Token
    frame: Frame
    type: str
    clause: Clause | None
    noun: bool
    sequence: int
    sentence: Span
    actor: tuple[Entity, ...] = ()
    recipient: tuple[Entity, ...] = ()
    statuses: set[Status] = field(default_factory=set)
    condition: Excerpt | None = None
    mode: set[str] = field(default_factory=set)
    context: set[str] = field(default_factory=set)
    object_heads: list[Token] = field(default_factory=list)
    evidence: Span | None = None
    date: str | None = None
    enddate: str | None = None
    precision: str | None = None
    place: Token | None = None
    count: int | None = None
    mutual: bool = False
    confidence: float | None = None
    why: list[Reason] = field(default_factory=list)

    @property
    def codes(self) -> tuple[frozenset[str], frozenset[str]]:
        """The codes of both sides."""
        return (
            frozenset(e.code for e in self.actor if e.code),
            frozenset(e.code for e in self.recipient if e.code),
        )


def evidence_span(trigger: Token, clause: Clause | None) -> Span:
    """The words that tell of an event: from its first auxiliary to the head of its object."""
    doc = trigger.doc
    start, end = trigger.i, trigger.i + 1
    if clause is not None:
        for token in (*clause.auxiliaries, clause.verb):
            if trigger.i - 6 < token.i <= trigger.i:
                start = min(start, token.i)
        for head in clause.objects:
            if 0 < head.i - trigger.i < 12 and not any(
                t.is_sent_start for t in doc[trigger.i + 1 : head.i + 1]
            ):
                end = max(end, head.i + 1)
        for child in clause.verb.children:
            if child.dep_ == "prt":
                end = max(end, child.i + 1)
    for child in trigger.lefts:
        if child.dep_ in ("amod", "compound", "poss", "nmod", "nummod"):
            start = min(start, child.left_edge.i)
    return doc[start:end]


def reason_at(rule: str, token: Token) -> Reason:
    """A reason that rests on one word."""
    return Reason(rule=rule, text=token.text, start=token.idx, end=token.idx + len(token))


def take_status(draft: EventDraft, found: Found) -> None:
    """Give an event the status that was found, and what its frame always says of it."""
    draft.statuses = set(found.statuses)
    draft.condition = found.condition
    draft.why.extend(found.why)
    if draft.frame.status and Status.NEGATED not in draft.statuses:
        draft.statuses.add(Status(draft.frame.status))


def all_in_actor(draft: EventDraft) -> None:
    """Drop from the recipient of a mutual event whoever is already among its actors."""
    keys = {(e.code, e.sector) for e in draft.actor}
    draft.recipient = tuple(e for e in draft.recipient if (e.code, e.sector) not in keys or not e.code)
