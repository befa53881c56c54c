"""Wars and eras as dates: "in the final days of the second world war", "after the Suez crisis"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from claimant.patterns import Pattern
from claimant.times.anchoring import Anchor, Piece
from claimant.times.entries import load_entries, table_path, wrong_entry
from claimant.times.rule import Rule
from claimant.times.values import PartialDate
from claimant.times.words import SP

_SHORT_PARTS: Final = ("hour", "day", "week", "month", "moment")
_EARLY: Final = frozenset(
    {"early", "first", "opening", "initial", "start", "beginning", "outbreak", "onset", "eve"}
)
_LATE: Final = frozenset(
    {
        "late",
        "later",
        "final",
        "last",
        "closing",
        "dying",
        "waning",
        "end",
        "close",
        "conclusion",
        "aftermath",
    }
)
_LONG: Final = 10
"""Years after which "the early years" of an era no longer mean its first year."""
_FIRST_YEARS: Final = 5


class Era(BaseModel):
    """A war or era. ``start`` and ``end`` are years; ``source`` says where they come from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: tuple[str, ...] = Field(min_length=1)
    start: str
    end: str
    source: str = Field(min_length=1)

    @field_validator("start", "end", mode="before")
    @classmethod
    def _year(cls, value: object) -> str:
        text = str(value)
        if PartialDate(text).precision != "year":
            raise ValueError(f"{text!r} is no year")
        return text

    @model_validator(mode="after")
    def _in_order(self) -> Era:
        if int(self.start) > int(self.end):
            raise ValueError(f"it ends ({self.end}) before it starts ({self.start})")
        return self


@dataclass(frozen=True, slots=True)
class Eras:
    """The eras by lower-case name."""

    by_name: Mapping[str, Era]

    @classmethod
    def load(cls, path: Path | None = None) -> Eras:
        """Read a table of eras, by default the one that comes with Claimant.

        Raises :class:`claimant.tables.TableError` for an entry that is wrong or a name said twice.
        """
        by_name: dict[str, Era] = {}
        for place, era in enumerate(load_entries("eras", Era, path)):
            for name in era.names:
                if by_name.setdefault(name.lower(), era) is not era:
                    where = path or table_path("eras")
                    raise wrong_entry(where, place, f"the name {name!r} belongs to another era already.")
        return cls(by_name)

    def words(self) -> frozenset[str]:
        """The last word of every name, by which a text is searched for eras."""
        return frozenset(re.findall(r"\w+", name)[-1] for name in self.by_name)

    def first_words(self) -> frozenset[str]:
        """The first word of every name."""
        return frozenset(re.findall(r"\w+", name)[0] for name in self.by_name)

    def rules(self) -> tuple[Rule, ...]:
        """The rules that find these eras, where a part or a signal makes a time of them."""
        names = "|".join(
            re.escape(name).replace(r"\ ", SP).replace(r"\-", "[-\u2013\u2014]").replace("'", "['\u2019]")
            for name in sorted(self.by_name, key=lambda name: (-len(name), name))
        )
        pattern = (
            rf"(?:(?P<part>(?i:(?:the{SP})?(?:very{SP})?(?:(?:early|first|opening|initial|final|last"
            rf"|late|later|closing|dying"
            rf"|waning){SP}(?:[a-z]+{SP})?(?P<stretch>hour|day|week|month|moment|year|decade|stage|phase"
            rf"|part)s?"
            rf"|end|close|conclusion|start|beginning|outbreak|onset|eve|aftermath|height|middle|midst"
            rf"|course|time){SP}of{SP}"
            rf"(?:the{SP})?))|(?P<signal>(?i:during|throughout|after|before|since|until|till|under|following"
            rf"|in|from|to"
            rf"|prior{SP}to){SP}(?:the{SP})?|(?i:post|pre)-))(?P<name>(?i:{names}))(?P<age>{SP}(?:era"
            rf"|years|period|times))?"
            r"(?!\w|-)"
        )
        return (Rule("era", Pattern(pattern), self._read),)

    def _read(self, match: re.Match[str], anchor: Anchor) -> list[Piece]:
        era = self.by_name[
            re.sub(r"\s+", " ", match["name"]).replace("\u2013", "-").replace("\u2019", "'").lower()
        ]
        if match["part"]:
            return [
                Piece(match.start("part"), match.end(), _part_value(era, match["part"], match["stretch"]))
            ]
        signal = match["signal"].split()[0].lower().rstrip("-")
        start = match.start() if "-" in match["signal"] else match.start("name")
        return [Piece(start, match.end(), _signal_value(era, signal))]


def _part_value(era: Era, part: str, stretch: str | None) -> str:
    words = set(re.findall(r"[a-z]+", part.lower()))
    first, last = int(era.start), int(era.end)
    if stretch and stretch.lower() not in _SHORT_PARTS and last - first >= _LONG:
        if words & _EARLY:
            return f"{first:04d}/{first + _FIRST_YEARS:04d}"
        if words & _LATE:
            return f"{last - _FIRST_YEARS:04d}/{last:04d}"
    if words & _EARLY:
        return era.start
    return era.end if words & _LATE else _stretch(era)


def _signal_value(era: Era, signal: str) -> str:
    if signal in ("after", "since", "following", "post", "from"):
        return era.end
    if signal in ("before", "prior", "pre"):
        return era.start
    return _stretch(era)


def _stretch(era: Era) -> str:
    return era.start if era.start == era.end else f"{era.start}/{era.end}"
