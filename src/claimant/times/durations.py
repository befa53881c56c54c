"""Lengths of time, and what recurs: "three-day", "the past two weeks", "every Friday", "daily"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from claimant.language.numbers import number
from claimant.patterns import Pattern
from claimant.times.anchoring import Anchor, Piece
from claimant.times.rule import Rule, whole
from claimant.times.words import (
    CLOCK_UNITS,
    DAY_PARTS,
    FULL_MONTH,
    JOIN,
    NUMBER,
    SEASON,
    SEASONS,
    SP,
    UNIT,
    UNITS,
    VAGUE,
    WEEKDAY,
    WEEKDAYS,
    month_number,
    unit_name,
    weekday_number,
)

_MORE = (
    rf"(?i:(?:(?:more|less|fewer|longer){SP}than|at{SP}(?:the{SP}very{SP})?(?:least|most)"
    rf"|no{SP}(?:more|less|fewer){SP}than|up{SP}to|over(?={SP}an?\b)){SP})?"
)
_KIND = (
    rf"(?:(?:more|full|consecutive|straight|additional|whole|long|short|further|extra|solid|successive|working"
    rf"|business|entire|calendar|turbulent|bloody|difficult|tense){SP})?"
)
QUANTITY: Final = (
    rf"{_MORE}(?:(?P<half>(?i:(?:an?{SP})?half)(?:{SP}an?{SP}|{JOIN})"
    rf"|(?i:(?:an?{SP})?quarter)(?:-|{SP}of{SP}a{SP}|{SP}))"
    rf"|(?:{NUMBER}(?:{SP}?[-\u2013]{SP}?|{SP}(?:to|or){SP}))?"
    rf"(?P<number>{NUMBER})(?P<and_half>{JOIN}and{JOIN}a{JOIN}half)?{JOIN}{_KIND}"
    rf"|(?P<vague>(?i:(?:an?{SP})?(?:couple|dozen)(?:{SP}of)?|a{SP}few|few|several|many|a{SP}number{SP}of"
    rf"|numerous|dozens{SP}of|hundreds{SP}of|countless|some)){SP}{_KIND}"
    rf"|(?P<article>(?i:an?)){SP}{_KIND}(?=(?:{'|'.join(UNITS)})\b(?!-old))"
    r"|(?P<none>(?=(?i:days|weeks|months|years|decades|centuries|hours|minutes)\b)))"
)
"""How many units: groups ``half``, ``number``, ``and_half``, ``vague``, ``article``, ``none``.

