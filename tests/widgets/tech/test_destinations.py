"""Destinations in detail."""

from unittest.mock import patch

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from console.errors import Message
from console.link.asking import KeyTails
from console.link.pulse import LineFigures, Pulse
from console.model.commands import RetryDestination, StartDestination, StopDestination
from console.model.destination import DestinationStatus
from console.model.state import State
from tests.support.busy import busy_pulse, busy_state
from tests.support.fake_line import NOW, FakeLine, desk_of
from tests.support.press import CTRL, SHIFT, button, click, key
from widgets.parts.hold_button import HoldButton
from widgets.tech.destination_card import DestinationCard, without_secrets
from widgets.tech.destinations import DestinationsPanel

REFUSED = Message("no_such_destination", {"destination": "tt"})


def _opened(qtbot: QtBot, state: State) -> tuple[DestinationsPanel, FakeLine]:
    desk, line = desk_of(state, pulse=busy_pulse())
    line.answers[KeyTails] = {"yt": "k3f9"}
    panel = DestinationsPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(440, 700)
    panel.show()
    return panel, line


def _figures(card: DestinationCard) -> dict[str, str]:
    return {label.accessibleName(): label.text() for label in card.findChildren(QLabel) if label.accessibleName()}


def _reads(card: DestinationCard, words: str) -> bool:
    return words in [label.text() for label in card.findChildren(QLabel)]


def _with(key: str, status: DestinationStatus) -> State:
    state = busy_state()
    return replace(state, destinations={**state.destinations, key: status})


def test_all_that_is_known_of_a_line_stands_there(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, busy_state())
    figures = LineFigures(
        kbps=4100,
        buffered_ms=1200,
        acknowledged_age_s=3.0,
        seen_age_s=200.0,
        pictures=9,
        dropped=2,
        round_trip_ms=31.0,
    )
    line.beat(Pulse(destinations={"yt": figures}))
    found = _figures(panel.cards["yt"])
    assert found["Sent"] == "4.1 Mb/s"
    assert found["Waiting"] == "1,200 ms"
    assert (found["Dropped"], found["Round trip"]) == ("2", "31 ms")
    assert (found["Accepted"], found["Seen"]) == ("3 s ago", "3 min ago")


def test_what_is_not_sent_proves_nothing(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot, busy_state())
    found = _figures(panel.cards["tt"])
    assert [found[name] for name in ("Sent", "Waiting", "Accepted", "Seen", "Round trip")] == ["—"] * 5
    assert (found["Failed tries"], found["Reconnects"]) == ("2", "1")


