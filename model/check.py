"""Check the corpus: form, labels, repetition, spread. `python model/check.py`; exit 1 if it falls short."""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict

from corpus import FORMS, MODES, NONE, Row, fault, rows

SENTENCES = 5000
EACH_TYPE = 200
EACH_STATUS = 250
NONE_SHARE = 0.25
ALIKE = 0.5
FILLED = 5


def grams(text: str) -> set[tuple[str, ...]]:
    """The runs of four words in a text, or all its words where there are fewer."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 4]) for i in range(len(words) - 3)} or {tuple(words)}


def alike(corpus: list[Row]) -> list[tuple[str, str]]:
    """Rows that share more than half of their runs of four words."""
    held: dict[tuple[str, ...], list[int]] = defaultdict(list)
    found, sizes = [], []
    for i, row in enumerate(corpus):
        own = grams(row["text"])
        sizes.append(len(own))
        shared = Counter(j for gram in own for j in held[gram])
        found += [
            (corpus[j]["id"], row["id"]) for j, n in shared.items() if n > ALIKE * min(sizes[j], len(own))
        ]
        for gram in own:
            held[gram].append(i)
    return found


def template(row: Row) -> str:
    """A sentence with its marked parties, numbers and names blanked: what filling a template leaves alike."""
    text = row["text"]
    spans = sorted({tuple(s) for p in row["pairs"] for s in (*p["actor"], *p["recipient"])}, reverse=True)
    for start, end in spans:
        text = text[:start] + "_" + text[end:]
    return re.sub(r"(?<!^)\b[A-Z]\w+|\d+", "_", text).lower()


def problems(corpus: list[Row]) -> list[str]:
    """What is wrong with the rows, or lacking in the whole."""
    found = []
    ids = Counter(row["id"] for row in corpus)
    found += [f"{i}: stands {n} times" for i, n in ids.items() if n > 1]
    for row in corpus:
        if row["form"] not in FORMS:
            found.append(f"{row['id']}: {row['form']!r} is no form")
        if not row["pairs"]:
            found.append(f"{row['id']}: no pair")
        for pair in row["pairs"]:
            said = fault(pair)
            spans = (*pair["actor"], *pair["recipient"])
            if not all(0 <= start < end <= len(row["text"]) for start, end in spans):
                said = said or "a side lies outside the text"
            if said:
                found.append(f"{row['id']}: {said}")
    found += [f"{two}: more than half of it stands in {one}" for one, two in alike(corpus)]
    found += [
        f"{n} times the same template: {t}" for t, n in Counter(map(template, corpus)).items() if n > FILLED
    ]
    if len(corpus) < SENTENCES:
        found.append(f"{len(corpus)} sentences; at least {SENTENCES}")
    types, statuses, pairs = spread(corpus)
    found += [
        f"{t} stands in {types[t]} sentences; at least {EACH_TYPE}" for t in MODES if types[t] < EACH_TYPE
    ]
    for status in ("historical", "future", "hypothetical", "conditional", "negated"):
        if statuses[status] < EACH_STATUS:
            found.append(f"{status} stands in {statuses[status]} sentences; at least {EACH_STATUS}")
    nothing = sum(p["type"] == NONE for r in corpus for p in r["pairs"]) / max(1, pairs)
    if nothing < NONE_SHARE:
        found.append(f"{nothing:.0%} of the pairs are {NONE}; at least {NONE_SHARE:.0%}")
    return found


def spread(corpus: list[Row]) -> tuple[Counter[str], Counter[str], int]:
    """In how many sentences each type and status stands, and how many pairs there are."""
    types: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    for row in corpus:
        types.update({p["type"] for p in row["pairs"]})
        statuses.update({s for p in row["pairs"] for s in p["status"]})
    return types, statuses, sum(len(row["pairs"]) for row in corpus)


def main() -> int:
    """Print what is wrong and how the corpus is spread."""
    corpus = list(rows())
    found = problems(corpus)
    print("\n".join(found))
    types, statuses, pairs = spread(corpus)
    print(f"{len(corpus)} sentences, {pairs} pairs, {len(found)} problems")
    for name, counts in (("type", types), ("status", statuses), ("form", Counter(r["form"] for r in corpus))):
        print(f"sentences by {name}:", ", ".join(f"{k} {n}" for k, n in counts.most_common()))
    lengths = sorted(len(row["text"].split()) for row in corpus)
    if lengths:
        print("words:", ", ".join(f"{share:.0%} at most {lengths[int(share * (len(lengths) - 1))]}"
                                  for share in (0.1, 0.5, 0.9, 1.0)))  # fmt: skip
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
