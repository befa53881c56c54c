"""Who "the two sides", "both countries", "each other", "the former" and "the latter" mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from itertools import groupby

from spacy.tokens import Token

from claimant.actors.discourse import Discourse, here
from claimant.actors.grammar import SUBJECTS, joined, phrase_start
from claimant.language.mentions import Mention
from claimant.language.numbers import ONES
from claimant.record import Entity
from claimant.tables import word_list

STATES = frozenset({"state", "capital", "adjective", "seat", "person"})
_PARTIES = STATES | {"organisation", "group", "pair", "role", "national"}
_PAIR_NOUNS = word_list("actors", "pair_nouns")
_NUMBERS = {"both": 2, **{word: number for number, word in enumerate(ONES[1:5], 2)}}
_PEOPLE = frozenset({"leader", "minister", "president", "man", "premier", "counterpart"})
_STATE_NOUNS = frozenset({"country", "nation", "state", "neighbour", "neighbor", "capital", "government"})
_OPPOSED = frozenset({"rival", "foe", "adversary", "neighbour", "neighbor", "enemy", "side"})
_OPPOSITES = word_list("actors", "opposites")
_ORDER = {"former": 0, "latter": 1}
_FURTHEST = 30


class Pairs:
    """Finds two that stand beside each other, and what is said of both."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._mentions = discourse.mentions
        self._registry = discourse.registry

    def resolve(self, token: Token) -> None:
        """Add a mention where the token means two who were named before it, or one of two."""
        word = token.lower_
        if word == "both":
            if token.tag_ not in ("CC",) and token.dep_ in (*SUBJECTS, "pobj", "dobj"):
                self._pair(token)
        elif word == "two" and token.pos_ == "NUM" and token.dep_ in (*SUBJECTS, "pobj", "dobj"):
            if token.i and token.nbor(-1).lower_ == "the" and not any(token.rights):
                self._pair(token)
        elif word in _ORDER:
            self._one_of_two(token)
        elif word in ("other", "another"):
            if token.i and token.nbor(-1).lower_ in ("each", "one"):
                self._pair(token)
        elif token.pos_ == "NOUN":
            if self._is_pair(token):
                self._pair(token)
            elif word in _OPPOSITES:
                self._opposite(token)

    def _is_pair(self, token: Token) -> bool:
        lemma = token.lemma_.lower()
        if lemma not in _PAIR_NOUNS:
            return False
        lefts = {c.lower_ for c in token.lefts}
        owned = any(c.dep_ == "prep" and c.lower_ in ("of", "from") for c in token.rights)
        if token.tag_ == "NN" and lemma != "pair":
            # "each side", "either government"
            return bool(lefts & {"each", "either"}) and not owned
        held = self._mentions.headed_by(token)
        named = held is not None and any(e.code for e in held.entities)
        if token.lower_ == "pair":
            return not named and not any(c.dep_ == "prep" for c in token.rights)
        if lefts & set(_NUMBERS):
            # "talks between the two governments in Bern": where they talk says not who they are
            return not owned and not (
                named and any(c.dep_ in ("amod", "poss", "compound") for c in token.lefts)
            )
        return lemma in _OPPOSED and "the" in lefts and not named and not owned

    def _pair(self, token: Token) -> None:
        word = token.lemma_.lower()
        people = word in _PEOPLE
        number = next((_NUMBERS[c.lower_] for c in token.lefts if c.lower_ in _NUMBERS), 2)
        doer = self._doer(token) if word not in ("other", "another", "both") else set()
        pair = self._last(token, number, states=word in _STATE_NOUNS, people=people, without=doer)
        if pair is None:
            return
        entities = here(token, pair)
        role = self._registry.roles.get(word)
        if role is not None and not people and role.sector != "CVL":
            entities = tuple(
                e.model_copy(update={"sector": role.sector, "identifier_text": None}) for e in entities
            )
        self._discourse.put(
            Mention(phrase_start(token), token.i + 1, token, entities, "pair", plural=True, person=people,
                    name=token.text, rule="actors: the last two named")
        )  # fmt: skip
        self._of_pair(token, entities)

    def _last(
        self, token: Token, number: int, *, states: bool, people: bool, without: Set[str] = frozenset()
    ) -> tuple[Entity, ...] | None:
        """The last two parties of different codes before the token, in the order of the text.

        Two that are joined ("China and Japan") stand before a third that is named nearer; three or
        more have to be joined.
        """
        parties = [m for m in self._discourse.before(token, _FURTHEST) if may_pair(m)]
        parties = [m for m in parties if not any(e.code in without for e in m.entities)] or parties
        if people and any(m.person for m in parties):
            parties = [m for m in parties if m.person]
        elif states:
            parties = [m for m in parties if m.kind in STATES and not _modifies_role(m)]
        found: dict[str, Entity] = {}
        for _, group in groupby(parties, key=lambda m: self._discourse.sentence(m.head)):
            beside = list(group)
            pair = _joined(beside, number)
            if pair is not None:
                return pair
            for mention in beside:
                found.update((e.code, e) for e in mention.entities if e.code and e.code not in found)
            if number == 2 and len(found) >= 2:
                second, first = self._most_told(list(found.values()), token)
                return first, second
        return None

    def _most_told(self, found: list[Entity], token: Token) -> list[Entity]:
        """Two of those named in a sentence: the two that the report has named most, else the nearest."""
        if len(found) == 2:
            return found
        told = Counter(
            e.code for m in self._discourse.before(token, _FURTHEST) if not m.as_place for e in m.entities
        )
        two = {e.code for e in sorted(found, key=lambda e: -told[e.code])[:2]}
        return [e for e in found if e.code in two]

    def _doer(self, token: Token) -> set[str]:
        """The codes of who does it to the two and so is none of them: "Washington urged both sides"."""
        node = token
        for _ in range(6):
            head = node.head
            if head.i == node.i:
                return set()
            if node.dep_ == "advcl" and not any(c.lower_ == "if" for c in node.children):
                # "X sued Y after talks between the two had failed": X may be one of them
                return set()
            if head.pos_ in ("VERB", "AUX") and node.dep_ not in (*SUBJECTS, "ccomp"):
                found: set[str] = set()
                for child in head.children:
                    if child.dep_ in SUBJECTS and child.i < token.i:
                        mention = self._mentions.at(child)
                        if mention is not None:
                            found.update(e.code for e in mention.entities if e.code)
                if len(found) == 1 or head.dep_ not in ("xcomp", "conj", "pcomp"):
                    return found if len(found) == 1 else set()
            node = head
        return set()

    def _of_pair(self, token: Token, entities: tuple[Entity, ...]) -> None:
        """Give "coastguards from both sides" the countries of the sides."""
        above = token.head
        if token.dep_ != "pobj" or above.lower_ not in ("from", "of", "on", "in") or above.dep_ != "prep":
            return
        owner = self._mentions.headed_by(above.head)
        if owner is None or owner.kind != "role" or any(e.code for e in owner.entities) or not owner.entities:
            return
        own = owner.entities[0]
        owner.entities = tuple(
            own.model_copy(update={"code": e.code, "country_code": e.country_code}) for e in entities
        )
        owner.rule += "; of the last two named"

    def _opposite(self, token: Token) -> None:
        """The other of two whose neighbour or rival is spoken of: "Togo … its neighbour" is Ghana."""
        mention = self._mentions.headed_by(token)
        if mention is None or mention.kind != "role" or mention.plural or mention.code:
            return
        owner = next((self._mentions.at(c) for c in token.lefts if c.dep_ == "poss"), None)
        pair = self._last(token, 2, states=True, people=False)
        if owner is None or not owner.code or pair is None or owner.code not in {e.code for e in pair}:
            return
        [other] = [e for e in pair if e.code != owner.code]
        mention.entities = here(token, (other,))
        mention.rule += "; actors: the other of two"

    def _one_of_two(self, token: Token) -> None:
        """ "The former wants sanctions, the latter does not"; in "the former minister" nobody is meant."""
        if not token.i or token.nbor(-1).lower_ != "the" or token.dep_ in ("amod", "compound"):
            return
        behind = token.nbor(1) if token.i + 1 < len(token.doc) else None
        if behind is not None and behind.pos_ in ("NOUN", "PROPN", "ADJ"):
            return
        pair = self._last(token, 2, states=False, people=False)
        if pair is None:
            return
        entity = pair[_ORDER[token.lower_]]
        self._discourse.put(
            Mention(token.i - 1, token.i + 1, token, here(token, (entity,)), "pronoun", name=token.text,
                    person=bool(entity.office), rule=f"actors: the {token.lower_} of two")
        )  # fmt: skip


def _joined(parties: list[Mention], number: int) -> tuple[Entity, ...] | None:
    """The last parties that stand joined, no more and no fewer than the number: "China and Japan"."""
    allowed = {m.head.i: m for m in parties}
    for mention in parties:
        if mention.head.dep_ == "conj" and mention.head.head.i in allowed:
            continue
        beside = [allowed[t.i] for t in joined(mention.head) if t.i in allowed]
        codes = {e.code: e for m in beside for e in m.entities if e.code}
        if len(codes) == number:
            return tuple(codes.values())
    return None


def may_pair(mention: Mention) -> bool:
    """Whether a mention may be one of two sides: a party that acts, not a place or an outlet."""
    return (
        bool(mention.entities)
        and mention.kind in _PARTIES
        and not (mention.kind == "role" and mention.sector == "JRN")
        and not mention.as_place
    )


def _modifies_role(mention: Mention) -> bool:
    """Whether a nationality only says whose somebody is: "Soviet troops"."""
    return (
        mention.kind == "adjective"
        and mention.head.dep_ in ("amod", "compound")
        and mention.head.head.pos_ in ("NOUN", "PROPN")
    )
