"""The sound library, where it is installed, and the devices it knows by names that survive a re-plug."""

import importlib
import threading
from dataclasses import dataclass
from typing import Any

from console.errors import ConsoleError
from console.words.capture import MICROPHONE_ABSENT, OUTPUT_ABSENT, SOUND_LIBRARY_MISSING

_lock = threading.Lock()
_open_streams = 0


@dataclass(frozen=True, slots=True)
class SoundDevice:
    """A sound input or output as PortAudio sees it now."""

    index: int
    """Of this moment only: it changes when something is plugged in."""
    name: str
    host: str
    """The system's sound interface: ALSA, WASAPI, Core Audio ..."""
    channels: int
    rate_hz: int
    is_default: bool = False

    @property
    def key(self) -> str:
        """Stable identity, kept in settings."""
        return f"{self.host}: {self.name}"


def library() -> Any:
    """The module `sounddevice`; raises `ConsoleError` where PortAudio is missing."""
    try:
        return importlib.import_module("sounddevice")
    except (OSError, ImportError) as error:
        raise ConsoleError(SOUND_LIBRARY_MISSING(reason=str(error)[:200])) from error


def inputs() -> list[SoundDevice]:
    """All inputs, as listed when the library last looked."""
    return _listed("max_input_channels", default_at=0)


def outputs() -> list[SoundDevice]:
    """All outputs, as listed when the library last looked."""
    return _listed("max_output_channels", default_at=1)


def input_of(key: str) -> SoundDevice:
    """The input with this identity; raises `ConsoleError` if it is absent. Looks anew unless a stream is open."""
    _look_anew()
    known = {each.key: each for each in inputs()}
    if key not in known:
        raise ConsoleError(MICROPHONE_ABSENT(device=key[:200]))
    return known[key]


def output_of(key: str) -> SoundDevice:
    """The output with this identity; raises `ConsoleError` if it is absent. Looks anew unless a stream is open."""
    _look_anew()
    known = {each.key: each for each in outputs()}
    if key not in known:
        raise ConsoleError(OUTPUT_ABSENT(device=key[:200]))
    return known[key]


def reason_of(error: Exception) -> str:
    """The library's own words, in one line."""
    return str(error).splitlines()[0][:200] if str(error) else type(error).__name__


def _look_anew() -> None:
    sounddevice = library()
    with _lock:
        if _open_streams == 0:
            # Why: PortAudio looks for devices only when it starts, and stops every stream when it ends.
            sounddevice._terminate()  # noqa: SLF001 - the library has no public way
            sounddevice._initialize()  # noqa: SLF001


def _listed(channels: str, *, default_at: int) -> list[SoundDevice]:
    sounddevice = library()
    hosts = [str(host["name"]) for host in sounddevice.query_hostapis()]
    default = sounddevice.default.device[default_at]
    return [
        SoundDevice(
            int(device["index"]),
            str(device["name"]),
            hosts[device["hostapi"]],
            int(device[channels]),
            round(device["default_samplerate"]),
            is_default=device["index"] == default,
        )
        for device in sounddevice.query_devices()
        if device[channels] > 0
    ]


def count_stream(change: int) -> None:
    """A stream was opened (+1) or closed (-1)."""
    global _open_streams  # noqa: PLW0603 - the library itself is one for the whole process
    with _lock:
        _open_streams += change
