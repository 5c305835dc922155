from fractions import Fraction

import pytest

from capture import tick_code
from console.bench.delay import delay_of
from console.bench.sink_main import Arrived
from console.media.feed import Feed
from console.model.canvas import Canvas
from console.model.destination import Rendition
from console.output.picture_codec import PictureCodec
from console.wire.flv import Tag, TagKind

RATE = Fraction(30)


def opening(tick: int) -> tuple[Tag, ...]:
    """Sequence header and keyframe of a picture with that number."""
    codec = PictureCodec(Rendition(canvas=Canvas(288, 512)), RATE, name="libx264")
    memory = Feed(288, 512, RATE).blank()
    assert memory is not None
    for plane in memory.picture.planes:
        plane[:] = 128
    tick_code.write_backdrop(memory.picture.y)
    tick_code.write_code(memory.picture.y, tick)
    tags = [*codec.headers, *codec.encode(memory, 0), *codec.close()]
    pictures = [tag for tag in tags if tag.kind is TagKind.VIDEO]
    return next(tag for tag in pictures if tag.header), next(tag for tag in pictures if tag.keyframe)


def test_the_delay_counts_from_the_tick_of_the_first_picture() -> None:
    on_air_s = 1000.0
    due_s = [on_air_s + tick / 30 for tick in range(60, 70)]
    arrived = Arrived(
        dts_ms=tuple(round(index * 1000 / 30) for index in range(10)),
        wall_us=(*(round((at + 1.5 / 30) * 1e6) for at in due_s[:-1]), round((due_s[-1] + 0.2) * 1e6)),
        opening=opening(60),
    )
    delay = delay_of(arrived, on_air_s=on_air_s, fps=30)
    assert delay.median_frames == pytest.approx(1.5, abs=0.01)
    assert delay.p99_frames == pytest.approx(6.0, abs=0.01)
