"""Check the table of leaders: its form, and its dates against REIGN's terms of office.

    python tools/check_leaders.py leaders.csv REIGN.csv [--unmatched] [--mark]

REIGN (One Earth Future) lists, month by month, the one person who led each state in effect, from 1945 on.
A REIGN term and a person of the same state and name are compared: of the person's offices, one must start and
one must end within a month of REIGN's dates. A row may say why it does not in its ``source``:
``differs from REIGN: reason``. Foreign ministers and organisations are not in REIGN; only their form is checked.

``--unmatched`` lists REIGN's terms since 1990, in the table's states, for which the table has nobody.
``--mark`` writes into ``source`` which rows REIGN confirms.
Exit status: 0 when all agrees, 1 on disagreements or faults of form, 2 on wrong usage.
"""

from __future__ import annotations

import argparse
import calendar
import csv
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

COLUMNS = ("country_code", "person", "surname", "aliases", "office", "office_text", "start", "end", "source")
REQUIRED = tuple(c for c in COLUMNS if c not in ("aliases", "end"))
OFFICES = ("foreign-minister", "head-of-government", "head-of-organisation", "head-of-state", "party-leader")
IN_REIGN = ("head-of-government", "head-of-state", "party-leader")
OPEN = "in office when written (2025)"
DIFFERS = re.compile(r"differs from REIGN: \S")
EDITION = "REIGN 2021-03"
MARKS = {
    (True, True): f"{EDITION} (month checked)",
    (True, False): f"{EDITION} (start month checked)",
    (False, True): f"{EDITION} (end month checked)",
}
UNCHECKED = "general knowledge"
EDITION_MONTH = 2021 * 12 + 3
SINCE = 1990 * 12 + 1
FOREVER = 10**6
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_LETTERS = str.maketrans("øØłŁđĐıəƏ", "oOlLdDieE")
_PARTICLES = frozenset("ben bin dos ibn von van der den del dit the and time acting".split())


def fold(text: str) -> str:
    """A name without accents and in lower case."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS).replace("ß", "ss").replace("æ", "ae"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def words(text: str) -> set[str]:
    """The words of a name that tell people apart."""
    return {w for w in re.findall(r"[a-z]+", fold(text.replace("'", ""))) if len(w) > 2 and w not in _PARTICLES}


def months(date: str, *, last: bool = False) -> int:
    """The first (or last) month that a partial date can mean, counted from year 0; raises ValueError."""
    found = _DATE.fullmatch(date)
    if found is None:
        raise ValueError(f"not a partial ISO date: {date!r}")
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if found[2] and not 1 <= month <= 12:
        raise ValueError(f"no such month: {date!r}")
    if found[3] and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError(f"no such day: {date!r}")
    return year * 12 + (month or (12 if last else 1))


@dataclass
class Row:
    """One line of the table."""

    line: int
    cells: dict[str, str]
    confirmed: set[str] = field(default_factory=set)

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def bounds(self, column: str) -> tuple[int, int]:
        """The months that ``start`` or ``end`` can mean; an empty end is after all else."""
        date = self[column]
        return (months(date), months(date, last=True)) if date else (FOREVER, FOREVER)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether the row's term can overlap these months."""
        return self.bounds("start")[0] <= end + 1 and self.bounds("end")[1] >= start - 1

    def near(self, column: str, month: int | None) -> bool:
        """Whether a date is within a month of REIGN's; ``None`` is REIGN's "still in office"."""
        low, high = self.bounds(column)
        return high >= EDITION_MONTH - 1 if month is None else low - 1 <= month <= high + 1

    def names(self) -> set[str]:
        """All words of the person's names."""
        return words(f"{self['person']} {self['aliases']}")


@dataclass(frozen=True)
class Term:
    """One line of REIGN."""

    codes: tuple[str, ...]
    leader: str
    start: int
    end: int | None

    def __str__(self) -> str:
        return f"{self.leader} {as_date(self.start)} to {as_date(self.end) if self.end else 'open'}"


def as_date(month: int) -> str:
    """A month count as YYYY-MM."""
    return f"{(month - 1) // 12:04}-{(month - 1) % 12 + 1:02}"


