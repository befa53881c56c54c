"""What the tests of quality share."""

from collections.abc import Callable

import pytest

import claimant


@pytest.fixture(scope="session")
def read() -> Callable[..., claimant.Record]:
    """``claimant.read``; its Reader is loaded once for all tests of a process."""
    return claimant.read
