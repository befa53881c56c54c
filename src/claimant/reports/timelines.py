"""Lines that say when a report was published and by whom, in many houses' styles.

``PUBLISHED : Friday, 07 February, 2014, 3:41am``, ``Posted on 7 Feb 2014 by Jane Doe``,
``By Jane Doe | February 7, 2014 | 5 min read``, ``LENGTH: 534 words``
"""

from __future__ import annotations

import re

from claimant.patterns import Pattern
from claimant.reports.bylines import agency_line, byline, name_only, role, signature
from claimant.reports.dateline import dateline
from claimant.reports.furniture import bare, dateline_cities, furniture
from claimant.reports.marks import Fact, Kind
from claimant.reports.timestamps import MONTH, WEEKDAY, has_digit, moment, timing

_LABEL = Pattern(
    r"\b(?:(?:first|originally|last|article|story|date|time)\s+)?"
    r"(?P<label>published|posted|uploaded|created|released|issued|filed|publication date|date posted|date"
    r"|updated?|last update|modified|edited|amended|revised|upd)\b"
    r"(?:\s+(?:at|on|online|date|time)\b)*\s*(?:\||[:–—-](?!\d))?\s*",
    re.IGNORECASE,
)
_PIECES = Pattern(r"\s+[|•·/]\s+|\s*[|•·]\s*|\s{3,}|\t")
_SEPARATORS = frozenset("|•·/\t")
_BY_FIRST = Pattern(r"by\s+(?P<who>[^\d:]{3,60}?)\s*(?:,|\bon\b|\bat\b)\s*(?P<when>.*\d.*)", re.IGNORECASE)
_BY_BARE = Pattern(rf"(?P<by>by\s+\D+?)[\s,|–-]+(?P<when>(?:\d|{MONTH}|{WEEKDAY}).*)", re.IGNORECASE)
_BY_LAST = Pattern(r"(?P<when>.*\d.*?)[\s,]+(?P<by>by\s+.+)", re.IGNORECASE)

# Labelled heads, as press archives write them.
_FIELD = Pattern(
    r"(?P<name>HEADLINE|TITLE|BYLINE|DATELINE|SECTION|LENGTH|BODY|LOAD-DATE|LANGUAGE|GRAPHIC|SUBJECT|SOURCE|PUBLISHER"
    r"|PUBLICATION|PUBLICATION-TYPE|DOCUMENT-TYPE|JOURNAL-CODE|DISTRIBUTION|COPYRIGHT|AUTHOR|DATE|KEYWORDS|TEXT"
    r"|CITY|COUNTRY|STATE|HIGHLIGHT|CATEGORY|EDITION|PAGE"
    r"|Headline|Byline|Dateline|Section|Length|Body|Load-Date|Language|Publication-Type|Journal Code|Graphic"
    r"|Title|Author)"
    r"\s*(?::\s*(?P<value>.*))?"
)
_BARE_FIELDS = frozenset({"BODY", "Body", "TEXT", "Classification"})


def told(line: str, *, head: bool) -> tuple[Fact, ...] | None:
    """What a line says about its report, if it is a line about the report; else ``None``.

    Args:
        line: The line, stripped.
        head: Whether it stands in the head, where dates and names stand unlabelled.

    >>> told("UPDATED : Friday, 07 February, 2014, 3:27pm", head=False)
    (Fact(kind=<Kind.UPDATED: 'updated'>, value='2014-02-07T15:27:00'),)
    >>> told("Published in 1923, the book was banned.", head=True)
    """
    if len(line) > 250:
        return None
    if fact := field(line):
        return fact
    if said := _labelled(bare(line)) or (_dated(bare(line)) if head else None):
        return said
    pieces = [p for p in _split(line.strip()) if p.strip(" ,;-–—")]
    if not pieces:
        return None
    if (head or len(pieces) > 1) and (when := moment(bare(line))):
        return (Fact(Kind.PUBLISHED, when),)
    found = [_piece(p.strip(" ,;"), head, alone=len(pieces) == 1) for p in pieces]
    facts = tuple(f for fs in found for f in fs or ())
    weak = [p for p, fs in zip(pieces, found, strict=True) if fs is None]
    if not any(f.kind is not Kind.FURNITURE for f in facts):
        return None
    if not weak:
        return facts
    if head and all(map(_weak, weak)):
        names = [
            Fact(Kind.BYLINE, n) for w in weak if (n := name_only(w)) and w.lower() not in dateline_cities()
        ]
        return facts + tuple(names[:1])
    return None


def _split(line: str) -> list[str]:
    """The pieces of a line; most lines have nothing in them that would split them."""
    if _SEPARATORS.isdisjoint(line) and len(" ".join(line.split())) > len(line) - 2:
        return [line]
    return _PIECES.split(line)


