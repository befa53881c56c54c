"""What a denial says of what it denies: whose deed, what kind, and whether it is told or only named."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from claimant.language.mentions import Mentions
from claimant.sources.draft import Draft
from claimant.sources.finding import Finding

_PAST = frozenset({"VBD", "VBN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def reach(draft: Draft, finding: Finding, doc: Doc, mentions: Mentions) -> None:
    """Note of whom and of what the content of a denial speaks, relative clauses left out.

    "An understanding between A and B over islands that each of them disputes with C" is no deed of C.
    """
    inside = [t for a, b in finding.pieces for t in doc[a:b] if not _aside(t, a)]
    places = {t.i for t in inside}
    found = (m for a, b in finding.pieces for m in mentions.within(a, b) if m.head.i in places)
    draft.parties = frozenset(e.code for m in found for e in m.entities if e.code)
    draft.words = frozenset(t.lemma_.lower() for t in inside if t.pos_ in ("NOUN", "VERB"))
    draft.things = frozenset(t.lemma_.lower() for t in inside if t.pos_ == "NOUN")
    draft.clausal = any(t.tag_ in _FINITE or t.tag_ == "VBG" for t in inside)
    draft.past = any(t.tag_ in _PAST for t in inside) and not any(t.tag_ == "MD" for t in inside)
    first = doc[finding.pieces[0][0]] if finding.pieces else None
    draft.refusal = first is not None and first.lower_ == "to" and first.tag_ == "TO"


def _aside(token: Token, start: int) -> bool:
    """Whether a token stands in a relative clause of a stretch that begins at `start`."""
    while token.i >= start:
        if token.dep_ == "relcl" and token.left_edge.i > start:
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False
