"""Cases, rulings, votes and the like between both parties of a dispute that the report tells anywhere."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.disputes.mention import DisputeMention, DisputeMentions
from claimant.disputes.parties import behind, codes_at, possessors
from claimant.disputes.registry import Disputes
from claimant.language import Mentions
from claimant.tables import word_list

_OFFICIAL = word_list("disputes", "official")
_OF_COURTS = word_list("disputes", "of_courts")
_TELLING = word_list("disputes", "official_words")
_WEAK = word_list("disputes", "official_weak")


def link_officials(disputes: Disputes, mentions: Mentions, found: DisputeMentions) -> None:
    """Link official words in a report that tells the dispute: "rejected Bolivia's lawsuit against Chile"."""
    told = {d for m in found.all for d in m.disputes}
    for token in mentions.tokens if told else ():
        lemma = token.lemma_.lower()
        if lemma not in _OFFICIAL or token.pos_ != "NOUN" or token.dep_ == "compound" or found.at(token):
            continue
        if any(
            c.dep_ == "compound" and c.pos_ == "NOUN" and c.lemma_.lower() not in _OFFICIAL | _TELLING
            for c in token.lefts
        ):
            continue
        own = codes_at(
            [*possessors(token), *behind(token, "by", "of", "against", "with", "between", "from")], mentions
        )
        between = _between(own, disputes, told)
        telling = any(c.lemma_.lower() in _TELLING for c in token.lefts)
        if len(between) != 1 and (lemma not in _WEAK or telling):
            # the noun has one party or none; the other stands in the sentence, and nobody else
            near = codes_at(token.sent, mentions)
            between = _between(near, disputes, told) if len(near) == 2 else []
        if len(between) == 1 and not _about_another(token, between[0], disputes, mentions, found):
            found.add(_official(token, between[0]))


def _between(codes: list[str], disputes: Disputes, told: set[str]) -> list[str]:
    """The disputes told to which all of two codes are parties."""
    if len(codes) != 2:
        return []
    return [d.id for d in disputes.between(*codes) if d.id in told]


def _about_another(
    token: Token, dispute: str, disputes: Disputes, mentions: Mentions, found: DisputeMentions
) -> bool:
    """Whether a word says that it is about something else: "the ruling on tariffs"."""
    topics = behind(token, "over", "on", "about", "concerning")
    for topic in topics:
        linked = found.at(topic)
        if linked is not None and dispute in linked.disputes:
            return False
    return any(
        t.pos_ == "NOUN" and t.lemma_.lower() not in disputes.features and not codes_at([t], mentions)
        for t in topics
    )


def _official(token: Token, dispute: str) -> DisputeMention:
    rule = f"disputes: {token.text!r} between the parties of one that the report tells"
    # who rejects a court's ruling or a vote rejects nobody's offer
    by = frozenset[str]() if token.lemma_.lower() in _OF_COURTS else None
    return DisputeMention(token.i, token.i + 1, token, (dispute,), rule, place=False, text=token.text, by=by)
