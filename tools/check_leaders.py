"""Check the table of leaders: its form, and its dates against REIGN's terms of office.

    python tools/check_leaders.py leaders.csv REIGN.csv [--unmatched] [--mark]

REIGN (One Earth Future) lists, month by month, the one person who led each state in effect, from 1945 on.
A REIGN term and a person of the same state and name are compared: of the person's offices, one must start
and one must end within a month of REIGN's dates. A row may say in its ``source`` why it does not:
``differs from REIGN: reason``. REIGN has no foreign ministers and organisations; only their form is checked.

``--unmatched`` lists REIGN's terms since 1945, in the table's states, for which the table has nobody.
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
from itertools import combinations, pairwise
from pathlib import Path

COLUMNS = ("country_code", "person", "surname", "aliases", "office", "office_text", "start", "end", "source")
REQUIRED = tuple(c for c in COLUMNS if c not in ("aliases", "end"))
IN_REIGN = ("head-of-government", "head-of-state", "party-leader")
OFFICES = ("foreign-minister", "head-of-organisation", *IN_REIGN)
OPEN = "in office when written (2025)"
DIFFERS = re.compile(r"differs from REIGN: \S")
EDITION = "REIGN 2021-03"
SINCE, EDITION_MONTH = 1945 * 12 + 1, 2021 * 12 + 3
FOREVER = 10**6
_CONFIRMED = {
    ("end",): f"{EDITION} (end month checked)",
    ("end", "start"): f"{EDITION} (month checked)",
    ("start",): f"{EDITION} (start month checked)",
}
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_LETTERS = str.maketrans("øØłŁđĐıəƏ", "oOlLdDieE")
_PARTICLES = frozenset(("acting", "and", "bin", "del", "den", "der", "dos", "ibn", "the", "van", "von"))


def words(text: str) -> set[str]:
    """The words of a name that tell people apart, without accents and in lower case."""
    plain = unicodedata.normalize("NFKD", text.replace("'", "").replace("æ", "ae").translate(_LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return {w for w in re.findall("[a-z]+", plain) if len(w) > 2 and w not in _PARTICLES}


def alike(ours: set[str], theirs: set[str]) -> int:
    """How many words of two names are the same, or nearly ("Tschisekedi", "Tshisekedi")."""
    return sum(any(SequenceMatcher(None, one, two).ratio() >= 0.8 for two in theirs) for one in ours)


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


def as_date(month: int | None) -> str:
    """A month count as YYYY-MM."""
    return f"{(month - 1) // 12:04}-{(month - 1) % 12 + 1:02}" if month else "open"


@dataclass
class Row:
    """One line of the table, and what REIGN says of it."""

    line: int
    cells: dict[str, str]
    confirmed: set[str] = field(default_factory=set)
    differs: bool = False

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def bounds(self, column: str) -> tuple[int, int]:
        """The months that ``start`` or ``end`` can mean; an empty end is after all else."""
        date = self[column]
        return (months(date), months(date, last=True)) if date else (FOREVER, FOREVER)

    def near(self, column: str, month: int | None) -> bool:
        """Whether a date is within a month of REIGN's; ``None`` is REIGN's "still in office"."""
        low, high = self.bounds(column)
        return high >= EDITION_MONTH - 1 if month is None else low - 1 <= month <= high + 1

    def common(self, start: int, end: int) -> int:
        """How many months lie between the later start and the earlier end; below zero where none does."""
        return min(end, self.bounds("end")[1]) - max(start, self.bounds("start")[0])


@dataclass(frozen=True)
class Term:
    """One line of REIGN."""

    codes: tuple[str, ...]
    leader: str
    start: int
    end: int | None


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
            row = Row(reader.line_num, dict(zip(COLUMNS, cells, strict=False)))
            found = list(form_faults(row)) if len(cells) == len(COLUMNS) else [f"{len(cells)} cells"]
            faults += (f"{row.line}: {fault}" for fault in found)
            if not found:
                rows.append(row)
    key = ("country_code", "office", "start", "person")
    for one, two in pairwise(rows):
        if [one[column] for column in key] >= [two[column] for column in key]:
            faults.append(f"{two.line}: not in the order of {', '.join(key)}, or twice")
    return rows, faults


def form_faults(row: Row) -> Iterator[str]:
    """What is wrong with one row's form."""
    yield from (f"empty {column}" for column in REQUIRED if not row[column])
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
        shared = min(len(row["start"]), len(row["end"]))
        late = row["start"] and row.bounds("start")[0] > row.bounds("end")[1]
        if late or row["start"][:shared] > row["end"][:shared]:
            yield f"starts {row['start']}, after its end {row['end']}"
    except ValueError as error:
        yield str(error)
    if not row["end"] and OPEN not in row["source"]:
        yield f"no end, and the source does not say {OPEN!r}"


def read_reign(path: Path, codes: Path) -> list[Term]:
    """REIGN's terms, with the alpha-3 codes that the table may use for the state."""
    with codes.open(encoding="utf-8", newline="") as file:
        known = {row["stateabb"]: tuple(row["country_codes"].split(";")) for row in csv.DictReader(file)}
    terms: dict[Term, None] = {}
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        for row in csv.DictReader(file):
            if row["stateabb"] in known and row["syear"]:
                start = int(row["syear"]) * 12 + int(row["smonth"])
                end = int(row["eyear"]) * 12 + int(row["emonth"]) if row["eyear"] else None
                terms[Term(known[row["stateabb"]], row["leader"], start, end)] = None
    return list(terms)


