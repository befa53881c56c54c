"""Disputed places by name: "the Diaoyu Islands", "独島", and "Taiwan" where the dispute is meant.

Some names mean other things more often than the dispute: a state, a town, a football team. Those
count only where words of dispute stand by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from claimant.disputes.mention import DisputeMention
from claimant.disputes.parties import behind, codes_at
from claimant.disputes.registry import Disputes, NameEntry
from claimant.language import Mentions, conjuncts
from claimant.patterns import Pattern
from claimant.tables import word_list

_STRONG = word_list("disputes", "strong_words")
_TIED = word_list("disputes", "tied_words")
_FORCE = word_list("disputes", "force_words")
_TIED_NOUNS = word_list("disputes", "tied_nouns")
_PORTIONS = word_list("disputes", "portions")
_OF_SUBJECTS = word_list("disputes", "of_subjects")
_TAKING = word_list("disputes", "taking")
_BEARING = word_list("disputes", "bearing")
_ABOUT_VERBS = word_list("disputes", "about_verbs")
_ABOUT_NOUNS = word_list("disputes", "about_nouns")
_NEAR = 14


class NameFinder:
    """Finds the names of disputed places in a report."""

    def __init__(self, disputes: Disputes) -> None:
        self._disputes = disputes
        # Scripts that put no spaces between words: a name may be the first part of a token.
        texts = sorted({n.text for n in disputes.unspaced}, key=lambda t: (-len(t), t))
        self._unspaced = Pattern("|".join(map(re.escape, texts))) if texts else None

    def find(self, doc: Doc, mentions: Mentions) -> Iterator[DisputeMention]:
        """The names in a parsed report: those that are plain, and those that their surroundings explain."""
        found, unclear, topics = [], [], []
        for span, entries in self._names(doc, mentions):
            plain = [e for e in entries if not e.ambiguous]
            if plain:
                found.append(_mention(span, plain))
            elif self._meant(span, entries, mentions):
                found.append(_mention(span, entries))
            elif _is_topic(span.root) and self._at_hand(span, entries, mentions):
                topics.append(_mention(span, entries))
            else:
                unclear.append((span, entries))
        told = {d for m in found for d in m.disputes}
        for span, entries in unclear:
            # "Stanley" is clear in a report that names the Falklands; a state stays an actor
            known = [e for e in entries if e.dispute in told]
            held = mentions.at(span.root)
            if known and (held is None or held.kind == "place" or held.code is None):
                found.append(_mention(span, known))
        yield from sorted(found + topics, key=lambda m: m.start)

    def _names(self, doc: Doc, mentions: Mentions) -> Iterator[tuple[Span, list[NameEntry]]]:
        text = mentions.text
        position = 0
        for token in mentions.tokens:
            if token.i < position:
                continue
            entries = self._disputes.names_at(text, token.idx)
            end = mentions.ends.get(token.idx + len(entries[0].text)) if entries else None
            if end is None and not token.is_ascii and self._unspaced is not None:
                match = self._unspaced.search(token.text)
                if match is not None:
                    entries = [e for e in self._disputes.unspaced if e.text == match.group()]
                    end = token.i + 1
            if entries and end is not None:
                yield doc[token.i : end], entries
                position = end

    def _meant(self, span: Span, entries: list[NameEntry], mentions: Mentions) -> bool:
        """Whether an ambiguous name means the dispute here."""
        root = span.root
        sentence = root.sent
        near = [
            t
            for t in sentence[max(0, span.start - sentence.start - _NEAR) : span.end - sentence.start + _NEAR]
            if not span.start <= t.i < span.end
        ]
        lemmas = {t.lemma_.lower() for t in near}
        parties = [self._disputes[e.dispute] for e in entries]
        own = set(codes_at([root], mentions))
        others = [
            c for c in codes_at(sentence, mentions) if c not in own and any(d.party(c) for d in parties)
        ]
        if others and lemmas & _FORCE and (own or _inside(root)):
            return True
        if own and any(d.party(c) for d in parties for c in own) and _acts(root):
            beside = set(codes_at(conjuncts(_first(root)), mentions)) - own
            if beside & set(others) or not others:
                return False
        if lemmas & _STRONG:
            return True
        # "Bolivia sued Chile over access to the sea"
        if len(others) > 1 and _first(root).dep_ == "pobj" and _first(root).head.lower_ == "over":
            return True
        return any(_may_tie(t) and _ties(t, root) for t in near)

    def _at_hand(self, span: Span, entries: list[NameEntry], mentions: Mentions) -> bool:
        """Whether a party other than the place itself stands in the sentence."""
        codes = set(codes_at(span.root.sent, mentions)) - set(codes_at([span.root], mentions))
        return any(self._disputes[e.dispute].party(c) for e in entries for c in codes)


def _mention(span: Span, entries: list[NameEntry]) -> DisputeMention:
    parties = {e.party for e in entries}
    return DisputeMention(
        span.start,
        span.end,
        span.root,
        tuple(dict.fromkeys(e.dispute for e in entries)),
        f"disputes: the name {span.text!r}",
        named=True,
        name_of=next(iter(parties)) if len(parties) == 1 else None,
        text=span.text,
    )


def _first(token: Token) -> Token:
    while token.dep_ == "conj":
        token = token.head
    return token


def _acts(token: Token) -> bool:
    """Whether a state does something here ("Taiwan protested"), rather than being spoken of."""
    first = _first(token)
    if first.dep_ == "nsubj":
        return bool(first.head.lemma_ != "be")
    if first.dep_ == "poss" and first.head.lemma_.lower() in _OF_SUBJECTS:
        return False
    return first.dep_ in ("poss", "agent") or (first.dep_ == "pobj" and first.head.dep_ == "agent")


def _inside(token: Token) -> bool:
    """Whether the name is the place of something: "near Taiwan", "Gaza strikes"."""
    return _first(token).dep_ in ("pobj", "dobj", "compound", "nsubjpass", "poss")


def _is_topic(name: Token) -> bool:
    """Whether a name is what somebody backs, presses or talks with somebody about: "talks on the Aegean"."""
    held = _whole(_first(name))
    if held.dep_ != "pobj" or held.head.lower_ not in ("over", "on", "about"):
        return False
    above = held.head.head
    if above.pos_ == "PROPN" and above.dep_ == "dobj":
        # "supports the Comoros over Mayotte"
        above = above.head
    if above.pos_ == "VERB":
        return held.head.lower_ != "on" and above.lemma_.lower() in _ABOUT_VERBS
    return above.lemma_.lower() in _ABOUT_NOUNS


def _may_tie(word: Token) -> bool:
    lemma = word.lemma_.lower()
    return lemma in _TIED or (word.pos_ == "NOUN" and lemma in _TIED_NOUNS)


def _ties(word: Token, name: Token) -> bool:
    """Whether a word is about a name: it governs it, owns it, or the name is its subject.

    "Serbia does not recognise Kosovo" ties the verb to its object, "claimed gold in Kosovo" does not.
    """
    first = _whole(_first(name))
    if word.dep_ in ("relcl", "acl"):
        # "Mayotte, an island that the Comoros claims"
        held = word.head.head if word.head.dep_ == "appos" else word.head
        if name.i in (word.head.i, held.i):
            return True
    if word.pos_ in ("NOUN", "PROPN", "ADJ"):
        return _noun_ties(word, name, first)
    return word.pos_ in ("VERB", "AUX") and _verb_ties(word, first)


def _noun_ties(word: Token, name: Token, first: Token) -> bool:
    held = behind(word, *_BEARING)
    if name.head.i == word.i or name in held or any(name in behind(part, "of") for part in held):
        return True
    if word.dep_ == "dobj" and word.lemma_.lower() in _OF_SUBJECTS:
        return first.dep_ == "nsubj" and first.head.i == word.head.i
    # "Taiwan has never been a country and has always been | part of China"
    return word.dep_ in ("attr", "acomp", "oprd") and first.head.i in (word.head.i, _first(word.head).i)


def _verb_ties(word: Token, first: Token) -> bool:
    above = first.head
    if first.dep_ in ("dobj", "nsubjpass", "nsubj", "oprd", "attr"):
        if word.lemma_.lower() in _TAKING and first.dep_ == "nsubj":
            # the small clause of "calls the Northwest Passage its internal waters"
            return above.i != word.i and above.head.i == word.i
        return above.i == word.i or (first.dep_ == "nsubj" and above.head.i == word.i)
    if first.dep_ == "pobj" and above.lower_ in _BEARING:
        return above.head.i == word.i or (above.head.dep_ == "dobj" and above.head.head.i == word.i)
    return False


def _whole(token: Token) -> Token:
    """The noun that a name says the whole of: for the name in "half of Lake Nyasa", half."""
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in _PORTIONS:
        return token.head.head
    return token
