"""Who is meant by "he", "it", "the paper", "the official", "the two sides".

No weights for coreference come with any package that works offline, so this is done by rule:
agreement, grammar and nearness, within one report. Where two answers are as good, none is given.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from claimant.actors.registry import Registry
from claimant.language.mentions import Mention, Mentions, merge
from claimant.record import Entity
from claimant.tables import word_list

_PERSON = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_THING = frozenset({"it", "its", "itself"})
_SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_RECIPROCAL = frozenset({"other", "another"})
_PAIR_NOUNS = word_list("actors", "pair_nouns")
_PAIR_WORDS = frozenset({"both", "two"})
_STATE_NOUNS = frozenset({"country", "nation", "state"})
_OUTLET_NOUNS = {
    "paper": {"newspaper"},
    "newspaper": {"newspaper"},
    "daily": {"newspaper"},
    "agency": {"agency"},
    "broadcaster": {"broadcaster"},
    "network": {"broadcaster"},
    "station": {"broadcaster"},
    "magazine": {"magazine"},
    "weekly": {"magazine", "newspaper"},
    "site": {"site"},
    "website": {"site"},
}
_STATEHOOD = frozenset({"state", "capital", "seat", "organisation", "group", "outlet"})
_STATES = frozenset({"state", "capital", "adjective", "seat", "person"})
_GENERAL_ROLES = word_list("actors", "general_roles")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Coreference:
    """Resolves the words of one report that mean somebody named elsewhere in it."""

    def __init__(self, mentions: Mentions, registry: Registry) -> None:
        self._mentions = mentions
        self._registry = registry

    def resolve(self) -> None:
        """Add or complete mentions, in the order of the text."""
        self._describe_roles()
        for sentence in self._mentions.doc.sents:
            for token in sentence:
                self._resolve(token, sentence)

    def _resolve(self, token: Token, sentence: Span) -> None:
        word = token.lower_
        if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$"):
            if word in _PERSON:
                self._point(token, self._last_person(token), "pronoun")
            elif word in _THING:
                if token.dep_ != "expl" and not _pleonastic(token):
                    self._point(token, self._last_thing(token), "pronoun")
            elif word in _SEVERAL:
                self._point(token, self._last_several(token), "pronoun")
            elif word == "both" and token.dep_ in (*_SUBJECTS, "pobj", "dobj"):
                self._pair(token)
            return
        if (word in _RECIPROCAL and token.i and token.nbor(-1).lower_ in ("each", "one")) or (token.pos_ == "NOUN" and self._is_pair(token)):
            self._pair(token)
        elif word in _OUTLET_NOUNS and _definite(token):
            self._point(token, self._last_outlet(token, _OUTLET_NOUNS[word]), "outlet")

    # --- pairs

    def _is_pair(self, token: Token) -> bool:
        if token.tag_ != "NNS" and token.lower_ != "pair":
            return False
        if token.lemma_.lower() not in _PAIR_NOUNS:
            return False
        held = self._mentions.headed_by(token)
        if held is not None and any(e.code for e in held.entities):
            return False
        return token.lower_ == "pair" or any(c.lower_ in _PAIR_WORDS for c in token.lefts)

    def _pair(self, token: Token) -> None:
        """The last two states, people or organisations that stand beside each other before this."""
        found: list[Entity] = []
        ordered = [m for m in self._mentions if m.start < token.i and _may_pair(m)]
        people = token.lemma_.lower() in ("leader", "minister", "president", "man", "premier", "counterpart")
        states = token.lemma_.lower() in ("country", "nation", "state", "neighbour", "neighbor")
        for mention in reversed(ordered):
            if states and (mention.kind not in _STATES or _modifies_role(mention)):
                continue
            if people and not mention.person and any(m.person for m in ordered):
                continue
            for entity in mention.entities:
                if entity.code and entity.code not in {e.code for e in found}:
                    found.append(entity)
            if len(found) >= 2:
                break
        if len(found) < 2:
            return
        pair = tuple(reversed(found[:2]))
        held = self._mentions.headed_by(token)
        if held is not None:
            self._mentions.remove(held)
        entities = tuple(
            e.model_copy(
                update={"entity_text": token.text, "start": token.idx, "end": token.idx + len(token)}
            )
            for e in pair
        )
        role = self._registry.roles.get(token.lemma_.lower())
        if role is not None and not people:
            entities = tuple(
                e.model_copy(update={"sector": role.sector, "identifier_text": None}) for e in entities
            )
        self._mentions.add(
            Mention(_start(token), token.i + 1, token, entities, "pair", plural=True, person=people, name=token.text,
                    rule="actors: the last two named")
        )  # fmt: skip
        self._of_pair(token, entities)

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

    # --- pronouns

    def _last_person(self, token: Token) -> Mention | None:
        """The person that "he" means: the subject of a clause above, else the last subject, else the last."""
        above = _subject_above(token)
        for head in above:
            mention = self._mentions.at(head)
            if mention is not None and mention.person and not mention.plural:
                return mention
        best: Mention | None = None
        best_rank: tuple[int, int, int] | None = None
        here = token.sent.start
        for mention in self._mentions:
            if mention.start >= token.i:
                break
            if (
                not mention.person
                or mention.plural
                or mention.kind == "pair"
                or mention.head.dep_ in ("compound",)
            ):
                continue
            distance = (
                0 if mention.start >= here else 1 if _sentences_between(mention.head, token) == 1 else 2
            )
            if distance == 2 and _sentences_between(mention.head, token) > 6:
                continue
            rank = (-distance, int(mention.head.dep_ in _SUBJECTS), mention.start)
            if best_rank is None or rank >= best_rank:
                best, best_rank = mention, rank
        return best

    def _last_thing(self, token: Token) -> Mention | None:
        """The state, organisation or body that "it" means."""
        for head in _subject_above(token):
            mention = self._mentions.at(head)
            if mention is not None and self._is_thing(mention):
                return mention
            if mention is None and head.pos_ in ("NOUN",) and head.i < token.i:
                # the subject above is some other thing: "the ship said to have lost its way"
                return None if token.tag_ == "PRP$" else self._recent_thing(token)
        return self._recent_thing(token)

    def _recent_thing(self, token: Token) -> Mention | None:
        best: Mention | None = None
        best_rank: tuple[int, int, int] | None = None
        for mention in self._mentions:
            if mention.start >= token.i:
                break
            apart = _sentences_between(mention.head, token)
            if not self._is_thing(mention) or apart > 2:
                continue
            rank = (-apart, int(mention.head.dep_ in _SUBJECTS), mention.start)
            if best_rank is None or rank >= best_rank:
                best, best_rank = mention, rank
        return best

    def _is_thing(self, mention: Mention) -> bool:
        if mention.as_place or mention.plural or mention.person:
            return False
        return mention.kind in _STATEHOOD or mention.role_kind == "body"

    def _last_several(self, token: Token) -> Mention | None:
        following = _subject_below(token)
        if following is not None:
            mention = self._several_at(following)
            if mention is not None:
                return mention
        for head in _subject_above(token):
            mention = self._several_at(head)
            if mention is not None:
                return mention
        best: Mention | None = None
        best_rank: tuple[int, int, int] | None = None
        for mention in self._mentions:
            if mention.start >= token.i:
                break
            apart = _sentences_between(mention.head, token)
            if apart > 2:
                continue
            several = self._several_at(mention.head)
            if several is None:
                continue
            rank = (-apart, int(mention.head.dep_ in _SUBJECTS), mention.start)
            if best_rank is None or rank > best_rank:
                best, best_rank = several, rank
        here = best is not None and best.start >= token.sent.start
        return best if here else self._two_here(token) or best

    def _two_here(self, token: Token) -> Mention | None:
        """Two states named one by one in the sentence: "Russia refused a Chinese offer on their rows"."""
        found: list[Entity] = []
        mention = None
        for mention in self._mentions:
            if mention.start >= token.i:
                break
            if mention.start < token.sent.start or not _may_pair(mention) or mention.kind not in _STATES:
                continue
            found.extend(e for e in mention.entities if e.code and e.code not in {f.code for f in found})
        if len(found) != 2 or mention is None:
            return None
        return Mention(token.i, token.i + 1, token, tuple(found), "pair", plural=True, name="both")

    def _several_at(self, head: Token) -> Mention | None:
        """What "they" may mean at this head: a plural, or all that is joined there."""
        mention = self._mentions.headed_by(head)
        if mention is None:
            return None
        joined = [self._mentions.at(c) for c in _conjuncts(head)]
        entities = merge(e for m in joined if m is not None for e in m.entities)
        if len(entities) > 1 and head.dep_ != "conj":
            return Mention(mention.start, mention.end, head, entities, mention.kind, plural=True,
                           person=mention.person, name=mention.name)  # fmt: skip
        if mention.plural or mention.kind in ("group", "pair") or mention.role_kind == "people":
            return mention
        return None

    def _last_outlet(self, token: Token, kinds: set[str]) -> Mention | None:
        last: Mention | None = None
        for mention in self._mentions:
            if mention.start >= token.i:
                break
            if mention.kind == "outlet":
                last = mention
        return last

    # --- descriptions

    def _describe_roles(self) -> None:
        """Give a bare role the country of another mention of the same role in the report.

        "A foreign ministry official" is Japanese if the report speaks of "the Japanese foreign
        ministry official"; "the minister" is the minister named last.
        """
        ordered = [m for m in self._mentions if m.kind == "role"]
        for mention in ordered:
            if any(e.code for e in mention.entities):
                continue
            same = [
                m
                for m in ordered
                if m is not mention
                and len(m.entities) == 1
                and m.entities[0].code
                and not m.plural
                and (m.role == mention.role or (m.role.endswith(" " + mention.role) and mention.definite))
            ]
            if same and not mention.plural:
                before = [m for m in same if m.start < mention.start]
                chosen = before[-1] if before else same[0]
                if before or not mention.definite:
                    self._give(mention, chosen, "actors: the same role, named more fully elsewhere")
                    continue
            if mention.definite and mention.role_kind == "person" and not mention.plural:
                person = self._named_in_role(mention)
                if person is not None:
                    self._give(mention, person, "actors: the person named with that role")
                    continue
            if mention.definite and mention.role in _GENERAL_ROLES:
                last = self._last_government(mention)
                if last is not None:
                    self._give(mention, last, "actors: the government named last")

    def _named_in_role(self, mention: Mention) -> Mention | None:
        last: Mention | None = None
        for other in self._mentions:
            if other.start >= mention.start:
                break
            if other.kind == "person" and other.entities and other.entities[0].office:
                office = other.entities[0].office.lower()
                if (
                    office == mention.role
                    or office.endswith(" " + mention.role)
                    or mention.role.endswith(office)
                ):
                    last = other
        return last

    def _last_government(self, mention: Mention) -> Mention | None:
        last: Mention | None = None
        for other in self._mentions:
            if other.start >= mention.start:
                break
            if (
                other.kind in ("state", "capital", "seat")
                and other.code
                and _sentences_between(other.head, mention.head) <= 3
            ):
                last = other
        return last

    def _give(self, mention: Mention, other: Mention, rule: str) -> None:
        source = other.entities[0]
        update: dict[str, str | None] = {"code": source.code, "country_code": source.country_code}
        if other.person and mention.person and other.kind == "person":
            update |= {
                "identifier_text": source.identifier_text,
                "office": source.office,
                "sector": source.sector,
            }
        mention.entities = tuple(e.model_copy(update=update) for e in mention.entities)
        mention.rule += "; " + rule

    def _point(self, token: Token, other: Mention | None, kind: str) -> None:
        if other is None or not other.entities or self._mentions.headed_by(token) is other:
            return
        held = self._mentions.headed_by(token)
        if held is not None:
            if any(e.code or e.identifier_text for e in held.entities):
                return
            self._mentions.remove(held)
        entities = tuple(
            e.model_copy(
                update={"entity_text": token.text, "start": token.idx, "end": token.idx + len(token)}
            )
            for e in other.entities
        )
        self._mentions.add(
            Mention(
                _start(token), token.i + 1, token, entities, kind, person=other.person, plural=other.plural,
                role=other.role, role_kind=other.role_kind, name=other.name,
                rule=f"actors: {token.text!r} means {other.name!r}",
            )
        )  # fmt: skip


def _may_pair(mention: Mention) -> bool:
    return (
        bool(mention.entities)
        and mention.kind
        in (
            "state",
            "capital",
            "adjective",
            "person",
            "organisation",
            "group",
            "pair",
            "seat",
            "role",
            "national",
        )
        and not (mention.kind == "role" and mention.sector == "JRN")
        and not mention.as_place
    )


def _conjuncts(head: Token) -> list[Token]:
    found = [head]
    for token in found:
        found.extend(c for c in token.rights if c.dep_ == "conj")
    return found


def _start(token: Token) -> int:
    lefts = [c.left_edge.i for c in token.lefts if c.dep_ in ("det", "amod", "nummod", "compound", "predet")]
    return min([token.i, *lefts])


def _definite(token: Token) -> bool:
    return any(c.lower_ in ("the", "this", "that") for c in token.lefts)


def _pleonastic(token: Token) -> bool:
    """Whether "it" means nothing: "it was unlikely to be settled" does, "it is clear that" does not."""
    head = token.head
    return head.lemma_ == "be" and any(
        c.dep_ in ("ccomp", "csubj", "advcl") and any(g.lower_ == "that" for g in c.children)
        for c in head.children
    )


def _subject_above(token: Token) -> list[Token]:
    """Subjects of the clauses that hold the token, nearest first, that stand before it."""
    found: list[Token] = []
    node = token
    for _ in range(12):
        head = node.head
        if head.i == node.i:
            break
        for child in head.children:
            if child.dep_ in _SUBJECTS and child.i < token.i and child.i != node.i and child.pos_ != "PRON":
                found.append(child)
        node = head
    return found


def _modifies_role(mention: Mention) -> bool:
    """Whether a nationality only says whose somebody is: "Soviet troops"."""
    return (
        mention.kind == "adjective"
        and mention.head.dep_ in ("amod", "compound")
        and mention.head.head.pos_ in ("NOUN", "PROPN")
    )


def _subject_below(token: Token) -> Token | None:
    """The subject behind a fronted phrase: "During their meeting, Xi and Putin exchanged views"."""
    node = token
    for _ in range(6):
        head = node.head
        if head.i == node.i:
            return None
        if head.pos_ in ("VERB", "AUX"):
            if node.dep_ not in ("prep", "advcl", "npadvmod") or node.i > head.i:
                return None
            return next(
                (c for c in head.children if c.dep_ in _SUBJECTS and c.i > token.i and c.i < head.i), None
            )
        node = head
    return None


def _sentences_between(first: Token, second: Token) -> int:
    if first.sent.start == second.sent.start:
        return 0
    return sum(1 for t in first.doc[first.i + 1 : second.i + 1] if t.is_sent_start)
