"""According to whom: the statements of a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.attrs import LEMMA, LOWER
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from claimant.language.clauses import Clauses
from claimant.language.mentions import Mentions
from claimant.record import Excerpt, Reason, Source, Stance
from claimant.sources.anonymity import name_reasons
from claimant.sources.carriers import Carriers
from claimant.sources.cues import Cue, Cues, forms, load_cues
from claimant.sources.declining import Declining
from claimant.sources.denial import Denials
from claimant.sources.draft import FIRST_PERSON, REACHING, Draft, Spoken
from claimant.sources.finding import Finding
from claimant.sources.interposed import Interposed
from claimant.sources.layout import Layout
from claimant.sources.minds import Minds
from claimant.sources.nouns import NounCues
from claimant.sources.phrasal import Phrasal
from claimant.sources.phrase import Phrases
from claimant.sources.provenance import Provenance
from claimant.sources.reach import negated, reach
from claimant.sources.reporting import Reporting
from claimant.sources.speakers import Speakers, loose
from claimant.sources.stretch import Range
from claimant.sources.tail import Tails
from claimant.tables import word_list

_UNRESOLVED = word_list("sources", "third_person")
_BACK = 6  # sentences in which a denial may find what it denies
_VERBAL = frozenset({"VERB", "AUX"})


class StatementReader:
    """Finds what a report attributes to somebody."""

    def __init__(self, cues: Cues | None = None) -> None:
        self.cues = cues if cues is not None else load_cues()
        self._verbs = _by_hash(self.cues.verbs)
        # spaCy takes "hopes" for a form of "hop": regular forms are found by themselves, too
        self._forms = _by_hash({f: cues for verb, cues in self.cues.verbs.items() for f in forms(verb)})
        self._adjectives = _by_hash(self.cues.adjectives)
        self._nouns = _by_hash(self.cues.nouns)
        self._phrases = {get_string_id(words[0]) for words, _ in self.cues.phrases}
        self._possessed = {get_string_id(w) for nouns in self.cues.table.possessed.values() for w in nouns}
        self._untrue = {get_string_id(word) for word in self.cues.table.untrue | self.cues.table.true}
        self._polls = {get_string_id(word) for word in self.cues.table.polls}
        silent = self.cues.table.silent
        self._silent = {get_string_id(word) for word in silent.verbs | silent.nouns | silent.adjectives}
        self._silent.add(get_string_id("nothing"))
        self._lemmas = {*self._verbs, *self._polls, *self._nouns, *self._adjectives, *self._silent}
        self._lowers = {*self._forms, *self._adjectives, *self._phrases, *self._possessed, *self._untrue}
        self._citing = {get_string_id(word) for word in self.cues.table.citing}

    def read(
        self,
        doc: Doc,
        clauses: Clauses,
        mentions: Mentions,
        *,
        publisher: str | None = None,
        skipped: Sequence[tuple[int, int]] = (),
    ) -> list[Draft]:
        """The statements of a parsed report, in the order of the text.

        Args:
            doc: The report's text, parsed.
            clauses: Its clauses.
            mentions: Who is meant where.
            publisher: Who publishes it: "this newspaper".
            skipped: Character spans that are no report text.
        """
        if not len(doc):
            return []
        layout = Layout(mentions, skipped)
        phrases = Phrases(doc, mentions, self.cues, publisher)
        findings = self._find(doc, clauses, mentions, layout, phrases)
        provenance = Provenance(layout, phrases, self.cues)
        carriers = Carriers(layout, phrases, provenance, self.cues)
        for finding in findings:
            finding.links = _links(finding, provenance, carriers)
        drafts = [self._draft(finding, doc, clauses, layout, phrases, mentions) for finding in findings]
        _nest(drafts)
        name_reasons(drafts, layout.text, [(s.start_char, s.end_char) for s in doc.sents])
        return drafts

    def _find(
        self, doc: Doc, clauses: Clauses, mentions: Mentions, layout: Layout, phrases: Phrases
    ) -> list[Finding]:
        denials = Denials(clauses, layout, self.cues)
        words = doc.to_array([LEMMA, LOWER]).tolist()
        tails = Tails(layout, phrases, self.cues).find(doc, [lemma for lemma, _ in words])
        reporting = Reporting(clauses, layout, phrases, self.cues, denials, tails)
        nouns = NounCues(clauses, mentions, layout, phrases, self.cues)
        minds = Minds(clauses, layout, phrases, denials)
        phrasal = Phrasal(layout, phrases, self.cues)
        interposed = Interposed(layout, phrases, self.cues)
        declining = Declining(clauses, layout, phrases, self.cues, denials)
        found = Speakers(layout, mentions, self.cues).labels()
        citing: list[Token] = []
        for i, (lemma, lower) in enumerate(words):
            if lemma not in self._lemmas and lower not in self._lowers:
                continue
            finding: Finding | None = None
            if lower in self._phrases and not layout.skipped(i):
                finding = phrasal.according(doc[i])
            elif lower in self._possessed and not layout.skipped(i):
                finding = phrasal.possessed(doc[i])
            if finding is None and lemma in self._polls and not layout.skipped(i):
                finding = phrasal.poll(doc[i])
            cues = self._verbs.get(lemma) or self._forms.get(lower)
            if finding is None and cues and doc[i].pos_ in _VERBAL and not layout.skipped(i):
                cites = lower in self._citing and doc[i].dep_ in ("advcl", "acl", "prep", "conj")
                if cites and not phrasal.reasons(doc[i]):
                    citing.append(doc[i])
                else:
                    finding = interposed.read(doc[i], cues, reporting.verb(doc[i], cues))
            if finding is None and lemma in self._silent and not layout.skipped(i):
                finding = declining.silent(doc[i])
            if finding is None and lemma in self._nouns and not layout.skipped(i):
                finding = nouns.read(doc[i], self._nouns[lemma])
            adjectives = self._adjectives.get(lower) or self._adjectives.get(lemma)
            taken = bool(found) and found[-1].cue[0] <= i < found[-1].cue[1]  # "made it clear"
            if finding is None and adjectives and not taken and not layout.skipped(i):
                finding = minds.adjective(doc[i], adjectives)
            if lower in self._untrue and not layout.skipped(i):
                untrue = denials.frame(doc[i])
                if untrue is not None:
                    found.append(untrue)
            if finding is not None:
                declining.settle(finding)
                found.append(finding)
        lent = {f.lent for f in found if f.lent >= 0}
        found = [f for f in found if f.verb is None or f.verb.i not in lent]
        found.sort(key=lambda f: (f.cue, f.pieces))
        for token in citing:
            _cite(token, found, phrasal, layout)
        loose(layout, found)
        return found

    def _draft(
        self,
        finding: Finding,
        doc: Doc,
        clauses: Clauses,
        layout: Layout,
        phrases: Phrases,
        mentions: Mentions,
    ) -> Draft:
        start, end = finding.cue
        words = doc[start:end]
        first, last = layout.sentence(start)
        begin, stop = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        content = [(doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in finding.pieces]
        own = layout.quotation(start)
        quoted = [
            (doc[q.start].idx, doc[q.end - 1].idx + len(doc[q.end - 1]))
            for a, b in finding.pieces
            for _, q in layout.quotations_in(a, b)
            if q is not own
        ]
        head = finding.links[0] if finding.links else None
        draft = Draft(
            cue=Excerpt(text=words.text, start=words.start_char, end=words.end_char),
            content=content,
            stance=finding.stance,
            sentence=layout.number(start),
            start=begin,
            end=stop,
            text=layout.text[begin:stop],
            sources=_distinct(
                phrases.source(link, _others(finding, link, phrases)) for link in finding.links
            ),
            topic=finding.topic,
            quoted=quoted,
            mention=mentions.at(head) if head is not None else None,
            source_tokens=phrases.span(head) if head is not None else None,
            borrowed=head is None and not finding.alone,
            naming=finding.verb is not None and finding.verb.pos_ == "NOUN",
            reasons=[Reason(rule=finding.rule, text=words.text, start=words.start_char, end=words.end_char)],
        )
        if draft.stance in REACHING and not finding.alone:
            reach(draft, finding, doc, mentions)
        elif draft.stance is Stance.ASSERTS and not draft.topic:
            draft.negated = negated(finding, clauses, doc)
            inside = [t for a, b in finding.pieces for t in doc[a:b]]
            draft.words = frozenset(t.lemma_ for t in inside if t.pos_ == "VERB")
            draft.indeed = any(t.lower_ == "indeed" for t in inside)
        if finding.refers:
            first = min(start, finding.pieces[0][0]) if finding.pieces else start
            draft.antecedents = _antecedents(layout, doc, first)
        draft.quote = 2 * sum(b - a for a, b in quoted) > draft.length
        return draft


def _links(finding: Finding, provenance: Provenance, carriers: Carriers) -> list[Token]:
    """The heads of a statement's sources, nearest first.

    Sources named side by side ("London and Tehran said") are links of their own, in the order of the text.
    """
    if not finding.heads:
        return []
    chains = [provenance.chain(head) for head in finding.heads]
    known = {t.i for links in chains for t in links}
    cited = [t for head in finding.cited for t in provenance.chain(head) if t.i not in known]
    *nearer, last = chains
    links = [*(t for links in nearer for t in links), *cited, *last, *carriers.of(finding)]
    return list({t.i: t for t in links}.values())


def _others(finding: Finding, link: Token, phrases: Phrases) -> list[Range]:
    """What is no part of a source's phrase: the cue, the content, the other sources."""
    named = [phrases.span(other) for other in finding.links if other.i != link.i]
    return [finding.cue, *finding.pieces, *named]


