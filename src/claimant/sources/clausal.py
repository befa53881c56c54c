"""The clauses that a cue holds, and how far what it holds reaches."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.sources.cues import Cue
from claimant.sources.quoted import FINITE
from claimant.sources.stretch import Range
from claimant.tables import word_list

_JOINING = frozenset({"prep", "npadvmod", "advmod", "ccomp", "xcomp", "dep", "acomp", "dobj", "oprd"})
_OWN = frozenset({"nsubj", "nsubjpass", "expl", "aux", "auxpass", "mark"})
_FARTHEST = 20  # tokens between a cue and a clause that the parser hung elsewhere
_SAME_IN_PAST = word_list("language", "same_in_past")
_ASIDE = word_list("sources", "asides")
_QUESTION_WORDS = word_list("sources", "question_words")


def join(first: Token, last: Token, verb: Token, high: int, floor: int = 0) -> Range:
    """The stretch from one dependant of a cue to another, with what goes on behind it."""
    start = max(first.left_edge.i, floor)
    return start, min(high, _reach(verb, last, last.right_edge.i + 1, high))


def _reach(verb: Token, last: Token, end: int, high: int) -> int:
    """Where content goes on that the parser hung on the cue itself."""
    for child in verb.rights:
        if child.i < end or child.is_punct or child.is_space:
            continue
        if child.dep_ == "agent" and any(c.dep_ == "auxpass" for c in verb.lefts):
            break
        if child.dep_ in ("nsubj", "agent", "cc"):
            continue
        if child.dep_ in ("conj", "parataxis"):
            own = any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
            marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
            comma = (
                verb.doc[child.left_edge.i - 1].text in (",", ";")
                or verb.doc[child.left_edge.i - 2].text == ","
            )
            if not marked and (not own or comma):
                break
        elif child.dep_ == "advcl":
            marks = {c.lower_ for c in child.children if c.dep_ in ("mark", "advmod")}
            if (child.tag_ in ("VBG", "VBN") and not marks) or marks & _ASIDE:
                break
        elif child.dep_ not in _JOINING:
            break
        end = child.right_edge.i + 1
    return min(end, high)


def is_infinitive(token: Token) -> bool:
    """Whether a verb is "to leave" or "to have left"."""
    helps = {c.lower_ for c in token.lefts if c.dep_ == "aux"}
    return "to" in helps and (token.tag_ == "VB" or (token.tag_ == "VBN" and "have" in helps))


def held_clause(verb: Token, rights: list[Token], end: int, cue: Cue, high: int) -> Range | None:
    """The clause that hangs on a cue, also where the parser hung it elsewhere."""
    doc = verb.doc
    for child in rights:
        if child.i < end or _quotes_back(child):
            continue
        marks = [
            c
            for c in child.lefts
            if c.dep_ in ("mark", "advmod", "nsubj", "dobj", "attr", "det") and c.lower_ in _QUESTION_WORDS
        ]
        if (child.dep_ == "ccomp" and not is_infinitive(child)) or (
            child.dep_ in ("advcl", "dep", "conj", "acl", "relcl")
            and any(m.lower_ in ("that", "whether") and m.dep_ in ("mark", "advmod") for m in marks)
        ):
            if (
                child.tag_ in ("VBG", "VB")
                and not marks
                and not any(c.dep_ in ("nsubj", "aux", "expl", "nsubjpass") for c in child.children)
            ):
                continue
            child = _below_aside(child)
            last = [c for c in rights if c.dep_ in ("ccomp", "conj") and c.i > child.i]
            last = [c for c in last if any(m.lower_ == "that" and m.dep_ == "mark" for m in c.lefts)]
            start, stop = join(child, last[-1] if last else child, verb, high, end)
            return start, min(stop, _back_in_the_report(child, verb, stop))
    for child in rights:
        if child.dep_ in ("advcl", "dep") and _stands_alone(child, verb, end):
            return join(child, child, verb, high, end)
    if "object" not in cue.group.takes:
        # "he told a meeting of leaders that few understood": no relative clause, though it parses as one
        for child in rights:
            informed = child.dep_ == "agent" or (cue.group.recipient and child.lower_ == "from")
            named = next(iter(child.rights), child) if informed else child
            if informed or child.dep_ in ("dobj", "dative", "pobj"):
                for below in named.rights:
                    if below.dep_ in ("relcl", "acl") and doc[below.left_edge.i].lower_ == "that":
                        return join(below, below, verb, high, end)
    # the parser lost the clause: a bare "that" behind the verb still opens one
    for i in range(end, min(end + 2, high)):
        if doc[i].lower_ in ("that", "whether") and doc[i].tag_ == "IN":
            return i, high
    return None


def _stands_alone(clause: Token, verb: Token, end: int) -> bool:
    """Whether a clause without a conjunction is what was said, though the parser takes it for an aside.

    "Oslo said after the vote it would appeal." · "They have not said when they would meet."
    """
    doc = verb.doc
    start = clause.left_edge.i
    if start < end or any(t.text in (",", ";", ":", "(") or t.tag_ in FINITE for t in doc[end:start]):
        return False
    finite = clause.tag_ in FINITE or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in clause.lefts
    )
    if not finite or not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in clause.lefts):
        return False
    opener = next((c for c in clause.lefts if c.dep_ in ("mark", "advmod") and c.i == start), None)
    if opener is not None and opener.lower_ in ("when", "where", "why", "how"):
        return start == end and any(c.dep_ == "neg" for c in verb.lefts)
    return not any(c.dep_ == "mark" for c in clause.lefts) and (opener is None or opener.tag_ != "WRB")


def _back_in_the_report(clause: Token, verb: Token, stop: int) -> int:
    """Where a joined clause is the report's own again, told by its tense; else the end.

    "Oslo denied that its jets had fired, and in Bergen a clerk put it down to fog": what Oslo denied
    stands in the pluperfect.
    """
    if verb.tag_ != "VBD" or not any(
        c.lower_ == "had" and c.dep_ in ("aux", "auxpass") for c in clause.lefts
    ):
        return stop
    for child in clause.rights:
        subject = next((c for c in child.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
        if child.dep_ != "conj" or subject is None or subject.tag_ == "PRP":
            continue
        comma = next((c.i for c in clause.rights if c.is_punct and c.text == "," and c.i < child.i), stop)
        marks = {c.lower_ for c in child.lefts if c.dep_ == "mark"}
        past = child.tag_ == "VBD" or (child.tag_ in ("VB", "VBN") and child.lower_ in _SAME_IN_PAST)
        auxiliary = any(c.dep_ in ("aux", "auxpass") for c in child.lefts)
        if past and not marks and not auxiliary:
            return min(stop, comma)
    return stop


def _quotes_back(clause: Token) -> bool:
    """Whether a clause behind a comma says who is quoted: "Oslo agreed to talks, he was quoted as saying"."""
    edge = clause.left_edge
    comma = edge.text == "," or (edge.i > 0 and clause.doc[edge.i - 1].text == ",")
    return comma and clause.lemma_ in ("quote", "cite") and clause.tag_ == "VBN"


def _below_aside(clause: Token) -> Token:
    """The clause that was said, not the aside before it: "in a letter published on Sunday that …"."""
    if clause.tag_ not in ("VBD", "VBN") or any(c.dep_ in _OWN for c in clause.lefts):
        return clause
    for child in clause.rights:
        if child.dep_ == "ccomp" and any(c.dep_ == "mark" and c.lower_ == "that" for c in child.lefts):
            return child
    return clause


def far_clause(verb: Token, end: int, high: int) -> Range | None:
    """A clause that hangs on something between: "said in a letter seen by Interfax that …"."""
    doc = verb.doc
    for i in range(end, min(high, end + _FARTHEST)):
        token = doc[i]
        if token.dep_ == "mark" and token.lower_ == "that":
            above = token.head
            clauses = {verb.i, *(t.i for t in above.ancestors)}
            hung = verb.i in clauses and above.i > i and above.head.pos_ in ("VERB", "AUX")
            # "recalled its envoy in May, saying that …": the clause is what "saying" holds
            hung = hung and not (above.head.i == i - 1 and above.head.i > verb.i and above.head.tag_ == "VBG")
            return (i, min(high, above.right_edge.i + 1)) if hung else None
        if token.tag_ in FINITE or token.dep_ in ("mark", "relcl") or token.text in (";", ":"):
            return None
    return None
