"""Simple HTML into text: the title, what the page says about itself, and its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from claimant.errors import BROKEN_HTML, NO_PARAGRAPHS
from claimant.reports.decoding import Tell

_IGNORED = {
    "script", "style", "noscript", "template", "svg", "nav", "footer", "aside", "form", "button", "select",
    "figure", "iframe", "object", "math", "dialog",
}  # fmt: skip
_BREAKS = {
    "p", "div", "section", "article", "main", "header", "blockquote", "ul", "ol", "li", "table", "tr", "td",
    "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr",
}  # fmt: skip
_META = {
    "og:title": "title",
    "twitter:title": "title",
    "article:published_time": "published",
    "datepublished": "published",
    "date": "published",
    "pubdate": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "article:modified_time": "updated",
    "datemodified": "updated",
    "lastmod": "updated",
    "og:updated_time": "updated",
    "og:site_name": "publisher",
    "og:url": "url",
}


@dataclass
class Page:
    """A page's text and what it says about itself; ``facts`` are named as :func:`prepare`'s arguments."""

    text: str = ""
    facts: dict[str, str] = field(default_factory=dict)


def page(source: str, tell: Tell) -> Page | None:
    """Read a page's HTML; ``None``, and told, if there is no text on it."""
    reader = _Reader()
    try:
        reader.feed(source)
        reader.close()
    except (AssertionError, ValueError, RecursionError) as error:
        tell(BROKEN_HTML, reason=str(error)[:80])
        return None
    text = reader.text()
    if not text:
        tell(NO_PARAGRAPHS)
        return None
    return Page(text, reader.about())


class _Reader(HTMLParser):
    """Collects paragraphs, the articles they stand in, and the head's facts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.names = {"title": "", "h1": ""}
        self.article, self.articles, self.depth = 0, 0, 0
        self.ignored: list[str] = []
        self.naming: str | None = None
        self.in_paragraph = False
        self.piece: list[str] = []
        self.paragraphs: list[tuple[int, str]] = []
        self.blocks: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {k: v or "" for k, v in attrs}
        if tag == "meta":
            name = _META.get(
                (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
            )
            if name and given.get("content", "").strip():
                self.meta.setdefault(name, given["content"].strip())
        elif tag == "link" and given.get("rel", "").lower() == "canonical" and given.get("href"):
            self.meta.setdefault("url", given["href"].strip())
        elif tag == "time" and given.get("datetime") and self.article == self.articles:
            self.meta.setdefault("time", given["datetime"].strip())
        if tag in _IGNORED:
            self.ignored.append(tag)
        elif tag in self.names and not self.ignored:
            self._end_piece()
            self.naming = tag
        elif tag in _BREAKS and not self.ignored:
            self._end_piece()
            self.in_paragraph = tag == "p" or (tag == "br" and self.in_paragraph)
        if tag == "article":
            self.depth += 1
            if self.depth == 1:
                self.articles += 1
                self.article = self.articles

    def handle_endtag(self, tag: str) -> None:
        if tag in _IGNORED and tag in self.ignored:
            while self.ignored.pop() != tag:
                pass
        elif tag == self.naming:
            self.naming = None
        elif tag in _BREAKS and not self.ignored:
            self._end_piece()
            self.in_paragraph = False
        if tag == "article" and self.depth:
            self.depth -= 1
            self.article = self.article if self.depth else 0

    def handle_data(self, data: str) -> None:
        if self.naming and not self.ignored:
            self.names[self.naming] += data
        elif not self.ignored:
            self.piece.append(data)

    def _end_piece(self) -> None:
        words = " ".join("".join(self.piece).split())
        self.piece = []
        if words:
            self.blocks.append((self.article, words))
            if self.in_paragraph:
                self.paragraphs.append((self.article, words))

    def text(self) -> str:
        """The paragraphs of the article with the most text, else of the page; without any, all its text."""
        self._end_piece()
        found = self.paragraphs or self.blocks
        length: dict[int, int] = {}
        for article, words in found:
            length[article] = length.get(article, 0) + len(words)
        best = max((a for a in length if a), key=lambda a: length[a], default=0)
        if best and length[best] * 3 >= sum(length.values()):
            found = [(a, w) for a, w in found if a == best]
        return "\n\n".join(words for _, words in found)

    def about(self) -> dict[str, str]:
        """What the page says about itself."""
        facts = dict(self.meta)
        if when := facts.pop("time", None):
            facts.setdefault("published", when)
        title = (
            facts.get("title") or " ".join(self.names["h1"].split()) or " ".join(self.names["title"].split())
        )
        for dash in (" | ", " - ", " – ", " — "):
            title = title.removesuffix(dash + facts.get("publisher", "\0"))
        return facts | {"title": title} if title else facts
