"""Who says what, against what is wanted: the verdict on one text of ``said_sentences`` and ``said_reports``.

An entry has an ``id``, a ``text`` (and ``published``), and

- ``statements``: each its ``content`` (its main stretch), ``cue`` (a word of it will do), ``chain`` (the
  phrases that name the sources, nearest to the content first) and ``stance``; perhaps ``kinds`` and ``named``
  (one a link) and ``anonymity`` (the words that give the reason);
- ``none``: words that look like a statement and are none;
- ``same``: short forms and pronouns, and whom they mean;
- ``events``: by a name, ``evidence`` (words), ``event`` (PLOVER types of which one is right), ``actor``;
- ``about``: which source with which stance speaks of which event; ``denied``: who asserts and who denies an
  event; ``independent``: how many independent sources tell it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from claimant.record import Event, Record, Source, Statement, codes
from claimant.sources import contested, independent, tellings

Entry = dict[str, Any]
Range = tuple[int, int]
PARTS = ("statement", "stance", "chain", "none", "anonymity", "about", "denied", "independent")
# What a reader of news calls a source of one of the record's kinds.
KINDS = {
    "diplomat": "official", "body": "official", "state": "official", "organisation": "official",
    "report": "outlet", "journalist": "outlet", "group": "armed-group",
}  # fmt: skip


@dataclass
class Verdict:
    """What is right and what is wrong with the record of one text."""

    entry: Entry
    parts: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def right(self) -> bool:
        return not self.wrong

    @property
    def odd(self) -> bool:
        """Whether its number is odd: these were looked at, the even ones were not."""
        return int(self.entry["id"].split("-")[-1]) % 2 == 1

    def note(self, part: str, right: bool, what: str, counts: bool = True) -> None:
        self.parts[part].append(right)
        if not right and counts:
            self.wrong.append(f"{part}: {what}")


class Judge:
    """Compares one record with its entry."""

    def __init__(self, entry: Entry, record: Record) -> None:
        self.entry, self.record = entry, record
        self.text = record.report.text
        self.same: dict[str, str] = entry.get("same") or {}
        self.verdict = Verdict(entry, said=[self.shown(s) for s in record.statements])

    def judge(self) -> Verdict:
        for want in self.entry.get("statements") or ():
            self.statement(want)
        for words in self.entry.get("none") or ():
            self.none(words)
        for want in self.entry.get("about") or ():
            self.verdict.note("about", self.about(want), f"{want['source']} {want['stance']} {want['event']}")
        for want in self.entry.get("denied") or ():
            self.verdict.note("denied", self.denied(want), f"{want['event']} by {want['by']}")
        for want in self.entry.get("independent") or ():
            events = self.all_of(want["event"])
            found = independent(tellings(self.record, {e.id for e in events}))
            what = f"{want['event']}: {want['sources']}, not {len(found)} {[o.name for o in found]}"
            self.verdict.note("independent", len(found) == want["sources"], what)
        return self.verdict

    def statement(self, want: Entry) -> None:
        """Whether a wanted statement is said, with its stance and chain."""
        note = self.verdict.note
        found = [s for s in self.record.statements if self.holds(s, want)]
        note("statement", bool(found), f"“{want['content']}”")
        if not found:
            return
        standing = [s for s in found if s.stance == want["stance"]]
        note(
            "stance",
            bool(standing),
            f"{want['stance']}, not {'/'.join(s.stance for s in found)}: {want['content']}",
        )
        chained = [s for s in standing or found if self.chain(s.sources, want["chain"])]
        chains = " or ".join(" < ".join(x.text for x in s.sources) for s in standing or found)
        note("chain", bool(chained), f"{' < '.join(want['chain'])}, not {chains}")
        for one in chained[:1]:
            if want.get("anonymity"):
                given = [x.anonymity for x in one.sources if x.anonymity]
                fits = any(g in want["anonymity"] or want["anonymity"] in g for g in given)
                note("anonymity", fits, f"“{want['anonymity']}”, not {given}")
            for source, named in zip(one.sources, want.get("named") or (), strict=False):
                note("named", source.named is named, source.text, counts=False)
            for source, kind in zip(one.sources, want.get("kinds") or (), strict=False):
                note("kind", kind in (source.kind, KINDS.get(source.kind)), source.text, counts=False)

    def holds(self, statement: Statement, want: Entry) -> bool:
        """Whether a statement's content is the wanted one for the most part."""
        spans = [(c.start, c.end) for c in statement.content]
        if not spans:  # "declined to comment"
            spans = [(statement.cue.start, statement.cue.end)] if statement.cue else []
            return any(overlap(spans, [place]) for place in self.places(want["cue"]))
        size = sum(b - a for a, b in spans)
        return any(
            overlap(spans, [place]) >= max(0.5 * (place[1] - place[0]), 0.25 * size)
            for place in self.places(want["content"])
        )

    def chain(self, sources: Iterable[Source], wanted: list[str]) -> bool:
        links = list(sources)
        return len(links) == len(wanted) and all(self.is_he(s, w) for s, w in zip(links, wanted, strict=True))

    def is_he(self, source: Source, name: str) -> bool:
        """Whether a link is the one of a name, by overlapping words or by what a short form means."""
        meant = self.same.get(name, name)
        names = {name, meant, *(short for short, full in self.same.items() if full == meant)}
        places = [place for n in names for place in self.places(n)]
        own = [(source.start, source.end)] if source.start is not None and source.end is not None else []
        return bool(overlap(own, places)) or source.text.lower() in {n.lower() for n in names}

    def none(self, words: str) -> None:
        """Whether nothing is said to be a statement that is none."""
        places = self.places(words)
        wanted = list(self.entry.get("statements") or ())
        wrong = [
            s
            for s in self.record.statements
            if ((s.cue and overlap([(s.cue.start, s.cue.end)], places)) or self.within(s, places))
            and not any(self.holds(s, w) for w in wanted)
        ]
        self.verdict.note("none", not wrong, f"“{words}” {[self.shown(s) for s in wrong]}")

    def within(self, statement: Statement, places: list[Range]) -> bool:
        """Whether a statement's content is those words for the most part, not a longer stretch."""
        spans = [(c.start, c.end) for c in statement.content]
        sizes = [b - a for a, b in places] + [sum(b - a for a, b in spans)]
        return 2 * overlap(spans, places) > max(sizes)

    def events(self, name: str) -> list[Event]:
        """The events that are the one of a name."""
        want = self.entry["events"][name]
        return [
            e for e in self.record.events if self.fits(e, want) and want["evidence"] in one_line(self.text, e)
        ]

    def fits(self, event: Event, want: Entry) -> bool:
        return bool(set(event.event) & set(want["event"])) and (
            not want.get("actor") or want["actor"] in codes((*event.actor, *event.recipient))
        )

    def all_of(self, name: str) -> list[Event]:
        """The same, and what else tells it: events of the same type between the same sides."""
        found = self.events(name)
        more = [
            e
            for e in self.record.events
            if any(e.event == f.event and codes(e.actor) == codes(f.actor) for f in found) and e not in found
        ]
        return [*found, *more]

    def about(self, want: Entry) -> bool:
        ids = {e.id for e in self.events(want["event"])}
        return any(
            s.stance == want["stance"]
            and ids & set(s.about)
            and any(self.is_he(x, want["source"]) for x in s.sources)
            for s in self.record.statements
        )

    def denied(self, want: Entry) -> bool:
        ids = {e.id for e in self.events(want["event"])}
        for one in contested(self.record):
            chains = [*one.asserting, *(s.sources for s in one.confirming)]
            asserted = want.get("asserted")
            if (
                one.event.id in ids
                and (not asserted or any(self.is_he(x, asserted) for chain in chains for x in chain))
                and any(self.is_he(x, want["by"]) for s in one.against for x in s.sources)
            ):
                return True
        return False

    def places(self, words: str) -> list[Range]:
        """Where words stand in the text."""
        edges = r"(?<!\w)", r"(?!\w)"
        found = re.finditer(edges[0] + re.escape(words) + edges[1], self.text)
        return [m.span() for m in found] or [m.span() for m in re.finditer(re.escape(words), self.text)]

    def shown(self, s: Statement) -> str:
        content = " … ".join(self.text[c.start : c.end] for c in s.content)
        return (
            f"{s.stance} [{' < '.join(x.text for x in s.sources)}] {s.cue.text if s.cue else ''}: “{content}”"
        )


