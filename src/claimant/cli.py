"""The command line. Exit status: 0 done, 1 some input could not be read (the rest was), 2 wrong use."""

from __future__ import annotations

import gc
import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from claimant import __version__
from claimant.cli_registries import codebook_app, disputes_app, known_viewpoint, say
from claimant.errors import ClaimantError

if TYPE_CHECKING:
    from claimant.events.pairs import Pair


class _Commands(TyperGroup):
    """Tells what Claimant raises on purpose; ends in silence when who reads the output has gone."""

    def invoke(self, ctx: Any) -> Any:
        from claimant.tables import TableError

        try:
            try:
                return super().invoke(ctx)
            except (ClaimantError, TableError) as error:
                say(error)
                raise typer.Exit(1) from None
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit from None


app = typer.Typer(
    cls=_Commands,
    help="Read news: who did or claims what, to whom, when, where, about what, and according to whom.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
app.add_typer(disputes_app, name="disputes")
app.add_typer(codebook_app, name="codebook")

# docs/cli.md is made of the help texts: after a change, run `python tools/write_cli_docs.py`
_JSON = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]


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
        list[str], typer.Argument(help="Files, folders, or - for standard input.", metavar="INPUT")
    ],
    as_json: Annotated[
        bool,
        typer.Option(
            "--json",
            help="Print one record a line, in the order of the inputs; without it, a page for people.",
        ),
    ] = False,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help='When reports were published that do not say so: "yesterday" counts from it.',
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Give for every fact the rule, and the words that set it off.")
    ] = False,
    viewpoint: Annotated[
        str,
        typer.Option(
            metavar="CODE",
            help="Whose names disputed places have on the page: neutral, or a party's code such as JPN."
            " It never changes the record.",
        ),
    ] = "neutral",
    codebook: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="A codebook of your own, whose types `claimant codebook fit` has learned.",
        ),
    ] = None,
) -> None:
    """Read reports and print their records.

    An input is a file, a folder, or `-` for standard input. Files are text (`.txt`, `.text`, `.md`), HTML
    (`.html`, `.htm`), JSON Lines (`.jsonl`, `.ndjson`) or tables (`.csv`, `.tsv`); others are looked into.
    Of a folder, the files of these kinds (but not `.md`) are read, by name. A row of JSON Lines or of a
    table needs `text`, and may give `id`, `title`, `published`, `updated`, `publisher` and `url`; its text is
    kept character for character.

    A problem with one input is named, with its line where it has one, and the others are read. The exit
    status is then 1.
    """
    from claimant.errors import InputError
    from claimant.reports.inputs import reports
    from claimant.reports.timestamps import as_iso

    if published is not None and as_iso(published) is None:
        say(f"--published: {published!r} is no date. Write it as 2014-02-07.")
        raise typer.Exit(2)
    failed = False

    def on_problem(problem: InputError) -> None:
        nonlocal failed
        failed = True
        say(problem)

    from claimant.reader import Reader

    console = None
    if not as_json:
        from claimant.formats.terminal import Terminal

        console = Terminal()
    known_viewpoint(viewpoint)
    reader = Reader(codebook=codebook)
    gc.freeze()
    gc.enable()
    for record in reader.read_many(reports(inputs, published=published, on_problem=on_problem)):
        if console is None:
            sys.stdout.write(record.to_json(explain=explain) + "\n")
        else:
            from claimant.formats import render_record

            render_record(record, console, explain=explain, viewpoint=viewpoint)
    sys.stdout.flush()
    if failed:
        raise typer.Exit(1)


@app.command()
def who(
    phrases: Annotated[list[str], typer.Argument(help="Phrases that mean somebody.", metavar="TEXT")],
    date: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help='The day on which they are said: who "the Japanese prime minister" is depends on it.',
        ),
    ] = None,
    as_json: _JSON = False,
) -> None:
    """Say who phrases mean: code, sector, person and office.

    An object of `--json` holds `text`, `code`, `country_code`, `sector`, `identifier_text` and `office`.
    The exit status is 1 when one of the phrases is not known.
    """
    from claimant.actors import ActorReader
    from claimant.language import load_pipeline
    from claimant.places import Gazetteer
    from claimant.reports.timestamps import as_iso

    day = None
    if date is not None:
        day = as_iso(date)
        if day is None:
            say(f"--date: {date!r} is no date. Write it as 2014-02-07.")
            raise typer.Exit(2)
    for phrase in phrases:
        if not phrase.isascii() and any("\ud800" <= c <= "\udfff" for c in phrase):
            say(f"{phrase!r} is no text in UTF-8. Check the encoding of your terminal.")
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


@app.command()
def classify(
    inputs: Annotated[
        list[str],
        typer.Argument(help="Files of JSON Lines, or - for standard input.", metavar="FILE"),
    ],
) -> None:
    """Say which type of event a sentence tells between two of its parties.

    A line holds `text`, and `actor` and `recipient` as lists of `[start, end]` in characters of it; `id` is
    given back. A line is printed for each: `id`, `event` (the likeliest of the codebook's types), `score`
    (how likely it is), `none` (how likely it is that the one does nothing to the other) and `status`.

    A problem with one line is named, and the others are read. The exit status is then 1.
    """
    from claimant.classify import pairs
    from claimant.errors import InputError
    from claimant.reader import Reader

    failed = False

    def on_problem(problem: InputError) -> None:
        nonlocal failed
        failed = True
        say(problem)

    ids: list[object] = []

    def read_in() -> Iterator[Pair]:
        for given in pairs(inputs, on_problem=on_problem):
            ids.append(given.id)
            yield given.pair

    for number, reading in enumerate(Reader().type_pairs(read_in())):
        row = {
            "id": ids[number],
            "event": reading.event,
            "score": reading.score,
            "none": reading.none,
            "status": [str(s) for s in reading.likely()],
        }
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    if failed:
        raise typer.Exit(1)


def main() -> None:
    """The `claimant` command."""
    # what is loaded at start-up stays: collecting garbage among it only costs time
    gc.disable()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # a record is UTF-8, whatever the locale
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
