"""Tries encoders, in a process that may hang or crash in a driver."""

from collections.abc import Sequence
from fractions import Fraction
from multiprocessing.connection import Connection

import av

from console.errors import ConsoleError
from console.model.canvas import Canvas
from console.model.destination import Rendition
from console.output.video_codec import opened, reason_of

PICTURES = 5


def try_encoders(pipe: Connection, names: Sequence[str]) -> None:
    """Send for each, in this order, why it does not work; an empty text if it does."""
    av.logging.set_level(None)
    for name in names:
        pipe.send(_problem(name))


def _problem(name: str) -> str:
    rendition, rate = Rendition(canvas=Canvas(640, 360)), Fraction(30)
    try:
        codec = opened(rendition, rate, name=name, preset=rendition.preset)
        packets = [packet for number in range(PICTURES) for packet in codec.encode(_picture(rendition, number, rate))]
        packets += codec.encode(None)
    except ConsoleError as error:
        return str(error.message.params["reason"])
    except (av.error.FFmpegError, ValueError) as error:
        return reason_of(error)
    return "" if packets and packets[0].is_keyframe and codec.extradata else "no pictures came out"


def _picture(rendition: Rendition, number: int, rate: Fraction) -> av.VideoFrame:
    frame = av.VideoFrame(rendition.canvas.width, rendition.canvas.height, "yuv420p")
    for plane in frame.planes:
        plane.update(bytes([128]) * plane.buffer_size)
    frame.pts, frame.time_base = number, 1 / rate
    return frame
