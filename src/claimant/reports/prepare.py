"""A text into a report: its title, standfirst, times, dateline, byline and publisher, and its body.

Two ways of keeping the text:

* **Text files** hold a whole page. Title, standfirst, time lines, bylines, dateline, agency tags and
  the house's furniture are *cut out*; ``report.text`` is the body, its paragraphs a blank line apart.
* **Structured inputs** (JSONL, CSV, :func:`claimant.read`) are *verbatim*: ``report.text`` is the text
  as it was given, character for character, because others may hold offsets into it. What is no part
  of the body stays in the text, and is passed over by whoever reads it.

In both, :func:`skipped` gives the stretches of ``report.text`` to pass over, and :func:`body_ranges`
the rest. For text files nothing is left to pass over.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from claimant.errors import (
    CONTROLS_DROPPED,
    CONTROLS_KEPT,
    NOT_A_DATE,
    SURROGATES,
    ClaimantWarning,
    InputError,
    Message,
)
from claimant.patterns import Pattern
from claimant.record import Report, stable_id
from claimant.reports.layout import layout
from claimant.reports.marks import Kind, Mark
from claimant.reports.timestamps import as_iso, latest_before
from claimant.reports.titles import head

OnProblem = Callable[[InputError], None]

_NEWLINES = Pattern(r"\r\n?|[\x0b\x0c\x85\u2028]")
_CONTROLS = Pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CUT_CONTROLS = Pattern(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")
_SURROGATES = Pattern(r"[\ud800-\udfff]")
_PASSES = 4


def prepare(
    raw: str,
    *,
    id: str | None = None,
    title: str | None = None,
    published: str | None = None,
    updated: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    verbatim: bool = False,
    fallback_published: str | None = None,
    source_name: str = "text",
    line: int | None = None,
    on_problem: OnProblem | None = None,
) -> Report:
    """Make a report of a text. Never fails: what cannot be used is named and left out.

    Args:
        raw: The text.
        id: The report's id; without one, it follows from title, text and time of publication.
        title: Its title, if known; wins over what the text says, as do the next four.
        published: When it was published, a date or time in ISO 8601 (others are understood too).
        updated: When it was updated.
        publisher: Who published it.
        url: Where it came from.
        verbatim: Whether ``report.text`` is to be ``raw``, character for character (only lone
            surrogates, which no JSON can carry, become U+FFFD).
        fallback_published: When it was published if neither ``published`` nor the text says so.
        source_name: What messages call the place the text came from.
        line: Its line there.
        on_problem: What to do with doubts; without it they are Python warnings.

    >>> page = "Ministers meet\\n\\nPublished: 7 Feb 2014 03:41 GMT\\n\\nTOKYO (Kyodo) — Ministers met."
    >>> report = prepare(page)
    >>> report.title, report.published, report.dateline_place, report.publisher, report.text
    ('Ministers meet', '2014-02-07T03:41:00', 'Tokyo', 'Kyodo News', 'Ministers met.')
    """
    doubts = _Doubts(source_name, line, on_problem or _warn)
    text = doubts.whole(raw)
    given = {"published": doubts.date("published", published), "updated": doubts.date("updated", updated)}
    known = _Known()
    if verbatim:
        doubts.count(CONTROLS_KEPT, _CONTROLS, text)
        known.learn(layout(text).marks)
    else:
        doubts.count(CONTROLS_DROPPED, _CUT_CONTROLS, text.removeprefix("\ufeff"))
        text = _cut(_CUT_CONTROLS.sub("", _newlines(text)), doubts.line_of(title), known)
    title = doubts.line_of(title) or known.title or known.first(Kind.TITLE)
    fallback = doubts.date("published", fallback_published)
    moment = (
        given["published"] or known.first(Kind.PUBLISHED) or known.dateline_date(given["updated"]) or fallback
    )
    return Report(
        id=doubts.line_of(id) or stable_id("r", title or "", text, moment or ""),
        title=title,
        text=text,
        published=moment,
        updated=given["updated"] or known.first(Kind.UPDATED),
        publisher=doubts.line_of(publisher) or known.first(Kind.AGENCY),
        url=doubts.line_of(url),
        standfirst=known.standfirst,
        dateline_place=known.first(Kind.PLACE),
        byline=known.first(Kind.BYLINE),
    )


def skipped(text: str) -> list[tuple[int, int]]:
    """The stretches of a report's text that are no part of its body, in order, not overlapping.

    >>> text = "NAIROBI, Kenya (AP) _\\n\\nBombs exploded. (AP)"
    >>> [text[start:end] for start, end in skipped(text)]
    ['NAIROBI, Kenya (AP) _', '(AP)']
    """
    return [(start, start + len(text[start:end].rstrip())) for start, end in _stretches(layout(text).marks)]


def body_ranges(text: str) -> list[tuple[int, int]]:
    """The stretches of a report's text that are its body, without the space around them.

    >>> text = "SAN FRANCISCO - Lawyers sued.\\n\\nBy Jane Doe"
    >>> [text[start:end] for start, end in body_ranges(text)]
    ['Lawyers sued.']
    """
    at, ranges = 0, []
    for start, end in [*skipped(text), (len(text), len(text))]:
        inner = text[at:start]
        if inner.strip():
            left = at + len(inner) - len(inner.lstrip())
            ranges.append((left, left + len(inner.strip())))
        at = end
    return ranges


@dataclass
class _Known:
    """What a text says about its report; the first that is said counts."""

    facts: dict[Kind, list[str]] = field(default_factory=dict)
    title: str | None = None
    standfirst: str | None = None

    def learn(self, marks: Iterable[Mark]) -> None:
        for mark in marks:
            for fact in mark.facts:
                if fact.value:
                    self.facts.setdefault(fact.kind, []).append(fact.value)

    def first(self, kind: Kind) -> str | None:
        return next(iter(self.facts.get(kind, ())), None)

    def dateline_date(self, updated: str | None) -> str | None:
        """The dateline's date, its year where it gives none from the update or the copyright line."""
        date = self.first(Kind.DATE)
        if date is None or len(date) > 5:
            return date
        month, day = int(date[:2]), int(date[3:])
        if updated := updated or self.first(Kind.UPDATED):
            return latest_before(updated, month, day)
        year = self.first(Kind.YEAR)
        return as_iso(f"{year}-{date}") if year else None


