"""The codebook's form: examples, near misses, and the crosswalk to CAMEO."""

from pathlib import Path

import pytest
import yaml

from claimant.events import load_codebook
from claimant.tables import TableError

PACKAGED = Path(load_codebook.__code__.co_filename).parent / "codebook" / "plover.yaml"
TYPES = load_codebook().types


@pytest.mark.parametrize("kind", TYPES, ids=lambda k: k.code)
def test_every_type_is_told_in_full(kind) -> None:  # type: ignore[no-untyped-def]
    assert len(kind.examples) >= 3
    assert len(kind.near_misses) >= 2
    assert all(miss.code != kind.code for miss in kind.near_misses)
    assert kind.rules
    assert kind.definition


def test_the_roots_of_cameo_stand_once_each() -> None:
    roots = [root for kind in TYPES for root in kind.cameo]
    assert sorted(roots) == [f"{n:02}" for n in range(2, 21)]


def test_a_mode_has_its_finer_codes() -> None:
    codebook = load_codebook()
    assert codebook.cameo("ASSAULT", "abduct") == ("181",)
    assert codebook.cameo("ASSAULT", "drone") == ("195",)
    assert codebook.cameo("ASSAULT", "crowd-control") == ("18", "19", "20")
    assert codebook.cameo("SUPPORT") == ("05",)


def test_a_mode_below_another_root_is_told(tmp_path: Path) -> None:
    content = yaml.safe_load(PACKAGED.read_text("utf-8"))
    content["types"][0]["modes"][0]["cameo"] = ["171"]
    file = tmp_path / "mine.yaml"
    file.write_text(yaml.safe_dump(content), "utf-8")
    with pytest.raises(TableError, match="CAMEO 171 of meet is below none of"):
        load_codebook(file)
