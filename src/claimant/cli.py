"""The command line. Exit status: 0 done, 1 some input could not be read (the rest was), 2 wrong use."""

from __future__ import annotations

import gc
import io
import json
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from claimant import __version__

app = typer.Typer(
    help="Read news: who did or claims what, to whom, when, where, about what, and according to whom.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
disputes_app = typer.Typer(help="Show and check the registry of disputes.", no_args_is_help=True)
codebook_app = typer.Typer(help="Show and check the codebook of event types.", no_args_is_help=True)
app.add_typer(disputes_app, name="disputes")
app.add_typer(codebook_app, name="codebook")

_JSON = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]


def _say(message: object) -> None:
    print(f"claimant: {message}", file=sys.stderr)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"claimant {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@app.command()
def read(
    inputs: Annotated[
        list[str], typer.Argument(help="Files, folders, or - for standard input.", metavar="INPUT…")
    ],
    as_json: _JSON = False,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When reports that do not say so were published.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Give for every fact the rule and the words behind it.")
    ] = False,
    viewpoint: Annotated[
        str,
        typer.Option(metavar="CODE", help="Whose names disputed places have: neutral, or a party's code."),
    ] = "neutral",
) -> None:
    """Read reports and print their records."""
    from claimant.errors import InputError
    from claimant.reports.inputs import reports
    from claimant.reports.timestamps import as_iso

    if published is not None and as_iso(published) is None:
        _say(f"--published: {published!r} is no date. Write it as 2014-02-07.")
        raise typer.Exit(2)
    failed = False

    def on_problem(problem: InputError) -> None:
        nonlocal failed
        failed = True
        _say(problem)

    from claimant.reader import Reader

    console = None
    if not as_json:
        from rich.console import Console

        console = Console(highlight=False)
    _known_viewpoint(viewpoint)
    reader = Reader()
    gc.enable()
    gc.freeze()
    for record in reader.read_many(reports(inputs, published=published, on_problem=on_problem)):
        if console is None:
            sys.stdout.write(record.to_json(explain=explain) + "\n")
        else:
            from claimant.formats import render_record

            render_record(record, console, explain=explain, viewpoint=viewpoint)
    sys.stdout.flush()
    if failed:
        raise typer.Exit(1)


def _known_viewpoint(viewpoint: str) -> None:
    if viewpoint == "neutral":
        return
    from claimant.disputes import load_disputes

    codes = {p.code for d in load_disputes().values() for p in d.parties if p.code}
    if viewpoint not in codes:
        _say(f"--viewpoint: {viewpoint!r} is no party of a dispute. Write neutral or a code such as JPN.")
        raise typer.Exit(2)


@app.command()
def who(
    phrases: Annotated[list[str], typer.Argument(help="Phrases that mean somebody.", metavar="TEXT…")],
    date: Annotated[str | None, typer.Option(metavar="DATE", help="The day on which they are said.")] = None,
    as_json: _JSON = False,
) -> None:
    """Say who phrases mean: code, sector, person and office."""
    from claimant.actors import ActorReader
    from claimant.language import load_pipeline
    from claimant.places import Gazetteer
    from claimant.reports.timestamps import as_iso

    day = None
    if date is not None:
        day = as_iso(date)
        if day is None:
            _say(f"--date: {date!r} is no date. Write it as 2014-02-07.")
            raise typer.Exit(2)
    places = Gazetteer.load()
    nlp, actors = load_pipeline(), ActorReader(country_of=places.country_of)
    unknown = False
    for phrase in phrases:
        entity = actors.resolve(nlp(phrase), day[:10] if day else None)
        unknown = unknown or not (entity.code or entity.sector or entity.identifier_text)
        row = {
            "text": phrase,
            "code": entity.code,
            "country_code": entity.country_code,
            "sector": entity.sector,
            "identifier_text": entity.identifier_text,
            "office": entity.office,
        }
        if as_json:
            print(json.dumps(row, ensure_ascii=False))
        else:
            known = [entity.code, entity.sector, entity.identifier_text, entity.office]
            print(f"{phrase}: {' · '.join(k for k in known if k) or 'not known'}")
    if unknown:
        raise typer.Exit(1)


