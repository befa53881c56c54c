"""What a user names on the command line into reports: files, folders, ``-``.

Nothing wrong with one input keeps the others from being read; every doubt is named, with file and line.
"""

from __future__ import annotations

import re
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claimant.errors import (
    EMPTY,
    MISSING,
    NO_REPORTS,
    NO_TEXT,
    NOT_A_DATE,
    SAME_ID,
    UNREADABLE,
    URL,
    InputError,
    Message,
)
from claimant.patterns import Pattern
from claimant.record import Report
from claimant.reports import folders
from claimant.reports.decoding import (
    LONGEST_LINE,
    Readable,
    Source,
    Tell,
    declared_encoding,
    encoding_of,
    lines_of,
    text_of,
)
from claimant.reports.markdown import plain
from claimant.reports.pages import page
from claimant.reports.prepare import OnProblem, prepare
from claimant.reports.rows import FIELDS, csv_rows, json_rows, row_reports
from claimant.reports.timestamps import as_iso

STANDARD_INPUT = "-"

_BY_SUFFIX = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".jsonl": "json",
    ".ndjson": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".html": "html",
    ".htm": "html",
}
_ADDRESS = Pattern(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_JSON = Pattern(r"\s*(?:\[\s*)?\{\s*[\"}]")
_MARKUP = Pattern(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)
_HEADER = Pattern(r"(?=[^\n]*\btext\b)[\"\w]{1,30}(?:[,;\t|][\"\w]{1,30})+\s*(?:\n|$)", re.IGNORECASE)
# How many ids are kept to find one that stands twice: enough for a desk's year, little memory.
_IDS = 1_000_000


def reports(
    inputs: Iterable[str | Path],
    *,
    published: str | None = None,
    on_problem: OnProblem,
    stdin: Readable | None = None,
) -> Iterator[Report]:
    """The reports of files, folders and standard input, in the order they are named.

    Args:
        inputs: Files (``.txt``, ``.jsonl``, ``.csv``, ``.tsv``, ``.html``; others are looked into), folders
            (their files by name, hidden ones passed over), or ``-``.
        published: When a report was published that does not say so itself.
        on_problem: Told of all that could not be read, or was read with a doubt (``fatal`` tells which).
        stdin: What ``-`` reads; the process's standard input unless given.
    """
    if published is not None and as_iso(published) is None:
        on_problem(InputError.about(NOT_A_DATE, "--published", name="published", value=published))
        published = None
    return _Inputs(published, on_problem, stdin).all(inputs)


@dataclass
class _Inputs:
    published: str | None
    on_problem: OnProblem
    stdin: Readable | None
    ids: set[str] = field(default_factory=set)

    def all(self, inputs: Iterable[str | Path]) -> Iterator[Report]:
        for given in inputs:
            name = str(given)
            if name == STANDARD_INPUT:
                yield from self._stream(self.stdin or sys.stdin.buffer, "standard input", "")
            elif _ADDRESS.match(name):
                self.on_problem(InputError.about(URL, name))
            else:
                yield from self._path(Path(name))

    def _path(self, path: Path) -> Iterator[Report]:
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            self._unreadable(path, error)
            return
        if not stat.S_ISDIR(mode):
            yield from self._file(path)
            return
        found = False
        for file in folders.files(path, self._unreadable):
            found = True
            yield from self._file(file)
        if not found:
            self.on_problem(InputError.about(NO_REPORTS, str(path), suffixes=", ".join(folders.SUFFIXES)))

    def _unreadable(self, path: Path, error: OSError | ValueError) -> None:
        if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
            self.on_problem(InputError.about(MISSING, str(path)))
        else:
            self.on_problem(
                InputError.about(UNREADABLE, str(path), reason=error.strerror or type(error).__name__)
            )

    def _file(self, path: Path) -> Iterator[Report]:
        try:
            with path.open("rb") as stream:
                yield from self._stream(stream, str(path), path.suffix.lower())
        except OSError as error:
            self._unreadable(path, error)

    def _stream(self, stream: Readable, name: str, suffix: str) -> Iterator[Report]:
        source, told = Source(stream), 0

        def tell(message: Message, line: int | None = None, **values: object) -> None:
            nonlocal told
            told += 1
            self.on_problem(InputError.about(message, name, line, **values))

        form = "empty" if not source.peek(16) else _BY_SUFFIX.get(suffix) or _form(source.peek(16))
        found: Iterable[tuple[int | None, Report]] = ()
        if form in {"json", "csv"}:
            lines = lines_of(source, tell)
            rows = (
                json_rows(lines, tell, name)
                if form == "json"
                else csv_rows(lines, tell, "\t" if suffix == ".tsv" else None)
            )
            found = row_reports(rows, tell, source=name, published=self.published, on_problem=self.on_problem)
        elif form != "empty":
            found = self._whole(source, tell, name, form)
        some = False
        for line, report in found:
            some = True
            self._note(report, name, line)
            yield report
        if not some and not told:
            tell(EMPTY)

    def _whole(self, source: Source, tell: Tell, name: str, form: str) -> Iterator[tuple[None, Report]]:
        """The one report of a text, Markdown or HTML file."""
        data = source.read_all(LONGEST_LINE)
        text = text_of(data, tell, declared=declared_encoding(data) if form == "html" else None)
        if text is None or not text.strip("\ufeff \t\r\n\0"):
            return
        facts: dict[str, str] = {}
        if form == "html":
            read = page(text, tell)
            if read is None:
                return
            text, facts = read.text, read.facts
        elif form == "markdown":
            text, facts = plain(text)
        report = prepare(
            text,
            **{about: facts.get(about) for about in FIELDS},
            verbatim=False,
            line=None,
            fallback_published=self.published,
            source_name=name,
            on_problem=self.on_problem,
        )
        if report.text:
            yield None, report
        else:
            tell(NO_TEXT)

    def _note(self, report: Report, name: str, line: int | None) -> None:
        """Tell of an id that was there before."""
        if report.id in self.ids:
            self.on_problem(InputError.about(SAME_ID, name, line, id=report.id))
        elif len(self.ids) < _IDS:
            self.ids.add(report.id)


def _form(start: bytes) -> str:
    """What a stream without a telling name holds, by its beginning.

    >>> _form(b'{"text": "Talks"}'), _form(b"<!DOCTYPE html>"), _form(b"id,text"), _form(b"Talks")
    ('json', 'html', 'csv', 'text')
    """
    encoding, mark = encoding_of(start)
    shown = start[mark:].decode(encoding, "replace")
    if _JSON.match(shown):
        return "json"
    if _MARKUP.match(shown):
        return "html"
    return "csv" if _HEADER.match(shown) else "text"
