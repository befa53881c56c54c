"""Status inside a clause: its modal, its negation, its condition, its mood."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.events.status_rules import Found, StatusRules
from claimant.language.clause import Clause
from claimant.record import Excerpt, Status

# Behind these, "if" asks and sets no condition.
_WONDERING = frozenset(
    {"ask", "wonder", "know", "see", "decide", "question", "doubt", "say", "tell", "learn", "find"}
)
_PROVISOS = frozenset({"provided", "providing", "assuming"})
# With these begin the phrases that set a condition: "in case of", "as long as", "subject to".
_SETTING = frozenset({"in", "on", "as", "so", "only", "subject", "contingent"})


# "Reportedly" is not among these: it tells who says so, not that it may not be.
_UNSURE = frozenset({"allegedly", "possibly", "perhaps", "maybe"})


class ClauseStatus:
    """Reads the status that a clause gives to what it tells."""

    def __init__(self, rules: StatusRules) -> None:
        self._rules = rules

    def read(self, clause: Clause, found: Found) -> None:
        """Add what the clause's own words say."""
        negation = clause.negation
        if negation is not None and not (negation.lower_ in ("not", "n't") and _is_not_only(negation)):
            found.add(Status.NEGATED, "negation", negation)
        for child in clause.verb.children:
            if child.dep_ != "advmod":
                continue
            if child.lower_ in self._rules.negatives:
                found.add(Status.NEGATED, "adverb", child)
            elif child.lower_ in _UNSURE:
                found.add(Status.HYPOTHETICAL, "adverb", child)
        modal = clause.modal
        auxiliary = next((t for t in clause.auxiliaries if t.tag_ == "MD"), clause.verb)
        if modal in ("will", "shall"):
            found.add(Status.FUTURE, "modal", auxiliary)
        elif modal == "would":
            above = clause.governor
            reported = (
                above is not None
                and clause.relation in ("ccomp", "conj")
                and above.tense in ("past", "pluperfect", "perfect")
            )
            # "would have lent it": what was not done
            undone = any(t.lemma_ == "have" for t in clause.auxiliaries) and clause.verb.tag_ == "VBN"
            found.add(Status.FUTURE if reported and not undone else Status.HYPOTHETICAL, "modal", auxiliary)
        elif modal in ("may", "might", "can", "could", "should", "must", "ought"):
            found.add(Status.HYPOTHETICAL, "modal", auxiliary)
        elif clause.verb.tag_ == "VB" and not clause.auxiliaries and clause.relation in ("ROOT", "ccomp"):
            # an order or a demand: "Stop the war", "demanded that Iran release them"
            if not clause.own_subject or "that" in clause.markers:
                found.add(Status.HYPOTHETICAL, "imperative or subjunctive", clause.verb)
        if (
            clause.relation == "ROOT"
            and clause.verb.tag_ == "VB"
            and clause.own_subject
            and any(t.lower_ == "to" for t in clause.auxiliaries)
        ):
            found.add(Status.FUTURE, "to do, in a headline", clause.verb)
        if clause.verb.lemma_ == "be" or any(
            t.lower_ in ("is", "are", "was", "were") for t in clause.auxiliaries
        ):
            if any(t.lower_ == "to" for t in clause.auxiliaries) and clause.relation == "ROOT":
                found.add(Status.FUTURE, "is to", clause.verb)
        inverted = inversion(clause.verb) or (
            inversion(clause.governor.verb) if clause.governor and clause.relation == "xcomp" else None
        )
        if inverted is not None:
            found.add(Status.HYPOTHETICAL, "stands in a condition", inverted)
        self._condition(clause, found)
        if clause.relation == "ROOT":
            sentence = clause.verb.sent
            if any(t.text == "?" for t in sentence[-2:]):
                found.add(Status.HYPOTHETICAL, "question", sentence[-1])

    def _condition(self, clause: Clause, found: Found) -> None:
        """A condition: in its own clause the event is supposed, in the clause above it is conditional."""
        if any(m in _PROVISOS or m in ("if", "unless", "lest") for m in clause.markers) or (
            clause.verb.head.lower_ in _PROVISOS and clause.verb.head.i < clause.verb.i
        ):
            found.add(Status.HYPOTHETICAL, "stands in a condition", clause.verb)
            return
        children = [*clause.verb.children]
        inner = [g for c in children if c.dep_ == "xcomp" for g in c.children]
        for child in (*children, *inner):
            dep = child.dep_
            if dep not in ("advcl", "ccomp"):
                continue
            if (first := inversion(child)) is not None:
                self._conditional(clause, child, first, found)
            elif dep == "advcl" or child.head.lemma_ not in _WONDERING:
                mark = next((c for c in child.children if c.dep_ == "mark"), None)
                if mark is not None and (_only_then(mark) and clause.modal in ("will", "would", "can")):
                    self._conditional(clause, child, mark, found)
                elif mark is not None and mark.lower_ in (
                    "if",
                    "unless",
                    "provided",
                    "providing",
                    "assuming",
                    "once",
                ):
                    if _even_if(mark) or (mark.lower_ == "once" and clause.modal == ""):
                        continue
                    self._conditional(clause, child, mark, found)
        doc = clause.verb.doc
        for token in doc[clause.verb.left_edge.i : clause.verb.right_edge.i + 1]:
            if token.lower_ in _PROVISOS and token.i > clause.verb.i and self._belongs(token, clause):
                # "provided that Zagreb drops its suit", wherever the parser hangs it
                if any(c.dep_ in ("ccomp", "advcl") for c in token.rights):
                    self._conditional(clause, token, token, found)
                    break
            if token.lower_ in _SETTING and token.dep_ in ("prep", "mark", "advmod"):
                words = doc[token.i : token.i + 4].text.lower()
                phrase = next((c for c in self._rules.conditions if " " in c and words.startswith(c)), None)
                if phrase is not None and self._belongs(token, clause):
                    self._conditional(clause, token, token, found)

    def _belongs(self, token: Token, clause: Clause) -> bool:
        node = token.head
        while node.i != node.head.i and node.i != clause.verb.i:
            if node.pos_ in ("VERB", "AUX") and node.dep_ not in ("aux", "auxpass"):
                return False
            node = node.head
        return node.i == clause.verb.i

    def _conditional(self, clause: Clause, head: Token, mark: Token, found: Found) -> None:
        doc = head.doc
        start, end = head.left_edge.i, head.right_edge.i + 1
        start = min(start, mark.i)
        while end > start + 1 and doc[end - 1].is_punct:
            end -= 1
        span = doc[start:end]
        found.condition = Excerpt(text=span.text, start=span.start_char, end=span.end_char)
        found.add(Status.CONDITIONAL, "condition", mark)


def _is_not_only(negation: Token) -> bool:
    following = negation.nbor(1) if negation.i + 1 < len(negation.doc) else None
    return following is not None and following.lower_ in ("only", "just", "merely")


def inversion(verb: Token) -> Token | None:
    """The word that sets a condition by its place: "*Had* Quito asked, …", "*Were* Oslo to join, …"."""
    first = verb.left_edge
    if first.lower_ not in ("had", "should", "were") or not (first.i == verb.i or first.dep_ == "aux"):
        return None
    if verb.dep_ in ("ROOT", "aux") or any(c.dep_ == "mark" for c in verb.children):
        return None
    if not any(c.dep_ in ("nsubj", "nsubjpass", "expl") and c.i > first.i for c in verb.children):
        return None
    return first if verb.sent[-1].text != "?" else None


def _only_then(mark: Token) -> bool:
    """ "will be paid *only after* it signs"."""
    before = mark.nbor(-1) if mark.i else None
    return mark.lower_ in ("after", "when") and before is not None and before.lower_ == "only"


def _even_if(mark: Token) -> bool:
    return mark.i > 0 and mark.nbor(-1).lower_ == "even"
