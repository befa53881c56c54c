"""The words of ``status.yaml``, and what is found of an event's status."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError
from spacy.tokens import Token

from claimant.record import Excerpt, Reason, Status
from claimant.tables import TableError, packaged_yaml

ALLEGED = "status actual: alleged, and only by whoever accuses"


class Governor(BaseModel):
    """Words that give what they govern a status."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: tuple[str, ...]
    status: Status
    when_negated: Status | None = None


class StatusRules(BaseModel):
    """The words of ``status.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verbs: tuple[Governor, ...]
    adjectives: tuple[Governor, ...]
    nouns: tuple[Governor, ...]
    modifiers: tuple[Governor, ...]
    prepositions: tuple[Governor, ...]
    asserting: frozenset[str]
    asserting_nouns: frozenset[str] = frozenset()
    passing_on: frozenset[str] = frozenset()
    accusing: frozenset[str]
    raising: frozenset[str]
    falsehoods: frozenset[str]
    conditions: tuple[str, ...]
    negatives: frozenset[str]

    def table(
        self, kind: Literal["verbs", "adjectives", "nouns", "modifiers", "prepositions"]
    ) -> dict[str, Governor]:
        """Word → governor, the first that names it."""
        found: dict[str, Governor] = {}
        for governor in getattr(self, kind):
            for word in governor.words:
                found.setdefault(word, governor)
        return found


@cache
def load_rules() -> StatusRules:
    """The status rules that come with Claimant."""
    [(path, content)] = packaged_yaml("status")
    try:
        return StatusRules.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        raise TableError(path, f"{'.'.join(map(str, first['loc']))}: {first['msg']}.") from error


@dataclass(slots=True)
class Found:
    """The statuses found, the condition, and why."""

    statuses: set[Status] = field(default_factory=set)
    condition: Excerpt | None = None
    why: list[Reason] = field(default_factory=list)

    def add(self, status: Status, rule: str, token: Token) -> None:
        """Note a status and the word that gives it."""
        if status is Status.ACTUAL:
            return
        self.statuses.add(status)
        self.why.append(
            Reason(
                rule=f"status {status}: {rule}", text=token.text, start=token.idx, end=token.idx + len(token)
            )
        )

    def flip(self, token: Token) -> None:
        """A negation above: what was negated may be, what was not is not."""
        if Status.NEGATED in self.statuses:
            self.statuses.discard(Status.NEGATED)
            self.add(Status.HYPOTHETICAL, "negated twice", token)
        else:
            self.add(Status.NEGATED, "negation", token)
