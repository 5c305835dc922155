import numpy as np
import pytest
from numpy.typing import NDArray

from capture.beep import FREQUENCY_HZ
from console.rehearsal.beeps import BeepFinder
from tests.support.footage import SAMPLE_RATE_HZ, beeping


def found(mono: NDArray[np.float32], *, chunk: int = 1024, at_us: float = 0.0) -> list[int]:
    finder = BeepFinder(tone_hz=FREQUENCY_HZ, rate_hz=SAMPLE_RATE_HZ)
    onsets: list[int] = []
    for start in range(0, len(mono), chunk):
        onsets += finder.feed(mono[start : start + chunk], at_us + start * 1e6 / SAMPLE_RATE_HZ)
    return onsets + finder.finish()


def mono(seconds: float, *starts_s: float) -> NDArray[np.float32]:
    return np.ascontiguousarray(beeping(seconds, starts_s)[:, 0])


def near(onsets: list[int], *starts_s: float) -> bool:
    return onsets == [pytest.approx(start * 1e6, abs=150) for start in starts_s]


@pytest.mark.parametrize("start_s", [0.3, 0.3331, 0.47, 0.500013, 0.721])
def test_a_beep_is_found_within_a_seventh_of_a_millisecond(start_s: float) -> None:
    assert near(found(mono(1.2, start_s)), start_s)


@pytest.mark.parametrize("chunk", [64, 1024, 1601, 48_000])
def test_how_the_sound_is_cut_changes_nothing(chunk: int) -> None:
    sound = mono(3.5, 0.5, 1.5, 2.5)
    assert near(found(sound, chunk=chunk), 0.5, 1.5, 2.5)


def test_the_gain_does_not_matter() -> None:
    assert near(found(mono(2, 1) * 0.1), 1)


def test_a_voice_beneath_does_not_hide_the_beep() -> None:
    noise = np.random.default_rng(1).normal(0, 0.02, 3 * SAMPLE_RATE_HZ).astype(np.float32)
    assert near(found(mono(3, 1, 2) + noise), 1, 2)


def test_noise_alone_is_no_beep() -> None:
    noise = np.random.default_rng(2).normal(0, 0.2, 2 * SAMPLE_RATE_HZ).astype(np.float32)
    assert found(noise) == []


def test_another_tone_is_no_beep() -> None:
    times = np.arange(SAMPLE_RATE_HZ) / SAMPLE_RATE_HZ
    assert found((0.5 * np.sin(2 * np.pi * 3_000 * times)).astype(np.float32)) == []


def test_silence_is_no_beep() -> None:
    assert found(np.zeros(SAMPLE_RATE_HZ, np.float32)) == []


def test_a_beep_at_the_very_end_is_found() -> None:
    assert near(found(mono(1.04, 1)), 1)


def test_the_origin_of_the_stream_is_kept() -> None:
    assert near(found(mono(2, 1), at_us=7_000_000), 8)
