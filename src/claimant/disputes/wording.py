"""The words by which parties take positions, from ``positions.yaml``."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimant.tables import TableError, packaged_yaml


def wording(position: str, name: str) -> frozenset[str]:
    """A list of words of a position; raises :class:`TableError` if there is none of that name.

    >>> "administer" in wording("controls", "verbs")
    True
    """
    [(path, content)] = _content()
    words: Any = content.get(position, {}).get(name) if isinstance(content, dict) else None
    if not isinstance(words, list) or not all(isinstance(w, str) for w in words):
        raise TableError(path, f"{position}: lacks a list of words called {name!r}.")
    return frozenset(words)


@cache
def _content() -> list[tuple[Any, Any]]:
    return list(packaged_yaml("positions"))
