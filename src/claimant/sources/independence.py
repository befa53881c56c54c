"""How many independent sources tell a thing, and which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from claimant.record import Record, Report, Source, Stance
from claimant.sources.contested import AGAINST
from claimant.tables import word_list

# Who takes one of these stances does not tell that the event took place.
_NOT_TELLING = AGAINST | {Stance.ASKS}
_CARRIERS = frozenset({"outlet", "report"})
_ORGANS = frozenset({"state", "body", "organisation"})
_PEOPLE = frozenset({"official", "spokesperson", "diplomat", "person", "source"})
_STATE = frozenset({"GOV", "MIL", "SPY", "COP"})


@dataclass(frozen=True)
class Telling:
    """One place where an event is told.

    Attributes:
        report: The report that tells it.
        sources: The chain of who says so, nearest first; empty where the report says so itself.
        event: The event's id.
    """

    report: Report
    sources: tuple[Source, ...]
    event: str = ""


@dataclass
class Origin:
    """A source that is independent of the others, and what rests on it.

    Attributes:
        name: Its words, or the publisher's name; "the report itself", where that is not known.
        source: The link of the chain; nothing where a report says so itself.
        tellings: Where it is told on its word, the fullest first.
    """

    name: str
    source: Source | None
    tellings: list[Telling] = field(default_factory=list)


def tellings(record: Record, events: Collection[str]) -> list[Telling]:
    """Where a record tells one of some events, that are taken to be one thing.

    An event tells it with its own chain, unless who stands at the chain's near end denies it, doubts it,
    asks for it, knows nothing of it or will not say. A statement that confirms it tells it, too.

    Args:
        record: The record of a report.
        events: Ids of events; those of other records are passed over.
    """
    found = []
    for event in record.events:
        if event.id not in events:
            continue
        own = [s.stance for s in record.statements if event.id in s.about and s.sources == event.sources]
        if not own or not all(stance in _NOT_TELLING for stance in own):
            found.append(Telling(record.report, event.sources, event.id))
    for statement in record.statements:
        about = next((i for i in statement.about if i in events), None)
        known = [t.sources for t in found]
        if about and statement.stance is Stance.CONFIRMS and statement.sources not in known:
            found.append(Telling(record.report, statement.sources, about))
    return found


def independent(told: Iterable[Telling]) -> list[Origin]:
    """The independent sources of one thing, told by one report or by several: a lower bound.

    The rule. What is told rests on its *ultimate source*: the link of the chain nearest to the content;
    without a chain, the publisher of the report. Two tellings count as one where their ultimate sources
    may be one:

    - The same name, or part of it ("Lavrov", "Foreign Minister Sergei Lavrov"), or its initials.
    - The same place of the same report.
    - Two unnamed sources whose descriptions do not tell them apart: the same noun, no different states,
      and no word for either that the other could not bear ("two senior diplomats", "diplomats"), whoever
      carries them; "another diplomat" is a second one in his report. Sources, people and officials
      without further description may be anybody whom the same outlet quotes.
    - A state or its organ, and an official of it, named or not ("Moscow", "a Russian diplomat", "Lavrov").
      Two named people of one state are two.
    - An outlet or a report that is nearest to the content in one telling, and carries another source's
      words, or is the publisher, in another: it is taken to know from there. What a report says itself,
      without a chain, its publisher vouches for, whomever else it quotes.
    - Reports that have no chain and no known publisher.

    When in doubt they are not independent: who may be one with several counts with the first of them, and
    people with names go first. So the number is never too high for what the rule can see. What it cannot
    know: that two names are one man's, or one agency's under an older name; that a source who is quoted as
    if he knew had it from another; that a publisher took over a text without saying so; that sources with
    different names follow one order.

    Args:
        told: The tellings of the thing, from :func:`tellings` or made by hand.

    Returns:
        The sources, the most certain first; as many as there are independent ones.
    """
    everything = list(told)
    origins: list[Origin] = []
    for telling in sorted(everything, key=_vagueness):
        found = next((o for o in origins if any(_may_be_one(t, telling) for t in o.tellings[:1])), None)
        found = found or next((o for o in origins if _carried(telling, o.tellings)), None)
        if found is None:
            source = telling.sources[0] if telling.sources else None
            found = Origin(source.text if source else telling.report.publisher or "the report itself", source)
            origins.append(found)
        found.tellings.append(telling)
    return origins


def _vagueness(telling: Telling) -> tuple[int, int]:
    """Which sources go first: who can least be somebody else."""
    if not telling.sources:
        return 5, 0
    source = telling.sources[0]
    words = len(_words(source))
    if source.kind in _CARRIERS:
        return 4, -words
    if source.named:
        return (3, -words) if source.kind == "state" else (0 if source.kind == "person" else 1, -words)
    return 2, -words


def _may_be_one(telling: Telling, other: Telling) -> bool:
    """Whether two tellings may have one ultimate source."""
    if not telling.sources or not other.sources:
        mine, its = _publisher(telling), _publisher(other)
        both = not telling.sources and not other.sources
        return (both and mine == its) or (bool(mine and its) and _same_name(mine, its))
    one, two = telling.sources[0], other.sources[0]
    same_report = telling.report.id == other.report.id
    if same_report and one.start is not None and (one.start, one.end) == (two.start, two.end):
        return True
    if one.country_code and two.country_code and one.country_code != two.country_code:
        return False
    if one.text.lower() == two.text.lower():
        return not _another(two) or not same_report
    if {one.text.lower(), two.text.lower()} & word_list("sources", "third_person"):
        return same_report  # "he" may be whoever was named before
    if one.named or two.named:
        return (one.named and two.named and _same_name(one.text, two.text)) or _speaks_for(one, two)
    if same_report and (_another(one) or _another(two)):
        return False
    return _indistinct(one, two, shared=bool(_outlets(telling) & _outlets(other)))


def _publisher(telling: Telling) -> str:
    if telling.sources:
        source = telling.sources[0]
        return source.text if source.kind in _CARRIERS else ""
    return telling.report.publisher or ""


def _outlets(telling: Telling) -> set[str]:
    """Who carries what is told: the outer links and the publisher, without articles."""
    names = [s.text for s in telling.sources[1:]]
    names += [telling.report.publisher] if telling.report.publisher else []
    return {" ".join(_plain(name)) for name in names}


def _carried(telling: Telling, others: Sequence[Telling]) -> bool:
    """Whether an outlet that tells a thing carries the words of those others on whom it may rest."""
    name = _publisher(telling) if telling.sources else ""
    if not name:
        return False  # what a report says itself it vouches for
    return any(t.sources and _same_name(name, outlet) for t in others for outlet in _outlets(t))


def _plain(name: str) -> list[str]:
    """The words of a name in lower case, without articles and possessives."""
    words = name.lower().replace("’s", "").replace("'s", "").replace("-", " ").split()
    return [w.strip(".,'’\"") for w in words if w not in ("the", "a", "an")]


def _same_name(name: str, other: str) -> bool:
    """Whether two names may be one's: one's words are all in the other's, or are its initials.

    >>> _same_name("Lavrov", "Foreign Minister Sergei Lavrov"), _same_name("AFP", "Agence France-Presse")
    (True, True)
    >>> _same_name("Foreign Minister Wang Yi", "Foreign Minister Sergei Lavrov")
    False
    """
    one, two, titles = _plain(name), _plain(other), word_list("sources", "titles")
    if len(one) > len(two):
        one, two = two, one
    bare, full = [w for w in one if w not in titles] or one, [w for w in two if w not in titles] or two
    initials = "".join(w[0] for w in two if w)
    return bool(bare) and (set(bare) <= set(full) or "".join(one) == initials)


def _speaks_for(one: Source, two: Source) -> bool:
    """Whether one may speak for the other: a state or its organ, and a man of the same, named or not."""
    if not one.country_code or one.country_code != two.country_code:
        return False
    kinds, sectors = {one.kind, two.kind}, {one.sector or "GOV", two.sector or "GOV"}
    if not kinds <= _ORGANS | _PEOPLE or not sectors <= _STATE:
        return False
    if one.named and two.named and not kinds & _ORGANS:
        return False  # two people
    return len(sectors) == 1 or "state" in kinds


def _words(source: Source) -> set[str]:
    """What a description says of an unnamed source: its words without number, articles and vague ones."""
    vague = word_list("sources", "vague") | word_list("sources", "another")
    return {_singular(word) for word in _plain(source.text) if word not in vague}


def _singular(word: str) -> str:
    if word == "people":
        return "person"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _another(source: Source) -> bool:
    return bool(word_list("sources", "another") & set(_plain(source.text)))


def _indistinct(one: Source, two: Source, *, shared: bool) -> bool:
    """Whether two unnamed sources cannot be told apart by their descriptions.

    Args:
        one: A source.
        two: Another one.
        shared: Whether the same outlet carries both.
    """
    mine, its = _words(one), _words(two)
    faceless = word_list("sources", "faceless")
    if mine <= faceless or its <= faceless:
        return shared or bool(mine & its) or not mine or not its
    return mine <= its or its <= mine
