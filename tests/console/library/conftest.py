"""A home of its own for every test of the library."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """HONBAN_HOME of the test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("HONBAN_HOME", str(folder))
    return folder
