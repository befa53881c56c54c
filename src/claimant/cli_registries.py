"""The command line of the registry of disputes and of the codebook: list, show, check."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

disputes_app = typer.Typer(help="Show and check the registry of disputes.", no_args_is_help=True)
codebook_app = typer.Typer(help="Show and check the codebook of event types.", no_args_is_help=True)


def say(message: object) -> None:
    """Tell the user something that is no answer: what could not be read, or is wrong use."""
    print(f"claimant: {message}", file=sys.stderr)


def known_viewpoint(viewpoint: str) -> None:
    """End the command as wrong use if a viewpoint is neither neutral nor a party's."""
    if viewpoint == "neutral":
        return
    from claimant.disputes import load_disputes

    codes = {p.code for d in load_disputes().values() for p in d.parties if p.code}
    if viewpoint not in codes:
        say(f"--viewpoint: {viewpoint!r} is no party of a dispute. Write neutral or a code such as JPN.")
        raise typer.Exit(2)


@disputes_app.command("list")
def disputes_list(
    region: Annotated[
        str | None, typer.Option(metavar="REGION", help="Only those of one region, as the entries name it.")
    ] = None,
    party: Annotated[str | None, typer.Option(metavar="CODE", help="Only those of one party.")] = None,
    viewpoint: Annotated[
        str,
        typer.Option(
            metavar="CODE", help="Whose names they have: neutral, or a party's code. No effect with --json."
        ),
    ] = "neutral",
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole entries, one a line.")] = False,
) -> None:
    """List the disputes of the registry: id, name, parties, who controls, how a settled one was settled."""
    from rich.table import Table

    from claimant.disputes import load_disputes
    from claimant.formats.terminal import Terminal

    found = [
        d
        for d in load_disputes().values()
        if (region is None or d.region == region) and (party is None or d.party(party) is not None)
    ]
    if as_json:
        for dispute in found:
            print(dispute.model_dump_json())
        return
    known_viewpoint(viewpoint)
    table = Table(box=None, pad_edge=False)
    for column in ("id", "what it is called", "parties", "controls", "settled"):
        table.add_column(column)
    for dispute in found:
        names = [p.code or p.group or "" for p in dispute.parties]
        holders = [p.code or p.group or "" for p in dispute.parties if p.controls]
        table.add_row(
            dispute.id,
            dispute.display_name(viewpoint),
            ", ".join(names),
            ", ".join(holders) or "—",
            f"{dispute.settled.year}, {dispute.settled.means}" if dispute.settled else "",
        )
    Terminal().print(table)


@disputes_app.command("show")
def disputes_show(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The id of a dispute, or any party's name for it.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole entry, on one line.")] = False,
) -> None:
    """Show what the registry holds about a dispute.

    A name may be in any script. One that several disputes share shows them all.
    """
    from claimant.disputes import load_disputes

    found = load_disputes().called(name)
    if not found:
        say(f"no dispute is called {name!r}. `claimant disputes list` lists them.")
        raise typer.Exit(1)
    for dispute in found:
        if as_json:
            print(dispute.model_dump_json())
            continue
        print(f"{dispute.id}: {dispute.title}\n")
        print(dispute.summary.strip() + "\n")
        for party in dispute.parties:
            holds = (
                " and ".join(w for w, yes in (("controls", party.controls), ("claims", party.claims)) if yes)
                or "neither"
            )
            dates = f" since {party.since}" if party.since else ""
            dates += f" until {party.until}" if party.until else ""
            print(f"  {party.code or party.group}: {holds}{dates}")
            own = [
                f"{n.text} ({n.language})" for n in dispute.names if n.party == (party.code or party.group)
            ]
            if own:
                print(f"    calls it {', '.join(own)}")
        if dispute.territories:
            print(f"  parts: {', '.join(t.name for t in dispute.territories)}")
        if dispute.settled:
            print(f"  settled {dispute.settled.year} by {dispute.settled.means}: {dispute.settled.text}")
        print("  from: " + "; ".join(dispute.sources))


@disputes_app.command("check")
def disputes_check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="YAML files; without any, the registry itself."),
    ] = None,
) -> None:
    """Check dispute files against the registry's form (disputes.md)."""
    from claimant.disputes import load_disputes, read_dispute
    from claimant.tables import TableError

    failed = False
    if not files:
        print(f"{len(load_disputes())} disputes, all of the right form.")
        return
    for path in files:
        try:
            print(f"{path}: {read_dispute(path).title}, of the right form.")
        except TableError as error:
            say(error)
            failed = True
    if failed:
        raise typer.Exit(1)


