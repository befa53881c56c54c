"""What actors/ asks of the grammar: who is subject above a word, what is joined, what "the" marks."""

from __future__ import annotations

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod"})


def joined(head: Token) -> list[Token]:
    """The head and what follows it by "and", "or" or commas."""
    found = [head]
    for token in found:
        found.extend(c for c in token.rights if c.dep_ == "conj")
    return found


def is_subject(token: Token) -> bool:
    """Whether a word is a subject, alone or joined to one."""
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ in SUBJECTS


def phrase_start(token: Token) -> int:
    """Where the phrase begins whose head this is: at the determiner or first modifier."""
    lefts = [c.left_edge.i for c in token.lefts if c.dep_ in ("det", "amod", "nummod", "compound", "predet")]
    return min([token.i, *lefts])


def definite(token: Token) -> bool:
    """Whether "the", "this" or "that" stands before the noun."""
    return any(c.lower_ in ("the", "this", "that", "these", "those") for c in token.lefts)


def subjects_above(token: Token) -> list[Token]:
    """Subjects of the clauses that hold the token, nearest first, that stand before it."""
    found: list[Token] = []
    node = token
    for _ in range(12):
        head = node.head
        if head.i == node.i:
            break
        for child in head.children:
            if child.dep_ in SUBJECTS and child.i < token.i and child.i != node.i and child.pos_ != "PRON":
                found.append(child)
        node = head
    return found


def subject_below(token: Token) -> Token | None:
    """The subject behind a fronted phrase: "During their meeting, Xi and Putin exchanged views"."""
    node = token
    for _ in range(6):
        head = node.head
        if head.i == node.i:
            return None
        if head.pos_ in ("VERB", "AUX"):
            if node.dep_ not in ("prep", "advcl", "npadvmod") or node.i > head.i:
                return None
            return next(
                (c for c in head.children if c.dep_ in SUBJECTS and c.i > token.i and c.i < head.i), None
            )
        node = head
    return None
