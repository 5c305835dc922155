"""A seat is opened in the scale that was chosen, and anew when another one is."""

import os
import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from console.library.paths import data_folder
from console.seat import main
from console.seat.memory import Memory
from console.seat.windows import AGAIN
from tests.support.qt import qapp_cls

__all__ = ["qapp_cls"]


class _Sat:
    """A seat that is left with this code."""

    desk = None

    def __init__(self, app: QApplication, code: int) -> None:
        self._app, self._code = app, code

    def open(self) -> None:
        QTimer.singleShot(0, self._app, lambda: self._app.exit(self._code))

    def close(self) -> bool:
        return False


@pytest.fixture
def sit(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> Callable[[int], list[tuple[str, list[str]]]]:
    """Run a seat until it is left with a code; what was started after it."""
    started: list[tuple[str, list[str]]] = []
    monkeypatch.setenv("HONBAN_HOME", str(tmp_path))
    monkeypatch.setenv("QT_SCALE_FACTOR", "1")
    monkeypatch.setattr(sys, "argv", ["honban", "--seat", "producer"])
    monkeypatch.setattr(os, "execv", lambda file, words: started.append((file, words)))
    monkeypatch.setattr(main, "QApplication", lambda _words: qapp)
    monkeypatch.setattr(main, "_end_on_signals", lambda _app: None)

    def run(code: int) -> list[tuple[str, list[str]]]:
        monkeypatch.setattr(main, "Seat", lambda *_, **__: _Sat(qapp, code))
        assert main.run("producer") == 0
        return started

    return run


def test_another_scale_starts_the_same_seat_anew_in_it(sit: Callable[[int], list[tuple[str, list[str]]]]) -> None:
    memory = Memory(data_folder(), "producer")
    memory.scale_percent = 150
    memory.save()
    [(file, words)] = sit(AGAIN)
    assert file == sys.executable
    assert words[-2:] == ["--seat", "producer"]
    assert os.environ["QT_SCALE_FACTOR"] == "1.5"


def test_a_window_that_is_closed_starts_nothing(sit: Callable[[int], list[tuple[str, list[str]]]]) -> None:
    assert sit(0) == []
