"""The codebook: event types, modes and contexts, as data with a checked schema."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from claimant.tables import TableError, packaged_yaml, parse_yaml


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Mode(_Row):
    """A way in which an event of a type takes place; `cameo` holds CAMEO's codes, where they are clear."""

    code: str
    definition: str
    cameo: tuple[Annotated[str, Field(pattern=r"^\d{3}$")], ...] = ()


class NearMiss(_Row):
    """A sentence that looks like a type, and what it is."""

    text: str
    code: str
    why: str = ""


class EventType(_Row):
    """One type of event: its definition, its place between conflict and cooperation, its modes.

    `cameo` holds the two-digit roots of CAMEO that it takes in; its modes' codes begin with one of them.
    """

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
    cameo: tuple[Annotated[str, Field(pattern=r"^\d{2}$")], ...] = ()

    @model_validator(mode="after")
    def _below_its_roots(self) -> EventType:
        for mode in self.modes:
            for code in mode.cameo:
                if code[:2] not in self.cameo:
                    raise ValueError(
                        f"{self.code}: CAMEO {code} of {mode.code} is below none of {list(self.cameo)}"
                    )
        return self


class Context(_Row):
    """A field of politics, and the words (lemmas) that show it."""

    code: str
    definition: str
    words: tuple[str, ...] = ()


class CrossRules(BaseModel):
    """Rules across types."""

    model_config = ConfigDict(frozen=True, extra="allow")

    future_becomes: dict[str, str] = {}
    announced_becomes: dict[str, str] = {}
    future_mode: dict[str, str] = {}
    refused_becomes: dict[str, str] = {}


class Codebook(BaseModel):
    """A whole codebook.

    One that `extends` PLOVER's has its types, contexts and rules too; a type of the same code takes the place
    of PLOVER's.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    codebook: str
    extends: str = ""
    types: tuple[EventType, ...]
    contexts: tuple[Context, ...] = ()
    cross_rules: CrossRules = CrossRules()

    def type(self, code: str) -> EventType:
        """The type of a code; raises ``KeyError`` if the codebook has none."""
        for kind in self.types:
            if kind.code == code:
                return kind
        raise KeyError(code)

    def cameo(self, code: str, mode: str | None = None) -> tuple[str, ...]:
        """CAMEO's codes for a type and mode: three digits where they are clear, else the roots.

        >>> load_codebook().cameo("COERCE", "arrest"), load_codebook().cameo("REQUEST")
        (('173',), ('02', '10'))
        """
        kind = self.type(code)
        finer = next((m.cameo for m in kind.modes if m.code == mode), ())
        return finer or kind.cameo

    def becomes(self, code: str) -> frozenset[str]:
        """What an event of a type is called while it is still to come, or only announced."""
        rules = self.cross_rules
        return frozenset(
            table[code] for table in (rules.future_becomes, rules.announced_becomes) if code in table
        )

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
    codebook = _checked(path, parse_yaml(path))
    if not codebook.extends:
        return codebook
    base = _packaged()
    if codebook.extends != base.codebook:
        raise TableError(path, f"field extends: {codebook.extends!r} is not known. Write {base.codebook!r}.")
    own = {t.code for t in codebook.types}
    kept = tuple(t for t in base.types if t.code not in own)
    return codebook.model_copy(
        update={
            "types": (*kept, *codebook.types),
            "contexts": codebook.contexts or base.contexts,
            "cross_rules": codebook.cross_rules if codebook.cross_rules != CrossRules() else base.cross_rules,
        }
    )


def own_codes(codebook: Codebook) -> frozenset[str]:
    """The types that a codebook adds to PLOVER's."""
    return frozenset(t.code for t in codebook.types) - {t.code for t in _packaged().types}


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
