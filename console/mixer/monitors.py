"""Small pictures of Program, Preview and the sources, for people who look, through a file that they map.

The supervisor of mixing has one `Monitors` for the life of the engine and hands it to every `MixerLoop`. When a seat
wants to see something the control thread calls `attach(monitor, viewer=seat)` and sends it the path; the seat opens
it with `console.media.ring.RingReader`. `detach` when it looks away, `leave(seat)` when it is gone: with its last
viewer a monitor's file is taken away, and what nobody looks at is not drawn.
"""

import logging
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from console.errors import ConsoleError
from console.media.picture import Picture, flat
from console.media.ring import RingWriter, ring_path
from console.mixer.compositor import Compositor
from console.mixer.geometry import Rect, placed
from console.mixer.plan import RenditionPlan, View
from console.mixer.scene_painter import SLATE, part_of, resize
from console.mixer.thumbnails import Thumbnails
from console.model.canvas import Canvas
from console.model.scene import Placement
from console.words.mixer import MONITOR_WITHOUT_ROOM

log = logging.getLogger(__name__)

PROGRAM, PREVIEW = "program", "preview"
LONGEST_PX = 640
"""The longer side of a monitor's picture."""
SCENE_PX = 240
"""The same of a scene's: many of them stand side by side."""
SCENE_US = 100_000
"""A scene is drawn ten times a second at most, and only one of them in a tick, whoever waited longest."""
SLOTS = 4
"""A reader's view stays whole for three more pictures: 100 ms."""
NEVER_US = -(2**62)
FASTEST = Fraction(45)
"""Above this rate every second tick is enough."""


def of_source(key: str) -> str:
    """Name of the monitor of a source."""
    return f"source/{key}"


def of_scene(key: str) -> str:
    """Name of the monitor of a scene, as it would look on Program."""
    return f"scene/{key}"


class Monitors:
    """Draws what somebody looks at. `draw`: mixer thread; all else: control thread."""

    def __init__(self, folder: Path | None = None) -> None:
        """Rings are made in `folder`; by default where the system has memory as files."""
        self._folder = folder
        self._screens: dict[str, _Screen] = {}
        self._looked_at: tuple[_Screen, ...] = ()
        """What the mixer reads once a tick."""
        self._scenes: tuple[_Screen, ...] = ()
        self._thumbnails = Thumbnails()
        self._turn = 0

    def attach(self, monitor: str, *, viewer: str, shape: Canvas) -> Path:
        """Where `viewer` finds the ring of `PROGRAM`, `PREVIEW`, `of_source(key)` or `of_scene(key)`; twice is once.

        The first viewer's `shape` (the canvas, or the box that a source is shown in) gives the picture its aspect;
        what has another one stands in it with black beside. Raises `ConsoleError` if there is no memory for it.
        """
        screen = self._screens.get(monitor)
        if screen is None:
            longest_px = SCENE_PX if _scene_of(monitor) is not None else LONGEST_PX
            screen = self._screens[monitor] = self._made(monitor, _fitted(shape, longest_px))
            self._sort()
        screen.viewers.add(viewer)
        return screen.ring.path

    def detach(self, monitor: str, *, viewer: str) -> None:
        """`viewer` looks away; one who did not look is no error."""
        screen = self._screens.get(monitor)
        if screen is None:
            return
        screen.viewers.discard(viewer)
        if not screen.viewers:
            del self._screens[monitor]
            self._sort()
            screen.ring.unlink()

    def leave(self, viewer: str) -> None:
        """`viewer` looks at nothing any more."""
        for monitor in list(self._screens):
            self.detach(monitor, viewer=viewer)

    def close(self) -> None:
        """Nobody looks; no file is left."""
        for screen in list(self._screens.values()):
            for viewer in list(screen.viewers):
                self.detach(screen.monitor, viewer=viewer)

    def draw(
        self,
        preview: View,
        pictures: Mapping[str, Picture],
        program: Picture | None,
        *,
        media_us: int,
        rate: Fraction,
        scenes: Mapping[str, tuple[Placement, ...]] | None = None,
    ) -> None:
        """One tick's pictures. `program` is None where nothing was composed; its monitor keeps what it shows.

        `scenes`: the placements of each; one that is not there is black.
        """
        if not self._screens:
            return
        self._turn += 1
        self._draw_scene(scenes or {}, pictures, media_us)
        if rate > FASTEST and self._turn % 2:
            return
        for screen in self._looked_at:
            screen.draw(preview, pictures, program, media_us)

    def _draw_scene(
        self, scenes: Mapping[str, tuple[Placement, ...]], pictures: Mapping[str, Picture], media_us: int
    ) -> None:
        """The one scene that waited longest, if it is due."""
        waiting = [screen for screen in self._scenes if not 0 <= media_us - screen.drawn_us < SCENE_US]
        if not waiting:
            return
        # Why: after a suspend media time begins anew, and what was drawn “later” has waited longest.
        screen = min(waiting, key=lambda one: (one.drawn_us <= media_us, one.drawn_us))
        screen.drawn_us = media_us
        placements = scenes.get(_scene_of(screen.monitor) or "", ())
        screen.draw(View(placements), self._thumbnails.of(placements, pictures), None, media_us)

    def _sort(self) -> None:
        screens = tuple(self._screens.values())
        self._scenes = tuple(one for one in screens if _scene_of(one.monitor) is not None)
        self._looked_at = tuple(one for one in screens if _scene_of(one.monitor) is None)
        if not self._scenes:
            self._thumbnails = Thumbnails()

    def _made(self, monitor: str, canvas: Canvas) -> "_Screen":
        path = ring_path(self._folder)
        try:
            return _Screen(monitor, canvas, RingWriter(path, width=canvas.width, height=canvas.height, slots=SLOTS))
        except OSError as error:
            raise ConsoleError(MONITOR_WITHOUT_ROOM(reason=error.strerror or "?")) from error


