"""Sources as the tech sees them."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from console.errors import Message
from console.link.asking import ReopenSource
from console.link.pulse import Loud, Meters, Pulse, SourceFigures
from console.model.source import Source
from console.model.state import SourceStatus, State
from tests.support.busy import busy_pulse, busy_state, planned_state
from tests.support.fake_line import FakeLine, desk_of
from tests.support.press import button, click, key
from widgets.parts.button import ActionButton
from widgets.parts.meter import Meter
from widgets.parts.monitor import Monitor
from widgets.tech.source_card import SourceCard
from widgets.tech.sources import SourcesPanel

LOST = Message("source_stale", {"name": "table"})


def _opened(qtbot: QtBot, state: State) -> tuple[SourcesPanel, FakeLine]:
    desk, line = desk_of(state, pulse=busy_pulse())
    panel = SourcesPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(900, 700)
    panel.show()
    return panel, line


def _with(status: SourceStatus) -> State:
    state = busy_state()
    return replace(state, sources={**state.sources, "table": status})


def _words(card: SourceCard) -> str:
    return " | ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def test_every_source_has_a_card_in_the_order_of_the_show(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, busy_state())
    assert list(panel.cards) == list(busy_state().show.sources)
    assert line.watched == {f"source/{key}" for key in panel.cards}


def test_state_is_a_word_and_a_meaning(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, _with(SourceStatus("opening")))
    card = panel.cards["table"]
    seen = [(card.phase.text(), card.phase.property("means"))]
    for status in (SourceStatus("running"), SourceStatus("lost", problem=LOST)):
        line.show(_with(status))
        seen.append((card.phase.text(), card.phase.property("means")))
    assert seen == [("Opening", "armed"), ("Running", "preview"), ("Lost", "air")]
    assert line.desk is not None
    assert line.desk.say(LOST) in _words(card)
    line.show(_with(SourceStatus("running", openings=3)))
    assert line.desk.say(LOST) not in _words(card)
    assert "3 times" in card.toolTip()


def test_without_a_session_all_are_closed_and_it_says_when_they_open(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot, planned_state())
    assert {card.phase.text() for card in panel.cards.values()} == {"Closed"}
    words = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert "Sources are opened with the rehearsal or the show." in words


def test_figures_and_levels_follow_the_pulse(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, busy_state())
    card = panel.cards["table"]
    assert "30.0 fps" in _words(card)
    figures = {"table": SourceFigures(fps=12.5, overwritten=7, stale_s=62.0)}
    line.beat(Pulse(sources=figures, meters=Meters(strips={"table": Loud(-6.0, -12.0)})))
    assert "12.5 fps" in _words(card)
    counts = next(one.text() for one in card.findChildren(QLabel) if "unused" in one.text())
    assert counts == "Clip · 7 unused · nothing for 1:02"
    assert card.findChildren(Meter)[0].accessibleDescription() == "-6.0"


def test_a_microphone_shows_no_picture_and_a_still_no_level(qtbot: QtBot) -> None:
    state = busy_state()
    sources = {"mic": Source("Mic", "microphone"), "photo": Source("Photo", "still")}
    panel, line = _opened(qtbot, replace(state, show=replace(state.show, sources=sources)))
    mic, photo = panel.cards["mic"], panel.cards["photo"]
    assert (mic.findChildren(Monitor)[0].isVisible(), mic.findChildren(Meter)[0].isVisible()) == (False, True)
    assert (photo.findChildren(Monitor)[0].isVisible(), photo.findChildren(Meter)[0].isVisible()) == (True, False)
    assert line.watched == {"source/photo"}


def test_sources_come_and_go_and_others_keep_their_card(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, busy_state())
    kept = panel.cards["table"]
    state = busy_state()
    sources = {"new": Source("New", "camera"), "table": state.show.sources["table"]}
    line.show(replace(state, show=replace(state.show, sources=sources)))
    assert list(panel.cards) == ["new", "table"]
    assert panel.cards["table"] is kept
    qtbot.waitUntil(lambda: len(panel.findChildren(SourceCard)) == 2)
    assert line.watched == {"source/new", "source/table"}


def test_a_show_without_sources_says_where_to_find_one(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot, State())
    words = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert any("On this machine" in one for one in words)


def test_a_hidden_page_looks_at_nothing(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, busy_state())
    panel.hide()
    assert line.watched == frozenset()


def test_a_source_is_opened_again_by_a_click_and_by_no_stray_key(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, _with(SourceStatus("running")))
    again = button(panel.cards["table"], "Open again")
    key(again, Qt.Key.Key_Return)
    assert line.asked == []
    click(again)
    assert line.asked == [ReopenSource("table")]


def test_without_a_session_there_is_nothing_to_open_again(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot, planned_state())
    assert [one for one in panel.findChildren(ActionButton) if one.isVisible()] == []
