"""The predicate lexicon: which words tell of which type of event, and where its sides stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from claimant.tables import TableError, packaged_yaml


class Frame(BaseModel):
    """One predicate and its frame.

    Slots name where a side stands: ``subject object indirect complement`` of a verb, ``possessive
    adjective compound`` of a noun, or a preposition. A passive is turned round before slots are
    looked at.

    Attributes:
        subject, object: Words that must stand there; not_object: words that must not.
        needs: Which sides must be found for the event to be said: ``both actor recipient``.
        reciprocal: Whether all sides do it together (meet, clash).
        weak: Whether the predicate also has a life outside politics (meet, visit, hit): then both
            sides must be political.
        alone: For nouns, whether the phrase tells of the event without a verb.
        status: A status that the predicate itself gives ("offer": hypothetical).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    predicate: str
    event: str = ""
    pos: Literal["verb", "noun", "adjective"] = "verb"
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    mode: str | None = None
    context: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    needs: Literal["both", "actor", "recipient"] = "both"
    reciprocal: bool = False
    weak: bool = False
    alone: bool = False
    status: str | None = None
    example: str = ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The predicate's words."""
        return tuple(self.predicate.split())

    @cached_property
    def objects(self) -> frozenset[str]:
        """The words that must stand as its object."""
        return frozenset(self.object)


class LightVerb(BaseModel):
    """A verb that lends its subject to an event noun: "hold talks", "come under attack".

    A `status` is one that it also gives: "is weighing sanctions" is hypothetical.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    verb: str
    subject: Literal["actor", "recipient"] = "actor"
    status: str | None = None
    nouns: tuple[str, ...] = ()
    example: str = ""


class Change(BaseModel):
    """A verb that turns a noun's type into another: "lift sanctions" is YIELD."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verb: str
    source: tuple[str, ...] = ()
    to: str
    nouns: tuple[str, ...] = ()
    example: str = ""


