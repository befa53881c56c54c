"""The content ahead of a reporting clause, and on both sides of one that breaks into it."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.sources.content import BREAKS
from claimant.sources.cues import Cues
from claimant.sources.layout import Layout
from claimant.sources.quoted import FINITE, to_sentence_end
from claimant.sources.stretch import Range, bounds
from claimant.tables import word_list

_SUBORDINATE = word_list("sources", "subordinators")
_GOES_ON = word_list("sources", "going_on")


def before(verb: Token, first: int, layout: Layout, *, free: bool) -> Range | None:
    """The content ahead of a reporting clause that begins at `first`.

    Args:
        verb: The cue.
        first: Where the reporting clause begins.
        layout: The report's layout.
        free: Whether nothing stands behind the cue: then a comma is enough.
    """
    low, _ = bounds(verb, layout)
    last = first - 1
    inside = layout.quotation(verb.i)
    quotation = layout.quotation(last)
    if quotation is None and last - 1 >= 0 and layout.texts[last] in BREAKS:
        quotation = layout.quotation(last - 1)
    if (
        quotation is not None
        and quotation is not inside
        and (quotation.full or free)
        and quotation.end >= last
    ):
        if quotation.end <= last and layout.texts[last] not in BREAKS:
            return None
        inner = layout.texts[quotation.end - 2] if quotation.closed else ""
        own_sentence = inner == "." and first != verb.i and quotation.end == first
        named = (
            not free and quotation.start > low and layout.texts[quotation.start - 1] not in (",", ":", "—")
        )
        if own_sentence or named:
            # `… "reckless." Seoul said …` and `In "Face the Nation," he said …`
            return None
        start = quotation.start
        begun, _ = layout.sentence(start)
        if (
            begun < start
            and not quotation.full
            and layout.paragraph_number(begun) == layout.paragraph_number(start)
        ):
            start = begun
        elif low < start and layout.sentence(start)[0] == layout.sentence(verb.i)[0]:
            start = low
        return start, quotation.end
    if last <= low:
        return None
    if not free or layout.texts[last] not in BREAKS or layout.texts[last] == ";" or last - low < 2:
        return None
    if verb.dep_ in ("relcl", "acl") or _in_subordinate(verb):
        return None
    _, high = bounds(verb, layout)
    own = [c for c in verb.lefts if c.dep_ in ("ccomp", "parataxis", "dep", "conj") and c.i < last]
    if own or (any(t.tag_ in FINITE for t in verb.doc[low:last]) and not _opens_aside(verb, low, last)):
        return low, last
    _, high = bounds(verb, layout)
    # "No comment, he said."
    short = high - verb.i <= 2 and low + 1 < last and verb.doc[low].lower_ not in _SUBORDINATE
    return (low, last) if short else None


def as_told(first: int, end: int, layout: Layout) -> list[Range]:
    """What is told around a clause with "as": "As the envoy put it, the talks are dead".

    Args:
        first: Where whoever says so begins.
        end: The token behind the cue's words.
        layout: The report's layout.
    """
    low, high = layout.sentence(first)
    texts = layout.texts
    as_ = first - 1
    if as_ < low or texts[as_].lower() != "as" or (as_ > low and texts[as_ - 1] not in BREAKS):
        return []
    comma = next((i for i in range(end, high) if texts[i] == "," and layout.quotation(i) is None), high)
    pieces = [(low, as_ - 1)] if as_ - 1 > low else []
    if high - comma > 2:
        pieces.append((comma + 1, high))
    return pieces


def _opens_aside(verb: Token, low: int, last: int) -> bool:
    """Whether what stands before a comma is no clause of its own: "In his book, …", "When he left, …"."""
    doc = verb.doc
    ahead = [t for t in doc[low:last] if t.tag_ in FINITE]
    return all(
        _above(t, verb, low)
        in ("advcl", "prep", "relcl", "pcomp", "acl", "npadvmod", "advmod", "mark", "nsubj")
        for t in ahead
    )


def _above(token: Token, verb: Token, low: int) -> str:
    """How the branch that holds a token hangs on the cue."""
    while token.head.i != token.i and token.head.i != verb.i:
        token = token.head
    return token.dep_ if token.head.i == verb.i else ""


def broken_clause(
    verb: Token, first: int, head: Token, end: int, layout: Layout, found: Range | None
) -> list[Range]:
    """The two parts of a clause that a reporting clause breaks: "The test, Seoul said, was the third"."""
    low, high = bounds(verb, layout)
    last = first - 1
    if last <= low or layout.texts[last] != "," or layout.quotation(last - 1) is not layout.quotation(verb.i):
        return []
    stop = _end_of_clause(verb, head, end, high)
    if stop >= high - 2 or layout.texts[stop] != "," or (found is not None and found[0] != stop + 1):
        return []
    doc = verb.doc
    rest = (stop + 1, high)
    quotation = layout.quotation(stop + 1)
    if quotation is not None and quotation.full and layout.quotation(low) is not quotation:
        return []  # `Asked about it, he said, “We wait.”`
    opener = doc[low + (doc[low].lower_ == "even")].lower_
    if opener in _SUBORDINATE or not any(t.tag_ in FINITE for t in doc[low:last]):
        return [(low, last), rest]
    if doc[last - 1].lower_ in ("which", "who", "that"):
        return [(last - 1, last), rest]
    if doc[last - 1].lower_ in ("and", "but", "or") and not any(
        t.dep_ == "nsubj" for t in doc[last - 3 : last]
    ):
        return [rest]
    return []


def _in_subordinate(verb: Token) -> bool:
    marks = {c.lower_ for c in verb.lefts if c.dep_ in ("mark", "advmod")}
    return verb.dep_ == "advcl" and bool(marks & _SUBORDINATE)


def around(verb: Token, head: Token, end: int, layout: Layout, cues: Cues) -> list[Range]:
    """What goes on behind a reporting clause that breaks into its content.

    "The offer had been made twice, the paper said, but had been brushed off."
    """
    _, high = bounds(verb, layout)
    texts = layout.texts
    i = _end_of_clause(verb, head, end, high)
    if i >= high - 1 or texts[i] not in BREAKS:
        return []
    start = i + 1
    quotation = layout.quotation(start)
    if quotation is not None and quotation.start == start and quotation is not layout.quotation(verb.i):
        return [to_sentence_end(quotation, verb, layout)]
    if texts[start].lower() not in _GOES_ON or high - start < 2:
        return []
    rest = verb.doc[start:high]
    if any(t.tag_ in FINITE | {"VBG"} and t.lemma_ in cues.verbs and _spoken(t) for t in rest):
        return []
    return [(start, high)]


def _spoken(verb: Token) -> bool:
    """Whether a verb has a subject of its own that is no pronoun of the content."""
    return verb.tag_ == "VBG" or any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.lefts)


def _end_of_clause(verb: Token, head: Token, end: int, high: int) -> int:
    """Where "a source told reporters on Friday, citing a letter" ends."""
    last = max(end, verb.i + 1)
    if head.i >= last and head.head.i == verb.i:
        last = max(last, min(high, head.right_edge.i + 1))
    for child in verb.rights:
        if child.i < last or child.is_punct:
            continue
        near = child.left_edge.i <= last
        if near and child.dep_ in ("dobj", "dative", "prep", "npadvmod", "advmod", "nsubj", "prt"):
            last = min(high, child.right_edge.i + 1)
        elif child.dep_ == "advcl" and child.lower_ in ("citing", "quoting"):
            last = min(high, _end_of_citing(child, high))
    return last


def _end_of_citing(citing: Token, high: int) -> int:
    """The end of "citing diplomatic sources in two capitals": up to the next comma."""
    for token in citing.doc[citing.i + 1 : high]:
        if token.text in (",", ";"):
            return token.i
    return high
