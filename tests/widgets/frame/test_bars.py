"""Header, health bar and fault bar: what they say, and that they claim nothing without proof."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from console.core.reducing import reduced
from console.errors import Message
from console.link.asking import Device, Outputs
from console.link.pulse import LineFigures, Pulse
from console.model.commands import Listen, RetryDestination, SetEditOnAir, StartRecording, StopRecording
from console.model.destination import Destination, DestinationStatus
from console.model.facts import FaultRaised, NoticeGiven
from console.model.recording import Recording
from console.model.state import State
from tests.support.busy import busy_pulse, busy_state, planned_state
from tests.support.fake_line import NOW, desk_of
from tests.support.press import click
from widgets.frame.fault_bar import FaultBar
from widgets.frame.header import Header
from widgets.frame.health_bar import HealthBar
from widgets.frame.listening import ListeningChooser

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


def test_each_destination_says_what_is_proven_and_how_old_it_is(qtbot: QtBot) -> None:
    desk, line = desk_of(busy_state(), pulse=busy_pulse())
    bar = HealthBar(desk)
    qtbot.addWidget(bar)
    yt, tt = bar.destinations["yt"], bar.destinations["tt"]
    assert (yt.phase.text(), yt.kbps.text(), yt.accepted.text(), yt.seen.text()) == ("Sending", "4.1 Mb/s", "3s", "—")
    assert (tt.kbps.text(), tt.accepted.text(), tt.seen.text()) == ("—", "—", "—"), "what is not live proves nothing"
    line.beat(Pulse(destinations={"yt": LineFigures(kbps=4000, acknowledged_age_s=25, seen_age_s=2)}))
    assert (yt.accepted.text(), yt.accepted.property("means")) == ("25s", "quiet")
    assert (yt.seen.text(), yt.seen.property("means")) == ("2s", "preview")


def test_retry_now_is_offered_while_it_is_retried(qtbot: QtBot) -> None:
    desk, line = desk_of(busy_state())
    bar = HealthBar(desk)
    qtbot.addWidget(bar)
    assert bar.destinations["yt"].retry.isHidden()
    QTest.mouseClick(bar.destinations["tt"].retry, LEFT)
    assert line.sent == [RetryDestination("tt")]


def test_destinations_come_and_go(qtbot: QtBot) -> None:
    busy = busy_state()
    desk, line = desk_of(busy)
    bar = HealthBar(desk)
    qtbot.addWidget(bar)
    third = {**busy.show.destinations, "ig": Destination(name="Instagram", server="rtmps://x/y", key="ig")}
    line.show(replace(busy, show=replace(busy.show, destinations=third)))
    assert bar.destinations["ig"].name.text() == "Instagram"
    line.show(replace(busy, show=replace(busy.show, destinations={"yt": third["yt"]})))
    assert list(bar.destinations) == ["yt"]


def test_a_recording_starts_and_stops_by_the_pointer_only(qtbot: QtBot) -> None:
    desk, line = desk_of(replace(busy_state(), recording=Recording()))
    bar = HealthBar(desk)
    qtbot.addWidget(bar)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(bar.recording.start, key)
    assert line.sent == []
    QTest.mouseClick(bar.recording.start, LEFT)
    [started] = line.sent
    assert isinstance(started, StartRecording)
    assert started.path == Path(started.path).name
    assert started.path.endswith("つむぎ商店 秋の手仕事市.mkv")
    QTest.mouseClick(bar.recording.stop, LEFT)
    assert line.sent[1:] == [StopRecording()]


def test_a_recording_says_how_long_it_runs_and_what_the_disk_holds(qtbot: QtBot) -> None:
    recording = Recording(wanted=True, phase="recording", since_us=NOW.wall_us - 3_725_000_000)
    desk, _ = desk_of(replace(busy_state(), recording=recording), pulse=busy_pulse())
    bar = HealthBar(desk)
    qtbot.addWidget(bar)
    assert bar.recording.time.text() == "1:02:05"
    assert bar.recording.disk.text() == "disk 5:12 h"


def test_figures_of_the_encoder_that_are_old_are_not_shown(qtbot: QtBot) -> None:
    desk, line = desk_of(busy_state(), pulse=busy_pulse())
    bar = HealthBar(desk)
    qtbot.addWidget(bar)
    assert (bar.encoder.fps.text(), bar.encoder.late.text()) == ("30.0", "1.4 ms")
    line.beat(Pulse(at=replace(NOW, media_us=NOW.media_us - 5_000_000), renditions=busy_pulse().renditions))
    assert (bar.encoder.fps.text(), bar.encoder.late.text()) == ("—", "—")


def test_one_chooses_an_output_to_listen_through(qtbot: QtBot) -> None:
    desk, line = desk_of(busy_state())
    line.answers[Outputs] = (Device("output", "usb-1", "Headphones"),)
    chooser = ListeningChooser(desk)
    qtbot.addWidget(chooser)
    chooser._menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: any(one.text() == "Headphones" for one in chooser._menu.actions()))
    [headphones] = [one for one in chooser._menu.actions() if one.text() == "Headphones"]
    headphones.trigger()
    assert line.sent == [Listen("usb-1")]
    assert chooser.text() == "Listen: Program"


def _faulty(*keys: str) -> State:
    state = replace(busy_state(), faults={})
    for key in keys:
        state = reduced(state, FaultRaised(key, Message("source_stale", {"name": key})), NOW)
    return state


def test_faults_are_said_one_at_a_time_and_counted(qtbot: QtBot) -> None:
    desk, line = desk_of(_faulty("source/a", "source/b"))
    bar = FaultBar(desk)
    qtbot.addWidget(bar)
    assert (bar.chip.text(), "source/a" in bar.words.text()) == ("Fault 1/2", True)
    QTest.mouseClick(bar.next, LEFT)
    assert (bar.chip.text(), "source/b" in bar.words.text()) == ("Fault 2/2", True)
    line.show(replace(desk.state, faults={}))
    assert bar.chip.text() == "No faults"
    assert bar.next.isHidden()


def test_a_fault_has_at_most_one_button_which_does_what_may_help(qtbot: QtBot) -> None:
    problem = Message("source_stale", {"name": "x"})
    state = reduced(_faulty(), FaultRaised("destination/tt", problem, "RetryDestination"), NOW)
    retrying = DestinationStatus(wanted=True, phase="retrying")
    desk, line = desk_of(replace(state, destinations={"tt": retrying}))
    bar = FaultBar(desk)
    qtbot.addWidget(bar)
    assert not bar.help.isHidden()
    QTest.mouseClick(bar.help, LEFT)
    assert line.sent == [RetryDestination("tt")]


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("source/a", ("tech", "")),
        ("encoder/main", ("tech", "encoder")),
        ("offer/tea", ("producer", "offers")),
        ("journal", ("tech", "log")),
    ],
)
def test_a_fault_that_nothing_can_be_done_about_here_shows_where_more_is_seen(
    qtbot: QtBot, key: str, place: tuple[str, str]
) -> None:
    desk, _ = desk_of(_faulty(key))
    bar = FaultBar(desk)
    qtbot.addWidget(bar)
    bar.show()
    assert not bar.help.isVisible()
    with qtbot.waitSignal(bar.place_wanted) as wanted:
        click(bar.where)
    assert wanted.args == list(place)


def test_a_fault_moves_nothing_and_takes_no_focus(qtbot: QtBot) -> None:
    desk, line = desk_of(_faulty())
    room = QWidget()
    bar, field = FaultBar(desk), QLineEdit(room)
    bar.setParent(room)
    qtbot.addWidget(room)
    room.show()
    room.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    before = bar.height()
    line.show(_faulty("source/a"))
    assert bar.height() == before
    assert field.hasFocus()


def test_without_faults_it_says_what_happened_last(qtbot: QtBot) -> None:
    state = reduced(_faulty(), NoticeGiven(Message("clock_stepped", {"seconds": 3})), NOW)
    desk, _ = desk_of(state)
    bar = FaultBar(desk)
    qtbot.addWidget(bar)
    assert "3" in bar.words.text()


def test_a_lost_link_is_said_before_everything_else_with_since_when(qtbot: QtBot) -> None:
    desk, line = desk_of(_faulty("source/a"))
    bar = FaultBar(desk)
    qtbot.addWidget(bar)
    line.stand("lost")
    assert bar.chip.text() == "No link"
    assert "tried again" in bar.words.text()
    assert bar.since.text().startswith("since ")
    line.stand("attached")
    assert bar.chip.text() == "Fault 1/1"
