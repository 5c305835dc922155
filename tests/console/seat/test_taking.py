"""A Take is found in the pictures themselves."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from console.link.probing import PICTURE_US, Take
from console.media.picture import Picture
from console.model.commands import LoadPreview
from console.model.state import State
from console.seat import taking
from console.seat.taking import Taking
from tests.support.busy import busy_state
from tests.support.fake_line import desk_of
from tests.support.qt import qapp_cls
from widgets.parts.monitor import Monitor

__all__ = ["qapp_cls"]
SIDE = 64


def picture(grey: int, pts_us: int = 0) -> Picture:
    chroma = np.full((SIDE // 2, SIDE // 2), 128, np.uint8)
    return Picture(np.full((SIDE, SIDE), grey, np.uint8), chroma, chroma, pts_us)


class Room:
    """A desk with two scenes, one grey and one white; a key that is counted."""

    def __init__(self, qtbot: QtBot) -> None:
        self.pictures = {"program": picture(60), "preview": picture(200)}
        self.desk, self.line = desk_of(on_air(), pictures=self.pictures)
        self.pressed = 0
        program = self.desk.state.mix.program or ""
        self.other = next(key for key in self.desk.state.show.scenes if key != program)
        self.taking = Taking(self.desk, (program, self.other), self._press)
        self.monitor = Monitor(self.desk, "program")
        qtbot.addWidget(self.monitor)

    def _press(self) -> None:
        self.pressed += 1

    def press(self) -> None:
        """Through the preparation."""
        self.taking.go_on()
        if not self.pressed:
            self.taking.go_on()

    def show(self, name: str, shown: Picture) -> None:
        self.pictures[name] = shown
        self.taking.look(self.monitor)


def on_air() -> State:
    state = busy_state()
    assert state.session.on_air is not None
    return state


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def test_the_other_scene_is_put_on_preview_before_the_key_is_pressed(room: Room) -> None:
    room.press()
    assert LoadPreview(room.other) in room.line.sent or room.desk.state.mix.preview == room.other
    assert room.pressed == 1
    assert room.taking.waits


def test_it_is_there_with_the_first_picture_that_is_nearer_to_what_preview_showed(room: Room) -> None:
    room.press()
    pressed_us = room.desk.now().media_us
    room.show("program", picture(70, pressed_us + round(PICTURE_US)))
    assert room.taking.waits
    room.show("program", picture(190, pressed_us + round(2 * PICTURE_US)))
    room.monitor.painted += 1
    room.taking.look(room.monitor)
    [take] = room.taking.told()
    assert take.ticks == pytest.approx(2, abs=1.5)
    assert take.shown_ms > 0
    assert not room.taking.waits
    assert room.taking.told() == ()


def test_one_that_never_comes_is_told_and_long(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "PATIENCE_S", 0.0)
    room.press()
    room.show("program", picture(61, 5))
    assert room.taking.told() == (Take(0.0, 0.0),)
    assert not room.taking.waits
