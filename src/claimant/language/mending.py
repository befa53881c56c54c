"""What the parser hangs on the wrong verb: a pipeline component that hangs it on the right one."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from claimant.tables import word_list

# Verbs of coming, going and meeting: no clause with "that" hangs on them.
_COMING = word_list("language", "coming")
_SAME_IN_PAST = word_list("language", "same_in_past")
_OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "mark"})
_FARTHEST = 5


@Language.component("claimant_mending")
def mend(doc: Doc) -> Doc:
    """Hang contents on who said them, and second main verbs on the first."""
    for token in doc:
        if token.dep_ == "ccomp":
            _content(token)
        elif token.dep_ == "conj" and token.tag_ in ("VBD", "VBZ"):
            _main_verb(token)
    return doc


def _content(clause: Token) -> None:
    """ "promised on leaving *that her country would lend money*": whoever comes and goes says nothing."""
    coming = clause.head
    if coming.dep_ != "pcomp" or coming.lemma_ not in _COMING:
        return
    above = coming.head.head
    if above.pos_ == "VERB" and coming.head.i > above.i:
        if any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.lefts):
            clause.head = above


def _main_verb(verb: Token) -> None:
    """ "asked Lima to withdraw and *closed* the border": a finite verb is joined to the finite one."""
    first = verb.head
    if first.tag_ not in ("VB", "VBG") or verb.lower_ in _SAME_IN_PAST:
        return
    if any(c.dep_ in _OWN and c.i > first.i for c in verb.lefts):
        return
    above = first
    for _ in range(_FARTHEST):
        if above.head.i == above.i or above.dep_ == "relcl":
            return
        above = above.head
        if above.tag_ == verb.tag_ and above.pos_ in ("VERB", "AUX"):
            break
    else:
        return
    if above.i > first.i or above.sent.start != verb.sent.start:
        return
    joint = next((c for c in reversed(list(first.rights)) if c.dep_ == "cc" and c.i < verb.i), None)
    verb.head = above
    if joint is not None:
        joint.head = above
