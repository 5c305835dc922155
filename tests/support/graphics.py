"""Pictures of graphics as the painter process makes them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import MappingProxyType
from typing import Any

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray

from console.drivers import overlay_driver
from console.errors import Message
from console.library.show_file import demo_show_folder
from console.media.child import Child
from console.media.colour import bgr_of_planes
from console.media.painting import Painting
from console.media.sprite import Sprite
from console.mixer.pieces import joined_sprite, piece_pose
from console.mixer.plan import Piece
from console.model.canvas import Canvas
from console.model.overlay import Theme
from console.ports.brush import Area
from console.ports.overlay import PaintJob
from overlays import painter
from overlays.painter_client import job_of

PORTRAIT, LANDSCAPE = Canvas(), Canvas(width=1280, height=720)
DEMO = str(demo_show_folder())
BRAND = Theme(brand="#C8402F", ink="#1B1A18", logo="logo.png")
NIGHT = Theme(brand="#F2C14E", card="#14161A", ink="#14161A", language="en")


def job(kind: str, content: msgspec.Struct, *, canvas: Canvas = PORTRAIT, theme: Theme = BRAND) -> PaintJob:
    """For the demo show's folder."""
    return job_of(kind, overlay_driver(kind), content, theme, DEMO, canvas)


@dataclass(frozen=True, slots=True)
class Marked:
    """A painting and where its texts stand."""

    pixels: NDArray[np.uint8]
    """Premultiplied BGRA of the whole sheet, not only of the part that the driver says it used."""
    used: tuple[int, int]
    texts: tuple[tuple[Area, str], ...]
    boxes: tuple[Area, ...] = ()
    """Of what lies on the painting: parts with their windows, digits."""


class Studio:
    """A painter process of the tests' own."""

    def __init__(self, child: Child) -> None:
        self._child = child

    def painting(self, job: PaintJob) -> Painting | Message:
        """As the engine gets it."""
        answer: Painting | Message = self._asked("answer", job)
        return answer

    def sprite(self, job: PaintJob, values: Mapping[str, str] = MappingProxyType({})) -> Sprite | Message:
        """All of it as it stands on air, with these values in its cells; without one it says nought."""
        painting = self.painting(job)
        return whole(painting, values) if isinstance(painting, Painting) else painting

    def marked(self, job: PaintJob) -> Marked:
        """As the brush saw it."""
        marked: Marked = self._asked("marked", job)
        return marked

    def _asked(self, how: str, job: PaintJob) -> Any:
        self._child.pipe.send((how, job))
        assert self._child.pipe.poll(30.0), "the painter says nothing"
        return self._child.pipe.recv()


@contextmanager
def studio() -> Iterator[Studio]:
    """Ends its process at the end."""
    child = Child("studio", serve)
    try:
        yield Studio(child)
    finally:
        child.kill()


def serve(pipe: Connection) -> None:
    """Target of the studio's process."""
    application = painter.start_qt()
    while True:
        how, job = pipe.recv()
        pipe.send(painter.answer(job) if how == "answer" else _marked(job))
        assert application is not None


def _marked(job: PaintJob) -> Marked:
    from overlays.paint import PaintBrush  # noqa: PLC0415 - in the child only

    driver = overlay_driver(job.kind)
    width, height = job.max_width + 200, job.max_height + 200
    brush = PaintBrush(job.theme, job.folder, job.canvas, width, height)
    content = msgspec.json.decode(job.content, type=driver.content)
    used = driver.paint(content, brush, job.max_width, job.max_height)
    painting, pixels = brush.painting(width, height), brush.pixels(width, height)
    parts = [*painting.parts, *(part for one in painting.figures for part in one.parts("0" * len(one.cells)))]
    boxes = [Area(part.x, part.y, part.window_px or part.sprite.width, part.sprite.height) for part in parts]
    return Marked(pixels, used, tuple(brush.written), tuple(boxes))


AT_US = 6_000_000
"""When a graphic is looked at: what comes has come, what scrolls is in its window."""
PULSED_US = 120_000


def whole(painting: Painting, values: Mapping[str, str] = MappingProxyType({})) -> Sprite:
    """One sprite of everything, six seconds after it came and a moment after a pulse."""
    pieces = [Piece(part, AT_US - PULSED_US if part.move == "pulse" else 0) for part in painting.parts]
    for figures in painting.figures:
        value = values.get(figures.name, "0" * len(figures.cells))
        pieces += [Piece(part, 0) for part in figures.parts(value)]
    laid = [pose for piece in pieces if (pose := piece_pose(piece, AT_US)) is not None]
    return joined_sprite(painting.sprite, laid)


def seen(sprite: Sprite) -> NDArray[np.uint8]:
    """The sprite over a chequered ground, as BGR pixels."""
    rows, columns = np.indices((sprite.height, sprite.width)) // 16
    ground = np.where((rows + columns) % 2, 150, 110).astype(np.uint8)
    flat = np.full((sprite.height // 2, sprite.width // 2), 128, np.uint8)
    over = [
        (below.astype(np.uint16) * keep // 255 + pixels).clip(0, 255).astype(np.uint8)
        for below, (pixels, keep) in zip((ground, flat, flat), sprite.layers, strict=True)
    ]
    return bgr_of_planes(*over)


def kept(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """As a golden file keeps them: what fills a canvas at half its size."""
    if pixels.shape[0] * pixels.shape[1] < 400_000:
        return pixels
    return np.asarray(cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.uint8)


FOLDER = Path(__file__).parent.parent / "golden"
