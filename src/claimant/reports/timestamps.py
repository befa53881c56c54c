"""Dates and times as newspapers print them, into ISO 8601.

Times stay as printed: a zone's name ("3:41 GMT") is read over, because the times in a report are
local to its desk. Only an ISO time keeps the offset it states.
"""

from __future__ import annotations

import datetime
import re

from claimant.patterns import Pattern

EARLIEST_YEAR, LATEST_YEAR = 1700, 2200

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<y>\d{4})(?!\d)"

_DATES = [
    Pattern(p, re.IGNORECASE)
    for p in (
        r"(?<!\d)(?P<y>\d{4})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<d>\d{1,2})(?!\d)",
        rf"(?<!\d){_DAY}(?:\s+of)?[\s-]*(?P<month>{MONTH})[\s,-]*{_YEAR}",
        rf"\b(?P<month>{MONTH})\s*{_DAY}(?!\d|:)[\s,]*{_YEAR}",
        rf"(?<!\d)(?P<d>\d{{1,2}})\.(?P<m>\d{{1,2}})\.{_YEAR}",
        rf"(?<!\d)(?P<a>\d{{1,2}})[/-](?P<b>\d{{1,2}})[/-]{_YEAR}",
    )
]
_TIMES = [
    Pattern(p, re.IGNORECASE)
    for p in (
        r"(?<![\d:.])(?P<h>\d{1,2})[:.](?P<min>\d{2})(?:[:.](?P<s>\d{2})(?:\.\d+)?)?(?!\d)\s*(?P<half>[ap]\.?\s?m\b\.?)?",
        r"(?<![\d:.])(?P<h>\d{1,2})\s*(?P<half>[ap]\.?\s?m\b\.?)",
        r"(?<![\d:.])(?P<h>\d{2})h?(?P<min>\d{2})\s*(?=(?:hrs?|hours|gmt|utc|(?-i:[A-Z]{2,4}T))\b)",
        r"\b(?P<word>noon|midnight)\b",
    )
]
_DIGIT = Pattern(r"\d")
_ZONE = Pattern(
    r"(?:gmt|utc)\s*[+-]\s*\d{1,2}(?::?\d{2})?|[+-]\d{2}:?\d{2}\b|\b[A-Z]{2,5}T\b|\b(?:GMT|UTC|Z|[ECMP]T)\b"
    r"|\b(?:[A-Z][a-z]+|local)(?: standard| summer)? time\b",
)
_YEARLESS = Pattern(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}|\b{MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?(?![\d:])", re.IGNORECASE
)
_RELATIVE = Pattern(
    r"(?:(?:about|over|nearly)\s+)?(?:\d{1,3}|an?|one|two|three|a\s+few|several)\s*"
    r"(?:s|m|h|d|w|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)\s+ago"
    r"|\bjust now\b|\bmoments ago\b|\btoday\b|\byesterday\b",
    re.IGNORECASE,
)
_FILLER = Pattern(
    rf"\b(?:{WEEKDAY}|at|on|hrs?|hours|time|date|local)\b|[\s,;|()\[\]/•·–—@-]+|(?<=\s)\.", re.IGNORECASE
)


def as_iso(text: str) -> str | None:
    """A date or time that a caller gives, as ISO 8601; ``None`` if it is not one.

    ISO forms keep their offset; others are read as :func:`moment` reads them.

    >>> as_iso("2014-02-07T03:41Z"), as_iso("20140207"), as_iso("7 Feb 2014"), as_iso("yesterday")
    ('2014-02-07T03:41:00+00:00', '2014-02-07', '2014-02-07', None)
    """
    text = text.strip()
    if len(text) > 60:
        return None
    return _iso(text) or moment(text)


def has_digit(text: str) -> bool:
    """Whether there is a digit in a text: without one it gives no date."""
    return _DIGIT.search(text) is not None


