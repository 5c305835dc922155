"""The engine's own figures."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from console.link.pulse import Pulse
from tests.support.busy import busy_pulse, busy_state
from tests.support.fake_line import FakeLine, desk_of
from widgets.tech.machine import MachinePanel


def _opened(qtbot: QtBot, pulse: Pulse) -> tuple[MachinePanel, FakeLine]:
    desk, line = desk_of(busy_state(), pulse=pulse)
    panel = MachinePanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    return panel, line


def _figures(panel: MachinePanel) -> dict[str, QLabel]:
    return {label.accessibleName(): label for label in panel.findChildren(QLabel) if label.accessibleName()}


def test_lateness_memory_processor_and_disk_stand_there(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot, busy_pulse())
    found = {name: label.text() for name, label in _figures(panel).items()}
    assert found["Late (p99)"] == "1.4 ms"
    assert found["Memory"] == "151 MB"
    assert found["Cores in use"] == "0.47"
    assert found["Disk lasts"] == "5 h 12 min"
    assert found["On air since"] == "7:00"


def test_what_is_wrong_is_a_word_and_a_colour(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot, Pulse(seconds=9, late_p99_ms=41.0, disk_minutes=12.0, repeated=3, memory_mb=90))
    found = _figures(panel)
    assert (found["Late (p99)"].text(), found["Late (p99)"].property("means")) == ("41.0 ms, late", "armed")
    assert (found["Disk lasts"].text(), found["Disk lasts"].property("means")) == ("only 12 min", "armed")


def test_what_is_unknown_or_old_is_no_number(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, Pulse())
    assert {label.text() for label in _figures(panel).values()} == {"—"}
    line.beat(busy_pulse())
    assert _figures(panel)["Memory"].text() == "151 MB"
    line.stand("lost")
    assert {label.text() for label in _figures(panel).values()} == {"—"}
