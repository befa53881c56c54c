"""Events that verbs and adjectives tell of: "rejected an offer", "is opposed to the dam"."""

from __future__ import annotations

from spacy.tokens import Span

from claimant.events.beside import beneficiaries, each_other, hosts, of_what_it_is, whose_words
from claimant.events.codebook import CrossRules
from claimant.events.completing import PRONOUNS
from claimant.events.deeds import deed_before
from claimant.events.draft import EventDraft, all_in_actor, evidence_span, reason_at, take_status
from claimant.events.lexicon import Frame, Lexicon
from claimant.events.matching import (
    object_heads,
    verb_frame,
)
from claimant.events.promising import promised_to
from claimant.events.sides import Sides
from claimant.events.status import StatusFinder
from claimant.events.status_rules import Found
from claimant.language import Clause, Clauses, Mentions, merge, noun_prepositions
from claimant.record import Entity, Status
from claimant.tables import word_list

_SPOKEN = frozenset({"REQUEST", "AGREE", "ACCUSE", "THREATEN", "SUPPORT", "REJECT"})
_ADDRESSING = word_list("events", "addressing")
_WORKERS = word_list("events", "workers") | word_list("events", "forces") | word_list("events", "weapons")
_FORCE = frozenset({"ASSAULT", "COERCE"})
_STOPPING = frozenset({"stop", "cease", "halt", "end", "quit", "suspend"})


