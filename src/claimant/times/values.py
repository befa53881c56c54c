"""TIMEX3 values as stretches of the calendar.

Values are those of TIMEX3 (Pustejovsky et al., ISO 24617-1), written out as ``2014-02-06``,
``2014-W06``, ``2013-SU``. Two days joined by ``/`` stand for what TIMEX3 has no word for, the
stretch from the first to the last.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from claimant.patterns import Pattern

PRECISIONS: Final = ("day", "week", "month", "season", "quarter", "year", "decade", "century")
"""How finely a date is known, finest first. A half-year counts as a year, a weekend as a week."""

SEASON_MONTHS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first of the three months of a season, as news of the northern hemisphere counts them."""

_FORM: Final = Pattern(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"|(?P<week_year>\d{4})-W(?P<week>\d{1,2})(?:-(?P<weekday>[1-7])|-(?P<weekend>WE))?"
    r"|(?P<month_year>\d{4})-(?P<only_month>\d\d)(?:-XX)?"
    r"|(?P<season_year>\d{4})-(?P<season>SP|SU|FA|WI)"
    r"|(?P<quarter_year>\d{4})-Q(?P<quarter>[1-4])"
    r"|(?P<half_year>\d{4})-H(?P<half>[12])"
    r"|(?:FY)?(?P<only_year>\d{4})(?:-XX(?:-XX)?)?"
    r"|(?P<decade>\d{3})X?"
    r"|(?P<century>\d\d)(?:XX)?"
)
_CLOCK: Final = Pattern(r"T(?:\d\d(?::\d\d(?::\d\d)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?|MO|MI|AF|EV|NI|DT|XX)$")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the day or only more coarsely.

    Legal values: a year ``2014``, a month ``2014-02``, a day ``2014-02-07``, a week ``2014-W06``, a day
    of a week ``2014-W06-5``, a weekend ``2014-W06-WE``, a season ``2013-SU``, a quarter ``2014-Q1``, a
    half-year ``2014-H1``, a fiscal year ``FY2014`` (read as the calendar year), a decade ``199X``, a
    century ``19XX`` (1900 to 1999), also without the ``X``; unknown parts of a year may be written
    ``2014-XX`` or ``2014-02-XX``.
    Years run from 0001 to 9999. Anything else raises ``ValueError``.

    >>> PartialDate("2014-02").last_day()
    datetime.date(2014, 2, 28)
    >>> PartialDate("199X").precision
    'decade'
    """

    value: str
    precision: str = field(init=False, compare=False)
    _first: date = field(init=False, compare=False, repr=False)
    _last: date = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        try:
            first, last, precision = _calendar_stretch(self.value)
        except (ValueError, OverflowError) as error:
            raise ValueError(
                f"{self.value!r} is no date: write 2014, 2014-02, 2014-02-07, 2014-W06, 2013-SU or 2014-Q1"
            ) from error
        object.__setattr__(self, "precision", precision)
        object.__setattr__(self, "_first", first)
        object.__setattr__(self, "_last", last)

    def first_day(self) -> date:
        """The first day that the date may mean."""
        return self._first

    def last_day(self) -> date:
        """The last day that the date may mean."""
        return self._last

    def __str__(self) -> str:
        return self.value


def interval(value: str) -> tuple[date, date, str] | None:
    """First day, last day and precision of a TIMEX3 ``DATE`` or ``TIME`` value.

    ``None`` for values that name no stretch of the calendar: ``PRESENT_REF``, ``XXXX-02``, ``P3D``.

    >>> interval("2014-02-06TNI")
    (datetime.date(2014, 2, 6), datetime.date(2014, 2, 6), 'day')
    >>> interval("1939/1945")
    (datetime.date(1939, 1, 1), datetime.date(1945, 12, 31), 'year')
    >>> interval("PRESENT_REF") is None
    True
    """
    begin, slash, end = value.partition("/")
    try:
        first = PartialDate(_CLOCK.sub("", begin))
        last = PartialDate(_CLOCK.sub("", end)) if slash else first
    except ValueError:
        return None
    if last.last_day() < first.first_day():
        return None
    return first.first_day(), last.last_day(), max(first.precision, last.precision, key=PRECISIONS.index)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def week_value(day: date) -> str:
    """The ISO week of a day.

    >>> week_value(date(2014, 2, 6))
    '2014-W06'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def season_value(day: date) -> str:
    """The season of a day; January and February belong to the winter of the year before.

    >>> season_value(date(2014, 2, 6))
    '2013-WI'
    """
    year, month = (day.year, day.month) if day.month > 2 else (day.year - 1, 12)
    season = next(name for name, first in reversed(SEASON_MONTHS.items()) if month >= first)
    return f"{year:04d}-{season}"


def _calendar_stretch(value: str) -> tuple[date, date, str]:
    form = _FORM.fullmatch(value)
    if form is None:
        raise ValueError(value)
    part = form.groupdict()
    if part["day"]:
        day = date(int(part["year"]), int(part["month"]), int(part["day"]))
        return day, day, "day"
    if part["week"]:
        year, week = int(part["week_year"]), int(part["week"])
        if part["weekday"]:
            day = date.fromisocalendar(year, week, int(part["weekday"]))
            return day, day, "day"
        monday = date.fromisocalendar(year, week, 1)
        return monday + timedelta(days=5 if part["weekend"] else 0), monday + timedelta(days=6), "week"
    if part["only_month"]:
        return _months(int(part["month_year"]), int(part["only_month"]), 1, "month")
    if part["season"]:
        return _months(int(part["season_year"]), SEASON_MONTHS[part["season"]], 3, "season")
    if part["quarter"]:
        return _months(int(part["quarter_year"]), 3 * int(part["quarter"]) - 2, 3, "quarter")
    if part["half"]:
        return _months(int(part["half_year"]), 6 * int(part["half"]) - 5, 6, "year")
    if part["only_year"]:
        return _months(int(part["only_year"]), 1, 12, "year")
    if part["decade"]:
        year = int(part["decade"]) * 10
        return date(year, 1, 1), date(year + 9, 12, 31), "decade"
    year = int(part["century"]) * 100
    return date(year, 1, 1), date(year + 99, 12, 31), "century"


def _months(year: int, month: int, count: int, precision: str) -> tuple[date, date, str]:
    last = month + count - 1
    return date(year, month, 1), month_end(year + (last - 1) // 12, (last - 1) % 12 + 1), precision


_LENGTH: Final = Pattern(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def length_of(value: str) -> tuple[int, int, int] | None:
    """Years, months and days of a TIMEX3 duration counted in whole numbers; ``None`` for any other value.

    >>> length_of("P4Y"), length_of("P2W"), length_of("PXY")
    ((4, 0, 0), (0, 0, 14), None)
    """
    match = _LENGTH.fullmatch(value)
    if match is None or not any(match.groups()):
        return None
    years, months, weeks, days = (int(g or 0) for g in match.groups())
    return years, months, 7 * weeks + days
