"""Quotations that a cue leads up to."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.sources.layout import Layout, Quotation
from claimant.sources.stretch import Range

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def quotation_after(verb: Token, end: int, high: int, layout: Layout) -> Range | None:
    """A quotation that the cue leads up to: `he said: "…"`, `told reporters on Friday, "…"`."""
    if layout.quotation(verb.i) is not None:
        return None
    texts, doc = layout.texts, verb.doc
    for i in range(end, high):
        quotation = layout.quotation(i)
        if quotation is not None:
            led = texts[i - 1] in (":", ",") or i == end
            if (
                quotation.start != i
                or not (led or quotation.full)
                or not (quotation.full or (led and i - end < 4))
            ):
                return None
            return to_sentence_end(quotation, verb, layout)
        token = doc[i]
        if token.tag_ in FINITE or token.tag_ == "VBG" or token.lower_ in ("that", "whether"):
            return None
        if texts[i] == ":" and i + 1 < high and layout.quotation(i + 1) is None:
            return i + 1, high
    if texts[high - 1] == ":" and high == layout.paragraph(verb.i)[1]:
        return _next_paragraph(verb, layout)
    return None


def _next_paragraph(verb: Token, layout: Layout) -> Range | None:
    """What an introducing paragraph leads up to: "The governor added:", and the quotation below."""
    number = layout.paragraph_number(verb.i) + 1
    if number >= len(layout.paragraphs):
        return None
    start, end = layout.paragraphs[number]
    quotation = layout.quotation(start)
    return (quotation.start, quotation.end) if quotation is not None and quotation.full else (start, end)


def to_sentence_end(quotation: Quotation, verb: Token, layout: Layout) -> Range:
    """A quotation, with the rest of its sentence where the sentence goes on beyond it."""
    last = quotation.end - 2 if quotation.closed else quotation.end - 1
    if layout.texts[last] in (".", "!", "?", ",") or (
        quotation.full and quotation.end - quotation.start > 25
    ):
        return quotation.start, quotation.end
    _, high = layout.sentence(quotation.end - 1)
    return quotation.start, max(quotation.end, high if high - quotation.end < 40 else quotation.end)
