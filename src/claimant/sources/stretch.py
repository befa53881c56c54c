"""Stretches of tokens: how far a cue reaches, and where content begins and ends."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.sources.layout import Layout
from claimant.tables import word_list

Range = tuple[int, int]

_OUTER_MARKS = frozenset({",", "[", "(", ";", ":", ".", "-", "–", "—", "--", "―", "_", "?", "!"})
_FARTHEST = 400  # tokens; no sentence is so long, but a text without full stops may be
BELONGING = word_list("sources", "belonging")
DEEPEST = 8  # how many phrases joined or nested in a phrase are followed
_CLOSERS = {")": "(", "]": "["}


def bounds(token: Token, layout: Layout) -> Range:
    """The stretch in which a cue's content can stand: its sentence, or its part of a quotation.

    A reporting clause that closes the sentence is no part of it.
    """
    low, high = layout.sentence(token.i)
    comma = layout.closed.get(low, -1)
    if token.i < comma:
        high = comma
    low, high = max(low, token.i - _FARTHEST), min(high, token.i + _FARTHEST)
    quotation = layout.quotation(token.i)
    if quotation is not None:
        low = max(low, quotation.start + 1)
        high = min(high, quotation.end - 1 if quotation.closed else quotation.end)
    return low, high


def _cut_according(start: int, end: int, texts: list[str]) -> int:
    """Where content ends that an "according to" at the sentence's end closes."""
    for i in range(end - 2, start + 2, -1):
        if texts[i] == "according" and texts[i - 1] == ",":
            behind = [texts[j + 1].lower() for j in range(i, end - 1) if texts[j] == ","]
            # "…, according to an aide, who declined to be named": the clause is the aide's
            return i - 1 if not behind or behind[0] in ("who", "which") else end
    return end


def tidy(piece: Range, verb: Token, layout: Layout) -> Range | None:
    """A stretch with whole quotations, without the marks at its edges that belong to the sentence."""
    start, end = piece
    texts = layout.texts
    own = layout.quotation(verb.i)
    if "according" in texts[start:end] and start > verb.i:
        end = _cut_according(start, end, texts)
    while start < end and (texts[start] in _OUTER_MARKS or texts[start].isspace()):
        start += 1
    first = layout.quotation(start)
    if first is not None and first is not own and first.start < start:
        start = first.start
    last = layout.quotation(end - 1)
    if last is not None and last is not own and last.start >= start and last.end > end:
        end = last.end
    while end > start and layout.quotation(end - 1) in (None, own):
        unopened = texts[end - 1] in _CLOSERS and _CLOSERS[texts[end - 1]] not in texts[start:end]
        if texts[end - 1] not in _OUTER_MARKS and not texts[end - 1].isspace() and not unopened:
            break
        end -= 1
    return (start, end) if end > start else None


def whole(head: Token, end: int, stop: int) -> int:
    """Where a name that ends at `end` ends with its apposition or clause: "Lena Ito, a pilot who saw it"."""
    doc = head.doc
    comma = end < stop and doc[end].text == ","
    start = end + comma
    for child in head.rights if start < stop else ():
        belongs = (child.dep_ == "appos" and comma) or (
            child.dep_ == "relcl" and doc[start].lower_ in ("who", "which", "that", "whose", "whom")
        )
        if child.left_edge.i == start and belongs and not any(t.is_quote for t in child.subtree):
            return min(stop, child.right_edge.i + 1)
    return end


def within(preposition: Token, depth: int = 0) -> int:
    """Where a prepositional phrase ends, without relative clauses and asides."""
    end = preposition.i + 1
    for child in preposition.rights:
        if child.dep_ == "pobj":
            end = _phrase_end(child, depth)
    return end


def _phrase_end(head: Token, depth: int) -> int:
    end = head.i + 1
    if depth > DEEPEST:
        return end
    for child in head.rights:
        if child.left_edge.i > end:
            break
        if child.dep_ == "prep" and child.i == end and child.lower_ in BELONGING:
            end = max(end, within(child, depth + 1))
        elif child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"):
            end = max(end, _phrase_end(child, depth + 1))
        elif child.dep_ in ("cc", "case", "nummod"):
            end = max(end, child.i + 1)
    return end
