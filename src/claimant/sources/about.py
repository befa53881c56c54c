"""Statements as the record holds them, and the events that they are about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from claimant.record import Event, Excerpt, Span, Stance, Statement, TextInfo, codes, stable_id
from claimant.sources.answering import answered, confirmed, fits, his_own, named, words_of
from claimant.sources.cues import Cues, load_cues
from claimant.sources.draft import REACHING, Draft, Spoken

_JUST_BEFORE = 3  # sentences


def link(
    drafts: Sequence[Draft], events: Sequence[Event], *, report_id: str = "", cues: Cues | None = None
) -> list[Statement]:
    """The statements of a report, with the events that each is about.

    A statement is about the events told in its content. One that denies, doubts or knows nothing
    is also about events told elsewhere in the report with the same parties: "he was not aware of
    any co-operation between A and B" is about the offer of A to B ten paragraphs before. So is one of
    the accused side that nothing of the kind was done, which thereby denies it, or that it was, which
    confirms it.

    Args:
        drafts: What the reader found, in order; a stance that the report's events make known is set.
        events: The report's events.
        report_id: The report's id, which the statements' ids depend on.
        cues: The cue table; the package's own if left out.
    """
    linker = _Linker(drafts, events, cues if cues is not None else load_cues())
    told = [linker.about(draft) for draft in drafts]
    return [_statement(draft, about, report_id) for draft, about in zip(drafts, told, strict=True)]


def _statement(draft: Draft, about: list[Event], report_id: str) -> Statement:
    return Statement(
        id=stable_id(
            "s", report_id, draft.cue.start, draft.cue.end, *(o for span in draft.content for o in span)
        ),
        sources=tuple(draft.sources),
        cue=Excerpt(text=draft.cue.text, start=draft.cue.start, end=draft.cue.end),
        stance=draft.stance,
        quote=draft.quote,
        content=tuple(Span(start=start, end=end) for start, end in draft.content),
        about=tuple(dict.fromkeys(e.id for e in about)),
        text=draft.text,
        text_info=TextInfo(sequence=draft.sentence, start=draft.start, end=draft.end),
        why=tuple(draft.reasons),
    )


def trigger(event: Event) -> tuple[int, int] | None:
    """The characters of the word that tells of an event; its sentence's, if no reason names them."""
    for reason in event.why:
        if reason.start is not None and reason.end is not None:
            return reason.start, reason.end
    return (event.text_info.start, event.text_info.end) if event.text_info is not None else None


