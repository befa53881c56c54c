"""The registry of states, organisations, groups, outlets, people in office and roles.

All of it is data (``data/*.csv``), read once. A name leads to what it stands for; what it stands
for on a given day depends on dates: the Soviet Union is gone, a president leaves office.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from claimant.tables import read_csv, values

DATA = Path(__file__).parent / "data"
_FIRST_WORD = re.compile(r"\w+")
AddName = Callable[[str, "Known"], None]


@dataclass(frozen=True, slots=True)
class Known:
    """What a name stands for.

    Attributes:
        kind: ``state adjective national capital seat organisation group outlet person``.
        name: The name the registry gives it.
        code: PLOVER code.
        country_code: The state it belongs to, where `code` is none.
        sector: PLOVER sector.
        since, until: Partial ISO dates between which this holds; empty where open.
        office: For people, the office held ("President").
        rank: For people, which kind of office.
        person: Whether it is a human being.
        plural: Whether the name means several people ("Russians").
    """

    kind: str
    name: str
    code: str | None
    country_code: str | None = None
    sector: str | None = None
    since: str = ""
    until: str = ""
    office: str = ""
    rank: str = ""
    detail: str = ""
    person: bool = False
    plural: bool = False

    def holds_on(self, day: str | None) -> bool:
        """Whether this holds on a partial ISO date; true where nothing is known of dates.

        A year counts as overlapping with any day in it.
        """
        if not day:
            return True
        since, until = self.since, self.until
        return (not since or since[: len(day)] <= day[: len(since)]) and (
            not until or day[: len(until)] <= until[: len(day)]
        )


@dataclass(frozen=True, slots=True)
class Role:
    """A noun by which news names people or bodies: "troops", "foreign minister"."""

    role: str
    sector: str
    kind: str
    rank: str


@dataclass(slots=True)
class Registry:
    """All names, by their first word; all roles; people by surname.

    Attributes:
        names: First word (``\\w+``, as written) → ``(name, meanings)``, longest first.
        surnames: Surname → terms of office of those who bear it.
        roles: Role in lower case → role; also the roles' last words, for a quick look.
    """

    names: dict[str, list[tuple[str, tuple[Known, ...]]]] = field(default_factory=dict)
    surnames: dict[str, tuple[Known, ...]] = field(default_factory=dict)
    people: dict[str, tuple[Known, ...]] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    states: dict[str, Known] = field(default_factory=dict)
    longest_role: int = 1

    def matches(self, text: str, start: int) -> Iterator[tuple[str, tuple[Known, ...]]]:
        """The names that stand at a character of the text, longest first."""
        word = _FIRST_WORD.match(text, start)
        if word is None:
            return
        for name, meanings in self.names.get(word.group(), ()):
            if text.startswith(name, start):
                end = start + len(name)
                if end == len(text) or not (text[end].isalnum() and name[-1].isalnum()):
                    yield name, meanings

    def lookup(self, name: str) -> tuple[Known, ...]:
        """What exactly this name stands for; empty where it is not known."""
        for found, meanings in self.matches(name, 0):
            if found == name:
                return meanings
        return ()

    def in_office(self, code: str, rank: str, day: str | None) -> Known | None:
        """Who held an office of a state on a day; nothing where that is not known or not clear."""
        if not day:
            return None
        terms = {
            term.name: term
            for terms in self.people.values()
            for term in terms
            if term.code == code and term.rank == rank and term.holds_on(day)
        }
        return next(iter(terms.values())) if len(terms) == 1 else None


def load_registry() -> Registry:
    """The registry that comes with Claimant, read once.

    Raises:
        TableError: if one of its tables is broken, naming file and line.
    """
    return _load()


@cache
def _load() -> Registry:
    registry = Registry()
    found: dict[str, list[Known]] = {}

    def name(text: str, known: Known) -> None:
        held = found.setdefault(text, [])
        if known not in held:
            held.append(known)

    _add_states(registry, name)
    _add_organisations(name)
    _add_groups(name)
    _add_outlets(name)
    _add_people(registry, name)
    for text, meanings in found.items():
        word = _FIRST_WORD.match(text)
        if word is not None:
            registry.names.setdefault(word.group(), []).append((text, tuple(meanings)))
    for entries in registry.names.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    for _, row in read_csv(DATA / "roles.csv", ("role", "sector", "kind", "rank")):
        role = Role(row["role"], row["sector"], row["kind"], row["rank"])
        registry.roles[role.role.lower()] = role
        registry.longest_role = max(registry.longest_role, role.role.count(" ") + 1)
    return registry


def _add_states(registry: Registry, name: AddName) -> None:
    columns = ("code", "name", "official_name", "aliases", "adjectives", "nationals", "capital", "capital_aliases",
               "seats", "valid_from", "valid_to")  # fmt: skip
    for _, row in read_csv(DATA / "states.csv", columns):
        code = row["code"]
        state = Known("state", row["name"], code, code, "GOV", row["valid_from"], row["valid_to"])
        registry.states[code] = state
        for text in (row["name"], row["official_name"], *values(row["aliases"])):
            if text:
                name(text, state)
        for text in values(row["adjectives"]):
            name(text, replace(state, kind="adjective"))
        for text in values(row["nationals"]):
            name(text, replace(state, kind="national", sector="CVL", plural=text.endswith("s")))
        for text in (*values(row["capital"]), *values(row["capital_aliases"])):
            name(text, replace(state, kind="capital", detail=text))
        for seat in values(row["seats"]):
            text, _, sector = seat.partition("=")
            name(text, replace(state, kind="seat", sector=sector or "GOV", detail=text))


def _add_organisations(name: AddName) -> None:
    for _, row in read_csv(
        DATA / "organisations.csv", ("code", "sector", "name", "aliases", "kind", "country_code")
    ):
        known = Known(
            "organisation", row["name"], row["code"], row["country_code"] or None, row["sector"] or None
        )
        for text in (row["name"], *values(row["aliases"])):
            name(text, known)


def _add_groups(name: AddName) -> None:
    columns = ("code", "sector", "name", "aliases", "country_code", "active_from", "active_to")
    for _, row in read_csv(DATA / "groups.csv", columns):
        known = Known("group", row["name"], row["code"], row["country_code"] or None, row["sector"] or None,
                      row["active_from"], row["active_to"])  # fmt: skip
        for text in (row["name"], *values(row["aliases"])):
            name(text, known)


def _add_outlets(name: AddName) -> None:
    for _, row in read_csv(DATA / "outlets.csv", ("name", "aliases", "country_code", "kind")):
        country = row["country_code"] or None
        known = Known("outlet", row["name"], country, country, "JRN", detail=row["kind"])
        for text in (row["name"], *values(row["aliases"])):
            name(text, known)


def _add_people(registry: Registry, name: AddName) -> None:
    columns = ("country_code", "person", "surname", "aliases", "office", "office_text", "start", "end")
    people: dict[str, list[Known]] = {}
    surnames: dict[str, list[Known]] = {}
    for _, row in read_csv(DATA / "leaders.csv", columns):
        code = row["country_code"]
        known = Known("person", row["person"], code, code, "GOV", row["start"], row["end"], row["office_text"],
                      row["office"], person=True)  # fmt: skip
        people.setdefault(row["person"], []).append(known)
        for text in (row["person"], *values(row["aliases"])):
            name(text, known)
        if row["surname"]:
            surnames.setdefault(row["surname"], []).append(known)
    registry.people = {person: tuple(terms) for person, terms in people.items()}
    registry.surnames = {surname: tuple(terms) for surname, terms in surnames.items()}
