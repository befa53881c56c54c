"""Disputed places by description: "islands to the north of Japan", "the disputed enclave"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from claimant.disputes.definite import is_another
from claimant.disputes.dispute import Dispute
from claimant.disputes.mention import DisputeMention
from claimant.disputes.parties import codes_at, entities_at
from claimant.disputes.registry import Disputes
from claimant.disputes.told import Told
from claimant.language import Mentions
from claimant.tables import word_list

_DISPUTED = word_list("disputes", "disputed")
_BOUNDARIES = word_list("disputes", "border_words")
_TELLING = word_list("disputes", "telling")
_CONTENDING = word_list("disputes", "contending")
_PARTICULAR = word_list("disputes", "particular")
_CONTESTING = word_list("disputes", "contesting")
_WATERS = word_list("disputes", "waters")
_AGAIN = frozenset({"the", "these", "those", "both", "this", "that"})
_LOCATING = frozenset({"of", "in", "off", "near", "around", "between", "along", "at", "on"})
_AT_SEA = word_list("disputes", "maritime_words") | {"waters"}
_LONGEST = 12


class Describer:
    """Finds the nouns of a report that describe a disputed place."""

    def __init__(self, disputes: Disputes, mentions: Mentions) -> None:
        self._disputes = disputes
        self._mentions = mentions

    def describe(self, token: Token, told: Told) -> DisputeMention | None:
        """The mention of a noun that is located, in dispute, or spoken of before."""
        feature = token.lemma_.lower()
        candidates = self._disputes.features.get(feature)
        if not candidates or token.dep_ == "compound":
            return None
        found = (
            self._contested(token)
            or self._located(token, candidates, told)
            or self._in_dispute(token, candidates, told)
        )
        if found is None:
            found = self._again(token, told)
        if found is None and not _refers_back(token):
            told.others.add(feature)
        return found

    def announce(self, token: Token, named: DisputeMention) -> DisputeMention | None:
        """ "The islands are claimed by A and held by B. A calls them the Senkakus": named only afterwards.

        Args:
            token: A noun that refers back to nothing.
            named: The first name of a disputed place behind it.
        """
        candidates = self._disputes.features.get(token.lemma_.lower(), [])
        if not _refers_back(token) or token.dep_ == "compound":
            return None
        for dispute in candidates:
            if named.disputes == (dispute.id,) and len(self._parties(dispute, token.sent)) > 1:
                return _described(token, dispute, f"named afterwards: {named.text!r}", token.text)
        return None

    def _contested(self, token: Token) -> DisputeMention | None:
        """ "Islands that each of them disputes with Japan": one for each of those who do."""
        if token.i + 1 == len(token.doc) or token.nbor().lower_ not in ("that", "which", ","):
            return None
        words = token.doc[token.i + 1 : min(token.sent.end, token.i + _LONGEST)]
        # by the order of the words: the parser often takes "disputes" for a noun
        for verb in words:
            following = token.doc[verb.i + 1 : min(token.sent.end, verb.i + 4)]
            if verb.lemma_.lower() not in _CONTESTING or not following or following[0].lower_ != "with":
                continue
            partners = codes_at(following, self._mentions)
            owners = codes_at(token.doc[token.i + 1 : verb.i], self._mentions)
            ids = []
            for owner in owners if len(partners) == 1 else ():
                between = self._disputes.between(owner, partners[0]) if owner != partners[0] else []
                fitting = [d for d in between if token.lemma_.lower() in d.describing.features]
                if len(fitting) > 1:
                    fitting = [d for d in fitting if d.describing.principal]
                ids += [d.id for d in fitting if len(fitting) == 1]
            if ids:
                rule = f"disputes: {token.text!r} that its parties contest"
                return DisputeMention(token.i, token.i + 1, token, tuple(ids), rule, text=token.text)
        return None

    def _located(self, token: Token, candidates: list[Dispute], told: Told) -> DisputeMention | None:
        """A noun with words that locate it, and parties at hand: "an East China Sea archipelago"."""
        phrase = _phrase(token)
        located = [
            (dispute, locator)
            for dispute in candidates
            if (locator := next((x for x in dispute.describing.locators if _contains(phrase, x)), None))
        ]
        if not located:
            return None
        sentence = token.sent
        lemmas = {part for t in sentence for part in (*t.lower_.split("-"), t.lemma_.lower())}
        fitting: list[tuple[int, Dispute, str]] = []
        for dispute, locator in located:
            # the China of "the East China Sea" is no party at hand, the Japan of "north of Japan" is one
            water = self._words_of(token, locator) if any(w in _WATERS for w in locator.split()) else []
            near = self._parties(dispute, [t for t in sentence if t not in water])
            contended = bool(lemmas & _CONTENDING) or any(w in _TELLING for w in phrase.lower().split())
            if len(near) > 1 or (near and contended) or (near and dispute.id in told.last):
                fitting.append((len(near), dispute, locator))
            elif contended and dispute.id in told.last:
                fitting.append((0, dispute, locator))
        fitting.sort(key=lambda f: -f[0])
        if not fitting or (len(fitting) > 1 and fitting[0][0] == fitting[1][0]):
            return None
        _, dispute, locator = fitting[0]
        return _described(token, dispute, f"located by {locator!r}, with its parties at hand", phrase)

    def _words_of(self, token: Token, locator: str) -> list[Token]:
        """The tokens near a noun that make up a locator."""
        window = token.doc[token.left_edge.i : min(len(token.doc), token.i + _LONGEST)]
        start = window.start_char + window.text.find(locator)
        return [t for t in window if start <= t.idx < start + len(locator)]

    def _parties(self, dispute: Dispute, tokens: Iterable[Token]) -> set[int]:
        """Which parties of a dispute, by their place in the entry, stand at tokens."""
        words = list(tokens)
        entities = entities_at(words, self._mentions)
        entities += [e for t in words for e in self._mentions.hyphened.get(t.i, ())]
        held = [dispute.party_of(e) for e in entities]
        return {i for i, p in enumerate(dispute.parties) if p in held}

    def _in_dispute(self, token: Token, candidates: list[Dispute], told: Told) -> DisputeMention | None:
        """A noun called disputed, where just one dispute of two parties in the sentence has such a place."""
        before = {c.lower_ for c in token.lefts}
        if _claimed_by_both(token):
            before.add("disputed")
        if token.lemma_.lower() in _BOUNDARIES and {*_phrase(token).lower().split()} & _AT_SEA:
            # "their sea border", "the boundary in the sea between them"
            before.add("maritime")
        if not before & (_DISPUTED | {"maritime"}):
            return None
        fitting = [d for d in candidates if len(self._parties(d, token.sent)) > 1]
        if not before & _DISPUTED:
            # "their maritime boundary" is what the two dispute, "the maritime trade" is not
            fitting = [d for d in fitting if "maritime" in d.kind and token.lemma_.lower() in _BOUNDARIES]
        told_of = [d for d in fitting if d.id in told.last]
        fitting = told_of if len(told_of) == 1 else fitting
        if len(fitting) != 1:
            return None
        return _described(token, fitting[0], "in dispute between its parties", token.text)

    def _again(self, token: Token, told: Told) -> DisputeMention | None:
        """ "The islands": what was spoken of last that is islands; a party in the sentence decides."""
        feature = token.lemma_.lower()
        if feature in told.others or not _refers_back(token):
            return None
        known = told.last or [d for d in (told.sole,) if d]
        fitting = [d for d in known if feature in self._disputes[d].describing.features]
        having = [d for d in fitting if self._parties(self._disputes[d], token.sent)]
        if not having and codes_at(token.sent, self._mentions):
            # "Spain pulled out of the colony": in a report on one dispute nothing else is called so
            if not fitting or told.sole != fitting[0] or feature not in _PARTICULAR:
                return None
        chosen = next(iter(having or fitting), None)
        return _described(token, self._disputes[chosen], "spoken of before", token.text) if chosen else None


def _claimed_by_both(token: Token) -> bool:
    """Whether the words behind a noun say that both sides claim it: "a stretch of sea claimed by both"."""
    both = False
    for word in token.doc[token.i + 1 : min(token.sent.end, token.i + _LONGEST)]:
        if word.lemma_.lower() in ("claim", "dispute", "contest"):
            after = token.doc[word.i + 1 : min(token.sent.end, word.i + 5)]
            joined = after.text.startswith("by ") and any(t.lower_ in ("both", "and", "two") for t in after)
            return both or (joined and word.lower_ in ("claimed", "disputed", "contested"))
        if word.pos_ == "VERB" or (word.is_punct and word.text != ","):
            return False
        both = both or word.lower_ in ("both", "each", "two")
    return False


def _described(token: Token, dispute: Dispute, why: str, text: str) -> DisputeMention:
    rule = f"disputes: {token.text!r} {why}"
    return DisputeMention(token.i, token.i + 1, token, (dispute.id,), rule, text=text)


def _refers_back(token: Token) -> bool:
    """Whether a noun can mean what was told: "the islands", not "the islands of Hawaii", "other islands"."""
    lefts = list(token.lefts)
    if not any(c.lower_ in _AGAIN or c.lower_ in _DISPUTED for c in lefts):
        return False
    if is_another(token):
        return False
    return not any(
        c.dep_ == "prep" and c.lower_ in _LOCATING and any(g.pos_ == "PROPN" for g in c.children)
        for c in token.rights
    )


def _phrase(token: Token) -> str:
    """The noun's phrase and the prepositions behind it, also where the parser hung them on the verb."""
    doc, end = token.doc, token.i + 1
    stop = min(token.i + _LONGEST, token.sent.end)
    while end < stop:
        word = doc[end]
        inside = token.is_ancestor(word)
        if not inside and (word.is_punct or word.pos_ in ("VERB", "AUX", "CCONJ", "SCONJ", "PRON")):
            break
        end += 1
    return str(doc[token.left_edge.i : end].text)


def _contains(phrase: str, locator: str) -> bool:
    if locator not in phrase:
        return False
    at = phrase.find(locator)
    end = at + len(locator)
    return (at == 0 or not phrase[at - 1].isalnum()) and (end == len(phrase) or not phrase[end].isalnum())
