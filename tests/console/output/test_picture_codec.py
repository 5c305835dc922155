"""Pictures become the tags that libav's muxer would make of them."""

from fractions import Fraction
from typing import Any

import av
import numpy as np
import pytest

from console.media.feed import FrameMemory
from console.output.picture_codec import PictureCodec
from console.wire.flv import Tag
from tests.support import ticks


def codec_of(rate: Fraction) -> PictureCodec:
    return PictureCodec(ticks.rendition(preset="veryfast"), rate, name="libx264")


def noise(rate: Fraction, number: int) -> FrameMemory:
    memory = ticks.feed(rate).blank()
    assert memory is not None
    y = memory.picture.y
    y[:] = np.random.default_rng(number).integers(16, 235, y.shape, np.uint8)
    return memory


@pytest.mark.parametrize("rate", [Fraction(30), Fraction(30_000, 1001), Fraction(60)])
def test_a_tag_is_what_the_muxer_would_have_made(rate: Fraction) -> None:
    codec, muxer = codec_of(rate), codec_of(rate)._tagger
    own, muxed = list[Tag](), list[Tag]()
    tags_of = codec._tags_of

    def both(packet: "av.Packet[Any]") -> list[Tag]:
        own.extend(tags := tags_of(packet))
        muxed.extend(muxer.tags(packet))
        return tags

    codec._tags_of = both  # type: ignore[method-assign]
    for number in range(300):
        codec.encode(noise(rate, number), number + 20 * (number > 250))
        if number == 200:
            codec.step_down()
    end = codec.close()
    assert own == muxed
    assert len(own) == 300
    assert sum(tag.keyframe for tag in own) > 2
    assert end[-1:] == muxer.close()
    assert codec.preset == "superfast"
