"""The health bar: what is proven of each destination, and how old the proof is."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.link.asking import Device, Outputs
from console.link.pulse import LineFigures, Pulse
from console.model.commands import Listen, RetryDestination, StartRecording, StopRecording
from console.model.destination import Destination
from console.model.recording import Recording
from tests.support.busy import busy_pulse, busy_state
from tests.support.fake_line import NOW, desk_of
from widgets.frame.health_bar import HealthBar
from widgets.frame.listening import ListeningChooser

LEFT = Qt.MouseButton.LeftButton


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
