import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets import garbage


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    was_enabled = gc.isenabled()
    yield
    (gc.enable if was_enabled else gc.disable)()


class Cycle(QWidget):
    """A window that nobody knows any more and that still knows itself."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def allocate() -> None:
    """More than every generation waits for."""
    kept = [[] for _ in range(200_000)]  # type: ignore[var-annotated]
    del kept


def test_another_thread_that_allocates_frees_no_window(qtbot: QtBot) -> None:
    owner = QObject()
    garbage.collect_here(owner)
    gone = weakref.ref(Cycle())
    other = threading.Thread(target=allocate)
    other.start()
    other.join(20)
    assert gone() is not None
    gc.collect()
    assert gone() is None


def test_what_is_due_is_freed_in_the_windows_own_thread(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "EVERY_MS", 1)
    owner = QObject()
    garbage.collect_here(owner)
    freed_in: list[int] = []
    weakref.finalize(Cycle(), lambda: freed_in.append(threading.get_ident()))
    kept: list[list[int]] = []

    def is_freed() -> bool:
        """Each look makes the youngest generation due once more, and so in the end the one that the window is in."""
        kept.extend([] for _ in range(gc.get_threshold()[0] + 1))
        return bool(freed_in)

    qtbot.waitUntil(is_freed, timeout=20_000)
    assert freed_in == [threading.get_ident()]


def test_the_oldest_generation_that_is_due_is_collected(monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    monkeypatch.setattr(gc, "collect", collected.append)
    for count in ((0, 0, 0), (701, 3, 2), (701, 11, 2), (5, 0, 11)):
        monkeypatch.setattr(gc, "get_count", lambda count=count: count)
        monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
        garbage.collect_due()
    assert collected == [0, 1, 2]
