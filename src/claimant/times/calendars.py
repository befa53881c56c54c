"""Feasts that move: Easter of both churches, the feasts of the Jewish and the days of the Islamic calendar.

Arithmetic after Meeus, *Astronomical Algorithms*, chapters 8 and 9, and Reingold and Dershowitz,
*Calendrical Calculations*. The Islamic calendar here is the tabular one: where a month begins when the
new moon is seen, its days may differ by one.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

_HEBREW_EPOCH: Final = -1373427
_ISLAMIC_EPOCH: Final = 227014
_LUNAR_YEARS: Final = 1.0307
"""Islamic years in a Gregorian one."""


def easter(year: int) -> date:
    """Western Easter Sunday (Meeus, Jones and Butcher's form of the Gregorian computus).

    >>> easter(2000), easter(2014)
    (datetime.date(2000, 4, 23), datetime.date(2014, 4, 20))
    """
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    days = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * days) // 451
    month, day = divmod(epact + days - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the churches that reckon it by the Julian calendar, as a Gregorian date.

    >>> orthodox_easter(2014), orthodox_easter(2022)
    (datetime.date(2014, 4, 20), datetime.date(2022, 4, 24))
    """
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def rosh_hashanah(year: int) -> date:
    """The first day of the Jewish year that begins in a Gregorian year.

    >>> rosh_hashanah(2013), rosh_hashanah(2023)
    (datetime.date(2013, 9, 5), datetime.date(2023, 9, 16))
    """
    return _hebrew_new_year(year + 3761)


def passover(year: int) -> date:
    """15 Nisan, which is always 163 days before the next Jewish year.

    >>> passover(2014), passover(2024)
    (datetime.date(2014, 4, 15), datetime.date(2024, 4, 23))
    """
    return rosh_hashanah(year) - timedelta(days=163)


def hanukkah(year: int) -> date:
    """25 Kislev; the month before it has 29 or 30 days, by the length of the year.

    >>> hanukkah(2013), hanukkah(2023)
    (datetime.date(2013, 11, 28), datetime.date(2023, 12, 8))
    """
    first, following = rosh_hashanah(year), rosh_hashanah(year + 1)
    return first + timedelta(days=84 if (following - first).days in (355, 385) else 83)


def islamic_days(year: int, month: int, day: int) -> list[date]:
    """The days of a Gregorian year, one or two, on which a day of the Islamic calendar falls.

    >>> islamic_days(2014, 9, 1), islamic_days(2000, 10, 1)
    ([datetime.date(2014, 6, 29)], [datetime.date(2000, 1, 8), datetime.date(2000, 12, 28)])
    """
    about = int((year - 622) * _LUNAR_YEARS)
    days = [_islamic(lunar, month, day) for lunar in range(max(1, about - 1), about + 4)]
    return [day for day in days if day.year == year]


def _islamic(year: int, month: int, day: int) -> date:
    days = day + 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(days + _ISLAMIC_EPOCH)


def _hebrew_new_year(year: int) -> date:
    before, here, after = (_hebrew_days(y) for y in (year - 1, year, year + 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return date.fromordinal(_HEBREW_EPOCH + here + delay)


def _hebrew_days(year: int) -> int:
    """Days from the epoch to the mean new moon of a year, put off where it may not begin on that weekday."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + (3 * (days + 1) % 7 < 3)
