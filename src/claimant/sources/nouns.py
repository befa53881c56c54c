"""Noun cues: "Tehran's claim that …", "a warning by the envoy", "made an accusation that …"."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.language.clause import negative_determiner
from claimant.language.clauses import Clauses
from claimant.language.mentions import Mentions
from claimant.sources.cues import Cue, Cues
from claimant.sources.finding import Finding
from claimant.sources.layout import Layout
from claimant.sources.phrase import Phrases
from claimant.sources.stretch import Range, bounds, tidy

_MARKS = frozenset({"that", "whether", "how", "why", "what", "who"})
_AGENTS = frozenset({"by", "from"})
_OWNERS = frozenset({"adjective", "state", "capital", "seat", "organisation", "group", "outlet", "person"})


class NounCues:
    """Finds what hangs on nouns that name an act of saying or thinking."""

    def __init__(
        self, clauses: Clauses, mentions: Mentions, layout: Layout, phrases: Phrases, cues: Cues
    ) -> None:
        self._clauses = clauses
        self._mentions = mentions
        self._layout = layout
        self._phrases = phrases
        self._cues = cues

    def read(self, noun: Token, cues: list[Cue]) -> Finding | None:
        """What a noun that may be a cue holds, or nothing."""
        if noun.dep_ in ("compound", "amod", "nmod") or noun.pos_ not in ("NOUN", "PROPN"):
            return None
        for cue in cues:
            piece = self._content(noun, cue)
            if piece is not None:
                return self._finding(noun, cue, piece)
        return None

    def _finding(self, noun: Token, cue: Cue, piece: Range) -> Finding | None:
        lending = self._lending(noun)
        source = self._owner(noun) or (lending[0] if lending else None)
        if source is None and self._cues.kind(noun.lower_, noun.lemma_.lower()) == "report":
            # "amid reports that": whose, the text does not say
            source = noun
        if cue.group.people:
            source = self._named(noun)
        alone = source is None and cue.group.alone and not self._reported(noun)
        if not alone and (source is None or not self._phrases.speaks(source, strictly=True)):
            return None
        cleaned = tidy(piece, noun, self._layout)
        if cleaned is None:
            return None
        negated = negative_determiner(noun) is not None or bool(lending and lending[2])
        stance = cue.group.negated if negated and cue.group.negated else cue.group.stance
        start = lending[1] if lending else noun.i
        words = (start if noun.i - start < 8 else noun.i, noun.i + 1)
        return Finding(
            [source] if source is not None else [],
            words,
            [cleaned],
            stance,
            cue.group.topic or self._is_topic(noun, piece),
            f"sources: noun {cue.name!r}",
            verb=noun,
            lent=noun.head.i if lending else -1,
            alone=alone,
        )

    def _named(self, noun: Token) -> Token:
        """Who is meant by "a critic of the plan": the subject of "she is a critic", else the noun itself."""
        if noun.dep_ == "attr" and noun.head.lemma_ == "be":
            subject = next((c for c in noun.head.lefts if c.dep_ == "nsubj"), None)
            return subject if subject is not None and subject.tag_ != "EX" else noun
        return noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else noun

    def _reported(self, noun: Token) -> bool:
        """Whether another cue speaks of what the noun names: "denied allegations that …"."""
        above, verbs = noun.head, self._cues.verbs
        if noun.dep_ != "pobj":
            return above.lemma_ in verbs
        word = above.lower_
        return any(word in c.group.behind or word in c.words for c in verbs.get(above.head.lemma_, ()))

    def _is_topic(self, noun: Token, piece: Range) -> bool:
        """What stands behind "about" is only spoken about."""
        return noun.doc[piece[0] - 1].lower_ in ("about", "over", "on", "for", "against", "to")

    def _content(self, noun: Token, cue: Cue) -> Range | None:
        _, high = bounds(noun, self._layout)
        takes = cue.group.takes
        for child in noun.rights:
            if child.i >= high:
                break
            if "clause" in takes and (self._states(child) or self._states_relative(child)):
                return _tree(child, noun, high)
            if "infinitive" in takes and child.dep_ in ("acl", "xcomp") and _is_infinitive(child):
                return _tree(child, noun, high)
            if child.dep_ not in ("prep", "agent"):
                continue
            below = next((c for c in child.rights if c.dep_ in ("pobj", "pcomp")), None)
            if below is None:
                continue
            if child.lower_ in _AGENTS:
                # "a claim by the rebels that …" parses as if the rebels had the clause
                stated = next((c for c in below.rights if self._states(c) or self._states_relative(c)), None)
                if stated is not None and "clause" in takes:
                    return _tree(stated, below, high)
                continue
            if child.lower_ in cue.group.behind and not self._is_owner(noun, child, below):
                if below.pos_ in ("PRON", "NUM"):
                    break
                return _tree(below, child, high)
        return self._of_verb(noun, cue, high)

    def _states(self, clause: Token) -> bool:
        """Whether a clause says what the noun says: "the claim that it had sailed"."""
        return clause.dep_ in ("acl", "ccomp", "relcl", "advcl") and any(
            c.dep_ == "mark" and c.lower_ in _MARKS for c in clause.lefts
        )

    def _states_relative(self, clause: Token) -> bool:
        """The same where the parser takes "that" for an object; "the claim that it made" is none."""
        return (
            clause.dep_ in ("relcl", "acl")
            and clause.left_edge.lower_ == "that"
            and clause.left_edge.dep_ == "dobj"
            and clause.lemma_ not in self._cues.table.light
            and clause.lemma_ not in self._cues.farther
        )

    def _of_verb(self, noun: Token, cue: Cue, high: int) -> Range | None:
        """A clause that the parser hung on the verb above: "made a claim on Friday that …"."""
        above = noun.head
        if above.pos_ not in ("VERB", "AUX") or "clause" not in cue.group.takes:
            return None
        light = noun.dep_ == "dobj" and above.lemma_ in self._cues.table.light
        if not light and not (above.lemma_ == "be" and noun.dep_ == "nsubj"):
            return None
        stated = next((c for c in above.rights if c.i > noun.i and self._states(c)), None)
        return _tree(stated, noun, high) if stated is not None else None

    def _is_owner(self, noun: Token, preposition: Token, below: Token) -> bool:
        """Whether "of" gives who says it, not what: "the warning of the ministry"."""
        if preposition.lower_ != "of" or self._owner(noun, behind=False) is not None:
            return False
        mention = self._mentions.at(below)
        return mention is not None and not mention.as_place

    def _owner(self, noun: Token, *, behind: bool = True) -> Token | None:
        for child in noun.lefts:
            if child.dep_ == "poss":
                return child
        ahead = noun.doc[noun.i - 1] if noun.i else noun
        if noun.tag_ == "NNS" and (ahead.dep_ == "nsubj" or noun.head.i == ahead.i) and _is_name(ahead):
            return ahead  # "Ito claims that …", where the parser took the verb for a noun
        for child in noun.lefts:
            if child.dep_ in ("amod", "compound", "nmod"):
                mention = self._mentions.at(child)
                if mention is not None and mention.kind in _OWNERS:
                    return child
        if not behind:
            return None
        for child in noun.rights:
            if child.dep_ in ("prep", "agent") and child.lower_ in (*_AGENTS, "of", "among"):
                below = next((c for c in child.rights if c.dep_ == "pobj"), None)
                if below is not None and (child.lower_ != "of" or self._is_owner(noun, child, below)):
                    return below
        return None

    def _lending(self, noun: Token) -> tuple[Token, int, bool] | None:
        """Who makes, issues or voices it; where the cue's words begin; whether that is negated."""
        verb = noun.head
        if noun.dep_ not in ("dobj", "nsubjpass") or verb.lemma_ not in self._cues.table.light:
            return None
        clause = self._clauses.at(verb)
        if clause is None:
            return None
        heads = clause.agents if clause.passive else clause.subjects
        if not heads:
            return None
        start = min([verb.i, *(t.i for t in verb.lefts if t.dep_ in ("aux", "neg"))])
        return heads[0], min(start, noun.i), clause.own_negation is not None


def _tree(head: Token, above: Token, high: int) -> Range:
    """The tokens below a head, from behind the word above it to the end of the stretch."""
    return max(above.i + 1, head.left_edge.i), min(high, head.right_edge.i + 1)


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)


def _is_name(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and token.text[0].isupper()
