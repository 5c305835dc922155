"""A person listens: through a real sound system, and on no other device than the one that was chosen."""

import itertools
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from capture.listing import outputs
from capture.loudspeaker import DEPTH, Loudspeaker
from console.media.clock import SystemClock
from console.media.sound import Sound, silence
from console.media.timebase import SAMPLE_RATE_HZ
from tests.support.eventually import eventually
from tests.support.pulse import Pulse, pulse, recorded, tone

DEFAULT = "ALSA: default"
TICK_US, COUNT = 33_333, 1_600


@pytest.fixture
def sound_system() -> Iterator[Pulse]:
    with pulse() as running:
        yield running


@contextmanager
def loudspeaker(device: str = DEFAULT, *, gain_db: float = 0.0) -> Iterator[Loudspeaker]:
    speaker = Loudspeaker(device, gain_db=gain_db)
    try:
        yield speaker
    finally:
        speaker.close()


@contextmanager
def mixing(speaker: Loudspeaker, *, speed: float = 1.0) -> Iterator[None]:
    """A mixer that gives it a tone of 440 Hz, tick by tick; `speed`: of the mixer's clock against this machine's."""
    over, clock, sound = threading.Event(), SystemClock(), tone(60.0)
    start_us = clock.monotonic_us()

    def mix() -> None:
        for tick in itertools.count():
            due_us = start_us + int(tick * TICK_US / speed)
            clock.wait_until(due_us)
            if over.is_set():
                return
            first = tick * COUNT % (len(sound) - COUNT)
            speaker.play(sound[first : first + COUNT], due_us)

    mixer = threading.Thread(target=mix, name="mixer")
    mixer.start()
    try:
        yield
    finally:
        over.set()
        mixer.join()


def heard(file: Path, seconds: float, *, within_s: float = 20.0) -> Sound:
    """What came out of the device from the first sound on, as long as that."""

    def begun() -> Sound:
        sound = recorded(file)[:, 0]
        loud = np.flatnonzero(np.abs(sound) > 0.02)
        return sound[loud[0] :] if len(loud) else sound[:0]

    assert eventually(lambda: len(begun()) >= seconds * SAMPLE_RATE_HZ, within_s=within_s)
    return begun()[: int(seconds * SAMPLE_RATE_HZ)]


def pitch_hz(sound: Sound) -> float:
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    return float(spectrum.argmax() * SAMPLE_RATE_HZ / len(sound))


def until(condition: Callable[[], object], *, within_s: float = 15.0) -> None:
    assert eventually(condition, within_s=within_s)


def holes(sound: Sound) -> int:
    """Stretches of 10 ms in which the tone is not there."""
    whole = sound[: len(sound) // 480 * 480].reshape(-1, 480)
    return int(np.count_nonzero(np.sqrt((whole**2).mean(axis=1)) < 0.2))


@pytest.mark.alone
def test_a_tone_comes_out_at_its_pitch_and_without_a_hole(sound_system: Pulse) -> None:
    assert DEFAULT in [device.key for device in outputs()]
    with sound_system.recording() as file, loudspeaker() as speaker, mixing(speaker):
        sound = heard(file, 2.0)
        assert (speaker.is_playing, speaker.problem) == (True, None)
    steady = sound[24_000:]
    assert pitch_hz(steady) == pytest.approx(440, abs=1)
    # Why: on a busy machine PulseAudio itself, which has no real-time priority here, may leave a hole of 10 ms.
    assert holes(steady) <= 4


@pytest.mark.alone
def test_a_device_whose_clock_differs_is_followed(sound_system: Pulse) -> None:
    speed = 1.002
    with sound_system.recording() as file, loudspeaker() as speaker, mixing(speaker, speed=speed):
        steady = heard(file, 3.0)[24_000:]
    assert holes(steady) <= 6
    assert pitch_hz(steady) == pytest.approx(440 * speed, abs=1.5)
    assert speaker.dropped <= 1


def test_the_gain_is_that_of_the_listener(sound_system: Pulse) -> None:
    with sound_system.recording() as file, loudspeaker(gain_db=-20.0) as speaker, mixing(speaker):
        quiet = heard(file, 0.8)[24_000:]
        assert np.abs(quiet).max() == pytest.approx(0.05, rel=0.15)
        speaker.set_gain(0.0)
        until(lambda: np.abs(recorded(file)).max() > 0.45)


def test_another_device_is_never_taken_in_place_of_one_that_is_absent(sound_system: Pulse) -> None:
    with sound_system.recording() as file, loudspeaker("ALSA: Headphones") as speaker, mixing(speaker):
        until(lambda: speaker.problem)
        assert speaker.problem is not None
        assert speaker.problem.code == "output_absent"
        assert speaker.problem.params == {"device": "ALSA: Headphones"}
        until(lambda: len(recorded(file)) > SAMPLE_RATE_HZ)
        assert not recorded(file).any()
        assert speaker.alive


def test_a_device_that_goes_is_said_and_plays_again_by_itself_when_it_is_back(sound_system: Pulse) -> None:
    with loudspeaker() as speaker, mixing(speaker):
        until(lambda: speaker.is_playing)
        sound_system.kill()
        until(lambda: speaker.problem)
        assert speaker.problem is not None
        assert speaker.problem.code in {"output_stopped", "output_absent", "output_not_opened"}
        sound_system.revive()
        until(lambda: speaker.is_playing)
        assert speaker.problem is None
        with sound_system.recording() as file:
            assert len(heard(file, 0.5)) == 24_000


def test_a_child_that_dies_or_hangs_never_holds_whoever_plays() -> None:
    with loudspeaker("ALSA: nowhere") as speaker:
        os.kill(speaker._child.pid, signal.SIGSTOP)
        for _ in range(DEPTH * 40):
            speaker.play(silence(COUNT), 0)
        assert speaker.dropped > 0
        os.kill(speaker._child.pid, signal.SIGKILL)
        until(lambda: not speaker.alive)
        speaker.play(silence(COUNT), 0)
        assert speaker.problem is not None
        assert speaker.problem.code == "output_stopped"
    speaker.close()
