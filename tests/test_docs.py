"""The documentation says what is true."""

import doctest
import importlib.util
import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer
from command import run

from claimant.cli import app
from claimant.disputes.dispute import Dispute
from claimant.reader import Reader
from claimant.record import Record

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("benchmarks/*.md")])


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """All commands, the groups before what they hold, with the words that call them."""
    yield name, command
    for word, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, f"{name} {word}")


COMMANDS = dict(commands(typer.main.get_command(app), "claimant"))
LEAVES = {name: command for name, command in COMMANDS.items() if not hasattr(command, "commands")}


def options(command: Any) -> set[str]:
    flags = {flag for p in command.params for flag in (*p.opts, *p.secondary_opts)}
    return {flag for flag in flags if flag.startswith("-") and flag != "--help"}


def named(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text)) - {"--help"}


def sections() -> dict[str, str]:
    """The sections of docs/cli.md by the command that their heading names."""
    parts = re.split(r"^## `(claimant(?: [a-z]+)+)[^`]*`$", page("docs/cli.md"), flags=re.M)
    return {"claimant": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


def script(name: str) -> ModuleType:
    """A script of the project as a module."""
    spec = importlib.util.spec_from_file_location(Path(name).stem, ROOT / name)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_the_command_line_is_fresh() -> None:
    assert page("docs/cli.md") == script("tools/write_cli_docs.py").page(), (
        "run: python tools/write_cli_docs.py"
    )


def test_every_option_and_argument_has_its_help() -> None:
    for name, command in LEAVES.items():
        assert command.help, name
        assert all(p.help for p in command.params if p.name != "help"), name


def test_commands_have_their_sections() -> None:
    assert sections().keys() == LEAVES.keys() | {"claimant"}
    assert len(LEAVES) > 5


@pytest.mark.parametrize("name", ["claimant", *LEAVES])
def test_options_are_named_in_the_section_of_their_command(name: str) -> None:
    section = sections()[name]
    assert options(COMMANDS[name]) <= named(section)
    assert set(re.findall(r"^\| `(--[a-z-]+)", section, re.M)) <= options(COMMANDS[name])


def test_arguments_that_the_page_gives_are_arguments() -> None:
    headings = dict(re.findall(r"^## `(claimant(?: [a-z]+)+) ?([^`]*)`$", page("docs/cli.md"), re.M))
    for name, command in LEAVES.items():
        takes = any(p.param_type_name == "argument" for p in command.params)
        assert takes == bool(headings[name]), name


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/quality.md", "benchmarks/README.md"])
def test_make_targets_and_scripts_exist(name: str) -> None:
    text = page(name)
    targets = set(re.findall(r"^([a-z]+):", page("Makefile"), re.M))
    wanted = {
        t for line in re.findall(r"\bmake ((?:[a-z]+ ?)+)(?=`|\s{2,}#|$)", text, re.M) for t in line.split()
    }
    assert wanted <= targets
    if name == "README.md":
        assert {"demo", "test"} <= wanted
    for script in re.findall(r"\bpython ([\w/]+\.py)", text):
        assert (ROOT / script).is_file(), script


def test_the_page_in_the_readme_is_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    [shown] = re.findall(r"^```\n\$ claimant (read \S+)\n(.*?)^```$", page("README.md"), re.M | re.S)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(ROOT)
    status, printed, _ = run(*shown[0].split())
    assert status == 0
    lines = iter(line.rstrip() for line in printed.splitlines())
    for line in shown[1].splitlines():
        assert line == " …" or line in lines, f"not printed, or not in this order: {line}"


def test_python_in_the_readme_runs() -> None:
    fenced = re.findall(r"^```python\n(.*?)^```$", page("README.md"), re.M | re.S)
    assert fenced
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner()
    for number, block in enumerate(fenced):
        test = parser.get_doctest(block, {}, f"README.md block {number}", "README.md", 0)
        assert test.examples, block
        assert runner.run(test).failed == 0


def test_the_example_record_is_what_is_read(reader: Reader) -> None:
    [block] = re.findall(r"^```json\n(.*?)^```$", page("docs/record.md"), re.M | re.S)
    shown = json.loads(block)
    report = Record.model_validate(shown).report
    read = reader.read(report)
    assert json.loads(read.to_json()) == shown


@pytest.mark.parametrize(
    ("name", "model", "kinds"), [("docs/record.md", Record, 9), ("docs/disputes.md", Dispute, 7)]
)
def test_fields_are_described(name: str, model: Any, kinds: int) -> None:
    text = re.sub(r"^```.*?^```$", "", page(name), flags=re.M | re.S)
    words = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", text))))
    parts = [model]
    for part in parts:
        for field, info in part.model_fields.items():
            assert field in words, f"{part.__name__}.{field}"
            for kind in (info.annotation, *getattr(info.annotation, "__args__", ())):
                if hasattr(kind, "model_fields") and kind not in parts:
                    parts.append(kind)
    assert len(parts) >= kinds


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(path: Path) -> None:
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        assert (path.parent / link).exists(), link