def moment(text: str) -> str | None:
    """The date, with the time if there is one, that ``text`` consists of; ``None`` if it says anything else.

    A number for the month is read where it can be only one: 25/12/2014, 7.2.2014, not 07/02/2014.

    >>> moment("Friday, 07 February, 2014, 3:27pm")
    '2014-02-07T15:27:00'
    >>> moment("Feb. 7, 2014 at 3:41 a.m. EST"), moment("7 February 2014"), moment("07/02/2014")
    ('2014-02-07T03:41:00', '2014-02-07', None)
    """
    text = text.strip()
    if len(text) > 80 or not has_digit(text):
        return None
    if iso := _iso(text.replace(" ", "T", 1) if text[:4].isdigit() else text):
        return iso
    for pattern in _DATES:
        if found := pattern.search(text):
            day = _day(found)
            if day is None:
                return None
            return _with_time(day, f"{text[: found.start()]} ; {text[found.end() :]}")
    return None


def timing(text: str) -> bool:
    """Whether ``text`` says no more than some time, be it one that :func:`moment` cannot place.

    >>> timing("2 hours ago"), timing("Feb 7, 3:41 pm"), timing("07/02/2014"), timing("in February")
    (True, True, True, False)
    """
    if not text or len(text) > 80:
        return False
    rest = text
    for pattern in (*_DATES, _RELATIVE, _YEARLESS, *_TIMES, _ZONE, _FILLER):
        rest = pattern.sub(" ", rest)
    return not rest.strip() and _FILLER.sub("", text) != ""


def partial_date(text: str) -> tuple[int | None, int, int] | None:
    """The year if there, month and day that a dateline's date gives.

    >>> partial_date("Feb. 7"), partial_date("3 September 2011"), partial_date("Feb. 31")
    ((None, 2, 7), (2011, 9, 3), None)
    """
    year, month, day = (re.search(p, text, re.IGNORECASE) for p in (r"\b\d{4}\b", MONTH, r"\b\d{1,2}(?!\d)"))
    if not month or not day:
        return None
    y, m, d = int(year[0]) if year else None, _month(month[0]), int(day[0])
    return (y, m, d) if _date(y or 2000, m, d) else None


def latest_before(moment: str, month: int, day: int) -> str | None:
    """The last such day up to an ISO time: the year that a dateline leaves out.

    >>> latest_before("2014-01-02", 12, 31)
    '2013-12-31'
    """
    end = datetime.date.fromisoformat(moment[:10])
    days = (_date(year, month, day) for year in (end.year, end.year - 1))
    return next((d.isoformat() for d in days if d and d <= end), None)


def _iso(text: str) -> str | None:
    if not re.match(r"\d{4}-\d{2}-\d{2}(?:[Tt ]\d|$)|\d{8}(?:[Tt]\d|$)", text):
        return None
    try:
        when = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    if not EARLIEST_YEAR <= when.year <= LATEST_YEAR:
        return None
    return when.replace(microsecond=0).isoformat() if len(text) > 10 else when.date().isoformat()


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _date(year: int, month: int, day: int) -> datetime.date | None:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _day(found: re.Match[str]) -> datetime.date | None:
    part = found.groupdict()
    year = int(part["y"])
    if part.get("a"):
        a, b = int(part["a"]), int(part["b"])
        if a <= 12 and b <= 12 and a != b:
            return None
        return _date(year, b, a) if a > 12 or a == b else _date(year, a, b)
    month = _month(part["month"]) if part.get("month") else int(part["m"])
    return _date(year, month, int(part["d"]))


def _with_time(day: datetime.date, rest: str) -> str | None:
    """``day`` with the time in ``rest``; ``None`` if more than a time is said there."""
    time: datetime.time | None = None
    for pattern in _TIMES:
        if found := pattern.search(rest):
            time = _time(found)
            if time is None:
                return None
            # A second time is the same one elsewhere: "1527 GMT (2327 HKT)".
            rest = pattern.sub(" ", f"{rest[: found.start()]} {rest[found.end() :]}")
            break
    rest = _ZONE.sub(" ", rest)
    if _FILLER.sub("", rest):
        return None
    return datetime.datetime.combine(day, time).isoformat() if time else day.isoformat()


def _time(found: re.Match[str]) -> datetime.time | None:
    part = found.groupdict()
    if part.get("word"):
        return datetime.time(12 if part["word"].lower() == "noon" else 0)
    hour, minute, second = int(part["h"]), int(part.get("min") or 0), int(part.get("s") or 0)
    if half := part.get("half"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    try:
        return datetime.time(hour, minute, second)
    except ValueError:
        return None
