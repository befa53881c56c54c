"""Words without which a rule cannot match: most stretches of text need only a few of the rules."""

from __future__ import annotations

from typing import Final

from claimant.language.numbers import TENS
from claimant.times.words import CLOCK_WORDS, DAY_PARTS, MONTHS, ORDINALS, SEASONS, UNITS, WEEKDAYS

DIGIT: Final = "0"
"""Stands for any word with a digit in it."""

_MONTH: Final = frozenset({"sept", *(form for m in MONTHS for form in (m.lower(), m[:3].lower()))})
_UNIT: Final = frozenset(
    {
        *(form for unit in (*UNITS, "quarter") for form in (unit, f"{unit}s", f"{unit}long")),
        "centuries", "weekend",
    }
)  # fmt: skip
_SHORT_YEARS: Final = tuple(f"{year:02d}" for year in range(100))
_DAY_PART: Final = frozenset(DAY_PARTS)
_SEASON: Final = frozenset(SEASONS)

WANTED: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(("iso_date", "numeric_date", "fiscal_year", "year", "year_bc"), frozenset({DIGIT})),
    "backward_quarter": frozenset(f"{n}q{year}" for n in range(1, 5) for year in ("", *_SHORT_YEARS)),
    **dict.fromkeys(("day_month", "month_day", "month_of_year", "month"), _MONTH),
    "named_event": _MONTH | frozenset(SEASONS),
    **dict.fromkeys(("edge", "shift", "stretch", "unit", "unit_long", "duration"), _UNIT),
    **dict.fromkeys(("season", "season_of_year", "part_of_season"), _SEASON),
    "part_of_no_day": _DAY_PART,
    "clock": _DAY_PART | frozenset(CLOCK_WORDS) | {DIGIT, "clock"},
    **dict.fromkeys(("accounts_ended", "year_earlier"), frozenset({"year", "quarter"})),
    **dict.fromkeys(("day_before", "within"), _UNIT | {"night", "evening"}),
    "before_last": frozenset({"last"}),
    "year_so_far": frozenset({"year"}),
    "nth": frozenset(f"{n}{ending}" for n in range(1, 32) for ending in ("st", "nd", "rd", "th")),
    "same_quarter": frozenset({"quarter"}),
    "quarter": frozenset({"quarter", "half", "q1", "q2", "q3", "q4", "h1", "h2"}),
    "decade": frozenset({DIGIT, *(f"{ten.removesuffix('y')}ies" for ten in TENS)}),
    "century": frozenset({"century"}),
    "centuries": frozenset({"centuries"}),
    "part_of": frozenset({"days", "half", "part", "week", "weekend", *(day.lower() for day in WEEKDAYS)}),
    "day_word": frozenset({"yesterday", "today", "tonight", "tomorrow"}),
    "day_part": _DAY_PART | {"overnight"},
    "weekday": frozenset(day.lower() for day in WEEKDAYS),
    "weekdays": frozenset({"weekends", *(f"{day.lower()}s" for day in WEEKDAYS)}),
    "weekend": frozenset({"weekend"}),
    "new_year": frozenset({"year"}),
    "set": frozenset({"every", "each", "once", "twice", "times", "per"}),
    "adverb": frozenset(
        {"hourly", "daily", "nightly", "weekly", "biweekly", "fortnightly", "monthly", "bimonthly",
         "quarterly", "semiannually", "yearly", "annually", "biennially"}
    ),
    "reference": frozenset(
        {"now", "currently", "presently", "nowadays", "days", "present", "time", "current", "recently",
         "lately", "past", "ago", "future", "times", "immemorial", "antiquity"}
    ),
}  # fmt: skip
"""Rule → words in small letters, one of which stands in all that it matches. A rule that is not here is
always tried."""

BESIDE: Final[dict[str, frozenset[str]]] = {
    "before_last": frozenset({"before"}),
    "year_so_far": frozenset({"months", "weeks", "days", "part", "most"}),
    "day_before": frozenset({"before", "after"}),
    "within": frozenset({"later", "earlier", "late", "early"}),
    "accounts_ended": frozenset({"ended", "ending", "ends"}),
    "year_earlier": frozenset({"earlier", "ago", "same"}),
    "year_bc": frozenset({"bc", "bce", "b"}),
    "fiscal_year": frozenset(
        {"fiscal", "financial", "budget", "fy"}
        | {f"fy{century}{year}" for century in ("", "19", "20") for year in _SHORT_YEARS}
    ),
    "part_of": frozenset({*ORDINALS, "last", "final", "early", "opening"}),
    "part_of_season": frozenset({"early", "late", "mid"}),
    "shift": frozenset({"ago", "earlier", "later", "now", "today", "hence", "previously", "back", "before"}),
    "stretch": frozenset(
        {"past", "last", "next", "coming", "previous", "first", "final", "recent", "following", "preceding",
         "intervening", "ensuing"}
    ),
    "unit": frozenset(
        {"last", "past", "coming", "previous", "this", "current", "next", "following", "same", "that"}
    ),
}  # fmt: skip
"""Rule → words of which one, too, stands in all that it matches."""
