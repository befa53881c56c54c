"""The registry of states, organisations, groups, outlets, people in office and roles.

A name leads to what it stands for; what it stands for on a given day depends on dates: the Soviet
Union is gone, a president leaves office. The data is read by :mod:`claimant.actors.loading`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claimant.patterns import Pattern

FIRST_WORD = Pattern(r"\w+")


class Known(NamedTuple):
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
        detail: For outlets, what they are ("newspaper"); for capitals and seats, the name itself; for
            states, their official name.
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

        >>> Known("state", "Soviet Union", "SUN", since="1922-12-30", until="1991-12-26").holds_on("1992-01")
        False
        >>> Known("person", "Boris Yeltsin", "RUS", since="1991-07-10", until="1999-12-31").holds_on("1991")
        True
        """
        if not day:
            return True
        since, until = self.since, self.until
        return (not since or since[: len(day)] <= day[: len(since)]) and (
            not until or day[: len(until)] <= until[: len(day)]
        )

    def is_over(self, day: str) -> bool:
        """Whether this ended before a partial ISO date."""
        return bool(self.until) and self.until[: len(day)] < day[: len(self.until)]


class Role(NamedTuple):
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
        people: Full name → terms of office.
        prefixes: What a state is called as the first part of a word ("Anglo-Dutch") → its code.
        bearers: A word of people's names → how many people bear it.
        offices: State and kind of office → terms.
        roles: Role in lower case → role.
        abbreviations: Abbreviated title in lower case, without full stops → role.
        states: Code → state.
        role_ends: A role's last word → how many words the longest role that ends with it has.
    """

    names: dict[str, list[tuple[str, list[Known]]]] = field(default_factory=dict)
    surnames: dict[str, list[Known]] = field(default_factory=dict)
    people: dict[str, list[Known]] = field(default_factory=dict)
    bearers: dict[str, int] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)
    offices: dict[tuple[str | None, str], list[Known]] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    abbreviations: dict[str, Role] = field(default_factory=dict)
    states: dict[str, Known] = field(default_factory=dict)
    role_ends: dict[str, int] = field(default_factory=dict)
    _further: dict[str, dict[str, list[tuple[str, list[Known]]]]] = field(default_factory=dict)

    def matches(self, text: str, start: int) -> Iterator[tuple[str, list[Known]]]:
        """The names that stand at a character of the text, longest first."""
        word = FIRST_WORD.match(text, start)
        if word is None:
            return
        for name, meanings in self._beginning(word.group(), text[word.end() : word.end() + 2]):
            if text.startswith(name, start):
                end = start + len(name)
                if end == len(text) or not (text[end].isalnum() and name[-1].isalnum()):
                    yield name, meanings

    def _beginning(self, first: str, behind: str) -> Sequence[tuple[str, list[Known]]]:
        """The names that begin with a word and go on with these two characters, or do not go on.

        More than a hundred begin with "The", and few of them go on with " N".
        """
        names = self.names.get(first)
        if names is None:
            return ()
        table = self._further.get(first)
        if table is None:
            end = len(first)
            table = self._further[first] = {
                further: [entry for entry in names if further.startswith(entry[0][end : end + 2])]
                for further in {name[end : end + 2] for name, _ in names}
            }
        return table.get(behind) or table.get(behind[:1]) or table.get("") or ()

    def lookup(self, name: str) -> list[Known]:
        """What exactly this name stands for; empty where it is not known."""
        return next((meanings for found, meanings in self.matches(name, 0) if found == name), [])

    def in_office(self, code: str, rank: str, day: str | None) -> Known | None:
        """Who held an office of a state on a day; nothing where that is not known or not clear."""
        if not day:
            return None
        terms = {term.name: term for term in self.offices.get((code, rank), ()) if term.holds_on(day)}
        return next(iter(terms.values())) if len(terms) == 1 else None
