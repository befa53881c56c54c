"""Sources given by layout alone: headlines with a colon, transcripts, quotations that run on."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from claimant.language.mentions import Mentions
from claimant.record import Stance
from claimant.sources.cues import Cues
from claimant.sources.finding import Finding
from claimant.sources.layout import STOPS, Layout, Quotation
from claimant.sources.stretch import Range, tidy
from claimant.tables import word_list

_LONGEST_LABEL = 6
_PLACES = frozenset({"GPE", "LOC", "NORP", "EVENT", "FAC"})
_RUBRICS = word_list("sources", "rubrics")
_TOPICS = frozenset({"place", "adjective", "national", "state", "capital"})
_DASHES = frozenset({"―", "—", "–", "--", "-"})


class Speakers:
    """Finds labels: "Ito: talks will fail", "Talks will fail: envoy", "ITO: Good evening"."""

    def __init__(self, layout: Layout, mentions: Mentions, cues: Cues) -> None:
        self._layout = layout
        self._mentions = mentions
        self._cues = cues
        self._surnames = {m.name.split()[-1] for m in mentions if m.person and m.name}

    def labels(self) -> list[Finding]:
        """A finding for every paragraph that a speaker's name opens."""
        found = []
        for number, (start, end) in enumerate(self._layout.paragraphs):
            finding = self._opening(start, end, headline=number == 0)
            if number == 0:
                finding = finding or self._closing(start, end) or self._led_to(start, end)
            finding = finding or self._signature(start, end)
            if finding is not None:
                found.append(finding)
        shouted = [
            f for f in found if f.heads[0].text.isupper() and f.verb is not None and f.verb.text == ":"
        ]
        # one label in capitals is a dateline or a rubric; several are a transcript
        return found if len(shouted) != 1 else [f for f in found if f is not shouted[0]]

    def _opening(self, start: int, end: int, *, headline: bool) -> Finding | None:
        texts, doc = self._layout.texts, self._layout.doc
        first = start
        while first < end and not texts[first][0].isalnum() and first - start < 2:
            first += 1
        colon = next(
            (i for i in range(first + 1, min(end - 2, first + _LONGEST_LABEL + 1)) if texts[i] == ":"),
            None,
        )
        if colon is None or any(t.is_punct and t.text not in (".", "-", "’", "'") for t in doc[first:colon]):
            return None
        topic = next((i for i in range(first + 1, colon) if texts[i].lower() == "on"), colon)
        # "Ito on whaling: …" at the head of a report
        head = self._label(first, topic if headline else colon, headline=headline)
        if head is None:
            return None
        piece = tidy((colon + 1, end), doc[colon], self._layout)
        if piece is None:
            return None
        return _asserted(head, doc[colon], piece, "sources: label before a colon")

    def _led_to(self, start: int, end: int) -> Finding | None:
        """A headline that leads up to a quotation: "Ito scolds the bank: ‘You lied’"."""
        texts, doc = self._layout.texts, self._layout.doc
        colon = next((i for i in range(start + 2, end - 2) if texts[i] == ":"), None)
        quotation = self._layout.quotation(colon + 1) if colon is not None else None
        if colon is None or quotation is None or quotation.start != colon + 1:
            return None
        subjects = [t for t in doc[start:colon] if t.dep_ == "nsubj"]
        people = [m.head for m in self._mentions if m.person and start <= m.head.i < colon]
        head = next((t for t in subjects if self._label(t.left_edge.i, t.i + 1, headline=True)), None)
        head = head or (people[-1] if people else None)
        piece = tidy((colon + 1, end), doc[colon], self._layout)
        if head is None or piece is None:
            return None
        return _asserted(head, doc[colon], piece, "sources: headline with a quotation")

    def _closing(self, start: int, end: int) -> Finding | None:
        """A headline that ends with who says so: "Ceasefire holding: monitors", "Truce holds – monitors"."""
        texts, doc = self._layout.texts, self._layout.doc
        if texts[end - 1] == ".":
            end -= 1
        marks = (":", *_DASHES) if texts[end - 1] not in STOPS else (":",)
        colon = next((i for i in range(end - 2, max(start + 3, end - 6), -1) if texts[i] in marks), None)
        if colon is None or end - start > 25:
            return None
        head = self._label(colon + 1, end, headline=False)
        piece = tidy((start, colon), doc[colon], self._layout)
        if head is None or piece is None:
            return None
        return _asserted(head, doc[colon], piece, "sources: headline with its source")

    def _signature(self, start: int, end: int) -> Finding | None:
        """A quotation with its speaker behind a dash: “We wait.” ― Lena Ito."""
        texts, doc = self._layout.texts, self._layout.doc
        dash = next((i for i in range(end - 2, max(start, end - 10), -1) if texts[i] in _DASHES), None)
        quotation = self._layout.quotation(start)
        if dash is None or quotation is None or quotation.end != dash or not quotation.full:
            return None
        names = [t for t in doc[dash + 1 : end] if t.text[0].isalnum()]
        if not names or not all(t.text[0].isupper() for t in names):
            return None
        piece = tidy((start, dash), doc[dash], self._layout)
        if piece is None:
            return None
        return _asserted(names[-1], doc[dash], piece, "sources: signature behind a dash")

    def _label(self, start: int, end: int, *, headline: bool) -> Token | None:
        """The head of a label that names somebody who can speak."""
        doc = self._layout.doc
        tokens = [t for t in doc[start:end] if t.text[0].isalnum()]
        if tokens and tokens[-1].lower_ in _RUBRICS:
            return None
        if not tokens or any(
            t.pos_ in ("VERB", "AUX", "ADP", "SCONJ") and not t.text[0].isupper() for t in tokens
        ):
            return None
        last = tokens[-1]
        mention = self._mentions.at(last)
        if mention is not None:
            # "Iran: talks fail" has a topic before the colon, not a speaker
            return last if mention.kind not in _TOPICS and not mention.as_place else None
        if (
            last.ent_type_ in ("PERSON", "ORG")
            or self._cues.kind(last.lower_, last.lemma_.lower()) is not None
        ):
            return last
        if all(t.text.isupper() and t.is_alpha and len(t) > 1 for t in tokens) and len(tokens) <= 3:
            return last
        if headline and last.pos_ == "PROPN" and len(tokens) <= 2 and last.ent_type_ not in _PLACES:
            return last
        known = len(tokens) <= 3 and last.text in self._surnames
        return last if known or (headline and len(tokens) == 1 and self._is_name(last)) else None

    def _is_name(self, token: Token) -> bool:
        """Whether the rest of the report has a word as a name, which the parser did not see in a headline."""
        rest = self._layout.doc[token.i + 1 :]
        return any(
            t.lower_ == token.lower_ and t.pos_ == "PROPN" and t.ent_type_ not in _PLACES for t in rest
        )


