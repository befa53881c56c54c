"""The source's own phrase, and what kind of source it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimant.language.mentions import Mention, Mentions
from claimant.record import Source
from claimant.sources.beside import NOMINAL, apart, counted
from claimant.sources.cues import Cues
from claimant.sources.draft import FIRST_PERSON
from claimant.sources.stretch import BELONGING, DEEPEST, Range, whole, within
from claimant.tables import word_list

LEFT = frozenset({
    "det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod", "advmod", "case", "preconj",
    "neg"
})  # fmt: skip
_RELATIVES = word_list("sources", "relatives")
_POINTERS = frozenset({"there", "it", "this", "that", "what", "these"})
_PAPERS = word_list("sources", "papers")
_SHORT = frozenset({"pronoun", "pair"})
_PROPER = frozenset({
    "state", "adjective", "national", "capital", "seat", "organisation", "group", "outlet", "person"
})  # fmt: skip
_UNLISTED = frozenset({"organisation", "place", "unknown", "capital"})
_SECTORS = {"JRN": "journalist", "JUD": "court", "MIL": "official", "COP": "official", "GOV": "official",
            "LEG": "official", "SPY": "official", "EDU": "expert"}  # fmt: skip
_THINGS = frozenset({"document", "report", "social-media"})
_TEXTS = _THINGS | {"outlet"}
_JOINERS = frozenset({",", "and", "or", "nor", "both"})
_DASHES = frozenset({"-", "–", "—"})
_MONTHS_AND_DAYS = frozenset({"DATE", "TIME", "MONEY", "QUANTITY", "ORDINAL"})


class Phrases:
    """Turns the tokens that name a source into a :class:`Source`."""

    def __init__(self, doc: Doc, mentions: Mentions, cues: Cues, publisher: str | None) -> None:
        self._doc = doc
        self._mentions = mentions
        self._cues = cues
        self._publisher = publisher
        self._by_name: dict[str, list[Mention]] | None = None
        self._outlets: list[int] | None = None
        self._named_words: set[str] | None = None
        self._ends = [s.end for s in doc.sents for _ in range(len(s))]

    def speaks(self, head: Token, *, strictly: bool) -> bool:
        """Whether somebody who can speak, or a text, is meant by a phrase with this head.

        Args:
            head: The phrase's head.
            strictly: Whether the cue is one that things without a voice take, too.
        """
        if head.lower_ in _POINTERS and self._mentions.at(head) is None:
            return head.lower_ == "it" and not strictly and head.dep_ != "expl"
        if head.tag_ == "WP" or head.lower_ in _RELATIVES:
            # "who is to blame" is a question
            return head.head.dep_ not in ("ccomp", "pcomp", "ROOT")
        if head.tag_ == "PRP":
            return True
        mention = self._mentions.at(head)
        if mention is not None and mention.kind not in ("place", "unknown"):
            return True
        if head.ent_type_ in _MONTHS_AND_DAYS and (head.lower_ != "minutes" or counted(head)):
            return False
        if not strictly and head.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "VERB"):
            return True
        if self._cues.kind(head.lower_, head.lemma_.lower()) is not None:
            return True
        return head.text[0].isupper() and (head.pos_ == "PROPN" or head.text in self._names())

    def _names(self) -> set[str]:
        """The words that the parser takes for names anywhere in the report."""
        if self._named_words is None:
            self._named_words = {
                t.text for t in self._doc if t.ent_type_ in ("PERSON", "ORG") and t.pos_ == "PROPN"
            }
        return self._named_words

    def is_text(self, head: Token) -> bool:
        """Whether a text, a poll, an outlet is meant, not a person."""
        mention = self._mentions.at(head)
        return self.kind(head, mention) in _TEXTS

    def kind(self, head: Token, mention: Mention | None) -> str:
        """What kind of source a phrase names."""
        if self._has_masthead(head, mention):
            return "outlet"
        if mention is not None:
            if mention.kind in ("capital", "seat", "adjective", "national", "pair"):
                return "state" if mention.kind != "national" else "crowd"
            if mention.kind in ("state", "organisation", "group", "outlet", "person"):
                return mention.kind
            noun = mention.role.split()[-1] if mention.role else head.lemma_.lower()
            known = self._cues.kind(noun, head.lower_, head.lemma_.lower())
            if known == "outlet" and self._is_network(head):
                return "crowd"
            if known == "outlet" and mention.role.split()[1:] and mention.sector not in (None, "JRN"):
                return "body"  # "the spy agency"
            if known is not None:
                return known
            if mention.role_kind == "body":
                return "body"
            if mention.person and mention.name:
                return _SECTORS.get(mention.sector or "", "person")
            return "crowd" if mention.plural else _SECTORS.get(mention.sector or "", "person")
        known = self._cues.kind(head.lower_, head.lemma_.lower())
        if known == "outlet" and self._is_network(head):
            return "crowd"
        if known == "crowd" and head.lower_ == "one":
            # "one of its officers"
            of = next((c for c in head.rights if c.lower_ == "of"), None)
            whom = next(iter(of.rights), None) if of is not None else None
            known = self._cues.kind(whom.lower_, whom.lemma_.lower()) or known if whom is not None else known
        if known is not None:
            return known
        if head.ent_type_ == "ORG":
            return "organisation"
        if head.ent_type_ in ("GPE", "NORP"):
            return "state"
        return "person"

    def _is_network(self, head: Token) -> bool:
        """Whether people are meant: "a network of activists"."""
        return head.lower_ == "network" and self._doc[head.i + 1 : head.i + 2].text == "of"

    def is_outlet(self, head: Token) -> bool:
        """Whether a medium is meant that carries what others say: "Interfax", "the agency"."""
        mention = self._mentions.at(head)
        if mention is not None and mention.kind == "outlet":
            return True
        if head.lemma_.lower() in self._cues.table.hearers:
            return False
        return self.kind(head, mention) == "outlet"

    def _has_masthead(self, head: Token, mention: Mention | None) -> bool:
        """Whether a name that no list holds is that of an outlet: "the Lusaka Times", "Radio Ito"."""
        if head.pos_ == "PROPN":
            # "the weekly Ayyam al-Bahr", but not "the weekly's editor Lena Ito"
            nouns = [t.lower_ for t in head.lefts if t.text.islower() and t.dep_ in ("compound", "amod")]
            if nouns and nouns[-1] in _PAPERS:
                return True
        if head.pos_ != "PROPN" or (mention is not None and mention.kind not in _UNLISTED):
            return False
        if mention is not None and any(e.identifier_text for e in mention.entities):
            return False
        words = [t.lower_ for t in head.subtree if t.text[0].isupper() and head.i - 3 <= t.i <= head.i + 1]
        return len(words) > 1 and (words[-1] in self._cues.table.masthead or words[0] == "radio")

    def joined(self, head: Token) -> list[Token]:
        """The heads of sources named side by side: "London and Tehran", but not "aides in Oslo and Rome"."""
        heads = [head]
        for token in heads:
            child = next((c for c in token.rights if c.dep_ == "conj" and c.pos_ in NOMINAL), None)
            if child is None or len(heads) > 5:
                break
            between = self._doc[self.span(token, alone=True)[1] : child.left_edge.i]
            if any(t.lower_ not in _JOINERS for t in between) or not len(between):
                break
            if not apart(head, child, self._mentions.at(head)):
                break
            heads.append(child)
        return heads

    def span(self, head: Token, depth: int = 0, *, alone: bool = False) -> tuple[int, int]:
        """The tokens of the full phrase: "a foreign ministry official", "sources in Russia and Japan"."""
        start, end = head.i, head.i + 1
        dashed = head.i > 0 and self._doc[head.i - 1].text in _DASHES  # "Truce holds - monitors"
        for child in head.lefts if not dashed else ():
            if child.dep_ in LEFT and not child.is_punct and child.tag_ != "VBD":  # "Said Ito: …"
                start = min(start, child.left_edge.i)
        mention = self._mentions.headed_by(head)
        if mention is not None and mention.kind not in _SHORT:
            start = min(start, mention.start)
            end = max(end, mention.end)
        sentence_end = self._ends[head.i]
        for child in head.rights:
            if child.i >= sentence_end or child.i > end + 1:
                break
            topic = child.lower_ == "on" and head.pos_ == "PROPN"  # "Ito on whaling: …"
            if child.i == end and child.dep_ == "prep" and child.lower_ in BELONGING and not topic:
                end = max(end, within(child))
            elif child.i == end and child.dep_ == "nummod" and not child.is_punct:
                end = child.i + 1
            elif child.dep_ == "cc" and child.i == end:
                if alone:
                    break
                joined = next((c for c in head.rights if c.dep_ == "conj"), None)
                if joined is None or joined.pos_ not in NOMINAL or depth > DEEPEST:
                    break
                if joined.left_edge.i > child.i + 1:
                    break
                end = max(end, self.span(joined, depth + 1)[1])
            elif child.dep_ == "appos" and child.pos_ == "PROPN" and end <= child.left_edge.i < end + 2:
                end = max(end, child.i + 1)
        doc = self._doc
        if end < len(doc) and doc[end].text == ")" and any(t.text == "(" for t in doc[start:end]):
            end += 1
        while start < end - 1 and (doc[start].is_punct or doc[start].is_space):
            start += 1
        return start, end

    def source(self, head: Token, others: Sequence[Range] = ()) -> Source:
        """The source that a phrase with this head names.

        Its text is the name alone; its characters take in an apposition or a clause behind it, unless
        one of the `others`, the cue and the content, stands there.
        """
        doc = self._doc
        mention = self._mentions.at(head)
        start, end = self.span(head, alone=len(self.joined(head)) > 1)
        if start < head.i and doc[start].lower_ in ("neither", "either"):
            start += 1
        if doc[start].ent_type_ == "DATE" and start + 2 < end and doc[start + 1].tag_ == "POS":
            start += 2  # "Tuesday's Washington Post"
        words = doc[start:end]
        text = words.text.strip()
        stop = whole(head, end, self._ends[head.i])
        apart = all(stop <= a or b <= start for a, b in others)
        full = doc[start : stop if apart else end]
        if self._publisher and words[0].lower_ == "this" and self._cues.kind(head.lower_) == "outlet":
            return Source(text=self._publisher, start=words.start_char, end=words.end_char, kind="outlet")
        antecedent = self._antecedent(head, mention)
        if antecedent is not None:
            low, high = self.span(antecedent)
            text = doc[low:high].text.strip()
            mention = mention if self._mentions.at(antecedent) is not None else None
        named = antecedent if antecedent is not None else head
        kind = self.kind(named, self._mentions.at(named))
        return Source(
            text=" ".join(text.split()),
            start=words.start_char,
            end=full.end_char,
            kind=kind,
            named=self._named(named, kind),
            code=mention.code if mention is not None else None,
            country_code=mention.country_code if mention is not None else None,
            sector=mention.sector if mention is not None else None,
        )

    def _antecedent(self, head: Token, mention: Mention | None) -> Token | None:
        """The head of the full phrase that a pronoun or a short form stands for."""
        if head.lower_ in _RELATIVES and head.dep_ in ("nsubj", "nsubjpass"):
            above = head.head.head
            return above if above.i < head.i and above.pos_ in ("NOUN", "PROPN", "PRON") else None
        if head.lower_ in FIRST_PERSON:
            return None
        if mention is None or mention.kind == "role":
            return self._paper(head)
        pronoun = mention.kind == "pronoun" or head.tag_ in ("PRP", "PRP$")
        short = mention.kind == "outlet" and head.pos_ == "NOUN" and mention.name.split()[-1:] != [head.text]
        if not pronoun and not short:
            return None
        if self._by_name is None:
            self._by_name = {}
            for other in self._mentions:
                if other.kind != "pronoun" and other.head.pos_ in ("NOUN", "PROPN"):
                    self._by_name.setdefault(other.name, []).append(other)
        last: Token | None = None
        for other in self._by_name.get(mention.name, ()):
            if other.head.i == head.i or other.head.dep_ == "compound":
                continue
            if other.start > head.i:
                return last if last is not None or short else other.head
            last = other.head
        return last

    def _paper(self, head: Token) -> Token | None:
        """The outlet that "the daily" takes up, also where no list has its name: the last one named."""
        if head.pos_ != "NOUN" or head.tag_ == "NNS" or [t.lower_ for t in head.lefts] != ["the"]:
            return None
        if self._cues.kind(head.lower_) != "outlet" or not self.is_outlet(head) or any(head.rights):
            return None
        if self._outlets is None:
            self._outlets = [
                t.i for t in self._doc if t.pos_ == "PROPN" and t.dep_ not in LEFT and self.is_outlet(t)
            ]
        before = bisect_left(self._outlets, head.i) - 1
        return self._doc[self._outlets[before]] if before >= 0 else None

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
