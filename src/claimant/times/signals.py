"""What stands before a time expression, and the stretch of days that both mean together."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from claimant.patterns import Pattern
from claimant.record import TimeExpression
from claimant.times.anchoring import add_months
from claimant.times.values import interval

_SIGNALS: Final = {
    "since": "since", "until": "until", "till": "until", "til": "until", "through": "until",
    "before": "before", "prior to": "before", "ahead of": "before", "pre": "before", "after": "after",
    "following": "after", "post": "after", "by": "by", "from": "from", "as of": "from", "as from": "from",
    "starting": "from", "beginning": "from", "during": "during", "throughout": "during", "over": "during",
    "within": "in", "in": "in", "on": "on", "between": "between",
}  # fmt: skip
_SIGNAL: Final = Pattern(
    rf"\b(?P<signal>{'|'.join(sorted(_SIGNALS, key=len, reverse=True))})(?:\s+|-)"
    r"(?:(?:about|around|early|late|mid|at least|the|this|shortly|sometime|in|on)(?:\s+|-))*$",
    re.I,
)
_SECOND: Final = Pattern(
    r"\b(?P<signal>between|from)\s(?:(?!\b(?:between|from)\b)[^.;]){1,30}?\s?(?:\band|\bto|-"
    r"|\u2013)\s*(?:the\s+)?$",
    re.I,
)
_INSIDE: Final = Pattern(r"(?P<signal>pre|post)-", re.I)
_LOOK_BACK: Final = 48
_PAST_STRETCH: Final = Pattern(r"\b(?:past|last|previous|recent)\b", re.I)
_FUTURE_STRETCH: Final = Pattern(r"\b(?:next|coming|following)\b", re.I)
_LENGTH: Final = Pattern(r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?")


def relation(text: str, expression: TimeExpression) -> str:
    """How what is told relates to a time: the signal word before it, in one of the common forms.

    Gives ``since``, ``until``, ``before``, ``after``, ``by``, ``from``, ``during``, ``in``, ``on``,
    ``between`` or an empty string. The second date of "between ... and ..." has ``between``, that of
    "from ... to ..." ``until``.

    >>> from claimant.record import TimeExpression
    >>> relation("made since 2010", TimeExpression(start=11, end=15, text="2010", value="2010", type="DATE"))
    'since'
    """
    inside = _INSIDE.match(expression.text)
    if inside:
        return _SIGNALS[inside["signal"].lower()]
    begin = max(0, expression.start - _LOOK_BACK)
    before = text[begin : expression.start]
    second = _SECOND.search(before)
    if second:
        return "between" if second["signal"].lower() == "between" else "until"
    found = _SIGNAL.search(before)
    return _SIGNALS[re.sub(r"\s+", " ", found["signal"].lower())] if found else ""


def interval_of(
    expression: TimeExpression, published: date | None, relation: str = ""
) -> tuple[date | None, date | None, str] | None:
    """First day, last day and precision of when something dated by ``expression`` happened.

    ``relation`` is what :func:`relation` gives. "Since 2010" has the first day only, unless the day of
    publication closes it; "until 1989" has the last day only. ``None`` for what lies on no calendar.

    >>> from claimant.record import TimeExpression
    >>> since = TimeExpression(start=11, end=15, text="2010", value="2010", type="DATE")
    >>> interval_of(since, None, "since")
    (datetime.date(2010, 1, 1), None, 'year')
    """
    if expression.type in ("DURATION", "SET"):
        return _stretch(expression, published) if expression.type == "DURATION" else None
    if expression.value == "PRESENT_REF":
        return (published, published, "day") if published else None
    known = interval(expression.value)
    if known is None:
        return None
    first, last, precision = known
    if relation == "since":
        return first, published if published and published >= first else None, precision
    if relation == "from":
        return first, None, precision
    if relation == "after":
        return first if precision != "day" else last, None, precision
    if relation in ("until", "by"):
        return None, last, precision
    if relation == "before":
        return None, first if precision == "day" else last, precision
    return first, last, precision


def _stretch(
    expression: TimeExpression, published: date | None
) -> tuple[date | None, date | None, str] | None:
    """The days of "the past two weeks" and "the coming months", counted from publication."""
    length = _LENGTH.fullmatch(expression.value)
    past, future = _PAST_STRETCH.search(expression.text), _FUTURE_STRETCH.search(expression.text)
    if not published or length is None or not (past or future):
        return None
    many = {name: int(part) for name, part in length.groupdict().items() if part}
    sign = -1 if past else 1
    try:
        far = add_months(published, sign * (many.get("years", 0) * 12 + many.get("months", 0)))
        far += timedelta(days=sign * (many.get("weeks", 0) * 7 + many.get("days", 0)))
    except (OverflowError, ValueError):
        return None
    precision = (
        "year"
        if many.get("years")
        else "month"
        if many.get("months")
        else "week"
        if many.get("weeks")
        else "day"
    )
    return (far, published, precision) if past else (published, far, precision)
