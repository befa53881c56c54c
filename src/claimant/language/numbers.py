"""Number words."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS: Final = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_NUMBERS = {
    **{word: number for number, word in enumerate((*ONES, *TEENS), 1)},
    **{word: number for number, word in zip(range(20, 100, 10), TENS, strict=True)},
}


def number(words: str) -> Fraction:
    """The number that digits or number words say.

    >>> number("twenty-five"), number("5 1/2"), number("2.5"), number("two hundred")
    (Fraction(25, 1), Fraction(11, 2), Fraction(5, 2), Fraction(200, 1))
    """
    total = Fraction(0)
    for word in words.lower().replace(",", "").replace("½", " 1/2").replace("-", " ").split():
        if word == "hundred":
            total *= 100
        else:
            total += _NUMBERS[word] if word in _NUMBERS else Fraction(word)
    return total
