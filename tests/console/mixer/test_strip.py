"""Gain, mute and delay of one source."""

from collections.abc import Sequence

import numpy as np
import pytest

from console.media.sound import Sound, amplitude, silence
from console.mixer.strip import LONGEST_DELAY_MS, StripSound, ramped
from console.model.audio import Filters, Strip
from tests.support.mixing import COUNT, level, steepest, tone


def ticks(strip: StripSound, settings: Strip, sounds: Sequence[Sound | None], *, is_heard: bool = True) -> Sound:
    """What comes out of these ticks, one after the other."""
    out = [strip.apply(settings, sound, count=COUNT, is_heard=is_heard) for sound in sounds]
    return np.concatenate([silence(COUNT) if sound is None else sound for sound in out])


def test_an_untouched_strip_gives_the_very_samples_that_came() -> None:
    sound = tone(440)
    assert StripSound().apply(Strip(), sound, count=COUNT) is sound
    assert StripSound().apply(Strip(), None, count=COUNT) is None


@pytest.mark.parametrize("gain_db", [-60.0, -6.0, 3.0, 12.0])
def test_gain_is_exact_from_the_first_sample_on(gain_db: float) -> None:
    out = ticks(StripSound(), Strip(gain_db=gain_db), [level(0.1)] * 3)
    assert out == pytest.approx(0.1 * amplitude(gain_db))


@pytest.mark.parametrize("gain_db", [1e9, -1e9, float("nan"), float("inf")])
def test_an_absurd_gain_gives_numbers(gain_db: float) -> None:
    assert np.isfinite(ticks(StripSound(), Strip(gain_db=gain_db), [level(0.1)])).all()


def test_a_strip_that_begins_muted_is_silent_from_the_first_sample_on() -> None:
    assert StripSound().apply(Strip(mute=True), level(0.5), count=COUNT) is None
    assert StripSound().apply(Strip(), level(0.5), count=COUNT, is_heard=False) is None


@pytest.mark.parametrize(
    ("before", "after"), [(Strip(), Strip(mute=True)), (Strip(mute=True), Strip()), (Strip(), Strip(gain_db=-20))]
)
def test_gain_and_mute_change_over_one_tick_without_a_click(before: Strip, after: Strip) -> None:
    strip = StripSound()
    out = np.concatenate([ticks(strip, settings, [level(0.5)] * 2) for settings in (before, after)])
    assert steepest(out) < 0.5 / COUNT * 1.01
    assert set(np.unique(out[3 * COUNT :])) == {np.float32(0.5 * (not after.mute) * amplitude(after.gain_db))}


def test_leaving_the_program_and_coming_back_ramps_too() -> None:
    strip = StripSound()
    parts = [ticks(strip, Strip(), [level(0.5)] * 2, is_heard=heard) for heard in (True, False, True)]
    out = np.concatenate(parts)
    assert steepest(out) < 0.5 / COUNT * 1.01
    assert not out[3 * COUNT : 4 * COUNT].any()


@pytest.mark.parametrize("delay_ms", [1, 20, 33, 500])
def test_a_delay_is_exact_to_the_sample(delay_ms: int) -> None:
    impulse = silence(COUNT)
    impulse[7] = 0.9
    out = ticks(StripSound(), Strip(delay_ms=delay_ms), [impulse, *[None] * 20])
    assert np.flatnonzero(out[:, 0]).tolist() == [7 + delay_ms * 48]


def test_delayed_sound_is_whole_and_in_order() -> None:
    sound = tone(440, count=5 * COUNT)
    out = ticks(StripSound(), Strip(delay_ms=40), list(np.split(sound, 5)))
    assert np.array_equal(out[1920:], sound[:-1920])


def test_a_delay_taken_away_leaves_the_newest_sound() -> None:
    strip, sound = StripSound(), tone(440, count=4 * COUNT)
    first, second, third, fourth = np.split(sound, 4)
    ticks(strip, Strip(delay_ms=40), [first, second])
    assert np.array_equal(ticks(strip, Strip(), [third, fourth]), sound[2 * COUNT :])


def test_a_longer_delay_inserts_silence_and_loses_nothing() -> None:
    strip, sound = StripSound(), tone(440, count=4 * COUNT)
    parts = list(np.split(sound, 4))
    out = np.concatenate([ticks(strip, Strip(), parts[:1]), ticks(strip, Strip(delay_ms=10), [*parts[1:], None])])
    assert not out[COUNT : COUNT + 480].any()
    assert np.array_equal(out[COUNT + 480 : 4 * COUNT + 480], sound[COUNT:])


@pytest.mark.parametrize("delay_ms", [-5, 10**12])
def test_an_absurd_delay_is_bounded(delay_ms: int) -> None:
    strip = StripSound()
    ticks(strip, Strip(delay_ms=delay_ms), [level(0.5)])
    assert len(strip._late) <= LONGEST_DELAY_MS * 48


def test_filters_come_before_the_gain() -> None:
    """A limiter after the gain would hold it at its ceiling."""
    settings = Strip(gain_db=6.0, filters=Filters(limiter_db=-6.0))
    out = ticks(StripSound(), settings, [tone(440, 0.9, first=n * COUNT) for n in range(30)])
    assert np.abs(out[20 * COUNT :]).max() == pytest.approx(1.0, abs=0.03)


def test_what_comes_in_is_never_written_to() -> None:
    sound = level(0.5)
    sound.flags.writeable = False
    strip = StripSound()
    for settings in (Strip(gain_db=-3), Strip(mute=True), Strip(delay_ms=3), Strip(filters=Filters(highpass_hz=80))):
        strip.apply(settings, sound, count=COUNT)


def test_a_ramp_from_one_to_one_costs_nothing() -> None:
    sound = level(0.5)
    assert ramped(sound, 1.0, 1.0) is sound
    assert ramped(sound, 0.0, 0.0) is None
