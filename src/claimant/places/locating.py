"""Where an event took place."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from claimant.language import Clause, noun_phrase, noun_prepositions
from claimant.places.gazetteer import Gazetteer
from claimant.places.place import Place
from claimant.record import Location
from claimant.tables import word_list

_AT = ("in", "at", "near", "off", "outside", "across", "inside", "around")
_GOAL = ("in", "at", "to", "into")
# Behind these stands a thing that may be somewhere: "drove into a strip at Guerguerat".
_ONTO = ("into", "to", "through", "across", "onto", "along", "over", "against")
_AMONG = ("between", "with", "among")
_PLACES = word_list("places", "places")
_DONE_TO = word_list("places", "done_to")
_EXACT = word_list("places", "exact")
_WIDE = word_list("places", "wide")
_NOT_PLACES = frozenset({"DATE", "TIME", "EVENT", "CARDINAL", "ORDINAL", "MONEY", "NORP"})

_Found = tuple[Location, Place | None]


def locate(
    trigger: Token, clause: Clause | None, places: Gazetteer, near: Collection[str], *, visit: bool = False
) -> Location | None:
    """The place behind "in", "at", "near" … of an event's clause, its object or its noun.

    Of several, the one that says most exactly where: the town before the country.

    Args:
        trigger: The word that tells of the event.
        clause: Its clause.
        places: The gazetteer.
        near: Codes of the states at hand, which decide between places of one name.
        visit: Whether it is a visit: then "to" and "into" lead to the place too.
    """
    search = _Search(places, near)
    best: _Found | None = None
    for found in search.all(trigger, clause, visit=visit):
        if best is None or _width(found[1]) < _width(best[1]):
            best = found
    return best[0] if best is not None else None


def _width(place: Place | None) -> int:
    """How wide a place is: an exact one, one in between, a country or a sea, an unknown one."""
    if place is None:
        return 3
    return 0 if place.kind in _EXACT else 2 if place.kind in _WIDE else 1


class _Search:
    """Finds the places that the words of an event lead to."""

    def __init__(self, places: Gazetteer, near: Collection[str]) -> None:
        self._places = places
        self._near = near

    def all(self, trigger: Token, clause: Clause | None, *, visit: bool) -> Iterator[_Found]:
        """The places, the surest first."""
        behind: list[dict[str, list[Token]]] = [noun_prepositions(trigger)]
        objects: list[Token] = []
        if clause is not None:
            behind.append(clause.prepositions)
            objects = clause.objects
            behind.extend(map(noun_prepositions, objects))
        for name in (*_GOAL, "near") if visit else (*_AT, "on"):
            for held in behind:
                for token in held.get(name, []):
                    found = self._resolve(token)
                    yield from [found] if found is not None else self._inside(token)
        for head in objects:
            yield from self._of_object(head, clause, visit=visit)
        if clause is not None:
            yield from self._beyond(clause.prepositions, _ONTO)
            yield from self._there(clause)
        yield from self._beyond(behind[0], _AMONG)

    def _of_object(self, head: Token, clause: Clause | None, *, visit: bool) -> Iterator[_Found]:
        behind = noun_prepositions(head)
        # "occupied the port of Antofagasta"
        for token in behind.get("of", []):
            if head.lemma_.lower() in _PLACES and (found := self._resolve(token)) is not None:
                yield found
        for again in behind.get("to", []):
            # "spoke face to face in Moscow": what repeats itself says how
            if again.lemma_ == head.lemma_:
                yield from self._inside(again)
        done_to = clause is not None and not clause.passive and clause.verb.lemma_.lower() in _DONE_TO
        if visit or done_to:
            found = self._resolve(head)
            if found is not None and found[1] is not None:
                yield found

    def _beyond(self, held: dict[str, list[Token]], names: Collection[str]) -> Iterator[_Found]:
        """Places of what stands behind a preposition: "talks between the governments in Bern"."""
        for name in names:
            for token in held.get(name, []):
                if token.pos_ == "NOUN":
                    yield from self._inside(token)

    def _there(self, clause: Clause) -> Iterator[_Found]:
        """ "Flew to Algiers and met his counterpart there": the place told last before it."""
        there = [c for c in clause.verb.children if c.lower_ == "there" and c.dep_ == "advmod"]
        for adverb in there[:1]:
            start = adverb.sent.start
            earliest = adverb.doc[start - 1].sent.start if start else start
            for token in reversed(adverb.doc[earliest : adverb.i]):
                if token.dep_ == "pobj" and token.head.lower_ in _GOAL:
                    found = self._resolve(token)
                    if found is not None and found[1] is not None:
                        yield found
                        return

    def _inside(self, head: Token, depth: int = 3) -> Iterator[_Found]:
        """The places inside a phrase: "outside the consulate in *La Paz*"."""
        behind = noun_prepositions(head)
        for name in (*_AT, "of"):
            for token in behind.get(name, []):
                found = self._resolve(token)
                if found is None and depth:
                    yield from self._inside(token, depth - 1)
                elif found is not None and found[1] is not None:
                    if name != "of" or head.lemma_.lower() in _PLACES or token.pos_ != "PROPN":
                        yield found

    def _resolve(self, token: Token) -> _Found | None:
        if token.pos_ != "PROPN" or token.ent_type_ in _NOT_PLACES:
            return None
        words = [t for t in noun_phrase(token) if t.dep_ == "compound" or t.i == token.i or t.pos_ == "PROPN"]
        text = token.doc[words[0].i : token.i + 1].text if words else token.text
        whole = _with_of(token, text)
        place = self._places.resolve(whole, self._near) if whole != text else None
        if place is not None:
            text = whole
        else:
            place = self._places.resolve(text, self._near)
        if place is None and len(words) > 1:
            place = self._places.resolve(token.text, self._near)
        if place is None:
            known = token.ent_type_ in ("GPE", "LOC", "FAC")
            return (Location(extracted_place=text), None) if known else None
        location = Location(
            extracted_place=text,
            resolved_place=place.name,
            geonameid=place.geonameid,
            lat=place.lat,
            lon=place.lon,
            country_code=place.country_code,
        )
        return location, place


def _with_of(token: Token, text: str) -> str:
    """A name with its "of": "the Line of Control"."""
    of = next((c for c in token.rights if c.lower_ == "of" and c.i == token.i + 1), None)
    inner = next((c for c in of.rights if c.dep_ == "pobj" and c.pos_ == "PROPN"), None) if of else None
    return f"{text} of {inner.text}" if inner is not None else text
