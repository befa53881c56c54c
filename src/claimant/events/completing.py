"""Sides that a sentence leaves out because the report has told them before."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from claimant.events.draft import EventDraft, reason_at
from claimant.events.lexicon import Lexicon
from claimant.events.matching import noun_frame
from claimant.language import Mentions
from claimant.record import Entity, Reason
from claimant.tables import word_list

_PERSONAL = frozenset({"him", "her", "his"})
_FORCES = word_list("events", "forces")
_CRAFT = word_list("events", "craft")
_IDEAS = word_list("events", "ideas")
_PROPOSING = word_list("events", "proposing")
_ANSWERING = word_list("language", "answering")
_ASKING = frozenset({"REQUEST", "AGREE", "CONSULT", "THREATEN"})
PRONOUNS = frozenset({"it", "its", "them", "their", "him", "her", "his"})


class Completer:
    """Completes the sides of drafts from what was told before them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def complete(self, draft: EventDraft, before: list[EventDraft], mentions: Mentions) -> None:
        """Sides that the sentence leaves out because the report has told them.

        Who turns down "the offer" is he to whom it was made, and he turns down him who made it;
        "the attack" is the attack told last.
        """
        if draft.type in ("ASSAULT", "COERCE") and draft.actor and not any(e.code for e in draft.recipient):
            self._of_craft(draft, before)
        if draft.actor and not any(e.code for e in draft.actor):
            self._of_senders(draft, before)
        if draft.actor and draft.recipient:
            self._not_oneself(draft, mentions)
            return
        if draft.type == "REJECT" and not draft.noun:
            for head in draft.object_heads:
                earlier = self._told_before(head, before)
                if earlier is None or not earlier.actor or not earlier.recipient:
                    continue
                actor = draft.actor or earlier.recipient
                recipient = draft.recipient or earlier.actor
                if {e.code for e in actor} & {e.code for e in recipient}:
                    continue
                draft.actor, draft.recipient = _again(actor, head), _again(recipient, head)
                draft.why.append(
                    reason_at(f"sides of the {head.lemma_} told before ({earlier.trigger.text!r})", head)
                )
                return
            if draft.actor and not draft.recipient:
                self._of_idea(draft, mentions)
        if draft.actor and not draft.recipient:
            self._of_asker(draft, before)

    def _of_asker(self, draft: EventDraft, before: list[EventDraft]) -> None:
        """Who answers just after he was asked answers whoever asked: "asked Oslo for help. It refused"."""
        clause = draft.clause
        if draft.noun or clause is None or clause.passive or clause.lemma not in _ANSWERING:
            return
        if "if" in clause.markers or "unless" in clause.markers:
            return
        own = {_who(e) for e in draft.actor}
        for earlier in reversed(before):
            if earlier.sequence < draft.sequence - 1:
                return
            if earlier.type not in _ASKING or earlier.noun or earlier.trigger.i >= draft.trigger.i:
                continue
            if own and own <= {_who(e) for e in earlier.recipient} and any(e.code for e in earlier.actor):
                if not own & {_who(e) for e in earlier.actor}:
                    draft.recipient = _again(earlier.actor, draft.trigger)
                    draft.why.append(reason_at("who asked before is answered", earlier.trigger))
                return

    def _of_craft(self, draft: EventDraft, before: list[EventDraft]) -> None:
        """Whose the ships were that "they" are: "sent two boats. They were rammed by …"."""
        clause = draft.clause
        if (
            clause is None
            or not clause.passive
            or not any(t.lower_ in ("they", "it") for t in clause.subjects)
        ):
            return
        for earlier in reversed(before):
            if earlier.sequence not in (draft.sequence, draft.sequence - 1) or not earlier.actor:
                continue
            craft = [h for h in earlier.object_heads if h.lemma_.lower() in _CRAFT and h.i < draft.trigger.i]
            if craft and not {e.code for e in earlier.actor} & {e.code for e in draft.actor}:
                draft.recipient = _again(earlier.actor, clause.subjects[0])
                draft.why.append(
                    reason_at(f"{craft[-1].text!r} told before, of whoever sent them", craft[-1])
                )
                return

    def _of_senders(self, draft: EventDraft, before: list[EventDraft]) -> None:
        """Whose the troops are that "they" are: "Angola sent troops to Congo. They fought Rwandans"."""
        clause = draft.clause
        if clause is None or clause.passive or not any(t.lower_ == "they" for t in clause.subjects):
            return
        for earlier in reversed(before):
            if earlier.sequence != draft.sequence - 1 or earlier.type != "MOBILIZE":
                continue
            codes = {e.code for e in earlier.actor}
            sent = any(
                h.lemma_.lower() in _FORCES or h.lemma_.lower() in _CRAFT for h in earlier.object_heads
            )
            if sent and len(codes) == 1 and None not in codes:
                code = codes.pop()
                draft.actor = tuple(
                    e.model_copy(update={"code": code, "country_code": code}) for e in draft.actor
                )
                draft.why.append(reason_at("those sent before", earlier.trigger))
                return

    def _of_idea(self, draft: EventDraft, mentions: Mentions) -> None:
        """Whose "the idea" is: of whoever proposed something in the sentence before."""
        heads = [h for h in draft.object_heads if h.lemma_.lower() in _IDEAS]
        if not heads or not any(c.lower_ in ("the", "this", "that", "such") for c in heads[0].lefts):
            return
        start = draft.sentence.start
        if not start:
            return
        own = {_who(e) for e in draft.actor}
        for token in reversed(list(draft.sentence.doc[start - 1].sent)):
            if token.pos_ != "VERB" or token.lemma_.lower() not in _PROPOSING:
                continue
            for child in token.lefts:
                mention = mentions.at(child) if child.dep_ == "nsubj" else None
                if mention is None or mention.as_place:
                    continue
                named = tuple(e for e in mention.entities if e.code)
                if named and not {_who(e) for e in named} & own:
                    draft.recipient = _again(named, heads[0])
                    draft.why.append(reason_at(f"{heads[0].text!r} is what was told before", token))
                    return

    def _not_oneself(self, draft: EventDraft, mentions: Mentions) -> None:
        """A pronoun does not mean the actor: "If *Chinese forces* come, gunners fire on them"."""
        own = {_who(e) for e in draft.actor}
        if not own or not draft.recipient or not {_who(e) for e in draft.recipient} <= own:
            return
        pronouns = [e for e in draft.recipient if e.entity_text.lower() in PRONOUNS]
        if not pronouns or any(
            e.entity_text.lower() in _PERSONAL and e.sector not in {a.sector for a in draft.actor}
            for e in pronouns
        ):
            # "the opposition accused him": who is of the same country need not be the same
            return
        at = pronouns[0]
        sentence = draft.sentence
        previous = sentence.doc[sentence.start - 1].sent.start if sentence.start else 0
        for start, end in ((sentence.start, sentence.end), (previous, sentence.start)):
            others = [
                m
                for m in mentions.within(start, end)
                if (m.head.idx < (at.start or 0))
                and m.entities
                and all(e.code and _who(e) not in own for e in m.entities)
                and not m.as_place
            ]
            if others:
                chosen = others[-1].entities
                draft.recipient = tuple(
                    e.model_copy(update={"entity_text": at.entity_text, "start": at.start, "end": at.end})
                    for e in chosen
                )
                draft.why.append(Reason(rule=f"{at.entity_text!r} is not who acts: {others[-1].name!r}"))
                return

    def _told_before(self, noun: Token, before: list[EventDraft]) -> EventDraft | None:
        """The event that "the offer" means: the last of that name, or of that type."""
        for draft in reversed(before):
            if draft.trigger.i == noun.i:
                # "Morocco's overtures to Spain have been waved aside"
                return draft
        if not any(c.lower_ in ("the", "this", "that", "its", "their") for c in noun.lefts):
            return None
        frame = noun_frame(noun, self._lexicon)
        if frame is None:
            return None
        for draft in reversed(before):
            same = (
                draft.noun
                and draft.trigger.lemma_.lower() == noun.lemma_.lower()
                and draft.type == frame.event
            )
            if same and draft.actor and draft.recipient:
                return draft
        for draft in reversed(before):
            if draft.type == frame.event and draft.actor and draft.recipient:
                return draft
        for draft in reversed(before):
            # an offer refused before: its refuser is the one it was made to
            if draft.type == "REJECT" and any(h.lemma_ == noun.lemma_ for h in draft.object_heads):
                other = EventDraft(
                    draft.trigger, draft.frame, frame.event, None, True, draft.sequence, draft.sentence
                )
                other.actor, other.recipient = draft.recipient, draft.actor
                return other
        return None


def _who(entity: Entity) -> str:
    return entity.code or entity.identifier_text or entity.entity_text


def _again(entities: Iterable[Entity], head: Token) -> tuple[Entity, ...]:
    """Entities carried over to another sentence: the words there are those that stand for them."""
    return tuple(
        e.model_copy(update={"entity_text": head.text, "start": head.idx, "end": head.idx + len(head)})
        for e in entities
    )
