"""What children of the tests do. Imports little, as a target should."""

import os
import signal
import threading
from multiprocessing.connection import Connection
from pathlib import Path


def echo(pipe: Connection) -> None:
    """Send back what comes until the pipe ends."""
    while True:
        pipe.send(pipe.recv())


def greet(pipe: Connection, *words: str) -> None:
    """Send each word and end."""
    for word in words:
        pipe.send(word)


def ignore_everything(pipe: Connection) -> None:
    """Hang, deaf to its pipe and to polite signals."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    pipe.send("deaf")
    threading.Event().wait()


def crash(pipe: Connection) -> None:
    """Die as a broken driver does."""
    pipe.send("last words")
    os._exit(3)


def finish_work(pipe: Connection, path: str) -> None:
    """Do something after the pipe has ended."""
    pipe.send("ready")
    try:
        pipe.recv()
    except EOFError:
        Path(path).write_text("finished", encoding="utf-8")


def paint_ring(pipe: Connection, path: str, width: int, height: int) -> None:
    """Write pictures of one value as fast as it goes, until told to stop."""
    import numpy as np  # noqa: PLC0415 - the other targets need none of it

    from console.media.ring import RingWriter  # noqa: PLC0415

    writer = RingWriter(Path(path), width=width, height=height)
    number = 0
    pipe.send("ready")
    while not pipe.poll():
        number += 1
        value = number % 251
        half = np.full((height // 2, width // 2), value, np.uint8)
        writer.write(np.full((height, width), value, np.uint8), half, half, pts_us=number)
    writer.unlink()


def look_at_ring(pipe: Connection, path: str) -> None:
    """As a seat: say what is seen (size, time, mean luma) at each word, None before there is anything."""
    from console.media.ring import RingReader  # noqa: PLC0415 - the other targets need none of it

    reader = RingReader(Path(path))
    while pipe.recv():
        picture = reader.newest()
        pipe.send(picture and (picture.width, picture.height, picture.pts_us, float(picture.y.mean())))
