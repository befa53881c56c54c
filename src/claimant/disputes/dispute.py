"""A dispute of the registry: who controls, who claims, what they call it. One YAML file each, checked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from claimant.record import Entity
from claimant.tables import TableError, parse_yaml

_ADVICE = "See docs/disputes.md for the form."

# A state by its ISO 3166 code, and a partial ISO date: "1833", "1998-03", "2014-03-18".
_Code = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
_Day = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Party(_Row):
    """A side of a dispute: a state by code, or a group by name; what it holds, and since when."""

    code: _Code | None = None
    group: str | None = None
    controls: bool
    claims: bool
    since: _Day | None = None
    until: _Day | None = None
    before: _Code | None = None

    @property
    def key(self) -> str:
        """The code, or the group's name: what names say under `party`."""
        return self.code or self.group or ""

    def is_of(self, code: str) -> bool:
        """Whether a code is this party's, or that of the state that held its place before."""
        return code in (self.code, self.before)


class Name(_Row):
    """A name of a disputed place, and who calls it so (`party` is null for outsiders)."""

    text: str = Field(min_length=2)
    party: str | None
    language: str = Field(pattern=r"^[a-z]{2,3}$")
    script: str = Field(pattern=r"^[A-Z][a-z]{3}$")
    ambiguous: bool = False


class Territory(_Row):
    """A part of what is disputed."""

    name: str
    names: tuple[Name, ...] = ()
    lat: float | None = None
    lon: float | None = None


class Extent(_Row):
    """A box in degrees."""

    west: float = Field(ge=-180, le=180)
    south: float = Field(ge=-90, le=90)
    east: float = Field(ge=-180, le=180)
    north: float = Field(ge=-90, le=90)


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

    year: _Day
    means: Literal[
        "agreement", "treaty", "arbitration", "court", "mediation", "secession", "withdrawal", "force"
    ]
    text: str


class Dispute(_Row):
    """A dispute over territory, water or status. Says who controls and who claims, never whose it is.

    `local` are codes of ISO 3166 that the place itself has, or a part of a party that speaks about it:
    Gibraltar's, or Greenland's for an island off it.
    """

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
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9][0-9]*$")
    describing: Describing = Describing()
    local: tuple[_Code, ...] = ()
    begun: _Day | None = None
    settled: Settlement | None = None
    summary: str
    sources: tuple[str, ...] = Field(min_length=1)

    def party(self, code: str | None) -> Party | None:
        """The party of a code, if it is one."""
        if code:
            for party in self.parties:
                if code in (party.code, party.before):
                    return party
        return None

    def concerns(self, code: str | None) -> bool:
        """Whether a code is a party's, or the place's own."""
        return code in self.local or self.party(code) is not None

    def party_of(self, entity: Entity) -> Party | None:
        """The party that an entity is or speaks for: a state by its code, a group by its name."""
        group = next((p for p in self.parties if p.group and p.group == entity.identifier_text), None)
        return group or self.party(entity.code)

    def others(self, code: str | None) -> list[Party]:
        """The parties with codes that are not this one's."""
        return [p for p in self.parties if p.code and not (code and p.is_of(code))]

    def display_name(self, viewpoint: str = "neutral") -> str:
        """What the dispute is called: by all parties, or as one party calls it.

        A party's English name comes first, then its name in Latin letters; a party without either
        calls it by the neutral title.
        """
        own = [n for n in self.names if n.party == viewpoint and n.script == "Latn"]
        english = [n for n in own if n.language == "en"]
        chosen = next(iter(english or own), None)
        return self.title if viewpoint == "neutral" or chosen is None else chosen.text

    def all_names(self) -> Iterator[tuple[str, Name]]:
        """The names of the whole and of its parts, each with the field it stands in."""
        for i, name in enumerate(self.names):
            yield f"names.{i}", name
        for i, territory in enumerate(self.territories):
            for j, name in enumerate(territory.names):
                yield f"territories.{i}.names.{j}", name


def check_dispute(path: Path, content: Any) -> Dispute:
    """A dispute from what a YAML file holds.

    Args:
        path: The file, for the error and for its name, which is the dispute's id.
        content: What the file holds.

    Raises:
        TableError: if a field is missing, unknown, of the wrong kind, or contradicts another; says which.
    """
    if not isinstance(content, dict):
        raise TableError(path, "holds no entry.", advice=_ADVICE)
    try:
        dispute = Dispute.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(p) for p in first["loc"]) or "the file"
        raise TableError(path, f"{where}: {first['msg']}.", advice=_ADVICE) from error
    if dispute.id != path.stem:
        raise TableError(
            path, f"id: is {dispute.id!r}.", advice=f"Call the file {dispute.id}.yaml or change the id."
        )
    for field, problem in _contradictions(dispute):
        raise TableError(path, f"{field}: {problem}.", advice=_ADVICE)
    return dispute


def _contradictions(dispute: Dispute) -> Iterator[tuple[str, str]]:
    """Fields that are well formed but cannot be true together, and why."""
    keys = [p.key for p in dispute.parties]
    for i, party in enumerate(dispute.parties):
        if bool(party.code) == bool(party.group):
            yield f"parties.{i}", "needs either a code or a group"
        if keys.count(party.key) > 1:
            yield f"parties.{i}", f"{party.key} is a party twice"
    if not any(p.claims or p.controls for p in dispute.parties):
        yield "parties", "nobody controls or claims anything"
    for field, name in dispute.all_names():
        if name.party is not None and name.party not in keys:
            yield f"{field}.party", f"{name.party!r} is no party; write one of {', '.join(keys)}, or null"
    if (dispute.lat is None) != (dispute.lon is None):
        yield "lat", "needs lon, and lon needs it"
    if dispute.extent is not None and dispute.extent.south > dispute.extent.north:
        yield "extent.south", "lies north of extent.north"


def read_dispute(path: Path) -> Dispute:
    """The dispute in a file; raises :class:`TableError` if it has not the registry's form."""
    return check_dispute(path, parse_yaml(path))
