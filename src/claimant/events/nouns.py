"""Events that nouns tell of: "Israel's bombing of Gaza", "held talks with", "the firing of shots"."""

from __future__ import annotations

import contextlib

from spacy.tokens import Span, Token

from claimant.events.deeds import gerund_of_a_people, victims
from claimant.events.denying import own_deed
from claimant.events.draft import EventDraft, all_in_actor, evidence_span, reason_at, take_status
from claimant.events.headlines import busy_with
from claimant.events.lexicon import Frame, Lexicon
from claimant.events.matching import carrier, change, noun_frames, verb_frame
from claimant.events.saying import Judge
from claimant.events.sides import Sides
from claimant.events.status import StatusFinder
from claimant.language import Clause, Clauses, Mentions, merge, noun_prepositions
from claimant.language.numbers import number
from claimant.record import Entity, Status
from claimant.tables import word_list

# Types whose nouns are followed by what one will or will not do.
_SUFFERED = word_list("events", "suffered")
_ATTITUDES = frozenset({"ACCUSE", "SUPPORT"})
_OF_FORCE = frozenset({"ASSAULT", "COERCE"})
_OF_A_DEED = frozenset({"REJECT", "THREATEN", "AGREE", "REQUEST"})


class NounCoder:
    """Drafts the event of a noun, with its sides from what hangs on it or on the verb that carries it."""

    def __init__(self, lexicon: Lexicon, status: StatusFinder, judge: Judge) -> None:
        self._lexicon = lexicon
        self._status = status
        self._judge = judge

    def gerund(
        self, noun: Token, sequence: int, sentence: Span, clauses: Clauses, sides: Sides
    ) -> EventDraft | None:
        """ "The firing of water cannon at fishermen by a Chinese ship": a verb made into a noun."""
        behind = noun_prepositions(noun)
        clause = Clause(predicate=noun, verb=noun, objects=behind.get("of", []), prepositions=behind)
        clause.subjects = behind.get("by", []) or [c for c in noun.lefts if c.dep_ == "poss"]
        above = clauses.at(noun.head)
        if not clause.subjects and above is not None and noun.dep_ == "dobj" and not above.passive:
            # "condemned the firing of shots at boats by a cutter": the parser may hang the "by" on the verb
            clause.subjects = [
                t for t in above.prepositions.get("by", ()) if t.i > noun.i and t.pos_ != "VERB"
            ]
        if not clause.subjects and gerund_of_a_people(noun):
            clause.subjects = [noun.head]
        if not clause.subjects:
            return None
        stem = noun.lower_[:-3]
        undoubled = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
        for lemma in (stem, stem + "e", undoubled):
            frame = verb_frame(clause, self._lexicon, lemma)
            if frame is None:
                continue
            draft = EventDraft(noun, frame, frame.event, clauses.around(noun), True, sequence, sentence)
            draft.actor, _ = sides.of_clause(clause, frame.actor, actor=True)
            draft.recipient, _ = sides.of_clause(clause, frame.recipient, actor=False, within=True)
            draft.object_heads = clause.objects
            take_status(draft, self._status.of_noun(noun, clauses, None))
            draft.evidence = evidence_span(noun, None)
            draft.why.insert(
                0, reason_at(f"lexicon: {frame.predicate!r} (verb, as a noun) is {frame.event}", noun)
            )
            return draft
        return None

    def noun(
        self, noun: Token, sequence: int, sentence: Span, clauses: Clauses, mentions: Mentions, sides: Sides
    ) -> EventDraft | None:
        """The draft of an event noun, from the first of its frames that has the sides it needs."""
        held = mentions.at(noun)
        if held is not None and held.kind not in ("pair", "role"):
            return None
        if noun.dep_ in ("compound", "amod") and noun.head.pos_ in ("NOUN", "PROPN") and noun.head.i > noun.i:
            return None
        for frame in noun_frames(noun, self._lexicon):
            # "an appeal for talks": where the longer phrase has no sides, the shorter may
            draft = self._draft(noun, frame, sequence, sentence, clauses, sides)
            if draft is not None and self._judge.said(draft):
                return draft
        return None

    def _draft(
        self, noun: Token, frame: Frame, sequence: int, sentence: Span, clauses: Clauses, sides: Sides
    ) -> EventDraft | None:
        draft = EventDraft(noun, frame, frame.event, clauses.around(noun), True, sequence, sentence)
        draft.actor = sides.of_noun(noun, frame.actor)
        by = sides.of_noun(noun, ("by",))
        if by and _done_above(noun, self._lexicon):
            # "the condemnation of the raid by Jordan": it condemned, and raided nobody
            draft.actor, by = tuple(e for e in draft.actor if e not in by), ()
        if by and draft.actor and {e.start for e in by} != {e.start for e in draft.actor}:
            # "the general's arrest by British police": with a "by", whose it is suffers it
            suffering = ("possessive", "of", "adjective", "compound")
            draft.actor, draft.recipient = by, sides.of_noun(noun, suffering, by)
        if (
            not by
            and draft.actor
            and "of" not in noun_prepositions(noun)
            and noun.lemma_.lower() in _SUFFERED
        ):
            # "Croatia's expulsion from the league": with nobody behind "of", whose it is suffers it
            draft.recipient = draft.actor
            draft.actor = tuple(e for e in sides.of_noun(noun, ("from",)) if e.code and not e.country_code)
        hurt = draft.type in _OF_FORCE
        draft.recipient = draft.recipient or sides.of_noun(noun, frame.recipient, draft.actor, within=hurt)
        if hurt and not draft.codes[1]:
            harmed = sides.entities(victims(noun), owner=True)
            draft.recipient = tuple(e for e in harmed if e.code) or draft.recipient
        draft.object_heads = [t for slot in frame.recipient for t in noun_prepositions(noun).get(slot, [])]
        if not draft.recipient and draft.actor and draft.type in _OF_A_DEED:
            draft.recipient = _in_deed(noun, draft.actor, clauses, sides)
        if frame.reciprocal and not draft.actor:
            # "a meeting of the chiefs of A and B"
            met = sides.of_noun(noun, ("of",))
            draft.actor = met if len({e.code for e in met if e.code}) > 1 else ()
        own = len(draft.actor) > 1 or bool(draft.actor and draft.recipient)
        carried = carrier(noun, clauses, self._lexicon)
        light = None
        if carried is not None:
            light, verb = carried
            # "were locked in a stand-off": who is in it is the subject, in the passive too
            held = ("subject", "object") if light.passive and noun.dep_ == "pobj" else ("subject",)
            subject, _ = sides.of_clause(light, held, actor=True)
            if verb.subject == "actor":
                draft.actor = draft.actor if own and not subject else (subject or draft.actor)
            elif draft.actor or draft.type != "CONSULT":
                # "the seizure of a barge drew a protest from Bucharest"
                draft.actor = draft.actor or _from(noun, light, sides)
                draft.recipient = subject or draft.recipient
                if draft.type == "SUPPORT" and not draft.codes[1]:
                    # "the play drew praise from critics"
                    return None
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
        elif not draft.actor or (frame.reciprocal and not own):
            # "Peru, Chile in talks"
            busy = busy_with(noun, clauses)
            draft.actor = sides.entities(busy, owner=True) or draft.actor
            own = own or (bool(busy) and bool(draft.actor))
        if not draft.actor:
            # "Talks were held between A and B": what belongs to the noun hangs on the verb
            slots = [
                s for s in frame.actor if s not in ("possessive", "adjective", "compound", "of", "subject")
            ]
            for clause in [c for c in (light, draft.clause) if c is not None][:1]:
                if noun.dep_ in ("dobj", "nsubjpass", "nsubj"):
                    draft.actor, _ = sides.of_clause(clause, slots, actor=False)
        denied = own_deed(draft, clauses, sides)
        turned = change(noun, frame.event, clauses, self._lexicon)
        if turned is not None and turned[0].passive and not turned[0].agents and turned[1].to in _ATTITUDES:
            # "his release was welcomed in Paris": who welcomed it is not told, who released him is
            turned = None
        if turned is not None and carried is None:
            clause, changing = turned
            subject, _ = sides.of_clause(clause, ("subject",), actor=True)
            if not subject and clause.passive and not clause.agents:
                # "a ban by Rwanda on Ugandan papers was lifted"
                subject = draft.actor
            partner = tuple(
                e for e in (*draft.actor, *draft.recipient) if e.code not in {s.code for s in subject}
            )
            draft.type = changing.to
            draft.actor, draft.recipient, light = subject, partner, clause
            draft.why.append(
                reason_at(f"lexicon: {changing.verb!r} turns {frame.event} into {changing.to}", clause.verb)
            )
        elif carried is None and not own and not denied and not frame.alone and frame.needs == "both":
            return None
        draft.mutual = frame.reciprocal
        if frame.reciprocal:
            draft.actor = merge((*draft.actor, *_between(noun, draft, sides)))
            all_in_actor(draft)
        take_status(draft, self._status.of_noun(noun, clauses, light))
        if carried is not None and carried[1].status and not draft.statuses:
            draft.statuses.add(Status(carried[1].status))
            draft.why.append(reason_at(f"status {carried[1].status}: {carried[1].verb!r}", carried[0].verb))
        draft.clause = light or draft.clause
        draft.count = _count(noun)
        draft.evidence = evidence_span(noun, None) if light is None else evidence_span(light.verb, light)
        draft.why.insert(0, reason_at(f"lexicon: {frame.predicate!r} (noun) is {frame.event}", noun))
        return draft


