"""Who a bare description means: "the official", "the prime minister", "its navy", "his counterpart"."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from claimant.actors.discourse import Discourse
from claimant.actors.grammar import is_subject, subjects_above
from claimant.actors.names import entity_of
from claimant.actors.registry import Role
from claimant.actors.roles import BESIDE, RELATIVE_TO_OTHERS
from claimant.language.mentions import Mention
from claimant.record import Entity
from claimant.tables import word_list

_GENERAL_ROLES = word_list("actors", "general_roles")
_NAMES_OF_BODIES = word_list("actors", "names_of_bodies")
_HOMELANDS = frozenset({"country", "nation", "homeland"})
_OFFICES = frozenset({"head-of-state", "head-of-government", "foreign-minister", "minister", "spokesperson"})
_RULING = _OFFICES - {"spokesperson"}
_OF_STATES = frozenset({"GOV", "MIL", "LEG"})
_GOVERNMENTS = frozenset({"state", "organisation", "capital", "seat", "adjective", "person", "role"})
# Who belongs to a person: "Putin … his troops". A man's lawyer or wife need not be of his country.
_OF_PEOPLE = frozenset({"GOV", "MIL", "SPY", "COP"})


class Descriptions:
    """Gives bare roles the country, and where there is one the person, that the report tells of."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._registry = discourse.registry
        self._mentions = discourse.mentions
        self._by_role: dict[tuple[str, bool], list[tuple[int, Mention]]] = {}
        self._only = _only_country(self._mentions)

    def resolve(self) -> None:
        """Complete the roles of the report that name no country, in the order of the text."""
        roles = [m for m in self._mentions if m.kind == "role" or (m.kind == "person" and m.entities)]
        for mention in roles:
            self._remember(mention)
        for mention in roles:
            if any(e.code for e in mention.entities) or not mention.entities:
                continue
            if mention.kind == "person":
                self._untitled_country(mention)
            else:
                self._complete(mention)
                self._remember(mention)

    def _remember(self, mention: Mention) -> None:
        """Keep a role with one known country under its words, that of one also under its last ones."""
        if mention.kind != "role" or len(mention.entities) != 1 or not mention.code:
            return
        words = mention.role.split()
        for i in range(1 if mention.plural else len(words)):
            held = self._by_role.setdefault((" ".join(words[i:]), mention.plural), [])
            if all(m is not mention for _, m in held[-1:]):
                insort(held, (mention.start, mention), key=lambda entry: entry[0])

    def _complete(self, mention: Mention) -> None:
        if _owned(mention.head):
            return
        if (mention.definite or not mention.plural) and self._same_role(mention):
            return
        if mention.definite and mention.role_kind == "person" and not mention.plural:
            person = self._named_in_role(mention)
            if person is not None:
                self._be(mention, person)
                return
        role = self._registry.roles.get(mention.role)
        if role is not None and self._speaks_of_a_state(mention, role):
            entity = self._government(mention, role)
            if entity is not None:
                self._discourse.give_code(mention, (entity,), "actors: the government spoken of")

    def _same_role(self, mention: Mention) -> bool:
        """The same role with a country elsewhere: the last before, or for "an official" one behind."""
        same = [
            (start, m) for start, m in self._by_role.get((mention.role, mention.plural), ())
            if m is not mention and (m.role == mention.role or mention.definite)
        ]  # fmt: skip
        if not same:
            return False
        place = bisect_left(same, mention.start, key=lambda entry: entry[0])
        if not place and mention.definite:
            return False
        chosen = same[place - 1][1] if place else same[0][1]
        rule = "actors: the same role, named more fully elsewhere"
        self._discourse.give_code(mention, chosen.entities, rule)
        return True

    def _named_in_role(self, mention: Mention) -> Mention | None:
        """The person last named with that office: "the minister" is Foreign Minister Wang Yi."""
        for other in self._discourse.before(mention.head, 40):
            if other.kind == "person" and other.entities and other.entities[0].office:
                office = other.entities[0].office.lower()
                if office == mention.role or office.endswith(" " + mention.role):
                    return other
        return None

    def _be(self, mention: Mention, person: Mention) -> None:
        source = person.entities[0]
        update = {
            "code": source.code, "country_code": source.country_code, "sector": source.sector,
            "identifier_text": source.identifier_text, "office": source.office,
        }  # fmt: skip
        mention.entities = tuple(e.model_copy(update=update) for e in mention.entities)
        mention.rule += "; actors: the person named with that role"

    def _untitled_country(self, mention: Mention) -> None:
        """A person with a title but no country: "Foreign ministry spokeswoman Hua Chunying"."""
        own = mention.entities[0]
        role = self._registry.roles.get((own.office or "").lower())
        if role is None or role.rank not in _OFFICES or own.sector not in _OF_STATES:
            return
        entity = self._government(mention, role)
        if entity is None:
            return
        for other in self._mentions:
            if other.kind == "person" and any(
                not e.code and e.identifier_text == own.identifier_text for e in other.entities
            ):
                self._discourse.give_code(other, (entity,), "actors: the government spoken of")

    def _speaks_of_a_state(self, mention: Mention, role: Role) -> bool:
        """Whether a bare role can only be of the state that the report speaks of."""
        if mention.role in _NAMES_OF_BODIES:
            return True
        if role.sector == "MIL" and any(c.lower_ == "government" for c in mention.head.lefts):
            return True
        if mention.role in _GENERAL_ROLES:
            return mention.definite
        return mention.definite and not mention.plural and role.rank in _RULING

    # --- which government

    def _government(self, mention: Mention, role: Role) -> Entity | None:
        """The one government that the report speaks of here; nothing where two are as near."""
        if self._only is not None:
            return self._only if self._acts(mention) else None
        number = self._discourse.sentence(mention.head)
        for back in range(4):
            if number - back < 0:
                break
            here = [m for m in self._discourse.in_sentence(number - back) if m.start < mention.start]
            for found in governments_by_weight(here):
                fitting = {e.code: e for e in found if self._may_have(e.code, role)}
                if len(fitting) == 1:
                    return next(iter(fitting.values()))
                if fitting:
                    return None
        return None

    def _acts(self, mention: Mention) -> bool:
        """Whether the one country is not only what the role acts on: "the army shelled Israel"."""
        sentence = mention.head.sent
        return any(
            m.as_place or m.head.dep_ not in ("dobj", "pobj") or not sentence.start <= m.start < sentence.end
            for m in self._mentions
            if m is not mention and any(e.code for e in m.entities) and m.sector != "JRN"
        )

    def _may_have(self, code: str | None, role: Role) -> bool:
        """Whether a state has such an office: Germany's chancellor is no prime minister."""
        if not code or code not in self._registry.states:
            return False
        if role.rank not in ("head-of-state", "head-of-government"):
            return True
        terms = [
            k
            for rank in ("head-of-state", "head-of-government")
            for k in self._registry.offices.get((code, rank), ())
            if k.holds_on(self._discourse.day)
        ]
        return not terms or any(_same_office(role.role, k.office.lower()) for k in terms)

    # --- what belongs to somebody

    def belong(self, token: Token, owner: Mention | None) -> None:
        """Give "its navy", "his troops" and "each other's envoys" the country of whom the owner means."""
        if owner is None or token.dep_ != "poss":
            return
        head = token.head
        if owner.person and head.lemma_.lower() in _HOMELANDS:
            self._homeland(head, owner)
            return
        mention = self._mentions.headed_by(head)
        if mention is None or mention.kind != "role" or any(e.code for e in mention.entities):
            return
        if mention.role in RELATIVE_TO_OTHERS or (owner.person and mention.sector not in _OF_PEOPLE):
            return
        sources = tuple(e for e in owner.entities if e.code)
        if sources and (not owner.person or len(sources) == 1):
            self._discourse.give_code(mention, sources, f"actors: of {owner.name!r}")

    def _homeland(self, head: Token, owner: Mention) -> None:
        """ "Her country": that of whom she is."""
        states = [self._registry.states[e.code] for e in owner.entities if e.code in self._registry.states]
        if len(states) != 1 or head.tag_ == "NNS":
            return
        [state] = states
        entity = entity_of(state, head.text, head.idx, head.idx + len(head), self._discourse.day)
        self._discourse.put(
            Mention(head.i, head.i + 1, head, (entity,), "state", name=state.name,
                    rule=f"actors: the country of {owner.name!r}")
        )  # fmt: skip

    def counterpart(self, token: Token) -> None:
        """Who "his British counterpart" is: whoever has there the office that he has here."""
        if token.lemma_.lower() not in BESIDE:
            return
        mention = self._mentions.headed_by(token)
        if mention is None or mention.kind != "role":
            return
        owner = next((m for m in self._owners(token) if m.person and m.entities and not m.plural), None)
        if owner is None or mention.plural or len(mention.entities) != 1:
            return
        source, own = owner.entities[0], mention.entities[0]
        update: dict[str, str | None] = {"sector": source.sector, "office": None}
        role = self._registry.roles.get((source.office or "").lower())
        if role is not None and own.code and role.rank:
            holder = self._registry.in_office(own.code, role.rank, self._discourse.day)
            if holder is not None:
                update |= {"identifier_text": holder.name, "office": holder.office}
        mention.entities = (own.model_copy(update=update),)
        mention.rule += f"; actors: as {owner.name!r}"

    def _owners(self, token: Token) -> Iterator[Mention]:
        tokens = [c for c in token.lefts if c.dep_ == "poss"] + subjects_above(token)
        return (m for m in map(self._mentions.at, tokens) if m is not None)


