"""Reporting clauses that stand between commas: "The mine, a memorandum seen by the daily states, is shut."

Parsers take such a clause for an apposition, and what stands behind it for a clause of its own. So it is
read by its marks: two commas, and between them whoever says so and a verb of saying, or the other way round.
"""

from __future__ import annotations

from spacy.tokens import Token

from claimant.record import Stance
from claimant.sources.beside import NOMINAL
from claimant.sources.cues import Cue, Cues
from claimant.sources.finding import Finding
from claimant.sources.layout import Layout
from claimant.sources.phrase import Phrases
from claimant.sources.quoted import FINITE
from claimant.sources.stretch import Range
from claimant.tables import word_list

_RELATIVES = word_list("sources", "relatives")
_GOING_OFF = word_list("sources", "asides") | _RELATIVES | {"and", "but", "or", "nor", "so", "that", "yet"}
_LONGEST = 24  # tokens between the commas
_STOPS = frozenset({";", ":", ".", "?", "!", "(", ")", "–", "—", "--"})
_TIMES = frozenset({"DATE", "TIME"})


class Interposed:
    """Finds reporting clauses between commas."""

    def __init__(self, layout: Layout, phrases: Phrases, cues: Cues) -> None:
        self._doc = layout.doc
        self._layout = layout
        self._phrases = phrases
        self._verbs = cues.table.trailing | cues.table.interposing
        self._strictly = cues.table.plain

    def read(self, verb: Token, cues: list[Cue], found: Finding | None) -> Finding | None:
        """The finding of a verb between commas, where what was found holds nothing behind it.

        Args:
            verb: A verb that may be a cue.
            cues: Its cues.
            found: What other rules found.
        """
        cue = next((c for c in cues if len(c.words) == 1 and "clause" in c.group.takes), None)
        if cue is None or verb.lemma_ not in self._verbs or verb.tag_ not in FINITE | {"VBN"}:
            return found
        commas = self._commas(verb)
        if commas is None or self._layout.quotation(verb.i) is not None:
            return found
        first, last = commas
        sides = self._sides(first, last)
        head = self._head(verb, first, last)
        if sides is None or head is None:
            return found
        if found is not None and (not found.pieces or any(b > last for _, b in found.pieces)):
            return found
        return Finding(
            [head],
            (verb.i, verb.i + 1),
            sides,
            cue.group.stance if cue.group.stance is not Stance.DENIES else Stance.ASSERTS,
            False,
            f"sources: verb {cue.name!r} between commas",
            verb=verb,
        )

    def _commas(self, verb: Token) -> tuple[int, int] | None:
        """The commas around a verb's clause, which is finite once."""
        doc = self._doc
        low, high = self._layout.sentence(verb.i)
        first = next((i for i in range(verb.i - 1, max(low, verb.i - _LONGEST), -1) if self._ends(i)), None)
        last = next((i for i in range(verb.i + 1, min(high - 2, verb.i + _LONGEST)) if self._ends(i)), None)
        if first is None or last is None or doc[first].text != "," or doc[last].text != ",":
            return None
        between = doc[first + 1 : last]
        if between[0].lower_ in _GOING_OFF or any(t.dep_ == "neg" or t.tag_ == "MD" for t in between):
            return None
        related = next((t.i for t in between if t.lower_ in _RELATIVES and t.i > first + 1), last)
        verbs = [t for t in between if t.tag_ in FINITE and t.i < related and t.lemma_ not in ("have", "be")]
        return (first, last) if verbs in ([verb], []) else None

    def _ends(self, i: int) -> bool:
        return self._doc[i].text == "," or self._doc[i].text in _STOPS

    def _sides(self, first: int, last: int) -> list[Range] | None:
        """What stands on both sides of the commas: the content."""
        doc = self._doc
        low, high = self._layout.sentence(first)
        start = next((i + 1 for i in range(first - 1, low, -1) if doc[i].text in (";", ":")), low)
        while high > last and doc[high - 1].text in (".", "!", "?"):
            high -= 1
        end = next((i for i in range(last + 1, high) if doc[i].text in (";", "–", "—")), high)
        after = doc[last + 1]
        closed = self._layout.closed.get(low, high)
        if closed == last:
            return None  # "The mine is shut, a memorandum said, a clerk told Interfax"
        end = min(end, closed) if closed > last else end
        if after.lower_ in _GOING_OFF or after.tag_ == "VBG" or end - last < 3 or start >= first:
            return None
        if self._layout.quotation(first - 1) is not None or self._layout.quotation(last + 1) is not None:
            return None  # “We wait,” he said, “and hope”: the quotations tell their own
        if all(t.ent_type_ in _TIMES or t.pos_ in ("ADP", "DET") for t in doc[last + 1 : end]):
            return None
        if not any(t.pos_ in NOMINAL for t in doc[start:first]):
            return None  # "Still, the clerk said, …"
        told = [t for t in (*doc[start:first], *doc[last + 1 : end]) if t.tag_ in FINITE or t.tag_ == "MD"]
        return [(start, first), (last + 1, end)] if told else None

    def _head(self, verb: Token, first: int, last: int) -> Token | None:
        """Who speaks: the noun phrase ahead of the verb, or right behind it."""
        doc = self._doc
        ahead = [t for t in doc[first + 1 : verb.i] if t.pos_ not in ("ADV", "AUX")]
        region = doc[first + 1 : verb.i] if ahead else doc[verb.i + 1 : last]
        if not ahead and verb.i + 1 < last and region[0].pos_ in ("ADP", "SCONJ", "ADV"):
            return None
        found: Token | None = None
        for token in region:
            if token.pos_ in NOMINAL and token.tag_ not in ("WP", "WDT", "EX"):
                found = token
            elif found is not None and (token.pos_ in ("ADP", "VERB") or token.lower_ in _RELATIVES):
                break
            elif token.pos_ in ("VERB", "SCONJ", "ADP"):
                return None
        strictly = verb.lemma_ not in self._strictly
        return found if found is not None and self._phrases.speaks(found, strictly=strictly) else None