def read_table(path: Path) -> tuple[list[Row], list[str]]:
    """The table's rows that have a sound form, and what is wrong with the others."""
    faults: list[str] = []
    rows: list[Row] = []
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = tuple(next(reader, ()))
        if header != COLUMNS:
            return [], [f"1: the columns are {','.join(header)}, not {','.join(COLUMNS)}"]
        for cells in reader:
            found = [f"{len(cells)} cells, not {len(COLUMNS)}"] if len(cells) != len(COLUMNS) else []
            row = Row(reader.line_num, dict(zip(COLUMNS, cells, strict=False)))
            found = found or list(form_faults(row))
            faults += (f"{row.line}: {fault}" for fault in found)
            if not found:
                rows.append(row)
    keys = [(r["country_code"], r["office"], r["start"], r["person"]) for r in rows]
    faults += (f"{r.line}: not in order" for r, key, one in zip(rows[1:], keys[1:], keys, strict=False) if key <= one)
    return rows, faults


def form_faults(row: Row) -> Iterator[str]:
    """What is wrong with one row's form."""
    for column in REQUIRED:
        if not row[column]:
            yield f"empty {column}"
    if any(cell != cell.strip() for cell in row.cells.values()):
        yield "space around a cell"
    if not re.fullmatch(r"[A-Z]{3}", row["country_code"]):
        yield f"not an alpha-3 code: {row['country_code']!r}"
    if row["office"] not in OFFICES:
        yield f"unknown office {row['office']!r}"
    aliases = row["aliases"].split(";") if row["aliases"] else []
    if len(set(aliases)) != len(aliases) or "" in aliases or row["person"] in aliases:
        yield "an alias is empty or stands twice"
    if not words(row["surname"]) <= words(f"{row['person']} {row['aliases']}"):
        yield f"surname {row['surname']!r} is not part of the name"
    try:
        if row["start"] and row["end"]:
            first, last = row["start"], row["end"]
            shared = min(len(first), len(last))
            if months(first) > months(last, last=True) or first[:shared] > last[:shared]:
                yield f"starts {first}, after its end {last}"
        else:
            months(row["start"] or row["end"] or "2000")
    except ValueError as error:
        yield str(error)
    if not row["end"] and OPEN not in row["source"]:
        yield f"no end, and the source does not say {OPEN!r}"


def read_reign(path: Path, codes: Path) -> list[Term]:
    """REIGN's terms, with the alpha-3 codes that this table uses for the state."""
    with codes.open(encoding="utf-8", newline="") as file:
        known = {row["stateabb"]: tuple(row["country_codes"].split(";")) for row in csv.DictReader(file)}
    terms: dict[tuple[str, str, int], Term] = {}
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        for row in csv.DictReader(file):
            state = known.get(row["stateabb"])
            if state is None or not row["syear"]:
                continue
            start = int(row["syear"]) * 12 + int(row["smonth"])
            end = int(row["eyear"]) * 12 + int(row["emonth"]) if row["eyear"] else None
            terms[row["stateabb"], row["leader"], start] = Term(state, row["leader"], start, end)
    return list(terms.values())


def alike(ours: set[str], theirs: set[str]) -> int:
    """How many words of two names are the same, or nearly ("Tschisekedi", "Tshisekedi")."""
    return sum(any(one == two or SequenceMatcher(None, one, two).ratio() >= 0.8 for two in theirs) for one in ours)


def rows_for(term: Term, people: dict[str, list[Row]]) -> list[Row]:
    """The rows of the one person whom a REIGN term means; empty where the table has nobody."""
    best: tuple[tuple[int, ...], list[Row]] = ((0, 0, 0, 0), [])
    until = term.end or EDITION_MONTH
    for rows in people.values():
        held = [r for r in rows if r.overlaps(term.start, until)]
        if not held:
            continue
        surname = alike(words(held[0]["surname"]), words(term.leader))
        shared = alike(held[0].names(), words(term.leader))
        agreeing = any(r.near("start", term.start) for r in held) + any(r.near("end", term.end) for r in held)
        common = ((max(term.start, r.bounds("start")[0]), min(until, r.bounds("end")[1])) for r in held)
        together = sum(max(0, last - first) for first, last in common)
        rank = (agreeing, min(surname, 1), shared, together)
        if shared and (agreeing == 2 or (together and (surname or agreeing))) and rank > best[0]:
            best = rank, held
    return best[1]


