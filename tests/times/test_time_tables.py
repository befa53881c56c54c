"""The tables of eras and holidays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimant.tables import TableError
from claimant.times import TimeReader
from claimant.times.calendars import easter
from claimant.times.eras import Eras
from claimant.times.holidays import Holidays, holiday_days

YEARS = [
    ("World War II", "1939", "1945"),
    ("Korean war", "1950", "1953"),
    ("Falklands war", "1982", "1982"),
    ("Cold War", "1947", "1991"),
    ("Bosnian war", "1992", "1995"),
    ("Cultural Revolution", "1966", "1976"),
    ("Iran-Iraq war", "1980", "1988"),
]


def test_there_are_many_eras_each_with_a_source() -> None:
    eras = {id(era): era for era in Eras.load().by_name.values()}.values()
    assert len(eras) >= 40
    assert all(era.source for era in eras)


@pytest.mark.parametrize(("name", "start", "end"), YEARS)
def test_years_of_eras(name: str, start: str, end: str) -> None:
    era = Eras.load().by_name[name.lower()]
    assert (era.start, era.end) == (start, end)


BROKEN = [
    ("- names: [Short war]\n  start: 1990\n", "line|:1", "end"),
    ("- names: [A war]\n  start: 1990\n  end: 1980\n  source: x\n", ":1", "before it starts"),
    ("- names: [A war]\n  start: soon\n  end: 1980\n  source: x\n", ":1", "no date"),
    (
        "- names: [A war]\n  start: 1990\n  end: 1991\n  source: x\n"
        "- names: [A War]\n  start: 1980\n  end: 1981\n  source: x\n",
        ":5",
        "another era",
    ),
    ("names: x\n", "", "must be a list"),
]


@pytest.mark.parametrize(("content", "line", "problem"), BROKEN)
def test_broken_eras_are_told_by_file_and_line(tmp_path: Path, content: str, line: str, problem: str) -> None:
    path = tmp_path / "eras.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TableError, match=problem) as error:
        Eras.load(path)
    assert "eras.yaml" in str(error.value)
    assert line.split("|")[-1] in str(error.value)


def test_eras_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "eras.yaml"
    path.write_text("- names: [Cod War]\n  start: 1975\n  end: 1976\n  source: own\n", encoding="utf-8")
    (time,) = TimeReader(eras=Eras.load(path)).find("Nets were cut at the end of the Cod War.", None)
    assert (time.text, time.value) == ("the end of the Cod War", "1976")


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1999, date(1999, 4, 4)),
        (2000, date(2000, 4, 23)),
        (2014, date(2014, 4, 20)),
        (2024, date(2024, 3, 31)),
    ],
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 2013, date(2013, 12, 25)),
        ("11/4/thursday", 2013, date(2013, 11, 28)),
        ("5/-1/monday", 2014, date(2014, 5, 26)),
        ("11/1/monday+1", 1998, date(1998, 11, 3)),
        ("easter-46", 2014, date(2014, 3, 5)),
        ("orthodox-easter+0", 2013, date(2013, 5, 5)),
        ("passover+0", 2013, date(2013, 3, 26)),
        ("rosh-hashanah+9", 1973, date(1973, 10, 6)),
        ("hanukkah+0", 2024, date(2024, 12, 26)),
        ("islamic-09-01", 2024, date(2024, 3, 11)),
    ],
)
def test_rules_of_holidays(rule: str, year: int, day: date) -> None:
    assert holiday_days(rule, year) == [day]


def test_broken_holidays_are_told(tmp_path: Path) -> None:
    path = tmp_path / "holidays.yaml"
    path.write_text("- names: [Some Day]\n  when: someday\n  source: x\n", encoding="utf-8")
    with pytest.raises(TableError, match="is no rule for a holiday"):
        Holidays.load(path)
