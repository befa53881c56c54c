"""Reports in many layouts (``layouts.yaml``): what is found in a page, and what is left of it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from claimant.reports.prepare import body_ranges, prepare, skipped

LAYOUTS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("layouts.yaml").read_text("utf-8"))
NAMES = [layout["name"] for layout in LAYOUTS]
PAGES = {layout["name"]: layout["page"] for layout in LAYOUTS}


@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
def test_page(layout: dict[str, Any]) -> None:
    report = prepare(layout["page"])
    found = {
        "name": layout["name"],
        "page": layout["page"],
        "title": report.title,
        "standfirst": report.standfirst,
        "published": report.published,
        "updated": report.updated,
        "place": report.dateline_place,
        "publisher": report.publisher,
        "byline": report.byline,
        "body": report.text,
    }
    assert {name: value for name, value in found.items() if value is not None} == layout


@pytest.mark.parametrize("page", PAGES.values(), ids=NAMES)
def test_nothing_is_left_to_pass_over(page: str) -> None:
    assert skipped(prepare(page).text) == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
def test_verbatim_keeps_the_text_and_passes_over_the_same(layout: dict[str, Any]) -> None:
    report = prepare(layout["page"], verbatim=True)
    assert report.text == layout["page"]
    assert (report.published, report.updated) == (layout.get("published"), layout.get("updated"))
    assert (report.dateline_place, report.publisher) == (layout.get("place"), layout.get("publisher"))
    # A title without a label stays in the text, and is read with it.
    labelled = "HEADLINE:" in layout["page"]
    assert report.title == (layout["title"] if labelled else None)
    top = [] if labelled else [layout.get("title", ""), layout.get("standfirst", "")]
    read = " ".join(report.text[start:end] for start, end in body_ranges(report.text))
    assert read.split() == " ".join([*top, layout["body"]]).split()


def test_what_the_caller_knows_wins() -> None:
    page = PAGES["dateline without the year, which the update gives"]
    report = prepare(
        page,
        id="7",
        title="Other title",
        published="2015-01-01",
        publisher="Herald",
        url="https://example.org",
    )
    assert (report.id, report.title, report.published) == ("7", "Other title", "2015-01-01")
    assert (report.publisher, report.url, report.updated) == ("Herald", "https://example.org", "2014-01-02")


def test_a_known_title_is_no_paragraph() -> None:
    assert (
        prepare("Talks end.\n\nThe talks ended on Monday.", title="Talks end").text
        == "The talks ended on Monday."
    )


@pytest.mark.parametrize(
    ("page", "published"),
    [
        ("Talks ended on Monday.", "2014-02-08"),
        ("Published: 1 March 2013\n\nTalks ended on Monday.", "2013-03-01"),
        ("KABUL, Sept 3, 2011 – Talks ended on Monday.", "2011-09-03"),
    ],
)
def test_fallback_date_is_for_reports_without_one(page: str, published: str) -> None:
    assert prepare(page, fallback_published="2014-02-08").published == published


def test_ids_follow_from_what_is_read() -> None:
    page = PAGES["posted by"]
    assert prepare(page).id == prepare(page, source_name="elsewhere.txt").id
    assert prepare(page).id != prepare(page, published="2014-03-04").id
    assert prepare(page).id != prepare(page.replace("talks", "trade talks")).id
