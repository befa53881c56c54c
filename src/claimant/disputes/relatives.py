"""Relative clauses and small sentences by their words, where the parser mistakes "claim" for a noun.

"Kashmir, which both India and Pakistan claim in full and each controls in part", "two rocks in the eastern
Aegean that Turkey claims", "the islands, which Japan administers and China calls Diaoyu Dao".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimant.disputes.draft import PositionDraft, Reading, drafts
from claimant.disputes.wording import wording
from claimant.record import Entity, PositionKind
from claimant.tables import word_list

_CLAIMING = wording("claims", "verbs")
_HOLDING = wording("controls", "verbs")
_CALLING = wording("calls", "verbs")
_DOING = _CLAIMING | _HOLDING | _CALLING
_HELD = wording("controls", "participles")
_REGARDING = wording("claims", "regarding")
_PARTS = wording("belongs", "parts")
_SAYING = word_list("disputes", "saying")
_STATES = word_list("disputes", "states")
_BETWEEN = word_list("disputes", "before_verbs")
RELATIVES = frozenset({"which", "that"})
PARTICIPLES = _HELD | {"claimed"}
_SKIPPED = frozenset({",", "the", "and", "both", "each", "all", "two", "neither"})
_INSIDE = frozenset({"in", "of", "off", "near", "at", "on", "between"})
_REACH = 24


def of_token(token: Token, reading: Reading) -> Iterator[PositionDraft]:
    """What the clause behind a relative "which" or "that" says of the place before it."""
    if token.lower_ not in RELATIVES:
        return
    places = _antecedent(token, reading)
    if not places:
        return
    subject: list[Token] = []
    stop = min(token.sent.end, token.i + _REACH)
    i = token.i + 1
    while i < stop:
        word = reading.doc[i]
        lemma = word.lemma_.lower()
        if lemma in _DOING and subject and word.tag_ != "VBN" and word.tag_ != "VBG":
            doers = _doers(subject, places, reading)
            if lemma in _CALLING:
                yield from _called(word, doers, places, reading)
            else:
                kind = PositionKind.CLAIMS if lemma in _CLAIMING else PositionKind.CONTROLS
                yield from drafts(doers, places, kind, word, f"relative {lemma!r}")
            if not doers:
                return
            i = _next_subject(i + 1, stop, reading)
            subject = []
            continue
        if subject and lemma in _SAYING | _REGARDING and i + 2 < stop:
            yield from _said_own(word, stop, _doers(subject, places, reading), places, reading)
            return
        if not _in_subject(word, reading) and word.lower_ not in _BETWEEN:
            return
        subject.append(word)
        i += 1


def _said_own(
    verb: Token, stop: int, doers: list[Entity], places: list[str], reading: Reading
) -> Iterator[PositionDraft]:
    """ "Which Buenos Aires insists are Argentine", "which Beijing says is part of its territory"."""
    i = verb.i + 1
    being = [t for t in reading.doc[i : i + 2] if t.lemma_ == "be"]
    if not being and verb.lemma_.lower() in _SAYING:
        return
    if being and reading.doc[being[-1].i + 1].lower_ in ("not", "n't", "no", "never"):
        return
    codes = {d.code for d in doers}
    for word in reading.doc[i : min(stop, i + 8)]:
        if word.is_punct or (word.pos_ == "VERB" and word not in being):
            return
        own = word.tag_ == "PRP$" and not reading.entities([word])
        if own or any(e.code in codes for e in reading.entities([word])):
            after = reading.doc[word.i + 1] if word.i + 1 < len(reading.doc) else word
            if after.is_punct or after.lemma_.lower() in _PARTS or after.lower_ == "own" or own:
                yield from drafts(
                    doers, places, PositionKind.CLAIMS, verb, f"which it {verb.text!r} is its own"
                )
            return


def of_participle(token: Token, reading: Reading) -> Iterator[PositionDraft]:
    """ "A strip of land claimed by both Belize and Guatemala"."""
    lower = token.lower_
    kind = PositionKind.CLAIMS if lower == "claimed" else PositionKind.CONTROLS if lower in _HELD else None
    if kind is None or token.i + 2 >= len(reading.doc) or reading.doc[token.i + 1].lower_ != "by":
        return
    places = _antecedent(token, reading)
    holders: list[Token] = []
    for word in reading.doc[token.i + 2 : min(token.sent.end, token.i + _REACH)] if places else ():
        if not _in_subject(word, reading):
            break
        holders.append(word)
    while holders and holders[-1].lower_ in _SKIPPED:
        holders.pop()
    yield from drafts(_doers(holders, places, reading), places, kind, token, f"{lower!r} by the party")


def _antecedent(token: Token, reading: Reading) -> list[str]:
    """The place right before a relative, or the noun that a phrase right before it belongs to."""
    i = token.i - 1
    while i > token.sent.start and reading.doc[i].text == ",":
        i -= 1
    if i < token.sent.start:
        return []
    before = reading.doc[i]
    mention = reading.linked.at(before)
    if mention is not None:
        return list(mention.disputes) if mention.place else []
    # "two rocks in the eastern Aegean that Turkey claims"
    for j in range(i, max(token.sent.start - 1, i - 9), -1):
        word = reading.doc[j]
        mention = reading.linked.at(word)
        if mention is not None:
            return list(mention.disputes) if mention.place else []
        if word.is_punct or word.pos_ in ("VERB", "AUX", "CCONJ", "SCONJ", "PRON"):
            return []
        if word.pos_ == "ADP" and word.lower_ not in _INSIDE:
            return []
    return []


def _in_subject(word: Token, reading: Reading) -> bool:
    return (
        word.lower_ in _SKIPPED
        or bool(reading.entities([word]))
        or word.lemma_.lower() in _STATES
        or (word.tag_ == "PRP" and word.lower_ in ("they", "it"))
    )


def _doers(subject: list[Token], places: list[str], reading: Reading) -> list[Entity]:
    found = reading.entities(subject)
    if found:
        return found
    pointing = [t for t in subject if t.lower_ in ("both", "each") or t.lemma_.lower() in _STATES]
    return reading.doers(pointing, places)


def _next_subject(start: int, stop: int, reading: Reading) -> int:
    """Where the next joined clause begins: behind "and" or "but", before the sentence goes on."""
    for i in range(start, stop):
        word = reading.doc[i]
        if word.lower_ in ("and", "but", "while"):
            return i + 1
        if word.pos_ in ("VERB", "AUX") or word.text in (";", ".", "–", "—"):
            return stop
    return stop


def _called(verb: Token, doers: list[Entity], places: list[str], reading: Reading) -> Iterator[PositionDraft]:
    i = verb.i + 1
    while i < len(reading.doc) and reading.doc[i].lower_ in ("the", '"', "'", "“", "‘", "its"):
        i += 1
    mention = reading.linked.by_token.get(i)
    if mention is not None and mention.named and set(mention.disputes) & set(places):
        yield from drafts(doers, places, PositionKind.CALLS, mention.head, "relative 'call'", mention.text)
