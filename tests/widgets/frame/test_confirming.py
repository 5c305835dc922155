"""Going live and ending: armed, then held, and nothing else."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from console.core.reducing import reduced
from console.link.asking import KeyTails
from console.model.commands import Arm, Disarm, EndSession, GoLive, StartSession
from console.model.moment import At
from console.model.state import State
from tests.support.busy import busy_state
from tests.support.fake_line import NOW, desk_of
from widgets.frame.confirming import Confirming
from widgets.frame.going import Going

CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _standing_by() -> State:
    busy = busy_state()
    return replace(busy, session=replace(busy.session, phase="standby", rehearsal=False), destinations={})


def _armed(state: State | None = None) -> State:
    return reduced(state or _standing_by(), Arm("go_live"), NOW)


class Header(QWidget):
    """The buttons, and what drops from them."""

    def __init__(self, qtbot: QtBot, state: State) -> None:
        super().__init__()
        self.desk, self.line = desk_of(state)
        self.line.answers[KeyTails] = {"yt": "x9f2"}
        self.going, self.confirming = Going(self.desk), Confirming(self.desk, self)
        self.going.setParent(self)
        self.confirming.move(0, 60)
        self.resize(800, 500)
        qtbot.addWidget(self)
        self.show()
        self.activateWindow()
        qtbot.waitUntil(self.isActiveWindow)

    def words(self) -> str:
        return " ".join(label.text() for label in self.confirming.findChildren(QLabel))


def _key(kind: QEvent.Type, *, repeats: bool = False) -> None:
    receiver = QApplication.focusWidget()
    assert receiver is not None
    QApplication.sendEvent(receiver, QKeyEvent(kind, Qt.Key.Key_F12, CHORD, "", repeats))


def test_arming_drops_what_would_happen_with_every_account_and_no_has_the_focus(qtbot: QtBot) -> None:
    header = Header(qtbot, _standing_by())
    assert not header.confirming.isVisible()
    QTest.mouseClick(header.going.go_live, Qt.MouseButton.LeftButton)
    assert header.line.sent == [Arm("go_live")]
    qtbot.waitUntil(lambda: "…x9f2" in header.words())
    for word in ("YouTube 暮らしの店", "TikTok @kurashi", "no key: Tech (Alt+2)", "2 destinations"):
        assert word in header.words()
    assert header.confirming.no.hasFocus()


def test_a_click_or_space_or_enter_starts_nothing(qtbot: QtBot) -> None:
    header = Header(qtbot, _standing_by())
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(header.going.go_live, key)
        QTest.keyClick(header.going.end, key)
    assert header.line.sent == []
    header.desk.do(Arm("go_live"))
    hold = header.confirming.hold
    hold.setFocus()
    QTest.mouseClick(hold, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyPress(hold, key)
        assert hold.part == 0
        QTest.keyRelease(hold, key)
    assert header.line.sent == [Arm("go_live")]


def test_the_button_held_for_a_second_goes_live(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("widgets.parts.hold_button.HOLD_MS", 60)
    header = Header(qtbot, _armed())
    QTest.mousePress(header.confirming.hold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: GoLive() in header.line.sent)
    qtbot.waitUntil(lambda: not header.confirming.isVisible())


def test_the_key_held_does_the_same_and_let_go_early_does_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("widgets.parts.hold_button.HOLD_MS", 120)
    header = Header(qtbot, _armed())
    hold = header.confirming.hold
    _key(QEvent.Type.KeyPress)
    assert hold._timer.isActive()
    _key(QEvent.Type.KeyRelease)
    assert not hold._timer.isActive()
    _key(QEvent.Type.KeyPress, repeats=True)
    assert not hold._timer.isActive(), "a key that repeats by itself was pressed before"
    _key(QEvent.Type.KeyPress)
    _key(QEvent.Type.KeyRelease, repeats=True)
    assert hold._timer.isActive(), "a repeat is no release"
    qtbot.waitUntil(lambda: GoLive() in header.line.sent)


def test_no_takes_it_back(qtbot: QtBot) -> None:
    header = Header(qtbot, _armed())
    QTest.keyClick(header.confirming.no, Qt.Key.Key_Return)
    assert header.line.sent == [Disarm()]
    qtbot.waitUntil(lambda: not header.confirming.isVisible())


def test_escape_takes_it_back(qtbot: QtBot) -> None:
    header = Header(qtbot, _armed())
    QTest.keyClick(header.confirming.no, Qt.Key.Key_Escape)
    assert header.line.sent == [Disarm()]


def test_after_a_minute_nothing_is_armed_and_the_key_is_deaf(qtbot: QtBot) -> None:
    long_ago = At(NOW.wall_us - 61_000_000, NOW.show_us - 61_000_000, NOW.media_us - 61_000_000)
    header = Header(qtbot, reduced(_standing_by(), Arm("go_live"), long_ago))
    header.desk.ticked.emit()
    assert not header.confirming.isVisible()
    header.going.end.setFocus()
    _key(QEvent.Type.KeyPress)
    assert not header.confirming.hold._timer.isActive()


def test_ending_is_armed_and_held_likewise(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("widgets.parts.hold_button.HOLD_MS", 60)
    busy = busy_state()
    header = Header(qtbot, replace(busy, session=replace(busy.session, phase="live", rehearsal=False)))
    assert not header.going.go_live.isVisible()
    QTest.mouseClick(header.going.end, Qt.MouseButton.LeftButton)
    assert "End the show?" in header.words()
    QTest.mousePress(header.confirming.hold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: EndSession() in header.line.sent)


def test_a_rehearsal_says_that_nothing_is_public_and_asks_for_no_keys(qtbot: QtBot) -> None:
    busy = replace(busy_state(), destinations={})
    header = Header(qtbot, _armed(state=busy))
    assert "nothing is public" in header.words()
    assert header.line.asked == []


def test_before_a_session_one_can_rehearse_or_stand_by(qtbot: QtBot) -> None:
    busy = busy_state()
    header = Header(qtbot, replace(busy, session=replace(busy.session, phase="idle")))
    texts = {"Rehearse", "Stand by"}
    shown = [b for b in header.going.findChildren(QPushButton) if b.isVisible()]
    assert {button.text() for button in shown} == texts
    QTest.mouseClick(header.going.rehearse, Qt.MouseButton.LeftButton)
    [sent] = header.line.sent
    assert isinstance(sent, StartSession)
    assert sent.rehearsal


def test_an_engine_that_is_lost_half_way_ends_the_hold(qtbot: QtBot) -> None:
    header = Header(qtbot, _armed())
    hold = header.confirming.hold
    QTest.mousePress(hold, Qt.MouseButton.LeftButton)
    assert hold._timer.isActive()
    header.line.stand("lost")
    assert not hold._timer.isActive()
    _key(QEvent.Type.KeyPress)
    assert not hold._timer.isActive(), "nobody is there to go live"
    header.line.stand("attached")
    assert header.line.sent == []
    _key(QEvent.Type.KeyPress)
    assert hold._timer.isActive()
