"""Reader: a report in, a record out. The whole path on one page."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from spacy.tokens import Doc, Span

from claimant import __version__
from claimant.actors import ActorReader
from claimant.disputes import DisputeLinker, DisputeMention, DisputeMentions, PositionDraft, PositionReader
from claimant.events import ALLEGED, Dater, EventCoder, EventDraft, When, freeze, without_repeats
from claimant.events.pairs import Hinted, Pair, Reading, load_pair_model
from claimant.language import Clauses, Mention, Mentions, load_pipeline
from claimant.language.pipeline import DEFAULT_PIPELINE
from claimant.places import Gazetteer, locate
from claimant.record import (
    Entity,
    Event,
    Position,
    Reason,
    Record,
    Report,
    Source,
    Stance,
    Status,
    TextInfo,
    TimeExpression,
    stable_id,
)
from claimant.reports.prepare import prepare, skipped
from claimant.sources import Draft, Spoken, StatementReader, first_person, link
from claimant.times import TimeReader, interval_of, length_of, relation

_BATCH = 32
# Codes of PLOVER for who is no state.
_NO_STATES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
_STANCES = {
    Stance.DENIES: Status.NEGATED,
    Stance.DOUBTS: Status.HYPOTHETICAL,
    Stance.UNAWARE: Status.HYPOTHETICAL,
    Stance.DECLINES: Status.HYPOTHETICAL,
    Stance.ASKS: Status.HYPOTHETICAL,
}


class Reader:
    """Reads reports into records. Loading one takes about a second; reading is then fast.

    Args:
        pipeline: Name of an installed spaCy pipeline for English.
        codebook: The file of a codebook of the user's own; PLOVER's without one.
        events: How events are coded, instead of by a codebook: by the lexicon alone, for instance.

    Raises:
        ClaimantError: if the codebook is not of the right form, or its types have not been learned.
    """

    def __init__(
        self,
        pipeline: str = DEFAULT_PIPELINE,
        codebook: Path | None = None,
        events: EventCoder | None = None,
    ) -> None:
        # The tables hold many objects that all stay: looking for garbage among them costs half a second.
        # A threshold, since gc.disable() does not last: spaCy's loading enables it again
        collecting, threshold = gc.isenabled(), gc.get_threshold()
        gc.set_threshold(0)
        try:
            self._load(pipeline, codebook, events)
        finally:
            gc.set_threshold(*threshold)
            if not collecting:
                gc.disable()

    def _load(self, pipeline: str, codebook: Path | None, events: EventCoder | None) -> None:
        self._nlp = load_pipeline(pipeline)
        self._nlp.max_length = 2_000_000
        self._places = Gazetteer.load()
        self._actors = ActorReader(country_of=self._places.country_of)
        self._statements = StatementReader()
        own = EventCoder.of_file(codebook) if codebook is not None else None
        self._events = events or own or EventCoder()
        self._times = TimeReader()
        self._disputes = DisputeLinker()
        self._positions = PositionReader(self._disputes.disputes)

    def read(self, report: Report) -> Record:
        """The record of one report."""
        return self._record(report, self._nlp(_body(report)))

    def read_many(self, reports: Iterable[Report]) -> Iterator[Record]:
        """The records of reports, in their order; streams, and parses in batches."""
        texts = ((_body(report), report) for report in reports)
        for doc, report in self._nlp.pipe(texts, as_tuples=True, batch_size=_BATCH):
            yield self._record(report, doc)

    def type_pairs(self, pairs: Iterable[Pair]) -> Iterator[Reading]:
        """What is told of given pairs of parties, in their order; streams, and parses in batches."""
        model = load_pair_model()
        for hinted in self.hint_pairs(pairs):
            yield from model.read([hinted])

    def hint_pairs(self, pairs: Iterable[Pair]) -> Iterator[Hinted]:
        """Given pairs with what the rules make of them."""
        for doc, pair in self._nlp.pipe(((p.text, p) for p in pairs), as_tuples=True, batch_size=_BATCH):
            clauses = Clauses(doc)
            yield from self._events.hints(doc, clauses, self._actors.read(doc, None, None), [pair])

    def _record(self, report: Report, doc: Doc) -> Record:
        published = _day(report.published)
        day = report.published[:10] if report.published else None
        clauses = Clauses(doc)
        home = self._places.country_of(report.dateline_place) if report.dateline_place else None
        mentions = self._actors.read(doc, day, home)
        sentences = list(doc.sents)
        times = self._times.find(
            report.text, published, [(s.start_char, s.end_char, _tense(s, clauses)) for s in sentences]
        )
        statements = self._statements.read(
            doc, clauses, mentions, publisher=report.publisher, skipped=skipped(report.text)
        )
        _bind_speakers(doc, mentions, statements)
        linked = self._disputes.read(doc, clauses, mentions)
        drafts = self._events.read(doc, clauses, mentions, linked.by_token.keys())
        whens = list(_whens(report.text, times, published))
        told_by = {t.i for s in statements if s.cue for t in _tokens(doc, s.cue.start, s.cue.end)}
        dater = Dater(clauses, whens, told_by, published)
        for draft in drafts:
            dater.date(draft)
        drafts = without_repeats(drafts)
        spoken = Spoken(statements)
        events = _once([self._event(report, draft, spoken, linked, mentions) for draft in drafts])
        positions = self._positions.read(doc, clauses, mentions, linked)
        numbers = {s.start: number for number, s in enumerate(sentences)}
        return Record(
            report=report,
            events=events,
            positions=tuple(_position(report, p, spoken, numbers) for p in positions),
            statements=tuple(link(statements, events, report_id=report.id)),
            times=tuple(times),
            coder=f"claimant {__version__}",
            codebook=self._events.codebook.codebook,
        )

    def _event(
        self,
        report: Report,
        draft: EventDraft,
        spoken: Spoken,
        linked: DisputeMentions,
        mentions: Mentions,
    ) -> Event:
        verb = draft.clause.verb if draft.clause is not None else None
        codes = {e.code for e in (*draft.actor, *draft.recipient) if e.code}
        about = linked.of_event(draft.trigger, verb, codes, self._disputes.disputes)
        ids = {d for m in about for d in m.disputes}
        self._other_claimant(draft, about)
        doc = draft.trigger.doc
        reasons = [
            Reason(rule=m.rule, text=span.text, start=span.start_char, end=span.end_char)
            for m, span in ((m, doc[m.start : m.end]) for m in about)
        ]
        start = draft.trigger.idx
        sources = spoken.chain(start, start + len(draft.trigger))
        _own_deed(draft, sources)
        _as_stated(draft, spoken.innermost(start + len(draft.trigger) / 2))
        if not sources and any(r.rule == ALLEGED for r in draft.why):
            draft.statuses.add(Status.HYPOTHETICAL)
        around = draft.sentence.start_char, draft.sentence.end_char
        draft.actor = mentions.named(draft.actor, *around)
        draft.recipient = mentions.named(draft.recipient, *around)
        return freeze(
            draft,
            self._events.codebook,
            report=report,
            sources=sources,
            disputes=sorted(ids),
            location=locate(draft.trigger, draft.clause, self._places, codes, visit="visit" in draft.mode),
            why=reasons,
        )

    def _other_claimant(self, draft: EventDraft, about: Sequence[DisputeMention]) -> None:
        """Land taken is taken from its other claimant, where the registry knows just one.

        An idea or a step is turned down or condemned to whoever had it or took it.
        """
        if draft.recipient or not draft.actor or draft.mutual:
            return
        objects = {t.i for t in draft.object_heads}
        actor = draft.actor[0].code
        for mention in about:
            if mention.head.i not in objects or mention.is_limit:
                continue
            for dispute in mention.disputes:
                others = [p.code for p in self._disputes.disputes[dispute].others(actor) if p.code]
                rule = f"the other claimant of {dispute}"
                if mention.by is not None:
                    others, rule = [c for c in mention.by if c != actor], f"whose {mention.text!r} it was"
                if len(others) == 1:
                    code, head = others[0], mention.head
                    draft.recipient = (
                        Entity(
                            entity_text=head.text,
                            start=head.idx,
                            end=head.idx + len(head),
                            code=code,
                            country_code=code if code not in _NO_STATES else None,
                            sector="GOV" if code not in _NO_STATES else None,
                        ),
                    )
                    draft.why.append(Reason(rule=rule, text=mention.text))


def read(
    text: str, *, published: str | None = None, title: str | None = None, publisher: str | None = None
) -> Record:
    """The record of a text, kept character for character.

    Args:
        text: The report's text.
        published: When it was published, as an ISO date or time: "yesterday" counts from it.
        title: Its title.
        publisher: Who published it.
    """
    report = prepare(text, published=published, title=title, publisher=publisher, verbatim=True)
    return _reader().read(report)


@cache
def _reader() -> Reader:
    return Reader()


def _body(report: Report) -> str:
    return report.text


def _day(published: str | None) -> datetime.date | None:
    if not published:
        return None
    try:
        return datetime.date.fromisoformat(published[:10])
    except ValueError:
        return None


def _tense(sentence: Span, clauses: Clauses) -> str:
    clause = clauses.at(sentence.root)
    tense = clause.tense if clause is not None else ""
    return "past" if tense in ("past", "perfect", "pluperfect") else tense


def _tokens(doc: Doc, start: int, end: int) -> Span | tuple[()]:
    return doc.char_span(start, end, alignment_mode="expand") or ()


def _once(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events without those that say again what one of the same words says more fully."""
    found: dict[object, list[Event]] = {}
    for e in events:
        same = found.setdefault((e.event, e.status, _codes(e.actor), e.date, e.text, e.event_text), [])
        if any(_codes(e.recipient) == _codes(other.recipient) or not e.recipient for other in same):
            continue
        same[:] = [other for other in same if other.recipient]
        same.append(e)
    kept = {id(e) for same in found.values() for e in same}
    return tuple(e for e in events if id(e) in kept)


