"""Loading the registry from its tables (``data/*.csv``)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from claimant.actors.registry import FIRST_WORD, Known, Registry, Role
from claimant.tables import TableError, read_csv, values

DATA = Path(__file__).parent / "data"
AddName = Callable[[str, Known], None]


@cache
def load_registry() -> Registry:
    """The registry that comes with Claimant, read once.

    Raises:
        TableError: if one of its tables is broken, naming file and line.
    """
    registry = Registry()
    found: dict[str, list[Known]] = {}

    def name(text: str, known: Known) -> None:
        held = found.get(text)
        if held is None:
            found[text] = [known]
        elif known not in held:
            held.append(known)

    _add_states(registry, name)
    _add_organisations(name)
    _add_groups(name)
    _add_outlets(name)
    _add_people(registry, name)
    for _, row in read_csv(DATA / "prefixes.csv", ("prefix", "code")):
        registry.prefixes[row["prefix"]] = row["code"]
    _add_roles(registry)
    names = registry.names
    for entry in found.items():
        word = FIRST_WORD.match(entry[0])
        if word is not None:
            names.setdefault(word.group(), []).append(entry)
    for entries in names.values():
        if len(entries) > 1:
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return registry


def _add_states(registry: Registry, name: AddName) -> None:
    columns = ("code", "name", "official_name", "aliases", "adjectives", "nationals", "capital",
               "capital_aliases", "seats", "valid_from", "valid_to")  # fmt: skip
    for _, row in read_csv(DATA / "states.csv", columns):
        code, own, since, until = row["code"], row["name"], row["valid_from"], row["valid_to"]
        state = Known("state", own, code, code, "GOV", since, until, detail=row["official_name"])
        registry.states[code] = state
        for text in (own, row["official_name"], *values(row["aliases"])):
            if text:
                name(text, state)
        adjective = Known("adjective", own, code, code, "GOV", since, until)
        for text in values(row["adjectives"]):
            name(text, adjective)
        for text in values(row["nationals"]):
            name(text, Known("national", own, code, code, "CVL", since, until, plural=text.endswith("s")))
        for text in (*values(row["capital"]), *values(row["capital_aliases"])):
            name(text, Known("capital", own, code, code, "GOV", since, until, detail=text))
        for seat in values(row["seats"]):
            text, _, sector = seat.partition("=")
            name(text, Known("seat", own, code, code, sector or "GOV", since, until, detail=text))


def _add_organisations(name: AddName) -> None:
    columns = ("code", "sector", "name", "aliases", "kind", "country_code")
    for _, row in read_csv(DATA / "organisations.csv", columns):
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
    for _, row in read_csv(DATA / "leaders.csv", columns):
        code, person, rank = row["country_code"], row["person"], row["office"]
        known = Known("person", person, code, code, "GOV", row["start"], row["end"], row["office_text"], rank,
                      person=True)  # fmt: skip
        if person not in registry.people:
            for word in set(person.split()):
                registry.bearers[word] = registry.bearers.get(word, 0) + 1
        registry.people.setdefault(person, []).append(known)
        registry.offices.setdefault((code, rank), []).append(known)
        name(person, known)
        for text in values(row["aliases"]):
            name(text, known)
        if row["surname"]:
            registry.surnames.setdefault(row["surname"], []).append(known)


def _add_roles(registry: Registry) -> None:
    for _, row in read_csv(DATA / "roles.csv", ("role", "sector", "kind", "rank")):
        role = Role(row["role"], row["sector"], row["kind"], row["rank"])
        registry.roles[role.role.lower()] = role
    path = DATA / "abbreviations.csv"
    for line, row in read_csv(path, ("abbreviation", "role")):
        if row["role"] not in registry.roles:
            raise TableError(path, f"names the role {row['role']!r}, which roles.csv lacks.", line=line)
        short = row["abbreviation"].replace(".", "").lower()
        registry.abbreviations[short] = registry.roles[row["role"]]
    ends = registry.role_ends
    for name in registry.roles:
        last = name.rpartition(" ")[2]
        ends[last] = max(ends.get(last, 0), name.count(" ") + 1)
