"""Target of a child that paints a list of graphics once, with the painter's own hands."""

from multiprocessing.connection import Connection

from console.ports.overlay import PaintJob


def paint(pipe: Connection, jobs: list[PaintJob]) -> None:
    """Send the premultiplied BGRA of every job."""
    from overlays.painter import pixels, start_qt  # noqa: PLC0415 - only the child may load Qt

    application = start_qt()
    pipe.send([pixels(job) for job in jobs])
    del application
