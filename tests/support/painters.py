"""Painter processes that misbehave."""

import os
import threading
from multiprocessing.connection import Connection

import numpy as np

from console.errors import Message
from console.media.painting import Painting
from console.media.sprite import Sprite

_LARGE, _SMALL = np.array([[16, 17], [18, 19]], np.uint8), np.full((1, 1), 128, np.uint8)
SQUARE = Painting(Sprite(_LARGE, _SMALL, _SMALL, np.zeros_like(_LARGE), _SMALL))


def moody(pipe: Connection) -> None:
    """Does what the kind of a job says: `die`, `hang`, `fail`, or paint a square."""
    while True:
        job = pipe.recv()
        if job.kind == "die":
            os._exit(9)
        if job.kind == "hang":
            threading.Event().wait()
        pipe.send(Message("no", {}) if job.kind == "fail" else SQUARE)


def stillborn(_: Connection) -> None:
    """Dies at once."""
    os._exit(1)


def patient(pipe: Connection) -> None:
    """Paints nothing until the file that the first job names is there."""
    job = pipe.recv()
    while not os.path.exists(job.folder):  # noqa: PTH110 - no pathlib in a process that should start fast
        threading.Event().wait(0.005)
    while True:
        pipe.send(SQUARE)
        job = pipe.recv()