class VerbCoder:
    """Drafts the event of a verb or an adjective, with its sides from its clause."""

    def __init__(self, lexicon: Lexicon, status: StatusFinder, rules: CrossRules) -> None:
        self._lexicon = lexicon
        self._status = status
        self._rules = rules

    def verb(
        self, clause: Clause, frame: Frame, sequence: int, sentence: Span, clauses: Clauses, sides: Sides
    ) -> EventDraft:
        """The event of a verb that has a frame."""
        draft = EventDraft(clause.predicate, frame, frame.event, clause, False, sequence, sentence)
        draft.actor = self._subject_or_above(clause, frame, sides)
        if frame.words[-1] in ("together", "jointly") and not draft.actor and not clause.passive:
            # "Georgian and Bulgarian divers are to clear mines together"
            draft.actor = sides.entities(
                [t for t in clause.subjects if t.lemma_.lower() in _WORKERS], owner=True
            )
        within = frame.event in ("ASSAULT", "COERCE", "AID")
        slots = frame.recipient
        if (
            "from" in slots
            and all(t.pos_ == "PRON" for t in clause.objects)
            and "from" in clause.prepositions
        ):
            # "captured it from Syria": "it" is what was taken
            slots = ("from", *slots)
        draft.recipient, _ = sides.of_clause(
            clause, slots, actor=False, within=within, goal=frame.mode == "visit"
        )
        several = frame.reciprocal and len(draft.codes[0]) > 1
        if not draft.recipient and "object" not in frame.recipient and not several:
            # "recognised *Russian* sovereignty": whose the thing is to which it is done
            draft.recipient, _ = sides.of_clause(clause, ("object",), actor=False, within=within)
        if draft.codes[1] <= draft.codes[0] and draft.type in ("ACCUSE", "PROTEST") and not clause.passive:
            # "protested against the overflight by *Russian* jets", "… the arrest of its consul by *Eritrea*"
            draft.recipient = sides.of_clause(clause, ("by",), actor=False)[0] or draft.recipient
        if draft.codes[1] <= draft.codes[0]:
            draft.recipient = of_what_it_is(clause, draft.actor, sides) or draft.recipient
        if within and draft.recipient and not draft.codes[1]:
            # "stopped a convoy of *Sudanese* lorries"
            loaded = [t for head in object_heads(clause) for t in noun_prepositions(head).get("of", ())]
            draft.recipient = sides.entities(loaded, owner=True) or draft.recipient
        if not draft.recipient and draft.type in ("SANCTION", "YIELD"):
            draft.recipient = beneficiaries(clause, draft.actor, clauses, sides)
        draft.object_heads = list(object_heads(clause)) or [
            t for slot in frame.recipient for t in clause.prepositions.get(slot, [])
        ]
        draft.mutual = frame.reciprocal or each_other(clause)
        if not draft.recipient and draft.type in _SPOKEN:
            self._addressed(draft, clause, sides)
        if draft.mutual:
            self._reciprocal(draft, clause, sides)
        elif not draft.recipient and draft.type in ("AGREE", "SUPPORT", "REQUEST"):
            draft.recipient = self._of_promise(clause, sides)
        promised_to(draft, self._lexicon, clauses, sides)
        if not draft.actor and clause.passive and draft.type in ("ACCUSE", "SANCTION", "REQUEST"):
            draft.actor = hosts(clause, draft.recipient, sides)
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
        found = self._status.of_verb(clause, clauses)
        self._refused(draft, found)
        found = self._stopped(draft, found, clauses)
        take_status(draft, found)
        draft.evidence = evidence_span(clause.verb, clause)
        draft.why.insert(0, reason_at(f"lexicon: {frame.predicate!r} (verb) is {frame.event}", clause.verb))
        return draft

    def _addressed(self, draft: EventDraft, clause: Clause, sides: Sides) -> None:
        """To whom one writes to ask or offer: "wrote to *Oslo* to propose talks"."""
        above = clause.governor
        if clause.relation not in ("advcl", "xcomp") or above is None or above.lemma not in _ADDRESSING:
            return
        draft.recipient, _ = sides.of_clause(above, ("to",), actor=False)
        if draft.recipient:
            draft.why.append(reason_at("events: who is addressed", above.verb))

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
            deed = deed_before(node) if not found else None
            if deed is not None:
                return sides.by_deed([deed])
            if found or clause.passive or clause.verb.tag_ != "VBG" or clause.own_subject:
                return found
            node = node.governor
        return ()

    def adjective(
        self,
        clause: Clause,
        frame: Frame,
        sequence: int,
        sentence: Span,
        clauses: Clauses,
        sides: Sides,
        mentions: Mentions,
    ) -> EventDraft:
        """The event of an adjective that has a frame: "is wary of *Oslo*"."""
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
            draft.recipient = whose_words(clause, draft.actor, mentions)
        draft.object_heads = list(clause.subjects)
        self._refused(draft, found)
        take_status(draft, found)
        draft.evidence = evidence_span(clause.predicate, clause)
        draft.why.insert(
            0, reason_at(f"lexicon: {frame.predicate!r} (adjective) is {frame.event}", clause.predicate)
        )
        return draft

    def _opposite(self, adjective: str) -> Frame | None:
        """The frame of what an adjective means when it is negated: un-, in-, dis-."""
        for prefix in ("un", "in", "im", "dis"):
            frames = self._lexicon.adjectives(prefix + adjective)
            if frames:
                return frames[0]
        return None

    def _of_promise(self, clause: Clause, sides: Sides) -> tuple[Entity, ...]:
        """Whom what is promised or asked would be done to: "pledged to help *Liberia*"."""
        for inner in clause.complements:
            frame = verb_frame(inner, self._lexicon)
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
        if not all(e.entity_text.lower() in PRONOUNS for e in draft.recipient):
            all_in_actor(draft)

    def _refused(self, draft: EventDraft, found: Found) -> None:
        """What one will not do is refused now: "India would not agree to it", "could not accept it"."""
        clause = draft.clause
        if draft.noun or clause is None or clause.negation is None or clause.passive:
            return
        cannot = clause.modal in ("can", "could") and clause.verb.lemma_.lower() in ("accept", "tolerate")
        if clause.modal not in ("will", "would") and not cannot:
            return
        turned = self._rules.refused_becomes.get(draft.type)
        by_itself = {Status.NEGATED, Status.HYPOTHETICAL if cannot else Status.FUTURE}
        if turned is None or found.statuses - by_itself:
            return
        draft.why.append(reason_at(f"codebook: a {draft.type} that one will not do is {turned}", clause.verb))
        draft.type = turned
        found.statuses.clear()

    def _stopped(self, draft: EventDraft, found: Found, clauses: Clauses) -> Found:
        """ "offered to stop firing", "ceased bombing": force that is stopped is yielding."""
        clause = draft.clause
        above = clause.governor if clause is not None else None
        if clause is None or above is None or draft.type not in _FORCE or clause.relation != "xcomp":
            return found
        if (
            above.verb.lemma_.lower() not in _STOPPING
            or clause.verb.tag_ != "VBG"
            or above.negation is not None
        ):
            return found
        armed = all(e.sector in ("MIL", "REB", "SEP") for e in draft.actor)
        political_sides = all(e.code and e.sector not in ("BUS", "CVL", "SOC") for e in draft.actor)
        if not draft.actor or not (armed or (political_sides and any(e.code for e in draft.recipient))):
            return found
        draft.type = "YIELD"
        draft.why.append(reason_at(f"events: {draft.frame.event} that is stopped is YIELD", above.verb))
        stopping = self._status.of_verb(above, clauses)
        if found.condition is not None:
            stopping.condition = found.condition
            stopping.statuses.add(Status.CONDITIONAL)
            stopping.why.extend(r for r in found.why if Status.CONDITIONAL in r.rule)
        return stopping
