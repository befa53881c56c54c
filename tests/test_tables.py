"""Tables: what is wrong is named with file and line; what is edited takes effect."""

import csv
import json
from pathlib import Path

import pytest

from claimant import tables
from claimant.tables import TableError, parse_yaml, read_csv, read_yaml


def refusal(path: Path) -> TableError:
    with pytest.raises(TableError) as caught:
        parse_yaml(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert len(message.splitlines()) == 1, "a message is one line"
    return caught.value


@pytest.mark.parametrize(
    "content",
    [
        "a: &x [1, *x]\n",
        "a: &x {b: *x}\n",
        "&x\n- b: {c: [*x]}\n",
        "a: &x [&y [*x, *y]]\n",
        "[" * 60 + "]" * 60,
    ],
)
def test_what_has_no_end_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "endless.yaml"
    path.write_text(content, encoding="utf-8")
    assert "holds itself or grows without bound" in refusal(path).problem


def test_what_is_nested_without_measure_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "deep.yaml"
    path.write_text("[" * 5_000 + "]" * 5_000, encoding="utf-8")
    # by PyYAML itself from 6.0.4 on, by us before
    problem = refusal(path).problem
    assert problem in ("is nested too deeply.", "holds itself or grows without bound through its aliases.")


@pytest.mark.parametrize("row", ["[{}]", "{{{}}}"], ids=["lists", "mappings"])
def test_an_alias_bomb_is_refused(tmp_path: Path, row: str) -> None:
    def cells(i: int) -> str:
        return ", ".join(f"{f'k{j}: ' if row.startswith('{') else ''}*a{i - 1}" for j in range(10))

    lines = ["a0: &a0 x", *(f"a{i}: &a{i} {row.format(cells(i))}" for i in range(1, 10))]
    path = tmp_path / "bomb.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert path.stat().st_size < 1_000
    assert "grows without bound" in refusal(path).problem


def test_aliases_as_such_are_welcome(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("a: &x [1, 2]\nb: *x\nc: [*x, *x]\n", encoding="utf-8")
    assert parse_yaml(path) == {"a": [1, 2], "b": [1, 2], "c": [[1, 2], [1, 2]]}


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"a: [1\nb: 2\n", 2),
        (b"a: 1\nb:\n\t- c\n", 3),
        (b"a: 1\nb: *nowhere\n", 2),
        (b"? [1, 2]\n: 3\n", 1),
        (b"a: 1\nb: !!python/object/apply:os.system [id]\n", 2),
        (b"a: 1\nb: 'never closed\n", 3),
        (b"a: 1\nb: \0\n", 2),
        (b"a: 1\nb: \x1b[2J\n", 2),
    ],
)
def test_broken_yaml_is_refused_with_its_line(tmp_path: Path, content: bytes, line: int) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(content)
    error = refusal(path)
    assert "not valid YAML" in error.problem
    assert error.line == line
    assert str(error).startswith(f"{path}:{line}: ")


@pytest.mark.parametrize("content", [b"a: C\xf4te d'Ivoire\n", b"\xff\xfea\0:\0", b"a: \xed\xa0\x80\n"])
def test_yaml_that_is_not_utf8_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes(content)
    assert "is not UTF-8. Save it as UTF-8." in str(refusal(path))


@pytest.mark.parametrize("content", ["a: !!int x\n", "a: 2014-02-30\n", "a: !!float x\n"])
def test_a_value_that_is_none_of_its_kind_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "value.yaml"
    path.write_text(content, encoding="utf-8")
    refusal(path)


def test_yaml_that_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "No such file" in refusal(tmp_path / "missing.yaml").problem
    assert "directory" in refusal(tmp_path).problem


def test_csv_rows_carry_their_line(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('a,b,c\n1,2,3\n\n"4\n4","5,5",\n', encoding="utf-8")
    assert list(read_csv(path, ("c", "a"))) == [
        (2, {"a": "1", "b": "2", "c": "3"}),
        (5, {"a": "4\n4", "b": "5,5", "c": ""}),
    ]


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        ("a,x\n1,2\n", 1, "lacks the column 'b'. It needs a, b."),
        ("", 1, "lacks the column 'a'. It needs a, b."),
        ("a,b\n1,2\n3\n", 3, "has 1 cells, not 2."),
        ("a,b\n1,2\n\n3,4,5\n", 4, "has 3 cells, not 2."),
        ('a,b\n"1\n\n",2\n3,4,\n', 5, "has 3 cells, not 2."),
    ],
)
def test_csv_problems_name_file_and_line(tmp_path: Path, content: str, line: int, problem: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TableError) as caught:
        list(read_csv(path, ("a", "b")))
    assert str(caught.value) == f"{path}:{line}: {problem}"


