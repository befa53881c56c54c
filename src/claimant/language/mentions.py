"""Mentions: the places of a report where somebody is meant, and who that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from spacy.tokens import Doc, Token

from claimant.record import Entity


@dataclass(slots=True)
class Mention:
    """A stretch of tokens that means somebody.

    Attributes:
        start, end: Token indices, end exclusive.
        head: The token by which the sentence holds it.
        entities: Who is meant; several for "sources in Russia and Japan" or "the two sides".
        kind: ``state adjective national capital seat organisation group outlet person role pronoun
            pair place unknown``.
        as_place: Whether a place is meant, not who governs it.
        person: Whether it is a human being; `plural`, whether several are meant.
        role: The role noun, where one says what they are ("foreign ministry official").
        name: The registry's name, or the words themselves.
        definite: Whether "the", "this", "that" or a possessive stands before it.
        meant: Who is named by the mention that a pronoun stands for.
    """

    start: int
    end: int
    head: Token
    entities: tuple[Entity, ...]
    kind: str
    as_place: bool = False
    person: bool = False
    plural: bool = False
    role: str = ""
    role_kind: str = ""
    name: str = ""
    definite: bool = False
    rule: str = ""
    meant: tuple[Entity, ...] = ()

    @property
    def code(self) -> str | None:
        """The code, where one entity is meant."""
        return self.entities[0].code if len(self.entities) == 1 else None

    @property
    def country_code(self) -> str | None:
        """The state's code, where one entity is meant; an organisation of states has none."""
        return self.entities[0].country_code if len(self.entities) == 1 else None

    @property
    def sector(self) -> str | None:
        """The sector of the first entity."""
        return self.entities[0].sector if self.entities else None


_PLACE = attrgetter("start", "end")


class Mentions:
    """The mentions of a report, by token and in order."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        """The report's text, which a `Doc` puts together anew each time it is asked."""
        self.tokens = list(doc)
        """Its tokens, which a `Doc` makes anew each time it is walked."""
        self.ends = {token.idx + len(token): i for i, token in enumerate(self.tokens, 1)}
        """Character at which a token ends → index of the token behind it."""
        self._by_token: dict[int, Mention] = {}
        self._all: list[Mention] = []
        self.hyphened: dict[int, tuple[Entity, ...]] = {}
        """Token → whose name stands first in a hyphened word: "Russia-controlled"."""

    def __iter__(self) -> Iterator[Mention]:
        return iter(sorted(self._all, key=_PLACE))

    def add(self, mention: Mention) -> None:
        """Take up a mention; what an earlier one holds of its tokens stays with that."""
        self._all.append(mention)
        for i in range(mention.start, mention.end):
            self._by_token.setdefault(i, mention)
        self._by_token[mention.head.i] = mention

    def remove(self, mention: Mention) -> None:
        """Forget a mention."""
        self._all.remove(mention)
        for i in [i for i, held in self._by_token.items() if held is mention]:
            del self._by_token[i]

    def at(self, token: Token) -> Mention | None:
        """The mention that covers the token."""
        return self._by_token.get(token.i)

    def is_free(self, start: int, end: int) -> bool:
        """Whether no mention covers a token between two indices."""
        return self._by_token.keys().isdisjoint(range(start, end))

    def headed_by(self, token: Token) -> Mention | None:
        """The mention whose head the token is."""
        mention = self._by_token.get(token.i)
        return mention if mention is not None and mention.head.i == token.i else None

    def named(self, entities: Iterable[Entity], start: int, end: int) -> tuple[Entity, ...]:
        """Entities, those of a pronoun as they are named between two characters, if they are."""
        found: list[Entity] = []
        for entity in entities:
            mention = self._by_token.get(self.ends.get(entity.end or 0, 0) - 1)
            of_pronoun = mention is not None and mention.kind == "pronoun" and entity in mention.entities
            names = mention.meant if mention is not None and of_pronoun else ()
            here = [
                n for n in names if n.start is not None and start <= n.start < end and n.code == entity.code
            ]
            found.extend(here or [entity])
        return merge(found)

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie between two token indices, in order."""
        found: list[Mention] = []
        for i in range(start, end):
            mention = self._by_token.get(i)
            if mention is not None and (not found or found[-1] is not mention) and mention.start >= start:
                found.append(mention)
        return found


def merge(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities without those that say again what another says."""
    entities = tuple(entities)
    if len(entities) < 2:
        return entities
    found: dict[tuple[object, ...], Entity] = {}
    for entity in entities:
        name = entity.identifier_text or (entity.entity_text.lower() if entity.code is None else "")
        found.setdefault((entity.code, entity.sector, name), entity)
    return tuple(found.values())