def _codes(side: Sequence[Entity]) -> tuple[str, ...]:
    return tuple(e.code or e.entity_text for e in side)


def _own_deed(draft: EventDraft, sources: Sequence[Source]) -> None:
    """What a spokesman denies his own side is to have done: "denied that ships had been sent"."""
    if (
        Status.NEGATED not in draft.statuses
        or not sources
        or not sources[0].code
        or sources[0].sector == "JRN"
    ):
        return
    code = sources[0].code
    if any(e.code for e in draft.actor) or any(e.code == code for e in draft.recipient):
        return
    draft.actor = tuple(e.model_copy(update={"code": code, "country_code": code}) for e in draft.actor)


def _as_stated(draft: EventDraft, statement: Draft | None) -> None:
    """What its source denies, doubts or knows nothing of is not told as done."""
    if statement is None or draft.statuses:
        return
    status = _STANCES.get(statement.stance)
    if status is not None:
        draft.statuses.add(status)
        draft.why.append(Reason(rule=f"status {status}: its source {statement.stance}"))


def _whens(text: str, times: Sequence[TimeExpression], published: datetime.date | None) -> Iterator[When]:
    """The times of a report as stretches of days; sets and durations without an anchor date nothing."""
    for time in times:
        if time.type not in ("DATE", "TIME", "DURATION"):
            continue
        days = interval_of(time, published, relation(text, time))
        length = length_of(time.value) if time.type == "DURATION" else None
        if days is not None or length is not None:
            yield When(time.start, time.end, time.text, *(days or (None, None, "")), length)


