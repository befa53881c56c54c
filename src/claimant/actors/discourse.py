"""The mentions of a report in the order in which they are read, sentence by sentence."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator

from spacy.tokens import Token

from claimant.actors.grammar import phrase_start
from claimant.actors.registry import Registry
from claimant.language.mentions import Mention, Mentions
from claimant.record import Entity


class Discourse:
    """Looks back from a word to what was named before it, no further than asked.

    Args:
        mentions: The mentions found by name, title and role; resolved ones are added to them.
        registry: Says who held an office.
        day: The report's date.
    """

    def __init__(self, mentions: Mentions, registry: Registry, day: str | None) -> None:
        self.mentions = mentions
        self.registry = registry
        self.day = day
        self._sentence: list[int] = []
        self._held: list[list[Mention]] = []
        for number, sentence in enumerate(mentions.doc.sents):
            self._sentence.extend([number] * len(sentence))
            self._held.append([])
        for mention in mentions:
            self._held[self._sentence[mention.start]].append(mention)

    def sentence(self, token: Token) -> int:
        """The number of the sentence that a token stands in."""
        return self._sentence[token.i]

    def apart(self, first: Token, second: Token) -> int:
        """How many sentences lie between two tokens: 0 in the same."""
        return abs(self._sentence[second.i] - self._sentence[first.i])

    def before(self, token: Token, sentences: int) -> Iterator[Mention]:
        """The mentions that begin before a token, nearest first, in its sentence and so many before it."""
        here = self._sentence[token.i]
        for number in range(here, max(-1, here - sentences - 1), -1):
            for mention in reversed(self._held[number]):
                if mention.start < token.i and mention.head.i != token.i:
                    yield mention

    def in_sentence(self, number: int) -> list[Mention]:
        """The mentions of a sentence, in order."""
        return self._held[number]

    def add(self, mention: Mention) -> None:
        """Take up a mention."""
        self.mentions.add(mention)
        insort(self._held[self._sentence[mention.start]], mention, key=lambda m: (m.start, m.end))

    def put(self, mention: Mention) -> None:
        """Take up a mention, in place of the one that has its head."""
        held = self.mentions.headed_by(mention.head)
        if held is None:
            self.add(mention)
            return
        held.start, held.end = mention.start, mention.end
        held.entities, held.kind, held.name = mention.entities, mention.kind, mention.name
        held.person, held.plural = mention.person, mention.plural
        held.role, held.role_kind, held.rule = mention.role, mention.role_kind, mention.rule

    def point(self, token: Token, other: Mention | None, kind: str) -> None:
        """Let a word mean what another mention means; one that is known by itself stays as it is."""
        if other is None or not other.entities:
            return
        held = self.mentions.headed_by(token)
        if held is other:
            return
        if held is not None and any(e.code or e.identifier_text for e in held.entities):
            return
        self.put(
            Mention(
                start=phrase_start(token),
                end=token.i + 1,
                head=token,
                entities=here(token, other.entities),
                kind=kind,
                person=other.person,
                plural=other.plural,
                role=other.role,
                role_kind=other.role_kind,
                name=other.name,
                rule=f"actors: {token.text!r} means {other.name!r}",
                meant=other.meant or other.entities,
            )
        )

    def give_code(self, mention: Mention, sources: tuple[Entity, ...], rule: str) -> None:
        """Give a role the state that it belongs to, and who holds it there where the registry knows."""
        own = mention.entities[0]
        entities = []
        for source in sources:
            update: dict[str, str | None] = {"code": source.code, "country_code": source.country_code}
            if own.office and source.code and not own.identifier_text and mention.kind == "role":
                role = self.registry.roles.get(own.office.lower())
                holder = self.registry.in_office(source.code, role.rank, self.day) if role else None
                update["identifier_text"] = holder.name if holder is not None else None
            entities.append(own.model_copy(update=update))
        mention.entities = tuple(entities)
        mention.rule += "; " + rule


def here(token: Token, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The same entities, as meant by another word."""
    place = {"entity_text": token.text, "start": token.idx, "end": token.idx + len(token)}
    return tuple(e.model_copy(update=place) for e in entities)
