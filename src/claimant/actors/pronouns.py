"""Who "he", "it" and "they" mean."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.actors.answers import answering
from claimant.actors.discourse import Discourse
from claimant.actors.gender import gender_of
from claimant.actors.grammar import SUBJECTS, definite, joined, subject_below, subjects_above
from claimant.actors.pairs import STATES, may_pair
from claimant.language.mentions import Mention, merge
from claimant.record import Entity
from claimant.tables import word_list

PERSON = {
    "he": "man", "him": "man", "his": "man", "himself": "man",
    "she": "woman", "her": "woman", "hers": "woman", "herself": "woman",
}  # fmt: skip
THING = frozenset({"it", "its", "itself"})
ANSWERERS = frozenset({"he", "she", "it", "they"})
SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
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
_THINGS = frozenset({"state", "capital", "seat", "organisation", "group", "outlet"})
# A verb whose "it" is what was said or done, and no state: "denied it".
_ABOUT_MATTERS = word_list("actors", "about_matters")
# Adjectives whose "it" means nothing: "it is important to …".
_EMPTY_IT = word_list("actors", "empty_it")
_ORGANISATION_NOUNS = word_list("actors", "organisation_nouns")
_GROUP_NOUNS = word_list("actors", "group_nouns")
_OF_STATES = frozenset({"IGO", "UNO", "EUR"})
_TELLING = word_list("actors", "telling")
_DUTY = frozenset({"must", "should", "ought", "shall"})
_MALE_FEMALE = {"man": "woman", "woman": "man"}


class Pronouns:
    """Finds the mention that a pronoun or "the paper" means, by agreement, grammar and nearness."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._mentions = discourse.mentions

    def meant(self, token: Token) -> Mention | None:
        """The mention that a pronoun means, if it is clear."""
        word = token.lower_
        asked = answering(token, self._mentions) if word in ANSWERERS else None
        if word in PERSON:
            if asked is not None and self._fits(asked, PERSON[word]):
                return asked
            return self._person(token, PERSON[word])
        if asked is not None and not (asked.person and not asked.plural):
            return asked
        if word in THING:
            return None if token.dep_ == "expl" or _means_nothing(token) else self._thing(token)
        if word in SEVERAL:
            return self._several(token)
        return None

    def outlet(self, token: Token) -> Mention | None:
        """The outlet that "the paper" or "the agency" means: the last of its kind, else the last named."""
        kinds = _OUTLET_NOUNS.get(token.lower_)
        if kinds is None or not definite(token):
            return None
        last: Mention | None = None
        for mention in self._discourse.before(token, 40):
            if mention.kind != "outlet" or not mention.entities:
                continue
            known = self._discourse.registry.lookup(mention.entities[0].identifier_text or mention.name)
            if any(k.kind == "outlet" and k.detail in kinds for k in known):
                return mention
            last = last or mention
        return last

    def organisation(self, token: Token) -> Mention | None:
        """The organisation or group that "the bloc", "the court" or "the movement" means.

        The last one that has the noun in its name, or is of that kind.
        """
        word = token.lower_
        if token.pos_ != "NOUN" or token.tag_ == "NNS" or not definite(token):
            return None
        if any(c.dep_ in ("amod", "compound", "poss", "prep", "relcl") for c in token.children):
            return None
        for mention in self._discourse.before(token, 5):
            if mention.kind == "organisation" and mention.entities:
                name = f"{mention.name} {mention.entities[0].entity_text}".lower().split()
                if word in name or (word in _ORGANISATION_NOUNS and mention.code in _OF_STATES):
                    return mention
            elif mention.kind == "group" and (word in _GROUP_NOUNS or word in mention.name.lower().split()):
                return mention
        return None

    def _person(self, token: Token, gender: str) -> Mention | None:
        """The person that "he" means: the subject of a clause above, else the last subject, else the last."""
        told = self._told(token)
        if told is not None and self._fits(told, gender):
            return told
        return self._near_person(token, gender) or self._near_person(token, gender, lenient=True)

    def _near_person(self, token: Token, gender: str, *, lenient: bool = False) -> Mention | None:
        barred = self._agent_beside(token)
        for head in subjects_above(token):
            mention = self._mentions.at(head)
            if mention is not None and self._fits(mention, gender, lenient) and not _same(mention, barred):
                return mention
        best: Mention | None = None
        best_rank: tuple[int, int, int] | None = None
        for mention in self._discourse.before(token, 6):
            if not self._fits(mention, gender, lenient) or _same(mention, barred):
                continue
            apart = min(self._discourse.apart(mention.head, token), 2)
            rank = (-apart, int(mention.head.dep_ in SUBJECTS), mention.start)
            if best_rank is None or rank > best_rank:
                best, best_rank = mention, rank
        return best

    def _agent_beside(self, token: Token) -> Mention | None:
        """Who acts on a pronoun, and so is not meant by it: "Biden urged him", "China accused it"."""
        if token.tag_ == "PRP$" or token.lower_.endswith(("self", "selves")):
            return None
        verb = token.head
        if verb.dep_ == "prep":
            verb = verb.head
        if token.dep_ in SUBJECTS:
            # "urged him to talk": the pronoun is subject of the infinitive, and object of the verb above
            if not any(c.tag_ == "TO" for c in verb.lefts) or verb.dep_ not in ("ccomp", "xcomp"):
                return None
            verb = verb.head
        for _ in range(3):
            subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
            if subject is not None:
                return self._mentions.at(subject)
            if verb.dep_ not in ("xcomp", "conj"):
                return None
            verb = verb.head
        return None

    def _fits(self, mention: Mention, gender: str, lenient: bool = False) -> bool:
        """Whether "he" or "she" may mean this; leniently, an office whoever the registry has in it."""
        if not mention.person or mention.plural or mention.kind == "pair":
            return False
        if mention.head.dep_ in ("attr", "compound"):
            return False
        if lenient and mention.kind == "role":
            return not gender_of(mention, None)
        return gender_of(mention, self._discourse.registry) != _MALE_FEMALE[gender]

    def _told(self, token: Token) -> Mention | None:
        """Who is told what he must do: "Merkel told Putin that he must go"."""
        verb = token.head
        if token.dep_ not in SUBJECTS or verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in _TELLING:
            return None
        if not any(c.lower_ in _DUTY for c in verb.lefts):
            return None
        heads = (c for c in verb.head.rights if c.dep_ in ("dobj", "dative") and c.i < token.i)
        return next((m for m in map(self._mentions.at, heads) if m is not None), None)

    def _thing(self, token: Token) -> Mention | None:
        """The state, organisation or body that "it" means."""
        if token.dep_ == "dobj" and token.head.lemma_.lower() in _ABOUT_MATTERS:
            return None
        barred = self._agent_beside(token)
        for head in subjects_above(token):
            mention = self._mentions.at(head)
            if mention is not None and _is_thing(mention) and not _same(mention, barred):
                return mention
            if mention is None and head.pos_ == "NOUN" and head.i < token.i:
                # the subject above is some other thing: "the ship said to have lost its way"
                return None if token.tag_ == "PRP$" else self._recent_thing(token, barred)
        return self._recent_thing(token, barred)

    def _recent_thing(self, token: Token, barred: Mention | None) -> Mention | None:
        best: Mention | None = None
        best_rank: tuple[int, int, int] | None = None
        for mention in self._discourse.before(token, 2):
            if not _is_thing(mention) or _same(mention, barred):
                continue
            apart = self._discourse.apart(mention.head, token)
            rank = (-apart, int(mention.head.dep_ in SUBJECTS), mention.start)
            if best_rank is None or rank > best_rank:
                best, best_rank = mention, rank
        return best

    def _several(self, token: Token) -> Mention | None:
        following = subject_below(token)
        if following is not None:
            mention = self._several_at(following)
            if mention is not None:
                return mention
        for head in subjects_above(token):
            mention = self._several_at(head)
            if mention is not None:
                return mention
        best: Mention | None = None
        best_rank: tuple[int, int, int] | None = None
        for mention in self._discourse.before(token, 2):
            several = self._several_at(mention.head)
            if several is None:
                continue
            apart = self._discourse.apart(mention.head, token)
            rank = (-apart, int(mention.head.dep_ in SUBJECTS), mention.start)
            if best_rank is None or rank >= best_rank:
                best, best_rank = several, rank
        if best is not None and best.start >= token.sent.start:
            return best
        return self._two_here(token) or best or self._two_before(token)

    def _two_here(self, token: Token) -> Mention | None:
        """Two states named one by one in the sentence: "Russia refused a Chinese offer on their rows"."""
        found: dict[str, Entity] = {}
        for mention in reversed(list(self._discourse.before(token, 0))):
            if may_pair(mention) and mention.kind in STATES:
                found.update((e.code, e) for e in mention.entities if e.code and e.code not in found)
        if len(found) != 2:
            return None
        return Mention(token.i, token.i + 1, token, tuple(found.values()), "pair", plural=True, name="both")

    def _two_before(self, token: Token) -> Mention | None:
        """Two persons that the sentence before tells of: "Cuba's minister met his colleague. They …"."""
        number = self._discourse.sentence(token) - 1
        found: dict[str, Entity] = {}
        for mention in self._discourse.in_sentence(number) if number >= 0 else ():
            if mention.person and not mention.plural and mention.kind in ("person", "role") and mention.code:
                found.setdefault(mention.code, mention.entities[0])
        if len(found) != 2:
            return None
        return Mention(token.i, token.i + 1, token, tuple(found.values()), "pair", plural=True, person=True,
                       name="both")  # fmt: skip

    def _several_at(self, head: Token) -> Mention | None:
        """What "they" may mean at this head: a plural, or all that is joined there."""
        mention = self._mentions.headed_by(head)
        if mention is None:
            return None
        beside = [self._mentions.at(c) for c in joined(head)]
        entities = merge(e for m in beside if m is not None for e in m.entities)
        if len(entities) > 1 and head.dep_ != "conj":
            return Mention(mention.start, mention.end, head, entities, mention.kind, plural=True,
                           person=mention.person, name=mention.name)  # fmt: skip
        if mention.plural or mention.kind in ("group", "pair") or mention.role_kind == "people":
            return mention
        return None


