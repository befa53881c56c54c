"""The phrases that stand around a report, read from ``furniture.yaml`` beside this file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimant.patterns import Pattern
from claimant.tables import TableError, parse_yaml, read_csv, read_yaml

_HERE = Path(__file__).parent
PATH = _HERE / "furniture.yaml"
_KINDS = ("anywhere", "paragraphs", "head", "tail", "lists")
_BEFORE, _BEHIND = " \t\r\n\u00a0*_•·>[({~»«|-", " \t\r\n\u00a0*_•·])}~»«|-"


@dataclass(frozen=True)
class Furniture:
    """What stands around reports, as patterns that must match a whole line or paragraph."""

    anywhere: Pattern
    paragraphs: Pattern
    head: Pattern
    tail: Pattern
    lists: Pattern
    no_places: frozenset[str]

    def line(self, text: str) -> bool:
        """Whether a line is furniture wherever it stands.

        >>> furniture().line("Read more: Ministers meet"), furniture().line("Ministers meet")
        (True, False)
        """
        return len(text) <= 400 and _whole(self.anywhere, text)

    def paragraph(self, text: str) -> bool:
        """Whether a paragraph, of however many lines, is furniture wherever it stands."""
        return len(text) <= 900 and _whole(self.paragraphs, text)


def _whole(pattern: Pattern, text: str) -> bool:
    """Whether a pattern matches a whole text, as it is or without what stands around it."""
    if pattern.fullmatch(text):
        return True
    inner = bare(text)
    return inner != text and bool(pattern.fullmatch(inner))


@cache
def furniture(path: Path = PATH) -> Furniture:
    """The furniture of a file of the same form as ``furniture.yaml``.

    Raises:
        TableError: if it cannot be read, lacks a list or holds what is no regular expression.
    """
    table = read_yaml("furniture", [path])[0] if path == PATH else parse_yaml(path)
    missing = [
        k for k in (*_KINDS, "no_places") if not isinstance(table, dict) or not isinstance(table.get(k), list)
    ]
    if missing:
        raise TableError(path, f"lacks the list {missing[0]!r}.")
    patterns = {kind: _either(path, kind, [str(p) for p in table[kind]]) for kind in _KINDS}
    return Furniture(**patterns, no_places=frozenset(str(w) for w in table["no_places"]))


def _either(path: Path, kind: str, patterns: list[str]) -> Pattern:
    # the package's own are compiled when they are first used, and by the tests
    for pattern in patterns if path != PATH else ():
        try:
            re.compile(pattern, re.IGNORECASE)
        except re.error as error:
            raise TableError(path, f"{kind}: {pattern!r} is no regular expression: {error}.") from error
    return Pattern("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)


def bare(line: str) -> str:
    """A line without the stars, brackets and bullets around it.

    >>> bare("* (Photo: Kyodo) *")
    'Photo: Kyodo'
    """
    return line.lstrip(_BEFORE).rstrip(_BEHIND)


@cache
def agencies() -> dict[str, str]:
    """Publisher by agency tag, as tags are printed: ``AP`` gives ``Associated Press``."""
    rows = read_csv(_HERE / "data" / "agencies.csv", ("publisher", "tags"))
    return {tag: row["publisher"] for _, row in rows for tag in row["tags"].split(";")}


def agency(tag: str) -> str | None:
    """The publisher that an agency tag stands for, of a joint tag the first; ``None`` if none is known.

    >>> agency("AP"), agency("Yonhap/AFP"), agency("EU")
    ('Associated Press', 'Yonhap News Agency', None)
    """
    return next((agencies()[part] for part in _parts(tag) if part in agencies()), None)


def only_agencies(text: str) -> bool:
    """Whether a text names agencies and nothing else.

    >>> only_agencies("AFP and AP"), only_agencies("AFP, citing officials")
    (True, False)
    """
    whole, *parts = _parts(text)
    return whole in agencies() or all(part in agencies() for part in parts)


def _parts(tag: str) -> list[str]:
    """A joint tag, then its parts."""
    tag = " ".join(tag.split())
    return [tag, *re.split(r"\s*[/;,&]\s*|-(?=[A-Z])|\s+and\s+", tag)]


@cache
def dateline_cities() -> frozenset[str]:
    """Cities that stand alone in datelines, in lower case."""
    lines = (_HERE / "data" / "dateline_cities.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.lower() for line in lines if line and not line.startswith("#"))
