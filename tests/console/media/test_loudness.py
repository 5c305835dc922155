"""FFmpeg's loudness meter against tones whose loudness EBU Tech 3341 states."""

import av
import numpy as np
import pytest

from console.media.loudness import Loudness
from console.media.sound import Sound, amplitude, silence
from tests.support.mixing import tone


def hear(meter: Loudness, sound: Sound, *, rate_hz: int = 48_000) -> Loudness:
    """In frames of a tick."""
    for part in np.array_split(sound, max(1, len(sound) // 1600)):
        frame = av.AudioFrame.from_ndarray(part.reshape(1, -1).copy(), format="flt", layout="stereo")
        frame.sample_rate, frame.pts = rate_hz, 77
        meter.hear(frame)
        assert frame.pts == 77
    return meter


def test_a_tone_of_minus_23_db_has_23_lufs() -> None:
    meter = hear(Loudness(), tone(1000, amplitude(-23), count=4 * 48_000))
    assert [meter.lufs, meter.momentary_lufs, meter.short_term_lufs] == pytest.approx([-23] * 3, abs=0.1)


def test_before_there_is_enough_sound_there_is_no_figure() -> None:
    meter = hear(Loudness(), tone(1000, count=48_000 * 3 // 10))
    assert (meter.lufs, meter.momentary_lufs, meter.short_term_lufs) == (None, None, None)
    hear(meter, tone(1000, count=48_000))
    assert meter.momentary_lufs is not None
    assert meter.short_term_lufs is None


def test_silence_is_a_number() -> None:
    meter = hear(Loudness(), silence(4 * 48_000))
    assert (meter.lufs, meter.momentary_lufs, meter.short_term_lufs) == (-70.0, -120.0, -120.0)


def test_the_three_forget_at_their_own_pace() -> None:
    meter = hear(Loudness(), tone(1000, amplitude(-20), count=4 * 48_000))
    hear(meter, silence(48_000))
    assert meter.momentary_lufs == -120.0
    assert meter.short_term_lufs == pytest.approx(-20 - 1.8, abs=0.3)
    assert meter.lufs == pytest.approx(-20, abs=0.5)


def test_a_stream_may_change_its_format() -> None:
    meter = hear(Loudness(), tone(1000, amplitude(-30), count=48_000))
    hear(meter, tone(1000, amplitude(-23), count=2 * 44_100), rate_hz=44_100)
    assert meter.lufs == pytest.approx(-23, abs=0.3)
