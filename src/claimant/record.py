"""The words of Claimant as typed classes, and their JSON.

A *report* goes in, a *record* comes out: the events, positions, statements and times read out of
the report. Every fact carries the characters it rests on; offsets count Unicode code points of
``report.text``, start inclusive, end exclusive.

Field names follow PLOVER 1.3, chapter 6 (Halterman, Bagozzi, Beger, Schrodt & Scarborough). The
order of the fields here is their order in the JSON.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class Status(StrEnum):
    """Whether an event took place, in PLOVER's auxiliary modes."""

    ACTUAL = "actual"
    HISTORICAL = "historical"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    CONDITIONAL = "conditional"
    NEGATED = "negated"


class Stance(StrEnum):
    """How a source stands to what is stated.

    Who ``confirms`` says that what others said is so; who ``declines`` will not say whether it is.
    """

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DOUBTS = "doubts"
    UNAWARE = "unaware"
    PREDICTS = "predicts"
    ASKS = "asks"
    DECLINES = "declines"


class PositionKind(StrEnum):
    """What a party holds about a dispute."""

    CLAIMS = "claims"
    CONTROLS = "controls"
    CALLS = "calls"
    RECOGNISES = "recognises"
    REJECTS_CLAIM = "rejects-claim"
    DENIES_DISPUTE = "denies-dispute"
    SETTLE_BILATERALLY = "settle-bilaterally"
    ARBITRATE = "arbitrate"
    NEUTRAL = "neutral"


class Part(BaseModel):
    """Base of all parts of a record: immutable, and strict about names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Part):
    """A stretch of the report's text."""

    start: int
    end: int


class Excerpt(Part):
    """A stretch of the report's text, with its words."""

    text: str
    start: int
    end: int


class Reason(Part):
    """Why a fact is said: the rule or pattern, and the words that set it off."""

    rule: str
    text: str = ""
    start: int | None = None
    end: int | None = None


class Entity(Part):
    """Somebody who acts, is acted on, or holds a position.

    ``code`` is an ISO 3166-1 alpha-3 code (3166-3 for states that are gone) or one of PLOVER's
    ``IGO UNO EUR NGO ISM IMG MNC``; ``sector`` is a PLOVER sector such as ``GOV`` or ``MIL``.
    """

    entity_text: str = ""
    start: int | None = None
    end: int | None = None
    code: str | None = None
    country_code: str | None = None
    sector: str | None = None
    identifier_id: str | None = None
    identifier_text: str | None = None
    office: str | None = None


class Source(Part):
    """One link in the chain of who says so.

    ``country_code`` is the ISO alpha-3 code of the state that it speaks for or is of, ``anonymity`` the
    words that say why it is not named, or that it wishes not to be: "because he was not authorised to
    speak to the press", "on condition of anonymity". Who is given it is never ``named``.
    """

    text: str
    start: int | None = None
    end: int | None = None
    kind: str = "person"
    named: bool = True
    anonymity: str | None = None
    code: str | None = None
    country_code: str | None = None
    sector: str | None = None


class Location(Part):
    """Where something took place: the words of the report, and the place they were resolved to."""

    extracted_place: str
    resolved_place: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    country_code: str | None = None


class TextInfo(Part):
    """Which sentence a fact stands in: its number in the report, from 0, and its offsets."""

    sequence: int
    start: int
    end: int


class Event(Part):
    """Somebody did, offered, refused … something."""

    id: str
    event: tuple[str, ...]
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    status: tuple[Status, ...] = (Status.ACTUAL,)
    date: str | None = None
    enddate: str | None = None
    date_precision: str | None = None
    actor: tuple[Entity, ...] = ()
    recipient: tuple[Entity, ...] = ()
    event_loc: Location | None = None
    dispute: tuple[str, ...] = ()
    condition: Excerpt | None = None
    quad_code: int | None = None
    event_scale: float | None = None
    event_text: tuple[str, ...] = ()
    text: str = ""
    text_info: TextInfo | None = None
    sources: tuple[Source, ...] = ()
    count: int | None = None
    link: str | None = None
    confidence: float = 1.0
    why: tuple[Reason, ...] = Field(default=(), repr=False)


class Position(Part):
    """What a party holds about a dispute, and who says so."""

    id: str
    party: Entity
    dispute: str
    position: PositionKind
    name: str | None = None
    date: str | None = None
    text: str = ""
    text_info: TextInfo | None = None
    sources: tuple[Source, ...] = ()
    why: tuple[Reason, ...] = Field(default=(), repr=False)


class Statement(Part):
    """A stretch of text that the report attributes to somebody."""

    id: str
    sources: tuple[Source, ...] = ()
    cue: Excerpt | None = None
    stance: Stance = Stance.ASSERTS
    quote: bool = False
    content: tuple[Span, ...] = ()
    about: tuple[str, ...] = ()
    text: str = ""
    text_info: TextInfo | None = None
    why: tuple[Reason, ...] = Field(default=(), repr=False)


class TimeExpression(Part):
    """A time expression; ``value`` and ``type`` are TIMEX3 (``2014-02-06``, ``P3D``; ``DATE`` …)."""

    start: int
    end: int
    text: str
    value: str
    type: str


class Report(Part):
    """One news item. ``text`` is the body, without title, dateline, byline and time lines.

    ``published`` and ``updated`` are local ISO 8601 times or dates as the report gives them.
    """

    id: str = ""
    title: str | None = None
    text: str = ""
    published: str | None = None
    updated: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    standfirst: str | None = None
    dateline_place: str | None = None
    byline: str | None = None


class Record(Part):
    """Everything read out of one report."""

    report: Report
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    coder: str = ""
    codebook: str = ""

    def to_json(self, *, explain: bool = False) -> str:
        """The record as one line of JSON; with ``explain``, every fact's reasons under ``why``."""
        if explain:
            return self.model_dump_json()
        why_not = {"__all__": {"why"}}
        return self.model_dump_json(exclude={"events": why_not, "positions": why_not, "statements": why_not})

    @classmethod
    def from_json(cls, line: str) -> Record:
        """The record that :meth:`to_json` wrote; raises ``pydantic.ValidationError`` if it is none."""
        return cls.model_validate_json(line)


def stable_id(kind: str, *parts: object) -> str:
    """An id that depends on nothing but its parts: a letter for the kind and twelve hex digits.

    >>> stable_id("e", "report-1", 0, 12) == stable_id("e", "report-1", 0, 12)
    True
    """
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}-{digest[:12]}"


def codes(entities: Iterable[Entity]) -> set[str]:
    """The codes that entities carry."""
    return {e.code for e in entities if e.code}
