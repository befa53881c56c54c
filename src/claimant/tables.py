"""Tables that people read and correct: YAML and CSV, checked when they are loaded.

YAML is slow to parse, so a package's YAML is kept beside it in compiled form
(``_compiled/<name>.json``), stamped with a digest of the sources. A compiled file is used only
when the digest is that of the files as they are now: editing a YAML file takes effect at once.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent
_LONGEST_CELL = 100_000
_COMPILED = PACKAGE / "_compiled"

# The package's own YAML: the name of its compiled form, and which files it is made of.
COMPILED = {
    "codebook": "events/codebook/plover.yaml",
    "lexicon": "events/lexicon/*.yaml",
    "disputes": "disputes/registry/*.yaml",
    "eras": "times/eras.yaml",
    "holidays": "times/holidays.yaml",
    "furniture": "reports/furniture.yaml",
    "lemmas": "language/lemma_exceptions.yaml",
    "words": "*/words.yaml",
    "cues": "sources/cues.yaml",
    "status": "events/status.yaml",
    "positions": "disputes/positions.yaml",
}


def word_list(room: str, name: str) -> frozenset[str]:
    """A list of words from ``<room>/words.yaml``; raises :class:`TableError` if there is none."""
    path, lists = _words()[room]
    words = lists.get(name)
    if not isinstance(words, list):
        raise TableError(path, f"lacks a list of words called {name!r}.")
    if not all(isinstance(w, str) for w in words):
        odd = next(w for w in words if not isinstance(w, str))
        raise TableError(
            path, f"{name}: {odd!r} is no word.", advice='Put yes, no, on and off in quotes: "on".'
        )
    return frozenset(words)


@cache
def _words() -> dict[str, tuple[Path, dict[str, Any]]]:
    return {path.parent.name: (path, content) for path, content in packaged_yaml("words")}


def packaged_yaml(name: str) -> list[tuple[Path, Any]]:
    """The files of one of the package's own tables, sorted by name, with what they hold."""
    paths = sorted(PACKAGE.glob(COMPILED[name]))
    return list(zip(paths, read_yaml(name, paths), strict=True))


class TableError(Exception):
    """A table that cannot be used: which file, where in it, what is wrong, what to do."""

    def __init__(self, path: Path, problem: str, *, line: int | None = None, advice: str = "") -> None:
        self.path, self.line, self.problem = path, line, problem
        place = f"{path}:{line}" if line else str(path)
        super().__init__(f"{place}: {problem}" + (f" {advice}" if advice else ""))


_LARGEST = 500_000


def _check_finite(content: Any) -> None:
    """Refuse what an alias makes endless or huge; raises ``ValueError``."""
    count = 0
    stack = [(content, 0)]
    while stack:
        node, depth = stack.pop()
        count += 1
        if count > _LARGEST or depth > 50:
            raise ValueError("holds itself or grows without bound through its aliases")
        if isinstance(node, dict):
            stack.extend((value, depth + 1) for value in node.values())
        elif isinstance(node, list):
            stack.extend((value, depth + 1) for value in node)


@cache
def _loader() -> Any:
    """A loader that refuses a key that stands twice, of which YAML readers silently keep the last."""
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        def construct_mapping(self, node: Any, deep: bool = False) -> Any:
            seen = set()
            for key in (k for k, _ in node.value if isinstance(k, yaml.ScalarNode)):
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"the key {key.value!r} stands twice", key.start_mark
                    )
                seen.add(key.value)
            return super().construct_mapping(node, deep)

        def construct_object(self, node: Any, deep: bool = False) -> Any:
            try:
                return super().construct_object(node, deep)
            except (ValueError, KeyError) as error:
                # "!!int x", "2014-02-30"
                problem = f"{node.value!r} is no {node.tag.rpartition(':')[2]}"
                raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark) from error

    return Loader


def parse_yaml(path: Path) -> Any:
    """What a YAML file holds, as plain lists, dictionaries, strings, numbers and nulls.

    Raises:
        TableError: if it is not there, not UTF-8, no YAML, endless, or has a key twice.
    """
    import yaml  # only what is not compiled needs it

    try:
        text = path.read_text(encoding="utf-8")
        content = yaml.load(text, Loader=_loader())
        _check_finite(content)
        return content
    except OSError as error:
        raise TableError(path, f"cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise TableError(path, "is not UTF-8.", advice="Save it as UTF-8.") from error
    except yaml.reader.ReaderError as error:
        raise TableError(
            path,
            f"is not valid YAML: {error.reason} (character {error.character!r}).",
            line=text.count("\n", 0, error.position) + 1,
        ) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        if "nesting depth" in problem:
            # what PyYAML says from 6.0.4 on; before, it reads on
            raise TableError(path, "is nested too deeply.", line=mark.line + 1 if mark else None) from error
        raise TableError(
            path, f"is not valid YAML: {problem}.", line=mark.line + 1 if mark else None
        ) from error
    except ValueError as error:
        raise TableError(path, f"{error}.") from error
    except RecursionError as error:
        raise TableError(path, "is nested too deeply.") from error


def read_yaml(name: str, paths: Sequence[Path]) -> list[Any]:
    """What several YAML files hold, in order, from the compiled form if that is up to date.

    Args:
        name: What the compiled form is called.
        paths: The files.
    """
    digest = hashlib.sha256()
    for path in paths:
        try:
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        except OSError as error:
            raise TableError(path, f"cannot be read: {error.strerror}.") from error
    stamp = digest.hexdigest()
    compiled = _COMPILED / f"{name}.json"
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        held = json.loads(compiled.read_bytes())
        if held["digest"] == stamp:
            return list(held["files"])
    files = [parse_yaml(path) for path in paths]
    with contextlib.suppress(OSError, TypeError):
        _write(compiled, json.dumps({"digest": stamp, "files": files}, ensure_ascii=False))
    return files


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all; where the package cannot be written to, do without."""
    path.parent.mkdir(exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)
    os.chmod(temporary, 0o644)
    os.replace(temporary, path)


def read_csv(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with their line numbers.

    Raises:
        TableError: if the file is no table in UTF-8, lacks a column, or a row has too many or too few cells.
    """
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            rows = csv.reader(handle)
            header = next(rows, [])
            missing = [c for c in columns if c not in header]
            if missing:
                raise TableError(
                    path,
                    f"lacks the column {missing[0]!r}.",
                    line=1,
                    advice=f"It needs {', '.join(columns)}.",
                )
            for cells in rows:
                if not cells:
                    continue
                if any(len(cell) > _LONGEST_CELL for cell in cells):
                    # csv's own limit is the process's, and reading reports raises it
                    raise TableError(
                        path,
                        f"is not a valid table: a cell of more than {_LONGEST_CELL:,} characters.",
                        line=rows.line_num,
                    )
                if len(cells) != len(header):
                    raise TableError(path, f"has {len(cells)} cells, not {len(header)}.", line=rows.line_num)
                yield rows.line_num, dict(zip(header, cells, strict=True))
    except OSError as error:
        raise TableError(path, f"cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise TableError(path, "is not UTF-8.", advice="Save it as UTF-8.") from error
    except csv.Error as error:
        raise TableError(path, f"is not a valid table: {error}.", line=rows.line_num) from error


def values(cell: str) -> list[str]:
    """The values of a cell that holds several.

    >>> values("U.S.; USA;;")
    ['U.S.', 'USA']
    """
    return [v.strip() for v in cell.split(";") if v.strip()]
