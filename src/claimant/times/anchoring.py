"""Working out which day, week, month or year is meant, from the dateline and from what was said before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, NamedTuple

from claimant.patterns import Pattern
from claimant.times.tense import Direction, Tenses, looks_ahead
from claimant.times.values import PRECISIONS, interval, season_value, week_value
from claimant.times.words import CLOCK_UNITS, UNITS

UNKNOWN_DAY: Final = "XXXX-XX-XX"
_WEEK: Final = timedelta(days=7)
_REMEMBERED: Final = 30
"""How many expressions back a "that day" or "a year earlier" may reach."""
_RECENT: Final = 2
"""For how many years a date that the text writes out lends its year to the same day without one."""
_LAST_WEEK: Final = 6
"""So many days back, a weekday is more often called last week's."""
_SAID: Final = Pattern(r"\b(?:said|says|told\s(?:[a-z]+\s)?[a-z]+)\s(?:(?:on|late|early)\s)*$")
_TELLS: Final = Pattern(
    r"\b(?:said|told|announced|promised|pledged|vowed|declared|confirmed|warned|insisted)\b"
)
_MONTHS_AHEAD: Final = {"past": 0, "perhaps past": 1, "": 2, "perhaps future": 7, "future": 10}
"""How many months a month without a year may lie ahead, by what the words around it look to."""


class Piece(NamedTuple):
    """A time expression in the making. A ``TIME`` value that begins with ``T`` still lacks its day."""

    start: int
    end: int
    value: str
    type: str = "DATE"


class Anchor:
    """All that an expression may be relative to: the dateline, the text's own dates, and the tense around.

    ``dated`` gives the year of month-and-day and of month as the text itself writes them out somewhere.
    """

    def __init__(
        self, text: str, published: date | None, tenses: Tenses, dated: Mapping[tuple[int, int], int]
    ) -> None:
        self.text = text
        self.published = published
        self._tenses = tenses
        self._dated = dated
        self._said: list[Piece] = []

    def add(self, piece: Piece) -> None:
        """Take note of an expression, for those that follow and refer to it."""
        self._said.append(piece)

    def direction(self, start: int, end: int) -> Direction:
        """Whether the words around a span look back or ahead."""
        return self._tenses.direction(start, end)

    def last_said(self, precision: str) -> Piece | None:
        """The last date said that is known just as finely as ``precision``."""
        for piece in reversed(self._said[-_REMEMBERED:]):
            known = interval(piece.value) if piece.type == "DATE" else None
            if known and known[2] == precision:
                return piece
        return None

    def reference(self, precision: str) -> date | None:
        """First day of the last date said, if it is known at least as finely as ``precision``.

        Falls back to the day of publication.
        """
        for piece in reversed(self._said[-_REMEMBERED:]):
            if piece.type in ("DATE", "TIME"):
                known = interval(piece.value)
                if known and PRECISIONS.index(known[2]) <= PRECISIONS.index(precision):
                    return known[0]
        return self.published

    def rough_reference(self, precision: str) -> tuple[date, int] | None:
        """First day of the last date said, where none is known as finely as ``precision``; and the length
        of what is known of it.

        "In May 1998 … Ten weeks later": only what was over when the text was published counts.
        """
        rough: tuple[date, int] | None = None
        for piece in reversed(self._said[-_REMEMBERED:]):
            known = interval(piece.value) if piece.type in ("DATE", "TIME") else None
            if known is None:
                continue
            if PRECISIONS.index(known[2]) <= PRECISIONS.index(precision):
                return None
            if rough is None and self.published is not None and known[1] < self.published:
                rough = known[0], 7 if known[2] == "month" else 4
        return rough

    def looks_back(self, start: int, end: int) -> bool:
        """Whether a span is in a sentence told in the past, with no word around it that looks ahead."""
        return self._tenses.sentence(start, end)[2] == "past" and not looks_ahead(self.direction(start, end))

    def weekday(self, weekday: int, start: int, direction: Direction) -> date | None:
        """The last such day up to the dateline, or the first from it on when the text looks ahead.

        What is told in the same sentence to have been said on a day looks ahead from that day. A bare
        "said Saturday" in a report of Friday is of the day after, where the sun rises earlier.
        """
        if self.published is None:
            return None
        if looks_ahead(direction):
            told = self._telling(start) if direction == "future" else None
            if told is not None:
                return told + timedelta(days=(weekday - told.weekday()) % 7 or 7)
            ahead = (weekday - self.published.weekday()) % 7
            if (
                ahead == _LAST_WEEK
                and direction != "future"
                and self._tenses.sentence(start, start)[2] == "past"
            ):
                ahead = -1  # "flew to Paris to attend a summit on Friday", told on Saturday
            return self.published + timedelta(days=ahead)
        back = (self.published.weekday() - weekday) % 7
        if back == _LAST_WEEK and _SAID.search(self.text, max(0, start - 24), start):
            back = -1
        return self.published - timedelta(days=back)

    def _telling(self, start: int) -> date | None:
        """The day that somebody said on what stands at ``start``: "said Monday that it would open Friday"."""
        first = self._tenses.sentence(start, start)[0]
        if not _TELLS.search(self.text, first, start):
            return None
        for piece in reversed(self._said):
            if piece.start < first:
                return None
            known = interval(piece.value) if piece.type in ("DATE", "TIME") else None
            if known and known[2] == "day" and self.published is not None:
                return known[0] if 0 < (self.published - known[0]).days < _WEEK.days else None
        return None

    def year_of(self, month: int, day: int, direction: Direction) -> int | None:
        """The year of a month (``day`` 0) or of a month and day that are said without one.

        The text's own full date decides; else the tense and nearness together: reports leave out the
        year of what is near, so that a verb in the past does not make "by Jan. 14" a year old.
        """
        written = self._dated.get((month, day))
        if self.published is None:
            return written
        if written and not looks_ahead(direction) and abs(self.published.year - written) <= _RECENT:
            return written
        here = self.published
        now, then = (here.month, here.day if day else 0), (month, day)
        if now == then:
            return here.year
        last = here.year if then < now else here.year - 1
        ahead = ((month - here.month) + (day - here.day if day else 0) / 31) % 12
        limit = _MONTHS_AHEAD[direction]
        return last + (ahead <= (max(limit, 2) + 1 if day else limit))