def _done_above(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the "by" behind a noun tells who did what the noun before it tells of."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or noun.head.head.pos_ != "NOUN":
        return False
    above = noun.head.head
    own = any(
        c.dep_ == "poss" or (c.dep_ in ("amod", "compound") and c.text[0].isupper()) for c in above.lefts
    )
    return not own and next(noun_frames(above, lexicon), None) is not None


def _in_deed(noun: Token, actor: tuple[Entity, ...], clauses: Clauses, sides: Sides) -> tuple[Entity, ...]:
    """To whom one does what one refuses, threatens or pledges: "its refusal to free *Italian* sailors"."""
    codes = {e.code for e in actor}
    if not any(codes):
        return ()
    for child in noun.rights:
        clause = clauses.at(child) if child.dep_ == "acl" else None
        if clause is None or not any(t.lower_ == "to" for t in clause.auxiliaries):
            continue
        for tokens in (clause.objects, clause.indirect, *clause.prepositions.values()):
            found = sides.entities(tokens, owner=True)
            found = tuple(e for e in found if e.code and e.code not in codes)
            if found:
                return found
        for head in clause.objects:
            behind = noun_prepositions(head)
            found = sides.entities(
                [t for n in ("with", "to", "from", "for") for t in behind.get(n, ())], owner=True
            )
            found = tuple(e for e in found if e.code and e.code not in codes)
            if found:
                return found
    return ()


def _from(noun: Token, light: Clause, sides: Sides) -> tuple[Entity, ...]:
    """From whom a deed draws something: "drew *from Tehran* a promise", "brought a protest *from Rome*"."""
    tokens = [*noun_prepositions(noun).get("from", ()), *light.prepositions.get("from", ())]
    return sides.entities([t for t in tokens if t.i > noun.i - 6], owner=False, place=True)


def _between(noun: Token, draft: EventDraft, sides: Sides) -> tuple[Entity, ...]:
    behind = noun_prepositions(noun)
    tokens = [t for name in ("between", "among") for t in behind.get(name, [])]
    return sides.entities(tokens, owner=False, place=True)


def _count(noun: Token) -> int | None:
    """The number before a noun: "four summits"."""
    for child in noun.lefts:
        if child.dep_ == "nummod":
            with contextlib.suppress(ValueError, ZeroDivisionError):
                count = number(child.text)
                return int(count) if count.denominator == 1 and abs(count) < 10**9 else None
            return None
    return None