def test_why_it_failed_is_said_in_words_until_it_is_well(qtbot: QtBot) -> None:
    status = DestinationStatus(wanted=True, phase="rejected", problem=REFUSED)
    panel, line = _opened(qtbot, _with("tt", status))
    assert line.desk is not None
    card, words = panel.cards["tt"], line.desk.say(REFUSED)
    assert words in [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert (card.phase.text(), card.phase.property("means")) == ("Rejected", "air")
    line.show(_with("tt", replace(status, phase="live")))
    assert words not in [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_it_counts_down_to_the_next_attempt_and_one_click_tries_now(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, busy_state())
    assert line.desk is not None
    card = panel.cards["tt"]
    line.desk.ticked.emit()
    assert card.phase.text().startswith("Retrying in ")
    click(button(card, "Retry now"))
    assert line.sent == [RetryDestination("tt")]


def test_one_that_is_off_is_started_by_a_click_and_by_no_stray_key(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, _with("tt", DestinationStatus()))
    start = button(panel.cards["tt"], "Start")
    for pressed in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        key(start, pressed)
    assert line.sent == []
    click(start)
    assert line.sent == [StartDestination("tt")]


def test_one_is_stopped_only_by_holding(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, busy_state())
    stop = panel.cards["yt"].findChildren(HoldButton)[0]
    click(stop)
    assert line.sent == []
    with patch("widgets.parts.hold_button.HOLD_MS", 30):
        QTest.mousePress(stop, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: line.sent == [StopDestination("yt")])
        QTest.mouseRelease(stop, Qt.MouseButton.LeftButton)
    assert (line.snapshot.state or State()).destinations["yt"].wanted is False


def test_without_a_session_nothing_can_be_started_or_stopped(qtbot: QtBot) -> None:
    state = busy_state()
    panel, _ = _opened(qtbot, replace(state, session=replace(state.session, phase="ended"), destinations={}))
    card = panel.cards["yt"]
    assert not [one for one in card.findChildren(HoldButton) if one.isVisible()]


def test_the_key_is_told_apart_by_its_end_and_never_shown(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot, busy_state())
    qtbot.waitUntil(lambda: _reads(panel.cards["yt"], "Key …k3f9"))
    qtbot.waitUntil(lambda: _reads(panel.cards["tt"], "Key not stored"))


@pytest.mark.parametrize(
    ("server", "shown"),
    [
        ("rtmps://a.example/live2", "rtmps://a.example/live2"),
        ("rtmp://me:secret@a.example:1935/app?key=secret#secret", "rtmp://a.example:1935/app"),
        ("", ""),
        ("secret", ""),
    ],
)
def test_an_address_is_shown_without_what_people_paste_into_it(server: str, shown: str) -> None:
    assert without_secrets(server) == shown


def test_a_rehearsal_says_that_nothing_is_public(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, busy_state())
    words = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert any(one.startswith("Rehearsal:") for one in words)
    state = busy_state()
    line.show(replace(state, session=replace(state.session, phase="live", rehearsal=False)))
    words = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert not any(one.startswith("Rehearsal:") for one in words)


def test_a_rehearsal_without_destinations_shows_the_receiver(qtbot: QtBot) -> None:
    state = busy_state()
    bare = replace(state, show=replace(state.show, destinations={}), destinations={})
    panel, _ = _opened(qtbot, bare)
    assert [card.name.text() for card in panel.cards.values()] == ["Built-in receiver"]


def test_a_show_without_destinations_says_what_to_do(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot, State())
    words = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert any(one.startswith("This show has no destinations.") for one in words)


def test_the_clock_of_the_countdown_is_the_engines(qtbot: QtBot) -> None:
    status = DestinationStatus(wanted=True, phase="retrying", retry_at_us=NOW.wall_us - 5_000_000)
    panel, line = _opened(qtbot, _with("tt", status))
    assert line.desk is not None
    line.desk.ticked.emit()
    assert panel.cards["tt"].phase.text() == "Retrying in 0 s"


def test_another_destination_or_place_of_a_key_is_asked_for_anew(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, busy_state())
    state = busy_state()
    asked = line.asked.count(KeyTails())
    known = state.show.destinations
    more = {**known, "more": replace(known["yt"], name="More", key="")}
    line.answers[KeyTails] = {"yt": "k3f9", "more": ""}
    line.show(replace(state, show=replace(state.show, destinations=more)))
    assert line.asked.count(KeyTails()) == asked + 1
    qtbot.waitUntil(lambda: _reads(panel.cards["more"], "Key stored, too short to show"))


def _hold(panel: DestinationsPanel, *, down: bool) -> None:
    kind = QEvent.Type.KeyPress if down else QEvent.Type.KeyRelease
    receiver = QApplication.focusWidget() or panel
    QApplication.sendEvent(receiver, QKeyEvent(kind, Qt.Key.Key_F9, CTRL | SHIFT))


def _active(qtbot: QtBot, state: State) -> tuple[DestinationsPanel, FakeLine]:
    panel, line = _opened(qtbot, state)
    with qtbot.waitActive(panel):
        panel.activateWindow()
    return panel, line


def test_the_chord_held_stops_the_destination_that_has_the_focus_and_let_go_early_it_does_nothing(
    qtbot: QtBot,
) -> None:
    panel, line = _active(qtbot, busy_state())
    panel.cards["yt"].take_focus()
    _hold(panel, down=True)
    _hold(panel, down=False)
    assert line.sent == []
    with patch("widgets.parts.hold_button.HOLD_MS", 30):
        _hold(panel, down=True)
        qtbot.waitUntil(lambda: line.sent == [StopDestination("yt")])
        _hold(panel, down=False)


def test_the_chord_starts_the_one_that_is_off_and_enter_does_not(qtbot: QtBot) -> None:
    panel, line = _active(qtbot, _with("tt", DestinationStatus()))
    panel.cards["tt"].take_focus()
    key(QApplication.focusWidget() or panel, Qt.Key.Key_Return)
    assert line.sent == []
    _hold(panel, down=True)
    _hold(panel, down=False)
    assert line.sent == [StartDestination("tt")]


def test_without_a_focus_the_chord_leads_to_the_first_card_and_touches_nothing(qtbot: QtBot) -> None:
    panel, line = _active(qtbot, busy_state())
    panel.setFocus()
    key(panel, Qt.Key.Key_F9, CTRL | SHIFT)
    first = next(iter(panel.cards.values()))
    assert first.isAncestorOf(QApplication.focusWidget() or panel)
    assert line.sent == []
    assert line.desk is not None
    assert "Ctrl+Shift+F9" in [one.keys for one in line.desk.actions.lines()]
