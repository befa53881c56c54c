"""What a person's title says: before the name ("President Putin") or beside it ("Wang Yi, the minister,")."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from claimant.actors.registry import Registry, Role
from claimant.actors.roles import is_former, owning_entities, role_at, title_at
from claimant.language.mentions import Mentions
from claimant.record import Entity
from claimant.tables import word_list

COURTESY = word_list("actors", "courtesy")
_WITH_SECTOR = frozenset({"organisation", "group", "seat"})


class Title:
    """What a title or an apposition says: the role, whose it is, and whether it is over.

    Attributes:
        role: The role.
        owner: The state or organisation, where one is named; without name.
        former: Whether it is an office that the person has left.
        start: Where it begins, for a title before the name.
    """

    __slots__ = ("former", "owner", "role", "start")

    def __init__(self, role: Role, owner: Entity | None, former: bool, start: int) -> None:
        self.role, self.owner, self.former, self.start = role, owner, former, start


class Titles:
    """Finds the titles of people in one report."""

    def __init__(self, registry: Registry, mentions: Mentions) -> None:
        self._registry = registry
        self._mentions = mentions

    def of(self, head: Token, start: int, end: int) -> Title | None:
        """The title of the person whose name stands at these tokens."""
        title = self._title_before(head, start) or self._apposed(head, start, end)
        if title is not None and title.owner is None:
            title.owner = self._owner_behind(head.doc, end)
        return title

    def _title_before(self, head: Token, start: int) -> Title | None:
        doc = head.doc
        end = start
        while end and doc[end - 1].lower_ in COURTESY:
            end -= 1
        found = title_at(doc, end, self._registry)
        if found is None or doc[end - 1].sent.start != head.sent.start:
            return None
        role, first = found
        return Title(role, self._owner_before(doc, first), is_former(doc[end - 1], first), first)

    def _owner_before(self, doc: Doc, end: int) -> Entity | None:
        """Whose title it is: the state or organisation just before it."""
        for i in range(end - 1, max(-1, end - 5), -1):
            token = doc[i]
            if token.is_punct or token.pos_ in ("VERB", "ADP", "CCONJ"):
                return None
            mention = self._mentions.at(token)
            if mention is not None and mention.entities and not mention.person:
                keep = mention.kind in _WITH_SECTOR
                entity = mention.entities[0]
                return entity if keep else entity.model_copy(update={"sector": None})
        return None

    def _owner_behind(self, doc: Doc, end: int) -> Entity | None:
        """Whose title it is in "King Abdullah of Jordan"."""
        if doc[end : end + 1].text != "of":
            return None
        behind = end + 2 if doc[end + 1 : end + 2].text == "the" else end + 1
        mention = self._mentions.at(doc[behind]) if behind < len(doc) else None
        if mention is None or mention.person or mention.kind == "outlet" or not mention.entities:
            return None
        return mention.entities[0].model_copy(update={"sector": None})

    def _apposed(self, head: Token, start: int, end: int) -> Title | None:
        """Title, country and whether out of office, from "Wang Yi, China's foreign minister,"."""
        candidates = [c for c in head.rights if c.dep_ == "appos"]
        if head.dep_ == "appos":
            candidates.append(head.head)
        for beside in (_behind_comma(head.doc, end), self._before_comma(head.doc, start, end)):
            if beside is not None and all(c.i != beside.i for c in candidates):
                candidates.append(beside)
        for other in candidates:
            if other.pos_ not in ("NOUN", "PROPN"):
                continue
            found = role_at(other, self._registry)
            if found is not None and found[0].kind == "person":
                first = other.i - found[1] + 1
                owners = owning_entities(other, found[0], self._mentions, inside=first)
                return Title(found[0], owners[0] if owners else None, is_former(other, first), end)
        return None

    def _before_comma(self, doc: Doc, start: int, end: int) -> Token | None:
        """The role before a name between commas: "the UN envoy for Syria, Lakhdar Brahimi, resigned"."""
        if start < 3 or doc[start - 1].text != "," or doc[end : end + 1].text not in (",", "."):
            return None
        for token in reversed(doc[max(doc[start].sent.start, start - 10) : start - 1]):
            if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PART", "ADP"):
                return None
            if token.pos_ in ("NOUN", "PROPN") and token.tag_ not in ("NNS", "NNPS"):
                found = role_at(token, self._registry)
                if found is not None and found[0].kind == "person":
                    return token
        return None


def _behind_comma(doc: Doc, end: int) -> Token | None:
    """The noun between a name's comma and the next, where the parser saw no apposition.

    "Wang Yi, China's foreign minister, said": the noun phrase behind the comma has to end at a comma,
    or go on with "of", "for" or "who".
    """
    if end + 2 >= len(doc) or doc[end].text != ",":
        return None
    last = None
    for token in doc[end + 1 : end + 9]:
        if token.pos_ in ("NOUN", "PROPN") and token.tag_ not in ("NNS", "NNPS"):
            last = token
        elif last is not None and (token.text == "," or token.lower_ in ("of", "for", "who")):
            return last if last.i == token.i - 1 else None
        elif token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PART", "ADV", "PRON"):
            return None
    return None
