"""The painter process: jobs in, sprites out, one after the other; a painting that fails ends only itself.

Imports Qt inside its functions: the engine names `main` without loading Qt.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

import msgspec

from console.drivers import overlay_driver
from console.errors import ConsoleError, Message
from console.media.priority import PATIENT, hurry
from console.ports.overlay import PaintJob
from console.words.overlays import PAINTING_BROKE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QGuiApplication


@dataclass(frozen=True, slots=True)
class Pixels:
    """A sprite on its way through the pipe."""

    width: int
    height: int
    planes: bytes
    """y, keep_y, u, v, keep_uv, one after the other."""


Answer = Pixels | Message
"""What the process says to one job."""


def main(pipe: Connection) -> None:
    """Target of the child: answer every `PaintJob` with an `Answer`, in order, until the pipe ends."""
    hurry(PATIENT)
    application = start_qt()
    with contextlib.suppress(EOFError):
        while True:
            job: PaintJob = pipe.recv()
            pipe.send(answer(job))
    del application


def start_qt() -> "QGuiApplication":
    """Qt without a screen and without this machine's fonts. The caller holds the result as long as it paints."""
    from overlays.fonts import hide_machine_fonts  # noqa: PLC0415 - only the child may load Qt

    hide_machine_fonts()
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    return QGuiApplication(["honban-painter"])


def answer(job: PaintJob, *, paint: "Callable[[PaintJob], NDArray[np.uint8]] | None" = None) -> Answer:
    """The sprite, or why there is none: a stranger's driver or a hostile text must not take the others down."""
    from console.media.sprite import sprite_of_bgra  # noqa: PLC0415

    try:
        sprite = sprite_of_bgra((paint or painted)(job))
    except ConsoleError as error:
        return error.message
    except Exception as error:  # noqa: BLE001 - whatever a driver does wrong is said of its graphic only
        return PAINTING_BROKE(kind=job.kind, reason=f"{type(error).__name__}: {error}"[:200])
    planes = (sprite.y, sprite.keep_y, sprite.u, sprite.v, sprite.keep_uv)
    return Pixels(sprite.width, sprite.height, b"".join(plane.tobytes() for plane in planes))


def painted(job: PaintJob) -> "NDArray[np.uint8]":
    """Premultiplied BGRA of a job; raises what the driver raises."""
    from overlays.paint import PaintBrush  # noqa: PLC0415

    driver = overlay_driver(job.kind)
    content = msgspec.json.decode(job.content, type=driver.content)
    brush = PaintBrush(job.theme, job.folder, job.canvas, job.max_width, job.max_height)
    try:
        width, height = driver.paint(content, brush, job.max_width, job.max_height)
    finally:
        pixels = brush.pixels(job.max_width, job.max_height)
    return pixels[: _even(height, job.max_height), : _even(width, job.max_width)]


def _even(length: int, limit: int) -> int:
    return max(2, min(length, limit) // 2 * 2)
