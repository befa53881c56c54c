"""The predicate lexicon: which words tell of which type of event, and where its sides stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
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
    object: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    needs: Literal["both", "actor", "recipient"] = "both"
    reciprocal: bool = False
    weak: bool = False
    alone: bool = False
    status: str | None = None
    example: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The predicate's words."""
        return tuple(self.predicate.split())


class LightVerb(BaseModel):
    """A verb that lends its subject to an event noun: "hold talks", "come under attack"."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    verb: str
    subject: Literal["actor", "recipient"] = "actor"
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


class Lexicon:
    """All predicates, found by their first (verbs) or last (nouns) word."""

    def __init__(self) -> None:
        self._verbs: dict[str, list[Frame]] = {}
        self._nouns: dict[str, list[Frame]] = {}
        self._adjectives: dict[str, list[Frame]] = {}
        self._light: dict[str, list[LightVerb]] = {}
        self._changes: dict[str, list[Change]] = {}
        self._statuses: dict[str, list[StatusVerb]] = {}
        self.frames = 0

    def add(self, frame: Frame) -> None:
        """Take up a frame, with the defaults of its part of speech."""
        defaults = {"verb": _VERB_DEFAULTS, "noun": _NOUN_DEFAULTS, "adjective": _ADJECTIVE_DEFAULTS}[
            frame.pos
        ]
        recipient = frame.recipient
        last = frame.words[-1]
        if not recipient:
            recipient = (last, *defaults[1]) if frame.pos == "verb" and last in _PREPOSITIONS else defaults[1]
        frame = frame.model_copy(update={"actor": frame.actor or defaults[0], "recipient": recipient})
        table = {"verb": self._verbs, "noun": self._nouns, "adjective": self._adjectives}[frame.pos]
        key = frame.words[-1] if frame.pos == "noun" else frame.words[0]
        table.setdefault(key, []).append(frame)
        self.frames += 1

    def sort(self) -> None:
        """Put longer and more restricted predicates first."""
        for table in (self._verbs, self._nouns, self._adjectives):
            for frames in table.values():
                frames.sort(key=lambda f: (-len(f.words), not f.object, f.predicate, f.event))

    def verbs(self, lemma: str) -> Sequence[Frame]:
        """The frames of predicates that begin with this verb."""
        return self._verbs.get(lemma, ())

    def nouns(self, lemma: str) -> Sequence[Frame]:
        """The frames of nouns that end with this word."""
        return self._nouns.get(lemma, ())

    def adjectives(self, lemma: str) -> Sequence[Frame]:
        """The frames of adjectives."""
        return self._adjectives.get(lemma, ())

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
        for table in (self._verbs, self._nouns, self._adjectives):
            for frames in table.values():
                yield from frames

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
                for row in content.get(key) or ():
                    self.add(Frame.model_validate({**row, "event": content["event"], "pos": pos}))
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


def _renamed(row: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    return {names.get(key, key): value for key, value in row.items()}


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that comes with Claimant, read once."""
    lexicon = Lexicon()
    for path, content in packaged_yaml("lexicon"):
        lexicon.read(path, content)
    lexicon.sort()
    return lexicon