@codebook_app.command("list")
def codebook_list(
    as_json: Annotated[bool, typer.Option("--json", help="Print the types whole, one a line.")] = False,
) -> None:
    """List the event types with their quad codes, scale and definitions."""
    from claimant.events import load_codebook

    for kind in load_codebook().types:
        if as_json:
            print(kind.model_dump_json())
        else:
            print(f"{kind.code:10} quad {kind.quad_code}  {kind.scale:+5.1f}  {kind.definition.strip()}")


@codebook_app.command("show")
def codebook_show(
    code: Annotated[str, typer.Argument(metavar="TYPE", help="An event type, such as REJECT.")],
) -> None:
    """Show an event type: definition, CAMEO's codes, rules, modes, examples, near misses."""
    from claimant.events import load_codebook

    try:
        kind = load_codebook().type(code.upper())
    except KeyError:
        say(f"no event type is called {code!r}. `claimant codebook list` lists them.")
        raise typer.Exit(1) from None
    print(f"{kind.code}: {kind.definition.strip()}\n")
    print(f"Quad code {kind.quad_code}, scale {kind.scale:+.1f}, CAMEO {', '.join(kind.cameo) or 'none'}")
    for title, lines in (
        ("Rules", kind.rules),
        ("Modes", [f"{m.code}: {m.definition}{_cameo(m.cameo)}" for m in kind.modes]),
        ("Examples", kind.examples),
        ("Near misses", [f"{n.text} ({n.code})" for n in kind.near_misses]),
    ):
        if lines:
            print(title)
            for line in lines:
                print(f"  - {line}")


def _cameo(codes: Sequence[str]) -> str:
    return f" (CAMEO {', '.join(codes)})" if codes else ""


@codebook_app.command("check")
def codebook_check(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="A YAML codebook; without one, Claimant's own."),
    ] = None,
) -> None:
    """Check a codebook against its form."""
    from claimant.events import load_codebook

    codebook = load_codebook(file)
    print(f"{codebook.codebook}: {len(codebook.types)} types, of the right form.")


@codebook_app.command("fit")
def codebook_fit(
    inputs: Annotated[
        list[str], typer.Argument(metavar="EXAMPLES", help="Files of JSON Lines, or - for standard input.")
    ],
    codebook: Annotated[
        Path, typer.Option(metavar="FILE", help="The codebook whose own types the examples have.")
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the figures as JSON, one type a line.")
    ] = False,
) -> None:
    """Learn the types of a codebook of your own from labelled pairs, and say how well.

    The codebook is YAML and `extends: plover-1.3` with types of its own. A line of the examples holds `text`,
    `actor` and `recipient` as lists of `[start, end]` in characters of it, and `event`: a type of the
    codebook, or NONE. Each own type needs 20 examples or more; some hundred pairs of PLOVER's types are
    added by themselves. What is learned is written beside the codebook (`my.yaml`: `my.fit.json`);
    `claimant read --codebook my.yaml` then uses it.

    The figures are cross-validated: each fifth of the examples is told by what the others teach. Pairs of
    PLOVER's types that are called own count as mistakes, so precision is a lower bound. Needs scikit-learn:
    `pip install 'claimant[fit]'`.
    """
    import json

    from rich.console import Console
    from rich.progress import track

    from claimant.classify import pairs
    from claimant.errors import InputError
    from claimant.events import load_codebook
    from claimant.events.fitting import background, enough, fit, other_labels
    from claimant.events.own_types import head_file
    from claimant.events.pairs import load_pair_model
    from claimant.reader import Reader

    failed = False

    def on_problem(problem: InputError) -> None:
        nonlocal failed
        failed = True
        say(problem)

    own = load_codebook(codebook)
    rows = pairs(inputs, on_problem=on_problem, labels=other_labels(own), codebook=own.codebook)
    examples = [(row.pair, row.label) for row in rows]
    codes = enough((label for _, label in examples), own)
    labelled = [*examples, *background()]
    typed = Reader().type_pairs(pair for pair, _ in labelled)
    readings = list(
        track(typed, "reading", total=len(labelled), console=Console(stderr=True), transient=True)
    )
    known = [(reading, label) for reading, (_, label) in zip(readings, examples, strict=False)]
    head = fit(known, readings[len(examples) :], codes, load_pair_model().version)
    head.save(head_file(codebook))
    for name, figures in head.figures.items():
        if as_json:
            print(json.dumps({"type": name, **figures}))
        else:
            print(
                f"{name:16} F1 {figures['f1']:5.1f}  precision {figures['precision']:5.1f}"
                f"  recall {figures['recall']:5.1f}  examples {figures['examples']:.0f}"
            )
    say(f"{head_file(codebook)}: written.")
    if failed:
        raise typer.Exit(1)
