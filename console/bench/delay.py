"""From the tick at which a picture is due to the moment when all of it has arrived."""

import io
from statistics import median

import av
import msgspec

from capture.tick_code import read_code
from console.bench.sink_main import Arrived
from console.media.picture import picture_of_frame
from console.rehearsal.judge import percentile
from console.wire.flv import file_header, tag_bytes


class Delay(msgspec.Struct, frozen=True):
    """In frames. None: no picture with a number arrived."""

    median_frames: float | None = None
    p99_frames: float | None = None


def delay_of(arrived: Arrived, *, on_air_s: float, fps: int) -> Delay:
    """Pictures come in order and none is reordered: the first one's number tells the tick of all."""
    first = _number(arrived)
    if first is None:
        return Delay()
    start_ms = arrived.dts_ms[0]
    delays = [
        (wall_us / 1e6 - on_air_s) * fps - (first + round((dts_ms - start_ms) * fps / 1000))
        for dts_ms, wall_us in zip(arrived.dts_ms, arrived.wall_us, strict=True)
    ]
    return Delay(median(delays), percentile(delays, 99))


def _number(arrived: Arrived) -> int | None:
    """The tick number of the first picture."""
    if len(arrived.opening) < 2:
        return None
    stream = io.BytesIO(file_header(has_audio=False) + b"".join(tag_bytes(tag) for tag in arrived.opening))
    with av.open(stream, "r", format="flv") as container:
        for frame in container.decode(video=0):
            return read_code(picture_of_frame(frame).y)
    return None
