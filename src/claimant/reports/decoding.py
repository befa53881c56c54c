"""Bytes into text and lines: UTF-8, UTF-16 and UTF-32 with their marks, Windows-1252 where it is no UTF-8.

Nothing here reads more than it must hold: lines come one by one, and overlong ones are passed over.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from typing import Protocol

from claimant.errors import BINARY, BROKEN_CODES, LONG_LINE, NOT_UTF_8, TOO_LONG, WINDOWS_1252, Message

# A report is an article, not a book; beyond this a file is several, or something else.
LONGEST_REPORT = 1_000_000
# A row holds a report, each character at worst as six bytes ("\u2019"), and fields of no interest.
LONGEST_LINE = 8_000_000

_CHUNK = 65_536
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\xd0\xcf\x11",
    b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ", b"\x7fELF", b"\x28\xb5\x2f\xfd", b"SQLite format 3", b"PAR1", b"RIFF",
)  # fmt: skip
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\x1b")
_ONE_IN = 10

Tell = Callable[..., None]


class Readable(Protocol):
    """What bytes are read from: a file, a pipe, standard input."""

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes; none at the end."""
        ...


class Source:
    """A stream whose beginning can be looked at before it is read."""

    def __init__(self, stream: Readable) -> None:
        self._read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
        self._ahead = b""

    def peek(self, size: int) -> bytes:
        """The next bytes, without taking them: at least ``size`` if there are that many."""
        while len(self._ahead) < size and (more := self._read(_CHUNK)):
            self._ahead += more
        return self._ahead

    def read(self, size: int = _CHUNK) -> bytes:
        """The next bytes, at most ``size``; none at the end."""
        if not self._ahead:
            return self._read(size)
        taken, self._ahead = self._ahead[:size], self._ahead[size:]
        return taken

    def read_all(self, limit: int) -> bytes:
        """Everything that is left, but no more than ``limit`` bytes and one."""
        parts, left = [], limit + 1
        while left > 0 and (part := self.read(min(left, _CHUNK))):
            parts.append(part)
            left -= len(part)
        return b"".join(parts)


def encoding_of(start: bytes) -> tuple[str, int]:
    """The encoding that the first bytes show, and the length of its mark; UTF-8 if they show none.

    >>> encoding_of(b"\\xff\\xfeT\\x00"), encoding_of(b"Tokyo")
    (('utf-16-le', 2), ('utf-8', 0))
    """
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding, len(mark)
    sample = start[:400]
    half = len(sample) // 2
    if half >= 4 and sample[1::2].count(0) > half * 0.8 and not sample[::2].count(0):
        return "utf-16-le", 0
    if half >= 4 and sample[::2].count(0) > half * 0.8 and not sample[1::2].count(0):
        return "utf-16-be", 0
    return "utf-8", 0


def text_of(data: bytes, tell: Tell, *, declared: str | None = None) -> str | None:
    """The text that the bytes of a whole file are; ``None``, and told, if they are none or too long.

    Args:
        data: The bytes.
        tell: Told of doubts.
        declared: The encoding that the file says it has, used where it is not UTF-8.
    """
    encoding, mark = encoding_of(data)
    if data.startswith(_FORMATS) or (encoding == "utf-8" and _binary(data)):
        tell(BINARY)
        return None
    if len(data) > LONGEST_LINE:
        tell(TOO_LONG, limit=LONGEST_REPORT)
        return None
    text, doubt = _decoded(data[mark:], encoding)
    if doubt is WINDOWS_1252 and declared not in {None, "utf-8", "ascii"}:
        text, doubt = data.decode(declared or "", "replace"), None
    if doubt is WINDOWS_1252 and _foreign(data):
        tell(BINARY)
        return None
    if len(text) > LONGEST_REPORT:
        tell(TOO_LONG, limit=LONGEST_REPORT)
        return None
    if doubt:
        tell(doubt, encoding=encoding.upper())
    return text


def lines_of(source: Source, tell: Tell) -> Iterator[tuple[int, str]]:
    """The lines of a stream with their numbers, newlines kept; overlong ones are told and come empty.

    ``tell`` is called with a message and the line's number. Lines that are no UTF-8 are named once.
    """
    encoding, mark = encoding_of(source.peek(16))
    source.read(mark)
    if encoding != "utf-8":
        source = Source(_Recoded(source, encoding))
    named = False
    for number, line in enumerate(_split(source), start=1):
        if line is None:
            tell(LONG_LINE, number, limit=LONGEST_LINE)
            yield number, "\n"
            continue
        text, doubt = _decoded(line, "utf-8")
        if doubt and not named:
            named = True
            tell(NOT_UTF_8 if doubt is WINDOWS_1252 else BROKEN_CODES, number, encoding="UTF-8")
        yield number, text


def declared_encoding(page: bytes) -> str | None:
    """The encoding that an HTML page declares, if Python knows it."""
    found = re.search(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", page[:4096], re.IGNORECASE)
    if not found:
        return None
    try:
        info = codecs.lookup(found[1].decode("ascii", "replace"))
    except LookupError:
        return None
    return info.name if getattr(info, "_is_text_encoding", True) else None


def _split(source: Source) -> Iterator[bytes | None]:
    """Lines with their newline, ``None`` for each that is too long; holds no more than one."""
    held, overlong = bytearray(), False
    while chunk := source.read(_CHUNK):
        at = 0
        while (stop := chunk.find(b"\n", at)) >= 0:
            held += chunk[at : stop + 1]
            yield None if overlong or len(held) > LONGEST_LINE else bytes(held)
            held, overlong, at = bytearray(), False, stop + 1
        held += chunk[at:]
        if len(held) > LONGEST_LINE:
            held, overlong = bytearray(), True
    if held or overlong:
        yield None if overlong else bytes(held)


class _Recoded:
    """A stream in another encoding, read as UTF-8."""

    def __init__(self, source: Source, encoding: str) -> None:
        self._source = source
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")

    def read(self, size: int = _CHUNK, /) -> bytes:
        while data := self._source.read(size):
            if text := self._decoder.decode(data):
                return text.encode("utf-8", "replace")
        return self._decoder.decode(b"", True).encode("utf-8", "replace")


def _decoded(data: bytes, encoding: str) -> tuple[str, Message | None]:
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    if encoding != "utf-8":
        return text, BROKEN_CODES
    broken = text.count("\ufffd")
    if sum(ord(c) > 127 for c in text) - broken > broken:
        return text, BROKEN_CODES
    return data.decode("cp1252", "replace"), WINDOWS_1252


def _binary(data: bytes) -> bool:
    sample = data[:_CHUNK]
    return bool(sample) and (len(sample) - len(sample.translate(None, _CONTROLS))) * _ONE_IN > len(sample)


def _foreign(data: bytes) -> bool:
    """Whether so many bytes are above ASCII that it is no Western text."""
    sample = data[:_CHUNK]
    return sum(b > 127 for b in sample) * 5 > len(sample)
