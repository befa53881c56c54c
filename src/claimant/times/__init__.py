"""When: time expressions and their values, worked out from the dateline (TIMEX3)."""

from claimant.times.reader import TimeReader, interval_of, relation
from claimant.times.values import PartialDate, interval, length_of

__all__ = ["PartialDate", "TimeReader", "interval", "interval_of", "length_of", "relation"]
