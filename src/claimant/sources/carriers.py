"""Outlets through which words came that somebody said: "told Interfax", "said in a letter seen by Interfax".

What he said it in is no source beside him: the letter, the interview and the remarks are his own words.
"""

from __future__ import annotations

from spacy.tokens import Token

from claimant.sources.cues import Cues
from claimant.sources.finding import Finding
from claimant.sources.layout import Layout
from claimant.sources.phrase import LEFT, Phrases
from claimant.sources.provenance import Provenance

_BEFORE = frozenset({"to", "with", "in", "on", "by", "through", "via", "for"})
_FARTHEST = 25
_STOPS = frozenset({".", ";", ":", "?", "!"})


class Carriers:
    """Finds the outlets in a reporting clause."""

    def __init__(self, layout: Layout, phrases: Phrases, provenance: Provenance, cues: Cues) -> None:
        self._doc = layout.doc
        self._layout = layout
        self._phrases = phrases
        self._provenance = provenance
        self._cues = cues

    def of(self, finding: Finding) -> list[Token]:
        """The heads of the outlets that carry a statement, in the order of the text."""
        verb = finding.verb
        if verb is None or verb.pos_ not in ("VERB", "AUX") or not finding.heads:
            return []
        start, end = self._behind(finding, verb)
        found = self._outlets(start, end, finding)
        return found or self._opening(finding, verb) or self._between(finding, verb)

    def _behind(self, finding: Finding, verb: Token) -> tuple[int, int]:
        """The rest of the reporting clause: up to the content, or to its end."""
        high = min(self._layout.sentence(verb.i)[1], verb.i + _FARTHEST)
        starts = [a for a, _ in finding.pieces if a > verb.i]
        high = min([high, *starts])
        quotation = self._layout.quotation(verb.i)
        for i in range(verb.i + 1, high):
            text = self._doc[i].text
            if text in _STOPS or (self._layout.quotation(i) is not quotation):
                return verb.i + 1, i
            if text == "," and not self._goes_on(i + 1, high):
                return verb.i + 1, i
        return verb.i + 1, high

    def _goes_on(self, i: int, high: int) -> bool:
        """Whether a clause goes on behind a comma with "seen by Interfax" or "which the daily printed"."""
        if i >= high:
            return False
        token = self._doc[i]
        told = token.lemma_ in self._cues.farther or token.lower_ in self._cues.farther
        return token.lower_ == "which" or (token.tag_ in ("VBN", "VBD") and told)

    def _opening(self, finding: Finding, verb: Token) -> list[Token]:
        """ "In an interview with Interfax, …", "Speaking to Interfax, …" at the head of the sentence."""
        low, _ = self._layout.sentence(verb.i)
        first = self._doc[low]
        if verb.i - low > _FARTHEST or any(a <= low < b for a, b in finding.pieces):
            return []
        if first.lower_ not in ("in", "on") and first.lower_ not in self._cues.table.voicing:
            return []
        comma = next((i for i in range(low, verb.i) if self._doc[i].text == ","), None)
        head = finding.heads[0].i
        return self._outlets(low, comma, finding) if comma is not None and comma < max(head, verb.i) else []

    def _between(self, finding: Finding, verb: Token) -> list[Token]:
        """ "The envoy, in an interview with Interfax, accused …": between commas before the verb."""
        comma = self._phrases.span(finding.heads[-1])[1]
        if comma + 2 >= verb.i or verb.i - comma > _FARTHEST or self._doc[comma].text != ",":
            return []
        first = self._doc[comma + 1].lower_
        if first not in ("in", "on") and first not in self._cues.table.voicing:
            return []
        return self._outlets(comma + 1, verb.i, finding)

    def _outlets(self, start: int, end: int, finding: Finding) -> list[Token]:
        found: list[Token] = []
        own = {i for h in finding.heads for i in range(*self._phrases.span(h))}
        i = start
        while i < end:
            token = self._doc[i]
            head = self._outlet(token, end)
            if head is None or head.i in own:
                i += 1
                continue
            first, after = self._phrases.span(head)
            if first <= i and self._carries(first, token, finding, end):
                found.extend(h for h in self._phrases.joined(head) if self._phrases.is_outlet(h))
            i = max(i + 1, after)
        return found

    def _outlet(self, token: Token, end: int) -> Token | None:
        """The outlet that a token belongs to; for "the BBC's Lena Ito", the BBC."""
        if token.pos_ not in ("NOUN", "PROPN"):
            return None
        head = token
        while head.dep_ in LEFT and head.i < head.head.i < end:
            head = head.head
        if self._phrases.is_outlet(head):
            bare = head.lower_ in ("television", "radio", "tv") and head.left_edge.i == head.i
            return None if bare else head
        return token if token.dep_ == "poss" and self._phrases.is_outlet(token) else None

    def _carries(self, first: int, token: Token, finding: Finding, end: int) -> bool:
        """Whether an outlet stands where it carries what is said: told so, or behind "to", "in", "by" …"""
        verb = finding.verb
        before = self._doc[first - 1]
        if verb is not None and first == verb.i + 1:
            return True
        if before.lower_ == "for":
            # "in a piece for the daily", but not "a reporter for the daily"
            return first > 1 and self._doc[first - 2].lemma_.lower() in self._cues.table.vehicles
        if before.lower_ in _BEFORE or (before.lower_ in ("and", "or") and token.dep_ == "conj"):
            return True
        # "in a letter that the daily printed"
        after = self._phrases.span(token)[1]
        shifted = before.lower_ in ("that", "which") and after < end
        return shifted and self._doc[after].lemma_ in self._cues.farther
