"""Graphics as viewers will see them, painted in the seat beside the GUI thread by the very painter of the engine."""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from PySide6.QtGui import QImage

from console.drivers import overlay_driver, validated
from console.errors import ConsoleError, Message
from console.media.colour import bgr_of_planes
from console.media.painting import Painting
from console.media.picture import Picture
from console.media.sprite import Sprite
from console.mixer.blend import blend
from console.mixer.pieces import joined_sprite, piece_pose
from console.mixer.plan import Piece
from console.model.canvas import Canvas
from console.model.moment import At
from console.model.overlay import Overlay
from console.model.scene import Box
from console.model.state import State
from console.ports.overlay import PaintJob, Sight
from console.words.supervise import GRAPHIC_FAILED
from overlays.painter import answer
from overlays.painter_client import job_of
from overlays.slots import Wanted, arranged, covered_by

RESTED_US, RUNS_US, PULSED_US = 0, 6_000_000, 120_000
"""What comes has come, what scrolls is in its window, what glows glows."""
LIGHT, DEEP = 118, 74
"""Luma of the neutral picture, top and foot."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is to be painted."""

    state: State
    imagined: State
    """Where the State itself has nothing to show."""
    graphics: Mapping[str, Overlay]
    canvas: Canvas
    now: At
    rendition: str
    covered: tuple[Box, ...] = ()
    """What a platform lays over it."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What came of it."""

    image: QImage
    problems: tuple[Message, ...] = ()
    empty: tuple[str, ...] = ()
    """Names of graphics that have nothing to show."""
    left_out: tuple[str, ...] = ()
    """Names of graphics that found no place."""
    is_imagined: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    job: PaintJob
    values: Mapping[str, str]


def picture(look: Look) -> Looks:
    """Paint it. A QGuiApplication exists; any one thread at a time."""
    problems: list[Message] = []
    empty: list[str] = []
    seen: dict[str, _Seen] = {}
    is_imagined = False
    for name, overlay in look.graphics.items():
        try:
            found, is_made_up = _seen(look, name, overlay)
        except ConsoleError as error:
            problems.append(error.message)
            continue
        is_imagined = is_imagined or is_made_up
        if found is None:
            empty.append(overlay.name)
        else:
            seen[name] = found
    paintings: dict[str, Painting] = {}
    for name, one in seen.items():
        painted = answer(one.job)
        if isinstance(painted, Painting):
            paintings[name] = painted
        else:
            problems.append(painted)
    image, left_out = _laid(look, paintings, seen)
    names = tuple(look.graphics[name].name for name in left_out)
    return Looks(image, tuple(problems), tuple(empty), names, is_imagined)


def _seen(look: Look, name: str, overlay: Overlay) -> tuple[_Seen | None, bool]:
    """What a graphic shows, on the State as it is or else as it may be; whether it was made up."""
    driver, show = overlay_driver(overlay.kind), look.state.show
    settings = validated(overlay.settings, overlay.kind, driver.settings)
    for state in (look.state, look.imagined):
        try:
            content = driver.select(settings, Sight(state, name, look.now.show_us, look.rendition))
        except Exception as error:  # a stranger's driver takes no other graphic down
            raise ConsoleError(GRAPHIC_FAILED(name=overlay.name, reason=type(error).__name__)) from error
        if content is not None:
            job = job_of(name, driver, content, show.theme, show.folder, look.canvas)
            return _Seen(job, driver.live.values(content)), state is not look.state
    return None, False


def _laid(look: Look, paintings: Mapping[str, Painting], seen: Mapping[str, _Seen]) -> tuple[QImage, tuple[str, ...]]:
    below, canvas = _neutral(look.canvas), look.canvas
    wanted = [
        Wanted(name, seen[name].job.kind, overlay_driver(seen[name].job.kind).slot, *_size(painting))
        for name, painting in paintings.items()
    ]
    layout = arranged(canvas, wanted, {}, covered=covered_by(look.covered, canvas))
    for name, (x, y) in layout.places.items():
        blend(below, _whole(paintings[name], seen[name].values), x=x, y=y)
    bgr = np.ascontiguousarray(bgr_of_planes(*below.planes))
    height, width = bgr.shape[:2]
    image = QImage(bgr.data, width, height, 3 * width, QImage.Format.Format_BGR888).copy()
    return image, layout.left_out


def _whole(painting: Painting, values: Mapping[str, str]) -> Sprite:
    """One sprite of everything on it."""
    pieces = [Piece(part, RUNS_US - PULSED_US if part.move == "pulse" else RESTED_US) for part in painting.parts]
    for figures in painting.figures:
        pieces += [Piece(part, RESTED_US) for part in figures.parts(values.get(figures.name, ""))]
    laid = [pose for piece in pieces if (pose := piece_pose(piece, RUNS_US)) is not None]
    return joined_sprite(painting.sprite, laid)


def _size(painting: Painting) -> tuple[int, int]:
    return painting.sprite.width, painting.sprite.height


def _neutral(canvas: Canvas) -> Picture:
    """Grey, a little lighter at the top: neither dark nor light graphics vanish on it."""
    ramp = np.linspace(LIGHT, DEEP, canvas.height, dtype=np.uint8)
    y = np.repeat(ramp[:, None], canvas.width, axis=1)
    u, v = (np.full((canvas.height // 2, canvas.width // 2), 128, np.uint8) for _ in range(2))
    return Picture(y, u, v)


class Painter(QObject):
    """One painting at a time; of those that are wanted meanwhile only the newest is begun."""

    painted = Signal(object)
    """`Looks` of the newest that was wanted, or of one before it."""

    def __init__(self, parent: QObject) -> None:
        """Nothing is wanted."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._next: Look | None = None
        self._is_busy = False
        self._told = _Told(self)
        self._told.done.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """It paints."""
        return self._is_busy

    def want(self, look: Look) -> None:
        """Paint this, soon."""
        self._next = look
        self._begin()

    def _begin(self) -> None:
        if not self._is_busy and self._next is not None:
            look, self._next, self._is_busy = self._next, None, True
            self._pool.start(_Painting(look, self._told))

    def _take(self, looks: Looks) -> None:
        self._is_busy = False
        self.painted.emit(looks)
        self._begin()


class _Told(QObject):
    done = Signal(object)


class _Painting(QRunnable):
    def __init__(self, look: Look, told: _Told) -> None:
        super().__init__()
        self._look, self._told = look, told

    def run(self) -> None:
        """Whatever happens, something is told."""
        looks = picture(self._look)
        with contextlib.suppress(RuntimeError):  # Why: whoever wanted it may be gone with its window.
            self._told.done.emit(looks)
