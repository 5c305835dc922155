"""Sound: decibels there and back, and how loud a stretch was."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.media.sound import SILENCE_DB, Level, amplitude, decibel, level_of, silence


@given(st.floats(-110.0, 40.0))
def test_a_gain_in_decibels_comes_back(decibels: float) -> None:
    assert decibel(amplitude(decibels)) == pytest.approx(decibels, abs=1e-9)


@pytest.mark.parametrize(
    ("factor", "decibels"), [(1.0, 0.0), (0.5, -6.0206), (10.0, 20.0), (0.0, -120), (1e-9, -120)]
)
def test_known_amplitudes_have_their_decibels(factor: float, decibels: float) -> None:
    assert decibel(factor) == pytest.approx(decibels, abs=1e-3)


def test_silence_is_silent_and_stereo() -> None:
    sound = silence(480)
    assert sound.shape == (480, 2)
    assert sound.dtype == np.float32
    assert level_of(sound) == Level(SILENCE_DB, SILENCE_DB)


def test_no_sound_at_all_is_silence() -> None:
    assert level_of(silence(0)) == Level()


def test_a_full_sine_has_its_peak_and_rms() -> None:
    wave = np.sin(np.arange(48_000) * 2 * np.pi * 1000 / 48_000).astype(np.float32)
    level = level_of(np.column_stack([wave, wave]))
    assert level.peak_db == pytest.approx(0.0, abs=0.01)
    assert level.rms_db == pytest.approx(-3.01, abs=0.01)


def test_the_louder_side_and_the_deeper_half_count_for_the_peak() -> None:
    sound = silence(10)
    sound[3] = (0.1, -0.5)
    assert level_of(sound).peak_db == pytest.approx(-6.02, abs=0.01)


def test_a_view_is_measured_like_a_copy() -> None:
    sound = np.random.default_rng(1).uniform(-1, 1, (200, 4)).astype(np.float32)
    view = sound[::2, 1:3]
    assert level_of(view) == level_of(view.copy())


def test_a_broken_sample_is_no_exception() -> None:
    sound = silence(4)
    sound[1, 0] = np.nan
    assert level_of(sound) == Level(SILENCE_DB, SILENCE_DB)