def _same(mention: Mention, other: Mention | None) -> bool:
    """Whether two mentions mean the same one person or body."""
    if other is None or len(mention.entities) != 1 or len(other.entities) != 1:
        return mention is other
    one, two = mention.entities[0], other.entities[0]
    return (one.code, one.sector, one.identifier_text or one.entity_text) == (
        two.code,
        two.sector,
        two.identifier_text or two.entity_text,
    )


def _is_thing(mention: Mention) -> bool:
    if mention.as_place or mention.plural or mention.person:
        return False
    return mention.kind in _THINGS or mention.role_kind == "body"


def _means_nothing(token: Token) -> bool:
    """Whether "it" means nothing: "it is clear that" does not, "it was unlikely to be settled" does."""
    verb = token.head
    if token.dep_ not in SUBJECTS:
        return False
    clauses = [c for c in verb.rights if c.dep_ in ("ccomp", "csubj", "advcl", "xcomp")]
    if any(g.lower_ == "that" for c in clauses for g in c.lefts):
        return verb.lemma_ in ("be", "seem", "appear", "emerge", "happen", "follow")
    return verb.lemma_ == "be" and any(
        c.lower_ in _EMPTY_IT and c.dep_ in ("acomp", "attr", "oprd", "advmod", "prep") for c in verb.rights
    )
