"""Positions: what a party claims, controls, calls, recognises or wants of a disputed place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from claimant.disputes.mention import DisputeMention, DisputeMentions
from claimant.disputes.registry import Disputes, load_disputes
from claimant.language import Clause, Clauses, Mentions, noun_phrase
from claimant.record import Entity, PositionKind, Reason
from claimant.tables import packaged_yaml


@dataclass(slots=True)
class PositionDraft:
    """A position found, before its source is known."""

    party: Entity
    dispute: str
    position: PositionKind
    token: Token
    name: str | None = None
    rule: str = ""

    @property
    def reason(self) -> Reason:
        """The pattern, and the word that sets it off."""
        return Reason(rule=f"positions: {self.rule}", text=self.token.text, start=self.token.idx,
                      end=self.token.idx + len(self.token))  # fmt: skip


@cache
def _words() -> dict[str, Any]:
    [(_, content)] = packaged_yaml("positions")
    return dict(content)


class PositionReader:
    """Finds the positions of a report."""

    def __init__(self, disputes: Disputes | None = None) -> None:
        self._disputes = disputes if disputes is not None else load_disputes()
        words = _words()
        self._claims, self._controls, self._calls = words["claims"], words["controls"], words["calls"]
        self._recognises, self._rejects = words["recognises"], words["rejects-claim"]
        self._denies, self._bilateral, self._arbitrate = (
            words["denies-dispute"], words["settle-bilaterally"], words["arbitrate"],
        )  # fmt: skip

    def read(
        self, doc: Doc, clauses: Clauses, mentions: Mentions, linked: DisputeMentions
    ) -> list[PositionDraft]:
        """Drafts of the positions, in the order of the text; each is said once."""
        if not linked.all:
            return []
        found: dict[tuple[str | None, str, str, str | None], PositionDraft] = {}
        for draft in sorted(self._all(doc, clauses, mentions, linked), key=lambda d: d.token.i):
            dispute = self._disputes[draft.dispute]
            if (
                draft.position in (PositionKind.CLAIMS, PositionKind.CONTROLS)
                and dispute.party(draft.party.code) is None
            ):
                continue
            found.setdefault((draft.party.code, draft.dispute, draft.position, draft.name), draft)
        return list(found.values())

    def _all(
        self, doc: Doc, clauses: Clauses, mentions: Mentions, linked: DisputeMentions
    ) -> Iterator[PositionDraft]:
        for mention in linked.all:
            yield from self._of_row(mention, mentions)
            yield from self._hyphened(mention, mentions)
            yield from self._known_as(mention, clauses, mentions)
        for clause in clauses:
            negated = clause.negation is not None
            for draft in self._of_clause(clause, clauses, mentions, linked):
                if not negated or draft.position in (PositionKind.DENIES_DISPUTE, PositionKind.REJECTS_CLAIM):
                    yield draft
        for token in doc:
            if token.lemma_.lower() in self._claims["nouns"] and token.pos_ == "NOUN":
                yield from self._owned_claim(token, clauses, mentions, linked)

    # --- rows

    def _of_row(self, mention: DisputeMention, mentions: Mentions) -> Iterator[PositionDraft]:
        """Who has a territorial row about a place claims it: "its row over the ownership of the isles"."""
        if mention.named or not mention.codes:
            return
        for dispute in mention.disputes:
            for code in sorted(mention.codes):
                party = self._disputes[dispute].party(code)
                if party is not None and party.claims and party.code:
                    yield PositionDraft(
                        _state(party.code),
                        dispute,
                        PositionKind.CLAIMS,
                        mention.head,
                        rule="has a territorial row",
                    )

    def _hyphened(self, mention: DisputeMention, mentions: Mentions) -> Iterator[PositionDraft]:
        """ "The Russia-controlled Southern Kurils", "Japan-administered islets"."""
        for token in mention.head.lefts:
            _, _, participle = token.lower_.rpartition("-")
            if not participle:
                continue
            kind = (
                PositionKind.CONTROLS if participle in self._controls["participles"]
                else PositionKind.CLAIMS if participle == "claimed" else None
            )  # fmt: skip
            if kind is None:
                continue
            for dispute in mention.disputes:
                for entity in mentions.hyphened.get(token.i, ()):
                    yield PositionDraft(entity, dispute, kind, token, rule=f"{token.text!r}")

    def _owned_claim(
        self, token: Token, clauses: Clauses, mentions: Mentions, linked: DisputeMentions
    ) -> Iterator[PositionDraft]:
        """ "Asserting Russian ownership", "China's claim to the islands", "its row about the ownership of"."""
        below = [m for m in linked.below(token) if m.head.i != token.i] or [
            m for m in (linked.at(token),) if m is not None
        ]
        if not below:
            return
        owners = [
            e
            for c in token.lefts
            if c.dep_ in ("poss", "amod", "compound", "nmod")
            for e in _entities([c], mentions)
        ]
        rule = f"{token.text!r} of the party"
        if not owners:
            above = token.head.head if token.dep_ == "pobj" else None
            if above is not None and above.pos_ == "NOUN":
                owners = [
                    e
                    for c in above.lefts
                    if c.dep_ in ("poss", "amod", "nmod")
                    for e in _entities([c], mentions)
                ]
                rule = f"its {above.text!r} about the {token.text}"
        clause = clauses.around(token)
        if clause is not None and clause.lemma in self._rejects["verbs"]:
            for entity in _entities(clause.subjects, mentions):
                for dispute in _disputes(below):
                    yield PositionDraft(
                        entity,
                        dispute,
                        PositionKind.REJECTS_CLAIM,
                        token,
                        rule=f"{clause.verb.text!r} a claim",
                    )
        if (
            not owners
            and clause is not None
            and clause.verb.lemma_.lower() in self._claims["with_noun"]["verbs"]
        ):
            if token.dep_ in ("dobj", "pobj", "attr") and clause.negation is None:
                owners = _entities(clause.agents if clause.passive else clause.subjects, mentions)
                rule = f"{clause.verb.text!r} {token.text!r}"
        for entity in owners:
            for dispute in _disputes(below):
                yield PositionDraft(_owner(entity), dispute, PositionKind.CLAIMS, token, rule=rule)

    # --- clauses

    def _of_clause(
        self, clause: Clause, clauses: Clauses, mentions: Mentions, linked: DisputeMentions
    ) -> Iterator[PositionDraft]:
        verb = clause.verb.lemma_.lower()
        objects = clause.subjects if clause.passive else clause.objects
        doers = clause.agents if clause.passive else clause.subjects
        places = [m for t in objects for m in [linked.at(t)] if m is not None and m.place]
        if verb in self._claims["verbs"]:
            yield from self._hold(PositionKind.CLAIMS, clause, doers, places, mentions)
            yield from self._named_as(clause, doers, places, mentions)
        if verb in self._controls["verbs"]:
            yield from self._hold(
                PositionKind.CONTROLS, clause, doers, places or self._shared(clause, linked), mentions
            )
        if verb in self._calls["verbs"]:
            yield from self._called(clause, doers, mentions, linked)
        if verb in self._recognises["verbs"]:
            held = places or [
                m for t in objects if t.lemma_.lower() in self._recognises["nouns"] for m in linked.below(t)
            ]
            yield from self._hold(PositionKind.RECOGNISES, clause, doers, held, mentions)
        if verb in self._denies["verbs"] or verb == "be":
            yield from self._denied(clause, clauses, mentions, linked)
        if verb in self._bilateral["verbs"] or verb in self._arbitrate["verbs"]:
            yield from self._settled_how(clause, clauses, mentions, linked)

    def _hold(
        self,
        kind: PositionKind,
        clause: Clause,
        doers: list[Token],
        places: Iterable[DisputeMention],
        mentions: Mentions,
    ) -> Iterator[PositionDraft]:
        for entity in _entities(doers, mentions):
            for dispute in _disputes(places):
                yield PositionDraft(
                    _owner(entity), dispute, kind, clause.verb, rule=f"verb {clause.verb.lemma_!r}"
                )

    def _shared(self, clause: Clause, linked: DisputeMentions) -> list[DisputeMention]:
        """The object that a joined relative clause shares: "which Japan runs and calls the Senkakus"."""
        node: Clause | None = clause
        while node is not None and node.relation == "conj":
            node = node.governor
        if node is not None and node.relation == "relcl":
            mention = linked.at(node.verb.head)
            return [mention] if mention is not None else []
        return []

    def _named_as(
        self, clause: Clause, doers: list[Token], places: list[DisputeMention], mentions: Mentions
    ) -> Iterator[PositionDraft]:
        """ "Which Japan claims as the Northern Territories"."""
        for token in clause.prepositions.get("as", []):
            if token.pos_ == "PROPN":
                for entity in _entities(doers, mentions):
                    for dispute in _disputes(places) or _disputes(self._shared(clause, _EMPTY)):
                        yield PositionDraft(
                            _owner(entity), dispute, PositionKind.CALLS, token, _name(token), rule="claims as"
                        )

    def _called(
        self, clause: Clause, doers: list[Token], mentions: Mentions, linked: DisputeMentions
    ) -> Iterator[PositionDraft]:
        """ "Japan calls the Senkakus", "called the Malvinas by Argentina", "refers to them as"."""
        names = [
            t
            for t in (*clause.objects, *clause.prepositions.get("as", []))
            if t.pos_ == "PROPN" and linked.at(t) is not None
        ]
        names += [
            c
            for c in clause.verb.rights
            if c.dep_ in ("oprd", "xcomp", "attr", "ccomp") and c.pos_ == "PROPN"
        ]
        for token in names:
            mention = linked.at(token)
            places = [mention] if mention is not None else []
            if not places:
                places = [
                    m for t in (*clause.subjects, *clause.objects) for m in [linked.at(t)] if m is not None
                ]
                places = places or self._shared(clause, linked)
            for entity in _entities(doers, mentions):
                if entity.code is None:
                    continue
                for dispute in _disputes(places):
                    yield PositionDraft(
                        _owner(entity),
                        dispute,
                        PositionKind.CALLS,
                        token,
                        _name(token),
                        rule=f"verb {clause.verb.lemma_!r}",
                    )

    def _known_as(
        self, mention: DisputeMention, clauses: Clauses, mentions: Mentions
    ) -> Iterator[PositionDraft]:
        """ "Known in China as the Diaoyu Islands", "Malvinas to Argentina"."""
        if not mention.named:
            return
        head = mention.head
        above = head.head
        if head.dep_ == "pobj" and above.lower_ == "as":
            clause = clauses.around(above)
            if clause is not None and clause.verb.lemma_.lower() in ("know", "refer", "describe"):
                where = [
                    t for name in ("in", "by", "to") for t in clause.prepositions.get(name, [])
                ] + clause.agents
                where += [
                    t
                    for c in head.rights
                    if c.dep_ == "prep" and c.lower_ in ("in", "by")
                    for t in c.rights
                    if t.dep_ == "pobj"
                ]
                for entity in _entities(where, mentions):
                    for dispute in mention.disputes:
                        yield PositionDraft(
                            _owner(entity), dispute, PositionKind.CALLS, head, _name(head), rule="known as"
                        )

    def _denied(
        self, clause: Clause, clauses: Clauses, mentions: Mentions, linked: DisputeMentions
    ) -> Iterator[PositionDraft]:
        """ "There is no territorial dispute", "denies that any dispute exists"."""
        existential = clause.verb.lemma_ == "be" and any(t.dep_ == "expl" for t in clause.verb.children)
        if existential and clause.negation is not None:
            heads = [
                t
                for t in clause.verb.children
                if t.dep_ == "attr" and t.lemma_.lower() in self._denies["nouns"]
            ]
            above = clause.governor
            doers = above.subjects if above is not None else []
        elif clause.verb.lemma_.lower() in self._denies["verbs"] and not clause.passive:
            heads = [
                t
                for c in clause.complements
                for t in c.verb.subtree
                if t.lemma_.lower() in self._denies["nouns"]
            ]
            heads = [t for t in heads if any(c.lemma in ("exist", "be") for c in clause.complements)]
            doers = clause.subjects
        else:
            return
        for head in heads:
            mention = linked.at(head)
            places = [mention] if mention is not None else linked.in_sentence(head)
            for entity in _entities(doers, mentions):
                for dispute in _disputes(places):
                    yield PositionDraft(
                        _owner(entity), dispute, PositionKind.DENIES_DISPUTE, head, rule="no dispute"
                    )

    def _settled_how(
        self, clause: Clause, clauses: Clauses, mentions: Mentions, linked: DisputeMentions
    ) -> Iterator[PositionDraft]:
        """ "The issue should be resolved between Japan and China", "take the case to the court"."""
        objects = clause.subjects if clause.passive else clause.objects
        places = [m for t in objects for m in linked.below(t)] or linked.in_sentence(clause.verb)
        if not places:
            return
        kind: PositionKind | None = None
        behind = [t for tokens in clause.prepositions.values() for t in tokens]
        lemmas = {t.lemma_.lower() for t in behind}
        partners = _entities(clause.prepositions.get("between", []), mentions)
        through = [
            t for name in ("through", "by", "via", "in", "on") for t in clause.prepositions.get(name, [])
        ]
        if clause.verb.lemma_.lower() in self._bilateral["verbs"]:
            adverb = any(c.lower_ in self._bilateral["adverbs"] for c in clause.verb.children)
            direct = any(
                t.lemma_.lower() in self._bilateral["nouns"]
                and any(c.lower_ in self._bilateral["adjectives"] for c in t.lefts)
                for t in through
            )
            if adverb or direct or len({e.code for e in partners}) >= 2:
                kind = PositionKind.SETTLE_BILATERALLY
        if kind is None and clause.verb.lemma_.lower() in self._arbitrate["verbs"]:
            if lemmas & set(self._arbitrate["nouns"]):
                kind = PositionKind.ARBITRATE
        if kind is None:
            return
        holder: Clause | None = clause
        while holder is not None:
            doers = _entities([t for t in holder.subjects if linked.at(t) is None], mentions)
            doers = [e for e in doers if e.code]
            if doers and (holder is not clause or not clause.passive):
                if holder is not clause and holder.negation is not None:
                    return
                for entity in doers:
                    for dispute in _disputes(places)[:1]:
                        yield PositionDraft(
                            _owner(entity),
                            dispute,
                            kind,
                            clause.verb,
                            rule=f"how it should be {clause.verb.text}",
                        )
                return
            holder = holder.governor


_EMPTY = DisputeMentions()


def _entities(tokens: Iterable[Token], mentions: Mentions) -> list[Entity]:
    found: list[Entity] = []
    for token in tokens:
        mention = mentions.at(token)
        if mention is not None:
            found.extend(e for e in mention.entities if e.code and e not in found)
    return found


def _owner(entity: Entity) -> Entity:
    return entity


def _state(code: str) -> Entity:
    return Entity(code=code, country_code=code, sector="GOV")


def _disputes(mentions: Iterable[DisputeMention]) -> list[str]:
    return list(dict.fromkeys(d for m in mentions for d in m.disputes))


def _name(head: Token) -> str:
    words = noun_phrase(head)
    while len(words) > 1 and words[0].dep_ in ("det", "poss") and words[0].lower_ in ("the", "its", "their"):
        words = words[1:]
    return str(words.text)
