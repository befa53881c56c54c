"""Status: whether an event took place, is planned, conditional, only thought of, or did not happen.

What the words are that decide it is data (``status.yaml``); how they are found is in
``clause_status.py`` (inside the clause) and ``governors.py`` (above it).
"""

from __future__ import annotations

from spacy.tokens import Token

from claimant.events.clause_status import ClauseStatus
from claimant.events.governors import Governors
from claimant.events.status_rules import Found, StatusRules, load_rules
from claimant.events.supposing import made_conditional, supposed
from claimant.language.clause import Clause, negative_determiner
from claimant.language.clauses import Clauses
from claimant.record import Status


class StatusFinder:
    """Finds the status of the event that a verb or noun tells of."""

    def __init__(self, rules: StatusRules | None = None) -> None:
        rules = rules or load_rules()
        self._modifiers = rules.table("modifiers")
        self._inner = ClauseStatus(rules)
        self._governors = Governors(rules, self._inner)

    def of_verb(self, clause: Clause, clauses: Clauses) -> Found:
        """The status of what a clause tells."""
        found = Found()
        self._inner.read(clause, found)
        self._governors.of_clause(clause, clauses, found)
        supposed(clause.verb, found)
        made_conditional(clause.verb, found)
        return found

    def of_noun(self, noun: Token, clauses: Clauses, light: Clause | None) -> Found:
        """The status of what a noun tells.

        Args:
            noun: The event noun.
            clauses: The clauses of the report.
            light: The clause of the light verb that carries the noun, if one does.
        """
        found = Found()
        supposed(noun, found)
        made_conditional(noun, found)
        word = negative_determiner(noun)
        if word is not None:
            found.add(Status.NEGATED, "no", word)
        for child in noun.lefts:
            governor = self._modifiers.get(child.lower_)
            if governor is not None and child.dep_ in ("amod", "det", "compound", "advmod"):
                found.add(governor.status, "modifier", child)
        if light is not None:
            self._inner.read(light, found)
            self._governors.of_clause(light, clauses, found)
            return found
        self._governors.of_noun(noun, clauses, found)
        return found
