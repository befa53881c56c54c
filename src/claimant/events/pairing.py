"""Events and sides that no word of the lexicon tells: the pair model reads a sentence's parties two by two.

Only who acts in a clause and who stands below its verb are read, and only where the lexicon has said nothing
of the two: the model costs as much as the parse of a sentence. What it is not sure of is not said.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterator, Sequence

from spacy.tokens import Span, Token

from claimant.events.candidates import AT_HOME, ON_LAND, TO_WHOM, Candidate, candidates
from claimant.events.draft import EventDraft, evidence_span, reason_at, take_status
from claimant.events.hints import Hints
from claimant.events.lexicon import Frame
from claimant.events.own_types import OTHER, OwnTypes
from claimant.events.own_types import SURE as OWN_SURE
from claimant.events.pairs import Hinted, Pair, PairModel, Reading
from claimant.events.sides import political
from claimant.events.status import StatusFinder
from claimant.language import Clauses, Mentions
from claimant.record import Entity, Status
from claimant.tables import word_list

AGREES = 0.2
"""How likely the lexicon's type, or its name while it is to come, must be for a side that is lacking."""
CLEAR = 0.6
"""How likely a mode must be."""

_Spans = tuple[tuple[int, int], ...]
_LONGEST = 80
_MOST = 4
_HOSTILE = frozenset({"ACCUSE", "ASSAULT", "COERCE", "SANCTION", "PROTEST", "THREATEN"})
_PLAY = word_list("events", "play")


class PairCoder:
    """Reads the parties of sentences two by two."""

    def __init__(
        self,
        model: Callable[[], PairModel] | None,
        status: StatusFinder,
        hints: Hints,
        own_types: OwnTypes | None,
        becomes: Callable[[str], Collection[str]],
    ) -> None:
        """`model` gives the model when it is first needed; without one there are no pairs."""
        self._load = model
        self.status = status
        self.hints = hints
        self.own_types = own_types
        self.becomes = becomes
        """What a type is called while it is still to come."""

    @property
    def model(self) -> PairModel:
        """The pair model."""
        assert self._load is not None
        return self._load()

    @property
    def silent(self) -> bool:
        """Whether there is no model."""
        return self._load is None


class SentencePairs:
    """The pairs of one sentence, each read when it is first asked for."""

    def __init__(
        self,
        coder: PairCoder,
        sentence: Span,
        sequence: int,
        clauses: Clauses,
        mentions: Mentions,
        found: Sequence[EventDraft],
        places: Container[int],
    ) -> None:
        """Take up a sentence.

        Args:
            coder: What reads its pairs.
            sentence, sequence, clauses, mentions: The sentence, and what is known of it.
            found: What the lexicon finds in it.
            places: Tokens that name disputed places, which are nobody.
        """
        self._coder, self._sentence, self._sequence, self._clauses = coder, sentence, sequence, clauses
        self._mentions, self._found = mentions, found
        none = coder.silent or len(sentence) > _LONGEST or any(t.lemma_.lower() in _PLAY for t in sentence)
        self._candidates = [
            c
            for c in (() if none else candidates(sentence, clauses, mentions))
            if c.recipient.head.i not in places and c.actor.head.i not in places
        ]
        self._readings: dict[tuple[_Spans, ...], Reading] = {}

    def complete(self, draft: EventDraft) -> None:
        """Give a draft the recipient that it lacks: to whom the model sees its type done."""
        if draft.mutual or not draft.actor or any(e.code or e.sector for e in draft.recipient):
            return
        if draft.frame.weak:
            # a word that has a life outside politics needs both sides by itself
            return
        starts = {e.start for e in draft.actor}
        best, most = None, 0.0
        for candidate in self._candidates:
            if not starts & {e.start for e in candidate.actor.entities}:
                continue
            if not _within(candidate.recipient.head, draft, self._clauses):
                continue
            if candidate.of_a_place and (draft.type not in ON_LAND or _at_home(draft, candidate)):
                continue
            if draft.type == "REJECT" and any(_spared(d, candidate) for d in self._found):
                continue
            reading = self._read(candidate)
            if reading is None:
                continue
            share = sum(
                reading.shares.get(kind, 0.0) for kind in {draft.type, *self._coder.becomes(draft.type)}
            )
            if share >= AGREES and share > most:
                best, most = candidate, share
        if best is not None:
            draft.recipient = best.recipient.entities
            rule = f"pair model {self._coder.model.version}: {TO_WHOM}, {most:.2f}"
            draft.why.append(reason_at(rule, best.recipient.head))

    def retype(self, draft: EventDraft) -> None:
        """Give a draft a type of the user's own codebook, where its sides are told to do that."""
        own = self._coder.own_types
        if own is None:
            return
        sides = self._sides(draft.actor, draft.recipient)
        if sides is not None:
            self._take_own(draft, self._of(sides))

    def _take_own(self, draft: EventDraft, reading: Reading) -> bool:
        own = self._coder.own_types
        kind, share = own.likeliest(reading) if own is not None else (OTHER, 1.0)
        if kind == OTHER or share < OWN_SURE:
            return False
        draft.type, draft.confidence = kind, share
        draft.why.append(reason_at(f"learned type: {kind} {share:.2f}", draft.trigger))
        return True

    def drafts(self, told: Sequence[EventDraft]) -> Iterator[EventDraft]:
        """What the model says of pairs of which nothing was told."""
        told = list(told)
        for candidate in self._candidates:
            if not candidate.public or any(
                _tells(d, candidate) or _done_to_another(d, candidate) for d in told
            ):
                continue
            reading = self._read(candidate)
            if reading is None:
                continue
            draft = self._draft(candidate, reading)
            if self._take_own(draft, reading) or candidate.allows(reading.event, reading.score):
                told.append(draft)
                yield draft

    def _read(self, candidate: Candidate) -> Reading | None:
        """What the model makes of a candidate; nothing once it has been asked often enough."""
        sides = self._sides(candidate.actor.entities, candidate.recipient.entities)
        if sides is None or (sides not in self._readings and len(self._readings) >= _MOST):
            return None
        return self._of(sides)

    def _sides(self, actor: Sequence[Entity], recipient: Sequence[Entity]) -> tuple[_Spans, ...] | None:
        """Where two sides stand, in characters of the sentence; nothing unless both do, and apart."""
        sides = tuple(_inside(entities, self._sentence) for entities in (actor, recipient))
        return sides if all(sides) and not {*sides[0]} & {*sides[1]} else None

    def _of(self, sides: tuple[_Spans, ...]) -> Reading:
        if sides not in self._readings:
            self._readings[sides] = self._asked(sides)
        return self._readings[sides]

    def _asked(self, sides: tuple[_Spans, ...]) -> Reading:
        start, doc = self._sentence.start_char, self._sentence.doc
        actor, recipient = ([(a + start, b + start) for a, b in side] for side in sides)
        hints = self._coder.hints.of(doc, self._clauses, self._mentions, self._found, actor, recipient)
        pair = Pair(self._sentence.text, *sides)
        return next(self._coder.model.read([Hinted(pair, hints)]))

    def _draft(self, candidate: Candidate, reading: Reading) -> EventDraft:
        clause = candidate.clause
        verb = clause.verb
        mode = max(reading.modes, key=lambda m: reading.modes[m], default="")
        clear = bool(mode) and reading.modes[mode] >= CLEAR
        frame = Frame(predicate=verb.lemma_.lower(), event=reading.event, mode=mode if clear else None)
        draft = EventDraft(verb, frame, reading.event, clause, False, self._sequence, self._sentence)
        draft.actor, draft.recipient = candidate.actor.entities, candidate.recipient.entities
        take_status(draft, self._coder.status.of_verb(clause, self._clauses))
        for status in reading.likely():
            if status != Status.ACTUAL:
                draft.statuses.add(status)
        draft.evidence = evidence_span(verb, clause)
        draft.confidence = reading.score
        rule = f"pair model {self._coder.model.version}: {reading.event} {reading.score:.2f}"
        draft.why.insert(0, reason_at(rule, verb))
        return draft


