"""The signal before a time, and the days that both mean."""

from __future__ import annotations

from datetime import date

import pytest

from claimant.times import TimeReader, interval_of, relation

READER = TimeReader()
PUBLISHED = date(2014, 2, 7)

RELATIONS = [
    ("It has been made since 2010.", ["since"]),
    ("He ruled until 2011.", ["until"]),
    ("He ruled till the summer of 2011.", ["until"]),
    ("It was drawn before the first world war.", ["before"]),
    ("Prior to 1967 it was quiet.", ["before"]),
    ("After the Suez crisis they left.", ["after"]),
    ("It will close by 30 June.", ["by"]),
    ("Ships met on Friday.", ["on"]),
    ("It fell in early 1994.", ["in"]),
    ("It fell in the 1940s.", ["in"]),
    ("It fell during the Meiji era.", ["during"]),
    ("It was quiet over the weekend.", ["during"]),
    ("He ruled from 2008 to 2012.", ["from", "until"]),
    ("It rose between 2013 and 2014.", ["between", "between"]),
    ("He ruled from 2008 to 2012 and between 2013 and 2014.", ["from", "until", "between", "between"]),
    ("Only pre-1967 lines count.", ["before"]),
    ("The post-1959 state endures.", ["after"]),
    ("Officials said Tuesday no.", [""]),
    ("He was sentenced to 18 months.", [""]),
]


@pytest.mark.parametrize(("text", "expected"), RELATIONS)
def test_relation(text: str, expected: list[str]) -> None:
    assert [relation(text, time) for time in READER.find(text, PUBLISHED)] == expected


STRETCHES = [
    ("It has been made since 2010.", (date(2010, 1, 1), PUBLISHED, "year")),
    ("He ruled until 2011.", (None, date(2011, 12, 31), "year")),
    ("It will close by 30 June.", (None, date(2014, 6, 30), "day")),
    ("After 3 May 2013 it was quiet.", (date(2013, 5, 3), None, "day")),
    ("Ships met on Friday.", (PUBLISHED, PUBLISHED, "day")),
    ("In the past two weeks 40 people died.", (date(2014, 1, 24), PUBLISHED, "week")),
    ("In the next three months they will vote.", (PUBLISHED, date(2014, 5, 7), "month")),
    ("The army now holds it.", (PUBLISHED, PUBLISHED, "day")),
    ("The three-day visit ended.", None),
    ("They meet every year.", None),
    ("It was recently extended.", None),
    ("It fell in the final days of the second world war.", (date(1945, 1, 1), date(1945, 12, 31), "year")),
]


@pytest.mark.parametrize(("text", "expected"), STRETCHES)
def test_interval_of(text: str, expected: tuple[date | None, date | None, str] | None) -> None:
    (time,) = READER.find(text, PUBLISHED)
    assert interval_of(time, PUBLISHED, relation(text, time)) == expected


def test_since_is_open_without_a_dateline() -> None:
    (time,) = READER.find("It has been made since 2010.", None)
    assert interval_of(time, None, "since") == (date(2010, 1, 1), None, "year")
