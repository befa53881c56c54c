"""Who regards a place as its own: "Nepal regards Kalapani as its territory"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimant.disputes.draft import PositionDraft, Reading, drafts
from claimant.disputes.parties import behind, possessors
from claimant.disputes.saying import is_held
from claimant.disputes.wording import wording
from claimant.language import Clause
from claimant.record import PositionKind

_REGARDING = wording("claims", "regarding")
_PARTS = wording("belongs", "parts")
_RENEGADE = wording("belongs", "renegade")
_PAPERS = wording("claims", "papers")
_REACH = 6


def of_clause(clause: Clause, reading: Reading) -> Iterator[PositionDraft]:
    """ "Nepal regards Kalapani as its territory", "Beijing sees Taiwan as a renegade province"."""
    if clause.verb.lemma_.lower() not in _REGARDING or clause.passive or not is_held(clause):
        return
    papers = [
        t
        for s in clause.subjects
        if s.lemma_.lower() in _PAPERS
        for t in (*possessors(s), *behind(s, "in", "of"))
    ]
    doers = reading.doers([*clause.subjects, *papers])
    small = [c for c in clause.verb.children if c.dep_ in ("ccomp", "oprd", "xcomp", "attr")]
    objects = list(clause.objects)
    nouns = [*clause.prepositions.get("as", []), *clause.prepositions.get("to", []), *small]
    for child in small:
        # "considers Mayotte its territory": the object may be the subject of a small clause
        objects += [c for c in child.children if c.dep_ == "nsubj"]
        nouns += [c for c in child.children if c.dep_ in ("attr", "acomp")]
    places = [d for t in objects if t not in nouns for d in reading.places([t])]
    if not places:
        places, nouns = _by_order(clause.verb, reading)
    if places:
        codes = {d.code for d in doers}
        if any(_is_own(n, codes, reading) for n in nouns):
            yield from drafts(
                doers, places, PositionKind.CLAIMS, clause.verb, f"{clause.verb.text!r} as its own"
            )


def _by_order(verb: Token, reading: Reading) -> tuple[list[str], list[Token]]:
    """The place right behind a verb and what stands behind it, where the parser sees no small clause."""
    doc, i = verb.doc, verb.i + 1
    while i < verb.sent.end and doc[i].lower_ in ("the", "all", "of"):
        i += 1
    mention = reading.linked.by_token.get(i)
    if mention is None or not mention.place or mention.end >= verb.sent.end:
        return [], []
    start = mention.end
    if doc[start].lower_ not in ("a", "an", "as", "its", "their", "to"):
        return [], []
    nouns: list[Token] = []
    for token in doc[start : min(verb.sent.end, start + _REACH)]:
        if token.is_punct or token.pos_ in ("VERB", "SCONJ", "CCONJ"):
            break
        if token.pos_ == "NOUN":
            nouns = [token]
        elif nouns:
            break
    return list(mention.disputes), nouns


def _is_own(noun: Token, codes: set[str | None], reading: Reading) -> bool:
    """Whether a noun says that something is the subject's own: "its territory", "a renegade province"."""
    for link in chain(noun):
        tokens = (link, *possessors(link), *behind(link, "of"))
        if link.lemma_.lower() in _PARTS and any(c.lower_ in _RENEGADE for c in link.lefts):
            return True
        national = reading.mentions.at(link)
        if national is not None and national.kind in ("adjective", "national"):
            # "shows it as Venezuelan"
            if any(e.code in codes for e in national.entities):
                return True
        if link.lemma_.lower() in _PARTS or link.lower_ == "own":
            held = reading.entities(tokens)
            if any(e.code in codes for e in held) or any(t.tag_ == "PRP$" for t in tokens):
                return True
    return False


def chain(noun: Token) -> list[Token]:
    """The nouns of "part of Chinese territory": part, territory."""
    links = [noun]
    for link in links:
        links += [t for t in behind(link, "of") if t.lemma_.lower() in _PARTS and t not in links]
    return links
