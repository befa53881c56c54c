"""Who is meant, in a whole report and in a phrase."""

from __future__ import annotations

from collections.abc import Callable, Collection

from spacy.tokens import Doc, Token

from claimant.actors.coreference import resolve
from claimant.actors.loading import load_registry
from claimant.actors.names import find_names
from claimant.actors.people import People
from claimant.actors.registry import Registry
from claimant.actors.roles import find_roles
from claimant.actors.setting import at_home, of_the_territory, place_roles
from claimant.actors.unlisted import find_homes, find_organisations, find_places
from claimant.language.mentions import Mention, Mentions
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

    def read(self, doc: Doc, day: str | None = None, home: str | None = None) -> Mentions:
        """The mentions of a parsed report.

        Args:
            doc: The report's text, parsed.
            day: The report's date, as a partial ISO date: who holds an office depends on it.
            home: The code of the state that the report's dateline lies in.
        """
        mentions = Mentions(doc)
        find_names(doc, self.registry, day, mentions)
        find_places(doc, self.registry, day, mentions, self._country_of)
        people = People(self.registry, day, mentions)
        people.find(doc)
        find_homes(doc, self.registry, mentions, self._country_of)
        find_roles(doc, self.registry, day, mentions, people.titles)
        find_organisations(doc, mentions, self._country_of, people.titles)
        of_the_territory(mentions)
        resolve(mentions, self.registry, day)
        place_roles(doc, mentions)
        _with_titles(mentions)
        if home is not None:
            at_home(mentions, home)
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


def _with_titles(mentions: Mentions) -> None:
    """Hold people by their titles where the parser hangs the name on those: "Prime Minister Theresa May"."""
    for mention in list(mentions):
        title = mention.head.head
        if mention.head.dep_ != "appos" or not mention.person or title.i != mention.start - 1:
            continue
        if title.pos_ in ("NOUN", "PROPN") and mentions.at(title) is None:
            mentions.remove(mention)
            mention.start, mention.head = title.i, title
            mentions.add(mention)


def _main_mention(mentions: Mentions, root: Token | None) -> Mention | None:
    """The mention that a phrase is about: that of its root, else the last person, else the first."""
    if root is not None:
        held = mentions.at(root)
        if held is not None:
            return held
    ordered = list(mentions)
    people = [m for m in ordered if m.person]
    return people[-1] if people else (ordered[0] if ordered else None)
