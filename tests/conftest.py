"""What the tests share."""

from pathlib import Path

import pytest
from command import GOOD
from spacy.language import Language

from claimant.language import load_pipeline
from claimant.reader import Reader


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The spaCy pipeline, loaded once for all tests of a process."""
    return load_pipeline()


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A Reader, loaded once for all tests of a process."""
    return Reader()


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A file with one sentence that tells one event."""
    path = tmp_path / "good.txt"
    path.write_text(GOOD + "\n", encoding="utf-8")
    return path
