"""Holidays as dates: "Thanksgiving Day", "on Christmas Eve 1991", "Easter", "the end of Ramadan"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, field_validator

from claimant.patterns import Pattern
from claimant.times.anchoring import UNKNOWN_DAY, Anchor, Piece
from claimant.times.calendars import easter, hanukkah, islamic_days, orthodox_easter, passover, rosh_hashanah
from claimant.times.entries import load_entries
from claimant.times.rule import Rule
from claimant.times.tense import looks_ahead
from claimant.times.values import month_end, week_value
from claimant.times.words import SP, YEAR, weekday_number

_FIXED: Final = Pattern(r"(\d\d)-(\d\d)")
_FEASTS: Final = {
    "easter": easter,
    "orthodox-easter": orthodox_easter,
    "passover": passover,
    "rosh-hashanah": rosh_hashanah,
    "hanukkah": hanukkah,
}
_MOVING: Final = Pattern(rf"({'|'.join(_FEASTS)})([+-]\d+)")
_ISLAMIC: Final = Pattern(r"islamic-(0[1-9]|1[0-2])-([0-2]\d|30)")
_LAST: Final = Pattern(r"\b(?:end|last)\b", re.I)
_NTH: Final = Pattern(r"(\d{1,2})/(-1|[1-5])/([a-z]+day)(\+\d+)?")


class Holiday(BaseModel):
    """A holiday: its names, the rule for its first day (:func:`holiday_days`), how long it lasts, and the
    rule's source."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: tuple[str, ...] = Field(min_length=1)
    when: str
    days: int = Field(default=1, ge=1, le=40)
    source: str = Field(min_length=1)

    @field_validator("when")
    @classmethod
    def _rule(cls, value: str) -> str:
        holiday_days(value, 2000)
        return value


def holiday_days(rule: str, year: int) -> list[date]:
    """The day of a holiday in a year, by a rule as in ``holidays.yaml``; ``ValueError`` if it is no rule.

    The Islamic year is short: now and then one of its days comes twice in a year.

    >>> holiday_days("11/4/thursday", 1999), holiday_days("easter-2", 2014)
    ([datetime.date(1999, 11, 25)], [datetime.date(2014, 4, 18)])
    """
    if islamic := _ISLAMIC.fullmatch(rule):
        return islamic_days(year, int(islamic[1]), int(islamic[2]))
    return [_holiday_date(rule, year)]


def _holiday_date(rule: str, year: int) -> date:
    if fixed := _FIXED.fullmatch(rule):
        return date(year, int(fixed[1]), int(fixed[2]))
    if moving := _MOVING.fullmatch(rule):
        return _FEASTS[moving[1]](year) + timedelta(days=int(moving[2]))
    nth = _NTH.fullmatch(rule)
    if nth is None:
        raise ValueError(
            f"{rule!r} is no rule for a holiday: write 12-25, easter-2, 11/4/thursday or islamic-09-01"
        )
    month, which, weekday, plus = int(nth[1]), int(nth[2]), weekday_number(nth[3]), int(nth[4] or 0)
    if which < 0:
        last = month_end(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7) + timedelta(days=plus)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1) + plus)


@dataclass(frozen=True, slots=True)
class Holidays:
    """The holidays by name."""

    by_name: Mapping[str, Holiday]

    @classmethod
    def load(cls, path: Path | None = None) -> Holidays:
        """Read a table of holidays, by default the one that comes with Claimant.

        Raises :class:`claimant.tables.TableError` for an entry that is wrong.
        """
        return cls({name: h for h in load_entries("holidays", Holiday, path) for name in h.names})

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
            rf"(?:(?P<edge>(?i:the{SP}(?:(?:very{SP})?(?:start|beginning|end)|(?:first|last){SP}day))){SP}of{SP})?"
            rf"(?:(?P<step>(?i:last|this|next)){SP})?(?P<name>{names})(?:{SP}(?P<week>week|weekend)\b"
            rf"|,?{SP}(?P<year>{YEAR}))?(?!\w|{SP}(?:Island|Accord|Agreement|Massacre|Rising|[Ww]ar|Offensive))"
        )
        return (Rule("holiday", Pattern(pattern), self._read),)

    def _read(self, match: re.Match[str], anchor: Anchor) -> list[Piece]:
        said = re.sub(r"\s+", " ", match["name"]).replace("\u2019", "'")
        holiday = self.by_name.get(said) or next(
            h for name, h in self.by_name.items() if name.replace("'", "") == said.replace("'", "")
        )
        day = _day_meant(holiday.when, match, anchor)
        if day is None:
            return [Piece(*match.span(), UNKNOWN_DAY)]
        last = day + timedelta(days=holiday.days - 1)
        value = day.isoformat() if holiday.days == 1 else f"{day}/{last}"
        if match["edge"]:
            value = (last if _LAST.search(match["edge"]) else day).isoformat()
        elif match["week"]:
            value = week_value(day) + ("-WE" if match["week"] == "weekend" else "")
        return [Piece(*match.span(), value)]


def _day_meant(rule: str, match: re.Match[str], anchor: Anchor) -> date | None:
    """The holiday in the year said, or the one that the words around it look back or ahead to."""
    here = anchor.published
    if match["year"] or here is None:
        return next(iter(holiday_days(rule, int(match["year"]))), None) if match["year"] else None
    step = (match["step"] or "").lower()
    near = [day for year in range(here.year - 2, here.year + 3) for day in holiday_days(rule, year)]
    if step == "this":
        return min((day for day in near if day.year == here.year), default=None)
    if step == "last":
        return max((day for day in near if day < here), default=None)
    if step == "next":
        return min((day for day in near if day > here), default=None)
    direction = anchor.direction(*match.span())
    if _ISLAMIC.fullmatch(rule):
        if looks_ahead(direction):
            return min((day for day in near if day >= here), default=None)
        if direction:
            return max((day for day in near if day <= here), default=None)
        return min(near, key=lambda day: abs(day - here), default=None)
    year = anchor.year_of(near[2].month, near[2].day, direction)
    return next((day for day in near if day.year == year), None)
