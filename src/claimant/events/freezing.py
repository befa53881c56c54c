"""From a draft to an event of the record."""

from __future__ import annotations

from collections.abc import Sequence

from claimant.events.codebook import Codebook
from claimant.events.draft import EventDraft
from claimant.record import Entity, Event, Location, Reason, Report, Source, Status, TextInfo, stable_id

_ORDER = list(Status)


def freeze(
    draft: EventDraft,
    codebook: Codebook,
    *,
    report: Report,
    sources: Sequence[Source] = (),
    disputes: Sequence[str] = (),
    location: Location | None = None,
    why: Sequence[Reason] = (),
) -> Event:
    """The event that a draft tells of.

    A future CONSULT, SUPPORT, COOPERATE or AID becomes AGREE (PLOVER 1.3; ``cross_rules`` of the
    codebook). Events with no other status are actual.
    """
    statuses = set(draft.statuses)
    kind = draft.type
    reasons = [*draft.why, *why]
    if Status.FUTURE in statuses and Status.NEGATED not in statuses:
        turned = codebook.cross_rules.future_becomes.get(kind)
        if turned is not None:
            reasons.append(Reason(rule=f"codebook: a future {kind} is {turned}"))
            kind = turned
    if not statuses:
        statuses = {Status.ACTUAL}
    entry = codebook.type(kind)
    mode: tuple[str, ...] = ()
    if draft.mode and kind == draft.type:
        mode = tuple(sorted(draft.mode & {m.code for m in entry.modes}))
    if kind != draft.type and draft.type in codebook.cross_rules.future_mode:
        mode = (codebook.cross_rules.future_mode[draft.type],)
    evidence = draft.evidence
    sentence = draft.sentence
    text = report.text[sentence.start_char : sentence.end_char].rstrip()
    start, end = sentence.start_char, sentence.start_char + len(text)
    context = set(draft.context)
    if disputes:
        context.add("territory")
    return Event(
        id=stable_id(
            "e", report.id, kind, draft.trigger.idx, *(e.start for e in (*draft.actor, *draft.recipient))
        ),
        event=(kind,),
        mode=mode,
        context=tuple(sorted(context)),
        status=tuple(sorted(statuses, key=_ORDER.index)),
        date=draft.date,
        enddate=draft.enddate,
        date_precision=draft.precision,
        actor=_sided(draft.actor),
        recipient=_sided(draft.recipient),
        event_loc=location,
        dispute=tuple(sorted(disputes)),
        condition=draft.condition,
        quad_code=entry.quad_code,
        event_scale=entry.scale,
        event_text=(evidence.text,) if evidence is not None else (),
        text=text,
        text_info=TextInfo(sequence=draft.sequence, start=start, end=end),
        sources=tuple(sources),
        count=draft.count,
        confidence=_confidence(draft) if draft.confidence is None else round(draft.confidence, 2),
        why=tuple(reasons),
    )


def _sided(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    return tuple(entities)


def _confidence(draft: EventDraft) -> float:
    """How likely it is that the lexicon's type is right between these sides.

    The shares are measured: of events told by the lexicon between labelled sides in a third of the sentences
    of ``model/corpus`` (1,828 events), so many had the label's type. Where both sides are named in full by a
    word of politics it is most; less with a weak predicate, a noun, or a side carried over or missing.
    """
    doubts = (
        draft.frame.weak,
        draft.noun,
        not (draft.actor and draft.recipient) and not draft.mutual,
        any(e.code is None for e in (*draft.actor, *draft.recipient)),
        any(reason.rule.startswith("sides of") for reason in draft.why),
    )
    return (0.85, 0.74, 0.6)[min(sum(doubts), 2)]
