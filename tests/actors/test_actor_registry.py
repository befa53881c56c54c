"""The registry's tables: what has to be in them, and that every row is in order."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import claimant.actors
from claimant.actors import Known, load_registry

DATA = Path(claimant.actors.__file__).parent / "data"
TABLES = sorted(path.stem for path in DATA.glob("*.csv"))
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
DATES = [("start", "end"), ("active_from", "active_to"), ("valid_from", "valid_to")]
# PLOVER codes that are no state, and dependent territories with outlets of their own.
OTHER_CODES = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC", "FLK"}
_SECTORS = """
    AGR BUS COP CRM CVL EDU ELI ENV GOV HLH HRI JRN JUD LAB LEG MED MIL OPP PTY REB REF REL SOC SPY
    UAF
"""
_UN_MEMBERS = """
    AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA
    BRN BGR BFA BDI CPV KHM CMR CAN CAF TCD CHL CHN COL COM COG CRI CIV HRV CUB CYP CZE PRK COD DNK
    DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB
    GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR KWT KGZ LAO LVA LBN LSO
    LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MCO MNG MNE MAR MOZ MMR NAM NRU
    NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT KOR MDA ROU RUS RWA
    KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE
    SYR TJK THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR TZA USA URY UZB VUT VEN VNM YEM ZMB
    ZWE
"""
SECTORS, UN_MEMBERS = set(_SECTORS.split()), set(_UN_MEMBERS.split())
NOT_MEMBERS = {"VAT", "PSE", "TWN", "XKX", "ESH"}
GONE = {"SUN", "YUG", "CSK", "DDR", "YMD", "VDR", "SCG"}
RULING = {"head-of-state", "head-of-government"}


def rows(table: str) -> Iterator[tuple[str, dict[str, str]]]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as handle:
        for row in (reader := csv.DictReader(handle)):
            yield f"{table}.csv:{reader.line_num}", row


def column(table: str, name: str) -> list[str]:
    return [row[name] for _, row in rows(table)]


def test_states_since_1945() -> None:
    assert len(UN_MEMBERS) == 193
    assert set(column("states", "code")) >= UN_MEMBERS | NOT_MEMBERS | GONE


def test_states_that_are_gone_have_their_dates() -> None:
    assert not [where for where, row in rows("states") if row["code"] in GONE and not row["valid_to"]]
    assert not [where for where, row in rows("states") if row["code"] in UN_MEMBERS and row["valid_to"]]


@pytest.mark.parametrize("name", ["capital", "adjectives", "nationals"])
def test_states_have_what_news_calls_them(name: str) -> None:
    lacking = {row["code"] for _, row in rows("states") if not row[name]}
    assert not lacking & (UN_MEMBERS | GONE) - {"SCG", "NRU", "SGP"}


@pytest.mark.parametrize(
    ("seat", "code"),
    [
        ("Kremlin", "RUS"),
        ("White House", "USA"),
        ("Blue House", "KOR"),
        ("Downing Street", "GBR"),
        ("Élysée", "FRA"),
        ("Zhongnanhai", "CHN"),
        ("Pentagon", "USA"),
        ("Knesset", "ISR"),
        ("Duma", "RUS"),
        ("Bundestag", "DEU"),
    ],
)
def test_seats_of_government(seat: str, code: str) -> None:
    assert code in {k.code for k in load_registry().lookup(seat) if k.holds_on("2014-02-07")}


def test_enough_of_everything() -> None:
    international = [r for _, r in rows("organisations") if r["code"] in ("IGO", "UNO", "EUR")]
    assert len(international) >= 80
    assert len(column("groups", "name")) >= 150
    assert len(column("outlets", "name")) >= 200
    assert len(column("roles", "role")) >= 400


def test_people_in_office_of_sixty_countries() -> None:
    offices: dict[str, set[str]] = {}
    for _, row in rows("leaders"):
        offices.setdefault(row["country_code"], set()).add(row["office"])
    whole = [code for code, held in offices.items() if held & RULING and "foreign-minister" in held]
    assert len(whole) >= 60


@pytest.mark.parametrize("table", TABLES)
def test_dates(table: str) -> None:
    bad = []
    for where, row in rows(table):
        for names in DATES:
            since, until = (row.get(name) or "" for name in names)
            bad += [f"{where} {v}" for v in (since, until) if v and not DATE.fullmatch(v)]
            if since and until and since[: len(until)] > until[: len(since)]:
                bad.append(f"{where} ends before it starts")
    assert not bad


@pytest.mark.parametrize("table", TABLES)
def test_codes_sectors_and_sources(table: str) -> None:
    codes = set(column("states", "code")) | OTHER_CODES
    bad = []
    for where, row in rows(table):
        bad += [f"{where} {row[c]}" for c in ("code", "country_code") if row.get(c) and row[c] not in codes]
        if row.get("sector") and row["sector"] not in SECTORS:
            bad.append(f"{where} {row['sector']}")
        if "source" in row and not row["source"].strip():
            bad.append(f"{where} says not where it comes from")
    assert not bad


@pytest.mark.parametrize("table", TABLES)
def test_nothing_twice(table: str) -> None:
    keys = [tuple(row.values()) for _, row in rows(table)]
    assert len(keys) == len(set(keys))


def test_roles() -> None:
    assert {row["kind"] for _, row in rows("roles")} == {"person", "people", "body"}
    assert all(row["role"] == row["role"].lower() and row["sector"] for _, row in rows("roles"))


@pytest.mark.parametrize(
    ("code", "rank", "day", "name"),
    [
        ("RUS", "head-of-state", "2014-02-07", "Vladimir Putin"),
        ("RUS", "head-of-state", "2010-02-07", "Dmitry Medvedev"),
        ("JPN", "head-of-government", "2014-02-07", "Shinzo Abe"),
        ("USA", "foreign-minister", "1998-06-01", "Madeleine Albright"),
        ("SUN", "foreign-minister", "1989", "Eduard Shevardnadze"),
        ("DEU", "head-of-government", "2014-02", "Angela Merkel"),
    ],
)
def test_in_office(code: str, rank: str, day: str, name: str) -> None:
    holder = load_registry().in_office(code, rank, day)
    assert holder is not None
    assert holder.name == name


def test_nobody_is_in_office_without_a_day() -> None:
    assert load_registry().in_office("RUS", "head-of-state", None) is None


def test_longest_name_first() -> None:
    found = [name for name, _ in load_registry().matches("South Korean troops", 0)]
    assert found[0] == "South Korean"
    assert not list(load_registry().matches("Chadwick left", 0))


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        ("1991-12-25", True),
        ("1991", True),
        ("1991-12-27", False),
        ("1922-12", True),
        ("1921", False),
        (None, True),
    ],
)
def test_partial_dates(day: str | None, holds: bool) -> None:
    known = Known("state", "Soviet Union", "SUN", since="1922-12-30", until="1991-12-26")
    assert known.holds_on(day) is holds
