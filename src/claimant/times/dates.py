"""Dates of the calendar: "7 February 2014", "Feb. 7", "April 24 and 25", "October last year", "in March"."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from claimant.patterns import Pattern
from claimant.times.anchoring import Anchor, Piece
from claimant.times.rule import Rule, whole
from claimant.times.words import (
    DAY,
    FULL_MONTH,
    MONTH,
    SEASON,
    SEASONS,
    SHORT_WEEKDAY,
    SP,
    WEEKDAY,
    YEAR,
    month_number,
)

_WEEKDAY = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),?{SP}(?:the{SP})?)?"
_AND = rf"(?:{SP}?[-\u2013\u2014]{SP}?|{SP}(?:and|or|to|through|until|till){SP})"
_NO_COUNT = rf"(?!{SP}(?:people|men|women|children|[a-z]+s\b))"
_YEAR = (
    rf"(?:(?:{SP}|,{SP}?)(?P<year>{YEAR})"
    rf"|,?{SP}(?:of{SP})?(?P<which>last|this|next|that|the{SP}same){SP}year\b)?"
)
_CLOSE: Final = Pattern(r"\b(?:(?P<last>last|this past)|(?P<next>next)|(?P<this>this))\s+$", re.I)
_IN: Final = Pattern(
    r"\b(?:in|since|until|till|by|of|from|to|through|during|before|after|between|and|or|early|late|mid"
    r"|last|next|this"
    rf"|every|each|on|around|for|the|a|an|its|their|his){SP}$|mid-$|[-\u2013/]$|\($",
    re.I,
)
_NAME_AHEAD: Final = Pattern(rf"{SP}[A-Z][a-z]")
_SPEAKS: Final = Pattern(
    rf"{SP}(?:said|says|told|tells|has|had|was|is|will|would|wants|added|called|met|made|did|does|became"
    rf"|hopes)\b|['\u2019]s\b"
)
_PERSON_BEFORE: Final = Pattern(r"(?:Theresa|Mrs|Ms|Mr|Minister|PM|Brian|Peter|President|Senator|Dr)\.?\s+$")
_AMBIGUOUS: Final = frozenset({"march", "may"})
_ATTACKS: Final = Pattern(rf",?{SP}(?:\d{{4}},?{SP})?(?:terror(?:ist)?{SP})?(?:attack|hijack|bombing)s?\b")

_EVENT = (
    r"(?:war|coup|revolution|uprising|rising|revolt|rebellion|putsch|invasion|crisis|treaty|pact|accords?|agreement"
    r"|summit|conference|elections?|riots?|massacre|bombings?|attacks?|clashes|fighting|truce|ceasefire|armistice"
    r"|declaration|referendum|earthquake|offensive|protests?)"
)

_LEAP_YEAR: Final = 2000
_YEARS_ON: Final = {"last": -1, "this": 0, "next": 1}


def _named_year(match: re.Match[str], anchor: Anchor) -> int | None:
    if match["year"]:
        return int(match["year"])
    which = match["which"]
    here = anchor.published if which in _YEARS_ON else anchor.reference("year") if which else None
    return here.year + _YEARS_ON.get(which, 0) if here else None


def _year_near(anchor: Anchor, month: int, day: int, start: int, end: int) -> int | None:
    """The year of a date without one: by "last", "this" or "next" before it, else by the words around it."""
    close = _CLOSE.search(anchor.text, max(0, start - 12), start)
    here = anchor.published
    if close is None or here is None:
        return anchor.year_of(month, day, anchor.direction(start, end))
    if close["this"]:
        return here.year
    then, now = (month, day), (here.month, here.day if day else 0)
    return here.year - (then >= now) if close["last"] else here.year + (then <= now)


def _day_value(anchor: Anchor, year: int | None, month: int, day: int, start: int, end: int) -> str | None:
    if year is None and (month, day) == (9, 11) and _ATTACKS.match(anchor.text, end):
        year = 2001
    if year is None:
        year = _year_near(anchor, month, day, start, end)
    try:
        found = date(year or _LEAP_YEAR, month, day)
    except ValueError:
        return None
    return found.isoformat() if year else f"XXXX-{found:%m-%d}"


def _read_day(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """One day, or the two of "April 24 and 25" and "7-9 February", which share month and year."""
    year, month = _named_year(match, anchor), month_number(match["month"])
    days = [int(re.sub(r"\D", "", match[name])) for name in ("day", "day2") if match[name]]
    values = [_day_value(anchor, year, month, day, match.start(), match.end()) for day in days]
    if None in values:
        return []
    spans = [match.span()]
    if len(days) == 2:
        spans = [(match.start(), match.end("day")), (match.start("day2"), match.end())]
    return [Piece(*span, value) for span, value in zip(spans, values, strict=True) if value]


def _read_month_of_year(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "January 1998", "October last year", and the two of "between March and May 2014"."""
    year = _named_year(match, anchor)
    if year is None:
        return whole(match, f"XXXX-{month_number(match['month']):02d}")
    month = month_number(match["month"])
    if match["month2"] is None:
        return whole(match, f"{year:04d}-{month:02d}")
    last = month_number(match["month2"])
    first_year = year if month <= last else year - 1
    return [
        Piece(*match.span("month"), f"{first_year:04d}-{month:02d}"),
        Piece(match.start("month2"), match.end(), f"{year:04d}-{last:02d}"),
    ]


