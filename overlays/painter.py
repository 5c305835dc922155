"""The painter process: jobs in, paintings out, one after the other; a painting that fails ends only itself.

Imports Qt inside its functions: the engine names `main` without loading Qt.
"""

import contextlib
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

import msgspec

from console.drivers import overlay_driver
from console.errors import ConsoleError, Message
from console.media.immortal import keep_none
from console.media.painting import Painting
from console.media.priority import PATIENT, hurry
from console.ports.overlay import PaintJob
from console.words.overlays import PAINTING_BROKE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QGuiApplication

    from overlays.paint import PaintBrush


Answer = Painting | Message
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

    keep_none()
    hide_machine_fonts()
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    return QGuiApplication(["honban-painter"])


def answer(job: PaintJob, *, paint: Callable[[PaintJob], Painting] | None = None) -> Answer:
    """The painting, or why there is none: a stranger's driver or a hostile text must not take the others down."""
    try:
        return (paint or painted)(job)
    except ConsoleError as error:
        return error.message
    except Exception as error:  # noqa: BLE001 - whatever a driver does wrong is said of its graphic only
        return PAINTING_BROKE(kind=job.kind, reason=f"{type(error).__name__}: {error}"[:200])


def painted(job: PaintJob) -> Painting:
    """All of a job; raises what the driver raises."""
    with _brush_of(job) as brush:
        width, height = _paint(job, brush)
        return brush.painting(_even(width, job.max_width), _even(height, job.max_height))


def pixels(job: PaintJob) -> "NDArray[np.uint8]":
    """Premultiplied BGRA (h, w, 4) of what stands still in a job; raises what the driver raises."""
    with _brush_of(job) as brush:
        width, height = _paint(job, brush)
        return brush.pixels(_even(width, job.max_width), _even(height, job.max_height))


def _paint(job: PaintJob, brush: "PaintBrush") -> tuple[int, int]:
    driver = overlay_driver(job.kind)
    content = msgspec.json.decode(job.content, type=driver.content)
    return driver.paint(content, brush, job.max_width, job.max_height)


@contextlib.contextmanager
def _brush_of(job: PaintJob) -> "Iterator[PaintBrush]":
    """A brush whose painter is ended whatever happens: Qt aborts the process otherwise."""
    from overlays.paint import PaintBrush  # noqa: PLC0415

    brush = PaintBrush(job.theme, job.folder, job.canvas, job.max_width, job.max_height)
    try:
        yield brush
    finally:
        brush.end()


def _even(length: int, limit: int) -> int:
    return max(2, min(length, limit) // 2 * 2)
