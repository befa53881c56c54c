"""Reports that stand in rows: JSON Lines, CSV and TSV, one report a row, texts kept verbatim."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any

from claimant.errors import (
    BROKEN_JSON,
    BROKEN_ROW,
    CELLS,
    DEEP_JSON,
    DOUBLED_COLUMN,
    NO_TEXT_COLUMN,
    NOT_A_STRING,
    NOT_AN_OBJECT,
    ONE_PIECE,
    ROW_WITHOUT_TEXT,
    TEXT_NOT_A_STRING,
    TOO_LONG,
)
from claimant.record import Report
from claimant.reports.decoding import LONGEST_LINE, LONGEST_REPORT, Tell
from claimant.reports.prepare import OnProblem, prepare

FIELDS = ("id", "title", "published", "updated", "publisher", "url")
"""What a row may say about its report beside its ``text``; everything else in it is passed over."""

_OPENINGS = {"[": ".[]", "[{": ".[]", "{": "."}
_DELIMITERS = ",;\t|"
Row = tuple[int, dict[str, Any]]


def json_rows(lines: Iterable[tuple[int, str]], tell: Tell, name: str) -> Iterator[Row]:
    """The objects of JSON Lines with their line numbers; lines that are none are told."""
    first = True
    for number, line in lines:
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except RecursionError:
            tell(DEEP_JSON, number)
            continue
        except ValueError as error:
            if first and line.strip() in _OPENINGS:
                tell(ONE_PIECE, number, filter=_OPENINGS[line.strip()], name=name)
                return
            first = False
            tell(BROKEN_JSON, number, reason=str(error).partition(": line ")[0].removesuffix(" at"))
            continue
        if first and isinstance(row, list):
            tell(ONE_PIECE, number, filter=".[]", name=name)
            return
        first = False
        if isinstance(row, dict):
            yield number, row
        else:
            tell(NOT_AN_OBJECT, number)


def csv_rows(lines: Iterable[tuple[int, str]], tell: Tell, delimiter: str | None = None) -> Iterator[Row]:
    """The rows of a table whose first row names the columns, with the lines they begin on.

    Args:
        lines: Lines with their numbers, newlines kept.
        tell: Told of broken rows.
        delimiter: What parts the columns; without it, whichever makes a column ``text``.
    """
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_LINE))
    texts = (text for _, text in lines)
    top = next((text for text in texts if text.strip()), None)
    if top is None:
        return
    columns = _columns(top, delimiter)
    if "text" not in columns[0]:
        tell(NO_TEXT_COLUMN, 1, columns=", ".join(columns[0])[:200])
        return
    names, delimiter = columns
    for name in ("text", *FIELDS):
        if names.count(name) > 1:
            tell(DOUBLED_COLUMN, 1, name=name)
            return
    reader = csv.reader(texts, delimiter=delimiter, strict=True)
    while True:
        begin = reader.line_num + 2
        try:
            cells = next(reader, None)
        except csv.Error as error:
            tell(BROKEN_ROW, begin, reason=str(error))
            continue
        if cells is None:
            return
        if len(cells) > len(names):
            tell(CELLS, begin, cells=len(cells), columns=len(names))
        elif any(c.strip() for c in cells):
            yield begin, {name: cell for name, cell in zip(names, cells, strict=False) if cell.strip()}


def _columns(top: str, delimiter: str | None) -> tuple[list[str], str]:
    """The names of the columns and what parts them."""
    found = [
        ([c.strip().lower() for c in next(csv.reader([top], delimiter=d), [])], d)
        for d in delimiter or _DELIMITERS
    ]
    return next((f for f in found if "text" in f[0]), found[0])


def row_reports(
    rows: Iterable[Row], tell: Tell, *, source: str, published: str | None, on_problem: OnProblem
) -> Iterator[tuple[int, Report]]:
    """The reports of rows, with their lines; a row without a text is told and passed over.

    Args:
        rows: The rows with their line numbers.
        tell: Told of what is wrong with a row.
        source: The file.
        published: When a report was published that does not say so.
        on_problem: Told of doubts about a report.
    """
    for line, row in rows:
        text = row.get("text")
        if text is None or (isinstance(text, str) and not text.strip()):
            tell(ROW_WITHOUT_TEXT, line)
        elif not isinstance(text, str):
            tell(TEXT_NOT_A_STRING, line)
        elif len(text) > LONGEST_REPORT:
            tell(TOO_LONG, line, limit=LONGEST_REPORT)
        else:
            report = prepare(
                text,
                **{name: _string(row, name, line, tell) for name in FIELDS},
                verbatim=True,
                fallback_published=published,
                source_name=source,
                line=line,
                on_problem=on_problem,
            )
            yield line, report


def _string(row: dict[str, Any], name: str, line: int, tell: Tell) -> str | None:
    value = row.get(name)
    if isinstance(value, int) and not isinstance(value, bool) and name in {"id", "published", "updated"}:
        return str(value) if abs(value) < 10**20 else None
    if value is None or isinstance(value, str):
        return value
    tell(NOT_A_STRING, line, name=name)
    return None
