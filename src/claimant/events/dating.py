"""When an event took place: which of a sentence's times are the event's, not those of its telling."""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Token

from claimant.events.draft import EventDraft
from claimant.events.status_rules import ALLEGED
from claimant.language import Clause, Clauses
from claimant.patterns import Pattern
from claimant.record import Reason, Status

_YEAR_AGO = 365
_STRETCH = 32
_FOR_LATER = ("invite", "schedule", "plan", "due", "book")
_TOLD = ("past", "perfect", "pluperfect")
_OF_THE_WEEK = Pattern(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend)\b", re.I)
_BOUNDS = ("since", "after", "before", "until", "when", "as", "while", "during", "once")


@dataclass(frozen=True, slots=True)
class When:
    """A time expression of the report as a stretch of days.

    Attributes:
        start, end: Characters.
        first, last: Days; either may be open.
        length: For durations, years, months and days.
        precision: How finely it is known.
    """

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    precision: str
    length: tuple[int, int, int] | None = None


class Dater:
    """Gives events their dates."""

    def __init__(
        self, clauses: Clauses, times: Sequence[When], told_by: Collection[int], published: date | None
    ) -> None:
        """`told_by` holds the indices of tokens that attribute: times beside them are of the telling."""
        self._clauses = clauses
        self._times = times
        self._told_by = told_by
        self._published = published

    def date(self, draft: EventDraft) -> None:
        """Set the date of an event: its own, else the day it was told, else the day of the report.

        Events that are planned, supposed or denied get a date only where the text gives them one.
        """
        if self._long_since(draft):
            return
        best: tuple[int, int, When, str] | None = None
        telling: When | None = None
        nearest = 0
        start, end = draft.sentence.start_char, draft.sentence.end_char
        here = [w for w in self._times if start <= w.start < end and (w.first or w.last)]
        for when in here:
            token = _token_at(draft, when)
            if token is None:
                continue
            if _asked_when(draft, token):
                best = (0, 0, when, "")
                continue
            host = self._clauses.around(token)
            if host is not None and _accusing(draft, host):
                # "had accused Athens in 1949 of arming bands"
                key = (5, abs(token.i - draft.trigger.i))
                if best is None or key < best[:2]:
                    best = (*key, when, "")
                continue
            if (
                host is not None
                and host.verb.i in self._told_by
                and (draft.clause is None or host is not draft.clause)
            ):
                near = _steps_up(draft.trigger, host.verb)
                if telling is None or near < nearest:
                    telling, nearest = when, near
                continue
            rank = self._rank(draft, token, host)
            if rank is None:
                continue
            key = (rank[0], abs(token.i - draft.trigger.i))
            if best is None or key < best[:2]:
                best = (*key, when, rank[1])
        long_ago = telling is not None and telling.precision != "day" and self._dates_what_is_told(telling)
        if best is None and not (long_ago and nearest < len(draft.sentence.doc)):
            loose = [w for w in here if w is not telling and not self._of_another(draft, w)]
            if len(loose) == 1 and len(here) - (telling is not None) == 1:
                best = (9, 0, loose[0], "")
        if best is not None and (taken := self._before_the_report(draft, best[2], best[3])) is not None:
            self._take(draft, self._to_its_end(draft, taken, here), best[3])
        elif not draft.statuses & {Status.FUTURE, Status.HYPOTHETICAL, Status.CONDITIONAL, Status.NEGATED}:
            told = telling if telling is not None and self._dates_what_is_told(telling) else None
            if told is not None:
                self._take(draft, told, "")
            elif self._published is not None:
                draft.date = draft.enddate = self._published.isoformat()
                draft.precision = "day"
                draft.why.append(Reason(rule="date: the day of the report"))
        self._history(draft)

    def _dates_what_is_told(self, telling: When) -> bool:
        """Whether the time of a telling is also that of what is told: a day, or some year long ago."""
        if telling.precision == "day" or telling.last is None or self._published is None:
            return telling.precision == "day"
        return (self._published - telling.last).days > _YEAR_AGO

    def _long_since(self, draft: EventDraft) -> bool:
        """ "Four years have passed since the army arrested her": so long before the report."""
        clause = draft.clause
        if (
            clause is None
            or self._published is None
            or "since" not in clause.markers
            or clause.governor is None
        ):
            return False
        start, end = draft.sentence.start_char, draft.sentence.end_char
        for when in self._times:
            if (
                start <= when.start < end
                and when.length
                and clause.governor.lemma in ("pass", "be", "go", "elapse")
            ):
                years, months, days = when.length
                index = self._published.year * 12 + self._published.month - 1 - years * 12 - months
                day = min(self._published.day, calendar.monthrange(index // 12, index % 12 + 1)[1])
                then = date(index // 12, index % 12 + 1, day) - timedelta(days=days)
                size = 4 if years else 7 if months else 10
                draft.date = draft.enddate = then.isoformat()[:size]
                draft.precision = {4: "year", 7: "month", 10: "day"}[size]
                draft.why.append(
                    Reason(rule=f"date: {when.text!r} before", text=when.text, start=when.start, end=when.end)
                )
                self._history(draft)
                return True
        return False

    def _rank(self, draft: EventDraft, token: Token, host: Clause | None) -> tuple[int, str] | None:
        """How near a time belongs to an event, and how it bounds it; none where it belongs to another."""
        if (
            draft.noun
            and draft.trigger.left_edge.i <= token.i <= draft.trigger.right_edge.i
            and token in draft.trigger.subtree
        ):
            return (0, "")
        clause = draft.clause
        if host is None or clause is None:
            return None
        if host is clause:
            return (1, "")
        if host.governor is clause and host.relation == "advcl" and any(m in _BOUNDS for m in host.markers):
            marker = next(m for m in host.markers if m in _BOUNDS)
            return (2, marker)
        above = clause.governor
        if above is host and clause.relation in ("xcomp", "advcl", "acl", "pcomp", "conj", "dep"):
            infinitive = any(t.lower_ == "to" for t in clause.auxiliaries)
            shares = clause.relation in ("conj", "dep") and not clause.own_subject
            if shares or (clause.relation == "xcomp") or (not infinitive and not clause.markers):
                return (3, "")
            return None
        behind = {t.i for name in ("in", "under", "by") for t in clause.prepositions.get(name, ())}
        if host.relation == "acl" and host.governor is clause and host.verb.head.i in behind:
            # "ceded its coast in a treaty signed in 1904"
            return (2, "")
        if host.governor is clause and host.relation in ("xcomp", "advcl", "pcomp") and not host.markers:
            return (4, "")
        return None

    def _of_another(self, draft: EventDraft, when: When) -> bool:
        """Whether a time stands in a clause that only says more of a noun: "pilots captured last week"."""
        token = _token_at(draft, when)
        host = self._clauses.around(token) if token is not None else None
        return host is not None and host is not draft.clause and host.relation in ("relcl", "acl")

    def _before_the_report(self, draft: EventDraft, when: When, bound: str) -> When | None:
        """A time that what is told in the past can have: never one after the report.

        "Asked France for help at the weekend" is the weekend past; "recalled him a week later" tells no day.
        """
        clause, published = draft.clause, self._published
        first, last = when.first or when.last, when.last or when.first
        if (
            draft.noun
            or draft.trigger.lemma_ in _FOR_LATER
            or clause is None
            or published is None
            or first is None
            or last is None
            or first <= published
            or bound not in ("", "when", "as", "while", "during", "after", "once")
            or clause.tense not in _TOLD
            or clause.modal
            or draft.statuses & {Status.FUTURE, Status.HYPOTHETICAL, Status.CONDITIONAL}
        ):
            return when
        token, week = _token_at(draft, when), timedelta(days=7)
        own = token is not None and self._clauses.around(token) is clause
        if not own or when.first is None or first - published > week or not _OF_THE_WEEK.search(when.text):
            return None
        return replace(when, first=first - week, last=last - week)

    def _to_its_end(self, draft: EventDraft, when: When, others: Sequence[When]) -> When:
        """Two days told as one stretch: "on the night of 3 to 4 July 1976"."""
        if when.precision != "day" or when.first is None:
            return when
        text, base = draft.sentence.text, draft.sentence.start_char
        for other in others:
            if other.precision != "day" or other.last is None or other.first is None:
                continue
            early, late = (when, other) if when.start < other.start else (other, when)
            joint = text[early.end - base : late.start - base].strip().lower()
            days = (late.last - early.first).days if late.last and early.first else 0
            if joint in ("to", "and", "until", "till", "-", "\u2013", "\u2014") and 0 < days < _STRETCH:
                words = draft.sentence.doc.text[early.start : late.end]
                return replace(when, start=early.start, end=late.end, text=words, first=early.first,
                               last=late.last)  # fmt: skip
        return when

    def _take(self, draft: EventDraft, when: When, bound: str) -> None:
        first, last, precision = when.first, when.last, when.precision
        if bound == "since":
            first, last = (first or last), self._published
        elif bound in ("after",):
            first, last = (first or last), (last or first)
        if bound == "before" and first is not None:
            first, last = None, first
        first, last = first or last, last or first
        if first is None or last is None:
            return
        draft.date, draft.enddate, draft.precision = _coarse(first, last, precision)
        draft.why.append(Reason(rule=f"date: {when.text!r}", text=when.text, start=when.start, end=when.end))
        published = self._published
        if (
            published is not None
            and first > published
            and not draft.statuses & {Status.NEGATED, Status.HYPOTHETICAL}
        ):
            # "is meeting Putin tomorrow"
            draft.statuses.add(Status.FUTURE)

    def _history(self, draft: EventDraft) -> None:
        """What ended more than a year before the report is history, not news."""
        if (
            self._published is None
            or draft.enddate is None
            or draft.statuses & {Status.FUTURE, Status.NEGATED}
        ):
            return
        if (self._published - _last_day(draft.enddate)).days > _YEAR_AGO:
            draft.statuses.add(Status.HISTORICAL)


def _last_day(partial: str) -> date:
    """The last day of a date known to the year, month or day."""
    year, month, day = (int(p) for p in (partial + "-12-31")[:10].split("-")) if len(partial) != 7 else (
        int(partial[:4]), int(partial[5:]), 0
    )  # fmt: skip
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _accusing(draft: EventDraft, host: Clause) -> bool:
    """Whether a clause accuses somebody of an event, which is told nowhere else."""
    alleged = any(r.rule == ALLEGED for r in draft.why)
    return alleged and draft.clause is not None and draft.clause.governor is host


def _steps_up(token: Token, above: Token) -> int:
    """How many steps a word stands below another; many where it does not."""
    for steps, ancestor in enumerate(token.ancestors):
        if ancestor.i == above.i:
            return steps
    return len(token.doc)


def _asked_when(draft: EventDraft, token: Token) -> bool:
    """Whether a time stands before the event's "when": "in July 1985, when French agents sank …"."""
    if draft.clause is None:
        return False
    when = next((t for t in draft.clause.verb.children if t.dep_ == "advmod" and t.lower_ == "when"), None)
    return when is not None and token.i < when.i and when.i - token.i <= 3


def _token_at(draft: EventDraft, when: When) -> Token | None:
    span = draft.sentence.doc.char_span(when.start, when.end, alignment_mode="expand")
    return span.root if span is not None else None


def _coarse(first: date, last: date, precision: str) -> tuple[str, str, str]:
    """ISO dates as fine as the precision allows: the years alone where only those are known."""
    size = {
        "day": 10,
        "week": 10,
        "month": 7,
        "season": 7,
        "quarter": 7,
        "year": 4,
        "decade": 4,
        "century": 4,
    }
    length = size.get(precision, 10)
    return (
        first.isoformat()[:length],
        last.isoformat()[: 10 if precision in ("day", "week") else length],
        precision,
    )
