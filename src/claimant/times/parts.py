"""Parts of a month, a year or an age: "the first week of June", "the third Monday of May", "early spring"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from claimant.patterns import Pattern
from claimant.times.anchoring import Anchor, Piece, season_near
from claimant.times.rule import Rule, whole
from claimant.times.tense import looks_ahead
from claimant.times.values import month_end, week_value
from claimant.times.words import (
    MONTH,
    ORDINAL,
    ORDINALS,
    SEASON,
    SEASONS,
    SP,
    WEEKDAY,
    YEAR,
    month_number,
    ordinal_number,
    weekday_number,
)

_MID_WEEK: Final = 4
"""The day of the month that lies in the week called its first, whichever weekday it begins with."""
_LAST: Final = frozenset({"last", "final"})
_FIRST: Final = frozenset({"early", "opening"})


def _read_part(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "the first week of June", "the third Monday of May 2013", "the last days of 2012"."""
    word = match["which"].lower()
    last = word in _LAST
    count = 1 if last or word in _FIRST else ordinal_number(word)
    if match["month"] is None:
        return whole(match, match["only_year"])
    month = month_number(match["month"])
    year = _year(match, month, anchor)
    if year is None:
        return whole(match, f"XXXX-{month:02d}")
    first, end = date(year, month, 1), month_end(year, month)
    rough = whole(match, f"{year:04d}-{month:02d}")
    if match["unit"] in ("days", "half", "part"):
        return rough
    if match["unit"] == "week":
        day = end - timedelta(days=3) if last else first + timedelta(days=7 * count - 7 + _MID_WEEK - 1)
        return whole(match, week_value(day)) if day <= end else rough
    weekday = 5 if match["unit"] == "weekend" else weekday_number(match["unit"])
    if last:
        day = end - timedelta(days=(end.weekday() - weekday) % 7)
    else:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * count - 7)
    if day > end:
        return rough
    return whole(match, f"{week_value(day)}-WE" if match["unit"] == "weekend" else day.isoformat())


def _year(match: re.Match[str], month: int, anchor: Anchor) -> int | None:
    here = anchor.published
    if match["year"]:
        return int(match["year"])
    if here is not None and match["that"]:
        return here.year + {"last": -1, "next": 1}.get(match["that"], 0)
    return anchor.year_of(month, 0, anchor.direction(*match.span()))


def _read_season(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "in early spring", "by late summer"."""
    season = SEASONS[match["season"]]
    if anchor.published is None:
        return whole(match, f"XXXX-{season}")
    direction = anchor.direction(*match.span())
    count = 1 if looks_ahead(direction) else -1 if direction else 0
    return whole(match, season_near(anchor.published, season, count))


def _read_centuries(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """Both of "the late 19th and early 20th centuries"."""
    first, second = ordinal_number(match["first"]), ordinal_number(match["second"])
    if not 1 <= first < second <= 30:
        return []
    return [
        Piece(match.start(), match.end("first"), f"{first - 1:02d}XX"),
        Piece(match.start("then"), match.end(), f"{second - 1:02d}XX"),
    ]


RULES: Final = (
    Rule(
        "part_of",
        Pattern(
            rf"(?:(?i:the){SP})?(?P<which>(?i:{'|'.join(ORDINALS)}|last|final|early|opening)){SP}"
            rf"(?:(?P<unit>days|half|part|week|weekend|{WEEKDAY}){SP}(?:of|in){SP}(?P<month>{MONTH})(?:,?{SP}(?:of{SP})?(?P<year>{YEAR})|{SP}(?P<that>last|this|next){SP}year\b)?"
            rf"|days{SP}of{SP}(?P<only_year>{YEAR}))"
        ),
        _read_part,
    ),
    Rule(
        "part_of_season",
        Pattern(rf"(?i:the{SP})?(?i:early|late|mid)(?:-|{SP})(?P<season>{SEASON})(?!,?{SP}(?:of\b|{YEAR}))"),
        _read_season,
    ),
    Rule(
        "centuries",
        Pattern(
            rf"(?:(?i:early|late|mid)(?:-|{SP}))?(?P<first>{ORDINAL}){SP}(?:and|to|or){SP}"
            rf"(?P<then>(?:(?i:early|late|mid)(?:-|{SP}))?(?P<second>{ORDINAL})){SP}(?i:centuries)\b"
        ),
        _read_centuries,
    ),
)
