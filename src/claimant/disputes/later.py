"""Disputed places spoken of again: "it", "there", "the area", "the part held by A", "X, a bare rock"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from claimant.disputes.mention import DisputeMention, DisputeMentions
from claimant.disputes.parties import codes_at
from claimant.disputes.registry import Disputes
from claimant.disputes.told import Told
from claimant.language import Mentions
from claimant.tables import word_list

_GENERIC = {k: word_list("disputes", f"generic_{k}") for k in ("territory", "islands", "maritime", "border")}
_ANY_GENERIC = frozenset().union(*_GENERIC.values())
_APPOSED = word_list("disputes", "apposed")
_SURELY = word_list("disputes", "done_to_places")
_WEAKLY = word_list("disputes", "done_to_things")
_AT = word_list("disputes", "done_there")
_UNDER = word_list("disputes", "held_by")
_PORTIONS = word_list("disputes", "portions")
_OTHERS = word_list("disputes", "others")
_TIMES = word_list("disputes", "time_nouns")
_SINGULAR = word_list("disputes", "one_place")
_AGAIN = frozenset({"the", "these", "those", "this", "that", "both"})
_ONE, _MANY = frozenset({"it"}), frozenset({"them", "they"})
_NAMING = word_list("disputes", "naming_verbs")
_OWNED = frozenset({"own", "part", "territory", "province", "colony", "land"})
_NAMES = frozenset({"call", "name", "rename"})
_LOOSE = frozenset({"in", "since", "after", "before", "for", "by", "from", "to", "with", "as"})
_LOCATING = frozenset(
    {"of", "off", "near", "around", "between", "along", "at", "outside", "beyond", "behind"}
)
_DONE_TO = ("dobj", "nsubjpass")
_RECENT = 4


class Later:
    """Finds what means again a disputed place that was told."""

    def __init__(self, disputes: Disputes, mentions: Mentions) -> None:
        self._disputes = disputes
        self._mentions = mentions

    def read(self, token: Token, told: Told, found: DisputeMentions) -> DisputeMention | None:
        """The mention of a token that refers back, if it does."""
        if token.lower_ in _ONE or token.lower_ in _MANY or token.lower_ == "there":
            return self._pronoun(token, told, found)
        if token.pos_ != "NOUN" or token.dep_ == "compound":
            return None
        return (
            self._apposed(token, found)
            or self._part(token, told)
            or self._as_named(token, found)
            or self._generic(token, told)
        )

    # --- "X, a barren rock"

    def _apposed(self, token: Token, found: DisputeMentions) -> DisputeMention | None:
        word = token.lemma_.lower()
        if word not in _APPOSED and word not in self._disputes.features and word not in _ANY_GENERIC:
            return None
        start = token.left_edge.i
        if word == "claim" or token.doc[start].tag_ in ("WDT", "WP", "WRB"):
            # a verb that the parser takes for a noun: "Kalapani, which Nepal claims"
            return None
        if start < token.sent.start + 2 or token.doc[start - 1].text != ",":
            return None
        beside = found.at(token.doc[start - 2])
        if (
            beside is None
            or not beside.place
            or beside.end != start - 1
            or beside.head.lower_ in _ONE | _MANY
        ):
            return None
        article = token.doc[start]
        if token.dep_ != "appos" and (article.lower_ not in ("a", "an") or not _closes(token)):
            return None
        if any(c.dep_ == "poss" for c in token.lefts):
            return None
        return _again(token, beside.disputes, "beside its name")

    # --- "the part held by Pakistan"

    def _part(self, token: Token, told: Told) -> DisputeMention | None:
        if token.lemma_.lower() not in _PORTIONS or not _definite(token):
            return None
        for verb in token.rights:
            if verb.dep_ in ("acl", "relcl") and verb.lemma_.lower() in _UNDER:
                holders = codes_at(verb.subtree, self._mentions)
                fitting = [d for d in told.last if any(self._disputes[d].party(c) for c in holders)]
                if not holders:
                    fitting = self._with_party(told.last, token)
                if fitting:
                    return _again(token, fitting[:1], "a part of what was told")
        return None

    # --- "claims the territory as Islas Malvinas"

    def _as_named(self, token: Token, found: DisputeMentions) -> DisputeMention | None:
        doc, i = token.doc, token.i + 1
        if token.lemma_.lower() not in _ANY_GENERIC or not _definite(token) or i + 1 >= len(doc):
            return None
        if doc[i].lower_ != "as":
            return None
        name = found.by_token.get(i + 2 if doc[i + 1].lower_ == "the" else i + 1)
        return _again(token, name.disputes, "named behind it") if name is not None and name.named else None

    # --- "the area"

    def _generic(self, token: Token, told: Told) -> DisputeMention | None:
        word = token.lemma_.lower()
        if word not in _ANY_GENERIC or word in told.others:
            return None
        if not _definite(token) or _located_elsewhere(token):
            if not any(c.lower_ in _AGAIN for c in token.lefts):
                told.others.add(word)
            return None
        near = [d for d in told.last if told.since(d) <= _RECENT and self._may_be(word, d)]
        fitting = self._with_party(near, token)
        # "in Brazil … the area" is Brazil's
        return _again(token, fitting[:1], "spoken of before, with a party at hand") if fitting else None

    def _may_be(self, word: str, dispute: str) -> bool:
        kinds = set(self._disputes[dispute].kind)
        if kinds & {"status", "base"}:
            kinds.add("territory")
        return any(word in words for kind, words in _GENERIC.items() if kind in kinds)

    def _with_party(self, disputes: Iterable[str], token: Token) -> list[str]:
        """The disputes that have a party in the sentence, where nobody but parties stands in it."""
        codes = codes_at(token.sent, self._mentions)
        return [d for d in disputes if codes and self._disputes[d].party(codes[0])
                and any(self._disputes[d].party(c) for c in codes)]  # fmt: skip

    # --- "it", "them", "there"

    def _pronoun(self, token: Token, told: Told, found: DisputeMentions) -> DisputeMention | None:
        verb = token.head
        lemma = verb.lemma_.lower()
        if token.lower_ == "there":
            if token.dep_ != "advmod" or lemma not in _AT:
                return None
        elif token.dep_ == "pobj":
            if verb.dep_ != "prep" or not _holds(verb):
                return None
        elif token.dep_ not in _DONE_TO or lemma not in _SURELY | _WEAKLY or lemma == "be":
            return None
        if lemma in _NAMING and not _names_place(verb, token):
            return None
        before = self._place_before(token, found)
        if before is None or not before.disputes:
            return None
        if token.lower_ != "there" and not self._agrees(token, before):
            return None
        codes = codes_at(token.sent, self._mentions) or codes_at(before.head.sent, self._mentions)
        if not any(self._disputes[d].party(c) for d in before.disputes for c in codes):
            return None
        if self._something_between(token, before, sure=lemma in _SURELY | _NAMES):
            return None
        return _again(token, before.disputes, "spoken of before")

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


def _again(token: Token, disputes: Iterable[str], why: str) -> DisputeMention:
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
    if preposition.lower_ in ("of", "over"):
        return lemma in _PORTIONS or lemma in ("percent", "control", "sovereignty", "rule", "%")
    return preposition.lower_ in ("on", "at", "near", "from") and lemma in _AT


def _definite(token: Token) -> bool:
    lefts = list(token.lefts)
    return any(c.lower_ in _AGAIN for c in lefts) and not any(
        c.dep_ in ("compound", "poss") or c.lemma_.lower() in _OTHERS or c.pos_ == "PROPN" for c in lefts
    )


def _located_elsewhere(token: Token) -> bool:
    """Whether words behind a noun say which one it is: "the area around the station"."""
    if token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ in _LOCATING:
        return True
    return any(
        c.dep_ == "prep" and c.lower_ not in _LOOSE
        for c in token.rights
    )  # fmt: skip


def _closes(token: Token) -> bool:
    """Whether an insertion goes on with a relative clause or ends with a comma."""
    if token.i + 1 >= len(token.doc):
        return False
    following = token.doc[token.i + 1]
    return following.text == "," or following.lower_ in (
        "that",
        "which",
        "in",
        "of",
        "claimed",
        "held",
        "off",
    )
