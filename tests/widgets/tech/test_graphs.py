"""Graphs of encoders, lines and ticks."""

import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from console.link.pulse import Pulse
from tests.support.busy import busy_pulse, busy_state
from tests.support.fake_line import FakeLine, desk_of
from tests.support.minutes import Minutes, lived_through
from widgets.desk import Desk
from widgets.tech.graph import Graph
from widgets.tech.graphs import EncoderPanel, GraphPanel, NetworkPanel, TimingPanel
from widgets.tech.plot import Plot, pens, top_of
from widgets.theme import DARK, LIGHT, Tokens, contrast

LAZY = """
import sys
import widgets.tech.workspace, widgets.tech.graphs
assert "pyqtgraph" not in sys.modules
import widgets.tech.plot, pyqtgraph
assert pyqtgraph.Qt.QT_LIB == "PySide6"
"""


def _opened(
    qtbot: QtBot, panel: type[EncoderPanel | NetworkPanel | TimingPanel]
) -> tuple[GraphPanel, Desk, FakeLine]:
    desk, line = desk_of(busy_state())
    lived_through(desk, line, busy_pulse())
    made = panel(desk)
    qtbot.addWidget(made)
    made.resize(480, 300)
    made.show()
    return made, desk, line


def _words(panel: GraphPanel) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_the_library_is_loaded_by_those_who_look_and_draws_with_our_qt() -> None:
    done = subprocess.run([sys.executable, "-c", LAZY], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr


def test_each_line_says_what_it_is_and_what_it_says_now(qtbot: QtBot) -> None:
    panel, _, _ = _opened(qtbot, NetworkPanel)
    words = _words(panel)
    assert {"YouTube 暮らしの店", "TikTok @kurashi"} <= set(words)
    assert sum(one.endswith(" Mb/s") for one in words) == 2
    assert sum(one.endswith(" ms") for one in words) == 2


@pytest.mark.parametrize("panel", [EncoderPanel, TimingPanel])
def test_its_description_reads_the_newest_figures(qtbot: QtBot, panel: type[EncoderPanel | TimingPanel]) -> None:
    made, _, _ = _opened(qtbot, panel)
    for graph in made.findChildren(Graph):
        assert any(sign.isdigit() for sign in graph.accessibleDescription())


def test_before_anything_runs_it_says_what_to_do(qtbot: QtBot) -> None:
    desk, line = desk_of(busy_state())
    minutes = Minutes(desk, line)
    panel = EncoderPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    assert any(one.startswith("Nothing is encoded") for one in _words(panel))
    minutes.beat(busy_pulse())
    assert not any(one.startswith("Nothing is encoded") for one in _words(panel))


def test_a_hidden_graph_draws_nothing_and_is_there_when_it_is_seen(qtbot: QtBot) -> None:
    desk, line = desk_of(busy_state())
    minutes = Minutes(desk, line)
    panel = EncoderPanel(desk)
    qtbot.addWidget(panel)
    minutes.beat(busy_pulse())
    assert panel.findChildren(Plot) == []
    panel.show()
    assert len(panel.findChildren(Plot)) == 2


def test_in_a_low_place_graphs_stand_side_by_side(qtbot: QtBot) -> None:
    panel, _, _ = _opened(qtbot, EncoderPanel)
    first, second = panel.findChildren(Graph)
    assert first.y() < second.y()
    panel.resize(900, 200)
    qtbot.waitUntil(lambda: first.y() == second.y() and first.x() < second.x())


@pytest.mark.parametrize("tokens", [DARK, LIGHT])
def test_lines_can_be_told_apart_without_colours_and_be_seen(tokens: Tokens) -> None:
    made = pens(tokens)
    assert len({(pen.colour, pen.pattern) for pen in made}) == len(made)
    assert len({pen.pattern for pen in made[:4]}) == 4
    assert all(contrast(pen.colour, tokens.panel) >= 4.5 for pen in made)


def test_the_scale_holds_the_highest_and_never_only_noise() -> None:
    nothing = np.array([np.nan, np.nan])
    assert top_of([], 10.0) == top_of([nothing], 10.0) == 10.0
    assert top_of([np.array([1.0, np.nan, 100.0])], 10.0) > 100


def test_a_line_is_drawn_in_its_colour(qtbot: QtBot) -> None:
    plot = Plot(DARK, least=10.0)
    qtbot.addWidget(plot)
    plot.resize(400, 160)
    plot.show()
    pen = pens(DARK)[0]
    plot.show_lines(np.linspace(-240, 0, 480), {"one": (np.full(480, 5.0), pen)})
    image = plot.grab().toImage()
    seen = {image.pixelColor(200, y).name() for y in range(image.height())}
    assert QColor(pen.colour).name() in seen
    plot.show_lines(np.zeros(0), {})
    image = plot.grab().toImage()
    assert QColor(pen.colour).name() not in {image.pixelColor(200, y).name() for y in range(image.height())}


def test_figures_that_stop_leave_the_line_and_no_number(qtbot: QtBot) -> None:
    desk, line = desk_of(busy_state())
    minutes = Minutes(desk, line)
    panel = NetworkPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    minutes.beat(busy_pulse())
    minutes.beat(Pulse())
    assert "YouTube 暮らしの店" in _words(panel)
    assert "—" in _words(panel)
