"""The header: what it says, and that it claims nothing without proof."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.model.commands import SetEditOnAir
from console.model.state import State
from tests.support.busy import busy_state, planned_state
from tests.support.fake_line import NOW, desk_of
from widgets.frame.header import Header

LEFT = Qt.MouseButton.LeftButton


def _header(qtbot: QtBot, state: State) -> Header:
    desk, _ = desk_of(state)
    header = Header(desk, QWidget())
    qtbot.addWidget(header)
    return header


def test_the_header_says_in_a_word_whether_it_is_on_air(qtbot: QtBot) -> None:
    busy = busy_state()
    words = {}
    for phase, rehearsal in (("live", False), ("standby", False), ("live", True), ("idle", False)):
        session = replace(busy.session, phase=phase, rehearsal=rehearsal)
        header = _header(qtbot, replace(busy, session=session))
        words[phase, rehearsal] = header.phase.text(), header.phase.property("means")
    assert words == {
        ("live", False): ("ON AIR", "air"),
        ("standby", False): ("STAND BY", "armed"),
        ("live", True): ("REHEARSAL", "info"),
        ("idle", False): ("NOT STARTED", ""),
    }


def test_what_nobody_knows_is_a_dash(qtbot: QtBot) -> None:
    header = _header(qtbot, planned_state())
    assert (header.running.text(), header.viewers.text()) == ("—", "—")
    assert header.over.isHidden()


def test_the_header_counts_viewers_and_says_when_the_count_is_old(qtbot: QtBot) -> None:
    busy = busy_state()
    fresh = replace(busy, audience=replace(busy.audience, counted_us=NOW.show_us - 5_000_000))
    assert (_header(qtbot, fresh).viewers.text(), _header(qtbot, fresh).viewers_age.text()) == ("1,234", "")
    old = replace(busy, audience=replace(busy.audience, counted_us=NOW.show_us - 95_000_000))
    header = _header(qtbot, old)
    assert header.viewers_age.text().startswith("1:3")
    assert header.viewers.property("means") == "quiet"


def test_the_show_says_that_it_is_late(qtbot: QtBot) -> None:
    header = _header(qtbot, busy_state())
    assert (header.over_word.text(), header.over.text()[0]) == ("Over", "+")


def test_edit_on_air_is_a_switch_with_a_word(qtbot: QtBot) -> None:
    desk, line = desk_of(busy_state())
    header = Header(desk, QWidget())
    qtbot.addWidget(header)
    QTest.mouseClick(header.edit_on_air, LEFT)
    assert line.sent == [SetEditOnAir(True)]
    assert (header.edit_on_air.text(), header.edit_on_air.property("means")) == ("Editing on air", "armed")
