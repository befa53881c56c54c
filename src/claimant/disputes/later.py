"""Disputed places spoken of again: "it", "there", "the area", "the part held by A", "X, a bare rock"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from claimant.disputes.definite import has_article, is_definite, located_elsewhere
from claimant.disputes.mention import DisputeMention, DisputeMentions
from claimant.disputes.parties import codes_at, entities_at
from claimant.disputes.pronouns import POINTING, Pronouns, again
from claimant.disputes.registry import Disputes
from claimant.disputes.told import Told
from claimant.language import Mentions
from claimant.tables import word_list

_GENERIC = {k: word_list("disputes", f"generic_{k}") for k in ("territory", "islands", "maritime", "border")}
_ANY_GENERIC = frozenset().union(*_GENERIC.values())
_APPOSED = word_list("disputes", "apposed")
_UNDER = word_list("disputes", "held_by")
_PORTIONS = word_list("disputes", "portions")
_RESTS = word_list("disputes", "rests")
_OF_RIVERS = word_list("disputes", "of_rivers")
_RECENT = 4


class Later:
    """Finds what means again a disputed place that was told."""

    def __init__(self, disputes: Disputes, mentions: Mentions) -> None:
        self._disputes = disputes
        self._mentions = mentions
        self._pronouns = Pronouns(disputes, mentions)

    def read(self, token: Token, told: Told, found: DisputeMentions) -> DisputeMention | None:
        """The mention of a token that refers back, if it does."""
        if token.lower_ in POINTING:
            return self._pronouns.read(token, found)
        if token.pos_ != "NOUN" or token.dep_ == "compound":
            return None
        return (
            self._apposed(token, found)
            or self._part(token, told)
            or self._as_named(token, found)
            or self._generic(token, told)
            or self._of_river(token, told)
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
        if beside is None or not beside.place or beside.end != start - 1 or beside.head.lower_ in POINTING:
            return None
        article = token.doc[start]
        if token.dep_ != "appos" and (article.lower_ not in ("a", "an") or not _closes(token)):
            return None
        if any(c.dep_ == "poss" for c in token.lefts):
            return None
        return again(token, beside.disputes, "beside its name")

    # --- "the part held by Pakistan"

    def _part(self, token: Token, told: Told) -> DisputeMention | None:
        if token.lemma_.lower() not in _PORTIONS or not is_definite(token):
            return None
        if token.lemma_.lower() in _RESTS and token.dep_ == "dobj" and token.head.lemma_.lower() in _UNDER:
            # "Morocco holds most of it, and the Polisario Front the rest"
            subjects = [c for c in token.head.lefts if c.dep_ == "nsubj"]
            holders = entities_at(subjects, self._mentions)
            bare = all(c.dep_ in ("det", "amod") for c in token.children)
            fitting = [d for d in told.last[:1] if any(self._disputes[d].party_of(e) for e in holders)]
            if fitting and bare and told.since(fitting[0]) <= 1:
                return again(token, fitting, "a part of what was told")
        for verb in token.rights:
            if verb.dep_ in ("acl", "relcl") and verb.lemma_.lower() in _UNDER:
                held_by = codes_at(verb.subtree, self._mentions)
                fitting = [d for d in told.last if any(self._disputes[d].party(c) for c in held_by)]
                if not held_by:
                    fitting = self._with_party(told.last, token)
                if fitting:
                    return again(token, fitting[:1], "a part of what was told")
        return None

    # --- "claims the territory as Islas Malvinas"

    def _as_named(self, token: Token, found: DisputeMentions) -> DisputeMention | None:
        doc, i = token.doc, token.i + 1
        if token.lemma_.lower() not in _ANY_GENERIC or not is_definite(token) or i + 1 >= len(doc):
            return None
        if doc[i].lower_ != "as":
            return None
        name = found.by_token.get(i + 2 if doc[i + 1].lower_ == "the" else i + 1)
        return again(token, name.disputes, "named behind it") if name is not None and name.named else None

    # --- "the area"

    def _generic(self, token: Token, told: Told) -> DisputeMention | None:
        word = token.lemma_.lower()
        if word not in _ANY_GENERIC or word in told.others:
            return None
        if not is_definite(token) or located_elsewhere(token):
            if not has_article(token):
                told.others.add(word)
            return None
        near = [d for d in told.last if told.since(d) <= _RECENT and self._may_be(word, d)]
        if not near and told.sole is not None and self._may_be(word, told.sole):
            near = [told.sole]
        fitting = self._with_party(near, token)
        # "in Brazil … the area" is Brazil's
        return again(token, fitting[:1], "spoken of before, with a party at hand") if fitting else None

    # --- "its flow"

    def _of_river(self, token: Token, told: Told) -> DisputeMention | None:
        word = token.lemma_.lower()
        if word not in _OF_RIVERS or not any(c.tag_ == "PRP$" or c.lower_ == "the" for c in token.lefts):
            return None
        rivers = [d for d in told.last if told.since(d) <= 1 and "river" in self._disputes[d].kind]
        return again(token, rivers[:1], "of the river told before") if rivers else None

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
