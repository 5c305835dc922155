"""Children that misbehave as drivers do. Each is a target for `capture.child_source`."""

import os
import time
from multiprocessing.connection import Connection

from capture.grab import Sink
from capture.order import Order
from console.errors import Message
from console.media.clock import now_us
from console.media.picture import flat

_FOR_EVER_S = 3600.0
_SIGN_US = 20_000_000


def never_answers(pipe: Connection) -> None:
    """A driver that hangs while it is opened, deaf to everything."""
    pipe.recv()
    time.sleep(_FOR_EVER_S)


def freezes(pipe: Connection) -> None:
    """Three pictures, then nothing, and no answer."""
    _pictures(pipe, 3)
    time.sleep(_FOR_EVER_S)


def vanishes(pipe: Connection) -> None:
    """Three pictures; once the order's input is there the device is gone, and says so."""
    sink = _pictures(pipe, 3)
    _wait_for_sign(sink)
    sink.trouble(Message("source_lost", {"name": "Desk", "reason": "No such device"}))


def crashes(pipe: Connection) -> None:
    """Three pictures; once the order's input is there the driver takes the process down."""
    _wait_for_sign(_pictures(pipe, 3))
    os._exit(139)


def grows(pipe: Connection) -> None:
    """Pictures whose size changes, until told to stop."""
    sink = _pictures(pipe, 3)
    while True:
        sink.picture(flat(64, 48), taken_us=now_us())
        sink.wait_until(now_us() + 10_000)


def _wait_for_sign(sink: Sink) -> None:
    deadline_us = now_us() + _SIGN_US
    while not os.path.exists(sink._order.input) and now_us() < deadline_us:  # noqa: PTH110 - a name or a number
        sink.wait_until(now_us() + 10_000)


def _pictures(pipe: Connection, count: int) -> Sink:
    order: Order = pipe.recv()
    sink = Sink(pipe, order)
    sink.opened(has_picture=True, has_sound=False)
    for _ in range(count):
        sink.picture(flat(32, 32), taken_us=now_us())
        sink.wait_until(now_us() + 10_000)
    return sink
