"""Build hook: compile the package's YAML tables, so that an installed Claimant starts fast."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent.parent


class CompileTables(BuildHookInterface[Any]):
    """Writes ``_compiled/*.json`` next to the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        source = ROOT / "src/claimant/tables.py"
        spec = importlib.util.spec_from_file_location("claimant_tables", source)
        assert spec is not None
        assert spec.loader is not None
        tables = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(tables)
        for name, pattern in tables.COMPILED.items():
            tables.read_yaml(name, sorted((ROOT / "src/claimant").glob(pattern)))
