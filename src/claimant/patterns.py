"""Regular expressions that are compiled when they are first used.

Claimant has some hundred of them; compiling all at start-up would take longer than reading a report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """A regular expression with the methods of ``re.Pattern`` that are used here.

    >>> Pattern("b+").search("abba").group()
    'bb'
    """

    def __init__(self, pattern: str, flags: int | re.RegexFlag = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def match(self, text: str, start: int = 0, end: int = -1) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        return self._compiled.match(text, start, len(text) if end < 0 else end)

    def search(self, text: str, start: int = 0, end: int = -1) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        return self._compiled.search(text, start, len(text) if end < 0 else end)

    def fullmatch(self, text: str, start: int = 0, end: int = -1) -> re.Match[str] | None:
        """As ``re.Pattern.fullmatch``."""
        return self._compiled.fullmatch(text, start, len(text) if end < 0 else end)

    def finditer(self, text: str, start: int = 0, end: int = -1) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        return self._compiled.finditer(text, start, len(text) if end < 0 else end)

    def findall(self, text: str) -> list[str]:
        """As ``re.Pattern.findall``."""
        return self._compiled.findall(text)

    def split(self, text: str) -> list[str]:
        """As ``re.Pattern.split``."""
        return [part for part in self._compiled.split(text) if part is not None]

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As ``re.Pattern.sub``."""
        return self._compiled.sub(replacement, text, count)
