"""Stretches of a report that are no part of its body, each with what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a stretch outside the body is."""

    TITLE = "title"
    PUBLISHED = "published"
    UPDATED = "updated"
    TIME = "time"
    BYLINE = "byline"
    AGENCY = "agency"
    DATELINE = "dateline"
    PLACE = "place"
    DATE = "date"
    YEAR = "year"
    FURNITURE = "furniture"


@dataclass(frozen=True)
class Fact:
    """What a stretch says: a time in ISO 8601, a writer, a publisher …"""

    kind: Kind
    value: str | None = None


# The kinds that stand between a report's head and its body.
HEAD = frozenset({Kind.PUBLISHED, Kind.UPDATED, Kind.TIME, Kind.BYLINE, Kind.AGENCY, Kind.DATELINE})


@dataclass(frozen=True)
class Mark:
    """A stretch of text that is to be passed over, and what it says."""

    start: int
    end: int
    facts: tuple[Fact, ...] = (Fact(Kind.FURNITURE),)

    @property
    def of_head(self) -> bool:
        """Whether it stands between the head and the body of a report."""
        return any(f.kind in HEAD for f in self.facts)