Rules that use it add a group ``half_after`` for "a year and a half".
"""

_AGE: Final = Pattern(rf"-olds?\b|{SP}old\b|{SP}of{SP}age\b")
_AGED: Final = Pattern(r"\b(?:aged|age)\s$")
_RATE_BEFORE: Final = Pattern(
    r"(?:\d|\b(?:once|twice|thrice|million|billion|trillion|dollars?|cents?|percent|hundred|thousand"
    r"|[a-z]{2,}[^s\W]s))\s$"
)
_WANTS_DAY: Final = Pattern(
    r"\b(?:for|within|in|after|than|least|lasted|lasts|took|takes|about|only|nearly)\s$", re.I
)
_FROM_DAY: Final = Pattern(rf"{SP}(?:before|after)\b")
_WITHIN: Final = Pattern(
    r"\b(?:for|after|of|over|within|took|take|takes|taken|many|spanned|spent|spend|lasted|last|lasts"
    r"|in(?:\sthe)?|the|across"
    r"|during|these|those|early|final|coming|his|her|their|its|by|and|or)\s+$",
    re.I,
)
_BESIDE: Final = Pattern(
    rf"{SP}(?:before|after|of|that{SP}followed|leading|to{SP}come|in|until|since|earlier|later|ago)\b"
)
_VAGUE_REST: Final = frozenset({"days", "weeks", "months", "years", "decades", "centuries"})
_ADVERBS: Final = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W",
    "fortnightly": "P2W", "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P3M", "semiannually": "P6M",
    "yearly": "P1Y", "annually": "P1Y", "biennially": "P2Y",
}  # fmt: skip


def quantity_of(match: re.Match[str]) -> Fraction | None:
    """The number that :data:`QUANTITY` matched; ``None`` for "several" and bare plurals."""
    if match["half"]:
        return Fraction(1, 4) if "quarter" in match["half"].lower() else Fraction(1, 2)
    if match["number"]:
        return number(match["number"]) + (Fraction(1, 2) if match["and_half"] or match["half_after"] else 0)
    if match["vague"]:
        word = match["vague"].lower().split()
        return next((Fraction(VAGUE[w]) for w in word if w in VAGUE), None)
    if match["article"]:
        return Fraction(3, 2) if match["half_after"] else Fraction(1)
    return None


def duration_value(count: Fraction | None, unit: str) -> str:
    """The TIMEX3 value of so many units; ``X`` when the number is unknown.

    >>> duration_value(Fraction(11, 2), "hour"), duration_value(Fraction(4), "decade")
    ('PT5H30M', 'P40Y')
    >>> duration_value(None, "week")
    'PXW'
    """
    if unit == "quarter":
        return duration_value(count * 3 if count is not None else None, "month")
    unit = unit.rpartition(" ")[2]  # "fiscal year"
    if unit == "weekend":
        return f"P{count if count is not None else 'X'}WE"
    many, iso = UNITS[unit]
    clock = "T" if unit in CLOCK_UNITS else ""
    if count is None:
        return f"P{clock}X{iso}"
    total = count * many
    if total.denominator == 1:
        return f"P{clock}{total}{iso}"
    below, factor = {"H": ("M", 60), "Y": ("M", 12), "W": ("D", 7), "D": ("H", 24), "M": ("S", 60)}.get(
        iso, ("", 0)
    )
    rest = (total - int(total)) * factor
    if not below or rest.denominator != 1 or (iso == "M" and not clock):
        return f"P{clock}{float(total):g}{iso}"
    whole_part = f"{int(total)}{iso}" if int(total) else ""
    if iso == "D":
        return f"P{whole_part}T{rest}{below}"
    return f"P{clock}{whole_part}{rest}{below}"


def _read_duration(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    text, start, end = anchor.text, match.start(), match.end()
    unit = unit_name(match["unit"].lower())
    if _AGE.match(text, end) or _AGED.search(text, max(0, start - 5), start):
        return []
    count = quantity_of(match)
    if match["article"]:
        if unit in ("second", "minute"):
            return []
        if _RATE_BEFORE.search(text, max(0, start - 14), start):
            return whole(match, duration_value(Fraction(1), unit), "SET")
        if unit == "day" and not (
            _WANTS_DAY.search(text, max(0, start - 9), start) or _FROM_DAY.match(text, end)
        ):
            return []
    someday = unit == "day" and match[0].lower() == "one day"
    if someday and not (_WANTS_DAY.search(text, max(0, start - 9), start) or _FROM_DAY.match(text, end)):
        return []
    if match["none"] is None and match["unit"][0].isupper():
        return []  # the broadcast "60 Minutes"
    if match["none"] is not None:
        if match["unit"].lower() not in _VAGUE_REST and not text.endswith("for ", 0, start):
            return []
        if not _WITHIN.search(text, max(0, start - 10), start) and not _BESIDE.match(text, end):
            return []
    if match["vague"] and (unit == match["unit"].lower() or text.endswith("as ", 0, start)):
        return []  # "the fourth in as many months"
    if unit == "second" and not match["unit"].endswith("s"):
        return []
    return whole(match, duration_value(count, unit), "DURATION")


def _read_unit_long(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "decades-old", "week-long", "yearlong"."""
    word = match["unit"]
    unit = unit_name(word)
    count = None if unit != word else Fraction(1)
    return whole(match, duration_value(count, unit), "DURATION")


