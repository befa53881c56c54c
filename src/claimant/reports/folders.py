"""Which files of a folder are reports."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

Unreadable = Callable[[Path, OSError], None]

SUFFIXES = (".txt", ".text", ".jsonl", ".ndjson", ".csv", ".tsv", ".html", ".htm")
"""The files that are taken from a folder; others (pictures, notes, scores) are passed over."""


def files(folder: Path, unreadable: Unreadable) -> Iterator[Path]:
    """The reports' files in a folder and the folders in it, by name; hidden ones and devices are passed over.

    A folder that links lead to twice is read once, so links that go round end.
    """
    yield from _files(folder, unreadable, set())


def _files(folder: Path, unreadable: Unreadable, seen: set[tuple[int, int]]) -> Iterator[Path]:
    try:
        place = folder.stat()
        if (place.st_dev, place.st_ino) in seen:
            return
        seen.add((place.st_dev, place.st_ino))
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError as error:
        unreadable(folder, error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = folder / entry.name
        try:
            if entry.is_dir():
                yield from _files(path, unreadable, seen)
            elif path.suffix.lower() in SUFFIXES and (entry.is_file() or entry.is_symlink()):
                yield path
        except OSError as error:
            if path.suffix.lower() in SUFFIXES:
                unreadable(path, error)
