"""What stands beside a source's noun: others joined to it, and numbers."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.language.mentions import Mention
from claimant.sources.stretch import BELONGING

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def apart(first: Token, other: Token, mention: Mention | None) -> bool:
    """Whether a joined noun names somebody else, and not the same one or a place of the first's.

    `mention` is who is meant by the first.
    """
    if other.pos_ not in NOMINAL or other.tag_ == "WP":
        return False
    if mention is not None and other.i < mention.end and mention.kind != "pair":
        return False
    own = any(c.dep_ in ("det", "poss", "amod", "compound", "nummod") for c in other.lefts)
    if other.pos_ == "PROPN":
        behind = first.nbor(1) if first.i + 1 < len(first.doc) else first
        return own or behind.lower_ not in BELONGING
    # "his friend and colleague" is one man
    held = any(c.dep_ in ("det", "poss") for c in first.lefts)
    return own or not held or other.tag_ == "NNS"


def counted(head: Token) -> bool:
    """Whether a number stands with a noun: "ten minutes", but not "the minutes of the meeting"."""
    return any(c.dep_ == "nummod" or c.pos_ == "NUM" or c.lower_ in ("few", "some") for c in head.lefts)
