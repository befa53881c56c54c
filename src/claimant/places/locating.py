"""Where an event took place."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from claimant.language import Clause, noun_phrase, noun_prepositions
from claimant.places.gazetteer import Gazetteer
from claimant.record import Location

_AT = ("in", "at", "near", "off", "outside", "across", "inside", "around")
_GOAL = ("in", "at", "to", "into")
_PLACES = frozenset(
    {"port", "city", "town", "village", "island", "airport", "capital", "province", "base", "resort"}
)
_NOT_PLACES = frozenset({"DATE", "TIME", "EVENT", "CARDINAL", "ORDINAL", "MONEY", "NORP"})


def locate(
    trigger: Token, clause: Clause | None, places: Gazetteer, near: Collection[str], *, visit: bool = False
) -> Location | None:
    """The place behind "in", "at", "near" … of an event's clause, its object or its noun.

    Args:
        trigger: The word that tells of the event.
        clause: Its clause.
        places: The gazetteer.
        near: Codes of the states at hand, which decide between places of one name.
        visit: Whether it is a visit: then "to" and "into" lead to the place too.
    """
    behind: list[dict[str, list[Token]]] = [noun_prepositions(trigger)]
    objects: list[Token] = []
    if clause is not None:
        behind.append(clause.prepositions)
        objects = clause.objects
        behind.extend(noun_prepositions(head) for head in objects)
    for name in (*_GOAL, "near") if visit else (*_AT, "on"):
        for held in behind:
            for token in held.get(name, []):
                found = _resolve(token, places, near) or _inside(token, places, near)
                if found is not None:
                    return found
    for head in objects:
        # "occupied the port of Antofagasta"
        for token in noun_prepositions(head).get("of", []):
            found = _resolve(token, places, near) if head.lemma_.lower() in _PLACES else None
            if found is not None:
                return found
    if visit:
        for token in objects:
            found = _resolve(token, places, near)
            if found is not None and found.resolved_place is not None:
                return found
    return None


def _inside(head: Token, places: Gazetteer, near: Collection[str], depth: int = 3) -> Location | None:
    """The place inside a phrase: "outside the consulate in *La Paz*"."""
    behind = noun_prepositions(head)
    for name in (*_AT, "of"):
        for token in behind.get(name, []):
            found = _resolve(token, places, near)
            if found is None and depth:
                found = _inside(token, places, near, depth - 1)
            if (
                found is not None
                and found.resolved_place is not None
                and (name != "of" or head.lemma_.lower() in _PLACES or token.pos_ != "PROPN")
            ):
                return found
    return None


def _resolve(token: Token, places: Gazetteer, near: Collection[str]) -> Location | None:
    if token.pos_ != "PROPN" or token.ent_type_ in _NOT_PLACES:
        return None
    words = [t for t in noun_phrase(token) if t.dep_ == "compound" or t.i == token.i or t.pos_ == "PROPN"]
    text = token.doc[words[0].i : token.i + 1].text if words else token.text
    place = places.resolve(text, near) or (places.resolve(token.text, near) if len(words) > 1 else None)
    if place is None:
        return Location(extracted_place=text) if token.ent_type_ in ("GPE", "LOC", "FAC") else None
    return Location(
        extracted_place=text,
        resolved_place=place.name,
        geonameid=place.geonameid,
        lat=place.lat,
        lon=place.lon,
        country_code=place.country_code,
    )
