"""The sides of an event: from the slots of a frame to the entities that fill them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from claimant.events.lexicon import Lexicon
from claimant.language import (
    Clause,
    Clauses,
    Mention,
    Mentions,
    bare_phrase,
    conjuncts,
    counted,
    merge,
    noun_prepositions,
)
from claimant.language.clauses import OBJECT_CONTROL
from claimant.record import Entity
from claimant.tables import word_list

_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_OWNERS = ("of", "by", "from", "between", "among")
# A preposition of a noun, and behind which others of its phrase the parser may hide it.
_VIA = {"by": ("of", "to", "on"), "to": ("of", "by"), "of": ("by",), "on": ("by",), "against": ("by", "of"),
        "from": ("of",), "with": ("by",)}  # fmt: skip
# Who acts through these acts himself: "Israel's decision angered", "Buhari's remarks drew".
# These stand for a thing, not for whose it is: "we will send ours".
_THINGS_OWNED = frozenset({"ours", "mine", "yours", "theirs", "hers"})
_WEAPONS = word_list("events", "weapons")
_DEEDS = word_list("events", "deeds")
_SIGNED_AT = word_list("events", "signed_at")


class Sides:
    """Finds who stands in the slots of a frame."""

    def __init__(self, clauses: Clauses, mentions: Mentions, lexicon: Lexicon) -> None:
        self._clauses = clauses
        self._mentions = mentions
        self._lexicon = lexicon

    def of_clause(
        self, clause: Clause, slots: Sequence[str], *, actor: bool, within: bool = False, goal: bool = False
    ) -> tuple[tuple[Entity, ...], list[Token]]:
        """The entities in the first slot that has any, and the heads that hold them.

        With `within`, a thing also stands for the country it is in: "bombed villages in *Syria*"; with
        `goal`, a place for whose it is: "reached *Seoul*".
        """
        for slot in slots:
            tokens = self._clause_slot(clause, slot)
            found = self.entities(
                tokens,
                owner=not actor,
                within=within,
                place=goal or slot in ("in", "at", "into", "to", "from", "on", "against", "of"),
            )
            if not found and actor and slot == "subject":
                found = self.by_deed(tokens)
            if found:
                return found, tokens
        return (), []

    def _clause_slot(self, clause: Clause, slot: str) -> list[Token]:
        if slot == "subject":
            if clause.passive:
                return clause.agents
            return clause.subjects
        if slot == "object":
            if not clause.objects and not clause.passive and clause.verb.lemma_.lower() in OBJECT_CONTROL:
                # "helped Liberia pay", which the parser reads as a clause with its own subject
                return [s for c in clause.complements for s in c.subjects if c.own_subject and not c.markers]
            return clause.subjects if clause.passive and not clause.objects else clause.objects
        if slot == "indirect":
            if clause.passive and clause.objects:
                return clause.subjects
            return [*clause.indirect, *clause.prepositions.get("to", [])]
        if slot == "complement":
            return [s for c in clause.complements for s in c.subjects if c.own_subject]
        found = list(clause.prepositions.get(slot, []))
        if not found:
            objects = clause.subjects if clause.passive else clause.objects
            for head in objects:
                found.extend(noun_prepositions(head).get(slot, []))
        if not found:
            found = [
                t for name, tokens in clause.prepositions.items() if name.endswith(f" {slot}") for t in tokens
            ]
        if not found:
            for tokens in clause.prepositions.values():
                for token in tokens:
                    found.extend(noun_prepositions(token).get(slot, []))
        if not found and clause.passive is False and slot in clause.particles:
            found = clause.objects
        return found

    def of_noun(
        self, noun: Token, slots: Sequence[str], taken: Iterable[Entity] = (), *, within: bool = False
    ) -> tuple[Entity, ...]:
        """The entities in the slots of a noun's own phrase; those `taken` are passed over."""
        held = {(e.start, e.end) for e in taken}
        behind = noun_prepositions(noun)
        for slot in slots:
            tokens: list[Token] = []
            if slot in ("possessive", "adjective", "compound"):
                wanted = {
                    "possessive": ("poss",),
                    "adjective": ("amod", "nmod"),
                    "compound": ("compound", "nmod", "nummod"),
                }[slot]
                for child in noun.lefts:
                    if child.dep_ in wanted:
                        tokens.extend(conjuncts(child))
                        if child.dep_ != "poss":
                            tokens.extend(c for c in child.lefts if c.dep_ in ("amod", "compound", "nmod"))
            elif slot == "subject":
                continue
            else:
                tokens = behind.get(slot, [])
            found = self.entities(
                tokens, owner=slot not in ("possessive", "adjective", "compound"), place=True, within=within
            )
            found = tuple(e for e in found if (e.start, e.end) not in held)
            if found:
                return found
        return self._deeper(noun, slots, held, within)

    def _deeper(
        self, noun: Token, slots: Sequence[str], held: set[tuple[int | None, int | None]], within: bool
    ) -> tuple[Entity, ...]:
        """Sides that the parser hung on another noun of the phrase.

        "Recognition of the council *by Ghana*", "deliveries of flour *to Gaza*", "arrest by police *of …*".
        """
        behind = noun_prepositions(noun)
        # "deliveries of flour and plasma to Gaza", where the parser joins plasma to the deliveries
        joined = (
            [c for c in noun.rights if c.dep_ == "conj" and c.i == c.left_edge.i] if "of" in behind else []
        )
        for slot, via in ((s, v) for s in slots for v in _VIA.get(s, ())):
            heads = [*behind.get(via, ()), *(joined if via == "of" else ())]
            if not heads:
                continue
            tokens = [t for head in heads for t in noun_prepositions(head).get(slot, ())]
            found = self.entities(tokens, owner=True, place=True, within=within)
            found = tuple(e for e in found if (e.start, e.end) not in held and political(e))
            if found:
                return found
        return ()

    def entities(
        self, tokens: Iterable[Token], *, owner: bool, place: bool = False, within: bool = False
    ) -> tuple[Entity, ...]:
        """Who stands at these heads, or, with `owner`, whose the things are that stand there."""
        if not tokens:
            return ()
        found: list[Entity] = []
        for token in (t for head in tokens for t in counted(head)):
            mention = self._mentions.at(token)
            if (
                mention is not None
                and mention.start <= token.i < mention.end
                and self._acts(mention, token, place)
            ):
                found.extend(mention.entities)
            elif owner:
                found.extend(self.owners(token, within=within))
        return merge(found)

    def _acts(self, mention: Mention, token: Token, place: bool) -> bool:
        if not mention.entities or token.lower_ in _THINGS_OWNED:
            return False
        if mention.kind == "place" and not any(e.code for e in mention.entities):
            return False
        if (
            mention.head.i != token.i
            and mention.kind in ("role", "pair")
            and token.dep_ not in ("compound", "amod", "poss")
        ):
            return False
        return place or not mention.as_place

    def owners(self, noun: Token, *, within: bool = False) -> tuple[Entity, ...]:
        """Whose a thing is: "a *Chinese* offer", "*Buhari*'s decision", "the ambassador *of Chad*"."""
        found: list[Entity] = []
        for child in noun.lefts:
            if child.dep_ in _MODIFIERS:
                for token in (*conjuncts(child), *(c for c in child.lefts if c.dep_ in _MODIFIERS)):
                    mention = self._mentions.at(token)
                    if (
                        mention is not None
                        and mention.kind == "capital"
                        and noun.lemma_.lower() in _SIGNED_AT
                    ):
                        # "the Paris accord" is not France's
                        continue
                    if mention is not None and not mention.start <= noun.i < mention.end and _known(mention):
                        found.extend(mention.entities)
        if found:
            return merge(found)
        behind = noun_prepositions(noun)
        for name in (*_OWNERS, *(("in",) if within else ())):
            for token in behind.get(name, []):
                mention = self._mentions.at(token)
                if mention is not None and _known(mention) and (not mention.as_place or name in ("in", "of")):
                    found.extend(_lying(noun, e) for e in mention.entities) if name == "in" else found.extend(
                        mention.entities
                    )
                elif name == "of" and token.pos_ in ("NOUN", "PROPN") and mention is None:
                    found.extend(self.owners(token))
            if found:
                return merge(found)
        for child in noun.rights:
            # "a zone that Britain has proclaimed", "an attack launched by rebels"
            clause = self._clauses.at(child) if child.dep_ in ("relcl", "acl") else None
            if clause is not None and noun.i in {
                t.i for t in (clause.subjects if clause.passive else clause.objects)
            }:
                doers = clause.agents if clause.passive else clause.subjects
                found.extend(self.entities(doers, owner=False))
        return merge(found)

    def forces(self, tokens: Iterable[Token]) -> tuple[Entity, ...]:
        """Ships, tanks and aircraft as armed forces of nobody named: "ships had been sent"."""
        return merge(
            Entity(entity_text=t.text, start=t.idx, end=t.idx + len(t), sector="MIL")
            for t in tokens
            if t.lemma_.lower() in _WEAPONS
        )

    def by_deed(self, tokens: Iterable[Token]) -> tuple[Entity, ...]:
        """Who acts through a deed that stands as the subject.

        "*Israeli* air strikes killed …", "*The Senate* passed a bill that bans …".
        """
        found: list[Entity] = []
        for token in tokens:
            word = token.lemma_.lower()
            if word not in _DEEDS and word not in _WEAPONS and not self._lexicon.nouns(word):
                continue
            owners = self._doers(token)
            if not owners and token.dep_ in ("dobj", "nsubjpass", "pobj"):
                clause = self._clauses.around(token)
                if clause is not None and token.i in {t.i for t in (*clause.objects, *clause.subjects)}:
                    owners = self.entities(clause.agents if clause.passive else clause.subjects, owner=False)
            if word in _WEAPONS:
                # guns are fired by somebody under arms
                owners = tuple(
                    e.model_copy(update={"sector": "MIL"}) if e.sector == "GOV" else e for e in owners
                )
            found.extend(owners)
        return merge(found)

    def _doers(self, noun: Token) -> tuple[Entity, ...]:
        """Who does the deed of a noun: behind "by"; behind "of" only where that is not who suffers it."""
        frame = next(iter(self._lexicon.nouns(noun.lemma_.lower())), None)
        if frame is None or "of" not in frame.recipient:
            return self.owners(noun)
        return self.of_noun(noun, ("by", "possessive", "adjective", "compound"))


def _lying(noun: Token, country: Entity) -> Entity:
    """A thing that stands for the country it lies in: "bombed *villages* in Syria"."""
    span = bare_phrase(noun)
    update = {"entity_text": span.text, "start": span.start_char, "end": span.end_char, "office": None}
    return country.model_copy(update=update)


def _known(mention: Mention) -> bool:
    return bool(mention.entities) and (mention.kind != "place" or bool(mention.code))


def political(entity: Entity) -> bool:
    """Whether somebody counts in politics: a state or organisation, or somebody with a political sector."""
    return bool(entity.code) or entity.sector in _POLITICAL


_POLITICAL = word_list("events", "political")
