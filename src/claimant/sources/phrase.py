"""The source's own phrase, and what kind of source it is."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from claimant.language.mentions import Mention, Mentions
from claimant.record import Source
from claimant.sources.cues import Cues
from claimant.sources.draft import FIRST_PERSON

_LEFT = frozenset({
    "det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod", "advmod", "case", "preconj",
    "neg"
})  # fmt: skip
_BEHIND = frozenset({
    "of", "in", "for", "from", "at", "with", "on", "to", "near", "inside", "within", "behind", "by"
})  # fmt: skip
_RELATIVES = frozenset(["who", "which", "that", "whom"])
_SHORT = frozenset({"pronoun", "pair"})
_PROPER = frozenset({
    "state", "adjective", "national", "capital", "seat", "organisation", "group", "outlet", "person"
})  # fmt: skip
_SECTORS = {"JRN": "journalist", "JUD": "court", "MIL": "official", "COP": "official", "GOV": "official",
            "LEG": "official", "SPY": "official", "EDU": "expert"}  # fmt: skip
_THINGS = frozenset({"document", "report", "social-media"})
_TEXTS = _THINGS | {"outlet"}
_MONTHS_AND_DAYS = frozenset({"DATE", "TIME", "MONEY", "QUANTITY", "ORDINAL"})


class Phrases:
    """Turns the tokens that name a source into a :class:`Source`."""

    def __init__(self, doc: Doc, mentions: Mentions, cues: Cues, publisher: str | None) -> None:
        self._doc = doc
        self._mentions = mentions
        self._cues = cues
        self._publisher = publisher

    def speaks(self, head: Token, *, strictly: bool) -> bool:
        """Whether somebody who can speak, or a text, is meant by a phrase with this head.

        Args:
            head: The phrase's head.
            strictly: Whether the cue is one that things without a voice take, too.
        """
        if (
            head.lower_ in ("there", "it", "this", "that", "what", "these")
            and self._mentions.at(head) is None
        ):
            return head.lower_ == "it" and not strictly and head.dep_ != "expl" and self._before(head)
        if head.tag_ in ("PRP", "WP") or head.lower_ in _RELATIVES:
            return True
        mention = self._mentions.at(head)
        if mention is not None and mention.kind not in ("place", "unknown"):
            return True
        if head.ent_type_ in _MONTHS_AND_DAYS:
            return False
        if not strictly and head.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "VERB"):
            return True
        if self._cues.kind(head.lower_, head.lemma_.lower()) is not None:
            return True
        return head.pos_ == "PROPN" and head.text[0].isupper()

    def is_text(self, head: Token) -> bool:
        """Whether a text, a poll, an outlet is meant, not a person."""
        mention = self._mentions.at(head)
        return self.kind(head, mention) in _TEXTS

    def _before(self, head: Token) -> bool:
        return any(c.dep_ in ("nsubj", "nsubjpass") for c in head.head.children if c.i == head.i)

    def kind(self, head: Token, mention: Mention | None) -> str:
        """What kind of source a phrase names."""
        if mention is not None:
            if mention.kind in ("capital", "seat", "adjective", "national", "pair"):
                return "state" if mention.kind != "national" else "crowd"
            if mention.kind in ("state", "organisation", "group", "outlet", "person"):
                return mention.kind
            noun = mention.role.split()[-1] if mention.role else head.lemma_.lower()
            known = self._cues.kind(noun, head.lower_, head.lemma_.lower())
            if known is not None:
                return known
            if mention.role_kind == "body":
                return "body"
            if mention.person and mention.name:
                return _SECTORS.get(mention.sector or "", "person")
            return "crowd" if mention.plural else _SECTORS.get(mention.sector or "", "person")
        known = self._cues.kind(head.lower_, head.lemma_.lower())
        if known is not None:
            return known
        if head.ent_type_ == "ORG":
            return "organisation"
        if head.ent_type_ in ("GPE", "NORP"):
            return "state"
        return "person"

    def span(self, head: Token) -> tuple[int, int]:
        """The tokens of the full phrase: "a foreign ministry official", "sources in Russia and Japan"."""
        start, end = head.i, head.i + 1
        for child in head.lefts:
            if child.dep_ in _LEFT and not child.is_punct:
                start = min(start, child.left_edge.i)
        mention = self._mentions.headed_by(head)
        if mention is not None and mention.kind not in _SHORT:
            start = min(start, mention.start)
            end = max(end, mention.end)
        sentence_end = head.sent.end
        for child in head.rights:
            if child.i >= sentence_end or child.i > end + 1:
                break
            if child.i == end and (child.dep_ == "prep" and child.lower_ in _BEHIND):
                end = max(end, _within(child))
            elif child.i == end and child.dep_ == "nummod" and not child.is_punct:
                end = child.i + 1
            elif child.dep_ == "cc" and child.i == end:
                joined = next((c for c in head.rights if c.dep_ == "conj"), None)
                if (
                    joined is None
                    or joined.pos_ not in ("NOUN", "PROPN", "PRON")
                    or joined.left_edge.i > child.i + 1
                ):
                    break
                end = max(end, self.span(joined)[1])
            elif (
                child.dep_ == "appos"
                and child.pos_ == "PROPN"
                and child.i <= end + 3
                and child.left_edge.i >= end
            ):
                end = max(end, child.i + 1)
        doc = self._doc
        while start < end - 1 and (doc[start].is_punct or doc[start].is_space):
            start += 1
        return start, end

    def source(self, head: Token) -> Source:
        """The source that a phrase with this head names."""
        doc = self._doc
        mention = self._mentions.at(head)
        start, end = self.span(head)
        words = doc[start:end]
        text = words.text.strip()
        if (
            head.lower_ in ("newspaper", "publication", "paper")
            and words[0].lower_ == "this"
            and self._publisher
        ):
            return Source(text=self._publisher, start=words.start_char, end=words.end_char, kind="outlet")
        antecedent = self._antecedent(head, mention)
        if antecedent is not None:
            low, high = self.span(antecedent)
            text = doc[low:high].text.strip()
        kind = self.kind(
            antecedent if antecedent is not None else head,
            self._mentions.at(antecedent) if antecedent is not None else mention,
        )
        if antecedent is not None and self._mentions.at(antecedent) is None:
            mention = None
        return Source(
            text=" ".join(text.split()),
            start=words.start_char,
            end=words.end_char,
            kind=kind,
            named=self._named(antecedent if antecedent is not None else head, kind),
            code=mention.code if mention is not None else None,
            sector=mention.sector if mention is not None else None,
        )

    def _antecedent(self, head: Token, mention: Mention | None) -> Token | None:
        """The head of the full phrase that a pronoun or a short form stands for."""
        if head.lower_ in _RELATIVES and head.dep_ in ("nsubj", "nsubjpass"):
            above = head.head.head
            return above if above.i < head.i and above.pos_ in ("NOUN", "PROPN", "PRON") else None
        if mention is None or head.lower_ in FIRST_PERSON:
            return None
        pronoun = mention.kind == "pronoun" or head.tag_ in ("PRP", "PRP$")
        short = mention.kind == "outlet" and head.pos_ == "NOUN" and mention.name.split()[-1:] != [head.text]
        if not pronoun and not short:
            return None
        last: Token | None = None
        for other in self._mentions:
            if other.start >= head.i and last is not None:
                break
            same = (
                other.name == mention.name
                and other.kind != "pronoun"
                and other.head.pos_ in ("NOUN", "PROPN")
            )
            if same and other.head.i != head.i and other.head.dep_ != "compound":
                if other.start > head.i and last is None and not short:
                    return other.head
                if other.start < head.i:
                    last = other.head
        return last

    def _named(self, head: Token, kind: str) -> bool:
        """Whether the phrase gives somebody's name, or an institution's."""
        mention = self._mentions.at(head)
        if head.lower_ in FIRST_PERSON or head.tag_ in ("PRP", "PRP$", "WP"):
            return False
        if mention is not None:
            if mention.kind == "outlet" and head.pos_ == "NOUN":
                return True
            if mention.kind in _PROPER:
                return mention.kind != "national"
            if mention.kind == "role":
                appos = [c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
                if appos:
                    return True
                if mention.role_kind == "body":
                    return kind not in _THINGS and (mention.definite or any(e.code for e in mention.entities))
                return any(e.identifier_text for e in mention.entities)
            return kind == "state"
        return head.pos_ == "PROPN" and kind not in _THINGS


def _within(preposition: Token) -> int:
    """Where a prepositional phrase ends, without relative clauses and asides."""
    end = preposition.i + 1
    for child in preposition.rights:
        if child.dep_ == "pobj":
            end = _phrase_end(child)
    return end


def _phrase_end(head: Token) -> int:
    end = head.i + 1
    for child in head.rights:
        if child.left_edge.i > end:
            break
        if child.dep_ == "prep" and child.i == end and child.lower_ in _BEHIND:
            end = max(end, _within(child))
        elif child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"):
            end = max(end, _phrase_end(child))
        elif child.dep_ in ("cc", "case", "nummod"):
            end = max(end, child.i + 1)
    return end
