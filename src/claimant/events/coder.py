"""What: the events that a report tells of, by the predicate lexicon.

A candidate is a verb, an event noun or an adjective that has a frame. Its sides come from syntax,
its status from what governs it. Where a side that the frame needs is not found, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from pathlib import Path

from spacy.tokens import Doc, Span, Token

from claimant.events.beside import each_other
from claimant.events.codebook import Codebook, load_codebook, own_codes
from claimant.events.completing import Completer
from claimant.events.deeds import gerund_of_a_people
from claimant.events.denying import own_deed
from claimant.events.draft import EventDraft
from claimant.events.headlines import behind_colon, summons
from claimant.events.hints import Hints
from claimant.events.leaving import as_meant
from claimant.events.lexicon import Frame, Lexicon, load_lexicon
from claimant.events.matching import (
    adjective_frame,
    anonymous,
    carrier,
    noun_frame,
    object_heads,
    verb_frame,
)
from claimant.events.nouns import NounCoder
from claimant.events.own_types import OwnTypes, load_own_types
from claimant.events.pairing import PairCoder, SentencePairs
from claimant.events.pairs import Hinted, Pair, PairModel, load_pair_model
from claimant.events.repeats import told_once
from claimant.events.saying import Judge
from claimant.events.sides import Sides
from claimant.events.status import StatusFinder
from claimant.events.status_rules import ALLEGED
from claimant.events.targets import Targets
from claimant.events.verbs import VerbCoder
from claimant.language import Clause, Clauses, Mentions

_TELLING = frozenset({"VERB", "NOUN", "PROPN"})


class EventCoder:
    """Finds the events of a report."""

    def __init__(
        self,
        codebook: Codebook | None = None,
        lexicon: Lexicon | None = None,
        own_types: OwnTypes | None = None,
        pair_model: Callable[[], PairModel] | None = load_pair_model,
    ) -> None:
        """Load the coder.

        Args:
            codebook: PLOVER's, unless given.
            lexicon: The one that comes with Claimant, unless given.
            own_types: How the types that the codebook adds are told.
            pair_model: Gives the pair model when it is first needed; with `None`, the lexicon codes alone.
        """
        self.codebook = codebook or load_codebook()
        self.lexicon = lexicon or load_lexicon()
        self._status = StatusFinder()
        self._judge = Judge(self.codebook)
        self._verbs = VerbCoder(self.lexicon, self._status, self.codebook.cross_rules)
        self._nouns = NounCoder(self.lexicon, self._status, self._judge)
        self._completer = Completer(self.lexicon)
        self._hints = Hints([t.code for t in load_codebook().types], self._status)
        self._pairs = PairCoder(pair_model, self._status, self._hints, own_types, self.codebook.becomes)
        self._contexts = self.codebook.context_words()

    @classmethod
    def of_file(cls, path: Path) -> EventCoder:
        """A coder with the codebook in a file, and its own types where it has some.

        Raises:
            ClaimantError: if the codebook is not of the right form, or its types have not been learned.
        """
        codebook = load_codebook(path)
        own = load_own_types(path, load_pair_model().version) if own_codes(codebook) else None
        return cls(codebook, own_types=own)

    def read(
        self, doc: Doc, clauses: Clauses, mentions: Mentions, places: Container[int] = ()
    ) -> list[EventDraft]:
        """Drafts of the events of a parsed report, in the order of the text, repeats among them.

        Args:
            doc, clauses, mentions: The report, read.
            places: Tokens that name disputed places, which are nobody.
        """
        sides, targets = Sides(clauses, mentions, self.lexicon), Targets(mentions)
        drafts: list[EventDraft] = []
        for sequence, sentence in enumerate(doc.sents):
            found = self._found(sequence, sentence, clauses, mentions, sides)
            pairs = SentencePairs(self._pairs, sentence, sequence, clauses, mentions, found, places)
            first = len(drafts)
            for draft in found:
                own_deed(draft, clauses, sides)
                self._completer.complete(draft, drafts, mentions)
                pairs.complete(draft)
                pairs.retype(draft)
                if self._said(draft):
                    drafts.append(draft)
            drafts += [draft for draft in pairs.drafts(drafts[first:]) if self._said(draft)]
            for draft in drafts[first:]:
                targets.fill(draft)
            if len(drafts) > first:
                shown = self._shown(sentence)
                for draft in drafts[first:]:
                    draft.context |= shown
        return drafts

    def hints(self, doc: Doc, clauses: Clauses, mentions: Mentions, pairs: Iterable[Pair]) -> list[Hinted]:
        """Pairs of a parsed text, with what the rules make of them."""
        sides = Sides(clauses, mentions, self.lexicon)
        found = [
            draft
            for sequence, sentence in enumerate(doc.sents)
            for draft in self._found(sequence, sentence, clauses, mentions, sides)
        ]
        return [
            Hinted(pair, self._hints.of(doc, clauses, mentions, found, pair.actor, pair.recipient))
            for pair in pairs
        ]

    def _found(
        self, sequence: int, sentence: Span, clauses: Clauses, mentions: Mentions, sides: Sides
    ) -> list[EventDraft]:
        """What the lexicon finds in a sentence."""
        found = [
            draft
            for token in mentions.tokens[sentence.start : sentence.end]
            if token.pos_ in _TELLING or token.tag_ == "NN" or clauses.at(token) is not None
            for draft in self._at(token, sequence, sentence, clauses, mentions, sides)
        ]
        told = summons(sentence, mentions)
        if told is not None:
            for draft in found:
                behind_colon(draft, told)
            found.insert(0, told.draft(self.lexicon, sequence, sentence))
        return told_once(found)

    # --- candidates

    def _at(
        self, token: Token, sequence: int, sentence: Span, clauses: Clauses, mentions: Mentions, sides: Sides
    ) -> Iterable[EventDraft]:
        clause = clauses.at(token)
        if gerund_of_a_people(token):
            draft = self._nouns.gerund(token, sequence, sentence, clauses, sides)
            if draft is not None:
                yield draft
            return
        if clause is not None and clause.verb.i == token.i:
            frame = verb_frame(clause, self.lexicon)
            if frame is not None and not frame.object and self._only_carries(clause, frame, clauses):
                frame = None
            if frame is not None and frame.event in ("REJECT", "REQUEST") and anonymous(clause):
                return
            if frame is not None:
                frame = as_meant(clause, frame, self.lexicon, mentions)
                yield self._verbs.verb(clause, frame, sequence, sentence, clauses, sides)
                return
            adjective = adjective_frame(clause, self.lexicon)
            if adjective is not None:
                yield self._verbs.adjective(clause, adjective, sequence, sentence, clauses, sides, mentions)
                return
        if token.ent_type_ in ("DATE", "TIME"):
            return
        if token.tag_ == "NN" and token.lower_.endswith("ing") and noun_frame(token, self.lexicon) is None:
            draft = self._nouns.gerund(token, sequence, sentence, clauses, sides)
            if draft is not None:
                yield draft
                return
        if token.pos_ in ("NOUN", "PROPN", "VERB") and (clause is None or token.pos_ == "NOUN"):
            draft = self._nouns.noun(token, sequence, sentence, clauses, mentions, sides)
            if draft is not None:
                yield draft

    def _only_carries(self, clause: Clause, frame: Frame, clauses: Clauses) -> bool:
        """Whether a light verb's noun tells the event: "engaged in stand-offs" is no engagement."""
        nouns = [*object_heads(clause), *(t for ts in clause.prepositions.values() for t in ts)]
        for noun in nouns:
            if noun.lemma_.lower() in frame.words:
                # "host talks" is a predicate of its own
                return False
            if noun.pos_ == "NOUN" and noun_frame(noun, self.lexicon) is not None:
                carried = carrier(noun, clauses, self.lexicon)
                if carried is not None and carried[0] is clause:
                    return True
        return False

    def _said(self, draft: EventDraft) -> bool:
        if not self._judge.said(draft) or self._of_each_other(draft):
            return False
        frame = draft.frame
        draft.mode = {frame.mode} if frame.mode and draft.type == frame.event else set()
        if frame.event == "PROTEST" and draft.type == "ACCUSE":
            draft.mode = {"disapprove"}
        draft.context = set(frame.context)
        return True

    def _of_each_other(self, draft: EventDraft) -> bool:
        """Whether two sides accuse each other of it: who of them did it is not told."""
        above = draft.clause.governor if draft.clause is not None else None
        alleged = any(r.rule == ALLEGED for r in draft.why)
        return above is not None and alleged and each_other(above)

    def _shown(self, sentence: Span) -> set[str]:
        """The contexts that a sentence's words show."""
        return {c for t in sentence for c in self._contexts.get(t.lemma_.lower(), ())}