def overlap(spans: Iterable[Range], others: Iterable[Range]) -> int:
    """How many characters lie in both."""
    mine = {i for a, b in spans for i in range(a, b)}
    return len(mine & {i for a, b in others for i in range(a, b)})


def one_line(text: str, event: Event) -> str:
    """The sentence of an event."""
    return text[event.text_info.start : event.text_info.end] if event.text_info else event.text


def judge(entry: Entry, record: Record) -> Verdict:
    return Judge(entry, record).judge()


def share(rights: Iterable[bool]) -> tuple[int, int]:
    found = list(rights)
    return sum(found), len(found)


def table(found: list[Verdict]) -> Iterator[str]:
    """How many texts are right, by halves, and how many parts of each kind."""
    halves = {"all": found, "odd": [v for v in found if v.odd], "even": [v for v in found if not v.odd]}
    yield f"{'':14}" + "".join(f"{name:>20}" for name in halves)
    for row in ("texts", *PARTS, "named", "kind"):
        cells = []
        for verdicts in halves.values():
            parts = (
                [v.right for v in verdicts] if row == "texts" else [r for v in verdicts for r in v.parts[row]]
            )
            right, of = share(parts)
            cells.append(f"{right:>5} of {of:>4} {100 * right / of:5.1f}" if of else "")
        if any(cells):
            yield f"{row:14}" + "".join(f"{cell:>20}" for cell in cells)
