from collections.abc import Iterator
from types import SimpleNamespace

import numpy as np
import pytest

from capture import portaudio
from capture.microphone import DRIVER, Microphone, MicrophoneSettings
from console.errors import ConsoleError
from console.ports.source import Opening
from tests.support.player import in_real_time, opening, until
from tests.support.pulse import Pulse, pulse, tone

DEFAULT = "ALSA: default"


@pytest.fixture
def sound_system() -> Iterator[Pulse]:
    with pulse() as running:
        yield running


def microphone(device: str = DEFAULT) -> Microphone:
    source = DRIVER.open(MicrophoneSettings(device), opening())
    assert isinstance(source, Microphone)
    return source


def test_a_tone_arrives_without_a_hole_and_at_its_pitch(sound_system: Pulse) -> None:
    assert DEFAULT in [device.settings["device"] for device in DRIVER.devices()]
    source = microphone()
    player = sound_system.play(tone(2.5))
    try:
        sound = in_real_time(source, 2.2).sound[:, 0]
        assert source.problem is None
    finally:
        source.close()
        player.kill()
        player.wait(5)
    heard = sound[np.argmax(np.abs(sound) > 0.2) :][9_600:57_600]
    assert len(heard) == 48_000
    assert int(np.abs(np.fft.rfft(heard * np.hanning(len(heard)))).argmax()) == pytest.approx(440, abs=1)
    loudness = np.sqrt((heard.reshape(-1, 480) ** 2).mean(axis=1))
    # Why: on a busy machine PulseAudio itself, which has no real-time priority here, may leave a hole of 10 ms.
    assert np.count_nonzero(loudness < 0.25) <= 2


def test_a_microphone_that_vanishes_has_a_problem_and_is_absent_afterwards(sound_system: Pulse) -> None:
    source = microphone()
    in_real_time(source, 0.3)
    assert source.problem is None
    sound_system.kill()
    assert until(lambda: source.problem, seconds=4)
    assert source.problem is not None
    assert source.problem.code == "microphone_stopped"
    source.close()
    source.close()
    with pytest.raises(ConsoleError) as caught:
        microphone()
    assert caught.value.message.code == "microphone_absent"


def test_an_absent_microphone_is_never_replaced_by_the_default(sound_system: Pulse) -> None:
    with pytest.raises(ConsoleError) as caught:
        microphone("ALSA: Studio USB")
    assert caught.value.message.code == "microphone_absent"
    assert caught.value.message.params == {"device": "ALSA: Studio USB"}


def test_none_chosen_is_said_in_words() -> None:
    with pytest.raises(ConsoleError) as caught:
        microphone("")
    assert caught.value.message.code == "device_not_chosen"


def test_a_missing_sound_library_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise OSError("PortAudio library not found")

    monkeypatch.setattr("importlib.import_module", missing)
    with pytest.raises(ConsoleError) as caught:
        microphone()
    assert caught.value.message.code == "sound_library_missing"


class Stream:
    """A stream that does nothing by itself."""

    def __init__(self, **options: object) -> None:
        self.options = options

    def start(self) -> None:
        """Nothing."""

    def abort(self, *, ignore_errors: bool) -> None:
        """Nothing."""

    close = abort


def quiet_microphone(monkeypatch: pytest.MonkeyPatch, channels: str = "both") -> tuple[Microphone, Opening]:
    library = SimpleNamespace(InputStream=Stream, PortAudioError=RuntimeError)
    monkeypatch.setattr(portaudio, "library", lambda: library)
    told = opening()
    device = portaudio.SoundDevice(3, "Desk", "ALSA", 2, 48_000)
    return Microphone(device, MicrophoneSettings(device.key, channels), told), told  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("channels", "expected"), [("both", (0.1, 0.2)), ("left", (0.1, 0.1)), ("right", (0.2, 0.2))]
)
def test_one_side_of_a_stereo_input_can_be_chosen(
    monkeypatch: pytest.MonkeyPatch, channels: str, expected: tuple[float, float]
) -> None:
    source, told = quiet_microphone(monkeypatch, channels)
    times = SimpleNamespace(currentTime=1.0, inputBufferAdcTime=0.0)
    block = np.tile(np.array([0.1, 0.2], np.float32), (24_000, 1))
    source.heard(block, 24_000, times, SimpleNamespace(input_overflow=True))
    sound = source.sound(0, 1_600)
    source.close()
    assert sound is not None
    assert sound[800].tolist() == pytest.approx(expected)
    assert source.xruns == 1
    assert source.figures.last_us <= told.clock.monotonic_us()
