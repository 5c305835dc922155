"""What the machine has, and how it becomes a source."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from console.errors import Message
from console.link.asking import Device, Devices
from console.model.commands import Add, Remove
from console.model.rules import bad_id
from console.model.show import Show
from console.model.source import Source
from console.model.state import State
from tests.support.busy import planned_state
from tests.support.fake_line import FakeLine, desk_of
from tests.support.press import button, click, key
from widgets.desk import Undo
from widgets.tech.devices import DevicesPanel, fresh_id, used_as

WEBCAM = Device("camera", "usb-1", "HD Pro Webcam C920", {"device": "usb-1"})
MICROPHONE = Device("microphone", "mic", "ワイヤレスマイク 受信機", {"device": "mic"})


def _opened(qtbot: QtBot, *devices: Device, state: State | None = None) -> tuple[DevicesPanel, FakeLine]:
    desk, line = desk_of(planned_state() if state is None else state)
    line.answers[Devices] = devices
    panel = DevicesPanel(desk)
    qtbot.addWidget(panel)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    qtbot.waitUntil(lambda: "Looking for devices…" not in _words(panel))
    return panel, line


def _words(panel: DevicesPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def _choose(panel: DevicesPanel, row: int) -> None:
    panel.list.setCurrentIndex(panel.list.model().index(row, 0))


def test_it_asks_once_when_it_is_seen_and_again_when_told_to(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, WEBCAM)
    panel.hide()
    panel.show()
    assert line.asked == [Devices()]
    click(button(panel, "Look again"))
    assert line.asked == [Devices(), Devices()]


def test_a_device_becomes_a_source_of_its_name_and_settings(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, WEBCAM, MICROPHONE)
    _choose(panel, 0)
    click(button(panel, "Use as source"))
    added = Add(
        "sources",
        "camera-hd-pro-webcam-c920",
        {"name": "HD Pro Webcam C920", "kind": "camera", "settings": {"device": "usb-1"}},
    )
    assert line.sent == [added]
    state = line.snapshot.state or State()
    assert state.show.sources["camera-hd-pro-webcam-c920"].settings == {"device": "usb-1"}
    assert not button(panel, "Use as source").isEnabled(), "it is used already"


def test_what_was_added_by_mistake_can_be_taken_back(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, WEBCAM)
    undone: list[Undo] = []
    assert line.desk is not None
    line.desk.undoable.connect(undone.append)
    before = (line.snapshot.state or State()).show.sources
    _choose(panel, 0)
    key(panel.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(undone) == 1)
    assert isinstance(undone[0].command, Remove)
    line.desk.do(undone[0].command)
    assert (line.snapshot.state or State()).show.sources == before


def test_a_device_that_is_a_source_says_so_whatever_else_is_set(qtbot: QtBot) -> None:
    state = planned_state()
    sources = {"cam": Source("正面カメラ", "camera", {"device": "usb-1", "width": 1280})}
    panel, _ = _opened(qtbot, WEBCAM, state=replace(state, show=replace(state.show, sources=sources)))
    row = panel.list.model().index(0, 0).data(int(Qt.ItemDataRole.UserRole))
    assert row.source == "正面カメラ"


def test_devices_without_settings_are_never_taken_for_used() -> None:
    show = replace(Show(), sources={"x": Source("X", "camera", {})})
    assert used_as(show, Device("camera", "k", "Camera")) == ""


@pytest.mark.parametrize("name", ["HD Webcam", "ワイヤレス", "../../etc/passwd", "", "x" * 500, "a b\n; rm"])
def test_any_name_makes_an_id_that_can_be_written(name: str) -> None:
    made = fresh_id("camera", name, {})
    assert not list(bad_id("sources", made))


def test_two_devices_of_one_name_get_ids_of_their_own() -> None:
    taken = {"camera-cam": 1, "camera-cam-2": 1}
    assert fresh_id("camera", "Cam", taken) == "camera-cam-3"


def test_a_machine_without_devices_says_what_to_do(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot)
    assert any(words.startswith("No camera, microphone or screen") for words in _words(panel))


def test_why_they_cannot_be_listed_is_said_here(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, WEBCAM)
    assert line.desk is not None
    problem = Message("listing_timed_out", {"seconds": 4})
    line.desk.answer(0, None, None)
    click(button(panel, "Look again"))
    line.desk.answer(len(line.asked), problem, None)
    assert line.desk.say(problem) in _words(panel)
