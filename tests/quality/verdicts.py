"""What was said of a short report, against what is wanted: the verdict on one entry.

The form of an entry is told at the top of ``sentences.yaml`` and ``same_kind.yaml``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from claimant.record import Entity, Event, Record, Source

NOTHING = "nothing-political"

Entry = dict[str, Any]


def held(entities: Iterable[Entity]) -> set[str]:
    """What a side holds: codes, and sectors as ``sector:MIL``."""
    return {w for e in entities for w in (e.code or "", f"sector:{e.sector}" if e.sector else "") if w}


def holds(wanted: Iterable[str], have: set[str]) -> bool:
    """Whether every wanted member of a side is there; ``A|B`` wants either."""
    return all(have.intersection(member.split("|")) for member in wanted)


def sides_right(want: Entry, event: Event) -> bool:
    """Whether the right ones act on the right ones; an actor more than those wanted is wrong."""
    actors, recipients = want.get("actor", ()), want.get("recipient", ())
    actor, recipient = held(event.actor), held(event.recipient)
    if want.get("either_order"):
        return holds([*actors, *recipients], actor | recipient)
    allowed = {name for member in actors for name in member.split("|")}
    # where a sector will do, no code is known that another could be told from
    strict = bool(allowed) and not any(name.startswith("sector:") for name in allowed)
    more = {name for name in actor - allowed if not name.startswith("sector:")} if strict else set()
    return holds(actors, actor) and holds(recipients, recipient) and not more


def date_right(want: str, event: Event) -> bool:
    """Whether the event's dates lie within ``want``: a TIMEX3 day, month or year, or ``from/to``."""
    first, _, last = want.partition("/")
    last = last or first
    start, end = event.date or "", event.enddate or event.date or ""
    return bool(start) and start[: len(first)] >= first and end[: len(last)] <= last


def sources_right(want: str | list[str], chain: Iterable[Source]) -> bool:
    """Whether the wanted links are in the chain, nearest to the content first; ``a|b`` wants either."""
    links = iter([link.text.lower() for link in chain])
    wanted = [want] if isinstance(want, str) else want
    return all(any(any(w in link for w in name.lower().split("|")) for link in links) for name in wanted)


def place_right(want: str, event: Event) -> bool:
    where = event.event_loc
    return where is not None and want.lower() in f"{where.extracted_place} {where.resolved_place}".lower()


def wrong_fields(want: Entry, event: Event) -> list[str]:
    """The fields of an event that are not as wanted, the gravest first."""
    checks = {
        "event": bool(set(want["event"]) & set(event.event)),
        "sides": sides_right(want, event),
        "status": "status" not in want or bool(set(want["status"]) & set(event.status)),
        "date": "date" not in want or date_right(want["date"], event),
        "source": "source" not in want or sources_right(want["source"], event.sources),
        "place": "place" not in want or place_right(want["place"], event),
        "dispute": set(want.get("dispute", ())) <= set(event.dispute),
    }
    return [name for name, right in checks.items() if not right]


def stands_in(evidence: str | None, sentence: str) -> bool:
    """Whether a sentence is the one that the evidence names."""
    return evidence is None or evidence.lower() in " ".join(sentence.split()).lower()


def is_said(ban: Entry, event: Event) -> bool:
    """Whether an event is what must not be said; others may take part in it besides."""
    return (
        ("event" not in ban or bool(set(ban["event"]) & set(event.event)))
        and ("status" not in ban or bool(set(ban["status"]) & set(event.status)))
        and stands_in(ban.get("evidence"), event.text)
        and holds(ban.get("actor", ()), held(event.actor))
        and holds(ban.get("recipient", ()), held(event.recipient))
    )


def position_found(want: Entry, record: Record) -> bool:
    return any(
        (p.party.code, p.dispute, p.position) == (want["party"], want["dispute"], want["position"])
        and want.get("name", "").lower() in (p.name or "").lower()
        and ("source" not in want or sources_right(want["source"], p.sources))
        for p in record.positions
    )