def test_csv_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"missing\.csv: cannot be read: No such file"):
        list(read_csv(tmp_path / "missing.csv", ("a",)))


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the compiled form of a table called ``t`` is kept."""
    monkeypatch.setattr(tables, "_COMPILED", tmp_path / "compiled")
    return tmp_path / "compiled" / "t.json"


def test_an_edit_takes_effect(tmp_path: Path, compiled: Path) -> None:
    one, two = tmp_path / "1.yaml", tmp_path / "2.yaml"
    one.write_text("a: 1\n", encoding="utf-8")
    two.write_text("- é\n", encoding="utf-8")
    assert read_yaml("t", [one, two]) == [{"a": 1}, ["é"]]
    first = compiled.read_bytes()
    one.write_text("a: 2\n", encoding="utf-8")
    assert read_yaml("t", [one, two]) == [{"a": 2}, ["é"]]
    assert json.loads(compiled.read_bytes())["files"] == [{"a": 2}, ["é"]]
    assert compiled.read_bytes() != first
    assert read_yaml("t", [two, one]) == [["é"], {"a": 2}]
    assert read_yaml("t", [two]) == [["é"]]


def test_the_compiled_form_is_used_while_up_to_date(
    tmp_path: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    read_yaml("t", [path])
    monkeypatch.setattr(tables, "parse_yaml", lambda _: pytest.fail("parsed again"))
    assert read_yaml("t", [path]) == [{"a": 1}]


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"digest": 1}', '{"files": []}'])
def test_a_spoilt_compiled_form_is_made_anew(tmp_path: Path, compiled: Path, content: str) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    compiled.parent.mkdir()
    compiled.write_text(content, encoding="utf-8")
    assert read_yaml("t", [path]) == [{"a": 1}]
    assert json.loads(compiled.read_bytes())["files"] == [{"a": 1}]


def test_a_broken_edit_is_refused_though_there_is_a_compiled_form(tmp_path: Path, compiled: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    read_yaml("t", [path])
    path.write_text("a: [1\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"t\.yaml:2: is not valid YAML"):
        read_yaml("t", [path])
    path.unlink()
    with pytest.raises(TableError, match=r"t\.yaml: cannot be read"):
        read_yaml("t", [path])


def test_where_nothing_can_be_written_tables_are_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(tables, "_COMPILED", tmp_path / "file" / "compiled")
    path = tmp_path / "t.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    assert read_yaml("t", [path]) == [{"a": 1}]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("a: 1\na: 2\n", "the key 'a' stands twice"),
        ("x:\n  a: {b: 1, b: 2}\n", "the key 'b' stands twice"),
        ("a: 1\nb: !!int x\n", "'x' is no int"),
        ("a: 1\nb: 2014-02-30\n", "'2014-02-30' is no timestamp"),
    ],
)
def test_yaml_that_would_be_misread_is_refused_with_its_line(
    tmp_path: Path, content: str, problem: str
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(content, encoding="utf-8")
    error = refusal(path)
    assert error.line == 2
    assert problem in error.problem


def test_a_key_in_two_mappings_is_no_key_twice(tmp_path: Path) -> None:
    path = tmp_path / "good.yaml"
    path.write_text("x: {a: 1}\ny: {a: 1}\nz: &m {a: 2}\nw: {<<: *m, a: 3}\n", encoding="utf-8")
    assert parse_yaml(path)["w"] == {"a": 3}


@pytest.mark.parametrize(
    ("content", "problem", "line"),
    [(b"a,b\n\xff,2\n", "is not UTF-8.", None), (b"a,b\n1," + b"x" * 200_000 + b"\n", "is not a valid", 2)],
)
def test_tables_that_cannot_be_read_are_refused(
    tmp_path: Path, content: bytes, problem: str, line: int | None
) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    # as it is once a table of reports has been read
    before = csv.field_size_limit(10**7)
    try:
        with pytest.raises(TableError) as caught:
            list(read_csv(path, ["a"]))
    finally:
        csv.field_size_limit(before)
    assert problem in caught.value.problem
    assert caught.value.line == line
