"""Status from above: what governs an event, up to the main clause.

"Plans to", "denied that", "a call for", "without", "ahead of": each may turn what is told below it
into something planned, denied, only wished for.
"""

from __future__ import annotations

from spacy.tokens import Token

from claimant.events.clause_status import ClauseStatus, inversion
from claimant.events.status_rules import ALLEGED, Found, Governor, StatusRules
from claimant.language.clause import NEGATIVE_NOUNS, Clause, negative_determiner
from claimant.language.clauses import Clauses
from claimant.record import Reason, Status
from claimant.tables import word_list

# What stands behind these must come first.
_BEFORE = frozenset({"once", "until", "till", "after", "before", "when", "as", "soon"})

_ADDRESSING = word_list("events", "addressing") - {"go", "turn", "send"}
_RALLYING = word_list("events", "rallying")
_GATHERING = frozenset({"march", "rally", "gather", "assemble", "demonstrate", "protest", "strike", "turn"})
_CIRCUMSTANCES = frozenset({"at", "in", "during", "amid", "within", "inside", "under", "by"})


class Governors:
    """Follows clauses and nouns up through what governs them."""

    def __init__(self, rules: StatusRules, inner: ClauseStatus) -> None:
        self._rules = rules
        self._inner = inner
        self._verbs = rules.table("verbs")
        self._adjectives = rules.table("adjectives")
        self._nouns = rules.table("nouns")
        self._prepositions = rules.table("prepositions")

    def of_clause(self, clause: Clause, clauses: Clauses, found: Found) -> None:
        """Add what governs a clause, up to the main one."""
        seen: set[int] = set()
        while clause.verb.i not in seen:
            seen.add(clause.verb.i)
            relation, head = clause.relation, clause.verb.head
            if relation == "ROOT" or head.i == clause.verb.i:
                return
            if relation in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN"):
                infinitive = any(t.lower_ == "to" for t in clause.auxiliaries) or clause.verb.tag_ == "VB"
                if "that" in clause.markers and self._called_false(head, clauses, found):
                    return
                if (infinitive and relation == "acl") or "that" in clause.markers:
                    default = Status.HYPOTHETICAL if infinitive else Status.ACTUAL
                    if infinitive or not self._claimed(head, clause):
                        self._by_noun(head, found, default=default)
                    if head.lemma_.lower() not in self._rules.falsehoods:
                        self.of_noun(head, clauses, found)
                    return
            if relation == "pcomp" or head.pos_ == "ADP":
                if not self._by_preposition(head, clauses, found):
                    return
            above = clause.governor
            if above is None or relation == "relcl":
                return
            infinitive = any(t.lower_ == "to" for t in clause.auxiliaries)
            if relation == "advcl" and clause.verb.tag_ == "VBG" and not clause.markers:
                # "bombed the villages, killing dozens": if the one is denied, so is the other
                self._inner.read(above, found)
                clause = above
                continue
            if relation in ("xcomp", "ccomp", "pcomp", "advcl", "acl", "dep", "csubj"):
                self._by_governor(clause, above, found)
            elif relation == "conj":
                self._share(clause, above, found)
            if relation == "advcl" and not infinitive:
                return
            clause = above

    def _share(self, clause: Clause, above: Clause, found: Found) -> None:
        """A joined verb shares the modal and the negation of the first: "will not attack or invade"."""
        if clause.own_subject:
            return
        bare = clause.verb.tag_ in ("VB", "VBN", "VBG")
        if bare and not clause.auxiliaries and above.verb.tag_ == clause.verb.tag_:
            inner = Found()
            self._inner.read(above, inner)
            if any(t.lower_ == "but" and t.dep_ == "cc" for t in above.verb.children):
                inner.statuses.discard(Status.NEGATED)
            for reason in inner.why:
                found.why.append(reason)
            found.statuses |= inner.statuses
            if inner.condition is not None and found.condition is None:
                found.condition = inner.condition

    def _by_governor(self, clause: Clause, above: Clause, found: Found) -> None:
        infinitive = any(t.lower_ == "to" for t in clause.auxiliaries)
        word = above.verb.lemma_.lower()
        if above.predicate.i != above.verb.i:
            governor = self._adjectives.get(above.predicate.lower_) or self._adjectives.get(above.lemma)
            default = Status.HYPOTHETICAL if infinitive else Status.ACTUAL
        else:
            governor = self._governing_verb(above)
            default = Status.HYPOTHETICAL if infinitive else Status.ACTUAL
        negation = above.own_negation if above.own_negation is not None else above.negation
        if clause.relation == "advcl" and not infinitive:
            # "after", "as", "while": what is told beside the main clause stands by itself, but what
            # must come first ("will be paid once it signs") is still to come
            waits = any(m in _BEFORE for m in clause.markers) or any(
                c.lower_ in _BEFORE for c in clause.verb.children if c.dep_ == "advmod"
            )
            if waits and clause.tense in ("present", "perfect", "") and self._to_come(above):
                found.add(Status.FUTURE, "before what is to come", clause.verb)
            return
        if clause.relation in ("ccomp", "csubj", "advcl", "acl") and self._false(above):
            negated = above.negation
            found.add(Status.HYPOTHETICAL if negated else Status.NEGATED, "said to be false", above.predicate)
            return
        finite = bool(clause.tense or clause.modal) and not infinitive
        if clause.relation == "ccomp" and finite and word in self._rules.asserting and above.negation is None:
            return
        if clause.relation == "advcl" and infinitive and word in _ADDRESSING:
            # "wrote to Oslo to propose talks": the letter does it
            if negation is not None:
                found.add(Status.NEGATED, "negated above", negation)
            return
        if clause.relation == "advcl" and governor is None:
            governor, default = None, Status.HYPOTHETICAL
        yet = any(c.lower_ == "yet" and c.dep_ == "advmod" for c in above.verb.children)
        if infinitive and word in ("have", "be", "remain") and yet:
            found.add(Status.NEGATED, "yet to", above.verb)
            return
        blamed = clause.relation == "pcomp" and word in self._rules.accusing and negation is None
        if blamed and clause.verb.head.lower_ == "for":
            # "criticised for recognising it": that it did is taken for granted
            return
        if blamed:
            found.why.append(Reason(rule=ALLEGED, text=above.verb.text, start=above.verb.idx,
                                    end=above.verb.idx + len(above.verb)))  # fmt: skip
            return
        bare = above.predicate.i == above.verb.i or above.predicate.i > clause.verb.i
        if word == "be" and infinitive and bare and negation is None:
            if inversion(above.verb) is not None:
                return
            found.add(Status.FUTURE, "is to", above.verb)
            return
        if word == "go" and infinitive and above.verb.tag_ == "VBG":
            found.add(Status.FUTURE, "going to", above.verb)
            return
        if word in _GATHERING and infinitive and negation is None and clause.lemma in _RALLYING:
            # who marches to demand something demands it
            return
        if governor is None:
            if negation is not None and default is Status.ACTUAL:
                if clause.relation == "ccomp":
                    found.add(Status.HYPOTHETICAL, "below a negation", negation)
                else:
                    found.flip(negation)
            elif negation is not None:
                found.add(Status.NEGATED, "negated above", negation)
            else:
                found.add(default, f"below {above.verb.text!r}", above.verb)
            return
        if negation is not None:
            if word in self._rules.raising:
                found.flip(negation)
            else:
                turned = governor.when_negated or (
                    Status.HYPOTHETICAL if governor.status is Status.NEGATED else Status.NEGATED
                )
                found.add(turned, f"below negated {above.verb.text!r}", negation)
        elif governor.status is Status.NEGATED and Status.NEGATED in found.statuses:
            found.flip(above.verb)
        elif (
            clause.relation == "ccomp"
            and governor.status is Status.FUTURE
            and clause.tense in ("past", "present", "perfect")
        ):
            return
        else:
            found.add(governor.status, f"below {above.predicate.text!r}", above.predicate)

    def _to_come(self, clause: Clause) -> bool:
        """Whether a clause tells of what is to come: by its modal, or as an infinitive that is planned."""
        if clause.modal in ("will", "would", "shall", "could", "may", "might"):
            return True
        return clause.verb.tag_ == "VB" and any(t.lower_ == "to" for t in clause.auxiliaries)

    def _governing_verb(self, clause: Clause) -> Governor | None:
        """What a clause's verb does to what hangs on it: with its particle, with a preposition, or alone."""
        word = clause.verb.lemma_.lower()
        phrases = [
            " ".join([word, *clause.particles]),
            *(f"{word} {name}" for name in clause.prepositions),
            word,
        ]
        return next((self._verbs[p] for p in phrases if p in self._verbs), None)

    def _called_false(self, noun: Token, clauses: Clauses, found: Found) -> bool:
        """Whether what a noun holds is false: "*reports* that Oslo had expelled them were invention"."""
        above = clauses.at(noun.head) if noun.dep_ in ("nsubj", "nsubjpass") else None
        if above is None or not self._false(above) or noun.lemma_.lower() in self._nouns:
            return False
        status = Status.NEGATED if above.negation is None else Status.HYPOTHETICAL
        found.add(status, "said to be false", above.predicate)
        return True

    def _false(self, above: Clause) -> bool:
        """Whether the clause above calls what hangs on it false: "is untrue that", "called it a lie that"."""
        if above.lemma in self._rules.falsehoods or above.predicate.lower_ in self._rules.falsehoods:
            return True
        return above.verb.lemma_ in (
            "call",
            "brand",
            "label",
            "consider",
            "deem",
            "declare",
            "dismiss",
            "denounce",
            "describe",
            "reject",
        ) and any(
            t.lemma_.lower() in self._rules.falsehoods
            for c in above.verb.children
            if c.dep_ in ("oprd", "dobj", "ccomp", "acomp", "attr", "xcomp") or c.lower_ == "as"
            for t in (c, *c.children)
        )

    # --- nouns

    def _claimed(self, noun: Token, clause: Clause) -> bool:
        """Whether a noun holds what its owner says was done: "a clerk's claim that Oslo shipped arms"."""
        owned = any(c.dep_ == "poss" for c in noun.lefts)
        done = clause.tense in ("past", "perfect", "pluperfect") and not clause.modal
        told = noun.dep_ == "dobj" and noun.head.lemma_ in self._rules.passing_on
        return owned and done and told and noun.lemma_.lower() in self._rules.asserting_nouns

    def _by_noun(self, noun: Token, found: Found, default: Status) -> None:
        governor = self._nouns.get(noun.lemma_.lower())
        negation = negative_determiner(noun)
        if noun.lemma_.lower() in self._rules.falsehoods:
            found.add(Status.NEGATED, f"called {noun.text!r}", noun)
        elif governor is None:
            found.add(default, f"below {noun.text!r}", noun)
        elif negation is not None:
            found.add(governor.when_negated or Status.NEGATED, f"below negated {noun.text!r}", negation)
        else:
            found.add(governor.status, f"below {noun.text!r}", noun)

    def of_noun(self, noun: Token, clauses: Clauses, found: Found) -> None:
        """Follow a noun up: "a call for talks", "prevented the signing", "ahead of the summit"."""
        node = noun
        for _ in range(10):
            while node.dep_ == "conj":
                node = node.head
            head = node.head
            if head.i == node.i:
                return
            if node.dep_ in ("pobj", "pcomp") and head.dep_ in ("prep", "agent", "dative", "mark", "advmod"):
                name = head.lower_
                above = head.head
                if above.dep_ == "advmod" and above.lower_ in (
                    "ahead",
                    "prior",
                    "short",
                    "instead",
                    "rather",
                ):
                    name, above = f"{above.lower_} {name}", above.head
                if name in ("for", "towards", "toward") and above.pos_ == "VERB":
                    self._under_verb(above, clauses, found, preposition=name)
                    return
                governor = self._prepositions.get(name)
                if governor is not None and name not in ("for", "towards", "toward"):
                    if not (name == "against" or (name == "before" and above.pos_ not in ("VERB", "AUX"))):
                        found.add(governor.status, name, head)
                    return
                if above.pos_ in ("NOUN", "PROPN"):
                    inner = self._nouns.get(above.lemma_.lower())
                    if inner is not None:
                        self._by_noun(above, found, default=Status.ACTUAL)
                    elif negative_determiner(above) is not None:
                        found.add(Status.NEGATED, "no", above)
                    node = above
                    continue
                if above.lower_ in NEGATIVE_NOUNS:
                    # "knew nothing of an understanding"
                    found.add(Status.HYPOTHETICAL, f"below {above.text!r}", above)
                    return
                if above.pos_ == "ADJ":
                    clause = clauses.around(above)
                    inner = self._adjectives.get(above.lower_)
                    if clause is not None and clause.negation is not None:
                        found.add(Status.HYPOTHETICAL, f"below negated {above.text!r}", above)
                    elif inner is not None:
                        found.add(inner.status, f"below {above.text!r}", above)
                    return
                self._under_verb(above, clauses, found, preposition=name)
                return
            if node.dep_ in ("dobj", "nsubjpass", "nsubj", "attr", "oprd"):
                self._under_verb(head, clauses, found, preposition="", subject=node.dep_ == "nsubj")
                return
            if node.dep_ in ("compound", "nmod", "poss", "appos") and head.pos_ in ("NOUN", "PROPN"):
                inner = self._nouns.get(head.lemma_.lower())
                if inner is not None and node.dep_ != "appos":
                    found.add(inner.status, f"below {head.text!r}", head)
                node = head
                continue
            return

    def _under_verb(
        self, verb: Token, clauses: Clauses, found: Found, *, preposition: str, subject: bool = False
    ) -> None:
        clause = clauses.at(verb)
        if clause is None:
            return
        phrase = " ".join([verb.lemma_.lower(), *clause.particles])
        governor = self._verbs.get(f"{verb.lemma_.lower()} {preposition}".strip())
        if governor is None and preposition not in _CIRCUMSTANCES:
            # "agreed on a meeting", but "agreed at a meeting": that one took place
            governor = self._verbs.get(phrase) or self._verbs.get(verb.lemma_.lower())
        if subject and verb.lemma_.lower() not in ("begin", "start", "continue", "end", "stop"):
            governor = None
        if (
            verb.lemma_.lower() in ("end", "halt", "stop", "suspend", "resume", "continue")
            and governor is not None
        ):
            # what is ended or suspended was there
            governor = None
        negation = clause.negation
        own = clause.own_negation is not None or (negation is not None and negation.head.i != verb.i)
        if governor is not None and governor.status is not Status.ACTUAL:
            if negation is not None and own:
                found.add(
                    governor.when_negated or Status.HYPOTHETICAL, f"under negated {verb.text!r}", negation
                )
            else:
                found.add(governor.status, f"under {verb.text!r}", verb)
                self.of_clause(clause, clauses, found)
            return
        if clause.lemma in ("be",) or verb.lemma_ in (
            "be",
            "see",
            "have",
            "know",
            "report",
            "take",
            "occur",
            "happen",
            "begin",
            "start",
            "hold",
            "come",
        ):
            self._inner.read(clause, found)
            self.of_clause(clause, clauses, found)
        elif negation is not None:
            found.add(Status.HYPOTHETICAL, "under a negated verb", negation)
        elif clause.modal in ("would", "could", "might", "may", "should", "will"):
            found.add(Status.HYPOTHETICAL, "under a modal", clause.verb)

    def _by_preposition(self, preposition: Token, clauses: Clauses, found: Found) -> bool:
        """A gerund behind a preposition: "without firing", "accused of attacking". False: stop here."""
        name = preposition.lower_
        above = preposition.head
        if above.lower_ in ("instead", "rather", "short", "ahead"):
            name = f"{above.lower_} {name}"
            above = above.head
        governor = self._prepositions.get(name)
        if governor is not None and name not in ("for", "against"):
            found.add(governor.status, name, preposition)
            return False
        if above.pos_ in ("NOUN", "PROPN"):
            inner = self._nouns.get(above.lemma_.lower())
            if inner is not None:
                found.add(inner.status, f"below {above.text!r}", above)
            return False
        return name not in ("by", "in", "after", "while", "upon", "since")
