"""Tables: what is wrong is named with file and line; what is edited takes effect."""

from pathlib import Path

import pytest

from claimant import tables
from claimant.tables import TableError, parse_yaml, read_csv, read_yaml


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"a: &x [1, *x]\n", "holds itself"),
        (b"a: &x {b: *x}\n", "holds itself"),
        (b"a: [1\nb: 2\n", "not valid YAML"),
        (b"\xff\xfe\x00", "UTF-8"),
    ],
)
def test_bad_yaml_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(content)
    with pytest.raises(TableError, match=problem) as error:
        parse_yaml(path)
    assert "bad.yaml" in str(error.value)


def test_an_alias_bomb_is_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 9)]
    path = tmp_path / "bomb.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(TableError, match="grows without bound"):
        parse_yaml(path)


def test_csv_problems_name_the_line(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a,b\n1,2\n3\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"t\.csv:3"):
        list(read_csv(path, ("a", "b")))
    with pytest.raises(TableError, match="lacks the column 'c'"):
        list(read_csv(path, ("c",)))


def test_an_edit_takes_effect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_COMPILED", tmp_path / "compiled")
    path = tmp_path / "t.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    assert read_yaml("t", [path]) == [{"a": 1}]
    assert (tmp_path / "compiled/t.json").exists()
    path.write_text("a: 2\n", encoding="utf-8")
    assert read_yaml("t", [path]) == [{"a": 2}]
