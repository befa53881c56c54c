"""How many of the facts of a report's gold file its record has right.

``python tests/quality/facts.py`` prints a line an example; with ``--table``, each wrong fact below it.

A gold event is looked for in the events of the sentence that its evidence names; the best one counts.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimant.reader import Reader
from claimant.record import Entity, Event, Record, Source
from claimant.reports.inputs import reports

EXAMPLES = Path(__file__).parents[2] / "examples"
Gold = dict[str, Any]


@dataclass
class Tally:
    """What is right of one report, and what is wrong."""

    name: str
    right: int = 0
    total: int = 0
    forbidden: int = 0
    wrong: list[str] = field(default_factory=list)

    def count(self, fact: str, missing: list[str]) -> None:
        """Count a fact as right if nothing of it is missing."""
        self.total += 1
        self.right += not missing
        if missing:
            self.wrong.append(f"{fact}: {', '.join(missing)}")


def codes(entities: tuple[Entity, ...]) -> set[str]:
    """The codes of one side."""
    return {e.code for e in entities if e.code}


def _evidence(text: str, gold: Gold) -> bool:
    wanted = [gold["evidence_contains"]] if "evidence_contains" in gold else gold.get("evidence_any")
    return wanted is None or any(w.lower() in text.lower() for w in wanted)


def _sides(event: Event, gold: Gold) -> bool:
    actor, recipient = codes(event.actor), codes(event.recipient)
    who, whom = set(gold.get("actor", ())), set(gold.get("recipient", ()))
    if gold.get("either_order"):
        return who | whom <= actor | recipient
    if gold.get("actor_any"):
        return bool(actor & who) and whom <= recipient
    return actor == who and whom <= recipient


def _sources(chain: tuple[Source, ...], gold: Gold) -> bool:
    texts = [s.text.lower() for s in chain]
    named = any(w.lower() in t for w in gold.get("source_any", ()) for t in texts) or "source_any" not in gold
    return named and (not gold.get("source_unnamed") or any(not s.named for s in chain))


def _dated(event: Event, gold: Gold) -> bool:
    start, end = event.date or "", event.enddate or event.date or ""
    low, high = gold["date_from"], gold["date_to"]
    return bool(start) and start[: len(low)] >= low and end[: len(high)] <= high


def _fields(event: Event, gold: Gold) -> Iterator[tuple[str, bool]]:
    yield "event", bool(set(gold["event"]) & set(event.event))
    yield "sides", _sides(event, gold)
    if "status" in gold:
        yield "status", bool(set(gold["status"]) & set(event.status))
    if "mode" in gold:
        yield "mode", bool(set(gold["mode"]) & set(event.mode))
    if "sector" in gold:
        yield "sector", bool(set(gold["sector"]) & {e.sector for e in event.actor})
    if "date_from" in gold:
        yield "date", _dated(event, gold)
    if "dispute" in gold:
        yield "dispute", set(gold["dispute"]) <= set(event.dispute)
    if gold.get("conditional"):
        yield "condition", event.condition is not None
    if "place_contains" in gold:
        place = event.event_loc.model_dump_json() if event.event_loc else ""
        yield "place", gold["place_contains"].lower() in place.lower()
    if "source_any" in gold or gold.get("source_unnamed"):
        yield "source", _sources(event.sources, gold)


def _best(events: list[Event], gold: Gold) -> list[str]:
    tried = [dict(_fields(e, gold)) for e in events if _evidence(e.text, gold)]
    if not tried:
        return ["not said"]
    best = max(tried, key=lambda t: (t["event"], t["sides"], sum(t.values())))
    return [name for name, right in best.items() if not right]


def _said(event: Event, ban: Gold) -> bool:
    if not _evidence(event.text, ban) or not set(ban["event"]) & set(event.event):
        return False
    if "status" in ban and not set(ban["status"]) & set(event.status):
        return False
    if "actor_sector" in ban:
        return ban["actor_sector"] in {e.sector for e in event.actor}
    return _sides(event, ban)


def tally(name: str, record: Record, gold: Gold) -> Tally:
    """Compare a record with its gold facts."""
    result = Tally(name)
    report, events = gold.get("report", {}), list(record.events)
    for key in ("published", "updated"):
        if key in report:
            given = getattr(record.report, key) or ""
            result.count(key, [] if given.startswith(report[key]) else [repr(given)])
    if "title_contains" in report:
        title = (record.report.title or "").lower()
        result.count("title", [] if report["title_contains"].lower() in title else [title])
    for word in report.get("body_must_not_contain", ()):
        result.count(f"body without {word}", [word] if word in record.report.text else [])
    for want in gold.get("events", ()):
        result.count(f"event {want['id']}", _best(events, want))
    for want in gold.get("positions", ()):
        found = any(
            p.dispute == want["dispute"]
            and p.position == want["position"]
            and p.party.code == want["party"]
            and ("name" not in want or want["name"].lower().rstrip("s") in (p.name or "").lower())
            and _sources(p.sources, want)
            for p in record.positions
        )
        result.count(f"position {want['id']}", [] if found else ["not said"])
    for want in gold.get("denials", ()):
        found = any(
            s.stance in want["stance"] and s.about and _sources(s.sources, want) for s in record.statements
        )
        result.count(f"denial {want['id']}", [] if found else ["not said"])
    for ban in gold.get("must_not", ()):
        if any(_said(e, ban) for e in events):
            result.forbidden += 1
            result.wrong.append(f"FORBIDDEN {ban['id']}: {ban['why']}")
    return result


def tallies(reader: Reader, folder: Path = EXAMPLES) -> list[Tally]:
    """The tallies of all examples, in the order of their names."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        gold = json.loads(path.read_text(encoding="utf-8"))
        problems: list[object] = []
        [report] = reports([path.with_name(f"{name}.txt")], on_problem=problems.append)
        assert not problems
        found.append(tally(name, reader.read(report), gold))
    return found


def table(found: list[Tally], *, wrong: bool = True) -> str:
    """A line an example, the sum last; ``wrong`` lists the facts that are."""
    lines = []
    for one in found:
        lines.append(f"{one.name:32} {one.right:3}/{one.total:<3} forbidden {one.forbidden}")
        lines += [f"    {line}" for line in one.wrong if wrong]
    right, total = sum(t.right for t in found), sum(t.total for t in found)
    share, said = right / total, sum(t.forbidden for t in found)
    lines.append(f"{'facts right':32} {right:3}/{total:<3} forbidden {said}  ({share:.1%})")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", action="store_true", help="list the wrong facts too")
    print(table(tallies(Reader()), wrong=parser.parse_args().table))
