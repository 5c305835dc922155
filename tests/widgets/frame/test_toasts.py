"""Wrong clicks can be taken back for five seconds, and not after."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from console.errors import Message
from console.model.commands import Explain, HideOverlay, LoadPreview, PinComment, ShowOverlay, UndoExplain, UndoPin
from tests.support.busy import busy_state
from tests.support.fake_line import FakeLine, desk_of
from tests.support.press import button, click
from widgets.desk import UNDO_MS, Desk, Undo
from widgets.frame.toasts import SAID_MS, Toasts

BACK = LoadPreview("close-up")
CTRL = Qt.KeyboardModifier.ControlModifier


class Place(QWidget):
    """What toasts lie over."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.desk: Desk
        self.line: FakeLine
        self.desk, self.line = desk_of(busy_state())
        self.toasts = Toasts(self.desk, self)
        qtbot.addWidget(self)
        self.resize(800, 500)
        self.show()
        self.activateWindow()
        qtbot.waitUntil(self.isActiveWindow)

    def take_back(self) -> None:
        QTest.keyClick(self, Qt.Key.Key_Z, CTRL)


def test_it_stands_for_five_seconds(qtbot: QtBot) -> None:
    place = Place(qtbot)
    place.desk.undoable.emit(Undo("Loaded", BACK))
    assert UNDO_MS == 5_000
    assert place.toasts.shown[0]._life.interval() == UNDO_MS
    assert place.toasts.shown[0]._life.isSingleShot()


def test_after_its_time_the_key_takes_nothing_back(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("widgets.frame.toasts.UNDO_MS", 40)
    place = Place(qtbot)
    place.desk.undoable.emit(Undo("Loaded", BACK))
    qtbot.waitUntil(lambda: not place.toasts.shown)
    place.take_back()
    assert place.line.sent == []
    assert place.toasts.isHidden()


def test_a_word_that_follows_does_not_take_the_offer_away(qtbot: QtBot) -> None:
    place = Place(qtbot)
    place.desk.undoable.emit(Undo("Loaded", BACK))
    place.desk.said.emit(Message("no_such_scene", {"scene": "x"}))
    place.take_back()
    assert place.line.sent == [BACK]
    assert [toast.words for toast in place.toasts.shown] == [place.desk.say(Message("no_such_scene", {"scene": "x"}))]
    assert place.toasts.shown[0]._life.interval() == SAID_MS


def test_what_was_refused_offers_nothing_to_take_back(qtbot: QtBot) -> None:
    place = Place(qtbot)
    place.desk.do(Explain("no such product"), undo=Undo("Explaining", UndoExplain()))
    qtbot.waitUntil(lambda: bool(place.toasts.shown))
    place.line.sent.clear()
    place.take_back()
    assert place.line.sent == []


@pytest.mark.parametrize(
    ("done", "undo"),
    [
        (Explain("mug"), UndoExplain()),
        (ShowOverlay("ending-slate"), HideOverlay("ending-slate")),
        (PinComment(comment="c2"), UndoPin()),
    ],
    ids=["explain", "graphic", "comment"],
)
def test_a_wrong_click_is_taken_back_once(qtbot: QtBot, done: object, undo: object) -> None:
    place = Place(qtbot)
    before = place.desk.state
    place.desk.do(done, undo=Undo("Done", undo))  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: bool(place.toasts.shown))
    click(button(place, "Take back"))
    assert place.line.sent == [done, undo]
    after = place.desk.state
    assert after.explaining.product == before.explaining.product
    assert after.audience.comment == before.audience.comment
    assert {key for key, one in after.overlays.items() if one.shown} == {
        key for key, one in before.overlays.items() if one.shown
    }
    place.take_back()
    assert place.line.sent == [done, undo]


def test_nothing_in_a_toast_takes_the_focus(qtbot: QtBot) -> None:
    place = Place(qtbot)
    place.desk.undoable.emit(Undo("Loaded", BACK))
    assert all(one.focusPolicy() == Qt.FocusPolicy.NoFocus for one in place.toasts.findChildren(QPushButton))
