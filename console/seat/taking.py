"""Presses Take again and again and finds the picture in which Program is another. For `honban bench desk` only."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from console.link.probing import PICTURE_US, Take
from console.media.picture import Picture
from console.mixer.monitors import PREVIEW, PROGRAM
from console.model.commands import LoadPreview
from widgets.desk import Desk
from widgets.parts.monitor import Monitor

STEP_PX = 8
PATIENCE_S = 3.0


@dataclass(slots=True)
class _Press:
    """Both pictures as they were when the key went down."""

    program: NDArray[np.int16]
    preview: NDArray[np.int16]
    media_us: int
    at_s: float
    ticks: float = -1.0
    """-1: not there yet."""
    painted: int = 0
    """By the monitor, when it was there."""


class Taking:
    """One Take at a time; one that never comes is told as infinitely long."""

    def __init__(self, desk: Desk, scenes: tuple[str, ...], press: Callable[[], None]) -> None:
        """`scenes`: whose pictures differ."""
        self._desk, self._scenes, self._press = desk, scenes, press
        self._pending: _Press | None = None
        self._takes = list[Take]()
        self._looked_at: Picture | None = None

    @property
    def waits(self) -> bool:
        """A key was pressed and its picture is not shown yet."""
        return self._pending is not None

    def told(self) -> tuple[Take, ...]:
        """Since the last time."""
        takes, self._takes = tuple(self._takes), []
        return takes

    def go_on(self) -> None:
        """Put another scene on Preview; or, if it is there, press the key."""
        state = self._desk.state
        if self.waits or state.session.on_air is None:
            return
        wanted = next((scene for scene in self._scenes if scene != state.mix.program), None)
        if state.mix.preview != wanted and wanted is not None:
            self._desk.do(LoadPreview(wanted))
            return
        looking = self._desk.looking
        program, preview = looking.picture(PROGRAM), looking.picture(PREVIEW)
        if program is not None and preview is not None:
            pressed = _Press(_small(program), _small(preview), self._desk.now().media_us, time.perf_counter())
            self._press()
            self._pending = pressed

    def look(self, monitor: Monitor | None) -> None:
        """Whether it is there; `monitor` is the window's own Program."""
        pressed = self._pending
        if pressed is None or monitor is None:
            return
        if pressed.ticks < 0:
            self._find(pressed, monitor)
        elif monitor.painted > pressed.painted:
            self._takes.append(Take(pressed.ticks, (time.perf_counter() - pressed.at_s) * 1_000))
            self._pending = None
        if self.waits and time.perf_counter() - pressed.at_s > PATIENCE_S:
            self._takes.append(Take(PATIENCE_S * 1e6 / PICTURE_US, PATIENCE_S * 1_000))
            self._pending = None

    def _find(self, pressed: _Press, monitor: Monitor) -> None:
        picture = self._desk.looking.picture(PROGRAM)
        if picture is None or picture is self._looked_at:
            return
        self._looked_at = picture
        now = _small(picture)
        if np.abs(now - pressed.preview).sum() < np.abs(now - pressed.program).sum():
            pressed.ticks = (picture.pts_us - pressed.media_us) / PICTURE_US
            pressed.painted = monitor.painted


def _small(picture: Picture) -> NDArray[np.int16]:
    return picture.y[::STEP_PX, ::STEP_PX].astype(np.int16)
