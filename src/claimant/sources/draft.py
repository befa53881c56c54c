"""A statement in the making, and whose words a place of the text is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from claimant.language.mentions import Mention
from claimant.record import Excerpt, Reason, Source, Stance

FIRST_PERSON = frozenset(["i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"])


@dataclass(slots=True, eq=False)
class Draft:
    """A stretch of text that is somebody's.

    Attributes:
        sources: Who says so, nearest first; empty where the text does not tell ("reportedly").
        cue: The words that say so.
        content: The stretches that are said, as character spans in order.
        stance: How the nearest source stands to them.
        topic: Whether they are only what the source speaks about.
        quote: Whether they are mostly in quotation marks.
        quoted: The quotations among the content.
        sentence: The number of the cue's sentence in the report, from 0, and
        start, end: its characters, and
        text: its words.
        mention: Who the nearest source is.
        source_tokens: The tokens of the nearest source, end exclusive.
        parent: The statement that holds this one.
        parties: The codes of who is spoken of in the content.
        words: Lemmas of the content's nouns and verbs.
        reasons: Which rules found it.
    """

    cue: Excerpt
    content: list[tuple[int, int]]
    stance: Stance
    sentence: int
    start: int
    end: int
    text: str
    sources: list[Source] = field(default_factory=list)
    topic: bool = False
    quote: bool = False
    quoted: list[tuple[int, int]] = field(default_factory=list)
    mention: Mention | None = None
    source_tokens: tuple[int, int] | None = None
    parent: Draft | None = None
    parties: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    reasons: list[Reason] = field(default_factory=list)

    @property
    def length(self) -> int:
        """How many characters the content has."""
        return sum(end - start for start, end in self.content)

    def covers(self, position: float) -> bool:
        """Whether a character of the text belongs to the content."""
        return any(start <= position < end for start, end in self.content)


def innermost(drafts: Sequence[Draft], position: float, *, topics: bool = True) -> Draft | None:
    """The statement with the least content that covers a character."""
    best: Draft | None = None
    for draft in drafts:
        if (
            draft.covers(position)
            and (topics or not draft.topic)
            and (best is None or draft.length < best.length)
        ):
            best = draft
    return best


def chain(drafts: Sequence[Draft], start: int, end: int) -> tuple[Source, ...]:
    """Who says what stands between two characters: the nearest source first.

    What a source only speaks about ("condemned the visit") is not said by that source. Nothing
    is given where the report says it itself.
    """
    draft = innermost(drafts, (start + end - 1) / 2, topics=False)
    return tuple(draft.sources) if draft is not None else ()


def first_person(drafts: Sequence[Draft], doc: Doc) -> dict[int, Draft]:
    """Who "I", "we", "us" … are: token index → the statement whose nearest source is meant.

    Only within quotations: in a report's own words, "we" is nobody known.
    """
    found: dict[int, Draft] = {}
    spoken = [draft for draft in drafts if draft.quoted and draft.sources]
    if not spoken:
        return found
    for token in doc:
        if token.lower_ not in FIRST_PERSON or token.text == "US":
            continue
        within = [d for d in spoken if any(start <= token.idx < end for start, end in d.quoted)]
        if within:
            found[token.i] = min(within, key=lambda d: d.length)
    return found
