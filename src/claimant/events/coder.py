"""What: the events that a report tells of, by the predicate lexicon.

A candidate is a verb, an event noun or an adjective that has a frame. Its sides come from syntax,
its status from what governs it. Where a side that the frame needs is not found, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from claimant.events.codebook import Codebook, load_codebook
from claimant.events.completing import Completer
from claimant.events.draft import EventDraft, evidence_span, reason_at
from claimant.events.lexicon import Frame, Lexicon, load_lexicon
from claimant.events.matching import (
    adjective_frame,
    carrier,
    change,
    noun_frame,
    noun_frames,
    object_heads,
    verb_frame,
)
from claimant.events.saying import Judge
from claimant.events.sides import Sides
from claimant.events.status import StatusFinder
from claimant.events.status_rules import Found
from claimant.language import Clause, Clauses, Mentions, merge, noun_prepositions
from claimant.record import Entity, Status

_NUMBERS = {
    w: i
    for i, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
}


class EventCoder:
    """Finds the events of a report."""

    def __init__(self, codebook: Codebook | None = None, lexicon: Lexicon | None = None) -> None:
        self.codebook = codebook or load_codebook()
        self.lexicon = lexicon or load_lexicon()
        self._status = StatusFinder()
        self._judge = Judge(self.codebook)
        self._completer = Completer(self.lexicon)
        self._contexts = self.codebook.context_words()

    def read(self, doc: Doc, clauses: Clauses, mentions: Mentions) -> list[EventDraft]:
        """Drafts of the events of a parsed report, in the order of the text, repeats among them."""
        sides = Sides(clauses, mentions, self.lexicon)
        drafts: list[EventDraft] = []
        for sequence, sentence in enumerate(doc.sents):
            found = [
                d for token in sentence for d in self._at(token, sequence, sentence, clauses, mentions, sides)
            ]
            for draft in found:
                self._completer.complete(draft, drafts, mentions)
                if self._said(draft):
                    drafts.append(draft)
        return drafts

    # --- candidates

    def _at(
        self, token: Token, sequence: int, sentence: Span, clauses: Clauses, mentions: Mentions, sides: Sides
    ) -> Iterable[EventDraft]:
        clause = clauses.at(token)
        if clause is not None and clause.verb.i == token.i:
            frame = verb_frame(clause, self.lexicon)
            if frame is not None and not frame.object and self._only_carries(clause, clauses):
                frame = None
            if frame is not None:
                yield self._from_clause(clause, frame, sequence, sentence, clauses, sides)
                return
            adjective = adjective_frame(clause, self.lexicon)
            if adjective is not None:
                yield self._from_adjective(clause, adjective, sequence, sentence, clauses, sides, mentions)
                return
        if token.ent_type_ in ("DATE", "TIME"):
            return
        if token.tag_ == "NN" and token.lower_.endswith("ing") and noun_frame(token, self.lexicon) is None:
            draft = self._from_gerund(token, sequence, sentence, clauses, sides)
            if draft is not None:
                yield draft
                return
        if token.pos_ in ("NOUN", "PROPN", "VERB") and (clause is None or token.pos_ == "NOUN"):
            draft = self._from_noun(token, sequence, sentence, clauses, mentions, sides)
            if draft is not None:
                yield draft

    def _only_carries(self, clause: Clause, clauses: Clauses) -> bool:
        """Whether a light verb's noun tells the event: "engaged in stand-offs" is no engagement."""
        nouns = [*object_heads(clause), *(t for ts in clause.prepositions.values() for t in ts)]
        for noun in nouns:
            if noun.pos_ == "NOUN" and noun_frame(noun, self.lexicon) is not None:
                carried = carrier(noun, clauses, self.lexicon)
                if carried is not None and carried[0] is clause:
                    return True
        return False

    def _from_clause(
        self, clause: Clause, frame: Frame, sequence: int, sentence: Span, clauses: Clauses, sides: Sides
    ) -> EventDraft:
        draft = EventDraft(clause.predicate, frame, frame.event, clause, False, sequence, sentence)
        draft.actor = self._subject_or_above(clause, frame, sides)
        within = frame.event in ("ASSAULT", "COERCE", "AID")
        draft.recipient, _ = sides.of_clause(clause, frame.recipient, actor=False, within=within)
        if not draft.recipient and "object" not in frame.recipient:
            # "recognised *Russian* sovereignty": whose the thing is to which it is done
            draft.recipient, _ = sides.of_clause(clause, ("object",), actor=False, within=within)
        draft.object_heads = list(object_heads(clause)) or [
            t for slot in frame.recipient for t in clause.prepositions.get(slot, [])
        ]
        draft.mutual = frame.reciprocal or _each_other(clause)
        if draft.mutual:
            self._reciprocal(draft, clause, sides)
        elif not draft.recipient and draft.type in ("AGREE", "SUPPORT", "REQUEST"):
            draft.recipient = self._of_promise(clause, sides)
        if not draft.actor and clause.passive and draft.type in ("AGREE", "YIELD", "SUPPORT", "COOPERATE"):
            self._agreed_at(draft, clause, sides)
        if draft.type == "CONSULT" and frame.mode == "visit" and not draft.recipient:
            # "flew to Entebbe to see the president"
            inner = [
                c for c in clauses if c.governor is clause and c.relation in ("advcl", "xcomp") and c.objects
            ]
            draft.recipient = merge(e for c in inner for e in sides.entities(c.objects, owner=False))
        if draft.type == "MOBILIZE" and clause.passive and not draft.actor:
            # who is deployed acts, where nobody is said to deploy them
            draft.actor, _ = sides.of_clause(clause, ("object",), actor=False)
            draft.actor = draft.actor or sides.forces(object_heads(clause))
        self._take_status(draft, self._status.of_verb(clause, clauses))
        draft.evidence = evidence_span(clause.verb, clause)
        draft.why.insert(0, reason_at(f"lexicon: {frame.predicate!r} (verb) is {frame.event}", clause.verb))
        return draft

    def _agreed_at(self, draft: EventDraft, clause: Clause, sides: Sides) -> None:
        """Who agreed is who met: "A truce was agreed at a meeting of the chiefs of A and B"."""
        for name in ("at", "during", "in", "after"):
            for noun in clause.prepositions.get(name, ()):
                met = sides.of_noun(noun, ("between", "of", "among", "adjective"))
                if len({e.code for e in met if e.code}) > 1:
                    draft.actor, draft.mutual = met, True
                    draft.why.append(reason_at("events: who met agreed", noun))
                    return

    def _subject_or_above(self, clause: Clause, frame: Frame, sides: Sides) -> tuple[Entity, ...]:
        """The actor, from the clause or, for a participle whose own subject cannot act, from one above."""
        node: Clause | None = clause
        for _ in range(3):
            if node is None:
                break
            found, _ = sides.of_clause(node, frame.actor if node is clause else ("subject",), actor=True)
            if found or clause.passive or clause.verb.tag_ != "VBG" or clause.own_subject:
                return found
            node = node.governor
        return ()

    def _from_gerund(
        self, noun: Token, sequence: int, sentence: Span, clauses: Clauses, sides: Sides
    ) -> EventDraft | None:
        """ "The firing of water cannon at fishermen by a Chinese ship": a verb made into a noun."""
        behind = noun_prepositions(noun)
        clause = Clause(predicate=noun, verb=noun, objects=behind.get("of", []), prepositions=behind)
        clause.subjects = behind.get("by", []) or [c for c in noun.lefts if c.dep_ == "poss"]
        if not clause.subjects:
            return None
        stem = noun.lower_[:-3]
        undoubled = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
        for lemma in (stem, stem + "e", undoubled):
            frame = verb_frame(clause, self.lexicon, lemma)
            if frame is None:
                continue
            draft = EventDraft(noun, frame, frame.event, clauses.around(noun), True, sequence, sentence)
            draft.actor, _ = sides.of_clause(clause, frame.actor, actor=True)
            draft.recipient, _ = sides.of_clause(clause, frame.recipient, actor=False, within=True)
            draft.object_heads = clause.objects
            self._take_status(draft, self._status.of_noun(noun, clauses, None))
            draft.evidence = evidence_span(noun, None)
            draft.why.insert(
                0, reason_at(f"lexicon: {frame.predicate!r} (verb, as a noun) is {frame.event}", noun)
            )
            return draft
        return None

    def _from_adjective(
        self,
        clause: Clause,
        frame: Frame,
        sequence: int,
        sentence: Span,
        clauses: Clauses,
        sides: Sides,
        mentions: Mentions,
    ) -> EventDraft:
        found = self._status.of_verb(clause, clauses)
        if clause.negation is not None and Status.NEGATED in found.statuses:
            opposite = self._opposite(clause.lemma)
            if opposite is not None:
                # "not acceptable" is unacceptable
                frame = opposite
                found.statuses.discard(Status.NEGATED)
        draft = EventDraft(clause.predicate, frame, frame.event, clause, False, sequence, sentence)
        draft.actor, _ = sides.of_clause(clause, frame.actor, actor="subject" in frame.actor)
        draft.recipient, _ = sides.of_clause(clause, frame.recipient, actor=False)
        if not draft.recipient and "subject" in frame.recipient:
            draft.recipient = self._whose_words(clause, draft.actor, mentions)
        draft.object_heads = list(clause.subjects)
        self._take_status(draft, found)
        draft.evidence = evidence_span(clause.predicate, clause)
        draft.why.insert(
            0, reason_at(f"lexicon: {frame.predicate!r} (adjective) is {frame.event}", clause.predicate)
        )
        return draft

    def _opposite(self, adjective: str) -> Frame | None:
        """The frame of what an adjective means when it is negated: un-, in-, dis-."""
        for prefix in ("un", "in", "im", "dis"):
            frames = self.lexicon.adjectives(prefix + adjective)
            if frames:
                return frames[0]
        return None

    def _whose_words(
        self, clause: Clause, judges: tuple[Entity, ...], mentions: Mentions
    ) -> tuple[Entity, ...]:
        """Whose doing "which is unacceptable" judges: that of the nearest before it."""
        if not clause.subjects or not all(
            t.tag_ in ("WDT", "WP", "DT", "PRP") or t.dep_ == "relcl" for t in clause.subjects
        ):
            relative = clause.relation == "relcl" or any(
                t.lower_ in ("which", "this", "that", "it") for t in clause.subjects
            )
            if not relative:
                return ()
        own = {e.code for e in judges}
        start = clause.verb.sent.start
        for mention in reversed([m for m in mentions if start <= m.start < clause.verb.i]):
            other = tuple(e for e in mention.entities if e.code and e.code not in own)
            if other and not mention.as_place:
                return other
        return ()

    def _from_noun(
        self, noun: Token, sequence: int, sentence: Span, clauses: Clauses, mentions: Mentions, sides: Sides
    ) -> EventDraft | None:
        held = mentions.at(noun)
        if held is not None and held.kind not in ("pair", "role"):
            return None
        if noun.dep_ in ("compound", "amod") and noun.head.pos_ in ("NOUN", "PROPN") and noun.head.i > noun.i:
            return None
        for frame in noun_frames(noun, self.lexicon):
            # "an appeal for talks": where the longer phrase has no sides, the shorter may
            draft = self._noun_draft(noun, frame, sequence, sentence, clauses, sides)
            if draft is not None and self._judge.said(draft):
                return draft
        return None

    def _noun_draft(
        self, noun: Token, frame: Frame, sequence: int, sentence: Span, clauses: Clauses, sides: Sides
    ) -> EventDraft | None:
        draft = EventDraft(noun, frame, frame.event, clauses.around(noun), True, sequence, sentence)
        draft.actor = sides.of_noun(noun, frame.actor)
        by = sides.of_noun(noun, ("by",))
        if by and draft.actor and {e.start for e in by} != {e.start for e in draft.actor}:
            # "the general's arrest by British police": with a "by", whose it is suffers it
            draft.actor, draft.recipient = by, sides.of_noun(noun, ("possessive", "of", "adjective"), by)
        draft.recipient = draft.recipient or sides.of_noun(noun, frame.recipient, draft.actor)
        draft.object_heads = [t for slot in frame.recipient for t in noun_prepositions(noun).get(slot, [])]
        if frame.reciprocal and not draft.actor:
            # "a meeting of the chiefs of A and B"
            met = sides.of_noun(noun, ("of",))
            draft.actor = met if len({e.code for e in met if e.code}) > 1 else ()
        own = len(draft.actor) > 1 or bool(draft.actor and draft.recipient)
        carried = carrier(noun, clauses, self.lexicon)
        light = None
        if carried is not None:
            light, verb = carried
            subject, _ = sides.of_clause(light, ("subject",), actor=True)
            if verb.subject == "actor":
                draft.actor = draft.actor if own and not subject else (subject or draft.actor)
            elif draft.actor or draft.type != "CONSULT":
                draft.recipient = subject or draft.recipient
            else:
                # "would host talks": whoever is to come is not named
                draft.actor = subject
            if not draft.recipient:
                slots = [
                    *(s for s in frame.recipient if s in light.prepositions),
                    *("with", "against", "on", "to", "for"),
                ]
                draft.recipient, _ = sides.of_clause(light, slots, actor=False)
            draft.why.append(reason_at(f"lexicon: light verb {verb.verb!r}", light.verb))
        if not draft.actor:
            # "Talks were held between A and B": what belongs to the noun hangs on the verb
            slots = [
                s for s in frame.actor if s not in ("possessive", "adjective", "compound", "of", "subject")
            ]
            for clause in [c for c in (light, draft.clause) if c is not None][:1]:
                if noun.dep_ in ("dobj", "nsubjpass", "nsubj"):
                    draft.actor, _ = sides.of_clause(clause, slots, actor=False)
        turned = change(noun, frame.event, clauses, self.lexicon)
        if turned is not None and carried is None:
            clause, changing = turned
            subject, _ = sides.of_clause(clause, ("subject",), actor=True)
            partner = tuple(
                e for e in (*draft.actor, *draft.recipient) if e.code not in {s.code for s in subject}
            )
            draft.type = changing.to
            draft.actor, draft.recipient, light = subject, partner, clause
            draft.why.append(
                reason_at(f"lexicon: {changing.verb!r} turns {frame.event} into {changing.to}", clause.verb)
            )
        elif carried is None and not own and not frame.alone and frame.needs == "both":
            return None
        draft.mutual = frame.reciprocal
        if frame.reciprocal:
            draft.actor = merge((*draft.actor, *_between(noun, draft, sides)))
            self._all_in_actor(draft)
        self._take_status(draft, self._status.of_noun(noun, clauses, light))
        draft.clause = light or draft.clause
        draft.count = _count(noun)
        draft.evidence = evidence_span(noun, None) if light is None else evidence_span(light.verb, light)
        draft.why.insert(0, reason_at(f"lexicon: {frame.predicate!r} (noun) is {frame.event}", noun))
        return draft

    # --- sides

    def _of_promise(self, clause: Clause, sides: Sides) -> tuple[Entity, ...]:
        """Whom what is promised or asked would be done to: "pledged to help *Liberia*"."""
        for inner in clause.complements:
            frame = verb_frame(inner, self.lexicon)
            if frame is not None:
                found, _ = sides.of_clause(inner, frame.recipient, actor=False)
                if found:
                    return found
        return ()

    def _reciprocal(self, draft: EventDraft, clause: Clause, sides: Sides) -> None:
        """All who meet are actors; with one named behind "with", he is the recipient."""
        if len({e.code or e.entity_text for e in draft.actor}) < 2 and not draft.recipient:
            for slot in ("with", "between", "against"):
                draft.recipient, _ = sides.of_clause(clause, (slot,), actor=False)
                if draft.recipient:
                    break
        self._all_in_actor(draft)

    def _all_in_actor(self, draft: EventDraft) -> None:
        keys = {(e.code, e.sector) for e in draft.actor}
        draft.recipient = tuple(e for e in draft.recipient if (e.code, e.sector) not in keys or not e.code)

    # --- what is said

    def _take_status(self, draft: EventDraft, found: Found) -> None:
        self._refused(draft, found)
        draft.statuses = set(found.statuses)
        draft.condition = found.condition
        draft.why.extend(found.why)
        if draft.frame.status and not draft.statuses & {Status.NEGATED}:
            draft.statuses.add(Status(draft.frame.status))

    def _refused(self, draft: EventDraft, found: Found) -> None:
        """ "India would not agree to outsiders": what one will not do is refused now."""
        clause = draft.clause
        if draft.noun or clause is None or clause.modal not in ("will", "would") or clause.negation is None:
            return
        turned = self.codebook.cross_rules.refused_becomes.get(draft.type)
        if turned is None or found.statuses - {Status.NEGATED, Status.FUTURE} or clause.passive:
            return
        draft.why.append(reason_at(f"codebook: a {draft.type} that one will not do is {turned}", clause.verb))
        draft.type = turned
        found.statuses.clear()

    def _said(self, draft: EventDraft) -> bool:
        if not self._judge.said(draft):
            return False
        frame = draft.frame
        draft.mode = {frame.mode} if frame.mode and draft.type == frame.event else set()
        draft.context = set(frame.context)
        for token in draft.sentence:
            draft.context |= self._contexts.get(token.lemma_.lower(), set())
        return True


def _each_other(clause: Clause) -> bool:
    """Whether "each other" or "one another" stands behind the verb."""
    heads = [*clause.objects, *(t for ts in clause.prepositions.values() for t in ts)]
    each = any(c.lower_ in ("each", "either") for s in clause.subjects for c in s.lefts)
    if each and any(t.lower_ in ("other", "others") for t in heads):
        return True
    return any(
        t.lower_ in ("other", "another") and t.i > 0 and t.nbor(-1).lower_ in ("each", "one") for t in heads
    )


def _between(noun: Token, draft: EventDraft, sides: Sides) -> tuple[Entity, ...]:
    behind = noun_prepositions(noun)
    tokens = [t for name in ("between", "among") for t in behind.get(name, [])]
    return sides.entities(tokens, owner=False, place=True)


def _count(noun: Token) -> int | None:
    """The number before a noun: "four summits"."""
    for child in noun.lefts:
        if child.dep_ == "nummod":
            if child.lower_ in _NUMBERS:
                return _NUMBERS[child.lower_]
            digits = child.text.replace(",", "")
            return int(digits) if digits.isdecimal() and len(digits) < 9 else None
    return None