def _cut(text: str, title: str | None, known: _Known) -> str:
    """The body of a page; what else it says goes to ``known``."""
    found = layout(text)
    known.learn(found.marks)
    paragraphs = found.paragraphs
    top = head(text, paragraphs, found.marks, title, labelled=known.first(Kind.TITLE))
    known.title, known.standfirst = top.title, top.standfirst
    body = _joined(text, paragraphs[top.paragraphs :])
    for _ in range(_PASSES):
        found = layout(body)
        if not found.marks:
            break
        known.learn(found.marks)
        body = _joined(body, found.paragraphs)
    return body


def _joined(text: str, paragraphs: list[tuple[int, int]]) -> str:
    return "\n\n".join("\n".join(x.rstrip() for x in text[a:b].strip().split("\n")) for a, b in paragraphs)


def _newlines(text: str) -> str:
    return _NEWLINES.sub("\n", text).replace("\u2029", "\n\n")


def _stretches(marks: list[Mark]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for mark in marks:
        if merged and mark.start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], mark.end))
        else:
            merged.append((mark.start, mark.end))
    return merged


@dataclass
class _Doubts:
    """Names what cannot be used, and gives what can."""

    source: str
    line: int | None
    tell: OnProblem

    def whole(self, text: str) -> str:
        self.count(SURROGATES, _SURROGATES, text)
        return _SURROGATES.sub("\ufffd", text)

    def line_of(self, text: str | None) -> str | None:
        """A title, name or address on one line; ``None`` for nothing."""
        if text is None:
            return None
        return " ".join(_CONTROLS.sub(" ", _SURROGATES.sub("\ufffd", text)).split()) or None

    def date(self, name: str, value: str | None) -> str | None:
        if value is None or not value.strip():
            return None
        iso = as_iso(value)
        if iso is None:
            self.tell(InputError.about(NOT_A_DATE, self.source, self.line, name=name, value=value))
        return iso

    def count(self, message: Message, pattern: Pattern, text: str) -> None:
        if number := len(pattern.findall(text)):
            self.tell(InputError.about(message, self.source, self.line, count=number))


def _warn(problem: InputError) -> None:
    warnings.warn(str(problem), ClaimantWarning, stacklevel=4)
