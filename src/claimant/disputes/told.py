"""What a report has told so far, so that "the islands" and "the issue" can mean it again."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

_MEMORY = 8


class Told:
    """The disputes told so far, the last first, and whether talk has turned to something else."""

    def __init__(self) -> None:
        self.last: list[str] = []
        self._sentence: dict[str, int] = {}
        self._count = 0
        self._start = -1
        self.ever: list[str] = []
        """All disputes told in the report, the first first."""
        self.turned = False
        """Whether a row about something else was told since."""
        self.others: set[str] = set()
        """Words for places ("island") that have meant something else since."""

    def reach(self, token: Token) -> None:
        """Go on to a token; what was told long ago is forgotten."""
        if token.is_sent_start or self._start < 0:
            self._start = token.i
            self._count += 1
            self.last = [d for d in self.last if self._count - self._sentence[d] <= _MEMORY]

    def since(self, dispute: str) -> int:
        """How many sentences ago a dispute was told last."""
        return self._count - self._sentence[dispute]

    @property
    def sole(self) -> str | None:
        """The dispute that the report is about, where it has told no other: it is not forgotten."""
        return self.ever[0] if len(self.ever) == 1 else None

    def remember(self, disputes: Iterable[str], features: Iterable[str] = ()) -> None:
        """Take up that disputes were told; their words for places mean them again."""
        for dispute in reversed(list(disputes)):
            if dispute in self.last:
                self.last.remove(dispute)
            self.last.insert(0, dispute)
            if dispute not in self.ever:
                self.ever.append(dispute)
            self._sentence[dispute] = self._count
        self.turned = False
        self.others.difference_update(features)
