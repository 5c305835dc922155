"""The host's window on a State literal."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.model.commands import AnswerQuestion, AskHost, ClearNote, SendNote, TakeNext
from console.model.state import State
from console.words.render import Language
from tests.support.busy import NAMES, busy_pulse, busy_state, planned_state
from tests.support.fake_line import FakeLine, desk_of
from tests.support.press import button, key
from tests.support.qt import dress
from widgets.host.door import HostDoor, door_of
from widgets.host.forbidden import ForbiddenWords
from widgets.host.note import FLASHES, NoteBar
from widgets.host.question import QuestionCard
from widgets.host.script import script_of
from widgets.host.strip import Strip
from widgets.host.window import SMALL_SIZE, HostWindow
from widgets.parts.button import ActionButton


def _opened(qtbot: QtBot, state: State, *, size: tuple[int, int] = (1920, 1080)) -> tuple[HostWindow, FakeLine]:
    desk, line = desk_of(state, names=NAMES, pulse=busy_pulse())
    window = HostWindow(desk)
    qtbot.addWidget(window)
    window.resize(*size)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window, line


def _asked(qtbot: QtBot, state: State | None = None) -> tuple[HostWindow, FakeLine]:
    window, line = _opened(qtbot, state or busy_state())
    assert line.desk is not None
    line.desk.do(AskHost("financier-days"))
    line.sent.clear()
    return window, line


def _words(within: QWidget) -> list[str]:
    return [label.text() for label in within.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("pressed", [Qt.Key.Key_PageDown, Qt.Key.Key_Right])
def test_one_key_takes_next_and_its_script_comes(qtbot: QtBot, pressed: Qt.Key) -> None:
    window, line = _opened(qtbot, busy_state())
    window.prompter.move_by(50)
    key(window, pressed)
    assert line.sent == [TakeNext()]
    assert script_of(line.snapshot.state or State()).segment == "mug"
    assert window.prompter.offset_px == 0


def test_space_and_enter_take_nothing(qtbot: QtBot) -> None:
    window, line = _opened(qtbot, busy_state())
    button(window, "Next").setFocus()
    for pressed in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        key(button(window, "Next"), pressed)
    assert line.sent == []


def test_before_the_show_its_first_script_is_there(qtbot: QtBot) -> None:
    _opened(qtbot, planned_state())
    assert script_of(planned_state()).html
    assert script_of(State()).html == ""


def test_what_is_written_in_a_script_is_text_and_no_markup() -> None:
    state = planned_state()
    first, segment = next(iter(state.show.segments.items()))
    hostile = replace(segment, script=replace(segment.script, opening="<b>5 < 6</b>"))
    show = replace(state.show, segments={**state.show.segments, first: hostile}, rundown=(first,))
    assert "&lt;b&gt;5 &lt; 6&lt;/b&gt;" in script_of(replace(state, show=show)).html


def test_the_question_says_who_asks_how_many_and_what_to_say(qtbot: QtBot) -> None:
    window, _ = _asked(qtbot)
    card = window.findChildren(QuestionCard)[0]
    words = _words(card)
    assert words[:3] == ["Taro-san", "2 people ask", "フィナンシェの賞味期限はどれくらいですか?"]
    assert "21日" in words[3]


def test_a_name_in_chinese_characters_comes_with_its_reading(qtbot: QtBot) -> None:
    window, line = _opened(qtbot, busy_state())
    assert line.desk is not None
    line.desk.do(AskHost("coupon"))
    card = window.findChildren(QuestionCard)[0]
    qtbot.waitUntil(lambda: "花子-san (はなこ)" in _words(card), timeout=20_000)


def test_the_key_a_says_that_it_was_answered_and_the_card_goes(qtbot: QtBot) -> None:
    window, line = _asked(qtbot)
    key(window, Qt.Key.Key_A)
    assert line.sent == [AnswerQuestion("financier-days")]
    assert not window.findChildren(QuestionCard)[0].isVisible()
    key(window, Qt.Key.Key_A)
    assert len(line.sent) == 1


def test_a_note_is_large_at_first_and_goes_when_it_is_taken_back(qtbot: QtBot) -> None:
    window, line = _opened(qtbot, busy_state())
    assert line.desk is not None
    note = window.findChildren(NoteBar)[0]
    line.desk.do(SendNote("巻きで!"))
    assert (note.isVisible(), note.text(), note.is_large) == (True, "巻きで!", True)
    high = note.sizeHint().height()
    note._shrink.timeout.emit()
    assert note.sizeHint().height() < high
    line.desk.do(ClearNote())
    assert not note.isVisible()


def test_a_note_flashes_so_often_and_ends_as_it_began(qtbot: QtBot) -> None:
    window, line = _opened(qtbot, busy_state())
    assert line.desk is not None
    note = window.findChildren(NoteBar)[0]
    line.desk.do(SendNote("Camera 2", True))
    seen = [note.property("means")]
    while note._flash.isActive():
        note._flash.timeout.emit()
        seen.append(note.property("means"))
    assert seen[0] == seen[-1] == "armed"
    assert len(seen) == FLASHES + 1
    assert "info" in seen


def test_words_not_to_say_come_with_what_to_say_and_leave_a_small_window(qtbot: QtBot) -> None:
    window, _ = _opened(qtbot, busy_state())
    words = window.findChildren(ForbiddenWords)[0]
    assert words.isVisible()
    window.resize(*SMALL_SIZE)
    assert not words.isVisible()


def test_its_controls_do_what_their_keys_do(qtbot: QtBot) -> None:
    window, _ = _opened(qtbot, busy_state())
    size, speed = window.prompter.size_px, window.prompter.speed
    for pressed in (Qt.Key.Key_Plus, Qt.Key.Key_Up, Qt.Key.Key_M, Qt.Key.Key_R):
        key(window, pressed)
    prompter = window.prompter
    assert (prompter.size_px > size, prompter.speed > speed) == (True, True)
    assert (prompter.is_mirrored, prompter.is_rolling) == (True, True)
    window.close()
    assert not prompter.is_rolling


@pytest.mark.parametrize("language", ["en", "ja"])
def test_nothing_is_cut_in_a_small_window(qtbot: QtBot, language: Language) -> None:
    dress(language=language)
    window, line = _asked(qtbot)
    window.resize(*SMALL_SIZE)
    assert line.desk is not None
    line.desk.do(SendNote("あと2分で終わります。巻きでお願いします!"))
    QApplication.processEvents()
    assert (window.width(), window.height()) == SMALL_SIZE
    strip = window.findChildren(Strip)[0]
    parts: tuple[ActionButton | QLabel, ...] = (*window.findChildren(ActionButton), *strip.findChildren(QLabel))
    for part in parts:
        if part.isVisible():
            place = part.rect().translated(part.mapTo(window, part.rect().topLeft()))
            assert window.rect().contains(place), part.text()
    for one in window.findChildren(ActionButton):
        assert one.width() >= one.minimumSizeHint().width(), one.text()


def test_long_names_widen_nothing(qtbot: QtBot) -> None:
    state = busy_state(long_names=True)
    segments = {key: replace(one, name=one.name * 12) for key, one in state.show.segments.items()}
    window, _ = _asked(qtbot, replace(state, show=replace(state.show, segments=segments)))
    window.resize(*SMALL_SIZE)
    QApplication.processEvents()
    assert window.width() == SMALL_SIZE[0]


def test_without_a_second_screen_it_is_a_window_beside_the_desk(qtbot: QtBot) -> None:
    window, _ = _opened(qtbot, busy_state())
    window.show_on_second_screen()
    assert window.isVisible()
    assert not window.isFullScreen()


def test_when_its_screen_goes_it_becomes_a_small_window(qtbot: QtBot) -> None:
    window, _ = _opened(qtbot, busy_state())
    window.showFullScreen()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.screenRemoved.emit(window.screen())
    assert not window.isFullScreen()
    assert (window.width(), window.height()) == SMALL_SIZE


def _door(qtbot: QtBot) -> tuple[HostDoor, QWidget]:
    desk, _ = desk_of(busy_state(), names=NAMES)
    beside = QWidget()
    qtbot.addWidget(beside)
    beside.show()
    door = door_of(desk)
    door.attend(beside)
    return door, beside


def test_the_door_opens_it_and_closes_it(qtbot: QtBot) -> None:
    door, _ = _door(qtbot)
    door.turn()
    opened = door.window
    assert opened is not None
    assert opened.isVisible()
    door.turn()
    assert door.window is None


def test_it_goes_with_the_window_beside_it(qtbot: QtBot) -> None:
    door, beside = _door(qtbot)
    door.turn()
    beside.close()
    assert door.window is None


def test_one_that_was_closed_by_hand_opens_again(qtbot: QtBot) -> None:
    door, _ = _door(qtbot)
    door.turn()
    assert door.window is not None
    door.window.close()
    door.turn()
    assert door.window is not None
    assert door.window.isVisible()
    door.close()


def test_a_window_that_is_built_anew_keeps_the_hosts_as_it_was(qtbot: QtBot) -> None:
    door, _ = _door(qtbot)
    door.turn()
    before = door.window
    assert before is not None
    before.prompter.resize_text(2)
    before.prompter.move_by(30)
    size, offset = before.prompter.size_px, before.prompter.offset_px
    again = QWidget()
    qtbot.addWidget(again)
    door.attend(again)
    assert door.window is not None
    assert door.window is not before
    assert (door.window.prompter.size_px, door.window.prompter.offset_px) == (size, offset)
    door.close()
