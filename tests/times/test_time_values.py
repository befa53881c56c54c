"""TIMEX3 values as stretches of the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimant.times import PartialDate, interval

INTERVALS = [
    ("2014-02-07", (date(2014, 2, 7), date(2014, 2, 7), "day")),
    ("2014-02-06TNI", (date(2014, 2, 6), date(2014, 2, 6), "day")),
    ("2014-02-06T15:30", (date(2014, 2, 6), date(2014, 2, 6), "day")),
    ("2014-02-06T15:30:00+09:00", (date(2014, 2, 6), date(2014, 2, 6), "day")),
    ("2014-02", (date(2014, 2, 1), date(2014, 2, 28), "month")),
    ("2012-02-XX", (date(2012, 2, 1), date(2012, 2, 29), "month")),
    ("2014", (date(2014, 1, 1), date(2014, 12, 31), "year")),
    ("1998-XX-XX", (date(1998, 1, 1), date(1998, 12, 31), "year")),
    ("FY2015", (date(2015, 1, 1), date(2015, 12, 31), "year")),
    ("2014-W06", (date(2014, 2, 3), date(2014, 2, 9), "week")),
    ("2014-W06-WE", (date(2014, 2, 8), date(2014, 2, 9), "week")),
    ("2014-W06-5", (date(2014, 2, 7), date(2014, 2, 7), "day")),
    ("2013-SU", (date(2013, 6, 1), date(2013, 8, 31), "season")),
    ("2013-WI", (date(2013, 12, 1), date(2014, 2, 28), "season")),
    ("2014-Q1", (date(2014, 1, 1), date(2014, 3, 31), "quarter")),
    ("2014-H2", (date(2014, 7, 1), date(2014, 12, 31), "year")),
    ("199", (date(1990, 1, 1), date(1999, 12, 31), "decade")),
    ("199X", (date(1990, 1, 1), date(1999, 12, 31), "decade")),
    ("19XX", (date(1900, 1, 1), date(1999, 12, 31), "century")),
    ("19", (date(1900, 1, 1), date(1999, 12, 31), "century")),
    ("1939/1945", (date(1939, 1, 1), date(1945, 12, 31), "year")),
    ("2014-02-07/2014-03", (date(2014, 2, 7), date(2014, 3, 31), "month")),
]
NO_INTERVALS = [
    "PRESENT_REF",
    "PAST_REF",
    "P3D",
    "XXXX-02",
    "XXXX-WXX-5",
    "",
    "2014-02-30",
    "2014-13",
    "1945/1939",
    "T",
]


@pytest.mark.parametrize(("value", "expected"), INTERVALS)
def test_interval(value: str, expected: tuple[date, date, str]) -> None:
    assert interval(value) == expected


@pytest.mark.parametrize("value", NO_INTERVALS)
def test_no_interval(value: str) -> None:
    assert interval(value) is None


@pytest.mark.parametrize(
    "value",
    ["", "2014-2", "2014-02-30", "0000", "9999-WI", "soon", "2014-W54", "2014-02-07T", "2014-02-07\n"],
)
def test_partial_dates_refuse_what_is_none(value: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        PartialDate(value)


def test_partial_dates_compare_by_value() -> None:
    assert PartialDate("2014-02") == PartialDate("2014-02")
    assert PartialDate("2014-02") != PartialDate("2014")
    assert str(PartialDate("2014-02")) == "2014-02"


@given(st.dates())
def test_every_day_is_its_own_interval(day: date) -> None:
    assert interval(day.isoformat()) == (day, day, "day")


@given(st.text(max_size=20))
def test_any_text_has_an_interval_or_none(value: str) -> None:
    known = interval(value)
    assert known is None or known[0] <= known[1]