class StatusVerb(BaseModel):
    """A verb that gives what it governs a status: "prevented the signing" is negated."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verb: str
    status: str
    example: str = ""


_VERB_DEFAULTS = (("subject",), ("object",))
_NOUN_DEFAULTS = (
    ("possessive", "adjective", "compound", "by", "between", "among", "of"),
    ("against", "on", "with", "to", "of", "at", "from", "into", "over"),
)
_ADJECTIVE_DEFAULTS = (("subject",), ("of", "to", "with", "toward", "towards", "for"))
_PREPOSITIONS = frozenset(
    [
        "with",
        "to",
        "against",
        "on",
        "from",
        "for",
        "over",
        "of",
        "at",
        "into",
        "in",
        "between",
        "toward",
        "towards",
        "about",
        "off",
        "out",
        "upon",
        "by",
        "under",
    ]
)


_Row = tuple[Path, str, dict[str, Any]]


class Lexicon:
    """All predicates, found by their first (verbs) or last (nouns) word.

    There are thousands, and a report needs few of them: a row is checked and made into a frame when
    its word is first asked for, and all of them by :meth:`check`.
    """

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, list[_Row]]] = {"verb": {}, "noun": {}, "adjective": {}}
        self._frames: dict[tuple[str, str], list[Frame]] = {}
        self._further: dict[str, dict[str, list[int]]] = {}
        self._light: dict[str, list[LightVerb]] = {}
        self._changes: dict[str, list[Change]] = {}
        self._statuses: dict[str, list[StatusVerb]] = {}

    def _of(self, pos: str, word: str) -> Sequence[Frame]:
        """The frames of a word, longer and more restricted predicates first."""
        rows = self._rows[pos].get(word)
        if rows is None:
            return ()
        frames = self._frames.get((pos, word))
        if frames is None:
            frames = [_frame(path, event, pos, row) for path, event, row in rows]
            frames.sort(key=lambda f: (-len(f.words), not (f.object or f.subject), f.predicate, f.event))
            self._frames[pos, word] = frames
        return frames

    def verbs(self, lemma: str) -> Sequence[Frame]:
        """The frames of predicates that begin with this verb."""
        return self._of("verb", lemma)

    def verbs_beside(self, lemma: str, words: Set[str]) -> Sequence[Frame]:
        """Of the frames of a verb, those of one word, and those whose second is among these words."""
        frames = self.verbs(lemma)
        table = self._further.get(lemma)
        if table is None:
            table = self._further[lemma] = {}
            for place, frame in enumerate(frames):
                table.setdefault("".join(frame.words[1:2]), []).append(place)
        places = table.get("", [])
        beside = table.keys() & words
        if beside:
            places = sorted([*places, *(place for word in beside for place in table[word])])
        return [frames[place] for place in places]

    def nouns(self, lemma: str) -> Sequence[Frame]:
        """The frames of nouns that end with this word."""
        return self._of("noun", lemma)

    def adjectives(self, lemma: str) -> Sequence[Frame]:
        """The frames of adjectives."""
        return self._of("adjective", lemma)

    def check(self) -> None:
        """Check every row; raises :class:`TableError` for the first that has not the lexicon's form."""
        for _ in self:
            pass

    def light(self, verb: str) -> Sequence[LightVerb]:
        """How this verb lends its subject to an event noun."""
        return self._light.get(verb, ())

    def changes(self, verb: str) -> Sequence[Change]:
        """How this verb turns a noun's type into another."""
        return self._changes.get(verb, ())

    def statuses(self, verb: str) -> Sequence[StatusVerb]:
        """The status that this verb gives to what it governs."""
        return self._statuses.get(verb, ())

    def __iter__(self) -> Iterator[Frame]:
        for pos, words in self._rows.items():
            for word in words:
                yield from self._of(pos, word)

    def read(self, path: Path, content: Any) -> None:
        """Take up one file of the lexicon.

        Raises:
            TableError: if it does not have the lexicon's form.
        """
        if not isinstance(content, dict):
            raise TableError(
                path,
                "is no lexicon file.",
                advice="It needs `event:` and `verbs:`, `nouns:` or `adjectives:`.",
            )
        try:
            for key, pos in (("verbs", "verb"), ("nouns", "noun"), ("adjectives", "adjective")):
                table = self._rows[pos]
                for row in content.get(key) or ():
                    words = row["predicate"].split()
                    word = words[-1] if pos == "noun" else words[0]
                    table.setdefault(word, []).append((path, str(content["event"]), row))
            for row in content.get("light") or ():
                light = LightVerb.model_validate(_renamed(row, {"with": "nouns"}))
                self._light.setdefault(light.verb.split()[0], []).append(light)
            for row in content.get("changes") or ():
                change = Change.model_validate(_renamed(row, {"from": "source", "with": "nouns"}))
                self._changes.setdefault(change.verb.split()[0], []).append(change)
            for row in content.get("status") or ():
                status = StatusVerb.model_validate(row)
                self._statuses.setdefault(status.verb.split()[0], []).append(status)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(p) for p in first["loc"])
            raise TableError(
                path, f"{row.get('predicate') or row.get('verb')}: {where}: {first['msg']}."
            ) from error
        except (KeyError, AttributeError, TypeError) as error:
            raise TableError(path, f"does not have the lexicon's form: {error}.") from error


def _frame(path: Path, event: str, pos: str, row: dict[str, Any]) -> Frame:
    """A checked frame, with the slots that its part of speech has by default."""
    try:
        frame = Frame.model_validate({**row, "event": event, "pos": pos})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(p) for p in first["loc"])
        raise TableError(path, f"{row.get('predicate')}: {where}: {first['msg']}.") from error
    actor, recipient = {"verb": _VERB_DEFAULTS, "noun": _NOUN_DEFAULTS, "adjective": _ADJECTIVE_DEFAULTS}[pos]
    last = frame.words[-1]
    if pos == "verb" and last in _PREPOSITIONS:
        recipient = (last, *recipient)
    if pos == "noun" and "of" in frame.recipient:
        # who stands behind "of" suffers: "the blockade of Qatar"
        actor = tuple(slot for slot in actor if slot != "of")
    return frame.model_copy(update={"actor": frame.actor or actor, "recipient": frame.recipient or recipient})


def _renamed(row: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    return {names.get(key, key): value for key, value in row.items()}


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that comes with Claimant, read once."""
    lexicon = Lexicon()
    for path, content in packaged_yaml("lexicon"):
        lexicon.read(path, content)
    return lexicon
