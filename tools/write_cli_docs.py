"""Writes docs/cli.md from the help texts of the command: `python tools/write_cli_docs.py`."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from claimant.cli import app

PAGE = Path(__file__).parents[1] / "docs" / "cli.md"
HEAD = """\
# The command line

<!-- Made by tools/write_cli_docs.py from the help texts in src/claimant/cli*.py: change those. -->

Records and answers go to standard output; what could not be read or found goes to standard error, one line
each, beginning with `claimant:`. `claimant --version` prints the version. Every command takes `--help`.

| exit status | means |
| --- | --- |
| 0 | done, also when the reader of the output leaves early, as in `claimant read … \\| head` |
| 1 | something could not be read, was read with a doubt, not found or of the wrong form; the rest is done |
| 2 | wrong use: an unknown option, a date that is none, a viewpoint that is no party's |
| 130 | interrupted |
"""


def commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """The commands that do something, with the words that call them."""
    inner = getattr(command, "commands", None)
    if inner is None:
        yield name, command
        return
    for word, one in inner.items():
        yield from commands(one, f"{name} {word}")


def section(name: str, command: Any) -> str:
    """The section of one command: how it is called, what it does, its arguments and options."""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.opts != ["--help"]]
    parts = [
        f"## `{' '.join([name, *map(shown, arguments)])}`",
        markdown(inspect.cleandoc(command.help or "")),
        "\n".join(f"- `{argument.metavar}`: {markdown(argument.help)}" for argument in arguments),
    ]
    if options:
        parts.append("\n".join(["| option | does |", "| --- | --- |", *map(row, options)]))
    return "\n\n".join(part for part in parts if part)


def shown(argument: Any) -> str:
    name = argument.metavar + ("…" if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def row(option: Any) -> str:
    flag = option.opts[0] if option.is_flag else f"{option.opts[0]} {option.metavar}"
    default = f" Unless given: `{option.default}`." if isinstance(option.default, str) else ""
    return f"| `{flag}` | {markdown(option.help)}{default} |"


def markdown(text: str) -> str:
    """A help text with its option and page names marked.

    >>> markdown("No effect with --json (disputes.md).")
    'No effect with `--json` ([disputes.md](disputes.md)).'
    """
    text = re.sub(r"(?<![`\w-])(--[a-z]+)", r"`\1`", text)
    return re.sub(r"(?<![\w(\[])\(([a-z]+\.md)\)", r"([\1](\1))", text)


def page() -> str:
    """The whole page."""
    sections = [section(*named) for named in commands(typer.main.get_command(app), "claimant")]
    return "\n\n".join([HEAD.rstrip(), *sections]) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE} written.")
