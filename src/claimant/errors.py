"""Every message a user can meet for bad input, in one place: what is wrong, and what to do.

A message is said about a place, a file and where known a line: ``FILE:LINE: problem. advice``.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class ClaimantError(Exception):
    """Base of all errors that Claimant raises on purpose."""


class ClaimantWarning(UserWarning):
    """Category of warnings about input, for callers of the Python API who do not listen otherwise."""


class Message(NamedTuple):
    """What can be wrong with an input; ``{…}`` are filled in by :meth:`InputError.about`.

    ``fatal`` says that something was not read for it. What is not fatal was read, with the doubt named.
    """

    problem: str
    advice: str
    fatal: bool = True


# Files and folders
MISSING = Message("no such file or folder", "Check the name.")
UNREADABLE = Message("cannot be read ({reason})", "Check its permissions.")
NO_REPORTS = Message("no reports in this folder", "Reports are files ending in {suffixes}.")
URL = Message("web addresses are not read yet", "Save the page and give the file.")
EMPTY = Message("nothing in it", "Give a file with the text of a report.")
BINARY = Message("not text", "Give plain text, HTML, JSONL or CSV; convert other formats first.")
TOO_LONG = Message("longer than a report (more than {limit:,} characters)", "Split it into its reports.")
WINDOWS_1252 = Message("not UTF-8; read as Windows-1252", "Save it as UTF-8 to be sure.", fatal=False)
NOT_UTF_8 = Message(
    "not UTF-8; this line and others like it are read as Windows-1252",
    "Save it as UTF-8 to be sure.",
    fatal=False,
)
BROKEN_CODES = Message(
    "some bytes are not {encoding}; each is read as U+FFFD", "Save it as UTF-8 to be sure.", fatal=False
)
CONTROLS_DROPPED = Message(
    "control characters (such as NUL) left out: {count}", "Check that the file is plain text.", fatal=False
)
CONTROLS_KEPT = Message(
    "control characters (such as NUL) in the text, kept so that offsets hold: {count}",
    "Check where the text comes from.",
    fatal=False,
)
SURROGATES = Message(
    "half characters (lone surrogates), each read as U+FFFD: {count}",
    "Check how the text was encoded.",
    fatal=False,
)
NO_TEXT = Message("no text left without title, dateline and the like", "Give the whole report.")
NO_PARAGRAPHS = Message("no paragraphs of text on this page", "Save the article's text as a .txt file.")
BROKEN_HTML = Message("broken HTML ({reason})", "Save the article's text as a .txt file.")

# Rows of JSONL, CSV and TSV
LONG_LINE = Message("a line of more than {limit:,} bytes", "No report is that long: split it.")
BROKEN_JSON = Message("not JSON ({reason})", "Write one JSON object a line.")
ONE_PIECE = Message(
    "JSON in one piece, not JSON Lines", "Write one object a line, for instance with: jq -c '{filter}' {name}"
)
DEEP_JSON = Message("JSON nested too deeply", "A report needs no more than one level.")
NOT_AN_OBJECT = Message("not a JSON object", 'Write one object a line, such as {{"text": "…"}}.')
ROW_WITHOUT_TEXT = Message("no text", "Every row needs the text of its report under `text`.")
TEXT_NOT_A_STRING = Message("`text` is no string", "Give the text of the report as one string.")
NOT_A_STRING = Message("`{name}` is no string; read without it", "Give `{name}` as a string.", fatal=False)
NO_TEXT_COLUMN = Message("no column `text` (there are: {columns})", "Name the columns in the first row.")
DOUBLED_COLUMN = Message("the column `{name}` stands twice", "Give every column its own name.")
BROKEN_ROW = Message("broken row ({reason})", "Quote fields that hold commas, quotes or line breaks.")
CELLS = Message("{cells} fields where the header has {columns}", "Quote fields that hold commas.")

# Pairs
NOT_SPANS = Message(
    "`{side}` is no list of [start, end]", "Write for instance [[0, 6]]: characters of `text`."
)
OUTSIDE = Message(
    "`{side}` lies outside the text of {length} characters",
    "Count characters (code points) from 0, end exclusive.",
)
NO_TYPE = Message("`event` {code!r} is no type of {codebook}", "Types: {types}.")

# Reports
NOT_A_DATE = Message(
    "`{name}` is not a date: {value!r}; read without it",
    "Write 2014-02-07 or 2014-02-07T03:41.",
    fatal=False,
)
SAME_ID = Message(
    "another report has the id {id!r} already",
    "Give every report its own id, and a report only once.",
    fatal=False,
)


class InputError(ClaimantError):
    """Something is wrong with an input.

    Attributes:
        source: The file, folder or ``standard input``.
        line: The line in it, from 1, where one can be named.
        problem: What is wrong.
        advice: What to do about it, a sentence.
        fatal: Whether something was not read for it.
    """

    def __init__(
        self, source: str, line: int | None, problem: str, advice: str, *, fatal: bool = True
    ) -> None:
        self.source, self.line = printable(source), line
        self.problem, self.advice, self.fatal = printable(problem), printable(advice), fatal
        place = f"{self.source}:{line}" if line is not None else self.source
        super().__init__(f"{place}: {self.problem}. {self.advice}".rstrip())

    @classmethod
    def about(cls, message: Message, source: str, line: int | None = None, **values: object) -> InputError:
        """The error that says ``message`` about a place.

        >>> str(InputError.about(NOT_A_STRING, "news.jsonl", 7, name="title"))
        'news.jsonl:7: `title` is no string; read without it. Give `title` as a string.'
        """
        shown = {k: printable(v) if isinstance(v, str) else v for k, v in values.items()}
        problem, advice = message.problem.format(**shown), message.advice.format(**shown)
        return cls(source, line, problem, advice, fatal=message.fatal)


def printable(text: str, longest: int = 300) -> str:
    """``text`` fit for a terminal: one line, of bounded length, nothing that steers the screen.

    >>> printable("a\\x1b[2Jb")
    'a\\\\x1b[2Jb'
    """
    if len(text) > longest:
        text = text[: longest - 1] + "…"
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _escaped(c) for c in text)


def _escaped(character: str) -> str:
    if unicodedata.category(character) == "Zs":
        return " "
    return character.encode("unicode_escape").decode("ascii")
