"""What a statement answers: events told before, in other words and by others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimant.record import Event, Stance, Status, codes
from claimant.sources.cues import Cues, Family
from claimant.sources.draft import Draft
from claimant.tables import word_list

_SHORTEST = 4  # letters of a stem by which two tellings of a thing are known
_JUST_TOLD = 2  # sentences
_GRAVE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN", "SANCTION"})
_NOT_YET = frozenset({Status.NEGATED, Status.FUTURE, Status.CONDITIONAL})
_ENDINGS = sorted(word_list("sources", "endings"), key=lambda ending: (-len(ending), ending))


def named(draft: Draft, events: Sequence[Event], cues: Cues) -> list[Event]:
    """The events told before that a denial names by a noun: "confirmed the landing", "no such proposal".

    Args:
        draft: A statement that reaches beyond its content.
        events: The events told before it, the nearest first.
        cues: The cue table, whose families say what types a noun speaks of.
    """
    if not draft.things or draft.clausal:
        return []
    families = cues.families(set(draft.things))
    stems = words_of(draft.things)
    for event in events:
        sides = codes((*event.actor, *event.recipient))
        if draft.parties and not draft.parties & sides and not sides_of(draft) & codes(event.actor):
            continue
        told = words_of(event.event_text) | words_of(r.text for r in event.why[:1])
        if stems & told or any(fits(event, family) for family in families):
            sentence = event.text_info
            return [e for e in events if e.text_info == sentence and set(e.event) & set(event.event)]
    return []


def answered(draft: Draft, within: Sequence[Event], events: Sequence[Event]) -> tuple[Stance, list[Event]]:
    """How a side stands to what others told before of it, and which events these are.

    Who says that nothing of the kind was done denies what his side was said to have done or suffered: "the
    air force had flown no sorties". Who tells the same deed of his side confirms it: "said it had fired
    because the ship ignored an order". Anybody else who tells it again only asserts it.

    Args:
        draft: A statement that asserts something.
        within: The events that its content tells.
        events: The events told before it, the nearest first.
    """
    own = sides_of(draft)
    others = [e for e in events if not his_own(draft, e) and not _NOT_YET & set(e.status)]
    again = [e for e in others if any(_one_deed(e, w) for w in within)]
    others = [e for e in others if own & codes((*e.actor, *e.recipient)) and e.event != ("ACCUSE",)]
    said = [e for e in others if e.sources and e.sources[0].country_code not in own] or others
    if not said:
        return draft.stance, again
    if draft.negated:
        first = next((e for e in said if set(e.event) & _GRAVE), said[0])
        return Stance.DENIES, [e for e in others if _same_telling(e, first)]
    mine = [e for e in others if own & codes(e.actor)]
    verbs = words_of(draft.words)
    same = [e for e in mine if e in again or verbs & words_of(e.event_text)]
    if draft.indeed and not same:
        same = [e for e in others if _same_telling(e, said[0])]
    return (Stance.CONFIRMS, same) if same else (draft.stance, again)


def confirmed(draft: Draft, events: Sequence[Event]) -> list[Event]:
    """What somebody confirms in words that tell of no event: "confirmed that the guns had fallen silent".

    That is what was told last, within the two sentences before, if his side has a part in it or no other
    side is named.
    """
    if (
        not events
        or events[0].text_info is None
        or draft.sentence - events[0].text_info.sequence > _JUST_TOLD
    ):
        return []
    sides = codes((*events[0].actor, *events[0].recipient))
    if not sides & sides_of(draft) and draft.parties - sides:
        return []
    return [e for e in events if e.text_info == events[0].text_info]


def sides_of(draft: Draft) -> set[str]:
    """The codes of the side that a statement's nearest source speaks for."""
    own = codes(draft.mention.entities) if draft.mention is not None else set()
    return own | {s.country_code for s in draft.sources[:1] if s.country_code}


def _same_telling(event: Event, other: Event) -> bool:
    """Whether two events stand in one sentence, or are of one type and one actor."""
    return event.text_info == other.text_info or _one_deed(event, other)


def _one_deed(event: Event, other: Event) -> bool:
    """Whether two events may be one deed told twice: same type, same known actor, done or not."""
    done = bool(_NOT_YET & set(event.status)) == bool(_NOT_YET & set(other.status))
    sides = codes(event.actor)
    return done and bool(sides) and bool(set(event.event) & set(other.event)) and sides == codes(other.actor)


def his_own(draft: Draft, event: Event) -> bool:
    """Whether an event is told by the very source of a statement."""
    if not draft.sources or not event.sources:
        return False
    return event.sources[0].text.lower() == draft.sources[0].text.lower()


def fits(event: Event, family: Family) -> bool:
    """Whether an event is of a type that a family of words speaks of, or is told with one of them."""
    types = set(event.event)
    if types & family.events:
        return True
    return bool(types & family.also) and bool(words_of(family.words) & words_of(event.event_text))


def words_of(texts: Iterable[str]) -> set[str]:
    """The stems of the longer words of some texts.

    >>> sorted(words_of(["offered a proposal", "the shelling"])), words_of(["proposed"])
    (['offer', 'propos', 'shell'], {'propos'})
    """
    words = (w.lower().strip(".,;:'’\"") for text in texts for w in text.split())
    return {_stem(w) for w in words if len(w) >= _SHORTEST}


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e")