def denial_found(want: Entry, record: Record) -> bool:
    return any(
        s.stance in want["stance"]
        and stands_in(want.get("evidence"), s.text)
        and ("source" not in want or sources_right(want["source"], s.sources))
        for s in record.statements
    )


def shown(event: Event) -> str:
    """An event on one line, for the table."""
    actor, recipient = (
        ",".join(e.code or e.sector or e.entity_text or "?" for e in side) or "?"
        for side in (event.actor, event.recipient)
    )
    chain = f" according to {' < '.join(s.text for s in event.sources)}" if event.sources else ""
    when = f" on {event.date}" if event.date else ""
    return f"{'/'.join(event.event)} {actor} → {recipient} ({', '.join(event.status)}){when}{chain}"


@dataclass(frozen=True)
class Verdict:
    """What is wrong with the record of one entry: nothing, when it is right."""

    entry: Entry
    missing: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    said: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        return not self.missing and not self.forbidden


def judge(entry: Entry, record: Record) -> Verdict:
    """The verdict on the record of an entry's text."""
    missing = []
    for want in entry["events"]:
        tries = [wrong_fields(want, e) for e in record.events if stands_in(want.get("evidence"), e.text)]
        nearest = min(tries, key=lambda w: ("event" in w, "sides" in w, len(w)), default=["not said"])
        if nearest and not want.get("optional"):
            missing.append(f"{'/'.join(want['event'])} “{want.get('evidence', '')}”: {', '.join(nearest)}")
    for want in entry.get("positions", ()):
        if not position_found(want, record):
            what = f"position: {want['party']} {want['position']} {want['dispute']}"
            missing.append(f"{what} “{want['name']}”" if "name" in want else what)
    for want in entry.get("denials", ()):
        if not denial_found(want, record):
            missing.append(f"statement: {'/'.join(want['stance'])} by {want.get('source', 'anybody')}")
    if entry["phenomenon"] == NOTHING and record.events:
        missing.append("silence")
    forbidden = [shown(e) for e in record.events if any(is_said(ban, e) for ban in entry.get("never", ()))]
    return Verdict(entry, tuple(missing), tuple(forbidden), tuple(map(shown, record.events)))


def shares(found: Iterable[Verdict]) -> dict[str, tuple[int, int]]:
    """How many are right, and of how many, by phenomenon; ``overall`` last."""
    tally: dict[str, list[bool]] = defaultdict(list)
    for verdict in found:
        tally[verdict.entry["phenomenon"]].append(verdict.right)
    tally["overall"] = [right for rights in list(tally.values()) for right in rights]
    return {name: (sum(rights), len(rights)) for name, rights in tally.items()}


def false_actual(found: Iterable[Verdict]) -> int:
    """How many events are said that must not be."""
    return sum(len(verdict.forbidden) for verdict in found)


def under_floors(found: list[Verdict], floors: dict[str, Any]) -> list[str]:
    """What lies under its floor, in words."""
    reached = shares(found)
    wanted = {"overall": floors["overall"], **floors.get("phenomena", {})}
    under = [
        f"{name}: {reached[name][0]}/{reached[name][1]} right, floor {floor:.0%}"
        for name, floor in wanted.items()
        if reached[name][0] < floor * reached[name][1] - 1e-9
    ]
    if false_actual(found) > floors["false_actual"]:
        under.append(f"false_actual: {false_actual(found)}, at most {floors['false_actual']}")
    return under


def table(found: list[Verdict], *, verbose: bool = True) -> str:
    """The wrong ones with the reasons, then the shares; ``verbose`` tells what was said instead."""
    lines = []
    for verdict in found:
        if verdict.right:
            continue
        lines.append(f"{verdict.entry['id']}: {verdict.entry['text']}")
        lines += [f"    wanted   {what}" for what in verdict.missing]
        lines += [f"    FALSE    {what}" for what in verdict.forbidden]
        if verbose:
            lines += [f"    said     {what}" for what in verdict.said or ("nothing",)]
    lines += [f"{name:26} {right:3}/{of:3} {right / of:7.1%}" for name, (right, of) in shares(found).items()]
    return "\n".join([*lines, f"{'false_actual':26} {false_actual(found):3}"])
