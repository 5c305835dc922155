from fractions import Fraction

import numpy as np
import pytest

from capture import beep
from console.media.sound import silence
from console.media.timebase import sample_at
from tests.support.hearing import beep_starts


@pytest.mark.parametrize("rate", [Fraction(30), Fraction(30000, 1001), Fraction(25), Fraction(60)])
def test_each_beep_begins_on_the_first_sample_of_the_tick_whose_flash_begins(rate: Fraction) -> None:
    ticks = range(int(4 * rate))
    spans = [(sample_at(n, rate), sample_at(n + 1, rate)) for n in ticks]
    stretches = [beep.beeps(first, end - first, rate) for first, end in spans]
    sound = np.concatenate([silence(e - f) if s is None else s for s, (f, e) in zip(stretches, spans, strict=True)])
    lit = [beep.is_lit(n, rate) for n in ticks]
    begun = [n for n in ticks if lit[n] and (n == 0 or not lit[n - 1])]
    assert beep_starts(sound)[:4] == [sample_at(n, rate) for n in begun][:4]
    assert len(begun) >= 4


def test_a_beep_begins_without_a_fade() -> None:
    sound = beep.beeps(0, 10, Fraction(30))
    assert sound is not None
    assert sound[0, 0] == pytest.approx(beep.AMPLITUDE)


def test_a_stretch_without_a_beep_is_none() -> None:
    assert beep.beeps(10_000, 1600, Fraction(30)) is None


def test_beeps_are_found_on_the_very_sample_they_begin() -> None:
    sound = np.concatenate([silence(12_345), beep.TONE, silence(40_000), beep.TONE, silence(5_000)])
    assert beep_starts(sound) == [12_345, 12_345 + len(beep.TONE) + 40_000]


def test_no_beep_is_found_in_silence_or_in_another_tone() -> None:
    times = np.arange(48_000) / 48_000
    other = np.repeat(0.5 * np.sin(2 * np.pi * 3000 * times).astype(np.float32)[:, None], 2, axis=1)
    assert beep_starts(silence(48_000)) == []
    assert beep_starts(other) == []
