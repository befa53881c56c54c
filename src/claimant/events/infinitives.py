"""What stands with a verb as a phrase: "to leave", "to stand trial", "together"."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.language import Clause


def jointly(clause: Clause) -> set[str]:
    """The "together" of a clause, wherever the parser hangs it: "clear mines *together* off Batumi"."""
    verb = clause.verb
    for token in verb.subtree:
        if token.lower_ not in ("together", "jointly") or token.dep_ not in ("advmod", "advcl"):
            continue
        head = token.head
        if head.i == verb.i or (head.head.i == verb.i and head.dep_ in ("prep", "dobj", "npadvmod", "agent")):
            return {token.lower_}
    return set()


def to_leave(verb: Token) -> bool:
    """ "told the envoy *to leave*", "gave them 48 hours *to quit the country*"."""
    if verb.lemma_ not in ("leave", "depart", "quit", "go") or not any(c.lower_ == "to" for c in verb.lefts):
        return False
    objects = [c.lemma_.lower() for c in verb.rights if c.dep_ == "dobj"]
    return not objects or objects[0] in ("country", "kingdom", "republic", "soil", "capital", "territory")


def to_be_tried(verb: Token) -> bool:
    """ "sent him to Belgium *to stand trial*", "flew them to Rome *to be tried*"."""
    if not any(c.lower_ == "to" for c in verb.lefts):
        return False
    return verb.lower_ == "tried" or (
        verb.lemma_ in ("stand", "face")
        and any(c.lemma_ in ("trial", "justice", "judge") for c in verb.rights)
    )


def told_to_do(clause: Clause) -> bool:
    """Whether somebody is told to do something or that he must, not only that something is so."""
    below = [c for c in clause.verb.rights if c.dep_ in ("xcomp", "ccomp", "advcl")]
    return any(a.tag_ == "TO" or a.lower_ in ("must", "should", "ought") for c in below for a in c.lefts)
