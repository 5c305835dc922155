"""The sum of all strips."""

from collections.abc import Mapping

import numpy as np
import pytest

from console.media.sound import Sound, amplitude, silence
from console.mixer.audio import AudioMixer
from console.model.audio import AudioMix, Filters, Strip
from tests.support.mixing import COUNT, level, steepest, tone

VOICE_AND_MUSIC = AudioMix(strips={"mic": Strip(role="voice"), "song": Strip(role="music")})


def mixed(
    mixer: AudioMixer,
    sounds: Mapping[str, Sound | None],
    plan: AudioMix | None = None,
    *,
    heard: set[str] | None = None,
    level: float = 1.0,
) -> Sound:
    """One tick; everybody is heard unless told otherwise."""
    return mixer.mix(plan or AudioMix(), sounds, heard=sounds if heard is None else heard, count=COUNT, level=level)


def test_strips_are_summed() -> None:
    sounds = {"a": level(0.1), "b": level(0.2), "c": None}
    assert mixed(AudioMixer(), sounds) == pytest.approx(0.3)


def test_nobody_there_is_silence_of_the_right_length() -> None:
    assert np.array_equal(mixed(AudioMixer(), {}), silence(COUNT))


@pytest.mark.parametrize("count", [1, 800, 1601, 1602, 48_000])
def test_a_tick_has_exactly_as_many_samples_as_were_asked_for(count: int) -> None:
    plan = AudioMix(strips={"a": Strip(delay_ms=20, filters=Filters(limiter_db=-1)), "b": Strip(gain_db=-3)})
    mixer = AudioMixer()
    for _ in range(3):
        sounds = {"a": level(0.1, count), "b": level(0.1, count), "c": None}
        total = mixer.mix(plan, sounds, heard=sounds, count=count)
        assert total.shape == (count, 2)
        assert total.dtype == np.float32


def test_the_sum_has_memory_of_its_own() -> None:
    """An encoder keeps it for some ticks, while a source writes its own memory again."""
    sound = level(0.5)
    total = mixed(AudioMixer(), {"a": sound})
    sound[:] = 0.1
    assert total.min() == 0.5


def test_too_loud_a_sum_is_clipped_and_its_parts_are_not() -> None:
    mixer = AudioMixer()
    total = mixed(mixer, {"a": level(0.9), "b": level(0.9)})
    assert (total.min(), total.max()) == (1.0, 1.0)
    assert mixed(mixer, {"a": level(-0.9), "b": level(-0.9)}).min() == -1.0
    assert mixer.shares["a"].min() == np.float32(-0.9)


def test_who_is_not_heard_is_silent() -> None:
    assert not mixed(AudioMixer(), {"a": level(0.5)}, heard=set()).any()


def test_music_sinks_under_a_voice_and_others_do_not() -> None:
    mixer = AudioMixer()
    for _ in range(30):
        total = mixed(mixer, {"mic": level(0.1), "song": level(0.4), "clip": level(0.2)}, VOICE_AND_MUSIC)
    assert total == pytest.approx(0.1 + 0.2 + 0.4 * amplitude(-12.0), rel=1e-5)
    assert mixer.shares["song"].max() == np.float32(0.4), "a meter shows the strip's own level"


def test_music_sinks_and_rises_without_a_click() -> None:
    mixer, out = AudioMixer(), []
    for tick in range(120):
        voice = level(0.1) if tick < 20 else None
        total = mixed(mixer, {"mic": voice, "song": level(0.4)}, VOICE_AND_MUSIC)
        out.append(total - (0 if voice is None else voice))
    assert steepest(np.concatenate(out)) < 0.4 / 48_000 / 0.25 * 1.1
    assert out[-1] == pytest.approx(0.4)


@pytest.mark.parametrize("mic", [Strip(role="voice", mute=True), Strip(role="voice", gain_db=-60), Strip()])
def test_a_voice_that_nobody_hears_or_another_role_ducks_nothing(mic: Strip) -> None:
    mixer, plan = AudioMixer(), AudioMix(strips={"mic": mic, "song": Strip(role="music")})
    for _ in range(30):
        mixed(mixer, {"mic": level(0.1), "song": level(0.4)}, plan)
    before = mixed(mixer, {"mic": None, "song": level(0.4)}, plan)
    assert before == pytest.approx(0.4)


def test_the_threshold_decides_what_speech_is() -> None:
    for threshold_db, expected in ((-19.0, 0.4), (-21.0, 0.4 * amplitude(-12))):
        mixer = AudioMixer()
        plan = AudioMix(strips=VOICE_AND_MUSIC.strips, duck_threshold_db=threshold_db)
        for _ in range(30):
            mixed(mixer, {"mic": level(0.1), "song": level(0.4)}, plan)
        assert mixed(mixer, {"mic": None, "song": level(0.4)}, plan) == pytest.approx(expected, rel=1e-5)


def test_a_fade_takes_the_sound_along_without_a_click() -> None:
    mixer = AudioMixer()
    levels = [1.0, 1.0, 0.75, 0.5, 0.25, 0.0, 0.0, 0.5, 1.0]
    out = [mixed(mixer, {"a": level(0.8)}, level=faded) for faded in levels]
    assert steepest(np.concatenate(out)) < 0.8 * 0.5 / COUNT * 1.1
    assert not out[6].any()
    assert out[3][-1] == pytest.approx(0.4)
    assert out[-1][-1] == pytest.approx(0.8)


def test_a_show_that_begins_in_black_begins_silent() -> None:
    assert not mixed(AudioMixer(), {"a": level(0.8)}, level=0.0).any()


def test_a_source_comes_and_goes_without_touching_the_others() -> None:
    mixer = AudioMixer()
    song = tone(440, 0.3, count=6 * COUNT)
    parts = np.split(song, 6)
    out = [
        mixed(mixer, {"song": part} if tick % 2 else {"song": part, "clip": silence(COUNT)})
        for tick, part in enumerate(parts)
    ]
    assert np.array_equal(np.concatenate(out), song)


def test_a_source_that_comes_back_does_not_bring_the_sound_it_was_late_with() -> None:
    mixer, plan = AudioMixer(), AudioMix(strips={"clip": Strip(delay_ms=100)})
    mixed(mixer, {"clip": level(0.5)}, plan)
    mixed(mixer, {}, plan)
    assert not mixed(mixer, {"clip": None}, plan).any()


def test_a_refused_filter_is_told_and_the_strip_is_heard() -> None:
    mixer = AudioMixer()
    plan = AudioMix(strips={"mic": Strip(filters=Filters(limiter_db=20.0))})
    for _ in range(2):
        assert mixed(mixer, {"mic": level(0.5)}, plan) == pytest.approx(0.5)
    assert mixer.refused == {"mic"}
    mixed(mixer, {"mic": level(0.5)}, AudioMix(strips={"mic": Strip(filters=Filters(limiter_db=-1.0))}))
    assert mixer.refused == frozenset()
