"""Words for a dispute: "its territorial row with Japan", "the dispute over Kashmir", "the issue"."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.disputes.dispute import Dispute
from claimant.disputes.mention import DisputeMention, DisputeMentions
from claimant.disputes.parties import behind, codes_at, possessors
from claimant.disputes.registry import Disputes
from claimant.disputes.told import Told
from claimant.language import Clauses, Mentions, conjuncts
from claimant.tables import word_list

_ROWS = word_list("disputes", "rows")
_WEAK = word_list("disputes", "weak_rows")
_NEVER_AGAIN = word_list("disputes", "never_again")
_ABOUT = tuple(sorted(word_list("disputes", "about")))
_TERRITORIAL = word_list("disputes", "territorial")
_TOPICS = word_list("disputes", "other_topics")
_KINDS = {kind: word_list("disputes", f"{kind}_words") for kind in ("border", "maritime", "islands", "river")}
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "its", "both"})
_BARE = word_list("disputes", "bare_rows")
_LASTING = word_list("disputes", "lasting")


class RowReader:
    """Finds which dispute a word for a dispute means."""

    def __init__(self, disputes: Disputes, clauses: Clauses, mentions: Mentions) -> None:
        self._disputes = disputes
        self._clauses = clauses
        self._mentions = mentions

    def read(self, token: Token, told: Told, found: DisputeMentions) -> DisputeMention | None:
        """The mention of a noun such as "row", if it is one about a registered dispute."""
        word = token.lemma_.lower()
        if word not in _ROWS or token.dep_ in ("compound", "relcl"):
            return None
        before = token.doc[token.i - 1] if token.i else token
        if word == "claim" and before.tag_ in ("NNP", "NNPS") and codes_at([before], self._mentions):
            # "which India runs and Nepal claims": a verb
            return None
        below = {t.lower_ for t in token.subtree} | {t.lemma_.lower() for t in token.subtree}
        territorial = bool(below & _TERRITORIAL)
        named = [m for m in _named_below(token, found) if m.head.i != token.i]
        if not named and self._other_topic(token, territorial):
            told.turned = True
            return None
        pairs = self._pairs(token, territorial or bool(told.last) or bool(named))
        if named:
            ids = list(dict.fromkeys(d for m in named for d in m.disputes))
            sides = {c for pair in pairs for c in pair if any(self._disputes[d].party(c) for d in ids)}
            return _row(token, ids, frozenset(sides) if len(sides) > 1 else frozenset(), "names its place")
        several = self._several(token, told)
        if several:
            return _row(token, several, frozenset(), "spoken of before")
        ids, sides = [], set()
        for one, other in pairs:
            between = self._between(one, other, below if territorial else set(), told)
            if between is not None:
                ids.append(between)
                sides.update((one, other))
        if ids:
            return _row(token, ids, frozenset(sides), "between its parties")
        again = self._again(token, territorial, told)
        if again:
            return _row(token, [again], frozenset(), "spoken of before")
        principal = self._principal(token)
        return (
            _row(token, [principal], frozenset(), "the principal one of its parties") if principal else None
        )

    def _several(self, token: Token, told: Told) -> list[str]:
        """ "The two quarrels": the two disputes told last."""
        lefts = {c.lower_ for c in token.lefts}
        if (
            token.tag_ != "NNS"
            or token.lemma_.lower() not in _BARE
            or not lefts & {"two", "both"}
            or told.turned
        ):
            return []
        return told.last[:2] if len(told.last) == 2 and ("both" in lefts or "the" in lefts) else []

    def _principal(self, token: Token) -> str | None:
        """What "its quarrel with B" means without more words, where they have one principal dispute."""
        if token.lemma_.lower() not in _BARE or behind(token, *_ABOUT):
            return None
        for child in token.lefts:
            if (
                child.dep_ == "amod"
                and child.lemma_.lower() not in _LASTING
                and not codes_at([child], self._mentions)
            ):
                return None
        owners = codes_at(possessors(token), self._mentions)
        partners = codes_at(behind(token, "with"), self._mentions)
        between = codes_at(behind(token, "between"), self._mentions)
        sides = [*owners, *partners] if owners and partners else between
        if len(partners) == 1 and len(sides) == 2 and not self._disputes.between(*sides):
            # "Guatemala … if Madrid stood by it in its quarrel with Belize": whose "its" is, only one can be
            if any(c.tag_ == "PRP$" for c in token.lefts):
                others = [c for c in codes_at(token.sent, self._mentions) if c not in sides]
                having = [c for c in others if self._disputes.between(c, *partners)]
                sides = [*having, *partners] if len(having) == 1 else sides
        if len(sides) != 2 or sides[0] == sides[1]:
            return None
        fitting = [d for d in self._disputes.between(*sides) if d.describing.principal]
        return fitting[0].id if len(fitting) == 1 else None

    def _other_topic(self, token: Token, territorial: bool) -> bool:
        """Whether a row says that it is about something else: "the budget row", "a dispute over wages"."""
        for child in token.lefts:
            if child.dep_ in ("compound", "amod", "nmod") and codes_at([child], self._mentions):
                continue
            lemma = child.lemma_.lower()
            if child.dep_ in ("compound", "nmod") and child.pos_ == "NOUN" and lemma not in _TERRITORIAL:
                return True
            if child.dep_ == "amod" and lemma in _TOPICS:
                return True
        if territorial:
            return False
        topics = behind(token, *_ABOUT)
        return any(
            t.pos_ == "NOUN" and not codes_at([t], self._mentions) and not self._is_place(t) for t in topics
        )

    def _is_place(self, token: Token) -> bool:
        lemma = token.lemma_.lower()
        return lemma in self._disputes.features or lemma in _ROWS or lemma in _TERRITORIAL

    def _pairs(self, token: Token, wide: bool) -> list[tuple[str, str]]:
        """Which states have the row: owner and partner, those it is between, else those of the clause."""
        mentions = self._mentions
        owners = codes_at([*possessors(token), *behind(token, "of", "by")], mentions)
        partners = codes_at(behind(token, "with", "against"), mentions)
        between = codes_at(behind(token, "between", "among"), mentions)
        pairs = [(a, b) for a in owners for b in partners if a != b]
        if len(between) >= 2:
            pairs += [(a, b) for i, a in enumerate(between) for b in between[i + 1 :]]
        if pairs or not (wide or token.lemma_.lower() not in _WEAK):
            return pairs
        near = [*owners, *partners]
        clause = self._clauses.around(token)
        if clause is not None:
            behind_verb = [t for tokens in clause.prepositions.values() for t in tokens]
            heads = [*clause.subjects, *behind_verb, *clause.agents]
            near += [c for c in codes_at([t for h in heads for t in conjuncts(h)], mentions) if c not in near]
        return [(a, b) for i, a in enumerate(near) for b in near[i + 1 :]]

    def _between(self, one: str, other: str, words: set[str], told: Told) -> str | None:
        """The dispute of two parties: that told before, else the only one (of such territory) they have."""
        found = self._disputes.between(one, other)
        before = [d.id for d in found if d.id in told.last]
        if before:
            return told.last[0] if told.last[0] in before else before[0]
        if not words:
            return None
        wanted = {kind for kind, list_ in _KINDS.items() if words & list_}
        fitting = [d for d in found if wanted & set(d.kind)] if wanted else []
        fitting = fitting or [d for d in found if d.kind != ("river",)]
        if len(fitting) > 1:
            fitting = [d for d in fitting if d.describing.principal]
        return fitting[0].id if len(fitting) == 1 else None

    def _again(self, token: Token, territorial: bool, told: Told) -> str | None:
        """The dispute told last that has a party in the sentence: "the issue", "their territorial row"."""
        word = token.lemma_.lower()
        if not told.last or not (territorial or any(c.lower_ in _DEFINITE for c in token.lefts)):
            return None
        after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
        if word == "claim" and after.lower_ == "that":
            return None
        if not territorial and (told.turned or word in _NEVER_AGAIN):
            return None
        codes = codes_at(token.sent, self._mentions)
        # "its quarrel with Belize" is none of those to which Belize is no party
        partners = codes_at(behind(token, "with", "between"), self._mentions)
        fitting: list[Dispute] = [
            self._disputes[d] for d in told.last if all(self._disputes[d].party(c) for c in partners)
        ]
        return next((d.id for d in fitting if not codes or any(d.party(c) for c in codes)), None)


def _row(token: Token, ids: list[str], codes: frozenset[str], why: str) -> DisputeMention:
    return DisputeMention(
        token.i,
        token.i + 1,
        token,
        tuple(dict.fromkeys(ids)),
        f"disputes: {token.text!r} {why}",
        text=token.text,
        codes=codes,
        place=False,
    )


def _named_below(token: Token, found: DisputeMentions) -> list[DisputeMention]:
    """The places that a row names itself: "the Takeshima dispute", "the row over the Paracels"."""
    # a claim in a place need not be one to it: "a claim of torture in Migingo"
    where = () if token.lemma_.lower() == "claim" else ("in",)
    heads = [*possessors(token), *behind(token, *_ABOUT, "to", *where)]
    for head in behind(token, *_ABOUT):
        # "the dispute over the sovereignty of the islands"
        heads += behind(head, "of", "over", "in")
    held = [m for m in (found.at(h) for h in heads) if m is not None and m.named]
    return list({id(m): m for m in held}.values())
