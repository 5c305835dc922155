"""Sound becomes the tags that libav's muxer would make of it."""

import numpy as np

from console.media.sound import Sound, silence
from console.output.sound_codec import FRAME_SAMPLES, SoundCodec
from console.wire.flv import Tag


def noise(samples: int) -> Sound:
    return np.random.default_rng(samples).normal(0, 0.1, (samples, 2)).astype(np.float32)


def test_a_tag_is_what_the_muxer_would_have_made() -> None:
    codec, muxer = SoundCodec(128), SoundCodec(128)._tagger
    for number in range(300):
        codec.skip(137 if number % 50 == 49 else 0)
        for packet in codec._codec.encode(codec._framed(noise(FRAME_SAMPLES))):
            mine = codec._tagged([packet])
            assert (packet.pts or 0) < 0 or mine == muxer.tags(packet)


def test_ticks_of_any_length_make_the_same_stream() -> None:
    sound = noise(40_000)

    def encoded(step: int) -> list[Tag]:
        codec = SoundCodec(128)
        tags = [tag for at in range(0, len(sound), step) for tag in codec.encode((sound[at : at + step],))]
        return tags + codec.close()

    assert encoded(1600) == encoded(801) == encoded(5000)


def test_a_frame_has_its_own_sound_and_no_other() -> None:
    loud = SoundCodec(128)
    first = loud.encode((noise(8 * FRAME_SAMPLES),))
    both = SoundCodec(128)
    assert both.encode((noise(8 * FRAME_SAMPLES), silence(4 * FRAME_SAMPLES)))[: len(first)] == first