def _owned(head: Token) -> bool:
    """Whether a pronoun or a name says whose it is, known or not: "its army", "the governor of Goa"."""
    return any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in head.lefts) or any(
        c.lower_ == "of" and any(name.pos_ == "PROPN" for name in c.rights) for c in head.rights
    )


def _same_office(role: str, office: str) -> bool:
    """Whether a role may name an office.

    >>> _same_office("premier", "prime minister"), _same_office("prime minister", "president")
    (True, False)
    """
    names = {"premier": ("premier", "prime minister"), "pm": ("prime minister",)}.get(role, (role,))
    return any(office.endswith(name) or name.endswith(office) for name in names)


def governments_by_weight(mentions: list[Mention]) -> Iterator[list[Entity]]:
    """The governments of a sentence: first those that are subjects, then the others, then places."""
    governments = [
        m for m in mentions
        if m.kind in _GOVERNMENTS and not m.as_place and m.sector not in ("JRN", "ELI", "REB", "CVL")
    ]  # fmt: skip
    subjects = [m for m in governments if is_subject(m.head) or _of_subject(m)]
    for some in (subjects, governments, [m for m in mentions if m.as_place]):
        yield [e for m in some for e in m.entities if e.code]


def _of_subject(mention: Mention) -> bool:
    head = mention.head
    return head.dep_ in ("amod", "compound", "poss", "nmod") and is_subject(head.head)


def _only_country(mentions: Iterable[Mention]) -> Entity | None:
    """The one state that a report names, if there is just one."""
    found: dict[str, Entity] = {}
    for mention in mentions:
        if mention.kind == "outlet" or mention.sector == "JRN":
            continue
        for entity in mention.entities:
            if entity.code:
                found.setdefault(entity.code, entity)
    return next(iter(found.values())) if len(found) == 1 else None
