"""Claimant reads news reports and keeps an accountable record of international politics.

>>> import claimant
>>> record = claimant.read("Russia rejected a Chinese offer on Friday.", published="2014-02-07")
>>> [(e.event, e.actor[0].code, e.recipient[0].code) for e in record.events][0]
(('REJECT',), 'RUS', 'CHN')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from claimant.reader import Reader, read
    from claimant.record import Event, Position, Record, Report, Statement, TimeExpression
    from claimant.sources import Origin, Telling, independent, tellings

__all__ = [
    "Event",
    "Origin",
    "Position",
    "Reader",
    "Record",
    "Report",
    "Statement",
    "Telling",
    "TimeExpression",
    "__version__",
    "independent",
    "read",
    "tellings",
]


def __getattr__(name: str) -> Any:
    # spaCy takes half a second to import: not paid by `claimant --version` or by reading records
    if name in ("Reader", "read"):
        from claimant import reader

        return getattr(reader, name)
    if name in ("Origin", "Telling", "independent", "tellings"):
        from claimant.sources import independence

        return getattr(independence, name)
    if name in __all__:
        from claimant import record

        return getattr(record, name)
    raise AttributeError(f"module 'claimant' has no attribute {name!r}")
