"""Days, weeks and years told from today or from a date before: "last week", "three days ago"."""

from __future__ import annotations

import re
from datetime import timedelta
from fractions import Fraction
from typing import Final

from claimant.patterns import Pattern
from claimant.times.anchoring import UNKNOWN_DAY, Anchor, Piece, season_near, shifted, unit_value
from claimant.times.durations import QUANTITY, duration_value, quantity_of
from claimant.times.rule import Rule, whole
from claimant.times.tense import looks_ahead
from claimant.times.values import interval
from claimant.times.words import (
    CLOCK_UNITS,
    DAY_PART,
    DAY_PARTS,
    SEASON,
    SEASONS,
    SP,
    UNIT,
    WEEKDAY,
    unit_name,
    weekday_number,
)

_DAYS: Final = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_STEPS: Final = {
    "last": -1, "this past": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "present": 0,
    "next": 1, "coming": 1, "this coming": 1, "following": 1, "same": 0, "that": 0, "that same": 0,
}  # fmt: skip
_REFERS_BACK: Final = frozenset({"that", "that same", "same", "previous", "following"})
_NO_DAY: Final = frozenset({"past", "coming", "this", "current", "last", "this past", "this coming"})
_PRECISION: Final = {
    **dict.fromkeys((*CLOCK_UNITS, "day", "week", "weekend", "fortnight"), "day"),
    "month": "month", "quarter": "month",
}  # fmt: skip
"""How finely a date must be known for "a week later" or "that month" to refer to it; other units: a year."""
_NEWSPAPER: Final = Pattern(
    rf"{SP}(?:Times|Telegraph|Mirror|Express|World|Herald|Mail|Post|Business|Mercury|Nation)\b"
)
_NAMED_DAY: Final = Pattern(r"\b(?:Black|Bloody|Super|Cyber|Casual|Good|Ash|Palm|Sheffield|Ruby)\s$")
_TODAY_NAME: Final = Pattern(r"\b(?:USA|Russia|India|Africa|Ukraine|Pakistan|Israel)\sT$")
_OVER: Final = Pattern(r"\b(?:over|in|within|during|for|throughout|through)\s+$", re.I)
_NEW_UNTIL: Final = 3
"""Up to which month "the new year" is the one that has just begun."""
_SCHOOL_BEGINS: Final = 9
"""The month in which an academic year begins: it is told as a stretch of months, ``2013-09/2014-08``."""
_UNANCHORED: Final = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def _step(word: str) -> str:
    return " ".join(word.lower().split())


def _with_part(day: str, part: str | None) -> tuple[str, str]:
    return (f"{day}T{DAY_PARTS[part.lower()]}", "TIME") if part else (day, "DATE")


