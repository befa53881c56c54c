"""Where a report's sentences, paragraphs and quotations begin and end, in tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claimant.language.mentions import Mentions

# Opening mark → the marks that close it.
_CURLY = {"“": ("”",), "„": ("“", "”"), "«": ("»",), "‘": ("’",), "`": ("''", "'", "´")}
_STRAIGHT = {'"': ('"',), "``": ("''",), "''": ("''",), "'": ("'",), "”": ("”",)}
# Typists mix the two: “A quotation."
_MIXED = {"“": ('"', "''"), '"': ("”",), "``": ("”", '"')}
QUOTE_MARKS = frozenset({*_CURLY, *_STRAIGHT, "’", "»", "´"})
STOPS = frozenset({".", ",", "!", "?", "…", "...", ";", "—", "--", "?!"})


@dataclass(slots=True)
class Quotation:
    """Tokens in quotation marks, the marks included.

    Attributes:
        start, end: Token indices, end exclusive.
        closed: Whether a closing mark was found before the paragraph's end.
        full: Whether whole sentences are quoted, not a phrase.
        continues: Whether it takes up the unclosed quotation of the paragraph before.
        used: Whether it has been given to a source.
    """

    start: int
    end: int
    closed: bool = True
    full: bool = False
    continues: bool = False
    used: bool = False


class Layout:
    """The sentences, paragraphs and quotations of one report.

    Attributes:
        text: The report's text, and
        texts: its tokens.
        paragraphs: Token ranges, without the line breaks between them.
        sentences: The same for sentences; none reaches over a paragraph's end.
        quotations: In order, none within another.
        closed: First token of a sentence → the comma behind which only a reporting clause follows.
    """

    def __init__(self, mentions: Mentions, skipped: Sequence[tuple[int, int]] = ()) -> None:
        self.doc = doc = mentions.doc
        self.text = mentions.text
        self.texts = [t.text for t in mentions.tokens]
        self._skipped = sorted(skipped)
        self.paragraphs: list[tuple[int, int]] = []
        self.sentences: list[tuple[int, int]] = []
        self.numbers: list[int] = []
        self.quotations: list[Quotation] = []
        self.closed: dict[int, int] = {}
        self._split()
        self._starts = [start for start, _ in self.sentences]
        self._paragraph_starts = [start for start, _ in self.paragraphs]
        self._quotation_at = [-1] * len(doc)
        unclosed = False
        for start, end in self.paragraphs:
            unclosed = self._find_quotations(start, end, unclosed)
        self._quotation_starts = [q.start for q in self.quotations]
        for number, quotation in enumerate(self.quotations):
            self._quotation_at[quotation.start : quotation.end] = [number] * (quotation.end - quotation.start)

    def sentence(self, token: int) -> tuple[int, int]:
        """The sentence of a token."""
        return self.sentences[max(0, bisect_right(self._starts, token) - 1)]

    def number(self, token: int) -> int:
        """The number of a token's sentence in spaCy's count."""
        return self.numbers[max(0, bisect_right(self._starts, token) - 1)]

    def paragraph(self, token: int) -> tuple[int, int]:
        """The paragraph of a token."""
        return self.paragraphs[self.paragraph_number(token)]

    def paragraph_number(self, token: int) -> int:
        """The number of a token's paragraph, from 0."""
        return max(0, bisect_right(self._paragraph_starts, token) - 1)

    def quotation(self, token: int) -> Quotation | None:
        """The quotation that a token stands in or delimits."""
        if not 0 <= token < len(self._quotation_at):
            return None
        number = self._quotation_at[token]
        return self.quotations[number] if number >= 0 else None

    def quotations_in(self, start: int, end: int) -> list[tuple[int, Quotation]]:
        """The quotations that begin between two tokens, with their numbers."""
        low, high = bisect_left(self._quotation_starts, start), bisect_left(self._quotation_starts, end)
        return list(enumerate(self.quotations[low:high], low))

    def skipped(self, token: int) -> bool:
        """Whether a token stands in a stretch that is no report text."""
        if not self._skipped:
            return False
        offset = self.doc[token].idx
        return any(start <= offset < end for start, end in self._skipped)

    def _split(self) -> None:
        doc, texts = self.doc, self.texts
        begun = 0
        for i, text in enumerate(texts):
            if "\n" in text and text.isspace():
                if begun < i:
                    self.paragraphs.append((begun, i))
                begun = i + 1
        if begun < len(doc):
            self.paragraphs.append((begun, len(doc)))
        paragraphs = iter([*self.paragraphs, (len(doc) + 1, len(doc) + 1)])
        low, high = next(paragraphs)
        for number, sentence in enumerate(doc.sents):
            start = sentence.start
            while start < sentence.end:
                while high <= start:
                    low, high = next(paragraphs)
                left, right = max(start, low), min(sentence.end, high)
                while left < right and texts[left].isspace():
                    left += 1
                if left < right and self._continues(left):
                    self.sentences[-1] = (self.sentences[-1][0], right)
                elif left < right:
                    self.sentences.append((left, right))
                    self.numbers.append(number)
                start = max(right, start + 1)
        if not self.sentences:
            self.paragraphs, self.sentences, self.numbers = [(0, len(doc))], [(0, len(doc))], [0]

    def _continues(self, start: int) -> bool:
        """Whether the parser cut a sentence in two here: before a comma, or behind an abbreviation."""
        if not self.sentences or self.sentences[-1][1] != start:
            return False
        first, last = self.texts[start], self.texts[start - 1]
        return first in (",", ";", ")") or (first[0].islower() and last not in STOPS | QUOTE_MARKS | {":"})

    def _find_quotations(self, start: int, end: int, unclosed: bool) -> bool:
        """Pair the marks of a paragraph; whether its last quotation goes on in the next."""
        texts = self.texts
        opened: int | None = None
        closing: tuple[str, ...] = ()
        continues = False
        i = start
        while i < end:
            text = texts[i]
            if text not in QUOTE_MARKS:
                i += 1
                continue
            if opened is None:
                mark = self._opens(i, start, end)
                if mark:
                    opened, closing = i, self._mates(i, mark, end)
                    continues = unclosed and i <= start + 1
            elif text in closing and self._closes(i, end):
                self._add(opened, i + 1, True, continues)
                opened = None
            i += 1
        if opened is not None and texts[opened] not in ("'", "‘"):
            self._add(opened, end, False, continues)
            return True
        return False

    def _opens(self, i: int, start: int, end: int) -> tuple[str, ...]:
        """The marks that would close what opens here; none if nothing does."""
        text = self.texts[i]
        if i + 1 >= end:
            return ()
        before = self.texts[i - 1]
        after_space = (
            i == start or bool(self.doc[i - 1].whitespace_) or before in "([-–—:--" or before.isspace()
        )
        if not after_space or (self.doc[i].whitespace_ and text in ("'", "‘", '"', "''")):
            return ()
        if text in _CURLY:
            return _CURLY[text]
        if text == "'" and not any(
            t == "'" and self._closes(i + 2 + k, end)
            for k, t in enumerate(self.texts[i + 2 : min(end, i + 60)])
        ):
            return ()
        return _STRAIGHT.get(text, ())

    def _mates(self, i: int, marks: tuple[str, ...], end: int) -> tuple[str, ...]:
        """The marks that close what opens here: those of the other kind, where its own come too late."""
        mixed = _MIXED.get(self.texts[i], ())
        for text in self.texts[i + 1 : end] if mixed else ():
            if text in marks:
                return marks
            if text == self.texts[i]:
                break
            if text in mixed and text == "”":
                return mixed
        own = any(text in marks for text in self.texts[i + 1 : end])
        return marks if own or not mixed else mixed

    def _closes(self, i: int, end: int) -> bool:
        text = self.texts[i]
        if text not in ("'", "’"):
            return True
        token = self.doc[i]
        ends_word = i + 1 >= end or bool(token.whitespace_) or not self.texts[i + 1][0].isalnum()
        return ends_word and (token.tag_ != "POS" or self.texts[i - 1] in STOPS)

    def _add(self, start: int, end: int, closed: bool, continues: bool) -> None:
        texts = self.texts
        inner = end - 2 if closed else end - 1
        long = end - start >= 5
        full = not closed or (long and (texts[inner] in STOPS or texts[start + 1][0].isupper()))
        full = full or (
            end < len(texts) and texts[end] in (",",) and end - start >= 7 and texts[start + 1][0].isupper()
        )
        self.quotations.append(Quotation(start, end, closed, full, continues))