def _distinct(sources: Iterable[Source]) -> list[Source]:
    found: dict[str, Source] = {}
    for source in sources:
        found.setdefault(source.text.lower(), source)
    return list(found.values())


def _by_hash(index: dict[str, list[Cue]]) -> dict[int, list[Cue]]:
    return {get_string_id(word): cues for word, cues in index.items()}


def _antecedents(layout: Layout, doc: Doc, token: int) -> list[tuple[int, int]]:
    """The characters of a sentence up to a token, and of the sentences before it, nearest first."""
    low, _ = layout.sentence(token)
    ranges = [(low, token)]
    while low > 0 and len(ranges) <= _BACK:
        low, high = layout.sentence(low - 1)
        ranges.append((low, high))
    return [(doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in ranges if a < b]


def _cite(citing: Token, found: list[Finding], phrasal: Phrasal, layout: Layout) -> None:
    """Put whom a sentence cites before who cites: "the paper said, citing aides"."""
    head = phrasal.cited(citing)
    if head is None:
        return
    above = citing.head
    low, high = layout.sentence(citing.i)
    near = [f for f in found if low <= f.cue[0] < high and f.verb is not None and f.verb.i != citing.i]
    chosen = next((f for f in near if f.verb is not None and f.verb.i == above.i), None)
    chosen = chosen or next((f for f in near if any(h.i == above.i for h in f.heads)), None)
    if chosen is None and near and above.pos_ in _VERBAL:
        chosen = min(near, key=lambda f: abs(f.cue[0] - citing.i))
    if chosen is not None:
        chosen.cited.append(head)


def _nest(drafts: list[Draft]) -> None:
    """Put statements that stand within longer ones under these, and lengthen their chains."""
    spoken = Spoken(drafts)
    for draft in drafts:
        above = spoken.at((draft.cue.start + draft.cue.end - 1) / 2)
        if draft.naming:
            above += spoken.at(draft.content[0][0]) if draft.content else []
        above = [d for d in above if d.length > draft.length or _names_the_same(draft, d)]
        draft.parent = min(above, key=lambda d: d.length, default=None)
    for draft in sorted(drafts, key=lambda d: -d.length):
        if draft.parent is not None:
            _lengthen(draft, draft.parent)
    drafts[:] = [d for d in drafts if d.sources or not d.borrowed]


def _again(source: Source, named: Sequence[Source]) -> bool:
    """Whether "the agency" takes up "the intelligence service", which the chain names already."""
    words = source.text.lower().split()
    if len(words) != 2 or words[0] != "the":
        return False
    ends = {s.text.lower().split()[-1] for s in named}
    return words[1] in ends or (words[1] == "agency" and "service" in ends)


def _names_the_same(draft: Draft, other: Draft) -> bool:
    """Whether a noun names what the other denies: "denied reports that …", parsed as "denied that …"."""
    return draft.naming and not other.naming and other.content == draft.content


def _quotes(draft: Draft, inner: Draft) -> bool:
    return any(start <= inner.cue.start < end for start, end in draft.quoted)


def _lengthen(draft: Draft, parent: Draft) -> None:
    """Put the sources of the statement above behind the draft's own."""
    above: Draft | None = parent
    if draft.naming and parent.stance is Stance.DENIES:
        # who dismisses a report that … does not pass it on
        above = parent.parent.parent if parent.borrowed and parent.parent is not None else parent.parent
    outer = above.sources if above is not None else []
    parent = above if above is not None else parent
    nearest = draft.sources[0] if draft.sources else None
    if nearest is not None and outer:
        said = outer[0]
        word = nearest.text.lower()
        # "I" is who is quoted; in "the army said it had stopped but warned that it would fire",
        # "it" is who says so
        if (parent.quoted and word in FIRST_PERSON) or (word in _UNRESOLVED and not _quotes(parent, draft)):
            draft.sources[0] = said.model_copy(update={"start": nearest.start, "end": nearest.end})
    names = {s.text.lower() for s in draft.sources}
    draft.sources.extend(s for s in outer if s.text.lower() not in names and not _again(s, draft.sources))
