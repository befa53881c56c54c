"""Who is meant, in a whole report and in a phrase."""

from __future__ import annotations

from collections.abc import Callable, Collection

from spacy.tokens import Doc, Token

from claimant.actors.coreference import Coreference
from claimant.actors.names import find_names, find_others
from claimant.actors.loading import load_registry
from claimant.actors.registry import Registry
from claimant.actors.roles import People, find_roles, place_roles
from claimant.language.mentions import Mention, Mentions, merge
from claimant.record import Entity


class ActorReader:
    """Finds and resolves the mentions of a report."""

    def __init__(
        self,
        registry: Registry | None = None,
        country_of: Callable[[str, Collection[str]], str | None] | None = None,
    ) -> None:
        """`country_of` tells in which state a place lies, given the states that the report speaks of."""
        self.registry = registry if registry is not None else load_registry()
        self._country_of = country_of or (lambda name, near: None)

    def read(self, doc: Doc, day: str | None = None) -> Mentions:
        """The mentions of a parsed report.

        Args:
            doc: The report's text, parsed.
            day: The report's date, as a partial ISO date: who holds an office depends on it.
        """
        mentions = Mentions(doc)
        find_names(doc, self.registry, day, mentions)
        People(self.registry, day, mentions).find(doc)
        find_roles(doc, self.registry, day, mentions)
        find_others(doc, mentions, self._country_of)
        Coreference(mentions, self.registry).resolve()
        place_roles(doc, mentions)
        return mentions

    def resolve(self, doc: Doc, day: str | None = None) -> Entity:
        """The one entity that a phrase, parsed by itself, means; unresolved, only its text."""
        mentions = self.read(doc, day)
        text = doc.text.strip()
        root = next((t for t in doc if t.head.i == t.i), None)
        found = _main_mention(mentions, root)
        if found is None or not found.entities:
            return Entity(entity_text=text)
        return found.entities[0].model_copy(update={"entity_text": text, "start": None, "end": None})


def _main_mention(mentions: Mentions, root: Token | None) -> Mention | None:
    """The mention that a phrase is about: that of its root, else the last person, else the first."""
    if root is not None:
        held = mentions.at(root)
        if held is not None:
            return held
    ordered = list(mentions)
    people = [m for m in ordered if m.person]
    return people[-1] if people else (ordered[0] if ordered else None)


__all__ = ["ActorReader", "merge"]
