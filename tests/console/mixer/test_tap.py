"""Program or one strip, for one pair of ears."""

import numpy as np

from console.media.sound import Sound
from console.mixer.audio import AudioMixer
from console.mixer.tap import Tap
from console.model.audio import AudioMix, Strip
from tests.support.mixing import COUNT, level


class Ears:
    """What was played."""

    def __init__(self) -> None:
        self.heard: list[tuple[float, int]] = []

    def play(self, sound: Sound, on_air_us: int) -> None:
        assert sound.shape == (COUNT, 2)
        self.heard.append((round(float(sound[COUNT // 2, 0]), 3), on_air_us))


def tick(tap: Tap, mixer: AudioMixer, mix: AudioMix, *, heard: frozenset[str], on_air_us: int = 0) -> None:
    sounds = {"mic": level(0.25), "music": level(0.1), "off": None}
    program = mixer.mix(mix, sounds, heard=heard, count=COUNT)
    tap.hear(mixer, program, on_air_us=on_air_us)


MIX = AudioMix(strips={"mic": Strip(mute=True, gain_db=-6.0), "music": Strip()})


def test_nobody_listens_until_somebody_does_and_when_they_leave() -> None:
    tap, mixer, ears = Tap(), AudioMixer(), Ears()
    tick(tap, mixer, MIX, heard=frozenset({"music"}))
    tap.attach("program", ears.play)
    tick(tap, mixer, MIX, heard=frozenset({"music"}), on_air_us=7)
    tap.detach()
    tick(tap, mixer, MIX, heard=frozenset({"music"}))
    assert ears.heard == [(0.1, 7)]


def test_one_strip_alone_is_heard_although_it_is_muted_soft_and_not_on_program() -> None:
    tap, mixer, ears = Tap(), AudioMixer(), Ears()
    tap.attach("mic", ears.play)
    tick(tap, mixer, MIX, heard=frozenset())
    assert ears.heard == [(0.25, 0)]


def test_one_strip_alone_is_heard_after_its_filters_and_delay() -> None:
    tap, mixer, ears = Tap(), AudioMixer(), Ears()
    delayed = AudioMix(strips={"mic": Strip(delay_ms=40)})
    tap.attach("mic", ears.play)
    for _ in range(3):
        tick(tap, mixer, delayed, heard=frozenset({"mic"}))
    assert [value for value, _ in ears.heard] == [0.0, 0.25, 0.25]


def test_a_strip_that_is_silent_or_gone_is_silence() -> None:
    tap, mixer, ears = Tap(), AudioMixer(), Ears()
    for strip in ("off", "nobody"):
        tap.attach(strip, ears.play)
        tick(tap, mixer, MIX, heard=frozenset({"mic"}))
    assert ears.heard == [(0.0, 0), (0.0, 0)]


def test_listening_changes_nothing_of_the_sum() -> None:
    tap, ears, sums = Tap(), Ears(), []
    for is_listening in (False, True):
        mixer = AudioMixer()
        if is_listening:
            tap.attach("mic", ears.play)
        tick(tap, mixer, MIX, heard=frozenset({"music", "mic"}))
        sums.append(mixer.mix(MIX, {"mic": level(0.25), "music": level(0.1)}, heard={"music"}, count=COUNT))
    assert np.array_equal(sums[0], sums[1])