@disputes_app.command("list")
def disputes_list(
    region: Annotated[str | None, typer.Option(help="Only those of one region.")] = None,
    party: Annotated[str | None, typer.Option(metavar="CODE", help="Only those of one party.")] = None,
    viewpoint: Annotated[str, typer.Option(metavar="CODE")] = "neutral",
    as_json: _JSON = False,
) -> None:
    """List the disputes of the registry."""
    from rich.console import Console
    from rich.table import Table

    from claimant.disputes import load_disputes

    found = [
        d
        for d in load_disputes().values()
        if (region is None or d.region == region) and (party is None or d.party(party) is not None)
    ]
    if as_json:
        for dispute in found:
            print(dispute.model_dump_json())
        return
    _known_viewpoint(viewpoint)
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
    Console(highlight=False).print(table)


@disputes_app.command("show")
def disputes_show(
    name: Annotated[str, typer.Argument(help="The id of a dispute, or any party's name for it.")],
    as_json: _JSON = False,
) -> None:
    """Show what the registry holds about a dispute."""
    from claimant.disputes import load_disputes

    found = load_disputes().called(name)
    if not found:
        _say(f"no dispute is called {name!r}. `claimant disputes list` lists them.")
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
        list[Path] | None, typer.Argument(help="YAML files; without any, the registry itself.")
    ] = None,
) -> None:
    """Check dispute files against the registry's form."""
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
            _say(error)
            failed = True
    if failed:
        raise typer.Exit(1)


@codebook_app.command("list")
def codebook_list(as_json: _JSON = False) -> None:
    """List the event types."""
    from claimant.events import load_codebook

    for kind in load_codebook().types:
        if as_json:
            print(kind.model_dump_json())
        else:
            print(f"{kind.code:10} quad {kind.quad_code}  {kind.scale:+5.1f}  {kind.definition.strip()}")


@codebook_app.command("show")
def codebook_show(code: Annotated[str, typer.Argument(help="An event type, such as REJECT.")]) -> None:
    """Show an event type: definition, rules, modes, examples."""
    from claimant.events import load_codebook

    try:
        kind = load_codebook().type(code.upper())
    except KeyError:
        _say(f"no event type is called {code!r}. `claimant codebook list` lists them.")
        raise typer.Exit(1) from None
    print(f"{kind.code}: {kind.definition.strip()}\n")
    for title, lines in (
        ("Rules", kind.rules),
        ("Modes", [f"{m.code}: {m.definition}" for m in kind.modes]),
        ("Examples", kind.examples),
        ("Near misses", [f"{n.text} ({n.code})" for n in kind.near_misses]),
    ):
        if lines:
            print(title)
            for line in lines:
                print(f"  - {line}")


@codebook_app.command("check")
def codebook_check(
    file: Annotated[Path | None, typer.Argument(help="A YAML codebook; without one, Claimant's own.")] = None,
) -> None:
    """Check a codebook against its form."""
    from claimant.events import load_codebook
    from claimant.tables import TableError

    try:
        codebook = load_codebook(file)
    except TableError as error:
        _say(error)
        raise typer.Exit(1) from None
    print(f"{codebook.codebook}: {len(codebook.types)} types, of the right form.")


def main() -> None:
    """The `claimant` command."""
    from claimant.errors import ClaimantError
    from claimant.tables import TableError

    # what is loaded at start-up stays: collecting garbage among it only costs time
    gc.disable()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # a record is UTF-8, whatever the locale
    try:
        app()
    except (ClaimantError, TableError) as error:
        _say(error)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # the reader of our output has gone, as with `claimant read … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


if __name__ == "__main__":
    main()
