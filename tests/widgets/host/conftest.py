"""The dictionary of readings is there before the first window asks for it: its thread would outlive a short test."""

import pytest

from widgets.host.reading import reading


@pytest.fixture(scope="session", autouse=True)
def dictionary() -> None:
    """Takes most of a second, once."""
    assert reading("花子") == "はなこ"
