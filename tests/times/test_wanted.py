"""The words without which a rule is not tried stand in all that it matches."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimant.times.reader import TimeReader
from claimant.times.wanted import BESIDE, WANTED

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
SENTENCES = """
Signed 2014-02-07T10:30Z, filed 07/02/2014 or 7.2.14. On Friday, 7 February 2014 and on Feb. 7-9 it met.
By SEPT. 3 and in MAY 1998, from March to May last year, all of June. FY2014/15 and the fiscal year 2013
ended.
During the second world war, post-Suez crisis; on New Year's Eve, next Christmas 1991, New Year’s Day.
At 3:41am, 9 p.m. EST Tuesday, 0735 GMT, 14.30, three o'clock, seven in the morning, noon local time.
Q3 2014, the second half of last year, the last quarter. Spring 2012, the autumn of 1999, in summer, last
winter.
The 1990s, the '80s, mid-seventies, the early twenties, the nineteenth century, the 20th-century ships.
The day before yesterday, tonight, TODAY, tomorrow morning, overnight, that same evening, the next morning.
Dawn on Monday, the following THURSDAY night, Friday of last week, Mondays. The end of the year, year-end,
year’s end.
Almost three and a half weeks ago, a decade earlier, dozens of years later, two days from now, five hours
hence.
The past two weeks, recent quarters, these final few decades, the coming fortnights, the preceding centuries.
Every other year, each Friday, once a week, three times per month, per day, every evening; daily, annually.
A week-long siege, decades-old, yearlong, daylong, months-long; the weekend, that weekend, this quarter,
the fiscal year.
At least half an hour, more than twenty-five years, some months, a century, 1½ days, for hours, a
second-long halt.
In 1998, mid-2014, 1990-95, the year 2000; pre-1914, post-1945. Right now, these days, at present, the time
being,
in the new year, the June war of 1967, the spring offensive of 1918,
the week before last, the night before last; the day before, the year after. Later in the day; the first nine
months of the year; on the 24th. The quarter ended September 30, sales in the quarter, the year-ago
period, FY23.
44 BC, 4Q13, five days before, at dawn, in the evening, the first week of June,
 the early days of 2012, early spring, the late 19th and early 20th centuries,
current talks, lately, long ago, in the past and now, the near future, for the present, at this time,
nowadays.
"""


@pytest.mark.parametrize("text", [SENTENCES, *(p.read_text(encoding="utf-8") for p in EXAMPLES)])
def test_no_rule_is_left_out_that_would_match(text: str) -> None:
    reader, every = TimeReader(), TimeReader()
    every._ranked = [(rule, pattern, None, None) for rule, pattern, *_ in every._ranked]
    for begin, end in reader._windows(text):
        assert list(reader._matches(text, begin, end)) == [
            (reader._rules[rule.name], start) for rule, start in every._matches(text, begin, end)
        ]


def test_the_sentences_show_every_rule() -> None:
    reader = TimeReader()
    found = {
        rule.name for window in reader._windows(SENTENCES) for rule, _ in reader._matches(SENTENCES, *window)
    }
    assert found == set(reader._rules)
    assert set(WANTED) < found
    assert set(BESIDE) < found