def add_months(day: date, count: int) -> date:
    """The same day of the month, ``count`` months on; the month's last where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            if not 1 <= year <= 9998:
                raise
    raise AssertionError("every month has 28 days")


def shifted(day: date, count: Fraction, unit: str) -> str | None:
    """The value of the day, week, month or year that lies ``count`` units from ``day``.

    >>> shifted(date(2014, 2, 7), Fraction(-3), "day"), shifted(date(2014, 2, 7), Fraction(-2), "month")
    ('2014-02-04', '2013-12')
    """
    many, iso = UNITS[unit]
    try:
        if unit in CLOCK_UNITS:
            return day.isoformat() if abs(count) * (24 if unit == "second" else 1) < 24 else None
        if iso == "D":
            return (day + timedelta(days=int(count))).isoformat()
        if iso == "W":
            moved = day + timedelta(days=int(count * many * 7))
            return moved.isoformat() if count.denominator > 1 else week_value(moved)
        if iso == "M":
            return f"{add_months(day, int(count)):%Y-%m}" if day.year > 999 else None
        return _year(day.year + int(count * many))
    except (OverflowError, ValueError):
        return None


def unit_value(day: date, unit: str, count: int) -> str | None:
    """The value of the unit of the calendar around ``day``, ``count`` units on.

    >>> unit_value(date(2014, 2, 7), "week", -1), unit_value(date(2014, 2, 7), "century", 0)
    ('2014-W05', '20XX')
    """
    try:
        if unit == "day":
            return (day + timedelta(days=count)).isoformat()
        if unit == "fortnight":
            return week_value(day + count * 2 * _WEEK)
        if unit == "week":
            return week_value(day + count * _WEEK)
        if unit == "weekend":
            return f"{week_value(day + count * _WEEK)}-WE"
        if unit == "month":
            return f"{add_months(day, count):%Y-%m}"
        if unit == "quarter":
            moved = add_months(day, 3 * count)
            return f"{moved.year:04d}-Q{(moved.month + 2) // 3}"
        if unit == "decade":
            return f"{day.year // 10 + count:03d}X"
        if unit == "century":
            return f"{day.year // 100 + count:02d}XX"
        return _year(day.year + count)
    except (OverflowError, ValueError):
        return None


def season_near(day: date, season: str, count: int) -> str:
    """The season of that name last over (``count`` -1), nearest (0) or next to begin (1).

    >>> season_near(date(1999, 4, 10), "FA", -1), season_near(date(2014, 2, 7), "SU", 1)
    ('1998-FA', '2014-SU')
    """
    current = season_value(day)
    candidates = [f"{year:04d}-{season}" for year in range(day.year - 2, day.year + 3)]
    if count == 0:
        return min(candidates, key=lambda value: abs((_start(value) - _start(current)).days))
    if count < 0:
        return max((value for value in candidates if value != current and _start(value) < day), key=_start)
    return min((value for value in candidates if _start(value) > day), key=_start)


def dates_written_out(pieces: Sequence[Piece]) -> dict[tuple[int, int], int]:
    """Month and day → the year that the text first gives for it."""
    years: dict[tuple[int, int], int] = {}
    for piece in pieces:
        year, _, rest = piece.value[:10].partition("-")
        month, _, day = rest.partition("-")
        # a bare month is too common a thing to mean one that another sentence dates in full
        if year.isdigit() and month.isdigit() and day.isdigit():
            years.setdefault((int(month), int(day) if day.isdigit() else 0), int(year))
    return years


def _start(value: str) -> date:
    known = interval(value)
    if known is None:
        raise ValueError(value)
    return known[0]


def _year(year: int) -> str | None:
    return f"{year:04d}" if 1 <= year <= 9998 else None
