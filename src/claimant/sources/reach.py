"""What a denial says of what it denies: whose deed, what kind, and whether it is told or only named."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from claimant.language.clauses import Clauses
from claimant.language.mentions import Mentions
from claimant.sources.draft import Draft
from claimant.sources.finding import Finding
from claimant.tables import word_list

_PAST = frozenset({"VBD", "VBN"})
_DONE = frozenset({"past", "perfect", "pluperfect", "present"})
_BELOW = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "csubj", "ROOT"})
_DEEPEST = 4
_NEGATIVE = word_list("sources", "negative")
_PLANS = word_list("sources", "plans")
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


def negated(finding: Finding, clauses: Clauses, doc: Doc) -> bool:
    """Whether what is said is that something did not happen, or is not so.

    "Not one soldier had gone near the wells" · "the air force had flown no sorties" · "there is no deal"; but
    "we will not go" and "he has no plans to visit" tell of what lies ahead.
    """
    for start, end in finding.pieces:
        for token in doc[start:end]:
            if start <= token.head.i < end and token.head.i != token.i:
                continue
            clause = clauses.at(token)
            if clause is None or clause.modal or clause.tense not in _DONE or clause.verb.dep_ == "advcl":
                continue
            inside = [t for t in doc[start:end] if t.lower_ in _NEGATIVE]
            if any(_near(word, clause.verb) for word in inside) and not _wants(clause.verb):
                return True
    return False


def _near(word: Token, verb: Token) -> bool:
    """Whether a negative word belongs to a verb's own clause: within its phrases, not in a clause below."""
    steps = 0
    while word.i != verb.i and steps < _DEEPEST and word.dep_ not in _BELOW:
        word, steps = word.head, steps + 1
    return word.i == verb.i


def _wants(verb: Token) -> bool:
    things = {c.lemma_ for c in verb.children if c.dep_ in ("dobj", "attr")}
    return verb.lemma_ in _PLANS or bool(things & _PLANS)


def _aside(token: Token, start: int) -> bool:
    """Whether a token stands in a relative clause of a stretch that begins at `start`."""
    while token.i >= start:
        if token.dep_ == "relcl" and token.left_edge.i > start:
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False
