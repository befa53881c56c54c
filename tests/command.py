"""The command line for tests: run in this process or in one of its own."""

import os
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from claimant.cli import app
from claimant.record import Record

EXAMPLES = Path(__file__).parents[1] / "examples"
SOCHI = str(EXAMPLES / "sochi-overture.txt")
GOOD = "Russia rejected a Chinese offer on Friday, a report said."


def run(*arguments: str, stdin: str | bytes | None = None) -> tuple[int, str, str]:
    """The exit status of the command, and what it wrote to standard output and standard error."""
    result = CliRunner().invoke(app, list(arguments), input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def process(
    *arguments: str, stdin: bytes | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own; slow, so for what needs one only."""
    command = [sys.executable, "-m", "claimant.cli", *arguments]
    env = os.environ | environment
    return subprocess.run(command, capture_output=True, input=stdin, env=env, check=False, timeout=60)


def records(output: str) -> list[Record]:
    return [Record.from_json(line) for line in output.splitlines()]


def told(err: str, name: str) -> list[str]:
    return [line for line in err.splitlines() if name in line]


def squeezed(page: str) -> str:
    return " ".join(page.split())
