"""Monitors look only while they are seen."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.busy import busy_state
from tests.support.fake_line import desk_of
from widgets.parts.monitor import Monitor


def test_one_that_is_deleted_while_it_is_seen_looks_no_more(qtbot: QtBot) -> None:
    desk, line = desk_of(busy_state())
    holder = QWidget()
    qtbot.addWidget(holder)
    monitor = Monitor(desk, "program")
    monitor.setParent(holder)
    holder.show()
    assert line.watched == {"program"}
    monitor.deleteLater()
    qtbot.waitUntil(lambda: line.watched == frozenset())


def test_two_views_of_one_monitor_are_looked_at_until_both_are_hidden(qtbot: QtBot) -> None:
    desk, line = desk_of(busy_state())
    views = [Monitor(desk, "program") for _ in range(2)]
    for view in views:
        qtbot.addWidget(view)
        view.show()
    views[0].hide()
    assert line.watched == {"program"}
    views[1].hide()
    assert line.watched == frozenset()