def _inside(entities: Sequence[Entity], sentence: Span) -> _Spans:
    start = sentence.start_char
    found = {(e.start - start, e.end - start) for e in entities if e.start is not None and e.end}
    return tuple(sorted((a, b) for a, b in found if 0 <= a < b <= len(sentence.text)))


def _within(token: Token, draft: EventDraft, clauses: Clauses) -> bool:
    """Whether a word stands below what tells of an event, not beside it: "shut it and asked *Oslo*"."""
    if draft.noun and draft.trigger in token.ancestors:
        return True
    clause = clauses.around(token)
    while clause is not None and clause is not draft.clause:
        if clause.relation == "conj":
            return False
        clause = clause.governor
    return clause is not None


def _at_home(draft: EventDraft, candidate: Candidate) -> bool:
    """Whether somebody leaves or garrisons a place of his own: that is done to nobody else."""
    return draft.type not in AT_HOME and any(e.code in draft.codes[0] for e in candidate.recipient.entities)


def _spared(draft: EventDraft, candidate: Candidate) -> bool:
    """Whether somebody is spared, not turned down: "refused to condemn *Oslo*"."""
    starts = {e.start for e in candidate.recipient.entities}
    return (
        draft.type in _HOSTILE
        and Status.NEGATED in draft.statuses
        and any(e.start in starts for e in draft.recipient)
    )


def _tells(draft: EventDraft, candidate: Candidate) -> bool:
    """Whether a draft already tells of these two, in whichever direction."""
    one, other = ({e.start for e in m.entities} for m in (candidate.actor, candidate.recipient))
    codes = [{e.code for e in m.entities if e.code} for m in (candidate.actor, candidate.recipient)]
    acts, done = ({e.start for e in side} for side in (draft.actor, draft.recipient))
    if (one & acts and other & done) or (one & done and other & acts):
        return True
    if draft.mutual and one & acts and other & acts:
        return True
    if codes[0] & codes[1]:
        return False
    return any(codes[0] & a and codes[1] & b for a, b in (draft.codes, draft.codes[::-1]))


def _done_to_another(draft: EventDraft, candidate: Candidate) -> bool:
    """Whether the candidate's verb is known to be done by its actor to somebody else."""
    if draft.clause is not candidate.clause:
        return False
    by_model = draft.confidence is not None
    if not by_model and not any(political(e) for e in draft.recipient):
        return draft.mutual
    return bool({e.start for e in candidate.actor.entities} & {e.start for e in draft.actor})