class _Linker:
    """Finds the events that the statements of one report are about."""

    def __init__(self, drafts: Sequence[Draft], events: Sequence[Event], cues: Cues) -> None:
        self._drafts = drafts
        self._events = events
        self._cues = cues
        self._spoken = Spoken(drafts)
        self._answering = {id(d.parent) for d in drafts if d.parent is not None and d.stance in REACHING}
        self._known: list[tuple[Draft, list[Event]]] = []
        self._within: dict[int, list[Event]] = {}
        self._cued: set[str] = set()
        starts = [d.cue.start for d in drafts]
        for event in events:
            place = trigger(event)
            if place is None:
                continue
            for draft in self._spoken.at((place[0] + place[1] - 1) / 2):
                self._within.setdefault(id(draft), []).append(event)
            last = bisect_right(starts, place[0]) - 1
            if last >= 0 and place[0] < drafts[last].cue.end:
                self._cued.add(event.id)

    def about(self, draft: Draft) -> list[Event]:
        """The events in a statement's content, and those elsewhere that a denial speaks of."""
        within = self._within.get(id(draft), [])
        if draft.stance is Stance.ASSERTS and not draft.topic:
            return self._remember(draft, [*within, *self._answered(draft, within)])
        if draft.stance not in REACHING or draft.refusal:
            return within  # "refused to leave" denies nothing
        told = {e.id for e in within}
        # what a source tells himself he does not deny
        others = [e for e in self._events if e.id not in told and not his_own(draft, e)]
        if draft.antecedents:
            found = self._taken_up(draft, others) or _elsewhere(draft, others, self._cues)
        elif within and draft.clausal:
            found = [e for e in others if any(_same_deed(e, known) for known in within)]
        else:
            found = _elsewhere(draft, others, self._cues)
        if not found and not (within and draft.clausal):
            before = self._before(draft, others)
            found = named(draft, before, self._cues) or self._with_others(draft)
            if not found and draft.stance is Stance.CONFIRMS and not within:
                found = confirmed(draft, before)
        return self._remember(draft, [*within, *found])

    def _remember(self, draft: Draft, about: list[Event]) -> list[Event]:
        self._known.append((draft, about))
        return about

    def _answered(self, draft: Draft, within: Sequence[Event]) -> list[Event]:
        """What the accused side answers to: "no sorties had been flown" denies the raid told before."""
        if id(draft) in self._answering:
            return []  # "he knew of no such proposal, he said": the inner statement answers
        stance, found = answered(draft, within, self._before(draft, self._events))
        draft.stance = stance
        return found

    def _before(self, draft: Draft, events: Iterable[Event]) -> list[Event]:
        """The events told in sentences before a statement's, the nearest first."""
        first = min([draft.start, *(a for a, _ in draft.content)])
        told = [(middle, e) for e in events if 0 <= (middle := _middle(e)) < first]
        return [e for _, e in sorted(told, key=lambda found: -found[0])]

    def _with_others(self, draft: Draft) -> list[Event]:
        """What those just before spoke of: "Oslo denied the report. Rome declined to comment."."""
        if not draft.antecedents:
            return []
        for other, about in reversed(self._known):
            if draft.sentence - other.sentence > _JUST_BEFORE:
                return []
            if other.stance in REACHING and about and other.sentence < draft.sentence:
                return about
        return []

    def _taken_up(self, draft: Draft, events: Sequence[Event]) -> list[Event]:
        """The events that "this" or "the charge" takes up: those of the nearest sentence that tells of any.

        What somebody was said to have done goes before what the report says itself, and the deed
        before the accusing. A charge is what somebody said: where its event is not known, none is.
        """
        for start, end in draft.antecedents:
            told = [(e, middle) for e in events if start <= (middle := _middle(e)) < end]
            if not told:
                continue
            said = [e for e, middle in told if any(d is not draft for d in self._spoken.at(middle))]
            if not said and draft.things and any(start <= d.cue.start < end for d in self._drafts):
                return []
            chosen = said or [e for e, _ in told]
            return [e for e in chosen if e.id not in self._cued] or chosen
        return []


def _middle(event: Event) -> float:
    place = trigger(event)
    return (place[0] + place[1] - 1) / 2 if place is not None else -1


def _same_deed(event: Event, other: Event) -> bool:
    """Whether two events are one deed told twice: same type, same sides, some of the same words."""
    if not set(event.event) & set(other.event) or codes(event.actor) != codes(other.actor):
        return False
    recipients = codes(event.recipient), codes(other.recipient)
    if all(recipients) and recipients[0] != recipients[1]:
        return False
    return bool(codes(event.actor)) and bool(words_of(event.event_text) & words_of(other.event_text))


def _elsewhere(draft: Draft, events: Iterable[Event], cues: Cues) -> list[Event]:
    """Events told elsewhere that a denial speaks of.

    They are between the parties that are spoken of, and of a type that the content's words speak of;
    of a type that goes with these words only where they are told with them ("turned down an *offer*").
    With two parties or more, an event whose sentence has a noun of the content will do as well, where
    no other fits. Who denies a charge denies that which was made against him.
    """
    own = codes(draft.mention.entities) if draft.mention is not None else set()
    parties = draft.parties or frozenset(own)
    if not parties:
        return []
    families = cues.families(set(draft.words))
    same = [e for e in events if _same_parties(parties, e) and not (draft.past and e.status == ("future",))]
    fitting = [e for e in same if any(fits(e, family) for family in families)]
    fitting = [e for e in fitting if e.event != ("ACCUSE",) or own & codes(e.recipient)]
    if len(parties) > 1 and not fitting:
        things = words_of(draft.things)
        return [e for e in same if things & words_of([e.text])]
    return fitting


def _same_parties(parties: frozenset[str], event: Event) -> bool:
    sides = codes((*event.actor, *event.recipient))
    if len(parties) > 1:
        return len(sides) > 1 and (sides == parties or sides < parties)
    return parties <= sides
