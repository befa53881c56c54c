"""A step from a time told before: "the week before last", "the day before", "later in the day"."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from claimant.patterns import Pattern
from claimant.times.anchoring import UNKNOWN_DAY, Anchor, Piece, unit_value
from claimant.times.rule import Rule, whole
from claimant.times.tense import looks_ahead
from claimant.times.words import DAY_PARTS, SP

_PRECISION: Final = {"day": "day", "week": "day", "weekend": "day", "month": "month"}
"""How finely a date must be known to count weeks or months from it; other units: a year."""
_UNITS: Final = r"day|week|weekend|month|year|decade|century"
_CLAUSE_ENDS: Final = rf"(?=[,.;:)]|{SP}(?:and|but|when|by)\b|\s*$)"


def _read_before_last(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "the week before last", "the night before last"."""
    unit = match["unit"].lower()
    if anchor.published is None:
        return whole(match, "PAST_REF")
    if unit == "night":
        return whole(match, f"{unit_value(anchor.published, 'day', -2)}TNI", "TIME")
    return whole(match, unit_value(anchor.published, unit, -2))


def _read_day_before(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "They had met the day before.", "up from 40 the year before", "the night before"."""
    unit, count = match["unit"].lower(), -1 if match["way"] == "before" else 1
    part = DAY_PARTS.get(unit)
    unit = "day" if part else unit
    here = anchor.reference(_PRECISION.get(unit, "year"))
    if count > 0 and here == anchor.published and not looks_ahead(anchor.direction(*match.span())):
        # what is told to have followed something undated is no later than the report
        return []
    value = unit_value(here, unit, count) if here else UNKNOWN_DAY
    return whole(match, f"{value}T{part}", "TIME") if part else whole(match, value)


def _read_within(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "later in the day", "earlier in the year": of the date told last, or ahead of the report."""
    unit = match["unit"]
    here, now = anchor.reference(_PRECISION.get(unit, "year")), anchor.published
    if here and now and here < now and looks_ahead(anchor.direction(*match.span())):
        here = now
    return whole(match, unit_value(here, unit, 0) if here else UNKNOWN_DAY)


def _read_year_so_far(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "the first nine months of the year"."""
    return whole(match, unit_value(anchor.published, "year", 0) if anchor.published else UNKNOWN_DAY)


def _read_nth(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "on the 24th": of the month told last."""
    here = anchor.reference("month")
    try:
        day = date(here.year, here.month, int(match["nth"])).isoformat() if here else None
    except ValueError:
        return []
    return whole(match, day or f"XXXX-XX-{int(match['nth']):02d}")


RULES: Final = (
    Rule(
        "before_last",
        Pattern(
            rf"(?i:the{SP})?(?P<unit>(?i:night|week|weekend|month|year)){SP}before{SP}last\b(?!{SP}[A-Z])"
        ),
        _read_before_last,
    ),
    Rule(
        "day_before",
        Pattern(
            rf"(?i:the{SP})(?P<unit>(?i:day|night|evening|week|weekend|month|year)){SP}(?P<way>before|after)\b"
            rf"{_CLAUSE_ENDS}"
        ),
        _read_day_before,
    ),
    Rule(
        "within",
        Pattern(rf"(?i:later|earlier|late|early){SP}in{SP}the{SP}(?P<unit>{_UNITS})\b(?!-)"),
        _read_within,
    ),
    Rule(
        "year_so_far",
        Pattern(
            rf"(?=the\b)(?:(?<=months of )|(?<=weeks of )|(?<=days of )|(?<=part of )|(?<=most of ))"
            rf"the{SP}year\b(?!-)"
        ),
        _read_year_so_far,
    ),
    Rule(
        "nth",
        Pattern(rf"(?<=on )the{SP}(?P<nth>[12]?\d|3[01])(?:st|nd|rd|th)\b{_CLAUSE_ENDS}"),
        _read_nth,
    ),
)
