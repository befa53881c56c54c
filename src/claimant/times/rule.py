"""A rule of the time grammar: how an expression looks, and how it is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from claimant.patterns import Pattern
from claimant.times.anchoring import Anchor, Piece


class Rule(NamedTuple):
    """``read`` turns a match of ``pattern`` into the expressions it holds: none, one, or the two of a range.

    ``name`` is a Python identifier that no other rule has. Patterns keep their own case rules
    (``(?i:…)``), since "may" is no month and "sun" no day.
    """

    name: str
    pattern: Pattern
    read: Callable[[re.Match[str], Anchor], list[Piece]]


def whole(match: re.Match[str], value: str | None, kind: str = "DATE") -> list[Piece]:
    """The whole match as one expression, if it has a value."""
    return [Piece(match.start(), match.end(), value, kind)] if value else []