class _Screen:
    """One monitor: its picture, its ring, those who look."""

    def __init__(self, monitor: str, canvas: Canvas, ring: RingWriter) -> None:
        self.monitor, self.ring = monitor, ring
        self.viewers: set[str] = set()
        self._canvas = canvas
        self.drawn_us = NEVER_US
        """Media time at which it was drawn last; of scenes only."""
        self._compositor = Compositor(canvas) if monitor == PREVIEW or _scene_of(monitor) is not None else None
        self._source = monitor.removeprefix(of_source(""))
        self._picture = flat(canvas.width, canvas.height)
        self._slate = flat(2, 2, SLATE)
        self._shown: Picture | None = None
        self._target: Rect | None = None
        self._is_broken = False

    def draw(self, preview: View, pictures: Mapping[str, Picture], program: Picture | None, media_us: int) -> None:
        if self._is_broken:
            return
        try:
            if self._draw(preview, pictures, program, media_us):
                self.ring.write(*self._picture.planes, pts_us=media_us)
        except Exception:
            self._is_broken = True  # Why: a monitor is not worth the show.
            log.exception("monitor %s broke", self.monitor)

    def _draw(self, preview: View, pictures: Mapping[str, Picture], program: Picture | None, media_us: int) -> bool:
        """Whether there is something new to see."""
        if self._compositor is not None:
            plan = RenditionPlan(self._canvas)
            self._compositor.compose(plan, preview, pictures, media_us=media_us, onto=self._picture)
            return True
        if self.monitor == PROGRAM:
            return program is not None and self._shrink(program)
        picture = pictures.get(self._source, self._slate)
        if picture is self._shown:
            return False
        self._shown = picture
        return self._shrink(picture)

    def _shrink(self, picture: Picture) -> bool:
        target = placed(Placement(source=self._source, fit="contain"), self._canvas, picture.width, picture.height)[1]
        if target != self._target:
            self._target, self._picture = target, flat(self._canvas.width, self._canvas.height)
        resize(picture, part_of(self._picture, target))
        return True


def _scene_of(monitor: str) -> str | None:
    """The scene that a monitor shows; None: it shows something else."""
    prefix = of_scene("")
    return monitor.removeprefix(prefix) if monitor.startswith(prefix) else None


def _fitted(shape: Canvas, longest_px: int) -> Canvas:
    scale = min(1.0, longest_px / max(shape.width, shape.height))
    return Canvas(*(max(2, round(side * scale / 2) * 2) for side in (shape.width, shape.height)))