def rows_for(term: Term, people: dict[str, list[Row]]) -> list[Row]:
    """The rows of the one person whom a REIGN term means; empty where the table has nobody."""
    best: tuple[tuple[int, ...], list[Row]] = ((), [])
    until = term.end or EDITION_MONTH
    for rows in people.values():
        held = [r for r in rows if r.common(term.start, until) >= -1]
        if not held:
            continue
        surname = alike(words(held[0]["surname"]), words(term.leader)) > 0
        shared = alike(words(f"{held[0]['person']} {held[0]['aliases']}"), words(term.leader))
        agreeing = any(r.near("start", term.start) for r in held) + any(r.near("end", term.end) for r in held)
        together = sum(max(0, r.common(term.start, until)) for r in held)
        rank = (agreeing, surname, shared, together)
        if shared and (agreeing == 2 or (together and (surname or agreeing))) and rank > best[0]:
            best = rank, held
    return best[1]


def compare(terms: Iterable[Term], rows: list[Row]) -> tuple[list[str], list[Term], list[Term], list[Term]]:
    """What disagrees; the terms that agree, that are said to differ, and (since 1945) that nobody matches."""
    people: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row["office"] in IN_REIGN:
            people[row["country_code"]][row["person"]].append(row)
    wrong: list[str] = []
    agreeing, differing, unmatched = [], [], []
    for term in terms:
        here: dict[str, list[Row]] = defaultdict(list)
        for code in term.codes:
            for person, offices in people[code].items():
                here[person] += offices
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
            for row in close:
                if month is not None and len(row[column]) > 4:
                    row.confirmed.add(column)
        for row in held:
            row.differs = row.differs or bool(apart)
        if not apart:
            agreeing.append(term)
        elif any(DIFFERS.search(r["source"]) for r in held):
            differing.append(term)
        else:
            ours = "; ".join(f"{r['office_text']} {r['start']} to {r['end'] or 'open'}" for r in held)
            theirs = f"{term.leader} {as_date(term.start)} to {as_date(term.end)}"
            wrong.append(f"{held[0].line}: {held[0]['person']}: {', '.join(apart)}: {ours}; REIGN {theirs}")
    return wrong, agreeing, differing, unmatched


def overlapping(rows: list[Row]) -> Iterator[str]:
    """Pairs of terms of one office that overlap for certain, by more than a month."""
    offices: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        body = row["office_text"] if row["office"] == "head-of-organisation" else ""
        offices[row["country_code"], row["office"], body].append(row)
    for held in offices.values():
        for one, two in combinations(held, 2):
            if min(one.bounds("end")[0], two.bounds("end")[0]) > two.bounds("start")[1] + 1:
                until = f"{one['person']} until {one['end'] or 'open'}"
                yield f"{two.line}: {two['country_code']}: {two['person']} from {two['start']}, {until}"


def source_faults(rows: Iterable[Row]) -> Iterator[str]:
    """Sources that claim of REIGN what the comparison does not bear out."""
    for row in rows:
        if row["source"].startswith(EDITION) and not row["source"].startswith(marked(row)):
            yield f"{row.line}: the source says {row['source']!r}, REIGN bears out {marked(row)!r}"
        if DIFFERS.search(row["source"]) and not row.differs:
            yield f"{row.line}: the source says that REIGN differs, and it does not"


def marked(row: Row) -> str:
    """What the source of a row may say."""
    return _CONFIRMED.get(tuple(sorted(row.confirmed)), "general knowledge")


def mark(path: Path, rows: list[Row]) -> None:
    """Write which rows REIGN confirms into the table's ``source``."""
    for row in rows:
        if not DIFFERS.search(row["source"]):
            row.cells["source"] = marked(row) if row["end"] else f"{marked(row)}; {OPEN}"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row.cells for row in rows)


def main() -> int:
    parser = argparse.ArgumentParser(description="Check the table of leaders.")
    parser.add_argument("leaders", type=Path)
    parser.add_argument("reign", type=Path)
    parser.add_argument("--codes", type=Path, default=Path(__file__).with_name("reign_codes.csv"))
    parser.add_argument("--unmatched", action="store_true", help="list REIGN's terms for which nobody stands")
    parser.add_argument("--mark", action="store_true", help="write into the table which rows REIGN confirms")
    args = parser.parse_args()
    if missing := [str(path) for path in (args.leaders, args.reign, args.codes) if not path.is_file()]:
        parser.error(f"no such file: {', '.join(missing)}")
    rows, faults = read_table(args.leaders)
    wrong, agreeing, differing, unmatched = compare(read_reign(args.reign, args.codes), rows)
    if args.mark and not faults:
        mark(args.leaders, rows)
    faults += source_faults(rows)
    print(f"{len(faults)} faults", *faults, sep="\n  ")
    print(f"{len(wrong)} disagreements with REIGN", *wrong, sep="\n  ")
    print("overlapping terms of one office (allowed, to look at)", *overlapping(rows), sep="\n  ")
    print(f"{len(rows)} rows, {len({r['country_code'] for r in rows})} codes")
    print(f"REIGN's terms: {len(agreeing)} agree, {len(differing)} differ for a reason given, ", end="")
    print(f"{len(wrong)} disagree, {len(unmatched)} unmatched")
    if args.unmatched:
        print(*(f"  {'/'.join(t.codes)} {t.leader} from {as_date(t.start)}" for t in unmatched), sep="\n")
    return 1 if faults or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
