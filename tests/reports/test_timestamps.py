"""Dates and times as houses print them."""

import pytest

from claimant.reports.timestamps import as_iso, latest_before, moment, timing


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("Friday, 07 February, 2014, 3:41am", "2014-02-07T03:41:00"),
        ("Friday, 07 February, 2014, 12:05am", "2014-02-07T00:05:00"),
        ("Friday, 07 February, 2014, 12:05pm", "2014-02-07T12:05:00"),
        ("7 Feb 2014 03:41 GMT", "2014-02-07T03:41:00"),
        ("03:41 GMT, 7 Feb 2014", "2014-02-07T03:41:00"),
        ("Feb. 7, 2014 at 3:41 a.m. EST", "2014-02-07T03:41:00"),
        ("Feb 7, 2014, 10 p.m. ET", "2014-02-07T22:00:00"),
        ("0341 GMT, Feb 7, 2014", "2014-02-07T03:41:00"),
        ("1527 GMT (2327 HKT) March 3, 2014", "2014-03-03T15:27:00"),
        ("Saturday 8 February 2014 00.01 GMT", "2014-02-08T00:01:00"),
        ("7 February 2014 - 15:27", "2014-02-07T15:27:00"),
        ("3 March 2014 • 6:00am", "2014-03-03T06:00:00"),
        ("Sept. 3, 2011", "2011-09-03"),
        ("3 Sept 2011", "2011-09-03"),
        ("March 3rd, 2014", "2014-03-03"),
        ("3rd of March 2014, noon", "2014-03-03T12:00:00"),
        ("February 7, 2014 Friday", "2014-02-07"),
        ("07-Feb-2014", "2014-02-07"),
        ("2014-02-07", "2014-02-07"),
        ("2014/02/07 03:41 (KST)", "2014-02-07T03:41:00"),
        ("2014-02-07 15:27:33", "2014-02-07T15:27:33"),
        ("2014-02-07T03:41:00+08:00", "2014-02-07T03:41:00+08:00"),
        ("2014-02-07T03:41:00.250Z", "2014-02-07T03:41:00+00:00"),
        ("7.2.2014", "2014-02-07"),
        ("25/12/2014", "2014-12-25"),
        ("12/25/2014", "2014-12-25"),
        ("03/03/2014", "2014-03-03"),
        # Which is the month? Not said.
        ("07/02/2014", None),
        ("31 February 2014", None),
        ("7 Feb 2014 25:99", None),
        ("7 Feb", None),
        ("May 2014", None),
        ("2 hours ago", None),
        ("In May 5, 2014 was a Monday", None),
        ("1 January 1066", None),
        ("9999-01-01", None),
    ],
)
def test_moment(printed: str, iso: str | None) -> None:
    assert moment(printed) == iso


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2014-02-07", "2014-02-07"),
        (" 2014-02-07T03:41 ", "2014-02-07T03:41:00"),
        ("20140207", "2014-02-07"),
        ("Fri, 07 Feb 2014 03:41:00 +0000", "2014-02-07T03:41:00"),
        ("2014-02", None),
        ("2014", None),
        ("soon", None),
        ("", None),
        ("2014-02-30", None),
        ("2014-02-07" * 20, None),
    ],
)
def test_what_callers_give(given: str, iso: str | None) -> None:
    assert as_iso(given) == iso


@pytest.mark.parametrize(
    ("printed", "some_time"),
    [
        ("2 hours ago", True),
        ("an hour ago", True),
        ("yesterday at 3:41", True),
        ("just now", True),
        ("07/02/2014", True),
        ("Feb 7, 3:41pm", True),
        ("", False),
        ("on", False),
        ("in 1923", False),
        ("2 hours ago in Geneva", False),
    ],
)
def test_timing(printed: str, some_time: bool) -> None:
    assert timing(printed) is some_time


def test_year_of_a_dateline() -> None:
    assert latest_before("2014-02-07T10:00:00", 2, 7) == "2014-02-07"
    assert latest_before("2014-02-07", 2, 8) == "2013-02-08"
    assert latest_before("2014-02-07", 2, 29) is None