def _read_day_word(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "yesterday", "tomorrow morning", "tonight", "the day before yesterday"."""
    word = match["word"].lower()
    if _TODAY_NAME.search(anchor.text, max(0, match.start() - 9), match.start() + 1):
        return []
    count = _DAYS[word] + {"before": -1, "after": 1}.get((match["beside"] or "").lower(), 0)
    if anchor.published is None:
        return whole(match, "PRESENT_REF" if count == 0 else UNKNOWN_DAY)
    day = unit_value(anchor.published, "day", count)
    if day is None:
        return []
    value, kind = _with_part(day, "night" if word == "tonight" else match["part"])
    return whole(match, value, kind)


def _read_day_part(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "this morning", "last night", "that evening", "the next morning", "overnight"."""
    part = match["part"] or "night"
    step = _step(match["step"] or "this")
    day = anchor.reference("day") if step not in ("this", "last") else anchor.published
    count = {"last": -1, "next": 1, "following": 1, "previous": -1}.get(step, 0)
    value = unit_value(day, "day", count) if day else UNKNOWN_DAY
    return whole(match, *_with_part(value, part)) if value else []


def _read_weekday(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "Friday", "last Wednesday", "Monday morning", "Friday of last week", "dawn Saturday"."""
    text, start = anchor.text, match.start()
    if _NEWSPAPER.match(text, match.end()) or _NAMED_DAY.search(text, max(0, start - 10), start):
        return []
    weekday = weekday_number(match["weekday"])
    step = _step(match["step"] or "")
    here = anchor.published
    if here is None:
        return whole(match, f"XXXX-WXX-{weekday + 1}")
    if match["week"]:
        monday = here - timedelta(days=here.weekday())
        day = monday + timedelta(days=weekday, weeks=_STEPS[_step(match["week"])])
    elif step in ("last", "this past", "past", "next", "coming", "this coming"):
        back = (here.weekday() - weekday) % 7 or 7
        day = here - timedelta(days=back) if _STEPS[step] < 0 else here + timedelta(days=7 - back or 7)
    elif step in ("following", "previous"):
        told = anchor.reference("day") or here
        back = (told.weekday() - weekday) % 7 or 7
        day = told - timedelta(days=back) if step == "previous" else told + timedelta(days=7 - back or 7)
    else:
        direction = anchor.direction(*match.span())
        day = anchor.weekday(weekday, start, direction or ("future" if step == "this" else "")) or here
    if match["beside"]:
        day += timedelta(days=-1 if match["beside"].lower() == "before" else 1)
    return whole(match, *_with_part(day.isoformat(), match["part"] or match["dawn"]))


def _read_unit(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "last week", "this year", "the following month", "that day", "the past decade"."""
    step, unit = _step(match["step"]), _step(match["unit"])
    the = bool(match["the"])
    if unit == "day" and step in _NO_DAY:
        return []
    if step == "past" or (
        the
        and step in ("last", "coming", "next")
        and unit not in ("day", "weekend", "century")
        and " " not in unit
    ):
        narrated = step == "next" and not _OVER.search(anchor.text, max(0, match.start() - 12), match.start())
        if not narrated:
            return whole(match, duration_value(Fraction(1), unit), "DURATION")
    refers = step in _REFERS_BACK or (the and step == "next")
    day = anchor.reference(_PRECISION.get(unit, "year")) if refers else anchor.published
    count = _STEPS[step]
    if day is None:
        return whole(match, _UNANCHORED[count])
    if unit in ("fiscal year", "financial year", "budget year"):
        value = unit_value(day, "year", count)
        return whole(match, f"FY{value}" if value else None)
    if unit in ("academic year", "school year"):
        year = day.year + count - (day.month < _SCHOOL_BEGINS)
        return whole(match, f"{year:04d}-{_SCHOOL_BEGINS:02d}/{year + 1:04d}-{_SCHOOL_BEGINS - 1:02d}")
    return whole(match, unit_value(day, unit, count))


def _read_weekend(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "the weekend": the one past, or the one to come when the text looks ahead."""
    here = anchor.published
    if here is None:
        return whole(match, "XXXX-WXX-WE")
    ahead = looks_ahead(anchor.direction(*match.span())) or here.weekday() >= 5
    return whole(match, unit_value(here, "weekend", 0 if ahead else -1))


def _read_season(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "last fall", "this summer", "in the spring"; "fall" and "spring" alone are no seasons."""
    season, step = SEASONS[(match["season"] or match["bare"]).lower()], _step(match["step"] or "")
    if anchor.published is None:
        return whole(match, f"XXXX-{season}")
    if step in ("last", "this past", "past", "previous"):
        count = -1
    elif step in ("next", "coming", "this coming"):
        count = 1
    elif step == "this":
        count = 0
    else:
        direction = anchor.direction(*match.span())
        count = 1 if looks_ahead(direction) else -1 if direction else 0
    return whole(match, season_near(anchor.published, season, count))


def _read_shift(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "three days ago", "a year earlier", "two weeks from now", "a decade later"."""
    unit, count = unit_name(match["unit"].lower()), quantity_of(match)
    way = _step(match["way"])
    from_today = way in ("ago", "from now", "hence", "back", "from today", "before now")
    back = way in ("ago", "earlier", "before", "previously", "back", "before now")
    # TIMEX3 for what is so long before or after a time unknown: the length alone
    length = whole(match, duration_value(count, unit), "DURATION")
    if count is None:
        return whole(match, "PAST_REF" if back else "FUTURE_REF") if from_today else length
    if way == "back" and match["article"]:
        return []
    day = anchor.published if from_today else anchor.reference(_PRECISION.get(unit, "year"))
    if not from_today:
        rough = anchor.rough_reference(_PRECISION.get(unit, "year"))
        if rough is not None:
            moved = shifted(rough[0], -count if back else count, unit)
            known = interval(moved) if moved else None
            return whole(match, f"{known[0].isoformat()[: rough[1]]}") if known else length
        if not back and day == anchor.published and anchor.looks_back(*match.span()):
            # "suspended its aid, and Canberra followed suit a day later": not after the report
            return length
    if day is None:
        return whole(match, "PAST_REF" if back else "FUTURE_REF") if from_today else length
    value = shifted(day, -count if back else count, unit)
    if value is None:
        value = "PAST_REF" if back else "FUTURE_REF"
    return whole(match, value)


def _read_new_year(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "early in the new year": the year to come, or in its first months the one that has come."""
    here = anchor.published
    if here is None:
        return whole(match, UNKNOWN_DAY)
    return whole(match, unit_value(here, "year", 1 if here.month > _NEW_UNTIL else 0))


def _read_edge(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "the end of the year", "year's end"."""
    if anchor.published is None:
        return whole(match, UNKNOWN_DAY)
    return whole(match, unit_value(anchor.published, (match["unit"] or "year").lower(), 0))


_STEP = rf"(?i:last|this{SP}past|this{SP}coming|past|previous|this|next|coming|following)"
_PART = rf"(?:{SP}(?P<part>{DAY_PART}))?"

RULES: Final = (
    Rule(
        "day_word",
        Pattern(
            rf"(?:(?i:the{SP})?(?i:day{SP}(?P<beside>before|after){SP}))?"
            rf"(?P<word>(?i:yesterday|today|tonight|tomorrow))\b{_PART}"
        ),
        _read_day_word,
    ),
    Rule(
        "day_part",
        Pattern(
            rf"(?:(?i:the{SP})?(?i:(?:earlier|later|early|late){SP})?"
            rf"(?P<step>(?i:this|last|that|same|next|following|previous))"
            rf"{SP}(?P<part>morning|afternoon|evening|night)|(?P<over>(?i:overnight)))\b(?!-)"
        ),
        _read_day_part,
    ),
    Rule(
        "weekday",
        Pattern(
            rf"(?:(?i:the{SP})?(?i:day{SP}(?P<beside>before|after){SP}))?"
            rf"(?:(?P<dawn>(?i:dawn|daybreak|dusk)){SP}(?:on{SP})?)?"
            rf"(?:(?i:(?:the{SP})?)(?P<step>{_STEP}){SP})?"
            rf"(?P<weekday>{WEEKDAY}){_PART}(?:{SP}(?:of{SP})?(?P<week>last|this|next){SP}week\b)?"
        ),
        _read_weekday,
    ),
    Rule(
        "new_year",
        Pattern(
            rf"(?:(?<=in )|(?<=by )|(?<=before )|(?<=until )|(?<=into )|(?<=after )|(?<=from ))"
            rf"(?i:the{SP}new{SP}year)\b(?!['\u2019-])"
        ),
        _read_new_year,
    ),
    Rule(
        "edge",
        Pattern(
            rf"(?i:the{SP}(?:very{SP})?(?:end|beginning|start|middle|close|turn|rest|remainder){SP}of{SP}(?:the|this)"
            rf"{SP}(?P<unit>week|month|year|decade|century)|(?:the{SP})?year(?:['\u2019]s{SP}|-|{SP})end)\b"
        ),
        _read_edge,
    ),
    Rule(
        "season",
        Pattern(
            rf"(?:(?i:the{SP})?(?P<step>{_STEP}){SP}|(?:(?<=in )|(?<=by )|(?<=until )|(?<=since ))the{SP})"
            rf"(?P<season>{SEASON})|(?<=in )(?P<bare>summer|winter|autumn)\b"
        ),
        _read_season,
    ),
    Rule(
        "shift",
        Pattern(
            rf"(?:(?i:almost|nearly|about|around|some|roughly|well{SP}over|over){SP})?"
            rf"{QUANTITY}(?P<unit>(?i:{UNIT}))(?P<half_after>{SP}and{SP}a{SP}half)?{SP}"
            rf"(?P<way>ago|earlier|later|from{SP}(?:now|today)|hence|previously|back"
            rf"|before{SP}now|before(?=[,.;]))(?!\w|{SP}than)"
        ),
        _read_shift,
    ),
    Rule(
        "unit",
        Pattern(
            rf"(?:(?i:(?:earlier|later){SP})(?=(?:that|the{SP}same|that{SP}same){SP}))?(?P<the>(?i:the){SP})?"
            rf"(?P<step>(?i:last|this{SP}past|this{SP}coming|past|previous|this|current|next|coming|following"
            rf"|that{SP}same|same|that)){SP}"
            rf"(?P<unit>day|week|weekend|month|quarter|(?:(?:fiscal|financial|budget|academic|school){SP})?year|decade"
            rf"|century)\b(?!-)"
        ),
        _read_unit,
    ),
    Rule("weekend", Pattern(rf"(?i:the){SP}weekend\b"), _read_weekend),
)
