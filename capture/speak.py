"""The child that plays: opens one sound output by its name, and again whenever it comes back.

Why a child: PortAudio finds a device that was plugged in only when no stream is open in its process, and a driver
that hangs or crashes takes nobody along. Thread: the main thread; PortAudio's own calls `_Output.fill`.
"""

import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

import numpy as np
from numpy.typing import NDArray

from capture import portaudio
from capture.speaking import Speaking, SpeakOrder, unpacked
from console.errors import ConsoleError, Message
from console.media.audio_ring import AudioRing
from console.media.clock import now_us
from console.media.sound import Sound
from console.media.timebase import CHANNELS, SAMPLE_RATE_HZ
from console.words.capture import OUTPUT_NOT_OPENED, OUTPUT_STOPPED

LATENCY_US = 80_000
"""Between on air and the ear, without the device's own buffer: two ticks, and what a busy machine is late."""
RING_S = 1.0
SETTLE_US = 300_000
"""A device fills its buffer at first, much faster than it plays: nothing is to be learnt from that."""
SMOOTH = 1 / 256
"""Share of a new call in the estimate of where the device's sample 0 lies."""
JUMP_US = 100_000
"""A device that is off by more had a hole: the estimate begins anew."""
AGAIN_S = 1.0
"""Between two looks for a device that is not there."""
SILENT_S = 2.0
"""A device that asks for nothing that long is gone, even if nobody says so."""
_BLOCK_S = 0.01
_DEVICE_LATENCY_S = 0.04


def speak(pipe: Connection) -> None:
    """Target of the child: play what comes until the pipe ends."""
    order: SpeakOrder = pipe.recv()
    said: Speaking | None = None
    while True:
        try:
            output = _Output(order.device)
        except ConsoleError as error:
            said = _say(pipe, said, Speaking("waiting", error.message))
            _let_pass(pipe, AGAIN_S)
            continue
        said = _say(pipe, said, Speaking("playing"))
        try:
            problem = _play(pipe, output)
        finally:
            output.close()
        said = _say(pipe, said, Speaking("waiting", problem))


def _say(pipe: Connection, before: Speaking | None, now: Speaking) -> Speaking:
    """Once, not at each attempt."""
    if now != before:
        pipe.send(now)
    return now


def _let_pass(pipe: Connection, seconds: float) -> None:
    """Nobody hears what comes meanwhile. Raises `EOFError` at the end of the pipe."""
    until_s = time.monotonic() + seconds
    while (left_s := until_s - time.monotonic()) > 0:
        if pipe.poll(left_s):
            pipe.recv_bytes()


def _play(pipe: Connection, output: "_Output") -> Message:
    """Until the device is gone; says so. Raises `EOFError` at the end of the pipe."""
    while (problem := output.problem) is None:
        if pipe.poll(0.1):
            stretch = unpacked(pipe.recv_bytes())
            output.gain = stretch.gain
            output.ring.write(stretch.sound, taken_us=stretch.on_air_us)
    return problem


class _Output:
    """A device that plays what is in its ring, one latency late, silence where there is nothing."""

    def __init__(self, key: str) -> None:
        """Raises `ConsoleError` if it is not there or does not start."""
        device = portaudio.output_of(key)
        self.gain = 1.0
        self._key = key
        self._channels = min(CHANNELS, device.channels)
        self._gain = 1.0
        self._first = 0
        self._ended = threading.Event()
        self._asked_s = time.monotonic()
        self._begun_us = now_us()
        self._zero_us: float | None = None
        self._stream, self._rate_hz = _stream(device, self.fill, self._ended.set, self._channels)
        self.ring = AudioRing(seconds=RING_S, read_hz=self._rate_hz)
        portaudio.count_stream(1)
        try:
            self._stream.start()
        except Exception as error:
            self.close()
            raise ConsoleError(OUTPUT_NOT_OPENED(device=key[:200], reason=portaudio.reason_of(error))) from error

    @property
    def problem(self) -> Message | None:
        """It plays no more."""
        is_silent = time.monotonic() - self._asked_s > SILENT_S
        return OUTPUT_STOPPED(device=self._key[:200]) if is_silent or self._ended.is_set() else None

    def fill(self, out: NDArray[np.float32], frames: int, _times: Any, _status: Any) -> None:
        """PortAudio's callback, in its thread."""
        self._asked_s = time.monotonic()
        sound = self._due(frames)
        before, self._gain = self._gain, self.gain
        if sound is None:
            out[:] = 0
            return
        if self._channels == 1:
            sound = sound.mean(axis=1, keepdims=True)
        # Why a ramp: a step of the gain would click.
        gains = np.linspace(before, self._gain, frames, dtype=np.float32)[:, None]
        np.clip(sound * gains, -1.0, 1.0, out=out)

    def _due(self, frames: int) -> Sound | None:
        """The next samples; None is silence."""
        now = now_us()
        if now < self._begun_us + SETTLE_US:
            return None
        zero_us = now - self._first * 1e6 / self._rate_hz
        if self._zero_us is None or abs(zero_us - self._zero_us) > JUMP_US:
            self._zero_us = zero_us
        # Why smooth: a device asks for several blocks at once and then for none, and a pitch must not follow that.
        self._zero_us += (zero_us - self._zero_us) * SMOOTH
        due_us = int(self._zero_us + self._first * 1e6 / self._rate_hz) - LATENCY_US
        sound = self.ring.read(self._first, frames, due_us=due_us)
        self._first += frames
        return sound

    def close(self) -> None:
        """Let the device go; a driver that hangs here is ended with the process."""
        self._stream.abort(ignore_errors=True)
        self._stream.close(ignore_errors=True)
        portaudio.count_stream(-1)


def _stream(
    device: portaudio.SoundDevice, fill: Callable[..., None], ended: Callable[[], None], channels: int
) -> tuple[Any, int]:
    """A stopped stream at 48 kHz, else at the device's own rate; raises `ConsoleError`."""
    sounddevice, reason = portaudio.library(), ""
    for rate_hz in dict.fromkeys((SAMPLE_RATE_HZ, device.rate_hz)):
        try:
            return sounddevice.OutputStream(
                samplerate=rate_hz,
                blocksize=int(rate_hz * _BLOCK_S),
                device=device.index,
                channels=channels,
                dtype="float32",
                latency=_DEVICE_LATENCY_S,
                callback=fill,
                finished_callback=ended,
            ), rate_hz
        except sounddevice.PortAudioError as error:
            reason = portaudio.reason_of(error)
    raise ConsoleError(OUTPUT_NOT_OPENED(device=device.key[:200], reason=reason))
