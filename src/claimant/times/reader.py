"""Time expressions of a text, with TIMEX3 values: the whole path."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from heapq import heappop, heappush
from typing import Final

from claimant.language.numbers import TENS
from claimant.patterns import Pattern
from claimant.record import TimeExpression
from claimant.times import clock, dates, durations, parts, quarters, references, relative, steps, years
from claimant.times.anchoring import Anchor, Piece, dates_written_out, unit_value
from claimant.times.eras import Eras
from claimant.times.holidays import Holidays
from claimant.times.rule import Rule
from claimant.times.signals import interval_of, relation
from claimant.times.tense import Tenses
from claimant.times.values import PRECISIONS, interval, week_value
from claimant.times.wanted import BESIDE, DIGIT, WANTED
from claimant.times.words import (
    CLOCK_WORDS,
    DAY_PARTS,
    MONTHS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)

__all__ = ["TimeReader", "interval_of", "relation"]

_WORD: Final = Pattern(r"\w+")
_TRIGGERS: Final = frozenset(
    {
        *(word.lower() for name in (*MONTHS, *WEEKDAYS) for word in (name, name[:3], f"{name}s")),
        *(form for unit in UNITS for form in (unit, f"{unit}s", f"{unit}long")),
        *(f"{ten.removesuffix('y')}ies" for ten in TENS),
        *SEASONS, *DAY_PARTS, *CLOCK_WORDS,
        "sept", "tues", "weds", "thur", "thurs", "centuries", "quarter", "half", "weekend", "weekends",
        "clock", "yesterday", "today", "tonight", "tomorrow",
        "overnight", "now", "currently", "presently", "nowadays",
        "present", "current", "recently", "lately", "past", "ago", "future", "time", "hourly", "daily",
        "nightly", "weekly", "biweekly", "fortnightly", "monthly", "bimonthly", "quarterly",
        "semiannually", "yearly", "annually", "biennially",
        "times", "immemorial", "antiquity", "bc", "m", "p", "am", "pm", "fy",
        "q1", "q2", "q3", "q4", "h1", "h2",
    }
)  # fmt: skip
_ORDER: Final = (
    "iso_date", "numeric_date", "part_of", "part_of_season", "centuries",
    "day_month", "month_day", "month_of_year", "named_event", "era", "holiday",
    "clock", "part_of_no_day",
    "quarter", "fiscal_year", "accounts_ended", "year_earlier", "same_quarter", "backward_quarter",
    "season_of_year", "decade", "century", "year_bc",
    "day_word", "day_part", "weekday", "new_year", "edge", "season",
    "before_last", "day_before", "within", "year_so_far", "nth",
    "shift", "stretch", "set", "weekdays", "adverb",
    "unit_long", "unit", "weekend", "duration", "year", "month", "reference",
)  # fmt: skip
"""Where two rules match at the same place, the first here is taken."""
_WRITTEN_OUT: Final = frozenset({"iso_date", "day_month", "month_day", "month_of_year"})
_RULE: Final = "rule"
_DIGIT: Final = Pattern(r"\d")
_BEFORE: Final = 64
_AFTER: Final = 48
_STAND_ALONE: Final = (
    r"(?<!\w)(?<![$£€#\d][.,/-])(?<![$£€#])(?<!\w-(?=\d))(?:(?i:mid|post|pre|early|late|end)-)?"
)
_MODIFIER: Final = Pattern(
    r"(?<!\w)(?:early|late|mid|later|earlier|post|pre|end)(?:-|\s)(?:(?:in|of)\s(?=the\b))?$", re.I
)
_EDGE: Final = Pattern(
    r"(?<!\w)the\s(?:very\s)?(?:end|beginning|start|middle|close|turn|rest|remainder)\sof\s(?:the\s)?$", re.I
)
_DAY_BESIDE: Final = Pattern(r"\b(?:the\sday\s(?:(?P<before>before)|after)|the\s(?P<eve>eve)\sof)\s$", re.I)
_WEEK_OF: Final = Pattern(r"\bthe\sweek\s(?:of|beginning|starting)\s$", re.I)
_YEARS: Final = range(1000, 9000)
_HEAD: Final = 120
_DATELINE_END: Final = Pattern(r"[,:]?[^\S\n]*(?:\(|[-\u2013\u2014_]|\n)")
_COARSE: Final = PRECISIONS.index("week")


class TimeReader:
    """Finds the time expressions of English text and works out their values.

    ``eras`` and ``holidays`` are those that come with Claimant unless others are given.
    """

    def __init__(self, eras: Eras | None = None, holidays: Holidays | None = None) -> None:
        eras = eras or Eras.load()
        holidays = holidays or Holidays.load()
        known = (
            *dates.RULES, *clock.RULES, *parts.RULES, *quarters.RULES, *years.RULES,
            *relative.RULES, *steps.RULES, *durations.RULES, *references.RULES,
            *eras.rules(), *holidays.rules(),
        )  # fmt: skip
        self._rules = {rule.name: rule for rule in known}
        self._triggers = _TRIGGERS | eras.words() | holidays.words()
        wanted = {**WANTED, "era": eras.words(), "holiday": holidays.words()}
        beside = {**BESIDE, "era": eras.first_words()}
        self._ranked = [
            (self._rules[name], Pattern(_alone(self._rules[name])), wanted.get(name), beside.get(name))
            for name in _ORDER
        ]

    def find(
        self,
        text: str,
        published: date | None,
        sentences: Sequence[tuple[int, int, str]] | None = None,
    ) -> list[TimeExpression]:
        """The time expressions of ``text`` in order, none overlapping another.

        ``published`` is the day that "yesterday" counts from. ``sentences`` gives start, end and main
        tense (``past``, ``present``, ``future`` or empty) of each sentence: it decides whether a bare
        "Friday" is the last or the next one where no nearer verb does. A dateline outside the years
        1000 to 8999 counts as none.
        """
        tenses = Tenses(text, sentences)
        matches = [found for window in self._windows(text) for found in self._matches(text, *window)]
        absolute = Anchor(text, None, tenses, {})
        written = list(self._read([m for m in matches if m[0].name in _WRITTEN_OUT], absolute))
        if published is None:
            published = _dateline(written, text)
        elif published.year not in _YEARS:
            published = None
        anchor = Anchor(text, published, tenses, dates_written_out(written))
        pieces = list(self._read(matches, anchor))
        return [
            TimeExpression(
                start=piece.start,
                end=piece.end,
                text=text[piece.start : piece.end],
                value=piece.value,
                type=piece.type,
            )
            for piece in clock.with_days(pieces, anchor)
        ]

    def _matches(self, text: str, begin: int, end: int) -> Iterator[tuple[Rule, int]]:
        """The rules that match in a stretch of text, and where, none overlapping another.

        Of several, the one that begins first counts, then the one with "mid-" and the like, then the
        first in the order. Each rule looks ahead for itself, if one of its words is there.
        """
        window = text[begin:end]
        words = {word[0].lower() for word in _WORD.finditer(window)}
        if _DIGIT.search(window):
            words.add(DIGIT)
        ahead: list[tuple[int, bool, int, int, int]] = []

        def look(rank: int) -> None:
            if match := self._ranked[rank][1].search(text, begin, end):
                start, inner = match.start(), match.start(_RULE)
                heappush(ahead, (start, start == inner, rank, match.end(), inner))

        for rank, (_, _, wanted, beside) in enumerate(self._ranked):
            if wanted is not None and wanted.isdisjoint(words):
                continue
            if beside is None or not beside.isdisjoint(words):
                look(rank)
        while ahead:
            start, _, rank, stop, inner = heappop(ahead)
            if start >= begin:
                yield self._ranked[rank][0], inner
                begin = stop
            look(rank)

    def _windows(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches of text around words that may belong to a time expression."""
        begin, end = 0, -1
        triggers = self._triggers
        for word in _WORD.finditer(text):
            token = word[0]
            if token.lower() not in triggers and not token[0].isdigit() and not token.startswith("FY"):
                continue
            first, last = word.start() - _BEFORE, word.end() + _AFTER
            if first > end:
                if end >= 0:
                    yield begin, end
                begin = _word_edge(text, max(first, 0, end))
            end = _word_edge(text, last)
        if end >= 0:
            yield begin, end

    def _read(self, matches: Sequence[tuple[Rule, int]], anchor: Anchor) -> Iterator[Piece]:
        done = 0
        for rule, start in matches:
            match = rule.pattern.match(anchor.text, start)
            if match is None:
                continue
            for piece in rule.read(match, anchor):
                if piece.start >= done:
                    piece = _with_modifier(piece, anchor.text, done)
                    done = piece.end
                    anchor.add(piece)
                    yield piece


