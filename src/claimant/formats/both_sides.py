"""What is denied beside who says so: the part of a page that shows both sides of an event."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimant.formats.words import chain_of, people, plain
from claimant.record import Record, Stance, Statement
from claimant.sources.contested import AGAINST, Contested, contested

# Past, as the report tells it: "Somali officials denied", "London denied".
_VERBS = {
    Stance.DENIES: "denied",
    Stance.DOUBTS: "doubted",
    Stance.UNAWARE: "knew nothing of",
    Stance.DECLINES: "would say nothing of",
    Stance.CONFIRMS: "confirmed",
}
_IN_ITS_WORDS = ("sources: verb", "sources: adjective")
# Characters between a cue and its content that are told with it: "knew nothing *of* an understanding".
_NEAR = 12


def both_sides(record: Record) -> list[RenderableType]:
    """Who asserts and who denies each contested event, side by side; then what else is denied."""
    parts: list[RenderableType] = []
    found = contested(record)
    if found:
        parts += [Text("Both sides", style="bold"), _table(found, record), Text("")]
    shown = {s.id for c in found for s in c.against}
    rest = [s for s in record.statements if s.stance in AGAINST and s.content and s.id not in shown]
    if rest:
        parts.append(Text("Denied, refused, doubted or not known", style="bold"))
        parts += [Padding(_against(s, record, bullet="• "), (0, 0, 0, 2)) for s in rest]
        parts.append(Text(""))
    return parts


def _table(found: Sequence[Contested], record: Record) -> RenderableType:
    numbers = {e.id: i for i, e in enumerate(record.events, 1)}
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, collapse_padding=True, show_lines=True)
    table.add_column("#", style="dim", no_wrap=True)
    table.add_column("what", ratio=4, overflow="fold")
    table.add_column("who says so", ratio=4, overflow="fold")
    table.add_column("who does not", ratio=5, overflow="fold")
    for one in found:
        event = one.event
        what = Text(event.event[0], style="bold")
        what.append(f"\n{people(event.actor) or '—'}", style="not bold")
        if event.recipient:
            what.append(f" → {people(event.recipient)}", style="not bold")
        so = Text("\n").join([
            *(Text(chain_of(chain)) for chain in one.asserting),
            *(_against(s, record) for s in one.confirming),
        ])  # fmt: skip
        against = Text("\n").join([_against(s, record) for s in one.against])
        table.add_row(str(numbers[event.id]), what, so or Text("nobody here", style="dim"), against)
    return table


def _against(statement: Statement, record: Record, bullet: str = "") -> Text:
    """What a source denies, in a line: "The diplomat denied an Argentine report that …"."""
    who, *chain = [plain(s.text) for s in statement.sources] or ["somebody"]
    said = " … ".join(plain(record.report.text[c.start : c.end]) for c in statement.content)
    said = "this" if said in ("which", "that") else said
    line = Text(bullet)
    line.append(who[:1].upper() + who[1:], style="bold")
    line.append(f" {_verb(statement, record.report.text)}", style="green" if _confirms(statement) else "red")
    line.append(f" {said}" if said else "", style="italic")
    if chain:
        line.append(f", according to {' ← '.join(chain)}")
    return line


def _confirms(statement: Statement) -> bool:
    return statement.stance is Stance.CONFIRMS


def _verb(statement: Statement, text: str) -> str:
    """How a source denies, in the report's own words where these are a verb ahead of what is denied.

    "Somali officials *denied* …", "an aide *knew nothing of* …", "Rabat *has not confirmed* …"
    """
    cue = statement.cue
    rule = statement.why[0].rule if statement.why else ""
    if cue is not None and not statement.content and statement.stance is Stance.DECLINES:
        return plain(cue.text) if "no " not in cue.text else "had no comment"
    finite = cue is not None and not cue.text.startswith("to ") and not cue.text.split()[0].endswith("ing")
    if cue is not None and finite and rule.startswith(_IN_ITS_WORDS) and "untrue" not in rule:
        between = text[cue.end : statement.content[0].start] if statement.content else ""
        if statement.content and cue.end <= statement.content[0].start and len(between) <= _NEAR:
            return plain(" ".join((cue.text + between).split()))
    return _VERBS[statement.stance]
