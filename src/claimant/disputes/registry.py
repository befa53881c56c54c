"""The registry of disputes: all entries by id, and their names by what stands in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from claimant.disputes.dispute import Dispute, check_dispute
from claimant.patterns import Pattern
from claimant.tables import packaged_yaml

_FIRST_WORD = Pattern(r"\w+")
# Scripts that put no spaces between words, or add endings to them.
_UNSPACED = frozenset({"Jpan", "Hans", "Hant", "Hani", "Kore", "Hang", "Thai", "Khmr"})


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
        self._by_code: dict[str, list[Dispute]] = {}
        self.features: dict[str, list[Dispute]] = {}
        for dispute in self._by_id.values():
            for code in dict.fromkeys(c for p in dispute.parties for c in (p.code, p.before) if c):
                self._by_code.setdefault(code, []).append(dispute)
            for feature in dispute.describing.features:
                self.features.setdefault(feature, []).append(dispute)
            for _, name in dispute.all_names():
                word = _FIRST_WORD.match(name.text)
                if word:
                    entry = NameEntry(
                        name.text, dispute.id, name.party, name.ambiguous, name.language, name.script
                    )
                    self._names.setdefault(word.group(), []).append(entry)
        self.unspaced = [e for entries in self._names.values() for e in entries if e.script in _UNSPACED]
        """The names in scripts that put no spaces between words."""
        self._starts = {e.text[:3] for entries in self._names.values() for e in entries}
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
        # most words begin no name
        if text[start : start + 3] not in self._starts and text[start : start + 2] not in self._starts:
            return []
        word = _FIRST_WORD.match(text, start)
        entries = self._names.get(word.group()) if word is not None else None
        if entries is None:
            return []
        found: list[NameEntry] = []
        for entry in entries:
            if found and len(entry.text) < len(found[0].text):
                break
            end = start + len(entry.text)
            if text.startswith(entry.text, start) and (end == len(text) or not text[end].isalnum()):
                found.append(entry)
        return found

    def between(self, one: str, other: str) -> list[Dispute]:
        """The disputes to which both codes are parties."""
        found = []
        for dispute in self._by_code.get(one, ()):
            party = dispute.party(other)
            if party is not None and party is not dispute.party(one):
                found.append(dispute)
        return found

    def called(self, name: str) -> list[Dispute]:
        """The disputes of an id, or that somebody calls by a name, in any case of letters."""
        if name in self._by_id:
            return [self._by_id[name]]
        wanted = name.casefold()
        return [d for d in self._by_id.values() if any(n.text.casefold() == wanted for _, n in d.all_names())]


@cache
def load_disputes() -> Disputes:
    """The registry that comes with Claimant, read once."""
    return Disputes([check_dispute(path, content) for path, content in packaged_yaml("disputes")])
