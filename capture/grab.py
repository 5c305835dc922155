"""The child that grabs: reads its order, opens, sends pictures and sound until the pipe ends.

Thread: the main thread of a process of its own. Imports little; FFmpeg or OpenCV come with the order.
"""

import contextlib
import math
from multiprocessing.connection import Connection
from pathlib import Path
from time import sleep

from capture.order import Heard, Opened, Order, Ring, Trouble
from console.errors import ConsoleError, Message
from console.media.clock import now_us
from console.media.picture import Picture
from console.media.ring import RingWriter
from console.media.sound import Sound
from console.words.capture import SOURCE_LOST

_FASTEST = 60
"""Pictures a second for which rings are made."""
_NAP_S = 0.2


def grab(pipe: Connection) -> None:
    """Target of the child."""
    order: Order = pipe.recv()
    sink = Sink(pipe, order)
    try:
        if order.via == "opencv":
            from capture.grab_opencv import grab_opencv  # noqa: PLC0415 - a child loads only what it uses

            grab_opencv(order, sink)
        else:
            from capture.grab_av import grab_av  # noqa: PLC0415

            grab_av(order, sink)
    except ConsoleError as trouble:
        sink.trouble(trouble.message)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise
    except OSError as error:  # no room for a ring, no right to open a device
        sink.trouble(SOURCE_LOST(name=order.name, reason=error.strerror or type(error).__name__))


class Sink:
    """Where a child's pictures and sound go. Every call ends the child if the engine has gone (`EOFError`)."""

    def __init__(self, pipe: Connection, order: Order) -> None:
        """Makes no ring before the first picture tells its size."""
        self._pipe, self._order = pipe, order
        self._ring: RingWriter | None = None
        self._size = (0, 0)
        self._made = 0

    def opened(self, *, has_picture: bool, has_sound: bool) -> None:
        """Say that it runs."""
        self._pipe.send(Opened(has_picture, has_sound))

    def picture(self, picture: Picture, *, taken_us: int) -> None:
        """Publish a picture; a new size has a new ring."""
        self.check()
        if self._ring is None or self._size != (picture.width, picture.height):
            self._ring = self._new_ring(picture)
        self._ring.write(*picture.planes, pts_us=taken_us)

    def sound(self, sound: Sound, *, taken_us: int) -> None:
        """Send (n, 2) samples."""
        self.check()
        self._pipe.send(Heard(taken_us, sound.tobytes()))

    def trouble(self, message: Message) -> None:
        """The last word."""
        with contextlib.suppress(OSError):
            self._pipe.send(Trouble(message))

    def check(self) -> None:
        """Raise `EOFError` if the engine closed the pipe."""
        if self._pipe.poll():
            self._pipe.recv()

    def wait_until(self, moment_us: int) -> None:
        """Sleep, with an eye on the pipe."""
        while (left_s := (moment_us - now_us()) / 1e6) > 0:
            self.check()
            sleep(min(left_s, _NAP_S))

    def _new_ring(self, picture: Picture) -> RingWriter:
        self._size = (picture.width, picture.height)
        self._made += 1
        path = Path(f"{self._order.ring}.{self._made}")
        slots = math.ceil(self._order.latency_us / 1e6 * _FASTEST) + 4
        ring = RingWriter(path, width=picture.width, height=picture.height, slots=slots)
        self._pipe.send(Ring(str(path)))
        return ring
