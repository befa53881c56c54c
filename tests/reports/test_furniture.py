"""Single lines that stand around a report, and sentences that only begin like them."""

from pathlib import Path

import pytest

from claimant.reports.furniture import furniture
from claimant.reports.prepare import prepare
from claimant.tables import TableError

ABOVE, BELOW = "Norland rejected the offer on Monday.", "Sudland regretted the decision, its envoy said."

GONE = [
    "ADVERTISEMENT",
    "Advertisement - Continue reading below",
    "Story continues below advertisement",
    "Share this article",
    "Facebook Twitter WhatsApp Email",
    "Share on Facebook",
    "Follow us on Twitter @examplenews",
    "Sign up for our daily newsletter",
    "Subscribe to our newsletter for more",
    "Read more:",
    "Read more: Fishermen wait for a treaty",
    "READ ALSO: Fishermen wait for a treaty",
    "Related: Fishermen wait for a treaty",
    "Click here to read the full statement",
    "https://example.org/news/1",
    "Comments (12)",
    "-30-",
    "ENDS",
    "###",
    "© 2014 Example Press. All rights reserved.",
    "Copyright 2014 Example Press",
    "All rights reserved",
    "This material may not be published, broadcast, rewritten or redistributed.",
    "Image copyright Getty Images",
    "Image caption The harbour of Norville",
    "Photo: Ada Example",
    "(Photo by Ada Example/AFP)",
    "REUTERS/Ada Example",
    "FILE - In this March 3, 2010 photo, boats leave the harbour.",
    "The harbour of Norville. (AP Photo/Ada Example)",
    "By Ada Example",
    "(Reporting by Ada Example; Editing by Ben Sample and Cleo Instance)",
    "Additional reporting by Ada Example in Norville",
    "Ada Example and Ben Sample contributed to this report.",
    "With files from AFP",
    "Published: 3 March 2014",
    "Updated at 15:27 GMT on 3 March 2014",
    "This article was first published in the Norville Courier.",
    "Eds: ADDS reaction",
    "AP-NY-03-03-14 1512EST",
    "Editor's note: An earlier version misspelt a name.",
]

KEPT = [
    "Share prices fell.",
    "Join the talks or leave them, Sudland was told.",
    "Signing up to the treaty would end the dispute.",
    "Sign up to the deal, Sudland tells Norland.",
    "Published in 1923, the map shows the isles as a part of Norland.",
    "Updated maps were shown.",
    "By Friday, no answer had come.",
    "By sea and by air, troops arrived.",
    "Reporting by the ministry found no fault.",
    "Both sides contributed.",
    "Germany and France contributed to this success.",
    "The report was published on Friday.",
    "The document was amended after Norland objected.",
    "Reuters reported that the talks had ended.",
    "Related talks went on.",
    "AFP, citing officials, said so.",
    "Reuters and others reported this.",
    "He posed for a picture by the wall.",
    "The end of the dispute is near.",
    "Photo opportunities were cancelled.",
    "Source of the dispute is a map of 1923.",
    "More to the point, nobody asked the islanders.",
    "Register your boats, fishermen were told.",
    "Print media protested.",
    "Register to vote, islanders were told.",
]


@pytest.mark.parametrize("line", GONE)
def test_gone(line: str) -> None:
    assert prepare(f"{ABOVE}\n\n{line}\n\n{BELOW}").text == f"{ABOVE}\n\n{BELOW}"


@pytest.mark.parametrize("line", KEPT)
def test_kept(line: str) -> None:
    page = f"{ABOVE}\n\n{line}\n\n{BELOW}"
    assert prepare(page).text == page


@pytest.mark.parametrize("line", KEPT)
def test_kept_at_the_end(line: str) -> None:
    assert prepare(f"{ABOVE}\n\n{line}").text == f"{ABOVE}\n\n{line}"


def test_a_wrapped_sentence_is_not_cut() -> None:
    wrapped = ["The envoy said that the map was last seen in", "Geneva, where it was", "print"]
    page = "\n".join([*wrapped, "and text of its time, and that", "Reuters", "had it."])
    assert prepare(page).text == page
    assert prepare(f"{ABOVE}\n\n{page}\n\n{BELOW}").text == f"{ABOVE}\n\n{page}\n\n{BELOW}"


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("anywhere: []", "lacks the list 'paragraphs'"),
        ("[]", "lacks the list 'anywhere'"),
        (
            "anywhere: ['(']\nparagraphs: []\nhead: []\ntail: []\nlists: []\nno_places: []",
            "no regular expression",
        ),
    ],
)
def test_a_broken_table_is_named(tmp_path: Path, table: str, problem: str) -> None:
    path = tmp_path / "furniture.yaml"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(TableError, match=problem):
        furniture(path)
