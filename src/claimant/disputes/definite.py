"""Whether a noun can mean a place told before: "the islands", "the 9-km strip", "the Chinese-run isles"."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.disputes.wording import wording
from claimant.tables import word_list

_OTHERS = word_list("disputes", "others")
_HELD = wording("controls", "participles") | {"claimed"}
_POINTING = frozenset({"the", "these", "those", "this", "that", "both"})
_LOOSE = frozenset({"in", "since", "after", "before", "for", "by", "from", "to", "with", "as"})
_LOCATING = frozenset(
    {"of", "off", "near", "around", "between", "along", "at", "outside", "beyond", "behind"}
)


def has_article(token: Token) -> bool:
    """Whether "the", "these" or another word that points back stands before a noun."""
    return any(c.lower_ in _POINTING for c in token.lefts)


def is_another(token: Token) -> bool:
    """Whether words before a noun tell that it is some other one: "other islands", "the harbour area".

    A measure ("the 160,000-square-km area") and who holds it ("the Chinese-run islands") do not.
    """
    return any(
        (c.dep_ in ("compound", "poss") or c.lemma_.lower() in _OTHERS or c.pos_ == "PROPN")
        and not _measures(c)
        and not is_hold(c)
        for c in token.lefts
    )


def is_hold(token: Token) -> bool:
    """Whether a word tells in one who holds or claims a place: "Chinese-run"."""
    _, hyphen, participle = token.lower_.rpartition("-")
    return bool(hyphen) and participle in _HELD


def _measures(token: Token) -> bool:
    return token.text[0].isdigit() or token.like_num


def is_definite(token: Token) -> bool:
    """Whether a noun points back, and its own words before it name no other thing."""
    return has_article(token) and not is_another(token)


def located_elsewhere(token: Token) -> bool:
    """Whether words behind a noun say which one it is: "the area around the station"."""
    if token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ in _LOCATING:
        return True
    return any(c.dep_ == "prep" and c.lower_ not in _LOOSE for c in token.rights)
