"""What graphs are drawn from: bounded, even, broken where nothing came."""

import numpy as np
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from console.link.pulse import EncodeFigures, LineFigures, Pulse
from tests.support.busy import busy_pulse, busy_state
from tests.support.fake_line import desk_of
from tests.support.minutes import Minutes
from widgets.tech.history import KEPT, MOST, Series, history_of


def _minutes() -> Minutes:
    desk, line = desk_of(busy_state())
    return Minutes(desk, line)


def test_it_grows_twice_a_second_however_often_figures_come(qtbot: QtBot) -> None:
    minutes = _minutes()
    grown: list[None] = []
    minutes.history.grown.connect(lambda: grown.append(None))
    for _ in range(100):
        minutes.beat(busy_pulse(), after_s=0.1)
    assert len(grown) == 20


def test_only_the_last_minutes_are_kept(qtbot: QtBot) -> None:
    minutes = _minutes()
    for _ in range(KEPT + 50):
        minutes.beat(busy_pulse())
    history = minutes.history
    assert len(history.ages()) == len(history.values(Series("late"))) == KEPT
    assert history.ages()[-1] == 0
    assert np.all(np.diff(history.ages()) > 0)


def test_each_rendition_and_destination_has_its_own_line(qtbot: QtBot) -> None:
    minutes = _minutes()
    minutes.beat(busy_pulse())
    assert minutes.history.newest(Series("encoded", "main")) == 4.02
    assert minutes.history.newest(Series("sent", "yt")) == 4.1
    assert minutes.history.newest(Series("buffered", "tt")) == 910
    assert minutes.history.newest(Series("fps", "other")) is None


def test_while_nothing_comes_the_line_is_broken(qtbot: QtBot) -> None:
    minutes = _minutes()
    minutes.beat(busy_pulse())
    minutes.beat(busy_pulse(), after_s=30)
    values = minutes.history.values(Series("late"))
    assert list(np.isnan(values)) == [False, True, False]


def test_a_destination_that_comes_later_was_unknown_before_and_one_that_went_is_forgotten(qtbot: QtBot) -> None:
    minutes = _minutes()
    minutes.beat(Pulse())
    minutes.beat(busy_pulse())
    assert np.isnan(minutes.history.values(Series("sent", "yt"))[0])
    for _ in range(KEPT):
        minutes.beat(Pulse())
    assert Series("sent", "yt") not in minutes.history.series
    assert Series("late") in minutes.history.series


def test_there_are_never_more_lines_than_can_be_kept(qtbot: QtBot) -> None:
    minutes = _minutes()
    lines = {f"d{number}": LineFigures() for number in range(2 * MOST)}
    minutes.beat(replace(busy_pulse(), destinations=lines, renditions={"main": EncodeFigures()}))
    assert len(minutes.history.series) == MOST


def test_a_desk_has_one_that_outlives_its_windows(qtbot: QtBot) -> None:
    desk, _ = desk_of(busy_state())
    assert history_of(desk) is history_of(desk)
