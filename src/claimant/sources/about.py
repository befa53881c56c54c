"""Statements as the record holds them, and the events that they are about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from claimant.record import Event, Excerpt, Span, Statement, TextInfo, codes, stable_id
from claimant.sources.cues import Cues, load_cues
from claimant.sources.draft import REACHING, Draft, Spoken


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
    table = cues if cues is not None else load_cues()
    spoken = Spoken(drafts)
    within: dict[int, list[Event]] = {}
    starts = [d.cue.start for d in drafts]
    cued: set[str] = set()
    for event in events:
        place = trigger(event)
        if place is None:
            continue
        for draft in spoken.at((place[0] + place[1] - 1) / 2):
            within.setdefault(id(draft), []).append(event)
        last = bisect_right(starts, place[0]) - 1
        if last >= 0 and place[0] < drafts[last].cue.end:
            cued.add(event.id)
    return [_statement(d, within.get(id(d), []), events, spoken, cued, report_id, table) for d in drafts]


def _statement(
    draft: Draft,
    within: list[Event],
    events: Sequence[Event],
    spoken: Spoken,
    cued: set[str],
    report_id: str,
    cues: Cues,
) -> Statement:
    about = list(within)
    if draft.stance in REACHING:
        told = {e.id for e in within}
        others = [e for e in events if e.id not in told]
        about += _taken_up(draft, others, spoken, cued) or _elsewhere(draft, others, cues)
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


def _taken_up(draft: Draft, events: Sequence[Event], spoken: Spoken, cued: set[str]) -> list[Event]:
    """The events that "this" or "the charge" takes up: those of the nearest sentence that tells of any.

    What somebody was said to have done goes before what the report says itself, and the deed
    before the accusing.
    """
    for start, end in draft.antecedents:
        told = [(e, middle) for e in events if start <= (middle := _middle(e)) < end]
        if told:
            said = [e for e, middle in told if any(d is not draft for d in spoken.at(middle))]
            chosen = said or [e for e, _ in told]
            return [e for e in chosen if e.id not in cued] or chosen
    return []


def _middle(event: Event) -> float:
    place = trigger(event)
    return (place[0] + place[1] - 1) / 2 if place is not None else -1


def _elsewhere(draft: Draft, events: Iterable[Event], cues: Cues) -> list[Event]:
    """Events told elsewhere that a denial speaks of.

    With two parties or more, these must be the event's; among such events, those whose type the
    content's words speak of, or all, where they speak of none. With one party, the words decide.
    """
    parties = draft.parties
    if not parties and draft.mention is not None:
        parties = frozenset(codes(draft.mention.entities))
    if not parties:
        return []
    types = cues.families(set(draft.words))
    same = [e for e in events if _same_parties(parties, e)]
    fitting = [e for e in same if set(e.event) & types]
    if len(parties) > 1:
        return fitting or same
    return fitting


def _same_parties(parties: frozenset[str], event: Event) -> bool:
    sides = codes((*event.actor, *event.recipient))
    if len(parties) > 1:
        return len(sides) > 1 and (sides == parties or sides < parties)
    return parties <= sides
