"""About what: which disputes the words of a report mean.

Three ways lead to a dispute: a name ("the Diaoyu Islands"), a description with the parties at hand
("islands to the north of Japan", "an East China Sea archipelago"), and a word for a dispute with
two parties ("its territorial row with Japan"). "The islands" and "the issue" mean what the report
spoke of last.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from claimant.disputes.registry import Dispute, Disputes, load_disputes
from claimant.language import Clauses, Mentions, conjuncts
from claimant.tables import word_list

_ROWS = word_list("disputes", "rows")
# These mean a dispute only with a word of territory beside them, or after one has been told.
_WEAK_ROWS = word_list("disputes", "weak_rows")
_TERRITORIAL = word_list("disputes", "territorial")


@dataclass(slots=True)
class DisputeMention:
    """Words that mean a dispute.

    Attributes:
        start, end: Token indices, end exclusive; `head` the token that the sentence holds.
        name_of: For names, the party that calls it so.
        named: Whether it is a name.
        place: Whether the disputed place itself is meant, not the row about it.
    """

    start: int
    end: int
    head: Token
    disputes: tuple[str, ...]
    rule: str
    named: bool = False
    place: bool = True
    name_of: str | None = None
    text: str = ""
    codes: frozenset[str] = frozenset()


@dataclass(slots=True)
class DisputeMentions:
    """The dispute mentions of a report, in order."""

    all: list[DisputeMention] = field(default_factory=list)
    by_token: dict[int, DisputeMention] = field(default_factory=dict)

    def add(self, mention: DisputeMention) -> None:
        """Take up a mention."""
        self.all.append(mention)
        for i in range(mention.start, mention.end):
            self.by_token.setdefault(i, mention)

    def at(self, token: Token) -> DisputeMention | None:
        """The mention that covers a token."""
        return self.by_token.get(token.i)

    def below(self, head: Token) -> list[DisputeMention]:
        """The mentions in the phrase or clause below a token."""
        found: list[DisputeMention] = []
        for token in head.subtree:
            mention = self.by_token.get(token.i)
            if mention is not None and mention not in found:
                found.append(mention)
        return found

    def in_sentence(self, token: Token) -> list[DisputeMention]:
        """The mentions in the token's sentence."""
        start, end = token.sent.start, token.sent.end
        return [m for m in self.all if start <= m.start < end]

    def of_event(
        self, trigger: Token, verb: Token | None, codes: set[str], disputes: Disputes
    ) -> list[DisputeMention]:
        """The mentions that an event with these parties is about.

        Those in its clause where one of its sides is a party; those elsewhere in the sentence where
        both are.
        """
        found = []
        below = {id(m) for m in (*self.below(verb if verb is not None else trigger), *self.below(trigger))}
        for mention in self.in_sentence(trigger):
            for dispute in mention.disputes:
                parties = [c for c in codes if disputes[dispute].party(c)]
                if (id(mention) in below and (parties or not codes)) or len(parties) > 1:
                    found.append(mention)
                    break
        return found


