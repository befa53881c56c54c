"""What holds for any text: nothing fails, and verbatim texts stay as they are."""

from __future__ import annotations

import io
import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from claimant.errors import InputError
from claimant.record import Report
from claimant.reports.inputs import reports
from claimant.reports.prepare import body_ranges, prepare, skipped

LINES = [
    "PUBLISHED : Friday, 07 February, 2014, 3:41am",
    "Updated:",
    "2 hours ago",
    "7/2/2014",
    "By Jane Doe",
    "JANE DOE in Tokyo",
    "TOKYO, Feb. 7 (Kyodo) — Japan protested.",
    "NAIROBI, Kenya (AP) _",
    "MOSCOW",
    "Reuters",
    "(Reporting by A B)",
    "Read more:",
    "Talks end",
    "The talks ended. (AP)",
    "ENDS",
    "© 2014 AFP",
    "BODY:",
    "HEADLINE: Talks end",
    "Photo: Jane Doe",
    "A, B, C and D",
    "x" * 130,
    "- A",
    "|",
    "—",
    "(",
    "\u2029",
]
any_text = st.text(st.characters(codec=None), max_size=300)
pages = st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=15).flatmap(
    lambda lines: st.lists(st.sampled_from(["\n", "\n\n", "\r\n", " ", "\n \n"]), min_size=len(lines)).map(
        lambda ends: "".join(a + b for a, b in zip(lines, ends, strict=False))
    )
)
texts = any_text | pages


def quiet(_: InputError) -> None:
    """Take note of nothing."""


@given(texts)
@settings(max_examples=200, deadline=None)
def test_prepare_never_fails(text: str) -> None:
    report = prepare(text, on_problem=quiet)
    assert Report.model_validate_json(report.model_dump_json()) == report
    assert report == prepare(text, on_problem=quiet)
    assert report.text == report.text.strip()
    assert "\r" not in report.text
    # What is cut out is cut out, but no letter is added.
    letters = re.sub(r"\W", "", report.text)
    assert len(letters) <= len(re.sub(r"\W", "", text))


@given(texts, st.none() | any_text)
@settings(max_examples=200, deadline=None)
def test_verbatim_keeps_the_text(text: str, other: str | None) -> None:
    report = prepare(
        text,
        title=other,
        id=other,
        published=other,
        publisher=other,
        url=other,
        verbatim=True,
        on_problem=quiet,
    )
    assert report.text == re.sub(r"[\ud800-\udfff]", "\ufffd", text)
    assert Report.model_validate_json(report.model_dump_json()) == report


@given(texts)
@settings(max_examples=200, deadline=None)
def test_ranges_part_the_text(text: str) -> None:
    stretches = skipped(text)
    body = body_ranges(text)
    every = sorted([*stretches, *body])
    assert all(0 <= start < end <= len(text) for start, end in every)
    assert all(before[1] <= after[0] for before, after in pairwise(every))
    left, at = "", 0
    for start, end in every:
        left, at = left + text[at:start], end
    assert not (left + text[at:]).strip()
    assert all(text[start:end] == text[start:end].strip() for start, end in body)


@given(st.binary(max_size=400) | texts.map(lambda t: t.encode("utf-8", "replace")))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_named(data: bytes) -> None:
    problems: list[InputError] = []
    found = list(reports(["-"], on_problem=problems.append, stdin=io.BytesIO(data)))
    assert found or any(p.fatal for p in problems)
    assert all(str(p).isprintable() for p in problems)
    assert all(r.text for r in found)


@given(st.sampled_from(LINES), st.integers(1, 4000))
@settings(max_examples=60, deadline=2000)
def test_long_lines_take_no_long_time(line: str, times: int) -> None:
    prepare(line * times, on_problem=quiet)
