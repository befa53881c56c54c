"""The English words of the calendar and the clock, and the regular expressions for them.

Fragments hold no groups of their own, so that rules can put them together freely.
"""

from __future__ import annotations

import re
from typing import Final

from claimant.language.numbers import ONES, TEENS, TENS

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth", "twenty-first",
)  # fmt: skip
SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAY_PARTS: Final = {
    "dawn": "MO", "daybreak": "MO", "morning": "MO", "afternoon": "AF", "dusk": "EV", "evening": "EV",
    "night": "NI", "sunrise": "MO", "sunset": "EV", "nightfall": "EV",
}  # fmt: skip
CLOCK_WORDS: Final = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
UNITS: Final = {
    "second": (1, "S"), "minute": (1, "M"), "hour": (1, "H"), "day": (1, "D"), "week": (1, "W"),
    "fortnight": (2, "W"), "month": (1, "M"), "year": (1, "Y"), "decade": (10, "Y"), "century": (100, "Y"),
}  # fmt: skip
"""Unit of time → how many of which ISO 8601 unit."""
CLOCK_UNITS: Final = frozenset({"second", "minute", "hour"})
VAGUE: Final = {"couple": 2, "dozen": 12}

SP: Final = r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]{0,3})"
"""Space between the words of one expression: a line may end in it, a paragraph may not."""
JOIN: Final = rf"(?:-|\u2011|{SP})"

_FULL_MONTHS = "|".join(MONTHS)
_UPPER_MONTHS = "|".join(name.upper() for name in MONTHS if name != "May")
_SHORT_MONTHS = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
MONTH: Final = rf"(?:(?:{_FULL_MONTHS}|{_UPPER_MONTHS}|MAY)\b|(?:{_SHORT_MONTHS})\b\.?|(?:{_SHORT_MONTHS})\.)"
FULL_MONTH: Final = rf"(?:(?:{_FULL_MONTHS})\b)"
WEEKDAY: Final = rf"(?:(?:{'|'.join(WEEKDAYS)}|{'|'.join(WEEKDAYS).upper()})\b)"
SHORT_WEEKDAY: Final = r"(?:(?:Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?)"
DAY: Final = r"(?:(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\w|%|:\d|[.,]\d))"
YEAR: Final = r"(?:(?:1[0-9]|20)\d\d(?![\d,.]\d)(?!\w))"
NUMBER: Final = (
    r"(?:\d{1,3}(?:,\d{3})*(?:\.\d+)?(?: ?\d/\d| ?½)?"
    rf"|(?i:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(ONES)}))?|{'|'.join(TEENS)}|{'|'.join(ONES)})\b"
    r"(?: hundred\b)?)"
)
ORDINAL: Final = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?i:{'|'.join(sorted(ORDINALS, key=len, reverse=True))}))"
UNIT: Final = rf"(?:(?:{'|'.join(u for u in UNITS if u != 'century')})s?|century|centuries)\b"
LONG_UNIT: Final = r"(?:day|week|month|year|decade|century)\b"
SEASON: Final = r"(?:spring|summer|autumn|fall|winter)\b"
DAY_PART: Final = r"(?:dawn|morning|afternoon|evening|night)\b"
ZONE: Final = (
    r"(?:GMT|UTC|EST|EDT|ET|CST|CDT|MST|MDT|PST|PDT|BST|CET|CEST|EET|MSK|JST|IST|Z"
    r"|(?:local|Moscow|Eastern|Beijing|Tokyo)(?: time)?)\b"
)

_MONTH_NUMBER = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBER = {name[:3].lower(): number for number, name in enumerate(WEEKDAYS)}


def month_number(word: str) -> int:
    """1 to 12 for the name of a month, whole or shortened."""
    return _MONTH_NUMBER[word[:3].lower()]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for the name of a weekday, whole or shortened."""
    return _WEEKDAY_NUMBER[word[:3].lower()]


def ordinal_number(word: str) -> int:
    """The number of an ordinal: ``19th``, ``nineteenth``."""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINALS.index(word.lower()) + 1


def unit_name(word: str) -> str:
    """The singular of a unit of time."""
    return "century" if word.startswith("centur") else word.removesuffix("s")
