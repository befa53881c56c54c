"""Who is the subject of a cue, also where the parser lost it beside a quotation."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.language.clause import Clause
from claimant.sources.cues import Cues
from claimant.sources.layout import Layout
from claimant.sources.phrase import Phrases

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset({"DET", "ADJ", "PROPN", "NOUN"})


class Subjects:
    """Finds the heads of cues' subjects."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def speaker(self, clause: Clause) -> Token | None:
        """The head of the phrase that names who speaks, or nothing."""
        verb = clause.verb
        head = self._beside_quotation(verb) or _noun_above(clause) or self.of(clause) or self._beside(verb)
        return self._cut_list(verb, head) if head is not None else None

    def of(self, clause: Clause) -> Token | None:
        """The subject's head; the relative pronoun itself, where it is one."""
        verb = clause.verb
        own = self._layout.quotation(verb.i)
        own_subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and not c.is_punct]
        ahead = [c for c in own_subjects if c.i < verb.i]
        if len(ahead) > 1:
            own_subjects = [
                ahead[-1],
                *own_subjects,
            ]  # "the reason that Oslo denies it", "Live: Oslo denies it"
        for child in own_subjects:
            if self._layout.texts[child.i + 1 : child.i + 2] in (["--"], ["—"], ["–"], ["-"]):
                # a dateline that the parser took for the subject: "OSLO -- The minister said"
                child = next((c for c in child.rights if c.dep_ == "appos"), child)
            quotation = self._layout.quotation(child.i)
            if quotation is None or quotation is own or not quotation.full:
                return child
        for token in clause.subjects:
            quotation = self._layout.quotation(token.i)
            elsewhere = quotation is not None and quotation is not own and quotation.full
            if token.dep_ != "expl" and not token.is_punct and not elsewhere:
                return token
        return None

    def above(self, clause: Clause, head: Token, phrases: Phrases, cues: Cues) -> Token | None:
        """Who speaks where a participle hangs on what he says.

        "Oslo denied that its jets had struck, calling the report a lie": Oslo calls it so, not the jets.
        """
        verb, above = clause.verb, clause.governor
        if verb.tag_ == "VBG" and verb.dep_ == "acl":
            return self._behind_a_comma(verb, head, phrases)
        if verb.tag_ != "VBG" or verb.dep_ != "advcl" or phrases.speaks(head, strictly=True):
            return None
        while above is not None and above.relation == "ccomp":
            above = above.governor
            if above is not None and above.verb.lemma_ in cues.verbs and above.subjects:
                return above.subjects[0]
        return None

    def _behind_a_comma(self, verb: Token, head: Token, phrases: Phrases) -> Token | None:
        """Who speaks where a participle only seems to belong to the noun ahead of its comma.

        "The envoy left the summit in Riga, saying it had failed": the envoy said so, not Riga.
        """
        doc = verb.doc
        comma = verb.left_edge.i - 1
        if comma <= head.i or doc[comma].text != ",":
            return None
        token = head
        while token.head.i != token.i:
            token = token.head
            if token.pos_ not in ("VERB", "AUX"):
                continue
            subject = next((c for c in token.lefts if c.dep_ == "nsubj"), None)
            if subject is not None:
                named = subject.i != head.i and phrases.speaks(subject, strictly=True)
                return subject if named else None
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
        if any((t.dep_ == "nsubj" and t.head.i == verb.i) or t.tag_ in _FINITE for t in region):
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


def is_passive(clause: Clause) -> bool:
    """Whether a clause is passive; "who's called for" is not, though it parses so."""
    verb = clause.verb
    if clause.agents or not clause.passive:
        active = clause.auxiliaries or verb.dep_ == "conj" or any(c.dep_ == "nsubj" for c in verb.lefts)
        return clause.passive or (verb.tag_ == "VBN" and not active)
    return not any(t.dep_ == "auxpass" and t.lower_ in ("'s", "’s", "'ve", "’ve") for t in clause.auxiliaries)


def _noun_above(clause: Clause) -> Token | None:
    """The noun that a finite verb only seems to hang on: "…, an editorial in Riga mused: who would come?"."""
    verb = clause.verb
    if verb.tag_ != "VBD" or verb.dep_ != "acl" or clause.own_subject:
        return None
    above = verb.head
    comma = above.left_edge.i - 1
    opens = comma >= 0 and verb.doc[comma].text in (",", "–", "—", "--")
    behind = verb.doc[verb.i + 1 : verb.i + 2].text
    named = above.pos_ in ("NOUN", "PROPN") and behind in (":", ",", ".", "on", "in")
    return above if opens and named else None
