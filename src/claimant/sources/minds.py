"""Adjectives of mind: "he was not aware of any talks", "aides worried about the vote"."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.language.clause import negative_determiner
from claimant.language.clauses import Clauses
from claimant.sources.beside import NOMINAL
from claimant.sources.content import after
from claimant.sources.cues import Cue
from claimant.sources.denial import Denials
from claimant.sources.finding import Finding
from claimant.sources.layout import Layout
from claimant.sources.phrase import Phrases
from claimant.sources.subject import Subjects

_BEHIND_A_NOUN = frozenset({"amod", "acl", "relcl", "advcl", "appos"})


class Minds:
    """Finds what hangs on adjectives that say what is in somebody's mind."""

    def __init__(self, clauses: Clauses, layout: Layout, phrases: Phrases, denials: Denials) -> None:
        self._clauses = clauses
        self._layout = layout
        self._phrases = phrases
        self._denials = denials
        self._subjects = Subjects(layout)

    def adjective(self, word: Token, cues: list[Cue]) -> Finding | None:
        """What somebody is aware, sure, afraid … of, or nothing.

        "He was not aware of any talks." · "Villagers were worried that …" · "a mayor critical of the plan"
        """
        clause = self._clauses.at(word)
        if clause is not None and (clause.predicate.i != word.i or clause.agents):
            return None
        if clause is not None and clause.subjects and (clause.verb.i != word.i or clause.own_subject):
            head = self._subjects.of(clause)
            negated = clause.own_negation is not None
            start = min([clause.verb.i, *(t.i for t in clause.auxiliaries)])
        else:
            head, negated, start = self._noun(word), False, word.i
        if head is None or not self._phrases.speaks(head, strictly=True):
            return None
        for cue in cues:
            piece = after(word, word.i + 1, cue, self._layout)
            if piece is None:
                continue
            return self._denials.finding(
                [head],
                (start if 0 <= word.i - start < 6 else word.i, word.i + 1),
                [piece],
                cue,
                negated or negative_determiner(head) is not None,
                f"sources: adjective {cue.name!r}",
                word,
            )
        return None

    def _noun(self, word: Token) -> Token | None:
        """The noun that an adjective follows: "a mayor critical of the plan"."""
        head = word.head
        if head.i < word.i and head.pos_ in NOMINAL and word.dep_ in _BEHIND_A_NOUN:
            return head
        return next((c for c in word.lefts if c.dep_ == "nsubj"), None)
