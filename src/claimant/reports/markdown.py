"""Markdown files: heading marks off, front matter read, the rest left as it is."""

from __future__ import annotations

import re

from claimant.patterns import Pattern

_FRONT = Pattern(r"\A\ufeff?---[ \t]*\r?\n(?P<lines>(?:.{0,500}\r?\n){0,60}?)---[ \t]*\r?\n")
_ENTRY = Pattern(r"(?P<key>[A-Za-z_-]+)\s*:\s*(?P<value>.+)")
_HEADING = Pattern(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
_FACTS = {
    "title": "title",
    "date": "published",
    "published": "published",
    "updated": "updated",
    "publisher": "publisher",
    "url": "url",
    "id": "id",
}


def plain(text: str) -> tuple[str, dict[str, str]]:
    """The text without heading marks and front matter, and what that says, named as ``prepare``'s arguments.

    >>> plain("---\\ntitle: Talks end\\ndate: 2014-02-07\\n---\\n## Geneva\\n\\nTalks ended.")
    ('Geneva\\n\\nTalks ended.', {'title': 'Talks end', 'published': '2014-02-07'})
    """
    facts: dict[str, str] = {}
    if front := _FRONT.match(text):
        text = text[front.end() :]
        for line in front["lines"].splitlines():
            entry = _ENTRY.fullmatch(line.strip())
            if entry and (name := _FACTS.get(entry["key"].lower())):
                facts.setdefault(name, entry["value"].strip(" \t\"'"))
    return _HEADING.sub(r"\1", text), facts
