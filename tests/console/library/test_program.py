"""The program's own command line."""

import subprocess
import sys

import pytest

from console import __version__
from console.library.program import program


def test_it_starts_this_very_program() -> None:
    said = subprocess.run(program("--version"), capture_output=True, text=True, timeout=30, check=True).stdout
    assert __version__ in said


def test_a_frozen_program_is_started_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program("engine", "--inner") == [sys.executable, "engine", "--inner"]
