"""Holidays as dates: "Thanksgiving Day", "on Christmas Eve 1991", "Easter"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, field_validator

from claimant.patterns import Pattern
from claimant.times.anchoring import Anchor, Piece
from claimant.times.entries import load_entries
from claimant.times.rule import Rule
from claimant.times.values import month_end, week_value
from claimant.times.words import SP, YEAR, weekday_number

_FIXED: Final = Pattern(r"(\d\d)-(\d\d)")
_EASTER: Final = Pattern(r"easter([+-]\d+)")
_NTH: Final = Pattern(r"(\d{1,2})/(-1|[1-5])/([a-z]+day)(\+\d+)?")


class Holiday(BaseModel):
    """A holiday: its names, the rule for its day (:func:`holiday_date`), and the rule's source."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: tuple[str, ...] = Field(min_length=1)
    when: str
    source: str = Field(min_length=1)

    @field_validator("when")
    @classmethod
    def _rule(cls, value: str) -> str:
        holiday_date(value, 2000)
        return value


def easter(year: int) -> date:
    """Western Easter Sunday (Meeus, Jones and Butcher's form of the Gregorian computus).

    >>> easter(2000), easter(2014)
    (datetime.date(2000, 4, 23), datetime.date(2014, 4, 20))
    """
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    days = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * days) // 451
    month, day = divmod(epact + days - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def holiday_date(rule: str, year: int) -> date:
    """The day of a holiday in a year, by a rule as in ``holidays.yaml``; ``ValueError`` if it is no rule.

    >>> holiday_date("11/4/thursday", 1999), holiday_date("easter-2", 2014)
    (datetime.date(1999, 11, 25), datetime.date(2014, 4, 18))
    """
    if fixed := _FIXED.fullmatch(rule):
        return date(year, int(fixed[1]), int(fixed[2]))
    if moving := _EASTER.fullmatch(rule):
        return easter(year) + timedelta(days=int(moving[1]))
    nth = _NTH.fullmatch(rule)
    if nth is None:
        raise ValueError(f"{rule!r} is no rule for a holiday: write 12-25, easter-2 or 11/4/thursday")
    month, which, weekday, plus = int(nth[1]), int(nth[2]), weekday_number(nth[3]), int(nth[4] or 0)
    if which < 0:
        last = month_end(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7) + timedelta(days=plus)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1) + plus)


@dataclass(frozen=True, slots=True)
class Holidays:
    """The rules of holidays by name."""

    by_name: Mapping[str, str]

    @classmethod
    def load(cls, path: Path | None = None) -> Holidays:
        """Read a table of holidays, by default the one that comes with Claimant.

        Raises :class:`claimant.tables.TableError` for an entry that is wrong.
        """
        return cls({name: h.when for h in load_entries("holidays", Holiday, path) for name in h.names})

    def words(self) -> frozenset[str]:
        """The last word of every name, lower case, by which a text is searched for holidays."""
        names = {form for name in self.by_name for form in (name.lower(), name.lower().replace("'", ""))}
        return frozenset(re.findall(r"\w+", name)[-1] for name in names)

    def rules(self) -> tuple[Rule, ...]:
        """The rule that finds these holidays."""
        names = "|".join(
            re.escape(name).replace(r"\ ", SP).replace("'", "['\u2019]?")
            for name in sorted(self.by_name, key=lambda name: (-len(name), name))
        )
        pattern = (
            rf"(?:(?P<step>(?i:last|this|next)){SP})?(?P<name>{names})(?:{SP}(?P<week>week|weekend)\b"
            rf"|,?{SP}(?P<year>{YEAR}))?(?!\w|{SP}(?:Island|Accord|Agreement|Massacre|Rising))"
        )
        return (Rule("holiday", Pattern(pattern), self._read),)

    def _read(self, match: re.Match[str], anchor: Anchor) -> list[Piece]:
        said = re.sub(r"\s+", " ", match["name"]).replace("\u2019", "'")
        rule = self.by_name.get(said) or next(
            rule for name, rule in self.by_name.items() if name.replace("'", "") == said.replace("'", "")
        )
        year = int(match["year"]) if match["year"] else self._year(rule, match, anchor)
        if year is None:
            return [Piece(*match.span(), "XXXX-XX-XX")]
        day = holiday_date(rule, year)
        value = day.isoformat()
        if match["week"]:
            value = week_value(day) + ("-WE" if match["week"] == "weekend" else "")
        return [Piece(*match.span(), value)]

    def _year(self, rule: str, match: re.Match[str], anchor: Anchor) -> int | None:
        here = anchor.published
        if here is None:
            return None
        step = (match["step"] or "").lower()
        this_year = holiday_date(rule, here.year)
        if step == "this":
            return here.year
        if step == "last":
            return here.year - (this_year >= here)
        if step == "next":
            return here.year + (this_year <= here)
        return anchor.year_of(this_year.month, this_year.day, anchor.direction(*match.span()))
