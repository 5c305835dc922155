"""The list of comments, and what is done with one."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from console.audience.ranking import suggestions
from console.link.asking import OlderComments
from console.model.commands import (
    AskHost,
    ClaimQuestion,
    DropQuestion,
    MuteViewer,
    PinAnswer,
    PinComment,
    ReopenQuestion,
    SendNote,
    UndoPin,
    UnmuteViewer,
    UnpinComment,
)
from console.model.comment import Comment
from console.model.state import State
from tests.support.busy import NAMES, busy_state, planned_state
from tests.support.fake_line import FakeLine, desk_of
from tests.support.press import CTRL, SHIFT, button, click, key, write
from widgets.desk import Undo
from widgets.parts.elided_button import ElidedButton
from widgets.producer.comments import CommentsPanel

TARO, MIKA, YUKI = "c1", "c0", "c2"
SIZE = (440, 620)


def _opened(qtbot: QtBot, state: State | None = None) -> tuple[CommentsPanel, FakeLine]:
    desk, line = desk_of(busy_state() if state is None else state, names=NAMES)
    panel = CommentsPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(*SIZE)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel, line


def _select(panel: CommentsPanel, comment: str) -> None:
    model = panel.list.model()
    rows = {
        model.index(row, 0).data(int(Qt.ItemDataRole.UserRole)).comment.id: row for row in range(model.rowCount())
    }
    panel.list.setCurrentIndex(model.index(rows[comment], 0))


def _shown(panel: CommentsPanel) -> list[str]:
    model = panel.list.model()
    role = int(Qt.ItemDataRole.UserRole)
    return [model.index(row, 0).data(role).comment.id for row in range(model.rowCount())]


def _more(panel: CommentsPanel) -> QMenu:
    menu = next(one for one in panel.findChildren(QToolButton) if one.text() == "More").menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def _choose(panel: CommentsPanel, words: str) -> None:
    found = [action for action in _more(panel).actions() if action.text() == words]
    assert found, [action.text() for action in _more(panel).actions()]
    found[0].trigger()


def _words(panel: CommentsPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_one_click_puts_the_selected_comment_on_air_and_can_be_taken_back(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot)
    undone: list[Undo] = []
    assert line.desk is not None
    line.desk.undoable.connect(undone.append)
    _select(panel, MIKA)
    click(button(panel, "Put on air"))
    assert line.sent == [PinComment(comment=MIKA)]
    qtbot.waitUntil(lambda: [one.command for one in undone] == [UndoPin()])


def test_without_a_selection_nothing_can_be_put_on_air(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot)
    assert not button(panel, "Put on air").isEnabled()
    key(panel, Qt.Key.Key_P, CTRL)
    assert line.sent == []


def test_ctrl_p_puts_on_air_and_with_shift_takes_off(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot)
    _select(panel, MIKA)
    key(panel, Qt.Key.Key_P, CTRL)
    key(panel, Qt.Key.Key_P, CTRL | SHIFT)
    assert line.sent == [PinComment(comment=MIKA), UnpinComment()]


def test_enter_pins_the_first_answer_that_is_likely(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot)
    _select(panel, TARO)
    key(panel.list, Qt.Key.Key_Return)
    best = suggestions(busy_state(), TARO)[0]
    assert best.is_likely
    assert line.sent == [PinAnswer(comment=TARO, prepared=best.answer_id)]


def test_enter_pins_nothing_that_is_only_near(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot)
    assert not any(one.is_likely for one in suggestions(busy_state(), YUKI))
    _select(panel, YUKI)
    key(panel.list, Qt.Key.Key_Return)
    assert line.sent == []


def test_an_answer_that_is_only_near_takes_a_click(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot)
    _select(panel, YUKI)
    answers = panel.answering.findChildren(ElidedButton)
    near = suggestions(busy_state(), YUKI)
    if near:
        click(answers[0])
        assert line.sent == [PinAnswer(comment=YUKI, prepared=near[0].answer_id)]
    else:
        assert any(words.startswith("No prepared answer") for words in _words(panel))


def test_answers_are_buttons_with_their_whole_text_as_tip_deaf_to_space_and_enter(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot)
    _select(panel, TARO)
    best = suggestions(busy_state(), TARO)[0]
    first = next(one for one in panel.answering.findChildren(ElidedButton) if best.text in one.toolTip())
    for pressed in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        key(first, pressed)
    assert line.sent == []
    click(first)
    assert line.sent == [PinAnswer(comment=TARO, prepared=best.answer_id)]


def test_a_question_goes_to_the_host(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot)
    _select(panel, TARO)
    click(button(panel, "To the host"))
    assert line.sent == [AskHost("financier-days")]
    _select(panel, MIKA)
    assert not button(panel, "To the host").isEnabled()


def test_a_question_is_claimed_dropped_and_opened_again(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot)
    _select(panel, TARO)
    for words in ("I take care of it", "Drop the question", "Open the question again"):
        _choose(panel, words)
    question = "financier-days"
    assert line.sent == [ClaimQuestion(question, "producer"), DropQuestion(question), ReopenQuestion(question)]


def test_a_viewer_is_muted_and_heard_again(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot)
    _select(panel, MIKA)
    _choose(panel, "Mute the viewer")
    _choose(panel, "Unmute the viewer")
    assert line.sent == [MuteViewer("mika"), UnmuteViewer("mika")]


def test_filters_and_words_narrow_the_list(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot)
    everything = _shown(panel)
    counts = {}
    for words in ("Questions", "This product", "Unanswered", "Flagged", "All"):
        click(button(panel, words))
        counts[words] = len(_shown(panel))
    assert counts["All"] == len(everything) == 9
    assert counts["Flagged"] == 0
    assert 0 < counts["This product"] < counts["All"]
    key(panel, Qt.Key.Key_F, CTRL)
    write(panel.findChildren(QLineEdit)[0], "osaka")
    assert _shown(panel) == ["c4"]


def test_a_filter_that_nothing_passes_says_so(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot)
    click(button(panel, "Flagged"))
    assert "No comment passes this filter." in _words(panel)


def test_before_the_session_it_says_when_comments_come(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot, planned_state())
    assert "Comments appear here once a session runs." in _words(panel)


def test_a_note_goes_to_the_host_and_the_field_is_empty_again(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot)
    key(panel, Qt.Key.Key_N, CTRL)
    field = next(one for one in panel.findChildren(QLineEdit) if one.accessibleName() == "Note to the host")
    write(field, "Slower")
    key(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.text() == "")
    write(field, "Now!")
    click(button(panel, "Flash"))
    assert line.sent == [SendNote("Slower", False), SendNote("Now!", True)]
    key(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.text() == "")
    count = len(line.sent)
    key(field, Qt.Key.Key_Return)
    assert len(line.sent) == count, "an empty note is none"


def test_what_comes_follows_the_newest_unless_somebody_reads_further_up(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, _many(100))
    qtbot.waitUntil(lambda: panel.list.follows)
    line.show(_many(101))
    assert panel.list.follows
    panel.list.verticalScrollBar().setValue(400)
    top = panel.list.indexAt(panel.list.rect().topLeft()).row()
    line.show(_many(104))
    assert panel.list.indexAt(panel.list.rect().topLeft()).row() == top
    newer = next(one for one in panel.findChildren(QPushButton) if "newer" in one.text())
    assert newer.text().startswith("3 newer")
    click(newer)
    assert panel.list.follows
    assert not newer.isVisible()


def test_at_the_top_older_ones_are_asked_for_once_and_come_before(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, _many(60, first=100))
    line.answers[OlderComments] = tuple(_comment(number) for number in range(80, 100))
    bar = panel.list.verticalScrollBar()
    bar.setValue(300)
    bar.setValue(0)
    bar.setValue(5)
    bar.setValue(0)
    assert line.asked == [OlderComments("m100")]
    qtbot.waitUntil(lambda: _shown(panel)[0] == "m80")
    assert len(_shown(panel)) == 80


def test_what_the_state_lets_go_leaves_no_hole_below_older_ones(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, _many(60, first=100))
    line.answers[OlderComments] = tuple(_comment(number) for number in range(80, 100))
    bar = panel.list.verticalScrollBar()
    bar.setValue(300)
    bar.setValue(0)
    qtbot.waitUntil(lambda: len(_shown(panel)) == 80)
    line.show(_many(60, first=110))
    assert _shown(panel) == [f"m{number}" for number in range(80, 170)]


def test_another_session_begins_with_an_empty_list(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, _many(60, first=100))
    line.answers[OlderComments] = (_comment(99),)
    bar = panel.list.verticalScrollBar()
    bar.setValue(300)
    bar.setValue(0)
    qtbot.waitUntil(lambda: len(_shown(panel)) == 61)
    state = _many(3)
    line.show(replace(state, session=replace(state.session, id="s2")))
    assert _shown(panel) == ["m0", "m1", "m2"]


def _comment(number: int) -> Comment:
    return Comment(id=f"m{number}", viewer="mika", platform="rehearsal", text=f"Number {number}", at_us=number)


def _many(count: int, *, first: int = 0) -> State:
    return replace(busy_state(), comments={f"m{n}": _comment(n) for n in range(first, first + count)}, questions={})
