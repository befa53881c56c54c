"""Title and standfirst of a text file, told by their shape and by what follows them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimant.patterns import Pattern
from claimant.reports.marks import Kind, Mark

_TITLE, _STANDFIRST, _STANDFIRSTS = 200, 320, 3
_STOP = Pattern(r"(?:[.;,:]|[–—-])[\"”’')\]]*$")
# An abbreviation or an ellipsis at the end of a headline is no full stop.
_ABBREVIATION = Pattern(
    r"(?:\b(?:[A-Z]\.){2,}|\b(?:Jr|Sr|St|Inc|Co|Corp|Ltd|Gen|Gov|Sen)\.|\.\.\.)[\"”’')\]]*$"
)
_SENTENCE = Pattern(r"[.!?…][\"”’')\]]*$")


@dataclass(frozen=True)
class Head:
    """What stands on top of a body: title, standfirst, and how many paragraphs they are."""

    title: str | None = None
    standfirst: str | None = None
    paragraphs: int = 0


def head(
    text: str,
    paragraphs: list[tuple[int, int]],
    marks: list[Mark],
    given: str | None,
    *,
    labelled: str | None,
) -> Head:
    """Title and standfirst of a text.

    Args:
        text: The text.
        paragraphs: Its paragraphs without furniture, datelines and time lines.
        marks: These.
        given: The title, if the caller knows it.
        labelled: The title, if a label ("HEADLINE: …") gives it.
    """
    known = given or labelled
    contents = [" ".join(text[start:end].split()) for start, end in paragraphs]
    title, taken = None, 0
    if contents and known and _same(contents[0], known):
        taken = 1
    elif not known and _is_title(text, paragraphs, contents, marks):
        title, taken = contents[0], 1
    lines = _standfirst(paragraphs, contents, marks, taken) if taken or known else 0
    standfirst = " ".join(contents[taken : taken + lines]) or None
    return Head(known or title, standfirst, taken + lines)


def _is_title(text: str, paragraphs: list[tuple[int, int]], contents: list[str], marks: list[Mark]) -> bool:
    """Whether the first of several paragraphs is short, ends no sentence, and has a body below it."""
    if len(contents) < 2 or not _titular(contents[0]):
        return False
    start = paragraphs[0][0]
    if any(m.end <= start and text[m.end : start].count("\n") < 1 for m in marks if _is_dateline(m)):
        return False
    return any(_SENTENCE.search(c) or len(c) > 120 for c in contents[1:])


def _titular(content: str) -> bool:
    return len(content) <= _TITLE and (not _STOP.search(content) or bool(_ABBREVIATION.search(content)))


def _standfirst(paragraphs: list[tuple[int, int]], contents: list[str], marks: list[Mark], taken: int) -> int:
    """How many paragraphs below the title are the standfirst.

    They are those above the time lines, or one that ends no sentence.
    """
    for count in range(1, _STANDFIRSTS + 1):
        last = taken + count - 1
        if last + 1 >= len(contents) or len(contents[last]) > _STANDFIRST:
            return 0
        above, below = paragraphs[last][1], paragraphs[last + 1][0]
        if any(m.of_head for m in marks if above <= m.start < below):
            return count
        if count == 1 and _titular(contents[last]):
            after = paragraphs[last + 2][0] if last + 2 < len(paragraphs) else below
            return (
                2
                if any(m.of_head for m in marks if below <= m.start < after) and _titular(contents[last + 1])
                else 1
            )
    return 0


def _is_dateline(mark: Mark) -> bool:
    return any(f.kind is Kind.DATELINE for f in mark.facts)


def _same(content: str, title: str) -> bool:
    return re.sub(r"\W+", "", content).lower() == re.sub(r"\W+", "", title).lower()
