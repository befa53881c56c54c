"""Simple HTML: what is taken from a page, and what is not."""

import pytest

from claimant.errors import NO_PARAGRAPHS, Message
from claimant.reports.pages import page

PAGE = """<!DOCTYPE html>
<html><head><title>Offer rejected | The Norville Courier</title>
<meta property="og:site_name" content="The Norville Courier">
<meta property="article:published_time" content="2014-03-03T03:41:00+08:00">
<meta property="article:modified_time" content="2014-03-03T15:27:00+08:00">
<link rel="canonical" href="https://example.org/news/1">
<style>p { color: red }</style><script>document.write("<p>no</p>")</script></head>
<body><nav><p>Home</p></nav><article><header><h1>Offer <em>rejected</em></h1></header>
<p>Norland&nbsp;rejected the <a href="#">offer</a>
on Monday &amp; Tuesday.</p><figure><figcaption>The harbour</figcaption></figure><h2>Why</h2>
<p>Sudland <b>regretted</b> it.<p>Talks end.</article>
<aside><p>Read our newsletter, please.</p></aside><article><p>Other news.</p></article>
<footer><p>© 2014</p></footer></body></html>"""


def test_page() -> None:
    found = page(PAGE, lambda *_, **__: None)
    assert found is not None
    assert (
        found.text == "Norland rejected the offer on Monday & Tuesday.\n\nSudland regretted it.\n\nTalks end."
    )
    assert found.facts == {
        "title": "Offer rejected",
        "publisher": "The Norville Courier",
        "published": "2014-03-03T03:41:00+08:00",
        "updated": "2014-03-03T15:27:00+08:00",
        "url": "https://example.org/news/1",
    }


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<div>One<br>Two</div>", "One\n\nTwo"),
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<time datetime='2014-03-03'>today</time><p>One", "One"),
        ("<p>One</nav></aside></p>", "One"),
        ("<p>One &#xZZ; &bogus; &lt;p&gt;</p>", "One &#xZZ; &bogus; <p>"),
        ("<article><p>One</article>" * 3, "One"),
        ("<![CDATA[x]]><p>One</p>", "One"),
        ("<p>" * 5000 + "One", "One"),
        ("<div>" * 50_000 + "<p>One", "One"),
    ],
)
def test_strange_pages(source: str, text: str) -> None:
    found = page(source, lambda *_, **__: None)
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize("source", ["", "<p></p>", "<script>", "<script><p>x</p>", "<!-- x -->", "<nav><p>x"])
def test_pages_without_text_are_told(source: str) -> None:
    said: list[Message] = []
    assert page(source, lambda message: said.append(message)) is None
    assert said == [NO_PARAGRAPHS]


@pytest.mark.parametrize("end", ["<", "<!", "<![if", "<!-- x", "<p", "<p class='", "</", "&", "&#", "<?"])
def test_pages_that_break_off_are_read(end: str) -> None:
    found = page(f"<p>One</p>{end}", lambda *_, **__: None)
    assert found is not None
    assert found.text == "One"
