"""A microphone, through PortAudio."""

import threading
from typing import Any, Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from capture import portaudio
from capture.listing import microphones
from capture.live_head import LiveHead
from console.errors import ConsoleError, Message
from console.media.audio_ring import AudioRing
from console.media.picture import Picture
from console.media.sound import Sound
from console.media.timebase import SAMPLE_RATE_HZ, sample_us
from console.media.worker import Worker
from console.ports.source import Opening, OpenSource, SourceDriver, SourceFigures
from console.words.capture import DEVICE_NOT_CHOSEN, MICROPHONE_STOPPED, SOURCE_NOT_OPENED

_SILENT_US = 2_000_000
_BLOCK_S = 0.01
_DEVICE_LATENCY_S = 0.03
"""Why: what PortAudio calls low (9 ms) starves PulseAudio's ALSA device; this still fits into the 80 ms of all."""
_LONGEST_DELAY_S = 0.5
"""What a driver says about its own delay beyond this is not believed."""


class MicrophoneSettings(msgspec.Struct, forbid_unknown_fields=True):
    """Which microphone."""

    device: str
    """Sound interface and name, as listed. Another is never taken in its place."""
    channels: Literal["both", "left", "right"] = "both"
    """Of a stereo input."""


class Microphone:
    """A running microphone. PortAudio's own thread writes, the mixer reads."""

    live = True
    has_picture = False
    has_sound = True

    def __init__(self, device: portaudio.SoundDevice, settings: MicrophoneSettings, opening: Opening) -> None:
        """Raises `ConsoleError` if the device does not start."""
        self.xruns = 0
        """Stretches that the system lost because this machine was too slow."""
        self._name, self._clock = opening.name, opening.clock
        self._channels = settings.channels
        self._head = LiveHead(opening.clock, latency_us=opening.latency_us)
        self._stopped = threading.Event()
        self._news_us = opening.clock.monotonic_us()
        self._stream, self._rate_hz = _stream(device, self)
        self._ring = AudioRing(rate_hz=self._rate_hz)
        self._closed = False
        portaudio.count_stream(1)
        try:
            self._stream.start()
        except Exception as error:
            self.close()
            raise ConsoleError(SOURCE_NOT_OPENED(name=opening.name, reason=portaudio.reason_of(error))) from error

    def picture(self, media_us: int) -> Picture | None:  # noqa: ARG002 - it has none
        """None."""
        return None

    def sound(self, first: int, count: int) -> Sound | None:
        """What was taken one latency ago."""
        return self._ring.read(first, count, due_us=self._head.due_us(sample_us(first)))

    @property
    def figures(self) -> SourceFigures:
        """`overwritten` counts the stretches the system lost."""
        return SourceFigures(0, self.xruns, self._news_us, self._ring.missing)

    @property
    def problem(self) -> Message | None:
        """It went silent: unplugged, or its driver hangs."""
        silent = self._clock.monotonic_us() - self._news_us > _SILENT_US
        return MICROPHONE_STOPPED(name=self._name) if silent or self._stopped.is_set() else None

    def close(self) -> None:
        """Let the device go. A driver that does not answer is left to a thread of its own."""
        if self._closed:
            return
        self._closed = True
        Worker(f"close {self._name}", self._let_go).start().stop(timeout_s=1.5)

    def heard(self, sound: NDArray[np.float32], frames: int, times: Any, status: Any) -> None:
        """PortAudio's callback, in its thread: (frames, channels) samples."""
        now_us = self._clock.monotonic_us()
        delay_s = times.currentTime - times.inputBufferAdcTime
        if not frames / self._rate_hz <= delay_s <= _LONGEST_DELAY_S:
            delay_s = frames / self._rate_hz
        self.xruns += bool(status.input_overflow)
        self._news_us = now_us
        self._ring.write(self._chosen(sound), taken_us=now_us - int(delay_s * 1e6))

    def ended(self) -> None:
        """PortAudio's word that the stream is over."""
        self._stopped.set()

    def _chosen(self, sound: NDArray[np.float32]) -> NDArray[np.float32]:
        if sound.shape[1] < 2 or self._channels == "left":
            return sound[:, :1]
        return sound[:, 1:2] if self._channels == "right" else sound[:, :2]

    def _let_go(self, stop: threading.Event) -> None:  # noqa: ARG002 - what hangs here cannot be asked to stop
        self._stream.abort(ignore_errors=True)
        self._stream.close(ignore_errors=True)
        portaudio.count_stream(-1)


def _stream(device: portaudio.SoundDevice, microphone: Microphone) -> tuple[Any, int]:
    """A stopped stream at 48 kHz, else at the device's own rate; raises `ConsoleError`."""
    sounddevice = portaudio.library()
    reason = ""
    for rate_hz in dict.fromkeys((SAMPLE_RATE_HZ, device.rate_hz)):
        try:
            return sounddevice.InputStream(
                samplerate=rate_hz,
                blocksize=int(rate_hz * _BLOCK_S),
                device=device.index,
                channels=min(2, device.channels),
                dtype="float32",
                latency=_DEVICE_LATENCY_S,
                callback=microphone.heard,
                finished_callback=microphone.ended,
            ), rate_hz
        except sounddevice.PortAudioError as error:
            reason = portaudio.reason_of(error)
    raise ConsoleError(SOURCE_NOT_OPENED(name=device.name, reason=reason))


def _open(settings: MicrophoneSettings, opening: Opening) -> OpenSource:
    if not settings.device:
        raise ConsoleError(DEVICE_NOT_CHOSEN(name=opening.name))
    return Microphone(portaudio.input_of(settings.device), settings, opening)


DRIVER = SourceDriver("microphone", "マイク", "Microphone", MicrophoneSettings, _open, microphones)