def _read_stretch(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "the past two weeks", "the next few days", "recent years", "the coming months"."""
    unit = unit_name(match["unit"].lower())
    count = number(match["number"]) if match["number"] else None
    if match["vague"]:
        count = next((Fraction(n) for word, n in VAGUE.items() if word in match["vague"].lower()), None)
    return whole(match, duration_value(count, unit), "DURATION")


def _read_set(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "every year", "each Friday", "every August", "twice a week", "every two months", "Mondays"."""
    if match["weekday"]:
        return whole(match, f"XXXX-WXX-{weekday_number(match['weekday']) + 1}", "SET")
    if match["weekend"]:
        return whole(match, "XXXX-WXX-WE", "SET")
    if match["quarter"]:
        return whole(match, "P3M", "SET")
    if match["month"]:
        return whole(match, f"XXXX-{month_number(match['month']):02d}", "SET")
    if match["season"]:
        return whole(match, f"XXXX-{SEASONS[match['season']]}", "SET")
    if match["part"]:
        return whole(match, f"XXXX-XX-XXT{DAY_PARTS[match['part']]}", "SET")
    unit = unit_name(match["unit"])
    count = number(match["number"]) if match["number"] else Fraction(2 if match["other"] else 1)
    return whole(match, duration_value(None if match["few"] else count, unit), "SET")


def _read_adverb(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    return whole(match, _ADVERBS[match[0].lower()], "SET")


_SINGLE = "|".join(UNITS)
_SET_UNIT = rf"(?P<unit>(?:{_SINGLE})s?)\b"
_STRETCH_UNITS = r"(?P<unit>(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade)s|centuries)\b"

RULES: Final = (
    Rule(
        "stretch",
        Pattern(
            rf"(?i:(?:the|these){SP})?(?i:past|last|next|coming|previous|first|final|recent|following"
            rf"|preceding|intervening|ensuing){SP}"
            rf"(?:(?P<number>{NUMBER})(?:{SP}(?:or{SP}so|to|or){SP}(?:{NUMBER}{SP})?)?{JOIN}"
            rf"|(?P<vague>(?i:few|several|many|couple{SP}of|couple|dozen)){SP})?"
            rf"{_KIND}{_STRETCH_UNITS}"
        ),
        _read_stretch,
    ),
    Rule(
        "set",
        Pattern(
            rf"(?:(?i:almost{SP})?(?i:every|each){SP}(?:(?P<other>other|second){SP}|single{SP}"
            rf"|(?P<few>few|several){SP}|(?P<number>{NUMBER}){SP})?"
            rf"(?:(?P<weekday>{WEEKDAY})|(?P<weekend>weekend)\b|(?P<quarter>quarter)\b(?!{SP}of\b)|(?P<month>{FULL_MONTH})|(?P<season>{SEASON})|(?P<part>morning|afternoon|evening|night)\b|{_SET_UNIT})"
            rf"|(?i:once|twice|(?:three|four|five|six|seven|several|many|\d+){SP}times){SP}"
            rf"(?i:an?|per|each|every){SP}"
            rf"(?P<times>{_SINGLE})\b|(?i:per){SP}(?P<rate>{_SINGLE})\b)"
        ),
        lambda match, anchor: (
            whole(match, duration_value(Fraction(1), unit_name(match["times"] or match["rate"])), "SET")
            if match["times"] or match["rate"]
            else _read_set(match, anchor)
        ),
    ),
    Rule(
        "weekdays",
        Pattern(rf"(?P<day>{'|'.join(WEEKDAYS)})s\b|(?<=at )weekends\b|(?<=on )weekends\b"),
        lambda match, anchor: whole(
            match, f"XXXX-WXX-{weekday_number(match['day']) + 1 if match['day'] else 'WE'}", "SET"
        ),
    ),
    Rule("adverb", Pattern(rf"(?:{'|'.join(_ADVERBS)})\b(?!-)"), _read_adverb),
    Rule(
        "unit_long",
        Pattern(
            r"(?P<unit>hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))(?:-(?:long|old)"
            r"|(?<=[hkyr])long|(?<=decade)long)\b"
        ),
        _read_unit_long,
    ),
    Rule(
        "duration",
        Pattern(
            rf"{QUANTITY}(?P<unit>(?i:{UNIT}))(?P<half_after>{SP}and{SP}a{SP}half\b)?(?:{SP}or{SP}(?:two|so)\b)?(?:-long\b)?"
        ),
        _read_duration,
    ),
)
