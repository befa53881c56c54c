"""Things spoken of again that a dispute is part of: "proposed a court for Imia … shrugged the idea off"."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.disputes.definite import is_definite
from claimant.disputes.mention import DisputeMention, DisputeMentions
from claimant.disputes.parties import behind, codes_at, possessors
from claimant.language import Clauses, Mentions
from claimant.tables import word_list

_KINDS = [
    (word_list("disputes", nouns), word_list("disputes", first))
    for nouns, first in (
        ("proposals", "proposing"),
        ("requests", "requesting"),
        ("rulings", "ruling_words"),
        ("deals", "dealing"),
        ("moves", "moving"),
    )
]
_NOUNS = frozenset().union(*(nouns for nouns, _ in _KINDS))
_SAYING_WHICH = frozenset({"to", "of", "that", "for", "on", "over", "about", "between", "with", "by", "from"})


def link_things(clauses: Clauses, mentions: Mentions, found: DisputeMentions) -> None:
    """Link "the idea", "the offer", "the award" to the dispute of what was proposed, asked or ruled last."""
    for token in mentions.tokens if found.all else ():
        lemma = token.lemma_.lower()
        if lemma not in _NOUNS or token.pos_ != "NOUN" or found.at(token) is not None:
            continue
        if not is_definite(token) or _says_which(token):
            continue
        for nouns, first in _KINDS:
            if lemma in nouns:
                source = _told_first(token, first)
                inside = found.below(source) if source is not None else []
                ids = tuple(dict.fromkeys(d for m in inside if m.end <= token.i for d in m.disputes))
                if ids and source is not None:
                    rule = f"disputes: {token.text!r} is what {source.text!r} told"
                    by = frozenset(_tellers(source, clauses, mentions))
                    found.add(
                        DisputeMention(
                            token.i, token.i + 1, token, ids, rule, place=False, text=token.text, by=by
                        )
                    )


def _tellers(source: Token, clauses: Clauses, mentions: Mentions) -> list[str]:
    """Who proposed, asked or ruled: the subject of a verb, the owner of a noun."""
    clause = clauses.at(source)
    if clause is not None:
        return codes_at(clause.agents if clause.passive else clause.subjects, mentions)
    return codes_at([*possessors(source), *behind(source, "by", "from", "of")], mentions)


def _says_which(token: Token) -> bool:
    """Whether a noun tells itself what it is: "the idea of a summit", "the trade deal"."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is not None and after.lower_ in _SAYING_WHICH:
        return True
    return any(c.dep_ in ("acl", "relcl") for c in token.rights) or any(c.dep_ == "amod" for c in token.lefts)


def _told_first(token: Token, first: frozenset[str]) -> Token | None:
    """The last word before a noun, in its sentence or the one before it, that tells such a thing."""
    start = token.sent.start
    earliest = token.doc[start - 1].sent.start if start else start
    for word in reversed(token.doc[earliest : token.i]):
        if word.lemma_.lower() in first and word.pos_ in ("VERB", "NOUN") and not word.is_ancestor(token):
            return word
    return None
