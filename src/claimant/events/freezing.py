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
    """How sure the rules are: a rough figure until the pair model gives a calibrated one.

    Both sides named in full by the sentence weigh most; a weak predicate or a side carried over from
    another sentence weighs less.
    """
    value = 0.9
    if draft.frame.weak:
        value -= 0.15
    if draft.noun:
        value -= 0.1
    if not (draft.actor and draft.recipient) and not draft.mutual:
        value -= 0.1
    if any(e.code is None for e in (*draft.actor, *draft.recipient)):
        value -= 0.1
    if any(reason.rule.startswith("sides of") for reason in draft.why):
        value -= 0.15
    return round(max(value, 0.3), 2)