def _asserted(head: Token, mark: Token, piece: Range, rule: str) -> Finding:
    """That somebody says something, shown by a mark instead of a verb."""
    return Finding([head], (mark.i, mark.i + 1), [piece], Stance.ASSERTS, False, rule, verb=mark)


def loose(layout: Layout, findings: Sequence[Finding]) -> None:
    """Give quotations without a cue to who spoke last.

    `“We wait,” said Ito. “We have time.”`: the second belongs to the first. So does a quotation
    that goes on in the next paragraph, and a paragraph that is nothing but a quotation.
    """
    owners = _owners(layout, findings)
    for number, quotation in enumerate(layout.quotations):
        if quotation.used or not quotation.full:
            continue
        finding = _owner(layout, number, quotation, owners)
        if finding is None:
            continue
        piece = tidy((quotation.start, quotation.end), layout.doc[finding.cue[0]], layout)
        if piece is not None:
            finding.pieces.append(piece)
            finding.pieces.sort()
            quotation.used = True
            owners[number] = finding


def _owners(layout: Layout, findings: Sequence[Finding]) -> dict[int, Finding]:
    """Number of a quotation → who has it; quotations with a cue of their own are used."""
    owners: dict[int, Finding] = {}
    for finding in findings:
        for start, end in finding.pieces:
            for number, quotation in layout.quotations_in(start, end):
                if layout.quotation(finding.cue[0]) is not quotation:
                    owners[number] = finding
                    quotation.used = True
    return owners


def _owner(layout: Layout, number: int, quotation: Quotation, owners: dict[int, Finding]) -> Finding | None:
    before = owners.get(number - 1)
    if before is None or layout.quotation(before.cue[0]) is not None:
        return None
    earlier = layout.quotations[number - 1]
    if not earlier.full:
        return None
    here = layout.paragraph_number(quotation.start)
    there = layout.paragraph_number(earlier.end - 1)
    if quotation.continues and not earlier.closed:
        return before
    low, high = layout.paragraph(quotation.start)
    if here == there:
        # between the two stands only the reporting clause, and the quotation begins a sentence
        begun, _ = layout.sentence(quotation.start)
        return before if quotation.start - begun <= 1 and before.cue[0] >= low else None
    alone = quotation.start <= low + 1 and quotation.end >= high - 1
    return before if alone and here == there + 1 else None
