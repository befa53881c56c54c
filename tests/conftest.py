"""What the tests share."""

import pytest
from spacy.language import Language

from claimant.language import load_pipeline


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The spaCy pipeline, loaded once for all tests of a process."""
    return load_pipeline()
