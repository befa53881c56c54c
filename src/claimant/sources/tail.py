"""Reporting clauses that close a sentence: "The fleet has sailed, a clerk who saw it told Interfax."

Parsers hang such a clause on the wrong word when what it closes is long: its subject becomes an
apposition ("the Falklands, a member of its assembly") and its verb a conjunct. So it is read by its
marks: the last comma, whoever stands behind it, and a verb of saying with little after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from claimant.sources.beside import NOMINAL
from claimant.sources.cues import Cues
from claimant.sources.layout import Layout
from claimant.sources.phrase import Phrases
from claimant.sources.quoted import FINITE
from claimant.sources.stretch import Range
from claimant.tables import word_list

_SUBORDINATE = word_list("sources", "subordinators")
_RELATIVES = word_list("sources", "relatives")
_OPENS = frozenset({"DET", "ADJ", "NUM", "PROPN", "NOUN", "PRON"})
_HELPS = frozenset({"AUX", "ADV"})
_BELOW = frozenset({"relcl", "advcl", "acl", "pcomp", "csubj"})
_TIMES = frozenset({"DATE", "TIME"})
_LONGEST = 30  # tokens of whoever says so, with the clause about him
_FARTHEST = 14  # tokens behind the verb, up to whom it cites
_END = frozenset({".", "!", "?", "”", '"', "''"})


@dataclass(frozen=True, slots=True)
class Tail:
    """A reporting clause at the end of a sentence.

    Attributes:
        start: Where the content begins, and
        comma: where it ends.
        head: The head of whoever says so.
        verb: The cue.
    """

    start: int
    comma: int
    head: Token
    verb: Token

    @property
    def content(self) -> Range:
        """What is said."""
        return self.start, self.comma


class Tails:
    """Finds the reporting clauses that close sentences."""

    def __init__(self, layout: Layout, phrases: Phrases, cues: Cues) -> None:
        self._layout = layout
        self._phrases = phrases
        self._cues = cues
        self._verbs = {get_string_id(word) for word in cues.table.trailing}

    def find(self, doc: Doc, lemmas: Sequence[int]) -> dict[int, Tail]:
        """The reporting clauses that close sentences: index of the verb → the clause.

        Each ends the stretch in which the cues ahead of it can have their content. `lemmas` are those
        of all tokens, as spaCy's numbers.
        """
        found = {}
        for i, lemma in enumerate(lemmas):
            if lemma not in self._verbs:
                continue
            tail = self.of(doc[i]) if not self._layout.skipped(i) else None
            if tail is not None:
                found[i] = tail
                self._layout.closed[self._layout.sentence(i)[0]] = tail.comma
        return found

    def of(self, verb: Token) -> Tail | None:
        """The reporting clause that a verb of saying is the verb of, if it closes its sentence."""
        layout, doc = self._layout, verb.doc
        low, high = layout.sentence(verb.i)
        while high > verb.i + 1 and layout.texts[high - 1] in _END:
            high -= 1
        if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or layout.quotation(verb.i) is not None:
            return None
        if not self._closes(verb, high):
            return None
        first = verb.i
        while first > low and doc[first - 1].pos_ in _HELPS and doc[first - 1].dep_ != "neg":
            if doc[first - 1].pos_ == "ADV" and self._cues.kind(doc[first - 1].lower_):
                break  # "an Emirati daily said", which is tagged like "said daily"
            first -= 1
        if verb.tag_ == "VBN" and not any(t.lemma_ == "have" for t in doc[first : verb.i]):
            # "the daily reported on Friday" is often taken for a participle; that has an auxiliary or a "by"
            behind = doc[verb.i + 1].lower_ if verb.i + 1 < len(doc) else ""
            if any(t.pos_ == "AUX" for t in doc[first : verb.i]) or behind == "by":
                return None
        comma = next(
            (i for i in range(first - 1, max(low, first - _LONGEST), -1) if doc[i].text == ","), None
        )
        if comma is None or layout.quotation(comma) is not None or comma + 1 == first:
            return None
        head = self._head(comma + 1, first)
        strictly = verb.lemma_ not in self._cues.table.plain
        if head is None or not (head.pos_ == "ADV" or self._phrases.speaks(head, strictly=strictly)):
            return None
        start = self._start(low, comma)
        return Tail(start, comma, head, verb) if self._states(start, comma) else None

    def _closes(self, verb: Token, high: int) -> bool:
        """Whether nothing but an audience, a time, a place, and whom it cites stands behind a verb."""
        doc = verb.doc
        for i in range(verb.i + 1, high):
            token = doc[i]
            if token.text == ",":
                if i + 1 < high and doc[i + 1].lower_ in self._cues.table.citing:
                    return self._cites_to_the_end(i + 2, high)
                # ", adding that …" has its own content
                return i + 1 < high and doc[i + 1].tag_ == "VBG" and doc[i + 1].lemma_ in self._cues.verbs
            if token.lower_ in self._cues.table.citing and token.tag_ == "VBG":
                return self._cites_to_the_end(i + 1, high)
            if i - verb.i > _FARTHEST or token.is_quote or token.text in (";", ":", "(", "–", "—", "--"):
                return False
            if token.tag_ in FINITE or token.tag_ == "TO" or token.dep_ in ("mark", "cc"):
                return False
            if token.lower_ in _RELATIVES:
                return False
        if high == verb.i + 1:
            return True
        behind = doc[verb.i + 1]
        if behind.pos_ in ("ADP", "ADV", "SCONJ") or behind.ent_type_ in _TIMES:
            return True
        dated = any(t.ent_type_ in _TIMES for t in doc[verb.i + 1 : min(high, verb.i + 3)])
        return dated or verb.lemma_ in self._cues.table.telling

    def _cites_to_the_end(self, start: int, high: int) -> bool:
        """Whether no content goes on behind "citing two aides, who …": "…, but had been turned down"."""
        doc = self._layout.doc
        return all(doc[i + 1].lower_ in _RELATIVES for i in range(start, high - 1) if doc[i].text == ",")

    def _head(self, start: int, end: int) -> Token | None:
        """The head of the phrase between the comma and the verb."""
        doc = self._layout.doc
        if doc[start].pos_ not in _OPENS or doc[start].tag_ in ("WP", "WDT", "WP$", "EX"):
            return None
        found: Token | None = None
        for token in doc[start:end]:
            if found is not None and (token.pos_ == "ADP" or token.lower_ in _RELATIVES):
                return found
            if token.pos_ in NOMINAL or (token.pos_ == "ADV" and self._cues.kind(token.lower_)):
                found = token
            elif found is not None and token.tag_ in ("VBD", "VBN") and self._phrases.is_text(found):
                return found  # "papers made public on Thursday"
            elif token.tag_ in FINITE or token.is_punct or token.pos_ in ("SCONJ", "VERB"):
                return None
            elif token.pos_ == "NUM" and found is None and end - start < 8:
                found = token
        return found

    def _start(self, low: int, comma: int) -> int:
        """Where the content begins: behind a semicolon, or behind a colon that ends another's words."""
        doc = self._layout.doc
        for i in range(comma - 1, low, -1):
            if self._layout.quotation(i) is not None:
                continue
            if doc[i].text == ";":
                return i + 1
            if doc[i].text == ":" and any(
                t.lemma_ in self._cues.verbs for t in doc[low:i] if t.pos_ == "VERB"
            ):
                return i + 1
        return low

    def _states(self, start: int, comma: int) -> bool:
        """Whether a stretch tells something: it has a finite verb that is not all subordinate."""
        doc = self._layout.doc
        region = doc[start:comma]
        opened = doc[start].lower_ in _SUBORDINATE and not any(t.text == "," for t in region)
        if opened or len(region) < 3:
            return False
        for token in region:
            if token.tag_ in FINITE:
                verb = token.head if token.dep_ in ("aux", "auxpass") else token
                if verb.dep_ not in _BELOW:
                    return True
        return False
