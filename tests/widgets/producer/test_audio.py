"""The sound as a producer sees and turns it."""

from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from console.link.pulse import Loud, Meters, Pulse
from console.model.audio import AudioMix, Strip
from console.model.commands import Add, Edit, Listen
from console.model.listening import Listening
from console.model.source import Source
from console.model.state import State
from tests.support.busy import busy_pulse, busy_state
from tests.support.fake_line import FakeLine, desk_of
from tests.support.press import click
from widgets.parts.meter import Meter
from widgets.producer.audio import AudioPanel, strip_keys
from widgets.producer.strip import StripRow


def _opened(qtbot: QtBot, state: State) -> tuple[AudioPanel, FakeLine]:
    desk, line = desk_of(state, pulse=busy_pulse())
    panel = AudioPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    line.beat(replace(busy_pulse()))
    return panel, line


def _with_strip(strip: Strip) -> State:
    state = busy_state()
    return replace(state, show=replace(state.show, audio=AudioMix(strips={"table": strip})))


def _rows(panel: AudioPanel) -> list[StripRow]:
    return panel.findChildren(StripRow)


def test_strips_come_first_then_what_can_be_heard() -> None:
    sources = {"still": Source("S", "still"), "mic": Source("M", "microphone"), "clip": Source("C", "clip")}
    state = State(show=replace(busy_state().show, sources=sources, audio=AudioMix(strips={"clip": Strip()})))
    assert strip_keys(state) == ("clip", "mic")


def test_levels_follow_the_figures(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, busy_state())
    program = panel.findChildren(Meter)[0]
    assert program.accessibleDescription() == "-9.0"
    assert "-16.4" in [label.text() for label in panel.findChildren(QLabel)]
    line.beat(Pulse(meters=Meters(program=Loud(-3.0, -10.0))))
    assert program.accessibleDescription() == "-3.0"
    assert "—" in [label.text() for label in panel.findChildren(QLabel)], "loudness is unknown again"


def test_a_source_without_a_strip_gets_one_when_it_is_muted(qtbot: QtBot) -> None:
    state = busy_state()
    panel, line = _opened(qtbot, replace(state, show=replace(state.show, audio=AudioMix())))
    click(_mute(_rows(panel)[0]))
    assert isinstance(line.sent[0], Add)
    assert (line.sent[0].area, line.sent[0].fields) == ("strips", {"mute": True})


def test_a_strip_is_muted_and_says_so_in_a_word(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, _with_strip(Strip()))
    mute = _mute(_rows(panel)[0])
    click(mute)
    assert line.sent == [Edit("strips", "table", {"mute": True}, 0)]
    assert (mute.text(), mute.property("means")) == ("Muted", "armed")


def test_a_slider_that_is_drawn_sends_once_it_rests(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, _with_strip(Strip()))
    slider = _rows(panel)[0].findChildren(QSlider)[0]
    for value in range(-12, 0):
        slider.setValue(value)
    assert line.sent == []
    qtbot.waitUntil(lambda: len(line.sent) == 1)
    assert line.sent == [Edit("strips", "table", {"gain_db": -1.0}, 0)]


def test_what_another_seat_turned_is_shown_and_not_sent_back(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, _with_strip(Strip()))
    line.show(_with_strip(Strip(gain_db=-20.0)))
    assert _rows(panel)[0].findChildren(QSlider)[0].value() == -20
    assert "-20 dB" in [label.text() for label in _rows(panel)[0].findChildren(QLabel)]
    assert line.sent == []


def test_a_show_without_sound_says_what_to_do(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot, State())
    assert any("No source with sound" in one.text() and one.isVisible() for one in panel.findChildren(QLabel))


def test_strips_of_sources_that_are_gone_go(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, busy_state())
    state = busy_state()
    sources = {key: one for key, one in state.show.sources.items() if key != "table"}
    line.show(replace(state, show=replace(state.show, sources=sources, audio=AudioMix())))
    qtbot.waitUntil(lambda: all("店のテーブル" not in _name(row) for row in _rows(panel)))


def _mute(row: StripRow) -> QPushButton:
    return next(one for one in row.findChildren(QPushButton) if one.text() in {"Mute", "Muted"})


def _name(row: StripRow) -> str:
    return row.findChildren(QLabel)[0].toolTip()


def test_one_strip_is_heard_alone_and_then_program_again(qtbot: QtBot) -> None:
    panel, line = _opened(qtbot, replace(_with_strip(Strip()), listening=Listening(device="phones")))
    [solo] = [one for one in _rows(panel)[0].findChildren(QPushButton) if one.text() == "Solo"]
    click(solo)
    assert line.sent == [Listen("phones", "table")]
    assert solo.isChecked()
    click(solo)
    assert line.sent[1:] == [Listen("phones", "program")]


def test_without_an_output_there_is_nothing_to_hear_it_with(qtbot: QtBot) -> None:
    panel, _ = _opened(qtbot, _with_strip(Strip()))
    [solo] = [one for one in _rows(panel)[0].findChildren(QPushButton) if one.text() == "Solo"]
    assert not solo.isEnabled()
    assert "Listen" in solo.toolTip()
