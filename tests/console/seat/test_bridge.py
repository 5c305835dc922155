"""What the link says on its thread reaches the desk on its own, the newest only."""

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from console.errors import Message
from console.seat.bridge import Bridge
from console.words.link import LINK_NOT_ATTACHED
from tests.support.qt import qapp_cls

__all__ = ["qapp_cls"]


class Ear(QObject):
    """Hears as a desk does."""

    def __init__(self) -> None:
        super().__init__()
        self.refreshed: list[int] = []
        self.answers: list[tuple[int, Message | None, object]] = []

    def refresh(self) -> None:
        self.refreshed.append(threading.get_ident())

    def answer(self, number: int, problem: Message | None, value: object) -> None:
        self.answers.append((number, problem, value))


def _elsewhere(*calls: object) -> None:
    """On another thread, one after the other, before the window's thread hears anything."""
    thread = threading.Thread(target=lambda: [call() for call in calls])  # type: ignore[operator]
    thread.start()
    thread.join(5)


def _bridge() -> tuple[Bridge, Ear]:
    bridge, ear = Bridge(), Ear()
    bridge.carry_to(ear)  # type: ignore[arg-type]
    return bridge, ear


def test_a_thousand_changes_are_one_refresh_on_the_windows_thread(qtbot: QtBot) -> None:
    bridge, ear = _bridge()
    _elsewhere(*[bridge.changed] * 1000)
    assert ear.refreshed == []
    qtbot.waitUntil(lambda: bool(ear.refreshed))
    assert ear.refreshed == [threading.get_ident()]


def test_what_changes_after_a_refresh_is_told_again(qtbot: QtBot) -> None:
    bridge, ear = _bridge()
    for count in (1, 2, 3):
        _elsewhere(bridge.changed)
        qtbot.waitUntil(lambda count=count: len(ear.refreshed) == count)  # type: ignore[misc]


def test_every_answer_comes_once_in_its_order_with_its_value(qtbot: QtBot) -> None:
    bridge, ear = _bridge()
    refused = LINK_NOT_ATTACHED()
    _elsewhere(
        lambda: bridge.answered(1, None),
        lambda: bridge.replied(2, "two"),
        lambda: bridge.answered(2, None),
        lambda: bridge.answered(3, refused),
    )
    qtbot.waitUntil(lambda: len(ear.answers) == 3)
    assert ear.answers == [(1, None, None), (2, None, "two"), (3, refused, None)]
    assert bridge._values == {}


def test_what_is_said_before_anybody_listens_is_no_fault(qtbot: QtBot) -> None:
    bridge, ear = Bridge(), Ear()
    _elsewhere(bridge.changed, lambda: bridge.answered(1, None))
    qtbot.wait(1)
    bridge.carry_to(ear)  # type: ignore[arg-type]
    _elsewhere(bridge.changed)
    qtbot.waitUntil(lambda: len(ear.refreshed) == 1)
    assert ear.answers == []
