"""The dateline: where, when and by which agency a report was filed.

``TOKYO, Feb. 7 (Kyodo) —``, ``NAIROBI, Kenya (AP) _``, ``Tehran, March 15, IRNA -``,
``ISLAMABAD: ``, ``MOSCOW, February 7. /TASS/.``
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimant.patterns import Pattern
from claimant.reports.furniture import agency, dateline_cities, furniture
from claimant.reports.timestamps import MONTH, WEEKDAY, partial_date

_LONGEST = 140
UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100\u010c\u0130\u0141\u015a\u015e\u0160\u017b\u017d"
_WORD = rf"(?:(?:al-)?[{UPPER}](?:[\w'’.‘]|-(?=\w))*)"
_JOINT = r"(?:of|the|and|de|do|da|del|di|la|le|al|el|es|es-|sur|am|upon|on)"
_NAME = rf"{_WORD}(?:[ \u00a0](?:{_JOINT}[ \u00a0])?{_WORD}){{0,4}}?"
_NOT_A_DATE = rf"(?!(?:(?i:{MONTH})\s*\d|(?i:{WEEKDAY})))"
_PLACE = Pattern(
    rf"(?P<city>{_NAME}(?:\s?/\s?{_NAME}){{0,2}}(?: and {_NAME})?)"
    rf"(?P<region>(?:,\s{_NOT_A_DATE}{_NAME}){{0,2}})"
    rf"(?=\s*(?:$|[,(/:–—―_-])|\.\s+(?:(?i:{MONTH})\s*\d|\d|\(|/))"
)
_DATE = Pattern(
    rf"\s*[,.]?\s*\(?(?P<date>(?:(?i:{WEEKDAY}),?\s*)?(?:(?i:{MONTH})\s*\d{{1,2}}|\d{{1,2}}\s+(?i:{MONTH}))(?:,?\s*\d{{4}})?)(?!\d|:\d)(?:\.|\))?"
)
_TAG = Pattern(r"\s*[,.]?\s*(?:\(\s*(?P<round>[^()\n]{2,40}?)\s*\)|/\s*(?P<slash>[^/\n]{2,25}?)\s*/)")
_NAMED = Pattern(rf"\s*,\s*(?P<named>[A-Za-z][\w-]*(?:[ ][{UPPER}][\w-]*){{0,2}})(?=\s*[-–—:])")
_DASH = Pattern(r"(?P<space>\s*)(?P<dash>\.?-{1,3}|[–—―]{1,2}|_{1,2}|:|\.)(?=[\s\"“'‘`A-Z\d]|$)\s*")
_CAPITAL = Pattern(rf"[\"“'‘`(\[]*[{UPPER}\d]")
_SMALL = frozenset(
    ("of", "the", "and", "de", "do", "da", "del", "di", "la", "le", "al", "el", "es", "sur", "am", "on")
)


@dataclass(frozen=True)
class Dateline:
    """A dateline that ends, with the space behind it, before ``end``."""

    end: int
    place: str | None = None
    agency: str | None = None
    date: tuple[int | None, int, int] | None = None


def dateline(text: str, start: int, stop: int, *, head: bool = True, colon: bool = True) -> Dateline | None:
    """The dateline at the start of the paragraph ``text[start:stop]``, if there is one.

    Args:
        text: The text it stands in.
        start: Where the paragraph begins.
        stop: Where it ends.
        head: Whether this is the head of the report. Further down only the surest forms count.
        colon: Whether a city with a colon counts; not where people speak in turns (``PARIS: Yes.``).

    >>> text = "TOKYO, Feb. 7 (Kyodo) — Japan protested."
    >>> found = dateline(text, 0, len(text))
    >>> found.place, found.agency, found.date, text[found.end:]
    ('Tokyo', 'Kyodo', (None, 2, 7), 'Japan protested.')
    >>> dateline("The United Nations (UN) - which met", 0, 35)
    """
    line = text[start : min(stop, start + _LONGEST)]
    place = _PLACE.match(line)
    if place is None:
        return _agency_alone(line, start) if head else None
    at, date, tag = place.end(), None, None
    for _ in range(3):
        if date is None and (found := _DATE.match(line, at)):
            if (date := partial_date(found["date"])) is None:
                return None
            at = found.end()
        elif tag is None and (found := _TAG.match(line, at)):
            tag, at = " ".join((found["round"] or found["slash"]).split()), found.end()
        elif tag is None and (found := _NAMED.match(line, at)) and agency(found["named"]):
            tag, at = found["named"], found.end()
        else:
            break
    dash = _DASH.match(line, at)
    end = dash.end() if dash else at + len(line[at:]) - len(line[at:].lstrip())
    proof = _Proof(
        place["city"],
        place["region"],
        date is not None,
        bool(date and date[0]),
        tag,
        dash,
        line[end:],
        head,
        colon,
    )
    if not proof.enough():
        return None
    city = place["city"] if proof.known else re.split(r"\s?/\s?| and ", place["city"])[0]
    first, _, others = city.partition(" ")
    if others and agency(first):
        city = others
    return Dateline(start + end, _spelled(city + place["region"]), tag, date)


@dataclass(frozen=True)
class _Proof:
    """What speaks for a dateline."""

    city: str
    region: str
    date: bool
    year: bool
    tag: str | None
    dash: re.Match[str] | None
    after: str
    head: bool
    colon: bool

    @property
    def known(self) -> bool:
        """Whether the city is one of those that stand alone in datelines."""
        return self.city.lower() in dateline_cities()

    @property
    def upper(self) -> bool:
        """Whether the city stands in capitals."""
        letters = [w for w in self.city.split() if w not in _SMALL]
        return all(w == w.upper() for w in letters) and sum(map(str.isalpha, self.city)) > 2

    def enough(self) -> bool:
        """Whether it is one: by its agency, by its date, or by the city alone, the surest first."""
        if self.city in furniture().no_places:
            return False
        sign = self.dash["dash"] if self.dash else ""
        alone = not self.after
        if self.tag:
            sure = agency(self.tag) is not None
            if sure and (self.upper or self.known or self.region or self.date):
                return bool(sign) or alone or self.upper or (self.known and self.head)
            if sure:
                named = len(self.city.split()) < 4 and not self.city.startswith(("The ", "A "))
                return self.head and named and bool(sign) and bool(alone or _CAPITAL.match(self.after))
            return self.upper and self.head and bool(sign or alone) and self.tag[0].isupper()
        if sign == "." or not (alone or _CAPITAL.match(self.after)):
            return self.date and self.upper and alone
        if self.date:
            sure = self.upper or self.known or bool(self.region) or self.year
            return self.head and sure and bool(sign or alone)
        if not sign:
            return alone and self.known and self.upper
        return self._by_city(sign)

    def _by_city(self, sign: str) -> bool:
        if sign == ":":
            return self.colon and self.head and self.known and (self.upper or bool(self.region))
        if sign == "-" and not (self.dash and self.dash["space"]):
            return False
        if not self.upper:
            return self.head and self.known and not self._another_city()
        if self.known:
            return True
        return self.head and (bool(self.region) or " " in self.city or len(self.city) > 5)

    def _another_city(self) -> bool:
        """Whether a second city follows: ``Moscow - Kyiv relations`` is no dateline."""
        found = re.match(r"\w+", self.after)
        return found is not None and found[0].lower() in dateline_cities()


def _agency_alone(line: str, start: int) -> Dateline | None:
    """A tag without a place: ``(Reuters) - Russia said``."""
    found = _TAG.match(line)
    if not found or not agency(found["round"] or found["slash"]):
        return None
    dash = _DASH.match(line, found.end())
    end = dash.end() if dash else found.end() + len(line[found.end() :]) - len(line[found.end() :].lstrip())
    return Dateline(start + end, None, found["round"] or found["slash"])


def _spelled(place: str) -> str:
    """A place in capitals as it is written elsewhere.

    >>> _spelled("DAR ES SALAAM, Tanzania"), _spelled("PORT-AU-PRINCE"), _spelled("AMHERST, N.Y.")
    ('Dar es Salaam, Tanzania', 'Port-au-Prince', 'Amherst, N.Y.')
    """
    words = " ".join(place.split()).split(" ")
    return " ".join(_word(w, first=i == 0) for i, w in enumerate(words)).strip(" ,")


def _word(word: str, *, first: bool) -> str:
    if word != word.upper() or re.fullmatch(
        r"(?:[A-Z]\.){2,}-?,?|U\.?S\.?|D\.?C\.?|UN|UK|UAE|US|USS", word.rstrip(",")
    ):
        return word
    if not first and word.lower() in _SMALL:
        return word.lower()
    parts = word.split("-")
    return "-".join(
        p.lower() if i and p.lower() in _SMALL | {"au"} else p.capitalize() for i, p in enumerate(parts)
    )
