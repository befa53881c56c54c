"""Clauses: what each predicate of a sentence has around it.

A :class:`Clause` is built for every verb that is not an auxiliary, and for every copula with its
adjective or noun. It answers what every room asks: who is the subject (its own, a controlled one,
one shared by a conjunction, the noun that a relative clause hangs on), what are its objects, who
is the passive agent, what stands behind which preposition, its tense, its modal, whether it is
negated. Tokens are spaCy's; a noun phrase is given by its head.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from claimant.language.clause import Clause, conjuncts, is_copula, noun_prepositions, preposition
from claimant.tables import word_list

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
NEGATIVE_WORDS = frozenset({"never", "no", "neither", "nor", "hardly", "scarcely", "not", "n't"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
_PARTICLES = word_list("language", "particles")
_SAYING = word_list("language", "saying")
_GIVEN_TO_ONE = word_list("language", "given_to_one")
_DONE_TO_ONE = word_list("language", "done_to_one") | _GIVEN_TO_ONE

# Verbs whose object, not subject, carries out the verb below them: "urged Iran to stop".
OBJECT_CONTROL = word_list("language", "object_control")

# No sentence that anybody wrote hangs clauses deeper than this; noise may.
_DEEPEST = 100


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
            clause.subjects = _asyndetic(_not_a_time(clause), verb)
        _add_prepositions(clause, verb)
        _face_to_face(clause)
        if clause.passive and not clause.agents and "by" in clause.prepositions:
            clause.agents = [t for t in clause.prepositions["by"] if t.pos_ != "VERB"]
        if predicate is not verb:
            _add_prepositions(clause, predicate)
            for child in predicate.lefts:
                if child.lower_ in NEGATIVE_WORDS and child.dep_ in ("neg", "det", "advmod"):
                    clause.own_negation = clause.own_negation or child
        elif verb.tag_ == "VBN" and verb.dep_ == "acl" and not (clause.auxiliaries and clause.subjects):
            # but not in "reports that Oslo had expelled two envoys"
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
            before = _before_who_says(clause, above)
            if before is not None:
                clause.subjects, clause.own_subject = conjuncts(before), True
                clause.relation, clause.governor = "ccomp", above
                return
            clause.subjects = list(above.subjects)
            if not clause.passive and above.passive and not clause.auxiliaries and _suffers(clause):
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


def _predicate(verb: Token) -> Token:
    if is_copula(verb):
        for child in verb.rights:
            if child.dep_ in ("acomp", "attr", "oprd") and child.pos_ in ("ADJ", "NOUN", "VERB", "PROPN"):
                return child
    return verb


def _add_prepositions(clause: Clause, head: Token) -> None:
    for child in head.children:
        if child.dep_ in ("prep", "dative") and child.pos_ in ("ADP", "SCONJ", "PART", "ADV", "VERB"):
            for one in (child, *(c for c in child.rights if c.dep_ == "conj" and c.pos_ == "ADP")):
                name, objects = preposition(one)
                if objects:
                    clause.prepositions.setdefault(name, []).extend(objects)
        elif child.lower_ == "home" and child.dep_ in ("oprd", "npadvmod", "advmod"):
            for name, objects in noun_prepositions(child).items():
                clause.prepositions.setdefault(name, []).extend(objects)
        elif child.dep_ == "advmod" and child.pos_ in ("ADV", "SCONJ"):
            # "ahead of", "together with"
            for below in child.children:
                if below.dep_ == "prep":
                    name, objects = preposition(below)
                    clause.prepositions.setdefault(f"{child.lower_} {name}", []).extend(objects)


def _suffers(clause: Clause) -> bool:
    """Whether a verb joined to a passive is passive too: "was summoned and *handed* a note"."""
    lemma, verb = clause.verb.lemma_.lower(), clause.verb
    if verb.tag_ == "VBN":
        return True
    if verb.tag_ != "VBD" or lemma not in _DONE_TO_ONE or clause.particles or clause.indirect:
        return False
    if clause.objects:
        return lemma in _GIVEN_TO_ONE and "to" not in clause.prepositions
    return True


def _before_who_says(clause: Clause, above: Clause) -> Token | None:
    """The subject that stands before who says it: "*China*, she told her hosts, has stood by us"."""
    said = above.verb
    first = min(t.i for t in (clause.verb, *clause.auxiliaries))
    if above.lemma not in _SAYING or not clause.tense or not above.subjects:
        return None
    if said.doc[first - 1].text not in (",", '"', "”") or any(c.dep_ == "cc" for c in said.children):
        return None
    return next(
        (
            c
            for c in said.lefts
            if c.dep_ in ("npadvmod", "dep", "nsubj", "dobj", "intj", "nmod", "advmod", "meta")
            and c.pos_ in ("PROPN", "NOUN")
            and c.i == c.right_edge.i
            and c.i < above.subjects[0].i
            and said.doc[c.i + 1].text == ","
        ),
        None,
    )


def _face_to_face(clause: Clause) -> None:
    """ "Met face to face in Moscow": the words are an adverb, and "in" goes with the verb."""
    to = clause.prepositions.get("to", [])
    first = next((t for t in clause.objects if t.lower_ == "face"), None)
    second = next((t for t in to if t.lower_ == "face"), None)
    if first is None or second is None or second.i != first.i + 2:
        return
    clause.objects.remove(first)
    to.remove(second)
    for name, heads in noun_prepositions(second).items():
        clause.prepositions.setdefault(name, []).extend(heads)


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


def _not_a_time(clause: Clause) -> list[Token]:
    """The subjects without a time that the parser takes for one: "*Fiji* might one day recognise it"."""
    if not all(t.ent_type_ == "DATE" or t.lower_ == "day" for t in clause.subjects):
        return clause.subjects
    above = [*clause.auxiliaries, *clause.subjects]
    hidden = [c for a in above for c in a.lefts if c.dep_ == "nsubj"]
    if hidden:
        clause.auxiliaries.extend(c for t in clause.subjects for c in t.lefts if c.dep_ == "aux")
    return [t for c in hidden for t in conjuncts(c)] or clause.subjects


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
