"""Years and what holds them: "1995", "the 1990s", "the 19th century"; and their seasons."""

from __future__ import annotations

import re
from typing import Final

from claimant.language.numbers import TENS
from claimant.patterns import Pattern
from claimant.times.anchoring import Anchor, Piece
from claimant.times.quarters import year_said
from claimant.times.rule import Rule, whole
from claimant.times.words import ORDINAL, SEASON, SEASONS, SP, YEAR, ordinal_number

_DECADE_WORDS: Final = {
    f"{ten.removesuffix('y')}ies": number for number, ten in zip(range(20, 100, 10), TENS, strict=True)
}
_AFTER_SIGNAL: Final = Pattern(
    rf"\b(?:in|since|until|till|from|to|by|of|the|before|after|during|through|and|around|circa|about"
    rf"|year|between|late"
    rf"|early|mid|his|her|its|their|as|for|or|back|a|an|that|this|as{SP}of){SP}$|[(,\u2013\u2014/-]\s?$"
    rf"|\b(?:mid|post|pre)-$",
    re.I,
)
_NO_YEAR_BEFORE: Final = Pattern(
    r"(?:resolutions?|flight|articles?|sections?|directive|number|no\.?|nos\.?|room|decree|order|pages?"
    r"|p\.|chapter"
    r"|protocol|model|windows|boeing|airbus|highway|route|channel|law|platoon|battalion|regiment|unit"
    r"|some|about"
    r"|nearly|almost|over|than|least|most|only|another|additional|estimated|around|approximately|roughly"
    r"|hotel)\s+$",
    re.I,
)
_COUNTED: Final = Pattern(
    rf"(?:-|{SP})(?:people|men|women|children|[a-z]+-?(?:square|strong|member|mile|foot|metre|meter)\b"
    rf"|km|kms|kg|mph|m"
    rf"|percent|per{SP}cent|million|billion|trillion|feet|points?|GMT|hours?|(?:[a-z]+{SP})?(?!was\b"
    rf"|is\b|has\b|as\b"
    r"|this\b|his\b|its\b|us\b|crisis\b|previous\b|across\b|versus\b|always\b|perhaps\b|less\b"
    r"|unless\b)[a-z]{2,}s)\b"
    r"|%|°"
)
_CAR: Final = Pattern(
    rf"{SP}(?:model\b|(?:Audi|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Fiat|Ford|Honda|Hyundai|Isuzu|Jeep|Kia"
    r"|Lada|Lexus|Mazda|Mercedes|Mitsubishi|Nissan|Opel|Peugeot|Pontiac|Renault|Saab|Skoda|Subaru|Suzuki|Tesla|Toyota"
    r"|Volkswagen|Volvo)\b(?!\s(?:Motor|plant|factory|strike|recall)))"
)
"""What follows the year of a model: a "1987 Toyota pickup" says nothing of when."""
_NO_SIGNAL_COUNTED: Final = Pattern(
    rf"(?:-|{SP})(?:people|men|women|children|km|kms|kg|mph|percent|per{SP}cent)\b|%|°"
)
_BC: Final = r"(?:BCE?\b|B\.C\.(?:E\.)?)"
_FIRST_PLAIN_YEAR: Final = 1900
_LAST_PLAIN_YEAR: Final = 2059


def _read_year(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    """A year, or both of "1939-45". "1950 troops" and "Resolution 1973" are none."""
    text, start, end = anchor.text, match.start(), match.end()
    year = int(match["year"])
    signal = bool(_AFTER_SIGNAL.search(text, max(0, start - 10), start)) or bool(match["said"])
    if not signal and not _FIRST_PLAIN_YEAR <= year <= _LAST_PLAIN_YEAR:
        return []
    if not match["said"] and _NO_YEAR_BEFORE.search(text, max(0, start - 16), start):
        return []
    if match["end"] is None:
        if _CAR.match(text, end):
            return []
        counted = _NO_SIGNAL_COUNTED if signal and year >= _FIRST_PLAIN_YEAR else _COUNTED
        return [] if counted.match(text, end) else whole(match, f"{year:04d}")
    last = int(match["end"])
    if last < 100:
        last += year // 100 * 100
    if last <= year:
        return [Piece(*match.span("year"), f"{year:04d}")]
    return [Piece(start, match.end("year"), f"{year:04d}"), Piece(*match.span("end"), f"{last:04d}")]


def _read_decade(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    if match["year"]:
        return whole(match, f"{match['year'][:3]}X")
    short = int(match["short"]) if match["short"] else _DECADE_WORDS[match["word"].lower()]
    here = anchor.published
    century = (
        here.year // 100 if here and short <= here.year % 100 else (here.year // 100 - 1 if here else 19)
    )
    return [Piece(match.start("short") - 1 if match["short"] else match.start("word"), match.end(),
                  f"{century:02d}{short // 10}X")]  # fmt: skip


def _read_century(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    number = ordinal_number(match["ordinal"])
    era = "BC" if match["bc"] else ""
    return whole(match, f"{era}{number - 1:02d}XX" if 1 <= number <= 30 else None)


def _read_season_of_year(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    year = year_said(match, anchor)
    return whole(match, f"{year:04d}-{SEASONS[match['season'].lower()]}" if year else None)


RULES: Final = (
    Rule(
        "season_of_year",
        Pattern(
            rf"(?i:the{SP})?(?P<season>(?i:{SEASON})),?{SP}(?:of{SP})?(?:(?P<year>{YEAR})|(?P<which>last"
            rf"|this|next){SP}year\b)"
        ),
        _read_season_of_year,
    ),
    Rule(
        "decade",
        Pattern(
            r"(?P<year>1[0-9]\d0|20\d0)['\u2019]?s\b|['\u2019\u2018](?P<short>[1-9]0)s\b"
            rf"|(?:(?i:the){SP}(?:(?:early|late|mid)(?:-|{SP}))?|(?i:early|late|mid)(?:-|{SP}))"
            rf"(?P<word>(?i:{'|'.join(_DECADE_WORDS)}))\b"
        ),
        _read_decade,
    ),
    Rule(
        "year_bc",
        Pattern(rf"(?P<year>[1-9]\d{{0,3}}){SP}{_BC}"),
        lambda match, anchor: whole(match, f"BC{int(match['year']):04d}"),
    ),
    Rule(
        "century",
        Pattern(rf"(?P<ordinal>{ORDINAL})(?:-|{SP})(?i:century)\b(?:{SP}(?P<bc>{_BC}))?"),
        _read_century,
    ),
    Rule(
        "year",
        Pattern(
            rf"(?P<said>(?i:(?:the{SP})?year{SP}))?(?P<year>{YEAR})(?:(?:{SP}?[-\u2013\u2014/]"
            rf"{SP}?)(?P<end>{YEAR}|\d\d(?!\w|[-,.]\d)))?(?![-/]\d)"
        ),
        _read_year,
    ),
)
