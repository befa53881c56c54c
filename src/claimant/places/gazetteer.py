"""A slim gazetteer: which place a name in a report means.

Its tables lie beside this file. ``gazetteer.csv`` has states, the states of the USA and cities of
30,000 people and more; ``tools/build_gazetteer.py`` builds it from GeoNames (geonames.org, CC BY 4.0).
``regions.csv`` has what is no city (seas, straits, provinces, islands, lines, disputed areas) and is
written by hand. The country code of a row of GeoNames is that of ISO 3166; for a disputed area,
``regions.csv`` names every party, in alphabetical order, and says nothing about whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, cached_property
from pathlib import Path

from claimant.patterns import Pattern
from claimant.places.place import (
    CITIES,
    OTHER_MEANINGS,
    REGIONS,
    Place,
    Row,
    ascii_form,
    city_row,
    lines_by_name,
    names_of_other_things,
    regions_by_name,
)

__all__ = ["Gazetteer", "Place"]

# Their towns share names with cities elsewhere, and news puts the state, province or county behind the
# name ("Athens, Georgia"): Athens alone is the one that is known, even in a report about the USA.
_QUALIFIES_ITS_TOWNS = frozenset({"USA", "CAN", "AUS", "NZL", "GBR"})

# A namesake in a country at hand is meant unless the other city is this many times its size.
_OUTWEIGHS = 10

_LONGEST_NAME = 100

_DIRECTION = (
    r"(?:far |deep )?(?:(?:north|south)(?:[- ]?(?:east|west))?|east|west)(?:ern(?:most)?)?"
    r"|central|downtown|coastal|inland|mainland|greater|upper|lower|rural|occupied"
)
_KIND = "city|town|port|village|capital|province|region|island|state"
_BEFORE = Pattern(rf"(?:the (?:[a-z]+ )?(?:{_KIND}) of |(?:{_DIRECTION}) |the )", re.IGNORECASE)
_PROVINCE = Pattern(r"(.+) (province|region|governorate|oblast|district|prefecture)", re.IGNORECASE)
_CITY = Pattern(r"(.+) (?:city|town)", re.IGNORECASE)


class Gazetteer:
    """Names and the places that they mean.

    Args:
        cities: The table with `COLUMNS`, where several rows may share a name.
        regions: The table with `REGION_COLUMNS`, where every name stands once.

    Raises:
        TableError: if one of the tables is missing or broken.
    """

    def __init__(self, cities: Path = CITIES, regions: Path = REGIONS) -> None:
        self._cities_path = cities
        self._lines = lines_by_name(cities)
        self._regions = regions_by_name(regions)

    @staticmethod
    def load() -> Gazetteer:
        """The gazetteer that comes with Claimant, read once."""
        return _packaged()

    def names(self) -> Collection[str]:
        """All names as news writes them, with and without accents: cheap to ask for membership.

        Left out is what in a report is mostly a word or somebody's name (``other_meanings.csv``: Date,
        Clinton); `resolve` knows these too.

        >>> "Hokkaido" in Gazetteer.load().names(), "hokkaido" in Gazetteer.load().names()
        (True, False)
        """
        return self._names

    def country_of(self, name: str, near: Collection[str] = ()) -> str | None:
        """The state that a place lies in; nothing for places that are unknown or lie in several."""
        place = self.resolve(name, near)
        return place.country_code if place is not None else None

    def resolve(self, name: str, near: Collection[str] = ()) -> Place | None:
        """The place that a name means, or None if it means none that the gazetteer knows.

        A region of ``regions.csv`` comes before a country; then come capitals and what the table says that
        news calls so, then the states of the USA, then cities, the larger first. A namesake in a country
        at hand comes before them, unless the first far outweighs it. What follows a comma, or a word in
        front, narrows the choice or is passed over.

        Args:
            name: As it stands in the report.
            near: Country codes at hand in the report: of its actors, its dateline, its other places.

        >>> places = Gazetteer.load()
        >>> places.resolve("Tripoli").country_code, places.resolve("Tripoli", {"LBN"}).country_code
        ('LBY', 'LBN')
        >>> places.resolve("London, Ontario").country_code
        'CAN'
        >>> places.resolve("the southern Gaza Strip").country_codes
        ('ISR', 'PSE')
        """
        name = " ".join(name.replace("’", "'").split()).strip(" ,;:")
        if len(name) > _LONGEST_NAME:
            return None
        row = self._resolve(name, frozenset(near))
        return row.place if row else None

    def _resolve(self, name: str, near: frozenset[str]) -> Row | None:
        name = self._in_small_letters(name)
        for reading in dict.fromkeys((name, name.rstrip("."), name.removesuffix("'s").removesuffix("'"))):
            if row := self._best(self._rows(reading), reading, near):
                return row
        head, comma, qualifier = name.rpartition(", ")
        if comma:
            return self._qualified(head, qualifier, near)
        if found := _BEFORE.match(name):
            row = self._resolve(name[found.end() :], near)
            # "South Lebanon" lies in Lebanon, but "North Platte" is a name of its own.
            is_name = name[0].isupper() and not name.startswith("The ")
            return None if row and is_name and row.place.kind == "city" else row
        if found := _PROVINCE.fullmatch(name):
            return self._province(found[1], found[0], found[2].lower(), near)
        if found := _CITY.fullmatch(name):
            row = self._resolve(found[1], near)
            return row if row and row.place.kind in ("city", "capital") else None
        return None

    def _qualified(self, name: str, qualifier: str, near: frozenset[str]) -> Row | None:
        """Of "London, Ontario", the one that lies there, and none if none is known there."""
        name, qualifier = self._in_small_letters(name), self._in_small_letters(qualifier)
        wholes = self._rows(qualifier) or self._rows(qualifier.rstrip("."))
        if not wholes:
            return self._resolve(name, near)
        # "Athens, Georgia": any reading of the qualifier may be meant.
        inside = [r for r in self._rows(name) if any(r.lies_in(whole) for whole in wholes)]
        return self._best(inside, name, near)

    def _province(self, seat: str, name: str, kind: str, near: frozenset[str]) -> Row | None:
        """A "Homs province" that no table has: it lies around the city whose name it has."""
        row = self._resolve(seat, near)
        if row is None or row.place.kind not in ("city", "capital"):
            return row
        p = row.place
        return Row(Place(name, None, p.lat, p.lon, p.country_code, kind, p.country_codes), row.admin1, 0)

    def _best(self, rows: list[Row], name: str, near: frozenset[str]) -> Row | None:
        """The likeliest of several places of one name."""
        if not rows:
            return None
        first, *others = sorted(rows, key=lambda row: _precedence(row, name))
        at_hand = [row for row in others if not near.isdisjoint(row.place.country_codes)]
        if not at_hand or not near.isdisjoint(first.place.country_codes):
            return first
        if first.place.kind == "country":
            return next((row for row in at_hand if row.place.kind in ("country", "state")), first)
        if first.place.kind not in ("city", "capital", "state"):
            return first
        local = at_hand[0]
        if first.is_known(name) and local.place.country_code in _QUALIFIES_ITS_TOWNS:
            return first
        return local if local.population * _OUTWEIGHS >= first.population else first

    def _rows(self, name: str) -> list[Row]:
        for spelling in dict.fromkeys((name, ascii_form(name))):
            rows = [self._regions[spelling]] if spelling in self._regions else []
            rows += map(self._city, self._lines.get(spelling, "").splitlines())
            if rows:
                return rows
        return []

    def _in_small_letters(self, name: str) -> str:
        """A name in capitals, of a dateline or a headline, as it is written elsewhere."""
        if len(name) < 4 or not name.isupper() or name in self._lines:
            return name
        return self._by_capitals.get(name, name)

    def _city(self, line: str) -> Row:
        return city_row(line, self._cities_path)

    @cached_property
    def _names(self) -> frozenset[str]:
        # "Miss." and "La." stand for states only behind a comma.
        names = {name for name in self._lines if name.find(".") != len(name) - 1}
        return frozenset(names.union(self._regions) - names_of_other_things(OTHER_MEANINGS))

    @cached_property
    def _by_capitals(self) -> dict[str, str]:
        names = (*self._regions, *self._lines)
        # The first of several wins: the table has the larger cities first.
        return {name.upper(): name for name in reversed(names)}


@cache
def _packaged() -> Gazetteer:
    return Gazetteer()


def _precedence(row: Row, name: str) -> tuple[int, int, int]:
    kind = row.place.kind
    if kind == "country":
        rank = 1
    elif kind in ("city", "capital") and row.place.geonameid is not None:
        rank = 2 if row.is_known(name) else 4
    elif kind == "state" and row.place.geonameid is not None:
        rank = 3
    else:
        rank = 0
    return rank, row.exactness(name), -row.population