def field(line: str) -> tuple[Fact, ...] | None:
    """What a labelled line says ("HEADLINE: …"), with a furniture fact for fields of no use here."""
    found = _FIELD.fullmatch(line)
    if not found or (found["value"] is None and found["name"] not in _BARE_FIELDS):
        return None
    name, value = found["name"].upper(), (found["value"] or "").strip()
    if name in {"HEADLINE", "TITLE"}:
        return (Fact(Kind.TITLE, value),) if value else None
    if name in {"BYLINE", "AUTHOR"}:
        return (Fact(Kind.BYLINE, re.sub(r"^by\s+", "", value, flags=re.IGNORECASE) or None),)
    if name == "DATELINE":
        return _dateline_field(value)
    if name in {"SOURCE", "PUBLISHER", "PUBLICATION"}:
        source = agency_line(f"Source: {value}")
        return (Fact(Kind.AGENCY, source[0]), *_when(source[1])) if source else None
    if name == "DATE":
        return (Fact(Kind.PUBLISHED, moment(value)),) if timing(value) else None
    return (Fact(Kind.FURNITURE),)


def _dateline_field(value: str) -> tuple[Fact, ...]:
    # Place and date alone make no dateline without the label: lend it an agency.
    found = dateline(value, 0, len(value)) or dateline(f"{value} (AP) --", 0, len(value) + 8)
    return (Fact(Kind.DATELINE), Fact(Kind.PLACE, found.place)) if found else (Fact(Kind.DATELINE),)


def _when(text: str) -> tuple[Fact, ...]:
    return (Fact(Kind.PUBLISHED, moment(text)),) if text else ()


def label_alone(line: str) -> Kind | None:
    """The kind of time that a line announces without giving it ("Published:")."""
    text = bare(line)
    found = _LABEL.fullmatch(text) if len(text) < 40 else None
    return _kind(found["label"]) if found else None


def _kind(label: str) -> Kind:
    label = label.lower()
    return Kind.UPDATED if re.match(r"upd|last|modif|edit|amend|revis", label) else Kind.PUBLISHED


def _piece(piece: str, head: bool, *, alone: bool) -> tuple[Fact, ...] | None:
    """What one piece of a line says; ``None`` if it is no piece of a head on its own."""
    text = bare(piece)
    if facts := _labelled(text):
        return facts
    if who := byline(piece):
        return (Fact(Kind.BYLINE, who),)
    if found := _by_last(text) or (_BY_BARE.fullmatch(text) if head else None):
        who = byline(found["by"])
        return (
            (Fact(Kind.PUBLISHED, moment(found["when"])), Fact(Kind.BYLINE, who))
            if who and head and timing(found["when"])
            else None
        )
    if head or not alone:
        if (when := moment(text)) or timing(text):
            return (Fact(Kind.PUBLISHED, when),) if when else (Fact(Kind.TIME),)
        if who := signature(piece):
            return (Fact(Kind.BYLINE, who),)
        if source := agency_line(piece):
            return (Fact(Kind.AGENCY, source[0]), *_when(source[1]))
        if found := furniture().head.fullmatch(text):
            return (Fact(Kind.FURNITURE),)
    return (Fact(Kind.FURNITURE),) if not alone and furniture().line(text) else None


def _labelled(text: str) -> tuple[Fact, ...] | None:
    """The facts of "Published … Updated …", if the text is nothing but these."""
    first = _LABEL.match(text)
    if not first or first.end() == len(text):
        return None
    labels = list(_LABEL.finditer(text))
    ends = [label.start() for label in labels[1:]] + [len(text)]
    facts: list[Fact] = []
    for label, end in zip(labels, ends, strict=True):
        said = _time_said(_kind(label["label"]), text[label.end() : end].strip(" ,;|()[]–—-.&"))
        if said is None:
            return None
        facts.extend(said)
    return tuple(facts)


def _dated(text: str) -> tuple[Fact, ...] | None:
    """The facts of a date with a label behind it: "9 January 2013 Last updated at 14:22 GMT"."""
    # the label stands behind a date
    label = _LABEL.search(text) if has_digit(text) else None
    if not label or not (day := moment(text[: label.start()])) or len(day) > 10:
        return None
    when = moment(text[label.end() :]) or moment(f"{text[: label.start()]} {text[label.end() :]}")
    return (Fact(Kind.PUBLISHED, day), Fact(_kind(label["label"]), when)) if when else None


def _time_said(kind: Kind, text: str) -> tuple[Fact, ...] | None:
    text = re.sub(r"\s*\band$", "", text)
    if when := moment(text):
        return (Fact(kind, when),)
    if timing(text):
        return (Fact(Kind.TIME),)
    if found := _BY_FIRST.fullmatch(text):
        who = byline(f"By {found['who']}") or found["who"]
        return (Fact(kind, moment(found["when"])), Fact(Kind.BYLINE, who)) if timing(found["when"]) else None
    if found := _by_last(text):
        who = byline(found["by"])
        return (
            (Fact(kind, moment(found["when"])), Fact(Kind.BYLINE, who))
            if timing(found["when"]) and who
            else None
        )
    return None


def _by_last(text: str) -> re.Match[str] | None:
    """A date with "by" and a name behind it."""
    return _BY_LAST.fullmatch(text) if has_digit(text) and "by" in text.lower() else None


def _weak(piece: str) -> bool:
    """Whether a piece may stand next to a date or a name in a head: a place, a role, a name, a section."""
    text = bare(piece)
    capital = [w[:1].isupper() for w in text.split()]
    return (
        role(text)
        or furniture().line(text)
        or (0 < len(capital) <= 5 and all(capital) and not text.endswith("."))
    )
