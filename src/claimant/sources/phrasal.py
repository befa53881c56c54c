"""Sources given by a phrase: "according to the ministry", "citing two aides"."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.record import Stance
from claimant.sources.content import BREAKS
from claimant.sources.cues import Cues
from claimant.sources.draft import FIRST_PERSON
from claimant.sources.finding import Finding
from claimant.sources.layout import Layout
from claimant.sources.phrase import Phrases
from claimant.sources.quoted import FINITE
from claimant.sources.stretch import Range, bounds, tidy
from claimant.tables import word_list

_RELATIVES = word_list("sources", "relatives")
_POLLS = word_list("sources", "polls")
_ABSTRACT = tuple(sorted(word_list("sources", "abstract_endings")))


class Phrasal:
    """Finds phrases that say according to whom a clause is told."""

    def __init__(self, layout: Layout, phrases: Phrases, cues: Cues) -> None:
        self._layout = layout
        self._phrases = phrases
        self._cues = cues

    def according(self, first: Token) -> Finding | None:
        """What is told "according to" somebody, where such a phrase begins at this token."""
        texts = self._layout.texts
        for words, stance in self._cues.phrases:
            end = first.i + len(words)
            if texts[first.i].lower() == words[0] and [t.lower() for t in texts[first.i : end]] == list(
                words
            ):
                return self._phrase(first, end, stance, " ".join(words))
        return None

    def possessed(self, noun: Token) -> Finding | None:
        """What is told "in the minister's words", where this is such a noun."""
        owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
        if owner is None or owner.lower_ in FIRST_PERSON or owner.left_edge.i == 0:
            return None
        first = noun.doc[min(owner.left_edge.i, noun.left_edge.i) - 1]
        if noun.lower_ not in self._cues.table.possessed.get(first.lower_, ()):
            return None
        _, high = bounds(first, self._layout)
        if noun.i + 1 < high and self._layout.texts[noun.i + 1].lower() in ("that", "of", "on"):
            return None
        if owner.tag_ != "PRP$" and not self._phrases.speaks(owner, strictly=True):
            return None
        name, end = f"{first.lower_} … {noun.lower_}", noun.i + 1
        return self._told(first, end, owner, end, Stance.ASSERTS, name)

    def poll(self, noun: Token) -> Finding | None:
        """What is told of the answers "in a new poll", or "by one estimate", where this is such a noun."""
        first = noun.head
        clause = first.head
        if noun.dep_ != "pobj" or first.lower_ not in ("in", "by") or clause.pos_ not in ("VERB", "AUX"):
            return None
        if noun.lower_ == "polls" and not any(c.lower_ in _POLLS for c in noun.lefts):
            return None  # "in the September polls" people vote
        low, high = bounds(first, self._layout)
        stop = noun.right_edge.i + 1
        texts = self._layout.texts
        opens = first.i == low and texts[stop : stop + 1] == [","]
        closes = first.i > low and stop >= high - 1 and (first.lower_ == "in" or texts[first.i - 1] == ",")
        if not opens and not closes:
            return None
        return self._told(first, first.i + 1, noun, stop, Stance.ASSERTS, f"{first.lower_} … {noun.lower_}")

    def _phrase(self, first: Token, end: int, stance: Stance, name: str) -> Finding | None:
        doc = first.doc
        _, high = bounds(first, self._layout)
        if end >= high:
            return None
        last = doc[end - 1]
        head = next((c for c in last.rights if c.dep_ in ("pobj", "dobj")), None) or self._next_noun(
            end, high
        )
        if head is None or not self._phrases.speaks(head, strictly=False):
            return None
        return self._told(first, end, head, self._end(head, end, high), stance, name)

    def _told(
        self, first: Token, end: int, head: Token, stop: int, stance: Stance, name: str
    ) -> Finding | None:
        """The clause around a phrase that ends at `stop`, as what its source says."""
        low, high = bounds(first, self._layout)
        piece = self._ahead(first, low) if first.i > low + 2 else None
        if first.lower_ == "as" and end - first.i == 3:
            # "the driver, as quoted by Interfax, said" says through whom the driver's words came
            if piece is None or not any(t.tag_ in FINITE for t in first.doc[piece[0] : piece[1]]):
                return None
        rest = self._behind(stop, high)
        pieces = [piece] if piece is not None else []
        if rest is not None and (piece is None or piece[1] - piece[0] == 1 or self._goes_on(stop, rest)):
            pieces.append(rest)
        kept = [p for p in (tidy(p, first, self._layout) for p in pieces) if p is not None]
        if not kept:
            return None
        return Finding([head], (first.i, end), kept, stance, False, f"sources: {name!r}", verb=first)

    def _next_noun(self, start: int, high: int) -> Token | None:
        doc = self._layout.doc
        found: Token | None = None
        for token in doc[start:high]:
            if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
                found = token
            elif found is not None or token.pos_ not in ("DET", "ADJ", "ADV"):
                break
        return found

    def _end(self, head: Token, start: int, high: int) -> int:
        """Where the source's phrase ends: at the end of its subtree, or at a break before it."""
        edge = min(high, head.right_edge.i + 1)
        _, own = self._phrases.span(head)
        stop = max(own, start)
        aside = self._aside(stop, high)
        if aside:
            return aside
        if edge > stop and self._layout.texts[stop : stop + 1] == [","]:
            # "according to Lena Ito, a harbour pilot, the …": the apposition belongs to the source
            for child in head.rights:
                if child.dep_ == "appos" and child.i > stop:
                    return min(high, child.right_edge.i + 1)
            return stop
        return edge if edge < high else max(stop, min(edge, high))

    def _aside(self, stop: int, high: int) -> int:
        """Where "according to the daily, which cited two aides, the …" comes back to what is told; else 0."""
        texts = self._layout.texts
        if texts[stop : stop + 1] != [","] or stop + 2 >= high:
            return 0
        opener = texts[stop + 1].lower()
        if opener not in _RELATIVES and opener not in self._cues.table.citing:
            return 0
        return next((i for i in range(stop + 2, high) if texts[i] == ","), 0)

    def _ahead(self, first: Token, low: int) -> Range | None:
        """The clause before the phrase, from the start of its sentence or its co-ordinate part."""
        end = first.i
        quotation = self._layout.quotation(end - 1) or (
            self._layout.quotation(end - 2) if end - 2 >= low else None
        )
        if quotation is not None and quotation.full and quotation.end > first.i:
            return None
        if quotation is not None and quotation.full and quotation.start < low:
            return quotation.start, quotation.end
        doc = first.doc
        if doc[end - 1].lower_ in _RELATIVES or (
            doc[end - 1].text == "," and doc[end - 2].lower_ in _RELATIVES
        ):
            # "…, which according to the ministry has sailed": only the relative clause
            return end - 1, end
        if not any(t.tag_ in FINITE or t.pos_ in ("NOUN", "PROPN", "VERB") for t in doc[low:end]):
            return None
        start = low
        if (
            doc[low].lower_ in ("but", "and", "so", "meanwhile")
            and doc[low + 1].lower_ == ","
            and end - low < 5
        ):
            return None
        return start, end

    def _behind(self, stop: int, high: int) -> Range | None:
        texts = self._layout.texts
        while stop < high and texts[stop] in BREAKS:
            stop += 1
        return (stop, high) if high - stop > 1 else None

    def _goes_on(self, stop: int, rest: Range) -> bool:
        """Whether a clause that the phrase broke goes on behind it."""
        doc = self._layout.doc
        if self._layout.texts[stop : stop + 1] != [","]:
            return False
        first = doc[rest[0]]
        return first.tag_ in FINITE or first.lower_ in (
            "and",
            "but",
            "or",
            "with",
            "including",
        )

    def cited(self, citing: Token) -> Token | None:
        """Whom a "citing" names."""
        head = next((c for c in citing.rights if c.dep_ == "dobj"), None)
        if head is None or not self._phrases.speaks(head, strictly=False) or self._is_reason(head):
            return None
        return head

    def reasons(self, citing: Token) -> bool:
        """Whether a "citing" names a reason."""
        head = next((c for c in citing.rights if c.dep_ == "dobj"), None)
        return head is not None and self._is_reason(head)

    def _is_reason(self, head: Token) -> bool:
        """Whether somebody cites a thing as his reason, not a source: "citing the lack of progress"."""
        if self._phrases.speaks(head, strictly=True) or head.pos_ != "NOUN":
            return False
        noun = head.lemma_.lower()
        return noun in self._cues.nouns or noun in self._cues.table.reasons or noun.endswith(_ABSTRACT)
