"""Clauses: what each predicate of a sentence has around it.

A :class:`Clause` is built for every verb that is not an auxiliary, and for every copula with its
adjective or noun. It answers what every room asks: who is the subject (its own, a controlled one,
one shared by a conjunction, the noun that a relative clause hangs on), what are its objects, who
is the passive agent, what stands behind which preposition, its tense, its modal, whether it is
negated. Tokens are spaCy's; a noun phrase is given by its head.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from claimant.tables import word_list

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
NEGATIVE_WORDS = frozenset({"never", "no", "neither", "nor", "hardly", "scarcely", "not", "n't"})
NEGATIVE_NOUNS = frozenset({"nobody", "none", "nothing", "no-one"})
RELATIVES = frozenset({"who", "which", "that", "whom"})

# Verbs whose object, not subject, carries out the verb below them: "urged Iran to stop".
OBJECT_CONTROL = word_list("language", "object_control")


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


_MODALS = {"'ll": "will", "wo": "will", "ca": "can", "'d": "would", "sha": "shall"}


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
        found.extend(c for c in token.rights if c.dep_ == "conj")
    return found


def counted(head: Token) -> list[Token]:
    """What is counted: for "thousands of demonstrators", the demonstrators; else the head itself."""
    if head.lemma_.lower() in _QUANTITIES or head.lower_ in NEGATIVE_NOUNS:
        behind = noun_prepositions(head)
        found = behind.get("of") or behind.get("from") or behind.get("among")
        if found:
            return found
    return [head]


def is_copula(verb: Token) -> bool:
    """Whether the verb only links: "was unaware", "remain high"."""
    return verb.lemma_ in _COPULAS


# No sentence that anybody wrote hangs clauses deeper than this; noise may.
_DEEPEST = 100
_QUANTITIES = word_list("language", "quantities")
_COPULAS = word_list("language", "copulas")


def _predicate(verb: Token) -> Token:
    if verb.lemma_ in _COPULAS:
        for child in verb.rights:
            if child.dep_ in ("acomp", "attr", "oprd") and child.pos_ in ("ADJ", "NOUN", "VERB", "PROPN"):
                return child
    return verb


def _add_prepositions(clause: Clause, head: Token) -> None:
    for child in head.children:
        if child.dep_ in ("prep", "dative") and child.pos_ in ("ADP", "SCONJ", "PART", "ADV", "VERB"):
            for one in (child, *(c for c in child.rights if c.dep_ == "conj" and c.pos_ == "ADP")):
                name, objects = _preposition(one)
                if objects:
                    clause.prepositions.setdefault(name, []).extend(objects)
        elif child.dep_ == "advmod" and child.pos_ in ("ADV", "SCONJ"):
            # "ahead of", "together with"
            for below in child.children:
                if below.dep_ == "prep":
                    name, objects = _preposition(below)
                    clause.prepositions.setdefault(f"{child.lower_} {name}", []).extend(objects)


def _preposition(token: Token) -> tuple[str, list[Token]]:
    """A preposition's name ("out of" where one follows another), and the heads behind it."""
    name = token.lower_
    objects: list[Token] = []
    for child in token.children:
        if child.dep_ in ("pobj", "pcomp"):
            objects.extend(conjuncts(child))
        elif child.dep_ == "prep":
            inner, below = _preposition(child)
            if below and not objects:
                name = f"{name} {inner}"
            objects.extend(below)
    return name, objects


def noun_prepositions(noun: Token) -> dict[str, list[Token]]:
    """What stands behind the prepositions of a noun: {"between": [Moscow, Beijing]}."""
    found: dict[str, list[Token]] = {}
    for child in noun.rights:
        if child.dep_ in ("prep", "agent"):
            name, objects = _preposition(child)
            found.setdefault(name, []).extend(objects)
    return found