def _read_named_event(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "the June war of 1967": a war, coup or summit that is called by its month or season."""
    part = SEASONS.get(match["when"].lower()) or f"{month_number(match['when']):02d}"
    return whole(match, f"{int(match['year']):04d}-{part}")


def _read_month(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """A month alone, where it is not a person ("Mrs May said") or a verb ("March on!")."""
    text, start, end = anchor.text, match.start(), match.end()
    signal = _IN.search(text, max(0, start - 12), start)
    after = text[end : end + 12]
    if match[0].lower() in _AMBIGUOUS and (not signal or _SPEAKS.match(after)):
        return []
    if not signal and _NAME_AHEAD.match(after):
        return []
    if _PERSON_BEFORE.search(text, max(0, start - 14), start) or text.endswith("Black ", 0, start):
        return []
    month = month_number(match[0])
    year = _year_near(anchor, month, 0, start, end)
    close = _CLOSE.search(text, max(0, start - 12), start)
    if close:
        start = close.start(close.lastgroup or 0)
    return [Piece(start, end, f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}")]


def _read_iso(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    try:
        value = date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return []
    if match["clock"]:
        return whole(match, f"{value}T{match['clock']}{match['zone'] or ''}", "TIME")
    return whole(match, value)


def _read_numeric(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """Day first or month first ("07/02/2014"), whichever is a date; of two, the nearer to the dateline."""
    if match["mark"] != match["mark2"]:
        return []
    year = int(match["year"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    first, second = int(match["first"]), int(match["second"])
    readings = []
    orders = ((first, second),) if match["mark"] == "." else ((first, second), (second, first))
    for day, month in orders:
        try:
            readings.append(date(year, month, day))
        except ValueError:
            continue
    if not readings:
        return []
    here = anchor.published
    best = min(readings, key=lambda reading: abs((reading - here).days)) if here else readings[0]
    return whole(match, best.isoformat())


RULES: Final = (
    Rule(
        "iso_date",
        Pattern(
            r"(?P<year>[12]\d{3})(?P<mark>[-/])(?P<month>[01]\d)(?P=mark)(?P<day>[0-3]\d)(?!\d|[-/]\d)"
            r"(?:[T ](?P<clock>[012]\d:[0-5]\d(?::[0-5]\d)?)(?P<zone>Z|[+-]\d\d:?\d\d)?(?!\d))?"
        ),
        _read_iso,
    ),
    Rule(
        "numeric_date",
        Pattern(
            r"(?P<first>[0-3]?\d)(?P<mark>[/.])(?P<second>[0-3]?\d)(?P<mark2>[/.])(?P<year>[12]\d{3}"
            r"|(?<=/)\d\d)(?![\d/]|\.\d)"
        ),
        _read_numeric,
    ),
    Rule(
        "day_month",
        Pattern(
            rf"{_WEEKDAY}(?P<day>{DAY})(?:{_AND}(?P<day2>{DAY}))?{SP}(?:of{SP})?(?P<month>{MONTH})"
            rf"{_YEAR}(?!\w)"
        ),
        _read_day,
    ),
    Rule(
        "month_day",
        Pattern(
            rf"{_WEEKDAY}(?P<month>{MONTH}){SP}?(?:the{SP})?(?P<day>{DAY})(?:{_AND}(?P<day2>{DAY})"
            rf"{_NO_COUNT})?{_YEAR}"
        ),
        _read_day,
    ),
    Rule(
        "month_of_year",
        Pattern(
            rf"(?P<month>{MONTH})(?:{_AND}(?P<month2>{MONTH}))?(?:,?{SP}(?:of{SP})?(?P<year>{YEAR})"
            rf"|,?{SP}(?:of{SP})?(?P<which>last|this|next|that|the{SP}same){SP}year\b)"
        ),
        _read_month_of_year,
    ),
    Rule(
        "named_event",
        Pattern(
            rf"(?:(?i:the){SP})?(?P<when>{FULL_MONTH}|{SEASON}){SP}(?:[a-z]+{SP})?{_EVENT}{SP}(?:of|in){SP}(?P<year>{YEAR})"
        ),
        _read_named_event,
    ),
    Rule("month", Pattern(FULL_MONTH), _read_month),
)
