"""Denials: of what was told before, of what is called untrue, of what cannot be.

"Yerevan denied this." · "a charge that Yerevan dismissed" · "it is untrue that …" · "called it pure
fantasy that …" · "insisted that no troops had crossed".
"""

from __future__ import annotations

from spacy.tokens import Token

from claimant.language.clause import Clause, is_copula, negative_determiner
from claimant.language.clauses import Clauses
from claimant.record import Stance
from claimant.sources.cues import Cue, Cues
from claimant.sources.draft import REACHING
from claimant.sources.finding import Finding
from claimant.sources.layout import Layout
from claimant.sources.stretch import Range, bounds, tidy

_POINTING = frozenset({"this", "that", "it", "these", "those", "them"})
_DEFINITE = frozenset({"the", "this", "these", "those", "such", "that", "any", "all", "both"})
_LONGEST = 5  # tokens of a phrase that only takes up what was told: "the latest Ukrainian charges"
_CLAUSES = frozenset({"ccomp", "acl", "relcl", "advcl", "csubj"})


class Denials:
    """What denials speak of."""

    def __init__(self, clauses: Clauses, layout: Layout, cues: Cues) -> None:
        self._clauses = clauses
        self._layout = layout
        self._cues = cues
        self._taking = cues.table.charges | cues.table.involvement | {"something"}

    def finding(
        self,
        heads: list[Token],
        words: Range,
        pieces: list[Range],
        cue: Cue,
        negated: bool,
        rule: str,
        verb: Token,
    ) -> Finding | None:
        """A cue with its sources and content, and the stance that its negation gives them."""
        cut = (self.cut(p) for p in pieces)
        kept = [piece for piece in (tidy(p, verb, self._layout) for p in cut) if piece is not None]
        if not kept:
            return None
        group = cue.group
        negated = negated or self.knows_of_no(cue, kept[0])
        stance = group.negated if negated and group.negated is not None else group.stance
        if stance is Stance.ASSERTS and self.firmly(cue, verb, kept[0]):
            stance = Stance.DENIES
        refers = stance in REACHING and len(kept) == 1 and self.refers(kept[0])
        return Finding(heads, words, kept, stance, group.topic, rule, verb=verb, refers=refers)

    def taken_up(self, clause: Clause, cue: Cue) -> Range | None:
        """The word by which a denial takes up what was told before: "denied this", "which Oslo denies"."""
        group = cue.group
        if "object" not in group.takes or not {group.stance, group.negated} & REACHING:
            return None
        verb = clause.verb
        for child in verb.children:
            if child.dep_ == "dobj" or (child.dep_ == "nsubjpass" and clause.agents):
                word = child.lower_
                pointing = word in _POINTING and (child.i > verb.i or child.dep_ == "nsubjpass")
                if word == "which" or (pointing and self._alone(verb)):
                    return child.i, child.i + 1
        noun = next((t for t in clause.objects if t.i < verb.i), None)
        if verb.dep_ == "relcl" and noun is not None and noun.lemma_.lower() in self._taking:
            return noun.left_edge.i, noun.i + 1
        return None

    def _alone(self, verb: Token) -> bool:
        """Whether the object is all that a verb has: not "called it a lie"."""
        return not any(c.dep_ in ("oprd", "xcomp", "ccomp") for c in verb.rights)

    def refers(self, piece: Range) -> bool:
        """Whether a stretch only takes up what was told before: "this", "the charge", "any involvement"."""
        doc = self._layout.doc
        start, end = self._without_time(piece)
        last = doc[end - 1]
        if end - start == 1 and (last.lower_ in _POINTING or last.lower_ in ("which", "something")):
            return True
        if end - start > _LONGEST or last.lemma_.lower() not in self._taking:
            return False
        if last.pos_ not in ("NOUN", "PROPN", "PRON"):
            return False
        owned = any(c.dep_ in ("poss", "det") for c in last.lefts)
        relative = any(c.dep_ in ("relcl", "acl") for c in last.rights)
        first = doc[start].lower_
        return first in _DEFINITE or relative or (owned and first not in ("a", "an")) or last.tag_ == "NNS"

    def _without_time(self, piece: Range) -> Range:
        """A phrase without when it was said: "denied the charge *at the time*", "rejected it *again*"."""
        start, end = piece
        doc = self._layout.doc
        for i in range(start + 1, min(end, start + _LONGEST + 1)):
            timed = doc[i].pos_ == "ADP" and any(
                t.ent_type_ in ("DATE", "TIME") or t.lower_ == "time" for t in doc[i + 1 : min(end, i + 4)]
            )
            if timed or (doc[i].pos_ == "ADV" and i == end - 1) or doc[i].ent_type_ in ("DATE", "TIME"):
                return start, i
        return piece

    def firmly(self, cue: Cue, verb: Token, piece: Range) -> bool:
        """Whether somebody insists that something is not so: "insisted that no troops had crossed"."""
        if cue.words[0] not in self._cues.table.firm:
            return False
        for child in (*verb.rights, *(verb.head.rights if verb.pos_ == "ADJ" else ())):
            if child.dep_ == "ccomp" and piece[0] <= child.i < piece[1]:
                stated = self._clauses.at(child)
                return stated is not None and stated.negation is not None
        return False

    def knows_of_no(self, cue: Cue, piece: Range) -> bool:
        """ "Oslo knows of no talks": the content itself says what is not known."""
        if cue.group.negated is not Stance.UNAWARE or cue.group.stance is not Stance.ASSERTS:
            return False
        doc = self._layout.doc
        return doc[piece[0]].lower_ == "no" and doc[piece[0] - 1].lower_ in cue.group.behind

    def branded(self, clause: Clause, cue: Cue) -> Range | None:
        """What somebody calls untrue: "called it pure fantasy that …", "described the report as a lie"."""
        if not cue.group.takes & {"complement", "as"}:
            return None
        verb = clause.verb
        dismissed = self._dismissed(verb)
        if dismissed is not None:
            return dismissed
        rights = [*verb.rights]
        rights += [c for t in rights if t.dep_ == "ccomp" for c in (t, *t.children)]
        behind = [c for t in rights if t.lower_ == "as" for c in t.rights]
        word = next((t for t in (*rights, *behind) if self._is_untrue(t)), None)
        if word is None:
            return None
        thing = next((t for t in rights if t.dep_ in ("dobj", "nsubj") and t.i != word.i), None)
        if thing is None and verb.dep_ == "relcl":
            thing = next((t for t in clause.objects if t.i < verb.i), None)
        if thing is None:
            # "rejected as a lie a report that …" parses as if the report lay in the lie
            near = word.doc[word.i + 1 : word.i + 4]
            thing = next((t for t in near if t.lemma_.lower() in self._taking), None)
        if thing is None:
            return None
        if thing.lower_ in _POINTING:
            return self._clause_below(word, verb) or (thing.i, thing.i + 1)
        if thing.lemma_.lower() not in self._taking:
            return None
        if thing.i < verb.i:
            return thing.left_edge.i, thing.i + 1
        end = thing.right_edge.i + 1
        return thing.left_edge.i, min(end, word.left_edge.i) if thing.i < word.i else end

    def _dismissed(self, verb: Token) -> Range | None:
        """What stands behind "as baseless": "dismissed as baseless reports that …"."""
        doc = verb.doc
        at = next((t.i for t in doc[verb.i + 1 : verb.i + 3] if t.lower_ == "as"), None)
        word = next((t for t in doc[at + 1 : at + 4] if self._is_untrue(t)), None) if at is not None else None
        if word is None:
            return None
        for token in doc[word.i + 1 : word.i + 5]:
            if token.is_punct or token.pos_ == "VERB":
                return None
            if token.lemma_.lower() in self._taking and token.pos_ == "NOUN":
                return word.i + 1, min(bounds(verb, self._layout)[1], token.right_edge.i + 1)
        return None

    def frame(self, word: Token) -> Finding | None:
        """What the words of another statement say is not so: "It is untrue that …, the minister said"."""
        clause = self._clauses.at(word)
        if clause is None or clause.predicate.i != word.i or not is_copula(clause.verb):
            return None
        negated = clause.own_negation is not None or negative_determiner(word) is not None
        if self._is_untrue(word) == negated:
            return None
        piece = self._subject_of(clause, word)
        if piece is None:
            return None
        words = (min(clause.verb.i, word.i), word.i + 1)
        rule = f"sources: {word.lower_!r} of what is told"
        return Finding([], words, [piece], Stance.DENIES, False, rule, verb=word, refers=self.refers(piece))

    def _subject_of(self, clause: Clause, word: Token) -> Range | None:
        for child in clause.verb.lefts:
            if child.dep_ == "expl" or child.lower_ == "there":
                below = next((g for c in word.rights if c.dep_ == "prep" for g in c.rights), None)
                if below is not None and below.lemma_.lower() in self._taking:
                    return below.left_edge.i, below.right_edge.i + 1
            if child.lower_ in _POINTING and child.dep_ in ("nsubj", "expl"):
                return self._clause_below(word, clause.verb) or (child.i, child.i + 1)
            if child.dep_ == "nsubj" and child.lemma_.lower() in self._taking:
                return child.left_edge.i, min(child.right_edge.i + 1, clause.verb.i)
        return None

    def _clause_below(self, word: Token, verb: Token) -> Range | None:
        _, high = bounds(verb, self._layout)
        for child in (*word.rights, *verb.rights, *(g for c in verb.rights for g in c.rights)):
            if child.dep_ in _CLAUSES and child.i > word.i and child.left_edge.lower_ == "that":
                return child.left_edge.i, min(high, child.right_edge.i + 1)
        return None

    def _is_untrue(self, word: Token) -> bool:
        return word.lemma_.lower() in self._cues.table.untrue or word.lower_ in self._cues.table.untrue

    def cut(self, piece: Range) -> Range:
        """Content without a clause that says who denies it: "…, a charge that Oslo denied"."""
        doc, texts = self._layout.doc, self._layout.texts
        start, end = piece
        for i in range(start + 1, end - 2):
            if texts[i] != "," or self._layout.quotation(i) is not None:
                continue
            j = i + 1
            while j < end and j < i + 4 and doc[j].pos_ in ("DET", "ADJ") and doc[j].lower_ != "which":
                j += 1
            if j < end and (doc[j].lower_ == "which" or doc[j].lemma_.lower() in self._taking):
                behind = doc[j + 1 : min(end, j + 9)]
                if any(t.lemma_ in self._cues.denying or self._is_untrue(t) for t in behind):
                    return start, i
        return piece