def compare(terms: Iterable[Term], rows: list[Row]) -> tuple[list[str], int, list[Term]]:
    """Disagreements, the number of terms that agree, and the terms since 1990 that nobody here matches."""
    people: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row["office"] in IN_REIGN:
            people[row["country_code"]][row["person"]].append(row)
    wrong: list[str] = []
    agreeing, unmatched = 0, []
    for term in terms:
        here: dict[str, list[Row]] = defaultdict(list)
        for code in term.codes:
            for person, theirs in people[code].items():
                here[person] += theirs
        held = rows_for(term, here)
        if not held:
            if here and (term.end or FOREVER) >= SINCE:
                unmatched.append(term)
            continue
        apart = []
        for column, month in (("start", term.start), ("end", term.end)):
            close = [r for r in held if r.near(column, month)]
            if not close:
                apart.append(column)
            elif month is not None:
                for row in close:
                    if len(row[column]) > 4:
                        row.confirmed.add(column)
        if apart and not any(DIFFERS.search(r["source"]) for r in held):
            row = held[0]
            ours = "; ".join(f"{r['office_text']} {r['start']} to {r['end'] or 'open'}" for r in held)
            wrong.append(f"{row.line}: {row['country_code']} {row['person']}: {' and '.join(apart)}: "
                         f"here {ours}; REIGN {term}")  # fmt: skip
        agreeing += not apart
    return wrong, agreeing, unmatched


def overlapping(rows: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Pairs of rows of one office that overlap for certain, by more than a month."""
    offices: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        body = row["office_text"] if row["office"] == "head-of-organisation" else ""
        offices[row["country_code"], row["office"] + body].append(row)
    for held in offices.values():
        for i, one in enumerate(held):
            for two in held[i + 1 :]:
                if min(one.bounds("end")[0], two.bounds("end")[0]) > two.bounds("start")[1] + 1:
                    yield one, two


def mark(path: Path, rows: list[Row]) -> None:
    """Write which rows REIGN confirms into the table's ``source``."""
    for row in rows:
        if not DIFFERS.search(row["source"]):
            source = MARKS.get(("start" in row.confirmed, "end" in row.confirmed), UNCHECKED)
            row.cells["source"] = source if row["end"] else f"{source}; {OPEN}"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row.cells for row in rows)


def main() -> int:
    parser = argparse.ArgumentParser(description="Check the table of leaders.")
    parser.add_argument("leaders", type=Path)
    parser.add_argument("reign", type=Path)
    parser.add_argument("--codes", type=Path, default=Path(__file__).with_name("reign_codes.csv"))
    parser.add_argument("--unmatched", action="store_true", help="list REIGN's terms that nobody here matches")
    parser.add_argument("--mark", action="store_true", help="write into the table which rows REIGN confirms")
    args = parser.parse_args()
    rows, faults = read_table(args.leaders)
    wrong, agreeing, unmatched = compare(read_reign(args.reign, args.codes), rows)
    if args.mark and not faults:
        mark(args.leaders, rows)
    for row in rows:
        if row["source"].startswith(EDITION) and not row.confirmed:
            faults.append(f"{row.line}: the source names REIGN, which does not confirm it")
    for title, lines in (("faults of form", faults), ("disagreements with REIGN", wrong)):
        print(f"{len(lines)} {title}", *lines, sep="\n  ")
    pairs = [f"{one.line} and {two.line}: {one['country_code']} {one['office']}: {one['person']} until "
             f"{one['end'] or 'open'}, {two['person']} from {two['start']}" for one, two in overlapping(rows)]  # fmt: skip
    print(f"{len(pairs)} overlapping terms of one office (allowed, to look at)", *pairs, sep="\n  ")
    print(f"{len(rows)} rows, {len({r['country_code'] for r in rows})} codes; REIGN's terms: {agreeing} agree, "
          f"{len(wrong)} disagree, {len(unmatched)} unmatched")  # fmt: skip
    if args.unmatched:
        print(*(f"  {'/'.join(term.codes)} {term}" for term in unmatched), sep="\n")
    return 1 if faults or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
