"""Whether the name of a state or capital means its government, a place, or is part of another name."""

from __future__ import annotations

from spacy.tokens import Span, Token

from claimant.tables import word_list

# A capital or state behind these is a place; behind "to", only with a verb or noun of motion.
_PLACE_PREPOSITIONS = word_list("actors", "place_prepositions")
_MOTION = word_list("actors", "motion")
_PLACE_NOUNS = word_list("actors", "place_nouns")
_PARTS = word_list("actors", "parts_of_places")
_DIRECTIONS = word_list("actors", "directions")
# "Sea of Japan", "Indian Ocean", "Bank of China", "Kenya Airways", "New Mexico".
_IN_NAMES = word_list("actors", "waters_and_lands") | word_list("actors", "name_nouns")
_NAME_STARTS = word_list("actors", "name_starts")
# Words that tell the state of the United States from the country of the same name.
_US_STATE_WORDS = word_list("actors", "us_state_words")
_GOING_THERE = frozenset({"reach", "leave", "enter", "tour"})


def stands_for_place(head: Token, kind: str, start: int) -> bool:
    """Whether a state or capital whose name begins at `start` is where something is, not who acts.

    "talks in Beijing" and "arrived in Beijing" are places, "Beijing said", "an offer to Beijing",
    "tensions between Beijing and Tokyo" governments.
    """
    while head.dep_ == "conj":
        head = head.head
    if any(c.lower_ in _DIRECTIONS and c.i < start for c in head.lefts):
        return True
    above = head.head
    if head.dep_ == "pobj" and above.pos_ in ("ADP", "SCONJ"):
        word = above.lower_
        if word in _PLACE_PREPOSITIONS:
            return True
        if word in ("to", "from", "towards", "toward", "for"):
            return above.head.lemma_.lower() in _MOTION
        if word == "of":
            return above.head.lemma_.lower() in _PARTS
        return False
    if kind == "capital" and head.dep_ in ("compound", "nmod", "amod"):
        return above.lemma_.lower() in _PLACE_NOUNS
    if head.dep_ in ("npadvmod", "appos") and kind == "capital":
        return True
    return head.dep_ == "dobj" and above.lemma_.lower() in _GOING_THERE


def longer_name(span: Span) -> Span | None:
    """The longer name that a state's name is part of, if that means another thing than the state.

    Waters and lands ("Sea of Japan", "Indian Ocean"), namesakes ("New Mexico", "Inner Mongolia"),
    firms and contests ("Bank of China", "Kenya Airways").
    """
    doc, start, end = span.doc, span.start, span.end
    behind = doc[end] if end < len(doc) else None
    if behind is not None and behind.text[0].isupper() and behind.lower_ in _IN_NAMES:
        return doc[start : end + 1]
    first = start - 1 if start and doc[start - 1].lower_ == "the" else start
    if first > 1 and doc[first - 1].lower_ == "of":
        owner = doc[first - 2]
        if owner.text[0].isupper() and owner.lower_ in _IN_NAMES:
            return doc[first - 2 : end]
    if start and doc[start - 1].text in _NAME_STARTS and doc[start - 1].text[0].isupper():
        return doc[start - 1 : end]
    return None


def is_us_georgia(span: Span) -> bool:
    """Whether "Georgia" is in the United States: "Atlanta, Georgia", "the governor of Georgia"."""
    return span.text == "Georgia" and any(t.lemma_.lower() in _US_STATE_WORDS for t in span.root.sent)