def _alone(rule: Rule) -> str:
    """The pattern of a rule where it is no part of a word or a number."""
    return rf"{_STAND_ALONE}(?P<{_RULE}>{rule.pattern.pattern})"


def _word_edge(text: str, place: int) -> int:
    """The first place from ``place`` on that is not inside a word."""
    while 0 < place < len(text) and text[place - 1].isalnum():
        place += 1
    return min(place, len(text))


def _with_modifier(piece: Piece, text: str, done: int) -> Piece:
    """Draw in what comes before: "late November", "the end of 2014", "the week of March 3", "the day after
    Christmas"."""
    before = max(done, piece.start - 28)
    known = interval(piece.value) if piece.type == "DATE" else None
    if known is None:
        return piece
    if known[2] == "day":
        week = _WEEK_OF.search(text, before, piece.start)
        if week:
            return piece._replace(start=week.start(), value=week_value(known[0]))
        beside = _DAY_BESIDE.search(text, before, piece.start)
        day = unit_value(known[0], "day", -1 if beside["before"] or beside["eve"] else 1) if beside else None
        return piece._replace(start=beside.start(), value=day) if beside and day else piece
    if PRECISIONS.index(known[2]) >= _COARSE:
        modifier = _MODIFIER.search(text, before, piece.start) or _EDGE.search(text, before, piece.start)
        if modifier:
            return piece._replace(start=modifier.start())
    return piece


def _dateline(written: Sequence[Piece], text: str) -> date | None:
    """The whole date that a text opens with ("NAIROBI, 7 August 1998 (Agency) -"): today, for the rest."""
    for piece in written:
        known = interval(piece.value)
        if known and known[2] == "day":
            opens = piece.end <= _HEAD and _DATELINE_END.match(text, piece.end)
            return known[0] if opens else None
    return None