class Clauses:
    """The clauses of a parsed report, by predicate.

    Iterating gives them in the order of the text.
    """

    def __init__(self, doc: Doc | Span) -> None:
        self._by_token: dict[int, Clause] = {}
        self._all: list[Clause] = []
        for token in doc:
            if _heads_clause(token):
                self._add(token)
        for clause in self._all:
            self._attach(clause)
        for clause in self._all:
            self._share_subject(clause, set())

    def __iter__(self) -> Iterator[Clause]:
        return iter(self._all)

    def at(self, token: Token) -> Clause | None:
        """The clause whose verb or predicate the token is."""
        return self._by_token.get(token.i)

    def around(self, token: Token) -> Clause | None:
        """The nearest clause that the token stands in."""
        while True:
            clause = self._by_token.get(token.i)
            if clause is not None:
                return clause
            if token.head is token or token.head.i == token.i:
                return None
            token = token.head

    def _add(self, verb: Token) -> None:
        predicate = _predicate(verb)
        clause = Clause(predicate=predicate, verb=verb)
        for child in verb.children:
            dep = child.dep_
            if dep in PASSIVE_SUBJECTS:
                clause.passive = True
                clause.subjects.extend(conjuncts(child))
            elif dep in SUBJECTS:
                clause.subjects.extend(conjuncts(child))
            elif dep in ("dobj", "obj"):
                clause.objects.extend(conjuncts(child))
            elif dep == "dative" and child.pos_ not in ("ADP",):
                clause.indirect.extend(conjuncts(child))
            elif (
                dep == "agent" and verb.tag_ == "VBD" and not any(c.dep_ == "auxpass" for c in verb.children)
            ):
                # "said by telephone": a finite past tense is no passive
                clause.prepositions.setdefault("by", []).extend(c for c in child.children if c.dep_ == "pobj")
            elif dep == "agent":
                clause.passive = True
                for below in child.children:
                    if below.dep_ == "pobj":
                        clause.agents.extend(conjuncts(below))
            elif dep == "auxpass":
                clause.passive = True
                clause.auxiliaries.append(child)
            elif dep == "aux":
                clause.auxiliaries.append(child)
            elif dep == "neg" or (dep in ("advmod", "cc", "preconj") and child.lower_ in NEGATIVE_WORDS):
                clause.own_negation = clause.own_negation or child
            elif dep == "prt" or (dep == "advmod" and child.lower_ in _PARTICLES and child.i == verb.i + 1):
                clause.particles.append(child.lower_)
            elif dep == "mark":
                clause.markers.append(child.lower_)
        if clause.subjects and not clause.passive:
            clause.subjects = _asyndetic(clause.subjects, verb)
        _add_prepositions(clause, verb)
        if clause.passive and not clause.agents and "by" in clause.prepositions:
            clause.agents = [t for t in clause.prepositions["by"] if t.pos_ != "VERB"]
        if predicate is not verb:
            _add_prepositions(clause, predicate)
            for child in predicate.lefts:
                if child.lower_ in NEGATIVE_WORDS and child.dep_ in ("neg", "det", "advmod"):
                    clause.own_negation = clause.own_negation or child
        elif verb.tag_ == "VBN" and verb.dep_ == "acl":
            clause.passive = True
        clause.own_subject = bool(clause.subjects)
        self._by_token[verb.i] = clause
        self._by_token.setdefault(predicate.i, clause)
        self._all.append(clause)

    def _attach(self, clause: Clause) -> None:
        """Find the clause above, and how this one hangs on it."""
        verb = clause.verb
        clause.relation = verb.dep_
        if verb.head.i == verb.i:
            return
        if verb.dep_ == "conj" and not clause.own_subject:
            better = self._finite_like(clause)
            if better is not None:
                clause.governor = better
                return
        token = verb.head
        above = self._by_token.get(token.i)
        while above is None and token.head.i != token.i:
            token = token.head
            above = self._by_token.get(token.i)
        if above is None or above is clause:
            return
        clause.governor = above
        if clause.relation in ("ccomp", "xcomp", "pcomp", "acl") or verb.head.dep_ == "pcomp":
            above.complements.append(clause)

    def _finite_like(self, clause: Clause) -> Clause | None:
        """A better first verb for a joined one that the parser hung on a participle.

        In "The offer had been made, X said, citing sources, but had been refused", "refused" goes
        with "made", not with "citing": both are finite, of one tense and voice.
        """
        head = self._by_token.get(clause.verb.head.i)
        if head is None or not clause.tense or head.tense or head.verb.tag_ not in ("VBG", "VBN", "VB"):
            return None
        start = clause.verb.sent.start
        for other in reversed(self._all):
            if (
                start <= other.verb.i < clause.verb.i
                and other.tense == clause.tense
                and other.passive == clause.passive
            ):
                return other
        return None

    def _share_subject(self, clause: Clause, seen: set[int]) -> None:
        if clause.verb.i in seen or len(seen) > _DEEPEST:
            return
        seen.add(clause.verb.i)
        relative = [t for t in clause.subjects if t.tag_ in ("WDT", "WP") or t.lower_ == "that"]
        if clause.relation == "relcl":
            self._bind_relative(clause, bool(relative))
        if clause.subjects:
            return
        above = clause.governor
        head = clause.verb.head
        if clause.relation == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON"):
            if clause.verb.tag_ in ("VBG", "VBN"):
                clause.subjects = conjuncts(head)
            elif above is not None:
                self._share_subject(above, seen)
                clause.subjects = list(above.agents if above.passive and above.agents else above.subjects)
            return
        if above is None:
            return
        self._share_subject(above, seen)
        if clause.relation == "conj":
            clause.subjects = list(above.subjects)
            if not clause.passive and above.passive and clause.verb.tag_ == "VBN" and not clause.auxiliaries:
                clause.passive = True
        elif clause.relation in ("xcomp", "ccomp") and above.verb.lemma_ in OBJECT_CONTROL:
            clause.subjects = list(
                above.objects or above.indirect or (above.subjects if above.passive else [])
            )
            if not clause.subjects and above.lemma in ("want", "expect"):
                clause.subjects = list(above.subjects)
        elif clause.relation in ("xcomp", "advcl", "pcomp", "ccomp", "dep") or clause.verb.tag_ == "VBG":
            if clause.relation == "pcomp" and above.objects and not above.passive:
                if clause.verb.head.lower_ in ("of", "for", "from", "with", "into", "against"):
                    # "accused Caracas of defying": whoever is accused does it
                    clause.subjects = list(above.objects)
                    return
            by_agent = above.passive and above.agents and clause.relation not in ("pcomp", "xcomp")
            clause.subjects = list(above.agents if by_agent else above.subjects)

    def _bind_relative(self, clause: Clause, has_relative_subject: bool) -> None:
        """Put the noun that a relative clause hangs on in the place of "who", "which" or "that"."""
        antecedent = clause.verb.head
        heads = [antecedent]
        if has_relative_subject:
            # "Abe and Putin, who have met": the clause hangs on the last, and means all
            if _plural_verb(clause):
                joined = [t for t in conjuncts(_first_conjunct(antecedent)) if t.i < clause.verb.i]
                if len(joined) > 1:
                    heads = joined
            clause.subjects = heads
        else:
            clause.objects = [antecedent if t.lower_ in RELATIVES else t for t in clause.objects]
            if antecedent not in clause.objects and not clause.passive and not clause.objects:
                clause.objects = [antecedent]
            for tokens in clause.prepositions.values():
                tokens[:] = [antecedent if t.lower_ in RELATIVES else t for t in tokens]


