"""Names in, places out."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from claimant.disputes import load_disputes
from claimant.places.gazetteer import Gazetteer
from claimant.places.place import CITIES, COLUMNS, REGION_COLUMNS, REGIONS
from claimant.tables import TableError, values

# Name, country codes at hand in the report, the country code and GeoNames' id of what is meant.
CITY_CASES = [
    ("Sochi", "", "RUS", 491422),
    ("Donetsk", "", "UKR", 709717),
    ("Donetsk", "RUS UKR", "UKR", 709717),
    ("Tripoli", "", "LBY", 2210247),
    ("Tripoli", "LBN SYR", "LBN", 266826),
    ("Tripoli", "LBN LBY", "LBY", 2210247),
    ("Hyderabad", "", "IND", 1269843),
    ("Hyderabad", "PAK", "PAK", 1176734),
    ("London", "", "GBR", 2643743),
    ("London", "CAN", "GBR", 2643743),
    ("London, Ontario", "", "CAN", 6058560),
    ("LONDON, Ontario", "", "CAN", 6058560),
    ("Athens", "USA", "GRC", 264371),
    ("Athens, Georgia", "", "USA", 4180386),
    ("Tripoli, Lebanon", "LBY", "LBN", 266826),
    ("Portland, Maine", "", "USA", 4975802),
    ("Portland, Ore.", "", "USA", 5746545),
    ("Washington", "", "USA", 4140963),
    ("Washington, D.C.", "", "USA", 4140963),
    ("New York", "", "USA", 5128581),
    ("San Jose", "CRI NIC", "CRI", 3621849),
    ("San Jose, Calif.", "", "USA", 5392171),
    ("Kiev", "", "UKR", 703448),
    ("Kyiv", "", "UKR", 703448),
    ("Odessa", "", "UKR", 698740),
    ("Odessa", "USA RUS", "UKR", 698740),
    ("St. Petersburg", "", "RUS", 498817),
    ("Bethlehem", "", "PSE", 284315),
    ("Mosul", "", "IRQ", 99072),
    ("Aleppo", "", "SYR", 170063),
    ("Raqqa", "", "SYR", 172955),
    ("Kobani", "", "SYR", None),
    ("Xi'an", "", "CHN", 1790630),
    ("Xi’an", "", "CHN", 1790630),
    ("São Paulo", "", "BRA", 3448439),
    ("Sao Paulo", "", "BRA", 3448439),
    ("RIO DE JANEIRO", "", "BRA", 3451190),
    ("TOKYO", "", "JPN", 1850147),
    ("NAIROBI, Kenya", "", "KEN", 184745),
    ("Saigon", "", "VNM", 1566083),
    ("Rangoon", "", "MMR", 1298824),
    ("Bombay", "", "IND", 1275339),
    ("The Hague", "", "NLD", 2747373),
    ("Stanley", "ARG GBR", "FLK", 3426691),
    ("central Baghdad", "", "IRQ", 98182),
    ("the southern city of Basra", "", "IRQ", 99532),
    ("the port of Latakia", "", "SYR", 173576),
    ("Basra city", "", "IRQ", 99532),
    ("Moscow's", "", "RUS", 524901),
    ("  Moscow, ", "", "RUS", 524901),
]

# Name, codes at hand, the place's own name, its kind and the codes of its countries or parties.
AREA_CASES = [
    ("Georgia", "", "Georgia", "country", "GEO"),
    ("Georgia", "USA GEO", "Georgia", "country", "GEO"),
    ("Georgia", "USA", "Georgia", "state", "USA"),
    ("the United States", "", "United States", "country", "USA"),
    ("U.S.", "", "United States", "country", "USA"),
    ("Britain", "", "United Kingdom", "country", "GBR"),
    ("eastern Ukraine", "", "Ukraine", "country", "UKR"),
    ("northern Mexico", "", "Mexico", "country", "MEX"),
    ("South Korea", "", "South Korea", "country", "KOR"),
    ("Texas", "", "Texas", "state", "USA"),
    ("Florida", "", "Florida", "state", "USA"),
    ("East China Sea", "", "East China Sea", "sea", ""),
    ("the East China Sea", "", "East China Sea", "sea", ""),
    ("Hokkaido", "", "Hokkaido", "island", "JPN"),
    ("Gaza Strip", "", "Gaza Strip", "region", "ISR PSE"),
    ("Gaza", "", "Gaza Strip", "region", "ISR PSE"),
    ("Donbass", "", "Donbas", "region", "RUS UKR"),
    ("Crimea", "", "Crimea", "peninsula", "RUS UKR"),
    ("Kashmir", "", "Kashmir", "region", "IND PAK"),
    ("Strait of Hormuz", "", "Strait of Hormuz", "strait", "IRN OMN"),
    ("Suez Canal", "", "Suez Canal", "canal", "EGY"),
    ("Line of Control", "", "Line of Control", "line", "IND PAK"),
    ("Dokdo", "", "Liancourt Rocks", "islands", "JPN KOR"),
    ("Takeshima", "", "Liancourt Rocks", "islands", "JPN KOR"),
    ("Diaoyu Islands", "", "Senkaku Islands", "islands", "CHN JPN TWN"),
    ("Malvinas", "", "Falkland Islands", "islands", "ARG GBR"),
    ("Gibraltar", "", "Gibraltar", "territory", "ESP GBR"),
    ("Homs province", "", "Homs province", "province", "SYR"),
    ("Darfur", "", "Darfur", "region", "SDN"),
    ("GAZA STRIP", "", "Gaza Strip", "region", "ISR PSE"),
]

NOTHING = [
    *(
        "",
        " ",
        ".",
        ",",
        "the",
        "nice",
        "ceasefire",
        "Shinzo Abe",
        "Moscow, Idaho",
        "North Platte",
        "the village of",
    ),
    *("the " * 500, "a, " * 500, "x" * 10_000),
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(("name", "near", "code", "geonameid"), CITY_CASES)
def test_cities(gazetteer: Gazetteer, name: str, near: str, code: str, geonameid: int | None) -> None:
    place = gazetteer.resolve(name, near.split())
    assert place is not None
    assert place.country_code == code
    assert place.kind in ("city", "capital")
    assert place.lat is not None
    assert place.geonameid == geonameid or geonameid is None


@pytest.mark.parametrize(("name", "near", "resolved", "kind", "codes"), AREA_CASES)
def test_areas(gazetteer: Gazetteer, name: str, near: str, resolved: str, kind: str, codes: str) -> None:
    place = gazetteer.resolve(name, near.split())
    assert place is not None
    assert (place.name, place.kind, place.country_codes) == (resolved, kind, tuple(codes.split()))
    assert place.country_code == (codes if len(codes) == 3 else None)


@pytest.mark.parametrize("name", NOTHING)
def test_what_is_no_place(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.resolve(name) is None


def test_where_sochi_is(gazetteer: Gazetteer) -> None:
    place = gazetteer.resolve("Sochi")
    assert place is not None
    assert (place.lat, place.lon) == pytest.approx((43.6, 39.72), abs=0.01)


@pytest.mark.parametrize(
    "name", ["Sochi", "Kiev", "East China Sea", "Japan", "São Paulo", "Sao Paulo", "U.S."]
)
def test_names_hold(gazetteer: Gazetteer, name: str) -> None:
    assert name in gazetteer.names()


@pytest.mark.parametrize("name", ["sochi", "Miss.", "La.", "", "Shinzo Abe", "Date", "Clinton"])
def test_names_do_not_hold(gazetteer: Gazetteer, name: str) -> None:
    assert name not in gazetteer.names()


def test_every_name_means_something(gazetteer: Gazetteer) -> None:
    assert [name for name in gazetteer.names() if gazetteer.resolve(name) is None] == []


def test_no_side_is_taken_by_calling_a_city_a_capital(gazetteer: Gazetteer) -> None:
    for name in ("Jerusalem", "Laayoune"):
        place = gazetteer.resolve(name)
        assert place is not None
        assert place.kind == "city"


def test_loading_twice_gives_the_same() -> None:
    assert Gazetteer.load() is Gazetteer.load()


def test_regions_are_neutral_and_sourced() -> None:
    with REGIONS.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert len(rows) >= 250
    for row in rows:
        codes = values(row["country_codes"])
        assert codes == sorted(set(codes)), row
        assert bool(row["lat"]) == bool(row["lon"]), row
        assert row["kind"], row
        assert row["source"], row
        if row["lat"]:
            assert -90 <= float(row["lat"]) <= 90, row
            assert -180 <= float(row["lon"]) <= 180, row


CITY = "491422,Sochi,RUS,,43.60,39.72,327608,city,,Sotchi"


@pytest.mark.parametrize(
    ("cities", "regions", "problem"),
    [
        (None, "", "cities.csv: cannot be read"),
        ("geonameid,name\n", "", "cities.csv:1: has other columns"),
        (f"{','.join(COLUMNS)}\n{CITY}\n1,Nowhere\n", "", "cities.csv:3: has 2 cells, not 10"),
        (f"{','.join(COLUMNS)}\n{CITY}\n", "Sea,,sea,PRK;KOR,,,x", "out of alphabetical order"),
        (f"{','.join(COLUMNS)}\n{CITY}\n", "Sea,,sea,,north,5.0,x", "regions.csv:2: has a coordinate"),
        (
            f"{','.join(COLUMNS)}\n{CITY}\n",
            "Sea,,sea,,,,x\nLake,Sea,lake,,,,x",
            "regions.csv:3: has the name 'Sea' twice",
        ),
    ],
)
def test_broken_tables_say_where(tmp_path: Path, cities: str | None, regions: str, problem: str) -> None:
    if cities is not None:
        (tmp_path / "cities.csv").write_text(cities, encoding="utf-8")
    (tmp_path / "regions.csv").write_text(f"{','.join(REGION_COLUMNS)}\n{regions}\n", encoding="utf-8")
    with pytest.raises(TableError) as error:
        Gazetteer(tmp_path / "cities.csv", tmp_path / "regions.csv")
    assert problem in str(error.value)


def test_a_broken_row_is_named_when_it_is_asked_for(tmp_path: Path) -> None:
    broken = CITY.replace("491422", "many")
    (tmp_path / "cities.csv").write_text(f"{','.join(COLUMNS)}\n{broken}\n", encoding="utf-8")
    (tmp_path / "regions.csv").write_text(",".join(REGION_COLUMNS) + "\n", encoding="utf-8")
    gazetteer = Gazetteer(tmp_path / "cities.csv", tmp_path / "regions.csv")
    with pytest.raises(TableError, match="broken row"):
        gazetteer.resolve("Sochi")


def test_the_table_ships_and_is_slim() -> None:
    assert CITIES.stat().st_size < 1_500_000


def test_the_places_of_the_registry_are_known(gazetteer: Gazetteer) -> None:
    unknown = []
    for dispute in load_disputes().values():
        for part in dispute.territories:
            plain = [n.text for n in part.names if n.script == "Latn" and not n.ambiguous]
            if part.lat is not None and plain and not any(map(gazetteer.resolve, plain)):
                unknown.append(f"{dispute.id}: {part.name}")
    assert len(unknown) <= 2, unknown