class DisputeLinker:
    """Finds the dispute mentions of a report."""

    def __init__(self, disputes: Disputes | None = None) -> None:
        self.disputes = disputes if disputes is not None else load_disputes()

    def read(self, doc: Doc, clauses: Clauses, mentions: Mentions) -> DisputeMentions:
        """All dispute mentions of a parsed report."""
        found = DisputeMentions()
        self._by_name(doc, found)
        named = {d for m in found.all for d in m.disputes}
        codes = {e.code for m in mentions for e in m.entities if e.code}
        last: list[str] = []
        for token in doc:
            held = found.at(token)
            if held is not None:
                _remember(last, held.disputes)
                continue
            if token.pos_ not in ("NOUN", "PROPN"):
                continue
            mention = self._described(token, codes, mentions) or self._row(
                token, clauses, mentions, last, named
            )
            if mention is None:
                mention = self._again(token, last, mentions)
            if mention is not None:
                found.add(mention)
                _remember(last, mention.disputes)
        found.all.sort(key=lambda m: (m.start, m.end))
        return found

    # --- names

    def _by_name(self, doc: Doc, found: DisputeMentions) -> None:
        text = doc.text
        ends = {token.idx + len(token): token.i + 1 for token in doc}
        position = 0
        for token in doc:
            if token.i < position or not (token.text[0].isupper() or not token.text[0].isascii()):
                continue
            entries = self.disputes.names_at(text, token.idx)
            if not entries:
                continue
            end = ends.get(token.idx + len(entries[0].text))
            if end is None:
                continue
            plain = [e for e in entries if not e.ambiguous]
            if not plain and not _disputed_here(token):
                continue
            chosen = plain or entries
            disputes = tuple(dict.fromkeys(e.dispute for e in chosen))
            parties = {e.party for e in chosen}
            span = doc[token.i : end]
            found.add(
                DisputeMention(
                    token.i, end, span.root, disputes, f"disputes: the name {span.text!r}", named=True,
                    name_of=next(iter(parties)) if len(parties) == 1 else None, text=span.text,
                )
            )  # fmt: skip
            position = end

    # --- descriptions

    def _described(self, token: Token, codes: set[str], mentions: Mentions) -> DisputeMention | None:
        """A feature noun with a word that locates it: "islands to the north of Japan"."""
        candidates = self.disputes.features.get(token.lemma_.lower())
        if not candidates:
            return None
        start, end = token.left_edge.i, token.right_edge.i + 1
        phrase = token.doc[start : min(end, token.i + 12)].text
        here = _codes_in(token.doc[token.sent.start : token.sent.end], mentions)
        fitting: list[tuple[int, Dispute, str]] = []
        for dispute in candidates:
            locator = next((x for x in dispute.describing.locators if _contains(phrase, x)), None)
            if locator is None:
                continue
            parties = sum(1 for p in dispute.parties if p.code and any(p.is_of(c) for c in here))
            anywhere = sum(1 for p in dispute.parties if p.code and any(p.is_of(c) for c in codes))
            if anywhere:
                fitting.append((parties * 10 + anywhere, dispute, locator))
        if not fitting:
            return None
        fitting.sort(key=lambda f: -f[0])
        if len(fitting) > 1 and fitting[0][0] == fitting[1][0]:
            return None
        _, dispute, locator = fitting[0]
        return DisputeMention(
            token.i, token.i + 1, token, (dispute.id,),
            f"disputes: {token.lemma_!r} located by {locator!r}, with its parties at hand", text=phrase,
        )  # fmt: skip

    # --- rows

    def _row(
        self, token: Token, clauses: Clauses, mentions: Mentions, last: list[str], named: set[str]
    ) -> DisputeMention | None:
        """A word for a dispute, with its parties: "their separate territorial rows with Japan"."""
        word = token.lemma_.lower()
        if word not in _ROWS:
            return None
        below = {t.lower_ for t in token.subtree} | {t.lemma_.lower() for t in token.subtree}
        territorial = bool(below & _TERRITORIAL)
        owners = _codes(_owners(token), mentions)
        partners = _codes(_behind(token, ("with", "against")), mentions)
        between = _codes(_behind(token, ("between", "among")), mentions)
        pairs = [(a, b) for a in owners for b in partners if a != b]
        if len(between) >= 2:
            pairs.append((between[0], between[1]))
        if not pairs and (territorial or last or word not in _WEAK_ROWS):
            near = [*owners, *partners]
            clause = clauses.around(token)
            if clause is not None:
                heads = [
                    *clause.subjects,
                    *(t for ts in clause.prepositions.values() for t in ts),
                    *clause.agents,
                ]
                inside = [t for h in heads for t in conjuncts(h)]
                near += [c for c in _codes(inside, mentions) if c not in near]
            pairs = [(a, b) for i, a in enumerate(near) for b in near[i + 1 :] if a != b]
        found: list[str] = []
        for one, other in pairs:
            found.extend(self._of_pair(one, other, territorial, last))
        if (
            not found
            and last
            and (territorial or any(c.lower_ in ("the", "this", "their", "its") for c in token.lefts))
        ):
            codes = _codes_in(token.sent, mentions)
            found = [d for d in last if not codes or any(self.disputes[d].party(c) for c in codes)][:1]
            if word in _WEAK_ROWS and not territorial and word not in ("issue", "matter", "claim"):
                found = []
        if not found:
            return None
        ids = tuple(dict.fromkeys(found))
        parties = frozenset(c for pair in pairs for c in pair)
        return DisputeMention(
            token.i,
            token.i + 1,
            token,
            ids,
            f"disputes: {token.text!r} between its parties",
            text=token.text,
            codes=parties,
            place=False,
        )

    def _of_pair(self, one: str, other: str, territorial: bool, last: list[str]) -> list[str]:
        """The dispute of two parties: that told before, else the only one (of territory) they have."""
        found = self.disputes.between(one, other)
        told = [d.id for d in found if d.id in last]
        if told:
            return [told[0]] if last[0] in told else told[:1]
        if not territorial:
            return []
        return [found[0].id] if len(found) == 1 else []

    def _again(self, token: Token, last: list[str], mentions: Mentions) -> DisputeMention | None:
        """ "The islands": what was spoken of last that is islands; a party in the sentence decides."""
        if not last or not any(
            c.lower_ in ("the", "these", "those", "disputed", "both", "its") for c in token.lefts
        ):
            return None
        lemma = token.lemma_.lower()
        if any(c.dep_ in ("compound",) for c in token.lefts):
            return None
        fitting = [d for d in last if lemma in self.disputes[d].describing.features]
        if not fitting:
            return None
        codes = _codes_in(token.sent, mentions)
        having = [d for d in fitting if any(self.disputes[d].party(c) for c in codes)]
        chosen = (having or ([] if codes else fitting))[:1]
        if not chosen:
            return None
        return DisputeMention(
            token.i,
            token.i + 1,
            token,
            tuple(chosen),
            f"disputes: {token.text!r} spoken of before",
            text=token.text,
        )


