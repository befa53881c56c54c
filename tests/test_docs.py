"""The documentation says what is true."""

import doctest
import re
from pathlib import Path

import typer
from click import Group

from claimant.cli import app

ROOT = Path(__file__).parents[1]


def test_every_command_and_option_is_documented() -> None:
    text = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    command = typer.main.get_command(app)
    groups = [("claimant", command)]
    for name, group in groups:
        for sub, inner in getattr(group, "commands", {}).items():
            if isinstance(inner, Group) or hasattr(inner, "commands"):
                groups.append((f"{name} {sub}", inner))
                continue
            assert f"{name} {sub}" in text
            for option in inner.params:
                for flag in option.opts:
                    if flag.startswith("--") and flag != "--help":
                        assert flag in text, f"{name} {sub} {flag}"


def test_the_two_commands_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("demo", "test"):
        assert re.search(rf"^{target}:", makefile, re.M)
        assert f"make {target}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_python_in_the_readme_runs() -> None:
    failures, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert tried
    assert not failures


def test_links_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md"):
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (ROOT / link).exists(), f"{page.name}: {link}"
