"""Pairs of parties given as lines of JSON, for `claimant classify` and `claimant codebook fit`."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from claimant.errors import (
    EMPTY,
    MISSING,
    NO_TYPE,
    NOT_SPANS,
    OUTSIDE,
    ROW_WITHOUT_TEXT,
    UNREADABLE,
    InputError,
    Message,
)
from claimant.events.pairs import Pair
from claimant.reports.decoding import Readable, Source, Tell, lines_of
from claimant.reports.prepare import OnProblem
from claimant.reports.rows import json_rows


class Row(NamedTuple):
    """A pair with its id, which is its line where it gives none, and its label where labels are asked for."""

    id: str | int
    pair: Pair
    label: str = ""


def pairs(
    inputs: Iterable[str],
    *,
    on_problem: OnProblem,
    stdin: Readable | None = None,
    labels: Collection[str] = (),
    codebook: str = "",
) -> Iterator[Row]:
    """The pairs of JSON Lines files, in order.

    A row holds ``text``, and ``actor`` and ``recipient`` as lists of ``[start, end]`` in characters (code
    points) of it. What is wrong with a row is told, and the others are read.

    Args:
        inputs: Files, or ``-`` for standard input.
        on_problem: Told of what could not be read.
        stdin: What ``-`` reads; the process's standard input unless given.
        labels: What a row's ``event`` may be; without any, rows need none.
        codebook: The name of the codebook that has these labels.
    """

    def rows(stream: Readable, name: str) -> Iterator[Row]:
        return _stream(stream, name, on_problem, labels, codebook)

    for name in inputs:
        if name == "-":
            yield from rows(stdin or sys.stdin.buffer, "standard input")
            continue
        try:
            with Path(name).open("rb") as stream:
                yield from rows(stream, name)
        except (FileNotFoundError, ValueError):
            on_problem(InputError.about(MISSING, name))
        except OSError as error:
            on_problem(InputError.about(UNREADABLE, name, reason=error.strerror or type(error).__name__))


def _stream(
    stream: Readable, name: str, on_problem: OnProblem, labels: Collection[str], codebook: str
) -> Iterator[Row]:
    told = False

    def tell(message: Message, line: int | None = None, **values: object) -> None:
        nonlocal told
        told = True
        on_problem(InputError.about(message, name, line, **values))

    some = False
    for line, row in json_rows(lines_of(Source(stream), tell), tell, name):
        some = True
        pair = _pair(row, line, tell)
        if pair is None:
            continue
        label = row.get("event") if labels else ""
        if not isinstance(label, str) or (labels and label not in labels):
            tell(NO_TYPE, line, code=label, codebook=codebook, types=", ".join(sorted(labels)))
            continue
        given: object = row.get("id")
        if not isinstance(given, str | int) or isinstance(given, bool):
            given = line or 0
        yield Row(given, pair, label)
    if not some and not told:
        tell(EMPTY)


def _pair(row: dict[str, Any], line: int, tell: Tell) -> Pair | None:
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        tell(ROW_WITHOUT_TEXT, line)
        return None
    sides = []
    for side in ("actor", "recipient"):
        spans: Any = row.get(side)
        if not _is_spans(spans):
            tell(NOT_SPANS, line, side=side)
            return None
        if not all(0 <= start < end <= len(text) for start, end in spans):
            tell(OUTSIDE, line, side=side, length=len(text))
            return None
        sides.append(tuple((start, end) for start, end in spans))
    return Pair(text, sides[0], sides[1])


def _is_spans(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(s, list) and len(s) == 2 and all(type(i) is int for i in s) for s in value)
    )