def _bind_speakers(doc: Doc, mentions: Mentions, statements: Sequence[Draft]) -> None:
    """ "We" and "I" in a quotation are whoever is quoted."""
    for i, statement in first_person(statements, doc).items():
        speaker = statement.mention
        token = doc[i]
        if speaker is None or not speaker.entities or mentions.headed_by(token) is not None:
            continue
        entities = tuple(
            e.model_copy(
                update={"entity_text": token.text, "start": token.idx, "end": token.idx + len(token)}
            )
            for e in speaker.entities
        )
        mentions.add(
            Mention(i, i + 1, token, entities, "pronoun", person=speaker.person, plural=speaker.plural,
                    role=speaker.role, name=speaker.name, rule=f"sources: {token.text!r} is who is quoted",
                    meant=speaker.meant or speaker.entities)
        )  # fmt: skip


def _position(report: Report, draft: PositionDraft, spoken: Spoken, numbers: dict[int, int]) -> Position:
    sentence = draft.token.sent
    start = sentence.start_char
    text = report.text[start : sentence.end_char].rstrip()
    return Position(
        id=stable_id("p", report.id, draft.party.code, draft.dispute, draft.position, draft.name),
        party=draft.party,
        dispute=draft.dispute,
        position=draft.position,
        name=draft.name,
        date=report.published[:10] if report.published else None,
        text=text,
        text_info=TextInfo(sequence=numbers[sentence.start], start=start, end=start + len(text)),
        sources=spoken.chain(draft.token.idx, draft.token.idx + len(draft.token)),
        why=(draft.reason,),
    )
