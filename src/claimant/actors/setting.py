"""The country that a sentence is set in, and who in it is of that country."""

from __future__ import annotations

from spacy.tokens import Doc

from claimant.language.mentions import Mention, Mentions
from claimant.tables import word_list

# Whoever of these acts in a country is taken to be of that country; troops and officials need not be.
_LOCAL = frozenset({"COP", "JUD", "LEG", "CVL", "OPP", "LAB", "EDU", "REL", "MED", "SOC"})
# Who heads the government of a territory, and lands that have such a one, by their codes.
_HEADS = word_list("actors", "heads_of_territories")
_TERRITORIES = word_list("actors", "territories")
_BODIES = frozenset({"GOV", "LEG", "JUD", "COP"})
_ANYBODY = word_list("actors", "anybody")
_ROOTLESS = word_list("actors", "rootless")
_ABROAD_BODIES = word_list("actors", "bodies_abroad")


def place_roles(doc: Doc, mentions: Mentions) -> None:
    """Give the police, courts and crowds of a sentence the one country that it takes place in.

    That is where a place is named ("protesters in Kiev"), or a body of state, if no other country is
    ("demonstrators marched on the Bulgarian parliament").
    """
    for sentence in doc.sents:
        here = mentions.within(sentence.start, sentence.end)
        codes = {e.code for m in here if m.as_place for e in m.entities if e.code}
        if not codes:
            codes = {e.code for m in here for e in m.entities if e.code and m.sector != "JRN"}
            if not any(_is_of_the_land(m) for m in here):
                continue
        if len(codes) != 1:
            continue
        [code] = codes
        for mention in here:
            if (
                mention.kind != "role"
                or mention.sector not in _LOCAL
                or mention.role in _ANYBODY
                or _from_elsewhere(mention)
                or any(e.code for e in mention.entities)
            ):
                continue
            mention.entities = tuple(
                e.model_copy(update={"code": code, "country_code": code}) for e in mention.entities
            )
            mention.rule += "; in the country that the sentence is set in"


def _from_elsewhere(mention: Mention) -> bool:
    """Whether where somebody stands says nothing of whose he is: exiles, and "Tamil demonstrators"."""
    words = [t for t in mention.head.lefts if t.dep_ in ("amod", "compound", "nmod")]
    return mention.head.lemma_.lower() in _ROOTLESS or any(t.ent_type_ == "NORP" for t in words)


def at_home(mentions: Mentions, home: str) -> None:
    """Give bodies of state that nothing else places the country that the report comes from.

    "The Department of Foreign Affairs" of a report from Manila is the Philippines'.
    """
    for mention in mentions:
        if (
            mention.kind == "role"
            and mention.role_kind == "body"
            and mention.definite
            and mention.sector in _BODIES
            and not any(e.code for e in mention.entities)
        ):
            mention.entities = tuple(
                e.model_copy(update={"code": home, "country_code": home}) for e in mention.entities
            )
            mention.rule += "; of the country that the report comes from"


def of_the_territory(mentions: Mentions) -> None:
    """Give a chief minister or premier of no named land the one territory that the report speaks of.

    "Gibraltar voted on Thursday. Peter Caruana, the chief minister, …": states have other heads.
    """
    lands = {e.code for m in mentions for e in m.entities if e.code and e.code.lower() in _TERRITORIES}
    if len(lands) != 1:
        return
    [code] = lands
    for mention in mentions:
        heads = [
            (mention.role or e.office or "").lower() in _HEADS and e.code is None for e in mention.entities
        ]
        words = mentions.doc[mention.start : mention.end].text.lower().removeprefix("the ")
        behind = mentions.doc[mention.end : mention.end + 1].text
        alone = mention.kind == "person" or (mention.definite and words == mention.role and behind != "of")
        if heads == [True] and alone:
            mention.entities = tuple(
                e.model_copy(update={"code": code, "country_code": code, "sector": "GOV"})
                for e in mention.entities
            )
            mention.rule += "; of the territory that the report speaks of"


def _is_of_the_land(mention: Mention) -> bool:
    """Whether this is a body of the state that stands in its own country: a parliament, not an embassy."""
    return (
        mention.code is not None
        and mention.role_kind == "body"
        and mention.sector in _BODIES
        and mention.role not in _ABROAD_BODIES
    )
