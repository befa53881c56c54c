"""How a sentence is shown to the pair model: with marks around its two sides, cut to what the model reads.

Training and use must mark alike.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

Spans = Sequence[Sequence[int]]

MARKS = ("[A]", "[/A]", "[R]", "[/R]")
"""Before and behind an actor, before and behind a recipient; each one token of the model's vocabulary."""

LONGEST = 128
"""How many tokens the model reads."""


def marked(text: str, actor: Spans, recipient: Spans) -> str:
    """The text with marks around its sides.

    Args:
        text: A sentence, or some.
        actor, recipient: Characters (code points) of the sides, each as start and end.

    >>> marked("Rome thanked Oslo.", [(0, 4)], [(13, 17)])
    '[A] Rome [/A] thanked [R] Oslo [/R].'
    """
    points: list[tuple[int, int, str]] = []
    for spans, opening, closing in ((actor, *MARKS[:2]), (recipient, *MARKS[2:])):
        for start, end in spans:
            points += [(start, 1, f"{opening} "), (end, 0, f" {closing}")]
    found, last = [], 0
    for at, _, mark in sorted(points):
        found += [text[last:at], mark]
        last = at
    return "".join([*found, text[last:]])


def window(ids: Sequence[int], marks: Collection[int], longest: int = LONGEST) -> list[int]:
    """The tokens that the model reads of a long text: its sides and what is around them, evenly.

    Args:
        ids: The tokens of a marked text, with the first and the last that every text has.
        marks: The tokens of the marks.
        longest: How many tokens may stay.

    >>> window([101, 1, 2, 3, 7, 8, 4, 5, 6, 102], {7, 8}, 6)
    [101, 3, 7, 8, 4, 102]
    """
    if len(ids) <= longest:
        return list(ids)
    places = [i for i, token in enumerate(ids) if token in marks] or [0]
    first, last, room = min(places), max(places), longest - 2
    start = first - max(0, room - (last - first + 1)) // 2
    start = max(1, min(start, len(ids) - 1 - room))
    return [ids[0], *ids[start : start + room], ids[-1]]
