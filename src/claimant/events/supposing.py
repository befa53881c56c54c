"""What is only supposed ("Suppose that Oslo had fired"), and what is made to depend on something."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.events.status_rules import Found
from claimant.record import Excerpt, Status
from claimant.tables import word_list

_SUPPOSING = word_list("events", "supposing")
_BEFORE = frozenset({"let", "us", "'s", "just", "now", "but", "and", "or", "so"})
_DEPENDENT = frozenset({"conditional", "contingent", "dependent"})
_ENDS = frozenset({":", ";", "?", "—"})


def supposed(token: Token, found: Found) -> None:
    """Behind "Suppose that …" or "Imagine …" at the head of a sentence, nothing is told as done."""
    for first in token.sent[:6]:
        if first.lower_ in _SUPPOSING:
            break
        if first.lower_ not in _BEFORE and not first.is_punct:
            return
    else:
        return
    if first.i >= token.i or any(
        c.dep_ == "nsubj" and c.i < first.i and c.lower_ not in _BEFORE for c in first.lefts
    ):
        return
    if any(c.dep_ == "dobj" for c in first.rights):
        # "Imagine the relief when Chad freed him"
        return
    if not any(t.text in _ENDS for t in token.doc[first.i : token.i]):
        found.add(Status.HYPOTHETICAL, "supposed", first)


def made_conditional(token: Token, found: Found) -> None:
    """ "made its consent to talks *conditional on* a new law"."""
    sentence = token.sent
    doc = token.doc
    word = next(
        (
            t
            for t in doc[token.i + 1 : sentence.end - 1]
            if t.lower_ in _DEPENDENT and t.nbor(1).lower_ in ("on", "upon")
        ),
        None,
    )
    if word is None:
        return
    verbs = [
        t
        for t in doc[sentence.start : word.i]
        if t.pos_ == "VERB" and t.tag_ in ("VB", "VBD", "VBN", "VBP", "VBZ")
    ]
    if not verbs or verbs[-1].lemma_ != "make" or verbs[-1].i > token.i:
        return
    end = word.nbor(1).right_edge.i + 1
    while end > word.i + 2 and doc[end - 1].is_punct:
        end -= 1
    span = doc[word.i + 1 : end]
    found.condition = Excerpt(text=span.text, start=span.start_char, end=span.end_char)
    found.add(Status.CONDITIONAL, "made conditional", word)
