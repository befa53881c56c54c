"""Reporting verbs: who is the subject of one, and how it is negated."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from claimant.language.clauses import Clause, Clauses, negative_determiner
from claimant.record import Stance
from claimant.sources.ahead import around, before, broken_clause
from claimant.sources.content import Range, after, tidy
from claimant.sources.cues import Cue, Cues
from claimant.sources.layout import Layout
from claimant.sources.phrase import Phrases

_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp"})
_AUXILIARY = frozenset({"aux", "auxpass", "neg"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset({"DET", "ADJ", "PROPN", "NOUN"})


@dataclass(slots=True)
class Finding:
    """A cue with its source and content, in tokens.

    Attributes:
        heads: The heads of the sources' phrases, nearest first.
        cue: The cue's tokens, end exclusive.
        pieces: The content's.
        rule: Which rule found it.
        verb: The cue's verb, noun or first word.
        lent: The verb that lends a noun cue its subject, or -1.
        cited: Further sources that the sentence cites, nearer than `heads`.
    """

    heads: list[Token]
    cue: Range
    pieces: list[Range]
    stance: Stance
    topic: bool
    rule: str
    verb: Token | None = None
    lent: int = -1
    cited: list[Token] = field(default_factory=list)


class Reporting:
    """Finds what hangs on reporting verbs and on adjectives of mind."""

    def __init__(self, clauses: Clauses, layout: Layout, phrases: Phrases, cues: Cues) -> None:
        self._clauses = clauses
        self._layout = layout
        self._phrases = phrases
        self._cues = cues

    def verb(self, verb: Token, cues: list[Cue]) -> Finding | None:
        """What a verb that may be a cue says, or nothing.

        "Oslo said it had no plans." · "The talks failed, a source told reporters."
        """
        clause = self._clauses.at(verb)
        if clause is None or clause.verb.i != verb.i:
            return None
        for cue in cues:
            end = self._matches(verb, cue)
            if end:
                found = self._read(clause, cue, end)
                if found is not None:
                    return found
        return None

    def adjective(self, word: Token, cues: list[Cue]) -> Finding | None:
        """What somebody is aware, sure, afraid … of: "he was not aware of any talks"."""
        clause = self._clauses.at(word)
        if clause is None or clause.predicate.i != word.i or not clause.subjects:
            return None
        head = self._subject(clause)
        for cue in cues:
            if head is None or not self._phrases.speaks(head, strictly=True):
                return None
            piece = after(word, word.i + 1, cue, self._layout)
            if piece is None:
                continue
            negated = clause.own_negation is not None or negative_determiner(head) is not None
            start = min([clause.verb.i, *(t.i for t in clause.auxiliaries)], key=lambda i: i)
            start = start if word.i - start < 6 else word.i
            return self._finding(
                [head], (start, word.i + 1), [piece], cue, negated, f"sources: adjective {cue.name!r}", word
            )
        return None

    def _finding(
        self,
        heads: list[Token],
        words: Range,
        pieces: list[Range],
        cue: Cue,
        negated: bool,
        rule: str,
        verb: Token,
    ) -> Finding | None:
        kept = [piece for piece in (tidy(p, verb, self._layout) for p in pieces) if piece is not None]
        if not kept:
            return None
        group = cue.group
        stance = group.negated if negated and group.negated is not None else group.stance
        return Finding(heads, words, kept, stance, group.topic, rule, verb=verb)

    def _matches(self, verb: Token, cue: Cue) -> int:
        """Where the cue's words end, if all stand here: "call for", "call again for"."""
        words = cue.words
        i = verb.i + 1
        if len(words) == 1:
            return i
        texts = self._layout.texts
        for word in words[1:]:
            if i == verb.i + 1 and i < len(texts) and texts[i].lower() != word:
                i += verb.doc[i].pos_ == "ADV" or verb.doc[i].ent_type_ == "DATE"
            if i >= len(texts) or texts[i].lower() != word:
                return 0
            i += 1
        return i

    def _read(self, clause: Clause, cue: Cue, end: int) -> Finding | None:
        verb, group = clause.verb, cue.group
        cited = self._quoted_as(clause)
        heads: list[Token]
        if cited is not None:
            heads = cited
        elif _is_passive(clause) and not group.recipient:
            heads = clause.agents[:1]
            if not heads or verb.dep_ == "amod":
                return None
        else:
            head = self._beside_quotation(verb) or self._subject(clause) or self._beside(verb)
            if head is None:
                return None
            heads = [self._cut_list(verb, head)]
        if not self._phrases.speaks(heads[0], strictly=group.source != "any"):
            return None
        if group.source == "text" and not self._phrases.is_text(heads[0]):
            return None
        pieces = self._pieces(clause, cue, end, heads[0])
        if not pieces:
            return None
        negated, start = self._lead(clause)
        negated = negated or negative_determiner(heads[0]) is not None
        return self._finding(
            heads, (start, max(end, verb.i + 1)), pieces, cue, negated, f"sources: verb {cue.name!r}", verb
        )

    def _pieces(self, clause: Clause, cue: Cue, end: int, head: Token) -> list[Range]:
        verb = clause.verb
        speech = "quote" in cue.group.takes
        if _is_passive(clause) and not cue.group.recipient:
            return self._of_passive(clause, cue, end)
        found = after(verb, end, cue, self._layout)
        if not speech or (verb.tag_ in ("VBG", "VB") and head.head.i != verb.i):
            return [found] if found is not None else []
        first = self._start_of_clause(clause, head)
        broken = broken_clause(verb, first, head, end, self._layout, found)
        if broken:
            return broken
        ahead = before(verb, first, self._layout, free=found is None)
        if ahead is not None:
            return [ahead, *around(verb, head, end, self._layout, self._cues)]
        return [found] if found is not None else []

    def _of_passive(self, clause: Clause, cue: Cue, end: int) -> list[Range]:
        """What a passive with an agent says: "the plan was dismissed by critics as a stunt"."""
        found = after(clause.verb, end, cue, self._layout)
        objects = cue.group.takes & {"object", "as", "complement"}
        subject = next((s for s in clause.subjects if s.pos_ in ("NOUN", "PROPN")), None)
        if (
            subject is None
            or not objects
            or (cue.group.objects and subject.lemma_.lower() not in cue.group.objects)
        ):
            return [found] if found is not None else []
        own = (subject.left_edge.i, subject.i + 1)
        return [own, found] if found is not None and found[0] >= own[1] else [own]

    def _quoted_as(self, clause: Clause) -> list[Token] | None:
        """Who is quoted, and by whom: "he was quoted by Interfax as saying", "citing an aide as saying"."""
        verb = clause.verb
        if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.head.lower_ != "as":
            return None
        above = self._clauses.at(verb.head.head)
        if above is None or above.verb.lemma_ not in ("quote", "cite", "report", "describe", "record"):
            return None
        said, by = (above.subjects, above.agents) if above.passive else (above.objects, above.subjects)
        return [*said[:1], *by[:1]] or None

    def _subject(self, clause: Clause) -> Token | None:
        """The subject's head; the relative pronoun itself, where it is one."""
        verb = clause.verb
        own = self._layout.quotation(verb.i)
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and not child.is_punct:
                if child.tag_ == "WP" and verb.dep_ != "relcl":
                    # "who is to blame" is a question
                    return None
                if self._layout.texts[child.i + 1] in ("--", "—", "–", "-"):
                    # a dateline that the parser took for the subject: "OSLO -- The minister said"
                    child = next((c for c in child.rights if c.dep_ == "appos"), child)
                quotation = self._layout.quotation(child.i)
                if quotation is None or quotation is own or not quotation.full:
                    return child
        for token in clause.subjects:
            quotation = self._layout.quotation(token.i)
            if (
                token.dep_ != "expl"
                and not token.is_punct
                and (quotation is None or quotation is own or not quotation.full)
            ):
                return token
        return None

    def _cut_list(self, verb: Token, head: Token) -> Token:
        """The subject without a clause's last noun, which the parser joined to it.

        "Warplanes bombed the town, killing two people, activists and a monitor reported."
        """
        doc = verb.doc
        low, high = self._layout.sentence(verb.i)
        if head.i > verb.i or high - verb.i > 3:
            return head
        joined = next((c for c in head.rights if c.dep_ == "conj" and c.i < verb.i), None)
        if joined is None or doc[joined.left_edge.i - 1].text != ",":
            return head
        return joined if any(t.tag_ in _FINITE for t in doc[low : head.left_edge.i]) else head

    def _beside_quotation(self, verb: Token) -> Token | None:
        """The name between a quotation and its cue, which parsers lose: “…,” Ito, a pilot, said."""
        layout, doc = self._layout, verb.doc
        low, _ = layout.sentence(verb.i)
        own = layout.quotation(verb.i)
        if own is not None or verb.tag_ not in _FINITE:
            return None
        i = verb.i - 1
        while i >= low and verb.i - i < 30 and layout.quotation(i) is None:
            i -= 1
        quotation = layout.quotation(i)
        if quotation is None or not quotation.full or verb.i - i < 3 or i < low:
            return None
        region = doc[i + 1 : verb.i]
        if any(t.dep_ == "nsubj" and t.head.i == verb.i for t in region) or any(
            t.tag_ in _FINITE for t in region
        ):
            return None
        found: Token | None = None
        for token in region:
            if token.text in (",", "("):
                break
            if token.pos_ in ("PROPN", "NOUN", "PRON"):
                found = token
            elif token.pos_ not in ("DET", "ADJ", "PUNCT", "PART", "ADV", "NUM"):
                return None
        return found

    def _beside(self, verb: Token) -> Token | None:
        """The subject that the parser missed beside its verb: “…,” said Ito."""
        layout, doc = self._layout, verb.doc
        low, high = layout.sentence(verb.i)
        if low < verb.i and layout.quotation(verb.i - 1) is not None and verb.i + 1 < high:
            token = doc[verb.i + 1]
            while (
                token.i + 1 < high
                and token.pos_ in _NOMINAL
                and doc[token.i + 1].pos_ in ("PROPN", "NOUN", "ADJ")
            ):
                token = doc[token.i + 1]
            if token.pos_ in ("PROPN", "NOUN", "PRON"):
                return token
        if (
            verb.i - 1 >= low
            and verb.tag_ in _FINITE
            and doc[verb.i - 1].ent_type_ in ("PERSON", "ORG", "GPE")
        ):
            return doc[verb.i - 1]
        return None

    def _lead(self, clause: Clause) -> tuple[bool, int]:
        """Whether a cue is negated, and where its words begin: "declined to say", "went on to say"."""
        negated = clause.own_negation is not None
        verb = clause.verb
        start = min([verb.i, *(t.i for t in verb.lefts if t.dep_ in _AUXILIARY)])
        above = clause.governor
        current = clause
        while (
            above is not None
            and current.relation in _COMPLEMENTS
            and not current.own_subject
            and above.verb.i < start
        ):
            if start - above.verb.i > 3:
                break
            lemma = above.verb.lemma_
            if lemma in self._cues.table.reluctant or above.particles == ["short"]:
                negated = not negated
            elif lemma not in self._cues.table.steps or above.objects:
                break
            negated = negated or above.own_negation is not None
            start = min([above.verb.i, *(t.i for t in above.verb.lefts if t.dep_ in _AUXILIARY)])
            current, above = above, above.governor
        return negated, start

    def _start_of_clause(self, clause: Clause, head: Token) -> int:
        """Where "a senior source has told reporters" begins."""
        verb = clause.verb
        _, start = self._lead(clause)
        low, _ = self._layout.sentence(verb.i)
        if low <= head.i < start and not self._layout.texts[head.i + 1 : start].count(";"):
            edge = head.left_edge.i
            quotation = self._layout.quotation(edge)
            if quotation is not None and quotation is not self._layout.quotation(verb.i):
                edge = quotation.end
            start = min(start, max(low, edge))
        for child in verb.lefts:
            if (
                child.dep_ in ("advmod", "npadvmod", "mark", "cc", "neg", "prep")
                and child.i >= low
                and child.right_edge.i + 1 >= start - 1
            ):
                start = min(start, max(low, child.left_edge.i))
        return start


def _is_passive(clause: Clause) -> bool:
    """Whether a clause is passive; "who's called for" is not, though it parses so."""
    if not clause.passive or clause.agents:
        return clause.passive
    return not any(t.dep_ == "auxpass" and t.lower_ in ("'s", "’s", "'ve", "’ve") for t in clause.auxiliaries)
