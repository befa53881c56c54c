"""Reporting verbs: who is the subject of one, and how it is negated."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.language.clause import Clause, negative_determiner
from claimant.language.clauses import Clauses
from claimant.record import Stance
from claimant.sources.ahead import around, as_told, before, broken_clause
from claimant.sources.content import after
from claimant.sources.cues import Cue, Cues
from claimant.sources.denial import Denials
from claimant.sources.finding import Finding
from claimant.sources.layout import Layout
from claimant.sources.phrase import Phrases
from claimant.sources.stretch import Range
from claimant.sources.subject import Subjects, is_passive
from claimant.sources.tail import Tail
from claimant.tables import word_list

_RELATIVES = word_list("sources", "relatives")
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp"})
_QUOTING = frozenset({"quote", "cite", "report", "describe", "record"})
_FARTHEST = 25  # tokens between "quoted" and "as saying"
_AUXILIARY = frozenset({"aux", "auxpass", "neg"})


class Reporting:
    """Finds what hangs on reporting verbs."""

    def __init__(
        self,
        clauses: Clauses,
        layout: Layout,
        phrases: Phrases,
        cues: Cues,
        denials: Denials,
        tails: dict[int, Tail],
    ) -> None:
        self._clauses = clauses
        self._layout = layout
        self._phrases = phrases
        self._cues = cues
        self._denials = denials
        self._subjects = Subjects(layout)
        self._tails = tails

    def verb(self, verb: Token, cues: list[Cue]) -> Finding | None:
        """What a verb that may be a cue says, or nothing.

        "Oslo said it had no plans." · "The talks failed, a source told reporters."
        """
        clause = self._clauses.at(verb)
        if clause is None or clause.verb.i != verb.i:
            return None
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in self._cues.farther and clause.agents:
            if self._phrases.is_text(verb.head) or verb.head.lemma_ in self._cues.table.vehicles:
                return None  # "a letter seen by Interfax"
        if verb.lemma_ in _QUOTING and self._as_saying(verb):
            return None
        if verb.lemma_ in self._cues.denying and any(_reflexive(t) for t in verb.rights):
            return None  # "denied himself a holiday"
        tail = self._tails.get(verb.i)
        for cue in cues if tail is not None else ():
            if len(cue.words) == 1 and "quote" in cue.group.takes and tail is not None:
                rule = f"sources: verb {cue.name!r} closes the sentence"
                words = (self._lead(clause)[1], verb.i + 1)
                return self._denials.finding([tail.head], words, [tail.content], cue, False, rule, verb)
        for cue in cues:
            end = self._matches(verb, cue)
            if end:
                found = self._read(clause, cue, end)
                if found is not None:
                    return found
        return None

    def _as_saying(self, verb: Token) -> bool:
        """Whether somebody is quoted "as saying" something, or a verb stands in "as quoted by"."""
        doc = verb.doc
        _, high = self._layout.sentence(verb.i)
        if (verb.i and doc[verb.i - 1].lower_ == "as") or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
            return True
        for i in range(verb.i + 1, min(high - 1, verb.i + _FARTHEST)):
            if doc[i].lower_ == "as" and doc[i + 1].tag_ == "VBG" and doc[i + 1].lemma_ in self._cues.verbs:
                return True
            if doc[i].is_quote or doc[i].text in (",", ";"):
                return False
        return False

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
        elif is_passive(clause) and not group.recipient:
            heads = clause.agents[:1]
            if verb.dep_ == "amod" or not (heads or group.alone):
                return None
            if not heads:
                return self._unsigned(clause, cue, end)
            if group.tells:
                heads += [t for t in clause.subjects[:1] if self._passes_on(t)]
        else:
            head = self._subjects.speaker(clause)
            if head is None:
                return None
            heads = [self._subjects.above(clause, head, self._phrases, self._cues) or head]
            if group.recipient:
                # "the envoy learned from a clerk that": the clerk is nearer
                told = clause.prepositions.get("from", [])[:1]
                heads = [*(t for t in told if self._phrases.speaks(t, strictly=True)), head]
        if not self._phrases.speaks(heads[0], strictly=group.source != "any"):
            return None
        if group.source == "text" and not self._phrases.is_text(heads[0]):
            return None
        untrue = self._denials.branded(clause, cue)
        if untrue is not None:
            return self._untrue(clause, cue, end, heads, untrue)
        pieces = self._pieces(
            clause, cue, end, heads[-1] if group.recipient else heads[0], cited=cited is not None
        )
        if not pieces:
            taken = self._denials.taken_up(clause, cue)
            pieces = [taken] if taken is not None else []
        negated, start = self._lead(clause)
        negated = negated or negative_determiner(heads[0]) is not None
        return self._denials.finding(
            heads, (start, max(end, verb.i + 1)), pieces, cue, negated, f"sources: verb {cue.name!r}", verb
        )

    def _unsigned(self, clause: Clause, cue: Cue, end: int) -> Finding | None:
        """What a passive says that names nobody: "the convoy is said to have turned back"."""
        subject = next((s for s in clause.subjects if s.i < clause.verb.i), None)
        found = after(clause.verb, end, cue, self._layout)
        if subject is None or found is None or not clause.auxiliaries:
            return None
        negated, start = self._lead(clause)
        words = (start, max(end, clause.verb.i + 1))
        last = min(start, subject.right_edge.i + 1)
        pieces = [(subject.left_edge.i, last), found] if subject.dep_ == "nsubjpass" else [found]
        rule = f"sources: verb {cue.name!r} that names nobody"
        finding = self._denials.finding([], words, pieces, cue, negated, rule, clause.verb)
        if finding is not None:
            finding.alone = True
        return finding

    def _untrue(self, clause: Clause, cue: Cue, end: int, heads: list[Token], piece: Range) -> Finding | None:
        """A finding for what somebody calls untrue."""
        negated, start = self._lead(clause)
        words = (start, max(end, clause.verb.i + 1))
        rule = f"sources: verb {cue.name!r} and what is untrue"
        found = self._denials.finding(heads, words, [piece], cue, negated, rule, clause.verb)
        if found is not None:
            found.stance = Stance.ASSERTS if negated else Stance.DENIES
            found.topic = False
            found.refers = not negated and self._denials.refers(piece)
        return found

    def _pieces(self, clause: Clause, cue: Cue, end: int, head: Token, *, cited: bool) -> list[Range]:
        verb = clause.verb
        speech = "quote" in cue.group.takes
        quoted = self._clauses.at(verb.head.head) if cited else None
        if is_passive(clause) and not cue.group.recipient:
            return self._of_passive(clause, cue, end)
        found = after(verb, end, cue, self._layout)
        if found is None and quoted is not None and speech:
            # "The fleet is ready, the admiral was quoted as saying."
            ahead = before(quoted.verb, self._start_of_clause(quoted, head), self._layout, free=True)
            return [ahead] if ahead is not None else []
        if found is None and self._tells_as(cue):
            told = as_told(head.left_edge.i, end, self._layout)
            if told:
                return told
        relative = verb.dep_ == "relcl" and any(
            c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in _RELATIVES for c in verb.lefts
        )
        if not speech or (verb.tag_ in ("VBG", "VB") and head.head.i != verb.i):
            return [found] if found is not None else []
        first = self._start_of_clause(clause, head)
        # "an aide, who briefed the press, denied …": what stands around that clause is not its content
        broken = broken_clause(verb, first, head, end, self._layout, found) if not relative else []
        if broken:
            return broken
        ahead = before(verb, first, self._layout, free=found is None)
        if ahead is not None:
            return [ahead, *around(verb, head, end, self._layout, self._cues)]
        return [found] if found is not None else []

    def _tells_as(self, cue: Cue) -> bool:
        """Whether "as he put it" tells what he says; "as he spoke" only tells when."""
        return cue.name in self._cues.table.trailing or cue.name in self._cues.table.as_told

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
        if "object" not in objects and found is None:
            return []
        whole = any(c.dep_ in ("acl", "relcl") for c in subject.rights)
        whole = whole or subject.lemma_.lower() in self._cues.table.charges
        last = min(clause.verb.i, *(t.i for t in clause.auxiliaries)) if clause.auxiliaries else clause.verb.i
        own = (subject.left_edge.i, min(subject.right_edge.i + 1, last) if whole else subject.i + 1)
        return [own, found] if found is not None and found[0] >= own[1] else [own]

    def _passes_on(self, told: Token) -> bool:
        """Whether who was told passes it on: an envoy does, an audience is only there."""
        hearers = self._cues.table.hearers
        return told.lemma_.lower() not in hearers and self._phrases.speaks(told, strictly=False)

    def _quoted_as(self, clause: Clause) -> list[Token] | None:
        """Who is quoted, and by whom: "he was quoted by Interfax as saying", "citing an aide as saying"."""
        verb = clause.verb
        if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.head.lower_ != "as":
            return None
        above = self._clauses.at(verb.head.head)
        if above is not None and above.relation == "relcl" and above.verb.lemma_ not in _QUOTING:
            above = above.governor  # "cited a doctor who had it from a nurse as saying"
        if above is None or above.verb.lemma_ not in _QUOTING:
            return None
        if not above.passive:
            return [*above.objects[:1], *above.subjects[:1]] or None
        own = self._clauses.at(verb)
        by = above.agents or (own.agents or own.prepositions.get("by", []) if own is not None else [])
        for name in ("in", "on"):
            # "was quoted in the daily as saying"
            by = by or [t for t in above.prepositions.get(name, ()) if self._phrases.is_outlet(t)]
        return [*above.subjects[:1], *by[:1]] or None

    def _lead(self, clause: Clause) -> tuple[bool, int]:
        """Whether a cue is negated, and where its words begin: "declined to say", "went on to say"."""
        verb = clause.verb
        negated = clause.own_negation is not None or (
            # "would neither confirm nor deny"
            verb.dep_ == "conj" and any(c.dep_ == "cc" and c.lower_ == "nor" for c in verb.head.rights)
        )
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


def _reflexive(token: Token) -> bool:
    return token.lower_.endswith(("self", "selves")) and token.dep_ in ("dative", "dobj", "iobj")
