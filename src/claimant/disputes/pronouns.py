"""Pronouns for a disputed place: "claims it", "they were handed over", "landed there"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from claimant.disputes.mention import DisputeMention, DisputeMentions
from claimant.disputes.parties import codes_at, entities_at
from claimant.disputes.registry import Disputes
from claimant.language import Mentions
from claimant.tables import word_list

_SURELY = word_list("disputes", "done_to_places")
_WEAKLY = word_list("disputes", "done_to_things")
_AT = word_list("disputes", "done_there")
_TIMES = word_list("disputes", "time_nouns")
_SINGULAR = word_list("disputes", "one_place")
_ONE, _MANY = frozenset({"it"}), frozenset({"them", "they"})
POINTING = _ONE | _MANY | {"there"}
_NAMING = word_list("disputes", "naming_verbs")
_FIGHTS = word_list("disputes", "fights")
_OWNED = frozenset({"own", "part", "territory", "province", "colony", "land"})
_NAMES = frozenset({"call", "name", "rename"})
_DONE_TO = ("dobj", "nsubjpass")
_PORTIONS = word_list("disputes", "portions")


class Pronouns:
    """Finds the pronouns that mean a disputed place told in the sentence or the one before it."""

    def __init__(self, disputes: Disputes, mentions: Mentions) -> None:
        self._disputes = disputes
        self._mentions = mentions

    def read(self, token: Token, found: DisputeMentions) -> DisputeMention | None:
        """The mention of a pronoun, if it means a place."""
        verb = token.head
        lemma = verb.lemma_.lower()
        if token.lower_ == "there":
            if token.dep_ != "advmod" or lemma not in _AT:
                return None
        elif token.dep_ == "pobj":
            if verb.dep_ != "prep" or not _holds(verb):
                return None
        elif token.dep_ == "nsubj" and token.doc[token.i - 1].lemma_ == "want":
            # "wants them back", "wants them returned"
            lemma = "want"
        elif token.dep_ not in _DONE_TO or lemma not in _SURELY | _WEAKLY or lemma == "be":
            return None
        if lemma in _NAMING and not _names_place(verb, token):
            return None
        before = self._place_before(token, found)
        if before is None or not before.disputes:
            return None
        if token.lower_ != "there" and not self._agrees(token, before):
            return None
        entities = entities_at(token.sent, self._mentions) or entities_at(before.head.sent, self._mentions)
        if not any(self._disputes[d].party_of(e) for d in before.disputes for e in entities):
            return None
        if self._something_between(token, before, sure=lemma in _SURELY | _NAMES):
            return None
        return again(token, before.disputes, "spoken of before")

    def _place_before(self, token: Token, found: DisputeMentions) -> DisputeMention | None:
        """The place told last, in the sentence or the one before it."""
        start = token.sent.start
        earliest = token.doc[start - 1].sent.start if start else start
        for i in range(token.i - 1, earliest - 1, -1):
            mention = found.by_token.get(i)
            if mention is not None and mention.place:
                return mention
        return None

    def _agrees(self, token: Token, before: DisputeMention) -> bool:
        """Whether a pronoun has the number of a place: the Malvinas are "them", Migingo is "it"."""
        if before.head.lower_ in _ONE | _MANY:
            return (before.head.lower_ in _ONE) == (token.lower_ in _ONE)
        word = before.head
        islands = any("islands" in self._disputes[d].kind for d in before.disputes)
        one = word.lemma_.lower() in _SINGULAR and not word.lower_.endswith("s")
        many = word.tag_ in ("NNS", "NNPS") or (word.lower_.endswith("s") and not word.is_upper)
        if token.lower_ in _MANY:
            return (many or islands) and not one
        return not (many and (islands or not before.named))

    def _something_between(self, token: Token, before: DisputeMention, *, sure: bool) -> bool:
        """Whether a noun near a place, or between it and a pronoun, fits the pronoun better."""
        many = token.lower_ in _MANY
        sentence = before.head.sent
        if not sure and before.head.dep_ == "pobj" and sentence.start != token.sent.start:
            # "sent envoys to Iturup. They were taken": what was sent fits as well
            earlier = [t for t in sentence if t.i < before.start and t.dep_ in ("dobj", "nsubj", "nsubjpass")]
            own = {f for d in before.disputes for f in self._disputes[d].describing.features}
            earlier = [t for t in earlier if t.lemma_.lower() not in own]
            if token.lower_ != "there" and any(self._is_thing(t, many) for t in earlier):
                return True
        for noun in token.doc[before.end : token.i]:
            if noun.pos_ not in ("NOUN", "PROPN") or noun.ent_type_ in ("DATE", "TIME", "CARDINAL"):
                continue
            if noun.dep_ not in ("dobj", "nsubjpass", "nsubj", "pobj", "conj", "attr"):
                continue
            if noun.lemma_.lower() in _TIMES or codes_at([noun], self._mentions):
                continue
            if any(noun.lemma_.lower() in self._disputes[d].describing.features for d in before.disputes):
                continue
            if token.lower_ == "there":
                if noun.ent_type_ in ("GPE", "LOC", "FAC"):
                    return True
                continue
            if noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in _PORTIONS:
                # "claims them as part of the Dodecanese": what a place is a part of
                continue
            plural = noun.tag_ in ("NNS", "NNPS")
            if plural != many or noun in token.head.lefts or noun.is_ancestor(token):
                continue
            if noun.dep_ in ("pobj", "attr") and before.head.dep_ in ("nsubj", "nsubjpass"):
                # what a sentence is about goes on: "Migingo lies in a lake. Uganda holds it"
                continue
            if not sure or noun.lemma_.lower() in self._disputes.features:
                return True
        return False

    def _is_thing(self, noun: Token, many: bool) -> bool:
        """Whether a noun is some thing of a number: no state, no time, no part of a place."""
        if noun.pos_ not in ("NOUN", "PROPN") or (noun.tag_ in ("NNS", "NNPS")) != many:
            return False
        lemma = noun.lemma_.lower()
        return lemma not in _TIMES | _PORTIONS and not codes_at([noun], self._mentions)


def again(token: Token, disputes: Iterable[str], why: str) -> DisputeMention:
    """A mention of what was told before."""
    return DisputeMention(
        token.i, token.i + 1, token, tuple(disputes), f"disputes: {token.text!r} {why}", text=token.text
    )


def _names_place(verb: Token, token: Token) -> bool:
    """Whether a verb names a place: "calls it Dokdo", "sees it as its own", not "calls it an affront"."""
    after = [t for t in verb.subtree if t.i > token.i]
    if verb.lemma_ in ("call", "name", "rename"):
        for word in (t for t in after if t.i > verb.i):
            if word.pos_ == "PROPN" or word.tag_ == "PRP$":
                return True
            if word.lower_ in _OWNED:
                return True
            if word.pos_ not in ("DET", "ADV", "PUNCT", "ADJ", "VERB") and word.lower_ != "as":
                return False
        return False
    return any(t.tag_ == "PRP$" or t.lower_ in _OWNED for t in after)


def _holds(preposition: Token) -> bool:
    """Whether a preposition joins a place to a part or a deed: "most of it", "landed on it"."""
    above = preposition.head
    lemma = above.lemma_.lower()
    if preposition.lower_ == "over" and lemma in _FIGHTS:
        return True
    if preposition.lower_ in ("of", "over"):
        return lemma in _PORTIONS or lemma in ("percent", "control", "sovereignty", "rule", "%")
    return preposition.lower_ in ("on", "at", "near", "from") and lemma in _AT
