"""Times of day: "3:41am", "9 a.m. EST Tuesday", "0735 GMT", "noon"; and the day that they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from claimant.language.numbers import number
from claimant.patterns import Pattern
from claimant.times.anchoring import UNKNOWN_DAY, Anchor, Piece
from claimant.times.rule import Rule
from claimant.times.values import interval
from claimant.times.words import CLOCK_WORDS, DAY_PARTS, NUMBER, SP, WEEKDAY, ZONE, weekday_number

_AT: Final = Pattern(
    r"\b(?:at|around|about|by|from|until|till|since|before|after|between|and|to|exactly)\s+$", re.I
)
_MERIDIEM = r"(?:(?P<half>[ap])(?:\.m\.|\.m\b|m\b)|(?P<upper>[AP])(?:M\b|\.M\.))"
_GAP: Final = Pattern(r"[\s,]*(?:\([^)]{0,30}\)|\()?[\s,]*(?:on|of|late|early)?[\s,]*")
_IN_THE_EVENING: Final = Pattern(
    rf",?{SP}(?:tonight|this{SP}evening|(?:on{SP})?{WEEKDAY}{SP}(?:evening|night))\b"
)
_NEAR: Final = 40


def _read_clock(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """The time, with its day if that follows at once; otherwise :func:`with_days` finds the day."""
    clock = _clock_value(match, anchor)
    if clock is None:
        return []
    day = ""
    if match["weekday"]:
        direction = anchor.direction(*match.span())
        found = anchor.weekday(weekday_number(match["weekday"]), match.start(), direction)
        day = found.isoformat() if found else f"XXXX-WXX-{weekday_number(match['weekday']) + 1}"
    return [Piece(*match.span(), f"{day}T{clock}", "TIME")]


def _clock_value(match: re.Match[str], anchor: Anchor) -> str | None:
    word, part = match["word"], (match["part"] or "").lower()
    after_signal = _AT.search(anchor.text, max(0, match.start() - 9), match.start())
    zone = "Z" if match["zone"] in ("GMT", "UTC", "Z") else ""
    if word:
        return CLOCK_WORDS[word.lower()] + zone
    half = (match["half"] or match["upper"] or "").lower()
    if match["military"]:
        hour, minute = int(match["military"][:2]), int(match["military"][2:])
        if match["hours"] and not (after_signal or match["military"][0] == "0"):
            return None
    elif match["oclock"] or match["plain"]:
        said = number(match["oclock"] or match["plain"])
        if said.denominator > 1 or (match["plain"] and not after_signal):
            return None
        hour, minute = int(said), 0
    elif match["hour24"]:
        hour, minute = int(match["hour24"]), int(match["minute24"])
        if not (match["zone"] or match["hours"] or (after_signal and match["mark"] == ":")):
            return None
    else:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if not (half or part or zone) and hour < 12 and _IN_THE_EVENING.match(anchor.text, match.end()):
        half = "p"  # "at 7:30 tonight"
    if half or part:
        if not 1 <= hour <= 12:
            return None
        late = half == "p" or part in ("afternoon", "evening") or (part == "night" and hour > 5)
        hour = hour % 12 + (12 if late else 0)
    return f"{hour:02d}:{minute:02d}{zone}" if hour < 24 and minute < 60 else None


def with_days(pieces: Sequence[Piece], anchor: Anchor) -> list[Piece]:
    """Give every time of day its day: the date right after it, else the last of its paragraph."""
    done: list[Piece] = []
    for place, piece in enumerate(pieces):
        if piece.type != "TIME" or not piece.value.startswith("T"):
            done.append(piece)
            continue
        day = _day_after(pieces, place, anchor.text) or _day_before(done, piece, anchor) or UNKNOWN_DAY
        done.append(piece._replace(value=day + piece.value))
    return done


def _day_after(pieces: Sequence[Piece], place: int, text: str) -> str | None:
    """The day in "10 a.m. on Friday", and in "10 a.m. (0700 GMT) Friday" past the other time."""
    for following in pieces[place + 1 : place + 3]:
        begin, end = pieces[place].end, following.start
        if end - begin > _NEAR or not _GAP.fullmatch(text, begin, end):
            continue
        if day := _day_of(following):
            return day
    return None


def _day_before(done: Sequence[Piece], piece: Piece, anchor: Anchor) -> str | None:
    first = anchor.text.rfind("\n\n", 0, piece.start)
    for earlier in reversed(done):
        if earlier.start < first:
            break
        day = _day_of(earlier)
        if day:
            return day
    return anchor.published.isoformat() if anchor.published else None


def _day_of(piece: Piece) -> str | None:
    known = interval(piece.value) if piece.type in ("DATE", "TIME") else None
    return known[0].isoformat() if known and known[2] == "day" else None


def _read_part(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """ "at dawn", "later in the evening": of the day told last."""
    return [Piece(*match.span(), f"T{DAY_PARTS[match['part'] or match['half']]}", "TIME")]


RULES: Final = (
    Rule(
        "part_of_no_day",
        Pattern(
            rf"(?:(?<=at |by |At |By )|(?<=before )|(?<=since ))"
            rf"(?P<part>dawn|daybreak|dusk|nightfall|sunrise|sunset)\b(?!-|{SP}(?:on|the|last|this|{WEEKDAY})\b)"
            rf"|(?<=in |In )the{SP}(?:(?:early|late){SP})?(?P<half>morning|afternoon|evening)\b"
            rf"(?=[,.;:)\"'\u2019\u201d]|\s*$|{SP}(?:and|but|when|after|before|as|at|by|for|from|until|to|he|she|it|they"
            rf"|the|an?)\b)"
        ),
        _read_part,
    ),
    Rule(
        "clock",
        Pattern(
            rf"(?:(?P<hour>\d\d?)(?:[:.](?P<minute>[0-5]\d))?{SP}?{_MERIDIEM}"
            r"|(?P<hour24>[012]?\d)(?P<mark>[:.])(?P<minute24>[0-5]\d)(?::[0-5]\d)?(?![\d:.%]\d|[\d%:])"
            rf"|(?P<military>[012]\d[0-5]\d)(?={SP}?(?:GMT|UTC|local|hrs|hours)\b)"
            rf"|(?P<oclock>{NUMBER}){SP}?o['\u2019]clock\b"
            rf"|(?P<plain>{NUMBER})(?={SP}(?:in{SP}the{SP}(?:morning|afternoon|evening)|at{SP}night)\b)"
            rf"|(?<![Hh]igh )(?P<word>{'|'.join(CLOCK_WORDS)})\b)"
            rf"(?:{SP}?(?P<hours>hours|hrs)\b)?"
            rf"(?:{SP}(?:in{SP}the|at){SP}(?P<part>morning|afternoon|evening|night)\b)?"
            rf"(?:{SP}(?P<zone>{ZONE}))?(?:,?{SP}(?P<weekday>{WEEKDAY}))?"
        ),
        _read_clock,
    ),
)
