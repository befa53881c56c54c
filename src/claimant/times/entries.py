"""The room's tables: YAML lists whose entries are checked, and told by line where they are wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from claimant.tables import PACKAGE, TableError, parse_yaml, read_yaml

Entry = TypeVar("Entry", bound=BaseModel)


def table_path(name: str) -> Path:
    """Where one of the room's own tables lies."""
    return PACKAGE / "times" / f"{name}.yaml"


def load_entries(name: str, model: type[Entry], path: Path | None = None) -> list[Entry]:
    """The entries of a table: of the room's own of that name, or of the file at ``path``.

    Raises :class:`claimant.tables.TableError`, naming file and line, for what is no such entry.
    """
    if path is None:
        path = table_path(name)
        (content,) = read_yaml(name, [path])
    else:
        content = parse_yaml(path)
    if not isinstance(content, list):
        raise TableError(path, f"must be a list of {name}.")
    loaded = []
    for place, entry in enumerate(content):
        try:
            loaded.append(model.model_validate(entry))
        except ValidationError as error:
            found = error.errors()[0]
            raise wrong_entry(path, place, f"{'.'.join(map(str, found['loc']))}: {found['msg']}.") from error
    return loaded


def wrong_entry(path: Path, place: int, problem: str) -> TableError:
    """The error for the entry at a place of a table, with the line that it begins on."""
    import yaml  # only a broken table needs it

    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    line = node.value[place].start_mark.line + 1 if isinstance(node, yaml.SequenceNode) else None
    return TableError(path, problem, line=line)
