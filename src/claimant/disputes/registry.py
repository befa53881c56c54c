"""The registry of disputes: one YAML file a dispute, with a checked schema."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from claimant.record import Entity
from claimant.tables import TableError, packaged_yaml, parse_yaml

_FIRST_WORD = re.compile(r"\w+")
_UNSPACED = frozenset({"Jpan", "Hans", "Hant", "Hani", "Kore", "Hang", "Thai", "Khmr"})


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Party(_Row):
    """A side of a dispute: a state by code, or a group by name; what it holds, and since when."""

    code: str | None = None
    group: str | None = None
    controls: bool
    claims: bool
    since: str | None = None
    until: str | None = None
    before: str | None = None

    def is_of(self, code: str) -> bool:
        """Whether a code is this party's, or that of the state that held its place before."""
        return code in (self.code, self.before)


class Name(_Row):
    """A name of a disputed place, and who calls it so (`party` is null for outsiders)."""

    text: str
    party: str | None
    language: str
    script: str
    ambiguous: bool = False


class Territory(_Row):
    """A part of what is disputed."""

    name: str
    names: tuple[Name, ...] = ()
    lat: float | None = None
    lon: float | None = None


class Extent(_Row):
    """A box in degrees."""

    west: float
    south: float
    east: float
    north: float


class Describing(_Row):
    """How reports point at the place without naming it.

    `features` are nouns, as lemmas; `locators` words that stand with them; `principal` says that
    this is what reports mean by "their territorial dispute" where its parties have several.
    """

    features: tuple[str, ...] = ()
    locators: tuple[str, ...] = ()
    principal: bool = False


class Settlement(_Row):
    """When and by what a dispute ended."""

    year: str
    means: Literal[
        "agreement", "treaty", "arbitration", "court", "mediation", "secession", "withdrawal", "force"
    ]
    text: str


class Dispute(_Row):
    """A dispute over territory, water or status. Says who controls and who claims, never whose it is."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    title: str
    region: Literal["asia-pacific", "middle-east", "europe", "africa", "americas"]
    kind: tuple[str, ...]
    parties: tuple[Party, ...] = Field(min_length=1)
    names: tuple[Name, ...] = Field(min_length=1)
    territories: tuple[Territory, ...] = ()
    lat: float | None = Field(default=None, ge=-90, le=90)
    lon: float | None = Field(default=None, ge=-180, le=180)
    extent: Extent | None = None
    wikidata: str | None = None
    describing: Describing = Describing()
    begun: str | None = None
    settled: Settlement | None = None
    summary: str
    sources: tuple[str, ...] = Field(min_length=1)

    def party(self, code: str | None) -> Party | None:
        """The party of a code, if it is one."""
        return next((p for p in self.parties if code and p.is_of(code)), None)

    def party_of(self, entity: Entity) -> Party | None:
        """The party that an entity is or speaks for: a state by its code, a group by its name."""
        group = next((p for p in self.parties if p.group and p.group == entity.identifier_text), None)
        return group or self.party(entity.code)

    def others(self, code: str | None) -> list[Party]:
        """The parties with codes that are not this one's."""
        return [p for p in self.parties if p.code and not (code and p.is_of(code))]

    def display_name(self, viewpoint: str = "neutral") -> str:
        """What the dispute is called: by all parties, or as one party calls it.

        >>> load_disputes()["southern-kurils"].display_name("JPN")
        'Northern Territories'
        """
        if viewpoint == "neutral":
            return self.title
        own = [n.text for n in self.names if n.party == viewpoint and n.language == "en"]
        return own[0] if own else self.title


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name in the index: which dispute and whose name."""

    text: str
    dispute: str
    party: str | None
    ambiguous: bool
    language: str
    script: str


class Disputes(Mapping[str, Dispute]):
    """All disputes by id, and their names by first word."""

    def __init__(self, disputes: list[Dispute]) -> None:
        self._by_id = {d.id: d for d in sorted(disputes, key=lambda d: d.id)}
        self._names: dict[str, list[NameEntry]] = {}
        self.features: dict[str, list[Dispute]] = {}
        for dispute in self._by_id.values():
            for feature in dispute.describing.features:
                self.features.setdefault(feature, []).append(dispute)
            parts = [name for territory in dispute.territories for name in territory.names]
            for name in (*dispute.names, *parts):
                word = _FIRST_WORD.match(name.text)
                if word:
                    entry = NameEntry(
                        name.text, dispute.id, name.party, name.ambiguous, name.language, name.script
                    )
                    self._names.setdefault(word.group(), []).append(entry)
        self.unspaced = [e for entries in self._names.values() for e in entries if e.script in _UNSPACED]
        """The names in scripts that put no spaces between words."""
        for entries in self._names.values():
            entries.sort(key=lambda e: (-len(e.text), e.dispute, e.party or ""))

    def __getitem__(self, key: str) -> Dispute:
        return self._by_id[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def names_at(self, text: str, start: int) -> list[NameEntry]:
        """The entries of the longest name that stands at a character of the text."""
        word = _FIRST_WORD.match(text, start)
        if word is None:
            return []
        found: list[NameEntry] = []
        for entry in self._names.get(word.group(), ()):
            if found and len(entry.text) < len(found[0].text):
                break
            end = start + len(entry.text)
            if text.startswith(entry.text, start) and (end == len(text) or not text[end].isalnum()):
                found.append(entry)
        return found

    def between(self, one: str, other: str) -> list[Dispute]:
        """The disputes to which both codes are parties."""
        return [
            d
            for d in self._by_id.values()
            if d.party(one) and d.party(other) and d.party(one) is not d.party(other)
        ]

    def called(self, name: str) -> list[Dispute]:
        """The disputes of an id, or that somebody calls by a name, in any case of letters."""
        if name in self._by_id:
            return [self._by_id[name]]
        wanted = name.casefold()
        return [
            d
            for d in self._by_id.values()
            if any(
                n.text.casefold() == wanted for n in (*d.names, *(n for t in d.territories for n in t.names))
            )
        ]


def check_dispute(path: Path, content: Any) -> Dispute:
    """A dispute from what a YAML file holds.

    Raises:
        TableError: if a field is missing, unknown or wrong, naming it.
    """
    try:
        dispute = Dispute.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(p) for p in first["loc"]) or "the file"
        raise TableError(
            path, f"{where}: {first['msg']}.", advice="See docs/disputes.md for the form."
        ) from error
    if dispute.id != path.stem:
        raise TableError(
            path, f"has the id {dispute.id!r}.", advice=f"Call the file {dispute.id}.yaml or change the id."
        )
    if (
        not any(p.controls or p.claims for p in dispute.parties)
        and dispute.settled is None
        and len(dispute.parties) < 2
    ):
        raise TableError(path, "has no party that controls or claims.")
    return dispute


def read_dispute(path: Path) -> Dispute:
    """The dispute in a file; raises :class:`TableError` if it has not the registry's form."""
    return check_dispute(path, parse_yaml(path))


@cache
def load_disputes() -> Disputes:
    """The registry that comes with Claimant, read once."""
    return Disputes([check_dispute(path, content) for path, content in packaged_yaml("disputes")])
