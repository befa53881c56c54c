"""Places and the rows of the two tables that hold them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimant.tables import TableError, read_csv, values

CITIES = Path(__file__).with_name("gazetteer.csv")
REGIONS = Path(__file__).with_name("regions.csv")
COLUMNS = (
    *("geonameid", "name", "country_code", "admin1", "lat", "lon", "population", "kind"),
    *("known_as", "alternates"),
)
OTHER_MEANINGS = Path(__file__).with_name("other_meanings.csv")
REGION_COLUMNS = ("name", "aliases", "kind", "country_codes", "lat", "lon", "source")

# A capital of fewer people (Hamilton, Victoria) has better-known namesakes.
_KNOWN_CAPITAL = 100_000


@dataclass(frozen=True)
class Place:
    """Somewhere on earth.

    Attributes:
        name: The gazetteer's name, whatever the report calls it.
        geonameid: GeoNames' id; None for what is not in its table here.
        lat: Degrees north, of a point in the place; None where none is known for sure.
        lon: Degrees east.
        country_code: ISO 3166-1 alpha-3; None where there is none, or where there are several.
        kind: ``country``, ``state`` (of the USA), ``capital``, ``city``, or a word of ``regions.csv``.
        country_codes: Every state that it lies in or borders on or, if disputed, that is a party.
    """

    name: str
    geonameid: int | None
    lat: float | None
    lon: float | None
    country_code: str | None
    kind: str
    country_codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """A place with what ranks it against its namesakes.

    Attributes:
        place: The place.
        admin1: The state of the USA that it lies in or is.
        population: People, 0 where unknown.
        known_as: Names by which news knows it, whatever else is called so.
    """

    place: Place
    admin1: str
    population: int
    known_as: frozenset[str] = frozenset()

    def exactness(self, name: str) -> int:
        """0: news calls it so, 1: it is its name, 2: a name among others."""
        if name in self.known_as:
            return 0
        return 1 if ascii_form(self.place.name) == ascii_form(name) else 2

    def is_known(self, name: str) -> bool:
        """Whether one thinks of this place first when one hears the name."""
        if self.place.kind == "capital" and self.population >= _KNOWN_CAPITAL:
            return self.exactness(name) < 2
        return self.exactness(name) == 0

    def lies_in(self, whole: Row) -> bool:
        """Whether the place may be a part of the other one, by its codes."""
        if whole.admin1:
            return self.admin1 == whole.admin1 and self.place.country_code == whole.place.country_code
        if not whole.place.country_codes:
            return True
        return not set(whole.place.country_codes).isdisjoint(self.place.country_codes)


def city_row(line: str, path: Path) -> Row:
    """The row that a line of the table of cities holds.

    Raises:
        TableError: if it is broken.
    """
    try:
        geonameid, name, code, admin1, lat, lon, population, kind, known_as, _ = line.split(",")
        place = Place(name, int(geonameid), _number(lat), _number(lon), code, kind, (code,))
        return Row(place, admin1, int(population), frozenset(known_as.split(";")))
    except ValueError as error:
        raise TableError(path, f"has a broken row: {line!r}.") from error


def ascii_form(text: str) -> str:
    """A name without accents, with straight apostrophes.

    >>> ascii_form("Łódź"), ascii_form("Ḩamāh"), ascii_form("Xi’an")
    ('Lodz', 'Hamah', "Xi'an")
    """
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in parts if not unicodedata.combining(c))


_LETTERS = str.maketrans(
    dict(zip("łŁøØđĐÐðıħəƏ", "lLoOdDDdihaA", strict=True))
    | {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th"}
    | dict.fromkeys("’‘ʻʼ`´", "'")
    | dict.fromkeys("–—", "-")
)


def lines_by_name(path: Path) -> dict[str, str]:
    """The lines of the table of cities, as they are, under each of the names in them.

    A name of several places has their lines, one below the other. They are parsed when the name is
    asked for: a report names a few dozen of twenty thousand cities.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise TableError(path, f"cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise TableError(path, "is not UTF-8.", advice="Save it as UTF-8.") from error
    header, _, body = text.partition("\n")
    if header.split(",") != list(COLUMNS):
        raise TableError(path, "has other columns.", line=1, advice=f"It needs {', '.join(COLUMNS)}.")
    lines: dict[str, str] = {}
    for number, line in enumerate(body.removesuffix("\n").split("\n"), start=2):
        if line.count(",") != len(COLUMNS) - 1:
            raise TableError(path, f"has {line.count(',') + 1} cells, not {len(COLUMNS)}.", line=number)
        for name in _line_names(line):
            lines[name] = f"{lines[name]}\n{line}" if name in lines else line
    return lines


def _line_names(line: str) -> Iterable[str]:
    name = line.split(",", 2)[1]
    _, known_as, alternates = line.rsplit(",", 2)
    if not known_as and not alternates:
        return (name,)
    return {name, *known_as.split(";"), *alternates.split(";")} - {""}


def names_of_other_things(path: Path) -> frozenset[str]:
    """Names of places that in a report are mostly a word or a person's: Date, Clinton."""
    return frozenset(cells["name"] for _, cells in read_csv(path, ("name", "meaning")))


def regions_by_name(path: Path) -> dict[str, Row]:
    """The rows of the table of regions under each of their names, with and without accents."""
    regions: dict[str, Row] = {}
    for line, cells in read_csv(path, REGION_COLUMNS):
        row = _region(cells, path, line)
        for name in _region_names(cells):
            if name in regions and regions[name] is not row:
                raise TableError(path, f"has the name {name!r} twice.", line=line)
            regions[name] = row
    return regions


def _region_names(cells: dict[str, str]) -> Iterator[str]:
    for name in (cells["name"], *values(cells["aliases"])):
        yield name
        if not name.isascii():
            yield ascii_form(name)


def _region(cells: dict[str, str], path: Path, line: int) -> Row:
    codes = tuple(values(cells["country_codes"]))
    if list(codes) != sorted(codes):
        raise TableError(path, "has country codes out of alphabetical order.", line=line)
    try:
        lat, lon = _number(cells["lat"]), _number(cells["lon"])
    except ValueError as error:
        raise TableError(path, f"has a coordinate that is no number: {error}.", line=line) from error
    code = codes[0] if len(codes) == 1 else None
    return Row(Place(cells["name"], None, lat, lon, code, cells["kind"], codes), "", 0)


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
