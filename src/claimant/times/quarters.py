"""Quarters, halves and years of accounts: "Q3 2014", "third-quarter profit", "FY2023", "year-earlier"."""

from __future__ import annotations

import re
from typing import Final

from claimant.patterns import Pattern
from claimant.times.anchoring import Anchor, Piece, unit_value
from claimant.times.rule import Rule, whole
from claimant.times.tense import looks_ahead
from claimant.times.values import interval
from claimant.times.words import MONTH, SP, YEAR, month_number

_QUARTERS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_ACCOUNTS: Final = (
    r"(?:net|profits?|earnings|results?|sales|revenues?|loss(?:es)?|income|growth|output|figures|exports|imports"
    r"|GDP|deliveries)"
)
_SPACED: Final = rf"(?:-|\u2011|{SP})"


def year_said(match: re.Match[str], anchor: Anchor) -> int | None:
    """The year of a part of a year: the one said with it ("last year"), else that of publication."""
    groups = match.groupdict()
    year = groups["year"] or groups.get("year_before")
    if year:
        return int(year)
    here = anchor.published
    if here is None:
        return None
    which = groups["which"] or groups.get("which_before") or ""
    return here.year + {"last": -1, "next": 1}.get(which.lower(), 0)


def _read_fiscal(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    year = match["year"] or f"20{match['short']}"
    return whole(match, f"FY{year}")


def _read_quarter(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "the first quarter of 2014", "Q3 2014", "the second half of last year", "the third quarter"."""
    of_year = any(match[name] for name in ("year", "which", "year_before", "which_before"))
    accounts = match["accounts"] is not None
    if not of_year and match["part"] == "half" and not accounts:
        return []
    part = match["number"] or match["short"] or match["half"]
    number = int(part) if part.isdigit() else _QUARTERS[part.lower()]
    letter = "H" if match["part"] == "half" or match["half"] else "Q"
    if letter == "H":
        if number == 3:
            return []
        number = min(number, 2)
    year = year_said(match, anchor)
    here = anchor.published
    if not of_year and here and year:
        now = (here.month + 2) // 3 if letter == "Q" else (here.month + 5) // 6
        ahead = looks_ahead(anchor.direction(*match.span())) and not accounts
        year += (number < now and ahead) - (number > now and not ahead)
    return whole(match, f"{year:04d}-{letter}{number}" if year else f"XXXX-{letter}{number}")


def _read_backward(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "4Q13", "1Q 2014"."""
    year = match["year"] or f"20{match['short_year']}"
    return whole(match, f"{year}-Q{match['number']}")


def _read_ended(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "the quarter ended September 30": the quarter, or the year of accounts, that a month closes."""
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else anchor.year_of(month, 0, anchor.direction(*match.span()))
    if year is None:
        return []
    if match["unit"].lower() == "quarter":
        return whole(match, f"{year:04d}-Q{(month + 2) // 3}")
    return whole(match, f"{year:04d}" if month == 12 else f"FY{year:04d}")


def _read_same_quarter(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "sales rose in the quarter": the one that the text has named."""
    said = anchor.last_said("quarter")
    return whole(match, said.value if said else None)


def _read_year_earlier(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "the year-earlier quarter", "the year-ago period", "the same month last year"."""
    here = anchor.published
    unit = (match["unit"] or match["same"] or "year").lower()
    if unit in ("quarter", "period"):
        said = anchor.last_said("quarter")
        known = interval(said.value) if said else None
        if known is not None:
            return whole(match, unit_value(known[0], "quarter", -4))
    if here is None:
        return whole(match, "PAST_REF")
    if unit == "quarter":
        return whole(match, unit_value(here, "quarter", -5))
    if unit == "month":
        told = anchor.last_said("month")
        known = interval(told.value) if told else None
        return whole(match, unit_value(known[0] if known else here, "month", -12))
    return whole(match, unit_value(here, "year", -1))


RULES: Final = (
    Rule(
        "fiscal_year",
        Pattern(
            rf"(?:(?i:the{SP})?(?i:fiscal|financial|budget)(?:{SP}(?i:year))?{SP}"
            rf"|FY{SP}?)(?P<year>{YEAR})(?:[-/\u2013]\d\d\b)?|FY{SP}?['\u2019]?(?P<short>\d\d)\b(?![,.]?\d)"
        ),
        _read_fiscal,
    ),
    Rule(
        "quarter",
        Pattern(
            rf"(?:(?:(?i:the{SP})?(?:(?i:fiscal{SP})?(?P<year_before>{YEAR})|(?P<which_before>(?i:last|this|next)){SP}year)"
            rf"(?:['\u2019]s)?{SP})?"
            rf"(?i:(?:the{SP})?(?:fiscal{_SPACED})?(?P<number>first|second|third|fourth|final|last(?={SP}[a-z]+{SP}of\b))"
            rf"{_SPACED}(?P<part>quarter|half)\b(?!-)(?P<accounts>(?={SP}{_ACCOUNTS}\b))?)"
            rf"|Q(?P<short>[1-4])\b"
            rf"|H(?P<half>[12])(?={SP}{YEAR}))(?:,?{SP}(?:of{SP})?(?:(?:fiscal{SP}(?:year{SP})?)?(?P<year>{YEAR})"
            rf"|(?:the{SP})?(?P<which>last|this|next|fiscal|financial|the){SP}year\b))?(?!{SP}of{SP}[a-z])"
        ),
        _read_quarter,
    ),
    Rule(
        "backward_quarter",
        Pattern(rf"(?P<number>[1-4])Q(?:{SP}?(?P<year>{YEAR})|['\u2019]?(?P<short_year>\d\d)\b)"),
        _read_backward,
    ),
    Rule(
        "accounts_ended",
        Pattern(
            rf"(?i:the{SP})?(?i:fiscal{SP}|financial{SP})?(?P<unit>(?i:quarter|year))"
            rf"(?={SP}(?:that{SP})?(?:ended|ending|ends){SP}(?:on{SP}|in{SP})?(?:\d\d?{SP})?(?P<month>{MONTH})"
            rf"(?:{SP}?\d\d?\b)?(?:,?{SP}(?P<year>{YEAR}))?)"
        ),
        _read_ended,
    ),
    Rule(
        "same_quarter",
        Pattern(
            rf"(?=the\b)(?:(?<=in |of )|(?<=for )|(?<=during ))the{SP}"
            rf"(?:(?:latest|most{SP}recent){SP})?quarter\b(?!-|{SP}of\b)"
        ),
        _read_same_quarter,
    ),
    Rule(
        "year_earlier",
        Pattern(
            rf"(?i:(?:the|a){SP})?(?i:year)-(?:earlier|ago)(?:{SP}(?P<unit>quarter|period|month)\b)?"
            rf"|(?i:the){SP}same{SP}(?P<same>quarter|month|period){SP}(?:of{SP}|in{SP})?"
            rf"(?:last{SP}year|(?:a|one){SP}year{SP}(?:ago|earlier|before)|the{SP}(?:previous{SP}year|year{SP}before))\b"
        ),
        _read_year_earlier,
    ),
)
