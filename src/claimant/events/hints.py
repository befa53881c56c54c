"""What the rules make of a pair of parties, as figures that the pair model reads beside the sentence.

The lexicon knows many words that no sentence of the corpus has, and grammar tells which words belong to whom;
the model learns from the corpus how far to trust either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from claimant.events.draft import EventDraft
from claimant.events.marking import Spans
from claimant.events.status import StatusFinder
from claimant.language import Clause, Clauses, Mentions
from claimant.record import Entity, Status

RELATIONS = ("straight", "turned", "by the actor", "to the recipient", "beside")
"""How a draft's sides stand to the pair: as they are, exchanged, one of them only, or neither."""

_STATUSES = list(Status)
_GOVERNED = ("straight", "by the actor", "to the recipient", "clause of the actor", "clause of the recipient")


class Hints:
    """Makes the figures of pairs of one text."""

    def __init__(self, types: Sequence[str], finder: StatusFinder) -> None:
        """`types` are the codebook's, in its order."""
        self._types = {name: i for i, name in enumerate(types)}
        self._finder = finder
        self.width = len(RELATIONS) * len(types) + len(_GOVERNED) * (len(_STATUSES) + 1)

    def of(
        self,
        doc: Doc,
        clauses: Clauses,
        mentions: Mentions,
        drafts: Iterable[EventDraft],
        actor: Spans,
        recipient: Spans,
    ) -> list[float]:
        """The figures, each 0 or 1.

        Args:
            doc, clauses, mentions: The text, read.
            drafts: What the lexicon finds in it, said or not.
            actor, recipient: Characters of `doc` where the parties stand, each as start and end.
        """
        found = [0.0] * self.width
        for draft in drafts:
            relation = _relation(draft, mentions, actor, recipient)
            kind = self._types.get(draft.type)
            if kind is None:
                continue
            found[RELATIONS.index(relation) * len(self._types) + kind] = 1.0
            if relation in _GOVERNED:
                statuses = draft.statuses | ({Status(draft.frame.status)} if draft.frame.status else set())
                self._set(found, relation, statuses)
        for name, spans in (("clause of the actor", actor), ("clause of the recipient", recipient)):
            clause = _clause(doc, clauses, spans)
            if clause is not None:
                self._set(found, name, self._finder.of_verb(clause, clauses).statuses)
        return found

    def _set(self, found: list[float], governed: str, statuses: set[Status]) -> None:
        first = len(RELATIONS) * len(self._types) + _GOVERNED.index(governed) * (len(_STATUSES) + 1)
        for status in statuses or {Status.ACTUAL}:
            found[first + _STATUSES.index(status)] = 1.0
        found[first + len(_STATUSES)] = 1.0


def _relation(draft: EventDraft, mentions: Mentions, actor: Spans, recipient: Spans) -> str:
    sides = [(*side, *mentions.named(side, 0, len(mentions.text))) for side in (draft.actor, draft.recipient)]
    (acts, acted), (does, done) = ((_over(side, actor), _over(side, recipient)) for side in sides)
    if acts and (done or (draft.mutual and acted)):
        return "straight"
    if does and acted:
        return "turned"
    if acts:
        return "by the actor"
    return "to the recipient" if done else "beside"


def _over(entities: Sequence[Entity], spans: Spans) -> bool:
    return any((e.start or 0) < end and start < (e.end or 0) for e in entities for start, end in spans)


def _clause(doc: Doc, clauses: Clauses, spans: Spans) -> Clause | None:
    """The clause in which a party stands."""
    start, end = spans[0]
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    token: Token = span.root
    return clauses.around(token)
