"""Noun cues: "Tehran's claim that …", "a warning by the envoy", "made an accusation that …"."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.language.clauses import Clauses, negative_determiner
from claimant.language.mentions import Mentions
from claimant.sources.content import Range, bounds, tidy
from claimant.sources.cues import Cue, Cues
from claimant.sources.layout import Layout
from claimant.sources.phrase import Phrases
from claimant.sources.reporting import Finding

_MARKS = frozenset({"that", "whether", "how", "why", "what", "who"})
_AGENTS = frozenset({"by", "from"})


class NounCues:
    """Finds what hangs on nouns that name an act of saying or thinking."""

    def __init__(self, clauses: Clauses, mentions: Mentions, layout: Layout, phrases: Phrases, cues: Cues) -> None:
        self._clauses = clauses
        self._mentions = mentions
        self._layout = layout
        self._phrases = phrases
        self._cues = cues

    def read(self, noun: Token, cues: list[Cue]) -> Finding | None:
        """What a noun that may be a cue holds, or nothing."""
        if noun.dep_ in ("compound", "amod", "nmod") or noun.pos_ not in ("NOUN", "PROPN"):
            return None
        cue = cues[0]
        piece = self._content(noun, cue)
        if piece is None:
            return None
        lending = self._lending(noun)
        source = self._owner(noun) or (lending[0] if lending else None)
        if source is None and self._cues.kind(noun.lower_, noun.lemma_.lower()) == "report":
            # "amid reports that": whose, the text does not say
            source = noun
        if source is None or not self._phrases.speaks(source, strictly=True):
            return None
        cleaned = tidy(piece, noun, self._layout)
        if cleaned is None:
            return None
        negated = negative_determiner(noun) is not None or bool(lending and lending[2])
        stance = cue.group.negated if negated and cue.group.negated else cue.group.stance
        start = lending[1] if lending else noun.i
        words = (start if noun.i - start < 8 else noun.i, noun.i + 1)
        return Finding([source], words, [cleaned], stance, cue.group.topic or self._is_topic(noun, piece), f"sources: noun {cue.name!r}", verb=noun)

    def _is_topic(self, noun: Token, piece: Range) -> bool:
        """What stands behind "about" is only spoken about."""
        return noun.doc[piece[0] - 1].lower_ in ("about", "over", "on", "for", "against", "to")

    def _content(self, noun: Token, cue: Cue) -> Range | None:
        low, high = bounds(noun, self._layout)
        takes = cue.group.takes
        for child in noun.rights:
            if child.i >= high:
                break
            if child.dep_ in ("acl", "ccomp", "relcl") and "clause" in takes:
                marks = [c.lower_ for c in child.lefts if c.dep_ == "mark"]
                if set(marks) & _MARKS:
                    return max(noun.i + 1, child.left_edge.i), min(high, child.right_edge.i + 1)
            if child.dep_ in ("acl", "xcomp") and "infinitive" in takes and child.tag_ == "VB":
                if any(c.lower_ == "to" and c.dep_ == "aux" for c in child.lefts):
                    return max(noun.i + 1, child.left_edge.i), min(high, child.right_edge.i + 1)
            if child.dep_ == "prep" and child.lower_ in cue.group.behind and child.lower_ not in _AGENTS:
                below = next((c for c in child.rights if c.dep_ in ("pobj", "pcomp")), None)
                if below is not None and below.pos_ not in ("PRON", "NUM") and not self._is_owner(noun, child, below):
                    return below.left_edge.i, min(high, below.right_edge.i + 1)
        return self._of_verb(noun, cue, high)

    def _of_verb(self, noun: Token, cue: Cue, high: int) -> Range | None:
        """A clause that the parser hung on the verb above: "made a claim on Friday that …", "its view is that …"."""
        above = noun.head
        if above.pos_ not in ("VERB", "AUX") or "clause" not in cue.group.takes:
            return None
        light = noun.dep_ == "dobj" and above.lemma_ in self._cues.table.light
        if not light and not (above.lemma_ == "be" and noun.dep_ == "nsubj"):
            return None
        for child in above.rights:
            if child.i > noun.i and child.dep_ in ("ccomp", "acl", "advcl", "relcl"):
                if any(c.dep_ == "mark" and c.lower_ in ("that", "whether") for c in child.lefts):
                    return child.left_edge.i, min(high, child.right_edge.i + 1)
        return None

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
        for child in noun.lefts:
            if child.dep_ in ("amod", "compound", "nmod"):
                mention = self._mentions.at(child)
                if mention is not None and mention.kind in ("adjective", "state", "capital", "seat", "organisation", "group", "outlet"):
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
