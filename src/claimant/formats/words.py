"""Entities and chains of sources in words that a page can show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimant.record import Entity, Source

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def plain(text: str) -> str:
    """Text without what could steer a terminal or turn its direction.

    >>> plain("safe\\x1b[31m \\u202eevil")
    'safe[31m evil'
    """
    return "".join(c for c in text if (c.isprintable() or c == "\n") and c not in _BIDI)


def people(entities: Iterable[Entity]) -> str:
    """Who is on a side of an event: "Russia (RUS), rebels (REB)"; nothing for nobody."""
    return ", ".join(dict.fromkeys(plain(_entity(e)) for e in entities))


def _entity(entity: Entity) -> str:
    code = "/".join(c for c in (entity.code, entity.sector if entity.sector != "GOV" else None) if c)
    name = entity.identifier_text or entity.entity_text
    if entity.code and entity.sector not in (None, "GOV") and not entity.identifier_text:
        name = entity.entity_text
    return f"{name} ({code})" if code else name


def chain_of(sources: Sequence[Source]) -> str:
    """A chain of sources, nearest first, unnamed ones marked: "two diplomats (unnamed) ← the daily"."""
    if not sources:
        return "the report itself"
    return " ← ".join(plain(s.text) + ("" if s.named else " (unnamed)") for s in sources)
