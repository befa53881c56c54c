"""Who will not say: "declined to comment", "would neither confirm nor deny it", "had no answer"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimant.language.clause import Clause, negative_determiner
from claimant.language.clauses import Clauses
from claimant.record import Stance
from claimant.sources.cues import Cues
from claimant.sources.denial import Denials
from claimant.sources.finding import Finding
from claimant.sources.layout import Layout
from claimant.sources.phrase import Phrases
from claimant.sources.stretch import Range
from claimant.sources.subject import Subjects

_LED = frozenset({"xcomp", "ccomp", "pcomp"})
_WILL = frozenset({"will", "would"})
_ABLE = frozenset({"can", "could"})
_CHECKING = frozenset({"confirm", "verify", "corroborate"})
_BOTH = frozenset({"confirm", "deny"})
_HOLDING = frozenset({"have", "get", "offer", "give", "make", "receive", "provide", "issue", "be"})
_NO_VERB = frozenset({"NOUN", "PROPN", "PRON"})
_TIMES = frozenset({"DATE", "TIME"})
_LEFT = frozenset({"aux", "auxpass", "neg"})


class Declining:
    """Finds who will not say, and tells him from who does not know."""

    def __init__(
        self, clauses: Clauses, layout: Layout, phrases: Phrases, cues: Cues, denials: Denials
    ) -> None:
        self._clauses = clauses
        self._layout = layout
        self._phrases = phrases
        self._denials = denials
        self._subjects = Subjects(layout)
        self._cues = cues
        self._silent = cues.table.silent

    def settle(self, finding: Finding) -> None:
        """Make a finding of who does not tell one of who declines, where he will not; of who doubts, where
        he cannot.

        "Declined to say whether ships had sailed" · "would not discuss it" · "neither confirmed nor
        denied it" · "could not confirm it", which is doubt; but "has not confirmed it" and "did not say
        whether" stay as they are.
        """
        verb = finding.verb
        if finding.stance is not Stance.UNAWARE or verb is None or verb.lemma_ in self._cues.table.untold:
            return
        clause = self._clauses.at(verb)
        if clause is None or clause.verb.i != verb.i:
            return
        top, led = self._top(clause)
        if verb.lemma_ in _CHECKING and clause.modal in _ABLE and not led:
            both = {verb.lemma_, *(t.lemma_ for t in _beside(verb))} >= _BOTH
            finding.stance = Stance.DECLINES if both else Stance.DOUBTS
            return
        would = clause.modal in _WILL and verb.lemma_ not in self._cues.denying
        both = {verb.lemma_, *(t.lemma_ for t in _beside(verb))} >= _BOTH
        silent = verb.lemma_ == "comment" or any(self._asks(verb, *piece) for piece in finding.pieces)
        if led or would or both or silent:
            finding.stance = Stance.DECLINES
            finding.lent = top.verb.i if led else finding.lent  # "refused to confirm it" denies nothing
            self._of_questions(finding)

    def _of_questions(self, finding: Finding) -> None:
        """Leave of "questions about the laser" what they are about; a request for comment says no more."""
        verb = finding.verb
        if verb is not None and len(finding.pieces) == 1 and self._asks(verb, *finding.pieces[0]):
            piece = self._on_what(finding.pieces[0][0], verb)
            finding.pieces = [piece] if piece is not None else finding.pieces
            finding.refers = finding.refers or piece is None

    def _asks(self, verb: Token, start: int, end: int) -> bool:
        """Whether what somebody did not answer is a question or a request, not an attack."""
        near = self._layout.doc[start : min(end, start + 4)]
        return verb.lemma_ in self._silent.verbs - {"comment"} and any(
            t.lemma_.lower() in self._cues.table.asked for t in near
        )

    def silent(self, word: Token) -> Finding | None:
        """Who has nothing to say, and on what: "had no comment on the raid"; nothing of anything else.

        Where the text does not say on what, the content is empty, and what was told before is meant.
        """
        clause = self._clause(word)
        if clause is None:
            return None
        top, led = self._top(clause)
        head = self._giver(word, clause) or self._subjects.speaker(top)
        if head is None or not self._phrases.speaks(head, strictly=True):
            return None
        verb = top.verb
        first = min([verb.i, *(t.i for t in verb.lefts if t.dep_ in _LEFT)])
        held = [c.i for c in word.rights if c.lemma_ in self._silent.nothing]  # "nothing to *add*"
        words = (min(first, word.i), max([word.i, clause.verb.i, *held]) + 1)
        piece = self._on_what(words[1], word)
        thing = next((c for c in word.rights if c.dep_ == "dobj"), None)
        if piece is None and thing is not None and word.pos_ == "VERB":
            piece = thing.left_edge.i, min(thing.right_edge.i + 1, self._layout.sentence(word.i)[1])
        if piece is None and word.lower_ == "nothing" and not held and clause.modal not in _WILL:
            return None
        return Finding(
            [head],
            words,
            [piece] if piece is not None else [],
            Stance.DECLINES,
            True,
            f"sources: {word.lemma_!r} of who will not say",
            verb=clause.verb,
            lent=top.verb.i if led and top is not clause else -1,
            refers=piece is None or self._denials.refers(piece),
        )

    def _clause(self, word: Token) -> Clause | None:
        """The clause in which a word says that nothing is said, or nothing."""
        silent = self._silent
        own = self._clauses.at(word)
        if own is not None and word.lemma_ in silent.adjectives and own.predicate.i == word.i:
            return own
        if own is not None and word.lemma_ in silent.verbs and own.verb.i == word.i:
            top, led = self._top(own)
            negated = word.lemma_ == "comment" and (own.own_negation or top.own_negation) is not None
            return own if led or negated else None
        above = self._clauses.at(word.head) if word.dep_ in ("dobj", "attr", "nsubj", "nsubjpass") else None
        if above is None or above.verb.i != word.head.i:
            return None
        verb = above.verb.lemma_
        if word.lower_ == "nothing" and word.dep_ == "dobj":
            held = verb in _HOLDING and any(c.lemma_ in silent.nothing for c in word.rights)
            return above if held or (verb in ("say", "add", "disclose", "reveal")) else None
        if word.lemma_ not in silent.nouns or word.pos_ not in _NO_VERB:
            return None
        refused = verb in self._cues.table.unwilling and word.dep_ == "dobj"
        none = negative_determiner(word) is not None and verb in _HOLDING
        return above if refused or none else None

    def _top(self, clause: Clause) -> tuple[Clause, bool]:
        """The clause that leads to one, and whether an unwilling verb does: "declined to say"."""
        led = False
        steps = self._cues.table.steps | self._cues.table.reluctant
        while (
            clause.relation in _LED
            and not clause.own_subject
            and clause.governor is not None
            and clause.governor.verb.lemma_ in steps
        ):
            clause = clause.governor
            led = led or clause.verb.lemma_ in self._cues.table.unwilling
        return clause, led

    def _giver(self, word: Token, clause: Clause) -> Token | None:
        """Who gives no answer, where that is not the subject: "got no answer from him"."""
        for child in (*word.rights, *clause.verb.rights):
            if child.dep_ == "prep" and child.lower_ == "from" and child.i > word.i:
                return next((c for c in child.rights if c.dep_ == "pobj"), None)
        return None

    def _on_what(self, start: int, word: Token) -> Range | None:
        """What stands behind "on" or "about", of questions and requests, too."""
        doc = word.doc
        end = self._layout.sentence(word.i)[1]
        for token in doc[start : min(end, start + 12)]:
            if token.is_punct or token.dep_ in ("cc", "mark") or token.pos_ in ("VERB", "AUX"):
                return None
            if token.lower_ not in self._silent.behind:
                continue
            below = next((c for c in token.rights if c.dep_ in ("pobj", "pcomp")), None)
            if below is not None and below.ent_type_ not in _TIMES and below.i < end:
                last = next((t.i for t in doc[below.i : end] if t.text in (",", ";", ".")), end)
                return token.i + 1, min(below.right_edge.i + 1, last)
        return None


def _beside(verb: Token) -> Iterator[Token]:
    """The verbs joined to one: "confirmed nor *denied*"."""
    yield from (c for c in verb.rights if c.dep_ == "conj")
    if verb.dep_ == "conj":
        yield verb.head
