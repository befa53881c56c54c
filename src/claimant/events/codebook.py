"""The codebook: event types, modes and contexts, as data with a checked schema."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from claimant.tables import TableError, packaged_yaml, parse_yaml


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Mode(_Row):
    """A way in which an event of a type takes place."""

    code: str
    definition: str


class NearMiss(_Row):
    """A sentence that looks like a type, and what it is."""

    text: str
    code: str
    why: str = ""


class EventType(_Row):
    """One type of event: its definition, its place between conflict and cooperation, its modes."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    definition: str
    quad_code: int = Field(ge=1, le=4)
    scale: float = Field(ge=-10, le=10)
    modes: tuple[Mode, ...] = ()
    rules: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()


class Context(_Row):
    """A field of politics, and the words (lemmas) that show it."""

    code: str
    definition: str
    words: tuple[str, ...] = ()


class CrossRules(BaseModel):
    """Rules across types."""

    model_config = ConfigDict(frozen=True, extra="allow")

    future_becomes: dict[str, str] = {}
    future_mode: dict[str, str] = {}
    refused_becomes: dict[str, str] = {}


class Codebook(BaseModel):
    """A whole codebook."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    codebook: str
    types: tuple[EventType, ...]
    contexts: tuple[Context, ...] = ()
    cross_rules: CrossRules = CrossRules()

    def type(self, code: str) -> EventType:
        """The type of a code; raises ``KeyError`` if the codebook has none."""
        for kind in self.types:
            if kind.code == code:
                return kind
        raise KeyError(code)

    def context_words(self) -> dict[str, set[str]]:
        """Lemma → the contexts that it shows."""
        found: dict[str, set[str]] = {}
        for context in self.contexts:
            for word in context.words:
                found.setdefault(word, set()).add(context.code)
        return found


def load_codebook(path: Path | None = None) -> Codebook:
    """PLOVER's codebook, or the one in a file of the user's.

    Raises:
        TableError: if the file is no codebook, naming the field that is wrong.
    """
    if path is None:
        return _packaged()
    return _checked(path, parse_yaml(path))


@cache
def _packaged() -> Codebook:
    [(path, content)] = packaged_yaml("codebook")
    return _checked(path, content)


def _checked(path: Path, content: Any) -> Codebook:
    try:
        return Codebook.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(p) for p in first["loc"])
        raise TableError(path, f"field {where}: {first['msg']}.") from error
