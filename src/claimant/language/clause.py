"""A clause: a predicate and what stands around it; and what hangs on a noun. Tokens are spaCy's."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from claimant.tables import word_list

NEGATIVE_NOUNS = frozenset({"nobody", "none", "nothing", "no-one"})


_MODALS = {"'ll": "will", "wo": "will", "ca": "can", "'d": "would", "sha": "shall"}
_QUANTITIES = word_list("language", "quantities")
_COPULAS = word_list("language", "copulas")


@dataclass(slots=True)
class Clause:
    """A predicate and what stands around it.

    Attributes:
        predicate: The verb, or the adjective or noun behind a copula.
        verb: The verb (the copula, where `predicate` is not one).
        subjects: Heads of the phrases that do or are it; in the passive, those it is done to.
        objects: Heads of direct objects.
        indirect: Heads of dative objects ("gave Sudan aid").
        agents: Heads behind "by" in the passive.
        prepositions: Preposition, lower case, to the heads behind it.
        passive: Whether the verb is passive.
        governor: The clause that this one hangs on, and
        relation: how: ``ccomp xcomp advcl acl relcl conj pcomp`` or empty.
    """

    predicate: Token
    verb: Token
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    indirect: list[Token] = field(default_factory=list)
    agents: list[Token] = field(default_factory=list)
    prepositions: dict[str, list[Token]] = field(default_factory=dict)
    complements: list[Clause] = field(default_factory=list)
    particles: list[str] = field(default_factory=list)
    auxiliaries: list[Token] = field(default_factory=list)
    markers: list[str] = field(default_factory=list)
    passive: bool = False
    own_negation: Token | None = None
    own_subject: bool = False
    governor: Clause | None = None
    relation: str = ""

    @property
    def lemma(self) -> str:
        """The predicate's lemma, lower case."""
        return self.predicate.lemma_.lower()

    @property
    def modal(self) -> str:
        """The modal that stands with the verb, as its lemma ("would", "will", "may"), or empty."""
        for token in self.auxiliaries:
            if token.tag_ == "MD":
                return _MODALS.get(token.lower_, token.lower_)
        return ""

    @property
    def tense(self) -> str:
        """``past``, ``present``, ``future``, ``perfect``, ``pluperfect``, or empty without a finite verb."""
        modal = self.modal
        if modal in ("will", "shall"):
            return "future"
        finite = next((t for t in self.auxiliaries if t.tag_ in ("VBD", "VBZ", "VBP")), None)
        if finite is None and self.verb.tag_ in ("VBD", "VBZ", "VBP"):
            finite = self.verb
        if finite is None:
            return ""
        if finite.lemma_ == "have" and finite is not self.verb:
            return "pluperfect" if finite.tag_ == "VBD" else "perfect"
        return "past" if finite.tag_ == "VBD" else "present"

    @property
    def negation(self) -> Token | None:
        """The word that negates the clause, wherever it stands in it, or nothing."""
        if self.own_negation is not None:
            return self.own_negation
        for token in (*self.subjects, *self.objects, *self.agents):
            word = negative_determiner(token)
            if word is not None:
                return word
        return None


def negative_determiner(head: Token) -> Token | None:
    """The "no" of "no troops", or the word itself where it is "nobody".

    Only "no" that determines the head counts: in "the no vote" it is part of a name.
    """
    if head.lower_ in NEGATIVE_NOUNS:
        return head
    for child in head.lefts:
        if child.dep_ in ("det", "neg", "preconj") and child.lower_ in ("no", "neither", "not"):
            return child
        if child.dep_ == "det":
            return None
    return None


def conjuncts(head: Token) -> list[Token]:
    """The head and all that is joined to it by "and", "or" or commas, in order.

    A head that is itself a conjunct gives only what follows it.
    """
    found = [head]
    for token in found:
        if token.n_rights:
            found.extend([c for c in token.rights if c.dep_ == "conj"])
    return found


def counted(head: Token) -> list[Token]:
    """What is counted: for "thousands of demonstrators", the demonstrators; else the head itself."""
    if head.lemma_.lower() in _QUANTITIES or head.lower_ in NEGATIVE_NOUNS or head.tag_ == "CD":
        behind = noun_prepositions(head)
        found = behind.get("of") or behind.get("from") or behind.get("among")
        if found:
            return found
    return [head]


def is_copula(verb: Token) -> bool:
    """Whether the verb only links: "was unaware", "remain high"."""
    return verb.lemma_ in _COPULAS


def preposition(token: Token) -> tuple[str, list[Token]]:
    """A preposition's name ("out of" where one follows another), and the heads behind it."""
    name = token.lower_
    objects: list[Token] = []
    for child in token.children:
        if child.dep_ in ("pobj", "pcomp"):
            objects.extend(conjuncts(child))
        elif child.dep_ == "prep":
            inner, below = preposition(child)
            if below and not objects:
                name = f"{name} {inner}"
            objects.extend(below)
    return name, objects


def noun_prepositions(noun: Token) -> dict[str, list[Token]]:
    """What stands behind the prepositions of a noun: {"between": [Moscow, Beijing]}."""
    found: dict[str, list[Token]] = {}
    for child in noun.rights if noun.n_rights else ():
        if child.dep_ in ("prep", "agent"):
            name, objects = preposition(child)
            found.setdefault(name, []).extend(objects)
    return found


def noun_phrase(head: Token) -> Span:
    """The phrase from the head's leftmost modifier to the head: "the Japanese foreign ministry official"."""
    start = head.i
    for child in head.lefts:
        if child.dep_ in ("det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod", "case"):
            start = min(start, child.left_edge.i)
    return head.doc[start : head.i + 1]


def bare_phrase(head: Token) -> Span:
    """The same without its article: "three towns", "army base"."""
    phrase = noun_phrase(head)
    while len(phrase) > 1 and phrase[0].lower_ in ("the", "a", "an"):
        phrase = phrase[1:]
    return phrase
