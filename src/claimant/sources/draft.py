"""A statement in the making, and whose words a place of the text is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from claimant.language.mentions import Mention
from claimant.record import Excerpt, Reason, Source, Stance
from claimant.tables import word_list

# Who denies, doubts, confirms, knows nothing of something or will not speak of it speaks of what is told
# elsewhere in the report.
REACHING = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.UNAWARE, Stance.CONFIRMS, Stance.DECLINES})
FIRST_PERSON = word_list("sources", "first_person")


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
        parties: For stances that reach beyond the content, the codes of who is spoken of in it.
        words: For the same, the lemmas of its nouns and verbs (for assertions, of its verbs), and
        things: of its nouns alone.
        clausal: Whether a deed is told in it ("denied that …"), not only named ("denied any …"), and
        past: whether that is over.
        refusal: Whether it is only what the source will not do: "refused to leave".
        indeed: Whether it says that something is so indeed.
        negated: Whether it says that something did not happen or is not so: "had flown no sorties".
        antecedents: Where what it takes up ("denied this") may have been told, nearest first.
        borrowed: Whether its sources are those of the statement that holds it: "it is untrue that …".
        naming: Whether a noun names the statement: "a report that …".
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
    things: frozenset[str] = frozenset()
    clausal: bool = False
    past: bool = False
    refusal: bool = False
    negated: bool = False
    indeed: bool = False
    antecedents: list[tuple[int, int]] = field(default_factory=list)
    borrowed: bool = False
    naming: bool = False
    reasons: list[Reason] = field(default_factory=list)

    @property
    def length(self) -> int:
        """How many characters the content has."""
        return sum(end - start for start, end in self.content)

    def covers(self, position: float) -> bool:
        """Whether a character of the text belongs to the content."""
        return any(start <= position < end for start, end in self.content)


class Spoken:
    """Which statements cover a character: an index over a report's drafts."""

    _BLOCK = 256

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._blocks: dict[int, list[Draft]] = {}
        for draft in drafts:
            blocks = {
                b for start, end in draft.content for b in range(start // self._BLOCK, end // self._BLOCK + 1)
            }
            for block in blocks:
                self._blocks.setdefault(block, []).append(draft)

    def __bool__(self) -> bool:
        return bool(self._blocks)

    def at(self, position: float) -> list[Draft]:
        """The statements whose content covers a character, in order."""
        return [d for d in self._blocks.get(int(position) // self._BLOCK, ()) if d.covers(position)]

    def innermost(self, position: float) -> Draft | None:
        """The statement with the least content among them, topics left out.

        Where "a report that …" is denied, it is the report that says so.
        """
        found = (d for d in self.at(position) if not d.topic)
        return min(found, key=lambda d: (d.length, not d.naming), default=None)

    def chain(self, start: int, end: int) -> tuple[Source, ...]:
        """Who says what stands between two characters: the nearest source first.

        What a source only speaks about ("condemned the visit") is not said by that source.
        Nothing is given where the report says it itself.
        """
        draft = self.innermost((start + end - 1) / 2)
        return tuple(draft.sources) if draft is not None else ()


def chain(drafts: Sequence[Draft], start: int, end: int) -> tuple[Source, ...]:
    """:meth:`Spoken.chain` for a single question; for many, keep a :class:`Spoken`."""
    middle = (start + end - 1) / 2
    return Spoken(d for d in drafts if d.covers(middle)).chain(start, end)


def first_person(drafts: Sequence[Draft], doc: Doc) -> dict[int, Draft]:
    """Who "I", "we", "us" … are: token index → the statement whose nearest source is meant.

    Only within quotations: in a report's own words, "we" is nobody known.
    """
    found: dict[int, Draft] = {}
    spoken = Spoken(draft for draft in drafts if draft.quoted and draft.sources)
    for token in doc if spoken else ():
        if token.lower_ not in FIRST_PERSON or token.text == "US":
            continue
        within = [d for d in spoken.at(token.idx) if any(start <= token.idx < end for start, end in d.quoted)]
        if within:
            found[token.i] = min(within, key=lambda d: d.length)
    return found
