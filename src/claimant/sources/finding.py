"""What one rule found: a cue with its source and content, in tokens."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from claimant.record import Stance
from claimant.sources.stretch import Range


@dataclass(slots=True)
class Finding:
    """A cue with its source and content, in tokens.

    Attributes:
        heads: The heads of the sources' phrases, nearest first.
        cue: The cue's tokens, end exclusive.
        pieces: The content's.
        rule: Which rule found it.
        verb: The cue's verb, noun or first word.
        lent: The verb that lends a noun cue its subject, or -1.
        alone: Whether nobody is named whose it is: "amid fears that …".
        cited: Further sources that the sentence cites, nearer than the last of `heads`.
        refers: Whether the content only takes up what was told before: "denied this".
        links: The heads of all sources, nearest first.
    """

    heads: list[Token]
    cue: Range
    pieces: list[Range]
    stance: Stance
    topic: bool
    rule: str
    verb: Token | None = None
    lent: int = -1
    alone: bool = False
    cited: list[Token] = field(default_factory=list)
    refers: bool = False
    links: list[Token] = field(default_factory=list)
