"""Files, folders, standard input: what is read, and what is said of what cannot be."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimant.errors import InputError
from claimant.record import Report
from claimant.reports import decoding
from claimant.reports.inputs import reports

TEXT = "Norland rejected the offer on Monday, officials said."
ROW = json.dumps({"text": TEXT})


def read(
    *inputs: str | Path, published: str | None = None, stdin: bytes = b""
) -> tuple[list[Report], list[InputError]]:
    problems: list[InputError] = []
    found = list(reports(inputs, published=published, on_problem=problems.append, stdin=io.BytesIO(stdin)))
    return found, problems


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


# name, content, texts read, what is said of it: (line, fatal, words)
Case = tuple[str, str | bytes, list[str], list[tuple[int | None, bool, str]]]
ANSI = "Norland a rejeté l'offre.".encode("cp1252")
BOTH = [TEXT, TEXT + " Again."]

CASES: dict[str, Case] = {
    "text": ("a.txt", TEXT, [TEXT], []),
    "no suffix": ("a", TEXT, [TEXT], []),
    "any suffix": ("a.2014", TEXT, [TEXT], []),
    "markdown": ("a.md", f"# Offer rejected\n\n{TEXT}", [TEXT], []),
    "UTF-8 with a mark": ("a.txt", "\ufeff" + TEXT, [TEXT], []),
    "UTF-16 with a mark": ("a.txt", TEXT.encode("utf-16"), [TEXT], []),
    "UTF-16 without one": ("a.txt", TEXT.encode("utf-16-le"), [TEXT], []),
    "empty": ("a.txt", "", [], [(None, True, "nothing in it")]),
    "blank": ("a.txt", " \n\n\t\r\n", [], [(None, True, "nothing in it")]),
    "nothing but furniture": ("a.txt", "ADVERTISEMENT\n\nRead more:", [], [(None, True, "no text left")]),
    "Latin-1": ("a.txt", ANSI, ["Norland a rejeté l'offre."], [(None, False, "read as Windows-1252")]),
    "one broken character in UTF-8": (
        "a.txt",
        "“Non,” a dit la ministre, “jamais”.".encode() + b" \xff",
        ["“Non,” a dit la ministre, “jamais”. \ufffd"],
        [(None, False, "not UTF-8")],
    ),
    "a NUL": ("a.txt", TEXT[:5] + "\0" + TEXT[5:], [TEXT], [(None, False, "left out: 1")]),
    "binary": ("a.txt", bytes(range(256)) * 20, [], [(None, True, "not text")]),
    "a picture": ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), [], [(None, True, "not text")]),
    "a PDF": ("a.pdf", b"%PDF-1.4\n" + TEXT.encode(), [], [(None, True, "not text")]),
    "gzip": ("a.txt.gz", b"\x1f\x8b\x08" + bytes(50), [], [(None, True, "not text")]),
    "another alphabet's encoding": (
        "a.txt",
        "Совет отверг предложение в понедельник.".encode("koi8-r"),
        [],
        [(None, True, "not text")],
    ),
    "5 MB": (
        "a.txt",
        (TEXT + "\n\n") * 100_000,
        [],
        [(None, True, "longer than a report (more than 1,000,000")],
    ),
    "20 MB": (
        "a.txt",
        (TEXT + "\n\n") * 380_000,
        [],
        [(None, True, "longer than a report (more than 1,000,000")],
    ),
    "JSONL": ("a.jsonl", f'{ROW}\n\n{ROW[:-2]} Again."}}\n', BOTH, []),
    "JSONL with carriage returns": ("a.jsonl", f'{ROW}\r\n{ROW[:-2]} Again."}}\r\n', BOTH, []),
    "JSONL by its content": ("a.data", ROW, [TEXT], []),
    "JSONL in UTF-16": ("a.jsonl", f'{ROW}\n{ROW[:-2]} Again."}}'.encode("utf-16"), BOTH, []),
    "JSONL in Latin-1": (
        "a.jsonl",
        b'{"text": "rejet\xe9"}\n{"text": "accept\xe9"}',
        ["rejeté", "accepté"],
        [(1, False, "not UTF-8")],
    ),
    "empty JSONL": ("a.jsonl", "\n\n", [], [(None, True, "nothing in it")]),
    "broken line": (
        "a.jsonl",
        f'{ROW}\n{{"text": "cut of\n{ROW[:-2]} Again."}}',
        BOTH,
        [(2, True, "not JSON")],
    ),
    "no object": (
        "a.jsonl",
        f"7\n{ROW}\n[1]",
        [TEXT],
        [(1, True, "not a JSON object"), (3, True, "not a JSON object")],
    ),
    "no text": (
        "a.jsonl",
        f'{{"title": "x"}}\n{{"text": "  "}}\n{ROW}',
        [TEXT],
        [(1, True, "no text"), (2, True, "no text")],
    ),
    "text is a number": ("a.jsonl", f'{{"text": 7}}\n{ROW}', [TEXT], [(1, True, "no string")]),
    "no date": (
        "a.jsonl",
        f'{{"text": "{TEXT}", "published": "soon"}}',
        [TEXT],
        [(1, False, "`published` is not a date: 'soon'")],
    ),
    "title is a list": (
        "a.jsonl",
        f'{{"text": "{TEXT}", "title": ["a"]}}',
        [TEXT],
        [(1, False, "`title` is no string")],
    ),
    "nested JSON": ("a.jsonl", "[" * 200_000 + f"\n{ROW}", [TEXT], [(1, True, "nested too deeply")]),
    "a huge number": ("a.jsonl", f'{{"id": {"9" * 5000}}}\n{ROW}', [TEXT], [(1, True, "not JSON")]),
    "10 MB line": (
        "a.jsonl",
        '{"text": "' + "a" * 10_000_000 + f'"}}\n{ROW}',
        [TEXT],
        [(1, True, "a line of more than 8,000,000 bytes")],
    ),
    "long text in a row": (
        "a.jsonl",
        '{"text": "' + "a " * 600_000 + f'"}}\n{ROW}',
        [TEXT],
        [(1, True, "longer than a report")],
    ),
    "lone surrogate": (
        "a.jsonl",
        '{"text": "half \\ud83d, whole \\ud83d\\ude00"}',
        ["half \ufffd, whole 😀"],
        [(1, False, "lone surrogate")],
    ),
    "NUL in a row": ("a.jsonl", '{"text": "a\\u0000b"}', ["a\0b"], [(1, False, "control character")]),
    "same id twice": (
        "a.jsonl",
        f'{{"id": 7, "text": "{TEXT}"}}\n{{"id": "7", "text": "{TEXT} Again."}}',
        BOTH,
        [(2, False, "another report has the id '7'")],
    ),
    "a JSON list": ("a.json", f"[{ROW}]", [], [(1, True, "JSON in one piece")]),
    "JSON over several lines": (
        "a.json",
        json.dumps({"text": TEXT}, indent=1),
        [],
        [(1, True, "JSON in one piece")],
    ),
    "CSV": ("a.csv", f'id,text\n1,"{TEXT}"\n2,"{TEXT} Again."\n', BOTH, []),
    "CSV with semicolons and capitals": ("a.csv", f"\ufeffID;Text\r\n1;{TEXT}\r\n", [TEXT], []),
    "CSV by its content": ("a.data", f'id,text\n1,"{TEXT}"\n', [TEXT], []),
    "TSV": ("a.tsv", f"text\tid\n{TEXT}\t1\n", [TEXT], []),
    "CSV text over several lines": ("a.csv", 'text\n"One ""and""\n\ntwo."\n', ['One "and"\n\ntwo.'], []),
    "CSV without text column": (
        "a.csv",
        f"id,body\n1,{TEXT}",
        [],
        [(1, True, "no column `text` (there are: id, body)")],
    ),
    "CSV with text twice": ("a.csv", "text,text\na,b", [], [(1, True, "stands twice")]),
    "CSV with nothing but a header": ("a.csv", "id,text\n", [], [(None, True, "nothing in it")]),
    "CSV row without text": ("a.csv", f'id,text\n1\n2,"{TEXT}"', [TEXT], [(2, True, "no text")]),
    "CSV unquoted comma": (
        "a.csv",
        f'id,text\n1,a,b\n2,"{TEXT}"',
        [TEXT],
        [(2, True, "3 fields where the header has 2")],
    ),
    "CSV quote left open": ("a.csv", f'id,text\n1,"{TEXT}"\n2,"open', [TEXT], [(3, True, "broken row")]),
    "CSV sloppy quotes": ("a.csv", f'id,text\n1,"a "b" c"\n2,"{TEXT}"', [TEXT], [(2, True, "broken row")]),
    "CSV large field": ("a.csv", f'text\n"{"a " * 300_000}"\n', ["a " * 300_000], []),
    "CSV too large a field": (
        "a.csv",
        f'text\n"{"a " * 5_000_000}"\n"{TEXT}"\n',
        [TEXT],
        [(2, True, "a line of more")],
    ),
    "HTML": ("a.html", f"<title>x</title><p>{TEXT}</p>", [TEXT], []),
    "HTML by its content": ("a", f"<!DOCTYPE html><p>{TEXT}</p>", [TEXT], []),
    "HTML without text": (
        "a.html",
        "<html><script>var a = 1;</script></html>",
        [],
        [(None, True, "no paragraphs")],
    ),
    "HTML that declares its encoding": (
        "a.html",
        b'<meta charset="koi8-r"><p>' + "Совет отверг предложение.".encode("koi8-r"),
        ["Совет отверг предложение."],
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_file(tmp_path: Path, name: str) -> None:
    file, content, texts, said = CASES[name]
    path = written(tmp_path, file, content)
    other = written(tmp_path, "other.txt", "Another report was read.")
    found, problems = read(path, other)
    assert [r.text for r in found] == [*texts, "Another report was read."]
    assert [(p.line, p.fatal) for p in problems] == [(line, fatal) for line, fatal, _ in said]
    for problem, (line, _, words) in zip(problems, said, strict=True):
        place = f"{path}:{line}: " if line else f"{path}: "
        assert str(problem).startswith(place)
        assert words in problem.problem
        assert problem.advice.endswith((".", "}", name, "json"))
        assert "\n" not in str(problem)
    for report in found:
        assert Report.model_validate_json(report.model_dump_json()) == report


@pytest.mark.parametrize(("given", "words"), [
    ("nowhere.txt", "no such file or folder"),
    ("a\0b", "no such file or folder"),
    ("https://example.org/news", "web addresses are not read yet"),
])  # fmt: skip
def test_what_is_no_file(tmp_path: Path, given: str, words: str) -> None:
    found, (problem,) = read(given, written(tmp_path, "a.txt", TEXT))
    assert [r.text for r in found] == [TEXT]
    assert problem.fatal
    assert words in str(problem)
    assert str(problem).isprintable()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", TEXT)
    path.chmod(0)
    assert "Permission denied" in str(read(path)[1][0])


def test_folder(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/z.text",
        "a/b/c.TXT",
        ".hidden/d.txt",
        ".e.txt",
        "f.png",
        "g.gold.json",
        "README.md",
    ):
        written(tmp_path, name, f"Report {name} was read.")
    written(tmp_path, "c.jsonl", ROW)
    written(tmp_path, "d.csv", f'text\n"{TEXT} Again."')
    written(tmp_path, "e.htm", "<p>A page was read.</p>")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "a" / "b" / "self").symlink_to("self")
    found, problems = read(tmp_path)
    assert [r.text for r in found] == [
        "Report a/b/c.TXT was read.",
        "Report a/z.text was read.",
        "Report b.txt was read.",
        TEXT,
        f"{TEXT} Again.",
        "A page was read.",
    ]
    assert problems == []


def test_dangling_link_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("gone.txt")
    found, (problem,) = read(tmp_path)
    assert not found
    assert str(problem).startswith(f"{tmp_path / 'a.txt'}: no such file")


def test_folder_without_reports(tmp_path: Path) -> None:
    written(tmp_path, "notes.doc", "x")
    _, (problem,) = read(tmp_path)
    assert (problem.fatal, problem.problem) == (True, "no reports in this folder")


@pytest.mark.parametrize(("stdin", "texts"), [
    (TEXT.encode(), [TEXT]),
    (f"{ROW}\n{ROW[:-2]} Again.\"}}\n".encode(), BOTH),
    (f'id,text\n1,"{TEXT}"\n'.encode(), [TEXT]),
    (f"<html><p>{TEXT}</p></html>".encode(), [TEXT]),
])  # fmt: skip
def test_standard_input(stdin: bytes, texts: list[str]) -> None:
    found, problems = read("-", stdin=stdin)
    assert [r.text for r in found] == texts
    assert problems == []


def test_empty_standard_input_is_named() -> None:
    assert str(read("-")[1][0]).startswith("standard input: nothing in it")


def test_what_rows_say_of_their_reports(tmp_path: Path) -> None:
    row = {
        "id": "n-1", "title": "Offer\nrejected", "published": "2014-02-07T03:41", "updated": 20140208,
        "publisher": "Herald", "url": "https://example.org/1", "text": "  A (AP)\n", "unknown": {"a": 1},
    }  # fmt: skip
    (report,), problems = read(written(tmp_path, "a.jsonl", json.dumps(row)))
    assert (report.id, report.title, report.text) == ("n-1", "Offer rejected", "  A (AP)\n")
    assert (report.published, report.updated) == ("2014-02-07T03:41:00", "2014-02-08")
    assert (report.publisher, report.url) == ("Herald", "https://example.org/1")
    assert problems == []


def test_the_callers_date_is_for_rows_without_one(tmp_path: Path) -> None:
    rows = f'{ROW}\n{{"text": "x", "published": "2013-01-01"}}\n{{"text": "y", "published": "soon"}}'
    found, _ = read(written(tmp_path, "a.jsonl", rows), published="2014-02-07")
    assert [r.published for r in found] == ["2014-02-07", "2013-01-01", "2014-02-07"]


def test_a_wrong_date_of_the_caller_is_named_once(tmp_path: Path) -> None:
    found, (problem,) = read(written(tmp_path, "a.jsonl", f"{ROW}\n{ROW}"[: len(ROW)]), published="soon")
    assert found[0].published is None
    assert str(problem).startswith("--published: ")


def test_the_same_file_anywhere_gives_the_same_ids(tmp_path: Path) -> None:
    one, other = written(tmp_path, "one/a.txt", TEXT), written(tmp_path, "two/b.txt", TEXT)
    assert read(one)[0] == read(other)[0]


class Dripping(io.RawIOBase):
    """A stream without an end that counts what is taken from it."""

    def __init__(self) -> None:
        self.taken = 0

    def read(self, size: int = -1, /) -> bytes:
        self.taken += 1
        return f"{ROW}\n".encode()


def test_rows_stream() -> None:
    source = Dripping()
    stream: Iterator[Report] = reports(["-"], on_problem=lambda _: None, stdin=source)
    assert [next(stream).text for _ in range(3)] == [TEXT] * 3
    assert source.taken <= 5


def test_no_end_of_line_does_not_fill_memory() -> None:
    class Endless:
        def read(self, size: int = -1, /) -> bytes:
            self.left -= 1
            return b"a" * 1_000_000 if self.left >= 0 else b""

        left = 200

    said: list[object] = []
    lines = decoding.lines_of(decoding.Source(Endless()), lambda *args, **_: said.append(args))
    assert [len(line) for _, line in lines] == [1]
    assert len(said) == 1


def test_messages_do_not_steer_the_terminal(tmp_path: Path) -> None:
    path = written(tmp_path, "a\x1b[31m\nb.txt", "")
    assert str(read(path)[1][0]).isprintable()