_PARTICLES = word_list("language", "particles")


def _asyndetic(subjects: list[Token], verb: Token) -> list[Token]:
    """All subjects of a headline that joins them by a comma: "Norway, Russia sign pact".

    An apposition in running text closes with a comma; here the verb follows at once.
    """
    first = subjects[0]
    if first.pos_ != "PROPN" or len(subjects) > 1:
        return subjects
    for other in (*first.rights, *verb.lefts):
        if (
            other.i == first.i
            or other.pos_ != "PROPN"
            or other.dep_ not in ("appos", "npadvmod", "nsubj", "dep")
        ):
            continue
        one, two = sorted((first, other), key=lambda t: t.i)
        between = verb.doc[one.right_edge.i + 1 if other.head.i != first.i else one.i + 1 : two.left_edge.i]
        after = verb.doc[two.i + 1]
        if [t.text for t in between] == [","] and not after.is_punct and one.left_edge.i == verb.sent.start:
            return [one, two]
    return subjects


def _plural_verb(clause: Clause) -> bool:
    finite = next(
        (t for t in (*clause.auxiliaries, clause.verb) if t.tag_ in ("VBP", "VBZ", "VBD", "MD")), None
    )
    return finite is None or finite.tag_ != "VBZ"


def _first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj":
        token = token.head
    return token


def _heads_clause(token: Token) -> bool:
    if token.pos_ == "VERB" or token.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VBG", "VB"):
        return token.dep_ not in ("aux", "auxpass", "amod", "compound", "case", "mark", "prep", "punct")
    return token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass")


def noun_phrase(head: Token) -> Span:
    """The phrase from the head's leftmost modifier to the head: "the Japanese foreign ministry official"."""
    start = head.i
    for child in head.lefts:
        if child.dep_ in ("det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod", "case"):
            start = min(start, child.left_edge.i)
    return head.doc[start : head.i + 1]
