"""Whom or what a deed is done to where no party is named: "an army base", "three towns", "one Rossi"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimant.events.candidates import AT_HOME, ON_LAND, TO_WHOM
from claimant.events.draft import EventDraft, reason_at
from claimant.language import Clause, Mention, Mentions, bare_phrase, counted, noun_phrase, noun_prepositions
from claimant.record import Entity
from claimant.tables import word_list

_GROUND = word_list("events", "ground") | word_list("events", "land")
_PLACED = frozenset({"GPE", "LOC", "FAC"})
_ONTO = ("on", "against", "at", "into", "from", "to", "toward", "towards", "in", "across", "around", "near",
         "along", "over", "through", "outside", "throughout")  # fmt: skip
"""Prepositions behind which the place stands to which something is done."""
_OF = ("of", "against", "into", "by", "with", "for")
"""Prepositions of a noun behind which who suffers what it names may stand: "an inquiry *into* Rossi"."""
_MOVED = word_list("events", "forces") | word_list("events", "weapons")
_VAGUE = frozenset(
    {"area", "region", "place", "location", "country", "zone", "territory", "land", "water", "site", "spot"}
)
_DEEPEST = 3
_ON_GROUND = ON_LAND - {"PROTEST"}


class Targets:
    """Finds the recipient of an event that has an actor and nobody to whom it is done."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions

    def fill(self, draft: EventDraft) -> None:
        """Give a draft that is said the recipient that it lacks, where the sentence names one.

        Somebody named, though nobody knows of which country, may suffer anything; places and buildings
        suffer only what is done to those who live there.
        """
        if not draft.actor or (draft.mutual and len(draft.actor) > 1):
            return
        if draft.recipient:
            self._struck(draft)
            return
        for head in self._heads(draft):
            found = self._target(head, draft)
            if found is not None:
                draft.recipient = (found,)
                draft.why.append(reason_at("events: to whom or what it is done", head))
                return

    def _struck(self, draft: EventDraft) -> None:
        """What is struck is the recipient, not the place near it that the pair model found."""
        place = self._mentions.doc.char_span(draft.recipient[0].start or 0, draft.recipient[0].end or 0)
        mention = self._mentions.at(place.root) if place is not None else None
        if mention is None or not mention.as_place or not any(TO_WHOM in r.rule for r in draft.why):
            return
        for head in draft.object_heads:
            if head.lemma_.lower() in _GROUND and head.i < mention.start:
                found = self._target(head, draft)
                if found is not None:
                    draft.recipient = (found,)
                    draft.why.append(reason_at("events: to whom or what it is done", head))
                    return

    def _target(self, head: Token, draft: EventDraft) -> Entity | None:
        starts = {e.start for e in draft.actor}
        mention = self._mentions.at(head)
        if draft.type == "MOBILIZE" and head.lemma_.lower() in _MOVED:
            return None
        if mention is not None and mention.entities:
            return self._meant(mention, draft, starts)
        if head.ent_type_ == "PERSON" or (head.pos_ == "PROPN" and not head.ent_type_):
            return _named(head, starts)
        ground = head.pos_ == "NOUN" and head.lemma_.lower() in _GROUND
        if draft.type not in _ON_GROUND or not (ground or head.ent_type_ in _PLACED):
            return None
        phrase = bare_phrase(head)
        if len(phrase) == 1 and head.tag_ == "NN" and not head.n_rights and head.lemma_.lower() in _VAGUE:
            # "in the area"
            return None
        if phrase.start_char in starts or any(t.dep_ == "poss" and t.tag_ == "PRP$" for t in phrase):
            return None
        code = self._country(head)
        return Entity(entity_text=phrase.text, start=phrase.start_char, end=phrase.end_char, code=code,
                      country_code=code)  # fmt: skip

    def _meant(self, mention: Mention, draft: EventDraft, starts: set[int | None]) -> Entity | None:
        entity = mention.entities[0]
        place = mention.as_place or mention.kind == "place"
        own = {_key(e) for e in draft.actor if e.code}
        if any(c.tag_ == "PRP$" for c in mention.head.lefts):
            # "pulled its guards out"
            return None
        if entity.start in starts or mention.sector == "JRN" or mention.kind == "pronoun":
            return None
        if place and draft.type not in _ON_GROUND:
            return None
        if _key(entity) in own or (place and entity.code in draft.codes[0] and draft.type not in AT_HOME):
            return None
        return entity

    def _country(self, head: Token) -> str | None:
        """The country in which a building or a tract of land lies, where its own phrase says so."""
        for name in ("in", "of"):
            for token in noun_prepositions(head).get(name, ()):
                mention = self._mentions.at(token)
                if mention is not None and mention.code:
                    return mention.code
        return None

    def _heads(self, draft: EventDraft) -> Iterator[Token]:
        """Where to look, the nearest to the deed first."""
        seen: set[int] = set()
        start = list(self._below_noun(draft.trigger)) if draft.noun else []
        if draft.clause is not None:
            start += self._below(draft.clause, draft)
        waiting = [(t, 0) for t in start]
        while waiting:
            token, depth = waiting.pop(0)
            if token.i in seen or not draft.sentence.start <= token.i < draft.sentence.end:
                continue
            seen.add(token.i)
            for head in counted(token):
                yield head
                yield from (c for c in head.lefts if c.dep_ == "poss")
            if depth < _DEEPEST:
                waiting += [(t, depth + 1) for t in self._below_noun(token)]

    def _below(self, clause: Clause, draft: EventDraft) -> Iterator[Token]:
        yield from draft.object_heads
        # "found Rossi guilty"
        small = [c for c in clause.verb.rights if c.dep_ == "ccomp" and c.pos_ == "ADJ"]
        yield from (t for c in small for t in c.lefts if t.dep_ == "nsubj")
        for slot in (*draft.frame.recipient, *_ONTO):
            yield from clause.prepositions.get(slot, ())
        for inner in clause.complements:
            if inner.own_subject and draft.type in ("ACCUSE", "REQUEST"):
                # "demanded that Rossi step down"
                yield from inner.subjects
            if not inner.own_subject and inner.relation == "xcomp" and draft.type in ("AGREE", "THREATEN"):
                # "agreed to set up a field hospital in Goma"
                yield from inner.objects
                for slot in _ONTO:
                    yield from inner.prepositions.get(slot, ())

    def _below_noun(self, noun: Token) -> Iterator[Token]:
        behind = noun_prepositions(noun)
        for name in (*_OF, *_ONTO):
            yield from behind.get(name, ())


def _named(head: Token, starts: set[int | None]) -> Entity | None:
    """Somebody of whom nothing but the name is known."""
    span = next((e for e in head.sent.ents if e.start <= head.i < e.end), noun_phrase(head))
    while len(span) > 1 and not span[0].text[0].isupper():
        span = span[1:]
    if span.start_char in starts or not span[0].text[0].isupper():
        return None
    return Entity(entity_text=span.text, start=span.start_char, end=span.end_char,
                  identifier_text=span.text)  # fmt: skip


def _key(entity: Entity) -> tuple[str | None, str | None, str | None]:
    return entity.code, entity.sector, entity.identifier_text
