"""The corpus: reading its rows, and writing them as people do.

A row of ``corpus/*.jsonl`` is a sentence with the pairs that were labelled in it::

    {"id": "e-03-17", "writer": "e", "form": "active", "text": "…", "pairs": [
        {"actor": [[0, 4]], "recipient": [[13, 17]], "type": "SUPPORT", "mode": null, "status": ["actual"]}]}

People write it as a line, which :func:`parse` reads::

    [1:Rome] thanked [2:Oslo] for the ships. || 1>2 SUPPORT actual ; 2>1 NONE - || active
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claimant.events.codebook import load_codebook
from claimant.record import Status

NONE = "NONE"
FORMS = (
    "active",
    "passive",
    "noun",
    "headline",
    "lead",
    "quote",
    "long",
    "multi",
    "light",
    "question",
    "list",
    "caption",
)
MODES = {t.code: {m.code for m in t.modes} for t in load_codebook().types}
STATUSES = [str(s) for s in Status]
FOLDER = Path(__file__).parent / "corpus"

Row = dict[str, Any]
_MARK = re.compile(r"\[(\d):([^\[\]]+)\]")
_PAIR = re.compile(r"([\d+]+)>([\d+]+) ([A-Z]+)(?:\.([a-z-]+))? ([a-z,-]+)")


def rows(paths: Iterable[Path] = ()) -> Iterator[Row]:
    """The rows of these files, or of the whole corpus."""
    for path in paths or sorted(FOLDER.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def parse(line: str) -> Row:
    """A row without id and writer, from the line of a writer.

    Raises:
        ValueError: saying what is wrong with the line.
    """
    parts = [part.strip() for part in line.split("||")]
    if len(parts) != 3:
        raise ValueError("a line is: text || pairs || form")
    text, spans = _unmarked(parts[0])
    if parts[2] not in FORMS:
        raise ValueError(f"{parts[2]!r} is no form: {', '.join(FORMS)}")
    return {"form": parts[2], "text": text, "pairs": [_pair(p.strip(), spans) for p in parts[1].split(";")]}


def _unmarked(marked: str) -> tuple[str, dict[str, list[list[int]]]]:
    spans: dict[str, list[list[int]]] = {}
    text, last = "", 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        spans.setdefault(mark[1], []).append([len(text), len(text) + len(mark[2])])
        text += mark[2]
        last = mark.end()
    text += marked[last:]
    if "[" in text or "]" in text:
        raise ValueError("a stray bracket")
    return text, spans


def _pair(written: str, spans: dict[str, list[list[int]]]) -> Row:
    found = _PAIR.fullmatch(written)
    if found is None:
        raise ValueError(f"{written!r} is no pair such as: 1>2 REJECT.meet actual")
    sides = [part.split("+") for part in found.groups()[:2]]
    for number in (*sides[0], *sides[1]):
        if number not in spans:
            raise ValueError(f"there is no mention {number}")
    kind, mode = found[3], found[4]
    statuses = [] if kind == NONE else found[5].split(",")
    problem = fault({"type": kind, "mode": mode, "status": statuses})
    if problem:
        raise ValueError(problem)
    actor, recipient = (sorted(s for n in side for s in spans[n]) for side in sides)
    return {"actor": actor, "recipient": recipient, "type": kind, "mode": mode, "status": statuses}


def fault(pair: Row) -> str:
    """What is wrong with a pair's labels, or nothing."""
    kind, mode, statuses = pair["type"], pair["mode"], pair["status"]
    if kind == NONE:
        return "where nothing is done there is no mode and no status" if mode or statuses else ""
    if kind not in MODES:
        return f"{kind!r} is no type of the codebook"
    if mode and mode not in MODES[kind]:
        return f"{mode!r} is no mode of {kind}: {', '.join(sorted(MODES[kind]))}"
    if not statuses or not set(statuses) <= set(STATUSES) or len(set(statuses)) != len(statuses):
        return f"{statuses} are no statuses: {', '.join(STATUSES)}"
    if "actual" in statuses and len(statuses) > 1:
        return "what is actual has no other status"
    return ""
