"""Commands run in the tests' own process, one after the other."""

import pytest


@pytest.fixture(autouse=True)
def decoders_live_on(living_decoders: None) -> None:
    """Every command takes a decoder; starting it takes longer than most commands."""
