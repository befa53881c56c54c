"""The cue words of ``cues.yaml``: what they can hold, and how their source stands to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from claimant.record import Stance
from claimant.tables import TableError, packaged_yaml, word_list

# The kinds of sources that are people or bodies of people, not texts.
_PEOPLE = frozenset({
    "court", "spokesperson", "official", "diplomat", "witness", "expert", "journalist", "crowd", "source",
    "body"
})  # fmt: skip
_PEOPLE_END = tuple(sorted(word_list("sources", "people_endings")))
_ENDS_LIKE_PEOPLE = word_list("sources", "no_people")

Content = Literal["clause", "quote", "infinitive", "gerund", "object", "as", "complement"]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Group(_Row):
    """Cues that behave alike.

    Attributes:
        cues: The words; a verb with the particle or preposition that belongs to it.
        stance: How the source stands to the content.
        negated: The same, where the cue is negated; nothing if negation leaves it as it is.
        takes: What the content can be.
        behind: Prepositions behind which it can stand.
        source: Whether any subject speaks, or only one that can speak or think, or only a text.
        topic: Whether the content is only what the source speaks about.
        objects: The only nouns that count as object; all, where there are none.
        things: Whether only things count as object, not people, bodies and names.
        recipient: Whether the source is who is told.
        alone: Whether a noun counts where nobody is named who owns it.
        people: Whether a noun names the source itself.
        tells: Whether in the passive who is told is a source, too.
    """

    cues: tuple[str, ...] = Field(min_length=1)
    stance: Stance
    negated: Stance | None = None
    takes: frozenset[Content] = frozenset()
    behind: frozenset[str] = frozenset()
    source: Literal["any", "speaker", "text"] = "any"
    topic: bool = False
    objects: frozenset[str] = frozenset()
    things: bool = False
    recipient: bool = False
    tells: bool = False
    alone: bool = False
    people: bool = False


class Phrase(_Row):
    """A phrase that gives the source of the clause it stands in: "according to"."""

    words: str
    stance: Stance


class Passing(_Row):
    """Verbs that say from whom a source has the news, or through whom it came.

    Attributes:
        verbs: Their lemmas.
        behind: Prepositions behind which the other source stands; with none, it is the object.
        objects: The only nouns and pronouns that count as object; any, where there are none.
        passive: Whether only the passive counts.
        derived: Whether what stands behind may be somebody's account.
        text: Whether one of the two must be a text or an outlet.
    """

    verbs: tuple[str, ...] = Field(min_length=1)
    behind: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    passive: bool = False
    derived: bool = False
    text: bool = False


class Silence(_Row):
    """Words of who will not say.

    Attributes:
        verbs: Verbs that, negated or not wanted, say so: "did not reply".
        nouns: Nouns that nobody gets: "had no comment".
        nothing: Verbs that have nothing to hold: "has nothing to add".
        adjectives: What such a source is: "remained silent".
        behind: Prepositions behind which stands what it is about.
    """

    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    nothing: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()


class Family(_Row):
    """Nouns and verbs that speak of the same types of event.

    Attributes:
        words: Their lemmas.
        events: The types.
        also: Types that go with them only where the event is told with one of the words.
    """

    words: frozenset[str]
    events: frozenset[str]
    also: frozenset[str] = frozenset()


class CueTable(_Row):
    """What ``cues.yaml`` holds."""

    verbs: tuple[Group, ...]
    adjectives: tuple[Group, ...]
    nouns: tuple[Group, ...]
    light: frozenset[str]
    reluctant: frozenset[str]
    steps: frozenset[str]
    unwilling: frozenset[str] = frozenset()
    untold: frozenset[str] = frozenset()
    silent: Silence = Silence()
    asked: frozenset[str] = frozenset()
    phrases: tuple[Phrase, ...]
    possessed: dict[str, frozenset[str]] = {}
    citing: frozenset[str]
    reasons: frozenset[str] = frozenset()
    trailing: frozenset[str] = frozenset()
    interposing: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    as_told: frozenset[str] = frozenset()
    polls: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    nearer: tuple[Passing, ...] = ()
    farther: tuple[Passing, ...] = ()
    passing: frozenset[str] = frozenset()
    vehicles: frozenset[str] = frozenset()
    voicing: frozenset[str] = frozenset()
    hearers: frozenset[str] = frozenset()
    masthead: frozenset[str] = frozenset()
    charges: frozenset[str] = frozenset()
    involvement: frozenset[str] = frozenset()
    untrue: frozenset[str] = frozenset()
    true: frozenset[str] = frozenset()
    firm: frozenset[str] = frozenset()
    kinds: dict[str, tuple[str, ...]]
    families: tuple[Family, ...]


class Cue:
    """One cue of a group.

    Attributes:
        words: The cue's words; the first is the verb.
        group: How it behaves.
        barred: Nouns that do not count as its object.
    """

    __slots__ = ("barred", "group", "words")

    def __init__(self, words: tuple[str, ...], group: Group, barred: frozenset[str] = frozenset()) -> None:
        self.words, self.group, self.barred = words, group, barred

    @property
    def name(self) -> str:
        """The cue as the table writes it."""
        return " ".join(self.words)


class Cues:
    """The cues, found by the lemma of their first word."""

    def __init__(self, table: CueTable) -> None:
        self.table = table
        self._kinds = {noun: kind for kind, nouns in reversed(table.kinds.items()) for noun in nouns}
        people = frozenset(noun for noun, kind in self._kinds.items() if kind in _PEOPLE)
        self.verbs = _index(table.verbs, people)
        self.adjectives = _index(table.adjectives)
        self.nouns = _index(table.nouns)
        self.phrases = sorted((tuple(p.words.split()), p.stance) for p in table.phrases)
        self.denying = {
            word for word, cues in self.verbs.items() if any(c.group.stance is Stance.DENIES for c in cues)
        }
        self.nearer = _by_form(table.nearer)
        self.farther = _by_form(table.farther)

    def kind(self, *words: str) -> str | None:
        """The kind of source that a noun names, by the first of these forms that is known."""
        for word in words:
            found = self._kinds.get(word)
            if found is not None:
                return found
        if any(word.endswith(_PEOPLE_END) and word not in _ENDS_LIKE_PEOPLE for word in words):
            return "crowd"
        return None

    def families(self, lemmas: set[str]) -> list[Family]:
        """The families of these words."""
        return [family for family in self.table.families if family.words & lemmas]


def forms(verb: str) -> list[str]:
    """The regular forms of a verb.

    >>> forms("hope"), forms("deny")
    (['hopes', 'hoped', 'hoping'], ['denies', 'denied', 'denying'])
    """
    if verb.endswith("e"):
        return [verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeou":
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    return [verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s"), verb + "ed", verb + "ing"]


def _by_form(rows: Sequence[Passing]) -> dict[str, list[Passing]]:
    """Lemma or regular form → the rows with that verb."""
    found: dict[str, list[Passing]] = {}
    for row in rows:
        for verb in row.verbs:
            for form in (verb, *forms(verb)):
                found.setdefault(form, []).append(row)
    return found


def _index(groups: Sequence[Group], people: frozenset[str] = frozenset()) -> dict[str, list[Cue]]:
    """First word → its cues, those of several words before those of one."""
    found: dict[str, list[Cue]] = {}
    for group in groups:
        for name in group.cues:
            words = tuple(name.split())
            barred = people if group.things else frozenset()
            found.setdefault(words[0], []).append(Cue(words, group, barred))
    for cues in found.values():
        cues.sort(key=lambda cue: -len(cue.words))
    return found


def check_cues(path: Path, content: Any) -> Cues:
    """The cues that a file holds.

    Raises:
        TableError: if it does not have the table's form.
    """
    try:
        table = CueTable.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise TableError(
            path, f"{where}: {first['msg']}.", advice="See the head of the file for its form."
        ) from error
    for kind in ("verbs", "adjectives", "nouns"):
        for number, group in enumerate(getattr(table, kind)):
            doubled = sorted({cue for cue in group.cues if group.cues.count(cue) > 1})
            if doubled:
                raise TableError(path, f"{kind}.{number}: {doubled[0]!r} stands twice.")
            if not (group.takes or group.behind):
                raise TableError(path, f"{kind}.{number}: {group.cues[0]!r} takes no content.")
    return Cues(table)


@cache
def load_cues() -> Cues:
    """The cues that come with Claimant.

    Raises:
        TableError: if the table does not have its form.
    """
    [(path, content)] = packaged_yaml("cues")
    return check_cues(path, content)
