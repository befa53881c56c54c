"""Who is meant by "he", "it", "the paper", "the official", "the two sides".

No weights for coreference come with any package that works offline, so this is done by rule:
agreement, grammar and nearness, within one report. Where two answers are as good, none is given.
"""

from __future__ import annotations

from claimant.actors.countries import Countries
from claimant.actors.descriptions import Descriptions
from claimant.actors.discourse import Discourse
from claimant.actors.pairs import Pairs
from claimant.actors.pronouns import Pronouns
from claimant.actors.registry import Registry
from claimant.language.mentions import Mentions


def resolve(mentions: Mentions, registry: Registry, day: str | None) -> None:
    """Add or complete the mentions of words that mean somebody named elsewhere in the report."""
    discourse = Discourse(mentions, registry, day)
    descriptions = Descriptions(discourse)
    descriptions.resolve()
    pronouns, pairs, countries = Pronouns(discourse), Pairs(discourse), Countries(discourse)
    for token in mentions.tokens:
        if token.tag_ in ("PRP", "PRP$") or (token.pos_ == "PRON" and token.lower_ != "both"):
            meant = pronouns.meant(token)
            discourse.point(token, meant, "pronoun")
            descriptions.belong(token, meant)
        elif token.pos_ in ("NOUN", "PROPN", "ADJ", "PRON", "DET", "NUM"):
            pairs.resolve(token)
            country = countries.resolve(token)
            if country is not None:
                descriptions.belong(token, country)
            held = mentions.headed_by(token)
            if held is not None and held.kind == "pair":
                descriptions.belong(token, held)
            descriptions.counterpart(token)
            discourse.point(token, pronouns.outlet(token), "outlet")
            discourse.point(token, pronouns.organisation(token), "organisation")
