"""A record as a page that a person wants to read in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimant.disputes import Disputes, load_disputes
from claimant.record import (
    Entity,
    Event,
    Position,
    PositionKind,
    Reason,
    Record,
    Source,
    Stance,
    Statement,
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
# Past, as the report tells it: "Somali officials denied", "London denied".
_AGAINST = {Stance.DENIES: "denied", Stance.DOUBTS: "doubted", Stance.UNAWARE: "knew nothing of"}
_IN_ITS_WORDS = ("sources: verb", "sources: adjective")
_NEAR = (
    12  # characters between a cue and its content that are told with it: "knew nothing *of* an understanding"
)


def render_record(
    record: Record, console: Console, *, explain: bool = False, viewpoint: str = "neutral"
) -> None:
    """Print a record: the report's head, its events, positions, and what is denied.

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
    denied = [s for s in record.statements if s.stance in _AGAINST]
    if denied:
        parts.append(_denials(denied, record))
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


def plain(text: str) -> str:
    """Text without what could steer a terminal or turn its direction.

    >>> plain("safe\\x1b[31m \\u202eevil")
    'safe[31m evil'
    """
    return "".join(c for c in text if (c.isprintable() or c == "\n") and c not in _BIDI)


_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


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
        table.add_row(*cells, _chain(event.sources))
    return table


def _when(event: Event) -> str:
    if not event.date:
        return "—"
    if event.enddate and event.enddate != event.date:
        return f"{event.date} –\n{event.enddate}"
    return event.date


def _sides(event: Event) -> Text:
    text = Text(_people(event.actor) or "—")
    if event.recipient:
        text.append(" → ", style="dim")
        text.append(_people(event.recipient))
    return text


def _people(entities: Iterable[Entity]) -> str:
    return ", ".join(dict.fromkeys(plain(_entity(e)) for e in entities))


def _entity(entity: Entity) -> str:
    code = "/".join(c for c in (entity.code, entity.sector if entity.sector != "GOV" else None) if c)
    name = entity.identifier_text or entity.entity_text
    if entity.code and entity.sector not in (None, "GOV") and not entity.identifier_text:
        name = entity.entity_text
    return f"{name} ({code})" if code else name


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


def _chain(sources: Sequence[Source]) -> str:
    if not sources:
        return "the report itself"
    return " ← ".join(escape(plain(s.text)) + ("" if s.named else " (unnamed)") for s in sources)


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


def _denials(statements: Sequence[Statement], record: Record) -> RenderableType:
    numbers = {e.id: i for i, e in enumerate(record.events, 1)}
    lines: list[RenderableType] = [Text("Denied, refused, doubted or not known", style="bold")]
    for statement in statements:
        who, *chain = [plain(s.text) for s in statement.sources] or ["somebody"]
        said = " … ".join(plain(record.report.text[c.start : c.end]) for c in statement.content)
        said = "this" if said in ("which", "that") else said
        about = [f"#{numbers[i]}" for i in statement.about if i in numbers]
        line = Text("• ")
        line.append(who[:1].upper() + who[1:], style="bold")
        line.append(f" {_against(statement, record.report.text)} ", style="red")
        line.append(said, style="italic")
        if chain:
            line.append(f", according to {' ← '.join(chain)}")
        if about:
            line.append(f"  (about {', '.join(about)})", style="dim")
        lines.append(Padding(line, (0, 0, 0, 2)))
    lines.append(Text(""))
    return Group(*lines)


def _against(statement: Statement, text: str) -> str:
    """How a source denies, in the report's own words where these are a verb ahead of what is denied.

    "Somali officials *denied* …", "an aide *knew nothing of* …", "Rabat *has not confirmed* …"
    """
    cue = statement.cue
    rule = statement.why[0].rule if statement.why else ""
    finite = cue is not None and not cue.text.startswith("to ") and not cue.text.split()[0].endswith("ing")
    if cue is not None and finite and rule.startswith(_IN_ITS_WORDS) and "untrue" not in rule:
        between = text[cue.end : statement.content[0].start] if statement.content else ""
        if statement.content and cue.end <= statement.content[0].start and len(between) <= _NEAR:
            return plain(" ".join((cue.text + between).split()))
    return _AGAINST[statement.stance]


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
            f"event #{number} {event.event[0]}: {_people(event.actor)} → {_people(event.recipient)}",
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