def _remember(last: list[str], disputes: Iterable[str]) -> None:
    for dispute in reversed(list(disputes)):
        if dispute in last:
            last.remove(dispute)
        last.insert(0, dispute)


def _contains(phrase: str, locator: str) -> bool:
    at = phrase.find(locator)
    if at < 0:
        return False
    end = at + len(locator)
    return (at == 0 or not phrase[at - 1].isalnum()) and (end == len(phrase) or not phrase[end].isalnum())


def _disputed_here(token: Token) -> bool:
    """Whether words of dispute stand near an ambiguous name."""
    sentence = token.sent
    words = {
        t.lemma_.lower()
        for t in sentence[max(0, token.i - sentence.start - 12) : token.i - sentence.start + 12]
    }
    return bool(words & (_TERRITORIAL | {"dispute", "disputed", "claim", "annex", "annexation", "occupy", "occupation", "breakaway",
                                         "independence", "status", "recognise", "recognize", "autonomy", "secession", "row"}))  # fmt: skip


def _owners(token: Token) -> list[Token]:
    found: list[Token] = []
    for child in token.lefts:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            found.extend(conjuncts(child))
    return found + _behind(token, ("of", "by"))


def _behind(token: Token, names: tuple[str, ...]) -> list[Token]:
    found: list[Token] = []
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in names:
            for below in child.rights:
                if below.dep_ == "pobj":
                    found.extend(conjuncts(below))
    return found


def _codes(tokens: Iterable[Token], mentions: Mentions) -> list[str]:
    found: list[str] = []
    for token in tokens:
        mention = mentions.at(token)
        if mention is not None:
            found.extend(e.code for e in mention.entities if e.code and e.code not in found)
    return found


def _codes_in(span: Iterable[Token], mentions: Mentions) -> set[str]:
    return set(_codes(span, mentions))
