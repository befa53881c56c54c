"""How a report is laid out: its paragraphs, and what in it is no part of its body.

Nothing here changes the text; all offsets are those of the text that is given. A text file often
has its paragraphs on one long line each, or hard-wrapped with blank lines between: both are seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claimant.patterns import Pattern
from claimant.reports.bylines import agency_line, byline, credit, name_only, outlet, signed
from claimant.reports.dateline import dateline
from claimant.reports.furniture import agency, bare, furniture
from claimant.reports.marks import Fact, Kind, Mark
from claimant.reports.timelines import label_alone, told
from claimant.reports.timestamps import moment, timing

# A line longer than this was not wrapped by hand: it is a paragraph.
WRAPPED = 120
# A line shorter than this was not broken off to wrap a sentence.
_SHORT = 55
_HEAD_PARAGRAPHS, _HEAD_CHARACTERS, _DATELINE_PARAGRAPHS = 3, 700, 4

_LINE = Pattern(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_SENTENCE_END = Pattern(r"[.!?…:;][\"”’')\]]*$")
_TURN = Pattern(r"\s*[A-Z][A-Z.' -]{1,30}:\s")
_CLOSING = Pattern(
    r"(?<=[.!?”\"’'])\s*(?P<tag>[(\[]\s*(?P<round>[A-Za-z][^()\[\]\n]{1,40}?)\s*[)\]]|/(?P<slash>[^/\n]{2,20})/"
    r"|[–—-]{1,2}\s*(?P<dash>[A-Z][\w ]{1,25})|[\[(-]{0,2}\s*(?:ENDS?|ends|30|###)\s*[\])-]{0,2}|■|#{3})\s*$"
)
_CLOSING_CREDIT = Pattern(r"(?<=[.!?”\"’'])\s*(?P<credit>[(\[][A-Z][^()\[\]]{8,400}[)\]])\s*$")
_YEAR = Pattern(r"(?:©|\(c\)|copyright)\D{0,40}?(\d{4})", re.IGNORECASE)


@dataclass
class Line:
    """One line, without the space around it."""

    start: int
    end: int
    text: str
    first: bool
    wrapped: bool
    facts: tuple[Fact, ...] | None = None


@dataclass
class Layout:
    """The paragraphs of a text that belong to its body, and the stretches that do not."""

    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


def layout(text: str) -> Layout:
    """Tell a text's body from what stands around and in it.

    >>> found = layout("By Jane Doe\\n\\nTOKYO (Kyodo) — Japan protested. (Kyodo)")
    >>> [found.marks[i].facts[0].kind.value for i in range(3)]
    ['byline', 'dateline', 'agency']
    """
    lines = _lines(text)
    _mark_lines(lines)
    _mark_paragraphs(text, lines)
    _mark_lists(lines)
    _mark_head(lines)
    _mark_tail(lines)
    found = Layout(marks=[Mark(x.start, x.end, x.facts) for x in lines if x.facts is not None])
    found.paragraphs = _paragraphs(lines)
    _mark_datelines(text, found)
    _mark_closings(text, found)
    found.marks.sort(key=lambda m: m.start)
    return found


def _lines(text: str) -> list[Line]:
    """All lines with something on them; ``first`` opens a block, ``wrapped`` is part of a wrapped one."""
    lines: list[Line] = []
    block: list[Line] = []
    gap = 0
    for found in _LINE.finditer(text):
        line = found[0].strip()
        if not line:
            continue
        start = found.start() + found[0].index(line[0])
        between = text[gap:start]
        first = (
            not lines or len(re.findall(r"\r\n|[\n\r\x0b\x0c\x85\u2028]", between)) > 1 or "\u2029" in between
        )
        if first:
            block = []
        lines.append(Line(start, start + len(line), line, first, True))
        block.append(lines[-1])
        if len(line) > WRAPPED or not block[0].wrapped:
            for member in block:
                member.wrapped = False
        gap = start + len(line)
    return lines


def _blocks(lines: list[Line]) -> list[list[Line]]:
    """Lines that make a paragraph each: a wrapped block between furniture, or one long line."""
    blocks: list[list[Line]] = []
    previous: Line | None = None
    for line in lines:
        if line.facts is None:
            if previous is None or previous.facts is not None or line.first or not line.wrapped:
                blocks.append([])
            blocks[-1].append(line)
        previous = line
    return blocks


def _opens(lines: list[Line], i: int) -> bool:
    """Whether a line may be furniture of its own, not the middle of a wrapped sentence."""
    line, before, after = lines[i], lines[i - 1] if i else None, lines[i + 1] if i + 1 < len(lines) else None
    if not line.wrapped or (line.first and (after is None or after.first)):
        return True
    if after is not None and not after.first and after.text[0].islower():
        return False
    if before is None or line.first or before.facts is not None or _in_first_block(lines, i):
        return True
    return bool(_SENTENCE_END.search(before.text))


def _short_above(lines: list[Line], i: int) -> bool:
    """Whether the line above is too short to be the middle of a wrapped sentence, and none follows."""
    after = lines[i + 1] if i + 1 < len(lines) else None
    goes_on = after is not None and not after.first and after.text[0].islower()
    return i > 0 and len(lines[i - 1].text) < _SHORT and not goes_on


def _in_first_block(lines: list[Line], i: int) -> bool:
    """Whether a line stands under the title in the same block."""
    return i < 5 and not any(line.first for line in lines[1 : i + 1])


def _mark_lines(lines: list[Line]) -> None:
    for i, line in enumerate(lines):
        if line.facts is not None or not _opens(lines, i):
            continue
        if furniture().line(line.text):
            line.facts = (Fact(Kind.FURNITURE),)
        elif (kind := label_alone(line.text)) and i + 1 < len(lines) and timing(lines[i + 1].text):
            line.facts = (Fact(Kind.TIME),)
            lines[i + 1].facts = (Fact(kind, moment(lines[i + 1].text)),)
        elif i or len(lines) > 1:
            line.facts = told(line.text, head=False)


def _mark_paragraphs(text: str, lines: list[Line]) -> None:
    for block in _blocks(lines):
        content = text[block[0].start : block[-1].end]
        if furniture().paragraph(content) or credit(content):
            year = _YEAR.search(content)
            for line in block:
                line.facts = (Fact(Kind.YEAR, year[1]),) if year else (Fact(Kind.FURNITURE),)


def _mark_lists(lines: list[Line]) -> None:
    """Mark "Read more:" and the short lines below it that end no sentence."""
    for i, line in enumerate(lines):
        if not furniture().lists.fullmatch(bare(line.text)) or not _opens(lines, i) or i == 0:
            continue
        line.facts = (Fact(Kind.FURNITURE),)
        for below in lines[i + 1 : i + 9]:
            if (
                len(below.text) > 110
                or _SENTENCE_END.search(below.text.removesuffix("?"))
                or below.text[-1] in ".!"
            ):
                break
            below.facts = below.facts or (Fact(Kind.FURNITURE),)


def _mark_head(lines: list[Line]) -> None:
    """Mark dates, names and agencies that stand unlabelled above the body."""
    blocks = _blocks(lines)
    place = {id(line): n for n, block in enumerate(blocks) for line in block}
    length = 0
    for i, line in enumerate(lines):
        if line.facts is not None:
            continue
        number = place[id(line)]
        if number > _HEAD_PARAGRAPHS or length > _HEAD_CHARACTERS:
            break
        if not _opens(lines, i) and not _short_above(lines, i):
            length += len(line.text)
            continue
        if furniture().head.fullmatch(bare(line.text)) and len(lines) > i + 2:
            line.facts = (Fact(Kind.FURNITURE),)
        elif facts := told(line.text, head=True):
            named = all(f.kind is Kind.BYLINE for f in facts) and not byline(line.text)
            line.facts = None if named and i == 0 else facts
        length += len(line.text) if line.facts is None else 0
    for i, line in enumerate(lines[:12]):
        beside = [x.facts for x in (lines[i - 1] if i else None, *lines[i + 1 : i + 2]) if x and x.facts]
        timed = any(f.kind in {Kind.PUBLISHED, Kind.UPDATED, Kind.TIME} for facts in beside for f in facts)
        if i and line.facts is None and timed and (name := name_only(line.text)) and len(name.split()) < 5:
            line.facts = (Fact(Kind.AGENCY if outlet(name) else Kind.BYLINE, name),)


def _mark_tail(lines: list[Line]) -> None:
    """Mark end marks, agencies and bylines below the last paragraph."""
    for i in range(len(lines) - 1, 0, -1):
        line = lines[i]
        if line.facts is not None:
            continue
        if not _opens(lines, i):
            return
        if furniture().tail.fullmatch(bare(line.text)):
            line.facts = (Fact(Kind.FURNITURE),)
        elif who := signed(line.text):
            line.facts = (Fact(Kind.BYLINE, who),)
        elif source := agency_line(line.text):
            line.facts = (Fact(Kind.AGENCY, source[0]),)
        elif facts := told(line.text, head=False):
            line.facts = facts
        else:
            return


def _paragraphs(lines: list[Line]) -> list[tuple[int, int]]:
    return [(block[0].start, block[-1].end) for block in _blocks(lines)]


def _mark_datelines(text: str, found: Layout) -> None:
    turns = sum(bool(_TURN.match(text, start, end)) for start, end in found.paragraphs)
    colon, seen, kept = turns < 3, False, []
    for number, (start, end) in enumerate(found.paragraphs):
        head = not seen and number < _DATELINE_PARAGRAPHS
        line = dateline(text, start, end, head=head, colon=colon)
        if line is None or (line.end >= end and len(found.paragraphs) == 1):
            kept.append((start, end))
            continue
        facts = [Fact(Kind.DATELINE)]
        if not seen:
            month = f"{line.date[1]:02}-{line.date[2]:02}" if line.date else None
            year = str(line.date[0]) if line.date and line.date[0] else None
            facts += [
                Fact(Kind.PLACE, line.place),
                Fact(Kind.AGENCY, line.agency and (agency(line.agency) or line.agency)),
            ]
            facts += [Fact(Kind.DATE, f"{year}-{month}" if year else month)]
        seen = True
        found.marks.append(Mark(start, line.end, tuple(facts)))
        if line.end < end:
            kept.append((line.end, end))
    found.paragraphs = kept


def _mark_closings(text: str, found: Layout) -> None:
    """Mark "(Reporting by …)", "(AP)" and end marks at the ends of paragraphs."""
    for number, (start, end) in enumerate(found.paragraphs):
        last = number == len(found.paragraphs) - 1
        stop = end
        while closing := _closing(text, start, stop, last=last):
            at, fact = closing
            found.marks.append(Mark(at, stop, (fact,)))
            stop = at
            while stop > start and text[stop - 1].isspace():
                stop -= 1
        found.paragraphs[number] = (start, stop)
    found.paragraphs = [(start, end) for start, end in found.paragraphs if start < end]


def _closing(text: str, start: int, end: int, *, last: bool) -> tuple[int, Fact] | None:
    window = max(start, end - 420)
    tail = text[window:end]
    if (found := _CLOSING_CREDIT.search(tail)) and credit(found["credit"]):
        return window + found.start("credit"), Fact(Kind.FURNITURE)
    found = _CLOSING.search(tail)
    if not found or window + found.start("tag") <= start:
        return None
    tag = found["round"] or found["slash"] or found["dash"]
    if tag:
        publisher = agency(tag)
        return (window + found.start("tag"), Fact(Kind.AGENCY, publisher)) if publisher else None
    return (window + found.start("tag"), Fact(Kind.FURNITURE)) if last else None
