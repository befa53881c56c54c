"""A record as a page that a person wants to read in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimant.disputes import Disputes, load_disputes
from claimant.formats.both_sides import both_sides
from claimant.formats.words import chain_of, people, plain
from claimant.record import (
    Event,
    Position,
    PositionKind,
    Reason,
    Record,
    Status,
)

_STYLE = {
    Status.ACTUAL: "bold",
    Status.HISTORICAL: "dim",
    Status.FUTURE: "cyan",
    Status.HYPOTHETICAL: "yellow",
    Status.CONDITIONAL: "yellow",
    Status.NEGATED: "red",
}
_VERBS = {
    PositionKind.CLAIMS: "claims",
    PositionKind.CONTROLS: "controls",
    PositionKind.CALLS: "calls",
    PositionKind.RECOGNISES: "recognises",
    PositionKind.REJECTS_CLAIM: "rejects the other's claim to",
    PositionKind.DENIES_DISPUTE: "says there is no dispute about",
    PositionKind.SETTLE_BILATERALLY: "wants settled between the two:",
    PositionKind.ARBITRATE: "wants arbitrated:",
    PositionKind.NEUTRAL: "takes no side about",
}


def render_record(
    record: Record, console: Console, *, explain: bool = False, viewpoint: str = "neutral"
) -> None:
    """Print a record: the report's head, its events, positions, and who says otherwise.

    Args:
        record: The record.
        console: Where to print; its width decides how the table is set.
        explain: Whether to give, below each fact, the rule and the words that it rests on.
        viewpoint: Whose names disputed places have: ``neutral`` or a party's code.
    """
    disputes = load_disputes()
    parts: list[RenderableType] = [_head(record)]
    if record.events:
        parts.append(_events(record.events, disputes, viewpoint, wide=console.width >= 100))
    else:
        parts.append(Text("No event of international politics is told.", style="italic"))
    if record.positions:
        parts.append(_positions(record.positions, disputes, viewpoint))
    parts += both_sides(record)
    if explain:
        parts.append(_reasons(record))
    console.print(Group(*parts))
    console.print()


def _head(record: Record) -> RenderableType:
    report = record.report
    title = Text(plain(report.title or _first_words(report.text)), style="bold underline")
    facts = [report.publisher, report.dateline_place]
    if report.published:
        facts.append(f"published {report.published.replace('T', ' ')}")
    if report.updated:
        facts.append(f"updated {report.updated.replace('T', ' ')}")
    facts.append(report.id)
    return Group(title, Text(plain("  ·  ".join(f for f in facts if f)), style="dim"), Text(""))


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:10]) + (" …" if len(words) > 10 else "")


def _events(events: Sequence[Event], disputes: Disputes, viewpoint: str, *, wide: bool) -> RenderableType:
    # where seven columns do not fit, what an event is about stands below what was done
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, collapse_padding=True)
    table.add_column("#", style="dim", no_wrap=True)
    table.add_column("when", no_wrap=True)
    table.add_column("who → whom", ratio=4, overflow="fold")
    table.add_column("what", ratio=5, overflow="fold")
    table.add_column("status", no_wrap=True)
    if wide:
        table.add_column("about", ratio=4, overflow="fold")
    table.add_column("according to", ratio=4, overflow="fold")
    for number, event in enumerate(events, 1):
        about = ", ".join(disputes[d].display_name(viewpoint) for d in event.dispute if d in disputes)
        what = _what(event)
        if about and not wide:
            what.append(f"\nabout {about}", style="dim")
        cells: list[RenderableType] = [str(number), _when(event), _sides(event), what, _status(event)]
        cells += [Text(about)] if wide else []
        table.add_row(*cells, escape(chain_of(event.sources)))
    return table


def _when(event: Event) -> str:
    if not event.date:
        return "—"
    if event.enddate and event.enddate != event.date:
        return f"{event.date} –\n{event.enddate}"
    return event.date


def _sides(event: Event) -> Text:
    text = Text(people(event.actor) or "—")
    if event.recipient:
        text.append(" → ", style="dim")
        text.append(people(event.recipient))
    return text


def _what(event: Event) -> Text:
    text = Text(event.event[0], style="bold")
    if event.mode:
        text.append(f" ({', '.join(event.mode)})")
    if event.count:
        text.append(f" ×{event.count}")
    if event.event_text:
        text.append(f"\n{plain('; '.join(event.event_text))}", style="italic")
    if event.event_loc is not None:
        text.append(
            f"\nin {plain(event.event_loc.resolved_place or event.event_loc.extracted_place)}", style="dim"
        )
    if event.condition is not None:
        text.append(f"\non condition: {plain(event.condition.text)}", style="yellow")
    return text


def _status(event: Event) -> Text:
    text = Text()
    for i, status in enumerate(event.status):
        text.append(",\n" if i else "")
        text.append(str(status), style=_STYLE[status])
    return text


def _positions(positions: Sequence[Position], disputes: Disputes, viewpoint: str) -> RenderableType:
    lines: list[RenderableType] = [Text("Positions", style="bold")]
    for position in positions:
        party = position.party.identifier_text or position.party.entity_text or position.party.code or "?"
        place = (
            disputes[position.dispute].display_name(viewpoint)
            if position.dispute in disputes
            else position.dispute
        )
        line = Text("• ")
        line.append(plain(f"{party} ({position.party.code})"), style="bold")
        line.append(f" {_VERBS[position.position]} {place}")
        if position.name:
            line.append(f' "{plain(position.name)}"')
        if position.sources:
            line.append(" — " + " ← ".join(plain(s.text) for s in position.sources), style="dim")
        lines.append(Padding(line, (0, 0, 0, 2)))
    lines.append(Text(""))
    return Group(*lines)


def _reasons(record: Record) -> RenderableType:
    lines: list[RenderableType] = [Text("Why each fact is said", style="bold")]

    def give(label: str, why: Sequence[Reason]) -> None:
        lines.append(Padding(Text(plain(label), style="bold"), (0, 0, 0, 2)))
        for reason in why:
            words = (
                f"  “{plain(reason.text)}” at {reason.start}"
                if reason.text and reason.start is not None
                else ""
            )
            lines.append(Padding(Text(plain(reason.rule) + words, style="dim"), (0, 0, 0, 4)))

    for number, event in enumerate(record.events, 1):
        give(
            f"event #{number} {event.event[0]}: {people(event.actor)} → {people(event.recipient)}",
            event.why,
        )
    for position in record.positions:
        give(f"position {position.party.code} {position.position} {position.dispute}", position.why)
    for statement in record.statements:
        give(
            f"statement of {', '.join(s.text for s in statement.sources) or '?'} ({statement.stance})",
            statement.why,
        )
    return Group(*lines)
