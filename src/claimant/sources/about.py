"""Statements as the record holds them, and the events that they are about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from claimant.record import Event, Excerpt, Span, Statement, TextInfo, codes, stable_id
from claimant.sources.cues import Cues, Family, load_cues
from claimant.sources.draft import REACHING, Draft, Spoken

_SHORTEST = 4  # letters of a word by which two tellings of a thing are known


def link(
    drafts: Sequence[Draft], events: Sequence[Event], *, report_id: str = "", cues: Cues | None = None
) -> list[Statement]:
    """The statements of a report, with the events that each is about.

    A statement is about the events told in its content. One that denies, doubts or knows nothing
    is also about events told elsewhere in the report with the same parties: "he was not aware of
    any co-operation between A and B" is about the offer of A to B ten paragraphs before.

    Args:
        drafts: What the reader found, in order.
        events: The report's events.
        report_id: The report's id, which the statements' ids depend on.
        cues: The cue table; the package's own if left out.
    """
    linker = _Linker(drafts, events, cues if cues is not None else load_cues())
    return [_statement(draft, linker.about(draft), report_id) for draft in drafts]


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
        if draft.stance not in REACHING or draft.refusal:
            return within  # "refused to leave" denies nothing
        told = {e.id for e in within}
        # what a source tells himself he does not deny
        others = [e for e in self._events if e.id not in told and not _his_own(draft, e)]
        if draft.antecedents:
            found = self._taken_up(draft, others) or _elsewhere(draft, others, self._cues)
        elif within and draft.clausal:
            found = [e for e in others if any(_same_deed(e, known) for known in within)]
        else:
            found = _elsewhere(draft, others, self._cues)
        return [*within, *found]

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


def _his_own(draft: Draft, event: Event) -> bool:
    """Whether an event is told by the very source that denies."""
    if not draft.sources or not event.sources:
        return False
    return event.sources[0].text.lower() == draft.sources[0].text.lower()


def _same_deed(event: Event, other: Event) -> bool:
    """Whether two events are one deed told twice: same type, same sides, some of the same words."""
    if not set(event.event) & set(other.event) or codes(event.actor) != codes(other.actor):
        return False
    recipients = codes(event.recipient), codes(other.recipient)
    if all(recipients) and recipients[0] != recipients[1]:
        return False
    return bool(codes(event.actor)) and bool(_words(event.event_text) & _words(other.event_text))


def _words(texts: Iterable[str]) -> set[str]:
    """The longer words of some texts, without a plural's end."""
    return {word.lower().rstrip("s") for text in texts for word in text.split() if len(word) >= _SHORTEST}


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
    fitting = [e for e in same if any(_fits(e, family) for family in families)]
    fitting = [e for e in fitting if e.event != ("ACCUSE",) or own & codes(e.recipient)]
    if len(parties) > 1 and not fitting:
        things = _words(draft.things)
        return [e for e in same if things & _words([e.text])]
    return fitting


def _fits(event: Event, family: Family) -> bool:
    types = set(event.event)
    if types & family.events:
        return True
    return bool(types & family.also) and bool(_words(family.words) & _words(event.event_text))


def _same_parties(parties: frozenset[str], event: Event) -> bool:
    sides = codes((*event.actor, *event.recipient))
    if len(parties) > 1:
        return len(sides) > 1 and (sides == parties or sides < parties)
    return parties <= sides
