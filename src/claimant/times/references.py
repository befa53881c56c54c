"""Words that point to present, past or future without saying when: "now", "the near future"."""

from __future__ import annotations

import re
from typing import Final

from claimant.patterns import Pattern
from claimant.times.anchoring import Anchor, Piece
from claimant.times.rule import Rule, whole
from claimant.times.words import SP


def _read(match: re.Match[str], anchor: Anchor) -> list[Piece]:
    for value in ("present", "past", "future"):
        if match[value]:
            return whole(match, f"{value.upper()}_REF")
    return []


RULES: Final = (
    Rule(
        "reference",
        Pattern(
            rf"(?P<present>(?i:right{SP}now|just{SP}now|now(?!-)|currently|presently|nowadays"
            rf"|these{SP}days|at{SP}present"
            rf"|the{SP}present{SP}(?:day|time|moment)|the{SP}time{SP}being|current(?={SP}[a-z]))\b"
            rf"|(?<=for ){SP}?the present\b|(?<=at )this{SP}time\b)"
            rf"|(?P<past>(?i:recently|lately|the{SP}(?:recent{SP}|distant{SP}"
            rf"|not-too-distant{SP})?past(?!{SP}[a-z0-9])"
            rf"|the{SP}(?:recent{SP})?past(?={SP}(?:and|but|to|was|is|has|by|for)\b)|(?:not{SP}(?:so{SP}|too{SP})?)?long{SP}ago"
            rf"|moments{SP}ago|(?:ancient|immemorial|prehistoric){SP}times|time{SP}immemorial|antiquity|(?:a|some){SP}(?:(?:long|short|little){SP})?(?:while|time){SP}(?:ago|back)"
            rf"|in{SP}the{SP}past(?={SP}(?:and|but|by)\b))\b)"
            rf"|(?P<future>(?i:the{SP}(?:(?:very{SP})?(?:near|immediate|foreseeable|distant"
            rf"|not-too-distant){SP})?future(?!{SP}of\b)"
            rf"|near{SP}future|future)\b(?!-))"
        ),
        _read,
    ),
)
